"""PostgreSQL that is away: it is not stormed while it is, and everybody is let in by the first who finds it back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from random import Random
from urllib.parse import urlsplit

import pytest

from deploy.bootstrap.servers import TEST
from dispatch.errors import DatabaseAway
from dispatch.store.database import Database as Store
from dispatch.store.reconnecting import MOST_SECONDS
from tests.chaos.proxy.backends import Backend, Backends
from tests.chaos.proxy.link import HOST, Link
from tests.databases import Database

ASKERS = 50
PATIENCE_SECONDS = 20


class Recovering(Backends):
    """PostgreSQL behind a line that may be away; how often it was asked for a connection meanwhile."""

    away = False
    asked = 0

    async def reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """As without it, unless it is away."""
        if self.away:
            self.asked += 1
            raise ConnectionRefusedError
        return await super().reach()


@pytest.fixture
async def server() -> Recovering:
    """The server of the tests."""
    return Recovering([Backend(str(TEST.sockets / ".s.PGSQL.5432"))])


@pytest.fixture
async def line(server: Recovering) -> AsyncIterator[Link]:
    """What leads to it."""
    made = Link(server, Random(1))
    await made.open()
    yield made
    await made.close()


@pytest.fixture
async def store(line: Link, two_towns: Database) -> AsyncIterator[Store]:
    """A pool through the line."""
    parts = urlsplit(two_towns.url)
    address = f"postgresql://{parts.username}@{HOST}:{line.address[1]}{parts.path}?sslmode=disable"
    opened = await Store.open(address, size=4)
    yield opened
    await opened.close()


async def ask(store: Store) -> int:
    """A question with an answer."""
    async with store.system() as tx:
        answer: int = await tx.fetchval("SELECT 1")
    return answer


async def ask_alone(store: Store) -> int:
    """The same on a connection of its own."""
    async with store.session() as session:
        answer: int = await session.fetchval("SELECT 1")
    return answer


async def refused(store: Store) -> None:
    """Everybody is told that the database is away."""
    answers = await asyncio.gather(*(ask(store) for _ in range(ASKERS)), return_exceptions=True)
    assert {type(answer) for answer in answers} == {DatabaseAway}
    with pytest.raises(DatabaseAway):
        await ask_alone(store)


async def test_it_is_not_stormed_and_let_in_again(store: Store, line: Link, server: Recovering) -> None:
    now = 0.0
    store._door.now = lambda: now
    store._door.share = lambda: 1.0
    server.away = True
    line.cut()
    await refused(store)
    asked = server.asked
    assert asked <= store.connections[2] + 1, "those that were under way together"
    await refused(store)
    assert server.asked == asked, "nobody knocks before its time"
    now += MOST_SECONDS
    await refused(store)
    assert server.asked == asked + 1
    server.away = False
    async with asyncio.timeout(PATIENCE_SECONDS):
        while isinstance((await asyncio.gather(ask(store), return_exceptions=True))[0], DatabaseAway):
            now += MOST_SECONDS
    assert await asyncio.gather(*(ask(store) for _ in range(ASKERS))) == [1] * ASKERS
    assert await ask_alone(store) == 1
