"""Deliveries that come again, at once, side by side, in another order or too early: every ticket once, nothing lost."""

from __future__ import annotations

import asyncio
import base64
import dataclasses
from collections.abc import AsyncIterator

import httpx
import psycopg
import pytest

from dispatch.ports.sealing import seal_with, secret_label
from dispatch.settings import Settings
from tests.databases import MASTER_KEY, WEBHOOK_SECRET
from tests.ports import reserved
from tests.service.conftest import Hotline, Service, SignIn, order, serving
from tests.serving import PLAIN
from tests.waiting import patient
from tests.web import towns


@pytest.fixture
async def two(service: Service, settings: Settings) -> AsyncIterator[tuple[Hotline, Hotline]]:
    """The same hotline at two processes' doors: two services over one database."""
    with reserved() as port:
        url = f"http://127.0.0.1:{port}"
        async with (
            serving(dataclasses.replace(settings, public_url=url)),
            httpx.AsyncClient(base_url=service.url, timeout=60, verify=PLAIN) as here,
            httpx.AsyncClient(base_url=url, timeout=60, verify=PLAIN) as there,
        ):
            yield Hotline(here), Hotline(there)


def whole(service: Service, tickets: int) -> None:
    """Each ticket once, with its journal, caller and report, and its entries numbered without a gap."""
    for table in ("ticket", "hotline_order", "caller", "journal"):
        assert service.rows(f"SELECT count(*) FROM {table}") == [(tickets,)], table
    assert (
        service.rows(
            "SELECT stream FROM stream_entry GROUP BY stream HAVING count(*) <> max(seq) OR min(seq) <> 1"
        )
        == []
    )
    assert service.rows("SELECT s.id FROM stream s JOIN stream_entry e ON e.stream = s.id "
                        "GROUP BY s.id, s.seq HAVING s.seq <> max(e.seq)") == []  # fmt: skip


