"""A thousand schedules of intake; and each promise, broken by a planted bug, is missed by the simulation."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from dispatch.actions import batches
from dispatch.actions.intake import Answer, Delivery
from tests.simulation.deliveries import ENDS, Made, Scripted, told, world
from tests.simulation.loop import Broken, play

SCHEDULES = 1_000


class Planted(Scripted):
    """Intake whose batches are of another class."""

    kind: type[batches.Batches[Any, Any]]

    def __init__(self, store: Any, worlds: Any) -> None:
        super().__init__(store, worlds)
        self._batches = self.kind(self._commit)


class CutInTwo(Scripted):
    """Commits the first half of what is long."""

    async def _commit(self, deliveries: Sequence[Delivery]) -> Sequence[Answer]:
        return await super()._commit([replace(each, items=each.items[:100]) for each in deliveries])


class Shuffled(Scripted):
    """Turns the messages of a delivery around."""

    async def _commit(self, deliveries: Sequence[Delivery]) -> Sequence[Answer]:
        for each in deliveries:
            each.items.reverse()
        return await super()._commit(deliveries)


class Exchanged(Scripted):
    """Gives each the answer of another."""

    async def _commit(self, deliveries: Sequence[Delivery]) -> Sequence[Answer]:
        return list(reversed(await super()._commit(deliveries)))


class Fewer(Scripted):
    """Runs a batch again without the delivery that it takes for the guilty one."""

    async def _commit(self, deliveries: Sequence[Delivery]) -> Sequence[Answer]:
        answers, _ = await self._commit_once(deliveries[-1:], None, careful=False)
        return [*await super()._commit(deliveries[:-1]), *answers]


class Impatient(Scripted):
    """Tells the caller of a collision instead of trying again."""

    async def _commit(self, deliveries: Sequence[Delivery]) -> Sequence[Answer]:
        return (await self._commit_once(deliveries, None, careful=True))[0]


class Forgetful(batches.Batches[Any, Any]):
    """Does not keep what is under way."""

    def _take(self) -> Any:
        taken = super()._take()
        self._under_way.clear()
        return taken


class Mute(batches.Batches[Any, Any]):
    """Leaves all but the first of a failed batch waiting."""

    async def _run(self, batch: Any) -> None:
        aside = [(item, asyncio.get_running_loop().create_future()) for item, _ in batch]
        await super()._run([batch[0], *aside[1:]])
        for (_, future), (_, kept) in zip(batch[1:], aside[1:], strict=True):
            if kept.exception() is None and not future.done():
                future.set_result(kept.result())


class Contagious(batches.Batches[Any, Any]):
    """Drops a whole batch when one of its callers has hung up."""

    def _take(self) -> Any:
        taken = super()._take()
        return [] if any(future.cancelled() for _, future in taken) else taken


class Overfull(batches.Batches[Any, Any]):
    """Takes all that waits."""

    def _take(self) -> Any:
        taken: list[Any] = []
        for item, future in self._queue:
            if item.key not in {one.key for one, _ in taken} | self._under_way:
                taken.append((item, future))
        for each in taken:
            self._queue.remove(each)
        self._under_way |= {item.key for item, _ in taken}
        return taken


class Hasty(batches.Batches[Any, Any]):
    """Starts a batch whenever something waits."""

    def _may_start(self) -> bool:
        return True


def of_batches(kind: type[batches.Batches[Any, Any]]) -> Made:
    """Intake with batches of another kind."""
    return type("Planted", (Planted,), {"kind": kind})


def test_what_is_pushed_is_whole_once_and_answered_in_every_schedule() -> None:
    told.clear()
    play(range(SCHEDULES), world())
    assert {*ENDS, "hung up", "unknown", "conflict"} <= set(told), "what never happens proves nothing"


@pytest.mark.parametrize(
    ("made", "missed"),
    [
        (CutInTwo, "came cut"),
        (Shuffled, "out of order"),
        (Exchanged, "answer of another"),
        (Fewer, "with other deliveries"),
        (Impatient, "a caller heard of"),
        (of_batches(Forgetful), "under way twice"),
        (of_batches(Mute), "for ever"),
        (of_batches(Contagious), "for ever|lost"),
        (of_batches(Overfull), "more than 500"),
        (of_batches(Hasty), "batches in flight"),
    ],
)
def test_a_planted_bug_is_found(made: Made, missed: str) -> None:
    with pytest.raises(Broken, match=missed):
        play(range(200), world(made))
