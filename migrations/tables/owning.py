"""Whose a ticket is: powers, police lists, rulings and the precedents made of them, alarms, and what was changed."""

from geoalchemy2 import Geometry
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.tables.base import changes, metadata, moment, one_of, person, setting, unit, words

_IN_FORCE = "valid_until IS NULL"

enforcement_power = Table(
    "enforcement_power",
    metadata,
    Column("id", Integer, Identity(always=False), primary_key=True),
    words("power"),
    Column("categories", ARRAY(Text), nullable=False),
    Column("town", Text, ForeignKey("town.code"), nullable=False),
    unit("bureau", required=True),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date),
    words("note", required=False),
    CheckConstraint("valid_until > valid_from", name="validity"),
    Index(None, "town"),
)

police_list = Table(
    "police_list",
    metadata,
    Column("id", Integer, Identity(always=False), primary_key=True),
    words("list"),
    words("matter"),
    words("category", required=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date),
    words("note", required=False),
    one_of("list", ("to_police", "from_police")),
    CheckConstraint("valid_until > valid_from", name="validity"),
)

owning_setting = setting(
    "owning_setting",
    Column("propose_after", Integer, nullable=False),
    Column("alarm_hops", Integer, nullable=False),
    Column("near_m", Integer, nullable=False),
    bounds="propose_after BETWEEN 2 AND 100 AND alarm_hops BETWEEN 1 AND 20 AND near_m BETWEEN 10 AND 5000",
)

precedent = Table(
    "precedent",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    Column("place", BigInteger, ForeignKey("place.id")),
    words("cell", required=False),
    words("name"),
    Column("geom", Geometry("GEOMETRY", 4326, spatial_index=False)),
    words("category"),
    unit("unit", required=True),
    words("reason"),
    Column("ticket", BigInteger, ForeignKey("ticket.id")),
    Column("replaces", BigInteger, ForeignKey("precedent.id")),
    person("decided_by"),
    moment("valid_from", now=True),
    moment("valid_until", required=False),
    person("ended_by"),
    words("end_reason", required=False),
    Column("used", Integer, nullable=False, server_default=text("0")),
    Column("contradicted", Integer, nullable=False, server_default=text("0")),
    CheckConstraint("place IS NOT NULL OR cell IS NOT NULL OR geom IS NOT NULL", name="ground"),
    Index("precedent_place_idx", "place", postgresql_where=text(_IN_FORCE)),
    Index("precedent_cell_idx", "cell", postgresql_where=text(_IN_FORCE)),
    Index("precedent_geom_idx", "geom", postgresql_using="gist", postgresql_where=text(_IN_FORCE)),
    Index("precedent_replaces_idx", "replaces", postgresql_where=text("replaces IS NOT NULL")),
)

ruling = Table(
    "ruling",
    metadata,
    Column("ticket", BigInteger, ForeignKey("ticket.id"), primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    moment("at"),
    words("command"),
    Column("from_unit", Integer),
    Column("unit", Integer, nullable=False),
    Column("person", Integer),
    words("reason", required=False),
    words("return_reason", required=False),
    words("basis", required=False),
    Column("proposed", Integer),
    Column("hops", SmallInteger, nullable=False),
    words("category", required=False),
    Column("place", BigInteger),
    words("cell", required=False),
    Column("tile", Integer),
    words("town", required=False),
    Column("lon", Double),
    Column("lat", Double),
    Column("precedent", BigInteger),
    Column("against", BigInteger),
    one_of("command", ("decide", "grant", "force")),
    Index("ruling_place_idx", "place", "at", postgresql_where=text("place IS NOT NULL")),
    Index("ruling_tile_idx", "tile", "at", postgresql_where=text("tile IS NOT NULL")),
    Index("ruling_cell_idx", "cell", "at", postgresql_where=text("cell IS NOT NULL")),
    Index(None, "at"),
)

ping_pong = Table(
    "ping_pong",
    metadata,
    Column("ticket", BigInteger, ForeignKey("ticket.id"), primary_key=True, autoincrement=False),
    moment("raised_at"),
    Column("hops", SmallInteger, nullable=False),
    Column("trail", ARRAY(Integer), nullable=False),
    words("why"),
    moment("settled_at", required=False),
    person("settled_by"),
    words("note", required=False),
    one_of("why", ("hops", "came_back")),
    Index("ping_pong_open_idx", "raised_at", postgresql_where=text("settled_at IS NULL")),
)

owning_change = changes("owning_change")
