"""Runs everything once, in turns, and writes the report."""

from __future__ import annotations

import asyncio
import itertools
import os
import sys
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.bench import ground, latency, raw, report, wire
from tests.bench.machine import machine
from tests.bench.orders import Orders, orders
from tests.databases import WEBHOOK_SECRET

PATH = "/hotline/v1/huaian-12345/messages"
SINGLES = {1: 2_000, 8: 6_000, 32: 9_000}
"""Connections → requests that are ready for one turn."""
BATCHES = {100: 120, 500: 30}
"""Messages of a batch → batches that are ready for one turn."""
BATCH_CONNECTIONS = 4
TURNS = 2
TURN_SECONDS = 4.0
"""How long a turn lasts, unless its requests are used up before."""
LATENCY_SECONDS = 12
RAW_TICKETS = 8_192


@dataclass
class Bench:
    """One run: what is measured, and what came out so far."""

    made: ground.Ground
    service: ground.Process
    null: ground.Process
    orders: Orders
    results: dict[str, Any] = field(default_factory=dict)

    def signed(self, bodies: Sequence[Any]) -> list[bytes]:
        """Requests for bodies, each a delivery of its own."""
        return [wire.request(PATH, WEBHOOK_SECRET, f"msg_{uuid.uuid4().hex}", body) for body in bodies]

    async def singles(self, connections: int) -> None:
        """Single webhooks over some connections: ours and the null handler in turns, with the same requests."""
        ours, nothing = wire.Timed(), wire.Timed()
        for _ in range(TURNS):
            requests = self.signed(self.orders.take(SINGLES[connections]))
            ours.add(await wire.run(self.service.port, requests, connections, TURN_SECONDS))
            with self.service.paused():
                again = itertools.cycle(requests)
                nothing.add(await wire.run(self.null.port, again, connections, TURN_SECONDS))
        self.results.setdefault("singles", {})[connections] = {"ours": _said(ours), "null": _said(nothing)}
        _tell(f"{connections} 个连接,单条:{ours.rate:.0f}/s,空处理 {nothing.rate:.0f}/s")

    async def batches(self, size: int) -> None:
        """Batches of a size."""
        ours = wire.Timed()
        for _ in range(TURNS):
            bodies = [{"messages": self.orders.take(size)} for _ in range(BATCHES[size])]
            requests = self.signed(bodies)
            ours.add(await wire.run(self.service.port, requests, BATCH_CONNECTIONS, TURN_SECONDS))
        said = _said(ours) | {"tickets_per_second": ours.rate * size}
        self.results.setdefault("batches", {})[size] = said
        _tell(f"每批 {size} 条:{ours.rate * size:.0f} 条/s")

    async def raw(self) -> None:
        """The rows of the last batches, inserted again by one and by two connections, in turns."""
        rows = await raw.written(self.made.owner_url, RAW_TICKETS)
        rates: dict[int, list[float]] = {1: [], 2: []}
        with self.service.paused():
            for connections, _ in itertools.product(rates, range(TURNS)):
                rates[connections].append(await raw.insert(self.made.twin_url, rows, connections))
        self.results["raw"] = {str(each): sum(found) / len(found) for each, found in rates.items()}
        _tell(f"直接写入同样的行:{self.results['raw']}")

    async def latency(self) -> None:
        """Webhook → socket, and what sockets weigh."""
        idle = self.service.memory_mib
        with latency.watching(self.service, self.made.users) as watch:
            with_sockets = self.service.memory_mib
            bodies = self.orders.take(LATENCY_SECONDS * latency.EACH_SECOND)
            requests = zip((body["工单编号"] for body in bodies), self.signed(bodies), strict=True)
            due = (await latency.push(self.service.port, list(requests))).due
            await asyncio.sleep(1)
            timed = latency.measured(due, watch.end())
        self.results["latency"] = _said(timed) | {"tickets": len(due), "arrivals": len(timed.each)}
        self.results["memory"] = {
            "idle_mib": idle,
            "socket_kib": (with_sockets - idle) * 1024 / latency.SOCKETS,
        }
        _tell(f"推送到屏幕：{self.results['latency']}")


def _said(timed: wire.Timed) -> dict[str, float]:
    figures = {f"p{share}_ms": timed.at(share / 100) for share in (50, 95, 99)}
    return {"per_second": timed.rate, **figures, "failed": timed.failed}


def _tell(words: str) -> None:
    sys.stderr.write(f"  {words}\n")
    sys.stderr.flush()


async def measure(bench: Bench) -> None:
    """Everything in its order: first the sockets, while the boards are small."""
    await wire.run(bench.service.port, bench.signed(bench.orders.take(400)), 8, TURN_SECONDS)
    await bench.latency()
    for connections in SINGLES:
        await bench.singles(connections)
    for size in BATCHES:
        await bench.batches(size)
    bench.results["memory"]["loaded_mib"] = bench.service.memory_mib
    await bench.raw()


def main() -> int:
    """Measure and write."""
    began = time.monotonic()
    redis_url = os.environ["REDIS_URL"]
    callback_port = ground.free_port()
    with ground.ground(os.environ["DATABASE_URL"], callback_port) as made:
        measured_on = machine(made.owner_url, redis_url)
        _tell(f"数据库已备好({time.monotonic() - began:.0f} 秒)")
        with (
            ground.service(made, redis_url, callback_port) as service,
            ground.null(made, callback_port) as null,
        ):
            bench = Bench(made, service, null, orders(made.owner_url))
            asyncio.run(measure(bench))
    report.write(
        bench.results | {"machine": measured_on, "seconds": time.monotonic() - began},
        latency.DISTRICT_SOCKETS,
    )
    return 0


sys.exit(main())
