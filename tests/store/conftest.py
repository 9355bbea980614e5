"""Two towns on a real database, opened as the service opens it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import psycopg
import pytest

from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns


@pytest.fixture
def two_towns(founded: Database) -> Database:
    """A district of two towns, each with a ticket: 1 in town A, 2 in town B."""
    towns.add_ticket(founded.owner_url, 1, towns.IN_A, name="张三", phone="13812345678")
    towns.add_ticket(founded.owner_url, 2, towns.IN_B, name="李四", phone="13887654321")
    with psycopg.connect(founded.owner_url) as connection:
        connection.execute("SELECT setval('ticket_id_seq', 100)")
    return founded


@pytest.fixture
async def service(two_towns: Database) -> AsyncIterator[Store]:
    """The service's pool over the two towns."""
    opened = await Store.open(two_towns.url, size=10)
    yield opened
    await opened.close()
