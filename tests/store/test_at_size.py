"""At 100,000 tickets, as the application role: what an act or a duty asks reads by key, not more as the years go by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from dispatch.actions.world import Worlds
from dispatch.store import heat, joint, outbox, search, streams, telling, tickets, wall
from dispatch.store.database import Database as Store
from tests import databases
from tests.bench.life.__main__ import Desk
from tests.bench.life.filling import fill
from tests.bench.life.pushing import Pushing
from tests.databases import Database, Template

COUNT = 100_000
PLANNED_ANEW = 5
"""How often PostgreSQL plans a statement anew before it may keep a plan for all values."""
NOW = datetime(2026, 11, 25, tzinfo=UTC)
JOURNAL = {
    "version": 3,
    "at": NOW.isoformat(),
    "event": "ticket.noted",
    "command": "note",
    "actor": "值班员",
    "state_to": "signed",
    "detail": {},
}


@pytest.fixture(scope="module")
def filled(keeper: psycopg.Connection[Any], district_template: Template) -> Iterator[Database]:
    """The demo district after some years."""
    with databases.clone(keeper, district_template) as made:
        fill(made.owner_url, COUNT)
        yield made


def entry(stream: int) -> str:
    """An entry of the newest ticket."""
    told = {
        "stream": stream,
        "ticket": COUNT,
        "version": 3,
        "event": "ticket.noted",
        "before": [],
        "after": [],
    }
    return json.dumps([told])


def questions(stream: int) -> dict[str, tuple[str, list[Any], int]]:
    """What is asked, and how many pages of 8 KiB it may look at."""
    stepped = [COUNT, '{"version": 3}', json.dumps(JOURNAL), NOW, None, None, None]
    return {
        "hold": (tickets.SQL.hold, [[COUNT]], 30),
        "look": (tickets.SQL.look, [COUNT, None, [COUNT]], 90),
        "step": (tickets.SQL.step, [*stepped, None], 200),
        "step and tell": (tickets.SQL.step, [*stepped, entry(stream)], 300),
        "append": (tickets.SQL.append, [entry(stream), NOW], 400),
        "due clocks": (tickets.SQL.due_clocks, [100], 60),
        "reports that wait": (outbox.SQL.backlog, [], 60),
        "a number": (search.SQL.matching, [["unit:1"], "bench1", "bench1", "BENCH1", *[None] * 3, 50], 60),
        "a phone": (search.SQL.matching, [["unit:1"], *[None] * 3, b"phone", None, None, 50], 60),
        "entries": (streams.SQL.entries_after, [[stream], [0], 100], 60),
    }


@pytest.mark.parametrize("name", questions(0))
async def test_what_is_asked_of_one_ticket_reads_a_few_pages(filled: Database, name: str) -> None:
    with psycopg.connect(filled.owner_url) as connection:
        row = connection.execute("SELECT stream FROM ticket WHERE id = %s", (COUNT,)).fetchone()
    assert row is not None
    statement, values, most = questions(row[0])[name]
    assert await pages(filled, statement, values) <= most


async def test_a_board_reads_what_is_open(filled: Database) -> None:
    with psycopg.connect(filled.owner_url) as connection:
        row = connection.execute(
            "SELECT stream, count(*) FROM ticket WHERE state = 'signed' GROUP BY 1 ORDER BY 2 LIMIT 1"
        ).fetchone()
    assert row is not None
    stream, opened = row
    assert await pages(filled, streams.SQL.snapshot, [stream, [stream]]) <= 40 * opened


async def test_a_wall_reads_what_is_open_and_what_came_today(filled: Database) -> None:
    with psycopg.connect(filled.owner_url) as connection:
        row = connection.execute(
            "SELECT stream, count(*) FROM ticket WHERE state = 'signed' GROUP BY 1 ORDER BY 2 LIMIT 1"
        ).fetchone()
    assert row is not None
    stream, opened = row
    standing = await pages(filled, wall.SQL.standing, [[stream], True, 12], f"unit:{stream}")
    assert standing <= 10 * opened
    flow = await pages(filled, wall.SQL.flow, [[stream], NOW + timedelta(days=3650)], f"unit:{stream}")
    assert flow <= 60


async def test_an_act_keeps_its_plans(filled: Database) -> None:
    store = await Store.open(filled.url, size=1)
    worlds = Worlds(store)
    await worlds.refresh()
    desk = Desk(store, worlds, await Pushing.begin(store, worlds, filled.owner_url), filled.owner_url)
    for at in range(8):
        await desk.note(at)
        await desk.take(at)
    async with store.system() as tx:
        asked = await tx.fetch(
            "SELECT statement, custom_plans FROM pg_prepared_statements WHERE custom_plans + generic_plans >= 8"
        )
    await store.close()
    assert len(asked) >= 2
    assert [row["statement"] for row in asked if row["custom_plans"] > PLANNED_ANEW] == []


async def test_like_tickets_are_looked_for_among_the_open_ones_of_a_center(filled: Database) -> None:
    with psycopg.connect(filled.owner_url) as connection:
        row = connection.execute(
            "SELECT stream, count(*), max(id) FROM ticket WHERE state = 'signed' GROUP BY 1 ORDER BY 2 LIMIT 1"
        ).fetchone()
    assert row is not None
    stream, opened, newest = row
    asked = [newest, [f"unit:{stream}"], 15]
    assert await pages(filled, joint.SQL.similar, [*asked, 1_000]) <= 10 * opened
    assert await pages(filled, joint.SQL.similar_elsewhere, asked) <= 60


async def test_a_heat_map_reads_its_while_and_no_other(filled: Database) -> None:
    until = datetime.now(UTC) - timedelta(days=1)
    asked = [until - timedelta(days=30), until, 24 * 3600, 30, 119.0, 33.0, 92_900.0, 110_900.0, 1000.0]
    asked += ["市政设施", None, False, False]
    assert await pages(filled, heat.SQL.picture, [*asked, 1]) <= 60
    assert await pages(filled, heat.SQL.behind, [*asked, 10, 20, None, 3, None, 51]) <= 60


WAITING = """
INSERT INTO notification
    (id, ticket, person, unit, kind, template, params, urgency, state, created_at, next_at, sent_at)
