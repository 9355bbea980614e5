"""Closes replied tickets that nobody called back about in time. Called by a job."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dispatch.actions.record import carry_out
from dispatch.actions.world import VersionsMoved, Worlds, fit
from dispatch.domain.access import JOB, parties
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.ticket import State, Ticket
from dispatch.saying import say
from dispatch.store import closing as store
from dispatch.store import intake, tickets
from dispatch.store.database import Database

EVERY_SECONDS = 60.0
AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Concluding:
    """A replied ticket's clock: after so many days without a call-back it is closed (``reply_setting``)."""

    database: Database
    worlds: Worlds
    wake: Callable[[Sequence[int]], Awaitable[None]]

    async def conclude_due(self) -> bool:
        """Close a round of tickets; True where more may be due."""
        async with self.database.system() as tx:
            days = (await store.rules(tx)).setting.conclude_days
            due = await store.due_to_conclude(tx, days, AT_ONCE)
        for ticket in due:
            try:
                await self._conclude(ticket, days)
            except VersionsMoved as moved:
                await self.worlds.refresh(unless=moved.versions)
                return True
        return len(due) == AT_ONCE

    async def _conclude(self, number: int, days: int) -> None:
        world = self.worlds.current
        units = world.tables.units
        async with self.database.system() as tx:
            ticket = await tickets.lock(tx, number)
            now = await intake.clock(tx)
            if ticket is None or not _is_due(ticket, now - timedelta(days=days)):
                return
            await fit(tx, world, ticket)
            case = Case(
                ticket=ticket,
                command=Command.CONCLUDE,
                actor=JOB,
                parties=parties(ticket, JOB, units),
                fields={"reason": say("办结后 {days} 天没有回访意见，自动结案", days=days)},
                now=now,
                tables=world.tables,
            )
            _, touched = await carry_out(tx, decide(case), JOB, now, units)
        await self.wake(touched)


def _is_due(ticket: Ticket, before: datetime) -> bool:
    """Whether nothing has happened since it was looked for: it may have been reworked or given another date."""
    over = ticket.next_step_at is None or ticket.next_step_at <= before
    return ticket.state is State.REPLIED and ticket.state_since <= before and over
