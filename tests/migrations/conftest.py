"""Connections to a migrated database: as its owner, and as the application role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from tests import databases
from tests.databases import Database, Template

Connection = psycopg.Connection[Any]


@pytest.fixture(scope="module")
def migrated(keeper: Connection, migrated_template: Template) -> Iterator[Database]:
    """One migrated, empty database for the tests of a module; each test takes back what it did."""
    with databases.clone(keeper, migrated_template) as made:
        yield made


@pytest.fixture
def owner(migrated: Database) -> Iterator[Connection]:
    """The owner, in a transaction that is taken back."""
    with psycopg.connect(migrated.owner_url) as connection:
        yield connection
        connection.rollback()


@pytest.fixture
def application(migrated: Database) -> Iterator[Connection]:
    """The application role in the system's scope, in a transaction that is taken back."""
    with psycopg.connect(migrated.url) as connection:
        connection.execute("SET ROLE dispatch_app")
        connection.execute("SELECT set_config('dispatch.scope', 'system', true)")
        yield connection
        connection.rollback()
