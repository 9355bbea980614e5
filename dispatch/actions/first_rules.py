"""Routing rules from a file: those of a new installation are in force at once, later ones are a draft like any other.

A new installation has no ticket to try rules on, and no service without rules. Called by the command line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dispatch.actions.rules import noted, refuse_broken, tell
from dispatch.domain.access import Actor
from dispatch.domain.rule_faults import faults_of, record_of, rules_of, told
from dispatch.domain.units import Units
from dispatch.errors import BadInput
from dispatch.saying import say
from dispatch.store import routing as store
from dispatch.store import world
from dispatch.store.database import Database

_ALLOWED = frozenset(
    {"name", "reason", "enabled", "types", "urgencies", "categories", "place_needs", "cell_kinds", "towns"}
    | {"sources", "channels", "police_lists", "power", "time_from", "time_until", "days", "valid_from"}
    | {"valid_until", "target_kind", "target_unit"}
)
"""What a rule of a file may say; ``target_unit`` is a unit's name there."""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """The version that came of a file, whether it is in force, and what should be looked at."""

    version: int
    active: bool
    rules: int
    faults: Sequence[Mapping[str, Any]]


async def bring_in(
    database: Database, actor: Actor, given: Sequence[Mapping[str, Any]], note: str
) -> BroughtIn:
    """Take rules from a file: in force where there were none, else a draft.

    Raises:
        NoDistrict: there are no units yet.
        BadInput: a rule is broken, or names what is not there.
    """
    said = noted(note)
    async with database.system() as tx:
        units = await world.units(tx)
        rules, unread = rules_of([_named(at, each, units) for at, each in enumerate(given, 1)])
        faults = [*unread, *faults_of(rules, await store.known(tx, units))]
        refuse_broken(faults)
        kept = [record_of(rule) for rule in rules]
        base = await store.in_force(tx)
        version = await store.insert_draft(tx, said, kept, base, actor.person)
        await tell(tx, actor, version, "drafted", reason=said, after={"rules": kept})
        if base is None:
            await tell(tx, actor, version, "activated", reason=said)
            await store.activate(tx, version, kept, actor.person)
    return BroughtIn(version, base is None, len(kept), told(faults))


def _named(at: int, given: Mapping[str, Any], units: Units) -> dict[str, Any]:
    """A rule of a file with its unit's number in place of its name."""
    unknown = sorted(set(given) - _ALLOWED)
    if unknown:
        raise BadInput(
            say("第 {at} 条规则里没有「{unknown}」这一项，请核对拼写。", at=at, unknown=unknown[0]),
            field=unknown[0],
        )
    name = given.get("target_unit")
    if name is None:
        return dict(given)
    found = [unit.id for unit in units.by_id.values() if unit.name == name]
    if len(found) != 1:
        says = say("没有叫这个名称的单位") if not found else say("有几个单位叫这个名称")
        raise BadInput(
            say(
                "第 {at} 条规则的 target_unit「{name}」：{says}，请先在单位里核对。",
                at=at,
                name=name,
                says=says,
            ),
            field="target_unit",
        )
    return {**given, "target_unit": found[0]}
