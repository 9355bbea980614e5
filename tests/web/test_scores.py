"""Supervision, cards, score periods and settings at the edge: who may, what is on record, what never changes."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors
from python_calamine import CalamineWorkbook

from dispatch.actions.world import Worlds
from dispatch.jobs.supervising import Supervisions
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn

ASKED = {"level": "3", "requirement": "三日内修好", "hours": 72}
NOW = datetime.now(UTC).replace(microsecond=0)
MINUTE = r"\d{4}-\d\d-\d\d \d\d:\d\d"
SETTING: dict[str, Any] = {
    "note": "另一县的口径",
    "responded": 0.3,
    "solved": 0.35,
    "satisfied": 0.35,
    "partly": 0.5,
    "satisfied_words": ["满意"],
    "partly_words": ["基本满意"],
    "day_starts": 0,
    "month_starts": 1,
    "board": 2,
}


@pytest.fixture
def ticket(two_towns: Database) -> int:
    """A closed, called-back ticket of town A of five days ago."""
    return closed(two_towns, 500)


def closed(database: Database, number: int, **more: Any) -> int:
    """A ticket that came to its end."""
    at = (NOW - timedelta(days=5)).isoformat()
    values = {
        **dict.fromkeys(("received_at", "signed_at", "replied_at", "called_back_at", "closed_at"), at),
        "sign_due": at,
        "reply_due": at,
        "closed_unit": 2,
        "first_sent": 2,
        "state": "closed",
        "owed_by": None,
        "callback_result": {"contacted": True, "solved": False, "satisfied": "基本满意"},
    }
    return towns.add_ticket(database.owner_url, number, towns.IN_A, **{**values, **more})


async def act(browser: Browser, ticket: int, command: str, **fields: Any) -> Any:
    """A command on a ticket."""
    form = {"operation": str(uuid4()), "fields": fields}
    return await browser.post(f"/api/tickets/{ticket}/commands/{command}", json=form)


async def test_a_ticket_is_supervised_answered_and_lifted(sign_in: SignIn, two_towns: Database) -> None:
    open_ticket = towns.add_ticket(two_towns.owner_url, 501, towns.IN_A)
    district, desk = await sign_in("district"), await sign_in("towna")
    assert (await act(desk, open_ticket, "supervise", **ASKED)).status_code == 403
    asked = await act(district, open_ticket, "supervise", **ASKED)
    assert asked.json()["row"]["supervised"] == 3
    (clock,) = [each for each in asked.json()["row"]["clocks"] if each["kind"] == "supervision"]
    assert datetime.fromisoformat(clock["due_at"]) - datetime.fromisoformat(clock["started_at"]) == timedelta(
        hours=72
    )
    (told,) = (await desk.get(f"/api/tickets/{open_ticket}/supervisions")).json()
    assert (told["state"], told["asked_of"]) == ("asked", "王家营街道社会治理指挥中心")
    answered = await act(desk, open_ticket, "answer_supervision", text="已安排维修")
    assert "supervision" not in [each["kind"] for each in answered.json()["row"]["clocks"]]
    assert answered.json()["row"]["supervised"] == 3
    (listed,) = (await district.get("/api/supervisions")).json()
    assert (listed["state"], listed["answer"], listed["ticket"]) == ("answered", "已安排维修", open_ticket)
    assert (await (await sign_in("townb")).get("/api/supervisions")).json() == []
    lifted = await act(district, open_ticket, "lift_supervision", reason="已修好")
    assert lifted.json()["row"]["supervised"] == 0
    assert (await district.get("/api/supervisions")).json() == []
    (ended,) = (await district.get("/api/supervisions?ended=true")).json()
    (told,) = (await desk.get(f"/api/tickets/{open_ticket}/supervisions")).json()
    assert {(each["lifted_by"], each["lifted"]) for each in (ended, told)} == {("区值班", "已修好")}
    assert (await act(district, open_ticket, "lift_supervision", reason="再来")).status_code == 409


async def test_what_is_supervised_is_answered_and_lifted_after_its_end_too(
    sign_in: SignIn, two_towns: Database
) -> None:
    open_ticket = towns.add_ticket(two_towns.owner_url, 505, towns.IN_A)
    district, desk = await sign_in("district"), await sign_in("towna")
    await act(district, open_ticket, "supervise", **ASKED)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE ticket SET state = 'closed', owed_by = NULL WHERE id = %s", (open_ticket,))
    assert (await act(desk, open_ticket, "answer_supervision", text="已办结")).status_code == 200
    assert (await act(desk, open_ticket, "lift_supervision", reason="已办结")).status_code == 409
    assert (await act(district, open_ticket, "lift_supervision", reason="已办结")).status_code == 200
    assert (await district.get("/api/supervisions")).json() == []


async def test_an_overdue_answer_is_told_once(
    sign_in: SignIn, two_towns: Database, store: Store, worlds: Worlds
) -> None:
    open_ticket = towns.add_ticket(two_towns.owner_url, 502, towns.IN_A)
    district = await sign_in("district")
    await act(district, open_ticket, "supervise", **ASKED)
    woken: list[int] = []

    async def wake(streams: Any) -> None:
        woken.extend(streams)

    job = Supervisions(store, worlds, wake)
    assert await job.tell_overdue() is False
    assert woken == []
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE supervision SET due_at = now() - interval '1 minute'")
    for _ in range(2):
        await job.tell_overdue()
    assert woken == [towns.CENTER_A]
    (told,) = (await district.get(f"/api/tickets/{open_ticket}/supervisions")).json()
    assert told["overdue"] is True
    row = (await district.get(f"/api/tickets/{open_ticket}")).json()["row"]
    assert [each["warned"] for each in row["clocks"] if each["kind"] == "supervision"] == ["overdue"]


async def test_cards_are_given_and_revoked_on_record(
    sign_in: SignIn, two_towns: Database, ticket: int
) -> None:
    district, desk, other = await sign_in("district"), await sign_in("towna"), await sign_in("townb")
    card = {"unit": towns.CENTER_A, "color": "yellow", "reason": "连续两次逾期", "tickets": [ticket]}
    assert (await desk.post("/api/cards", json=card)).status_code == 403
    made = (await district.post("/api/cards", json=card)).json()["id"]
    (seen,) = (await desk.get("/api/cards")).json()
    assert (seen["id"], seen["tickets"][0]["id"]) == (made, ticket)
    assert (await other.get("/api/cards")).json() == []
    for bad in ({"unit": 999}, {"tickets": [9_999]}):
        assert (await district.post("/api/cards", json=card | bad)).status_code == 422
    for status in (204, 404):
        revoked = await district.post(f"/api/cards/{made}/revoke", json={"reason": "申诉成立"})
        assert revoked.status_code == status
    (taken,) = (await desk.get("/api/cards")).json()
    assert (taken["revoked"], taken["revoked_by"]) == ("申诉成立", "区值班")
    with psycopg.connect(two_towns.owner_url) as connection:
        kept = connection.execute(
            "SELECT action FROM audit WHERE subject LIKE 'card:%' ORDER BY id"
        ).fetchall()
    assert kept == [("card.given",), ("card.revoked",)]


async def test_a_card_is_answered_by_its_unit_once(sign_in: SignIn, two_towns: Database) -> None:
    district, desk, other = await sign_in("district"), await sign_in("towna"), await sign_in("townb")
    given = {"unit": towns.STATION_A, "color": "red", "reason": "虚假办结", "tickets": []}
    made = (await district.post("/api/cards", json=given)).json()["id"]
    url, answer = f"/api/cards/{made}/answer", {"answer": "已重新办理,并约谈经办人"}
    assert [each["answerable"] for each in (await desk.get("/api/cards")).json()] == [True]
    assert [each["answerable"] for each in (await district.get("/api/cards")).json()] == [False]
    assert (await other.post(url, json=answer)).status_code == 404
    assert (await desk.post("/api/cards/9999/answer", json=answer)).status_code == 404
    for status in (204, 409):
        assert (await desk.post(url, json=answer)).status_code == status
    (told,) = (await district.get("/api/cards")).json()
    assert (told["answer"], told["answered_by"]) == (answer["answer"], "甲值班")
    revoked = (await district.post("/api/cards", json=given | {"color": "yellow"})).json()["id"]
    await district.post(f"/api/cards/{revoked}/revoke", json={"reason": "查无此事"})
    assert (await desk.post(f"/api/cards/{revoked}/answer", json=answer)).status_code == 409
    with psycopg.connect(two_towns.owner_url) as connection:
        kept = connection.execute(
            "SELECT person IS NOT NULL, reason FROM audit WHERE action = 'card.answered'"
        )
        assert kept.fetchall() == [(True, answer["answer"])]


def period(**more: Any) -> dict[str, Any]:
    """A month that is over."""
    return {
        "name": "2026年11月",
        "since": (NOW - timedelta(days=31)).isoformat(),
        "until": (NOW - timedelta(days=1)).isoformat(),
        "objections_until": (NOW + timedelta(days=3)).isoformat(),
    } | more


def solved_of(told: dict[str, Any]) -> dict[str, Any]:
    """The rate of what was solved, of all centers."""
    found: dict[str, Any] = next(
        each for each in told["figures"]["center"]["total"]["rates"] if each["code"] == "solved"
    )
    return found


async def tickets_behind(browser: Browser, url: str, **asked: Any) -> list[int]:
    """The tickets behind a figure."""
    told = (await browser.get(url, params=asked)).json()
    return [each["row"]["id"] for each in told["tickets"]]


def end_objections(database: Database) -> None:
    """The days in which objections are taken have gone by."""
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("ALTER TABLE score_period DISABLE TRIGGER score_period_life")
        connection.execute("UPDATE score_period SET objections_until = now() - interval '1 second'")
        connection.execute("ALTER TABLE score_period ENABLE TRIGGER score_period_life")


async def what_is_locked_stays(database: Database, desk: Browser, other: Browser, url: str) -> None:
    """The list behind a figure stays what it was whatever comes later, nobody reads another's, the file says all."""
    behind = {"rate": "solved", "unit": towns.CENTER_A, "part": "all"}
    assert await tickets_behind(desk, f"{url}/tickets", **behind) == [503]
    closed(database, 504)
    assert await tickets_behind(desk, f"{url}/tickets", **behind) == [503]
    assert (await other.get(f"{url}/tickets", params=behind)).status_code == 404
    taken = (await desk.get(f"{url}/export.csv")).content.decode("utf-8-sig")
    assert "2026年11月（已锁定）" in taken
    assert re.search(rf"从 {MINUTE} 起，到 {MINUTE} 前，口径第 2 版", taken)
    english = (await desk.get(f"{url}/export.csv", params={"language": "en"})).content.decode("utf-8-sig")
    assert english.splitlines()[0] == "2026年11月 (locked)"
    assert english.splitlines()[1].startswith("Unit,Response rate,Numerator,Denominator,")
    assert re.search(rf"From {MINUTE} until before {MINUTE}, formulas version 2", english)
    assert english.splitlines()[-1].endswith(" exported")


