"""投诉建议 of those who do the work: what they said, to the district's supervisors alone, and what was answered."""

from sqlalchemy import Boolean, CheckConstraint, Column, Index, Table, Uuid, text

from migrations.tables.base import metadata, moment, person, unit, words

grievance = Table(
    "grievance",
    metadata,
    Column("id", Uuid, primary_key=True),
    person("person", required=True),
    unit("unit", required=True),
    Column("named", Boolean, nullable=False),
    words("words"),
    moment("said_at", now=True),
    words("answer", required=False),
    moment("answered_at", required=False),
    person("answered_by"),
    CheckConstraint("num_nulls(answer, answered_at, answered_by) IN (0, 3)", name="answer"),
    CheckConstraint("answered_by <> person", name="two"),
    Index(None, "person", "said_at"),
    Index(None, "answered_at"),
    Index("grievance_waiting_idx", "said_at", postgresql_where=text("answered_at IS NULL")),
)
