"""Handling together over HTTP: merging and what follows, like tickets, sheets, dangers, cases, and what is set."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn
from tests.web.test_tickets import give

PHONE = "13812345678"
FILED = {
    "case_no": "淮阴综执〔2026〕12号",
    "officer": "赵一",
    "second_officer": "钱二",
    "reply": "已立案调查,进展另行告知",
    "next_on": "2099-12-01",
}
RECORDED = {
    "full_record": "记录仪 A12",
    "decision": "罚款二百元",
    "listed": "yes",
    "legal_review": "孙三:同意",
    "decision_on": "2026-11-20",
    "published_on": "2026-12-20",
}


@pytest.fixture
def tickets(two_towns: Database) -> Database:
    """Three callers of one thing in town A, one of something else there, and one of the same in town B."""
    url = two_towns.owner_url
    near = {**towns.IN_A, "lon": 119.0501, "tile": 1}
    towns.add_ticket(url, 101, {**towns.IN_A, "tile": 1}, name="张三", phone=PHONE)
    towns.add_ticket(url, 102, near, name="李四", phone="13912345679", content="富丽花园门口的路灯三天不亮了")
    towns.add_ticket(url, 103, near, name="张三", phone=PHONE, content="晚上没有灯,老人摔了一跤")
    words = {"title": "医保怎么报销", "content": "想问医保报销比例", "category": None, "lon": 119.09}
    towns.add_ticket(url, 104, {**towns.IN_A, **words}, name="王五", phone="13712345670")
    towns.add_ticket(url, 105, towns.IN_B, name="张三", phone=PHONE)
    with psycopg.connect(url) as connection:
        connection.execute("SELECT setval('ticket_id_seq', 200)")
    return two_towns


async def done(browser: Browser, ticket: int, command: str, **fields: object) -> dict[str, Any]:
    """A command that is followed."""
    status, answer = await give(browser, ticket, command, **fields)
    assert status == 200, answer
    return answer


async def joint(browser: Browser, ticket: int) -> dict[str, Any]:
    """What the panel shows of handling together."""
    found: dict[str, Any] = (await browser.get(f"/api/tickets/{ticket}/joint")).json()
    return found


async def test_like_tickets_come_with_reasons_and_another_towns_as_a_number(
    sign_in: SignIn, tickets: Database
) -> None:
    made = await sign_in("towna")
    found = (await made.get("/api/tickets/101/similar")).json()
    assert {each["id"] for each in found["similar"]} == {102, 103}
    reasons = {each["id"]: each["reasons"] for each in found["similar"]}
    assert "同一来电人" in reasons[103]
    assert "同一来电人" not in reasons[102]
    assert "同一地点" in reasons[102]
    assert any(each.startswith("内容相近") for each in reasons[102])
    assert "同类诉求" in reasons[102]
    assert found["elsewhere"] == 1
    assert "HY2026112400105" not in str(found)
    other = await sign_in("townb")
    assert (await other.get("/api/tickets/101/similar")).status_code == 404


async def test_a_confidential_caller_is_never_a_reason(sign_in: SignIn, tickets: Database) -> None:
    with psycopg.connect(tickets.owner_url) as connection:
        connection.execute("UPDATE ticket SET confidential = true WHERE id IN (103, 105)")
    found = (await (await sign_in("towna")).get("/api/tickets/101/similar")).json()
    assert "同一来电人" not in str(found)
    assert found["elsewhere"] == 0


async def repaired(desk: Browser, clerk: Browser, url: str) -> dict[str, Any]:
    """Ticket 101 is handled, answered and reviewed by somebody else than who answered."""
    await done(desk, 101, "assign", lead={"unit": towns.STATION_A, "person": None})
    await done(clerk, 101, "accept")
    await done(clerk, 101, "answer", done="已更换灯泡并试亮,现场照明恢复正常", how_closed="solved")
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE ticket SET answer = answer || '{\"person\": 99}' WHERE id = 101")
    return await done(desk, 101, "review", reply="您反映的路灯已更换灯泡并试亮,现场照明恢复正常。")


def states(url: str) -> dict[int, str]:
    """The states of the three callers' tickets."""
    with psycopg.connect(url) as connection:
        return dict(connection.execute("SELECT id, state FROM ticket WHERE id < 104").fetchall())


