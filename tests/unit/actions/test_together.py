"""Questions asked together: each by a question that began after it, none lost, none of another's."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from dispatch.actions.together import MOST, Together
from dispatch.errors import DatabaseAway
from tests.simulation import questions
from tests.simulation.loop import play


class Asked:
    """Answers with the number of the question, once it is let go on."""

    def __init__(self) -> None:
        self.lists: list[list[int]] = []
        self.may_go = asyncio.Event()
        self.fails = False

    async def ask(self, asked: Sequence[int]) -> list[tuple[int, int]]:
        """What was asked, and by which question."""
        self.lists.append(list(asked))
        number = len(self.lists)
        await self.may_go.wait()
        if self.fails:
            raise DatabaseAway
        return [(each, number) for each in asked]


async def test_what_comes_while_one_is_under_way_goes_together_with_the_next() -> None:
    asked = Asked()
    together = Together(asked.ask)
    first = asyncio.create_task(together.of(0))
    await asyncio.sleep(0)
    others = [asyncio.create_task(together.of(each)) for each in range(1, MOST + 3)]
    await asyncio.sleep(0)
    asked.may_go.set()
    answers = await asyncio.gather(first, *others)
    assert answers == [(0, 1), *((each, 2) for each in range(1, MOST + 1)), (MOST + 1, 3), (MOST + 2, 3)]


async def test_an_error_is_everybodys_who_asked_and_the_next_ask_again() -> None:
    asked = Asked()
    together = Together(asked.ask)
    tasks = [asyncio.create_task(together.of(each)) for each in range(4)]
    await asyncio.sleep(0)
    asked.fails = True
    asked.may_go.set()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(each) for each in answers] == [DatabaseAway] * 4
    asked.fails = False
    assert await together.of(5) == (5, 3)


@pytest.mark.parametrize("gone", [0, 1, 2])
async def test_whoever_is_cancelled_takes_nobody_with_them(gone: int) -> None:
    asked = Asked()
    together = Together(asked.ask)
    tasks = [asyncio.create_task(together.of(each)) for each in range(4)]
    await asyncio.sleep(0)
    tasks[gone].cancel()
    await asyncio.sleep(0)
    asked.may_go.set()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    assert [each[0] for each in answers if isinstance(each, tuple)] == [
        each for each in range(4) if each != gone
    ]
    assert (await together.of(9))[0] == 9


def test_in_any_order_each_hears_its_own_and_nothing_older_than_its_question() -> None:
    play(range(200), questions.played)
