"""People from a file through the edge: tried, taken as one act, again without a change; slips open the first door."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import psycopg

from dispatch.domain.people_list import LABELS
from dispatch.ports.qr import modules
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn
from tests.web.work_given import ask, assigned
from tests.workbooks import workbook

HEADING = list(LABELS.values())
ROWS = [
    ["淮阴区专职网格员名册"],
    HEADING,
    ["新网格", "13900000040", "专职网格员", "营东社区工作站", "网格员", "", "", ""],
    ["新专员", "13900000041", "专员", "营东社区工作站", "工作站专员", "xinzhuan", "", ""],
    ["甲网格", "13900000004", "专职网格员", "营东社区工作站", "网格员", "workera", "", ""],
    ["甲站点", "13900000006", "", "没有这个单位", "工作站专员", "", "", ""],
]


async def take(browser: Browser, rows: list[list[str]], **options: bool) -> dict[str, Any]:
    """What a file comes to."""
    answer = await browser.post(
        "/api/people/import",
        files={"file": ("名册.xlsx", workbook(rows))},
        data={"options": json.dumps(options)},
    )
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_a_file_is_tried_taken_and_changes_nothing_again(sign_in: SignIn, two_towns: Database) -> None:
    admin = await sign_in("admin")
    tried = await take(admin, ROWS, dry_run=True, accounts=True)
    assert [tried[name] for name in ("rows_read", "added", "changed", "accounts", "bad")] == [4, 2, 1, 2, 1]
    assert [(each["row"], each["field"]) for each in tried["rows"]] == [(6, "单位")]
    assert ask(two_towns, "SELECT count(*) FROM person WHERE name LIKE '新%%'") == [(0,)]
    taken = await take(admin, ROWS, accounts=True)
    assert {**taken, "dry_run": True} == tried
    (found,) = (await admin.get("/api/people", params={"q": "新网格"})).json()
    assert (found["username"], found["must_change"], found["post"]) == ("13900000040", True, "专职网格员")
    assert [(each["role"], each["unit"]) for each in found["posts"]] == [("grid_worker", towns.STATION_A)]
    again = await take(admin, ROWS, accounts=True)
    assert [again[name] for name in ("added", "changed", "ended", "accounts", "same", "bad")] == [
        0,
        0,
        0,
        0,
        3,
        1,
    ]
    history = (await admin.get("/api/people/changes", params={"person": 4})).json()
    assert (history[0]["before"]["post"], history[0]["after"]["post"]) == ("网格员", "专职网格员")
    assert history[0]["reason"] == "导入“名册.xlsx”"
    sheet = (await admin.get("/api/people/list.xlsx")).content
    answer = await admin.post(
        "/api/people/import", files={"file": ("again.xlsx", sheet)}, data={"options": "{}"}
    )
    back = answer.json()
    assert (back["added"], back["changed"], back["bad"]) == (0, 0, 1), back["rows"]
    assert "请在页面上逐个登记" in back["rows"][0]["says"]


async def test_who_leaves_by_a_file_hands_on_what_is_open(sign_in: SignIn, two_towns: Database) -> None:
    ticket = await assigned(sign_in, two_towns, 751)
    admin = await sign_in("admin")
    rows = [
        HEADING,
        ["甲网格", "13900000004", "", "营东社区工作站", "网格员", "", "是", "甲站点"],
    ]
    assert (await take(admin, rows))["ended"] == 1
    assert ask(two_towns, "SELECT lead_person FROM ticket WHERE id = %s", ticket) == [(6,)]
    assert (await take(admin, rows))["same"] == 1
    (ended,) = (await admin.get("/api/people/changes", params={"person": 4})).json()
    assert (ended["what"], ended["after"]["successor"]) == ("post_ended", "甲站点")


async def test_a_slip_opens_the_first_door_once_and_a_later_one_ends_it(
    sign_in: SignIn, browser: Callable[[], Browser], two_towns: Database
) -> None:
    admin = await sign_in("admin")
    await take(admin, ROWS, accounts=True)
    signing = {"username": "13900000040", "password": "!"}
    assert (await browser().post("/api/session", json=signing)).status_code == 401
    waiting = (await admin.get("/api/people/slips", params={"unit": towns.STATION_A})).json()
    assert [each["name"] for each in waiting] == ["新专员", "新网格"]
    persons = [each["id"] for each in waiting]
    first = (await admin.post("/api/people/slips", json={"persons": [*persons, 4]})).json()
    assert [(each["username"], each["unit_name"]) for each in first] == [
        ("xinzhuan", "营东社区工作站"),
        ("13900000040", "营东社区工作站"),
    ]
    ends = ask(two_towns, "SELECT ((now() AT TIME ZONE 'Asia/Shanghai')::date + 14)::text")
    assert [(each["last_day"],) for each in first] == ends * 2
    doors = [urlsplit(each["address"]).path for each in first]
    assert doors == ["/", "/m"], "who has a desk begins there, a grid worker on the phone"
    assert [modules(each["address"]) for each in first] == [each["code"] for each in first]
    second = (await admin.post("/api/people/slips", json={"persons": persons[1:]})).json()
    old = {"username": "13900000040", "password": first[1]["password"]}
    assert (await browser().post("/api/session", json=old)).status_code == 401
    phone = browser()
    given = second[0]["password"]
    me = await phone.post("/api/session", json={"username": "13900000040", "password": given})
    assert me.json()["must_change"] is True
    chosen = {"former": given, "password": "Right-horse-9"}
    assert (await phone.put("/api/session/password", json=chosen)).status_code == 204
    waiting = (await admin.get("/api/people/slips")).json()
    assert [each["name"] for each in waiting] == ["新专员"]
    none = await admin.post("/api/people/slips", json={"persons": persons[1:]})
    assert none.status_code == 409
    audited = ask(two_towns, "SELECT count(*) FROM audit WHERE action = 'account.slip_made'")
    assert audited == [(3,)]
    kept = ask(two_towns, "SELECT coalesce(string_agg(a::text, ''), '') FROM audit a")
    assert given not in str(kept)
    assert (await (await sign_in("district")).get("/api/people/slips")).status_code == 403


async def test_a_slip_past_its_day_opens_nothing_and_says_whom_to_ask(
    sign_in: SignIn, browser: Callable[[], Browser], two_towns: Database
) -> None:
    admin = await sign_in("admin")
    await take(admin, ROWS, accounts=True)
    persons = [each["id"] for each in (await admin.get("/api/people/slips")).json()]
    slip = (await admin.post("/api/people/slips", json={"persons": persons})).json()[0]
    signing = {"username": slip["username"], "password": slip["password"]}
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE account SET one_time_until = now() WHERE one_time_until IS NOT NULL")
    late = await browser().post("/api/session", json=signing)
    assert late.status_code == 403, late.text
    assert "管理员" in late.json()["detail"]
    wrong = await browser().post("/api/session", json=signing | {"password": "!"})
    assert wrong.status_code == 401, "only who holds the slip is told that it is over"
    again = (await admin.post("/api/people/slips", json={"persons": [slip["id"]]})).json()[0]
    fresh = browser()
    assert (await fresh.post("/api/session", json=signing | {"password": again["password"]})).is_success
    chosen = {"former": again["password"], "password": "Right-horse-9"}
    assert (await fresh.put("/api/session/password", json=chosen)).status_code == 204
    ended = "SELECT one_time_until FROM account WHERE username = %s"
    assert ask(two_towns, ended, slip["username"]) == [(None,)]
