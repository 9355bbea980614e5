"""Deliveries that a scenario makes by itself: each attempt is written down like any client's."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from dispatch.client import Sender
from tests.bench.orders import Orders, orders
from tests.chaos.clients.again import pauses
from tests.chaos.journal import Journal, Pushed
from tests.chaos.scenario import Run
from tests.serving import PLAIN

TIMEOUT_SECONDS = 30.0
Message = dict[str, Any]


@dataclass
class Pushing:
    """A hotline in the scenario's hand."""

    run: Run
    name: str
    journal: Journal
    sender: Sender
    orders: Orders

    @classmethod
    @asynccontextmanager
    async def of(cls, run: Run, name: str, at: str = "") -> AsyncIterator[Pushing]:
        """One with connections and a file of its own; ``at`` one process, past the proxy, or as everybody."""
        world = run.world
        said = orders(world.database.owner_url)
        said.dice = run.world.random(name)
        url = f"{at or world.url}/hotline/v1/{world.source}/messages"
        async with httpx.AsyncClient(timeout=TIMEOUT_SECONDS, verify=PLAIN, trust_env=False) as client:
            with world.journal(name) as journal:
                yield cls(run, name, journal, Sender(client, url, world.secret), said)

    def messages(self, count: int) -> list[Message]:
        """New orders."""
        return [
            each | {"工单编号": f"{self.name.upper()}-{each['工单编号']}"} for each in self.orders.take(count)
        ]

    async def push(self, identity: str, messages: Sequence[Mapping[str, Any]]) -> httpx.Response | None:
        """One attempt at a delivery; None where nothing came back."""
        body = messages[0] if len(messages) == 1 else messages
        try:
            answer = await self.sender.push(body, identity)
        except (httpx.HTTPError, OSError):
            answer = None
        self.journal.write(
            Pushed(
                client=self.name,
                source=self.run.world.source,
                delivery=identity,
                orders=tuple(each["工单编号"] for each in messages if "推送类型" not in each),
                status=answer.status_code if answer else None,
            )
        )
        return answer

    async def until_ok(self, identity: str, messages: Sequence[Mapping[str, Any]]) -> httpx.Response:
        """Push it until it is answered 2xx; that answer."""
        async for _ in pauses(self.run.dice):
            answer = await self.push(identity, messages)
            if answer is not None and answer.is_success:
                return answer
        raise AssertionError("pauses go on for ever")
