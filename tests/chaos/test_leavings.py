"""What a run leaves behind is found: errors that a process did not expect, sessions and transactions that it holds."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any, LiteralString

import psycopg

from tests.chaos.leavings import still_held, unexpected
from tests.chaos.proxy import Proxies, Proxy
from tests.chaos.world.app import App
from tests.chaos.world.world import POOL, World
from tests.databases import Database

EXPECTED = (
    '{"job": "callbacks", "why": "DatabaseAway", "event": "job.late", "level": "warning", "timestamp": "…"}\n'
)
DOWN = '{"finding": "database", "status": "down", "event": "degraded.begin", "level": "error"}\n'
FAILED = (
    '{{"job": "clocks", "why": "KeyError", "event": "job.failed", "level": "error", "timestamp": "{}"}}\n'
)
UNHANDLED = """ERROR:    Exception in ASGI application
Traceback (most recent call last):
  File "dispatch/web/stream.py", line 65, in stream
RuntimeError: nobody caught this
"""


def app(log: Path) -> App:
    """A process that is not running, with a log."""
    link = Proxy(Proxies.__new__(Proxies), 0, 0)
    return App(1, 0, {}, log, link, link)


def session(database: Database) -> psycopg.Connection[tuple[object, ...]]:
    """A session as the service's."""
    return psycopg.connect(database.owner_url, application_name="dispatch")


def held_by(database: Database, log: Path, kind: type[World] = World) -> World:
    """A world of which there is no more than a database, and one process that it belongs to."""
    made = kind.__new__(kind)
    made.database, made.apps = database, [app(log)]
    return made


def test_what_the_service_goes_on_holding_is_told(database: Database, tmp_path: Path) -> None:
    made = held_by(database, tmp_path / "app-0.log")
    with ExitStack() as stack:
        first, *_ = (stack.enter_context(session(database)) for _ in range(int(POOL)))
        assert list(still_held(made, 0)) == []
        first.execute("SELECT 1")
        (found,) = still_held(made, 0.2)
        assert found.evidence == f"{POOL} sessions of {POOL}, 1 idle in one transaction all the while"
        first.rollback()
        stack.enter_context(session(database))
        (found,) = still_held(made, 0)
        assert (
            found.evidence == f"{int(POOL) + 1} sessions of {POOL}, 0 idle in one transaction all the while"
        )


class Busy(World):
    """Whenever somebody looks, a session is in a transaction; each time in another one."""

    session: psycopg.Connection[tuple[object, ...]]

    def rows(self, question: LiteralString, *values: object) -> list[tuple[Any, ...]]:
        """The answer, and on to the next transaction."""
        self.session.execute("SELECT 1")
        told = super().rows(question, *values)
        self.session.rollback()
        return told


def test_work_that_never_rests_is_no_leak(database: Database, tmp_path: Path) -> None:
    made = held_by(database, tmp_path / "app-0.log", Busy)
    assert isinstance(made, Busy)
    with session(database) as made.session:
        assert list(still_held(made)) == []


def test_only_what_was_not_expected_is_told(tmp_path: Path) -> None:
    log = tmp_path / "app-1.log"
    log.write_text(EXPECTED * 3 + DOWN, encoding="utf-8")
    assert list(unexpected(app(log))) == []
    log.write_text(
        EXPECTED + UNHANDLED * 2 + FAILED.format("10:00") + FAILED.format("10:01"), encoding="utf-8"
    )
    told = [str(each) for each in unexpected(app(log))]
    assert len(told) == 2
    assert "2 × RuntimeError: nobody caught this" in told[0]
    assert '2 × {"job": "clocks", "why": "KeyError"' in told[1]