async def test_callers_are_merged_answered_together_and_each_hears(
    sign_in: SignIn, tickets: Database
) -> None:
    desk, clerk = await sign_in("towna"), await sign_in("stationa")
    for ticket in (101, 102, 103):
        await done(desk, ticket, "sign")
    for ticket in (102, 103):
        answer = await done(desk, ticket, "merge", parent=101, reason="同一盏路灯")
        assert answer["row"]["id"] == ticket
        assert (answer["row"]["state"], answer["row"]["merged_into"]) == ("merged", 101)
    await done(desk, 103, "unmerge", reason="老人摔伤另行处理")
    assert [each["id"] for each in (await joint(desk, 101))["children"]] == [102]
    assert (await joint(desk, 102))["parent"]["number"] == "HY2026112400101"
    reviewed = await repaired(desk, clerk, tickets.owner_url)
    assert (reviewed["row"]["id"], reviewed["row"]["callers"]) == (101, 2)
    assert states(tickets.owner_url) == {101: "replied", 102: "replied", 103: "signed"}
    with psycopg.connect(tickets.owner_url) as connection:
        sent = connection.execute(
            "SELECT ticket, body->>'reply' FROM callback WHERE status = '已办结' ORDER BY ticket"
        ).fetchall()
    assert sent == [(101, sent[0][1]), (102, sent[0][1])]


async def test_what_has_no_order_closes_with_its_parent(sign_in: SignIn, tickets: Database) -> None:
    desk, clerk = await sign_in("towna"), await sign_in("stationa")
    with psycopg.connect(tickets.owner_url) as connection:
        connection.execute("DELETE FROM hotline_order WHERE ticket IN (101, 102)")
        connection.execute("UPDATE ticket SET order_no = NULL WHERE id IN (101, 102)")
    await done(desk, 101, "sign")
    for ticket in (102, 103):
        await done(desk, ticket, "merge", parent=101, reason="同一盏路灯")
    family = (await joint(desk, 101))["children"]
    assert [(each["id"], each["has_order"]) for each in family] == [(102, False), (103, True)]
    await repaired(desk, clerk, tickets.owner_url)
    await done(desk, 101, "conclude")
    assert states(tickets.owner_url) == {101: "closed", 102: "closed", 103: "replied"}
    with psycopg.connect(tickets.owner_url) as connection:
        (told,) = connection.execute(
            "SELECT detail->>'reason' FROM journal WHERE ticket = 102 AND event = 'ticket.concluded'"
        ).fetchall()
    assert told == ("随主单 HY2026112400101 结案",)


async def test_another_towns_ticket_is_no_parent(sign_in: SignIn, tickets: Database) -> None:
    made = await sign_in("towna")
    status, answer = await give(made, 101, "merge", parent=105, reason="同一件事")
    assert (status, answer["field"]) == (422, "parent")
    assert "没有这张工单" in str(answer["detail"])


async def test_a_sheet_goes_outside_without_the_caller_and_its_answer_comes_back(
    sign_in: SignIn, tickets: Database
) -> None:
    admin, desk = await sign_in("admin"), await sign_in("towna")
    made = await admin.post("/api/outside-bodies", json={"kind": "power", "name": "淮阴供电公司"})
    assert made.status_code == 201, made.text
    body = made.json()["bodies"][0]["id"]
    await done(desk, 101, "sign")
    panel = (await desk.get("/api/tickets/101")).json()
    offer = next(each for each in panel["allowed"] if each["command"] == "transfer_out")
    choices = next(each["choices"] for each in offer["fields"] if each["name"] == "body")
    assert choices == [{"value": str(body), "label": "供电 · 淮阴供电公司"}]
    await done(desk, 101, "transfer_out", body=str(body), matter="请检修专变")
    (sheet,) = (await joint(desk, 101))["transfers"]
    page = await desk.get(f"/api/tickets/101/papers/transfer?record={sheet['id']}")
    assert page.json()["number"] == "HY2026112400101-转1"
    assert "淮阴供电公司" in page.text
    assert "富丽花园门口" in page.text
    assert page.json()["printed"].startswith("甲值班 王家营街道社会治理指挥中心 ")
    assert PHONE not in page.text
    assert "张" not in page.text
    assert (await (await sign_in("townb")).get("/api/tickets/101/papers/transfer")).status_code == 404
    waits = (await desk.get("/api/joint/waiting")).json()
    assert [each["body"] for each in waits["transfers"]] == ["淮阴供电公司"]
    await done(desk, 101, "record_outside", transfer=str(sheet["id"]), text="已送电")
    assert (await joint(desk, 101))["transfers"][0]["answer"] == "已送电"
    assert (await desk.get("/api/joint/waiting")).json()["transfers"] == []


