"""Long work that a person started and waits for, and when the jobs that run by themselves last ran."""

from sqlalchemy import BigInteger, Column, Identity, Index, LargeBinary, Table, Text, text

from migrations.tables.base import metadata, moment, one_of, person, record, words

work = Table(
    "work",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    words("kind"),
    words("subject", required=False),
    person("person"),
    words("says"),
    Column("done", BigInteger, nullable=False, server_default="0"),
    Column("total", BigInteger, nullable=False, server_default="0"),
    words("state"),
    record("result"),
    words("error", required=False),
    Column("problems", LargeBinary),
    moment("started_at", now=True),
    moment("beat_at", now=True),
    moment("finished_at", required=False),
    one_of("state", ("running", "done", "failed")),
    Index(
        "work_one_at_a_time_idx",
        "subject",
        unique=True,
        postgresql_where=text("state = 'running' AND subject IS NOT NULL"),
    ),
    Index(None, "started_at"),
)

job_run = Table(
    "job_run",
    metadata,
    Column("job", Text, primary_key=True),
    moment("ran_at"),
)
