"""Rates over real rows: every figure is its list, exempt tickets stay out, a hundred thousand go by their indexes."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor, Membership, Role, readers
from dispatch.domain.rates import FORMULAS
from dispatch.domain.units import Units
from dispatch.domain.windows import Window
from dispatch.errors import BadInput, NotFound
from dispatch.reads import rates
from dispatch.store import rates as store
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns

SINCE = datetime(2026, 11, 1, tzinfo=UTC)
COUNT = 5_000
WINDOW = Window(SINCE, SINCE + timedelta(days=30))
DISTRICT = Actor("区值班", 1, frozenset({Membership(Role.DISTRICT_OPERATOR, towns.DISTRICT)}))
DEPARTMENT = Actor("部门", 3, frozenset({Membership(Role.DEPARTMENT_LIAISON, towns.STATION_A)}))
"""Somebody who works for no center."""
IN_A = Actor("甲值班", 2, frozenset({Membership(Role.TOWN_OPERATOR, towns.CENTER_A)}))
GONE = """
INSERT INTO ticket (id, number, version, state, state_since, source, order_no, type, channel, urgency, title, content,
    address, confidential, received_at, place_need, placement, level, near_edge, boundary_version, rule_set, stream,
    unit, lead_unit, no_return, hops, urged, supplements, rework, audience, first_sent, signed_at, sign_due, replied_at,
    reply_due, called_back_at, callback_result, closed_at, closed_unit, overdue_at, returns, exempt)
SELECT n, 'T' || n, 1, 'closed', at, CASE n % 10 WHEN 0 THEN 'patrol' ELSE 'huaian-12345' END, 'R' || n, 'help', '1',
    'normal', 't', 'c', 'a', false, at, 'none', 'not_needed', 'none', false, 1, 1, center, unit, unit, false,
    (n % 3)::int, 0, 0, CASE n % 11 WHEN 0 THEN 1 ELSE 0 END, ARRAY['unit:1', 'unit:' || center], unit, at + '5 min',
    at + CASE n % 4 WHEN 0 THEN '4 min' ELSE '1 h' END::interval, at + '1 d',
    at + CASE n % 5 WHEN 0 THEN '1 h' ELSE '2 d' END::interval, at + '2 d',
    jsonb_build_object('contacted', n % 6 > 0, 'solved', n % 7 > 0,
        'satisfied', (ARRAY['满意', '基本满意', '不满意'])[n % 3 + 1]),
    at + '3 d', CASE n % 8 WHEN 0 THEN 6 ELSE unit END, CASE n % 9 WHEN 0 THEN at END,
    CASE n % 13 WHEN 0 THEN 1 END, n % 50 = 0
FROM (SELECT n, '{since}'::timestamptz + (n % 25) * interval '1 day' + n * interval '1 second' AS at,
        CASE n % 2 WHEN 0 THEN 2 ELSE 3 END AS center, CASE n % 4 WHEN 0 THEN 4 WHEN 2 THEN 2 ELSE 3 END AS unit
    FROM generate_series(100, 99 + {count}) AS n) g
"""


def fill(database: Database, count: int) -> None:
    """Closed tickets of both towns, spread over the window."""
    with psycopg.connect(database.owner_url) as connection:
        connection.execute(GONE.format(since=SINCE.isoformat(), count=count).encode())
        connection.execute("UPDATE ticket SET received_at = '2026-01-01Z' WHERE id < 100")
        connection.execute("ANALYZE ticket")


@pytest.fixture
async def filled(two_towns: Database) -> AsyncIterator[Store]:
    """The service's pool over some hundred tickets, those of the two towns apart."""
    fill(two_towns, 300)
    opened = await Store.open(two_towns.url, size=2)
    yield opened
    await opened.close()


async def units_of(database: Store) -> Units:
    """The units in force."""
    worlds = Worlds(database)
    await worlds.refresh()
    return worlds.current.tables.units


async def listed(database: Store, units: Units, unit: int, rate: str, *, hits: bool | None) -> list[Any]:
    """Every ticket behind a figure, page by page."""
    found: list[Any] = []
    before: int | None = None
    while True:
        figure = rates.Figure(unit, rate, hits, before)
        page = await rates.tickets(database, units, DISTRICT, WINDOW, figure, by_center=True)
        found += page["tickets"]
        before = page["next"]
        if before is None:
            return found


async def test_every_figure_is_the_tickets_behind_it(filled: Store) -> None:
    units = await units_of(filled)
    told = await rates.rates(filled, units, DISTRICT, WINDOW, by_center=True, kinds=frozenset())
    assert [each["unit"] for each in told["units"]] == [towns.CENTER_A, towns.CENTER_B]
    for each in told["units"][0]["rates"]:
        behind = await listed(filled, units, towns.CENTER_A, each["code"], hits=None)
        hits = await listed(filled, units, towns.CENTER_A, each["code"], hits=True)
        assert len({one["row"]["id"] for one in behind}) == len(behind) == each["denominator"]
        weighed = sum(0.9 if one["part"] else one["amount"] for one in hits)
        assert weighed == pytest.approx(each["numerator"]), each["code"]
        assert all(one["row"]["stream"] == towns.CENTER_A for one in behind)


