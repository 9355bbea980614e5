"""A start before the database's: it waits, leaves nothing open of a try in vain, and does not wait for ever."""

from __future__ import annotations

from contextlib import AsyncExitStack

import pytest

from dispatch import starting
from dispatch.errors import DatabaseAway


class Parts:
    """Something that opens, and needs a database that is away a few times."""

    def __init__(self, away: int) -> None:
        self.away = away
        self.open = 0

    async def make(self, opened: AsyncExitStack) -> str:
        self.open += 1
        opened.callback(self.close)
        if self.away:
            self.away -= 1
            raise DatabaseAway
        return "made"

    def close(self) -> None:
        self.open -= 1


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "_AGAIN_SECONDS", 0.0)


async def test_it_waits_and_leaves_nothing_open_of_tries_in_vain() -> None:
    parts = Parts(away=3)
    async with AsyncExitStack() as stack:
        assert await starting.once_it_answers(parts.make, stack) == "made"
        assert parts.open == 1
    assert parts.open == 0


async def test_it_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "PATIENCE_SECONDS", 0.0)
    parts = Parts(away=9)
    async with AsyncExitStack() as stack:
        with pytest.raises(DatabaseAway):
            await starting.once_it_answers(parts.make, stack)
    assert parts.open == 0
    assert parts.away == 8
