"""Fixtures of every test: databases cloned from templates, a Redis of its own. Real servers, never stand-ins."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
import redis
from hypothesis import HealthCheck, settings

from deploy.bootstrap import servers
from deploy.bootstrap.servers import TEST
from tests import databases
from tests.adapters import remembered
from tests.databases import Database, Template
from tests.ports import reserved
from tests.web import towns

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Questions of property tests may take their time: the machine may be busy with other things."""
settings.register_profile("same", UNHURRIED, derandomize=True, database=None)
settings.register_profile("searching", UNHURRIED, max_examples=1_000, print_blob=True)
settings.load_profile("same")
"""They are the same in every run, so that a run judges what was changed and nothing else; others, ten times as
many unless a test says how many, are asked with ``--hypothesis-profile searching``, as `make test-long` does."""


@pytest.fixture(scope="module", autouse=True)
def thawed() -> Iterator[None]:
    """What a service froze for good (``actions.world``) is collected again: no service outlives its module here."""
    yield
    gc.unfreeze()


@pytest.fixture(scope="session")
def remembered_fields() -> Iterator[None]:
    """Services are built twice as quickly from here on."""
    with remembered():
        yield


@pytest.fixture(scope="session")
def private_servers() -> Iterator[None]:
    """The test pair of PostgreSQL and Redis, started unless it runs."""
    servers.hold(TEST)
    yield
    servers.release(TEST)


@pytest.fixture(scope="session")
def keeper(private_servers: None) -> Iterator[psycopg.Connection[Any]]:
    """The connection that makes and drops databases and holds the locks on templates."""
    with contextlib.closing(databases.connect()) as connection:
        databases.settle(connection)
        yield connection


@pytest.fixture(scope="session")
def migrated_template(keeper: psycopg.Connection[Any]) -> Template:
    """The migrated, empty schema, to be cloned."""
    return databases.migrated(keeper)


@pytest.fixture(scope="session")
def district_template(keeper: psycopg.Connection[Any], migrated_template: Template) -> Template:
    """The migrated schema with the demo district loaded, to be cloned."""
    return databases.district(keeper, migrated_template)


@pytest.fixture
def database(keeper: psycopg.Connection[Any], migrated_template: Template) -> Iterator[Database]:
    """A fresh, migrated, empty database for one test."""
    with databases.clone(keeper, migrated_template) as made:
        yield made


@pytest.fixture
def district(keeper: psycopg.Connection[Any], district_template: Template) -> Iterator[Database]:
    """A fresh database with the demo district for one test."""
    with databases.clone(keeper, district_template) as made:
        yield made


@pytest.fixture(scope="session")
def founded_template(keeper: psycopg.Connection[Any], migrated_template: Template) -> Template:
    """The migrated schema with the two towns of ``tests.web.towns``, to be cloned."""
    return databases.founded(keeper, migrated_template, towns.__file__, towns.found)


@pytest.fixture
def founded(keeper: psycopg.Connection[Any], founded_template: Template) -> Iterator[Database]:
    """A fresh database with the two towns for one test."""
    with databases.clone(keeper, founded_template) as made:
        yield made


@pytest.fixture(scope="module")
def shared_district(keeper: psycopg.Connection[Any], district_template: Template) -> Iterator[Database]:
    """One database with the demo district for the tests of a module that stay out of each other's way."""
    with databases.clone(keeper, district_template) as made:
        yield made


@pytest.fixture
def port() -> Iterator[int]:
    """A port for the service under test, its own until the test ends."""
    with reserved() as kept:
        yield kept


@pytest.fixture(scope="session")
def redis_number(keeper: psycopg.Connection[Any]) -> int:
    """The number of a database of the test Redis that no other session uses, leased for as long as this one lives."""
    return databases.leased_number(keeper)


@pytest.fixture
def redis_url(redis_number: int) -> Iterator[str]:
    """An empty numbered database of the test Redis, emptied again afterwards."""
    url = TEST.redis_url(redis_number)
    with contextlib.closing(redis.Redis.from_url(url)) as connection:
        connection.flushdb()
        yield url
        connection.flushdb()
