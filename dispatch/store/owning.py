"""Questions about whose tickets are: like cases, what waits for a ruling, alarms, precedents. Asked by ``reads``."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import asyncpg

from dispatch.domain.precedent import Ground
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("owning")
_ZOOM = 14


async def like(tx: Tx, about: Ground, ticket: int) -> Sequence[asyncpg.Record]:
    """Earlier decisions at, in, or near a ticket's place."""
    tiles = _around(await tx.fetchval(SQL.tile, ticket))
    rows: Sequence[asyncpg.Record] = await tx.fetch(
        SQL.like, about.place, about.cell, tiles, about.lon, about.lat, ticket, about.path or ""
    )
    return rows


def _around(tile: int | None) -> list[int]:
    """A map tile and its eight neighbours, as ``location.tile_key`` numbers them."""
    if tile is None:
        return []
    x, y = tile >> _ZOOM, tile & ((1 << _ZOOM) - 1)
    return [(x + east) << _ZOOM | (y + south) for east in (-1, 0, 1) for south in (-1, 0, 1)]


async def waiting(tx: Tx, most: int) -> list[dict[str, Any]]:
    """Tickets that wait for the district's word: what was returned first, each by when it is due."""
    return [dict(row) for row in await tx.fetch(SQL.waiting, most)]


async def alarms(tx: Tx) -> list[dict[str, Any]]:
    """Tickets that are passed to and fro."""
    return [dict(row) for row in await tx.fetch(SQL.alarms)]


async def precedents(tx: Tx, *, ended: bool, words: str | None) -> list[dict[str, Any]]:
    """Precedents, the newest first."""
    return [dict(row) for row in await tx.fetch(SQL.precedents, ended, words)]


async def drawn(tx: Tx) -> list[dict[str, Any]]:
    """Precedents in force as GeoJSON features."""
    features: list[dict[str, Any]] = await tx.fetchval(SQL.drawn)
    return features


async def decided(tx: Tx, since: datetime) -> Sequence[asyncpg.Record]:
    """What was decided of each category in each town since a moment."""
    rows: Sequence[asyncpg.Record] = await tx.fetch(SQL.decided, since)
    return rows
