"""What a run leaves behind that no client sees: sessions and transactions that leaked, errors that nobody expected."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator

from tests.chaos.verdict import Violation
from tests.chaos.world.app import App
from tests.chaos.world.world import POOL, World

HELD = (
    "SELECT count(*), coalesce(array_agg(pid || ' since ' || xact_start) "
    "FILTER (WHERE state LIKE 'idle in transaction%'), '{}') "
    "FROM pg_stat_activity WHERE application_name = 'dispatch' AND datname = current_database()"
)
"""Sessions of the service, and the transactions in which they do nothing at this moment."""
LOOK_SECONDS, LEAKED_SECONDS = 0.1, 40.0
"""How often is looked, and how long for a transaction to end: shorter than the database lets one be idle."""
TOLD = '"event": "degraded.begin"'
"""That the database is down is an error in the log, and no surprise where it was taken away."""
UNEXPECTED = re.compile(
    r"Exception in ASGI application|\"level\": \"(?:error|critical)\"|was never retrieved|was never awaited"
)


def leavings(made: World) -> Iterator[Violation]:
    """All of it; asked once everything has come to rest."""
    yield from still_held(made)
    for app in made.apps:
        yield from unexpected(app)


def still_held(made: World, seconds: float = LEAKED_SECONDS) -> Iterator[Violation]:
    """Connections and transactions that leaked: the very same all the while, though jobs come and go."""
    most, until = len(made.apps) * int(POOL), time.monotonic() + seconds
    sessions, idle = made.rows(HELD)[0]
    held = set(idle)
    while held or sessions > most:
        if time.monotonic() >= until:
            words = f"{sessions} sessions of {most}, {len(held)} idle in one transaction all the while"
            yield Violation("nothing_held", "the service", words)
            return
        time.sleep(LOOK_SECONDS)
        sessions, idle = made.rows(HELD)[0]
        held.intersection_update(idle)


def unexpected(app: App) -> Iterator[Violation]:
    """Errors of a process that it did not turn into an answer or a state, each kind once."""
    lines = app.log.read_text(encoding="utf-8", errors="replace").splitlines()
    kinds = Counter(
        _kind(lines, number)
        for number, line in enumerate(lines)
        if UNEXPECTED.search(line) and TOLD not in line
    )
    for kind, count in kinds.items():
        yield Violation("nothing_unexpected", f"process {app.number}", f"{count} × {kind}")


def _kind(lines: list[str], number: int) -> str:
    """What an error was: the line itself, or what its traceback ends with."""
    if lines[number].startswith("{"):
        return re.sub(r", \"timestamp\": \"[^\"]*\"", "", lines[number])
    ends = (
        line
        for line in lines[number + 1 :]
        if line and not line.startswith((" ", "Traceback", "During", "The above"))
    )
    return next(ends, lines[number])
