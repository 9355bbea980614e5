"""A scenario: a function that breaks one thing of a world while clients go on, known by its name."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any, LiteralString, TypeAlias

import psycopg

from tests.chaos.journal import Outcome
from tests.chaos.verdict import Violation
from tests.chaos.world.world import World

PATIENCE_SECONDS = 240.0
"""How long anything may take before the run says that it does not come: the machine may be very busy."""

LOOK_SECONDS = 0.01


class NotRun(Exception):
    """A scenario cannot happen on this machine; says what it lacks. It counts neither as held nor as broken."""


@dataclass
class Run:
    """A scenario under way."""

    world: World
    seconds: float
    """How long the load goes on around the fault, before it and after it, at least."""
    ended: float | None = None
    """When the last fault was over, by the machine's steady clock."""
    told: list[str] = field(default_factory=list)
    """What was broken, in order."""
    violations: list[Violation] = field(default_factory=list)
    """What the scenario itself found wrong; told beside what the checker finds."""

    def __post_init__(self) -> None:
        self.dice: Random = self.world.random("faults")
        """Decides whatever is left to chance; made of the seed."""

    def fault(self, words: str) -> None:
        """Something breaks now."""
        self.told.append(words)

    def over(self) -> None:
        """The last fault is over: from now on it recovers."""
        self.ended = time.monotonic()

    async def until(self, ok: int = 0, *, outcome: Outcome = Outcome.OK) -> None:
        """Go on until so many more deliveries and acts were answered."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self.world.tally.until(ok, outcome)

    async def underway(self) -> None:
        """Let the load go on for a while, and until something came of it."""
        await asyncio.gather(asyncio.sleep(self.dice.uniform(0.5, 1.0) * self.seconds), self.until(ok=20))

    def expect(self, holds: object, subject: str, evidence: str) -> None:
        """Note a violation unless this holds: of what only the scenario can know."""
        if not holds:
            self.violations.append(Violation("scenario_expects", subject, evidence))

    async def when(self, true: Callable[[], bool], every: float = LOOK_SECONDS) -> None:
        """Wait until something has become true."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                if await asyncio.to_thread(true):
                    return
                await asyncio.sleep(every)

    async def seen(self, question: LiteralString, *values: object) -> None:
        """Wait until the database answers a question with yes."""
        await self.when(lambda: bool(self.world.rows(question, *values)[0][0]))

    @asynccontextmanager
    async def session(self) -> AsyncIterator[psycopg.AsyncConnection[Any]]:
        """A session of the owner's past the service, in one transaction that is taken back at the end."""
        async with await psycopg.AsyncConnection.connect(self.world.database.owner_url) as opened:
            yield opened
            await opened.rollback()

    async def up(self) -> None:
        """Wait until every process is well."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self.world.up()


Breaks: TypeAlias = Callable[[Run], Awaitable[None]]


@dataclass(frozen=True)
class Scenario:
    """What breaks, and the sentence that says so."""

    name: str
    says: str
    breaks: Breaks


SCENARIOS: dict[str, Scenario] = {}


def scenario(breaks: Breaks) -> Breaks:
    """Make a function a scenario of its name; its docstring's first line is what the report says of it."""
    says = (breaks.__doc__ or "").strip().partition("\n")[0]
    if not says:
        raise ValueError(f"the scenario {breaks.__name__} has no docstring: say in one line what breaks")
    SCENARIOS[breaks.__name__] = Scenario(breaks.__name__, says, breaks)
    return breaks
