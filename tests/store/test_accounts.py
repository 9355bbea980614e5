"""Sign-in's count of tries holds however many guess at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import psycopg
import pytest

from dispatch.store import accounts
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns


@pytest.fixture
async def store(founded: Database) -> AsyncIterator[Store]:
    opened = await Store.open(founded.url, size=8)
    yield opened
    await opened.close()


async def guess(store: Store, username: str) -> bool:
    async with store.system() as tx:
        return await accounts.attempt(tx, username, tries=5, rest_seconds=300) is not None


async def test_parallel_guesses_get_five_looks_at_the_password(store: Store) -> None:
    looked = await asyncio.gather(*(guess(store, "towna") for _ in range(40)))
    assert sum(looked) == 5
    assert await guess(store, "townb")


async def test_the_count_starts_anew_after_the_rest(store: Store, founded: Database) -> None:
    for _ in range(6):
        await guess(store, "towna")
    with psycopg.connect(founded.owner_url) as connection:
        connection.execute("UPDATE account SET locked_until = now() WHERE username = 'towna'")
    assert sum([await guess(store, "towna") for _ in range(8)]) == 5


async def test_a_session_of_somebody_disabled_is_none(store: Store, founded: Database) -> None:
    async with store.system() as tx:
        await accounts.begin_session(tx, b"d" * 32, 2, 60)
        found = await accounts.session(tx, b"d" * 32, 600)
    assert found is not None
    assert [(each.role, each.unit) for each in found.memberships] == [("town_operator", towns.CENTER_A)]
    with psycopg.connect(founded.owner_url) as connection:
        connection.execute("UPDATE person SET active = false WHERE id = 2")
    async with store.system() as tx:
        assert await accounts.session(tx, b"d" * 32, 600) is None


async def test_a_role_that_ran_out_is_not_among_the_memberships(store: Store, founded: Database) -> None:
    with psycopg.connect(founded.owner_url) as connection:
        connection.execute("UPDATE membership SET valid = '[2026-01-01,2026-02-01)' WHERE person = 2")
    async with store.system() as tx:
        await accounts.begin_session(tx, b"d" * 32, 2, 60)
        found = await accounts.session(tx, b"d" * 32, 600)
    assert found is not None
    assert found.memberships == frozenset()
