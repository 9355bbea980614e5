"""A load client that costs little: requests are signed beforehand, connections speak plain HTTP/1.1."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dispatch.domain.signing import key_of, sign


def request(path: str, secret: str, identity: str, body: Any) -> bytes:
    """One signed request, ready to be written."""
    raw = json.dumps(body, ensure_ascii=False).encode()
    stamp = int(time.time())
    head = (
        f"POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
        f"content-length: {len(raw)}\r\nwebhook-id: {identity}\r\nwebhook-timestamp: {stamp}\r\n"
        f"webhook-signature: {sign(key_of(secret), identity, stamp, raw)}\r\n\r\n"
    )
    return head.encode() + raw


@dataclass(slots=True)
class Timed:
    """What a run took: seconds in all, and of each request."""

    seconds: float = 0.0
    each: list[float] = field(default_factory=list)
    failed: int = 0

    def at(self, share: float) -> float:
        """The milliseconds below which a share of the requests stayed."""
        ordered = sorted(self.each)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000

    def add(self, other: Timed) -> None:
        """Another turn of the same run."""
        self.seconds += other.seconds
        self.each += other.each
        self.failed += other.failed

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.each) / self.seconds if self.seconds else 0.0


async def run(port: int, requests: Iterable[bytes], connections: int, seconds: float) -> Timed:
    """Send requests over some connections, each waiting for its answer before the next, for some seconds at most."""
    timed = Timed()
    queue = iter(requests)
    before = time.perf_counter()
    await asyncio.gather(*(_connection(port, queue, timed, before + seconds) for _ in range(connections)))
    timed.seconds = time.perf_counter() - before
    return timed


async def _connection(port: int, queue: Iterator[bytes], timed: Timed, until: float) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for one in queue:
        before = time.perf_counter()
        writer.write(one)
        status = await answered(reader)
        timed.each.append(time.perf_counter() - before)
        timed.failed += status >= 400
        if time.perf_counter() >= until:
            break
    writer.close()


async def answered(reader: asyncio.StreamReader) -> int:
    """Read one answer; its status."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")
    )
    await reader.readexactly(length)
    return int(head[9:12])
