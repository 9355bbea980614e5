"""The demo district: always the same from one seed, whole at every level, and the same again in PostGIS."""

from __future__ import annotations

import base64
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import psycopg
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from deploy.bootstrap.speech import Stop
from deploy.demo.accounts import password_maker
from deploy.demo.district import District, Secrets, generate, load, remembered
from deploy.demo.district.facts import old_towns, towns
from deploy.demo.district.generate import SEED as OTHER_SEED
from deploy.demo.district.shifts import shifts
from dispatch.domain.access import Role
from dispatch.domain.clocks.checking import Known, check_rules
from gis.crs import from_wgs84_many
from tests.databases import MASTER_KEY, SECRETS, WEBHOOK_SECRET, Database
from tests.demo.conftest import SEED

SHARED_NAMES = {"杨庄", "新桥", "双庄", "镇北", "民主", "兴旺", "新园", "红星", "新河"}
KINDS = {
    "district_center", "town_center", "station", "police_station", "outpost", "enforcement", "service_center",
    "agency", "department",
}  # fmt: skip
SQUARE_METRE = 1.0
TABLES = {
    "town": "towns", "town_area": "towns", "village": "villages", "village_area": "villages", "cell": "cells",
    "police_grid": "police_grids", "unit": "units", "person": "people", "membership": "memberships",
    "cell_duty": "duties", "account": "accounts", "place": "places", "alias": "aliases", "road": "roads",
    "category": "categories", "routing_rule": "routing_rules", "clock_rule": "clock_rules",
    "enforcement_power": "powers", "police_list": "police_lists",
    "intake_profile": "profiles",
}  # fmt: skip


def metric(shapes: Iterable[BaseGeometry]) -> list[BaseGeometry]:
    """Shapes in metres (EPSG:4549)."""
    return [
        shapely.transform(
            shape, lambda xy: np.column_stack(from_wgs84_many(xy[:, 0], xy[:, 1], "cgcs2000_gk_cm120"))
        )
        for shape in shapes
    ]


@pytest.fixture(scope="module")
def levels(made: District) -> dict[str, dict[str, BaseGeometry]]:
    """Every level's shapes in metres, by code."""
    listed = {
        "cells": made.cells,
        "villages": made.villages,
        "towns": made.towns,
        "police_grids": made.police_grids,
    }
    return {
        name: dict(zip((a.code for a in areas), metric(a.shape for a in areas), strict=True))
        for name, areas in listed.items()
    }


def test_one_seed_makes_one_district(made: District) -> None:
    assert generate(SEED).digest == made.digest
    assert remembered(OTHER_SEED).digest != made.digest


def test_the_towns_and_villages_are_huaiyins(made: District) -> None:
    assert [(town.code, town.name) for town in made.towns] == [(town.code, town.name) for town in towns()]
    real = [(v.code, v.name, town.code) for town in towns() for v in town.villages]
    assert [(village.code, village.name, village.town) for village in made.villages] == real
    assert (len(made.towns), len(made.villages)) == (14, 261)
    assert all(code.startswith("320804") for code, _, _ in real)


def test_cells_are_of_both_kinds_and_some_have_several_parts(made: District) -> None:
    kinds = Counter(cell.kind for cell in made.cells)
    assert 1150 <= len(made.cells) <= 1350
    assert set(kinds) == {"general", "dedicated"}
    assert 40 <= kinds["dedicated"] <= 150
    assert 3 <= sum(len(cell.shape.geoms) > 1 for cell in made.cells) <= 30
    assert len({cell.code for cell in made.cells}) == len(made.cells)
    assert {cell.village for cell in made.cells} == {village.code for village in made.villages}
    assert all(cell.village.startswith(cell.town) for cell in made.cells)


def test_every_cell_has_one_police_grid_of_its_town(made: District) -> None:
    town_of = {cell.code: cell.town for cell in made.cells}
    linked = Counter(cell for grid in made.police_grids for cell in grid.cells)
    assert 140 <= len(made.police_grids) <= 180
    assert set(linked) == set(town_of)
    assert set(linked.values()) == {1}
    assert all({town_of[cell] for cell in grid.cells} == {grid.town} for grid in made.police_grids)
    assert max(len(grid.cells) for grid in made.police_grids) > 1


@pytest.mark.parametrize("level", ["cells", "villages", "towns", "police_grids"])
def test_a_level_is_a_valid_coverage(level: str, levels: Mapping[str, Mapping[str, BaseGeometry]]) -> None:
    shapes = list(levels[level].values())
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    whole = shapely.union_all(shapes)
    assert abs(whole.area - sum(shape.area for shape in shapes)) < SQUARE_METRE
    assert [len(part.interiors) for part in shapely.get_parts(whole)] == [0]


@pytest.mark.parametrize("level", ["villages", "towns", "police_grids"])
def test_an_area_is_the_union_of_its_cells(
    level: str, made: District, levels: Mapping[str, Mapping[str, BaseGeometry]]
) -> None:
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    grid_of = {cell: grid.code for grid in made.police_grids for cell in grid.cells}
    for cell in made.cells:
        above = {"villages": cell.village, "towns": cell.town, "police_grids": grid_of[cell.code]}[level]
        parts[above].append(levels["cells"][cell.code])
    assert set(parts) == set(levels[level])
    apart = {
        code: shapely.symmetric_difference(shapely.union_all(own), levels[level][code]).area
        for code, own in parts.items()
    }
    assert max(apart.values()) < SQUARE_METRE


