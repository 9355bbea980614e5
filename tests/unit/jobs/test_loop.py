"""A job goes on whatever happens to one of its turns."""

from __future__ import annotations

import asyncio

from dispatch.errors import DatabaseAway
from dispatch.jobs.loop import JOBS, end, every
from dispatch.metrics import REGISTRY
from tests.waiting import patient


async def test_trouble_and_surprises_end_no_loop() -> None:
    turns: list[Exception] = [DatabaseAway(), KeyError("surprise"), OSError()]
    done = asyncio.Event()

    async def act() -> bool:
        if turns:
            raise turns.pop(0)
        done.set()
        return False

    task = asyncio.create_task(every(0, "test", act))
    async with patient():
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
    async with patient():
        await end(task)
    assert len(missed) == 2


def rounds(name: str, result: str) -> float:
    """Rounds of a job, as they are counted."""
    return REGISTRY.get_sample_value("dispatch_job_runs_total", {"job": name, "result": result}) or 0.0


async def test_rounds_are_counted_by_how_they_end_and_trouble_lasts_until_one_ends_well() -> None:
    turns: list[Exception | None] = [DatabaseAway(), DatabaseAway(), KeyError("x"), None]
    troubles: list[str | None] = []
    done = asyncio.Event()

    async def act() -> bool:
        troubles.append(JOBS.known["counted"].trouble)
        if turns:
            trouble = turns.pop(0)
            if trouble is not None:
                raise trouble
            return True
        done.set()
        await asyncio.Event().wait()
        return False

    task = asyncio.create_task(every(0, "counted", act))
    async with patient():
        await done.wait()
    await end(task)
    assert [rounds("counted", each) for each in ("late", "failed", "done")] == [2, 1, 1]
    assert troubles == [None, "DatabaseAway", "DatabaseAway", "KeyError", None]


async def test_another_process_s_turn_is_no_run_of_this_one() -> None:
    asked = asyncio.Event()

    async def act() -> None:
        asked.set()

    task = asyncio.create_task(every(0, "elsewhere", act))
    async with patient():
        await asked.wait()
    await asyncio.sleep(0)
    ages = JOBS.ages()
    await end(task)
    assert "elsewhere" not in ages
    assert rounds("elsewhere", "done") == 0
