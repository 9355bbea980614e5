"""One way of one connection: bytes from a reader to a writer, as late, slow and piecemeal as the link is now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.chaos.proxy.dying import deafen
from tests.chaos.proxy.toxics import Toxics

CHUNK = 64 * 1024
UNDER_WAY = 64
"""Chunks that are read and not yet written; beyond them the sender has to wait, as with a full window."""


@dataclass(slots=True)
class Pump:
    """``toxics`` says what is wrong now, ``healed`` waits until that changes."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    toxics: Callable[[], Toxics]
    healed: Callable[[], asyncio.Event]
    random: Random
    is_dead: bool = False
    """It was in a black hole: nothing of it arrives any more."""
    _queue: asyncio.Queue[tuple[float, bytes]] = field(
        default_factory=lambda: asyncio.Queue(UNDER_WAY), init=False
    )

    async def run(self) -> None:
        """Pass on until the sender says that it has ended, and pass that on too.

        Raises:
            OSError: either side is gone.
        """
        async with asyncio.TaskGroup() as group:
            group.create_task(self._take())
            group.create_task(self._give())

    def swallow(self) -> None:
        """Die if this way is in a black hole: whom it leads to hears nothing any more, nor that it was heard."""
        if self.toxics().black_hole:
            self.is_dead = True
            deafen(self.writer)

    async def _take(self) -> None:
        loop, due = asyncio.get_running_loop(), 0.0
        while True:
            data = await self.reader.read(CHUNK)
            due = max(due, loop.time() + self.toxics().delay(self.random))
            await self._queue.put((due, data))
            if not data:
                return

    async def _give(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due, data = await self._queue.get()
            await asyncio.sleep(due - loop.time())
            await self._open()
            if self.is_dead:
                continue
            if not data:
                if self.writer.can_write_eof():
                    self.writer.write_eof()
                return
            await self._write(data)

    async def _write(self, data: bytes) -> None:
        for piece in self.toxics().pieces(data):
            await self._open()
            if self.is_dead:
                return
            self.writer.write(piece)
            await self.writer.drain()
            await asyncio.sleep(self.toxics().seconds(piece))

    async def _open(self) -> None:
        """Wait while nothing gets through."""
        while not self.is_dead and (self.toxics().stall or self.toxics().black_hole):
            self.swallow()
            if not self.is_dead:
                await self.healed().wait()
