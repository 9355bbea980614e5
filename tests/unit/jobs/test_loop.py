"""A job goes on whatever happens to one of its turns."""

from __future__ import annotations

import asyncio

from dispatch.errors import DatabaseAway
from dispatch.jobs.loop import end, every


async def test_trouble_and_surprises_end_no_loop() -> None:
    turns: list[Exception] = [DatabaseAway(), KeyError("surprise"), OSError()]
    done = asyncio.Event()

    async def act() -> bool:
        if turns:
            raise turns.pop(0)
        done.set()
        return False

    task = asyncio.create_task(every(0, "test", act))
    async with asyncio.timeout(5):
        await done.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_loop_ends_that_missed_its_first_cancellation() -> None:
    began, missed = asyncio.Event(), []

    async def act() -> bool:
        began.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError as cancelled:
            missed.append(cancelled)
            if len(missed) == 1:  # as a driver does whose own time is up at that moment
                raise TimeoutError from cancelled
            raise
        return False

    task = asyncio.create_task(every(0, "test", act))
    await began.wait()
    async with asyncio.timeout(10):
        await end(task)
    assert len(missed) == 2
