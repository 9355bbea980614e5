"""Shifts, hand-overs and stand-ins as rows. Called by ``actions.duty``, ``actions.telling`` and ``reads.duty``."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias

import orjson

from dispatch.domain.duty import MOST_LISTED
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("duty")
Json: TypeAlias = dict[str, Any]
PARTS = ("overdue", "due_today", "critical", "above", "promises", "call_again", "unread")
"""What the list of a hand-over consists of, each a named query."""


async def on_duty(tx: Tx, unit: int, role: str) -> list[int]:
    """Who is on duty for a unit now, as ``operator`` or ``leader``."""
    return [row["person"] for row in await tx.fetch(SQL.on_duty, unit, role)]


async def with_roles(tx: Tx, unit: int, roles: Sequence[str]) -> list[int]:
    """Everybody who has one of some roles for a unit."""
    return [row["person"] for row in await tx.fetch(SQL.with_roles, unit, list(roles))]


async def now(tx: Tx, units: Sequence[int]) -> list[Json]:
    """Who is on duty at some units now."""
    return [each[0] for each in await tx.fetch(SQL.now, list(units))]


async def desks(tx: Tx, units: Sequence[int], roles: Sequence[str], idle_seconds: int) -> list[Json]:
    """Whether the desks of some centers are in use, by whom with one of these roles never said."""
    return [dict(row) for row in await tx.fetch(SQL.desks, list(units), list(roles), idle_seconds)]


async def shifts(tx: Tx, unit: int, since: datetime, until: datetime) -> list[Json]:
    """The shifts of a unit that touch a span of time."""
    return [each[0] for each in await tx.fetch(SQL.shifts, unit, since, until)]


async def people(tx: Tx, unit: int) -> list[Json]:
    """Who may be on duty for a unit."""
    return [dict(row) for row in await tx.fetch(SQL.people, unit)]


async def add_shifts(tx: Tx, rows: Sequence[Mapping[str, Any]], person: int | None) -> int:
    """Write shifts; how many are new."""
    return int(await tx.fetchval(SQL.add_shifts, _json(rows), person))


async def shift_unit(tx: Tx, shift: int) -> int | None:
    """The unit of a shift that stands."""
    unit: int | None = await tx.fetchval(SQL.shift_unit, shift)
    return unit


async def remove_shift(tx: Tx, shift: int, person: int) -> bool:
    """Take a shift off."""
    return await tx.fetchval(SQL.remove_shift, shift, person) is not None


async def stand_ins(tx: Tx, centers: Sequence[int] | None) -> list[Json]:
    """Stand-ins that have not ended, at units of some centers or of all."""
    return [each[0] for each in await tx.fetch(SQL.stand_ins, None if centers is None else list(centers))]


async def add_stand_in(
    tx: Tx,
    person: int,
    absent: int,
    unit: int,
    span: tuple[datetime, datetime],
    reason: str,
    by: int,
) -> int:
    """Write a stand-in; its number."""
    return int(await tx.fetchval(SQL.add_stand_in, person, absent, unit, *span, reason, by))


async def stand_in_unit(tx: Tx, stand_in: int) -> int | None:
    """The unit of a stand-in that has not ended."""
    unit: int | None = await tx.fetchval(SQL.stand_in_unit, stand_in)
    return unit


async def end_stand_in(tx: Tx, stand_in: int) -> bool:
    """End a stand-in now."""
    return await tx.fetchval(SQL.end_stand_in, stand_in) is not None


async def works_at(tx: Tx, person: int, unit: int) -> bool:
    """Whether a person has a post at a unit that somebody may stand in for."""
    return bool(await tx.fetchval(SQL.works_at, person, unit))


async def works_below(tx: Tx, person: int, unit: int) -> bool:
    """Whether a person works for a unit, or for another one of the same center."""
    return bool(await tx.fetchval(SQL.works_below, person, unit))


async def handover_items(tx: Tx, stream: int, day_end: datetime) -> dict[str, list[Json]]:
    """What a shift leaves to the next, part by part; a part holds the first fifty."""
    return {
        part: [
            dict(row)
            for row in await tx.fetch(
                getattr(SQL, f"handover_{part}"),
                *(stream, MOST_LISTED),
                *((day_end,) if part == "due_today" else ()),
            )
        ]
        for part in PARTS
    }


async def add_handover(
    tx: Tx, unit: int, giving: int, taking: int, items: Mapping[str, Any], sound_heard: bool, notes: str
) -> int:
    """Write a hand-over that the next shift has still to confirm; its number."""
    return int(await tx.fetchval(SQL.add_handover, unit, giving, taking, _json(items), sound_heard, notes))


async def handover_to(tx: Tx, handover: int) -> Json | None:
    """Unit, both persons, whether it is confirmed, and the username of who takes over; locked."""
    row = await tx.fetchrow(SQL.handover_to, handover)
    return dict(row) if row else None


async def confirm_handover(tx: Tx, handover: int) -> bool:
    """The next shift has taken over."""
    return await tx.fetchval(SQL.confirm_handover, handover) is not None


async def handovers(tx: Tx, unit: int, handover: int | None = None) -> list[Json]:
    """The hand-overs of a unit, or one of them."""
    return [each[0] for each in await tx.fetch(SQL.handovers, unit, handover)]


def _json(value: object) -> str:
    return orjson.dumps(value, default=str).decode()
