"""Webhook → socket: 100 signed tickets a second, 200 sockets in another process; from writing to hearing."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.bench.ground import Process
from tests.bench.wire import Timed, answered
from tests.databases import ROOT

SOCKETS = 200
EACH_SECOND = 100
CREATED = 201
DISTRICT_SOCKETS = 18
"""District people join every town's stream; the others are shared out among the towns."""


def watchers(users: Sequence[dict[str, str]]) -> list[tuple[str, str, int]]:
    """Who holds how many sockets: the district's operator some, the towns' operators the others, evenly."""
    by_role: dict[str, list[tuple[str, str]]] = {}
    for user in users:
        by_role.setdefault(user["role"], []).append((user["username"], user["password"]))
    towns, left = by_role["town_operator"], SOCKETS - DISTRICT_SOCKETS
    shared = [left // len(towns) + (number < left % len(towns)) for number in range(len(towns))]
    district = (*by_role["district_operator"][0], DISTRICT_SOCKETS)
    return [district, *((*who, count) for who, count in zip(towns, shared, strict=True))]


class Watch:
    """The watching process, while it watches."""

    def __init__(self, running: subprocess.Popen[str]) -> None:
        self._running = running

    def say(self, line: str) -> None:
        """One line to it."""
        assert self._running.stdin is not None
        self._running.stdin.write(line + "\n")
        self._running.stdin.flush()

    def hear(self) -> str:
        """One line from it."""
        assert self._running.stdout is not None
        return self._running.stdout.readline()

    def end(self) -> list[tuple[str, float]]:
        """Stop watching; every arrival."""
        self.say("stop")
        heard: list[tuple[str, float]] = json.loads(self.hear())
        return heard


@contextmanager
def watching(service: Process, users: Sequence[dict[str, str]]) -> Iterator[Watch]:
    """The sockets, all of them connected."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "tests.bench.watch"]
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as running:
        watch = Watch(running)
        watch.say(json.dumps({"url": f"http://127.0.0.1:{service.port}", "users": watchers(users)}))
        if watch.hear() != "ready\n":
            raise RuntimeError("the watching process could not connect; its words are above")
        yield watch


@dataclass
class Sent:
    """When each ticket was due to be sent, and when it was answered, by order number."""

    due: dict[str, float] = field(default_factory=dict)
    answered: dict[str, float] = field(default_factory=dict)
    refused: Counter[int] = field(default_factory=Counter)
    """Answers that were no ticket, by status; 0 where the connection ended."""


async def push(port: int, requests: Sequence[tuple[str, bytes]], each_second: int = EACH_SECOND) -> Sent:
    """Send so many a second whether or not the earlier ones are answered; what is refused counts as unheard."""
    opened = [await asyncio.open_connection("127.0.0.1", port) for _ in range(16)]
    # The one just used comes first: the service keeps no idle one for long.
    idle: asyncio.Queue[Any] = asyncio.LifoQueue()
    for each in opened:
        idle.put_nowait(each)
    sent = Sent()
    begun = time.monotonic()
    async with asyncio.TaskGroup() as group:
        for number, (order, request) in enumerate(requests):
            sent.due[order] = begun + number / each_second
            await asyncio.sleep(max(0.0, sent.due[order] - time.monotonic()))
            group.create_task(_send(idle, order, request, sent, port))
    for _, writer in opened:
        writer.close()
    return sent


async def _send(idle: asyncio.Queue[Any], order: str, request: bytes, sent: Sent, port: int) -> None:
    reader, writer = await idle.get()
    if reader.at_eof():
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        status = await answered(reader)
    except (OSError, asyncio.IncompleteReadError):
        status = 0
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    if status == CREATED:
        sent.answered[order] = time.monotonic()
    else:
        sent.refused[status] += 1
    idle.put_nowait((reader, writer))


def measured(due: dict[str, float], heard: Sequence[tuple[str, float]]) -> Timed:
    """Seconds from when each ticket was due to each of its arrivals; tickets nobody heard of count as failed."""
    known = [(order, at) for order, at in heard if order in due]
    timed = Timed(each=[at - due[order] for order, at in known])
    timed.failed = len(due.keys() - {order for order, _ in known})
    return timed
