"""Plans made while tables are empty, as kept plans are: they go by key all the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest

from dispatch.store import (
    boundaries,
    channels,
    closing,
    duty,
    intake,
    keys,
    look_back,
    people,
    publishing,
    quality,
    reports,
    rezoning,
    streams,
    telling,
    tickets,
)
from dispatch.store.database import Database as Store
from tests import databases
from tests.databases import Database, Template

NOW = datetime(2026, 11, 25, tzinfo=UTC)
ENTRY = '[{"stream": 1, "ticket": 1, "version": 1, "event": "ticket.received", "before": [], "after": []}]'
QUESTIONS: dict[str, tuple[str, list[Any]]] = {
    "append": (tickets.SQL.append, [ENTRY, NOW]),
    "hold": (tickets.SQL.hold, [[1]]),
    "look": (tickets.SQL.look, [1, None]),
    "known deliveries": (intake.SQL.known_deliveries, [["s"], ["w"]]),
    "known orders": (intake.SQL.known_orders, [["s"], ["o"]]),
    "waiting": (intake.SQL.waiting_for, [["s"], ["o"]]),
    "entries": (streams.SQL.entries_after, [[1], [0], 10]),
    "reports": (reports.SQL.claim, [10]),
    "behind": (rezoning.SQL.behind, [1, 50]),
    "whereabouts": (rezoning.SQL.whereabouts, [1]),
    "open tickets": (publishing.SQL.open_tickets, []),
    "links to close": (publishing.SQL.close_links, [1, NOW]),
    "links to open": (publishing.SQL.open_links, [1, NOW]),
    "towns of cells": (boundaries.SQL.settle_towns, [1]),
    "snapshot": (streams.SQL.snapshot, [1, [1]]),
    "keys": (keys.SQL.held, [b"digest"]),
    "channels": (channels.SQL.pushed, [["gcj02"], 400]),
    "phones": (channels.SQL.taken, [["poi"], 400, "phones"]),
    "alarms": (channels.SQL.alarms, []),
    "facts of a reply": (closing.SQL.facts, [1]),
    "facts of a draft": (closing.SQL.draft_facts, [1]),
    "earlier replies": (closing.SQL.earlier, [1, 2, 50]),
    "promises": (closing.SQL.promises, [200]),
    "early warnings": (closing.SQL.warnings, [[1], 200]),
    "due to conclude": (closing.SQL.due_to_conclude, [15, 50]),
    "stages": (look_back.SQL.keep_stages, [200]),
    "looked back": (look_back.SQL.population, [NOW, NOW]),
    "tasks": (look_back.SQL.tasks, [True, None, 500]),
    "messages due": (telling.SQL.claim, [20, NOW]),
    "messages unopened": (telling.SQL.unopened, [100]),
    "calls to make": (telling.SQL.calls, [[1]]),
    "seen": (telling.SQL.opened, [1, 2]),
    "critical and unsigned": (telling.SQL.unsigned, [NOW, "district"]),
    "told of work": (telling.SQL.notify, ["[]", NOW, 1, ["grid_worker"]]),
    "on duty": (duty.SQL.on_duty, [1, "operator"]),
    "overdue at the end of a shift": (duty.SQL.handover_overdue, [1, 50]),
    "promised at the end of a shift": (duty.SQL.handover_promises, [1, 50]),
    "open in a name": (people.SQL.open_work, [1, 2]),
    "confirmed": (quality.SQL.confirmed, [NOW, NOW, None, 100]),
}


@pytest.fixture(scope="module")
def emptied(keeper: psycopg.Connection[Any], migrated_template: Template) -> Iterator[Database]:
    """A database that PostgreSQL knows to be empty: then it takes any way through a table for a short one."""
    with databases.clone(keeper, migrated_template) as made:
        with psycopg.connect(made.owner_url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")
        yield made


HOT = {"hold", "known deliveries", "known orders", "entries"}
"""Asked for every delivery: before PostgreSQL looks at a new district's tables anew, thousands may have come."""


@pytest.mark.parametrize("name", QUESTIONS)
async def test_no_table_is_read_whole(emptied: Database, name: str) -> None:
    statement, values = QUESTIONS[name]
    store = await Store.open(emptied.url, size=2)
    async with store.system() as tx:
        (found,) = json.loads(await tx.fetchval(f"EXPLAIN (FORMAT JSON) {statement}", *values))
    await store.close()
    steps = list(walk(found["Plan"]))
    assert any("Index Name" in each for each in steps)
    assert [each for each in steps if each["Node Type"] in {"Seq Scan", "Hash Join", "Merge Join"}] == []
    if name in HOT:
        assert [each for each in steps if "Index Name" in each and "Index Cond" not in each] == []


def walk(step: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A step of a plan and all below it."""
    yield step
    for each in step.get("Plans", []):
        yield from walk(each)
