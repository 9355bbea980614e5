"""Measures the live edge at thousands of sockets; writes docs/push.md. Run by `make bench-push`.

``PUSH_SIZES`` names the numbers of sockets; ``PUSH_SECONDS`` how long tickets are pushed, ``PUSH_RATE`` how many a
second.
"""

from __future__ import annotations

import asyncio
import os
import resource
import sys
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy
import psycopg
import uvloop

from tests.bench import ground, latency, wire
from tests.bench.machine import machine
from tests.bench.orders import Orders, orders
from tests.bench.push import boards, crowd, report
from tests.bench.push.crew import Crew, Heard, child, crew
from tests.databases import WEBHOOK_SECRET

PATH: Final = "/hotline/v1/huaian-12345/messages"
SIZES: Final = tuple(int(float(each)) for each in os.environ.get("PUSH_SIZES", "1000,5000").split(","))
SECONDS: Final = int(os.environ.get("PUSH_SECONDS", "20"))
RATE: Final = int(os.environ.get("PUSH_RATE", "200"))
BEFORE: Final = 400
"""Tickets that are there before: every stream has a number that one can resume at."""
POURED: Final = 200_000
"""Messages that the plain loop sends, to all sockets together."""
CONNECT_EACH_SECOND: Final = 250
TICK: Final = os.sysconf("SC_CLK_TCK")


