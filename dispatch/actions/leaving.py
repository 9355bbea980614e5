"""Nobody without a post is named by an open ticket: what somebody left goes to a successor, or back to their unit.

Done at once where an administrator ends a post, and by a job for what ends on a date or in another way.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from dispatch.actions.record import carry_out
from dispatch.actions.world import VersionsMoved, Worlds, fit
from dispatch.domain.access import JOB, parties
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.ticket import Ticket
from dispatch.store import intake as clock
from dispatch.store import people as store
from dispatch.store import tickets
from dispatch.store.database import Database
from dispatch.store.people import LeftBehind

AT_ONCE = 100
EVERY_SECONDS = 10.0
"""For posts that end on a date; where an administrator ends one, it is done at once."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Hands on what was left."""

    database: Database
    worlds: Worlds
    wake: Callable[[Sequence[int]], Awaitable[None]]

    async def hand_on(self) -> bool:
        """Hand on a round of what was left; True where more may wait."""
        async with self.database.system() as tx:
            found = await store.left_behind(tx, AT_ONCE)
        for each in found:
            try:
                await self._relieve(each)
            except VersionsMoved as moved:
                await self.worlds.refresh(unless=moved.versions)
                return True
        return len(found) == AT_ONCE

    async def _relieve(self, left: LeftBehind) -> None:
        world = self.worlds.current
        units = world.tables.units
        async with self.database.system() as tx:
            ticket = await tickets.lock(tx, left.ticket)
            if ticket is None or not _names(ticket, left.person):
                return
            await fit(tx, world, ticket)
            now = await clock.clock(tx)
            successor = left.successor
            case = Case(
                ticket=ticket,
                command=Command.RELIEVE,
                actor=JOB,
                parties=parties(ticket, JOB, units),
                fields={"person": left.person, "successor": successor},
                now=now,
                tables=world.tables,
                members=await tickets.members(tx, [successor]) if successor is not None else {},
            )
            _, touched = await carry_out(tx, decide(case), JOB, now, units)
        await self.wake(touched)


def _names(ticket: Ticket, person: int) -> bool:
    """Whether a ticket names a person: by a part in it, or as its lead who answered at the desk."""
    return ticket.lead_person == person or any(each.person == person for each in ticket.assignments)
