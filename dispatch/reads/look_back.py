"""回头看: the periods with their commitments, and the tickets to be looked at again. Asked by the district's page."""

from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.store import look_back as store
from dispatch.store.database import Database

MOST = 500


async def periods(database: Database) -> list[dict[str, Any]]:
    """Every period: its method, commitment, seed once told, and what came of it. Holds no ticket."""
    async with database.system() as tx:
        return await store.periods(tx)


async def tasks(
    database: Database, actor: Actor, *, is_open: bool, period: int | None
) -> list[dict[str, Any]]:
    """Tickets to be looked at again, or that were, as far as the person sees them."""
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        return await store.tasks(tx, is_open, period, MOST)
