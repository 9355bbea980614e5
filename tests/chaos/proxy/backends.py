"""The servers behind a link, and which of them the next connection goes to: in turn, those that are well."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias

Address: TypeAlias = "str | tuple[str, int]"
"""The path of a unix socket, or host and port."""
FAILED_SECONDS = 1.0
"""How long a server is left alone that could not be reached."""
ASK_SECONDS = 0.25
ANSWER_SECONDS = 1.0
MISSES = 2
"""So many questions for readiness without a good answer in a row, and it gets nothing new."""
CONNECT_SECONDS = 10.0


async def connect(address: Address) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection to a server.

    Raises:
        OSError: it cannot be reached.
    """
    async with asyncio.timeout(CONNECT_SECONDS):
        if isinstance(address, str):
            return await asyncio.open_unix_connection(address)
        return await asyncio.open_connection(*address)


@dataclass(slots=True)
class Backend:
    """One server, and what is known of how it is."""

    address: Address
    misses: int = 0
    failed_until: float = 0.0

    def is_well(self, now: float) -> bool:
        """Whether it gets new connections."""
        return self.misses < MISSES and now >= self.failed_until


@dataclass(slots=True)
class Backends:
    """The servers of a link. ``ready`` is the path that a server answers with 200 while it takes new work."""

    all: list[Backend]
    ready: str | None = None
    answer_seconds: float = ANSWER_SECONDS
    """How long such an answer may take."""
    _turn: int = field(default=0, init=False)

    async def reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection to the next that is well, else to any that can be reached.

        Raises:
            OSError: none can be reached.
        """
        for backend in self._order():
            try:
                return await connect(backend.address)
            except OSError:
                backend.failed_until = asyncio.get_running_loop().time() + FAILED_SECONDS
        raise ConnectionRefusedError("no server behind this link can be reached")

    def _order(self) -> list[Backend]:
        """In turn those that are well, then the others."""
        now = asyncio.get_running_loop().time()
        self._turn = (self._turn + 1) % len(self.all)
        turned = self.all[self._turn :] + self.all[: self._turn]
        return sorted(turned, key=lambda each: not each.is_well(now))

    async def watch(self) -> None:
        """Ask each of them whether it is ready, again and again, until cancelled."""
        async with asyncio.TaskGroup() as group:
            for backend in self.all:
                group.create_task(self._watch(backend))

    async def _watch(self, backend: Backend) -> None:
        while True:
            backend.misses = 0 if await self._is_ready(backend) else backend.misses + 1
            await asyncio.sleep(ASK_SECONDS)

    async def _is_ready(self, backend: Backend) -> bool:
        try:
            async with asyncio.timeout(self.answer_seconds):
                reader, writer = await connect(backend.address)
                try:
                    writer.write(
                        f"GET {self.ready} HTTP/1.1\r\nHost: proxy\r\nConnection: close\r\n\r\n".encode()
                    )
                    return (await reader.readline()).split()[1:2] == [b"200"]
                finally:
                    writer.close()
                    with suppress(OSError):
                        await writer.wait_closed()
        except OSError:
            return False
