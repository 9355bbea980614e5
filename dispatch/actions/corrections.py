"""What the placing of a ticket by hand teaches: another name of a place, proposed for somebody else to approve.

Called by the web edge after the command is done. Nothing of it can fail the command or hold it up for long: the
proposal is a transaction of its own, and where the gazetteer is busy it is finished behind the answer.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

import structlog

from dispatch.actions.gazetteer import Gazetteer
from dispatch.actions.world import Worlds
from dispatch.domain.access import NAME_PROPOSERS, Actor
from dispatch.errors import DispatchError
from dispatch.saying import Kept, say
from dispatch.store import corrections as store
from dispatch.store.database import Database
from gis.ellipsoid import metres_per_degree
from gis.propose import NEAR_M, Proposal, propose
from gis.register import ALIAS_KIND_NAMES

log = structlog.get_logger(__name__)
TEACHING = frozenset({"ticket.placed", "ticket.relocated"})
"""Events in which a person said where a ticket is."""
_PATIENCE_SECONDS = 1.0


class Corrections:
    """Learns from corrections; one per process."""

    def __init__(self, database: Database, worlds: Worlds) -> None:
        self._database = database
        self._worlds = worlds
        self._gazetteer = Gazetteer(database, worlds)
        self._under_way: set[asyncio.Task[dict[str, Any] | None]] = set()

    async def consider(
        self, actor: Actor, ticket: int, event: str | None, row: Mapping[str, Any] | None
    ) -> dict[str, Any] | None:
        """The name that was proposed, as the page tells it; None where there is nothing to learn, or not in time."""
        if event not in TEACHING or row is None or not actor.units(NAME_PROPOSERS):
            return None
        lon, lat = row["lon"], row["lat"]
        if lon is None or lat is None:
            return None
        task = asyncio.create_task(self._learn(actor, ticket, lon, lat))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        done, _ = await asyncio.wait({task}, timeout=_PATIENCE_SECONDS)
        return task.result() if done else None

    async def _learn(self, actor: Actor, ticket: int, lon: float, lat: float) -> dict[str, Any] | None:
        """Propose what there is to propose; whatever goes wrong, the ticket stands where it was placed."""
        try:
            found = await self._found(ticket, lon, lat)
            if found is None:
                return None
            proposal = await self._gazetteer.propose(
                actor, found.place.id, found.name, found.kind, found.why, ticket
            )
        except DispatchError as error:
            log.info("correction.not_proposed", ticket=ticket, why=error.code)
            return None
        return _told(proposal, found)

    async def _found(self, ticket: int, lon: float, lat: float) -> Proposal | None:
        k_lon, k_lat = metres_per_degree(lat)
        reach_lon, reach_lat = NEAR_M / k_lon, NEAR_M / k_lat
        async with self._database.system() as tx:
            said = await store.words(tx, ticket)
            if said is None:
                return None
            near = await store.around(tx, lon - reach_lon, lon + reach_lon, lat - reach_lat, lat + reach_lat)
            found = propose(said, lon, lat, near, self._worlds.current.locator)
            if found is None or await store.known(tx, found.place.id, found.name):
                return None
        return found


def _told(proposal: int, found: Proposal) -> dict[str, Any]:
    kind = Kept(ALIAS_KIND_NAMES[found.kind])
    return {
        "id": proposal,
        "name": found.name,
        "kind": found.kind,
        "place": found.place.id,
        "place_name": found.place.name,
        "says": say(
            "已建议把“{name}”记为 {place} 的{kind}，待他人核准",
            name=found.name,
            place=found.place.name,
            kind=kind,
        ),
    }
