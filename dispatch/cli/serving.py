"""The server as a process runs it: how it leaves when it is asked to stop, without a request or an entry lost.

SIGTERM: ``/health/ready`` says no and answers say ``Connection: close``, while whoever balances finds out; sockets end
with a code that lets their clients come back elsewhere, bit by bit; nothing more is accepted; what is under way is
answered; jobs let go of their leases. A second signal, or the limit, ends it as it stands: PostgreSQL holds what was
answered, and what was not is safe to send again.
"""

import asyncio
import os
import socket
import threading
import time
from pathlib import Path
from types import FrameType

import uvicorn
from fastapi import FastAPI

from dispatch.web.connections import protocols
from dispatch.web.draining import Draining

LEAVE_SECONDS = 1.0
"""How long it still accepts after it was asked to stop: a proxy that asks each second has heard of it by then."""
LIMIT_SECONDS = 20.0
"""How long all of it may take."""
_IDLE_SECONDS = 2
"""How long a connection may wait for one more request, once nothing new is accepted."""
_LOOK_SECONDS = 0.05
_CLOSE = (b"connection", b"close")
_HURRIED = 70
"""The exit status of a process that did not come to its end by itself."""


def configured(app: FastAPI, host: str, port: int, unix: Path | None) -> uvicorn.Config:
    """How the server speaks, and where it listens."""
    http, ws = protocols()
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        uds=str(unix) if unix else None,
        loop="uvloop",
        http=http,
        ws=ws,
        access_log=False,
        log_level="warning",
        log_config=None,  # its lines go where ours go, as ours (dispatch.logs)
        server_header=False,
        proxy_headers=False,  # the service itself knows whom it believes: DISPATCH_TRUSTED_PROXIES
        ws_max_size=64 * 1024,
        ws_max_queue=32,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=10,
    )


class Server(uvicorn.Server):
    """A server that drains before it stops."""

    def __init__(
        self,
        config: uvicorn.Config,
        draining: Draining,
        leave_seconds: float = LEAVE_SECONDS,
        limit_seconds: float = LIMIT_SECONDS,
    ) -> None:
        super().__init__(config)
        self._draining = draining
        self._leave_seconds = leave_seconds
        self._limit_seconds = limit_seconds

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """The first signal lets it leave, the second one ends it."""
        if self.should_exit:
            os._exit(_HURRIED)
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Leave: first turn everybody away, then stop as any server."""
        hurry = threading.Timer(self._limit_seconds, os._exit, (_HURRIED,))
        hurry.daemon = True
        hurry.start()
        self._draining.begin()
        self.server_state.default_headers = [*self.server_state.default_headers, _CLOSE]
        await asyncio.sleep(self._leave_seconds)
        for server in self.servers:
            server.close()
        await self._let_go()
        await super().shutdown(sockets)
        hurry.cancel()

    async def _let_go(self) -> None:
        """Until every connection has had its last answer, or has waited long enough for another request."""
        until = time.monotonic() + _IDLE_SECONDS
        while self.server_state.connections and time.monotonic() < until:  # noqa: ASYNC110 - uvicorn's own set
            await asyncio.sleep(_LOOK_SECONDS)