def cpu(of: ground.Process) -> float:
    """Seconds of processor time that a process has used."""
    found = Path(f"/proc/{of.running.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(found[11]) + int(found[12])) / TICK


@dataclass
class Push:
    """One run."""

    made: ground.Ground
    service: ground.Process
    orders: Orders
    listeners: Crew
    rate: int = RATE
    results: dict[str, Any] = field(default_factory=dict)

    async def tickets(self, seconds: float) -> latency.Sent:
        """Push tickets at the rate, whether or not earlier ones are answered."""
        bodies = self.orders.take(round(seconds * self.rate))
        signed = [wire.request(PATH, WEBHOOK_SECRET, f"msg_{uuid.uuid4().hex}", body) for body in bodies]
        requests = list(zip((body["工单编号"] for body in bodies), signed, strict=True))
        return await latency.push(self.service.port, requests, self.rate)

    async def alone(self) -> None:
        """What the tickets cost while nobody listens: taken off what they cost while thousands do."""
        await self.tickets(BEFORE / self.rate)
        before = cpu(self.service)
        await self.tickets(SECONDS)
        self.results["alone"] = {"cpu": cpu(self.service) - before}

    async def connect(self, people: list[int], seconds: float) -> dict[str, Any]:
        """Everybody connects, one after another within so many seconds."""
        epoch, tops = crowd.position(self.made.owner_url)
        tokens = [crowd.token(each) for each in people]
        return await self.listeners.connect(self.service.port, tokens, seconds, epoch, tops)

    async def size(self, people: list[int], found: dict[str, Any]) -> None:
        """So many sockets: what they weigh, how late they hear at which cost, and how quickly they come back."""
        count = len(people)
        idle = self.service.memory_mib
        found["came"] = await self.connect(people, count / CONNECT_EACH_SECOND)
        found["socket_kib"] = (self.service.memory_mib - idle) * 1024 / count
        await self.listeners.note()
        before = cpu(self.service)
        sent = await self.tickets(SECONDS)
        found["cpu"] = cpu(self.service) - before
        await asyncio.sleep(1)
        found |= judged(self.made.owner_url, sent, await self.listeners.told())
        _tell(f"{count} 个连接:{found}")
        await self.listeners.drop()
        found["back"] = await self.back(people)
        _tell(f"一秒内全部重连:{found['back']}")
        found["plain"] = await self.plain(count)
        _tell(f"朴素发送:{found['plain']}")

    async def back(self, people: list[int]) -> dict[str, Any]:
        """Everybody was cut off and comes back within a second, while tickets go on, and hears of all of them."""
        loaded, before, begun = self.service.memory_mib, cpu(self.service), time.monotonic()
        await self.listeners.note()
        flow = asyncio.create_task(self.tickets(SECONDS))
        back = await self.connect(people, 1.0)
        back["memory_mib"] = self.service.memory_mib - loaded
        sent = await flow
        await asyncio.sleep(1)
        back["cpu"] = (cpu(self.service) - before) / (time.monotonic() - begun)
        heard = await self.listeners.told()
        told = judged(self.made.owner_url, sent, heard)
        await self.listeners.drop()
        return back | {
            each: told[each] for each in ("unheard", "gaps", "broken", "refused", "p99_ms", "open")
        }

    async def plain(self, count: int) -> dict[str, float]:
        """The same bytes through a plain loop, an entry a message, while the service rests."""
        texts = written(self.made.owner_url, max(1, POURED // count))
        port = ground.free_port()
        with self.service.paused():
            async with child("tests.bench.push.plain", str(port)) as plain:
                await plain.heard()
                await self.listeners.connect(
                    port, [f"plain-{each}" for each in range(count)], 2.0, asks=False
                )
                poured = await plain.ask(entries=texts)
                await self.listeners.drop()
        return poured


def written(owner_url: str, count: int) -> list[str]:
    """The last entries, each as the frame that a client of its own would get."""
    with psycopg.connect(owner_url) as connection:
        rows = connection.execute(
            "SELECT stream, seq, ticket, version, event, row::text FROM stream_entry ORDER BY at DESC LIMIT %s",
            (count,),
        ).fetchall()
    return [
        f'{{"type":"frame","stream":{stream},"epoch":"{uuid.uuid4()}-00000001","from":{seq},"to":{seq},"entries":['
        f'{{"seq":{seq},"ticket":{ticket},"version":{version},"event":"{event}","row":{row}}}]}}'
        for stream, seq, ticket, version, event, row in rows
    ]


def judged(owner_url: str, sent: latency.Sent, heard: Heard) -> dict[str, Any]:
    """How late each arrival was: after its ticket was answered (committed) and after it was due to be sent."""
    with psycopg.connect(owner_url) as connection:
        rows = connection.execute(
            "SELECT e.stream, e.seq, t.order_no FROM stream_entry e JOIN ticket t ON t.id = e.ticket "
            "WHERE t.order_no = ANY (%s) AND e.event = 'ticket.received'",
            (list(sent.due),),
        ).fetchall()
    known = numpy.array(
        sorted(
            (stream << 40 | seq, sent.answered[no], sent.due[no])
            for stream, seq, no in rows
            if no in sent.answered
        )
    )
    if not len(known) or not len(heard.at):
        raise RuntimeError(f"{len(known)} tickets were taken, of which {len(heard.at)} arrivals are known")
    key = heard.stream << 40 | heard.seq
    place = numpy.searchsorted(known[:, 0], key).clip(0, len(known) - 1)
    own = known[place, 0] == key
    late = heard.at[own] - known[place[own], 1]
    since_due = heard.at[own] - known[place[own], 2]
    return {
        "tickets": len(sent.due),
        "refused": sum(sent.refused.values()),
        "unheard": len(known) - len(numpy.unique(place[own])),
        "arrivals": len(key),
        "frames": heard.frames,
        "octets": heard.octets,
        "gaps": heard.gaps,
        "broken": heard.broken,
        "open": heard.open,
        "client_cpu": heard.cpu,
        **{f"p{share}_ms": float(numpy.percentile(late, share)) * 1e3 for share in (50, 95, 99)},
        **{f"due_p{share}_ms": float(numpy.percentile(since_due, share)) * 1e3 for share in (50, 99)},
    }


def _tell(words: str) -> None:
    sys.stderr.write(f"  {words}\n")
    sys.stderr.flush()


async def measured(made: ground.Ground, service: ground.Process, results: dict[str, Any]) -> None:
    """Every size in turn; what fails is said in the report, and the next is measured all the same."""
    async with crew() as listeners:
        push = Push(made, service, orders(made.owner_url), listeners, results=results)
        await push.alone()
        everybody = crowd.crowd(made.owner_url, max(SIZES))
        for count in SIZES:
            step = len(everybody) / count
            found = results["sizes"][count] = {}
            people = [everybody[int(number * step)] for number in range(count)]
            try:
                await push.size(people, found)
            except Exception as error:  # noqa: BLE001 - it is told, with what was found before
                found["failed"] = repr(error)
                _tell(f"{count} 个连接:{error!r}")
                await listeners.drop()


def main() -> int:
    """Measure and write, whatever was found; 1 where a part failed, a number was missed or somebody stayed away."""
    began = time.monotonic()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    callback_port = ground.free_port()
    redis_url = os.environ["REDIS_URL"]
    results: dict[str, Any] = {
        "rate": RATE,
        "pushed": SECONDS,
        "sizes": {},
        "boards": [],
        "tickets": boards.COUNT,
    }
    try:
        with ground.ground(os.environ["DATABASE_URL"], callback_port) as made:
            results["machine"] = machine(made.owner_url, redis_url) | {
                "files": f"{most:,} open files a process at most"
            }
            with (
                ground.service(made, redis_url, callback_port) as service,
                ground.null(made, callback_port),
                asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
            ):
                runner.run(measured(made, service, results))
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                results["boards"] = runner.run(boards.boards(made))
    finally:
        results["seconds"] = time.monotonic() - began
        is_whole = report.write(results)
    return 0 if is_whole else 1


if __name__ == "__main__":
    sys.exit(main())
