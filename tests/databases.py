"""Databases for tests: templates built once per content, cloned for each test. Used by conftest.

A template is named by a digest of the files that make it, so a changed migration makes a new one and an
unchanged one is found again by the next run. A session holds a shared advisory lock on each template it uses;
templates nobody holds and nobody's content asks for are dropped when a new one is built.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import uuid
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from deploy.bootstrap.place import memory_folder
from deploy.bootstrap.servers import TEST
from deploy.demo.accounts import LOGIN, allow_login

ROOT = Path(__file__).resolve().parents[1]
BUILDING = 1_718_000  # advisory lock of the process that builds a template
NUMBERS = 1_718_001  # first half of the advisory locks on Redis's numbered databases
MEMORY = "memory"  # the tablespace of the clones
OWN = "tests/databases.py"
MASTER_KEY = base64.b64encode(hashlib.sha256(b"tests: master").digest()).decode()
INDEX_KEY = base64.b64encode(hashlib.sha256(b"tests: index").digest()).decode()
WEBHOOK_SECRET = "whsec_" + base64.b64encode(hashlib.sha256(b"tests: webhook").digest()).decode()
SECRETS = {
    "DISPATCH_MASTER_KEY": MASTER_KEY,
    "DISPATCH_INDEX_KEY": INDEX_KEY,
    "DEMO_WEBHOOK_SECRET": WEBHOOK_SECRET,
    "DEMO_CALLBACK_URL": "http://127.0.0.1:9/callbacks",
    "DEMO_PASSWORD_SEED": "tests",
    "DISPATCH_DEMO": "1",
}


@dataclass(frozen=True)
class Database:
    """One database: `url` for the service's login role, `owner_url` for what only an owner may do."""

    url: str
    owner_url: str
    users: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Template:
    """A database to clone, and what its making said."""

    name: str
    users: list[dict[str, str]]


def connect(database: str = "postgres") -> psycopg.Connection[Any]:
    """Connect to a database of the test cluster as its owner, each statement its own transaction."""
    return psycopg.connect(TEST.database_url(database), autocommit=True)


def digest(*paths: str) -> str:
    """Return twelve characters that change when one of the files does, or one in one of the folders."""
    total = hashlib.sha256()
    for top in (ROOT / path for path in paths):
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc":
                total.update(f"{path.relative_to(ROOT)}\0".encode())
                total.update(path.read_bytes())
    return total.hexdigest()[:12]


def lock_of(name: str) -> int:
    """Return the advisory lock that the users of a template share."""
    return zlib.crc32(name.encode())


def exists(keeper: psycopg.Connection[Any], name: str) -> bool:
    """Say whether a database of this name is there."""
    return keeper.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone() is not None


def run(module: str, *words: str, database: str) -> str:
    """Run a command of the project on a database as its owner and return what it printed."""
    environment = (
        os.environ | SECRETS | {"DATABASE_URL": TEST.database_url(database), "PYTHONPATH": str(ROOT)}
    )
    command = [sys.executable, "-m", module, *words]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise RuntimeError(
            f"{' '.join(command[1:])} ended with {result.returncode}:\n{result.stderr[-6000:]}"
        )
    return result.stdout


def leased_number(keeper: psycopg.Connection[Any]) -> int:
    """Take one of Redis's numbered databases that no other connection has; it comes free when this one ends."""
    free = "SELECT number FROM generate_series(1, 255) number WHERE pg_try_advisory_lock(%s, number) LIMIT 1"
    row = keeper.execute(free, (NUMBERS,)).fetchone()
    if row is None:
        raise RuntimeError("all of Redis's numbered databases are taken: end the other runs of the tests")
    return int(row[0])


@contextmanager
def alone(keeper: psycopg.Connection[Any]) -> Iterator[None]:
    """Let one session at a time build or clear away what all share."""
    keeper.execute("SELECT pg_advisory_lock(%s)", (BUILDING,))
    try:
        yield
    finally:
        keeper.execute("SELECT pg_advisory_unlock(%s)", (BUILDING,))


def drop(keeper: psycopg.Connection[Any], name: str) -> None:
    """Drop a database and whoever is connected to it."""
    keeper.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def clean(keeper: psycopg.Connection[Any], kind: str) -> None:
    """Drop the databases of a kind that no session holds."""
    pattern = rf"^{kind}_[0-9a-f]{{12}}$"
    for (name,) in keeper.execute(
        "SELECT datname FROM pg_database WHERE datname ~ %s", (pattern,)
    ).fetchall():
        taken = keeper.execute("SELECT pg_try_advisory_lock(%s)", (lock_of(name),)).fetchone()
        if taken is not None and taken[0]:
            drop(keeper, name)
            keeper.execute("SELECT pg_advisory_unlock(%s)", (lock_of(name),))


