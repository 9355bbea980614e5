"""One way to run a job again and again: trouble is logged and waited out, never the end of the loop."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from dispatch import metrics
from dispatch.errors import DispatchError

log = structlog.get_logger(__name__)
_PATIENCE_SECONDS = 0.5


@dataclass(slots=True)
class Job:
    """One loop of this process: how often it runs, when it last ran to its end (steady clock), what troubles it."""

    seconds: float
    ran: float | None = None
    trouble: str | None = None


@dataclass(slots=True)
class Jobs:
    """The loops of this process by name."""

    known: dict[str, Job] = field(default_factory=dict)

    def ages(self) -> dict[str, float]:
        """Job → how many seconds ago it last ran in this process; those that never did are left out."""
        now = time.monotonic()
        return {name: now - job.ran for name, job in self.known.items() if job.ran is not None}

    def seconds(self) -> dict[str, float]:
        """Job → how often it runs."""
        return {name: job.seconds for name, job in self.known.items()}


JOBS = Jobs()
"""Of this process, as its metrics are."""


async def every(seconds: float, name: str, act: Callable[[], Awaitable[bool | None]]) -> None:
    """Call ``act`` until cancelled; at once again where it says that more waits, else after ``seconds``.

    An ``act`` that answers None did not run: it is another process's turn.
    """
    job = JOBS.known[name] = Job(seconds)
    while True:
        more = await _round(name, job, act)
        if not more:
            await asyncio.sleep(seconds)


async def _round(name: str, job: Job, act: Callable[[], Awaitable[bool | None]]) -> bool:
    """One round; True where more waits."""
    began = time.monotonic()
    try:
        more = await act()
    except (DispatchError, OSError, TimeoutError) as error:
        _troubled(name, job, "late", error)
        return False
    except Exception as error:  # noqa: BLE001 - one broken row must not end a loop that others live by
        _troubled(name, job, "failed", error)
        return False
    if more is None:
        return False
    job.ran = time.monotonic()
    metrics.JOB_RUNS.labels(name, "done").inc()
    metrics.JOB_SECONDS.labels(name).inc(job.ran - began)
    if job.trouble is not None:
        log.info("job.well", job=name)
        job.trouble = None
    return more


def _troubled(name: str, job: Job, result: str, error: Exception) -> None:
    """Count a round that did not end well; a trouble that goes on is told once."""
    metrics.JOB_RUNS.labels(name, result).inc()
    why = type(error).__name__
    if why == job.trouble:
        return
    job.trouble = why
    if result == "late":
        log.warning("job.late", job=name, why=why)
    else:
        log.error("job.failed", job=name, why=why)


async def end(task: "asyncio.Task[None]") -> None:
    """Cancel a loop and wait for it; again where it did not hear, for a driver may take a cancellation as its own."""
    while not task.done():
        task.cancel()
        await asyncio.wait([task], timeout=_PATIENCE_SECONDS)
