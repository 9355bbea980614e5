"""Reports to the hotline and messages without a ticket. Asked by the desk."""

from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.store import outbox
from dispatch.store.database import Database


async def callbacks(database: Database, actor: Actor, state: str) -> list[dict[str, Any]]:
    """Status reports in a state about tickets the person may see."""
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        return await outbox.callbacks(tx, state)


async def waiting(database: Database) -> list[dict[str, Any]]:
    """Messages that found no ticket: they have no audience yet, so the district's desk alone may ask.

    Runs in the system's scope, because a message without a ticket is in nobody's; its words stay sealed.
    """
    async with database.system() as tx:
        return await outbox.waiting(tx)
