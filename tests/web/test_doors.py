"""手工建单 through its doors, pasted chat, patrol reports, and linking with the order that comes later."""

from __future__ import annotations

import asyncio
import hashlib
import json
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest

from dispatch.actions.intake import Delivery, Intake
from dispatch.actions.world import Worlds
from dispatch.domain.messages import parse
from dispatch.domain.profile import FIELDS, Profile
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn

PLAIN = Profile({name: name for name in FIELDS}, {})
LAMP: dict[str, Any] = {
    "type": "complaint",
    "title": "路灯不亮",
    "content": "富丽花园东门路灯不亮三天",
    "address": "富丽花园",
    "category": "市政设施/路灯",
    "caller_name": "张三",
    "caller_phone": "13912345678",
}


async def made(desk: Browser, **more: Any) -> dict[str, Any]:
    """A ticket made at the desk: its row."""
    answer = await desk.post("/api/tickets", json=LAMP | {"operation": str(uuid4())} | more)
    assert answer.status_code == 201, answer.text
    row: dict[str, Any] = answer.json()["row"]
    return row


async def pushed(store: Store, worlds: Worlds, **message: Any) -> dict[str, Any]:
    """What the intake answers to a message of the hotline."""

    async def wake(_: object) -> None:
        return None

    digest = hashlib.sha256(json.dumps(message).encode()).digest()
    items = [parse(message, PLAIN)]
    delivery = Delivery("huaian-12345", "wgs84", PLAIN, uuid4().hex, digest, items, single=True)
    answer = await Intake(store, worlds, towns.sealer(), wake).submit(delivery)
    told: dict[str, Any] = json.loads(answer.body)
    return told


def one(database: Database, question: str, *given: Any) -> Any:
    """One row of the database."""
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(question.encode(), given).fetchone()


async def order_of(database: Database, number: str) -> int:
    """The ticket that an order means now."""
    return int(one(database, "SELECT ticket FROM hotline_order WHERE order_no = %s", number)[0])


@pytest.mark.parametrize(
    ("door", "source", "channel"),
    [
        ("visit", "desk", "来访"),
        ("leader", "desk", "领导批示"),
        ("chat", "desk", "微信"),
        ("police", "police-110", "110非警务"),
    ],
)
async def test_a_ticket_says_through_which_door_it_came(
    sign_in: SignIn, two_towns: Database, door: str, source: str, channel: str
) -> None:
    row = await made(await sign_in("towna"), door=door)
    assert (row["state"], row["channel"], row["order_no"]) == ("dispatched", channel, None)
    assert one(two_towns, "SELECT source FROM ticket WHERE id = %s", row["id"]) == (source,)


async def test_pasted_chat_is_read_and_nothing_is_saved(sign_in: SignIn, two_towns: Database) -> None:
    desk = await sign_in("towna")
    before = one(two_towns, "SELECT count(*) FROM ticket")
    answer = await desk.post(
        "/api/pasted", json={"text": "姓名:张三\n电话:13912345678\n地址:富丽花园\n路灯不亮"}
    )
    assert answer.json() == {
        "name": "张三",
        "phone": "13912345678",
        "address": "富丽花园",
        "content": "路灯不亮",
        "title": "路灯不亮",
    }
    assert one(two_towns, "SELECT count(*) FROM ticket") == before
    assert (await (await sign_in("workera")).post("/api/pasted", json={"text": "x"})).status_code == 403


async def test_a_worker_reports_and_handles_it_at_once(sign_in: SignIn, two_towns: Database) -> None:
    worker, desk = await sign_in("workera"), await sign_in("towna")
    form = {"content": "窨井盖松动", "lon": 119.05, "lat": 33.65, "operation": str(uuid4())}
    answer = await worker.post("/api/reports", json=form)
    assert answer.status_code == 201, answer.text
    row = answer.json()["row"]
    assert (row["state"], row["channel"], row["cell"]) == ("dispatched", "巡查上报", towns.CELL_A)
    again = (await worker.post("/api/reports", json=form)).json()["row"]
    assert again["id"] == row["id"]
    seen = (await worker.get(f"/api/tickets/{row['id']}")).json()
    assert {"self_handle", "note"} <= {each["command"] for each in seen["allowed"]}
    act = {"operation": str(uuid4()), "fields": {"done": "已压实,垫了胶圈"}}
    done = await worker.post(f"/api/tickets/{row['id']}/commands/self_handle", json=act)
    assert done.json()["row"]["state"] == "answered", done.text
    assert "sign" not in {each["kind"] for each in done.json()["row"]["clocks"]}
    review = {"operation": str(uuid4()), "fields": {}}
    assert (await desk.post(f"/api/tickets/{row['id']}/commands/review", json=review)).status_code == 200
    mine = (await worker.get("/api/reports")).json()
    assert [(each["number"], each["state_name"], each["reply"]) for each in mine] == [
        (row["number"], "已办结·待回访", "已压实,垫了胶圈")
    ]
    assert (await (await sign_in("stationa")).get("/api/reports")).json() == []


