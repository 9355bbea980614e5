"""Structured logs: JSON lines to standard output, without personal data, because nothing hands any in.

Lines of ours name an event and hold codes, counts and names of classes. Libraries' own lines are cut to the words that
stand in their source, because what they put into them may quote data: a driver's error repeats the row. Each line of a
request carries its id (``trace``). Of one event at most so many lines are written in a while; the next one says how
many were left out.
"""

import logging
import re
import sys
import time
import traceback
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

import structlog

from dispatch import tracing

_MOST = 50
_WHILE_SECONDS = 10.0
_FRAME = re.compile(r'File "[^"]*?([^/"]+)", line (\d+), in (\S+)')
_OWN_WORDS = ("dispatch.", "RuntimeError")
"""Errors whose words are ours: what keeps the service from starting says what to do."""


def quiet() -> None:
    """For commands: only what goes wrong, on standard error, so that answers stand alone on standard output."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def configure() -> None:
    """One JSON object a line, with level and UTC time; libraries' own logs from warning up."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            Sparing(),
            _of_request,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stdout),
        cache_logger_on_first_use=True,
    )
    root = logging.getLogger()
    root.handlers = [each for each in root.handlers if not isinstance(each, Foreign)]
    root.addHandler(Foreign(logging.WARNING))
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers.clear()  # its own would write addresses and what errors say
        logging.getLogger(name).propagate = True


class Sparing:
    """Leaves out lines of an event beyond so many in a while: a flood of refusals is told, not written down."""

    def __init__(self, most: int = _MOST, seconds: float = _WHILE_SECONDS) -> None:
        self._most = most
        self._seconds = seconds
        self._counts: dict[str, tuple[float, int]] = {}

    def __call__(self, _logger: Any, _name: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """The line, with how many were left out before it.

        Raises:
            structlog.DropEvent: it is left out.
        """
        event, now = str(line["event"]), time.monotonic()
        since, count = self._counts.get(event, (now, 0))
        if now - since >= self._seconds:
            if count > self._most:
                line["left_out"] = count - self._most
            since, count = now, 0
        self._counts[event] = since, count + 1
        if count >= self._most:
            raise structlog.DropEvent
        return line


def _of_request(_logger: Any, _name: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """The request during which it was written."""
    identity = tracing.request_id()
    if identity:
        line["trace"] = identity
    return line


class Foreign(logging.Handler):
    """Libraries' own lines as ours."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write what is safe of a line: whose it is, its words in the source, the class of an error, where it was."""
        log = structlog.get_logger()
        log.log(record.levelno, "library", logger=record.name, **_safe(record))


def _safe(record: logging.LogRecord) -> Mapping[str, Any]:
    told: dict[str, Any] = {}
    if isinstance(record.msg, BaseException):
        told |= {"kind": type(record.msg).__name__, "errno": getattr(record.msg, "errno", None)}
    elif isinstance(record.msg, str) and "Traceback (most recent call last)" in record.msg:
        told |= _of_text(record.msg)
    else:
        told["says"] = _words(str(record.msg))
    if record.exc_info and record.exc_info[1] is not None:
        told |= {"kind": type(record.exc_info[1]).__name__, "frames": where(record.exc_info[1])}
    return told


def _words(message: str) -> str:
    """The first line of a message up to where it begins to quote something."""
    first = message.strip().partition("\n")[0]
    return re.split(r"[\"'`<({\[:=\d]|[^\x00-\x7f]", first)[0].strip()[:200]


def _of_text(text: str) -> Mapping[str, Any]:
    """A traceback that came as text: where it was, and the class of the error; its words only where they are ours."""
    last = text.strip().rpartition("\n")[2]
    kind, _, words = last.partition(": ")
    frames = [f"{name}:{line} {function}" for name, line, function in _FRAME.findall(text)]
    told: dict[str, Any] = {"kind": kind[:100], "frames": frames[-3:]}
    return told | {"says": words} if kind.startswith(_OWN_WORDS) else told


def where(error: BaseException) -> list[str]:
    """Where an error happened, not what it said: messages of drivers quote the data."""
    seen = traceback.extract_tb(error.__traceback__)
    ours = [
        f"{Path(each.filename).name}:{each.lineno} {each.name}"
        for each in seen
        if "/dispatch/" in each.filename
    ]
    return ours or [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in seen[-3:]]