async def test_the_whole_is_counted_and_exempt_tickets_are_left_out(filled: Store) -> None:
    units = await units_of(filled)
    told = await rates.rates(filled, units, DISTRICT, WINDOW, by_center=True, kinds=frozenset())
    total = {each["code"]: each for each in told["total"]["rates"]}
    assert set(total) == {each.code for each in FORMULAS}
    assert total["overdue_raw"]["denominator"] == 300
    assert total["overdue"]["denominator"] == total["solved"]["denominator"] == 294
    assert total["solved"]["numerator"] == sum(1 for n in range(100, 400) if n % 7 and n % 50)
    assert told["total"]["composite"] is not None


async def test_a_town_counts_its_own_alone(filled: Store) -> None:
    units = await units_of(filled)
    told = await rates.rates(filled, units, IN_A, WINDOW, by_center=True, kinds=frozenset())
    assert [each["unit"] for each in told["units"]] == [towns.CENTER_A]
    stations = await rates.rates(filled, units, IN_A, WINDOW, by_center=False, kinds=frozenset({"station"}))
    assert [each["unit"] for each in stations["units"]] == [towns.STATION_A]
    foreign = rates.Figure(towns.CENTER_B, "solved", hits=None, before=None)
    with pytest.raises(NotFound):
        await rates.tickets(filled, units, IN_A, WINDOW, foreign, by_center=True)
    with pytest.raises(BadInput):
        await rates.tickets(
            filled, units, IN_A, WINDOW, rates.Figure(towns.CENTER_A, "x", None, None), by_center=True
        )


async def test_who_works_for_no_center_counts_their_own_unit(filled: Store) -> None:
    units = await units_of(filled)
    told = await rates.rates(filled, units, DEPARTMENT, WINDOW, by_center=True, kinds=frozenset())
    assert [each["unit"] for each in told["units"]] in ([], [towns.STATION_A])
    foreign = rates.Figure(towns.CENTER_A, "solved", hits=None, before=None)
    with pytest.raises(NotFound):
        await rates.tickets(filled, units, DEPARTMENT, WINDOW, foreign, by_center=True)


LATE: dict[str, tuple[str, int]] = {
    "answered in time": ("replied_at = received_at + '1 h', reply_due = received_at + '2 h', overdue_at = now()", 0),
    "answered late": ("replied_at = received_at + '3 h', reply_due = received_at + '2 h', overdue_at = NULL", 1),
    "open, the hotline's limit put off": ("outer_due = now() + interval '1 d', overdue_at = now()", 0),
    "open, the hotline's limit over": ("outer_due = now() - interval '1 d', overdue_at = NULL", 1),
    "open, our limit alone": ("outer_due = NULL, overdue_at = now()", 1),
    "put off before its limit": ("outer_due = now() - interval '1 d', state = 'suspended', "
        "state_since = now() - interval '2 d', prior = 'signed'", 0),
}  # fmt: skip


@pytest.mark.parametrize("told", LATE)
async def test_overdue_is_by_the_hotlines_limit(filled: Store, two_towns: Database, told: str) -> None:
    changes, late = LATE[told]
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("DELETE FROM ticket WHERE id > 100")
        connection.execute(
            "UPDATE ticket SET state = 'signed', closed_at = NULL, replied_at = NULL, exempt = false WHERE id = 100"
        )
        connection.execute(f"UPDATE ticket SET {changes} WHERE id = 100".encode())
    found = await rates.rates(
        filled, await units_of(filled), DISTRICT, WINDOW, by_center=True, kinds=frozenset()
    )
    total = {each["code"]: each for each in found["total"]["rates"]}
    assert [
        (total[code]["numerator"], total[code]["denominator"]) for code in ("overdue", "overdue_raw")
    ] == [
        (late, 1),
        (late, 1),
    ]


async def test_what_had_ended_elsewhere_is_in_no_rate(filled: Store, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "UPDATE ticket SET closed_at = NULL, signed_at = NULL, replied_at = NULL, called_back_at = NULL, "
            "exempt = true"
        )
    found = await rates.rates(
        filled, await units_of(filled), DISTRICT, WINDOW, by_center=True, kinds=frozenset()
    )
    assert found["units"] == []


async def test_an_empty_window_has_no_rates(filled: Store) -> None:
    units = await units_of(filled)
    before = Window(SINCE - timedelta(days=9), SINCE - timedelta(days=8))
    told = await rates.rates(filled, units, DISTRICT, before, by_center=True, kinds=frozenset())
    assert told["units"] == []
    assert {each["said"] for each in told["total"]["rates"]} == {None}
    assert told["total"]["composite"] is None


async def test_tickets_are_counted_by_their_indexes(two_towns: Database) -> None:
    """Fewer than the 100,000 of docs/rates.md, for the same plan."""
    fill(two_towns, COUNT)
    database = await Store.open(two_towns.url, size=2)
    try:
        async with database.reader(readers(1, DISTRICT.memberships)) as tx:
            rules = await store.rules(tx)
            given = (WINDOW.since, WINDOW.since + timedelta(days=1), list(rules.satisfied_words),
                     list(rules.partly_words), True, None)  # fmt: skip
            plan = await tx.fetchval(f"EXPLAIN (FORMAT JSON) {store.SQL.counted}", *given)
            counted = await store.counted(tx, rules, store.Asked(WINDOW, by_center=True))
        text = json.dumps(plan)
        for index in ("received_at", "signed_at", "replied_at", "called_back_at", "closed_at"):
            assert f"ticket_{index}_idx" in text
        assert "Seq Scan" not in text
        assert sum(each.base for _, each in counted if each.code == "overdue_raw") == COUNT
    finally:
        await database.close()
