"""What is seen of a batch on its way: the steps in its deliveries' traces, and what became of its messages, counted."""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol, TypeVar

from opentelemetry.trace import Span, StatusCode

from dispatch import metrics, tracing
from dispatch.actions.outcome import Outcome
from dispatch.domain.location import Location

Made = TypeVar("Made")
Key = tuple[str, str]


class Delivered(Protocol):
    """A delivery, as far as it is seen here."""

    @property
    def key(self) -> Key:
        """Source and webhook-id."""
        ...

    @property
    def weight(self) -> int:
        """How many messages it holds."""
        ...

    @property
    def trace(self) -> str | None:
        """The step of the trace it came with."""
        ...


class Worked(Protocol):
    """One of its messages, after the batch."""

    @property
    def location(self) -> Location | None:
        """Where it was placed, if it creates a ticket."""
        ...

    @property
    def outcome(self) -> Outcome | None:
        """What became of it."""
        ...


class Steps:
    """The steps of one batch: each delivery that is traced has its own, though one transaction takes them all."""

    def __init__(self) -> None:
        self._commits: dict[Key, Span] = {}

    def located(self, delivery: Delivered, locate: Callable[[], Made]) -> Made:
        """What ``locate`` makes of a delivery, told as a step of it."""
        began = tracing.now()
        made = locate()
        tracing.told("locate", delivery.trace, began, messages=delivery.weight)
        return made

    @asynccontextmanager
    async def committing(self, deliveries: Sequence[Delivered]) -> AsyncIterator[None]:
        """From before the transaction until it is committed."""
        for each in deliveries:
            span = tracing.opened("commit", each.trace, messages=each.weight, deliveries=len(deliveries))
            if span is not None:
                self._commits[each.key] = span
        try:
            yield
        except BaseException:
            for span in self._commits.values():
                span.set_status(StatusCode.ERROR)
            raise
        finally:
            for span in self._commits.values():
                span.end()

    def stamp(self, delivery: Delivered, entries: Iterable[dict[str, Any]]) -> None:
        """Entries of a delivery go on with its trace."""
        carried = tracing.carried(self._commits.get(delivery.key))
        if carried is not None:
            for entry in entries:
                entry["trace"] = carried


def count(deliveries: Iterable[Delivered], work: Mapping[Key, Sequence[Worked]]) -> None:
    """Count what a batch committed; a delivery that was known before changes nothing."""
    for delivery in deliveries:
        read = work[delivery.key]
        metrics.MESSAGES.labels("refused").inc(delivery.weight - len(read))
        for one in read:
            if one.outcome is None:
                continue
            metrics.MESSAGES.labels(one.outcome.status).inc()
            if one.outcome.status == "created" and one.location is not None:
                metrics.LOCATED.labels(one.location.level, "yes" if one.location.auto else "no").inc()
