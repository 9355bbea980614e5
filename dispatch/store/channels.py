"""What channels of coordinates have pushed, and the alarms about them. Called by ``actions`` and ``reads``."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("channels")
PHONES = "phones"
"""What the pictures of phones are called among the channels; no hotline has this name."""
Rows: TypeAlias = list[dict[str, Any]]


async def sources(tx: Tx) -> Rows:
    """The hotlines: id, name, datum."""
    return [dict(row) for row in await tx.fetch(SQL.sources)]


async def pushed(tx: Tx, datums: Sequence[str], most: int) -> Rows:
    """The last tickets that came with a coordinate: source, datum, ticket, at, vote (None: the words said nothing)."""
    return [dict(row) for row in await tx.fetch(SQL.pushed, list(datums), most)]


async def taken(tx: Tx, levels: Sequence[str], most: int) -> Rows:
    """The last pictures with a position: ticket, at, lon, lat, place_lon, place_lat, radius_m."""
    return [dict(row) for row in await tx.fetch(SQL.taken, list(levels), most, PHONES)]


async def alarms(tx: Tx) -> Rows:
    """The alarms that stand, with the open tickets that are placed by such coordinates."""
    return [dict(row) for row in await tx.fetch(SQL.alarms)]


async def standing(tx: Tx) -> Rows:
    """The alarms that stand: id, source, declared, seen, since."""
    return [dict(row) for row in await tx.fetch(SQL.standing)]


async def may_settle(tx: Tx) -> bool:
    """Whether no other process settles alarms at this moment."""
    free: bool = await tx.fetchval(SQL.one_at_a_time)
    return free


async def insert(tx: Tx, *values: Any) -> None:
    """A new alarm: source, declared, seen, since, votes, share, east_m, north_m."""
    await tx.execute(SQL.insert, *values)


async def go_on(tx: Tx, alarm: int, *values: Any) -> None:
    """What a standing alarm has heard by now: votes, share, east_m, north_m."""
    await tx.execute(SQL.go_on, alarm, *values)


async def end(tx: Tx, alarm: int, how: str, person: int | None = None, note: str | None = None) -> None:
    """End an alarm: behaved, acknowledged or declared."""
    await tx.execute(SQL.end, alarm, how, person, note)


async def lock_source(tx: Tx, source: str) -> str | None:
    """The datum a hotline declares, held until the transaction ends; None where there is no such hotline."""
    datum: str | None = await tx.fetchval(SQL.lock_source, source)
    return datum


async def declare(tx: Tx, source: str, datum: str) -> None:
    """A hotline declares another datum."""
    await tx.execute(SQL.declare, source, datum)
