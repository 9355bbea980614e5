"""A session that fell silent in the middle of a question lets go of what it locked; who is at work is left alone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from dispatch.jobs.silence import PATIENCE
from dispatch.store.database import Database as Store
from dispatch.store.silence import end_silent
from tests.databases import Database
from tests.waiting import patient

NOW = timedelta(0)
WAITS = "SELECT pid FROM pg_stat_activity WHERE pid = %s AND state = 'active' AND wait_event = 'ClientRead'"


@pytest.fixture
def silent(two_towns: Database) -> Iterator[psycopg.Connection[Any]]:
    """A session of the service's login that locked a ticket, and of whose question the end never comes."""
    connection = psycopg.connect(two_towns.url)
    connection.execute("SET ROLE dispatch_app")
    connection.execute("SELECT set_config('dispatch.scope', 'system', true)")
    connection.pgconn.enter_pipeline_mode()
    connection.pgconn.send_query_params(b"SELECT id FROM ticket WHERE id = 1 FOR UPDATE", None)
    connection.pgconn.send_flush_request()
    connection.pgconn.flush()
    answered = connection.pgconn.get_result()
    assert answered is not None
    assert answered.ntuples == 1
    yield connection
    connection.close()


async def wait_until_it_waits(owner_url: str, pid: int) -> None:
    """Its question has been read as far as it came."""
    async with (
        patient(),
        await psycopg.AsyncConnection.connect(owner_url, autocommit=True) as looking,
    ):
        while not await (await looking.execute(WAITS, (pid,))).fetchall():
            pass


async def locks(service: Store) -> None:
    """Lock the ticket as an act does."""
    async with service.system() as tx:
        await tx.execute("SELECT id FROM ticket WHERE id = 1 FOR UPDATE")


async def test_who_fell_silent_half_way_lets_go(
    two_towns: Database, service: Store, silent: psycopg.Connection[Any]
) -> None:
    pid = silent.info.backend_pid
    await wait_until_it_waits(two_towns.owner_url, pid)
    assert await end_silent(service, PATIENCE) == 0  # it may only be slow
    waiting = asyncio.create_task(locks(service))
    assert await end_silent(service, NOW) == 1
    async with patient():
        await waiting


async def test_who_is_at_work_or_copies_is_left_alone(two_towns: Database, service: Store) -> None:
    with psycopg.connect(two_towns.url) as copying, psycopg.connect(two_towns.url) as idle:
        idle.execute("SELECT 1")
        copying.execute("CREATE TEMP TABLE copied (id int)")
        with copying.cursor().copy("COPY copied FROM STDIN") as rows:
            await wait_until_it_waits(two_towns.owner_url, copying.info.backend_pid)
            assert await end_silent(service, NOW) == 0
            rows.write("1\n")
        assert copying.execute("SELECT count(*) FROM copied").fetchone() == (1,)


async def test_the_login_is_left_again_with_the_transaction(service: Store) -> None:
    await end_silent(service, NOW)
    async with service.system() as tx:
        assert await tx.fetchval("SELECT current_user") == "dispatch_app"
