"""Who spoke in time is heard, however late this process comes to read it; on the loop that production uses."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable
from itertools import count
from random import Random
from typing import Any

import pytest
import uvicorn
import uvloop
from fastapi import WebSocket
from uvicorn.server import ServerState

from dispatch.actions.sockets import Sockets
from dispatch.errors import SOCKET_CODES
from dispatch.live.hub import Hub
from dispatch.web import connections, stream
from dispatch.web.connections import Patience
from tests.simulation.script import Script, Store, units

SECONDS = 0.01
UPGRADE = (
    b"GET /api/stream HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
END = b"\r\n\r\n"
App = Callable[[Any, Any, Any], Awaitable[None]]


class Distracting(asyncio.Protocol):
    """Another connection: while its bytes are read the client speaks, and all it waits for falls due."""

    def __init__(self, speak: Callable[[], object]) -> None:
        self._speak = speak

    def data_received(self, _: bytes) -> None:
        """Take too long."""
        self._speak()
        loop = asyncio.get_running_loop()
        until = loop.time() + 2 * SECONDS
        while loop.time() < until:
            pass


class Scene:
    """A server of an application, a client of it, and somebody who distracts the server."""

    def __init__(self, app: App, said: bytes) -> None:
        self._said = said
        self.client, self._distracts = socket.socket(), socket.socket()
        self.config = uvicorn.Config(app, lifespan="off", log_config=None)
        http, self.config.ws_protocol_class = connections.protocols(Patience(SECONDS), most=8)
        self.config.load()
        self._http = http

    def distract(self) -> None:
        """Before anything else is read, the client says what it has to say, and it is late."""
        self._distracts.send(b"!")

    async def told(self, at_once: bytes, octets: int, *, distracted: bool) -> bytes:
        """What the client is told: the head, and so many octets after it."""
        loop = asyncio.get_running_loop()
        scene = self

        class Connection(self._http):  # type: ignore[misc, name-defined]
            """Is made, and the process has other things to do."""

            def connection_made(self, transport: asyncio.BaseTransport) -> None:
                super().connection_made(transport)
                if distracted:
                    scene.distract()

        other = await loop.create_server(
            lambda: Distracting(lambda: self.client.send(self._said)), "127.0.0.1", 0
        )
        server = await loop.create_server(lambda: Connection(self.config, ServerState(), {}), "127.0.0.1", 0)
        with self.client, self._distracts:
            for each, where in ((self._distracts, other), (self.client, server)):
                each.setblocking(False)
                await loop.sock_connect(each, where.sockets[0].getsockname())
            self.client.send(at_once)
            heard = b""
            while END not in heard or len(heard.partition(END)[2]) < octets:
                part = await loop.sock_recv(self.client, 4096)
                assert part, heard
                heard += part
        server.close()
        other.close()
        return heard


def played(talk: Callable[[], Awaitable[bytes]]) -> bytes:
    """On uvloop."""

    async def run() -> bytes:
        return await talk()

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(run())


def test_a_request_that_lay_there_in_time_is_answered() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    scene = Scene(app, b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
    assert played(lambda: scene.told(b"", 0, distracted=True)).startswith(b"HTTP/1.1 204")


@pytest.mark.parametrize("hello", [True, False])
def test_a_hello_that_lay_there_in_time_counts(monkeypatch: pytest.MonkeyPatch, *, hello: bool) -> None:
    monkeypatch.setattr(stream, "HELLO_SECONDS", SECONDS)
    said = json.dumps({"type": "hello", "ticket": "guessed"}).encode()
    asked = count()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        async def hear() -> Any:
            if next(asked) == 1:  # its first message is waited for, not that it connects
                scene.distract()
            return await receive()

        store: Any = Store(Script(Random(1), calm=True))
        talk = stream.Talk(WebSocket(scope, hear, send), store, Sockets(store), Hub(), units, lambda: "now")
        await talk.run("http://here")

    scene = Scene(app, bytes([0x81, 0x80 | len(said)]) + bytes(4) + said if hello else b"")
    told = played(lambda: scene.told(UPGRADE, 4, distracted=False)).partition(END)[2]
    code = SOCKET_CODES["not-signed-in" if hello else "no-hello"]
    assert told == b"\x88\x02" + code.to_bytes(2, "big")
