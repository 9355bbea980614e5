"""Traces from webhook to socket (OpenTelemetry, OTLP/HTTP). Off unless an endpoint is set: then nothing here costs.

A trace begins with a request and travels as W3C text: in a task by a context variable, through a batch with its
delivery, through the streams in a column of each entry, so that whichever process relays it goes on with it. Names of
steps and numbers are all that a step says of a ticket: never what anybody wrote. Every request has an id, traced or
not; log lines carry it. Called by whatever does a step; begun and ended by ``app``.
"""

import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.sampling import ParentBased, TraceIdRatioBased
from opentelemetry.trace import NonRecordingSpan, Span, SpanContext, SpanKind, StatusCode, TraceFlags, Tracer

from dispatch import __version__

_PATIENCE_SECONDS = 5
SOCKETS = 16
"""How many sockets a traced frame is followed to: a few tell how long sending takes, thousands would drown it."""


class _Now:
    """What traces are made with; one per process."""

    tracer: Tracer | None = None


_request: ContextVar[str] = ContextVar("request", default="")
_step: ContextVar[str | None] = ContextVar("step", default=None)


def begin(url: str, share: float, instance: str) -> Callable[[], None]:
    """Trace from now on: a ``share`` of requests, sent to ``url``. What is returned sends the rest and ends it."""
    resource = Resource.create(
        {"service.name": "dispatch", "service.version": __version__, "service.instance.id": instance}
    )
    provider = TracerProvider(
        resource=resource, sampler=ParentBased(TraceIdRatioBased(share)), shutdown_on_exit=False
    )
    exporter = OTLPSpanExporter(endpoint=f"{url.rstrip('/')}/v1/traces", timeout=_PATIENCE_SECONDS)
    provider.add_span_processor(BatchSpanProcessor(exporter, schedule_delay_millis=1_000))
    mine = _Now.tracer = provider.get_tracer("dispatch", __version__)

    def end() -> None:
        if _Now.tracer is mine:
            _Now.tracer = None
        closing = threading.Thread(target=provider.shutdown, daemon=True)
        closing.start()
        closing.join(_PATIENCE_SECONDS)  # a collector that is away keeps no service from ending

    return end


def request_id() -> str:
    """The id of the request under way, which is its trace's; empty outside of requests."""
    return _request.get()


@contextmanager
def request(method: str) -> Iterator[Span | None]:
    """One request: gives it its id, and begins a trace where traces are on and this one is taken."""
    span = _Now.tracer.start_span(method, Context(), SpanKind.SERVER) if _Now.tracer else None
    identity = f"{span.get_span_context().trace_id if span else random.getrandbits(128):032x}"
    tokens = _request.set(identity), _step.set(carried(span))
    try:
        yield span
    finally:
        _request.reset(tokens[0])
        _step.reset(tokens[1])
        if span is not None:
            span.end()


@contextmanager
def named() -> Iterator[None]:
    """A talk over a socket: it has an id, and is no trace, for it lasts for hours."""
    token = _request.set(f"{random.getrandbits(128):032x}")
    try:
        yield
    finally:
        _request.reset(token)


@contextmanager
def step(name: str, **numbers: int | bool) -> Iterator[None]:
    """One step of the request under way."""
    span = opened(name, _step.get(), **numbers)
    if span is None:
        yield
        return
    token = _step.set(carried(span))
    try:
        yield
    except BaseException:
        span.set_status(StatusCode.ERROR)
        raise
    finally:
        _step.reset(token)
        span.end()


def here() -> str | None:
    """The step under way as W3C traceparent; None where nothing is traced."""
    return _step.get()


def carried(span: Span | None) -> str | None:
    """A step as W3C traceparent, for whoever goes on with it; None where it is not among those taken."""
    if span is None or not span.is_recording():
        return None
    context = span.get_span_context()
    return f"00-{context.trace_id:032x}-{context.span_id:016x}-01"


def opened(name: str, parent: str | None, *, at: int | None = None, **numbers: int | bool) -> Span | None:
    """A step under another one, to be ended by whoever asked for it; ``at`` in nanoseconds since 1970."""
    if _Now.tracer is None or parent is None:
        return None
    return _Now.tracer.start_span(name, _under(parent), attributes=_named(numbers), start_time=at)


def told(name: str, parent: str | None, began: int, **numbers: int | bool) -> None:
    """A step that began at ``began`` (nanoseconds since 1970) and ends now."""
    span = opened(name, parent, at=began, **numbers)
    if span is not None:
        span.end()


def now() -> int:
    """Nanoseconds since 1970, as steps are timed."""
    return time.time_ns()


def stamped(entries: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """Entries about to be written, with the step under way, unless they know better whose they are."""
    trace_parent = _step.get()
    if trace_parent is not None:
        for each in entries:
            each.setdefault("trace", trace_parent)
    return entries


def _under(parent: str) -> Context:
    """The context of a step elsewhere."""
    _, identity, span, _ = parent.split("-")
    context = SpanContext(int(identity, 16), int(span, 16), is_remote=True, trace_flags=TraceFlags(1))
    return trace.set_span_in_context(NonRecordingSpan(context), Context())


def _named(numbers: Mapping[str, int | bool]) -> dict[str, int | bool]:
    return {f"dispatch.{name}": value for name, value in numbers.items()}
