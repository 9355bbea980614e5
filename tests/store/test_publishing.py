"""The one door: previewed, published at once or at a time, held back, rolled back; what was in force is untouched."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from dispatch.actions.crosswalks import crosswalk
from dispatch.actions.world import Worlds, hold_versions
from dispatch.errors import BadInput, Conflict, DatabaseAway, Refused
from dispatch.reads import boundaries as reads
from dispatch.reads.cell import cell_at
from dispatch.store import publishing as store
from dispatch.store.database import Database as Store
from dispatch.web.boundary_shapes import Preview
from tests.boundaries import KEEPER, ORDER, Borders, border_at, checksum, feature, strip
from tests.databases import Database
from tests.web import towns

Rows = list[tuple[Any, ...]]


@pytest.fixture
async def borders(service: Store, two_towns: Database, tmp_path: Path) -> AsyncIterator[Borders]:
    """The verbs over two towns that have a police grid each, and a ticket each."""
    worlds = Worlds(service)
    await worlds.refresh()
    made = Borders(service, worlds, tmp_path)
    yield made
    await made.works.close()


def rows(database: Database, question: str, *values: object) -> Rows:
    """What the database holds, asked as its owner."""
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(question.encode(), values).fetchall()


LINKS = "SELECT cell, police_grid, upper_inf(valid) FROM cell_police_grid ORDER BY cell, lower(valid)"


async def test_a_version_comes_in_force(borders: Borders, two_towns: Database) -> None:
    before = checksum(two_towns.owner_url, 1)
    version = await borders.redrawn(119.12)
    assert checksum(two_towns.owner_url, 1) == before
    done = await borders.publish(version)
    assert (done["state"], done["open"]) == ("published", 2)
    assert borders.worlds.current.boundary_version == version
    told = (await reads.versions(borders.store))["versions"]
    states = {each["id"]: (each["state"], each["retired_at"] is not None) for each in told}
    assert (states[1], states[version]) == (("retired", True), ("published", False))
    rezoning = told[0]["rezoning"]
    assert (rezoning["total"], rezoning["done"], rezoning["finished_at"]) == (2, 0, None)
    assert rows(two_towns, LINKS) == [
        (towns.CELL_A, "HY-WJY-01", True),
        (towns.CELL_B, "HY-YG-01", True),
    ]
    audit = rows(two_towns, "SELECT action, person, detail->>'former' FROM audit ORDER BY id DESC LIMIT 1")
    assert audit == [("boundary.published", 1, "1")]
    with pytest.raises(Refused, match="现行版本"):
        await borders.publishing.start_publish(KEEPER, version, 1, None)


async def test_what_differs_is_changed_and_nothing_else(borders: Borders, two_towns: Database) -> None:
    version = await borders.redrawn(119.12)
    layers = border_at(119.12)
    layers["town"][1]["properties"]["名称"] = "新渔沟镇"
    await borders.bring_in(version, "town", layers["town"])
    await borders.check(version)
    former = rows(two_towns, "SELECT valid FROM cell_police_grid WHERE cell = %s", towns.CELL_A)
    await borders.publish(version)
    assert rows(two_towns, "SELECT valid FROM cell_police_grid WHERE cell = %s", towns.CELL_A) == former
    assert rows(two_towns, "SELECT name FROM town ORDER BY code") == [("王家营街道",), ("新渔沟镇",)]


async def test_what_became_of_which_area_is_kept(borders: Borders, two_towns: Database) -> None:
    version = await borders.redrawn(119.12)
    await borders.publish(version)
    kept = rows(
        two_towns,
        "SELECT level, from_code, to_code, round(share::numeric, 3)::float, round(back_share::numeric, 3)::float "
        "FROM crosswalk WHERE level <> 'village' ORDER BY level, ordinal",
    )
    assert kept == [
        ("cell", towns.CELL_A, towns.CELL_A, 1.0, 0.833),
        ("cell", towns.CELL_B, towns.CELL_A, 0.2, 0.167),
        ("cell", towns.CELL_B, towns.CELL_B, 0.8, 1.0),
        ("town", towns.TOWN_A, towns.TOWN_A, 1.0, 0.833),
        ("town", towns.TOWN_B, towns.TOWN_A, 0.2, 0.167),
        ("town", towns.TOWN_B, towns.TOWN_B, 0.8, 1.0),
    ]
    back = await crosswalk(borders.store, version, 1, "town")
    assert [(each.from_code, each.to_code) for each in back] == [
        (towns.TOWN_A, towns.TOWN_A),
        (towns.TOWN_A, towns.TOWN_B),
        (towns.TOWN_B, towns.TOWN_B),
    ]
    assert await crosswalk(borders.store, version, 1, "town") == back


async def test_a_preview_says_what_moves(borders: Borders, two_towns: Database) -> None:
    towns.add_ticket(two_towns.owner_url, 3, {**towns.IN_B, "lon": 119.11})
    towns.add_ticket(two_towns.owner_url, 4, {**towns.IN_B, "lon": 119.11}, state="closed")
    version = await borders.redrawn(119.12)
    told = await borders.preview(version)
    tickets = told["tickets"]
    assert (told["blocking"], tickets["open"], tickets["other_center"]) == ([], 3, 1)
    assert tickets["by_center"] == [
        {
            "from": towns.CENTER_B,
            "from_name": "渔沟镇社会治理指挥中心",
            "to": towns.CENTER_A,
            "to_name": "王家营街道社会治理指挥中心",
            "count": 1,
        }
    ]
    assert (told["cells"]["changed"], told["cells"]["added"], told["people"]) == (2, 0, [])
    assert told["cells"]["by_police_grid"] == [
        {"police_grid": "HY-YG-01", "from": 0, "to": 1, "gained": 1, "lost": 0}
    ]
    assert (told["revision"], told["against"]) == (await borders.revision(version), 1)
    await borders.boundaries.edit_cell(KEEPER, version, towns.CELL_A, {"name": "改名"})
    assert await borders.publishing.kept_preview(version) is None


async def test_a_draft_nobody_may_publish_says_why(borders: Borders, two_towns: Database) -> None:
    before = checksum(two_towns.owner_url, 1)
    version = await borders.draft()
    told = await borders.preview(version)
    says = "".join(told["blocking"])
    assert "还没有检查" in says
    assert "1 个网格没有警格，例如 第一网格" in says
    refused = await borders.failed(await borders.publishing.start_publish(KEEPER, version, 1, None))
    assert refused["error"].startswith("不能发布：")
    assert refused["result"]["blocking"] == told["blocking"]
    assert checksum(two_towns.owner_url, 1) == before
    await borders.check(version)
    assert await borders.publishing.kept_preview(version) is None, "what was said before the check"


async def test_a_draft_without_cells_is_previewed_as_the_page_expects_it(borders: Borders) -> None:
    told = await borders.preview(await borders.draft(None))
    assert Preview.model_validate(told).tickets.open == 0
    assert "这一版没有网格" in "".join(told["blocking"])


async def test_open_tickets_are_not_orphaned(borders: Borders, two_towns: Database) -> None:
    before = checksum(two_towns.owner_url, 1)
    version = await borders.draft()
    layers = border_at(119.1)
    layers["town"][1]["properties"]["编码"] = "320804999"
    for each in ("village", "police_grid"):
        layers[each][1]["properties"]["所属镇街"] = "320804999"
    for level in ORDER:
        await borders.bring_in(version, level, layers[level])
    assert (await borders.check(version))["blocking"] == 0
    told = await borders.preview(version)
    assert told["blocking"] == [
        "渔沟镇 没有社会治理指挥中心，请先登记中心",
        "1 张未结工单在新版里没有着落（坐标不在任何网格，或镇街没有中心），请先处理",
    ]
    assert told["tickets"]["orphaned"] == [{"number": "HY2026112400002", "why": "渔沟镇没有社会治理指挥中心"}]
    towns_told = {each["says"] for each in told["units"]}
    assert "渔沟镇社会治理指挥中心所在的镇街在新版里没有了" in towns_told
    await borders.failed(
        await borders.publishing.start_publish(KEEPER, version, await borders.revision(version), None)
    )
    assert checksum(two_towns.owner_url, 1) == before


async def test_a_point_that_no_cell_holds_any_more_forbids_publishing(borders: Borders) -> None:
    version = await borders.draft()
    layers = border_at(119.1)
    for level in ORDER:
        kept = [each for each in layers[level] if each["properties"]["编码"] not in GONE]
        await borders.bring_in(version, level, kept)
    await borders.check(version)
    told = await borders.preview(version)
    assert told["tickets"]["orphaned"] == [{"number": "HY2026112400002", "why": "坐标不在新版任何网格里"}]
    assert told["towns"]["removed"] == [{"code": towns.TOWN_B, "name": "渔沟镇"}]


GONE = (towns.TOWN_B, towns.VILLAGE_B, towns.CELL_B, "HY-YG-01")


async def test_people_whose_cells_all_go_are_named(borders: Borders) -> None:
    version = await borders.draft()
    layers = border_at(119.1)
    layers["cell"][0]["properties"]["编码"] = f"{towns.VILLAGE_A}009"
    for level in ORDER:
        await borders.bring_in(version, level, layers[level])
    told = await borders.preview(version)
    assert [(each["person"], each["cell"]) for each in told["people"]] == [(4, towns.CELL_A)]


async def test_another_revision_than_the_one_looked_at_is_not_published(borders: Borders) -> None:
    version = await borders.redrawn(119.12)
    with pytest.raises(Conflict, match="重新预览"):
        await borders.publishing.start_publish(KEEPER, version, await borders.revision(version) - 1, None)


async def test_a_draft_of_former_boundaries_does_not_undo_the_present_ones(borders: Borders) -> None:
    first, second = await borders.redrawn(119.12), await borders.redrawn(119.08)
    await borders.publish(first)
    refused = await borders.failed(
        await borders.publishing.start_publish(KEEPER, second, await borders.revision(second), None)
    )
    assert f"现行已是第 {first} 版" in refused["error"]
    with pytest.raises(BadInput):
        await borders.publishing.rebase(KEEPER, second, 1)
    await borders.publishing.rebase(KEEPER, second, first)
    await borders.check(second)
    assert (await borders.publish(second))["state"] == "published"


async def test_rolling_back_publishes_the_former_set_anew(borders: Borders, two_towns: Database) -> None:
    first = await borders.redrawn(119.1)
    await borders.publish(first)
    second = await borders.redrawn(119.12, based_on=first)
    await borders.publish(second)
    back = await borders.publishing.roll_back(KEEPER, second, "网格员反映边界有误")
    assert (back["state"], back["based_on"]) == ("draft", second)
    await borders.check(back["id"])
    assert (await borders.publish(back["id"]))["state"] == "published"
    same = """
        SELECT count(*) FROM cell a JOIN cell b USING (code, village, town, name, police_grid)
        WHERE a.boundary_version = %s AND b.boundary_version = %s AND ST_Equals(a.geom, b.geom)"""
    assert rows(two_towns, same, first, back["id"]) == [(2,)]
    with pytest.raises(Refused, match="只有现行版本可以回退"):
        await borders.publishing.roll_back(KEEPER, second, "再退")


async def test_nothing_to_roll_back_to(borders: Borders) -> None:
    with pytest.raises(Refused, match="没有可以回退到的"):
        await borders.publishing.roll_back(KEEPER, 1, "回退")
    with pytest.raises(BadInput):
        await borders.publishing.roll_back(KEEPER, 1, " ")


async def test_publishing_gives_way_to_whoever_does_not_come_to_an_end(
    borders: Borders, two_towns: Database
) -> None:
    version = await borders.redrawn(119.12)
    async with borders.store.system() as held:
        await hold_versions(held, borders.worlds.current)
        async with borders.store.system() as tx:
            with pytest.raises(DatabaseAway, match="没有等到换版的时机"):
                await store.stand_still(tx)
    assert rows(two_towns, "SELECT id FROM boundary_version WHERE state = 'published'") == [(1,)]
    assert (await borders.publish(version))["state"] == "published"


async def test_publishing_passes_a_stream_of_deciders(borders: Borders) -> None:
    """Row locks that overlap without end would let it wait for ever."""
    version = await borders.redrawn(119.12)
    over = asyncio.Event()
    decided = 0

    async def decide() -> None:
        nonlocal decided
        while not over.is_set():
            async with borders.store.system() as tx:
                await tx.execute("SELECT 1 FROM boundary_version WHERE state = 'published' FOR SHARE")
                await tx.execute("SELECT pg_sleep(0.02)")
            decided += 1

    deciding = [asyncio.create_task(decide()) for _ in range(3)]
    done = await borders.publish(version)
    over.set()
    await asyncio.gather(*deciding)
    assert (done["state"], decided > 3) == ("published", True)


async def test_a_cell_in_force_gets_another_police_grid(borders: Borders, two_towns: Database) -> None:
    first = await borders.draft()
    layers = border_at(119.1)
    west, east = strip(119.0, 119.06), strip(119.06, 119.1)
    words = layers["police_grid"][0]["properties"]
    layers["police_grid"][:1] = [
        feature(code, box, **{**words, "编码": code, "名称": code})
        for code, box in (("HY-WJY-01", west), ("HY-WJY-02", east))
    ]
    layers["cell"][:1] = [
        feature(towns.CELL_A, west, 名称="第一网格", 警格="HY-WJY-01"),
        feature(f"{towns.VILLAGE_A}002", east, 名称="第二网格", 警格="HY-WJY-02"),
    ]
    for level in ORDER:
        await borders.bring_in(first, level, layers[level])
    await borders.check(first)
    await borders.publish(first)
    before = checksum(two_towns.owner_url, first)
    told = await borders.boundaries.edit_cell(KEEPER, first, towns.CELL_A, {"police_grid": "HY-WJY-02"})
    assert told["rezoning"]["finished_at"] is None
    cell = borders.worlds.current.locator.cells.cell(towns.CELL_A)
    assert cell is not None
    assert cell.police_grid == "HY-WJY-02"
    assert rows(two_towns, LINKS)[:2] == [
        (towns.CELL_A, "HY-WJY-01", False),
        (towns.CELL_A, "HY-WJY-02", True),
    ]
    assert (
        checksum(two_towns.owner_url, first) != before
    )  # the link of now, while the version's own rows stand
    for given in ({"name": "改名"}, {"police_grid": None}, {"police_grid": "HY-WJY-02", "kind": "general"}):
        with pytest.raises(Refused, match="只能改所属警格"):
            await borders.boundaries.edit_cell(KEEPER, first, towns.CELL_A, given)
    with pytest.raises(BadInput, match="另一个镇街"):
        await borders.boundaries.edit_cell(KEEPER, first, towns.CELL_A, {"police_grid": "HY-YG-01"})


async def test_a_former_cell_is_told_as_it_was(borders: Borders, two_towns: Database) -> None:
    first = await borders.redrawn(119.1)
    await borders.publish(first)
    version = await borders.draft(first)
    layers = border_at(119.12)
    layers["town"][1]["properties"]["名称"] = "新渔沟镇"
    for level in ("village", "police_grid"):
        layers[level][1]["properties"]["所属镇街"] = "新渔沟镇"
    for level in ORDER:
        await borders.bring_in(version, level, layers[level])
    await borders.check(version)
    await borders.publish(version)
    async with borders.store.system() as tx:
        then, now = [await cell_at(tx, towns.CELL_B, each) for each in (first, version)]
    assert then is not None
    assert now is not None
    assert (then["town_name"], now["town_name"]) == ("渔沟镇", "新渔沟镇")
    assert then["police_grid"]["code"] == now["police_grid"]["code"] == "HY-YG-01"
