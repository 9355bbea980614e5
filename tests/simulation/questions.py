"""Forty askers of ``Together`` in an order that a seed decides: some give up, some questions fail."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from random import Random

from dispatch.actions.together import Together
from dispatch.errors import DatabaseAway
from tests.simulation.loop import SeededLoop

ASKERS = 40


async def played(random: Random, loop: SeededLoop) -> None:
    """One schedule: each hears its own answer, by a question that began after it was put; fewer are asked than ask."""
    begun: list[float] = []

    async def ask(asked: Sequence[int]) -> list[tuple[int, float]]:
        began = loop.time()
        begun.append(began)
        await asyncio.sleep(random.random() / 10)
        if random.random() < 0.1:
            raise DatabaseAway
        return [(number, began) for number in asked]

    together = Together(ask)

    async def one(number: int) -> str:
        await asyncio.sleep(random.random())
        put = loop.time()
        try:
            async with asyncio.timeout(random.choice([0.01, 0.1, 5.0])):
                got, began = await together.of(number)
        except (DatabaseAway, TimeoutError) as error:
            return type(error).__name__
        assert got == number
        assert began >= put
        return "ok"

    said = await asyncio.gather(*(one(number) for number in range(ASKERS)))
    assert "ok" in said
    assert not together._waiting
    assert len(begun) < ASKERS
