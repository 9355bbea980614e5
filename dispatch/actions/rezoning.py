"""Open tickets follow the boundaries in force (网格换版): one by one, each a transaction and an event of its own.

A job calls ``move_some`` again and again, in every process: whoever comes to a ticket first moves it, and it is behind
no more. What cannot be moved is counted, named with its reason, and left to its center.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

import structlog

from dispatch.actions.crosswalks import crosswalk
from dispatch.actions.locating import locate_point, location_of
from dispatch.actions.preview import remaining, successors
from dispatch.actions.record import publish, save
from dispatch.actions.world import VersionsMoved, World, Worlds, hold_versions
from dispatch.domain.access import JOB, parties
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, decide
from dispatch.domain.location import Location
from dispatch.domain.ticket import ENDED, Placement, Ticket
from dispatch.errors import BadInput, Collision, DatabaseAway, Forbidden, Refused
from dispatch.saying import say
from dispatch.store import rezoning as store
from dispatch.store import tickets
from dispatch.store.database import Database, Tx
from dispatch.store.rezoning import Behind, Whereabouts
from gis.match import Query

log = structlog.get_logger(__name__)
AT_ONCE = 50
"""Tickets that are looked up together; each is moved by itself."""


class Rezoning:
    """Moves what is behind."""

    def __init__(
        self, database: Database, worlds: Worlds, wake: Callable[[Sequence[int]], Awaitable[None]]
    ) -> None:
        self._database = database
        self._worlds = worlds
        self._wake = wake
        self._became: dict[tuple[int, int], tuple[dict[str, str], dict[str, str]]] = {}

    async def move_some(self) -> bool:
        """Move a handful of tickets; True where more may be behind."""
        world = self._worlds.current
        async with self._database.system() as tx:
            behind = await store.behind(tx, world.boundary_version, AT_ONCE)
            if not behind:
                if await store.finish(tx, world.boundary_version):
                    log.info("rezoning.finished", version=world.boundary_version)
                return False
        progress = False
        try:
            for each in behind:
                town = await self._town_for(each, world.boundary_version)
                progress |= await self._move(world, each, town)
        except VersionsMoved as moved:
            await self._worlds.refresh(unless=moved.versions)
            return True
        return progress

    async def _town_for(self, behind: Behind, version: int) -> str | None:
        """Where a ticket without a point belongs: in what its town has become as a whole; else in the town it came
        from, if that is back; else in its own, if most of that is left."""
        if behind.town is None:
            return None
        whole, left = await self._became_in(behind.version, version)
        back = None
        if behind.former_version is not None and behind.former_town is not None:
            back = (await self._became_in(behind.former_version, version))[0].get(behind.former_town)
        return whole.get(behind.town) or back or left.get(behind.town)

    async def _became_in(self, former: int, version: int) -> tuple[dict[str, str], dict[str, str]]:
        """What towns have become as a whole, and those that are there still for the most part."""
        if (former, version) not in self._became:
            rows = await crosswalk(self._database, former, version, "town")
            self._became[former, version] = successors(rows), remaining(rows)
        return self._became[former, version]

    async def _move(self, world: World, behind: Behind, town: str | None) -> bool:
        """One ticket; whatever is wrong with it keeps no other waiting. False where it was not behind."""
        try:
            touched = await self._moved(world, behind, town)
        except (VersionsMoved, DatabaseAway, Collision):
            raise
        except (Refused, BadInput, Forbidden) as refusal:
            await self._leave(world, behind.id, refusal.detail)
        except Exception as surprise:  # noqa: BLE001 - one broken ticket must not stop the others
            log.error("rezoning.failed", ticket=behind.id, why=type(surprise).__name__)
            await self._leave(world, behind.id, say("系统没能处理这张工单，请重新定位或改派"))
        else:
            if touched:
                await self._wake(touched)
            return bool(touched)
        return True

    async def _moved(self, world: World, behind: Behind, town: str | None) -> tuple[int, ...]:
        async with self._database.system() as tx:
            now = await hold_versions(tx, world)
            ticket = await tickets.lock(tx, behind.id)
            if ticket is None or ticket.state in ENDED:
                return ()
            where = await store.whereabouts(tx, behind.id)
            location = _found_anew(world, ticket, where)
            if not _is_behind(world, ticket, location):
                return ()
            case = Case(
                ticket=ticket,
                command=Command.REZONE,
                actor=JOB,
                parties=parties(ticket, JOB, world.tables.units),
                fields={
                    "version": world.boundary_version,
                    "town": town if ticket.town == behind.town else None,
                    "settled": where.settled,
                },
                now=now,
                tables=world.tables,
                location=location,
            )
            decision = decide(case)
            await _count(tx, world, decision)
            entries = await save(tx, decision, JOB, now, world.tables.units)
            return await publish(tx, entries, now)

    async def _leave(self, world: World, ticket: int, why: str) -> None:
        async with self._database.system() as tx:
            if await store.leave(tx, world.boundary_version, ticket, why):
                await store.count(tx, world.boundary_version, failed=True)


def _is_behind(world: World, ticket: Ticket, location: Location | None) -> bool:
    """Another process may have been first: then it lies in these boundaries, with the police grid of now."""
    if ticket.boundary_version != world.boundary_version:
        return True
    return location is not None and location.police_grid != ticket.police_grid


def _found_anew(world: World, ticket: Ticket, where: Whereabouts) -> Location | None:
    """A ticket with a point lies where its point does; one that was never placed is located again by what it says."""
    if ticket.placement is Placement.PLACED:
        if where.lon is None or where.lat is None:
            return None
        found = locate_point(world, where.lon, where.lat, "wgs84")
        near = found.edge_m is not None and found.edge_m < (where.radius_m or 0.0)
        return replace(found, near_edge=near)
    query = Query(
        id=where.number,
        address=where.address,
        title=where.title,
        content=where.content,
        lon=where.raw_lon,
        lat=where.raw_lat,
        datum=where.datum,
    )
    return location_of(world, world.locator.locate(query), where.raw_lon, where.raw_lat)


async def _count(tx: Tx, world: World, decision: Decision) -> None:
    before, after = decision.before, decision.after
    places = [(each.cell, each.village, each.town, each.police_grid) for each in (before, after)]
    other_center = before.stream != after.stream
    await store.count(
        tx, world.boundary_version, moved=places[0] != places[1] or other_center, other_center=other_center
    )
