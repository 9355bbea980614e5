"""Plays one scenario: a world, clients that go on, the fault, and the checker once everything has come to rest."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import LiteralString

import psycopg

from tests.chaos.checker import check
from tests.chaos.clients import crowd
from tests.chaos.journal import read_all
from tests.chaos.leavings import leavings
from tests.chaos.loader import geometry, observed, snapshot
from tests.chaos.planted import Planted
from tests.chaos.report import Result
from tests.chaos.scenario import PATIENCE_SECONDS, NotRun, Run, Scenario
from tests.chaos.sealed import kept
from tests.chaos.verdict import Verdict
from tests.chaos.world.client import Client
from tests.chaos.world.servers import Pair
from tests.chaos.world.world import World, world

REST: LiteralString = (
    "SELECT NOT EXISTS (SELECT FROM callback WHERE state = 'pending' AND next_at <= now())"
    " AND NOT EXISTS (SELECT FROM clock WHERE stopped_at IS NULL AND next_at <= now())"
    " AND NOT EXISTS (SELECT FROM rezoning r JOIN boundary_version b ON b.id = r.boundary_version"
    " WHERE b.state = 'published' AND r.finished_at IS NULL)"
)
"""Whether nothing that is due waits; what new boundaries overtook has nothing left to do."""
HASTEN: LiteralString = "UPDATE callback SET next_at = now() WHERE state = 'pending' AND next_at > now()"
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
            await _work_through(run, scenario, clients)
            recovered = await _recovered(run, clients)
            await made.postgresql.start()
            verdict = await asyncio.to_thread(judged, made)
            left = await asyncio.to_thread(lambda: tuple(leavings(made)))
            verdict = replace(verdict, violations=(*run.violations, *left, *verdict.violations))
        figures = verdict, _worst(clients), recovered, tuple(run.told)
        return Result(scenario.name, scenario.says, self.processes, self.seed, *figures)

    def _surroundings(self, folder: Path) -> tuple[Pair, Path, int, int, list[Path]]:
        return self.pair, folder, self.seed, self.processes, [each.folder for each in self.planted]


async def _work_through(run: Run, scenario: Scenario, clients: Sequence[Client]) -> None:
    """Let clients go on around the fault. Whatever ends either early makes the run red, not the end of all runs.

    Raises:
        NotRun: it cannot happen on this machine.
    """
    missing: list[NotRun] = []
    try:
        async with asyncio.TaskGroup() as group:
            for client in clients:
                group.create_task(client.run(), name=client.name)
            try:
                await run.until(ok=10)
                await scenario.breaks(run)
            except NotRun as why:
                missing.append(why)
            except Exception as error:  # noqa: BLE001 - it is told as a violation
                run.expect(False, "the scenario", f"ended early: {error!r}")
            finally:
                run.world.quiet.set()
    except ExceptionGroup as errors:
        run.expect(False, "the clients", f"ended early: {errors.exceptions!r}")
    if missing:
        raise missing[0]
    run.expect(
        run.ended is not None, "the scenario", "never said that its fault is over: it has to call run.over()"
    )


async def _recovered(run: Run, clients: Sequence[Client]) -> float | None:
    """How many milliseconds after the last fault nothing waited any more; None where that never came."""
    began = run.ended or time.monotonic()
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await run.world.up()
            await asyncio.gather(*(client.settle() for client in clients))
            await asyncio.to_thread(run.world.rows, f"{HASTEN} RETURNING id")
            await run.seen(REST)
    except (TimeoutError, psycopg.Error):
        return None
    return (time.monotonic() - began) * 1000


def judged(made: World) -> Verdict:
    """The checker's word on what clients wrote down and what the database holds.

    What has been due for some seconds has to be done: what falls due while this looks is on its way.
    """
    heads = kept(made.folder / "audit-heads")  # first: what is sealed meanwhile is younger
    with snapshot(made.database.owner_url) as connection:
        ((due_by,),) = connection.execute("SELECT now() - interval '5 seconds'").fetchall()
        return check(
            read_all(made.journals),
            observed(connection, due_by, heads),
            geometry(connection),
        )


def _worst(clients: Sequence[Client]) -> float | None:
    return max((each.worst_lag_ms for each in clients if each.worst_lag_ms is not None), default=None)
