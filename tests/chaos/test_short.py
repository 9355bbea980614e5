"""The short form of the fault run: several faults in one world of two processes, and the checker's word at the end.

The long form is `make chaos`: every fault by itself, with one process and with two.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.chaos.run import Play
from tests.chaos.scenario import Run, Scenario
from tests.chaos.scenarios import crash
from tests.chaos.scenarios.postgresql import END_BACKENDS
from tests.chaos.world.servers import pair

SEED = 20261126
SECONDS = 0.2


async def several(run: Run) -> None:
    """The service dies before a commit, loses its sessions, the database and the cache; clients are cut off."""
    await crash.before_commit(run)
    await run.world.redis.stop()
    await run.until(ok=5)
    await asyncio.to_thread(run.world.rows, END_BACKENDS, 1.0)
    await run.world.redis.start()
    await run.until(ok=5)
    await run.world.postgresql.restart("immediate")
    await run.world.front.cut()
    run.over()
    await run.until(ok=10)


def test_nothing_is_lost_and_nothing_comes_twice(tmp_path: Path) -> None:
    scenario = Scenario("several", "Several faults, one after another.", several)
    with pair() as servers:
        result = asyncio.run(Play(servers, tmp_path, SEED, 2, SECONDS).play(scenario))
    assert result.verdict.violations == ()
    assert result.recovered_after_ms is not None
    assert result.verdict.ok > 20
