"""Feels how long the event loop is kept from its other work. Used around the building of large things in threads.

A thread that computes shares the interpreter with the loop: whatever it does in one go inside C (sorting a long list,
making an automaton, freeing a million objects) is a pause for every request.
"""

import asyncio
import time
from types import TracebackType

_TICK_SECONDS = 0.001


class Pulse:
    """``async with Pulse() as pulse``: afterwards ``longest_ms`` is the longest the loop came late to a tick.

    ``busiest_ms`` is the most that this process computed within one such lateness: on a machine where others compute
    too, what is left when one does not count the waiting for a core.
    """

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self.busiest_ms = 0.0
        self._beating: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Pulse":
        """Begin to tick."""
        self._beating = asyncio.create_task(self._beat())
        await asyncio.sleep(0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let a last tick come, so that a pause right before the end is felt too; then stop."""
        assert self._beating is not None
        await asyncio.sleep(2 * _TICK_SECONDS)
        self._beating.cancel()
        await asyncio.gather(self._beating, return_exceptions=True)

    async def _beat(self) -> None:
        while True:
            due, computed = time.perf_counter() + _TICK_SECONDS, time.process_time()
            await asyncio.sleep(_TICK_SECONDS)
            late = max(0.0, time.perf_counter() - due)
            self.longest_ms = max(self.longest_ms, 1000 * late)
            self.busiest_ms = max(self.busiest_ms, 1000 * min(late, time.process_time() - computed))
