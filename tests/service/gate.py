"""A gate between the service and PostgreSQL that holds a transaction at a named point, for tests that kill there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import parse_qs, urlsplit

COMMITS = b"COMMIT\x00"
COMMITTED = b"COMMIT\x00"


class Point(Enum):
    """Where the transaction that speaks of the marked words is held."""

    IN_THE_MIDDLE = "its first statement was done, the answer does not arrive"
    BEFORE_COMMIT = "everything is written, the commit does not arrive"
    AFTER_COMMIT = "it is committed, the answer does not arrive"


@dataclass
class Gate:
    """Passes everything on, until it is closed at a point for whoever says the marked words."""

    path: str
    port: int = 0
    words: bytes = b""
    point: Point | None = None
    held: asyncio.Event = field(default_factory=asyncio.Event)

    def close_at(self, point: Point, words: str) -> None:
        """From now on hold the transaction that names these words."""
        self.words, self.point = words.encode(), point
        self.held.clear()

    def open(self) -> None:
        """From now on hold nobody; who is held stays so."""
        self.point = None

    async def talk(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        """One connection."""
        server, to_server = await asyncio.open_unix_connection(self.path)
        line = _Line(self)
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(line.pump(client, to_server, from_service=True))
                both.create_task(line.pump(server, to_client, from_service=False))
        except* (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            to_server.close()
            to_client.close()


@dataclass
class _Line:
    gate: Gate
    marked: bool = False
    committing: bool = False

    async def pump(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, from_service: bool
    ) -> None:
        while data := await source.read(65_536):
            if self._holds(data, from_service=from_service):
                self.gate.held.set()
                continue
            sink.write(data)
            await sink.drain()
        sink.close()

    def _holds(self, data: bytes, *, from_service: bool) -> bool:
        """Whether this piece of the talk is swallowed: nothing after the point arrives."""
        point = self.gate.point
        if point is None:
            return False
        if from_service:
            if self.marked and COMMITS in data:
                self.committing = True
                return point is Point.BEFORE_COMMIT
            self.marked = self.marked or self.gate.words in data
            return False
        if point is Point.IN_THE_MIDDLE:
            return self.marked
        return point is Point.AFTER_COMMIT and self.committing and COMMITTED in data


@asynccontextmanager
async def gate_to(database_url: str) -> AsyncIterator[tuple[Gate, str]]:
    """A gate to the server of an address (a socket's folder), and the address that goes through the gate."""
    parts = urlsplit(database_url)
    gate = Gate(f"{parse_qs(parts.query)['host'][0]}/.s.PGSQL.5432")
    server = await asyncio.start_server(gate.talk, "127.0.0.1", 0)
    gate.port = server.sockets[0].getsockname()[1]
    role = parts.netloc.rpartition("@")[0]
    try:
        yield gate, f"postgresql://{role}@127.0.0.1:{gate.port}{parts.path}"
    finally:
        server.close()
