"""One-use tickets that open a socket: the browser cannot send a header with it, and a cookie alone would be enough
for a foreign page. Called by ``web.stream``."""

import hashlib
import secrets

from dispatch.actions.sign_in import SignedIn, of_session
from dispatch.store import streams as store
from dispatch.store.database import Database

SECONDS = 30


async def issue(database: Database, person: SignedIn) -> str:
    """A ticket for the person's session, good once and for 30 s."""
    ticket = secrets.token_urlsafe(32)
    async with database.system() as tx:
        await store.drop_tickets(tx)
        await store.issue_ticket(tx, _digest(ticket), person.session)
    return ticket


async def use(database: Database, ticket: str) -> SignedIn | None:
    """The person a ticket stands for, used up by that; None where it is not good (any more)."""
    async with database.system() as tx:
        session = await store.use_ticket(tx, _digest(ticket))
    return None if session is None else await of_session(database, session)


def _digest(ticket: str) -> bytes:
    return hashlib.sha256(ticket.encode()).digest()
