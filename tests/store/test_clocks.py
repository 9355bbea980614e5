"""Clocks as rows: each mark is told once, whoever looks and however late; what was fired stays fired."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import psycopg

from dispatch.actions.recomputing import Recomputing
from dispatch.actions.timetable import save_rules
from dispatch.actions.warning import Warnings
from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor
from dispatch.domain.clocks import Changes
from dispatch.domain.clocks.checking import Known
from dispatch.domain.clocks.moving import Moved
from dispatch.domain.clocks.reckoning import Start
from dispatch.domain.ticket import Clock
from dispatch.store import intake, tickets
from dispatch.store.database import Database as Store
from dispatch.store.tickets import Following
from tests.databases import Database

KNOWN = Known(frozenset(), frozenset(), frozenset())
TOLD = (
    "SELECT detail->'marks' FROM journal WHERE event = 'ticket.clock_warned' AND ticket = 1 ORDER BY version"
)


async def nobody(_: Sequence[int]) -> None:
    """Nobody listens."""


async def warning(service: Store) -> Warnings:
    """The job, as a process that has just started."""
    worlds = Worlds(service)
    await worlds.refresh()
    return Warnings(service, worlds, nobody)


def asked(owner_url: str, question: str) -> list[Any]:
    """The first column of what the database holds."""
    with psycopg.connect(owner_url) as connection:
        return [row[0] for row in connection.execute(question.encode())]


def aged(owner_url: str, hours: int) -> None:
    """So much later: every instant of ticket 1's clocks lies further back."""
    with psycopg.connect(owner_url) as connection:
        connection.execute(
            "UPDATE clock SET started_at = started_at - %(by)s, due_at = due_at - %(by)s, "
            "next_at = next_at - %(by)s, marks = ARRAY(SELECT m.at - %(by)s FROM unnest(marks) WITH ORDINALITY "
            "AS m(at, number) ORDER BY m.number) WHERE ticket = 1",
            {"by": timedelta(hours=hours)},
        )


def ten_hours(now: datetime) -> Start:
    """A clock of ten hours from now, with all of its marks."""
    marks = tuple(now + timedelta(hours=hours) for hours in (5, 8, 8, 10))
    return Start("inner", now, marks[3], marks[0], "办理", marks, {}, 1)


async def begin(service: Store, owner_url: str) -> Start:
    """Ticket 1 has this one clock."""
    with psycopg.connect(owner_url) as connection:
        connection.execute("DELETE FROM clock WHERE ticket = 1")
    async with service.system() as tx:
        now = await intake.clock(tx)
        await tickets.follow(tx, 1, now, Following(Changes(now, start=(ten_hours(now),))))
    return ten_hours(now)


async def running(service: Store) -> Clock:
    """The clock as a decision reads it."""
    async with service.system() as tx:
        found = await tickets.read(tx, 1)
    assert found is not None
    return found.clocks[0]


async def test_each_mark_is_told_once_whoever_looks(service: Store, two_towns: Database) -> None:
    await begin(service, two_towns.owner_url)
    for hours in (5, 3, 2):
        aged(two_towns.owner_url, hours)
        looking = [await warning(service) for _ in range(3)]
        await asyncio.gather(*(each.fire_due() for each in looking))
    assert asked(two_towns.owner_url, TOLD) == [["half"], ["soon", "two_hours"], ["overdue"]]
    assert asked(two_towns.owner_url, "SELECT next_at FROM clock WHERE ticket = 1") == [None]


async def test_what_came_while_nobody_looked_is_told_in_one(service: Store, two_towns: Database) -> None:
    await begin(service, two_towns.owner_url)
    aged(two_towns.owner_url, 11)
    assert await (await warning(service)).fire_due() is False
    assert asked(two_towns.owner_url, TOLD) == [["half", "soon", "two_hours", "overdue"]]
    assert asked(two_towns.owner_url, "SELECT warned FROM clock WHERE ticket = 1") == ["overdue"]


async def test_a_clock_that_rests_says_nothing_until_it_goes_on(service: Store, two_towns: Database) -> None:
    begun = await begin(service, two_towns.owner_url)
    async with service.system() as tx:
        await tickets.follow(
            tx, 1, begun.started_at, Following(Changes(begun.started_at, pause=frozenset({"inner"})))
        )
    assert (await running(service)).paused_at == begun.started_at
    aged(two_towns.owner_url, 6)
    await (await warning(service)).fire_due()
    assert asked(two_towns.owner_url, TOLD) == []
    rested = await running(service)
    assert rested.paused_at is not None
    started, due = rested.started_at, rested.due_at
    later = tuple(each + timedelta(hours=6) for each in rested.marks if each)
    moved = replace(begun, started_at=started, due_at=later[3], marks=later, next_at=later[0])
    pause = (rested.paused_at, rested.paused_at + timedelta(hours=6))
    async with service.system() as tx:
        await tickets.follow(
            tx, 1, pause[1], Following(Changes(pause[1], move=(Moved(moved, due, (pause,)),)))
        )
    going_on = await running(service)
    assert (going_on.paused_at, going_on.pauses, going_on.due_at) == (
        None,
        (pause,),
        due + timedelta(hours=6),
    )
    assert asked(two_towns.owner_url, "SELECT next_at FROM clock WHERE ticket = 1") == [later[0]]


