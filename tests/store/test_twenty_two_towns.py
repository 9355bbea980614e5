"""The real re-zoning on the demo's ground: Huaiyin's 22 towns of 2018 became 14, only 王营镇 was split. And back again.

One test walks the whole way, because each step stands on the one before.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from deploy.demo.district.facts import FOLDER
from dispatch.actions.crosswalks import crosswalk
from dispatch.actions.rezoning import Rezoning
from dispatch.actions.statistics import Statistics
from dispatch.actions.world import Worlds
from dispatch.reads import boundaries as reads
from dispatch.store.database import Database as Store
from tests.boundaries import KEEPER, Borders
from tests.databases import Database
from tests.store.test_rezoning import Woken, all_of
from tests.web import towns

OLD = 2
"""The version of 2018."""
SINCE, UNTIL = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
FIRST_UNIT = 90_000
GROUPED = """
CREATE TEMP TABLE former AS SELECT * FROM unnest(%(villages)s::text[], %(codes)s::text[]) AS f(village, town);
INSERT INTO boundary_version (id, state, note, based_on) VALUES (2, 'draft', '2018 年 22 镇', 1);
INSERT INTO town (code, name) SELECT code, name FROM unnest(%(towns)s::text[], %(names)s::text[]) AS t(code, name)
ON CONFLICT DO NOTHING;
INSERT INTO unit (id, kind, name, center, town)
SELECT id, 'town_center', name || '社会治理指挥中心', id, code
FROM unnest(%(units)s::int[], %(towns)s::text[], %(names)s::text[]) AS u(id, code, name) WHERE id >= 90000;
INSERT INTO stream (id) SELECT id FROM unnest(%(units)s::int[]) AS u(id) WHERE id >= 90000;
INSERT INTO village_area (boundary_version, village, town, name, geom)
SELECT 2, a.village, f.town, a.name, a.geom FROM village_area a JOIN former f USING (village)
WHERE boundary_version = 1;
INSERT INTO cell (boundary_version, code, village, town, kind, name, police_grid, geom)
SELECT 2, c.code, c.village, f.town, c.kind, c.name, 'G' || f.town, c.geom
FROM cell c JOIN former f USING (village) WHERE boundary_version = 1;
INSERT INTO town_area (boundary_version, town, name, geom)
SELECT 2, c.town, t.name, ST_Multi(ST_Union(c.geom)) FROM cell c JOIN town t ON t.code = c.town
WHERE c.boundary_version = 2 GROUP BY c.town, t.name;
INSERT INTO police_grid (boundary_version, code, name, town, police_station, geom)
SELECT 2, 'G' || town, name || '警格', town, (SELECT min(id) FROM unit WHERE kind = 'police_station'), geom
FROM town_area WHERE boundary_version = 2;
UPDATE boundary_version SET state = 'retired', retired_at = now() - interval '1 hour' WHERE id = 1;
UPDATE boundary_version SET state = 'published', published_at = now() - interval '1 hour' WHERE id = 2;
UPDATE cell_police_grid SET valid = tstzrange(lower(valid), now() - interval '1 hour');
INSERT INTO cell_police_grid SELECT code, police_grid, tstzrange(now() - interval '1 hour', NULL) FROM cell
WHERE boundary_version = 2;
UPDATE village v SET town = f.town FROM former f WHERE f.village = v.code;
"""


@dataclass(frozen=True)
class Town:
    """A town of 2018: its code (the one of today where the name is), its center, what it became, some of its cells."""

    name: str
    code: str
    center: int
    became: tuple[str, ...]
    villages: tuple[str, ...]


def pairs() -> list[tuple[str, str]]:
    """(town of 2018, town of today)."""
    with (FOLDER / "old_towns.csv").open(encoding="utf-8", newline="") as file:
        return [(row["old_town_2018"], row["new_town_2023"]) for row in csv.DictReader(file)]


def towns_of_2018(connection: psycopg.Connection[Any]) -> list[Town]:
    """The villages of each town of today shared out, from west to east, among the towns it was made of."""
    codes: dict[str, str] = dict(connection.execute("SELECT name, code FROM town").fetchall())
    centers: dict[str, int] = dict(
        connection.execute("SELECT town, id FROM unit WHERE kind = 'town_center'").fetchall()
    )
    villages: dict[str, list[str]] = {}
    for new, code in codes.items():
        former = [old for old, became in pairs() if became == new]
        listed = connection.execute(
            "SELECT village FROM village_area WHERE boundary_version = 1 AND town = %s "
            "ORDER BY ST_X(ST_Centroid(geom))",
            (code,),
        ).fetchall()
        for number, (village,) in enumerate(listed):
            villages.setdefault(former[number * len(former) // len(listed)], []).append(village)
    return [
        Town(
            name,
            codes.get(name) or f"3208049{number:02d}",
            centers[codes[name]] if name in codes else FIRST_UNIT + number,
            tuple(codes[became] for old, became in pairs() if old == name),
            tuple(villages[name]),
        )
        for number, name in enumerate(sorted(villages))
    ]


def found_2018(owner_url: str) -> list[Town]:
    """The version of 2018 comes in force, with a center for each of its towns."""
    with psycopg.connect(owner_url) as connection:
        made = towns_of_2018(connection)
        shared = [(village, town.code) for town in made for village in town.villages]
        values = {
            "villages": [village for village, _ in shared],
            "codes": [code for _, code in shared],
            "towns": [town.code for town in made],
            "names": [town.name for town in made],
            "units": [town.center for town in made],
        }
        for statement in GROUPED.split(";\n"):
            if statement.strip():
                connection.execute(statement.encode(), values if "%(" in statement else None)
    return made


def add_tickets(owner_url: str, made: list[Town]) -> None:
    """In each town of 2018: one that nobody has signed, one in hand, one that needs no place."""
    with psycopg.connect(owner_url) as connection:
        for number, town in enumerate(made):
            row = connection.execute(
                "SELECT code, village, ST_X(p), ST_Y(p) FROM (SELECT code, village, ST_PointOnSurface(geom) AS p "
                "FROM cell WHERE boundary_version = 2 AND town = %s ORDER BY code LIMIT 1) c",
                (town.code,),
            ).fetchone()
            assert row is not None
            cell, village, lon, lat = row
            whose = {
                "town": town.code,
                "stream": town.center,
                "owed_by": town.center,
                "unit": town.center,
                "audience": ["unit:1", f"unit:{town.center}"],
                "boundary_version": OLD,
                "category": None,
            }
            where = {"cell": cell, "village": village, "lon": lon, "lat": lat, "police_grid": f"G{town.code}"}
            nowhere = {
                "placement": "not_needed",
                "place_need": "none",
                "address": "",
                "title": "咨询",
                "content": "医保",
            }
            for kind, more in enumerate(
                ({**where}, {**where, "state": "signed"}, {**nowhere, "state": "signed"})
            ):
                towns.add_ticket(owner_url, 100 * (number + 1) + kind, {**whose, **more})


@pytest.fixture
async def borders(district: Database, tmp_path: Path) -> AsyncIterator[Borders]:
    """The demo district as it was in 2018."""
    store = await Store.open(district.url, size=6)
    worlds = Worlds(store)
    made = Borders(store, worlds, tmp_path)
    yield made
    await made.works.close()
    await store.close()


def by_center(owner_url: str) -> Counter[int]:
    """How many open tickets each center has."""
    with psycopg.connect(owner_url) as connection:
        return Counter(
            dict(connection.execute("SELECT stream, count(*) FROM ticket GROUP BY stream").fetchall())
        )


async def test_twenty_two_towns_become_fourteen_and_back(borders: Borders, district: Database) -> None:
    url = district.owner_url
    made = found_2018(url)
    add_tickets(url, made)
    await borders.worlds.refresh()
    before = by_center(url)
    assert (len(made), before.total(), set(before.values())) == (22, 66, {3})
    version = int((await borders.boundaries.create(KEEPER, "2021 年 14 镇", 1))["id"])
    await borders.publishing.rebase(KEEPER, version, OLD)
    assert (await borders.check(version))["blocking"] == 0
    await previewed(borders, version, made)
    await borders.publish(version)
    rezoning = Rezoning(borders.store, borders.worlds, Woken())
    await all_of(rezoning)
    await moved(borders, version, made, url)
    await compared(borders, version, made)
    back = await borders.publishing.roll_back(KEEPER, version, "再看一看")
    await borders.check(back["id"])
    await borders.publish(back["id"])
    await all_of(rezoning)
    assert by_center(url) == before


async def previewed(borders: Borders, version: int, made: list[Town]) -> None:
    """What is said beforehand: who gets whose tickets, who has nobody left."""
    told = await borders.preview(version)
    assert told["blocking"] == []
    tickets = told["tickets"]
    gone = [town for town in made if town.code not in town.became]
    assert len(told["towns"]["removed"]) == len(gone)
    whole = [town for town in gone if len(town.became) == 1]
    assert tickets["other_center"] == 3 * len(whole) + 2
    assert [each["number"][-2:] for each in tickets["unclear"]] == ["02"]
    assert (tickets["orphaned_total"], told["people"], told["police_grids_without_cells"]) == (0, [], [])
    assert (told["cells"]["added"], told["cells"]["removed"]) == (0, 0)


async def moved(borders: Borders, version: int, made: list[Town], url: str) -> None:
    """Who has them afterwards; only what has no point in the town that was split is left to its former center."""
    units = borders.worlds.current.tables.units
    expected: Counter[int] = Counter()
    for town in made:
        if len(town.became) == 1:
            expected[units.center_of_town[town.became[0]]] += 3
        else:
            expected[town.center] += 1
            west = units.center_of_town[sorted_west(url, town)]
            expected[west] += 2
    assert by_center(url) == expected
    told = (await reads.version(borders.store, version))["rezoning"]
    assert (told["total"], told["done"], told["failed"]) == (66, 66, 1)
    left = (await reads.left(borders.store, frozenset({"unit:1"}), version))["tickets"]
    assert [each["center"] for each in left] == ["王营镇社会治理指挥中心"]
    with psycopg.connect(url) as connection:
        states = connection.execute(
            "SELECT state, count(*) FROM ticket GROUP BY state ORDER BY state"
        ).fetchall()
        hops = connection.execute("SELECT count(*) FROM ticket WHERE hops > 0").fetchall()
        grids = connection.execute(
            "SELECT count(*) FROM ticket t JOIN cell_police_grid l ON l.cell = t.cell AND l.valid @> now() "
            "WHERE t.police_grid = l.police_grid"
        ).fetchall()
    assert (states, hops, grids) == ([("dispatched", 22), ("signed", 44)], [(0,)], [(44,)])


def sorted_west(url: str, town: Town) -> str:
    """The town of today in which the tickets of a town that was split lie."""
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT c.town FROM ticket t JOIN cell c ON c.code = t.cell AND c.boundary_version = 1 "
            "WHERE t.village = ANY(%s) LIMIT 1",
            (list(town.villages),),
        ).fetchone()
    assert row is not None
    return str(row[0])


async def compared(borders: Borders, version: int, made: list[Town]) -> None:
    """Villages are the same ground in both; statistics by either keep their sum."""
    villages = await crosswalk(borders.store, OLD, version, "village")
    assert {(row.from_code == row.to_code, row.share, row.back_share) for row in villages} == {
        (True, 1.0, 1.0)
    }
    split = Counter(row.from_code for row in await crosswalk(borders.store, OLD, version, "town"))
    assert [made_name(made, code) for code, count in split.items() if count > 1] == ["王营镇"]
    statistics = Statistics(borders.store)
    for each in (OLD, version):
        told = await statistics.count(each, "town", SINCE, UNTIL)
        assert told["total"] == pytest.approx(66)
    then = {
        row["name"]: row["tickets"] for row in (await statistics.count(OLD, "town", SINCE, UNTIL))["rows"]
    }
    assert (len(then), then["凌桥乡"]) == (22, pytest.approx(3, abs=3))


def made_name(made: list[Town], code: str | None) -> str:
    """The name of a town of 2018."""
    return next(town.name for town in made if town.code == code)
