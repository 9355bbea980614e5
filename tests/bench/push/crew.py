"""The listening processes as the bench holds them: several share the sockets, because one loop would be the limit."""

from __future__ import annotations

import asyncio
import json
import math
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy
import numpy.typing

from tests.databases import ROOT

LONGEST_LINE: Final = 64 * 1024 * 1024


class Child:
    """A process that does what lines of JSON ask of it, and answers each with one."""

    def __init__(self, running: asyncio.subprocess.Process) -> None:
        self._running = running

    async def heard(self) -> dict[str, Any]:
        """Its next line."""
        assert self._running.stdout is not None
        line = await self._running.stdout.readline()
        if not line:
            raise RuntimeError("a process of the load ended; its words are above")
        answer: dict[str, Any] = json.loads(line)
        return answer

    async def ask(self, **told: Any) -> dict[str, Any]:
        """Its answer."""
        assert self._running.stdin is not None
        self._running.stdin.write(json.dumps(told).encode() + b"\n")
        return await self.heard()


@asynccontextmanager
async def child(module: str, *words: str) -> AsyncIterator[Child]:
    """A process of the bench's own, ended afterwards."""
    pipe = asyncio.subprocess.PIPE
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, *words),
        cwd=ROOT,
        env=environment,
        stdin=pipe,
        stdout=pipe,
        limit=LONGEST_LINE,
    )
    try:
        yield Child(running)
    finally:
        assert running.stdin is not None
        running.stdin.close()
        await running.wait()


@dataclass
class Heard:
    """What all sockets noted: stream, number and moment of each arrival; and the sums."""

    stream: numpy.typing.NDArray[numpy.int64]
    seq: numpy.typing.NDArray[numpy.int64]
    at: numpy.typing.NDArray[numpy.float64]
    frames: int
    octets: int
    gaps: int
    broken: int
    open: int
    cpu: float


@dataclass
class Crew:
    """All listening processes."""

    children: Sequence[Child]
    _cpu: list[float] = field(default_factory=list)

    async def connect(
        self,
        port: int,
        people: Sequence[str],
        seconds: float,
        epoch: str = "",
        tops: Any = (),
        *,
        asks: bool = True,
    ) -> dict[str, Any]:
        """Bring everybody, spread over so many seconds: how soon they were live, what was tried again, who is away.

        ``asks``: each asks for a ticket over HTTP first, with its name as its session's token.
        """
        told = {"port": port, "seconds": seconds, "epoch": epoch, "tops": dict(tops), "asks": asks}
        answers = await asyncio.gather(
            *(
                each.ask(do="connect", people=people[number :: len(self.children)], **told)
                for number, each in enumerate(self.children)
            )
        )
        live = sorted(at for each in answers for at in each["live"]) or [math.inf]
        failed: Counter[str] = Counter()
        for each in answers:
            failed.update(each["failed"])
        return {
            "half": live[len(live) // 2],
            "live": live[-1],
            "away": sum(each["away"] for each in answers),
            "refetched": sum(each["refetched"] for each in answers),
            "failed": dict(failed),
        }

    async def drop(self) -> None:
        """Close all sockets."""
        await asyncio.gather(*(each.ask(do="drop") for each in self.children))

    async def note(self) -> None:
        """Begin to note."""
        answers = await asyncio.gather(*(each.ask(do="note") for each in self.children))
        self._cpu = [each["cpu"] for each in answers]

    async def told(self) -> Heard:
        """What was noted."""
        answers = await asyncio.gather(*(each.ask(do="told") for each in self.children))
        parts = [_read(each) for each in answers]
        sums = {
            name: sum(each[name] for each in answers)
            for name in ("frames", "octets", "gaps", "broken", "open")
        }
        cpu = sum(each["cpu"] for each in answers) - sum(self._cpu)
        stream, seq, at = (numpy.concatenate([part[place] for part in parts]) for place in range(3))
        return Heard(stream, seq, at, **sums, cpu=cpu)


def _read(answer: dict[str, Any]) -> tuple[Any, Any, Any]:
    path, count = Path(answer["file"]), answer["arrivals"]
    octets = path.read_bytes()
    path.unlink()
    numbers = numpy.frombuffer(octets[: 16 * count], dtype=numpy.int64)
    return numbers[:count], numbers[count:], numpy.frombuffer(octets[16 * count :], dtype=numpy.float64)


@asynccontextmanager
async def crew() -> AsyncIterator[Crew]:
    """The listening processes, without a socket yet."""
    async with child("tests.bench.push.listen") as one, child("tests.bench.push.listen") as other:
        yield Crew([one, other])
