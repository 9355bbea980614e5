"""A process that stands still and goes on: its leases have passed to another, and it may not act on them any more."""

from __future__ import annotations

import asyncio

from dispatch.jobs.leases import LASTS
from tests.chaos.scenario import Run, scenario

LONGER_SECONDS = 5.0
PAUSES = 2


@scenario
async def app_pause(run: Run) -> None:
    """A process stands still for longer than any lease and goes on: what others took meanwhile is theirs."""
    for _ in range(PAUSES):
        await run.underway()
        app = run.dice.choice(run.world.apps)
        run.fault(f"SIGSTOP of process {app.number}")
        app.pause()
        try:
            await asyncio.sleep(LASTS.total_seconds() + LONGER_SECONDS)
            if len(run.world.apps) > 1:
                await run.until(ok=20)  # the other one goes on
        finally:
            app.resume()
        await run.until(ok=5)
    run.over()
    await run.underway()
