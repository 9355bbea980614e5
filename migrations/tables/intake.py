"""How hotlines speak, version by version, and what they said lately: for whoever changes how it is read."""

from sqlalchemy import (
    BigInteger,
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

from migrations.tables.base import metadata, moment, person, record, words

profile_version = Table(
    "profile_version",
    metadata,
    Column("profile", Text, ForeignKey("intake_profile.name"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    words("note"),
    record("mapping", required=True),
    Column("revision", Integer, nullable=False, server_default=text("1")),
    Column("based_on", Integer),
    # what reading the last messages by it came to, and at which revision; nothing personal
    record("tried"),
    Column("tried_revision", Integer),
    moment("created_at", now=True),
    person("created_by"),
    moment("activated_at", required=False),
    person("activated_by"),
    moment("retired_at", required=False),
    moment("discarded_at", required=False),
)

pushed_item = Table(
    "pushed_item",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    words("source"),
    words("webhook_id"),
    Column("place", Integer, nullable=False),
    Column("key", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    moment("received_at"),
    Index("pushed_item_source_idx", "source", "id"),
    Index(None, "received_at"),
)
