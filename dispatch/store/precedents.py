"""Precedents, rulings and alarms of tickets that are passed on, as rows. Called by ``actions`` and ``reads``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain.precedent import Ground, Precedent
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("precedents")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is set about ownership. 0 is the program's own: nothing was set yet."""

    version: int = 0
    propose_after: int = 3
    """A rule is proposed when one owner was decided so many times."""
    alarm_hops: int = 2
    """A ticket that was passed on so often is an alarm."""
    near_m: int = 300
    """Ground within so many metres is near."""


@dataclass(frozen=True, slots=True)
class DrawnGround:
    """What was drawn, as the database sees it: an area as GeoJSON, and whether it can be the ground of a precedent."""

    shape: str
    is_simple: bool
    area_m2: float
    within: bool


async def setting(tx: Tx) -> Setting:
    """What is set now."""
    row = await tx.fetchrow(SQL.setting)
    return Setting() if row is None else Setting(**dict(row))


async def settings(tx: Tx) -> list[dict[str, Any]]:
    """The versions of what is set, the newest first."""
    return [dict(row) for row in await tx.fetch(SQL.settings)]


async def save_setting(tx: Tx, chosen: Setting, note: str, person: int | None) -> int:
    """The next version, in force at once; its number."""
    await tx.execute(SQL.one_setting_at_a_time)
    await tx.execute(SQL.retire_setting)
    values = (chosen.propose_after, chosen.alarm_hops, chosen.near_m, note, person)
    version: int = await tx.fetchval(SQL.insert_setting, *values)
    return version


async def ground(tx: Tx, ticket: int) -> Ground | None:
    """What a decision on a ticket is about; None where there is no such ticket, or it is not the reader's to see."""
    row = await tx.fetchrow(SQL.ground, ticket)
    return None if row is None else Ground(**dict(row))


async def around(tx: Tx, about: Ground, near_m: float) -> list[Precedent]:
    """Precedents in force whose place may be a ticket's."""
    rows = await tx.fetch(SQL.around, about.place, about.cell, about.lon, about.lat, near_m)
    return [Precedent(**dict(row)) for row in rows]


async def insert(
    tx: Tx,
    *,
    place: int | None,
    cell: str | None,
    name: str,
    category: str,
    unit: int,
    reason: str,
    ticket: int | None = None,
    replaces: int | None = None,
    person: int | None = None,
    shape: str | None = None,
) -> int:
    """A new precedent in force; ``shape`` is a drawn area as GeoJSON, where it is of neither place nor cell."""
    values = (place, cell, name, category, unit, reason, ticket, replaces, person, shape)
    identity: int = await tx.fetchval(SQL.insert, *values)
    return identity


async def drawn(tx: Tx, shape: str, width_m: float | None) -> DrawnGround:
    """A drawn area as it is, or the ground so many metres to either side of a drawn line."""
    row = await tx.fetchrow(SQL.drawn, shape, width_m)
    assert row is not None
    return DrawnGround(**dict(row))


async def end(tx: Tx, identity: int, person: int | None, reason: str) -> bool:
    """A precedent holds no more; False where it did not any longer."""
    done: str = await tx.execute(SQL.end, identity, person, reason)
    return done == "UPDATE 1"


async def lock(tx: Tx, identity: int) -> dict[str, Any] | None:
    """One precedent in force, held until the transaction ends."""
    row = await tx.fetchrow(SQL.lock, identity)
    return None if row is None else dict(row)


async def count(tx: Tx, identity: int, *, used: int = 0, contradicted: int = 0) -> None:
    """A precedent was followed, or decided against."""
    await tx.execute(SQL.count, identity, used, contradicted)


async def place(tx: Tx, identity: int) -> str | None:
    """What a place in force is called."""
    row = await tx.fetchrow(SQL.place, identity)
    return None if row is None else str(row["name"])


async def cell(tx: Tx, code: str) -> str | None:
    """What a cell in force is called, with its village."""
    row = await tx.fetchrow(SQL.cell, code)
    return None if row is None else str(row["name"])


async def insert_ruling(
    tx: Tx,
    ticket: int,
    at: datetime,
    command: str,
    *,
    from_unit: int | None,
    unit: int,
    person: int | None,
    reason: str | None,
    returned: Mapping[str, Any] | None,
    place: int | None,
    precedent: int | None,
    against: int | None,
) -> None:
    """Keep a decision where like cases are looked for."""
    was = returned or {}
    values = (at, command, from_unit, unit, person, reason, was.get("reason"), was.get("basis"))
    await tx.execute(SQL.insert_ruling, ticket, *values, was.get("proposed"), place, precedent, against)


async def trail(tx: Tx, ticket: int) -> list[int]:
    """The units a ticket was sent to, in order."""
    sent: list[int] = []
    for row in await tx.fetch(SQL.trail, ticket):
        if not sent or sent[-1] != row["unit"]:
            sent.append(row["unit"])
    return sent


async def raise_alarm(tx: Tx, ticket: int, at: datetime, hops: int, trail: Sequence[int], why: str) -> None:
    """A ticket's way from unit to unit needs attention."""
    await tx.execute(SQL.raise_alarm, ticket, at, hops, list(trail), why)


async def settle_alarm(tx: Tx, ticket: int, person: int | None, note: str) -> bool:
    """Somebody has seen to it; False where no alarm stood."""
    done: str = await tx.execute(SQL.settle_alarm, ticket, person, note)
    return done == "UPDATE 1"


async def holder(tx: Tx, ticket: int) -> int | None:
    """The unit that has a ticket now; None where it has none, or is not the reader's to see."""
    unit: int | None = await tx.fetchval(SQL.holder, ticket)
    return unit


async def returned(tx: Tx, ticket: int) -> dict[str, Any] | None:
    """What a ticket's return says; None where it was not returned, or is not the reader's to see."""
    said: dict[str, Any] | None = await tx.fetchval(SQL.returned, ticket)
    return said
