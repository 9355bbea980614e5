"""Upward requests over HTTP: drafted, signed off, sent, answered or missed; seen by their town alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import psycopg
import pytest

from tests.databases import Database
from tests.service.conftest import Desk, Hotline, Service, SignIn, order
from tests.service.receiver import Receiver, listening
from tests.web import towns

UNTIL = "2099-01-01T00:00:00+08:00"
GROUNDS = """
INSERT INTO upward_ground (kind, code, name, ordinal) VALUES
    ('extend', 'weather', '恶劣天气无法施工', 10), ('hand_back', 'not_ours', '不属于本区管辖', 10);
INSERT INTO upward_limit (kind, answer_minutes) VALUES ('extend', 90);
"""
ASKED = {"kind": "extend", "ground_extend": "weather", "until": UNTIL, "reason": "连日大雨,电话13912345678"}


@pytest.fixture
def grounds(hotline_district: Database, hotline_port: int) -> None:
    """Grounds are published, and the hotline listens."""
    url = f"http://127.0.0.1:{hotline_port}/callbacks"
    with psycopg.connect(hotline_district.owner_url) as connection:
        connection.execute(GROUNDS)
        connection.execute("UPDATE source SET callback_url = %s", (url,))


@pytest.fixture
async def receiver(hotline_port: int, grounds: None, service: Service) -> AsyncIterator[Receiver]:
    """The hotline's end."""
    made = Receiver()
    async with listening(made, hotline_port):
        yield made


async def requests(desk: Desk, ticket: int = 1) -> list[dict[str, Any]]:
    """The requests of a ticket, as somebody sees them."""
    answer = await desk.client.get(f"/api/tickets/{ticket}/upward")
    assert answer.status_code == 200, answer.text
    listed: list[dict[str, Any]] = answer.json()
    return listed


async def until(service: Service, question: str) -> None:
    """Wait until the database has an answer."""
    await service.until(question)


async def test_a_request_goes_up_signed_and_only_the_grant_moves_the_due_time(
    receiver: Receiver, hotline: Hotline, sign_in: SignIn, service: Service
) -> None:
    await hotline.push(order("JY1"))
    center, leader = await sign_in("towna"), await sign_in("leadera")
    await center.do(1, "sign")
    offered = {each["command"]: each for each in (await center.see(1))["allowed"]}
    (ground,) = [each for each in offered["request_up"]["fields"] if each["name"] == "ground_extend"]
    assert ground["choices"] == [{"value": "weather", "label": "恶劣天气无法施工"}]
    assert "sign_request" not in {each["command"] for each in (await leader.see(1))["allowed"]}
    await center.do(1, "request_up", **ASKED)
    (drafted,) = await requests(center)
    assert (drafted["state"], drafted["drafted_by"], drafted["sent_at"]) == ("drafted", "甲值班", None)
    assert drafted["reason"] == "连日大雨,电话139****5678"
    assert (await center.act(1, "sign_request", request=str(drafted["id"]))).status_code == 403
    await leader.do(1, "sign_request", request=str(drafted["id"]))
    await receiver.until(lambda heard: any(each.body["type"] == "ticket.request" for each in heard))
    (told,) = [each.body for each in receiver.heard if each.body["type"] == "ticket.request"]
    assert (told["order_no"], told["request_kind"], told["request_name"]) == ("JY1", "extend", "延期")
    assert (told["request"], told["ground"], told["until"][:10]) == (drafted["id"], "weather", "2098-12-31")
    await until(service, "SELECT 1 FROM upward_request WHERE state = 'sent'")
    assert service.rows("SELECT answer_due_at - sent_at = interval '90 minutes' FROM upward_request") == [
        (True,)
    ]
    assert service.rows("SELECT outer_due FROM ticket") == [(None,)]
    granted = {"kind": "request_granted", "order_no": "JY1", "text": "同意"}
    assert (await hotline.push(granted)).json()["status"] == "applied"
    assert service.rows("SELECT outer_due = %s::timestamptz FROM ticket", UNTIL) == [(True,)]
    (answered,) = await requests(center)
    assert (answered["state"], answered["answer"], answered["applied"]) == ("granted", "同意", True)
    assert (await hotline.push(granted)).json()["status"] == "known"


async def test_who_drafted_does_not_sign_and_the_other_town_hears_nothing(
    grounds: None, hotline: Hotline, sign_in: SignIn, service: Service
) -> None:
    with psycopg.connect(service.owner_url) as connection:
        connection.execute(
            "INSERT INTO membership VALUES (8, 'duty_leader', %s, '[2026-01-01,)')", (towns.CENTER_A,)
        )
    await hotline.push(order("JY1"))
    center, leader, other = await sign_in("towna"), await sign_in("leadera"), await sign_in("townb")
    await center.do(1, "sign")
    await leader.do(1, "request_up", **ASKED)
    own = await leader.act(1, "sign_request", request="1")
    assert (own.status_code, "另一人" in own.json()["detail"]) == (409, True)
    listed = (await center.client.get("/api/upward")).json()
    assert [(each["ticket"], each["state"], each["center_name"]) for each in listed] == [
        (1, "drafted", "王家营街道社会治理指挥中心")
    ]
    assert (await other.client.get("/api/upward")).json() == []
    assert (await other.client.get("/api/tickets/1/upward")).status_code == 404
    assert len((await (await sign_in("district")).client.get("/api/upward")).json()) == 1