async def test_overlapping_batches_in_opposite_order(two: tuple[Hotline, Hotline], service: Service) -> None:
    """Twenty batches of the same sixty orders, forwards and backwards, at two doors: no deadlock reaches anybody."""
    orders = [order(f"JY{number:03d}") for number in range(60)]
    there_and_back = [orders, orders[::-1]]
    answers = await asyncio.gather(
        *(two[number % 2].push({"messages": there_and_back[number // 2 % 2]}) for number in range(20))
    )
    assert {each.status_code for each in answers} == {200}
    results = [result["status"] for each in answers for result in each.json()["results"]]
    assert (results.count("created"), results.count("known")) == (60, 19 * 60)
    whole(service, 60)


async def test_a_hundred_at_once_with_one_id_at_two_doors(
    two: tuple[Hotline, Hotline], service: Service
) -> None:
    answers = await asyncio.gather(
        *(two[number % 2].push(order("JY1"), identity="msg_1") for number in range(100))
    )
    assert {(each.status_code, each.content) for each in answers} == {(201, answers[0].content)}
    whole(service, 1)


async def test_a_refused_delivery_is_remembered_too(hotline: Hotline, service: Service) -> None:
    """The same id gets the same refusal; a mended message comes with a new id."""
    first = await hotline.push(order("JY1", content=""), identity="msg_1")
    again = await hotline.push(order("JY1", content=""), identity="msg_1")
    mended_wrongly = await hotline.push(order("JY1"), identity="msg_1")
    mended = await hotline.push(order("JY1"), identity="msg_2")
    assert (first.status_code, again.content) == (422, first.content)
    assert again.headers["content-type"] == "application/problem+json"
    assert mended_wrongly.status_code == 409
    assert "webhook-id" in mended_wrongly.json()["detail"]
    assert mended.status_code == 201
    whole(service, 1)


async def test_an_id_that_was_never_understood_may_come_again(hotline: Hotline, service: Service) -> None:
    """What was no JSON, or too big, was not a delivery: its id is still free."""
    assert (await hotline.push("{", identity="msg_1")).status_code == 400
    assert (await hotline.push(order("JY1", other="x" * 300_000), identity="msg_1")).status_code == 413
    assert (await hotline.push(order("JY1"), identity="msg_1")).status_code == 201


async def test_the_same_content_in_other_spelling_is_the_same_delivery(
    hotline: Hotline, service: Service
) -> None:
    """The digest is of what was said, not of spaces and the order of fields."""
    first = await hotline.push('{"order_no": "JY1", "content": "路灯不亮"}', identity="msg_1")
    again = await hotline.push('{"content":"\\u8def灯不亮","order_no":"JY1"}', identity="msg_1")
    assert (first.status_code, again.content) == (201, first.content)


async def test_one_order_twice_in_a_batch(hotline: Hotline, service: Service) -> None:
    batch = [order("JY1"), order("JY1"), order("JY1", content="又坏了一盏")]
    answer = await hotline.push({"messages": batch})
    assert [each["status"] for each in answer.json()["results"]] == ["created", "known", "recorded"]
    whole_row = service.rows("SELECT supplements, version FROM ticket")
    assert whole_row == [(1, 2)]


async def test_two_hotlines_may_use_one_order_number(hotline: Hotline, service: Service) -> None:
    """An order is source and number; what another source did with the number is not told."""
    sealed = seal_with(base64.b64decode(MASTER_KEY), WEBHOOK_SECRET.encode(), secret_label("other"))
    with psycopg.connect(service.owner_url) as connection:
        connection.execute(
            "INSERT INTO source SELECT 'other', name, datum, profile, %s, NULL, NULL, true FROM source",
            ([sealed],),
        )
    await hotline.push(order("JY1"))
    async with httpx.AsyncClient(base_url=service.url, timeout=60, verify=PLAIN) as client:
        other = Hotline(client, source="other")
        async with patient():
            while (answer := await other.push(order("JY1"))).status_code == 404:
                pass  # the service looks for new hotlines every few seconds
    assert (answer.status_code, answer.json()["status"]) == (201, "created")
    found = service.rows("SELECT source, order_no FROM hotline_order ORDER BY source")
    assert found == [("huaian-12345", "JY1"), ("other", "JY1")]


async def until(service: Service, question: str) -> None:
    """Wait until the database has an answer; asked from a thread, so that the service goes on meanwhile."""
    await service.until(question)


EARLY = [
    {"kind": "supplement", "order_no": "JY1", "text": "是 3 号楼"},
    {"kind": "urge", "order_no": "JY1"},
    {"kind": "withdraw", "order_no": "JY1", "reason": "已经修好"},
    {"kind": "concluded", "order_no": "JY1"},
]


async def test_what_came_too_early_is_applied_in_its_order(hotline: Hotline, service: Service) -> None:
    """What moves nothing any more by then is heard with its reason, and the create stands."""
    for message in EARLY:
        assert (await hotline.push(message)).status_code == 202
    assert (await hotline.push(order("JY1"))).status_code == 201
    assert service.rows("SELECT state, supplements, urged, version FROM ticket") == [("cancelled", 1, 1, 5)]
    states = service.rows("SELECT kind, state, reason IS NOT NULL FROM waiting_message ORDER BY id")
    assert states == [
        ("supplement", "applied", False),
        ("urge", "applied", False),
        ("withdraw", "applied", False),
        ("concluded", "applied", False),
    ]
    whole_journal = service.rows("SELECT version FROM journal ORDER BY version")
    assert whole_journal == [(1,), (2,), (3,), (4,), (5,)]


async def test_what_was_kept_at_the_very_moment_its_order_came_is_applied_too(
    hotline: Hotline, service: Service
) -> None:
    """Two transactions that do not see each other: one keeps the message, the other creates the order."""
    await hotline.push({"kind": "supplement", "order_no": "JY1", "text": "是 3 号楼"})
    hide = "UPDATE waiting_message SET state = %s"
    with psycopg.connect(service.owner_url) as connection:
        connection.execute(hide, ("applied",))
    assert (await hotline.push(order("JY1"))).status_code == 201
    assert service.rows("SELECT supplements FROM ticket") == [(0,)]
    with psycopg.connect(service.owner_url) as connection:
        connection.execute(hide, ("waiting",))
    await until(service, "SELECT 1 FROM ticket WHERE supplements = 1")
    assert service.rows("SELECT state FROM waiting_message") == [("applied",)]


async def test_what_nobody_waited_for_is_a_dead_letter_on_screen(
    hotline: Hotline, service: Service, sign_in: SignIn
) -> None:
    await hotline.push({"kind": "urge", "order_no": "JY9", "text": "13912345678 请快点"})
    with psycopg.connect(service.owner_url) as connection:
        connection.execute("UPDATE waiting_message SET until = now()")
    await service.until("SELECT 1 FROM waiting_message WHERE state = 'dead'")
    (dead,) = (await (await sign_in("district")).client.get("/api/waiting")).json()
    assert (dead["order_no"], dead["kind"], dead["state"]) == ("JY9", "urge", "dead")
    assert "24 小时" in dead["reason"]
    assert "13912345678" not in str(dead)
    health = (await (await sign_in("district")).client.get("/health")).json()
    assert "1 条热线消息" in "".join(each["detail"] for each in health["checks"])


async def test_rework_and_conclusion_from_above(hotline: Hotline, service: Service, sign_in: SignIn) -> None:
    """A reply is sent; the hotline wants it again, then concludes. What does not fit the state is kept, or heard."""
    await hotline.push(order("JY1"))
    early = (await hotline.push({"kind": "rework", "order_no": "JY1"})).json()
    assert (early["status"], early["state"]) == ("recorded", "dispatched")
    center, worker = await sign_in("towna"), await sign_in("workera")

    async def answer() -> None:
        await center.do(1, "assign", lead={"unit": towns.STATION_A, "person": 4})
        await worker.do(1, "accept")
        await worker.do(1, "answer", done="已更换灯泡,恢复照明", how_closed="solved")
        await center.do(1, "review")

    await center.do(1, "sign")
    await answer()
    again = await hotline.push({"kind": "rework", "order_no": "JY1", "reason": "又不亮了"})
    assert (again.json()["status"], again.json()["state"]) == ("applied", "signed")
    await answer()
    told = {"kind": "callback_result", "order_no": "JY1", "contacted": True, "solved": True}
    assert (await hotline.push(told)).json()["status"] == "applied"
    for status in ("applied", "known"):
        done = await hotline.push({"kind": "concluded", "order_no": "JY1"})
        assert (done.json()["status"], done.json()["state"]) == (status, "closed")
    assert service.rows("SELECT state, rework FROM ticket") == [("closed", 1)]


async def test_a_conclusion_before_the_reply_waits_for_it(
    hotline: Hotline, service: Service, sign_in: SignIn
) -> None:
    await hotline.push(order("JY1", type="inquiry"))
    told = (await hotline.push({"kind": "concluded", "order_no": "JY1"})).json()
    assert (told["status"], told["state"]) == ("recorded", "dispatched")
    assert "先保留" in told["note"]
    assert (await hotline.push({"kind": "concluded", "order_no": "JY1"})).json()["status"] == "known"
    assert service.rows("SELECT state FROM waiting_message") == [("kept",)]
    center, station = await sign_in("towna"), await sign_in("stationa")
    await center.do(1, "sign")
    await center.do(1, "assign", lead={"unit": towns.STATION_A, "person": None})
    await station.do(1, "accept")
    await station.do(1, "answer", done="已告知开灯时间", how_closed="explained")
    await center.do(1, "review")
    await until(service, "SELECT 1 FROM ticket WHERE state = 'closed'")
    assert service.rows("SELECT state FROM waiting_message") == [("applied",)]


async def test_either_secret_is_good_while_they_rotate(hotline: Hotline, service: Service) -> None:
    """Several signatures in one header, one of them ours."""
    headers = hotline.headers('{"order_no":"JY1","content":"路灯不亮"}', "msg_1")
    headers["webhook-signature"] = f"v1,AAAA v2,BBBB {headers['webhook-signature']}"
    answer = await hotline.post('{"order_no":"JY1","content":"路灯不亮"}', headers)
    assert answer.status_code == 201, answer.text
