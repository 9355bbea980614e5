"""How clients try again: pauses that grow, and what runs until the world is quiet."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from random import Random
from typing import Any

FIRST_SECONDS, LONGEST_SECONDS = 0.1, 2.0


async def pauses(dice: Random) -> AsyncIterator[None]:
    """A try, then pauses and further tries for as long as they are wanted."""
    pause = FIRST_SECONDS
    while True:
        yield
        await asyncio.sleep(pause * dice.uniform(0.5, 1.0))
        pause = min(pause * 2, LONGEST_SECONDS)


async def while_not(quiet: asyncio.Event, work: Coroutine[Any, Any, Any]) -> None:
    """Work until it is done or until it is quiet; its error is raised."""
    working, waiting = asyncio.create_task(work), asyncio.create_task(quiet.wait())
    try:
        await asyncio.wait({working, waiting}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (working, waiting):
            task.cancel()
        await asyncio.gather(working, waiting, return_exceptions=True)
    if not working.cancelled():
        working.result()


async def rest(quiet: asyncio.Event, seconds: float) -> bool:
    """Rest for so long; False where it became quiet meanwhile."""
    try:
        async with asyncio.timeout(seconds):
            await quiet.wait()
    except TimeoutError:
        return True
    return False
