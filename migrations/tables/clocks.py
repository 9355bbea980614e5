"""When something falls due: versions of the timetable, limits, office hours, the working calendar."""

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Double, ForeignKey, Integer, Table, Text, text
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.tables.base import metadata, moment, one_of, person, words
from migrations.tables.tickets import LIMITS

timetable = Table(
    "timetable",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("rules_version", Integer, ForeignKey("timetable.version"), nullable=False),
    Column("hours_version", Integer, ForeignKey("timetable.version"), nullable=False),
    words("part"),
    words("note"),
    moment("created_at", now=True),
    person("created_by"),
    moment("finished_at", required=False),
    Column("looked", Integer, nullable=False, server_default=text("0")),
    Column("moved", Integer, nullable=False, server_default=text("0")),
    one_of("part", ("rules", "hours", "calendar")),
)

clock_rule = Table(
    "clock_rule",
    metadata,
    Column("version", Integer, ForeignKey("timetable.version"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    words("clock"),
    Column("types", ARRAY(Text)),
    Column("urgencies", ARRAY(Text)),
    words("reason"),
    words("limit_text"),
    Column("counts_first_day", Boolean, nullable=False, server_default=text("false")),
    Column("share", Double),
    Column("categories", ARRAY(Text)),
    Column("units", ARRAY(Integer)),
    Column("unit_kinds", ARRAY(Text)),
    Column("valid_from", Date),
    Column("valid_until", Date),
    one_of("clock", LIMITS),
    CheckConstraint("share > 0 AND share <= 1", name="share"),
)

office_hours = Table(
    "office_hours",
    metadata,
    Column("version", Integer, ForeignKey("timetable.version"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    words("name"),
    words("first_day"),
    words("last_day"),
    words("hours"),
)

calendar_day = Table(
    "calendar_day",
    metadata,
    Column("day", Date, primary_key=True),
    words("kind"),
    words("name"),
    words("source"),
    moment("changed_at", now=True),
    one_of("kind", ("off", "work", "usual")),
)

calendar_year = Table(
    "calendar_year",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    words("source"),
    moment("announced_at", now=True),
)
