"""Vector tiles (Mapbox Vector Tile 2.1, web mercator) drawn by PostGIS. Called by ``reads.tiles``."""

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("tiles")


async def versions(tx: Tx) -> tuple[frozenset[int], int]:
    """Boundary versions that may be drawn, and the gazetteer's version."""
    row = await tx.fetchrow(SQL.versions)
    assert row is not None
    return frozenset(row["boundaries"]), row["gazetteer"]


async def tile(tx: Tx, version: int, zoom: int, column: int, row: int) -> bytes:
    """One tile: borders of a boundary version, roads and places."""
    areas: bytes = await tx.fetchval(SQL.areas, version, zoom, column, row)
    names: bytes = await tx.fetchval(SQL.names, zoom, column, row)
    return areas + names
