"""A job under a lease is done by one process at a time, and by none that was stopped for longer than its lease."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

import psycopg
import pytest

from dispatch.errors import DatabaseAway, DispatchError, LeaseLost
from dispatch.jobs.leases import Leases
from dispatch.jobs.loop import end, every
from dispatch.store import importing, work
from dispatch.store.database import Database as Store
from dispatch.store.database import Tx, changing
from tests.databases import Database
from tests.waiting import patient

NAME = "places"
SHORT = timedelta(seconds=1)
FORKING = multiprocessing.get_context("forkserver")


async def write(database: Store, who: str) -> None:
    """What the job writes."""
    async with database.system() as tx:
        await work.start(tx, who, None, None, "")


def written(owner_url: str) -> list[str]:
    """Who wrote, in order."""
    with psycopg.connect(owner_url) as connection:
        return [row[0] for row in connection.execute("SELECT kind FROM work ORDER BY id")]


@asynccontextmanager
async def kept(leases: Leases) -> AsyncIterator[None]:
    """Leases are looked after meanwhile."""
    task = asyncio.create_task(every(0.05, "leases", leases.keep))
    yield
    await end(task)


def be_the_first(url: str, line: Connection, *, inside: bool) -> None:
    """A process that reads under its lease, tells the line, and writes when the line says so; what came of it."""

    async def act(database: Store) -> bool:
        if inside:
            async with database.system() as tx:
                await work.start(tx, "first", None, None, "")
                line.send("between")
                await asyncio.to_thread(line.recv)
        else:
            async with database.system() as tx:
                await work.running(tx, "")
            line.send("between")
            await asyncio.to_thread(line.recv)
            await write(database, "first")
        return False

    async def run() -> str:
        database = await Store.open(url, size=4)
        leases = Leases(database, SHORT)
        job = leases.only(NAME, act)
        try:
            async with kept(leases):
                await job()
        except DispatchError as error:
            return error.code
        finally:
            await database.close()
        return "written"

    line.send(asyncio.run(run()))


@contextmanager
def first(url: str, *, inside: bool) -> Iterator[tuple[ForkServerProcess, Connection]]:
    """The process, and the line to it."""
    here, there = multiprocessing.Pipe()
    process = FORKING.Process(target=be_the_first, args=(url, there), kwargs={"inside": inside})
    process.start()
    there.close()
    yield process, here
    process.kill()
    process.join()
    here.close()


@pytest.mark.parametrize("inside", [False, True], ids=["between its transactions", "inside its transaction"])
async def test_a_process_that_was_stopped_for_longer_than_its_lease_writes_nothing(
    service: Store, two_towns: Database, inside: bool
) -> None:
    with first(two_towns.url, inside=inside) as (process, line):
        assert process.pid is not None
        assert await asyncio.to_thread(line.recv) == "between"
        os.kill(process.pid, signal.SIGSTOP)
        leases = Leases(service, SHORT)
        done = asyncio.Event()

        async def act(database: Store) -> bool:
            await write(database, "second")
            done.set()
            return False

        job = leases.only(NAME, act)
        async with kept(leases), patient():
            await job()
            line.send("go on")
            os.kill(process.pid, signal.SIGCONT)
            came_of_it = await asyncio.to_thread(line.recv)
    assert done.is_set()
    assert came_of_it == ("database-away" if inside else "lease-lost")
    assert written(two_towns.owner_url) == ["second"]


async def test_one_holds_it_and_lets_go_of_it_at_once_when_it_stops(service: Store) -> None:
    one, other = Leases(service), Leases(service)
    for leases in (one, other):
        leases.only(NAME, lambda database: asyncio.sleep(0, False))
        leases.only("retention", lambda database: asyncio.sleep(0, False))
    for _ in range(3):
        await one.keep()
        await other.keep()
    assert (one.held, other.held) == ({NAME: 1, "retention": 1}, {})
    await one.release()
    await other.keep()
    await one.keep()
    assert (one.held, other.held) == ({}, {NAME: 2, "retention": 2})


async def test_a_writer_renews_its_lease_and_is_not_overtaken_while_it_writes(service: Store) -> None:
    one, other = Leases(service, SHORT), Leases(service, SHORT)
    other.only(NAME, lambda database: asyncio.sleep(0, False))

    async def act(database: Store) -> bool:
        async with database.system() as tx:
            writing = asyncio.ensure_future(tx.execute("SELECT pg_sleep(1.2)"))
            while not writing.done():
                await one.keep()
                await other.keep()
        assert (one.held, other.held) == ({NAME: 1}, {})
        return False

    job = one.only(NAME, act)
    await one.keep()
    await job()


async def test_the_holder_of_before_has_another_number_also_when_it_is_the_same_process(
    service: Store,
) -> None:
    one, other = Leases(service), Leases(service)
    other.only(NAME, lambda database: asyncio.sleep(0, False))

    async def act(database: Store) -> bool:
        await one.release()
        await other.keep()
        await other.release()
        await one.keep()
        assert one.held == {NAME: 3}
        with pytest.raises(LeaseLost):
            await write(database, "late")
        return False

    job = one.only(NAME, act)
    await one.keep()
    await job()


async def test_reading_under_a_lease_holds_nothing(service: Store) -> None:
    one = Leases(service)

    async def act(database: Store) -> bool:
        await one.release()
        async with database.system(frozen=True) as tx:
            assert await work.running(tx, "") is None
        return False

    job = one.only(NAME, act)
    await one.keep()
    await job()


async def fall_silent(service: Store, other: Tx) -> None:
    """An import that asks nothing more once it has locked the gazetteer; until another one has it."""
    async with service.session() as session:
        assert await importing.begin(session)
        assert await session.fetchval("SHOW idle_session_timeout") == "5min"
        await session.execute("SET idle_session_timeout = '300ms'")
        await importing.hold(session)
        async with patient():
            await importing.hold(other)
        async with changing(session):
            raise AssertionError("the session has ended")


async def test_an_import_of_a_process_that_falls_silent_lets_go_of_the_gazetteer(service: Store) -> None:
    async with service.session() as other:
        with pytest.raises(DatabaseAway):
            await fall_silent(service, other)
