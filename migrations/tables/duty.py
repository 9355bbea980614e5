"""Duty: shifts, hand-overs, stand-ins, and posts that were left."""

from sqlalchemy import Boolean, CheckConstraint, Column, Identity, Index, Integer, Table, text

from migrations.tables.base import metadata, moment, one_of, person, record, unit, words


def _number() -> Column[int]:
    return Column("id", Integer, Identity(always=True), primary_key=True)


shift = Table(
    "shift",
    metadata,
    _number(),
    unit("unit", required=True),
    person("person", required=True),
    words("role"),
    moment("starts_at"),
    moment("ends_at"),
    moment("created_at", now=True),
    person("created_by"),
    moment("removed_at", required=False),
    person("removed_by"),
    one_of("role", ("operator", "leader")),
    CheckConstraint("starts_at < ends_at", name="order"),
    Index(
        None,
        "unit",
        "person",
        "role",
        "starts_at",
        unique=True,
        postgresql_where=text("removed_at IS NULL"),
    ),
    Index(None, "unit", "ends_at", postgresql_where=text("removed_at IS NULL")),
)

handover = Table(
    "handover",
    metadata,
    _number(),
    unit("unit", required=True),
    moment("at", now=True),
    person("from_person", required=True),
    person("to_person", required=True),
    record("items", required=True),
    Column("sound_heard", Boolean, nullable=False),
    words("notes"),
    moment("confirmed_at", required=False),
    CheckConstraint("from_person <> to_person", name="two"),
    Index("handover_unit_idx", "unit", "at"),
)

stand_in = Table(
    "stand_in",
    metadata,
    _number(),
    person("person", required=True),
    person("absent", required=True),
    unit("unit", required=True),
    moment("starts_at"),
    moment("ends_at"),
    words("reason"),
    moment("created_at", now=True),
    person("created_by"),
    CheckConstraint("person <> absent", name="two"),
    CheckConstraint("starts_at <= ends_at", name="order"),
    Index("stand_in_person_idx", "person", "ends_at"),
    Index("stand_in_absent_idx", "absent", "ends_at"),
)

post_end = Table(
    "post_end",
    metadata,
    _number(),
    person("person", required=True),
    unit("unit", required=True),
    words("role"),
    moment("ends_at"),
    person("successor"),
    words("reason"),
    moment("created_at", now=True),
    person("created_by"),
    Index("post_end_person_idx", "person", "unit"),
)
