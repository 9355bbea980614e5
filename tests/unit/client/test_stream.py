"""The Python client over a real socket: it resumes after a gap, fetches again when told, knows when it is over."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from dispatch.client.stream import StreamReader
from dispatch.errors import SOCKET_CODES
from tests.unit.live.test_board import EPOCH
from tests.waiting import patient

WELCOME = {"type": "welcome", "streams": [5], "rights": "r"}
Json = dict[str, Any]


def row(ticket: int, version: int = 1) -> Json:
    """A ticket's row."""
    return {"id": ticket, "version": version, "state": "signed"}


def frame(first: int, last: int, *tickets: int) -> Json:
    """A frame with a row for each ticket, numbered from its start."""
    entries = [
        {"seq": first + at, "ticket": ticket, "version": 1, "event": "e", "row": row(ticket)}
        for at, ticket in enumerate(tickets)
    ]
    return {"type": "frame", "stream": 5, "epoch": EPOCH, "from": first, "to": last, "entries": entries}


class Scripted:
    """A service that answers each resume with the next part of a script, and keeps what it was asked."""

    def __init__(self, *script: list[Json] | int) -> None:
        self.script = deque(script)
        self.asked: list[Json] = []
        self.snapshots = deque([(10, [row(1)]), (20, [row(2)]), (30, [row(3)])])
        self.status = 200

    async def talk(self, socket: ServerConnection) -> None:
        """One socket: hello, welcome, then the script."""
        assert json.loads(await socket.recv())["type"] == "hello"
        await socket.send(json.dumps(WELCOME))
        async for text in socket:
            self.asked.append(json.loads(text)["position"])
            part = self.script.popleft() if self.script else []
            if isinstance(part, int):
                await socket.close(part)
                return
            for message in part:
                await socket.send(json.dumps(message))

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Socket tickets and snapshots over HTTP."""
        if request.url.path == "/api/socket-ticket":
            return httpx.Response(self.status, json={"ticket": "t", "expires_in": 30})
        seq, tickets = self.snapshots.popleft()
        told = {"stream": 5, "epoch": EPOCH, "seq": seq, "rights": "r", "tickets": tickets}
        return httpx.Response(200, json=told)


@pytest.fixture
async def serving() -> AsyncIterator[list[Server]]:
    """Servers that end with the test."""
    servers: list[Server] = []
    yield servers
    for server in servers:
        server.close()
        await server.wait_closed()


async def follow(service: Scripted, serving: list[Server], until: int) -> StreamReader:
    """Follow until the board stands at a number."""
    server = await serve(service.talk, "127.0.0.1", 0)
    serving.append(server)
    port = next(iter(server.sockets)).getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    reached = asyncio.Event()
    async with httpx.AsyncClient(transport=httpx.MockTransport(service.answer), base_url=url) as client:
        reader = StreamReader(client, url)

        def heard(_message: Json) -> None:
            if 5 in reader.boards and reader.boards[5].seq >= until:
                reached.set()

        following = asyncio.create_task(reader.follow(heard))
        waiting = asyncio.create_task(reached.wait())
        async with patient():
            await asyncio.wait([following, waiting], return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if following.done():
            following.result()
        following.cancel()
        await asyncio.gather(following, waiting, return_exceptions=True)
    return reader


async def test_it_resumes_from_its_snapshot_and_folds(serving: list[Server]) -> None:
    service = Scripted([frame(9, 12, 7), frame(13, 13, 8)])
    reader = await follow(service, serving, until=13)
    assert service.asked == [{"epoch": EPOCH, "seq": 10, "rights": "r"}]
    assert set(reader.boards[5].tickets) == {1, 8}


async def test_after_a_gap_it_asks_again_from_where_it_stands(serving: list[Server]) -> None:
    service = Scripted([frame(11, 11, 7), frame(14, 14, 9)], [frame(12, 14, 8)])
    reader = await follow(service, serving, until=14)
    assert [asked["seq"] for asked in service.asked] == [10, 11]
    assert set(reader.boards[5].tickets) == {1, 7, 8}


async def test_told_to_fetch_again_it_forgets_the_old_board(serving: list[Server]) -> None:
    service = Scripted([{"type": "refetch", "stream": 5, "reason": "too_old"}], [frame(21, 21, 9)])
    reader = await follow(service, serving, until=21)
    assert [asked["seq"] for asked in service.asked] == [10, 20]
    assert set(reader.boards[5].tickets) == {2, 9}


async def test_a_cut_line_comes_back_by_itself(serving: list[Server]) -> None:
    service = Scripted(SOCKET_CODES["mailbox-full"], [frame(11, 11, 7)])
    reader = await follow(service, serving, until=11)
    assert [asked["seq"] for asked in service.asked] == [10, 10]
    assert set(reader.boards[5].tickets) == {1, 7}


async def test_ended_rights_end_it(serving: list[Server]) -> None:
    with pytest.raises(ConnectionClosed):
        await follow(Scripted(SOCKET_CODES["rights-ended"]), serving, until=99)


async def test_a_session_that_is_over_is_not_asked_for_ever(serving: list[Server]) -> None:
    service = Scripted()
    service.status = 401
    with pytest.raises(httpx.HTTPStatusError):
        await follow(service, serving, until=99)
