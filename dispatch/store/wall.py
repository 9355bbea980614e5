"""What a wall shows, as counts and outlines. Called by ``reads.wall``, in the scope of the screen's unit."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("wall")


async def moment(tx: Tx) -> tuple[datetime, int]:
    """The database's time, and the boundary version in force."""
    row = await tx.fetchrow(SQL.moment)
    assert row is not None
    return row["at"], row["boundary_version"]


async def standing(tx: Tx, streams: Sequence[int], *, by_village: bool, most: int) -> dict[str, Any]:
    """Open tickets as counts: ``places``, ``cells``, and the ``overdue`` that are so longest, ``most`` of them."""
    found: dict[str, Any] = await tx.fetchval(SQL.standing, streams, by_village, most)
    return found


async def flow(tx: Tx, streams: Sequence[int], since: datetime) -> dict[str, Any]:
    """Tickets received in each of the 24 hours from an instant on, and how many were answered since."""
    row = await tx.fetchrow(SQL.flow, streams, since)
    assert row is not None
    return {"hours": row["hours"], "received": sum(row["hours"]), "answered": row["answered"]}


async def ground(tx: Tx, boundary_version: int, town: str | None) -> str:
    """Outlines of towns and cells as JSON text."""
    found: str = await tx.fetchval(SQL.ground, boundary_version, town)
    return found
