"""Papers at the edge: what each says, of whom nothing, who may have it, and that printing is on record."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn
from tests.web.test_tickets import give

PHONE = "13812345678"


@pytest.fixture
def tickets(two_towns: Database) -> Database:
    """A ticket of town A whose words name its caller, a confidential one, and one of town B."""
    url = two_towns.owner_url
    words = {"title": "张三家门口路灯不亮", "content": "张三说路灯三天不亮了", "address": "富丽花园张三家"}
    towns.add_ticket(url, 101, {**towns.IN_A, **words}, name="张三", phone=PHONE)
    towns.add_ticket(url, 102, {**towns.IN_A, "confidential": True}, name="李四", phone="13912345679")
    towns.add_ticket(url, 103, towns.IN_B)
    return two_towns


async def act(browser: Browser, ticket: int, command: str, **fields: object) -> None:
    """A command that is followed."""
    status, answer = await give(browser, ticket, command, **fields)
    assert status == 200, answer


async def assigned(desk: Browser, ticket: int) -> None:
    """Signed, and given to the worker with the station beside."""
    await act(desk, ticket, "sign")
    handlers = {"lead": {"unit": towns.STATION_A, "person": 4}, "co": [{"unit": towns.POLICE_A}]}
    await act(desk, ticket, "assign", **handlers, note="请张三家门口先看", inner_minutes=120)


async def printed(browser: Browser, ticket: int, paper: str) -> dict[str, Any]:
    """A paper."""
    answer = await browser.get(f"/api/tickets/{ticket}/papers/{paper}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    assert "张三" not in answer.text
    assert PHONE not in answer.text
    return found


def said(paper: dict[str, Any]) -> dict[str, str]:
    """What stands on a paper, by label."""
    return {cell["label"]: cell["text"] for row in paper["rows"] for cell in row}


async def test_an_assignment_tells_the_handler_all_but_the_number(sign_in: SignIn, tickets: Database) -> None:
    desk = await sign_in("towna")
    assert (await desk.get("/api/tickets/101/papers/assignment")).status_code == 404
    await assigned(desk, 101)
    paper = await printed(desk, 101, "assignment")
    words = said(paper)
    assert (paper["title"], paper["number"]) == ("交办单", "HY2026112400101-交1")
    assert words["主办"] == "营东社区工作站 甲网格 13900000004"
    assert words["协办"].startswith("王营派出所")
    assert words["诉求人"].startswith("张* 138****5678")
    assert words["事项"] == "诉求人家门口路灯不亮"
    assert words["交办意见"] == "请诉求人家门口先看"
    assert words["交办人"] == "甲值班"
    assert words["内控时限"] != ""
    assert paper["printed"].startswith("甲值班 王家营街道社会治理指挥中心 20")
    assert paper["printed"].endswith(" 打印")
    assert paper["code"]["address"] == "http://desk.test/m?ticket=101"
    side = len(paper["code"]["modules"])
    assert {len(row) for row in paper["code"]["modules"]} == {side}
    for row, column in ((0, 0), (0, side - 7), (side - 7, 0)):  # the three finders of every QR code
        finder = [line[column : column + 7] for line in paper["code"]["modules"][row : row + 7]]
        assert finder == ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]


async def test_what_the_caller_added_stands_on_the_paper(sign_in: SignIn, tickets: Database) -> None:
    desk = await sign_in("towna")
    with psycopg.connect(tickets.owner_url) as connection:
        for version, text in ((2, "18点后联系"), (3, "张三家里有人")):
            connection.execute(
                "INSERT INTO journal (ticket, version, at, event, command, actor, state_to, changes, detail) "
                "VALUES (101, %s, now(), 'ticket.supplemented', 'supplement', 'hotline', 'dispatched', '{}', "
                "jsonb_build_object('text', %s::text))",
                (version, text),
            )
        connection.execute("UPDATE ticket SET supplements = 2, version = 3 WHERE id = 101")
    await assigned(desk, 101)
    assert said(await printed(desk, 101, "assignment"))["诉求人补充"] == "18点后联系\n诉求人家里有人"


async def test_a_limit_that_hangs_on_an_unannounced_year_says_so(sign_in: SignIn, tickets: Database) -> None:
    desk = await sign_in("towna")
    await assigned(desk, 101)
    for is_outer, told in ((False, True), (True, False)):
        with psycopg.connect(tickets.owner_url) as connection:
            outer = "UPDATE ticket SET outer_due = CASE WHEN %s THEN now() END WHERE id = 101"
            connection.execute(outer, (is_outer,))
            connection.execute("UPDATE clock SET unannounced = true WHERE ticket = 101")
        words = said(await printed(desk, 101, "assignment"))
        assert words["办结时限"].endswith("（放假安排未公布，公布后重算）") is told
        assert words["内控时限"].endswith("（放假安排未公布，公布后重算）")


async def test_of_a_confidential_caller_a_paper_says_nothing(sign_in: SignIn, tickets: Database) -> None:
    desk = await sign_in("towna")
    await assigned(desk, 102)
    text = (await desk.get("/api/tickets/102/papers/assignment")).text
    assert "保密" in text
    for told in ("李", "139****", "138****", "张*"):
        assert told not in text


async def test_a_chase_says_how_it_stands_with_the_limit(sign_in: SignIn, tickets: Database) -> None:
    with psycopg.connect(tickets.owner_url) as connection:
        connection.execute(
            "UPDATE clock SET due_at = now() - interval '26 hours 5 minutes' WHERE ticket = 101"
        )
    desk = await sign_in("towna")
    words = said(await printed(desk, 101, "chase"))
    assert "已超过办结时限 1 天 2 小时" in words["催办事项"]
    assert words["送达单位"] == "王家营街道社会治理指挥中心"
    assert "诉求人" not in words
    with psycopg.connect(tickets.owner_url) as connection:
        connection.execute("UPDATE ticket SET state = 'closed' WHERE id = 101")
    assert (await desk.get("/api/tickets/101/papers/chase")).status_code == 404


async def test_a_return_is_printed_for_its_ruling_and_with_it(sign_in: SignIn, tickets: Database) -> None:
    desk, district = await sign_in("towna"), await sign_in("district")
    basis = "张三反映的路段由住建管养"
    await act(desk, 101, "return", reason="unclear_power", basis=basis, proposed=towns.DEPARTMENT)
    paper = await printed(desk, 101, "return")
    words = said(paper)
    assert (words["退单理由"], words["建议承办单位"]) == ("权属不清", "区住建局")
    assert words["依据与说明"] == "诉求人反映的路段由住建管养"
    assert {"label": "区中心裁定", "text": "", "kind": "sign"} in [
        cell for row in paper["rows"] for cell in row
    ]
    await act(district, 101, "force", reason="先办再说")
    assert said(await printed(desk, 101, "return"))["区中心裁定"].startswith(
        "不同意退单，不得再退。 先办再说 区值班"
    )


async def test_a_supervision_and_an_extension_are_forms_with_room_to_sign(
    sign_in: SignIn, tickets: Database
) -> None:
    desk, district = await sign_in("towna"), await sign_in("district")
    await act(district, 101, "supervise", level="3", requirement="三日内修好张三门口的灯", hours=72)
    until = datetime.now(UTC) + timedelta(days=9)
    with psycopg.connect(tickets.owner_url) as connection:
        connection.execute(
            "INSERT INTO upward_request (ticket, kind, ground, ground_name, reason, until, state, drafted_at, "
            "drafted_by) VALUES (101, 'extend', 'x', '需要采购', '张三要的灯没有货', %s, 'drafted', now(), 2)",
            (until,),
        )
    words = said(await printed(desk, 101, "supervision"))
    assert words["督办级别"] == "三级 区中心督办"
    assert words["督办要求"] == "三日内修好诉求人门口的灯"
    assert words["被督办单位"] == "王家营街道社会治理指挥中心"
    extension = await printed(desk, 101, "extension")
    words = said(extension)
    assert (words["延期依据"], words["延期理由"]) == ("需要采购", "诉求人要的灯没有货")
    assert words["申请延至"] == f"{until + timedelta(hours=8):%Y年%m月%d日 %H:%M}"
    assert [each["label"] for row in extension["rows"] for each in row if each["kind"] == "sign"] == [
        "中心负责人意见",
        "上级意见",
    ]
    listed = (await desk.get("/api/tickets/101/papers")).json()
    assert {each["kind"] for each in listed} == {"supervision", "extension", "chase"}
    assert "张三" not in str(listed)


async def test_papers_are_for_the_desk_that_sees_the_ticket_and_leave_a_row(
    sign_in: SignIn, tickets: Database
) -> None:
    desk, other, worker = await sign_in("towna"), await sign_in("townb"), await sign_in("workera")
    await assigned(desk, 101)
    for paper in ("chase", "assignment"):
        await printed(desk, 101, paper)
        assert (await other.get(f"/api/tickets/101/papers/{paper}")).status_code == 404
        assert (await worker.get(f"/api/tickets/101/papers/{paper}")).status_code == 403
    assert (await other.get("/api/tickets/101/papers")).status_code == 404
    with psycopg.connect(tickets.owner_url) as connection:
        rows = connection.execute(
            "SELECT person, subject, detail->>'paper' FROM audit WHERE action = 'paper.printed' ORDER BY id"
        ).fetchall()
    assert rows == [(2, "ticket:101", "HY2026112400101-催"), (2, "ticket:101", "HY2026112400101-交1")]


async def test_a_stations_clerk_prints_what_was_given_to_the_station_and_nothing_else(
    sign_in: SignIn, tickets: Database
) -> None:
    desk, clerk = await sign_in("towna"), await sign_in("stationa")
    assert (await clerk.get("/api/tickets/101/papers/assignment")).status_code == 404
    await assigned(desk, 101)
    assert [each["kind"] for each in (await desk.get("/api/tickets/101/papers")).json()] == [
        "assignment",
        "chase",
    ]
    assert [each["kind"] for each in (await clerk.get("/api/tickets/101/papers")).json()] == ["assignment"]
    paper = await printed(clerk, 101, "assignment")
    assert paper["printed"].startswith("甲站点 ")
    refused = await clerk.get("/api/tickets/101/papers/chase")
    assert refused.status_code == 403
    assert "指挥中心打印" in refused.json()["detail"]
    assert (await clerk.get("/api/tickets/103/papers/assignment")).status_code == 404


async def test_a_hand_over_is_a_sheet_of_its_own_unit(sign_in: SignIn, tickets: Database) -> None:
    desk, other = await sign_in("towna"), await sign_in("townb")
    with psycopg.connect(tickets.owner_url) as connection:
        connection.execute(
            "INSERT INTO handover (unit, from_person, to_person, items, sound_heard, notes) VALUES (2, 2, 8, %s, "
            "true, '打印机缺纸')",
            (
                '{"overdue": [{"id": 101, "number": "HY1", "title": "路灯", "note": "2026-11-24T01:00:00.000Z"}],'
                ' "unread": [{"id": 102, "number": "HY2", "title": "积水", "note": "dispatched"}], "above": []}',
            ),
        )
        (number,) = connection.execute("SELECT id FROM handover").fetchone() or (0,)
    sheet = (await desk.get(f"/api/duty/handovers/{number}/paper")).json()
    words = said(sheet)
    assert (words["交班人"], words["接班人"], words["交代事项"]) == ("甲值班", "甲分管", "打印机缺纸")
    assert [(each["title"], each["lines"]) for each in sheet["listings"]] == [
        ("逾期（1 件）", [["1", "HY1", "路灯", "11月24日 09:00 到期"]]),
        ("没签收、没打开的（1 件）", [["1", "HY2", "积水", "待签收"]]),
    ]
    assert sheet["code"] is None
    assert (await other.get(f"/api/duty/handovers/{number}/paper")).status_code == 404


async def test_papers_are_called_in_the_readers_language_and_stay_chinese(
    sign_in: SignIn, tickets: Database
) -> None:
    desk, english = await sign_in("towna"), {"Accept-Language": "en"}
    await assigned(desk, 101)
    listed = (await desk.get("/api/tickets/101/papers", headers=english)).json()
    assert [each["title"] for each in listed] == ["Assignment", "Notice of urging"]
    sheet = (await desk.get("/api/tickets/101/papers/assignment", headers=english)).json()
    assert sheet["title"] == "交办单"
