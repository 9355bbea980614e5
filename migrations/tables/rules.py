"""What a district edits: categories, routing rules, intake profiles."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    column,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, ExcludeConstraint

from migrations.tables.base import metadata, moment, one_of, person, record, words
from migrations.tables.tickets import PLACE_NEEDS

category = Table(
    "category",
    metadata,
    Column("code", Text, primary_key=True),
    words("path"),
    words("place_need"),
    Column("evidence_required", Boolean, nullable=False, server_default=text("false")),
    Column("signoff_required", Boolean, nullable=False, server_default=text("false")),
    # other names that hotlines call it by; from which day, and before which day, tickets are given it
    Column("aliases", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("valid_from", Date),
    Column("valid_until", Date),
    one_of("place_need", PLACE_NEEDS),
    CheckConstraint("valid_until >= valid_from", name="valid"),
    ExcludeConstraint(
        ("path", "="),
        (func.daterange(column("valid_from"), column("valid_until")), "&&"),
        name="category_one_at_a_time",
    ),
)

rule_set = Table(
    "rule_set",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    words("note"),
    Column("active", Boolean, nullable=False),
    moment("created_at", now=True),
    # a draft until it comes in force; what it holds until then, and what it was tried on
    Column("revision", Integer, nullable=False, server_default=text("1")),
    record("proposed"),
    Column("based_on", Integer, ForeignKey("rule_set.version")),
    record("tried"),
    Column("tried_revision", Integer),
    moment("starts_at", required=False),
    words("held_back", required=False),
    moment("activated_at", required=False),
    moment("retired_at", required=False),
    moment("discarded_at", required=False),
    person("created_by"),
    person("activated_by"),
    Index("rule_set_one_active_idx", "active", unique=True, postgresql_where=text("active")),
)

routing_rule = Table(
    "routing_rule",
    metadata,
    Column("version", Integer, ForeignKey("rule_set.version"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    words("name"),
    Column("types", ARRAY(Text)),
    Column("categories", ARRAY(Text)),
    Column("place_needs", ARRAY(Text)),
    Column("cell_kinds", ARRAY(Text)),
    words("target_kind"),
    Column("target_unit", Integer, ForeignKey("unit.id")),
    words("reason"),
    # further conditions; null asks for nothing
    Column("urgencies", ARRAY(Text)),
    Column("towns", ARRAY(Text)),
    Column("sources", ARRAY(Text)),
    Column("channels", ARRAY(Text)),
    Column("police_lists", ARRAY(Text)),
    words("power", required=False),
    words("time_from", required=False),
    words("time_until", required=False),
    words("days", required=False),
    Column("valid_from", Date),
    Column("valid_until", Date),
    Column("enabled", Boolean, nullable=False, server_default=text("true")),
    CheckConstraint("power IN ('held', 'not_held')", name="power"),
    CheckConstraint("days IN ('working', 'off')", name="days"),
)

intake_profile = Table(
    "intake_profile",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    record("mapping", required=True),
)
