"""Micro-batches: what waits together goes together, nothing is cut, nothing is lost, an id is never twice under way."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from dispatch.actions.batches import IN_FLIGHT, MOST_TICKETS, Batches


@dataclass(frozen=True)
class Item:
    """A delivery of some weight."""

    name: str
    weight: int = 1

    @property
    def key(self) -> tuple[str, str]:
        """Its identity."""
        return "hotline", self.name


class Commits:
    """A commit that holds every batch until it is let go, in order."""

    def __init__(self) -> None:
        self.held: list[tuple[list[Item], asyncio.Future[None]]] = []
        self.seen: list[list[str]] = []

    async def __call__(self, items: Sequence[Item]) -> list[str]:
        gate = asyncio.get_running_loop().create_future()
        self.seen.append([item.name for item in items])
        self.held.append((list(items), gate))
        await gate
        return [f"done {item.name}" for item in items]

    def let_go(self, error: Exception | None = None) -> None:
        """Let the oldest batch end."""
        _, gate = self.held.pop(0)
        gate.set_exception(error) if error else gate.set_result(None)


async def settled() -> None:
    """Let everything run that can."""
    for _ in range(20):
        await asyncio.sleep(0)


def submitted(batches: Batches[Item, str], *items: Item) -> list[asyncio.Task[str]]:
    """Submit items side by side."""
    return [asyncio.create_task(batches.submit(item)) for item in items]


async def test_what_comes_in_one_turn_goes_together() -> None:
    commits = Commits()
    tasks = submitted(Batches(commits), *(Item(str(n)) for n in range(5)))
    await settled()
    assert commits.seen == [["0", "1", "2", "3", "4"]]
    commits.let_go()
    assert await asyncio.gather(*tasks) == [f"done {n}" for n in range(5)]


async def test_a_second_batch_starts_only_when_it_is_worth_its_round_trips() -> None:
    commits = Commits()
    batches = Batches(commits)
    tasks = submitted(batches, *(Item(f"a{n}") for n in range(4)))
    await settled()
    tasks += submitted(batches, *(Item(f"b{n}") for n in range(3)))
    await settled()
    assert len(commits.seen) == 1
    tasks += submitted(batches, Item("b3"))
    await settled()
    assert commits.seen[1] == ["b0", "b1", "b2", "b3"]
    tasks += submitted(batches, *(Item(f"c{n}") for n in range(9)))
    await settled()
    assert len(commits.held) == IN_FLIGHT
    for _ in range(3):
        commits.let_go()
        await settled()
    assert len(await asyncio.gather(*tasks)) == 17


async def test_what_was_too_little_for_a_second_batch_goes_when_the_first_ends() -> None:
    commits = Commits()
    batches = Batches(commits)
    tasks = submitted(batches, *(Item(f"a{n}") for n in range(4)))
    await settled()
    tasks += submitted(batches, Item("late"))
    await settled()
    commits.let_go()
    await settled()
    assert commits.seen[1:] == [["late"]]
    commits.let_go()
    assert (await asyncio.gather(*tasks))[-1] == "done late"


async def test_a_delivery_is_never_cut_and_a_batch_never_overfull() -> None:
    commits = Commits()
    tasks = submitted(Batches(commits), Item("a", 300), Item("b", 300), Item("c", 100))
    await settled()
    assert commits.seen == [["a"], ["b", "c"]]
    assert all(sum(item.weight for item in items) <= MOST_TICKETS for items, _ in commits.held)
    commits.let_go()
    commits.let_go()
    await asyncio.gather(*tasks)


async def test_an_id_under_way_waits_for_itself() -> None:
    commits = Commits()
    batches = Batches(commits)
    tasks = submitted(batches, Item("same"), Item("same"), Item("other"))
    await settled()
    assert commits.seen == [["same", "other"]]
    commits.let_go()
    await settled()
    assert commits.seen[1:] == [["same"]]
    commits.let_go()
    assert await asyncio.gather(*tasks) == ["done same", "done same", "done other"]


async def test_an_error_reaches_everybody_of_its_batch_and_nobody_else() -> None:
    commits = Commits()
    batches = Batches(commits)
    first = submitted(batches, Item("a"), Item("b"))
    await settled()
    second = submitted(batches, Item("c"))
    await settled()
    commits.let_go(ConnectionError("gone"))
    await settled()
    commits.let_go()
    for task in first:
        with pytest.raises(ConnectionError):
            await task
    assert await second[0] == "done c"


async def test_answers_that_are_too_few_leave_nobody_waiting() -> None:
    async def commit(items: Sequence[Item]) -> list[str]:
        return [f"done {item.name}" for item in items[1:]]

    tasks = submitted(Batches(commit), Item("a"), Item("b"))
    await settled()
    assert all(task.done() and isinstance(task.exception(), ValueError) for task in tasks)


async def test_draining_waits_for_what_only_just_came() -> None:
    commits = Commits()
    batches = Batches(commits)
    task = submitted(batches, Item("last"))[0]
    await asyncio.sleep(0)
    draining = asyncio.create_task(batches.drain())
    await settled()
    assert not draining.done()
    commits.let_go()
    await draining
    assert await task == "done last"
