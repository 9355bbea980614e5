"""Feels how long the event loop is kept from its other work. Used around the building of large things in threads.

A thread that computes shares the interpreter with the loop: whatever it does in one go inside C (sorting a long list,
making an automaton, freeing a million objects) is a pause for every request.
"""

import asyncio
import time
from types import TracebackType

_TICK_SECONDS = 0.001


class Pulse:
    """``async with Pulse() as pulse``: afterwards ``longest_ms`` is the longest the loop came late to a tick."""

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._beating: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Pulse":
        """Begin to tick."""
        self._beating = asyncio.create_task(self._beat())
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
            due = time.perf_counter() + _TICK_SECONDS
            await asyncio.sleep(_TICK_SECONDS)
            self.longest_ms = max(self.longest_ms, 1000 * (time.perf_counter() - due))
