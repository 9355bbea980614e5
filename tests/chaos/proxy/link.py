"""A link: a port that leads to servers, the connections that go through it, and what is wrong with it now."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass, field
from random import Random

from tests.chaos.proxy.backends import Backends
from tests.chaos.proxy.dying import deafen, reset
from tests.chaos.proxy.pump import Pump
from tests.chaos.proxy.toxics import Toxics

HOST = "127.0.0.1"
BACKLOG = 4_096


@dataclass(slots=True, eq=False)
class Crossing:
    """One connection through a link: its client's side, and its server's."""

    client: asyncio.StreamWriter
    server: asyncio.StreamWriter
    ways: tuple[Pump, Pump]
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    stranded: bool = False

    async def run(self) -> None:
        """Pass on both ways until both have ended or either side is gone."""
        self.tasks = [asyncio.create_task(way.run()) for way in self.ways]
        try:
            done, _ = await asyncio.wait(self.tasks, return_when=asyncio.FIRST_EXCEPTION)
        except asyncio.CancelledError:
            self.end()
            raise
        broken = any(not task.cancelled() and task.exception() is not None for task in done)
        if self.stranded or (broken and any(way.is_dead for way in self.ways)):
            self.stranded = True  # no word of it reaches the other side
            return
        self.end()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        for writer in (self.client, self.server):
            if broken:
                reset(writer)
            else:
                writer.close()

    def end(self) -> None:
        """Pass nothing on any more."""
        for task in self.tasks:
            task.cancel()

    def cut(self) -> None:
        """RST to both sides."""
        reset(self.client)
        reset(self.server)

    def strand(self, *, client: bool) -> None:
        """The client (else the server) died without a word: nobody answers the other side any more."""
        self.stranded = True
        self.end()
        dead, other = (self.client, self.server) if client else (self.server, self.client)
        reset(dead)
        deafen(other)


class Link:
    """Listens on a port of its own, which nobody else is given while it lives, also while it refuses."""

    def __init__(self, backends: Backends, random: Random) -> None:
        self._backends = backends
        self._random = random
        self._toxics = Toxics()
        self._healed = asyncio.Event()
        self._keeper = socket.socket()
        self._keeper.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._keeper.bind((HOST, 0))
        self._server: asyncio.Server | None = None
        self._crossings: set[Crossing] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens."""
        host, port = self._keeper.getsockname()
        return host, port

    async def open(self) -> None:
        """Listen."""
        if self._backends.ready is not None:
            self._tasks.add(asyncio.create_task(self._backends.watch()))
        await self._listen()

    async def poison(self, toxics: Toxics) -> None:
        """From now on this is wrong with the link, and nothing else."""
        self._toxics = toxics
        if toxics.black_hole:
            for way in (each for crossing in self._crossings for each in crossing.ways):
                way.swallow()
        self._healed.set()
        self._healed = asyncio.Event()
        if toxics.refuse and self._server is not None:
            self._server.close()
            self._server = None
        elif not toxics.refuse and self._server is None:
            await self._listen()

    def cut(self) -> int:
        """RST on every connection; how many there were."""
        for crossing in self._crossings:
            crossing.cut()
        return len(self._crossings)

    def strand(self, *, client: bool) -> int:
        """On every connection one side dies without a word; how many there were that had not died before."""
        alive = [crossing for crossing in self._crossings if not crossing.stranded]
        for crossing in alive:
            crossing.strand(client=client)
        return len(alive)

    @property
    def state(self) -> dict[str, object]:
        """Open connections, and the servers that are well."""
        now = asyncio.get_running_loop().time()
        well = [backend.address for backend in self._backends.all if backend.is_well(now)]
        return {"open": sum(not each.stranded for each in self._crossings), "well": well}

    async def close(self) -> None:
        """End everything."""
        if self._server is not None:
            self._server.close()
        self.cut()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._keeper.close()

    async def _listen(self) -> None:
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(self.address)
        self._server = await asyncio.start_server(self._accept, sock=listening, backlog=BACKLOG)

    def _accept(self, reader: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._lead(reader, client))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _lead(self, reader: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        try:
            answers, server = await self._backends.reach()
        except OSError:
            reset(client)
            return
        for writer in (client, server):
            if (raw := writer.get_extra_info("socket")).family != socket.AF_UNIX:
                raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        crossing = Crossing(
            client, server, (self._pump(reader, server, up=True), self._pump(answers, client, up=False))
        )
        self._crossings.add(crossing)
        try:
            await crossing.run()
        finally:
            if not crossing.stranded:
                self._crossings.discard(crossing)

    def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, up: bool) -> Pump:
        return Pump(reader, writer, lambda: self._toxics.on(up=up), lambda: self._healed, self._random)
