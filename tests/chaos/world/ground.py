"""The district that a run happens in: a template built once on a pair's cluster, a clone for each scenario."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

from deploy.demo.accounts import LOGIN, allow_login
from tests.chaos.world.servers import Pair
from tests.databases import ROOT, SECRETS, Database, digest

MADE_OF = (
    *("migrations", "deploy/demo/district", "deploy/demo/accounts.py", "deploy/demo/__main__.py"),
    *("tests/databases.py", "tests/chaos/world/ground.py"),
)


@contextmanager
def district(pair: Pair, callback_url: str) -> Iterator[Database]:
    """A fresh database with the demo district, whose hotline hears reports at an address; dropped afterwards."""
    name = f"run_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(pair.database_url("postgres"), autocommit=True) as keeper:
        template, users = _template(keeper, pair)
        keeper.execute(_made(name, template))
    made = Database(pair.database_url(name, LOGIN), pair.database_url(name), users)
    with psycopg.connect(made.owner_url) as connection:
        connection.execute(
            "UPDATE source SET callback_url = %s WHERE callback_url IS NOT NULL", (callback_url,)
        )
    try:
        yield made
    finally:
        with psycopg.connect(pair.database_url("postgres"), autocommit=True) as keeper:
            _drop(keeper, name)


def template(pair: Pair) -> str:
    """The address of the template, built unless it is there; nobody may be connected when it is cloned."""
    with psycopg.connect(pair.database_url("postgres"), autocommit=True) as keeper:
        return pair.database_url(_template(keeper, pair)[0])


def _template(keeper: psycopg.Connection[Any], pair: Pair) -> tuple[str, list[dict[str, str]]]:
    """The template's name and its sign-ins, which are its comment; the templates of former contents go."""
    name = f"district_{digest(*MADE_OF)}"
    kept = dict(
        keeper.execute(
            "SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database WHERE datname ~ '^(district|run)_'"
        ).fetchall()
    )
    for other in kept.keys() - {name}:
        _drop(keeper, other)
    if not kept.get(name):
        _drop(keeper, name)
        kept[name] = _build(keeper, pair, name)
    return name, json.loads(kept[name])


def _build(keeper: psycopg.Connection[Any], pair: Pair, name: str) -> str:
    """Migrate and load an empty database; what the loader says of its people."""
    keeper.execute(_made(name, "template0"))
    url = pair.database_url(name)
    _run(url, "migrations", "upgrade")
    allow_login(url)
    users = _run(url, "deploy.demo", "load")
    with psycopg.connect(url, autocommit=True) as loaded:
        loaded.execute("VACUUM ANALYZE")
    keeper.execute(
        sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), sql.Literal(users.strip()))
    )
    return users


def _run(database_url: str, module: str, *words: str) -> str:
    environment = os.environ | SECRETS | {"DATABASE_URL": database_url, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command[1:])} ended with {done.returncode}:\n{done.stderr[-4000:]}")
    return done.stdout


def _made(name: str, template: str) -> sql.Composed:
    return sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
        sql.Identifier(name), sql.Identifier(template)
    )


def _drop(keeper: psycopg.Connection[Any], name: str) -> None:
    keeper.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
