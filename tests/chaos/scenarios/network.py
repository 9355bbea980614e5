"""The network between the parts: late, narrow, in pieces, cut, silent, refused; every way on every line in turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, LiteralString

from deploy.bootstrap.place import data_folder
from tests.chaos.proxy import Proxy
from tests.chaos.scenario import Run, scenario
from tests.chaos.scenarios.crash import BLOCKED
from tests.chaos.world.world import POOL

SLOW: Sequence[dict[str, Any]] = (
    {"latency_ms": 30, "jitter_ms": 60},
    {"slice_bytes": 7},
    {"bytes_per_second": 400_000},
    {"latency_ms": 5, "jitter_ms": 10, "slice_bytes": 300, "bytes_per_second": 2_000_000},
)
"""Work goes on through these, more slowly."""
SILENT: Sequence[dict[str, Any]] = ({"stall": True}, {"stall": True, "up": False}, {"black_hole": True})
"""Nothing gets through these; what waits has to give up or wait, and to come back by itself."""
LOOK_SECONDS = 0.5
"""How often is looked for what takes a minute."""


@scenario
async def network_database(run: Run) -> None:
    """Between the service and PostgreSQL: late, narrow, in pieces, cut, refused, half-open, silent."""
    await misbehave(run, lambda: [run.dice.choice(run.world.apps).database_link])
    await run.when(lambda: len(sessions(run)) <= len(run.world.apps) * int(POOL), every=LOOK_SECONDS)


@scenario
async def network_redis(run: Run) -> None:
    """Between the service and Redis: late, narrow, in pieces, cut, refused, half-open, silent. Work never stops."""
    await misbehave(run, lambda: [app.redis_link for app in run.world.apps], goes_on=True)


@scenario
async def network_clients(run: Run) -> None:
    """Between clients and the service: late, narrow, in pieces, cut, refused, half-open, silent."""
    await misbehave(run, lambda: [run.world.front])


@scenario
async def machines_gone(run: Run) -> None:
    """For PostgreSQL the service's machines are gone without a word: its kernel finds out within the time it was told.

    Twice: while nothing in particular goes on, and while all that is written waits for a lock.
    """
    await run.underway()
    dead, told = await gone(run, "of the service lead nowhere"), timed_out(run)
    idle = dead & sessions(run, "idle")
    await run.when(lambda: not sessions(run) & dead, every=LOOK_SECONDS)
    found = timed_out(run) - told
    run.expect(found >= len(idle) > 0, "PostgreSQL's kernel", f"found {found} of {len(idle)} idle lines dead")
    await run.underway()
    async with run.session() as session:
        await session.execute("SELECT FROM stream FOR UPDATE")
        await run.seen(BLOCKED, session.info.backend_pid)
        dead = await gone(run, "lead nowhere while they wait in a transaction")
    run.over()
    await run.when(lambda: not sessions(run) & dead, every=LOOK_SECONDS)
    await run.underway()


async def gone(run: Run, words: str) -> frozenset[int]:
    """Every line of the service's ends without a word on its side; whose sessions that were."""
    dead = sessions(run)
    lines = sum([await app.database_link.strand(client=True) for app in run.world.apps])
    run.fault(f"{lines} lines {words}")
    return dead


def sessions(run: Run, state: str = "%") -> frozenset[int]:
    """The service's sessions at PostgreSQL, by process id."""
    question: LiteralString = (
        "SELECT pid FROM pg_stat_activity "
        "WHERE application_name = 'dispatch' AND datname = current_database() AND state LIKE %s"
    )
    return frozenset(pid for (pid,) in run.world.rows(question, state))


def timed_out(run: Run) -> int:
    """How many connections PostgreSQL has been told of by its kernel that nobody is there any more, ever."""
    log = data_folder(run.world.pair.folder) / "server.log"
    return log.read_text(encoding="utf-8", errors="replace").count("client: Connection timed out")


@scenario
async def network_hotline(run: Run) -> None:
    """Between the service and whoever hears its reports: all that a line can do, and work never stops for it."""
    await misbehave(run, lambda: [run.world.ear_link], goes_on=True)


async def misbehave(run: Run, chosen: Callable[[], Sequence[Proxy]], *, goes_on: bool = False) -> None:
    """Each thing that a line can do, in an order that the dice decide; ``goes_on`` where work must not wait for it."""
    faults = [*(("slow", each) for each in SLOW), *(("silent", each) for each in SILENT)]
    faults += [
        ("refuse", {"refuse": True}),
        ("cut", {}),
        ("strand", {"client": True}),
        ("strand", {"client": False}),
    ]
    run.dice.shuffle(faults)
    for kind, toxics in faults:
        links = chosen()
        run.fault(f"{kind} {', '.join(f'{name} {value}' for name, value in toxics.items())}".strip())
        for link in links:
            await _break(link, kind, toxics)
        if kind in ("slow", "strand", "cut") or goes_on:
            await run.until(ok=5)
        else:
            await asyncio.sleep(run.dice.uniform(0.5, 1.5) * run.seconds)
        for link in links:
            await link.heal()
        await run.until(ok=2)
    run.over()
    await run.underway()


async def _break(link: Proxy, kind: str, toxics: dict[str, Any]) -> None:
    match kind:
        case "cut":
            await link.cut()
        case "strand":
            await link.strand(**toxics)
        case "refuse":
            await link.poison(**toxics)
            await link.cut()
        case _:
            await link.poison(**toxics)
