"""Handled together: companies outside and what was passed to them, what went to the police, cases, and what is set."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.tables.base import changes, metadata, moment, one_of, person, setting, unit, words

BODY_KINDS = ("water", "power", "gas", "heat", "telecom", "property", "transport", "other")
CASE_STATES = ("referred", "filed", "not_filed", "closed")

outside_body = Table(
    "outside_body",
    metadata,
    Column("id", Integer, Identity(always=False), primary_key=True),
    words("kind"),
    words("name"),
    words("phone", required=False),
    words("town", required=False),
    words("note", required=False),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    moment("created_at", now=True),
    person("created_by"),
    one_of("kind", BODY_KINDS),
    Index(None, "name", unique=True),
)

outside_transfer = Table(
    "outside_transfer",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    Column("ticket", BigInteger, ForeignKey("ticket.id"), nullable=False),
    Column("body", Integer, ForeignKey("outside_body.id"), nullable=False),
    words("matter"),
    words("place"),
    moment("due_at"),
    moment("made_at"),
    person("made_by"),
    unit("made_for"),
    words("answer", required=False),
    moment("answered_at", required=False),
    person("answered_by"),
    Index(None, "ticket"),
    Index("outside_transfer_open_idx", "due_at", postgresql_where=text("answered_at IS NULL")),
)

police_handover = Table(
    "police_handover",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    Column("ticket", BigInteger, ForeignKey("ticket.id")),
    unit("center", required=True),
    moment("at"),
    person("person"),
    unit("unit"),
    words("what"),
    words("whom"),
    words("phone"),
    words("result"),
    Index(None, "ticket"),
    Index("police_handover_center_idx", "center", "at"),
)

enforcement_case = Table(
    "enforcement_case",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    Column("ticket", BigInteger, ForeignKey("ticket.id"), nullable=False),
    words("state"),
    unit("unit", required=True),
    words("clue"),
    moment("referred_at"),
    person("referred_by"),
    words("case_no", required=False),
    Column("officers", ARRAY(Text)),
    words("reason", required=False),
    moment("decided_at", required=False),
    words("full_record", required=False),
    words("decision", required=False),
    Column("listed", Boolean),
    words("legal_review", required=False),
    Column("published_on", Date),
    Column("decision_on", Date),
    moment("closed_at", required=False),
    one_of("state", CASE_STATES),
    Index(None, "ticket"),
    Index(
        "enforcement_case_case_no_idx", "case_no", unique=True, postgresql_where=text("case_no IS NOT NULL")
    ),
)

joint_setting = setting(
    "joint_setting",
    Column("report_in_minutes", Integer, nullable=False),
    Column("outside_days", Integer, nullable=False),
    Column("near_m", Integer, nullable=False),
    Column("within_days", Integer, nullable=False),
    Column("least_likeness", Double, nullable=False),
    bounds=(
        "report_in_minutes BETWEEN 5 AND 10080 AND outside_days BETWEEN 1 AND 60 AND near_m BETWEEN 10 AND 5000 "
        "AND within_days BETWEEN 1 AND 365 AND least_likeness BETWEEN 0.05 AND 0.95"
    ),
)

joint_change = changes("joint_change")
