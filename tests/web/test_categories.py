"""The tree of categories through the edge: kept, ended, from a file; names nobody knows; what stays on record."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest

from dispatch.actions.world import Worlds
from dispatch.cli import run
from dispatch.domain.category_register import LABELS
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn
from tests.workbooks import workbook

NOISE = {"path": "噪音扰民 › 广场舞", "place_need": "cell", "aliases": ["社会噪音/跳舞"]}
COUNTS = ("rows_read", "added", "changed", "ended", "same", "bad")
FILE = workbook(
    [
        ["淮阴区事项分类"],
        list(LABELS.values()),
        ["0101", "市政设施/路灯", "灯不亮", "点位", "是", "否", "", ""],
        ["", "噪音扰民/广场舞", "", "网格", "", "", "2099-01-01", ""],
        ["", "噪音扰民/施工", "灯不亮", "网格", "", "", "", ""],
    ]
)


def rows(database: Database, question: str) -> list[tuple[Any, ...]]:
    """What the database says."""
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(question.encode()).fetchall()


async def tree(browser: Browser) -> dict[str, Any]:
    """The register with its categories by code."""
    answer = await browser.get("/api/categories")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found | {"categories": {each["code"]: each for each in found["categories"]}}


def unheard(database: Database, *names: str) -> None:
    """Tickets of today that came under names."""
    for at, name in enumerate(names, 11):
        towns.add_ticket(database.owner_url, at, towns.IN_A, category=None, category_given=name)
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("UPDATE ticket SET received_at = now()")


async def test_a_category_is_added_and_put_right_on_record(
    sign_in: SignIn, worlds: Worlds, two_towns: Database
) -> None:
    district = await sign_in("district")
    revision = worlds.current.tables.rules.grounds.revision
    made = await district.post("/api/categories", json=NOISE)
    assert (made.status_code, made.json()) == (201, {"code": "L0001"})
    held = worlds.current.tables.categories["L0001"]
    assert (held.path, held.aliases, held.place_need) == ("噪音扰民/广场舞", ("社会噪音/跳舞",), "cell")
    assert worlds.current.tables.rules.grounds.revision == revision + 1  # what every process follows
    again = await district.post("/api/categories", json=NOISE)
    assert (again.status_code, again.json()["field"]) == (422, "path")
    change = NOISE | {"place_need": "point", "evidence_required": True, "reason": "要照片"}
    assert (await district.put("/api/categories/L0001", json=change | {"reason": " "})).status_code == 422
    assert (await district.put("/api/categories/L0001", json=change)).status_code == 204
    assert (await district.put("/api/categories/L0001", json=change)).status_code == 409
    assert (await district.put("/api/categories/L0009", json=change)).status_code == 404
    assert worlds.current.tables.categories["L0001"].evidence_required
    directory = (await district.get("/api/directory")).json()["categories"]
    assert [(each["code"], each["in_use"]) for each in directory] == [("L0001", True), ("0101", True)]
    history = (await district.get("/api/kept-changes", params={"about": "category:L0001"})).json()
    assert [(each["what"], each["reason"]) for each in history] == [("changed", "要照片"), ("added", None)]
    assert (history[0]["before"]["place_need"], history[0]["after"]["place_need"]) == ("cell", "point")
    actions = rows(two_towns, "SELECT action FROM audit WHERE action LIKE 'category.%' ORDER BY id")
    assert actions == [("category.added",), ("category.changed",)]


async def test_what_ends_leaves_its_names_to_its_successor_and_comes_back_without_them(
    sign_in: SignIn, worlds: Worlds
) -> None:
    district = await sign_in("district")
    assert (await district.post("/api/categories", json=NOISE)).status_code == 201

    async def done(act: str, **said: str) -> httpx.Response:
        return await district.post(f"/api/categories/L0001/{act}", json={"reason": "并入", **said})

    past, nobody = await done("end", day="2020-01-01"), await done("end", successor="L0001")
    assert [(each.status_code, each.json()["field"]) for each in (past, nobody)] == [
        (422, "day"),
        (422, "successor"),
    ]
    gone = await done("end", successor="0101")
    assert gone.status_code == 204, gone.text
    assert worlds.current.tables.categories["0101"].aliases == ("噪音扰民/广场舞", "社会噪音/跳舞")
    found = (await tree(district))["categories"]
    assert [(found[code]["standing"], found[code]["aliases"]) for code in ("L0001", "0101")] == [
        ("over", ["社会噪音/跳舞"]),
        ("in_use", ["噪音扰民/广场舞", "社会噪音/跳舞"]),
    ]
    back = await done("stay")
    assert (back.status_code, back.json()["field"]) == (422, "path")
    lamps = {"path": "市政设施/路灯", "place_need": "cell", "reason": "还回去"}
    assert (await district.put("/api/categories/0101", json=lamps)).status_code == 204
    assert (await done("stay")).status_code == 204
    assert (await done("stay")).status_code == 409
    history = (await district.get("/api/kept-changes", params={"about": "category:L0001"})).json()
    assert [each["what"] for each in history] == ["kept", "ended", "added"]


async def test_a_name_nobody_knows_is_listed_and_means_a_category_by_one_act(
    sign_in: SignIn, two_towns: Database, worlds: Worlds
) -> None:
    unheard(two_towns, "照明 › 灯", "照明 › 灯", "停水", "张三 13912345678", "")
    district = await sign_in("district")
    found = await tree(district)
    assert [(each["name"], each["tickets"]) for each in found["unknown"]] == [("照明 › 灯", 2), ("停水", 1)]
    assert found["withheld"] == 1
    name = {"name": "照明 › 灯"}
    assert (await district.post("/api/categories/0101/aliases", json=name)).status_code == 204
    assert (await district.post("/api/categories/0101/aliases", json=name)).status_code == 409
    assert worlds.current.tables.categories["0101"].aliases == ("照明/灯",)
    assert [each["name"] for each in (await tree(district))["unknown"]] == ["停水"]
    assert (await district.post("/api/categories/9999/aliases", json=name)).status_code == 404
    other = {"path": "公用/供水", "place_need": "point", "aliases": ["照明/灯"]}
    taken = await district.post("/api/categories", json=other)
    assert (taken.status_code, taken.json()["field"]) == (422, "aliases")


async def test_what_a_change_touches_is_told_and_not_broken(sign_in: SignIn, two_towns: Database) -> None:
    towns.add_ticket(two_towns.owner_url, 1, towns.IN_A)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE ticket SET received_at = now()")
        connection.execute("UPDATE routing_rule SET categories = '{市政设施}'")
        connection.execute(
            "INSERT INTO standard_text (ordinal, category, title, words) VALUES (1, '市政设施/路灯', '报修', 'w')"
        )
    district = await sign_in("district")
    lamps = (await tree(district))["categories"]["0101"]
    assert (lamps["tickets"], lamps["uses"]) == (1, {"routing": 1, "text": 1})
    told = (await district.get("/api/categories/0101/uses")).json()
    assert [(each["kind"], each["says"], each["path"]) for each in told["uses"]] == [
        ("routing", "1 属地", "市政设施"),
        ("text", "报修", "市政设施/路灯"),
    ]
    assert told["left"] == {"routing": 1, "text": 1}
    moved = {"path": "照明/路灯", "place_need": "cell", "reason": "改名"}
    refused = await district.put("/api/categories/0101", json=moved)
    assert (refused.status_code, refused.json()["field"]) == (422, "path")
    assert "1 条派单规则" in refused.json()["detail"]
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE routing_rule SET categories = NULL")
        connection.execute("UPDATE standard_text SET ended_at = now()")
    assert (await district.put("/api/categories/0101", json=moved)).status_code == 204
    assert (await tree(district))["categories"]["0101"]["aliases"] == ["市政设施/路灯"]


async def test_a_category_that_is_over_stays_on_its_tickets_and_is_offered_no_more(
    sign_in: SignIn, two_towns: Database
) -> None:
    towns.add_ticket(two_towns.owner_url, 1, towns.IN_A)
    district = await sign_in("district")
    assert (await district.post("/api/categories/0101/end", json={"reason": "停"})).status_code == 204
    assert (await district.get("/api/tickets/1")).json()["category_path"] == "市政设施/路灯"
    assert [each["in_use"] for each in (await district.get("/api/directory")).json()["categories"]] == [False]
    assert (await district.get("/api/rules")).json()["categories"] == []
    text = {"category": "市政设施", "title": "报修", "words": "已报修", "reason": "新"}
    refused = await district.post("/api/closing/texts", json=text)
    assert (refused.status_code, refused.json()["field"]) == (422, "category")


async def test_a_file_is_tried_taken_and_the_same_again_changes_nothing(
    sign_in: SignIn, worlds: Worlds, two_towns: Database
) -> None:
    district = await sign_in("district")

    async def take(content: bytes, **options: bool) -> dict[str, Any]:
        answer = await district.post(
            "/api/categories/import",
            files={"file": ("分类.xlsx", content)},
            data={"options": json.dumps(options)},
        )
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    async def counted(content: bytes, **options: bool) -> list[int]:
        told = await take(content, **options)
        return [told[each] for each in COUNTS]

    tried = await take(FILE, dry_run=True)
    assert [tried[each] for each in COUNTS] == [3, 1, 1, 0, 0, 1]
    assert [(each["row"], each["field"]) for each in tried["rows"]] == [(5, "热线叫法")]
    assert [(each["what"], each["path"]) for each in tried["changes"]] == [
        ("changed", "市政设施/路灯"),
        ("added", "噪音扰民/广场舞"),
    ]
    assert list(worlds.current.tables.categories) == ["0101"]
    assert await counted(FILE) == [3, 1, 1, 0, 0, 1]
    assert await counted(FILE) == [3, 0, 0, 0, 2, 1]
    assert worlds.current.tables.categories["0101"].aliases == ("灯不亮",)
    assert (await tree(district))["categories"]["L0001"]["standing"] == "later"
    assert rows(two_towns, "SELECT count(*) FROM kept_change WHERE subject LIKE 'category:%'") == [(2,)]
    assert rows(two_towns, "SELECT count(*) FROM audit WHERE action = 'category.imported'") == [(1,)]
    sheet = (await district.get("/api/categories/list.xlsx")).content
    assert await counted(sheet, whole=True) == [2, 0, 0, 0, 2, 0]
    only = workbook([list(LABELS.values())[:4], ["", "噪音扰民/广场舞", "", "网格"]])
    assert await counted(only, whole=True, dry_run=True) == [1, 0, 0, 1, 1, 0]
    assert await counted(only, whole=True) == [1, 0, 0, 1, 1, 0]
    assert (await tree(district))["categories"]["0101"]["standing"] == "over"


async def test_the_first_categories_of_a_new_district_come_by_the_command(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", database.url)
    path = tmp_path / "分类.csv"

    async def said(*words: str, status: int = 0) -> str:
        capfd.readouterr()
        assert await asyncio.to_thread(run, ["categories", *words]) == status
        return "".join(capfd.readouterr())

    await said("export", str(path))
    assert path.read_text(encoding="utf-8-sig").strip() == ",".join(LABELS.values())
    lines = ["分类路径,定位要求,现场照片", "市政设施/路灯,点位,是", "政务/医保,无需定位,", "错,哪里,"]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "新增 2" in await said("import", str(path), "--dry-run", status=1)
    assert rows(database, "SELECT count(*) FROM category") == [(0,)]
    told = await said("import", str(path), "--whole", status=1)
    assert "第 4 行 定位要求" in told
    assert rows(database, "SELECT code, path, place_need, evidence_required FROM category ORDER BY code") == [
        ("L0001", "市政设施/路灯", "point", True),
        ("L0002", "政务/医保", "none", False),
    ]
    assert "市政设施/路灯" in await said("list")
    written = tmp_path / "again.xlsx"
    await said("export", str(written))
    assert "没有变化 2" in await said("import", str(written), "--whole")