async def test_a_missed_answer_is_an_alarm_and_a_dropped_request_never_goes_up(
    receiver: Receiver, hotline: Hotline, sign_in: SignIn, service: Service
) -> None:
    await hotline.push(order("JY1"))
    center, leader = await sign_in("towna"), await sign_in("leadera")
    await center.do(1, "sign")
    await center.do(1, "request_up", **ASKED)
    await leader.do(1, "sign_request", request="1")
    await until(service, "SELECT 1 FROM upward_request WHERE state = 'sent'")
    with psycopg.connect(service.owner_url) as connection:
        connection.execute("UPDATE upward_request SET answer_due_at = now()")
    await until(service, "SELECT 1 FROM journal WHERE event = 'ticket.request_unanswered'")
    (alarm,) = (await center.client.get("/api/upward")).json()
    assert alarm["state"] == "unanswered"
    await center.do(1, "request_up", kind="hand_back", ground_hand_back="not_ours", reason="市管路段")
    await center.do(1, "drop_request", request="2", reason="核实后属本区")
    assert [each["state"] for each in await requests(center)] == ["withdrawn", "unanswered"]
    await center.do(1, "drop_request", request="1", reason="已修好")
    withdrawn = "ticket.request_withdrawn"
    await receiver.until(lambda heard: any(each.body["type"] == withdrawn for each in heard))
    assert [each.body["request"] for each in receiver.heard if each.body["type"] == withdrawn] == [1]


async def test_grounds_and_limits_are_the_districts_own_and_audited(
    grounds: None, sign_in: SignIn, service: Service
) -> None:
    district, town = await sign_in("district"), await sign_in("towna")
    made = {"kind": "suspend", "code": "project", "name": "列入年度工程计划"}
    assert (await town.client.post("/api/upward/grounds", json=made)).status_code == 403
    assert (await district.client.post("/api/upward/grounds", json=made)).status_code == 204
    again = await district.client.post("/api/upward/grounds", json=made)
    assert (again.status_code, again.json()["field"]) == (409, "name")
    unnumbered = {"kind": "suspend", "name": "绿化补植须待种植季节"}
    assert (await district.client.post("/api/upward/grounds", json=unnumbered)).status_code == 204
    assert (await district.client.post("/api/upward/grounds", json=unnumbered)).status_code == 409
    bad = await district.client.post("/api/upward/grounds", json={**made, "code": "A b"})
    assert (bad.status_code, bad.json()["field"]) == (422, "code")
    listed = (await town.client.get("/api/upward/grounds")).json()
    (ground,) = [each for each in listed["grounds"] if each["code"] == "project"]
    assert (ground["added_by"], ground["until"]) == ("区值班", None)
    assert (await district.client.post(f"/api/upward/grounds/{ground['id']}/end")).status_code == 204
    assert (await district.client.post(f"/api/upward/grounds/{ground['id']}/end")).status_code == 404
    form = {"answer_minutes": 240}
    assert (await district.client.put("/api/upward/limits/extend", json=form)).status_code == 204
    listed = (await town.client.get("/api/upward/grounds")).json()
    assert {"kind": "extend", "answer_minutes": 240} in listed["limits"]
    assert [each["answer_minutes"] for each in listed["history"]] == [240, 90]
    audited = service.rows("SELECT action FROM audit WHERE subject LIKE 'upward:%%' ORDER BY id")
    assert audited == [("ground.added",), ("ground.added",), ("ground.ended",), ("upward_limit.set",)]


async def test_a_granted_merge_goes_under_the_ticket_of_the_other_order(
    grounds: None, hotline: Hotline, sign_in: SignIn, service: Service
) -> None:
    with psycopg.connect(service.owner_url) as connection:
        connection.execute(
            "INSERT INTO upward_ground (kind, code, name, ordinal) VALUES ('merge', 'same', '同一事项', 1)"
        )
    await hotline.push({"messages": [order("JY1"), order("JY2"), order("JY3")]})
    center, leader = await sign_in("towna"), await sign_in("leadera")
    for ticket, other in ((2, "JY1"), (3, "JY-none")):
        await center.do(ticket, "sign")
        await center.do(
            ticket, "request_up", kind="merge", ground_merge="same", other=other, reason="同一盏灯"
        )
        (request,) = await requests(center, ticket)
        await leader.do(ticket, "sign_request", request=str(request["id"]))
    merged = (await hotline.push({"kind": "request_granted", "order_no": "JY2"})).json()
    assert (merged["status"], merged["state"]) == ("applied", "merged")
    lonely = (await hotline.push({"kind": "request_granted", "order_no": "JY3"})).json()
    assert (lonely["status"], lonely["state"]) == ("recorded", "signed")
    assert service.rows("SELECT id, state, merged_into FROM ticket ORDER BY id") == [
        (1, "dispatched", None),
        (2, "merged", 1),
        (3, "signed", None),
    ]
    assert service.rows("SELECT ticket, state, applied FROM upward_request ORDER BY id") == [
        (2, "granted", True),
        (3, "granted", False),
    ]
