"""Clocks over the edge: why one falls due, rules and calendar saved and refused, running clocks that follow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from dispatch.actions.recomputing import Recomputing
from dispatch.actions.timetable import fill_calendar
from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn

SIGN = {"clock": "sign", "limit_text": "1小时", "reason": "1 小时内签收"}
REPLY = {"clock": "reply", "limit_text": "5工作日", "reason": "5 个工作日办结"}
HOURS = {"name": "全年", "first_day": "01-01", "last_day": "12-31", "hours": "09:00-12:00 14:00-17:30"}
NOTICE = "元旦:1月1日(周五)至3日(周日)放假,共3天。"
EVE = "2026-12-30T16:00:00+08:00"


async def save_rules(keeper: Browser, rules: list[dict[str, Any]], based_on: int) -> Any:
    """Save a version of the rules."""
    form = {"based_on": based_on, "note": "按省里的规定", "rules": rules}
    return await keeper.post("/api/timetable/rules", json=form)


@pytest.fixture
async def recomputing(store: Store, worlds: Worlds, woken: list[int]) -> Recomputing:
    """The job that follows."""

    async def wake(streams: Sequence[int]) -> None:
        woken.extend(streams)

    return Recomputing(store, worlds, wake)


async def follow(recomputing: Recomputing) -> None:
    """Until no clock is behind."""
    while await recomputing.follow():
        pass


def asked(owner_url: str, question: str) -> list[tuple[Any, ...]]:
    """What the database holds."""
    with psycopg.connect(owner_url) as connection:
        return connection.execute(question.encode()).fetchall()


async def new_ticket(desk: Browser) -> int:
    """A ticket made by hand, which has clocks of its own."""
    form = {"type": "complaint", "title": "路灯不亮", "content": "门口路灯不亮", "category": "0101"}
    answer = await desk.post("/api/tickets", json=form | {"lon": 119.05, "lat": 33.65})
    assert answer.status_code == 201, answer.text
    return int(answer.json()["row"]["id"])


async def test_a_clock_says_why_and_only_to_whoever_may_see_its_ticket(sign_in: SignIn) -> None:
    keeper, desk = await sign_in("district"), await sign_in("towna")
    assert (await save_rules(keeper, [SIGN, REPLY], 1)).json() == {"version": 2}
    ticket = await new_ticket(desk)
    found = (await desk.get(f"/api/tickets/{ticket}/clocks")).json()
    assert [each["kind"] for each in found] == ["sign", "reply"]
    sign, reply = found
    assert sign["why"][1] == "按时限规则第 2 版第 1 条「1 小时内签收」：1小时，昼夜连续计算，节假日照计。"
    assert "5工作日" in reply["why"][1]
    assert reply["why"][-1].startswith("因此 ")
    assert [each["mark"] for each in sign["warnings"]] == ["half", "soon", "overdue"]
    assert reply["unannounced"]
    elsewhere = await sign_in("townb")
    assert (await elsewhere.get(f"/api/tickets/{ticket}/clocks")).status_code == 404


async def test_what_a_keeper_saves_is_in_force_and_in_the_history(
    sign_in: SignIn, two_towns: Database
) -> None:
    keeper = await sign_in("district")
    assert (await save_rules(keeper, [SIGN, REPLY], 1)).status_code == 201
    late = await save_rules(keeper, [SIGN, REPLY], 1)
    assert (late.status_code, "第 2 版" in late.json()["detail"]) == (409, True)
    broken = await save_rules(keeper, [{**SIGN, "limit_text": "尽快"}, REPLY], 2)
    assert (broken.status_code, broken.json()["field"]) == (422, "rules.0.limit_text")
    hours = await keeper.post(
        "/api/timetable/hours", json={"based_on": 2, "note": "冬季作息", "seasons": [HOURS]}
    )
    assert hours.json() == {"version": 3}
    gap = {"based_on": 3, "note": "写错了", "seasons": [{**HOURS, "last_day": "12-30"}]}
    assert "12月31日没有办公时间" in (await keeper.post("/api/timetable/hours", json=gap)).json()["detail"]
    found = (await keeper.get("/api/timetable")).json()
    assert (found["version"], [rule["reason"] for rule in found["rules"]]) == (
        3,
        ["1 小时内签收", "5 个工作日办结"],
    )
    assert [(each["version"], each["part"], each["note"]) for each in found["history"]] == [
        (3, "hours", "冬季作息"),
        (2, "rules", "按省里的规定"),
        (1, "rules", "初始版本"),
    ]
    told = asked(
        two_towns.owner_url, "SELECT action, subject FROM audit WHERE action LIKE 'timetable%' ORDER BY id"
    )
    assert told == [("timetable.rules", "timetable:2"), ("timetable.hours", "timetable:3")]


async def test_a_town_looks_but_does_not_change(sign_in: SignIn) -> None:
    desk = await sign_in("towna")
    assert (await desk.get("/api/timetable")).status_code == 200
    assert (await save_rules(desk, [SIGN, REPLY], 1)).status_code == 403
    day = {"kind": "off", "name": "停电", "note": "停电"}
    assert (await desk.put("/api/timetable/days/2027-01-05", json=day)).status_code == 403


async def announce(keeper: Browser) -> None:
    """Read the notice of 2027, refuse it for another year, save it."""
    read = await keeper.post("/api/timetable/notice", json={"text": NOTICE, "year": 2027})
    days = read.json()["days"]
    assert [each["day"] for each in days] == ["2027-01-01", "2027-01-02", "2027-01-03"]
    wrong = await keeper.post("/api/timetable/notice", json={"text": NOTICE, "year": 2026})
    assert "周四" in wrong.json()["detail"]
    form = {"days": days, "source": "国办发明电〔2026〕9号"}
    twice = await keeper.post("/api/timetable/years/2027/notice", json=form | {"days": form["days"] * 2})
    assert (twice.status_code, twice.json()["field"]) == (422, "days")
    saved = await keeper.post("/api/timetable/years/2027/notice", json=form)
    assert saved.json() == {"version": 4}


async def told_of_the_notice(keeper: Browser, desk: Browser, ticket: int) -> None:
    """Ticket, history and calendar say what became of it."""
    clocks = {each["kind"]: each for each in (await desk.get(f"/api/tickets/{ticket}/clocks")).json()}
    assert clocks["reply"]["due_at"].startswith("2027-01-07T10:00")
    assert not clocks["reply"]["unannounced"]
    assert any("元旦" in sentence for sentence in clocks["reply"]["why"])
    state = (await keeper.get("/api/timetable")).json()
    assert (state["history"][0]["moved"], state["history"][0]["finished_at"] is not None) == (1, True)
    year = (await keeper.get("/api/timetable/years/2027")).json()
    assert (year["announced"], len(year["days"])) == (True, 3)


async def test_a_notice_is_read_checked_saved_and_moves_what_depends_on_it(
    sign_in: SignIn,
    two_towns: Database,
    worlds: Worlds,
    recomputing: Recomputing,
    woken: list[int],
    store: Store,
) -> None:
    version, years = await fill_calendar(store, Actor("命令行"))
    assert (version, years[0], years[-1]) == (2, 2004, 2026)
    assert await fill_calendar(store, Actor("命令行")) == (2, ())
    keeper, desk = await sign_in("district"), await sign_in("towna")
    await save_rules(keeper, [SIGN, REPLY], 2)
    ticket = await new_ticket(desk)
    with psycopg.connect(two_towns.owner_url) as connection:  # it was received before New Year's Day
        connection.execute(
            "UPDATE clock SET started_at = %s, due_at = '2027-01-06T18:00+08' WHERE ticket = %s AND kind = 'reply'",
            (EVE, ticket),
        )
    await announce(keeper)
    assert worlds.current.tables.timetable.version == 4
    woken.clear()
    await follow(recomputing)
    (row,) = asked(
        two_towns.owner_url,
        "SELECT detail->'clocks', version FROM journal WHERE event = 'ticket.clocks_recomputed'",
    )
    (moved,) = row[0]
    assert (moved["clock"], moved["from"][:16], moved["to"][:16]) == (
        "reply",
        "2027-01-06T10:00",
        "2027-01-07T10:00",
    )
    assert woken == [towns.CENTER_A]
    await told_of_the_notice(keeper, desk, ticket)
    await follow(recomputing)
    told = "SELECT count(*) FROM journal WHERE event = 'ticket.clocks_recomputed'"
    assert asked(two_towns.owner_url, told) == [(1,)]


async def test_one_day_is_changed_and_taken_back(sign_in: SignIn) -> None:
    keeper = await sign_in("district")
    await save_rules(keeper, [SIGN, REPLY], 1)

    async def due() -> str:
        form = {
            "clock": "reply",
            "type": "complaint",
            "urgency": "normal",
            "since": "2026-11-23T10:00:00+08:00",
        }
        answer = (await keeper.post("/api/timetable/try", json=form)).json()
        return str(answer["clock"]["due_at"])[:10]

    assert await due() == "2026-11-30"
    off = {"kind": "off", "name": "停电检修", "note": "供电公司通知"}
    assert (await keeper.put("/api/timetable/days/2026-11-25", json=off)).status_code == 200
    assert await due() == "2026-12-01"
    assert (
        await keeper.put("/api/timetable/days/2026-11-25", json={"kind": "usual", "note": "检修取消"})
    ).is_success
    assert await due() == "2026-11-30"
    unnamed = {"kind": "off", "note": "没写名称"}
    assert (await keeper.put("/api/timetable/days/2026-11-25", json=unnamed)).status_code == 422


async def test_rules_are_tried_before_they_are_saved(sign_in: SignIn) -> None:
    keeper = await sign_in("district")
    halting = {"clock": "inner", "limit_text": "2紧急工作时制止，4小时", "reason": "施工扰民"}
    form = {
        "clock": "inner",
        "type": "complaint",
        "urgency": "urgent",
        "category": "市政设施/路灯",
        "since": "2026-09-30T16:40:00+08:00",
        "rules": [halting, SIGN, REPLY],
    }
    found = (await keeper.post("/api/timetable/try", json=form)).json()
    assert (found["halt"]["due_at"][:16], found["clock"]["due_at"][:16]) == (
        "2026-09-30T18:40",
        "2026-09-30T20:40",
    )
    assert found["clock"]["rule"] == 1
    broken = {**form, "rules": [halting, SIGN]}
    assert "办结" in (await keeper.post("/api/timetable/try", json=broken)).json()["detail"]
    nothing = (await keeper.post("/api/timetable/try", json={**form, "rules": [SIGN, REPLY]})).json()
    assert nothing == {"clock": None, "halt": None}


async def test_clocks_of_a_former_program_stay_as_they_are(
    sign_in: SignIn, two_towns: Database, recomputing: Recomputing, store: Store
) -> None:
    towns.add_ticket(two_towns.owner_url, 7, towns.IN_A)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE clock SET timetable = 0")
    before = asked(two_towns.owner_url, "SELECT due_at FROM clock WHERE ticket = 7")
    await follow(recomputing)
    after = asked(two_towns.owner_url, "SELECT due_at, timetable FROM clock WHERE ticket = 7")
    assert after == [(*before[0], 1)]
    desk = await sign_in("towna")
    (explained,) = (await desk.get("/api/tickets/7/clocks")).json()
    assert explained["why"][1] == "依据：5 个工作日。"


async def test_instants_are_those_of_the_database(sign_in: SignIn) -> None:
    desk = await sign_in("towna")
    keeper = await sign_in("district")
    await save_rules(keeper, [SIGN, REPLY], 1)
    ticket = await new_ticket(desk)
    sign = (await desk.get(f"/api/tickets/{ticket}/clocks")).json()[0]
    length = datetime.fromisoformat(sign["due_at"]) - datetime.fromisoformat(sign["started_at"])
    assert length == timedelta(hours=1)
    assert abs(datetime.fromisoformat(sign["started_at"]) - datetime.now(UTC)) < timedelta(minutes=5)
