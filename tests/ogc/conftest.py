"""Areas of a district that was published twice, and programs that ask for them with a key."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest

from dispatch.actions import keys
from dispatch.actions.keys import Keys
from dispatch.reads.features import Features
from dispatch.store.database import Database as Store
from dispatch.web import assemble, features
from dispatch.web.guard import Guard
from tests import databases
from tests.databases import Database, Template
from tests.migrations.conftest import Connection
from tests.ogc import areas
from tests.store.test_keys import Counts

URL = "https://desk.test"
EPSG = "http://www.opengis.net/def/crs/EPSG/0/{}"
CELLS = "/ogc/collections/cells/items"


@pytest.fixture(scope="module")
def district(keeper: Connection, migrated_template: Template) -> Iterator[Database]:
    """One district for the tests of this module."""
    with databases.clone(keeper, migrated_template) as made:
        areas.found(made.owner_url)
        yield made


@pytest.fixture
async def store(district: Database) -> AsyncIterator[Store]:
    """The service's pool, of one connection: whoever keeps it is found out."""
    opened = await Store.open(district.url, size=1)
    yield opened
    await opened.close()


def program(store: Store, token: str = "", origins: frozenset[str] = frozenset()) -> httpx.AsyncClient:
    """A program that asks with a key, or without one; ``origins`` are let in by the service."""
    app = assemble.frame(URL, origins=origins)
    counting = Keys(store, Counts())
    app.include_router(features.router(Guard(store, URL), counting, Features(store), URL))
    headers = {"X-API-Key": token} if token else {}
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=URL, headers=headers)


@pytest.fixture
async def ask(store: Store) -> AsyncIterator[httpx.AsyncClient]:
    """A program with a key."""
    token, _ = await keys.create(store, None, name="测试")
    async with program(store, token) as made:
        yield made


def codes(answer: httpx.Response) -> list[str]:
    """The ids of a page."""
    assert answer.status_code == 200, answer.text
    return [each["id"] for each in answer.json()["features"]]


def link(body: dict[str, Any], rel: str) -> str | None:
    """Where a link leads."""
    return next((each["href"] for each in body["links"] if each["rel"] == rel), None)
