"""The heat map's question on a real database: a ticket in one hexagon and one step, and whose tickets are counted."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from dispatch.domain.heat import Steps, Wanted
from dispatch.store import heat
from dispatch.store.database import Database as Store
from dispatch.store.heat import Behind, Counted, Plane
from gis.hexagons import hexagon_of, lattice_about
from tests.databases import Database
from tests.web import towns

SINCE = datetime(2026, 11, 20, 16, tzinfo=UTC)
DAYS = Steps(SINCE, SINCE + timedelta(days=7), 24 * 3600, 7)
LATTICE = lattice_about(119.1, 33.65)
DISTRICT, TOWN_A = ["unit:1"], ["unit:2"]
ALL = Behind(None, None, None, None, 1_000)


def plane(width_m: int) -> Plane:
    """The tests' plane."""
    return Plane(*LATTICE, width_m)


def counted(steps: Steps = DAYS, width_m: int = 1000, *, by_village: bool = False, **wanted: Any) -> Counted:
    """What is asked."""
    return Counted(steps, plane(width_m), Wanted(**wanted), by_village)


async def picture(
    service: Store, asked: Counted, readers: list[str] = DISTRICT, floor: int = 1
) -> dict[str, Any]:
    """The counts as a reader gets them."""
    async with service.reader(readers) as tx:
        return await heat.picture(tx, asked, floor)


async def behind(
    service: Store, asked: Counted, which: Behind, readers: list[str] = DISTRICT
) -> dict[str, Any]:
    """The tickets behind a number."""
    async with service.reader(readers) as tx:
        return await heat.behind(tx, asked, which)


def put(
    database: Database, ticket: int, hours: float, place: dict[str, Any] = towns.IN_A, **values: Any
) -> int:
    """A ticket received so many hours after the while began."""
    at = (SINCE + timedelta(hours=hours)).isoformat()
    return towns.add_ticket(database.owner_url, ticket, place, received_at=at, **values)


@pytest.fixture
def empty(founded: Database) -> Database:
    """The two towns without a ticket."""
    return founded


@pytest.fixture
def two_towns(empty: Database) -> Database:
    """What ``service`` is opened over."""
    return empty


@pytest.mark.parametrize("width", [250, 2000])
async def test_each_ticket_lies_in_the_hexagon_that_the_library_says(
    service: Store, empty: Database, width: int
) -> None:
    dice = random.Random(width)
    spots = [(dice.uniform(119.0, 119.1), dice.uniform(33.6, 33.7)) for _ in range(40)]
    for number, (lon, lat) in enumerate(spots, 1):
        put(empty, number, 1, lon=lon, lat=lat)
    found = await picture(service, counted(width_m=width))
    expected: dict[tuple[int, int], int] = {}
    for lon, lat in spots:
        hexagon = hexagon_of(LATTICE, width, lon, lat)
        expected[hexagon] = expected.get(hexagon, 0) + 1
    assert {(each["east"], each["north"]): each["whole"] for each in found["hexagons"]} == expected


async def test_a_while_begins_with_its_first_instant_and_ends_before_its_last(
    service: Store, empty: Database
) -> None:
    for number, hours in enumerate((-0.001, 0, 23.999, 24, 167.999, 168), 1):
        put(empty, number, hours)
    found = await picture(service, counted())
    assert (found["total"], found["steps"]) == (4, [2, 1, 0, 0, 0, 0, 1])
    ((hexagon),) = found["hexagons"]
    assert (hexagon["at"], hexagon["tickets"], hexagon["whole"]) == ([0, 1, 6], [2, 1, 1], 4)


async def test_by_the_hour_all_days_count_together(service: Store, empty: Database) -> None:
    for number, hours in enumerate((8.5, 8.5 + 24, 9.2 + 48, 23.9), 1):
        put(empty, number, hours)
    clock = Steps(SINCE, SINCE + timedelta(days=7), 3600, 24)
    found = await picture(service, counted(clock))
    assert {hour: count for hour, count in enumerate(found["steps"]) if count} == {8: 2, 9: 1, 23: 1}
    assert (await behind(service, counted(clock), Behind(None, None, 8, None, 9)))["total"] == 2


async def test_what_is_not_wanted_does_not_count(service: Store, empty: Database) -> None:
    with psycopg.connect(empty.owner_url) as connection:
        connection.execute(
            "INSERT INTO category (code, path, place_need) VALUES ('0201', '环境/垃圾', 'cell')"
        )
    put(empty, 1, 1)
    put(empty, 2, 2, urgency="urgent")
    put(empty, 3, 3, state="closed", category="0201")
    put(empty, 4, 4, category=None)
    wishes: list[tuple[dict[str, Any], int]] = [
        *(({}, 4), ({"branch": "市政设施"}, 2), ({"branch": "环境"}, 1), ({"branch": "市政"}, 0)),
        *(({"urgency": "urgent"}, 1), ({"only_open": True}, 3), ({"branch": "环境", "only_open": True}, 0)),
    ]
    for wanted, expected in wishes:
        asked = counted(**wanted)
        assert (await picture(service, asked))["total"] == expected
        assert (await behind(service, asked, ALL))["total"] == expected
    found = await behind(service, counted(), ALL)
    assert found["branches"] == [
        *({"name": "市政设施", "tickets": 2}, {"name": "环境", "tickets": 1}, {"name": None, "tickets": 1})
    ]
    assert found["open"] == 3