def test_every_kind_of_unit_is_there(made: District) -> None:
    kinds = Counter(unit.kind for unit in made.units)
    assert set(kinds) == KINDS
    assert (kinds["district_center"], kinds["town_center"], kinds["station"]) == (1, 14, 261)
    ids = {unit.id for unit in made.units}
    assert all(unit.parent in ids for unit in made.units if unit.kind != "district_center")
    grids = {grid.code: grid.town for grid in made.police_grids}
    outposts = [unit for unit in made.units if unit.kind == "outpost"]
    assert all(grids[str(unit.police_grid)] == unit.town and unit.station in ids for unit in outposts)


def test_people_have_names_phones_and_cells(made: District) -> None:
    phones = [person.phone for person in made.people]
    assert len(set(phones)) == len(phones)
    assert all(phone.startswith("1990000") and len(phone) == 11 for phone in phones)
    assert all(2 <= len(person.name) <= 4 for person in made.people)
    duties: dict[str, set[int]] = defaultdict(set)
    for duty in made.duties:
        duties[duty.duty].add(duty.person)
    assert 800 <= len(duties["worker"]) <= 1000
    assert len(duties["officer"]) == len(made.police_grids)
    cells = {cell.code for cell in made.cells}
    for kind in ("worker", "head", "officer"):
        assert {duty.cell for duty in made.duties if duty.duty == kind} == cells


def test_every_role_can_sign_in_and_town_roles_in_two_towns(made: District) -> None:
    towns_of_role: dict[str, set[str | None]] = defaultdict(set)
    town_of = {unit.id: unit.town for unit in made.units}
    for account in made.accounts:
        towns_of_role[account.role].add(town_of[account.unit])
    assert set(towns_of_role) == set(Role)
    assert len(towns_of_role["town_operator"]) == len(towns_of_role["grid_worker"]) == 2
    names = [account.username for account in made.accounts]
    assert len(set(names)) == len(names)


def test_a_shift_is_handed_over_from_one_sign_in_to_another(made: District) -> None:
    of = {account.username: account.person for account in made.accounts}
    for desk in ("wjy-zhiban", "yg-zhiban", "qu-zhiban"):
        people = {of[f"{desk}{number}"] for number in ("", "2", "3")}
        assert len(people) == 3
    town = {of["wjy-zhiban"], of["wjy-zhiban2"], of["wjy-zhiban3"]}
    unit = next(account.unit for account in made.accounts if account.username == "wjy-zhiban")
    rows = [
        row for row in shifts(made.memberships, date(2026, 11, 26)) if row[0] == unit and row[2] == "operator"
    ]
    assert {person for _, person, *_ in rows} == town, "whoever is on duty can sign in"
    turns = sorted(rows, key=lambda row: row[3])
    assert all(one[1] != next_one[1] for one, next_one in pairwise(turns)), "nobody relieves themselves"


def test_the_gazetteer_knows_sixty_thousand_houses_and_every_kind_of_place(made: District) -> None:
    kinds = Counter(place.kind for place in made.places)
    assert kinds["house"] >= 60_000
    assert (kinds["town"], kinds["village"]) == (14, 261)
    assert min(kinds[kind] for kind in ("road", "intersection", "estate", "building", "poi", "group")) > 200
    ids = {place.id for place in made.places}
    assert len(ids) == len(made.places)
    assert all(place.parent in ids for place in made.places if place.kind in ("house", "building", "group"))


def test_places_lie_in_the_village_and_town_they_name(made: District) -> None:
    spots = [place for place in made.places if place.village and place.kind in ("poi", "estate", "group")]
    shapes = {village.code: village.shape for village in made.villages}
    inside = [shapely.intersects_xy(shapes[str(p.village)], p.lon, p.lat) for p in spots]
    assert len(spots) > 3000
    assert all(inside)
    assert all(str(place.village).startswith(str(place.town)) for place in spots)


def test_old_towns_and_nicknames_are_known(made: District) -> None:
    named = {place.id: place for place in made.places}
    aliases = defaultdict(set)
    for alias in made.aliases:
        aliases[alias.kind].add((named[alias.place].name, alias.name))
    assert set(aliases) >= {"old", "short", "natural", "nickname", "homophone"}
    assert {(town, old) for town, names in old_towns().items() for old in names} <= aliases["old"]
    assert ("渔沟镇", "吴集") in aliases["old"]


def test_the_names_that_occur_in_two_towns_do(made: District) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for town in towns():
        for village in town.villages:
            found[village.stem].add(town.code)
    assert {stem for stem, codes in found.items() if len(codes) == 2} >= SHARED_NAMES
    assert {place.name for place in made.places} >= {
        v.name for town in towns() for v in town.villages if v.stem in SHARED_NAMES
    }


