"""The listening side, a process of its own: thousands of sockets in one loop, each frame read as little as needed.

Reads one JSON line after another from standard input and answers each with one:
``{"do": "connect", "port", "tickets", "epoch", "tops", "seconds"}`` opens a socket for each ticket, spread over so many
seconds, and answers when all are live; ``drop`` closes them all; ``note`` begins to note arrivals, and ``told`` writes
them to a file. Run by ``__main__``.
"""

from __future__ import annotations

import asyncio
import json
import re
import resource
import sys
import tempfile
import time
from array import array
from typing import Any, Final, cast

import uvloop

ENTRY: Final = re.compile(rb'\{"seq":(\d+),"ticket"')
HEAD: Final = re.compile(rb'\{"type":"frame","stream":(\d+),"epoch":"[^"]+","from":(\d+),"to":(\d+),')
ASK: Final = (
    b"GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
PING, CLOSE = 0x89, 0x88
LIVE_SECONDS: Final = 120


def masked(opcode: int, said: bytes) -> bytes:
    """A client's frame; a mask of zeros is a mask."""
    length = len(said)
    head = (
        bytes([opcode, 0x80 | length]) if length < 126 else bytes([opcode, 0xFE]) + length.to_bytes(2, "big")
    )
    return head + b"\0\0\0\0" + said


class Notes:
    """What all sockets of this process heard."""

    def __init__(self) -> None:
        self.on = False
        self.stream, self.seq, self.at = array("q"), array("q"), array("d")
        self.frames = self.octets = self.gaps = 0

    def told(self) -> dict[str, Any]:
        """What was noted, the arrivals in a file: streams, numbers, moments."""
        with tempfile.NamedTemporaryFile(delete=False) as file:
            for each in (self.stream, self.seq, self.at):
                each.tofile(file)
        return {"file": file.name, "arrivals": len(self.at), "frames": self.frames, "octets": self.octets,
                "gaps": self.gaps}  # fmt: skip


class Socket(asyncio.Protocol):
    """One client: asks, says hello, resumes every stream it is told of, and follows the numbers."""

    def __init__(self, crew: Crew, ticket: str) -> None:
        self.crew, self.ticket = crew, ticket
        self.last: dict[int, int] = {}
        self.waiting: set[int] | None = set()
        self.rest = b""
        self.is_open = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        self.transport = cast(asyncio.Transport, transport)
        transport.write(ASK)

    def connection_lost(self, _: Exception | None) -> None:
        """Whoever was not told to go counts."""
        self.crew.lost(self)

    def data_received(self, data: bytes) -> None:
        """Whole frames of it; the rest waits."""
        at = time.monotonic()
        data = self.rest + data if self.rest else data
        if not self.is_open:
            head, end, data = data.partition(b"\r\n\r\n")
            if not end:
                self.rest = head
                return
            self.is_open = True
            self.transport.write(masked(0x81, json.dumps({"type": "hello", "ticket": self.ticket}).encode()))
        start, size = 0, len(data)
        while size - start >= 2:
            length, begin = data[start + 1], start + 2
            if length >= 126:
                wide = 2 if length == 126 else 8
                if size < begin + wide:
                    break
                length, begin = int.from_bytes(data[begin : begin + wide], "big"), begin + wide
            if size < begin + length:
                break
            self._frame(data[start], data[begin : begin + length], at)
            start = begin + length
        self.rest = data[start:]

    def _frame(self, opcode: int, said: bytes, at: float) -> None:
        if opcode == PING:
            self.transport.write(masked(0x8A, said))
            return
        if opcode == CLOSE:
            self.transport.close()
            return
        head = HEAD.match(said)
        if head is None:
            self._other(json.loads(said))
            return
        stream, first, last = map(int, head.groups())
        notes = self.crew.notes
        known = self.last.get(stream, first - 1)
        notes.gaps += first > known + 1
        self.last[stream] = max(known, last)
        if self.waiting is not None:
            self.waiting.discard(stream)
            self._live_perhaps()
        if notes.on:
            notes.frames += 1
            notes.octets += len(said)
            for seq in ENTRY.findall(said, head.end()):
                notes.stream.append(stream)
                notes.seq.append(int(seq))
                notes.at.append(at)

    def _other(self, told: dict[str, Any]) -> None:
        if told["type"] == "refetch":
            self.crew.refetched += 1
        if told["type"] != "welcome":
            return
        # one number back: whoever resumes there is answered with a frame at once, and so knows that it hears
        self.last = {stream: max(0, self.crew.tops[stream] - 1) for stream in told["streams"]}
        self.waiting = {stream for stream in self.last if self.crew.tops[stream]}
        for stream, seq in self.last.items():
            place = {"epoch": self.crew.epoch, "seq": seq, "rights": told["rights"]}
            say = {"type": "resume", "stream": stream, "position": place}
            self.transport.write(masked(0x81, json.dumps(say).encode()))
        self._live_perhaps()

    def _live_perhaps(self) -> None:
        if self.waiting is not None and not self.waiting:
            self.waiting = None
            self.crew.live(self)


class Crew:
    """All sockets of this process."""

    def __init__(self) -> None:
        self.notes = Notes()
        self.sockets: set[Socket] = set()
        self.tops: dict[int, int] = {}
        self.epoch = ""
        self.refetched = self.broken = 0
        self._awaited = 0
        self._all_live, self._none_left = asyncio.Event(), asyncio.Event()
        self._dropping = False

    def live(self, _: Socket) -> None:
        """One more hears of everything it may."""
        self._awaited -= 1
        if self._awaited == 0:
            self._all_live.set()

    def lost(self, socket: Socket) -> None:
        """One is closed."""
        self.sockets.discard(socket)
        if not self.sockets:
            self._none_left.set()
        self.broken += not self._dropping
        if socket.waiting is not None or not socket.is_open:
            self._all_live.set()  # it will not come to life: the sum of what is broken tells

    async def connect(self, port: int, tickets: list[str], seconds: float, **where: Any) -> dict[str, Any]:
        """Open a socket for each ticket, evenly over so many seconds; when all were connected, and live."""
        self.epoch, self.tops = where["epoch"], {int(each): seq for each, seq in where["tops"].items()}
        self._awaited, self._dropping = len(tickets), False
        self._all_live.clear()
        self._none_left.clear()
        begun = time.monotonic()
        loop = asyncio.get_running_loop()

        async def one(number: int, ticket: str) -> None:
            await asyncio.sleep(max(0.0, begun + seconds * number / len(tickets) - time.monotonic()))
            _, socket = await loop.create_connection(lambda: Socket(self, ticket), "127.0.0.1", port)
            self.sockets.add(socket)

        async with asyncio.timeout(LIVE_SECONDS):
            await asyncio.gather(*(one(number, ticket) for number, ticket in enumerate(tickets)))
            connected = time.monotonic() - begun
            await self._all_live.wait()
        if self._awaited:
            raise RuntimeError(f"{self._awaited} sockets are not live, {self.broken} were closed")
        return {"connected": connected, "live": time.monotonic() - begun, "refetched": self.refetched}

    async def drop(self) -> dict[str, Any]:
        """Close all at once, as a network that went away."""
        self._dropping = True
        for each in list(self.sockets):
            each.transport.abort()
        await self._none_left.wait()
        return {"dropped": True}

    async def do(self, told: dict[str, Any]) -> dict[str, Any]:
        """What one line asks for."""
        match told.pop("do"):
            case "connect":
                return await self.connect(**told)
            case "drop":
                return await self.drop()
            case "note":
                self.notes = Notes()
                self.notes.on = True
                return {"cpu": _cpu()}
            case _:
                self.notes.on = False
                return self.notes.told() | {"cpu": _cpu(), "broken": self.broken, "open": len(self.sockets)}


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def main() -> None:
    """Do what is asked until the input ends."""
    crew = Crew()
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        sys.stdout.write(json.dumps(await crew.do(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main())
