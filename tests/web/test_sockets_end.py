"""A socket that ends is gone with everything it held, at once: freezing keeps for good what waits for the collector."""

from __future__ import annotations

import asyncio
import gc
import hashlib
import json
import socket
import struct
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any

import pytest
import uvicorn
import uvloop
from fastapi import WebSocket
from uvicorn.server import ServerState

from dispatch.actions.sockets import Sockets
from dispatch.live.hub import Client, Hub
from dispatch.web import connections, stream
from dispatch.web.connections import Patient, PatientSocket
from tests.simulation.script import Script, Store, units
from tests.web.test_patience import UPGRADE

SOCKETS = 5
CLOSE = b"\x88\x80\0\0\0\0"
HELD = (Patient, PatientSocket, stream.Talk, Client)
Peer = tuple[Hub, socket.socket]


async def cut(peer: Peer) -> None:
    """The line is dead."""
    peer[1].setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


async def good_bye(peer: Peer) -> None:
    """The client says good-bye, and waits for the answer."""
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(peer[1], CLOSE)
    while await loop.sock_recv(peer[1], 4096):
        pass


async def signed_out(peer: Peer) -> None:
    """The service says good-bye, and the client answers."""
    loop = asyncio.get_running_loop()
    peer[0].end(person=1)
    while b"\x88" not in await loop.sock_recv(peer[1], 4096):
        pass
    await loop.sock_sendall(peer[1], CLOSE)
    while await loop.sock_recv(peer[1], 4096):
        pass


async def greeted(script: Script, address: Any, ticket: str) -> socket.socket:
    """A client that has been welcomed."""
    loop, client = asyncio.get_running_loop(), socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, address)
    await loop.sock_sendall(client, UPGRADE)
    assert b" 101 " in await loop.sock_recv(client, 4096)
    script.tickets[hashlib.sha256(ticket.encode()).digest()] = b"session1"
    said = json.dumps({"type": "hello", "ticket": ticket}).encode()
    await loop.sock_sendall(client, bytes([0x81, 0x80 | len(said)]) + bytes(4) + said)
    assert b"welcome" in await loop.sock_recv(client, 4096)
    return client


async def left(end: Callable[[Peer], Awaitable[None]]) -> int:
    """How much of some sockets is there once they ended, before any collection."""
    script = Script(Random(1), calm=True)
    script.join(1)
    store: Any = Store(script)
    asked, hub = Sockets(store), Hub()
    hub.start(script.epoch, script.tops())

    async def app(scope: Any, receive: Any, send: Any) -> None:
        made = WebSocket(scope, receive, send)
        await stream.Talk(made, store, asked, hub, units, lambda: "now").run("http://here")

    config, state = uvicorn.Config(app, lifespan="off", log_config=None), ServerState()
    http, config.ws_protocol_class = connections.protocols(most=64)
    config.load()
    server = await asyncio.get_running_loop().create_server(lambda: http(config, state, {}), "127.0.0.1", 0)
    for number in range(SOCKETS):
        client = await greeted(script, server.sockets[0].getsockname(), f"ticket{number}")
        await end((hub, client))
        client.close()
    while hub.clients or state.connections or state.tasks:  # noqa: ASYNC110 - the server's own sets
        await asyncio.sleep(0)
    for _ in range(5):
        await asyncio.sleep(0)  # who let go of the connection returns
    server.close()
    return sum(isinstance(each, HELD) for each in gc.get_objects())


@pytest.mark.parametrize("end", [cut, good_bye, signed_out])
def test_nothing_of_a_socket_waits_for_the_collector(end: Callable[[Peer], Awaitable[None]]) -> None:
    gc.collect()
    gc.disable()
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            assert runner.run(left(end)) == 0
    finally:
        gc.enable()