async def test_a_place_known_less_finely_than_a_hexagon_is_in_none(service: Store, empty: Database) -> None:
    put(empty, 1, 1, radius_m=800)
    put(empty, 2, 2, radius_m=20)
    put(empty, 3, 3, lon=None, lat=None, town=None, village=None, cell=None)
    for width, in_hexagons, coarse in ((500, 1, 1), (1000, 2, 0)):
        found = await picture(service, counted(width_m=width))
        assert sum(each["whole"] for each in found["hexagons"]) == in_hexagons
        assert (found["coarse"], found["nowhere"], found["total"]) == (coarse, 1, 3)
    assert [(each["code"], each["whole"]) for each in found["places"]] == [(towns.TOWN_A, 2), (None, 1)]
    nowhere = await behind(service, counted(), Behind(None, "none", None, None, 9))
    assert [each["id"] for each in nowhere["tickets"]] == [3]


async def test_a_town_counts_its_own_by_village_and_the_district_all(service: Store, empty: Database) -> None:
    put(empty, 1, 1)
    put(empty, 2, 1, towns.IN_B)
    put(empty, 3, 30, towns.IN_B)
    whole = await picture(service, counted())
    assert {each["name"]: each["tickets"] for each in whole["places"]} == {
        "王家营街道": [1],
        "渔沟镇": [1, 1],
    }
    town = await picture(service, counted(by_village=True), TOWN_A)
    assert (town["total"], [each["name"] for each in town["places"]]) == (1, ["营东社区"])
    ((hexagon),) = [each for each in whole["hexagons"] if each["whole"] == 2]
    theirs = Behind((hexagon["east"], hexagon["north"]), None, None, None, 9)
    assert (await behind(service, counted(), theirs))["total"] == 2
    hidden = await behind(service, counted(by_village=True), theirs, TOWN_A)
    assert (hidden["total"], hidden["tickets"], hidden["branches"]) == (0, [], [])


async def test_every_number_has_its_tickets(service: Store, empty: Database) -> None:
    dice = random.Random(6)
    for number in range(1, 41):
        put(
            empty,
            number,
            dice.uniform(0, 167),
            lon=dice.uniform(119.0, 119.02),
            lat=dice.uniform(33.6, 33.62),
        )
    found = await picture(service, counted())
    assert sum(each["whole"] for each in found["hexagons"]) == 40
    for each in found["hexagons"]:
        for step, tickets in zip(each["at"], each["tickets"], strict=True):
            listed = await behind(
                service, counted(), Behind((each["east"], each["north"]), None, step, None, 50)
            )
            assert len(listed["tickets"]) == listed["total"] == tickets
    page = await behind(service, counted(), Behind(None, None, None, 21, 50))
    assert [each["id"] for each in page["tickets"]] == list(range(20, 0, -1))


async def test_few_are_not_told_where_anybody_looks(service: Store, empty: Database) -> None:
    shapes = {
        33.61: [0, 0, 0, 0],  # enough on one day
        33.63: [0, 0, 0, 1],  # one more on another: whole − told would say so
        33.65: [0, 0, 0, 1, 2, 2],  # three more elsewhere: nobody is one of one
        33.67: [0, 1],  # few at all
        33.69: [0, 1, 2],  # never enough on a day, but in all
    }
    number = 0
    for lat, days in shapes.items():
        for day in days:
            number += 1
            put(empty, number, 24 * day + 1, lat=lat)
    found = await picture(service, counted(), floor=3)
    by_north = {each["north"]: (each["at"], each["tickets"], each["whole"]) for each in found["hexagons"]}
    rows = {lat: hexagon_of(LATTICE, 1000, towns.IN_A["lon"], lat).north for lat in shapes}
    assert by_north == {
        rows[33.61]: ([0], [4], 4),
        rows[33.63]: ([0], [3], 3),
        rows[33.65]: ([0], [3], 6),
        rows[33.69]: ([], [], 3),
    }
    assert found["places"] == []
    assert found["total"] == number


async def test_what_is_reckoned_for_a_ticket_is_not_kept_for_the_next(
    service: Store, empty: Database
) -> None:
    kept = "SELECT current_setting('enable_memoize')"
    async with service.reader(DISTRICT) as tx:
        await heat.picture(tx, counted(), 1)
        assert await tx.fetchval(kept) == "off"
    async with service.reader(DISTRICT) as tx:
        await heat.behind(tx, counted(), ALL)
        assert await tx.fetchval(kept) == "off"
    for _ in range(4):
        async with service.reader(DISTRICT) as tx:
            assert await tx.fetchval(kept) == "on"
