"""PostgreSQL: cut off, killed, out of connections, held up, out of disk."""

from __future__ import annotations

from tests.chaos.scenario import Run, scenario


@scenario
async def postgres_restart(run: Run) -> None:
    """PostgreSQL is stopped at once, as by a power cut, three times; it recovers from its log."""
    for _ in range(3):
        await run.underway()
        run.fault("pg_ctl stop -m immediate")
        await run.world.postgresql.stop("immediate")
        await run.world.postgresql.start()
    run.over()
    await run.underway()
