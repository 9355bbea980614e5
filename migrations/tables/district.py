"""The district: towns, villages, units, boundary versions, cells, police grids and their links."""

from geoalchemy2 import Geometry
from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, SmallInteger, Table, text
from sqlalchemy.dialects.postgresql import ARRAY, TSTZRANGE, ExcludeConstraint
from sqlalchemy.types import Text

from migrations.tables.base import metadata, moment, one_of, person, record, words
from migrations.tables.base import unit as unit_of

UNIT_KINDS = (
    "district_center",
    "town_center",
    "station",
    "police_station",
    "outpost",
    "enforcement",
    "service_center",
    "agency",
    "department",
)

town = Table(
    "town",
    metadata,
    Column("code", Text, primary_key=True),
    words("name"),
)

village = Table(
    "village",
    metadata,
    Column("code", Text, primary_key=True),
    Column("town", Text, ForeignKey("town.code"), nullable=False),
    words("name"),
)

unit = Table(
    "unit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    words("kind"),
    words("name"),
    Column("parent", Integer, ForeignKey("unit.id")),
    Column("center", Integer, ForeignKey("unit.id"), nullable=False),
    Column("town", Text, ForeignKey("town.code")),
    Column("village", Text, ForeignKey("village.code")),
    words("police_grid", required=False),
    Column("station", Integer, ForeignKey("unit.id")),
    words("phone", required=False),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    moment("ends_at", required=False),
    one_of("kind", UNIT_KINDS),
    Index(None, "center"),
    Index("unit_village_kind_idx", "village", "kind"),
)

boundary_version = Table(
    "boundary_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    words("state"),
    words("note"),
    Column("illustrative", Boolean, nullable=False, server_default=text("false")),
    moment("created_at", now=True),
    moment("published_at", required=False),
    Column("based_on", Integer, ForeignKey("boundary_version.id")),
    Column("revision", Integer, nullable=False, server_default=text("1")),
    person("created_by"),
    moment("publish_at", required=False),
    person("published_by"),
    moment("retired_at", required=False),
    record("checked"),
    words("held_back", required=False),
    one_of("state", ("draft", "scheduled", "published", "retired")),
    Index(
        "boundary_version_published_idx",
        "state",
        unique=True,
        postgresql_where=text("state = 'published'"),
    ),
    Index(None, "publish_at", postgresql_where=text("state = 'scheduled'")),
)


def _version() -> Column[int]:
    return Column("boundary_version", Integer, ForeignKey("boundary_version.id"), primary_key=True)


def _part() -> Column[int]:
    """Which part of its code; what is published has one."""
    return Column("part", SmallInteger, primary_key=True, server_default=text("1"))


def _label() -> Column[object]:
    return Column("label", Geometry("POINT", 4326, spatial_index=False))


def _shape() -> Column[object]:
    return Column("geom", Geometry("MULTIPOLYGON", 4326, spatial_index=False), nullable=False)


town_area = Table(
    "town_area",
    metadata,
    _version(),
    Column("town", Text, primary_key=True),
    _shape(),
    words("name"),
    _part(),
    _label(),
    Index("town_area_geom_idx", "geom", postgresql_using="gist"),
)

village_area = Table(
    "village_area",
    metadata,
    _version(),
    Column("village", Text, primary_key=True),
    _shape(),
    words("town"),
    words("name"),
    _part(),
    _label(),
    Index("village_area_geom_idx", "geom", postgresql_using="gist"),
)

cell = Table(
    "cell",
    metadata,
    _version(),
    Column("code", Text, primary_key=True),
    words("village"),
    words("town"),
    words("kind"),
    words("name"),
    _shape(),
    words("police_grid", required=False),
    _part(),
    _label(),
    one_of("kind", ("general", "dedicated")),
    Index("cell_geom_idx", "geom", postgresql_using="gist"),
)

police_grid = Table(
    "police_grid",
    metadata,
    _version(),
    Column("code", Text, primary_key=True),
    words("name"),
    words("town"),
    unit_of("police_station"),
    _shape(),
    _part(),
    _label(),
    Index("police_grid_geom_idx", "geom", postgresql_using="gist"),
)

cell_police_grid = Table(
    "cell_police_grid",
    metadata,
    Column("cell", Text, primary_key=True),
    Column("police_grid", Text, nullable=False),
    Column("valid", TSTZRANGE, primary_key=True),
    ExcludeConstraint(("cell", "="), ("valid", "&&"), name="cell_police_grid_one_at_a_time"),
    Index(None, "police_grid"),
)

road = Table(
    "road",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    words("name"),
    words("grade"),
    Column("geom", Geometry("MULTILINESTRING", 4326, spatial_index=False), nullable=False),
    Column("towns", ARRAY(Text), nullable=False),
    one_of("grade", ("trunk", "main", "minor", "lane")),
    Index("road_geom_idx", "geom", postgresql_using="gist"),
)
