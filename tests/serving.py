"""A server in this process, for as long as a test needs it; told of its start, not asked again and again."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import uvicorn

PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For clients of services that speak no TLS: to read this machine's certificates takes longer than most tests' work."""


class Announced(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        self.listens.set()


@asynccontextmanager
async def serving(
    config: uvicorn.Config, sockets: Sequence[socket.socket] | None = None
) -> AsyncIterator[uvicorn.Server]:
    """The server of a configuration, listening; what keeps it from starting is raised here."""
    server = Announced(config)
    task = asyncio.create_task(server._serve(sockets=list(sockets) if sockets else None))
    listening = asyncio.create_task(server.listens.wait())
    await asyncio.wait({task, listening}, return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        listening.cancel()
        task.result()
    yield server
    server.should_exit = True
    await task
