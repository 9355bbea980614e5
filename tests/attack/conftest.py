"""The service that is attacked: a process of its own, or one in the test's own process; one for each module."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterator
from typing import Any

import psycopg
import pytest
import pytest_asyncio
import redis

from deploy.bootstrap.servers import TEST
from tests.attack.ground import standing
from tests.attack.inside import Ground, inside
from tests.databases import Template
from tests.e2e.service import Service


@pytest.fixture(scope="module")
def attacked(
    keeper: psycopg.Connection[Any],
    founded_template: Template,
    redis_number: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Service]:
    """The service over two towns with everybody in them."""
    url = TEST.redis_url(redis_number)
    with contextlib.closing(redis.Redis.from_url(url)) as connection:
        connection.flushdb()
    with standing(keeper, founded_template, url, tmp_path_factory.mktemp("attacked")) as service:
        yield service


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ground(
    keeper: psycopg.Connection[Any],
    founded_template: Template,
    redis_number: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[Ground]:
    """Two towns with everybody in them and what belongs to town A, for all of a module."""
    folder = tmp_path_factory.mktemp("inside")
    async with inside(keeper, founded_template, TEST.redis_url(redis_number), folder) as made:
        yield made