def rows(connection: psycopg.Connection[Any], question: str) -> list[tuple[Any, ...]]:
    """What the database answers."""
    return connection.execute(question.encode()).fetchall()


def counts(connection: psycopg.Connection[Any]) -> dict[str, int]:
    """Rows of every table the loader fills."""
    return {table: rows(connection, f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}


def test_the_tables_hold_what_was_made(shared_district: Database, made: District) -> None:
    with psycopg.connect(shared_district.owner_url) as connection:
        assert counts(connection) == {table: len(getattr(made, name)) for table, name in TABLES.items()}
        assert rows(connection, "SELECT illustrative, state, note FROM boundary_version")[0][:2] == (
            True,
            "published",
        )


@pytest.mark.parametrize("table", ["cell", "village_area", "town_area", "police_grid"])
def test_postgis_finds_every_shape_valid_and_none_on_another(table: str, shared_district: Database) -> None:
    overlaps = f"""
        SELECT count(*) FROM {table} a JOIN {table} b ON a.ctid < b.ctid AND a.geom && b.geom
        WHERE ST_Relate(a.geom, b.geom, 'T********')"""
    with psycopg.connect(shared_district.owner_url) as connection:
        assert rows(connection, f"SELECT count(*) FROM {table} WHERE NOT ST_IsValid(geom)") == [(0,)]
        assert rows(connection, overlaps) == [(0,)]


def test_postgis_agrees_on_the_cell_of_a_place(shared_district: Database) -> None:
    elsewhere = """
        SELECT count(*) FROM place p
        WHERE p.kind = 'poi' AND NOT EXISTS (
            SELECT 1 FROM cell c WHERE c.village = p.village
            AND ST_Covers(c.geom, ST_SetSRID(ST_MakePoint(p.lon, p.lat), 4326)))"""
    with psycopg.connect(shared_district.owner_url) as connection:
        assert rows(connection, elsewhere) == [(0,)]


def test_loading_twice_changes_nothing(district: Database) -> None:
    secrets = Secrets(base64.b64decode(MASTER_KEY), WEBHOOK_SECRET, SECRETS["DEMO_CALLBACK_URL"])
    password_for = password_maker(SECRETS["DEMO_PASSWORD_SEED"])
    with psycopg.connect(district.owner_url) as connection:
        before = counts(connection)
    users = load(district.owner_url, SEED, password_for, secrets)
    with psycopg.connect(district.owner_url) as connection:
        assert counts(connection) == before
    assert [user.username for user in users] == [user["username"] for user in district.users]
    assert [user.password for user in users] == [user["password"] for user in district.users]


def test_an_older_demo_meets_its_hotline_elsewhere_and_learns_its_grounds(district: Database) -> None:
    secrets = Secrets(base64.b64decode(MASTER_KEY), WEBHOOK_SECRET, "http://127.0.0.1:9001/callbacks")
    published = "SELECT kind, code, name, ordinal FROM upward_ground ORDER BY kind, ordinal"
    with psycopg.connect(district.owner_url) as connection:
        grounds = rows(connection, published)
        connection.execute("DELETE FROM upward_ground")
        connection.execute("DELETE FROM upward_limit")
    load(district.owner_url, SEED, password_maker("x"), secrets)
    with psycopg.connect(district.owner_url) as connection:
        assert len([kind for kind, *_ in grounds if kind == "close_as"]) == 14
        assert rows(connection, published) == grounds
        assert rows(connection, "SELECT callback_url FROM source WHERE id = 'huaian-12345'") == [
            ("http://127.0.0.1:9001/callbacks",)
        ]


@pytest.mark.parametrize("master_key", [base64.b64decode(MASTER_KEY), bytes(32)])
def test_a_database_loaded_with_other_secrets_is_refused(master_key: bytes, district: Database) -> None:
    secrets = Secrets(master_key, "whsec_b3RoZXI=", SECRETS["DEMO_CALLBACK_URL"])
    with pytest.raises(Stop) as refused:
        load(district.owner_url, SEED, password_maker("x"), secrets)
    assert "secrets.json" in refused.value.english


def test_another_district_is_refused(district: Database) -> None:
    with psycopg.connect(district.owner_url) as connection:
        connection.execute("UPDATE account SET username = 'somebody' WHERE username = 'ducha'")
    secrets = Secrets(base64.b64decode(MASTER_KEY), WEBHOOK_SECRET, SECRETS["DEMO_CALLBACK_URL"])
    with pytest.raises(Stop) as refused:
        load(district.owner_url, SEED, password_maker("x"), secrets)
    assert "make demo-reset" in refused.value.chinese


def test_its_limits_could_be_saved_as_they_are(made: District) -> None:
    units = frozenset(unit.kind for unit in made.units)
    known = Known(frozenset(), units, frozenset(category.path for category in made.categories))
    bare = {
        "units": None,
        "unit_kinds": None,
        "valid_from": None,
        "valid_until": None,
        "counts_first_day": False,
    }
    rules = check_rules([{**bare, **asdict(rule)} for rule in made.clock_rules], known)
    assert [rule.reason for rule in rules if rule.limits.halt] == ["工地施工扰民先制止后办理"]
