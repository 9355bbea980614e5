"""Lists of places come in as files: whatever people's spreadsheets write, with each bad row told and no place twice."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest

from dispatch.actions.work import Works
from tests.databases import Database
from tests.extracts import as_pbf
from tests.unit.ports.test_extract import NODES, WAYS
from tests.waiting import patient
from tests.web import towns
from tests.web.conftest import Browser, SignIn
from tests.web.test_gazetteer import rows
from tests.workbooks import workbook

HEADING = "编号,类别,名称,上级,镇街,村居,经度,纬度,误差半径(米),俗称"
LIST = f"""{HEADING}
H1,门牌,12号,承德北路,王家营街道,,119.021,33.621,,
R1,道路,承德北路,,王家营街道,,119.02,33.62,400,
E1,小区,金色家园,,,营东社区,119.03,33.63,,老棉纺厂、棉纺宿舍
B1,楼栋,3号楼,E1,,,119.0301,33.6301,,
P1,兴趣点,渔沟粮站,,渔沟镇,,119.15,33.65,,
"""
"""A house before its road, a building by its estate's number, two other names."""


async def send(desk: Browser, content: str | bytes, **options: Any) -> Any:
    """The answer to a file."""
    body = content if isinstance(content, bytes) else content.encode()
    return await desk.post(
        "/api/gazetteer/import",
        files={"file": ("地名.csv", body)},
        data={"options": json.dumps({"source": "民政地名库", **options})},
    )


@pytest.fixture
def bring(works: Works, sign_in: SignIn) -> Any:
    """Imports as the district's operator and waits for what came of it."""
    signed: list[Browser] = []

    async def brought(content: str | bytes, **options: Any) -> dict[str, Any]:
        if not signed:
            signed.append(await sign_in("district"))
        answer = await send(signed[0], content, **options)
        assert answer.status_code == 202, answer.text
        record = await works.ended(answer.json()["work"]["id"])
        assert record["result"] is not None, record
        return record

    return brought


def told(record: dict[str, Any]) -> dict[int, str]:
    """What is said first of each row."""
    return {each["row"]: f"{each['field']}：{each['says']}" for each in reversed(record["result"]["rows"])}


def places(database: Database) -> list[tuple[Any, ...]]:
    """Everything that counts of the places, by name."""
    return rows(
        database,
        "SELECT p.kind, p.name, q.name, p.village, p.town, p.radius_m, p.source, p.external, p.version "
        "FROM place p LEFT JOIN place q ON q.id = p.parent WHERE p.source <> 't' ORDER BY p.external",
    )


async def test_a_list_comes_in_with_its_parents_and_other_names(two_towns: Database, bring: Any) -> None:
    record = await bring(LIST)
    result = record["result"]
    assert (record["state"], result["added"], result["bad"], result["names"]) == ("done", 5, 0, 2)
    a, b = (towns.VILLAGE_A, towns.TOWN_A), (towns.VILLAGE_B, towns.TOWN_B)
    source = "民政地名库"
    assert places(two_towns) == [
        ("building", "3号楼", "金色家园", *a, 25.0, source, "B1", 1),
        ("estate", "金色家园", None, *a, 150.0, source, "E1", 1),
        ("house", "12号", "承德北路", *a, 20.0, source, "H1", 1),
        ("poi", "渔沟粮站", None, *b, 60.0, source, "P1", 1),
        ("road", "承德北路", None, None, towns.TOWN_A, 400.0, source, "R1", 1),
    ]
    names_in = rows(
        two_towns, "SELECT name, kind, state, initials, proposed_by, decided_by FROM alias ORDER BY 1"
    )
    assert names_in == [
        ("棉纺宿舍", "nickname", "approved", "mfss", None, 1),
        ("老棉纺厂", "nickname", "approved", "lmfc", None, 1),
    ]
    assert result["version"] == 2
    (audited,) = rows(two_towns, "SELECT person, detail FROM audit WHERE action = 'gazetteer.imported'")
    assert (audited[0], audited[1]["added"], len(audited[1]["sha256"])) == (1, 5, 64)