async def test_a_period_from_checking_to_its_announcement(
    sign_in: SignIn, two_towns: Database, ticket: int
) -> None:
    closed(two_towns, 503, callback_result={"solved": True})
    district, desk, other = await sign_in("district"), await sign_in("towna"), await sign_in("townb")
    number = (await district.post("/api/score-periods", json=period())).json()["id"]
    url = f"/api/score-periods/{number}"
    told = (await other.get(url)).json()
    assert (told["state"], solved_of(told)["numerator"], solved_of(told)["denominator"]) == ("checking", 1, 2)
    assert await tickets_behind(desk, f"{url}/tickets", rate="solved", part="rest", unit=towns.CENTER_A) == [
        ticket
    ]
    assert towns.CENTER_B in told["opens"]
    assert towns.CENTER_A not in told["opens"]
    objection = {"rate": "solved", "ticket": ticket, "reason": "诉求人回访时误答"}
    assert (await other.post(f"{url}/objections", json=objection)).status_code == 404
    raised = (await desk.post(f"{url}/objections", json=objection)).json()["id"]
    assert (await desk.post(f"{url}/objections", json=objection)).status_code == 409
    assert (await district.post(f"{url}/state", json={"state": "ruling"})).status_code == 409
    end_objections(two_towns)
    assert (await district.post(f"{url}/state", json={"state": "locked"})).status_code == 409
    assert (await district.post(f"{url}/state", json={"state": "ruling"})).status_code == 200
    assert (await district.post(f"{url}/state", json={"state": "locked"})).status_code == 409
    ruling = {"upheld": True, "ruling": "录音证实"}
    assert (await desk.post(f"/api/objections/{raised}/ruling", json=ruling)).status_code == 403
    assert (await district.post(f"/api/objections/{raised}/ruling", json=ruling)).status_code == 204
    locked = (await district.post(f"{url}/state", json={"state": "locked"})).json()
    assert (solved_of(locked)["numerator"], solved_of(locked)["denominator"]) == (1, 1)
    await what_is_locked_stays(two_towns, desk, other, url)
    assert (await desk.get(url)).json()["figures"] == locked["figures"]
    assert (await district.post(f"{url}/state", json={"state": "published"})).json()["state"] == "published"
    with (
        psycopg.connect(two_towns.owner_url) as connection,
        pytest.raises(errors.IntegrityConstraintViolation),
    ):
        connection.execute("UPDATE score_period SET figures = '{}'")


