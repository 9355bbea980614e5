"""Plays one scenario: a world, clients that go on, the fault, and the checker once everything has come to rest."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tests.chaos.checker import check
from tests.chaos.clients import crowd
from tests.chaos.journal import read_all
from tests.chaos.leavings import leavings
from tests.chaos.loader import geometry, observed, snapshot
from tests.chaos.planted import Planted
from tests.chaos.report import Result
from tests.chaos.scenario import PATIENCE_SECONDS, Run, Scenario
from tests.chaos.verdict import Verdict
from tests.chaos.world.client import Client
from tests.chaos.world.servers import Pair
from tests.chaos.world.world import World, world

LOOK_SECONDS = 0.05
REST = (
    "SELECT (SELECT count(*) FROM callback WHERE state = 'pending' AND next_at <= now())"
    " + (SELECT count(*) FROM clock WHERE stopped_at IS NULL AND next_at <= now())"
    " + (SELECT count(*) FROM rezoning WHERE finished_at IS NULL), clock_timestamp()"
)
"""What is due and not yet done."""
HASTEN = "UPDATE callback SET next_at = now() WHERE state = 'pending' AND next_at > now()"
"""Reports that wait for their next attempt are due at once, as if their time had passed."""


@dataclass(frozen=True)
class Play:
    """How scenarios are played."""

    pair: Pair
    folder: Path
    seed: int
    processes: int
    seconds: float
    planted: tuple[Planted, ...] = ()
    """Bugs that the service has in this run."""

    async def play(self, scenario: Scenario) -> Result:
        """One scenario from an empty district to the checker's word.

        Raises:
            NotRun: it cannot happen on this machine.
        """
        folder = self.folder / scenario.name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        async with world(*self._surroundings(folder)) as made:
            run = Run(made, self.seconds)
            clients = crowd(made)
            recovered = await _through(run, scenario, clients)
            verdict = await asyncio.to_thread(judged, made, await _rested(made))
            found = (*run.violations, *leavings(made), *verdict.violations)
            verdict = replace(verdict, violations=found)
        figures = verdict, _worst(clients), recovered, tuple(run.told)
        return Result(scenario.name, scenario.says, self.processes, self.seed, *figures)

    def _surroundings(self, folder: Path) -> tuple[Pair, Path, int, int, list[Path]]:
        return self.pair, folder, self.seed, self.processes, [each.folder for each in self.planted]


async def _through(run: Run, scenario: Scenario, clients: Sequence[Client]) -> float | None:
    """Let clients go on around the fault; how many milliseconds after its end nothing waited any more."""
    async with asyncio.TaskGroup() as group:
        for client in clients:
            group.create_task(client.run(), name=client.name)
        await run.until(ok=10)
        try:
            await scenario.breaks(run)
        finally:
            run.world.quiet.set()
    if run.ended is None:
        raise RuntimeError(f"the scenario {scenario.name} never says that its fault is over: call run.over()")
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await run.world.up()
            await asyncio.gather(*(client.settle() for client in clients))
            await _rested(run.world)
            return (time.monotonic() - run.ended) * 1000
    except TimeoutError:
        return None


async def _rested(made: World) -> datetime:
    """Wait until nothing is due any more; the database's time then."""
    await asyncio.to_thread(made.rows, f"{HASTEN} RETURNING id")
    while True:
        due, now = (await asyncio.to_thread(made.rows, REST))[0]
        if due == 0:
            return datetime.fromisoformat(now.isoformat())
        await asyncio.sleep(LOOK_SECONDS)


def judged(made: World, due_by: datetime) -> Verdict:
    """The checker's word on what clients wrote down and what the database holds."""
    with snapshot(made.database.owner_url) as connection:
        return check(read_all(made.journals), observed(connection, due_by), geometry(connection))


def _worst(clients: Sequence[Client]) -> float | None:
    return max((each.worst_lag_ms for each in clients if each.worst_lag_ms is not None), default=None)