async def test_the_same_list_again_changes_nothing(two_towns: Database, bring: Any) -> None:
    await bring(LIST)
    before = places(two_towns)
    again = (await bring(LIST))["result"]
    assert (again["added"], again["changed"], again["same"], again["version"]) == (0, 0, 5, None)
    unnumbered = "\n".join(line.partition(",")[2] for line in LIST.replace(",E1,", ",金色家园,").splitlines())
    third = (await bring(unnumbered))["result"]
    assert (third["added"], third["changed"], third["same"], third["bad"]) == (0, 0, 5, 0)
    assert places(two_towns) == before
    assert rows(two_towns, "SELECT max(id), (SELECT count(*) FROM alias) FROM gazetteer_version") == [(2, 2)]


async def test_what_is_otherwise_is_changed_and_what_people_decided_stays(
    two_towns: Database, bring: Any
) -> None:
    await bring(LIST)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE alias SET state = 'retired' WHERE name = '老棉纺厂'")
        connection.execute("UPDATE place SET valid_until = now() WHERE external = 'P1'")
    record = await bring(LIST.replace("33.63,", "33.631,").replace("金色家园", "金色家园北区"))
    result = record["result"]
    assert (result["changed"], result["same"], result["retired"]) == (1, 3, 1)
    assert "已停用，没有恢复" in told(record)[6]
    assert rows(two_towns, "SELECT name, lat, version FROM place WHERE external = 'E1'") == [
        ("金色家园北区", 33.631, 2)
    ]
    assert rows(two_towns, "SELECT state FROM alias WHERE name = '老棉纺厂'") == [("retired",)]


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8-sig", ","), ("gb18030", "\t"), ("utf-16", ";"), ("gb18030", ","), ("utf-8", "|")],
)
async def test_spreadsheets_write_in_many_ways(
    two_towns: Database, bring: Any, encoding: str, separator: str
) -> None:
    text = LIST.replace(",", separator).replace("\n", "\r\n")
    result = (await bring(text.encode(encoding)))["result"]
    assert (result["added"], result["bad"]) == (5, 0)


async def test_a_workbook_is_a_list_too(two_towns: Database, bring: Any, sign_in: SignIn) -> None:
    lines = [line.split(",") for line in LIST.splitlines()]
    content = workbook([["淮阴区地名普查表"], *lines, ["P2", "兴趣点", "", "", "", "", 119.02, 33.62]])
    record = await bring(content)
    assert (record["result"]["added"], list(told(record))) == (5, [8])
    desk = await sign_in("district")
    seen = await desk.post("/api/gazetteer/inspect", files={"file": ("x.xlsx", content)})
    assert (seen.json()["columns"], seen.json()["samples"][0][2]) == (HEADING.split(","), "12号")


async def test_a_road_comes_with_its_line(two_towns: Database, bring: Any) -> None:
    text = (
        "名称,类别,镇街,线\n"
        '长街,道路,王家营街道,"LINESTRING (119.01 33.65, 119.05 33.65)"\n'
        '短街,道路,王家营街道,"POLYGON ((119 33, 119.1 33, 119 33.1, 119 33))"\n'
    )
    record = await bring(text)
    assert (record["result"]["added"], told(record)[3][:2]) == (1, "线：")
    question = "SELECT ST_AsText(line), lon, lat FROM place WHERE name = '长街'"
    ((line, lon, lat),) = rows(two_towns, question)
    assert line == "MULTILINESTRING((119.01 33.65,119.05 33.65))"
    assert (lon, lat) == pytest.approx((119.03, 33.65))
    assert (await bring(text))["result"]["same"] == 1
    shifted = (await bring(text, datum="gcj02"))["result"]
    assert shifted["changed"] == 1


