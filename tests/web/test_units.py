"""The register of units through the edge: added, put right, ended, from a file; who sees it; what stays on record."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest

from dispatch.actions.units import UnitKeeping
from dispatch.actions.world import Worlds
from dispatch.cli import run
from dispatch.domain.unit_register import LABELS
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import SignIn
from tests.workbooks import workbook

HEADING = list(LABELS.values())
ENFORCEMENT = {"kind": "enforcement", "name": "王家营街道综合执法局", "town": towns.TOWN_A, "phone": "0517-1"}

FILE = workbook(
    [
        ["淮阴区单位一览"],
        HEADING,
        ["王营前哨", "平安前哨", "", "", "王营派出所", "营东社区工作站", "HY-WJY-01", ""],
        ["王营司法所", "派驻机构", "王家营街道", "", "区司法局", "", "", "0517-3"],
        ["区司法局", "区级部门", "", "", "", "", "", ""],
        ["渔沟村工作站", "村居工作站", "渔沟镇", "渔沟村", "", "", "", "0517-4"],
        ["没有村的工作站", "村居工作站", "渔沟镇", "西沟村", "", "", "", ""],
        ["区住建局", "区级部门", "", "", "", "", "", ""],
    ]
)


def listed(answer: httpx.Response) -> dict[str, dict[str, Any]]:
    """Units by name."""
    assert answer.status_code == 200, answer.text
    return {each["name"]: each for each in answer.json()["units"]}


async def take(person: httpx.AsyncClient, file: bytes, *, dry_run: bool = False) -> dict[str, Any]:
    """Send a file of units; what came of its rows."""
    answer = await person.post(
        "/api/units/import",
        files={"file": ("单位.xlsx", file)},
        data={"options": json.dumps({"dry_run": dry_run})},
    )
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def counted(told: dict[str, Any]) -> list[int]:
    """How many rows were read, added, changed, the same, bad."""
    return [told[each] for each in ("rows_read", "added", "changed", "same", "bad")]


def rows(database: Database, question: str) -> list[tuple[Any, ...]]:
    """What the database says."""
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(question.encode()).fetchall()


async def test_a_unit_is_added_put_right_and_ended_on_record(
    sign_in: SignIn, worlds: Worlds, two_towns: Database
) -> None:
    district = await sign_in("district")
    made = await district.post("/api/units", json=ENFORCEMENT)
    assert made.status_code == 201, made.text
    number = made.json()["id"]
    assert (number, worlds.current.tables.units.by_id[number].center) == (8, towns.CENTER_A)
    assert worlds.current.tables.units.of_town[towns.TOWN_A, "enforcement"] == number
    again = await district.post("/api/units", json=ENFORCEMENT)
    assert (again.status_code, again.json()["field"]) == (422, "name")
    changed = ENFORCEMENT | {"phone": "0517-2"}
    unsaid = await district.put(f"/api/units/{number}", json=changed)
    assert (unsaid.status_code, unsaid.json()["field"]) == (422, "reason")
    assert (await district.put(f"/api/units/{number}", json=changed | {"reason": "换号"})).status_code == 204
    same = await district.put(f"/api/units/{number}", json=changed | {"reason": "换号"})
    assert same.status_code == 409
    assert (await district.get(f"/api/units/{number}/holds")).json() == []
    assert (await district.post(f"/api/units/{number}/end", json={"reason": "撤并"})).status_code == 204
    assert number not in worlds.current.tables.units.by_id
    assert listed(await district.get("/api/units"))[ENFORCEMENT["name"]]["active"] is False
    history = (await district.get("/api/kept-changes", params={"about": f"unit:{number}"})).json()
    assert [(each["what"], each["person"], each["reason"]) for each in history] == [
        ("ended", "区值班", "撤并"),
        ("changed", "区值班", "换号"),
        ("added", "区值班", None),
    ]
    assert (history[1]["before"]["phone"], history[1]["after"]["phone"]) == ("0517-1", "0517-2")
    actions = rows(two_towns, "SELECT action FROM audit WHERE action LIKE 'unit.%' ORDER BY id")
    assert actions == [("unit.added",), ("unit.changed",), ("unit.ended",)]


async def test_what_holds_something_does_not_end_and_says_the_way_out(
    sign_in: SignIn, two_towns: Database, worlds: Worlds, store: Store
) -> None:
    towns.add_ticket(two_towns.owner_url, 1, towns.IN_A, unit=towns.STATION_A)
    district = await sign_in("district")
    refused = await district.post(f"/api/units/{towns.STATION_A}/end", json={"reason": "撤村"})
    assert refused.status_code == 409
    assert "1 件在办工单" in refused.json()["detail"]
    assert "2 人任职" in refused.json()["detail"]
    held = (await district.get(f"/api/units/{towns.STATION_A}/holds")).json()
    assert [(each["what"], each["count"]) for each in held] == [("tickets", 1), ("people", 2)]
    center = await district.post(f"/api/units/{towns.DISTRICT}/end", json={"reason": "不要了"})
    assert center.status_code == 409
    later = {"reason": "撤村", "at": "2999-01-01T00:00:00Z"}
    assert (await district.post(f"/api/units/{towns.STATION_A}/end", json=later)).status_code == 204
    keeping = UnitKeeping(store, worlds)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE unit SET ends_at = now() WHERE ends_at IS NOT NULL")
    await keeping.end_due()
    assert towns.STATION_A in worlds.current.tables.units.by_id
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE ticket SET state = 'closed'")
        connection.execute(
            "UPDATE membership SET valid = tstzrange(lower(valid), now()) WHERE unit = %s", (towns.STATION_A,)
        )
    await keeping.end_due()
    assert towns.STATION_A not in worlds.current.tables.units.by_id
    stay = await district.post(f"/api/units/{towns.STATION_A}/stay", json={"reason": "撤错了"})
    assert stay.status_code == 204, stay.text
    assert towns.STATION_A in worlds.current.tables.units.by_id


async def test_what_ended_does_not_come_back_beside_what_took_its_place(sign_in: SignIn) -> None:
    district = await sign_in("district")
    made = (await district.post("/api/units", json=ENFORCEMENT)).json()["id"]
    assert (await district.post(f"/api/units/{made}/end", json={"reason": "并入"})).status_code == 204
    assert (await district.post("/api/units", json=ENFORCEMENT)).status_code == 201
    stay = await district.post(f"/api/units/{made}/stay", json={"reason": "恢复"})
    assert (stay.status_code, stay.json()["field"]) == (422, "name")


async def test_a_file_is_tried_taken_and_the_same_again_changes_nothing(
    sign_in: SignIn, worlds: Worlds, two_towns: Database
) -> None:
    district = await sign_in("district")
    tried = await take(district, FILE, dry_run=True)
    assert counted(tried) == [6, 3, 2, 0, 1]
    assert [(each["row"], each["field"]) for each in tried["rows"]] == [(7, "村居")]
    assert "区司法局" not in listed(await district.get("/api/units"))
    assert counted(await take(district, FILE)) == [6, 3, 2, 0, 1]
    after = listed(await district.get("/api/units"))
    outpost, agency = after["王营前哨"], after["王营司法所"]
    assert (outpost["center"], outpost["station"], outpost["parent"]) == (2, towns.STATION_A, towns.POLICE_A)
    assert (agency["center"], agency["parent"]) == (2, after["区司法局"]["id"])
    assert after["渔沟村工作站"]["phone"] == "0517-4"
    assert worlds.current.tables.units.outpost_of_grid == {"HY-WJY-01": outpost["id"]}
    assert counted(await take(district, FILE)) == [6, 0, 0, 5, 1]
    assert rows(two_towns, "SELECT count(*) FROM kept_change WHERE subject LIKE 'unit:%'") == [(5,)]
    back = [0, 0, 0]
    for _ in range(2):
        sheet = (await district.get("/api/units/list.xlsx")).content
        back = counted(await take(district, sheet))
    assert back == [10, 0, 0, 10, 0]
    other = await district.post(
        "/api/units/import", files={"file": ("x.csv", "姓名，电话\n张三，1\n".encode())}
    )
    assert (other.status_code, "表头" in other.json()["detail"]) == (422, True)


async def test_the_first_units_of_a_new_district_come_by_the_command(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("INSERT INTO boundary_version (id, state, note) VALUES (1, 'draft', 't')")
        connection.execute(
            "INSERT INTO town_area (boundary_version, town, name, geom) "
            "VALUES (1, %s, '王家营街道', ST_GeomFromText(%s, 4326))",
            (towns.TOWN_A, towns.AREAS["a"]),
        )
    monkeypatch.setenv("DATABASE_URL", database.url)
    path = tmp_path / "单位.csv"
    lines = ["单位名称,类别,镇街", "区中心,区中心,", "王家营中心,镇街中心,王家营街道", "错,镇街中心,没有镇"]
    path.write_text("\n".join(lines), encoding="utf-8")

    async def said(*words: str, status: int = 0) -> str:
        capfd.readouterr()
        assert await asyncio.to_thread(run, ["units", *words]) == status
        return "".join(capfd.readouterr())

    assert "新增 2" in await said("import", str(path), "--dry-run", status=1)
    assert rows(database, "SELECT count(*) FROM unit") == [(0,)]
    told = await said("import", str(path), status=1)
    assert "第 4 行 镇街" in told
    assert rows(database, "SELECT id, kind, center, town FROM unit ORDER BY id") == [
        (1, "district_center", 1, None),
        (2, "town_center", 2, towns.TOWN_A),
    ]
    assert rows(database, "SELECT id FROM stream ORDER BY id") == [(1,), (2,)]
    assert rows(database, "SELECT code, name FROM town") == [(towns.TOWN_A, "王家营街道")]
    assert "王家营中心" in await said("list")
    written = tmp_path / "again.xlsx"
    await said("template", str(written))
    assert "没有变化 2" in await said("import", str(written))
