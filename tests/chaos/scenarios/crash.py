"""The service: killed without warning, again and again, and at named points of its work."""

from __future__ import annotations

from tests.chaos.scenario import Run, scenario


@scenario
async def repeated_kills(run: Run) -> None:
    """A process of the service is killed without warning, any of them, ten times, some while they start."""
    for _ in range(10):
        await run.until(ok=run.dice.randrange(1, 30))
        app = run.dice.choice(run.world.apps)
        run.fault(f"kill -9 of process {app.number}")
        app.kill()
    run.over()
    await run.up()
    await run.underway()