async def test_an_extract_of_the_map_brings_what_lies_in_the_district(
    two_towns: Database, bring: Any
) -> None:
    content = as_pbf(NODES, WAYS)
    result = (await bring(content, source="OpenStreetMap"))["result"]
    assert (result["added"], result["bad"], result["outside"]) == (5, 0, 0)
    assert rows(two_towns, "SELECT name, line IS NOT NULL FROM place WHERE kind = 'road' ORDER BY lon") == [
        ("人民路", True),
        ("人民路", True),
    ]
    assert rows(two_towns, "SELECT name, kind FROM alias ORDER BY name") == [
        ("前进路", "old"),
        ("粮管所", "nickname"),
        ("老粮站", "nickname"),
    ]
    again = (await bring(content, source="OpenStreetMap"))["result"]
    assert (again["same"], again["version"]) == (5, None)
    edge = [(1, 119.205, 33.65, {"name": "区外小店", "shop": "yes"})]
    beyond = (await bring(as_pbf(edge, []), source="OpenStreetMap"))["result"]
    assert (beyond["added"], beyond["bad"], beyond["outside"]) == (0, 0, 1)


HOSTILE: list[tuple[str, str]] = [
    ("A1,兴趣点,,,,,119.02,33.62,,", "名称：名称是空的"),
    ("A2,兴趣点,粮\0站,,,,119.02,33.62,,", "：这一行有读不出来的字符"),
    ("A3,城堡,粮站,,,,119.02,33.62,,", "类别：不认识类别“城堡”"),
    ("A4,兴趣点,粮站,,,,1e999,33.62,,", "经度：坐标不是数字"),
    ("A5,兴趣点,粮站,,,,121.47,31.23,,", "经度：坐标在本区范围之外"),
    ("A6,兴趣点,粮站,,,,40519000,3720000,,", "经度：坐标的数值与声明的坐标系不符"),
    ("A7,兴趣点,粮站,,,,,,,", "经度：没有坐标"),
    ("A8,门牌,3号,没有的路,,,119.02,33.62,,", "上级：没有找到上级“没有的路”"),
    ("A9,门牌,3号,,,,119.02,33.62,,", "上级：门牌要写明所属的道路"),
    ("A10,兴趣点,粮站,,,没有的村,119.02,33.62,,", "村居：村居“没有的村”本区没有"),
    ("A11,兴趣点,粮站,,渔沟镇,营东社区,119.02,33.62,,", "村居：村居“营东社区”不在渔沟镇"),
    ("A12,兴趣点,粮站,,,,119.02,33.62,-5,", "误差半径：误差半径应大于 0"),
    ("A13,兴趣点,粮站,,,,119.02,33.62,,好的,多出来的", "名称：这一行有 11 列"),
    ("G1,兴趣点,粮站,,,,119.02,33.62,,", "编号：编号“G1”与第 2 行重复"),
    (",兴趣点,新粮站,,,,119.02,33.62,,", ""),
    (",兴趣点,新粮站,,,,119.03,33.63,,", "名称：“新粮站”与第 17 行是同一处"),
    ("A14,门牌,5号,A15,,,119.02,33.62,,", "上级：上级“A15”（第 20 行）没有导入"),
    ("A15,小区,孤儿院,查无此路,,,119.02,33.62,,", "上级：没有找到上级"),
    ("A16,门牌,7号,幸福路,,,119.02,33.62,,", "上级：上级“幸福路”有 2 处同名"),
    ("A17,兴趣点,倒着写,,,,33.62,119.02,,", "经度：提醒：坐标的经度和纬度写反了，已对调"),
    ("A18,兴趣点,边上,,渔沟镇,,119.02,33.62,,", "镇街：提醒：坐标落在王家营街道"),
    ('A19,兴趣点,"没有合上的引号,,,,119.02,33.62,,', ""),
]
"""Rows from the third line on, and how what is said of them begins."""


