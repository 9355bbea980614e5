"""The hotline's receiver of status reports, for tests: keeps each call, answers what it is told to."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from standardwebhooks.webhooks import Webhook
from starlette.types import Receive, Scope, Send

from tests.databases import WEBHOOK_SECRET
from tests.serving import serving
from tests.waiting import patient


@dataclass(frozen=True)
class Report:
    """One call that was received and whose signature held."""

    id: str
    body: dict[str, Any]


@dataclass
class Receiver:
    """Listens; ``answers`` are given one by one, then 204. While ``closed`` nothing is answered."""

    answers: list[int] = field(default_factory=list)
    heard: list[Report] = field(default_factory=list)
    open: asyncio.Event = field(default_factory=asyncio.Event)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def __post_init__(self) -> None:
        self.open.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One call."""
        raw = b""
        while (message := await receive()).get("more_body") or not raw:
            raw += message.get("body", b"")
            if not message.get("more_body"):
                break
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        Webhook(WEBHOOK_SECRET).verify(raw.decode(), headers)
        async with self._changed:
            self.heard.append(Report(headers["webhook-id"], json.loads(raw)))
            self._changed.notify_all()
        await self.open.wait()
        status = self.answers.pop(0) if self.answers else 204
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body"})

    async def until(self, true: Callable[[list[Report]], bool]) -> None:
        """Wait until what was heard is as described."""
        async with patient(), self._changed:
            await self._changed.wait_for(lambda: true(self.heard))

    def statuses(self, order_no: str) -> list[str]:
        """The statuses heard of an order, in the order they came."""
        return [each.body["status"] for each in self.heard if each.body["order_no"] == order_no]


@asynccontextmanager
async def listening(receiver: Receiver, port: int) -> AsyncIterator[None]:
    """The receiver, on a port."""
    with socket.create_server(("127.0.0.1", port)) as opened:
        config = uvicorn.Config(receiver, log_level="warning", lifespan="off")
        async with serving(config, [opened]):
            yield
            receiver.open.set()
