"""Sign-in, sessions, keys and the audit."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.tables.base import metadata, moment, one_of, person, record, unit, words

KEY_SCOPES = ("features", "metrics")

account = Table(
    "account",
    metadata,
    Column("person", Integer, ForeignKey("person.id"), primary_key=True),
    Column("username", Text, nullable=False, unique=True),
    words("password_hash"),
    Column("disabled", Boolean, nullable=False, server_default=text("false")),
    Column("failures", Integer, nullable=False, server_default="0"),
    moment("locked_until", required=False),
    Column("must_change", Boolean),
    moment("one_time_until", required=False),
)

session = Table(
    "session",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    person("person", required=True),
    moment("created_at"),
    moment("seen_at"),
    moment("expires_at"),
    moment("locked_at", required=False),
    moment("ended_at", required=False),
    Column("ticket", BigInteger),
    Index(None, "person"),
)

socket_ticket = Table(
    "socket_ticket",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    Column("session", LargeBinary, ForeignKey("session.digest"), nullable=False),
    moment("expires_at"),
)

data_key = Table(
    "data_key",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("wrapped", LargeBinary, nullable=False),
    moment("created_at", now=True),
)

api_key = Table(
    "api_key",
    metadata,
    Column("id", Integer, Identity(always=True), primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    words("tail"),
    words("name"),
    words("scope"),
    unit("unit"),
    Column("per_minute", Integer, nullable=False),
    moment("created_at", now=True),
    person("created_by"),
    moment("expires_at"),
    moment("last_used_at", required=False),
    moment("revoked_at", required=False),
    person("revoked_by"),
    one_of("scope", KEY_SCOPES),
)

audit = Table(
    "audit",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    moment("at", now=True),
    Column("person", Integer),
    Column("unit", Integer),
    words("action"),
    words("subject"),
    words("reason", required=False),
    record("detail"),
    Index(None, "at"),
    Index("audit_person_idx", "person", "id", postgresql_where=text("person IS NOT NULL")),
    Index("audit_subject_idx", "subject", "id"),
    Index("audit_action_idx", "action", "id"),
    Index("audit_place_idx", "subject", "id", postgresql_where=text("starts_with(subject, 'place:')")),
)

audit_seal = Table(
    "audit_seal",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    moment("at"),
    Column("first", BigInteger, nullable=False),
    Column("rows", ARRAY(BigInteger), nullable=False),
    Column("leaves", LargeBinary, nullable=False),
    Column("root", LargeBinary, nullable=False),
    Column("head", LargeBinary, nullable=False),
)

audit_waiting = Table(
    "audit_waiting",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
)
