"""Measures whether memory stays flat under load that goes on; writes docs/soak.md. Run by `make bench-soak`.

Tickets are pushed, sockets come and go, rules are read anew each minute, and every fifth the index of places is built
anew: ``gc.freeze`` follows it, so that what refers to itself then stays until the night, which comes in the middle of
the run. ``SOAK_MINUTES`` says for how long, ``SOAK_SOCKETS`` and ``SOAK_RATE`` how many sockets and tickets a second.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any, Final

import psycopg
import uvloop

from dispatch.actions.memory import EVERY_SECONDS
from dispatch.live.ring import RING
from tests.bench import ground, wire
from tests.bench.machine import machine
from tests.bench.orders import orders
from tests.bench.push import crowd
from tests.bench.push.__main__ import PATH, Push, cpu
from tests.bench.push.crew import crew
from tests.databases import ROOT, WEBHOOK_SECRET

MINUTES: Final = int(os.environ.get("SOAK_MINUTES", "10"))
SOCKETS: Final = int(os.environ.get("SOAK_SOCKETS", "500"))
RATE: Final = int(os.environ.get("SOAK_RATE", "50"))
FULL: Final = 0.93
"""Rings count as full from here on; memory grows until they are, which is left out. The smallest towns' fill last."""
FILLING: Final = timedelta(minutes=2)
"""What comes before the first minute takes about so long."""
EVERY: Final = timedelta(seconds=EVERY_SECONDS)
"""So long after its beginning a night is noticed at the latest."""
SHANGHAI: Final = timezone(timedelta(hours=8))
ROUND, BATCH = 20, 100
"""Batches that are pushed at a time until the rings are full, and the tickets of each."""
MOST_ROUNDS: Final = 40
RULES: Final = "UPDATE rule_set SET revision = revision + 1 WHERE active"
NAMES: Final = (
    "INSERT INTO gazetteer_version (id, checksum) SELECT max(id) + 1, max(checksum) FROM gazetteer_version"
)
NAMES_EVERY: Final = 5
HELD: Final = "SELECT sum(least(seq, %s)), count(*) * %s FROM stream WHERE seq > 0"
"""Entries in the rings of the service, and how many there are when all are full."""


async def filled(push: Push) -> None:
    """Push batches until the rings are full, else they would be what grows."""
    for _ in range(MOST_ROUNDS):
        if await asyncio.to_thread(_held, push.made.owner_url) >= FULL:
            return
        bodies = [{"messages": push.orders.take(BATCH)} for _ in range(ROUND)]
        requests = [wire.request(PATH, WEBHOOK_SECRET, f"msg_{uuid.uuid4().hex}", body) for body in bodies]
        await wire.run(push.service.port, requests, 2, 600)


def night() -> datetime:
    """When the run's night begins: in its middle, on a full minute."""
    return (datetime.now(SHANGHAI) + FILLING + timedelta(minutes=MINUTES / 2)).replace(
        second=0, microsecond=0
    )


async def soaked(made: ground.Ground, service: ground.Process, tidied: datetime) -> list[dict[str, float]]:
    """A line for each minute: resident memory, processor time, tickets, and whether every socket came back."""
    lines: list[dict[str, float]] = []
    async with crew() as listeners:
        push = Push(made, service, orders(made.owner_url), listeners, RATE)
        await filled(push)
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
            line["night"] = datetime.now(SHANGHAI) > tidied + EVERY
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
        row = connection.execute(HELD, (RING, RING)).fetchone()
    return float(row[0]) / float(row[1]) if row and row[1] else 0.0


def settled(lines: Sequence[dict[str, float]]) -> Sequence[dict[str, float]]:
    """The minutes in which the rings were full, but for the first."""
    return [each for each in lines if each["held"] >= FULL][1:]


def judged(lines: Sequence[dict[str, float]]) -> str:
    """What the service grew by during a day, and what of that was left after the night."""
    day = [each["mib"] for each in settled(lines) if not each["night"]]
    morning = [each["mib"] for each in lines if each["night"]][:NAMES_EVERY]
    if min(len(day), len(morning)) < NAMES_EVERY:
        return "There was too little of a day with full rings, or of the morning after, to say more."
    begun, ended, left = min(day[:NAMES_EVERY]), max(day[-NAMES_EVERY:]), min(morning)
    return (
        f"With full rings the day began at **{begun:.0f} MiB** (the least of {NAMES_EVERY} minutes) and ended at "
        f"**{ended:.0f} MiB** (the most of {NAMES_EVERY}); after the night it was **{left:.0f} MiB**."
    )


def report(lines: Sequence[dict[str, float]], measured_on: dict[str, Any]) -> str:
    """docs/soak.md."""
    step = max(1, len(lines) // 30)
    told = [
        f"| {line['minute']:.0f}{' ☾' if line['night'] else ''} | {line['mib']:.1f} | {line['held']:.0%} "
        f"| {line['cpu'] / 60:.0%} | {line['tickets']:,.0f} | {line['away']:.0f} · {line['tried']:.0f} |"
        for number, line in enumerate(lines)
        if number % step == 0 or number == len(lines) - 1
    ]
    return "\n".join(
        [
            "# Soak",
            "",
            f"Made by `make bench-soak`: {RATE} tickets a second for {len(lines)} minutes; {SOCKETS} sockets connect",
            "as each minute begins and are cut as it ends; rules are read anew each minute, the index of places is",
            f"built anew each {NAMES_EVERY} minutes, which takes more memory for a while. In the middle comes a night",
            "(DISPATCH_TIDY_AT): what was frozen with an index, and is over, is freed. ☾: minutes after it.",
            "",
            "| Machine | |",
            "|---|---|",
            *(f"| {name} | {value} |" for name, value in measured_on.items()),
            "",
            "| minute | resident, MiB | rings full | of a core | tickets | sockets away · tried again |",
            "| ---: | ---: | ---: | ---: | ---: | ---: |",
            *told,
            "",
            judged(lines),
            f"Rings of recent entries ({RING:,} a stream) are filled before. Where an index is built anew, both are",
            "there for a moment, and what was freed serves what comes next.",
            "",
        ]
    )


def main() -> int:
    """Measure and write."""
    callback_port, redis_url = ground.free_port(), os.environ["REDIS_URL"]
    with ground.ground(os.environ["DATABASE_URL"], callback_port) as made:
        measured_on, tidied = machine(made.owner_url, redis_url), night()
        with (
            ground.service(
                made, redis_url, callback_port, {"DISPATCH_TIDY_AT": f"{tidied:%H:%M}"}
            ) as service,
            ground.null(made, callback_port),
            asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
        ):
            lines = runner.run(soaked(made, service, tidied))
    (ROOT / "docs" / "soak.md").write_text(report(lines, measured_on), encoding="utf-8")
    folder = ROOT / ".local" / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "soak.json").write_text(json.dumps(lines, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
