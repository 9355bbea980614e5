"""The world of intake: hotlines push, repeat and hang up; a store is late, collides, is away, or cuts the line.

``Intake.submit`` with its retries, and ``Batches``, are the service's own; scripted is only how a transaction ends.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from dispatch.actions.intake import Answer, Delivery, Intake
from dispatch.actions.world import VersionsMoved
from dispatch.errors import Collision, Conflict, DatabaseAway, Unstorable
from tests.simulation.loop import Broken, SeededLoop

MOST_TICKETS = 500
MOST_IN_FLIGHT = 2
"""What is promised, said again: not read from the module that has to keep it."""
WEIGHTS = (0, 1, 1, 1, 2, 5, 200, 300, 500)
ENDS = ("ok",) * 6 + ("collision", "moved", "unstorable", "away", "cut")
Key = tuple[str, str]
Made = Callable[["Store", "Worlds"], Intake]
told: Counter[str] = Counter()
"""What happened in all schedules so far: a simulation in which nothing happens proves nothing."""


class Worlds:
    """What decisions are made by: only that there is one, and that it may have moved."""

    def __init__(self) -> None:
        self.current = object()

    async def refresh(self, *, unless: object) -> None:
        """Another world."""
        await asyncio.sleep(0)
        self.current = object()


@dataclass
class Store:
    """What was sent to it, what it keeps, and what goes on right now."""

    random: Random
    sent: list[Delivery] = field(default_factory=list)
    kept: dict[Key, Delivery] = field(default_factory=dict)
    in_flight: list[Sequence[Delivery]] = field(default_factory=list)
    batches: dict[asyncio.Task[Any] | None, list[Delivery]] = field(default_factory=dict)
    """The task of a batch → what it came with first."""

    async def commit(self, deliveries: Sequence[Delivery], *, careful: bool) -> list[Answer]:
        """One transaction: late, and with one of the ends a transaction can have."""
        self.in_flight.append(deliveries)
        try:
            self._look(deliveries)
            await asyncio.sleep(self.random.choice((0, 0.01, 0.05)))
            end = self.random.choice(ENDS)
            told[end] += 1
            self._fail(end, careful=careful)
            answers = [self._keep(each) for each in deliveries]
            if end == "cut":
                raise DatabaseAway
            return answers
        finally:
            self.in_flight.remove(deliveries)

    def _fail(self, end: str, *, careful: bool) -> None:
        if end == "collision":
            raise Collision
        if end == "moved":
            raise VersionsMoved(None)
        if end == "away":
            raise DatabaseAway
        if end == "unstorable" and not careful:
            raise Unstorable

    def _look(self, deliveries: Sequence[Delivery]) -> None:
        """What must hold whenever a transaction begins."""
        if self.batches.setdefault(asyncio.current_task(), list(deliveries)) != list(deliveries):
            raise Broken("a batch ran again with other deliveries")
        if len(self.in_flight) > MOST_IN_FLIGHT:
            raise Broken(f"{len(self.in_flight)} batches in flight")
        keys = Counter(each.key for batch in self.in_flight for each in batch)
        if any(times > 1 for times in keys.values()):
            raise Broken("one delivery is under way twice")
        if len(deliveries) > 1 and sum(each.weight for each in deliveries) > MOST_TICKETS:
            raise Broken(f"a batch of more than {MOST_TICKETS} tickets")
        for each in deliveries:
            whole = any(each is one for one in self.sent)
            if not whole or list(each.items) != list(range(int.from_bytes(each.digest, "big") % 1000)):
                raise Broken("a delivery came cut, or its messages out of order")

    def _keep(self, delivery: Delivery) -> Answer:
        """Remember a delivery, and answer it, now and again."""
        first = self.kept.setdefault(delivery.key, delivery)
        if first.digest != delivery.digest:
            return Answer(409, "")
        return Answer(200, _said(delivery))


class Scripted(Intake):
    """Intake whose transactions the script answers; it asks nothing else of database and keys."""

    def __init__(self, store: Store, worlds: Any) -> None:
        self.store = store
        nothing: Any = None
        super().__init__(nothing, worlds, nothing, self._woken)

    async def _woken(self, _: Sequence[int]) -> None:
        await asyncio.sleep(0)

    async def _commit_once(
        self, deliveries: Sequence[Delivery], _: object, *, careful: bool
    ) -> tuple[list[Answer], tuple[int, ...]]:
        return await self.store.commit(deliveries, careful=careful), (1,)


def world(made: Made = Scripted) -> Callable[[Random, SeededLoop], Any]:
    """A schedule of this world; ``made`` builds the intake, with a planted bug where a test wants one."""

    async def played(random: Random, _: SeededLoop) -> None:
        store = Store(random)
        intake = made(store, Worlds())
        callers = [asyncio.create_task(_push(random, intake, store)) for _ in range(random.randint(2, 9))]
        await asyncio.sleep(random.choice((0, 0.01, 0.06)))
        for caller in callers:
            if random.random() < 0.2:
                told["hung up"] += caller.cancel()
        ends = await asyncio.gather(*callers, return_exceptions=True)
        await intake.drain()
        for end in ends:
            if isinstance(end, BaseException) and not isinstance(end, asyncio.CancelledError):
                raise end if isinstance(end, Broken) else Broken(f"a caller heard of {end!r}") from end
        _look_back(store)

    return played


async def _push(random: Random, intake: Intake, store: Store) -> None:
    """One caller: pushes a delivery, perhaps one that another pushes too; the answer must be its own."""
    await asyncio.sleep(random.choice((0, 0, 0, 0.01, 0.05)))
    for _ in range(random.choice((1, 1, 2))):
        delivery = _delivery(random)
        store.sent.append(delivery)
        try:
            answer = await intake.submit(delivery)
        except DatabaseAway:
            told["unknown"] += 1
        except Conflict:
            told["conflict"] += 1
            if store.kept[delivery.key].digest == delivery.digest:
                raise Broken("refused as another, but it was the same") from None
        else:
            if answer.body != _said(delivery) or store.kept[delivery.key].digest != delivery.digest:
                raise Broken("answered, but not kept; or with the answer of another")


def _delivery(random: Random) -> Delivery:
    weight, name = random.choice(WEIGHTS), str(random.randrange(12))
    profile: Any = None
    items: Any = list(range(weight))
    digest = (random.randrange(3) * 1000 + weight).to_bytes(2, "big")
    return Delivery("12345", "wgs84", profile, name, digest, items, single=False)


def _said(delivery: Delivery) -> str:
    return f"{delivery.webhook_id} {delivery.digest.hex()}"


def _look_back(store: Store) -> None:
    """Everything that was pushed came to the store in exactly one batch, also what nobody waited for any more."""
    seen = Counter(id(each) for batch in store.batches.values() for each in batch)
    if store.in_flight or any(seen[id(each)] != 1 for each in store.sent):
        raise Broken("a delivery was lost, or went in two batches")
