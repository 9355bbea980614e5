"""A hotline that pushes signed orders, one by one or in batches, and says again whatever was not answered for sure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from dispatch.client import Sender
from tests.chaos.clients.again import pauses, rest
from tests.chaos.clients.ok import Oks
from tests.chaos.journal import Outcome, Pushed
from tests.chaos.world.world import World
from tests.serving import PLAIN

TIMEOUT_SECONDS = 12.0
NOT_NOW = frozenset({401, 429})
"""Refusals of the moment, not of the content: a clock that is wrong, too much at once."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is pushed under one id, however often."""

    identity: str
    messages: tuple[Mapping[str, Any], ...]
    creates: tuple[str, ...]

    @property
    def body(self) -> Mapping[str, Any] | Sequence[Mapping[str, Any]]:
        """One message by itself, several as a batch."""
        return self.messages[0] if len(self.messages) == 1 else self.messages


class Hotline:
    """One sender; ``orders`` gives what citizens say. ``gap`` is its usual pause between two deliveries, in seconds."""

    def __init__(
        self, world: World, name: str, orders: Iterator[dict[str, Any]], oks: Oks, gap: float = 0.1
    ) -> None:
        self.name = name
        self.worst_lag_ms: float | None = None
        self._world = world
        self._orders = orders
        self._oks = oks
        self._gap = gap
        self._dice = world.random(name)
        self._journal = world.journal(name)
        self._made = 0
        self._unknown: list[Delivery] = []
        self._said: list[Delivery] = []

    async def run(self) -> None:
        """Push until it is quiet; what has no sure answer is pushed again before anything else."""
        async with self._online() as sender:
            while await rest(self._world.quiet, self._dice.uniform(0, 2 * self._gap)):
                delivery = self._next()
                self._unknown.append(delivery)
                await self._push(sender, delivery, stop=self._world.quiet.is_set)

    async def settle(self) -> None:
        """Push again whatever has no sure answer, until it has."""
        async with self._online() as sender:
            for delivery in tuple(self._unknown):
                await self._push(sender, delivery, stop=lambda: False)

    def _online(self) -> _Online:
        return _Online(self._world)

    def _next(self) -> Delivery:
        """Mostly a new order, now and then a batch, or something that was said before under the same id."""
        kind = self._dice.random()
        if kind < 0.1 and self._said:
            return self._dice.choice(self._said)
        count = self._dice.randrange(2, 12) if kind < 0.25 else 1
        messages = tuple(
            {**next(self._orders), "工单编号": f"{self.name.upper()}-{self._made + number:06d}"}
            for number in range(count)
        )
        self._made += count
        creates = tuple(message["工单编号"] for message in messages)
        return Delivery(f"msg_{self._world.seed}_{creates[0]}", messages, creates)

    async def _push(self, sender: Sender, delivery: Delivery, *, stop: Any) -> None:
        async for _ in pauses(self._dice):
            try:
                answer = await sender.push(delivery.body, delivery.identity)
            except (httpx.HTTPError, OSError):
                self._write(delivery, None, ())
            else:
                refused = turned_down(delivery, answer)
                made = self._write(delivery, answer.status_code, refused)
                if made.outcome is not Outcome.INFO and answer.status_code not in NOT_NOW:
                    self._unknown.remove(delivery)
                    self._said = [*self._said[-50:], delivery]
                    return
            if stop():
                return

    def _write(self, delivery: Delivery, status: int | None, refused: tuple[str, ...]) -> Pushed:
        made = Pushed(
            client=self.name,
            source=self._world.source,
            delivery=delivery.identity,
            orders=delivery.creates,
            refused=refused,
            status=status,
        )
        self._journal.write(made)
        if made.outcome is Outcome.OK:
            self._oks.note(set(delivery.creates) - set(refused))
        return made


@dataclass(slots=True)
class _Online:
    """A sender over a connection of its own, for as long as it is used."""

    world: World
    _client: httpx.AsyncClient = field(init=False)

    async def __aenter__(self) -> Sender:
        self._client = httpx.AsyncClient(timeout=TIMEOUT_SECONDS, verify=PLAIN, trust_env=False)
        url = f"{self.world.url}/hotline/v1/{self.world.source}/messages"
        return Sender(self._client, url, self.world.secret)

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()


def turned_down(delivery: Delivery, answer: httpx.Response) -> tuple[str, ...]:
    """The orders that a 2xx turned down."""
    if len(delivery.messages) == 1 or not answer.is_success:
        return ()
    return tuple(each["order_no"] for each in answer.json()["results"] if each["status"] == "refused")
