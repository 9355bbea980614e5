"""Errors that a process did not expect are found in its log, each kind once; what it expects is none."""

from __future__ import annotations

from pathlib import Path

from tests.chaos.leavings import unexpected
from tests.chaos.proxy import Proxies, Proxy
from tests.chaos.world.app import App

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
