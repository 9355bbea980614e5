"""Whose is it: place need and rules as data decide the unit, and the answer names the rule and its version."""

from dataclasses import dataclass

from dispatch.domain.location import Location
from dispatch.domain.ticket import Placement, PlaceNeed, State, Type
from dispatch.domain.units import Units

ASKS_NOTHING = frozenset({Type.WITHDRAWAL, Type.NUISANCE, Type.INVALID})
"""Calls that request nothing (撤单, 骚扰, 无效): they need no place, and only a rule that names them sends them on."""


@dataclass(frozen=True, slots=True)
class Category:
    """A category and what it asks for."""

    code: str
    path: str
    place_need: PlaceNeed
    evidence_required: bool
    signoff_required: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One routing rule; ``None`` means any. The first that fits, in ordinal order, decides."""

    ordinal: int
    name: str
    types: frozenset[str] | None
    categories: tuple[str, ...] | None
    """Category paths, each also standing for what lies below it."""
    place_needs: frozenset[str] | None
    cell_kinds: frozenset[str] | None
    target_kind: str
    target_unit: int | None
    reason: str

    def fits(self, type_: str, path: str, need: str, cell_kind: str | None) -> bool:
        """Whether the rule speaks of such a ticket; one that names no type speaks of requests only."""
        return (
            (type_ not in ASKS_NOTHING if self.types is None else type_ in self.types)
            and (self.place_needs is None or need in self.place_needs)
            and (self.cell_kinds is None or cell_kind in self.cell_kinds)
            and (self.categories is None or any(_below(path, each) for each in self.categories))
        )


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A version of the rules."""

    version: int
    rules: tuple[Rule, ...]


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


def _below(path: str, ancestor: str) -> bool:
    return path == ancestor or path.startswith(ancestor + "/")


def need_of(type_: Type, category: Category | None) -> PlaceNeed:
    """What has to be known of the place: as the category says, a cell where nobody knows the category."""
    if type_ in ASKS_NOTHING:
        return PlaceNeed.NONE
    return category.place_need if category else PlaceNeed.CELL


def route(type_: Type, category: Category | None, location: Location, rules: RuleSet, units: Units) -> Route:
    """Decide placing and ownership of a new, or newly placed, ticket.

    A category that needs no place never waits for one; a town that is certain sends a ticket whose cell is not to
    that town's own queue; everything else that cannot be placed is the district's.
    """
    need = need_of(type_, category)
    if need in (PlaceNeed.NONE, PlaceNeed.TOWN):
        town = location.town if location.town_certain else None
        return _send(type_, category, need, town, None, Placement.NOT_NEEDED, rules, units)
    if location.auto and location.town is not None:
        return _send(type_, category, need, location.town, location.cell_kind, Placement.PLACED, rules, units)
    return _unplaced(location.town if location.town_certain else None, units)


def _unplaced(town: str | None, units: Units) -> Route:
    center = units.center_of_town[town] if town else units.district
    reason = "镇街确定、网格未定,由镇街中心定位" if town else "位置不确定,由区中心定位"
    return Route(State.UNPLACED, Placement.UNPLACED, center, center, None, town, None, reason)


def _send(
    type_: Type,
    category: Category | None,
    need: PlaceNeed,
    town: str | None,
    cell_kind: str | None,
    placement: Placement,
    rules: RuleSet,
    units: Units,
) -> Route:
    path = category.path if category else ""
    for rule in rules.rules:
        if not rule.fits(type_, path, need, cell_kind):
            continue
        unit = target(rule, town, units)
        if unit is None:
            continue
        reason = f"规则 {rule.ordinal} 第 {rules.version} 版「{rule.name}」:{rule.reason}"
        if unit == units.district:
            return Route(State.UNDECIDED, placement, unit, unit, None, town, rule.ordinal, reason)
        return Route(State.DISPATCHED, placement, units.center(unit), unit, unit, town, rule.ordinal, reason)
    return Route(
        State.UNDECIDED,
        placement,
        units.district,
        units.district,
        None,
        town,
        None,
        "没有规则适用,由区中心研判",
    )


def target(rule: Rule, town: str | None, units: Units) -> int | None:
    """The unit a rule points at for a town; None where the rule needs a town that is not known."""
    if rule.target_kind == "unit":
        return rule.target_unit
    if rule.target_kind == "district":
        return units.district
    if town is None:
        return None
    if rule.target_kind == "town":
        return units.center_of_town.get(town)
    return units.of_town.get((town, rule.target_kind))
