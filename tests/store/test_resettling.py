"""Places follow the boundaries: where they lie, which towns and villages there are, what callers still call them."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from dispatch.actions.resettling import Resettling
from dispatch.actions.world import Worlds
from dispatch.store.database import Database as Store
from gis.match import Query
from tests.databases import Database
from tests.web import towns

ROAD = "MULTILINESTRING((119.02 33.65, {east} 33.65))"


def rows(database: Database, question: str, *values: object) -> list[tuple[Any, ...]]:
    """What the database holds, asked as its owner."""
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(question.encode(), values).fetchall()


def box(west: float, east: float) -> str:
    """An area of the two towns' height."""
    ring = f"{west} 33.6,{east} 33.6,{east} 33.7,{west} 33.7,{west} 33.6"
    return f"SRID=4326;MULTIPOLYGON((({ring})))"


def publish(database: Database, version: int, border: float | None) -> None:
    """A version whose towns meet elsewhere; without a border town A is no more."""
    a, b = (towns.TOWN_A, towns.VILLAGE_A, towns.CELL_A), (towns.TOWN_B, towns.VILLAGE_B, towns.CELL_B)
    names = {a: ("王家营街道", "营东社区"), b: ("渔沟镇", "渔沟村")}
    areas = {b: box(119.0, 119.2)} if border is None else {a: box(119.0, border), b: box(border, 119.2)}
    with psycopg.connect(database.owner_url) as connection:
        connection.execute(
            "INSERT INTO boundary_version (id, state, note) VALUES (%s, 'draft', 't')", (version,)
        )
        for (town, village, cell), area in areas.items():
            of_town, of_village = names[town, village, cell]
            connection.execute(
                "INSERT INTO town_area (boundary_version, town, name, geom) VALUES (%s, %s, %s, %s)",
                (version, town, of_town, area),
            )
            connection.execute(
                "INSERT INTO village_area (boundary_version, village, town, name, geom) "
                "VALUES (%s, %s, %s, %s, %s)",
                (version, village, town, of_village, area),
            )
            connection.execute(
                "INSERT INTO cell (boundary_version, code, village, town, kind, name, geom) "
                "VALUES (%s, %s, %s, %s, 'general', '第一网格', %s)",
                (version, cell, village, town, area),
            )
        connection.execute(
            "UPDATE boundary_version SET state = 'retired', retired_at = now() WHERE state = 'published'"
        )
        connection.execute(
            "UPDATE boundary_version SET state = 'published', published_at = now() WHERE id = %s", (version,)
        )


class Ground:
    """A world that follows, and the job under test."""

    def __init__(self, store: Store) -> None:
        self.worlds = Worlds(store)
        self.job = Resettling(store, self.worlds)

    async def follow(self) -> None:
        """Take a new version and bring the places to it."""
        await self.worlds.refresh()
        assert await self.job.follow() is False
        await self.worlds.refresh_names()

    def where(self, address: str) -> tuple[str | None, str]:
        """Town and level that an address comes to."""
        found = self.worlds.current.locator.locate(Query(id="", address=address))
        return found.town, found.level


@pytest.fixture
async def ground(service: Store, two_towns: Database) -> Ground:
    """The two towns with a road through both and one in town A."""
    with psycopg.connect(two_towns.owner_url) as connection:
        for name, east in (("长街", 119.15), ("短街", 119.03)):
            connection.execute(
                "INSERT INTO place (kind, name, lon, lat, radius_m, town, source, line) "
                "VALUES ('road', %s, 119.025, 33.65, 800, %s, 't', ST_GeomFromText(%s, 4326))",
                (name, None if east > 119.1 else towns.TOWN_A, ROAD.format(east=east)),
            )
    made = Ground(service)
    await made.worlds.refresh()
    return made


async def test_the_first_version_asks_for_nothing(ground: Ground, two_towns: Database) -> None:
    await ground.follow()
    assert rows(two_towns, "SELECT count(*), (SELECT max(id) FROM gazetteer_version) FROM place") == [(3, 1)]


async def test_places_lie_where_the_new_border_has_them(ground: Ground, two_towns: Database) -> None:
    publish(two_towns, 10, 119.04)
    await ground.follow()
    lies = dict(rows(two_towns, "SELECT name, town FROM place WHERE source = 't'"))
    assert lies == {"富丽花园": towns.TOWN_B, "长街": None, "短街": towns.TOWN_A}
    assert ground.where("富丽花园")[0] == towns.TOWN_B
    assert rows(two_towns, "SELECT boundary_version, moved, added, ended FROM place_settlement") == [
        (10, 1, 4, 0)
    ]
    assert ground.where("渔沟镇") == (towns.TOWN_B, "town")
    before = rows(two_towns, "SELECT max(id) FROM gazetteer_version")
    await ground.follow()
    assert rows(two_towns, "SELECT max(id) FROM gazetteer_version") == before == [(2,)]


async def test_a_town_that_is_no_more_is_still_understood(ground: Ground, two_towns: Database) -> None:
    publish(two_towns, 10, 119.1)
    await ground.follow()
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "INSERT INTO alias (place, name, kind, state) "
            "SELECT id, '老王营', 'nickname', 'approved' FROM place WHERE name = '王家营街道'"
        )
    publish(two_towns, 11, None)
    await ground.follow()
    assert rows(two_towns, "SELECT kind, name FROM place WHERE valid_until IS NOT NULL ORDER BY 1") == [
        ("town", "王家营街道"),
        ("village", "营东社区"),
    ]
    for said in ("王家营街道", "老王营", "营东社区"):
        assert ground.where(said)[0] == towns.TOWN_B, said
    reasons = rows(two_towns, "SELECT DISTINCT reason FROM alias WHERE place IN (SELECT id FROM place WHERE town = %s)",
                   towns.TOWN_B)  # fmt: skip
    assert reasons == [("网格边界第 11 版并入",)]
    publish(two_towns, 12, 119.1)
    await ground.follow()
    assert ground.where("王家营街道") == (towns.TOWN_A, "town")
    assert ground.where("老王营") == (towns.TOWN_A, "town")
    assert rows(two_towns, "SELECT count(*) FROM place WHERE valid_until IS NOT NULL") == [(0,)]
    told = rows(two_towns, "SELECT action, reason FROM audit WHERE subject = "
                "(SELECT 'place:' || id FROM place WHERE name = '王家营街道') ORDER BY id")  # fmt: skip
    assert [action for action, _ in told] == ["place.added", "place.retired", "place.added"]


async def test_a_town_with_another_name_keeps_the_old_one(ground: Ground, two_towns: Database) -> None:
    publish(two_towns, 10, 119.1)
    await ground.follow()
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE place SET name = '渔沟乡' WHERE name = '渔沟镇'")
    publish(two_towns, 11, 119.1)
    await ground.follow()
    assert rows(two_towns, "SELECT p.name, a.name, a.kind FROM alias a JOIN place p ON p.id = a.place") == [
        ("渔沟镇", "渔沟乡", "old")
    ]
    assert ground.where("渔沟乡") == (towns.TOWN_B, "town")
