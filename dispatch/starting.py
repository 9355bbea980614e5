"""Starting before PostgreSQL does, as after a power failure: the service waits for it. Called by ``app``."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import TypeVar

import structlog

from dispatch.errors import DatabaseAway

log = structlog.get_logger(__name__)
PATIENCE_SECONDS = 60.0
"""How long it waits; whoever watches over processes starts it again afterwards."""
_AGAIN_SECONDS = 1.0

Made = TypeVar("Made")


async def once_it_answers(make: Callable[[AsyncExitStack], Awaitable[Made]], stack: AsyncExitStack) -> Made:
    """What ``make`` makes, made anew while the database is away; what it opened is closed with ``stack``.

    Raises:
        DatabaseAway: it was away all the while.
    """
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        async with AsyncExitStack() as opened:
            try:
                made = await make(opened)
            except DatabaseAway:
                if time.monotonic() >= until:
                    raise
                log.warning("start.waits", seconds_left=round(until - time.monotonic()))
            else:
                stack.push_async_exit(opened.pop_all())
                return made
        await asyncio.sleep(_AGAIN_SECONDS)
