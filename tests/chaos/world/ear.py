"""The hotline's receiver of status reports: each that it takes is in its file, on disk, before it says so."""

from __future__ import annotations

import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import uvicorn
from standardwebhooks.webhooks import Webhook
from starlette.types import Receive, Scope, Send

from tests.chaos.journal import Heard, Journal
from tests.databases import WEBHOOK_SECRET
from tests.serving import serving

NAME = "ear"


@dataclass
class Ear:
    """Listens on a port; a report whose signature does not hold is an error here, which the run ends with."""

    journal: Journal
    port: int = 0
    heard: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One call."""
        raw, more = b"", True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return  # it was cut before it was whole: the service sends it again
            raw += message.get("body", b"")
            more = message.get("more_body", False)
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        Webhook(WEBHOOK_SECRET).verify(raw.decode(), headers)
        body = json.loads(raw)
        self.journal.write(
            Heard(
                client=NAME,
                id=headers["webhook-id"],
                order_no=body["order_no"],
                version=body["version"],
                status=body["status"],
            )
        )
        self.heard += 1
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})


@asynccontextmanager
async def listening(journal: Journal) -> AsyncIterator[Ear]:
    """An ear on a port of its own."""
    ear = Ear(journal)
    with socket.create_server(("127.0.0.1", 0)) as opened:
        ear.port = opened.getsockname()[1]
        config = uvicorn.Config(ear, log_level="error", lifespan="off")
        async with serving(config, [opened]):
            yield ear
