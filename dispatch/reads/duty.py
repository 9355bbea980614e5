"""Who is on duty, a unit's week, and hand-overs. Asked by the desk and by the page of duty."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor, Role
from dispatch.domain.units import Units
from dispatch.errors import NotFound
from dispatch.reads.reach import reach
from dispatch.store import duty as store
from dispatch.store.database import Database

_SEATED = frozenset({Role.DISTRICT_OPERATOR, Role.TOWN_OPERATOR, Role.DUTY_LEADER})
"""Who sits at a center's desk."""


async def on_duty(database: Database, units: Units, actor: Actor) -> list[dict[str, Any]]:
    """Who is on duty now at the reader's centers, and at the district's; people of that one hear of all."""
    async with database.reader(()) as tx:
        return await store.now(tx, sorted(_centers(units, actor)))


async def desks(database: Database, units: Units, actor: Actor, idle_seconds: int) -> list[dict[str, Any]]:
    """Whether somebody sits at the desks of the reader's centers, else since when nobody does; never who."""
    async with database.system() as tx:
        return await store.desks(tx, sorted(_centers(units, actor)), sorted(_SEATED), idle_seconds)


def _centers(units: Units, actor: Actor) -> set[int]:
    """The reader's centers and the district's; all of them for who works at the district's center."""
    mine = reach(actor.memberships, units)
    towns = set(units.center_of_town.values()) if mine.everywhere else set(mine.centers)
    return towns | {units.district}


async def week(
    database: Database, units: Units, actor: Actor, unit: int, since: datetime, until: datetime
) -> dict[str, Any]:
    """The shifts of a unit in a span of time, and who may be on duty there.

    Raises:
        NotFound: there is no such unit, or the reader does not work there.
    """
    if unit not in units.by_id or not _reaches(units, actor, unit):
        raise NotFound
    async with database.reader(()) as tx:
        return {
            "unit": unit,
            "unit_name": units.name(unit),
            "shifts": await store.shifts(tx, unit, since, until),
            "people": await store.people(tx, unit),
        }


def _reaches(units: Units, actor: Actor, unit: int) -> bool:
    mine = reach(actor.memberships, units)
    administers = bool(actor.units({access.Role.SYSTEM_ADMIN}))
    return mine.everywhere or administers or units.center(unit) in mine.centers


async def stand_ins(database: Database, units: Units, actor: Actor) -> list[dict[str, Any]]:
    """Stand-ins of now and to come, at the units of the reader's centers."""
    mine = reach(actor.memberships, units)
    everywhere = mine.everywhere or bool(actor.units({access.Role.SYSTEM_ADMIN}))
    centers: Sequence[int] | None = None if everywhere else sorted(mine.centers)
    async with database.reader(()) as tx:
        return await store.stand_ins(tx, centers)


async def handover_items(database: Database, actor: Actor, unit: int, day_end: datetime) -> dict[str, Any]:
    """What a hand-over of now would list, as the reader sees it."""
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        return await store.handover_items(tx, unit, day_end)


async def handovers(
    database: Database, actor: Actor, unit: int, handover: int | None = None
) -> list[dict[str, Any]]:
    """The hand-overs of a unit the reader works for, the newest first."""
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        return await store.handovers(tx, unit, handover)
