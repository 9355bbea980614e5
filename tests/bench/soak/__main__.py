"""Measures whether memory stays flat under load that goes on; writes docs/soak.md. Run by `make bench-soak`.

Tickets are pushed, sockets come and go, rules are read anew each minute, and every fifth the index of places is built
anew: ``gc.freeze`` follows it, so that what refers to itself then stays for good. ``SOAK_MINUTES`` says for how long,
``SOAK_SOCKETS`` and ``SOAK_RATE`` how many sockets and tickets a second.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections.abc import Sequence
from typing import Any, Final

import numpy
import psycopg
import uvloop

from dispatch.live.ring import RING
from tests.bench import ground
from tests.bench.machine import machine
from tests.bench.orders import orders
from tests.bench.push import crowd
from tests.bench.push.__main__ import Push, cpu
from tests.bench.push.crew import crew
from tests.databases import ROOT

MINUTES: Final = int(os.environ.get("SOAK_MINUTES", "10"))
SOCKETS: Final = int(os.environ.get("SOAK_SOCKETS", "500"))
RATE: Final = int(os.environ.get("SOAK_RATE", "50"))
WARM: Final = 0.4
FULL: Final = 0.97
"""The slope leaves out the first minutes, in which caches fill, and those in which rings fill, where enough remain."""
LEAST_MINUTES: Final = 5
RULES: Final = "UPDATE rule_set SET revision = revision + 1 WHERE active"
NAMES: Final = (
    "INSERT INTO gazetteer_version (id, checksum) SELECT max(id) + 1, max(checksum) FROM gazetteer_version"
)
NAMES_EVERY: Final = 5
HELD: Final = "SELECT sum(least(seq, %s)) FROM stream"
"""Entries in the rings of the service."""


async def soaked(made: ground.Ground, service: ground.Process) -> list[dict[str, float]]:
    """A line for each minute: resident memory, processor time, tickets, and whether every socket came back."""
    lines: list[dict[str, float]] = []
    async with crew() as listeners:
        push = Push(made, service, orders(made.owner_url), listeners, RATE)
        await push.tickets(2)
        people = crowd.crowd(made.owner_url, SOCKETS)
        for minute in range(MINUTES):
            ends, before = time.monotonic() + 60, cpu(service)
            came = await push.connect(people, 10.0)
            sent = await push.tickets(max(1.0, ends - time.monotonic() - 2))
            await listeners.drop()
            await asyncio.to_thread(_change, made.owner_url, names=(minute + 1) % NAMES_EVERY == 0)
            await asyncio.sleep(max(0.0, ends - time.monotonic()))
            line = {"minute": minute + 1, "mib": service.memory_mib, "cpu": cpu(service) - before}
            line |= {
                "tickets": len(sent.answered),
                "away": came["away"],
                "tried": sum(came["failed"].values()),
            }
            lines.append(line | {"held": await asyncio.to_thread(_held, made.owner_url)})
            sys.stderr.write(f"  {lines[-1]}\n")
    return lines


def _change(owner_url: str, *, names: bool) -> None:
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute(RULES)
        if names:
            connection.execute(NAMES)


def _held(owner_url: str) -> float:
    with psycopg.connect(owner_url) as connection:
        row = connection.execute(HELD, (RING,)).fetchone()
    return float(row[0]) if row else 0.0


def settled(lines: Sequence[dict[str, float]]) -> Sequence[dict[str, float]]:
    """The minutes that the slope is taken of."""
    full = [each for each in lines if each["held"] >= FULL * lines[-1]["held"]]
    return full if len(full) >= LEAST_MINUTES else lines[int(len(lines) * WARM) :]


def slope(lines: Sequence[dict[str, float]]) -> float:
    """MiB an hour, by a straight line through the settled minutes."""
    kept = settled(lines)
    if len(kept) < 2:
        return 0.0
    rise: float = numpy.polyfit([each["minute"] for each in kept], [each["mib"] for each in kept], 1)[0]
    return rise * 60


def report(lines: Sequence[dict[str, float]], measured_on: dict[str, Any]) -> str:
    """docs/soak.md."""
    step = max(1, len(lines) // 30)
    told = [
        f"| {line['minute']:.0f} | {line['mib']:.1f} | {line['held']:,.0f} | {line['cpu'] / 60:.0%} "
        f"| {line['tickets']:,.0f} | {line['away']:.0f} · {line['tried']:.0f} |"
        for number, line in enumerate(lines)
        if number % step == 0 or number == len(lines) - 1
    ]
    return "\n".join(
        [
            "# Soak",
            "",
            f"Made by `make bench-soak`: {RATE} tickets a second for {len(lines)} minutes; {SOCKETS} sockets connect",
            "as each minute begins and are cut as it ends; rules are read anew each minute, the index of places is",
            f"built anew each {NAMES_EVERY} minutes, which takes more memory for a while.",
            "",
            "| Machine | |",
            "|---|---|",
            *(f"| {name} | {value} |" for name, value in measured_on.items()),
            "",
            "| minute | resident, MiB | entries in rings | of a core | tickets | sockets away · tried again |",
            "| ---: | ---: | ---: | ---: | ---: | ---: |",
            *told,
            "",
            f"From minute {settled(lines)[0]['minute']:.0f} on the service grew by **{slope(lines):.1f} MiB an hour**.",
            f"Rings of recent entries ({RING:,} a stream) fill until each stream has had so many: no leak, but memory.",
            "Where an index is built anew, both are there for a moment.",
            "",
        ]
    )


def main() -> int:
    """Measure and write."""
    callback_port, redis_url = ground.free_port(), os.environ["REDIS_URL"]
    with ground.ground(os.environ["DATABASE_URL"], callback_port) as made:
        measured_on = machine(made.owner_url, redis_url)
        with (
            ground.service(made, redis_url, callback_port) as service,
            ground.null(made, callback_port),
            asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
        ):
            lines = runner.run(soaked(made, service))
    (ROOT / "docs" / "soak.md").write_text(report(lines, measured_on), encoding="utf-8")
    folder = ROOT / ".local" / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "soak.json").write_text(json.dumps(lines, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
