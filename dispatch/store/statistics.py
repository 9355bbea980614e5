"""How many tickets where, as rows. Called by ``actions.statistics``; counts and points, nobody's data."""

from datetime import datetime
from typing import NamedTuple

from dispatch.store.boundaries import Level
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("statistics")
_SLICE = 2_000


class Counted(NamedTuple):
    """Tickets of a version and an area of it; None where the area is not known."""

    version: int
    code: str | None
    tickets: int


async def counted(tx: Tx, level: Level, since: datetime, until: datetime, version: int) -> list[Counted]:
    """Tickets of a period by version and area; of other versions than the given one those without a point."""
    rows = await tx.fetch(getattr(SQL, f"by_{level}"), since, until, version)
    return [Counted(*row) for row in rows]


async def points(tx: Tx, since: datetime, until: datetime, version: int) -> tuple[list[float], list[float]]:
    """lon and lat (EPSG:4326) of the tickets of a period that lie in other versions."""
    lons, lats = [], []
    async for lon, lat in tx.cursor(SQL.points, since, until, version, prefetch=_SLICE):
        lons.append(lon)
        lats.append(lat)
    return lons, lats
