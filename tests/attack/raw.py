"""A client that is no browser: bytes as they are, sent when it likes, read when it likes, or never."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.ports import HOST

UPGRADE = (
    b"GET /stream HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)


class Raw:
    """One connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def send(self, *parts: bytes) -> None:
        """Send bytes; that the other side is gone already is no error of ours."""
        try:
            for part in parts:
                self._writer.write(part)
                await self._writer.drain()
        except ConnectionError:
            return

    async def rest(self) -> bytes:
        """Everything that still comes, until the other side closes or resets the connection."""
        heard = bytearray()
        try:
            while piece := await self._reader.read(65_536):
                heard += piece
        except ConnectionError:
            pass
        return bytes(heard)

    async def answer(self) -> bytes:
        """The head of an answer."""
        return await self._reader.readuntil(b"\r\n\r\n")

    def close(self) -> None:
        """Hang up."""
        self._writer.transport.abort()


@asynccontextmanager
async def connected(port: int, *, receives: int | None = None) -> AsyncIterator[Raw]:
    """A connection; ``receives`` bytes at most lie in its receiver."""
    made = socket.socket()
    if receives is not None:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receives)
    made.setblocking(False)
    await asyncio.get_running_loop().sock_connect(made, (HOST, port))
    reader, writer = await asyncio.open_connection(sock=made, limit=receives or 65_536)
    raw = Raw(reader, writer)
    try:
        yield raw
    finally:
        raw.close()


def frame(opcode: int, payload: bytes = b"", *, final: bool = True) -> bytes:
    """A client's WebSocket frame (RFC 6455 5.2), masked with zeros."""
    size = len(payload)
    length = bytes([0x80 | size]) if size < 126 else b"\xfe" + size.to_bytes(2, "big")
    return bytes([(0x80 if final else 0) | opcode]) + length + bytes(4) + payload
