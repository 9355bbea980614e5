"""Running clocks follow a new timetable: in batches, told only where an instant moved. Called by a job.

Clocks whose instant stays get their new grounds without a word. A ticket with a clock that moves is decided about like
any other: its journal says from when to when, and its streams hear it.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from dispatch.actions.record import publish, save
from dispatch.actions.world import VersionsMoved, World, Worlds, fit
from dispatch.domain.access import JOB, parties
from dispatch.domain.case import Case
from dispatch.domain.clocks.moving import Moved, anew, recomputed
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.store import intake as clock
from dispatch.store import tickets
from dispatch.store import timetable as store
from dispatch.store.database import Database, Tx
from dispatch.store.timetable import Behind

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Recomputing:
    """Looks at clocks that were reckoned by a former version."""

    database: Database
    worlds: Worlds
    wake: Callable[[Sequence[int]], Awaitable[None]]

    async def follow(self) -> bool:
        """Look at a batch; True where more may be behind."""
        world = self.worlds.current
        current = world.tables.timetable.version
        async with self.database.system() as tx:
            behind = await store.behind(tx, current, AT_ONCE)
            if not behind:
                await store.finish(tx, current)
                return False
            moving = await self._look(tx, world, behind)
        try:
            for ticket in sorted(moving):
                await self._move(world, ticket)
        except VersionsMoved as moved:
            await self.worlds.refresh(unless=moved.versions)
        return True

    async def _look(self, tx: Tx, world: World, behind: Sequence[Behind]) -> set[int]:
        """Let those that stay follow at once; the tickets of the others."""
        timetable = world.tables.timetable
        same: list[Behind] = []
        other: list[tuple[int, Moved]] = []
        moving: set[int] = set()
        for each in behind:
            found = anew(each.clock, timetable, each.outer_due)
            if found is None:
                same.append(each)
            elif found.is_other:
                moving.add(each.ticket)
            else:
                other.append((each.ticket, found))
        await store.follow(tx, timetable.version, same, other)
        await store.count(tx, timetable.version, len(same) + len(other), 0)
        return moving

    async def _move(self, world: World, number: int) -> None:
        """One ticket whose clocks fall due at other instants now."""
        tables = world.tables
        async with self.database.system() as tx:
            ticket = await tickets.lock(tx, number)
            if ticket is None:
                return
            await fit(tx, world, ticket)
            found = recomputed(ticket.clocks, tables.timetable, ticket.outer_due)
            told = [each.told() for each in found if each.is_other]
            if not told:
                return
            now = await clock.clock(tx)
            case = Case(
                ticket=ticket,
                command=Command.RECOMPUTE,
                actor=JOB,
                parties=parties(ticket, JOB, tables.units),
                fields={"clocks": told, "timetable": tables.timetable.version},
                now=now,
                tables=tables,
            )
            entries = await save(tx, decide(case), JOB, now, tables.units)
            await store.count(tx, tables.timetable.version, len(told), len(told))
            touched = await publish(tx, entries, now)
        await self.wake(touched)
