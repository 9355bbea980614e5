"""What a run leaves behind is found: errors that a process did not expect, sessions and transactions that it holds."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

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


def test_what_the_service_goes_on_holding_is_told(database: Database, tmp_path: Path) -> None:
    made = World.__new__(World)
    made.database, made.apps = database, [app(tmp_path / "app-0.log")]
    with ExitStack() as stack:
        first, *_ = (stack.enter_context(session(database)) for _ in range(int(POOL)))
        assert list(still_held(made, looks=1)) == []
        first.execute("SELECT 1")
        (found,) = still_held(made, looks=1)
        assert found.evidence == f"{POOL} sessions of {POOL}, 1 idle in a transaction"
        first.rollback()
        stack.enter_context(session(database))
        (found,) = still_held(made, looks=1)
        assert found.evidence == f"{int(POOL) + 1} sessions of {POOL}, 0 idle in a transaction"


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
