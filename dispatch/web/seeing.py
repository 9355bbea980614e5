"""The outermost layer of requests: each of them is counted, timed, traced, and logged where it is worth a line.

A line, a label and a step name the route as it stands in the source (``/api/tickets/{ticket}``), never the address that
was asked for: addresses hold numbers of tickets and words that people look for. Put in place by ``web.assemble``.
"""

import time
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog
from opentelemetry.trace import Span, StatusCode
from starlette.types import ASGIApp, Receive, Scope, Send

from dispatch import metrics, tracing

log = structlog.get_logger(__name__)
SLOW_SECONDS = 2.0
LEFT = 499
"""The status of a request whose client did not wait for the answer."""
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_REFUSED: Mapping[int, str] = {401: "unknown", 403: "forbidden", 413: "too large", 429: "too often"}
_QUIET = ("/health", "/metrics")
"""Routes that monitors ask all the time."""


class Seen:
    """The layer itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See one exchange."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        method = scope["method"] if scope["method"] in _METHODS else "OTHER"
        answer = _Answer(send)
        began = time.perf_counter()
        with tracing.request(method) as span:
            try:
                await self._app(scope, receive, answer.send)
            finally:
                _tell(scope, method, answer.status, time.perf_counter() - began, span)


class _Answer:
    """The way out: remembers the status."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = LEFT

    async def send(self, message: MutableMapping[str, Any]) -> None:
        """Pass one message on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
        await self._send(message)


def _tell(scope: Scope, method: str, status: int, seconds: float, span: Span | None) -> None:
    route = getattr(scope.get("route"), "path", "none")
    metrics.REQUESTS.labels(route, method, status).inc()
    metrics.REQUEST_SECONDS.labels(_area(route)).observe(seconds)
    if span is not None:
        span.update_name(f"{method} {route}")
        span.set_attributes(
            {"http.request.method": method, "http.route": route, "http.response.status_code": status}
        )
        if status >= 500:
            span.set_status(StatusCode.ERROR)
    line = {"route": route, "method": method, "status": status, "ms": round(1000 * seconds)}
    if route.startswith(_QUIET):
        return
    if status >= 500:
        log.warning("request.failed", **line)
    elif seconds > SLOW_SECONDS:
        log.warning("request.slow", **line)
    elif status in _REFUSED:
        log.info("request.refused", why=_REFUSED[status], **line)


def _area(route: str) -> str:
    """The first two parts of a route: what durations are kept by."""
    return "/".join(route.split("/")[:3])
