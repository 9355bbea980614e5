"""投诉建议: one's own with their answers, and what the district's supervisors have to answer."""

from datetime import datetime
from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.store import grievances as store
from dispatch.store.database import Database

MOST = 200
PAGE = 50


async def own(database: Database, actor: Actor) -> list[dict[str, Any]]:
    """What the person said, whoever stands in for them left out."""
    assert actor.person is not None
    async with database.reader((access.person_token(actor.person),)) as tx:
        return await store.own(tx, actor.person, MOST)


async def waiting(database: Database, actor: Actor) -> list[dict[str, Any]]:
    """What nobody has answered, the oldest first."""
    async with database.reader(_units(actor)) as tx:
        return await store.waiting(tx, MOST)


async def answered(database: Database, actor: Actor, before: datetime | None) -> list[dict[str, Any]]:
    """What was answered, the last first."""
    async with database.reader(_units(actor)) as tx:
        return await store.answered(tx, before, PAGE)


def _units(actor: Actor) -> frozenset[str]:
    """The units a supervisor reads for, and no person: theirs is another list."""
    return frozenset(access.unit_token(unit) for unit in actor.units({access.Role.SUPERVISOR}))
