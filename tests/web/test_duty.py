"""Duty: shifts laid and loaded, a hand-over with two signatures, stand-ins, and people whose posts end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from dispatch.actions.leaving import Leaving
from dispatch.actions.world import Worlds
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn
from tests.web.work_given import ask, assigned, command

NOW = datetime.now(UTC)


def at(**ago: float) -> str:
    """An instant so far from now."""
    return (NOW + timedelta(**ago)).isoformat()


def colleague(
    database: Database, person: int = 20, unit: int = towns.CENTER_A, role: str = "town_operator"
) -> int:
    """Another person with a post and an account."""
    ask(
        database,
        "INSERT INTO person (id, name, post, phone) VALUES (%s, '甲夜班', '值班员', '13900000020')",
        person,
    )
    ask(
        database,
        "INSERT INTO account (person, username, password_hash) VALUES (%s, 'night', %s)",
        person,
        towns.password_hash(),
    )
    ask(database, "INSERT INTO membership VALUES (%s, %s, %s, '[2026-01-01,)')", person, role, unit)
    return person


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


async def test_a_new_person_signs_in_with_a_password_that_opens_nothing_but_choosing_ones_own(
    sign_in: SignIn, browser: Callable[[], Browser], two_towns: Database
) -> None:
    admin = await sign_in("admin")
    form: dict[str, Any] = {"name": "新 来", "phone": "13900000030", "post": "值班员", "username": "newcomer"}
    made = await admin.post("/api/people", json={**form, "role": "town_operator", "unit": towns.CENTER_A})
    assert made.status_code == 201, made.text
    password, person = made.json()["password"], made.json()["person"]
    assert [(each["role"], each["unit"]) for each in person["posts"]] == [("town_operator", towns.CENTER_A)]
    again = await admin.post("/api/people", json={**form, "role": "town_operator", "unit": towns.CENTER_A})
    assert (again.status_code, again.json()["field"]) == (409, "username")
    desk = browser()
    me = await desk.post("/api/session", json={"username": "newcomer", "password": password})
    assert me.json()["must_change"] is True
    assert (await desk.get("/api/directory")).json()["type"].endswith("password-due")
    page = await desk.get("/", headers={"Accept": "text/html"}, follow_redirects=False)
    assert page.headers["location"] == "/signin?change=1"
    for bad in ("short1A", "alllowercase", "Newcomer2026!"):
        answer = await desk.put("/api/session/password", json={"former": password, "password": bad})
        assert (answer.status_code, answer.json()["field"]) == (422, "password"), bad
    chosen = "Right-horse-9"
    elsewhere = browser()
    await elsewhere.post("/api/session", json={"username": "newcomer", "password": password})
    wrong = await desk.put("/api/session/password", json={"former": "x", "password": chosen})
    assert wrong.status_code == 401
    assert (
        await desk.put("/api/session/password", json={"former": password, "password": chosen})
    ).status_code == 204
    assert (await desk.get("/api/directory")).status_code == 200
    assert (await elsewhere.get("/api/me")).status_code == 401
    own = await admin.post("/api/people/5/posts", json={"role": "district_operator", "unit": 1})
    assert own.status_code == 409
    assert (await (await sign_in("towna")).get("/api/people")).status_code == 403


async def test_a_post_is_given_where_its_role_belongs(sign_in: SignIn, two_towns: Database) -> None:
    admin = await sign_in("admin")
    district = 1
    for role, unit, field in (
        ("supervisor", towns.CENTER_A, "unit"),  # would read the whole district
        ("system_admin", towns.STATION_A, "unit"),
        ("grid_worker", towns.CENTER_A, "unit"),
        ("town_operator", district, "unit"),
        ("duty_leader", district, "unit"),
    ):
        refused = await admin.post("/api/people/6/posts", json={"role": role, "unit": unit})
        assert (refused.status_code, refused.json()["field"]) == (422, field), role
        assert "只能在" in refused.json()["detail"]
    given = await admin.post("/api/people/6/posts", json={"role": "security_admin", "unit": district})
    assert given.status_code == 201
    apart = await admin.post("/api/people/6/posts", json={"role": "audit_admin", "unit": district})
    assert (apart.status_code, apart.json()["field"]) == (422, "role")
    choices = (await admin.get("/api/people/posts")).json()
    kinds = {each["role"]: each["kinds"] for each in choices["roles"]}
    assert (kinds["supervisor"], kinds["police_officer"]) == (
        ["district_center"],
        ["police_station", "outpost"],
    )
    assert kinds["duty_leader"] == ["town_center"]


async def test_who_holds_a_post_where_it_does_not_belong_is_listed_first_until_it_ends(
    sign_in: SignIn, two_towns: Database
) -> None:
    ask(two_towns, "INSERT INTO membership VALUES (4, 'supervisor', %s, '[2026-01-01,)')", towns.CENTER_A)
    admin = await sign_in("admin")
    everybody = (await admin.get("/api/people")).json()
    assert everybody[0]["id"] == 4
    others = [each["id"] for each in everybody[1:]]
    assert others == sorted(others, reverse=True)
    leave = {"role": "supervisor", "unit": towns.CENTER_A}
    ended = await admin.post("/api/people/4/leave", json=leave)
    assert ended.status_code == 200, ended.text
    again = [each["id"] for each in (await admin.get("/api/people")).json()]
    assert again == sorted(again, reverse=True)


async def test_a_post_that_ends_hands_its_open_work_to_a_successor_or_back_to_the_unit(
    sign_in: SignIn, two_towns: Database
) -> None:
    ask(
        two_towns, "INSERT INTO person (id, name, post, phone) VALUES (21, '乙网格', '网格员', '13900000021')"
    )
    ask(two_towns, "INSERT INTO membership VALUES (21, 'grid_worker', %s, '[2026-01-01,)')", towns.STATION_A)
    first, second = await assigned(sign_in, two_towns, 751), await assigned(sign_in, two_towns, 752)
    await command(await sign_in("workera"), second, "accept")
    admin = await sign_in("admin")
    preview = (await admin.get("/api/people/4/leaving", params={"unit": towns.STATION_A})).json()
    assert [each["id"] for each in preview["tickets"]] == [first, second]
    assert [each["id"] for each in preview["colleagues"]] == [6, 21]
    form = {"role": "grid_worker", "unit": towns.STATION_A, "successor": 21, "reason": "调动"}
    assert (await admin.post("/api/people/4/leave", json={**form, "successor": 2})).status_code == 422
    left = (await admin.post("/api/people/4/leave", json=form)).json()
    assert (left["posts"], left["open"]) == ([], 0)
    assert ask(two_towns, "SELECT id, state, lead_person FROM ticket ORDER BY id") == [
        (first, "assigned", 21),
        (second, "in_progress", 21),
    ]
    told = ask(two_towns, "SELECT DISTINCT ticket FROM notification WHERE person = 21 ORDER BY 1")
    assert told == [(first,), (second,)]
    assert (await (await sign_in("workera")).get(f"/api/tickets/{first}")).status_code in (403, 404)
    form |= {"successor": None}
    assert (await admin.post("/api/people/21/leave", json=form)).status_code == 200
    leads = ask(two_towns, "SELECT lead_unit, lead_person FROM ticket ORDER BY id")
    assert leads == [(towns.STATION_A, None)] * 2
    events = ask(
        two_towns, "SELECT ticket FROM journal WHERE event = 'ticket.relieved' ORDER BY ticket, version"
    )
    assert events == [(first,), (first,), (second,), (second,)]
    assert (
        await admin.post("/api/people/5/leave", json={**form, "role": "system_admin", "unit": 1})
    ).status_code == 409


async def test_nobody_without_a_post_is_named_by_an_open_ticket_whatever_ended_it(
    sign_in: SignIn, two_towns: Database, store: Store, worlds: Worlds
) -> None:
    await assigned(sign_in, two_towns, 761)
    ask(two_towns, "UPDATE membership SET valid = '[2026-01-01,2026-01-02)' WHERE person = 4")
    named = (
        "SELECT count(*) FROM assignment a JOIN ticket t ON t.id = a.ticket WHERE a.closed_at IS NULL "
        "AND a.person IS NOT NULL AND NOT EXISTS (SELECT FROM membership m WHERE m.person = a.person "
        "AND m.unit = a.unit AND m.valid @> now())"
    )
    assert ask(two_towns, named) == [(1,)]

    async def wake(_: Any) -> None:
        return None

    for _ in range(2):
        await Leaving(store, worlds, wake).hand_on()
    assert ask(two_towns, named) == [(0,)]
    assert ask(two_towns, "SELECT lead_unit, lead_person FROM ticket") == [(towns.STATION_A, None)]
    assert ask(two_towns, "SELECT count(*) FROM journal WHERE event = 'ticket.relieved'") == [(1,)]


async def test_who_answered_at_the_desk_and_leaves_is_named_no_more(
    sign_in: SignIn, two_towns: Database, store: Store, worlds: Worlds
) -> None:
    """An answer at the desk names its lead without an assignment."""
    colleague(two_towns)
    desk = await sign_in("towna")
    for ticket in (781, 782):
        towns.add_ticket(two_towns.owner_url, ticket, towns.IN_A, title="夜间施工的规定")
        await command(desk, ticket, "sign")
        await command(desk, ticket, "answer", done="已电话解释夜间施工的规定", how_closed="explained")
    assert ask(two_towns, "SELECT lead_unit, lead_person FROM ticket") == [(towns.CENTER_A, 2)] * 2
    admin = await sign_in("admin")
    preview = (await admin.get("/api/people/2/leaving", params={"unit": towns.CENTER_A})).json()
    assert [(each["id"], each["part"]) for each in preview["tickets"]] == [(781, "lead"), (782, "lead")]
    form = {"role": "town_operator", "unit": towns.CENTER_A, "successor": 20, "reason": "调动"}
    left = (await admin.post("/api/people/2/leave", json=form)).json()
    assert (left["posts"], left["open"]) == ([], 0)
    assert ask(two_towns, "SELECT lead_unit, lead_person FROM ticket") == [(towns.CENTER_A, 20)] * 2
    ask(two_towns, "UPDATE membership SET valid = '[2026-01-01,2026-01-02)' WHERE person = 20")

    async def wake(_: Any) -> None:
        return None

    for _ in range(2):
        await Leaving(store, worlds, wake).hand_on()
    assert ask(two_towns, "SELECT lead_unit, lead_person FROM ticket") == [(towns.CENTER_A, None)] * 2
    assert ask(two_towns, "SELECT count(*) FROM journal WHERE event = 'ticket.relieved'") == [(4,)]


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
