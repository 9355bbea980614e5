"""The scenario's side of the proxy: starts its process, opens links, says what is wrong with them."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.chaos.proxy.backends import Address
from tests.chaos.proxy.link import HOST
from tests.chaos.proxy.toxics import Toxics

ROOT = Path(__file__).parents[3]


class Proxies:
    """The process, and the links in it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._one_at_a_time = asyncio.Lock()

    async def to(self, *targets: Address, ready: str | None = None) -> Proxy:
        """A new link to a server, or to several that take turns.

        Servers may come later than their link. With ``ready``, a path, those get nothing new that do not answer it with
        200; those that cannot be reached never do.
        """
        opened = await self.ask({"do": "open", "targets": targets, "ready": ready})
        return Proxy(self, opened["link"], opened["port"])

    async def ask(self, order: dict[str, Any]) -> Any:
        """Have something done; returns once it is."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        async with self._one_at_a_time:
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            answer = await self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"the proxy's process has ended before it did {order}; its words are above")
        return json.loads(answer)


@dataclass(frozen=True, slots=True)
class Proxy:
    """One link: where it listens, and how to make it misbehave. What is wrong stays wrong until ``heal``."""

    proxies: Proxies
    number: int
    port: int

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens."""
        return HOST, self.port

    async def poison(self, **toxics: Any) -> None:
        """From now on this is wrong, and nothing else: the fields of ``Toxics``."""
        await self._do("poison", toxics=Toxics(**toxics).told())

    async def heal(self) -> None:
        """Nothing is wrong any more. What was in a black hole stays dead."""
        await self.poison()

    async def cut(self) -> int:
        """RST on every open connection, to both sides; how many there were."""
        cut: int = await self._do("cut")
        return cut

    async def strand(self, *, client: bool) -> int:
        """On every open connection the client (else the server) dies without a word; how many there were."""
        stranded: int = await self._do("strand", client=client)
        return stranded

    async def state(self) -> dict[str, Any]:
        """``open`` connections, and the servers that are ``well``."""
        state: dict[str, Any] = await self._do("state")
        return state

    async def _do(self, order: str, **more: Any) -> Any:
        return await self.proxies.ask({"do": order, "link": self.number, **more})


@asynccontextmanager
async def proxying(seed: int = 0) -> AsyncIterator[Proxies]:
    """A proxy in a process of its own, for as long as this lasts; the seed decides its jitter."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.chaos.proxy", str(seed)),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield Proxies(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
