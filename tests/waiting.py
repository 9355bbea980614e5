"""Waiting for a state, never for a time. The bound only ends what never comes, on a machine ten times slower too."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

SECONDS = 120.0
"""Far more than anything here takes, whatever else the machine does."""
_AGAIN_SECONDS = 0.02
T = TypeVar("T")


def patient() -> asyncio.Timeout:
    """The bound of a wait: ``async with patient(): await what_must_come``."""
    return asyncio.timeout(SECONDS)


async def until(ask: Callable[[], Awaitable[T]], holds: Callable[[T], bool] = bool) -> T:
    """Ask again and again until the answer is as described, leaving the machine to whoever is waited for."""
    told = await ask()
    try:
        async with patient():
            while not holds(told):
                await asyncio.sleep(_AGAIN_SECONDS)
                told = await ask()
    except TimeoutError as late:
        raise AssertionError(f"after {SECONDS:.0f} seconds the answer is still {told!r}") from late
    return told
