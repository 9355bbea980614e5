"""Two processes of the service behind a proxy, over one database: what clients see is the proxy's address."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.chaos.proxy import proxying
from tests.databases import Database
from tests.e2e.service import Service as Process
from tests.ports import HOST, reserved
from tests.service.conftest import Service

LEAVE_SECONDS = "5"
"""How long a process goes on accepting: a proxy finds out in good time, however busy this machine is."""


@dataclass
class Processes(Service):
    """Where clients reach them, and each of them."""

    all: Sequence[Process]

    async def restart(self, process: Process) -> None:
        """One of them is asked to stop, and begins anew when it has."""
        await asyncio.to_thread(process.stop)
        await asyncio.to_thread(process.start)


@asynccontextmanager
async def behind_a_proxy(
    district: Database, redis_url: str, folder: Path, *, ready: str | None = None
) -> AsyncIterator[Processes]:
    """Two processes that run, and the proxy that lets connections take turns."""
    async with proxying() as proxies, AsyncExitStack() as stack:
        ports = [stack.enter_context(reserved()) for _ in range(2)]
        front = await proxies.to(*((HOST, port) for port in ports), ready=ready)
        url = f"http://{HOST}:{front.port}"
        more = {"DISPATCH_LEAVE_SECONDS": LEAVE_SECONDS} if ready else {}
        made = [
            Process(district, redis_url, "127.0.0.1:9", folder / str(port), port, public_url=url, more=more)
            for port in ports
        ]
        for each in made:
            each.folder.mkdir()
            stack.callback(each.kill)
        await asyncio.gather(*(asyncio.to_thread(each.start) for each in made))
        yield Processes(url, district.owner_url, made)
