"""A process that stands still and goes on: its leases have passed to another, and it may not act on them any more."""

from __future__ import annotations

import asyncio

from dispatch.jobs import claims, leases
from tests.chaos.scenario import Run, scenario

LASTS_SECONDS = (leases.LASTS.total_seconds(), claims.SECONDS)
"""What one process at a time may do, and what it claimed to send."""
LONGER_SECONDS = 5.0


@scenario
async def app_pause(run: Run) -> None:
    """A process stands still for longer than any lease and goes on: what others took meanwhile is theirs."""
    for seconds in LASTS_SECONDS:
        await run.underway()
        app = run.dice.choice(run.world.apps)
        run.fault(f"SIGSTOP of process {app.number} for {seconds + LONGER_SECONDS:.0f} s")
        app.pause()
        try:
            await asyncio.sleep(seconds + LONGER_SECONDS)
            if len(run.world.apps) > 1:
                await run.until(ok=20)  # the other one goes on
        finally:
            app.resume()
        await run.until(ok=5)
    run.over()
    await run.underway()
