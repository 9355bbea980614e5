"""One way to run a job again and again: trouble is logged and waited out, never the end of the loop."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from dispatch.errors import DispatchError

log = structlog.get_logger(__name__)
_PATIENCE_SECONDS = 0.5


async def every(seconds: float, name: str, act: Callable[[], Awaitable[bool]]) -> None:
    """Call ``act`` until cancelled; at once again where it says that more waits, else after ``seconds``."""
    while True:
        try:
            more = await act()
        except (DispatchError, OSError, TimeoutError) as error:
            log.warning("job.late", job=name, why=type(error).__name__)
            more = False
        except Exception as error:  # noqa: BLE001 - one broken row must not end a loop that others live by
            log.error("job.failed", job=name, why=type(error).__name__)
            more = False
        if not more:
            await asyncio.sleep(seconds)


async def end(task: "asyncio.Task[None]") -> None:
    """Cancel a loop and wait for it; again where it did not hear, for a driver may take a cancellation as its own."""
    while not task.done():
        task.cancel()
        await asyncio.wait([task], timeout=_PATIENCE_SECONDS)
