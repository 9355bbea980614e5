"""Plans made while tables are empty, as kept plans are: they go by key all the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

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


HOT = {"known deliveries", "known orders", "entries"}
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


START = {
    "kind": "sign",
    "started_at": NOW.isoformat(),
    "due_at": NOW.isoformat(),
    "reason": "",
    "unannounced": False,
}
MOVED = {**START, "ticket": 1, "was_due_at": NOW.isoformat()}
CLOCKS = {
    "at": NOW.isoformat(),
    "stop": ["sign"],
    "start": [START],
    "resume": ["sign"],
    "pause": ["sign"],
    "move": [MOVED],
}
OPENED = [{"part": "lead", "unit": 1}]
REPORTS = [{"id": str(UUID(int=1)), "ticket": 1, "source": "s"}]
CALLED: dict[str, tuple[str, list[Any]]] = {
    "hold": (tickets.SQL.hold, [[1, 2]]),
    "look": (tickets.SQL.look, [1, UUID(int=1), [1, 2]]),
    "follow": (tickets.SQL.follow, [1, NOW, *map(json.dumps, (CLOCKS, OPENED, REPORTS))]),
    "append": (tickets.SQL.append, [ENTRY, NOW]),
    "tell": ("SELECT ticket_tell($1, $2, $3)", [1, ENTRY, NOW]),
}
"""What an act asks by functions of the database, which keep one plan for all values."""


EXPLAINED = {
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_nested_statements": "on",
    "auto_explain.log_format": "json",
    "client_min_messages": "log",
    "enable_seqscan": "off",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "jit": "off",
    "dispatch.scope": "system",
    "role": "dispatch_app",
}
"""As the service asks, and told which way each statement goes."""


@pytest.mark.parametrize("name", CALLED)
def test_what_an_act_calls_goes_by_key_with_one_plan_for_all(emptied: Database, name: str) -> None:
    plans = list(called(emptied, *CALLED[name]))
    steps = [step for plan in plans for step in walk(plan)]
    assert plans
    assert [each for each in steps if each["Node Type"] in {"Seq Scan", "Hash Join", "Merge Join"}] == []
    conditions = [each["Index Cond"] for each in steps if "Index Cond" in each]
    assert conditions
    assert [each for each in conditions if re.search(r"= (1|'\{)", each)] == []


def called(database: Database, statement: str, values: list[Any]) -> Iterator[dict[str, Any]]:
    """The plans of the statements inside the functions that a statement calls, as the application role."""
    heard: list[str] = []
    with psycopg.connect(database.owner_url) as connection:
        connection.add_notice_handler(lambda notice: heard.append(notice.message_primary or ""))
        connection.execute("LOAD 'auto_explain'")
        for name, value in EXPLAINED.items():
            connection.execute(f"SET {name} = {value}")
        cursor = psycopg.RawCursor(connection)
        with suppress(
            psycopg.errors.IntegrityError, psycopg.errors.NoDataFound
        ):  # there is nothing that it could be about
            cursor.execute(statement, values)
        connection.rollback()
    for told in heard:
        found = json.loads(told[told.index("{") :])
        if "ticket_look($1" not in found["Query Text"]:
            yield found["Plan"]


def walk(step: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A step of a plan and all below it."""
    yield step
    for each in step.get("Plans", []):
        yield from walk(each)