async def test_a_hostile_file_does_no_harm_and_each_row_is_told(
    two_towns: Database, bring: Any, sign_in: SignIn
) -> None:
    roads = ["R8,道路,幸福路,,,,119.02,33.62,,", "R9,道路,幸福路,,,,119.03,33.63,,"]
    good = "G1,兴趣点,好粮站,,,,119.02,33.62,,"
    lines = [HEADING, good, *(line for line, _ in HOSTILE), *roads]
    record = await bring("\n".join([*lines[:-3], *roads, lines[-3]]).encode() + b"x" * 20_000)
    said = told(record)
    for row, (line, expected) in enumerate(HOSTILE[:-1], start=3):
        assert said.get(row, "").startswith(expected) if expected else row not in said, (
            row,
            line,
            said.get(row),
        )
    assert "引号没有配对" in said[len(lines)]
    result = record["result"]
    assert (result["added"], result["bad"], result["remarks"]) == (6, 19, 2)
    kept = [place[1] for place in places(two_towns)]
    assert sorted(kept) == sorted(["好粮站", "新粮站", "倒着写", "边上", "幸福路", "幸福路"])
    path = f"/api/work/{record['id']}/rows.csv"
    download = await (await sign_in("district")).get(path)
    *rows, _, mark = download.content.decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + result["rows_total"] == 22
    assert "导出" in mark
    assert (await (await sign_in("admin")).get(path)).status_code == 404
    english = await (await sign_in("district")).get(f"{path}?language=en")
    *rows, _, mark = english.content.decode("utf-8-sig").splitlines()
    strange = [re.sub("“.*?”|王家营街道|渔沟镇", "", row) for row in rows]
    assert len(rows) == 22
    assert [row for row in strange if re.search("[一-鿿]", row)] == []


async def test_all_or_nothing_means_nothing(two_towns: Database, bring: Any) -> None:
    bad = LIST + "P2,兴趣点,,,,,119.02,33.62,,\n"
    record = await bring(bad, mode="all")
    assert (record["state"], record["result"]["bad"]) == ("failed", 1)
    assert "一行也没有导入" in record["error"]
    assert told(record) == {7: "名称：名称是空的，请填写"}
    assert places(two_towns) == []
    assert (await bring(bad, mode="good"))["result"]["added"] == 5


async def test_a_dry_run_says_everything_and_writes_nothing(two_towns: Database, bring: Any) -> None:
    result = (await bring(LIST, dry_run=True))["result"]
    assert (result["added"], result["names"], result["dry_run"]) == (5, 2, True)
    assert places(two_towns) == []
    assert rows(two_towns, "SELECT max(id) FROM gazetteer_version") == [(1,)]


async def test_a_file_is_looked_at_before(sign_in: SignIn) -> None:
    desk = await sign_in("district")
    text = "淮阴区地名普查表,,,\n地名,东经,北纬,所在乡镇\n粮站,119.02,33.62,渔沟镇\n"
    answer = await desk.post("/api/gazetteer/inspect", files={"file": ("x.csv", text.encode("gb18030"))})
    seen = answer.json()
    assert answer.status_code == 200, answer.text
    assert (seen["encoding"], seen["separator"], seen["missing"]) == ("gb18030", ",", [])
    assert seen["columns"] == ["地名", "东经", "北纬", "所在乡镇"]
    assert seen["mapping"] == {"name": "地名", "lon": "东经", "lat": "北纬"}
    assert seen["samples"] == [["粮站", "119.02", "33.62", "渔沟镇"]]


async def test_columns_that_are_called_otherwise_are_asked_for_by_their_fields(sign_in: SignIn) -> None:
    desk = await sign_in("district")
    text = "哪里,横,竖\n粮站,119.02,33.62\n"
    seen = (await desk.post("/api/gazetteer/inspect", files={"file": ("x.csv", text.encode())})).json()
    assert seen["missing"] == ["name", "lon", "lat"]
    assert {"name", "lon", "lat"} <= {each["field"] for each in seen["fields"]}


