"""The Python client's deliveries are Standard Webhooks: the published client verifies them unchanged."""

from __future__ import annotations

import base64
import json
from typing import Any

import httpx
import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from dispatch.client.sender import Sender

SECRET = "whsec_" + base64.b64encode(b"a secret of the tests, long").decode()
URL = "http://hotline.test/hotline/v1/huaian-12345/messages"


class Door:
    """Takes deliveries and verifies each with the published client."""

    def __init__(self, secret: str = SECRET) -> None:
        self.taken: list[tuple[str, Any]] = []
        self._webhook = Webhook(secret)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        assert request.headers["content-type"] == "application/json"
        body = self._webhook.verify(request.content, dict(request.headers))
        self.taken.append((request.headers["webhook-id"], body))
        return httpx.Response(201, json={"status": "created"})


async def push(door: Door, *bodies: Any, identity: str | None = None) -> list[int]:
    """Push bodies through a sender; the statuses."""
    async with httpx.AsyncClient(transport=httpx.MockTransport(door)) as client:
        sender = Sender(client, URL, SECRET)
        return [(await sender.push(body, identity)).status_code for body in bodies]


async def test_one_message_and_a_batch_arrive_signed_as_they_are() -> None:
    door = Door()
    one, other = {"order_no": "JY1", "content": "路灯不亮😡"}, {"order_no": "JY2", "content": "停水"}
    assert await push(door, one, [one, other]) == [201, 201]
    assert [body for _, body in door.taken] == [one, {"messages": [one, other]}]


async def test_every_delivery_has_an_id_of_its_own_and_a_repeated_one_keeps_it() -> None:
    door = Door()
    await push(door, {"a": 1}, {"a": 1})
    await push(door, {"a": 1}, {"a": 1}, identity="msg_again")
    ids = [identity for identity, _ in door.taken]
    assert len(set(ids[:2])) == 2
    assert ids[2:] == ["msg_again", "msg_again"]


async def test_another_secret_is_refused() -> None:
    door = Door("whsec_" + base64.b64encode(b"another secret, just as long").decode())
    with pytest.raises(WebhookVerificationError):
        await push(door, {"a": 1})


async def test_the_clock_may_be_another() -> None:
    async with httpx.AsyncClient() as client:
        headers = Sender(client, URL, SECRET, now=lambda: 1_614_265_330.9).headers("msg_1", b"{}")
    assert headers["webhook-timestamp"] == "1614265330"
    assert json.dumps(headers).isascii()