def built(keeper: psycopg.Connection[Any], name: str, fill: Callable[[str], None], base: str) -> Template:
    """Return the template of a name (KIND_DIGEST), filled once by whoever asks first; what it says is its comment."""
    with alone(keeper):
        if not exists(keeper, name):
            clean(keeper, name.partition("_")[0])
            create(keeper, f"{name}_new", base)
            fill(f"{name}_new")
            rename(keeper, f"{name}_new", name)
        keeper.execute("SELECT pg_advisory_lock_shared(%s)", (lock_of(name),))
    question = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    (users,) = keeper.execute(question, (name,)).fetchone() or (None,)
    return Template(name, json.loads(users or "[]"))


def migrated(keeper: psycopg.Connection[Any]) -> Template:
    """Return the template that holds the migrated, empty schema."""

    def migrate(database: str) -> None:
        run("migrations", "upgrade", database=database)
        allow_login(TEST.database_url(database))

    return built(keeper, f"migrated_{digest('migrations')}", migrate, "template0")


def district(keeper: psycopg.Connection[Any], base: Template) -> Template:
    """Return the template that also holds the demo district."""

    def load(database: str) -> None:
        users = run("deploy.demo", "load", database=database)
        comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
        keeper.execute(comment.format(sql.Identifier(database), sql.Literal(users)))
        with connect(database) as loaded:
            loaded.execute("VACUUM ANALYZE")

    made_of = (
        "migrations",
        "deploy/demo/district",
        "deploy/demo/accounts.py",
        "deploy/demo/__main__.py",
        OWN,
    )
    return built(keeper, f"district_{digest(*made_of)}", load, base.name)


def founded(
    keeper: psycopg.Connection[Any], base: Template, source: str, found: Callable[[str], None]
) -> Template:
    """Return the template that also holds the small district that a file's function founds."""
    made_of = ("migrations", "dispatch/ports/sealing.py", OWN, str(Path(source).relative_to(ROOT)))
    return built(
        keeper, f"founded_{digest(*made_of)}", lambda name: found(TEST.database_url(name)), base.name
    )


def settle(keeper: psycopg.Connection[Any]) -> None:
    """Clear away what killed runs left, and have clones lie in memory, or on the disk where memory has no room."""
    folder = memory_folder(TEST.name)
    with alone(keeper):
        clean(keeper, "test")
        known = nearest(keeper) == MEMORY
        if folder is None or (known and any(folder.glob("PG_*"))):
            return
        if known:  # the folder was emptied, as it is when the machine starts
            lost = "SELECT datname FROM pg_database d JOIN pg_tablespace t ON t.oid = dattablespace AND spcname = %s"
            for (name,) in keeper.execute(lost, (MEMORY,)).fetchall():
                drop(keeper, name)
            keeper.execute(sql.SQL("DROP TABLESPACE {}").format(sql.Identifier(MEMORY)))
        for left in folder.glob("PG_*"):  # by a checkout that stood here before and was removed
            shutil.rmtree(left)
        making = sql.SQL("CREATE TABLESPACE {} LOCATION {}")
        keeper.execute(making.format(sql.Identifier(MEMORY), sql.Literal(str(folder))))


def nearest(keeper: psycopg.Connection[Any]) -> str:
    """Return the tablespace for clones: the one in memory where there is one."""
    known = keeper.execute("SELECT 1 FROM pg_tablespace WHERE spcname = %s", (MEMORY,)).fetchone()
    return MEMORY if known else "pg_default"


def create(
    keeper: psycopg.Connection[Any], name: str, template: str = "template0", tablespace: str = "pg_default"
) -> None:
    """Create a database from another one by copying its files (nothing is synced in the test cluster)."""
    drop(keeper, name)
    statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY TABLESPACE {}")
    keeper.execute(statement.format(*map(sql.Identifier, (name, template, tablespace))))


def rename(keeper: psycopg.Connection[Any], old: str, new: str) -> None:
    """Give a finished template its name."""
    keeper.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new)))


@contextmanager
def clone(keeper: psycopg.Connection[Any], template: Template) -> Iterator[Database]:
    """Give a test a database of its own, and drop it afterwards."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    keeper.execute("SELECT pg_advisory_lock(%s)", (lock_of(name),))
    create(keeper, name, template.name, nearest(keeper))
    try:
        yield Database(TEST.database_url(name, LOGIN), TEST.database_url(name), template.users)
    finally:
        drop(keeper, name)
        keeper.execute("SELECT pg_advisory_unlock(%s)", (lock_of(name),))
