"""Duty: shifts laid and loaded, a hand-over with two signatures, and stand-ins."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from dispatch.actions.leaving import Leaving
from dispatch.actions.world import Worlds
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import SignIn
from tests.web.work_given import ask, assigned, colleague, command

NOW = datetime.now(UTC)


def at(**ago: float) -> str:
    """An instant so far from now."""
    return (NOW + timedelta(**ago)).isoformat()


async def test_a_pattern_lays_shifts_by_turns_and_again_changes_nothing(
    sign_in: SignIn, two_towns: Database
) -> None:
    colleague(two_towns)
    desk = await sign_in("towna")
    pattern = {
        "unit": towns.CENTER_A,
        "persons": [2, 20],
        "role": "operator",
        "first": "2026-11-23",
        "begins": "20:00",
        "ends": "08:00",
        "weekdays": [0, 1, 4],
        "weeks": 2,
    }
    made = await desk.post("/api/duty/shifts", json=pattern)
    assert (made.status_code, made.json()) == (201, {"made": 6})
    assert (await desk.post("/api/duty/shifts", json=pattern)).json() == {"made": 0}
    query = {"unit": towns.CENTER_A, "since": "2026-11-22T16:00:00Z", "until": "2026-11-29T16:00:00Z"}
    week = (await desk.get("/api/duty/shifts", params=query)).json()
    assert [(each["person"], each["starts_at"][:16], each["ends_at"][:16]) for each in week["shifts"]] == [
        (2, "2026-11-23T12:00", "2026-11-24T00:00"),
        (20, "2026-11-24T12:00", "2026-11-25T00:00"),
        (2, "2026-11-27T12:00", "2026-11-28T00:00"),
    ]
    first = week["shifts"][0]["id"]
    assert (await desk.delete(f"/api/duty/shifts/{first}")).status_code == 204
    assert (await desk.delete(f"/api/duty/shifts/{first}")).status_code == 404
    other = await sign_in("townb")
    assert (await other.post("/api/duty/shifts", json=pattern)).status_code == 403
    assert (await other.get("/api/duty/shifts", params=query)).status_code == 404
    assert (await desk.post("/api/duty/shifts", json={**pattern, "persons": [3]})).status_code == 422


async def test_a_table_of_shifts_is_taken_row_by_row(sign_in: SignIn, two_towns: Database) -> None:
    rows = [
        "日期,岗位,姓名,开始,结束",
        "2026-12-01,值班员,甲值班,8:00,20:00",
        "2026/12/02,带班领导,甲分管,08:00,08:00",
    ]
    wrong = [
        "2026-12-03,值班员,没有的人,08:00,20:00",
        "昨天,值班员,甲值班,08:00,20:00",
        "2026-12-04,打杂,甲值班,08:00,20:00",
    ]
    desk = await sign_in("towna")
    form = {"unit": towns.CENTER_A, "text": "\n".join([*rows, *wrong])}
    loaded = (await desk.post("/api/duty/shifts/table", json=form)).json()
    assert (loaded["made"], loaded["known"], [each["row"] for each in loaded["faults"]]) == (2, 0, [3, 4, 5])
    again = (await desk.post("/api/duty/shifts/table", json=form)).json()
    assert (again["made"], again["known"]) == (0, 2)
    spans = ask(two_towns, "SELECT role, ends_at - starts_at FROM shift ORDER BY starts_at")
    assert spans == [("operator", timedelta(hours=12)), ("leader", timedelta(hours=24))]
    answer = await desk.post("/api/duty/shifts/table", json={**form, "text": "姓名，电话\n甲，1"})
    assert (answer.status_code, answer.json()["field"]) == (422, "text")


async def test_the_desk_is_told_who_is_on_duty_here_and_in_the_district(
    sign_in: SignIn, two_towns: Database
) -> None:
    for unit, person in ((towns.CENTER_A, 2), (towns.DISTRICT, 1), (towns.CENTER_B, 3)):
        ask(
            two_towns,
            "INSERT INTO shift (unit, person, role, starts_at, ends_at) VALUES (%s, %s, 'operator', %s, %s)",
            *(unit, person, at(hours=-1), at(hours=8)),
        )
    told = (await (await sign_in("towna")).get("/api/duty/now")).json()
    assert [(each["unit"], each["person_name"]) for each in told] == [(1, "区值班"), (2, "甲值班")]
    told = (await (await sign_in("district")).get("/api/duty/now")).json()
    assert [each["unit"] for each in told] == [towns.DISTRICT, towns.CENTER_A, towns.CENTER_B]


async def test_the_district_is_told_at_which_desks_somebody_sits_and_a_town_of_its_own(
    sign_in: SignIn, two_towns: Database
) -> None:
    district = await sign_in("district")

    async def staffed() -> dict[int, tuple[bool, bool]]:
        told = (await district.get("/api/duty/desks")).json()
        return {each["unit"]: (each["staffed"], each["seen_at"] is not None) for each in told}

    assert await staffed() == {1: (True, True), 2: (False, False), 3: (False, False)}
    town = await sign_in("towna")
    assert (await staffed())[2] == (True, True)
    assert [each["unit"] for each in (await town.get("/api/duty/desks")).json()] == [1, 2]
    ask(two_towns, "UPDATE session SET locked_at = now() WHERE person = 2")
    assert (await staffed())[2] == (False, True)
    ask(two_towns, "UPDATE session SET ended_at = now() WHERE person = 2")
    assert (await staffed())[2] == (False, False)


async def test_a_hand_over_lists_what_is_open_and_counts_with_both_signatures(
    sign_in: SignIn, two_towns: Database
) -> None:
    night = colleague(two_towns)
    towns.add_ticket(two_towns.owner_url, 801, towns.IN_A, urgency="critical")
    towns.add_ticket(two_towns.owner_url, 802, towns.IN_A)
    towns.add_ticket(two_towns.owner_url, 803, towns.IN_B)
    ask(two_towns, "UPDATE clock SET due_at = now() - interval '1 hour' WHERE ticket = 802")
    ask(
        two_towns,
        "INSERT INTO clock (ticket, kind, started_at, due_at, reason) "
        "VALUES (802, 'contact', now() - interval '3 hours', now() - interval '2 hours', '1 小时')",
    )
    ask(
        two_towns,
        "INSERT INTO journal (ticket, version, at, event, command, actor, state_to, changes, detail) "
        "VALUES (802, 2, now(), 'ticket.contacted', 'contact', '甲', 'dispatched', '{}', %s)",
        '{"result": "no_answer"}',
    )
    desk = await sign_in("towna")
    items = (await desk.get("/api/duty/handover", params={"unit": towns.CENTER_A})).json()
    listed = {part: [each["id"] for each in rows] for part, rows in items.items() if rows}
    assert listed == {"overdue": [802], "critical": [801], "call_again": [802], "unread": [801, 802]}
    form = {"unit": towns.CENTER_A, "to_person": night, "sound_heard": True, "notes": "打印机缺纸"}
    made = (await desk.post("/api/duty/handovers", json=form)).json()
    assert (made["from_name"], made["to_name"], made["confirmed_at"]) == ("甲值班", "甲夜班", None)
    path = f"/api/duty/handovers/{made['id']}/confirm"
    assert (await desk.post(path, json={"password": "wrong"})).status_code == 401
    done = (await desk.post(path, json={"password": towns.PASSWORD})).json()
    assert done["confirmed_at"] is not None
    assert (await desk.post(path, json={"password": towns.PASSWORD})).status_code == 409
    kept = (await desk.get("/api/duty/handovers", params={"unit": towns.CENTER_A})).json()
    assert kept[0]["items"]["overdue"][0]["number"] == "HY2026112400802"
    other = await sign_in("townb")
    assert (await other.get("/api/duty/handovers", params={"unit": towns.CENTER_A})).json() == []
    assert (await other.post(path, json={"password": towns.PASSWORD})).status_code == 404
    assert (await desk.post("/api/duty/handovers", json={**form, "to_person": 2})).status_code == 422


def deputy_worker(database: Database) -> None:
    """Another worker of the station, with an account."""
    ask(database, "INSERT INTO person (id, name, post, phone) VALUES (21, '乙网格', '网格员', '13900000021')")
    ask(
        database,
        "INSERT INTO account (person, username, password_hash) VALUES (21, 'deputy', %s)",
        towns.password_hash(),
    )
    ask(database, "INSERT INTO membership VALUES (21, 'grid_worker', %s, '[2026-01-01,)')", towns.STATION_A)


async def test_a_stand_in_works_and_is_told_like_the_absent_person_and_no_longer_than_that(
    sign_in: SignIn, two_towns: Database
) -> None:
    deputy_worker(two_towns)
    ticket = await assigned(sign_in, two_towns)
    deputy = await sign_in("deputy")
    before = (await deputy.get("/api/me")).json()["rights"]
    assert (await deputy.get(f"/api/tickets/{ticket}")).status_code == 404
    desk = await sign_in("towna")
    form = {
        "unit": towns.STATION_A,
        "person": 21,
        "absent": 4,
        "starts_at": at(hours=-1),
        "ends_at": at(hours=8),
        "reason": "病假",
    }
    made = await desk.post("/api/duty/stand-ins", json=form)
    assert made.status_code == 201, made.text
    me = (await deputy.get("/api/me")).json()
    assert me["rights"] != before
    assert {each["of"] for each in me["memberships"]} == {None, 4}
    assert (await command(deputy, ticket, "accept"))["row"]["state"] == "in_progress"
    await assigned(sign_in, two_towns, 732)
    told = ask(two_towns, "SELECT person FROM notification WHERE ticket = 732 ORDER BY person")
    assert told == [(4,), (21,)]
    listed = (await desk.get("/api/duty/stand-ins")).json()
    assert [(each["person_name"], each["absent_name"]) for each in listed] == [("乙网格", "甲网格")]
    assert (await (await sign_in("townb")).get("/api/duty/stand-ins")).json() == []
    assert (await desk.post(f"/api/duty/stand-ins/{made.json()['id']}/end")).status_code == 204
    assert (await deputy.get(f"/api/tickets/{ticket}")).status_code == 404
    assert (await deputy.get("/api/me")).json()["rights"] == before
    assert (await desk.post("/api/duty/stand-ins", json={**form, "absent": 3})).status_code == 422
    assert (await desk.post("/api/duty/stand-ins", json={**form, "person": 2})).status_code == 403


async def test_who_stands_in_at_one_unit_reads_nothing_that_names_the_absent_at_another(
    sign_in: SignIn, two_towns: Database
) -> None:
    ask(two_towns, "INSERT INTO membership VALUES (4, 'grid_worker', %s, '[2026-01-01,)')", towns.STATION_B)
    towns.add_ticket(
        two_towns.owner_url, 741, towns.IN_B, audience=["unit:1", "unit:3", "person:4"], lead_person=4
    )
    desk = await sign_in("towna")
    form = {
        "unit": towns.STATION_A,
        "person": 6,
        "absent": 4,
        "starts_at": at(hours=-1),
        "ends_at": at(hours=8),
    }
    assert (await desk.post("/api/duty/stand-ins", json=form)).status_code == 201
    assert (await (await sign_in("stationa")).get("/api/tickets/741")).status_code == 404


async def test_what_a_stand_in_took_is_theirs_as_long_as_they_stand_in_and_then_the_units(
    sign_in: SignIn, two_towns: Database, store: Store, worlds: Worlds
) -> None:
    towns.add_ticket(two_towns.owner_url, 771, towns.IN_A, unit=towns.STATION_A, owed_by=towns.STATION_A,
                     audience=["unit:1", "unit:2", "unit:4"])  # fmt: skip
    ask(
        two_towns,
        "INSERT INTO stand_in (person, absent, unit, starts_at, ends_at, reason) VALUES (2, 6, %s, %s, %s, '')",
        *(towns.STATION_A, at(hours=-1), at(hours=8)),
    )
    desk = await sign_in("towna")
    await command(desk, 771, "sign")
    await command(desk, 771, "take")

    async def wake(_: Any) -> None:
        return None

    await Leaving(store, worlds, wake).hand_on()
    assert ask(two_towns, "SELECT lead_person FROM ticket") == [(2,)]
    ask(two_towns, "UPDATE stand_in SET ends_at = now()")
    await Leaving(store, worlds, wake).hand_on()
    assert ask(two_towns, "SELECT lead_unit, lead_person FROM ticket") == [(towns.STATION_A, None)]