async def test_words_that_leave_the_house_name_nobody(sign_in: SignIn, tickets: Database) -> None:
    admin, desk = await sign_in("admin"), await sign_in("towna")
    await admin.post("/api/outside-bodies", json={"kind": "power", "name": "淮阴供电公司"})
    with psycopg.connect(tickets.owner_url) as connection:
        connection.execute(
            "UPDATE ticket SET title = '张三家门口路灯不亮', address = '张三家' WHERE id = 101"
        )
        (body,) = connection.execute("SELECT id FROM outside_body").fetchone() or (0,)
    await done(desk, 101, "sign")
    for said, named in (
        (f"请检修,联系 {PHONE}", "第 8 个字起是手机号码"),
        ("请到张三家检修", "第 3 个字起是诉求人姓名「张三」"),
    ):
        status, answer = await give(desk, 101, "transfer_out", body=str(body), matter=said)
        assert (status, answer["field"]) == (422, "matter")
        assert named in str(answer["detail"])
    await done(desk, 101, "transfer_out", body=str(body), matter="请检修路灯专变")
    (sheet,) = (await joint(desk, 101))["transfers"]
    page = (await desk.get(f"/api/tickets/101/papers/transfer?record={sheet['id']}")).text
    assert "诉求人家门口路灯不亮" in page
    assert "张三" not in page
    await done(desk, 101, "refer_case", case_unit=str(towns.DEPARTMENT), clue="张三反映无证占道经营")
    (clue,) = (await joint(desk, 101))["cases"]
    filed = {**FILED, "case": str(clue["id"]), "reply": "张三您好，已立案"}
    status, answer = await give(desk, 101, "file_case", **filed)
    assert (status, answer["field"]) == (422, "reply")


async def test_a_unit_called_by_a_whistle_is_waited_for_until_it_replies(
    sign_in: SignIn, tickets: Database
) -> None:
    desk, liaison = await sign_in("towna"), await sign_in("department")
    await done(desk, 101, "sign")
    await done(
        desk,
        101,
        "whistle",
        co=[{"unit": towns.DEPARTMENT, "person": None}],
        note="请到现场",
        report_in_minutes=5,
    )
    (called,) = (await desk.get("/api/joint/waiting")).json()["called"]
    assert (called["unit"], called["reported_in_at"]) == ("区住建局", None)
    assert (await liaison.get("/api/tickets/101")).status_code == 200
    offer = (await desk.get("/api/tickets/101")).json()["allowed"]
    (minutes,) = [
        field["value"]
        for each in offer
        for field in each["fields"]
        if (each["command"], field["name"]) == ("whistle", "report_in_minutes")
    ]
    assert minutes == 30
    (owed,) = (await liaison.post("/api/co-handled", json={"tickets": [101]})).json()
    assert (owed["kind"], owed["note"], owed["reported_in_at"]) == ("whistle", "请到现场", None)
    assert owed["report_in_by"] is not None
    await done(liaison, 101, "report_in", text="李工")
    (called,) = (await desk.get("/api/joint/waiting")).json()["called"]
    assert called["reported_in_at"] is not None
    await done(liaison, 101, "co_reply", text="已会商")
    assert (await desk.get("/api/joint/waiting")).json()["called"] == []


async def test_danger_is_logged_with_a_ticket_and_without(sign_in: SignIn, tickets: Database) -> None:
    desk, other, district = await sign_in("towna"), await sign_in("townb"), await sign_in("district")
    told = {"what": "有人持刀", "whom": "王营派出所", "phone": "110", "result": f"已出警,报警人 {PHONE}"}
    await done(desk, 101, "report_danger", **told)
    answer = await desk.post("/api/police-handovers", json={**told, "what": "煤气泄漏"})
    assert answer.status_code == 201
    seen = (await desk.get("/api/police-handovers")).json()
    assert [(each["what"], each["ticket"]) for each in seen] == [("煤气泄漏", None), ("有人持刀", 101)]
    assert PHONE not in str(seen)
    assert len((await district.get("/api/police-handovers")).json()) == 2
    assert (await other.get("/api/police-handovers")).json() == []
    assert (await desk.post("/api/police-handovers", json={**told, "what": " "})).status_code == 422
    assert (await (await sign_in("stationa")).post("/api/police-handovers", json=told)).status_code == 403


