"""The listening side, a process of its own: thousands of sockets in one loop, each frame read as little as needed.

Reads one JSON line after another from standard input and answers each with one: ``connect`` brings people back, spread
over so many seconds, and answers when all are live or patience ends; ``drop`` cuts them all; ``note`` begins to note
arrivals, and ``told`` writes them to a file. Run by ``__main__``.

Each does what a page of ours does (frontend/src/wire): it asks for a ticket, opens a socket, goes on where it was,
fetches the whole where it is told to, and whatever fails it tries again after a pause that grows, never all at once.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import random
import re
import resource
import sys
import tempfile
import time
from array import array
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final, TypeVar, cast

import uvloop

ENTRY: Final = re.compile(rb'\{"seq":(\d+),"ticket"')
HEAD: Final = re.compile(rb'\{"type":"frame","stream":(\d+),"epoch":"[^"]+","from":(\d+),"to":(\d+),')
ASK: Final = (
    b"GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
PING, CLOSE = 0x89, 0x88
SEQ: Final = re.compile(rb'"seq":(\d+)')
HOST: Final = "127.0.0.1"
LIVE_SECONDS: Final = 120
"""So long everybody may take together."""
PHASE_SECONDS: Final = 15.0
"""So long a page waits for a ticket, and so long to be greeted."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
LONGEST_ANSWER: Final = 64 * 1024 * 1024
Done = TypeVar("Done")


class Refused(Exception):
    """Answered with another status."""


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


@dataclass(slots=True, eq=False)
class Member:
    """A person at a screen, from one connection to the next: how they sign in, and where they are in each stream."""

    name: str
    last: dict[int, int] = field(default_factory=dict)


