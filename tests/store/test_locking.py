"""Whoever waited for a ticket decides by what the one before left: its row, its assignments and its clocks."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import psycopg

from dispatch.domain.case import NewAssignment
from dispatch.domain.clocks import Changes
from dispatch.domain.ticket import Ticket
from dispatch.store import tickets
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns

NOW = datetime(2026, 11, 25, tzinfo=UTC)
WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


async def until_somebody_waits(owner_url: str) -> None:
    """Ask again and again, until a connection waits for a lock."""
    async with await psycopg.AsyncConnection.connect(owner_url, autocommit=True) as connection:
        while (await (await connection.execute(WAITING)).fetchone()) == (0,):
            pass


async def test_what_is_read_under_the_lock_is_what_the_last_one_left(
    service: Store, two_towns: Database
) -> None:
    towns.add_ticket(two_towns.owner_url, 77, towns.IN_A)

    async def second() -> Ticket | None:
        async with service.system() as tx:
            return await tickets.lock(tx, 77)

    async with service.system() as tx:
        first = await tickets.lock(tx, 77)
        assert first is not None
        assert ([each.kind for each in first.clocks], first.assignments) == (["reply"], ())
        waiting = asyncio.create_task(second())
        await until_somebody_waits(two_towns.owner_url)
        lead = NewAssignment("lead", towns.CENTER_A, None, None)
        stopped = Changes(NOW, stop=frozenset({"reply"}))
        await tickets.follow(tx, 77, NOW, tickets.Following(stopped, [lead]))
    then = await waiting
    assert then is not None
    assert ([each.part for each in then.assignments], then.clocks) == (["lead"], ())
