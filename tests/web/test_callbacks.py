"""Reports that did not reach the hotline: each town sees and replays its own; messages without a ticket."""

from __future__ import annotations

import uuid

import psycopg

from tests.databases import Database
from tests.web import towns
from tests.web.conftest import SignIn


async def test_a_town_sees_the_dead_reports_of_its_own_tickets(sign_in: SignIn, two_towns: Database) -> None:
    url = two_towns.owner_url
    mine = towns.add_callback(url, towns.add_ticket(url, 601, towns.IN_A), "dead")
    theirs = towns.add_callback(url, towns.add_ticket(url, 602, towns.IN_B), "dead")
    towns.add_callback(url, 601, "sent")
    listed = (await (await sign_in("towna")).get("/api/callbacks?state=dead")).json()
    assert [(each["id"], each["number"]) for each in listed] == [(mine, "HY2026112400601")]
    everything = (await (await sign_in("district")).get("/api/callbacks")).json()
    assert {each["id"] for each in everything} == {mine, theirs}


async def test_a_dead_report_is_sent_once_more(sign_in: SignIn, two_towns: Database) -> None:
    url = two_towns.owner_url
    dead = towns.add_callback(url, towns.add_ticket(url, 603, towns.IN_A), "dead")
    assert (await (await sign_in("townb")).post(f"/api/callbacks/{dead}/replay")).status_code == 404
    made = await sign_in("towna")
    assert (await made.post(f"/api/callbacks/{dead}/replay")).status_code == 204
    assert (await made.post(f"/api/callbacks/{dead}/replay")).status_code == 409
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT state, attempts, next_at <= now() FROM callback").fetchone()
        audit = connection.execute(
            "SELECT person, subject FROM audit WHERE action = 'callback.replayed'"
        ).fetchall()
    assert (row, audit) == (("pending", 0, True), [(2, "ticket:603")])
    assert (await made.post(f"/api/callbacks/{uuid.uuid4()}/replay")).status_code == 404


async def test_messages_without_a_ticket_are_the_districts(sign_in: SignIn, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "INSERT INTO waiting_message (source, order_no, kind, key, sealed, webhook_id, state, received_at, until) "
            "VALUES ('huaian-12345', 'JY9', 'urge', 1, '\\x00', 'm1', 'waiting', now(), now() + interval '1 day')"
        )
    listed = (await (await sign_in("district")).get("/api/waiting")).json()
    assert [(each["order_no"], each["kind"], each["state"]) for each in listed] == [
        ("JY9", "urge", "waiting")
    ]
    assert (await (await sign_in("towna")).get("/api/waiting")).status_code == 403
