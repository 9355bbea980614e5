"""Boundary versions as data: drafts change, what was ever in force never does; files, hand edits, checks, repairs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import errors

from dispatch.actions.world import Worlds
from dispatch.errors import BadInput, NotFound, Refused
from dispatch.reads import boundaries
from dispatch.store.database import Database as Store
from tests import databases
from tests.boundaries import KEEPER, Borders, border_at, checksum, feature, strip
from tests.databases import Database, Template
from tests.web import towns

GRIDS = border_at(119.1)["police_grid"]


@pytest.fixture(scope="module")
def two_towns(keeper: psycopg.Connection[Any], migrated_template: Template) -> Iterator[Database]:
    """One district of two towns for all these tests: each has drafts of its own, nobody publishes."""
    with databases.clone(keeper, migrated_template) as made:
        towns.found(made.owner_url)
        yield made


@pytest.fixture
async def borders(two_towns: Database, tmp_path: Path) -> AsyncIterator[Borders]:
    """The verbs over the two towns."""
    store = await Store.open(two_towns.url, size=4)
    made = Borders(store, Worlds(store), tmp_path)
    yield made
    await made.works.close()
    await store.close()


TOUCHES = [
    "INSERT INTO cell SELECT 1, 'x', village, town, kind, name, geom FROM cell WHERE boundary_version = 1 LIMIT 1",
    "UPDATE cell SET name = 'x' WHERE boundary_version = 1",
    "UPDATE cell SET boundary_version = 2 WHERE boundary_version = 1",
    "DELETE FROM cell WHERE boundary_version = 1",
    "UPDATE town_area SET name = 'x' WHERE boundary_version = 1",
    "DELETE FROM village_area WHERE boundary_version = 1",
    "UPDATE police_grid SET name = 'x' WHERE boundary_version = 1",
    "UPDATE boundary_version SET state = 'draft' WHERE id = 1",
    "DELETE FROM boundary_version WHERE id = 1",
    "INSERT INTO boundary_version (id, state, note) VALUES (9, 'retired', 't')",
]


@pytest.mark.parametrize("statement", TOUCHES)
def test_what_is_in_force_changes_for_nobody(two_towns: Database, statement: str) -> None:
    for url, role in ((two_towns.url, "SET ROLE dispatch_app"), (two_towns.owner_url, "SELECT 1")):
        with psycopg.connect(url) as connection:
            connection.execute(role.encode())
            with pytest.raises((errors.IntegrityConstraintViolation, errors.ForeignKeyViolation)):
                connection.execute(statement.encode())
            connection.rollback()


def test_a_retired_version_never_comes_back(two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE boundary_version SET state = 'retired' WHERE id = 1")
        for state in ("draft", "scheduled", "published"):
            with pytest.raises(errors.IntegrityConstraintViolation), connection.transaction():
                connection.execute("UPDATE boundary_version SET state = %s WHERE id = 1", (state,))
        connection.rollback()


async def test_a_draft_begins_with_what_another_version_holds(borders: Borders, two_towns: Database) -> None:
    before = checksum(two_towns.owner_url, 1)
    made = await borders.boundaries.create(KEEPER, "调整王家营边界", 1)
    assert (made["state"], made["based_on"], made["revision"], made["created_by"]) == (
        "draft",
        1,
        1,
        "区值班",
    )
    assert made["counts"] == {"town": 2, "village": 2, "cell": 2, "police_grid": 1}
    empty = await borders.boundaries.create(KEEPER, "从头来", None)
    assert set(empty["counts"].values()) == {0}
    assert checksum(two_towns.owner_url, 1) == before
    with psycopg.connect(two_towns.owner_url) as connection:
        links = connection.execute(
            "SELECT code, police_grid FROM cell WHERE boundary_version = %s ORDER BY code", (made["id"],)
        ).fetchall()
        audit = connection.execute("SELECT person, subject FROM audit ORDER BY id DESC LIMIT 2").fetchall()
    assert links == [(towns.CELL_A, "HY-WJY-01"), (towns.CELL_B, None)]
    assert audit == [(1, f"boundary:{empty['id']}"), (1, f"boundary:{made['id']}")]


async def test_a_draft_that_nobody_needs_goes(borders: Borders) -> None:
    version = await borders.draft()
    await borders.check(version)
    child = await borders.draft(version)
    with pytest.raises(Refused, match="以这份草稿为基础"):
        await borders.boundaries.remove(KEEPER, version)
    for each in (child, version):
        await borders.boundaries.remove(KEEPER, each)
    with pytest.raises(Refused, match="现行版本"):
        await borders.boundaries.remove(KEEPER, 1)
    with pytest.raises(NotFound):
        await borders.boundaries.remove(KEEPER, version)


@pytest.mark.parametrize("note", ["", "  ", "字" * 501, "a\x00b"])
async def test_a_draft_says_what_it_is_for(borders: Borders, note: str) -> None:
    with pytest.raises(BadInput) as refused:
        await borders.boundaries.create(KEEPER, note, None)
    assert refused.value.field == "note"


async def test_a_file_replaces_a_layer_and_keeps_what_it_does_not_say(
    borders: Borders, two_towns: Database
) -> None:
    before = checksum(two_towns.owner_url, 1)
    version = await borders.draft()
    told = await borders.bring_in(
        version,
        "cell",
        [feature(towns.CELL_A, strip(119.0, 119.05)), feature(f"{towns.VILLAGE_A}002", strip(119.05, 119.1))],
    )
    assert (told["features"], told["replaced"], told["added"], told["removed"]) == (2, 1, 1, 1)
    assert (told["revision"], told["datum"], told["left_out"]) == (2, "wgs84", 0)
    with psycopg.connect(two_towns.owner_url) as connection:
        rows = connection.execute(
            "SELECT code, village, town, name, kind, police_grid FROM cell WHERE boundary_version = %s ORDER BY code",
            (version,),
        ).fetchall()
    assert rows == [
        (towns.CELL_A, towns.VILLAGE_A, towns.TOWN_A, "第一网格", "general", "HY-WJY-01"),
        (f"{towns.VILLAGE_A}002", towns.VILLAGE_A, towns.TOWN_A, f"{towns.VILLAGE_A}002", "general", None),
    ]
    assert checksum(two_towns.owner_url, 1) == before


async def test_a_file_is_merged_by_code(borders: Borders) -> None:
    version = await borders.draft()
    told = await borders.bring_in(
        version,
        "cell",
        [feature(towns.CELL_B, strip(119.1, 119.2), 名称="河西网格", 网格类型="专属")],
        mode="merge",
    )
    assert (told["replaced"], told["added"], told["removed"], told["untouched"]) == (1, 0, 0, 1)
    (draft,) = [each for each in await listed(borders) if each["id"] == version]
    assert draft["counts"]["cell"] == 2


async def listed(borders: Borders) -> list[dict[str, object]]:
    """All versions."""
    found: list[dict[str, object]] = (await boundaries.versions(borders.store))["versions"]
    return found


async def test_rows_that_cannot_be_used_are_told_and_hide_no_others(borders: Borders) -> None:
    version = await borders.draft()
    told = await borders.bring_in(
        version,
        "police_grid",
        [
            *GRIDS,
            feature(
                "HY-XX-01",
                (121.0, 31.0, 121.1, 31.1),
                名称="外地警格",
                所属镇街="渔沟镇",
                派出所="王营派出所",
            ),
            feature("HY-YG-02", strip(119.15, 119.2), 名称="渔沟02警格", 所属镇街="渔沟镇", 派出所="无此所"),
        ],
    )
    assert (told["features"], told["left_out"]) == (3, 1)
    assert told["rows_total"] == len(told["rows"]) == 2
    assert "派出所“无此所”在单位里没有" in told["rows"][-1]["says"] or "无此所" in told["rows"][0]["says"]
    assert any("范围之外" in row["says"] for row in told["rows"])


async def test_several_rows_of_one_code_are_a_fault_that_can_be_mended(borders: Borders) -> None:
    version = await borders.draft()
    await borders.bring_in(version, "police_grid", GRIDS)
    parts = [
        feature(towns.CELL_A, strip(119.0, 119.04), 名称="第一网格", 警格="HY-WJY-01"),
        feature(towns.CELL_A, strip(119.06, 119.1), 名称="第一网格", 警格="HY-WJY-01"),
        feature(f"{towns.VILLAGE_A}002", strip(119.04, 119.06), 名称="第二网格", 警格="HY-WJY-01"),
        feature(towns.CELL_B, strip(119.1, 119.2), 名称="第一网格", 警格="HY-YG-01"),
    ]
    await borders.bring_in(version, "cell", parts)
    found = await borders.check(version)
    assert (found["blocking"], found["repairs"]) == (1, 1)
    (fault,) = [
        each
        for each in (await boundaries.faults(borders.store, version))["faults"]
        if each["severity"] == "blocking"
    ]
    assert (fault["kind"], fault["codes"], fault["repair"]) == ("duplicate", [towns.CELL_A], "merge_parts")
    (offer,) = (await boundaries.repairs(borders.store, version))["repairs"]
    assert offer["moved_m2"] == 0
    done = await borders.done(await borders.checking.start_repairs(KEEPER, version, [offer["id"]]))
    assert (done["repaired"], done["blocking"], done["repairs"]) == (1, 0, 0)
    with pytest.raises(BadInput):
        await borders.checking.start_repairs(KEEPER, version, [])
    gone = await borders.failed(await borders.checking.start_repairs(KEEPER, version, [offer["id"]]))
    assert "已不适用" in gone["error"]


async def test_repairs_want_a_check_of_the_draft_as_it_is(borders: Borders) -> None:
    version = await borders.draft()
    await borders.check(version)
    await borders.boundaries.edit_cell(KEEPER, version, towns.CELL_A, {"name": "改名"})
    late = await borders.failed(await borders.checking.start_repairs(KEEPER, version, ["snap-1"]))
    assert "重新检查" in late["error"]


async def test_a_cell_is_edited_by_hand(borders: Borders) -> None:
    version = await borders.draft()
    await borders.bring_in(version, "police_grid", GRIDS)
    told = await borders.boundaries.edit_cell(
        KEEPER, version, towns.CELL_B, {"name": "河西", "kind": "dedicated", "police_grid": "HY-YG-01"}
    )
    assert told["revision"] == 3
    for given, field in (
        ({"police_grid": "HY-WJY-01"}, "police_grid"),
        ({"police_grid": "HY-ZZ-01"}, "police_grid"),
        ({"kind": "round"}, "kind"),
        ({"name": " "}, "name"),
    ):
        with pytest.raises(BadInput) as refused:
            await borders.boundaries.edit_cell(KEEPER, version, towns.CELL_B, given)
        assert refused.value.field == field
    with pytest.raises(NotFound):
        await borders.boundaries.edit_cell(KEEPER, version, "nowhere", {"name": "河西"})
    assert await borders.revision(version) == 3


async def test_a_check_of_a_draft_that_changed_meanwhile_counts_for_nothing(borders: Borders) -> None:
    version = await borders.draft()
    started = await borders.checking.start_check(KEEPER, version)
    await borders.boundaries.edit_cell(KEEPER, version, towns.CELL_A, {"name": "改名"})
    ended = await borders.works.ended(started["id"])
    (draft,) = [each for each in await listed(borders) if each["id"] == version]
    checked = draft["checked"]
    assert ended["state"] == "done" or "有改动" in ended["error"]
    assert (ended["state"] == "done") == (checked is not None)
    if isinstance(checked, dict):
        assert checked["revision"] == ended["result"]["revision"]


async def test_one_thing_at_a_time_is_done_to_a_draft(borders: Borders) -> None:
    version = await borders.draft()
    started = await borders.checking.start_check(KEEPER, version)
    with pytest.raises(Refused, match="正在处理"):
        await borders.checking.start_check(KEEPER, version)
    await borders.done(started)