async def test_what_was_fired_stays_fired_when_the_instant_moves(service: Store, two_towns: Database) -> None:
    await begin(service, two_towns.owner_url)
    aged(two_towns.owner_url, 9)
    await (await warning(service)).fire_due()
    now = await running(service)
    extended = tuple(each + timedelta(days=3) for each in now.marks if each)
    start = Start("inner", now.started_at, extended[3], extended[0], "办理", extended, {"facts": {}}, 1)
    async with service.system() as tx:
        await tickets.move_clocks(tx, [(1, Moved(start, now.due_at))])
        await tickets.move_clocks(tx, [(1, Moved(start, now.due_at))])  # as it was before: left alone
    held = "SELECT fired || ARRAY[coalesce(warned, 'in time'), (next_at = due_at)::text] FROM clock WHERE ticket = 1"
    assert asked(two_towns.owner_url, held) == [["half", "soon", "two_hours", "in time", "true"]]
    aged(two_towns.owner_url, 80)
    await (await warning(service)).fire_due()
    assert asked(two_towns.owner_url, TOLD) == [["half", "soon", "two_hours"], ["overdue"]]


def limits_of(inner: str) -> list[dict[str, Any]]:
    """Rules of a district, that of the handler among them."""
    bare = dict.fromkeys(
        ("types", "urgencies", "categories", "units", "unit_kinds", "valid_from", "valid_until")
    )
    wanted = (("sign", "1小时"), ("inner", inner), ("reply", "5天"))
    return [
        {**bare, "clock": clock, "limit_text": text, "reason": text, "counts_first_day": False, "share": None}
        for clock, text in wanted
    ]


async def change_limit(service: Store, worlds: Worlds, inner: str) -> None:
    """A new version of the rules, and every running clock after it."""
    based_on = worlds.current.tables.timetable.version
    await save_rules(service, Actor("测试"), based_on, limits_of(inner), KNOWN, "改限时")
    await worlds.refresh()
    recomputing = Recomputing(service, worlds, nobody)
    while await recomputing.follow():
        pass


async def test_neither_a_restart_nor_a_recompute_tells_a_mark_twice(
    service: Store, two_towns: Database
) -> None:
    owner_url, worlds = two_towns.owner_url, Worlds(service)
    await worlds.refresh()
    await change_limit(service, worlds, "10小时")
    await begin(service, owner_url)
    kept = "UPDATE clock SET basis = %s, timetable = %s WHERE ticket = 1"
    with psycopg.connect(owner_url) as connection:
        connection.execute(kept, ('{"facts": {"type": "help", "urgency": "normal"}}', 2))
    for hours, later, told in (
        (5, "12小时", ["half"]),  # a new half lies an hour ahead
        (1, "12小时", None),
        (4, "11小时", ["soon", "two_hours"]),  # the new ones lie behind
        (0, "14小时", None),
        (4, "14小时", ["overdue"]),
    ):
        before = asked(owner_url, TOLD)
        aged(owner_url, hours)
        await (await warning(service)).fire_due()
        assert asked(owner_url, TOLD) == [*before, *([told] if told else [])]
        await change_limit(service, worlds, later)
        await (await warning(service)).fire_due()
        assert asked(owner_url, TOLD) == [*before, *([told] if told else [])], hours
    moved = "SELECT count(*) FROM journal WHERE event = 'ticket.clocks_recomputed' AND ticket = 1"
    assert asked(owner_url, moved) == [3]


async def test_a_merged_tickets_clocks_go_on_and_warn(service: Store, two_towns: Database) -> None:
    await begin(service, two_towns.owner_url)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE ticket SET prior = state, state = 'merged' WHERE id = 1")
    aged(two_towns.owner_url, 6)
    await (await warning(service)).fire_due()
    assert asked(two_towns.owner_url, TOLD) == [["half"]]


async def test_both_jobs_find_their_clocks_by_an_index(two_towns: Database) -> None:
    questions = {
        "clock_next_idx": tickets.SQL.due_clocks.replace("$1", "100"),
        "clock_timetable_idx": "SELECT FROM clock WHERE stopped_at IS NULL AND timetable < 2 "
        "ORDER BY timetable, ticket",
    }
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("SET enable_seqscan = off; SET enable_sort = off")
        for index, question in questions.items():
            plan = connection.execute(f"EXPLAIN {question}".encode()).fetchall()
            assert index in str(plan)
