"""Rates and what follows from them: settings, supervision, cards, score periods, objections."""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from migrations.tables.base import metadata, moment, one_of, person, record, unit, words

_BOUNDS = """responded >= 0 AND solved >= 0 AND satisfied >= 0
    AND partly BETWEEN 0 AND 1 AND day_starts BETWEEN 0 AND 1439 AND month_starts BETWEEN 1 AND 28"""

rate_setting = Table(
    "rate_setting",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("active", Boolean, nullable=False),
    words("note"),
    *(Column(name, Double, nullable=False) for name in ("responded", "solved", "satisfied", "partly")),
    *(Column(name, ARRAY(Text), nullable=False) for name in ("satisfied_words", "partly_words")),
    *(Column(name, Integer, nullable=False) for name in ("day_starts", "month_starts")),
    moment("created_at", now=True),
    person("created_by"),
    Column("board", SmallInteger),
    CheckConstraint(_BOUNDS, name="bounds"),
    Index("rate_setting_active_idx", "active", unique=True, postgresql_where=text("active")),
)

supervision = Table(
    "supervision",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("ticket", BigInteger, ForeignKey("ticket.id"), nullable=False),
    Column("level", SmallInteger, nullable=False),
    words("requirement"),
    moment("due_at"),
    moment("asked_at"),
    person("asked_by"),
    unit("asked_of", required=True),
    words("state"),
    moment("overdue_at", required=False),
    words("answer", required=False),
    moment("answered_at", required=False),
    person("answered_by"),
    moment("lifted_at", required=False),
    person("lifted_by"),
    words("lifted", required=False),
    one_of("state", ("asked", "answered", "lifted")),
    CheckConstraint("level BETWEEN 1 AND 5", name="level"),
    Index(None, "ticket"),
    Index(None, "asked_at"),
    Index(
        "supervision_due_at_idx",
        "due_at",
        postgresql_where=text("state = 'asked' AND overdue_at IS NULL"),
    ),
)

card = Table(
    "card",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    unit("unit", required=True),
    words("color"),
    words("reason"),
    Column("tickets", ARRAY(BigInteger), nullable=False),
    moment("given_at", now=True),
    person("given_by", required=True),
    moment("revoked_at", required=False),
    person("revoked_by"),
    words("revoked", required=False),
    words("answer", required=False),
    moment("answered_at", required=False),
    person("answered_by"),
    one_of("color", ("yellow", "red")),
    Index(None, "given_at"),
)

score_period = Table(
    "score_period",
    metadata,
    Column("id", Integer, Identity(always=True), primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    moment("since"),
    moment("until"),
    Column("setting", Integer, ForeignKey("rate_setting.version"), nullable=False),
    words("state"),
    moment("objections_until"),
    moment("opened_at", now=True),
    person("opened_by", required=True),
    record("figures"),
    moment("locked_at", required=False),
    person("locked_by"),
    moment("published_at", required=False),
    person("published_by"),
    one_of("state", ("checking", "ruling", "locked", "published")),
    CheckConstraint("since < until", name="window"),
    CheckConstraint("(state IN ('locked', 'published')) = (figures IS NOT NULL)", name="locked"),
)

objection = Table(
    "objection",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("period", Integer, ForeignKey("score_period.id"), nullable=False),
    unit("unit", required=True),
    words("rate"),
    Column("ticket", BigInteger, ForeignKey("ticket.id"), nullable=False),
    words("reason"),
    words("state"),
    moment("raised_at", now=True),
    person("raised_by", required=True),
    words("ruling", required=False),
    moment("ruled_at", required=False),
    person("ruled_by"),
    one_of("state", ("open", "upheld", "refused")),
    UniqueConstraint("period", "ticket", "rate"),
)

score_fact = Table(
    "score_fact",
    metadata,
    Column("period", Integer, ForeignKey("score_period.id"), primary_key=True, autoincrement=False),
    Column("rate", Text, primary_key=True),
    Column("ticket", BigInteger, primary_key=True, autoincrement=False),
    *(Column(name, Integer, nullable=False) for name in ("center", "unit", "amount")),
    Column("part", Boolean, nullable=False),
)
