"""Score periods with their figures and objections, cards, supervisions: as their pages list them."""

from datetime import datetime
from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.figures import formulas
from dispatch.domain.objecting import OBJECTORS, speaks_for
from dispatch.domain.units import Units
from dispatch.errors import NotFound
from dispatch.reads.rates import within
from dispatch.store import rates, supervising
from dispatch.store import scores as store
from dispatch.store.database import Database

PAGE = 50


async def settings(database: Database, actor: Actor) -> list[dict[str, Any]]:
    """Every version of the settings, the newest first."""
    async with database.reader(_readers(actor)) as tx:
        return await rates.versions(tx)


async def cards(database: Database, units: Units, actor: Actor, before: int | None) -> list[dict[str, Any]]:
    """Yellow and red cards of the units the person hears of, the newest first; which of them are theirs to answer."""
    async with database.reader(_readers(actor)) as tx:
        found = await store.cards(tx, before, PAGE)
    for each in found:
        stands = each["answered_at"] is None and each["revoked_at"] is None
        each["answerable"] = stands and speaks_for(actor, units, each["unit"])
    return found


async def supervisions(
    database: Database, actor: Actor, *, ended: bool, before: int | None
) -> list[dict[str, Any]]:
    """Supervisions of the tickets the person may see, the newest first."""
    async with database.reader(_readers(actor)) as tx:
        return await supervising.listed(tx, ended=ended, before=before, most=PAGE)


async def of_ticket(database: Database, actor: Actor, ticket: int) -> list[dict[str, Any]]:
    """The supervisions of one ticket."""
    async with database.reader(_readers(actor)) as tx:
        return await supervising.of_ticket(tx, ticket)


async def periods(database: Database, actor: Actor) -> list[dict[str, Any]]:
    """Every score period, the newest first."""
    async with database.reader(_readers(actor)) as tx:
        return await store.periods(tx)


async def period(database: Database, units: Units, actor: Actor, identity: int) -> dict[str, Any]:
    """A score period: its figures (of now until it is locked, then those that were locked), and its objections.

    Raises:
        NotFound: there is no such period.
    """
    async with database.reader(_readers(actor)) as tx:
        found = await store.period(tx, identity)
        if found is None:
            raise NotFound
        objections = await store.objections(tx, identity)
        rules = await rates.rules(tx, found["setting"])
    figures = found.pop("figures") or await figures_now(database, units, found)
    told = {name: each.isoformat() if isinstance(each, datetime) else each for name, each in found.items()}
    return told | {
        "figures": figures,
        "formulas": formulas(rules.setting.weights),
        "objections": objections,
        "opens": sorted(within(units, actor)),
        "board": rules.board,
        "may_object": found["state"] == "checking" and bool(actor.units(OBJECTORS)),
    }


async def figures_now(database: Database, units: Units, period: dict[str, Any]) -> dict[str, Any]:
    """What a period that is open to be checked comes to now: everybody is shown every unit's counts (公示)."""
    async with database.system(frozen=True) as tx:
        return await rates.figures_of(tx, units, period)


def _readers(actor: Actor) -> frozenset[str]:
    assert actor.person is not None
    return access.readers(actor.person, actor.memberships)
