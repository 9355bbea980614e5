"""People: persons, what they may do for which unit, and who looks after which cell."""

from sqlalchemy import Boolean, CheckConstraint, Column, Index, Integer, Table, Text, text
from sqlalchemy.dialects.postgresql import TSTZRANGE

from migrations.tables.base import metadata, one_of, person, unit, words

ROLES = (
    "district_operator",
    "supervisor",
    "town_operator",
    "duty_leader",
    "signing_leader",
    "station_clerk",
    "grid_worker",
    "police_officer",
    "enforcement_officer",
    "window_clerk",
    "agency_clerk",
    "department_liaison",
    "system_admin",
    "security_admin",
    "audit_admin",
)

person_table = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    words("name"),
    words("phone"),
    words("post"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
)

membership = Table(
    "membership",
    metadata,
    person("person", required=True),
    words("role"),
    unit("unit", required=True),
    Column("valid", TSTZRANGE, nullable=False),
    one_of("role", ROLES),
    CheckConstraint("NOT isempty(valid)", name="valid"),
    Index(None, "person"),
    Index(None, "unit"),
)

cell_duty = Table(
    "cell_duty",
    metadata,
    Column("cell", Text, nullable=False),
    person("person", required=True),
    words("duty"),
    Column("full_time", Boolean, nullable=False, server_default=text("true")),
    Column("valid", TSTZRANGE, nullable=False),
    one_of("duty", ("worker", "head", "officer")),
    Index(None, "cell"),
    Index(None, "person"),
)