async def test_columns_can_be_named_and_a_kind_given(two_towns: Database, bring: Any) -> None:
    text = "哪里,横,竖,归谁\n粮站,119.15,33.65,渔沟镇\n"
    mapping = {"name": "哪里", "lon": "横", "lat": "竖", "town": "归谁"}
    result = (await bring(text, mapping=mapping, kind="poi", datum="高德"))["result"]
    assert (result["added"], result["bad"]) == (1, 0)
    ((lon,),) = rows(two_towns, "SELECT lon FROM place WHERE name = '粮站'")
    assert 119.14 < lon < 119.147


async def test_what_cannot_be_begun_is_refused_at_once(sign_in: SignIn) -> None:
    desk = await sign_in("district")
    for options, field in (
        ({"datum": "西安80"}, "datum"),
        ({"source": "……"}, "source"),
        ({"mode": "some"}, "mode"),
    ):
        answer = await send(desk, LIST, **options)
        assert (answer.status_code, answer.json()["field"]) == (422, field)
    missing = await desk.post("/api/gazetteer/import", data={"options": "{}"}, files={})
    assert missing.status_code == 422


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "文件是空的"),
        (b"\x00\xff\x00\xfe\x01" * 50, "这不是表格文本"),
        ("甲,乙\n1,2\n".encode(), "没有找到「名称、经度、纬度」列"),
        (HEADING.encode(), "只有表头"),
        (LIST.encode(), "没有“没有的列”这一列"),
    ],
)
async def test_a_file_that_is_none_is_told(works: Works, sign_in: SignIn, content: bytes, words: str) -> None:
    desk = await sign_in("district")
    mapping = {"radius_m": "没有的列"} if content == LIST.encode() else {}
    answer = await send(desk, content, mapping=mapping)
    record = await works.ended(answer.json()["work"]["id"])
    assert record["state"] == "failed"
    assert words in record["error"]


@contextmanager
def unwritable(database: Database) -> Iterator[None]:
    """No import comes to its end meanwhile."""
    with psycopg.connect(database.owner_url) as owner:
        owner.execute("LOCK TABLE place IN EXCLUSIVE MODE")
        yield


async def test_one_import_at_a_time_the_second_is_told(
    two_towns: Database, works: Works, sign_in: SignIn
) -> None:
    desk = await sign_in("district")
    with unwritable(two_towns):
        first = await send(desk, LIST)
        second = await send(desk, LIST)
    assert (first.status_code, second.status_code) == (202, 409)
    assert "正在处理" in second.json()["detail"]
    assert (await works.ended(first.json()["work"]["id"]))["state"] == "done"
    assert (await send(desk, LIST, dry_run=True)).status_code == 202


async def test_an_import_that_is_cut_off_leaves_nothing_behind(
    two_towns: Database, works: Works, sign_in: SignIn
) -> None:
    desk = await sign_in("district")
    lines = (f"N{n},兴趣点,第{n}粮站,,,,119.02,33.62,," for n in range(30_000))
    with unwritable(two_towns):
        started = await send(desk, "\n".join([HEADING, *lines]))
        for _ in range(50):
            await asyncio.sleep(0)
        await works.close()
    record = await works.one(started.json()["work"]["id"])
    assert (record["state"], "没有做完" in record["error"]) == ("failed", True)
    assert places(two_towns) == []
    second = await send(desk, LIST)
    assert (await works.ended(second.json()["work"]["id"]))["result"]["added"] == 5


async def test_only_keepers_import(sign_in: SignIn) -> None:
    town = await sign_in("towna")
    assert (await send(town, LIST)).status_code == 403
    assert (await town.post("/api/gazetteer/inspect", files={"file": ("x.csv", b"a")})).status_code == 403


async def test_a_hundred_thousand_rows_come_in_within_seconds(two_towns: Database, bring: Any) -> None:
    lines = (
        f"N{n},兴趣点,第{n}粮站,,,,{119.001 + n % 900 / 1e4:.4f},{33.601 + n // 900 / 2e3:.4f},,"
        for n in range(100_000)
    )
    text = "\n".join([HEADING, *lines])
    began = time.process_time()
    async with patient(10):
        result = (await bring(text))["result"]
    assert (result["added"], result["bad"]) == (100_000, 0)
    assert time.process_time() - began < 30
