"""Posts: a new person's first password, where a role belongs, and the work of whom a post has ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dispatch.actions.leaving import Leaving
from dispatch.actions.world import Worlds
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn
from tests.web.work_given import ask, assigned, colleague, command


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
