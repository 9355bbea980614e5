"""Sending a dead status report once more, by a person who looked into it. Called by ``web.callbacks``."""

from uuid import UUID

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.errors import NotFound, Refused
from dispatch.saying import say
from dispatch.store import audit, outbox
from dispatch.store.database import Database


async def replay(database: Database, actor: Actor, callback: UUID) -> None:
    """Make a dead report due at once; its id stays, so the hotline may safely hear it twice.

    Raises:
        NotFound: no such report about a ticket the actor may see.
        Refused: it is not dead.
    """
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        if not await outbox.visible(tx, callback):
            raise NotFound
    async with database.system() as tx:
        ticket = await outbox.replay(tx, callback)
        if ticket is None:
            raise Refused(say("这条上报不在失败清单里，可能已经重发；请刷新后再看。"))
        await audit.write(
            tx,
            person=actor.person,
            unit=actor.home,
            action="callback.replayed",
            subject=f"ticket:{ticket}",
        )
