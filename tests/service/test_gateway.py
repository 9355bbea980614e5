"""An assignment reaches a gateway over HTTP: signed, again with the same id; receipts count once and only if signed."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import psycopg
import pytest

from dispatch.domain.signing import key_of, sign
from dispatch.ports.gateway import HttpGateway, Message
from dispatch.ports.outbound import Outbound
from dispatch.settings import Settings
from tests.databases import WEBHOOK_SECRET
from tests.service.conftest import Hotline, Service, SignIn, order
from tests.service.receiver import Receiver, listening
from tests.serving import PLAIN

KEY = key_of(WEBHOOK_SECRET)
AWAKE = (
    "INSERT INTO telling_limit (limits, note) SELECT limits || "
    '\'{"quiet_from": "00:00", "quiet_until": "00:00"}\', \'t\' FROM telling_limit'
)


@pytest.fixture
def settings(settings: Settings, hotline_port: int) -> Settings:
    """Messages go to a gateway."""
    return replace(
        settings,
        gateway_url=f"http://127.0.0.1:{hotline_port}/messages",
        gateway_key=KEY,
        gateway_hosts=frozenset({f"127.0.0.1:{hotline_port}"}),
        gateway_name="operator",
    )


@pytest.fixture
async def receiver(hotline_port: int) -> AsyncIterator[Receiver]:
    """The gateway's end, which looks at the signature of each call."""
    made = Receiver()
    async with listening(made, hotline_port):
        yield made


async def until(service: Service, question: str, *values: object) -> None:
    """Wait until the database answers; asked from a thread, so that the service goes on meanwhile."""
    await service.until(question, *values)


async def test_a_message_is_sent_until_taken_and_its_receipts_count_once(
    service: Service, hotline: Hotline, sign_in: SignIn, receiver: Receiver
) -> None:
    with psycopg.connect(service.owner_url) as connection:
        connection.execute(AWAKE)
    receiver.answers = [500]
    await hotline.push(order("JY1"))
    desk = await sign_in("towna")
    await desk.do(1, "sign")
    await desk.do(1, "assign", lead={"unit": 4, "person": 4})
    await receiver.until(lambda heard: len(heard) == 1)
    with psycopg.connect(service.owner_url) as connection:
        connection.execute("UPDATE notification SET next_at = now()")
    await receiver.until(lambda heard: len(heard) == 2)
    first, again = receiver.heard
    assert first == again
    assert first.body["to"] == "13900000004"
    assert first.body["params"]["link"].startswith(f"{service.url}/t/")
    await until(service, "SELECT 1 FROM notification WHERE state = 'sent' AND attempts = 2")
    body = json.dumps({"receipts": [{"id": first.id, "status": "opened", "at": "2026-11-25T10:00:00+08:00"}]})
    async with httpx.AsyncClient(base_url=service.url, timeout=60, verify=PLAIN) as gateway:
        assert (await said(gateway, body)).json() == {"taken": 1, "known": 0, "unknown": 0}
        assert (await said(gateway, body)).json() == {"taken": 0, "known": 1, "unknown": 0}
        assert (await said(gateway, body, key=b"x" * 32)).status_code == 401
        assert (await said(gateway, body, ago=600)).status_code == 401
        assert (await said(gateway, '{"receipts": []}')).status_code == 400
        assert (await said(gateway, body, name="other")).status_code == 404
    assert service.rows("SELECT state FROM notification") == [("opened",)]


async def test_a_slow_gateway_whose_receipt_comes_first_and_whose_answer_is_lost_is_not_asked_again(
    service: Service, hotline: Hotline, sign_in: SignIn, receiver: Receiver
) -> None:
    with psycopg.connect(service.owner_url) as connection:
        connection.execute(AWAKE)
    receiver.open.clear()
    receiver.answers = [502]
    await hotline.push(order("JY2"))
    desk = await sign_in("towna")
    await desk.do(1, "sign")
    await desk.do(1, "assign", lead={"unit": 4, "person": 4})
    await receiver.until(lambda heard: len(heard) == 1)
    (first,) = receiver.heard
    at = "2026-11-25T10:00:00+08:00"
    strange = {"id": str(uuid.uuid4()), "status": "delivered", "at": at}
    delivered = {"id": first.id, "status": "delivered", "at": at}
    async with httpx.AsyncClient(base_url=service.url, timeout=60, verify=PLAIN) as gateway:
        mixed = json.dumps({"receipts": [strange, delivered, delivered]})
        assert (await said(gateway, mixed)).json() == {"taken": 1, "known": 1, "unknown": 1}
        wrong = json.dumps({"receipts": [delivered | {"status": "read"}]})
        assert (await said(gateway, wrong)).json()["field"] == "receipts.0.status"
    receiver.open.set()
    await until(service, "SELECT 1 FROM notification WHERE state = 'delivered' AND check_at IS NOT NULL")
    with psycopg.connect(service.owner_url) as connection:
        connection.execute("UPDATE notification SET check_at = now(), next_at = now()")
    await receiver.until(lambda heard: len(heard) == 2)
    second = receiver.heard[1]
    assert (first.body["kind"], second.body["kind"]) == ("sms", "voice"), (
        "nobody opened it: a call, no second text"
    )
    assert first.id != second.id


async def said(
    gateway: httpx.AsyncClient, body: str, *, key: bytes = KEY, ago: int = 0, name: str = "operator"
) -> httpx.Response:
    """Receipts, signed."""
    stamp = int(time.time()) - ago
    headers = {
        "webhook-id": "r1",
        "webhook-timestamp": str(stamp),
        "webhook-signature": sign(key, "r1", stamp, body.encode()),
    }
    return await gateway.post(f"/gateway/{name}/receipts", content=body, headers=headers)


async def test_a_host_that_is_not_on_the_list_hears_nothing(receiver: Receiver, hotline_port: int) -> None:
    outbound = Outbound()
    url = f"http://127.0.0.1:{hotline_port}/messages"
    gateway = HttpGateway(outbound, "g", url, KEY, frozenset({"sms.example"}), time.time)
    message = Message(uuid.uuid4(), "sms", "1", "T", {}, "x")
    error = await gateway.send(message)
    await outbound.close()
    assert error is not None
    assert "DISPATCH_GATEWAY_HOSTS" in error
    assert receiver.heard == []
