"""Lines to the database that die without a word: whoever asks is told so in time, and the next one is served."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from random import Random
from urllib.parse import urlsplit

import pytest

from deploy.bootstrap.servers import TEST
from dispatch.errors import DatabaseAway
from dispatch.store import database as databases
from dispatch.store.database import Database as Store
from tests.chaos.proxy import Toxics
from tests.chaos.proxy.backends import Backend, Backends
from tests.chaos.proxy.link import HOST, Link
from tests.databases import Database
from tests.waiting import patient

SIZE = 3


@pytest.fixture
async def line() -> AsyncIterator[Link]:
    """What leads to the database."""
    made = Link(Backends([Backend(str(TEST.sockets / ".s.PGSQL.5432"))]), Random(1))
    await made.open()
    yield made
    await made.close()


@pytest.fixture
async def store(line: Link, two_towns: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Store]:
    """A pool through it, all of whose connections have been used; it waits less long than in office."""
    monkeypatch.setattr(databases, "_ROLLBACK_SECONDS", 0.1)
    monkeypatch.setattr(databases, "_CLOSE_SECONDS", 0.1)
    parts = urlsplit(two_towns.url)
    opened = await Store.open(
        f"postgresql://{parts.username}@{HOST}:{line.address[1]}{parts.path}", size=SIZE
    )
    async with opened.system(), opened.system(), opened.system():
        pass
    yield opened
    await opened.close()


async def ask(store: Store, before: Callable[[], object] = int) -> int:
    """A question with an answer, and what happens before it is asked."""
    async with store.system() as tx:
        before()
        answer: int = await tx.fetchval("SELECT 1")
    return answer


async def overdo(store: Store) -> None:
    """A question that takes longer than it may."""
    async with store.system() as tx:
        await tx.execute("SET LOCAL statement_timeout = 1; SELECT pg_sleep(60)")


async def test_when_one_line_is_silent_all_are_made_anew(store: Store, line: Link) -> None:
    await line.poison(Toxics(black_hole=True))
    await line.poison(Toxics())
    async with patient():
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await ask(store)
        assert [await ask(store) for _ in range(SIZE)] == [1] * SIZE


async def test_a_line_that_is_cut_is_the_database_being_away(store: Store, line: Link) -> None:
    async with patient():
        with pytest.raises(DatabaseAway):
            await ask(store, before=line.cut)
        assert await ask(store) == 1


async def test_a_statement_that_is_ended_from_outside_is_the_database_being_away(store: Store) -> None:
    with pytest.raises(DatabaseAway):
        await overdo(store)
    assert await ask(store) == 1


async def test_it_ends_though_no_line_answers(store: Store, line: Link) -> None:
    await line.poison(Toxics(black_hole=True))
    async with patient():
        await store.close()


async def test_a_queue_for_connections_is_told_by_its_oldest(store: Store) -> None:
    async with store.system(), store.system(), store.system():
        assert (store.waiting, store.wait_seconds) == (0, 0.0)
        queue = [asyncio.ensure_future(ask(store)) for _ in range(2)]
        await asyncio.sleep(0)
        assert store.waiting == 2
        before = store.wait_seconds
        assert 0.0 < before < store.wait_seconds
    assert await asyncio.gather(*queue) == [1, 1]
    assert (store.waiting, store.wait_seconds) == (0, 0.0)
