"""Who looks after which cell through the edge: put, replaced on a day, taken off, from a file; on record."""

from __future__ import annotations

import json
from typing import Any

import psycopg

from dispatch.domain.cell_people import LABELS
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn
from tests.workbooks import workbook

WORKER = {"cell": towns.CELL_A, "duty": "worker"}


async def staff(browser: Browser, town: str = towns.TOWN_A) -> list[tuple[str, str, bool]]:
    """Duty, name and whether full time, of the people of a town's cell now and to come."""
    answer = await browser.get("/api/cell-people", params={"town": town})
    assert answer.status_code == 200, answer.text
    return [
        (each["duty"], each["name"], each["full_time"])
        for cell in answer.json()["cells"]
        for each in cell["people"]
    ]


async def test_towns_say_what_they_lack_and_whom_to_choose_from(sign_in: SignIn) -> None:
    district = await sign_in("district")
    found = (await district.get("/api/cell-people")).json()
    assert [(each["code"], each["worker"], each["head"], each["officer"]) for each in found["towns"]] == [
        (towns.TOWN_A, 0, 1, 1),
        (towns.TOWN_B, 1, 1, 1),
    ]
    assert (found["town"], [each["code"] for each in found["cells"]]) == (towns.TOWN_A, [towns.CELL_A])
    assert [each["name"] for each in found["people"]] == ["甲值班", "甲网格", "甲站点", "甲分管"]
    assert (await district.get("/api/cell-people", params={"town": "320804999"})).status_code == 404


async def test_somebody_takes_anothers_place_on_a_day_and_is_taken_off(
    sign_in: SignIn, two_towns: Database
) -> None:
    district = await sign_in("district")
    put = {**WORKER, "person": 6, "full_time": False, "former": 4, "since": "2999-01-01T00:00:00Z"}
    answer = await district.post("/api/cell-people", json=put)
    assert answer.status_code == 204, answer.text
    people = (await district.get("/api/cell-people", params={"town": towns.TOWN_A})).json()["cells"][0][
        "people"
    ]
    assert [(each["name"], each["since"], each["until"]) for each in people] == [
        ("甲网格", "2026-01-01T00:00:00.000Z", "2999-01-01T00:00:00.000Z"),
        ("甲站点", "2999-01-01T00:00:00.000Z", None),
    ]
    again = await district.post("/api/cell-people", json={**WORKER, "person": 6})
    assert (again.status_code, again.json()["field"]) == (409, "person")
    gone = await district.post("/api/cell-people", json={**WORKER, "person": 8, "former": 3})
    assert gone.status_code == 404
    nobody = await district.post("/api/cell-people", json={**WORKER, "person": 5})
    assert (nobody.status_code, nobody.json()["field"]) == (422, "person")
    off = await district.post("/api/cell-people/end", json={**WORKER, "person": 6, "reason": "不来了"})
    assert off.status_code == 204
    assert await staff(district) == [("worker", "甲网格", True)]
    assert (await district.post("/api/cell-people/end", json={**WORKER, "person": 6})).status_code == 404
    history = (await district.get("/api/kept-changes", params={"about": f"cell:{towns.CELL_A}"})).json()
    assert [(each["what"], (each["after"] or each["before"])["who"], each["reason"]) for each in history] == [
        ("ended", "甲站点", "不来了"),
        ("set", "甲站点", None),
    ]
    assert history[1]["before"] == {"duty": "网格员", "who": "甲网格"}
    with psycopg.connect(two_towns.owner_url) as connection:
        actions = connection.execute(
            "SELECT action FROM audit WHERE action LIKE 'cell_people.%' AND action NOT LIKE '%viewed' ORDER BY id"
        ).fetchall()
    assert actions == [("cell_people.set",), ("cell_people.ended",)]


async def test_a_file_speaks_for_what_it_names_and_the_same_again_changes_nothing(sign_in: SignIn) -> None:
    district = await sign_in("district")
    heading = list(LABELS.values())
    content = workbook(
        [
            heading,
            [towns.CELL_A, "第一网格", "网格员", "甲站点", "13900000006", "兼职"],
            [towns.CELL_A, "第一网格", "网格长", "甲分管", "", ""],
            [towns.CELL_B, "第一网格", "网格长", "不认识", "", ""],
        ]
    )

    counts = ("rows_read", "added", "changed", "ended", "same", "bad")

    async def counted(file: bytes) -> list[int]:
        told = await take(file, dry_run=False)
        return [told[each] for each in counts]

    async def take(file: bytes, dry_run: bool) -> dict[str, Any]:
        answer = await district.post(
            "/api/cell-people/import",
            files={"file": ("人员.xlsx", file)},
            data={"options": json.dumps({"dry_run": dry_run})},
        )
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    tried = await take(content, dry_run=True)
    assert [tried[each] for each in counts] == [3, 2, 0, 1, 0, 1]
    assert (tried["rows"][0]["row"], tried["rows"][0]["field"]) == (4, "姓名")
    assert await staff(district) == [("worker", "甲网格", True)]
    await take(content, dry_run=False)
    assert await staff(district) == [("worker", "甲站点", False), ("head", "甲分管", True)]
    assert await counted(content) == [3, 0, 0, 0, 2, 1]
    sheet = (await district.get("/api/cell-people/list.xlsx")).content
    assert await counted(sheet) == [6, 0, 0, 0, 2, 0]
    assert await staff(district) == [("worker", "甲站点", False), ("head", "甲分管", True)]
