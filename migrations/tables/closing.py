"""Answering and closing: what a district asks of evidence, signatures and replies, promises to callers, look-back."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
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

IN_FORCE = "ended_at IS NULL"


def _kept() -> "list[Column[Any]]":
    """Who made a row and who ended it: a change ends the row and makes the next one, so that nothing is lost."""
    return [
        moment("created_at", now=True),
        person("created_by"),
        moment("ended_at", required=False),
        person("ended_by"),
        Column("former", Integer),
    ]


evidence_rule = Table(
    "evidence_rule",
    metadata,
    Column("id", Integer, Identity(always=False), primary_key=True),
    Column("ordinal", Integer, nullable=False),
    words("category", required=False),
    Column("category_asks", Boolean, nullable=False, server_default=text("false")),
    Column("how_closed", ARRAY(Text)),
    Column("kinds", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("least", Integer, nullable=False),
    Column("within_m", Double),
    Column("within_hours", Double),
    words("reason"),
    *_kept(),
)

signoff_rule = Table(
    "signoff_rule",
    metadata,
    Column("id", Integer, Identity(always=False), primary_key=True),
    Column("ordinal", Integer, nullable=False),
    words("category", required=False),
    Column("category_asks", Boolean, nullable=False, server_default=text("false")),
    Column("types", ARRAY(Text)),
    Column("urgencies", ARRAY(Text)),
    Column("how_closed", ARRAY(Text)),
    Column("least_rework", Integer),
    Column("unhappy", Boolean),
    Column("confidential", Boolean),
    words("signer"),
    words("reason"),
    *_kept(),
    one_of("signer", ("signing_leader", "duty_leader")),
)

standard_text = Table(
    "standard_text",
    metadata,
    Column("id", Integer, Identity(always=False), primary_key=True),
    Column("ordinal", Integer, nullable=False),
    words("category", required=False),
    unit("unit"),
    words("title"),
    words("words"),
    *_kept(),
)

sensitive_word = Table(
    "sensitive_word",
    metadata,
    Column("id", Integer, Identity(always=False), primary_key=True),
    words("word"),
    words("instead", required=False),
    words("reason"),
    *_kept(),
    Index("sensitive_word_in_force_idx", "word", unique=True, postgresql_where=text(IN_FORCE)),
)

reply_setting = Table(
    "reply_setting",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    words("note"),
    Column("shortest", Integer, nullable=False),
    Column("alike", Double, nullable=False),
    Column("compared", Integer, nullable=False),
    Column("conclude_days", Integer, nullable=False),
    Column("promising", ARRAY(Text), nullable=False),
    Column("hollow", ARRAY(Text), nullable=False),
    Column("doing", ARRAY(Text), nullable=False),
    moment("created_at", now=True),
    person("created_by"),
)

promise = Table(
    "promise",
    metadata,
    Column("ticket", BigInteger, ForeignKey("ticket.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    unit("unit"),
    person("person"),
    moment("made_at"),
    moment("due_at", required=False),
    words("words", required=False),
    moment("kept_at", required=False),
    Index("promise_open_idx", "due_at", postgresql_where=text("kept_at IS NULL")),
)

look_back_period = Table(
    "look_back_period",
    metadata,
    Column("id", Integer, Identity(always=False), primary_key=True),
    words("name"),
    moment("since"),
    moment("until"),
    words("method"),
    Column("share", Double, nullable=False),
    Column("least", Integer, nullable=False),
    words("commitment"),
    Column("key", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    words("seed", required=False),
    record("counts"),
    moment("created_at", now=True),
    person("created_by"),
    moment("drawn_at", required=False),
    person("drawn_by"),
    one_of("method", ("town", "town_category")),
)

look_back_population = Table(
    "look_back_population",
    metadata,
    Column("period", Integer, ForeignKey("look_back_period.id"), primary_key=True),
    Column("ticket", BigInteger, ForeignKey("ticket.id"), primary_key=True),
    words("number"),
    words("stratum"),
)

look_back = Table(
    "look_back",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    Column("ticket", BigInteger, ForeignKey("ticket.id"), nullable=False),
    words("kind"),
    Column("period", Integer, ForeignKey("look_back_period.id")),
    words("stratum", required=False),
    moment("due_at"),
    moment("created_at", now=True),
    words("result", required=False),
    words("reason", required=False),
    moment("done_at", required=False),
    person("done_by"),
    one_of("kind", ("sampled", "stage")),
    one_of("result", ("passed", "failed")),
    Index("look_back_open_idx", "due_at", postgresql_where=text("done_at IS NULL")),
    Index(
        "look_back_one_sampled_idx",
        "period",
        "ticket",
        unique=True,
        postgresql_where=text("kind = 'sampled'"),
    ),
    Index(
        "look_back_one_stage_idx", "ticket", "due_at", unique=True, postgresql_where=text("kind = 'stage'")
    ),
)
