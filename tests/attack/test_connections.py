"""The server's patience: half a head, half a body, answers that nobody fetches, pings and parts without end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from dispatch.web.connections import MOST_AHEAD, MOST_UNHEARD, PINGS_A_MINUTE, Patience, protocols
from tests.attack.raw import UPGRADE, Raw, connected, frame
from tests.serving import serving

BIG = 8 * 1024 * 1024
GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
ENDLESS = Patience(head_seconds=600, look_seconds=600)
SHORT = Patience(head_seconds=0.3, look_seconds=0.3)
CONTINUED, TEXT, PING = 0, 1, 9


async def answering(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that reads a body and answers, with much where that is asked for; a socket listens to nothing."""
    if scope["type"] == "lifespan":
        return
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        await asyncio.get_running_loop().create_future()
    more = True
    while more:
        more = (await receive()).get("more_body", False)
    body = b"x" * (BIG if scope["path"] == "/big" else 2)
    head = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": head})
    await send({"type": "http.response.body", "body": body})


async def standing(port: int, patience: Patience, most: int | None = None) -> AsyncIterator[uvicorn.Server]:
    """A server with this patience."""
    http, ws = protocols(patience, most)
    config = uvicorn.Config(
        answering,
        port=port,
        http=http,
        ws=ws,
        ws_max_size=64 * 1024,
        lifespan="off",
        log_level="critical",
    )
    async with serving(config) as server:
        server.server_state.connections = Connections()
        yield server
        for task in server.server_state.tasks:
            task.cancel()


@pytest.fixture
async def hasty(port: int) -> AsyncIterator[uvicorn.Server]:
    """A server of little patience."""
    async for server in standing(port, SHORT):
        yield server


@pytest.fixture
async def patient(port: int) -> AsyncIterator[uvicorn.Server]:
    """A server that waits for ever, so that nothing but its other bounds ends a talk."""
    async for server in standing(port, ENDLESS):
        yield server


@pytest.fixture
async def narrow(port: int) -> AsyncIterator[uvicorn.Server]:
    """A server with room for four."""
    async for server in standing(port, ENDLESS, most=4):
        yield server


def problem(answer: bytes, status: int) -> dict[str, Any]:
    """The RFC 9457 body of a refusal."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ".encode()), answer[:200]
    assert b"application/problem+json" in head
    said: dict[str, Any] = json.loads(body)
    assert said["status"] == status
    assert said["detail"]
    return said


@pytest.mark.parametrize("said", [b"GET", b"GET / HTTP/1.1\r\nHost: x\r\nX-A: b\r\n"])
async def test_half_a_head_is_waited_for_no_longer(hasty: uvicorn.Server, port: int, said: bytes) -> None:
    async with connected(port) as raw:
        await raw.send(said)
        problem(await raw.rest(), 408)


async def test_who_connects_and_says_nothing_is_let_go(hasty: uvicorn.Server, port: int) -> None:
    async with connected(port) as raw:
        assert await raw.rest() == b""


async def test_half_a_further_head_is_waited_for_no_longer(hasty: uvicorn.Server, port: int) -> None:
    async with connected(port) as raw:
        await raw.send(GET + GET[:20])
        answers = await raw.rest()
        assert answers.startswith(b"HTTP/1.1 200 OK")
        problem(answers[answers.index(b"HTTP/1.1 408") :], 408)


async def test_a_body_that_stops_is_waited_for_no_longer(hasty: uvicorn.Server, port: int) -> None:
    async with connected(port) as raw:
        await raw.send(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n" + b"x" * 50)
        problem(await raw.rest(), 408)


async def test_an_answer_that_nobody_fetches_is_dropped(hasty: uvicorn.Server, port: int) -> None:
    async with connected(port, receives=4_096) as raw:
        await raw.send(GET.replace(b"/ ", b"/big ", 1))
        await gone(hasty)
        assert len(await raw.rest()) < BIG


class Connections(set[Any]):
    """A server's connections, that tell when one goes."""

    def __init__(self) -> None:
        super().__init__()
        self.fewer = asyncio.Event()

    def discard(self, connection: Any) -> None:
        """HTTP goes like this."""
        super().discard(connection)
        self.fewer.set()

    def remove(self, connection: Any) -> None:
        """Sockets go like this."""
        super().remove(connection)
        self.fewer.set()


async def gone(server: uvicorn.Server) -> None:
    """Wait until the server has no connection any more."""
    connections = server.server_state.connections
    assert isinstance(connections, Connections)
    async with asyncio.timeout(60):
        while connections:
            connections.fewer.clear()
            await connections.fewer.wait()


@pytest.mark.parametrize(
    "head",
    [
        b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X-A: b\r\n" * 6_000 + b"\r\n",
        b"GET / HTTP/1.1\r\nX-A: " + b"b" * 40_000,
        b"GET / HTTP/1.1\r\n" + b"b" * 40_000,
    ],
)
async def test_a_head_has_an_end(patient: uvicorn.Server, port: int, head: bytes) -> None:
    async with connected(port) as raw:
        await raw.send(head)
        problem(await raw.rest(), 431)


@pytest.mark.parametrize(
    "said", [b"\x16\x03\x01\x02\x00\x01\x00", b"HELLO\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"]
)
async def test_what_is_no_http_is_a_problem(patient: uvicorn.Server, port: int, said: bytes) -> None:
    async with connected(port) as raw:
        await raw.send(said)
        problem(await raw.rest(), 400)


async def test_requests_ahead_of_their_answers_have_an_end(patient: uvicorn.Server, port: int) -> None:
    async with connected(port) as raw:
        await raw.send(GET * (MOST_AHEAD + 10))
        assert (await raw.rest()).count(b"200 OK") <= MOST_AHEAD


async def test_a_few_requests_ahead_are_answered(patient: uvicorn.Server, port: int) -> None:
    async with connected(port) as raw:
        await raw.send(GET * 5)
        for _ in range(5):
            assert (await raw.answer()).startswith((b"HTTP/1.1 200 OK", b"xxHTTP/1.1 200 OK"))


async def test_who_asked_nothing_gives_place_to_who_comes(narrow: uvicorn.Server, port: int) -> None:
    """Silent connections fill the server; whoever comes and asks is answered, the oldest silent one goes."""
    async with connected(port) as first, connected(port), connected(port), connected(port):
        async with connected(port) as asking:
            await asking.send(GET)
            assert (await asking.answer()).startswith(b"HTTP/1.1 200 OK")
        assert await first.rest() == b""


async def opened(raw: Raw) -> None:
    """Open a socket."""
    await raw.send(UPGRADE)
    assert (await raw.answer()).startswith(b"HTTP/1.1 101")


@pytest.mark.parametrize(
    "flood",
    [
        frame(PING, b"x" * 125) * (PINGS_A_MINUTE + 10),
        frame(TEXT, b"x", final=False) + frame(CONTINUED, final=False) * (MOST_UNHEARD + 10),
        frame(TEXT, b"{}") * (MOST_UNHEARD + 10),
        frame(TEXT, b"x" * 60_000, final=False) + frame(CONTINUED, b"x" * 60_000, final=False) * 200,
    ],
    ids=["pings", "empty parts", "messages", "giant"],
)
async def test_a_flood_over_a_socket_ends_it(patient: uvicorn.Server, port: int, flood: bytes) -> None:
    async with connected(port) as raw:
        await opened(raw)
        await raw.send(flood)
        await raw.rest()
        await gone(patient)
