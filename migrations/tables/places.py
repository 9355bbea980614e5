"""The gazetteer as the database keeps it; the in-process index is built from it."""

from sqlalchemy import BigInteger, Column, Double, ForeignKey, Identity, Index, Integer, Table, Text

from migrations.tables.base import metadata, one_of, words

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
    one_of("kind", PLACE_KINDS),
    Index(None, "parent"),
    Index("place_lon_lat_idx", "lon", "lat"),
)

alias = Table(
    "alias",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    Column("place", BigInteger, ForeignKey("place.id"), nullable=False),
    words("name"),
    words("kind"),
    words("state"),
    one_of("kind", ("official", "old", "short", "natural", "nickname", "homophone")),
    one_of("state", ("proposed", "approved", "refused")),
    Index(None, "place"),
)

gazetteer_version = Table(
    "gazetteer_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    words("checksum"),
)
