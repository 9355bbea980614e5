"""What sockets ask of the database: one-use tickets that open them (the browser cannot send a header with a socket, and
a cookie alone would be enough for a foreign page), the rights of now, the streams' position and what they held before.
Called by ``web.stream``.

Sockets come in crowds, when a network or a process comes back, so what they ask is asked together.
"""

import hashlib
import secrets
from collections.abc import Sequence

from dispatch.actions.sign_in import SignedIn, of_sessions
from dispatch.actions.together import Together
from dispatch.live.frames import Entry
from dispatch.store import streams as store
from dispatch.store.database import Database

SECONDS = 30
Position = tuple[str, dict[int, int]]
"""The epoch, and the last number of every stream."""
Past = tuple[str, int, Sequence[Entry]]
"""An epoch, a stream of it, and its entries after some number."""


class Sockets:
    """What all sockets of a process ask."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._people: Together[bytes, SignedIn | None] = Together(self._of_sessions)
        self._tickets: Together[bytes, bytes | None] = Together(self._use)
        self._positions: Together[None, Position] = Together(self._position)
        self._issued: Together[tuple[bytes, bytes], None] = Together(self._issue)
        self._pasts: Together[tuple[int, int], Past] = Together(self._past)

    async def issue(self, person: SignedIn) -> str:
        """A ticket for the person's session, good once and for 30 s."""
        ticket = secrets.token_urlsafe(32)
        await self._issued.of((_digest(ticket), person.session))
        return ticket

    async def use(self, ticket: str) -> SignedIn | None:
        """The person a ticket stands for, used up by that; None where it is not good (any more)."""
        session = await self._tickets.of(_digest(ticket))
        return None if session is None else await self.of_session(session)

    async def of_session(self, session: bytes) -> SignedIn | None:
        """The person of a living session, with the rights of now; None where it is over."""
        return await self._people.of(session)

    async def position(self) -> Position:
        """Where the streams are now."""
        return await self._positions.of(None)

    async def entries(self, stream: int, seq: int) -> Past:
        """The entries of a stream from a number on, or from one before it that somebody else asks for."""
        return await self._pasts.of((stream, seq))

    async def _issue(self, tickets: Sequence[tuple[bytes, bytes]]) -> list[None]:
        async with self._database.system() as tx:
            await store.drop_tickets(tx)
            await store.issue_tickets(tx, tickets)
        return [None] * len(tickets)

    async def _of_sessions(self, digests: Sequence[bytes]) -> list[SignedIn | None]:
        people = await of_sessions(self._database, digests)
        return [people.get(each) for each in digests]

    async def _use(self, digests: Sequence[bytes]) -> list[bytes | None]:
        """Whoever is first with a ticket has used it, also among those who are asked about together."""
        async with self._database.system() as tx:
            sessions = await store.use_tickets(tx, digests)
        return [sessions.pop(each, None) for each in digests]

    async def _position(self, asked: Sequence[None]) -> list[Position]:
        async with self._database.system() as tx:
            found = await store.position(tx)
        return [found] * len(asked)

    async def _past(self, asked: Sequence[tuple[int, int]]) -> list[Past]:
        """Each stream once, from the oldest number that is asked for."""
        least: dict[int, int] = {}
        for stream, seq in asked:
            least[stream] = min(seq, least.get(stream, seq))
        async with self._database.system() as tx:
            epoch, _ = await store.position(tx)
            found = {
                stream: [Entry(*row) for row in await store.entries_after(tx, {stream: seq})]
                for stream, seq in least.items()
            }
        return [(epoch, stream, found[stream]) for stream, _ in asked]


def _digest(ticket: str) -> bytes:
    return hashlib.sha256(ticket.encode()).digest()
