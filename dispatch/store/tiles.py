"""Vector tiles (Mapbox Vector Tile 2.1, web mercator) drawn by PostGIS. Called by ``reads.tiles``."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("tiles")


@dataclass(frozen=True, slots=True)
class Versions:
    """What maps are drawn of: boundary versions and the gazetteer, whose names and roads they show."""

    published: int | None = None
    boundaries: frozenset[int] = frozenset()
    """Those that are or were in force."""
    drafts: Mapping[int, int] = field(default_factory=dict)
    """Those that are not yet, with their revisions."""
    gazetteer: int = 0


async def versions(tx: Tx) -> Versions:
    """The versions there are."""
    row = await tx.fetchrow(SQL.versions)
    assert row is not None
    drafts = dict(zip(row["drafts"], row["revisions"], strict=True))
    return Versions(row["published"], frozenset(row["boundaries"]), drafts, row["gazetteer"])


async def tile(tx: Tx, version: int, zoom: int, column: int, row: int) -> bytes:
    """One tile: borders of a boundary version, roads and places."""
    areas: bytes = await tx.fetchval(SQL.areas, version, zoom, column, row)
    names: bytes = await tx.fetchval(SQL.names, zoom, column, row)
    return areas + names
