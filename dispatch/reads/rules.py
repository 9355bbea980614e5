"""The routing rules as a page shows them: versions, one version with its trial, what they may name, what changed."""

from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor, Role
from dispatch.domain.rule_faults import faults_of, record_of, renumbered, rules_of, told
from dispatch.domain.units import Units
from dispatch.errors import NotFound
from dispatch.store import routing as store
from dispatch.store.database import Database

MOST_CHANGES = 200


async def overview(database: Database, units: Units, actor: Actor) -> dict[str, Any]:
    """Every version, and what rules may name: units, categories, sources, channels, towns."""
    named = [{"id": each.id, "name": each.name, "kind": each.kind} for each in units.by_id.values()]
    async with database.reader(_tokens(actor)) as tx:
        return {
            "units": named,
            "versions": await store.versions(tx),
            "categories": await store.categories(tx),
            "sources": await store.sources(tx),
            "channels": await store.channels(tx),
            "towns": await store.towns(tx),
        }


async def version(database: Database, units: Units, actor: Actor, number: int) -> dict[str, Any]:
    """One version: its rules in order, what is wrong with them today, and what trying it came to.

    Raises:
        NotFound: there is no such version.
    """
    async with database.reader(_tokens(actor)) as tx:
        found = await store.versions(tx, number)
        draft = await store.draft(tx, number)
        if not found or draft is None:
            raise NotFound
        kept = await store.rules(tx, number)
        rules = rules_of(draft["proposed"])[0] if draft["proposed"] is not None else renumbered(kept)
        faults = faults_of(rules, await store.known(tx, units))
    return {
        **found[0],
        "listed": [record_of(rule) for rule in (rules if draft["proposed"] is not None else kept)],
        "faults": told(faults),
        "trial": _trial(draft["tried"], actor),
    }


def _trial(tried: dict[str, Any] | None, actor: Actor) -> dict[str, Any] | None:
    """What trying came to; the tickets are named to those alone who may see every town's."""
    if tried is None or actor.units({Role.DISTRICT_OPERATOR}):
        return tried
    return {**tried, "listed": []}


async def powers(database: Database, actor: Actor) -> list[dict[str, Any]]:
    """Every power of every town, by bureau."""
    async with database.reader(_tokens(actor)) as tx:
        return await store.listed(tx, "powers")


async def matters(database: Database, actor: Actor) -> list[dict[str, Any]]:
    """Every matter of the two lists."""
    async with database.reader(_tokens(actor)) as tx:
        return await store.listed(tx, "matters")


async def changes(database: Database, actor: Actor, subjects: str) -> list[dict[str, Any]]:
    """What was changed of subjects that begin so, the newest first."""
    async with database.reader(_tokens(actor)) as tx:
        return await store.changes(tx, subjects, MOST_CHANGES)


def _tokens(actor: Actor) -> frozenset[str]:
    assert actor.person is not None
    return access.readers(actor.person, actor.memberships)
