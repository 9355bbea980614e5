"""Upward requests as screens show them: of one ticket, and the list of a desk. Read as the person."""

from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.upward import WAITING, RequestState
from dispatch.errors import NotFound
from dispatch.store import reading
from dispatch.store import upward as store
from dispatch.store.database import Database

OPEN = (RequestState.DRAFTED, *sorted(WAITING))


async def of_ticket(database: Database, actor: Actor, number: int) -> list[dict[str, Any]]:
    """Every request of a ticket, the newest first.

    Raises:
        NotFound: no such ticket, or the person may not see it.
    """
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        if await reading.ticket(tx, number) is None:
            raise NotFound
        return await store.of_ticket(tx, number)


async def listed(database: Database, actor: Actor, states: tuple[str, ...] = OPEN) -> list[dict[str, Any]]:
    """Requests in some states about tickets the person may see, alarms first."""
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        return await store.listed(tx, states)


async def published(database: Database, actor: Actor) -> dict[str, Any]:
    """Every ground there is or was, the limits in force, and how they came about."""
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        limits = await store.limits(tx)
        return {
            "grounds": await store.all_grounds(tx),
            "limits": [{"kind": kind, "answer_minutes": minutes} for kind, minutes in limits.items()],
            "history": await store.limit_history(tx),
        }
