"""The gazetteer as the database keeps it; the in-process index is built from it."""

from geoalchemy2 import Geometry
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    Table,
    Text,
    text,
)

from migrations.tables.base import metadata, moment, one_of, person, words

PLACE_KINDS = (
    "town",
    "village",
    "group",
    "estate",
    "building",
    "poi",
    "road",
    "intersection",
    "house",
)
_IN_FORCE = "valid_until IS NULL"
_NAMED = f"{_IN_FORCE} AND pinyin IS NOT NULL"
_APPROVED = "state = 'approved'"
_PREFIX = "text_pattern_ops"


def _found_by(name: str, column: str, condition: str) -> Index:
    """An index that finds a column's whole text and how it begins, whatever the collation."""
    return Index(name, column, postgresql_ops={column: _PREFIX}, postgresql_where=text(condition))


def _found_alike(name: str, condition: str) -> Index:
    """An index that finds names by likeness."""
    return Index(
        name,
        "name",
        postgresql_using="gin",
        postgresql_ops={"name": "gin_trgm_ops"},
        postgresql_where=text(condition),
    )


place = Table(
    "place",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    words("kind"),
    words("name"),
    Column("parent", BigInteger, ForeignKey("place.id")),
    Column("lon", Double, nullable=False),
    Column("lat", Double, nullable=False),
    Column("radius_m", Double, nullable=False),
    Column("village", Text, ForeignKey("village.code")),
    Column("town", Text, ForeignKey("town.code")),
    words("source"),
    Column("line", Geometry("MULTILINESTRING", 4326, spatial_index=False)),
    words("external", required=False),
    Column("version", Integer, nullable=False, server_default=text("1")),
    moment("valid_from", now=True),
    moment("valid_until", required=False),
    words("pinyin", required=False),
    words("initials", required=False),
    one_of("kind", PLACE_KINDS),
    CheckConstraint("valid_until >= valid_from", name="valid"),
    CheckConstraint("abs(lon) <= 180 AND abs(lat) <= 90", name="earth"),
    Index("place_parent_kind_name_idx", "parent", "kind", "name"),
    Index("place_lon_lat_idx", "lon", "lat"),
    Index(
        "place_source_external_idx",
        "source",
        "external",
        unique=True,
        postgresql_where=text("external IS NOT NULL"),
    ),
    Index("place_kind_id_idx", "kind", "id", postgresql_where=text(_IN_FORCE)),
    Index("place_town_kind_id_idx", "town", "kind", "id", postgresql_where=text(_IN_FORCE)),
    _found_by("place_name_idx", "name", _IN_FORCE),
    _found_by("place_pinyin_idx", "pinyin", _NAMED),
    _found_by("place_initials_idx", "initials", f"{_IN_FORCE} AND initials IS NOT NULL"),
    _found_alike("place_alike_idx", _NAMED),
)

alias = Table(
    "alias",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    Column("place", BigInteger, ForeignKey("place.id"), nullable=False),
    words("name"),
    words("kind"),
    words("state"),
    words("reason", required=False),
    Column("ticket", BigInteger, ForeignKey("ticket.id")),
    person("proposed_by"),
    moment("proposed_at", now=True),
    person("decided_by"),
    moment("decided_at", required=False),
    words("decision", required=False),
    words("pinyin", required=False),
    words("initials", required=False),
    one_of("kind", ("official", "old", "short", "natural", "nickname", "homophone")),
    one_of("state", ("proposed", "approved", "refused", "retired")),
    CheckConstraint(
        "state IN ('proposed', 'refused') OR proposed_by IS NULL OR coalesce(decided_by <> proposed_by, false)",
        name="two_people",
    ),
    Index(None, "place"),
    Index(
        "alias_once_idx",
        "place",
        "name",
        unique=True,
        postgresql_where=text("state IN ('proposed', 'approved')"),
    ),
    Index("alias_proposed_idx", "id", postgresql_where=text("state = 'proposed'")),
    _found_by("alias_name_idx", "name", _APPROVED),
    _found_by("alias_pinyin_idx", "pinyin", _APPROVED),
    _found_by("alias_initials_idx", "initials", _APPROVED),
    _found_alike("alias_alike_idx", _APPROVED),
)

gazetteer_version = Table(
    "gazetteer_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    words("checksum"),
    moment("at", now=True),
)

place_settlement = Table(
    "place_settlement",
    metadata,
    Column(
        "boundary_version", Integer, ForeignKey("boundary_version.id"), primary_key=True, autoincrement=False
    ),
    Column("moved", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("ended", Integer, nullable=False),
    moment("at", now=True),
)
