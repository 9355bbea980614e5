"""The clock of the service's machine steps ten minutes ahead and back while it runs. One clock counts: PostgreSQL's."""

from __future__ import annotations

from pathlib import Path

from tests.chaos.journal import Pushed, read_all
from tests.chaos.scenario import NotRun, Run, scenario
from tests.chaos.scenarios.health import said

MINUTES = (10, -10, 0)
LIBRARY = "lib/*/faketime/libfaketime.so.1"


@scenario
async def clock_step(run: Run) -> None:
    """The clock of every process steps ten minutes ahead, ten behind and back; no signature is turned down for it."""
    shift = run.world.folder / "clock"
    _set(shift, 0)
    surroundings = {
        "LD_PRELOAD": str(library()),
        "FAKETIME_TIMESTAMP_FILE": str(shift),
        "FAKETIME_CACHE_DURATION": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # else asyncio's loop stands still
    }
    for app in run.world.apps:
        app.surroundings |= surroundings
        await app.replace()
    for minutes in MINUTES:
        run.fault(f"the clock is {minutes:+d} minutes off")
        _set(shift, minutes)
        await said(run, "clock", "degraded" if minutes else "ok")
        await run.underway()
    run.over()
    await run.underway()
    pushed = [each for each in read_all(run.world.journals) if isinstance(each, Pushed)]
    stale = {each.delivery for each in pushed if each.status == 401}
    run.expect(not stale, "signatures", f"of {len(stale)} deliveries were turned down, {sorted(stale)[:3]}")


def library() -> Path:
    """The library that shifts the clock.

    Raises:
        NotRun: it is not installed.
    """
    found = sorted(Path("/usr").glob(LIBRARY))
    if not found:
        raise NotRun("shifting a clock needs libfaketime; install the Debian package faketime")
    return found[0]


def _set(shift: Path, minutes: int) -> None:
    shift.write_text(f"{minutes * 60:+d}\n", encoding="ascii")