async def test_a_report_kept_on_the_phone_says_when_it_was_seen_and_by_whom(
    sign_in: SignIn, two_towns: Database
) -> None:
    worker = await sign_in("workera")
    kept = {
        "content": "路灯不亮",
        "cell": (await worker.get("/api/reports/cells")).json()[0]["code"],
        "done_at": "2026-11-20T08:00:00+08:00",
        "person": (await worker.get("/api/me")).json()["person"]["id"],
    }
    other = await worker.post("/api/reports", json={**kept, "person": 1, "operation": str(uuid4())})
    assert (other.status_code, other.json()["type"].split(":")[-1]) == (409, "another-person")
    operation = str(uuid4())
    made = [await worker.post("/api/reports", json={**kept, "operation": operation}) for _ in range(2)]
    assert made[0].json()["row"]["id"] == made[1].json()["row"]["id"]
    ahead = {**kept, "done_at": "2099-01-01T00:00:00Z", "operation": str(uuid4())}
    assert (await worker.post("/api/reports", json=ahead)).status_code == 201
    with psycopg.connect(two_towns.owner_url) as connection:
        rows = connection.execute(
            "SELECT called_at = '2026-11-20T00:00:00Z', called_at <= now() FROM ticket WHERE channel = '巡查上报' "
            "ORDER BY id"
        ).fetchall()
    assert rows == [(True, True), (False, True)]


async def test_a_report_without_position_lies_in_the_chosen_cell(sign_in: SignIn) -> None:
    worker = await sign_in("workera")
    assert (await worker.get("/api/reports/cells")).json() == [
        {"code": towns.CELL_A, "name": "营东社区第一网格"}
    ]
    form = {"content": "垃圾没人收", "cell": towns.CELL_B, "operation": str(uuid4())}
    answer = await worker.post("/api/reports", json=form)
    assert answer.status_code == 201
    assert answer.json()["row"] is None or answer.json()["row"]["lon"] is None
    for bad in ({"cell": "320804001001099"}, {"lon": 121.0, "lat": 31.0}, {}):
        refused = await worker.post("/api/reports", json={"content": "x", "operation": str(uuid4())} | bad)
        assert (refused.status_code, refused.json()["field"]) == (422, "cell")
    assert (await (await sign_in("towna")).post("/api/reports", json=form)).status_code == 403


async def test_an_order_is_offered_its_ticket_and_moves_there(
    sign_in: SignIn, store: Store, worlds: Worlds, two_towns: Database
) -> None:
    desk = await sign_in("towna")
    own = await made(desk, door="call")
    due = "2026-12-24T10:00:00+08:00"
    told = await pushed(store, worlds, **{**LAMP, "order_no": "JY900", "due_at": due})
    assert told["status"] == "created"
    order = await order_of(two_towns, "JY900")
    offers = (await desk.get(f"/api/tickets/{order}/alike")).json()
    assert [each["id"] for each in offers] == [own["id"]]
    assert offers[0]["reasons"][0] == "同一来电人"
    form = {"own": own["id"], "operation": str(uuid4())}
    linked = await desk.post(f"/api/tickets/{order}/link", json=form)
    assert linked.status_code == 200, linked.text
    row = linked.json()["row"]
    assert (row["id"], row["order_no"], row["outer_due"]) == (own["id"], "JY900", "2026-12-24T02:00:00.000Z")
    assert [each["due_at"] for each in row["clocks"] if each["kind"] == "reply"] == [row["outer_due"]]
    assert await order_of(two_towns, "JY900") == own["id"]
    gone = one(two_towns, "SELECT state, order_no, merged_into FROM ticket WHERE id = %s", order)
    assert gone == ("merged", None, own["id"])
    running = one(two_towns, "SELECT count(*) FROM clock WHERE ticket = %s AND stopped_at IS NULL", order)
    assert running == (0,)
    assert (await desk.post(f"/api/tickets/{order}/link", json=form)).json()["row"]["id"] == own["id"]
    assert (await desk.get(f"/api/tickets/{own['id']}/alike")).json() == []


