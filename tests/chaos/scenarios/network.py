"""The network between the parts: late, narrow, in pieces, cut, silent, refused; every way on every line in turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from tests.chaos.proxy import Proxy
from tests.chaos.scenario import Run, scenario

SLOW: Sequence[dict[str, Any]] = (
    {"latency_ms": 30, "jitter_ms": 60},
    {"slice_bytes": 7},
    {"bytes_per_second": 400_000},
    {"latency_ms": 5, "jitter_ms": 10, "slice_bytes": 300, "bytes_per_second": 2_000_000},
)
"""Work goes on through these, more slowly."""
SILENT: Sequence[dict[str, Any]] = ({"stall": True}, {"stall": True, "up": False}, {"black_hole": True})
"""Nothing gets through these; what waits has to give up or wait, and to come back by itself."""


@scenario
async def network_database(run: Run) -> None:
    """Between the service and PostgreSQL: late, narrow, in pieces, cut, refused, half-open, silent."""
    await misbehave(run, lambda: [run.dice.choice(run.world.apps).database_link], keepalives=True)


@scenario
async def network_redis(run: Run) -> None:
    """Between the service and Redis: late, narrow, in pieces, cut, refused, half-open, silent. Work never stops."""
    await misbehave(run, lambda: [app.redis_link for app in run.world.apps], goes_on=True)


@scenario
async def network_clients(run: Run) -> None:
    """Between clients and the service: late, narrow, in pieces, cut, refused, half-open, silent."""
    await misbehave(run, lambda: [run.world.front])


async def misbehave(
    run: Run, chosen: Callable[[], Sequence[Proxy]], *, goes_on: bool = False, keepalives: bool = False
) -> None:
    """Each thing that a line can do, in an order that the dice decide; ``goes_on`` where work must not wait for it.

    ``keepalives`` where the far side's kernel is asked to find out what is dead, as ``store.database`` does; the minute
    that it takes is not waited for.
    """
    broken: set[Proxy] = set()
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
        broken.update(links)
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
    for link in broken if keepalives else ():
        await link.bury()
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
