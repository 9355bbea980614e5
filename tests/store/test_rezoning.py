"""Open tickets follow new boundaries: one by one, once each, whatever happens to the process or to one of them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from dispatch.actions import rezoning as actions
from dispatch.actions.rezoning import Rezoning
from dispatch.actions.tickets import Tickets
from dispatch.actions.world import Worlds
from dispatch.domain.commands import Command
from dispatch.reads import boundaries as reads
from dispatch.store.database import Database as Store
from tests.boundaries import KEEPER, Borders
from tests.databases import Database
from tests.journeys.walking import people
from tests.store.test_publishing import rows
from tests.web import towns

MOVED = {**towns.IN_B, "lon": 119.11}
"""A ticket of town B on ground that the new version gives to town A."""


@pytest.fixture
async def borders(service: Store, two_towns: Database, tmp_path: Path) -> AsyncIterator[Borders]:
    """The verbs over two towns, with a ticket each."""
    worlds = Worlds(service)
    await worlds.refresh()
    made = Borders(service, worlds, tmp_path)
    yield made
    await made.works.close()


class Woken(list[int]):
    """The streams that were woken."""

    async def __call__(self, streams: Sequence[int]) -> None:
        self.extend(streams)


@pytest.fixture
def woken() -> Woken:
    """The streams whose listeners were woken, in order."""
    return Woken()


@pytest.fixture
def rezoning(borders: Borders, woken: Woken) -> Rezoning:
    """The job of one process."""
    return Rezoning(borders.store, borders.worlds, woken)


async def all_of(rezoning: Rezoning) -> None:
    """Until nothing is behind."""
    while await rezoning.move_some():
        pass


def replayed(database: Database) -> dict[int, bool]:
    """Ticket → whether its journal, replayed over the row as it was made, is the row."""
    same: dict[int, bool] = {}
    with psycopg.connect(database.owner_url) as connection:
        for (ticket,) in connection.execute("SELECT id FROM ticket ORDER BY id").fetchall():
            held: dict[str, Any] = {}
            changes = connection.execute(
                "SELECT changes FROM journal WHERE ticket = %s ORDER BY version", (ticket,)
            ).fetchall()
            for (each,) in changes:
                held |= each
            found = connection.execute(
                "SELECT to_jsonb(t) = to_jsonb(jsonb_populate_record(t, %s)) FROM ticket t WHERE id = %s",
                (json.dumps(held), ticket),
            ).fetchone()
            same[ticket] = bool(found and found[0])
    return same


async def test_each_open_ticket_follows_once_with_an_event(
    borders: Borders, rezoning: Rezoning, woken: Woken, two_towns: Database
) -> None:
    towns.add_ticket(two_towns.owner_url, 3, MOVED)
    towns.add_ticket(two_towns.owner_url, 4, MOVED, state="closed")
    version = await borders.redrawn(119.12)
    await borders.publish(version)
    await all_of(rezoning)
    await all_of(rezoning)
    assert rows(
        two_towns, "SELECT id, boundary_version, town, stream, unit, state FROM ticket ORDER BY id"
    ) == [
        (1, version, towns.TOWN_A, towns.CENTER_A, towns.CENTER_A, "dispatched"),
        (2, version, towns.TOWN_B, towns.CENTER_B, towns.CENTER_B, "dispatched"),
        (3, version, towns.TOWN_A, towns.CENTER_A, towns.CENTER_A, "dispatched"),
        (4, 1, towns.TOWN_B, towns.CENTER_B, towns.CENTER_B, "closed"),
    ]
    events = rows(
        two_towns,
        "SELECT ticket, version, actor FROM journal WHERE event = 'ticket.rezoned' ORDER BY ticket",
    )
    assert events == [(1, 2, "系统"), (2, 2, "系统"), (3, 2, "系统")]
    entries = rows(
        two_towns, "SELECT stream, ticket, after = '{}' FROM stream_entry WHERE ticket = 3 ORDER BY stream"
    )
    assert entries == [(towns.CENTER_A, 3, False), (towns.CENTER_B, 3, True)]
    assert set(woken) == {towns.CENTER_A, towns.CENTER_B}
    told = (await reads.version(borders.store, version))["rezoning"]
    assert (told["total"], told["done"], told["moved"], told["other_center"], told["failed"]) == (
        *(3, 3, 3, 1, 0),
    )
    assert told["finished_at"] is not None
    assert all(replayed(two_towns).values())


async def test_what_cannot_be_moved_is_named_and_left_to_its_center(
    borders: Borders, rezoning: Rezoning, two_towns: Database
) -> None:
    version = await borders.redrawn(119.12)
    await borders.publish(version)
    towns.add_ticket(two_towns.owner_url, 3, {**towns.IN_B, "lon": 119.3})  # came in at the very last moment
    await all_of(rezoning)
    left = (await reads.left(borders.store, frozenset({"unit:3"}), version))["tickets"]
    assert [(each["number"], each["center"], each["why"], each["settled"]) for each in left] == [
        ("HY2026112400003", "渔沟镇社会治理指挥中心", "它的坐标不在新版任何网格里；请在地图上重新定位", False)
    ]
    assert rows(two_towns, "SELECT boundary_version, stream, version FROM ticket WHERE id = 3") == [(1, 3, 1)]
    told = (await reads.version(borders.store, version))["rezoning"]
    assert (told["done"], told["failed"], told["finished_at"] is not None) == (3, 1, True)
    finding = await reads.boundaries_finding(borders.store)
    assert (finding.status, finding.detail) == ("degraded", "1 件未结工单没能随边界换版，请定位或改派")
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE ticket SET state = 'cancelled' WHERE id = 3")
    assert (await reads.boundaries_finding(borders.store)).status == "ok"


async def test_one_broken_ticket_stops_no_other(
    borders: Borders, rezoning: Rezoning, two_towns: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = actions.decide

    def broken(case: Any) -> Any:
        if case.ticket.id == 1:
            raise ZeroDivisionError
        return whole(case)

    monkeypatch.setattr(actions, "decide", broken)
    version = await borders.redrawn(119.12)
    await borders.publish(version)
    await all_of(rezoning)
    assert rows(two_towns, "SELECT id, boundary_version FROM ticket ORDER BY id") == [(1, 1), (2, version)]
    assert rows(
        two_towns, "SELECT ticket, why LIKE '系统没能处理%' FROM rezoning_left".replace("%", "%%")
    ) == [(1, True)]


async def test_two_processes_share_the_work(
    borders: Borders, rezoning: Rezoning, two_towns: Database
) -> None:
    for ticket in range(3, 30):
        towns.add_ticket(two_towns.owner_url, ticket, MOVED)
    version = await borders.redrawn(119.12)
    await borders.publish(version)
    other = Rezoning(borders.store, borders.worlds, Woken())
    await asyncio.gather(all_of(rezoning), all_of(other))
    twice = "SELECT ticket FROM journal WHERE event = 'ticket.rezoned' GROUP BY ticket HAVING count(*) > 1"
    assert rows(two_towns, twice) == []
    told = (await reads.version(borders.store, version))["rezoning"]
    assert (told["total"], told["done"], told["moved"]) == (29, 29, 29)


async def test_it_goes_on_where_it_was_interrupted(
    borders: Borders, rezoning: Rezoning, two_towns: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ticket in range(3, 8):
        towns.add_ticket(two_towns.owner_url, ticket, MOVED)
    version = await borders.redrawn(119.12)
    await borders.publish(version)
    monkeypatch.setattr(actions, "AT_ONCE", 2)
    await rezoning.move_some()
    told = (await reads.version(borders.store, version))["rezoning"]
    assert (told["done"], told["finished_at"]) == (2, None)
    fresh = Rezoning(borders.store, borders.worlds, Woken())
    await all_of(fresh)
    assert rows(two_towns, "SELECT count(*) FROM journal WHERE event = 'ticket.rezoned'") == [(7,)]


async def test_newer_boundaries_end_what_they_overtake(
    borders: Borders, rezoning: Rezoning, two_towns: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = await borders.redrawn(119.12)
    await borders.publish(version)
    monkeypatch.setattr(actions, "AT_ONCE", 1)
    await rezoning.move_some()
    newer = await borders.redrawn(119.14, based_on=version)
    await borders.publish(newer)
    both = [(await reads.version(borders.store, each)) for each in (version, newer)]
    assert [(each["rezoning"]["done"], each["rezoning"]["overtaken_by"]) for each in both] == [
        (1, newer),
        (0, None),
    ]
    assert both[0]["rezoning"]["finished_at"] == both[0]["retired_at"]
    await all_of(rezoning)
    both = [(await reads.version(borders.store, each))["rezoning"] for each in (version, newer)]
    assert [(each["done"], each["overtaken_by"]) for each in both] == [(1, newer), (2, None)]
    assert both[1]["finished_at"] is not None
    assert rows(two_towns, "SELECT DISTINCT boundary_version FROM ticket") == [(newer,)]


async def test_what_is_reopened_later_follows_then(
    borders: Borders, rezoning: Rezoning, two_towns: Database
) -> None:
    towns.add_ticket(two_towns.owner_url, 3, MOVED, state="closed")
    version = await borders.redrawn(119.12)
    await borders.publish(version)
    await all_of(rezoning)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE ticket SET state = 'signed' WHERE id = 3")
    await all_of(rezoning)
    assert rows(two_towns, "SELECT boundary_version, stream FROM ticket WHERE id = 3") == [
        (version, towns.CENTER_A)
    ]
    told = (await reads.version(borders.store, version))["rezoning"]
    assert (told["total"], told["done"]) == (3, 3)


async def test_back_again_everything_is_where_it_was(
    borders: Borders, rezoning: Rezoning, two_towns: Database
) -> None:
    towns.add_ticket(two_towns.owner_url, 3, MOVED, state="signed")
    where = "SELECT id, town, village, cell, stream, unit, state, audience FROM ticket ORDER BY id"
    before = rows(two_towns, where)
    first = await borders.redrawn(119.1)
    await borders.publish(first)
    await all_of(rezoning)
    second = await borders.redrawn(119.12, based_on=first)
    await borders.publish(second)
    await all_of(rezoning)
    assert rows(two_towns, where) != before
    back = await borders.publishing.roll_back(KEEPER, second, "边界有误")
    await borders.check(back["id"])
    await borders.publish(back["id"])
    await all_of(rezoning)
    assert [row[:-1] for row in rows(two_towns, where)] == [row[:-1] for row in before]
    assert all(replayed(two_towns).values())


async def test_a_cells_new_police_grid_reaches_its_open_tickets(
    borders: Borders, rezoning: Rezoning, two_towns: Database
) -> None:
    first = await borders.redrawn(119.1)
    await borders.publish(first)
    await all_of(rezoning)
    assert rows(two_towns, "SELECT police_grid FROM ticket ORDER BY id") == [("HY-WJY-01",), ("HY-YG-01",)]
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE ticket SET police_grid = NULL WHERE id = 1")
        connection.execute("UPDATE rezoning SET finished_at = NULL")
    await all_of(rezoning)
    assert rows(two_towns, "SELECT police_grid FROM ticket ORDER BY id") == [("HY-WJY-01",), ("HY-YG-01",)]
    assert rows(two_towns, "SELECT finished_at IS NOT NULL FROM rezoning") == [(True,)]


async def test_a_world_that_is_late_decides_about_no_ticket_of_new_boundaries(
    borders: Borders, rezoning: Rezoning, two_towns: Database
) -> None:
    """Another process published: a command there first takes up the new version, then decides."""
    late = Worlds(borders.store)
    await late.refresh()
    version = await borders.redrawn(119.12)
    await borders.publish(version)
    await all_of(rezoning)
    assert late.current.boundary_version == 1
    desk = Tickets(borders.store, late, towns.sealer(), Woken())
    done = await desk.perform(people(two_towns.owner_url)["townb"], 2, Command.SIGN, {}, uuid4())
    assert late.current.boundary_version == version
    assert done.event == "ticket.signed"
    (row,) = rows(two_towns, "SELECT audience FROM ticket WHERE id = 2")
    assert "unit:3" in row[0]


@pytest.mark.parametrize(("border", "center"), [(119.12, towns.CENTER_B), (119.17, None)])
async def test_without_a_point_it_stays_with_its_town_as_long_as_most_of_that_is_left(
    borders: Borders, rezoning: Rezoning, two_towns: Database, border: float, center: int | None
) -> None:
    nowhere = {
        "cell": None,
        "lon": None,
        "lat": None,
        "address": "",
        "title": "咨询",
        "content": "医保怎么办",
    }
    inquiry = {**towns.IN_B, **nowhere, "placement": "not_needed", "place_need": "none", "state": "signed"}
    towns.add_ticket(two_towns.owner_url, 3, inquiry)
    version = await borders.redrawn(border)
    told = await borders.preview(version)
    assert told["tickets"]["unclear_total"] == (0 if center else 1)
    await borders.publish(version)
    await all_of(rezoning)
    (row,) = rows(two_towns, "SELECT boundary_version, stream FROM ticket WHERE id = 3")
    assert row == (version if center else 1, towns.CENTER_B)
    left = rows(two_towns, "SELECT why FROM rezoning_left")
    assert left == (
        [] if center else [("原镇街已拆分，工单没有坐标，分不清归哪个镇街；请定位，或由区中心改派",)]
    )