async def test_a_clue_becomes_a_case_that_ends_whole(sign_in: SignIn, tickets: Database) -> None:
    desk, liaison = await sign_in("towna"), await sign_in("department")
    await done(desk, 101, "sign")
    await done(desk, 101, "refer_case", case_unit=str(towns.DEPARTMENT), clue="无证占道经营")
    (clue,) = (await joint(liaison, 101))["cases"]
    owed = {"kind": "referral", "note": "无证占道经营", "report_in_by": None, "reported_in_at": None}
    asked = {"tickets": [101]}
    assert (await liaison.post("/api/co-handled", json=asked)).json() == [{"ticket": 101, **owed}]
    filed = {"case": str(clue["id"]), **FILED}
    row = (await done(liaison, 101, "file_case", **filed))["row"]
    assert row["next_step_at"] == "2099-12-01T16:00:00.000Z"
    await done(desk, 102, "sign")
    await done(desk, 102, "refer_case", case_unit=str(towns.DEPARTMENT), clue="同上")
    (second,) = (await joint(desk, 102))["cases"]
    status, answer = await give(desk, 102, "file_case", **{**filed, "case": str(second["id"])})
    assert (status, answer["field"]) == (422, "case_no")
    status, answer = await give(liaison, 101, "close_case", case=str(clue["id"]))
    assert status == 409
    assert "全过程记录、处理决定、处理决定日期、是否须法制审核、公示日期" in str(answer["detail"])
    await done(liaison, 101, "record_case", case=str(clue["id"]), **RECORDED)
    await done(liaison, 101, "close_case", case=str(clue["id"]))
    assert (await liaison.post("/api/co-handled", json=asked)).json() == []
    (case,) = (await joint(desk, 101))["cases"]
    assert (case["state"], case["published_on"], case["officers"]) == (
        "closed",
        "2026-12-20",
        ["赵一", "钱二"],
    )
    with psycopg.connect(tickets.owner_url) as connection:
        told = connection.execute(
            "SELECT body->>'reply', body->>'interim' FROM callback WHERE status = '已签收'"
        ).fetchall()
    assert ("已立案调查,进展另行告知", "true") in told


async def test_what_is_set_is_kept_version_by_version_and_counts_at_once(
    sign_in: SignIn, tickets: Database
) -> None:
    admin, desk = await sign_in("admin"), await sign_in("towna")
    given = {
        "report_in_minutes": 20,
        "outside_days": 2,
        "near_m": 100,
        "within_days": 7,
        "least_likeness": 0.4,
    }
    changed = await admin.put("/api/joint/settings", json={**given, "note": "按新规"})
    assert [each["version"] for each in changed.json()["settings"]] == [2, 1]
    assert [each["active"] for each in changed.json()["settings"]] == [True, False]
    assert changed.json()["changes"][0]["before"]["near_m"] == 300
    await done(desk, 101, "sign")
    await done(desk, 101, "whistle", co=[{"unit": towns.DEPARTMENT, "person": None}], note="请到现场")
    with psycopg.connect(tickets.owner_url) as connection:
        minutes = connection.execute(
            "SELECT report_in_by - opened_at FROM assignment WHERE kind = 'whistle'"
        ).fetchone()
    assert minutes is not None
    assert minutes[0].total_seconds() == 20 * 60
    for bad in ({"near_m": 1}, {"least_likeness": 2}, {"note": " "}):
        answer = await admin.put("/api/joint/settings", json={**given, "near_m": 150, "note": "改", **bad})
        assert answer.status_code == 422, bad
    assert (await admin.put("/api/joint/settings", json={**given, "note": "又改"})).status_code == 409
    assert (await desk.get("/api/joint/settings")).status_code == 403


async def test_companies_are_changed_with_a_reason_and_ended_ones_are_not_offered(
    sign_in: SignIn, tickets: Database
) -> None:
    admin, desk = await sign_in("admin"), await sign_in("towna")
    form = {"kind": "water", "name": "自来水公司", "phone": "96889", "town": None, "note": None}
    body = (await admin.post("/api/outside-bodies", json=form)).json()["bodies"][0]["id"]
    assert (await admin.post("/api/outside-bodies", json=form)).status_code == 409
    assert (
        await admin.post("/api/outside-bodies", json={**form, "name": "x", "town": "999"})
    ).status_code == 422
    ended = {**form, "active": False, "reason": "并入集团"}
    assert (await admin.put(f"/api/outside-bodies/{body}", json=ended)).status_code == 200
    assert (await admin.put(f"/api/outside-bodies/{body}", json=ended)).status_code == 409
    assert (await admin.put("/api/outside-bodies/999", json=ended)).status_code == 404
    await done(desk, 101, "sign")
    status, answer = await give(desk, 101, "transfer_out", body=str(body), matter="请抢修")
    assert (status, answer["field"]) == (422, "body")
