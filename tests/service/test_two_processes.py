"""What one process knows of the people at the other, and what both do with one delivery."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect

from tests.service.conftest import Hotline, Service, SignIn, order
from tests.serving import PLAIN
from tests.waiting import patient


@pytest.fixture
def processes() -> int:
    """Two, always."""
    return 2


@asynccontextmanager
async def at_a_desk(service: Service, sign_in: SignIn, username: str) -> AsyncIterator[ClientConnection]:
    """A socket that was welcomed."""
    desk = await sign_in(username)
    ticket = (await desk.client.post("/api/socket-ticket")).json()["ticket"]
    async with connect(
        f"{service.url.replace('http', 'ws')}/api/stream", proxy=None, open_timeout=60
    ) as socket:
        await socket.send(json.dumps({"type": "hello", "ticket": ticket}))
        assert json.loads(await socket.recv())["type"] == "welcome"
        yield socket


async def looks_at(socket: ClientConnection, ticket: int | None) -> None:
    """Somebody opens a ticket, or closes it."""
    await socket.send(json.dumps({"type": "presence", "ticket": ticket}))


async def until_seen(socket: ClientConnection, names: set[str]) -> None:
    """Wait until just these people are said to look at the ticket."""
    async with patient():
        seen: set[str] = set()
        while seen != names:
            message: dict[str, Any] = json.loads(await socket.recv())
            if message["type"] == "ephemeral":
                seen = {each["name"] for each in message["people"]}


async def test_who_looks_at_a_ticket_is_seen_from_every_process(
    service: Service, hotline: Hotline, sign_in: SignIn
) -> None:
    await hotline.push(order("JY1"))
    async with (
        at_a_desk(service, sign_in, "towna") as town,
        at_a_desk(service, sign_in, "district") as first,
        at_a_desk(service, sign_in, "district") as second,
    ):
        await looks_at(town, 1)
        for other in (first, second):  # whichever process the town is at, one of them is at the other
            await looks_at(other, 1)
            await until_seen(other, {"甲值班", "区值班"})
            await until_seen(town, {"甲值班", "区值班"})
            await looks_at(other, None)
            await until_seen(town, {"甲值班"})


async def test_a_ticket_is_made_once_of_what_comes_to_both_at_once(service: Service) -> None:
    async def push(number: int) -> httpx.Response:
        async with httpx.AsyncClient(base_url=service.url, timeout=60, verify=PLAIN) as client:
            return await Hotline(client).push(order("JY1"), identity=f"msg_{number % 3}")

    answers = await asyncio.gather(*(push(number) for number in range(30)))
    assert {each.status_code for each in answers} <= {200, 201}
    assert (
        len(
            {
                each.json()["results"][0]["ticket"] if "results" in each.json() else each.json()["ticket"]
                for each in answers
            }
        )
        == 1
    )
    assert service.rows("SELECT count(*) FROM ticket") == [(1,)]
    assert service.rows("SELECT count(*) FROM delivery") == [(3,)]