async def test_after_linking_the_hotline_speaks_to_the_other_ticket(
    sign_in: SignIn, store: Store, worlds: Worlds, two_towns: Database
) -> None:
    desk = await sign_in("towna")
    own = await made(desk)
    await pushed(store, worlds, **{**LAMP, "order_no": "JY901"})
    order = await order_of(two_towns, "JY901")
    act = {"own": own["id"], "operation": str(uuid4())}
    assert (await desk.post(f"/api/tickets/{order}/link", json=act)).status_code == 200
    told = await pushed(store, worlds, kind="urge", order_no="JY901", text="请尽快")
    assert (told["status"], told["ticket"]) == ("applied", own["number"])
    again = await pushed(store, worlds, **{**LAMP, "order_no": "JY901"})
    assert again["ticket"] == own["number"]


async def test_a_message_that_meets_the_linking_is_never_lost(
    sign_in: SignIn, store: Store, worlds: Worlds, two_towns: Database
) -> None:
    desk = await sign_in("towna")
    for number in range(4):
        own, name = await made(desk), f"JY95{number}"
        await pushed(store, worlds, **{**LAMP, "order_no": name})
        order = await order_of(two_towns, name)
        act = {"own": own["id"], "operation": str(uuid4())}
        answers = await asyncio.gather(
            desk.post(f"/api/tickets/{order}/link", json=act),
            pushed(store, worlds, kind="supplement", order_no=name, text="补充:晚上更暗"),
        )
        assert (answers[0].status_code, answers[1]["status"]) == (200, "applied")
        told = one(
            two_towns,
            "SELECT count(*) FROM journal WHERE ticket = ANY (%s) AND event = 'ticket.supplemented'",
            [order, own["id"]],
        )
        assert told == (1,)


async def test_two_operators_link_one_order_once(
    sign_in: SignIn, store: Store, worlds: Worlds, two_towns: Database
) -> None:
    desk = await sign_in("towna")
    first, second = await made(desk), await made(desk)
    await pushed(store, worlds, **{**LAMP, "order_no": "JY960"})
    order = await order_of(two_towns, "JY960")
    forms = [{"own": each["id"], "operation": str(uuid4())} for each in (first, second)]
    answers = await asyncio.gather(*(desk.post(f"/api/tickets/{order}/link", json=form) for form in forms))
    assert sorted(each.status_code for each in answers) == [200, 409]
    won = next(form["own"] for form, answer in zip(forms, answers, strict=True) if answer.is_success)
    assert await order_of(two_towns, "JY960") == won
    assert one(two_towns, "SELECT count(*) FROM ticket WHERE order_no = 'JY960'") == (1,)


async def test_what_is_worked_on_or_foreign_is_not_linked(sign_in: SignIn, two_towns: Database) -> None:
    desk, other = await sign_in("towna"), await sign_in("townb")
    own, order = await made(desk), towns.add_ticket(two_towns.owner_url, 500, towns.IN_A)
    form = {"own": own["id"], "operation": str(uuid4())}
    answer: httpx.Response = await other.post(f"/api/tickets/{order}/link", json=form)
    assert answer.status_code == 404
    same = await desk.post(f"/api/tickets/{own['id']}/link", json={**form, "operation": str(uuid4())})
    assert same.status_code == 422
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE ticket SET state = 'in_progress' WHERE id = 500")
    assert (await desk.post(f"/api/tickets/{order}/link", json=form)).status_code == 409
    for command in ("link", "attach"):
        act = {"operation": str(uuid4()), "fields": {}}
        assert (await desk.post(f"/api/tickets/{order}/commands/{command}", json=act)).status_code == 404
