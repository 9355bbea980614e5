"""What a district edits: categories, routing rules, clock rules, intake profiles."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table, Text, text
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.tables.base import metadata, moment, one_of, record, words
from migrations.tables.tickets import LIMITS, PLACE_NEEDS

category = Table(
    "category",
    metadata,
    Column("code", Text, primary_key=True),
    words("path"),
    words("place_need"),
    Column("evidence_required", Boolean, nullable=False, server_default=text("false")),
    Column("signoff_required", Boolean, nullable=False, server_default=text("false")),
    one_of("place_need", PLACE_NEEDS),
)

rule_set = Table(
    "rule_set",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    words("note"),
    Column("active", Boolean, nullable=False),
    moment("created_at", now=True),
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
)

clock_rule = Table(
    "clock_rule",
    metadata,
    Column("version", Integer, ForeignKey("rule_set.version"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    words("clock"),
    Column("types", ARRAY(Text)),
    Column("urgencies", ARRAY(Text)),
    Column("minutes", Integer, nullable=False),
    words("reason"),
    one_of("clock", LIMITS),
)

intake_profile = Table(
    "intake_profile",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    record("mapping", required=True),
)
