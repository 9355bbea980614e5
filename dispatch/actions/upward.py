"""What time does to upward requests: a missing answer is an alarm, a suspension ends on its date. By a job."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dispatch.actions.asking import with_requests
from dispatch.actions.record import carry_out
from dispatch.actions.world import VersionsMoved, Worlds, fit
from dispatch.domain.access import JOB, parties
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.errors import Refused
from dispatch.store import intake as clock
from dispatch.store import tickets
from dispatch.store import upward as store
from dispatch.store.database import Database

EVERY_SECONDS = 2.0
AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Upward:
    """Follows the time; called by a job."""

    database: Database
    worlds: Worlds
    wake: Callable[[Sequence[int]], Awaitable[None]]

    async def follow(self) -> bool:
        """A round of missed answers and ended suspensions; True where more may be due."""
        async with self.database.system() as tx:
            overdue = await store.overdue(tx, AT_ONCE)
            rested = await store.rested(tx, AT_ONCE)
        for request, ticket in overdue:
            await self._act(ticket, Command.MARK_UNANSWERED, {"request": str(request)})
        for ticket, due_named in rested:
            await self._act(ticket, Command.RESUME, {"due_named": due_named})
        return AT_ONCE in (len(overdue), len(rested))

    async def _act(self, ticket_id: int, command: Command, fields: Mapping[str, Any]) -> None:
        """One command of the job; what somebody else was faster with is left alone."""
        try:
            await self._decide(ticket_id, command, fields)
        except VersionsMoved as moved:
            await self.worlds.refresh(unless=moved.versions)
        except Refused:
            return  # the hotline answered, or somebody ended it, since the list was read

    async def _decide(self, ticket_id: int, command: Command, fields: Mapping[str, Any]) -> None:
        world = self.worlds.current
        units = world.tables.units
        async with self.database.system() as tx:
            ticket = await tickets.lock(tx, ticket_id)
            if ticket is None:
                return
            await fit(tx, world, ticket)
            now = await clock.clock(tx)
            case = Case(
                ticket=ticket,
                command=command,
                actor=JOB,
                parties=parties(ticket, JOB, units),
                fields=fields,
                now=now,
                tables=world.tables,
            )
            decision = decide(await with_requests(tx, case))
            _, touched = await carry_out(tx, decision, JOB, now, units)
        await self.wake(touched)