async def test_a_period_is_opened_when_it_is_over_and_once(sign_in: SignIn) -> None:
    district = await sign_in("district")
    late = {"until": (NOW + timedelta(days=1)).isoformat()}
    assert (await district.post("/api/score-periods", json=period(**late))).json()["field"] == "until"
    short = {"objections_until": (NOW - timedelta(days=1)).isoformat()}
    assert (await district.post("/api/score-periods", json=period(**short))).json()[
        "field"
    ] == "objections_until"
    assert (await district.post("/api/score-periods", json=period())).status_code == 201
    month = {"name": "2025年3月", "month": "2025-03", "objections_until": period()["objections_until"]}
    made = (await district.post("/api/score-periods", json=month)).json()["id"]
    opened = (await district.get(f"/api/score-periods/{made}")).json()
    assert (opened["since"], opened["until"]) == ("2025-02-18T04:00:00+00:00", "2025-03-18T04:00:00+00:00")
    without = {"name": "无窗口", "objections_until": month["objections_until"]}
    assert (await district.post("/api/score-periods", json=without)).json()["field"] == "month"
    assert (await district.post("/api/score-periods", json=period())).status_code == 409
    assert (await (await sign_in("towna")).post("/api/score-periods", json=period())).status_code == 403


async def test_rates_are_shown_listed_and_taken_away(sign_in: SignIn, ticket: int) -> None:
    desk = await sign_in("towna")
    since, until = (NOW - timedelta(days=10)).isoformat(), NOW.isoformat()
    window = {"since": since, "until": until}
    told = (await desk.get("/api/rates", params=window)).json()
    (unit,) = told["units"]
    rates = {each["code"]: each for each in unit["rates"]}
    assert (rates["satisfied"]["numerator"], rates["satisfied"]["said"]) == (0.9, "90.00%")
    assert rates["sign_on_time"]["said"] == "100.00%"
    assert unit["composite"] == "46.00"
    behind = {**window, "unit": towns.CENTER_A, "rate": "satisfied", "part": "numerator"}
    listed = (await desk.get("/api/rates/tickets", params=behind)).json()
    assert [each["row"]["id"] for each in listed["tickets"]] == [ticket]
    for form in ("csv", "xlsx"):
        taken = await desk.get(f"/api/rates/export.{form}", params=window)
        assert taken.status_code == 200
        assert taken.headers["cache-control"] == "no-store"
        if form == "csv":
            text = taken.content.decode("utf-8-sig")
            assert "甲值班" in text.splitlines()[-1]
            assert "90.00%,0.9,1" in text
        else:
            (sheet,) = CalamineWorkbook.from_filelike(io.BytesIO(taken.content)).sheet_names
            assert sheet == "考核与统计"
    assert (await desk.get("/api/rates", params={"month": "2026-11"})).status_code == 200
    assert (await desk.get("/api/rates", params={"month": "now"})).json()["until"] > NOW.isoformat()
    all_mine = {**window, "rate": "satisfied", "part": "numerator"}
    assert await tickets_behind(desk, "/api/rates/tickets", **all_mine) == [ticket]
    assert (
        (await desk.get("/api/rates", params={"on": "2026-11-24"}))
        .json()["until"]
        .startswith("2026-11-24T04")
    )
    assert (await desk.get("/api/rates", params={"month": "2026-13"})).status_code == 422
    assert (await (await sign_in("workera")).get("/api/rates")).status_code == 403


async def test_settings_are_versions_in_force_at_once(sign_in: SignIn, ticket: int) -> None:
    district, desk = await sign_in("district"), await sign_in("towna")
    for bad, field in (
        ({"responded": 0.5}, "satisfied"),
        ({"partly_words": ["满意"]}, "partly_words"),
        ({"satisfied_words": []}, "satisfied_words"),
    ):
        assert (await district.post("/api/rates/settings", json=SETTING | bad)).json()["field"] == field
    assert (await desk.post("/api/rates/settings", json=SETTING)).status_code == 403
    versions = (await district.post("/api/rates/settings", json=SETTING)).json()
    assert [(each["version"], each["active"]) for each in versions] == [(2, True), (1, False)]
    window = {"since": (NOW - timedelta(days=10)).isoformat(), "until": NOW.isoformat()}
    told = (await desk.get("/api/rates", params=window)).json()
    assert (told["setting"], told["units"][0]["composite"]) == (2, "47.50")
