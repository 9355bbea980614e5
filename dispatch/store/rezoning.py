"""Moving open tickets to the boundaries in force, as rows: which are behind, how far it is. For the action of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("rezoning")


@dataclass(frozen=True, slots=True)
class Standing:
    """``done`` of ``total`` tickets, since how many ``seconds`` it is under way; how many ``waiting`` for a person."""

    done: int
    total: int
    seconds: float
    waiting: int


class Behind(NamedTuple):
    """An open ticket, its version and town; and the version and town it came from, where boundaries moved it."""

    id: int
    version: int
    town: str | None
    former_version: int | None
    former_town: str | None


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a ticket is found by. lon, lat in EPSG:4326; raw ones as received in ``datum``.

    ``settled``: a person has said something of its place.
    """

    lon: float | None
    lat: float | None
    radius_m: float | None
    raw_lon: float | None
    raw_lat: float | None
    datum: str | None
    address: str
    title: str
    content: str
    number: str
    settled: bool


async def behind(tx: Tx, version: int, most: int) -> list[Behind]:
    """Open tickets that are to be moved."""
    return [Behind(*row) for row in await tx.fetch(SQL.behind, version, most)]


async def whereabouts(tx: Tx, ticket: int) -> Whereabouts:
    """What a ticket is found by."""
    row = await tx.fetchrow(SQL.whereabouts, ticket)
    assert row is not None
    return Whereabouts(**dict(row))


async def count(
    tx: Tx, version: int, *, moved: bool = False, other_center: bool = False, failed: bool = False
) -> None:
    """Count one that is done."""
    await tx.execute(SQL.count, version, int(moved), int(other_center), int(failed))


async def leave(tx: Tx, version: int, ticket: int, why: str) -> bool:
    """Keep one that could not be moved; whether it was not kept before."""
    return await tx.fetchval(SQL.leave, version, ticket, why) is not None


async def finish(tx: Tx, version: int) -> bool:
    """Note that nothing is left; whether that is news."""
    return await tx.fetchval(SQL.finish, version) is not None


async def relink(tx: Tx, cell: str, police_grid: str, at: datetime) -> str | None:
    """Give a cell another police grid from an instant on; the one it had."""
    former: str | None = await tx.fetchval(SQL.close_link, cell, at)
    await tx.execute(SQL.open_link, cell, police_grid, at)
    return former


async def reopen(tx: Tx, version: int, more: int) -> None:
    """Note that more is to be moved to the version in force."""
    await tx.execute(SQL.reopen, version, more)


async def in_cell(tx: Tx, version: int, cell: str) -> int:
    """How many open tickets lie in a cell of the version in force."""
    return int(await tx.fetchval(SQL.in_cell, version, cell))


async def standing(tx: Tx) -> Standing | None:
    """How moving tickets to the version in force stands, where it ever began. Needs the system's scope."""
    row = await tx.fetchrow(SQL.standing)
    return None if row is None else Standing(**dict(row))


async def held_back(tx: Tx) -> tuple[int, str] | None:
    """A scheduled version that was not published, and why."""
    row = await tx.fetchrow(SQL.held_back)
    return None if row is None else (row["id"], row["held_back"])


async def left(tx: Tx, version: int) -> list[dict[str, Any]]:
    """Tickets that could not be moved to a version, as far as the reader may see them."""
    return [row[0] for row in await tx.fetch(SQL.left, version)]
