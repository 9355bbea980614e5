"""An act that is cancelled at any of its awaits holds nothing afterwards: no connection, no transaction, no lock.

A deadline or a client that hangs up may cancel anywhere, in the middle of a statement too. Each act here is cancelled
at its first await, then at its second, and so on until it gets through; then it is done once more, and stands once.
"""

from __future__ import annotations

import asyncio
import types
from collections.abc import Awaitable, Callable, Coroutine, Generator, Iterator
from contextlib import suppress
from functools import partial
from itertools import count
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from dispatch.actions.tickets import Tickets
from dispatch.actions.world import Worlds
from dispatch.domain.commands import Command
from dispatch.errors import DatabaseAway
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.store.test_operations import IN_A
from tests.waiting import patient
from tests.web import towns

Make = Callable[[], Coroutine[Any, Any, object]]
MOST_AWAITS = 400
HELD = (
    "SELECT count(*) FROM pg_stat_activity a WHERE datname = current_database() AND application_name = 'dispatch' "
    "AND (xact_start IS NOT NULL OR EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid))"
)


@types.coroutine
def cut(whole: Coroutine[Any, Any, object], at: int, times: int) -> Generator[Any, Any, bool]:
    """Drive a coroutine and have this task cancelled at one of its awaits, and the next; whether it had so many."""
    step = partial(whole.send, None)
    for number in count(1):
        try:
            awaited = step()
        except StopIteration:
            return number > at
        if at <= number < at + times:
            task = asyncio.current_task()
            assert task is not None
            task.cancel()
        try:
            yield awaited
        except BaseException as error:  # noqa: BLE001 - handed on to whom it was meant for
            step = partial(whole.throw, error)
        else:
            step = partial(whole.send, None)
    raise AssertionError("count goes on for ever")


@pytest.fixture
def held(two_towns: Database) -> Iterator[Callable[[], int]]:
    """How many transactions and locks the service has."""
    with psycopg.connect(two_towns.owner_url, autocommit=True) as connection:
        yield lambda: int((connection.execute(HELD).fetchone() or (0,))[0])


@pytest.fixture
async def tickets(service: Store) -> Tickets:
    """The desk's verbs."""
    worlds = Worlds(service)
    await worlds.refresh()

    async def wake(_: object) -> None:
        return None

    return Tickets(service, worlds, towns.sealer(), wake)


async def cancelled_everywhere(make: Make, after: Callable[[], Awaitable[None]], times: int = 1) -> int:
    """Cancel at each await in turn, so many times, until there are no more; how many there were.

    Nobody complains of it: what is given back to the pool in a transaction asyncpg would tell the loop.
    """
    complaints: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, told: complaints.append(told["message"]))
    for at in range(1, MOST_AWAITS):
        task = asyncio.create_task(_driven(make(), at, times))
        with suppress(asyncio.CancelledError, DatabaseAway):
            if not await task:
                return at - 1
        await after()
        assert complaints == [], f"cancelled at its await {at}"
    raise AssertionError(f"it has more than {MOST_AWAITS} awaits")


async def at_rest(held: Callable[[], int]) -> None:
    """Wait until the service holds nothing; what it never lets go fails here."""
    async with asyncio.timeout(60):
        while True:
            if not await asyncio.to_thread(held):
                return


async def _driven(whole: Coroutine[Any, Any, object], at: int, times: int) -> bool:
    return await cut(whole, at, times)


@pytest.mark.parametrize("times", [1, 2], ids=["once", "twice"])
async def test_an_act_cancelled_anywhere_holds_nothing_and_stands_once(
    service: Store, tickets: Tickets, held: Callable[[], int], two_towns: Database, times: int
) -> None:
    operation = uuid4()

    awaits = await cancelled_everywhere(
        lambda: tickets.perform(IN_A, 1, Command.NOTE, {"text": "已联系"}, operation),
        lambda: at_rest(held),
        times,
    )
    assert awaits > 3
    await tickets.perform(IN_A, 1, Command.NOTE, {"text": "已联系"}, operation)
    with psycopg.connect(two_towns.owner_url) as connection:
        done = connection.execute(
            "SELECT count(*) FROM journal WHERE operation = %s", (operation,)
        ).fetchone()
    assert done == (1,)
    await everybody_gets_a_connection(service)


async def test_a_read_cancelled_anywhere_holds_nothing(service: Store, held: Callable[[], int]) -> None:
    async def read() -> None:
        async with service.reader(["u1"]) as tx:
            await tx.fetchval("SELECT count(*) FROM ticket")

    assert await cancelled_everywhere(read, lambda: at_rest(held)) > 3
    await everybody_gets_a_connection(service)


async def everybody_gets_a_connection(service: Store) -> None:
    """All ten places of the pool can be had at the same time."""
    ready = asyncio.Barrier(10)

    async def one() -> None:
        async with service.system():
            await ready.wait()

    async with patient():
        await asyncio.gather(*(one() for _ in range(10)))
