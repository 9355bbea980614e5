"""A clock's warning: fired once, told to the streams as an event, so that lists change by events only."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dispatch.actions.record import carry_out
from dispatch.actions.world import VersionsMoved, Worlds, fit
from dispatch.domain.access import JOB, parties
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.store import intake as clock
from dispatch.store import tickets as store
from dispatch.store.database import Database

AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Warnings:
    """Fires due warnings; called by a job."""

    database: Database
    worlds: Worlds
    wake: Callable[[Sequence[int]], Awaitable[None]]

    async def fire_due(self) -> bool:
        """Fire a round of warnings; True where more may be due."""
        async with self.database.system() as tx:
            due = await store.due_clocks(tx, AT_ONCE)
        for row in due:
            try:
                await self._fire(row["ticket"], row["kind"], row["started_at"])
            except VersionsMoved as moved:
                await self.worlds.refresh(unless=moved.versions)
                return True
        return len(due) == AT_ONCE

    async def _fire(self, ticket_id: int, kind: str, started_at: datetime) -> None:
        world = self.worlds.current
        units = world.tables.units
        async with self.database.system() as tx:
            ticket = await store.lock(tx, ticket_id)
            fired = await store.warn_clock(tx, ticket_id, kind, started_at)
            if ticket is None or fired is None or not fired["marks"]:
                return
            await fit(tx, world, ticket)
            now = await clock.clock(tx)
            case = Case(
                ticket=ticket,
                command=Command.WARN,
                actor=JOB,
                parties=parties(ticket, JOB, units),
                fields={
                    "clock": kind,
                    "mark": fired["marks"][-1],
                    "marks": fired["marks"],
                    "warned": fired["warned"],
                    "due_at": fired["due_at"].isoformat(),
                },
                now=now,
                tables=world.tables,
            )
            _, touched = await carry_out(tx, decide(case), JOB, now, units)
        await self.wake(touched)
