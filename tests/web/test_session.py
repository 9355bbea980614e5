"""Signing in, the cookie, lockout, the idle lock, signing out."""

from __future__ import annotations

from collections.abc import Callable

import psycopg

from dispatch.actions.sign_in import REST_SECONDS, TRIES, SignedIn
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn


def change(database: Database, statement: str) -> None:
    with psycopg.connect(database.owner_url) as connection:
        connection.execute(statement)


def ask(database: Database, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(statement).fetchall()


async def try_password(browser: Browser, username: str, password: str) -> int:
    answer = await browser.post("/api/session", json={"username": username, "password": password})
    return answer.status_code


async def test_signing_in_tells_who_where_and_what(sign_in: SignIn) -> None:
    answer = await (await sign_in("towna")).get("/api/me")
    me = answer.json()
    assert me["person"] == {"id": 2, "name": "甲值班", "post": "值班员"}
    assert [each["unit_name"] for each in me["memberships"]] == ["王家营街道社会治理指挥中心"]
    assert me["streams"] == [{"id": towns.CENTER_A, "name": "王家营街道社会治理指挥中心"}]
    assert me["home"] == {"unit": towns.CENTER_A, "town": towns.TOWN_A, "bounds": [119.0, 33.6, 119.1, 33.7]}
    assert me["boundary_version"] == 1


async def test_the_district_joins_every_stream(sign_in: SignIn) -> None:
    me = (await (await sign_in("district")).get("/api/me")).json()
    assert [each["id"] for each in me["streams"]] == [1, 2, 3]
    assert me["home"]["bounds"] == [119.0, 33.6, 119.2, 33.7]


async def test_it_says_whose_tickets_one_may_sign(sign_in: SignIn) -> None:
    """A leader who signs replies signs no tickets, so that no page offers it."""
    handled = {
        who: (await (await sign_in(who)).get("/api/me")).json()["handles"] for who in ("towna", "leadera")
    }
    assert handled == {"towna": [towns.CENTER_A], "leadera": []}


async def test_the_cookie_is_for_this_site_and_not_for_scripts(browser: Callable[[], Browser]) -> None:
    answer = await browser().post("/api/session", json={"username": "towna", "password": towns.PASSWORD})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "secure" not in cookie  # the public address is http here


async def test_the_database_knows_only_a_digest_of_the_token(
    browser: Callable[[], Browser], two_towns: Database
) -> None:
    made = browser()
    await made.post("/api/session", json={"username": "towna", "password": towns.PASSWORD})
    token = made.cookies["dispatch"]
    (row,) = ask(two_towns, "SELECT digest, session::text FROM session")
    assert len(token) >= 43
    assert isinstance(row[0], bytes)
    assert len(row[0]) == 32
    assert token not in str(row[1])


async def test_five_failures_rest_the_account(browser: Callable[[], Browser], two_towns: Database) -> None:
    made = browser()
    answers = [await try_password(made, "towna", "wrong") for _ in range(TRIES)]
    assert answers == [401] * (TRIES - 1) + [429]
    refused = await made.post("/api/session", json={"username": "towna", "password": towns.PASSWORD})
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= REST_SECONDS
    assert await try_password(made, "townb", towns.PASSWORD) == 200
    change(two_towns, "UPDATE account SET locked_until = now() - interval '1 second'")
    assert await try_password(made, "towna", towns.PASSWORD) == 200


async def test_a_right_password_forgives_the_failures_before(browser: Callable[[], Browser]) -> None:
    made = browser()
    for _ in range(2):
        assert [await try_password(made, "towna", "wrong") for _ in range(TRIES - 1)] == [401] * (TRIES - 1)
        assert await try_password(made, "towna", towns.PASSWORD) == 200


async def test_an_unknown_name_is_answered_like_a_wrong_password(browser: Callable[[], Browser]) -> None:
    made = browser()
    unknown = await made.post("/api/session", json={"username": "nobody", "password": "x"})
    wrong = await made.post("/api/session", json={"username": "towna", "password": "x"})
    assert unknown.status_code == wrong.status_code == 401
    assert unknown.json() == wrong.json()


async def test_a_disabled_account_ends_its_session(sign_in: SignIn, two_towns: Database) -> None:
    made = await sign_in("towna")
    change(two_towns, "UPDATE account SET disabled = true WHERE username = 'towna'")
    assert (await made.get("/api/me")).status_code == 401
    assert await try_password(made, "towna", towns.PASSWORD) == 401


async def test_a_locked_screen_hides_content_until_the_password(sign_in: SignIn) -> None:
    made = await sign_in("towna")
    assert (await made.post("/api/session/lock")).status_code == 204
    hidden = await made.get("/api/directory")
    assert hidden.status_code == 423
    assert hidden.json()["type"] == "urn:dispatch:problem:screen-locked"
    assert (await made.get("/api/me")).json()["locked"] is True
    assert (await made.post("/api/session/unlock", json={"password": "wrong"})).status_code == 401
    assert (await made.get("/api/directory")).status_code == 423
    assert (await made.post("/api/session/unlock", json={"password": towns.PASSWORD})).status_code == 204
    assert (await made.get("/api/directory")).status_code == 200


async def test_ten_idle_minutes_lock_the_screen(sign_in: SignIn, two_towns: Database) -> None:
    made = await sign_in("towna")
    change(two_towns, "UPDATE session SET seen_at = now() - interval '599 seconds'")
    assert (await made.get("/api/directory")).status_code == 200
    change(two_towns, "UPDATE session SET seen_at = now() - interval '601 seconds'")
    assert (await made.get("/api/directory")).status_code == 423
    assert (await made.get("/api/directory")).status_code == 423


async def test_what_pages_ask_by_themselves_does_not_put_off_the_lock(
    sign_in: SignIn, two_towns: Database
) -> None:
    made = await sign_in("towna")
    change(two_towns, "UPDATE session SET seen_at = now() - interval '500 seconds'")
    await made.get("/api/me")
    assert ask(two_towns, "SELECT seen_at < now() - interval '400 seconds' FROM session") == [(True,)]
    await made.get("/api/directory")
    assert ask(two_towns, "SELECT seen_at < now() - interval '400 seconds' FROM session") == [(False,)]


async def test_a_session_ends_after_twelve_hours(sign_in: SignIn, two_towns: Database) -> None:
    made = await sign_in("towna")
    assert ask(two_towns, "SELECT expires_at - created_at = interval '12 hours' FROM session") == [(True,)]
    change(two_towns, "UPDATE session SET expires_at = now()")
    assert (await made.get("/api/me")).status_code == 401


async def test_signing_out_ends_the_session_and_tells(sign_in: SignIn, ended: list[SignedIn]) -> None:
    made = await sign_in("towna")
    token = made.cookies["dispatch"]
    assert (await made.delete("/api/session")).status_code == 204
    made.cookies.set("dispatch", token)
    assert (await made.get("/api/me")).status_code == 401
    assert [each.person for each in ended] == [2]


async def test_signing_in_ends_the_session_this_browser_had(sign_in: SignIn, ended: list[SignedIn]) -> None:
    made = await sign_in("towna")
    former = made.cookies["dispatch"]
    assert await try_password(made, "townb", towns.PASSWORD) == 200
    assert [each.person for each in ended] == [2]
    assert (await made.get("/api/me")).json()["person"]["id"] == 3
    made.cookies.clear()
    made.cookies.set("dispatch", former)
    assert (await made.get("/api/me")).status_code == 401


async def test_every_sign_in_leaves_an_audit_row(sign_in: SignIn, two_towns: Database) -> None:
    made = await sign_in("towna")
    await try_password(made, "towna", "wrong")
    await made.delete("/api/session")
    assert ask(two_towns, "SELECT action, person FROM audit ORDER BY id") == [
        ("session.begun", 2),
        ("session.refused", 2),
        ("session.ended", 2),
    ]