SELECT gen_random_uuid(), t.id, p.id, 1, 'sms', 'assigned', '{}', 'normal', w.state, now(), now(), w.sent_at
FROM (SELECT id FROM ticket ORDER BY id LIMIT 1000) t, (SELECT id FROM person ORDER BY id LIMIT 10) p,
    (VALUES ('pending', NULL::timestamptz), ('sent', '2026-11-24')) w (state, sent_at)
"""


async def test_messages_are_claimed_without_reading_those_behind_them(filled: Database) -> None:
    with psycopg.connect(filled.owner_url) as connection:
        connection.execute(WAITING)
    try:
        assert await pages(filled, telling.SQL.claim, [50, NOW]) <= 1_000
    finally:
        with psycopg.connect(filled.owner_url) as connection:
            connection.execute("DELETE FROM notification")


async def pages(filled: Database, statement: str, values: list[Any], audience: str | None = None) -> int:
    """How many pages a statement looks at, in a transaction that is taken back; nothing is read whole."""
    store = await Store.open(filled.url, size=2)
    plan = ""
    try:
        async with store.system() if audience is None else store.reader([audience]) as tx:
            question = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}"
            await tx.execute("SAVEPOINT asked")
            await tx.fetchval(question, *values)  # the plans of what it calls are made once for a session
            await tx.execute("ROLLBACK TO asked")
            explained = await tx.fetchval(question, *values)
            plan = explained if isinstance(explained, str) else json.dumps(explained)
            raise Undone
    except Undone:
        pass
    finally:
        await store.close()
    assert (
        '"Seq Scan", "Parallel Aware": false, "Async Capable": false, "Relation Name": "ticket"' not in plan
    )
    top = json.loads(plan)[0]["Plan"]
    return int(top["Shared Hit Blocks"]) + int(top["Shared Read Blocks"])


class Undone(Exception):
    """Takes the transaction back."""