class Socket(asyncio.Protocol):
    """One connection: asks, says hello, goes on with every stream it is told of, and follows the numbers."""

    def __init__(self, crew: Crew, member: Member, ticket: str) -> None:
        self.crew, self.member, self.ticket = crew, member, ticket
        self.last = member.last
        self.waiting: set[int] | None = set()
        self.rest = b""
        self.rights = ""
        self.is_open = False
        self.code = 0
        self.greeted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.settled: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        """None once it is live; why not, where it ended before."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        self.transport = cast(asyncio.Transport, transport)
        self.crew.sockets.add(self)
        transport.write(ASK)

    def connection_lost(self, _: Exception | None) -> None:
        """Whoever was not told to go comes back."""
        if not self.settled.done():
            self.settled.set_result(f"closed {self.code}" if self.code else "cut")
        self._greet()
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
            self.code = int.from_bytes(said[:2], "big")
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
            self.crew.fetch(self, told["stream"])
        if told["type"] != "welcome":
            return
        self._greet()
        self.rights = told["rights"]
        self.waiting = {stream for stream in told["streams"] if self.crew.tops[stream]}
        for stream in told["streams"]:
            # one number back at least: whoever resumes there is answered with a frame, and so knows that it hears
            before = max(0, self.crew.tops[stream] - 1)
            self.resume(stream, min(before, self.last.get(stream, before)))
        self._live_perhaps()

    def resume(self, stream: int, seq: int) -> None:
        """Go on after a number."""
        self.last[stream] = seq
        place = {"epoch": self.crew.epoch, "seq": seq, "rights": self.rights}
        say = {"type": "resume", "stream": stream, "position": place}
        self.transport.write(masked(0x81, json.dumps(say).encode()))

    def _greet(self) -> None:
        """Whoever waits to be greeted waits no longer."""
        if not self.greeted.done():
            self.greeted.set_result(None)

    def _live_perhaps(self) -> None:
        if self.waiting is not None and not self.waiting:
            self.waiting = None
            if not self.settled.done():
                self.settled.set_result(None)


class Crew:
    """All sockets of this process."""

    def __init__(self) -> None:
        self.notes = Notes()
        self.members: dict[str, Member] = {}
        self.sockets: set[Socket] = set()
        self.tops: dict[int, int] = {}
        self.epoch = ""
        self.port = 0
        self.broken = 0
        self._asks = True
        self._dropping = False
        self._tasks: set[asyncio.Task[Any]] = set()
        self._failed: Counter[str] = Counter()
        self._refetched = 0

    def lost(self, socket: Socket) -> None:
        """One is closed."""
        self.sockets.discard(socket)
        if not self._dropping and socket.waiting is None:
            self.broken += 1
            self._begin(self._come(socket.member, time.monotonic()))

    def fetch(self, socket: Socket, stream: int) -> None:
        """One has to take a stream as a whole."""
        self._refetched += 1
        self._begin(self._fetch(socket, stream))

    async def connect(self, port: int, people: list[str], seconds: float, **where: Any) -> dict[str, Any]:
        """Bring everybody, evenly over so many seconds; when they were live, what was tried again, who is away."""
        self.port, self._asks, self.epoch = port, where["asks"], where["epoch"]
        self.tops = {int(each): seq for each, seq in where["tops"].items()}
        self._dropping, self._refetched = False, 0
        self._failed.clear()
        begun = time.monotonic()
        members = [self.members.setdefault(each, Member(each)) for each in people]
        coming = [
            self._begin(self._come(each, begun + seconds * number / len(members)))
            for number, each in enumerate(members)
        ]
        await asyncio.wait(coming, timeout=LIVE_SECONDS)
        live = sorted(each.result() - begun for each in coming if each.done())
        return {
            "live": live,
            "away": len(coming) - len(live),
            "failed": dict(self._failed),
            "refetched": self._refetched,
        }

    async def _come(self, member: Member, at: float) -> float:
        """Try until it is live: later each time, and not at the same moment as others. When it was."""
        await asyncio.sleep(max(0.0, at - time.monotonic()))
        for attempt in count():
            why = await self._try(member)
            if why is None:
                break
            self._failed[why] += 1
            await asyncio.sleep(min(LONGEST_PAUSE, FIRST_PAUSE * 2**attempt) * random.uniform(0.5, 1.0))
        return time.monotonic()

    async def _try(self, member: Member) -> str | None:
        """One attempt; why it failed."""
        try:
            ticket = await self._ticket(member) if self._asks else ""
            made = await asyncio.get_running_loop().create_connection(
                lambda: Socket(self, member, ticket), HOST, self.port
            )
            socket = made[1]
            try:
                await asyncio.wait_for(asyncio.shield(socket.greeted), PHASE_SECONDS)
                return await socket.settled
            except BaseException:
                socket.transport.abort()
                raise
        except TimeoutError:
            return "no answer"
        except OSError as error:
            return type(error).__name__
        except Refused as refused:
            return f"answered {refused}"

    async def _ticket(self, member: Member) -> str:
        answer = await asyncio.wait_for(self._ask(member, "POST", "/api/socket-ticket"), PHASE_SECONDS)
        ticket: str = json.loads(answer)["ticket"]
        return ticket

    async def _fetch(self, socket: Socket, stream: int) -> None:
        """Take the whole, again and again until it is there, and go on one number before it."""
        for attempt in count():
            try:
                told = SEQ.search(await self._ask(socket.member, "GET", f"/api/streams/{stream}/snapshot"))
                assert told is not None
                socket.resume(stream, max(0, int(told.group(1)) - 1))
                return
            except (OSError, Refused):
                await asyncio.sleep(min(LONGEST_PAUSE, FIRST_PAUSE * 2**attempt) * random.uniform(0.5, 1.0))

    async def _ask(self, member: Member, method: str, path: str) -> bytes:
        """A request with the person's session; the body of its answer."""
        reader, writer = await asyncio.open_connection(HOST, self.port, limit=LONGEST_ANSWER)
        here = f"{HOST}:{self.port}"
        writer.write(
            f"{method} {path} HTTP/1.1\r\nHost: {here}\r\nOrigin: http://{here}\r\nX-Requested-With: dispatch\r\n"
            f"Cookie: dispatch={member.name}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()
        )
        try:
            head, _, body = (await reader.read(-1)).partition(b"\r\n\r\n")
        finally:
            writer.close()
        if head[9:12] != b"200":
            raise Refused(head[9:12].decode() or "nothing")
        return gzip.decompress(body) if b"content-encoding: gzip" in head else body

    async def drop(self) -> dict[str, Any]:
        """Cut all at once, as a network that went away."""
        self._dropping = True
        for task in self._tasks:
            task.cancel()
        for each in list(self.sockets):
            each.transport.abort()
        while self.sockets:  # noqa: ASYNC110 - they go within a turn or two
            await asyncio.sleep(0.01)
        return {"dropped": True}

    def _begin(self, doing: Coroutine[Any, Any, Done]) -> asyncio.Task[Done]:
        task = asyncio.create_task(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

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
