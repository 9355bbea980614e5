"""The wire without sockets: a server's end as Starlette shows it, a client's end as websockets does."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any

from starlette.websockets import WebSocketDisconnect
from websockets.exceptions import ConnectionClosedError
from websockets.frames import Close

ROOM = 2
"""Texts that a direction holds before its sender has to wait."""


class Cut(OSError):
    """The other side is gone without a word."""


class Pipe:
    """One direction."""

    def __init__(self) -> None:
        self._held: deque[str | int] = deque()
        self._moved = asyncio.Event()
        self.cut = False

    async def put(self, said: str | int) -> None:
        """A text, or the code that closes; waits for room."""
        while len(self._held) >= ROOM and not self.cut:
            await self._moves()
        if self.cut:
            raise Cut
        self._held.append(said)
        self._moved.set()

    async def get(self) -> str | int:
        """The next one, waited for."""
        while not self._held:
            if self.cut:
                raise Cut
            await self._moves()
        self._moved.set()
        return self._held.popleft()

    def end(self) -> None:
        """Nothing more comes or goes."""
        self.cut = True
        self._moved.set()

    async def _moves(self) -> None:
        self._moved.clear()
        await self._moved.wait()


class Line:
    """One connection; ``silent`` while the client's side reads nothing."""

    def __init__(self) -> None:
        self.up, self.down = Pipe(), Pipe()
        self.reads = asyncio.Event()
        self.reads.set()

    def cut(self) -> None:
        """The network drops it."""
        self.up.end()
        self.down.end()
        self.reads.set()


class Served:
    """The server's end."""

    def __init__(self, line: Line, see: Callable[[str], None]) -> None:
        self._line = line
        self._see = see
        self.headers: dict[str, str] = {}
        self.scope: dict[str, Any] = {}

    async def accept(self) -> None:
        """Nothing to shake."""

    async def receive(self) -> dict[str, Any]:
        """The client's next message, or that it is gone."""
        try:
            return {"type": "websocket.receive", "text": await self._line.up.get()}
        except Cut:
            return {"type": "websocket.disconnect", "code": 1006}

    async def send_text(self, text: str) -> None:
        """Send, as soon as there is room."""
        self._see(text)
        try:
            await self._line.down.put(text)
        except Cut:
            raise WebSocketDisconnect(1006) from None

    async def close(self, code: int) -> None:
        """Say why, as soon as there is room."""
        await self._line.down.put(code)


class Dialled:
    """The client's end."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def send(self, text: str) -> None:
        """Send, as soon as there is room."""
        try:
            await self._line.up.put(text)
        except Cut:
            raise ConnectionClosedError(None, None) from None

    def __aiter__(self) -> Dialled:
        return self

    async def __anext__(self) -> str:
        await self._line.reads.wait()
        try:
            said = await self._line.down.get()
        except Cut:
            raise ConnectionClosedError(None, None) from None
        if isinstance(said, int):
            raise ConnectionClosedError(Close(said, ""), None)
        return said

    async def __aenter__(self) -> Dialled:
        return self

    async def __aexit__(self, *_: object) -> None:
        self._line.cut()
