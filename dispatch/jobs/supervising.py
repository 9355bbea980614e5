"""An answer to a supervision that does not come in time is told once, as an event of its ticket."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from dispatch.actions.record import carry_out
from dispatch.actions.world import VersionsMoved, Worlds, fit
from dispatch.domain.access import JOB, parties
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.ticket import ENDED
from dispatch.store import intake as clock
from dispatch.store import supervising as store
from dispatch.store import tickets
from dispatch.store.database import Database

EVERY_SECONDS = 5.0
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Supervisions:
    """Tells of overdue supervisions."""

    database: Database
    worlds: Worlds
    wake: Callable[[Sequence[int]], Awaitable[None]]

    async def tell_overdue(self) -> bool:
        """Tell of a round of them; True where more may be due."""
        async with self.database.system() as tx:
            due = await store.due(tx, _AT_ONCE)
        for supervision, ticket in due:
            try:
                await self._tell(supervision, ticket)
            except VersionsMoved as moved:
                await self.worlds.refresh(unless=moved.versions)
                return True
        return len(due) == _AT_ONCE

    async def _tell(self, supervision: int, number: int) -> None:
        world = self.worlds.current
        units = world.tables.units
        async with self.database.system() as tx:
            ticket = await tickets.lock(tx, number)
            due_at = await store.mark_overdue(tx, supervision)
            if ticket is None or due_at is None or ticket.state in ENDED:
                return
            await fit(tx, world, ticket)
            now = await clock.clock(tx)
            case = Case(
                ticket=ticket,
                command=Command.WARN,
                actor=JOB,
                parties=parties(ticket, JOB, units),
                fields={"clock": "supervision", "warned": "overdue", "due_at": due_at.isoformat()},
                now=now,
                tables=world.tables,
            )
            _, touched = await carry_out(tx, decide(case), JOB, now, units)
        await self.wake(touched)
