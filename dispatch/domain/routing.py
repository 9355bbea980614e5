"""Whose is it: place need and rules as data decide the unit, and the answer names the rule and its version."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from dispatch.domain.location import Location
from dispatch.domain.power import ANY_DAY, Span
from dispatch.domain.rule import ASKS_NOTHING, Matter, Rule, RuleSet
from dispatch.domain.ticket import Placement, PlaceNeed, State, Ticket, Type
from dispatch.domain.units import Units
from dispatch.saying import say


@dataclass(frozen=True, slots=True)
class Category:
    """A category and what it asks for."""

    code: str
    path: str
    place_need: PlaceNeed
    evidence_required: bool
    signoff_required: bool
    aliases: tuple[str, ...] = ()
    """Other names that hotlines call it by."""
    valid: Span = ANY_DAY
    """The days on which tickets are given it; those that have it keep it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a request before its place is: the part of a matter that no map tells."""

    type: Type
    urgency: str
    category: Category | None
    source: str
    channel: str
    at: datetime

    @property
    def need(self) -> PlaceNeed:
        """What has to be known of the place."""
        return need_of(self.type, self.category)


@dataclass(frozen=True, slots=True)
class Route:
    """Where a ticket goes, and why. ``unit`` is set when it is dispatched."""

    state: State
    placement: Placement
    stream: int
    owed_by: int
    unit: int | None
    town: str | None
    rule: int | None
    reason: str


def need_of(type_: Type, category: Category | None) -> PlaceNeed:
    """What has to be known of the place: as the category says, a cell where nobody knows the category."""
    if type_ in ASKS_NOTHING:
        return PlaceNeed.NONE
    return category.place_need if category else PlaceNeed.CELL


def route(asked: Asked, location: Location, rules: RuleSet, units: Units) -> Route:
    """Decide placing and ownership of a new, or newly placed, ticket.

    A category that needs no place never waits for one; a town that is certain sends a ticket whose cell is not to
    that town's own queue; everything else that cannot be placed is the district's.
    """
    matter = _matter(asked)
    if asked.need in (PlaceNeed.NONE, PlaceNeed.TOWN):
        town = location.town if location.town_certain else None
        return send(replace(matter, town=town), Placement.NOT_NEEDED, rules, units)
    if location.auto and location.town is not None:
        there = replace(
            matter,
            town=location.town,
            village=location.village,
            police_grid=location.police_grid,
            cell_kind=location.cell_kind,
        )
        return send(there, Placement.PLACED, rules, units)
    return _unplaced(location.town if location.town_certain else None, units)


def route_again(asked: Asked, ticket: Ticket, cell_kind: str | None, rules: RuleSet, units: Units) -> Route:
    """Decide ownership of a ticket that nobody was sent yet, by what is asked now; its place stays as it is known."""
    matter = replace(_matter(asked), town=ticket.town)
    if ticket.placement is Placement.PLACED:
        there = replace(matter, village=ticket.village, police_grid=ticket.police_grid, cell_kind=cell_kind)
        return send(there, Placement.PLACED, rules, units)
    if asked.need in (PlaceNeed.NONE, PlaceNeed.TOWN):
        return send(matter, Placement.NOT_NEEDED, rules, units)
    return _unplaced(ticket.town, units)


def _matter(asked: Asked) -> Matter:
    return Matter(
        type=asked.type,
        urgency=asked.urgency,
        path=asked.category.path if asked.category else "",
        need=asked.need,
        source=asked.source,
        channel=asked.channel,
        at=asked.at,
    )


def _unplaced(town: str | None, units: Units) -> Route:
    center = units.center_of_town[town] if town else units.district
    reason = say("镇街确定、网格未定，由镇街中心定位") if town else say("位置不确定，由区中心定位")
    return Route(State.UNPLACED, Placement.UNPLACED, center, center, None, town, None, reason)


def send(matter: Matter, placement: Placement, rules: RuleSet, units: Units) -> Route:
    """Where the first rule that fits, and whose target exists there, sends a matter."""
    town, district = matter.town, units.district
    for rule in rules.speaking_of(matter):
        if not rule.fits(matter, rules.grounds):
            continue
        unit = target(rule, matter, rules, units)
        if unit is None:
            continue
        reason = _named(rule, rules.version, _because(rule, matter, rules))
        if unit == district:
            return Route(State.UNDECIDED, placement, unit, unit, None, town, rule.ordinal, reason)
        return Route(State.DISPATCHED, placement, units.center(unit), unit, unit, town, rule.ordinal, reason)
    says = say("没有规则适用，由区中心研判")
    return Route(State.UNDECIDED, placement, district, district, None, town, None, says)


def by_hand(reason: str) -> dict[str, Any]:
    """The columns of a ticket that a person, a boundary or the hotline sent on: why, and that no rule did."""
    return {"routing_rule": None, "routing_reason": reason}


def _named(rule: Rule, version: int, grounds: Sequence[str]) -> str:
    """A rule as the reason of what it did."""
    if grounds:
        return say(
            "规则 {ordinal} 第 {version} 版「{name}」：{reason}（{grounds}）",
            ordinal=rule.ordinal,
            version=version,
            name=rule.name,
            reason=rule.reason,
            grounds=grounds,
        )
    return say(
        "规则 {ordinal} 第 {version} 版「{name}」：{reason}",
        ordinal=rule.ordinal,
        version=version,
        name=rule.name,
        reason=rule.reason,
    )


def _because(rule: Rule, matter: Matter, rules: RuleSet) -> Sequence[str]:
    """The power and the entry of a list by which the rule fits, named."""
    grounds, said = rules.grounds, list[str]()
    if rule.power is not None:
        power = grounds.held(matter.path, matter.town, matter.day) or grounds.known(matter.path)
        said += [say("处罚权「{name}」", name=power.name)] if power else []
    if rule.police_lists is not None:
        entry = grounds.listed(matter.path, rule.police_lists, matter.day)
        said += [say("清单事项「{matter}」", matter=entry.matter)] if entry else []
    return said


def target(rule: Rule, matter: Matter, rules: RuleSet, units: Units) -> int | None:
    """The unit a rule points at for a matter; None where it needs a place that is not known, or nobody is there.

    Of a police grid without an outpost the police station receives; without a police grid the town's station does.
    """
    match rule.target_kind:
        case "unit":
            return rule.target_unit if rule.target_unit in units.by_id else None
        case "district":
            return units.district
        case "bureau":
            power = rules.grounds.known(matter.path)
            return power.bureau if power and power.bureau in units.by_id else None
        case "town":
            return units.center_of_town.get(matter.town or "")
        case "station":
            return units.station_of_village.get(matter.village or "")
        case "outpost":
            return units.outpost_of_grid.get(matter.police_grid or "") or _police(matter, units)
        case "police_station":
            return _police(matter, units)
        case kind:
            return None if matter.town is None else units.of_town.get((matter.town, kind))


def _police(matter: Matter, units: Units) -> int | None:
    of_grid = units.police_station_of_grid.get(matter.police_grid or "")
    if of_grid is not None:
        return of_grid
    return None if matter.town is None else units.of_town.get((matter.town, "police_station"))
