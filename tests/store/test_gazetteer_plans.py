"""Looking places up goes by an index, however many there are: as the service's role, with plans of its own and kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import sql

from dispatch.store import database as pool
from dispatch.store import gazetteer as store
from dispatch.store import world
from tests import databases
from tests.databases import Database, Template

BEHIND = store.BEHIND_ALL
LOOKS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "search": (store.SQL.search, ("小桥", f"小桥{BEHIND}", None, None, "%小桥", None, None, 300)),
    "letters": (store.SQL.search, ("xq", f"xq{BEHIND}", "xq", f"xq{BEHIND}", None, "poi", "320804001", 300)),
    "alike": (store.SQL.alike, ("小桥新村", [1], -1, 0, 51, None, None, 300)),
    "browse": (store.SQL.browse, ("poi", 0, "poi", 51)),
    "browse a town": (store.SQL.browse_town, ("", 0, BEHIND, 51, "320804001")),
    "history": (store.SQL.history, ("place:12", 100)),
    "proposed": (store.SQL.proposed, (0, 51)),
    "told": (store.SQL.told, ([1, 2, 3],)),
    "proposals": (store.SQL.proposals, ([1, 2, 3],)),
    "twin": (store.SQL.namesake, ("poi", "小桥", 5, None)),
    "parts": (store.SQL.parts, (5,)),
    "version": (world.SQL.gazetteer_version, ()),
}


@pytest.fixture(scope="module")
def filled(keeper: psycopg.Connection[Any], migrated_template: Template) -> Iterator[psycopg.Connection[Any]]:
    """Thirty thousand places and as many names, seen as the service does."""
    with databases.clone(keeper, migrated_template) as made:
        fill(made)
        with psycopg.connect(made.url) as connection:
            for name, value in pool._settings().items():
                connection.execute(sql.SQL("SET {} = {}").format(sql.Identifier(name), sql.Literal(value)))
            yield connection


def fill(made: Database) -> None:
    """Rows enough that reading them whole would show."""
    with psycopg.connect(made.owner_url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO place (kind, name, lon, lat, radius_m, source, pinyin, initials) SELECT 'poi', "
            "'名' || md5(n::text), 119, 33, 1, 't', md5(n::text), 'x' || n FROM generate_series(1, 30000) n"
        )
        connection.execute(
            "INSERT INTO alias (place, name, kind, state, pinyin, initials) SELECT n, '别' || md5(n::text), "
            "'nickname', 'approved', md5(n::text), 'y' || n FROM generate_series(1, 30000) n"
        )
        connection.execute(
            "INSERT INTO audit (person, action, subject) SELECT 1, 'a', "
            "CASE WHEN n % 20 = 0 THEN 'place:' ELSE 'ticket:' END || n FROM generate_series(1, 20000) n"
        )
        connection.execute("VACUUM ANALYZE place, alias, audit")


@pytest.mark.parametrize("kept", ["force_custom_plan", "force_generic_plan"])
def test_no_list_of_places_is_read_whole(filled: psycopg.Connection[Any], kept: str) -> None:
    filled.execute(sql.SQL("SET plan_cache_mode = {}").format(sql.Literal(kept)))
    for name, (statement, values) in LOOKS.items():
        filled.execute(sql.SQL("PREPARE look AS ") + sql.SQL(statement))
        given = sql.SQL(", ").join(map(sql.Literal, values))
        asking = (
            sql.SQL("EXPLAIN EXECUTE look({})").format(given) if values else sql.SQL("EXPLAIN EXECUTE look")
        )
        plan = "\n".join(row[0] for row in filled.execute(asking).fetchall())
        filled.execute("DEALLOCATE look")
        for table in ("place", "alias", "audit", "ticket"):
            assert f"Seq Scan on {table}" not in plan, (name, plan)
        scans = len(re.findall(r"Index (?:Only )?Scan (?:Backward )?using|Bitmap Index Scan", plan))
        assert scans > 0, (name, plan)
        if name != "version":  # the newest one is at the end of its index
            assert plan.count("Index Cond") == scans, (name, plan)
