"""Acts under an operation id, asked for again under the same id until it is known what became of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

import httpx

from tests.chaos.clients.again import pauses
from tests.chaos.clients.person import Person
from tests.chaos.journal import Acted, Journal, Outcome

NOT_NOW = frozenset({401, 429})
"""Refusals of the moment: the session has ended, too much at once."""


@dataclass(frozen=True, slots=True)
class Act:
    """One command on one ticket, as it was meant once."""

    operation: str
    ticket: int
    command: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)
    """What an act done without network says besides: when, what was seen, by whom."""


def operation(dice: Random) -> str:
    """A new operation id; the seed decides it."""
    return str(UUID(int=dice.getrandbits(128), version=4))


@dataclass
class Acting:
    """What a person has asked for, and what of it is still unknown, in order."""

    person: Person
    client: str
    journal: Journal
    unknown: list[Act] = field(default_factory=list)

    async def act(self, http: httpx.AsyncClient, act: Act, stop: Callable[[], bool]) -> None:
        """Ask until it is known or to be stopped; what stays unknown is kept for ``finish``."""
        self.unknown.append(act)
        await self._ask(http, act, stop)

    async def finish(self, http: httpx.AsyncClient) -> None:
        """Ask for whatever is still unknown until it is known."""
        for act in tuple(self.unknown):
            await self._ask(http, act, lambda: False)

    async def _ask(self, http: httpx.AsyncClient, act: Act, stop: Callable[[], bool]) -> None:
        body = {"operation": act.operation, "fields": act.fields, **act.more}
        async for _ in pauses(self.person.dice):
            try:
                answer = await http.post(f"/api/tickets/{act.ticket}/commands/{act.command}", json=body)
                status: int | None = answer.status_code
            except (httpx.HTTPError, OSError):
                status = None
            made = Acted(
                client=self.client,
                operation=act.operation,
                ticket=act.ticket,
                command=act.command,
                status=status,
            )
            self.journal.write(made)
            if made.outcome is not Outcome.INFO and status not in NOT_NOW:
                self.unknown.remove(act)
                return
            if stop():
                return
            if status == 401:
                await self.person.sign_in(http)
