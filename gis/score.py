"""How likely each option is, and how sure cell and town are. Fourth and fifth step of `geocode`.

An option starts from how its name was said; parents that the text names and that agree add, a contradiction
subtracts and never vetoes (callers say the old or the neighbouring town). The options of one anchor share a
probability among themselves and with "something the gazetteer does not know".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from gis.candidates import Anchor, Context, Evidence, Option
from gis.cells import CellIndex, Chances, Spot
from gis.ellipsoid import metres_between
from gis.gazetteer import Gazetteer, Place
from gis.match import LEVELS, Level
from gis.names import Trust
from gis.spans import is_firm

COARSE: Final[frozenset[Level]] = frozenset({"village", "town", "road_village"})
TIE: Final = 0.25  # scores closer than this are the same to us
SHOWN: Final = 5
_SMALL: Final = 0.005
_ENOUGH: Final = 0.6
_ROAD_RANK: Final = LEVELS.index("village") + 0.5
_FINE: Final = LEVELS.index("road_village")
_TOWN: Final = LEVELS.index("town")
_TOWN_CLASS: Final = 2
_APART_M: Final = 500.0
_COARSE_M: Final = 200.0
_BESIDE_M: Final = 1000.0
_PRECISE: Final = frozenset({"poi", "estate", "intersection", "village"})


def _by_trust() -> dict[Trust, float]:
    return {
        "full": 5.0,
        "old": 4.4,
        "short": 4.4,
        "natural": 3.6,
        "nickname": 4.0,
        "loose": 3.0,
        "bare": 4.0,
        "alike": 3.4,
        "slip": 1.6,
    }


@dataclass(frozen=True, slots=True)
class Weights:
    """Scores in natural logarithms of odds against "not in the gazetteer".

    name: by how a name was said. number: a house, building or group number that is known there; between: one between
    known ones. town: for a town by itself. agree_*, oppose_*: a named town or village that holds the option, or does
    not. parent: another place named is its parent. beside: another place that the text names stands
    by one of several places of one name. prose: found outside the address. elsewhere: factor on every
    probability when the text names a second place of the same rank somewhere else.
    """

    name: dict[Trust, float] = field(default_factory=_by_trust)
    number: float = 2.5
    between: float = 1.5
    town: float = 1.0
    agree_town: float = 2.0
    oppose_town: float = -2.5
    agree_village: float = 3.0
    oppose_village: float = -3.0
    parent: float = 1.5
    beside: float = 2.5
    prose: float = -0.2
    elsewhere: float = 0.75


@dataclass(slots=True)
class Verdict:
    """One anchor's answer: its best option, where that lies, and the probability of cell and town.

    spot is None outside every cell and for a town. tie: another option is as good and lies elsewhere. cautions: why a
    person decides whatever the probabilities (see `caution`).
    """

    anchor: Anchor
    option: Option
    spot: Spot | None
    p_cell: float
    p_town: float
    tie: bool
    cautions: tuple[str, ...] = ()


def weigh(anchor: Anchor, around: Context, weights: Weights, gazetteer: Gazetteer) -> None:
    """Fill in score, chance and reasons of an anchor's options and put the best first."""
    options = anchor.options
    total = 1.0
    told = _told_beside(anchor, around, gazetteer) if len(options) > 1 else []
    for option in options:
        option.against = ()
        option.opposed = False
        score = weights.name[option.trust] + (0.0 if anchor.in_address else weights.prose)
        if option.level == "town":
            score += weights.town
        elif option.level in ("house", "building", "group"):
            score += weights.number
        elif option.level == "interpolated":
            score += weights.between
        score += _parents(option, anchor, around, weights, gazetteer)
        if told:
            score += _beside(option, told, weights)
        option.score = score
        option.chance = math.exp(score)
        total += option.chance
    for option in options:
        option.chance /= total
    if len(options) > 1:
        options.sort(key=lambda option: (-option.score, option.place))


def _parents(
    option: Option, anchor: Anchor, around: Context, weights: Weights, gazetteer: Gazetteer
) -> float:
    """What named towns, villages and parents add to an option or take from it."""
    score = 0.0
    if around.towns and option.town is not None:
        others = _others(around.towns, anchor)
        if others and any(option.town in evidence.codes for evidence in others):
            score += weights.agree_town
        elif others:
            score += weights.oppose_town
            option.opposed = True
            home = gazetteer.town(option.town)
            place = home.name if home is not None else option.town
            option.against += (f"文中说“{others[0].said}”，但它在{place}",)
    if around.villages and option.village is not None and option.level != "village":
        others = _others(around.villages, anchor)
        if others and any(option.village in evidence.codes for evidence in others):
            score += weights.agree_village
        elif others:
            score += weights.oppose_village
            option.opposed = True
            option.against += (f"不在文中所说的“{others[0].said}”",)
    elif around.villages and option.level == "village":
        stated = [evidence for evidence in around.villages if evidence.mention is None]
        if any(option.village in evidence.codes for evidence in stated):
            score += weights.agree_village
    if option.parent is not None and _names_parent(around, option.parent, anchor):
        score += weights.parent
    return score


def _told_beside(anchor: Anchor, around: Context, gazetteer: Gazetteer) -> list[Place]:
    """The places that other words of the text name without leaving a choice of towns."""
    said: dict[int, list[Place]] = {}
    for mention, identity in around.places:
        place = gazetteer.place(identity)
        if mention is not None and mention not in anchor.mentions and place is not None:
            said.setdefault(mention.start, []).append(place)
    return [
        place
        for each in said.values()
        if len({place.town for place in each}) == 1
        for place in each
        if place.kind in _PRECISE
    ]


def _beside(option: Option, told: Sequence[Place], weights: Weights) -> float:
    """What the places told add to one of several options: one that stands near, or a village of its town."""
    near = any(
        metres_between(option.lon, option.lat, place.lon, place.lat) <= _BESIDE_M
        or (place.kind == "village" and place.town == option.town)
        for place in told
    )
    return weights.beside if near else 0.0


def _names_parent(around: Context, parent: int, anchor: Anchor) -> bool:
    """Whether other words than the anchor's own name the parent."""
    return any(place == parent and mention not in anchor.mentions for mention, place in around.places)


def _others(evidence: Sequence[Evidence], anchor: Anchor) -> list[Evidence]:
    """Evidence from other words than the anchor's own."""
    return [one for one in evidence if one.mention is None or one.mention not in anchor.mentions]


def rank(anchor: Anchor) -> float:
    """Place on the ladder house > building > POI > … > town; a whole road ranks behind a village."""
    best = anchor.options[0]
    return _ROAD_RANK if best.whole_road else float(LEVELS.index(best.level))


def ladder(anchors: list[Anchor]) -> list[Anchor]:
    """Anchors with the finest trustworthy one first; at one rung the address before the prose, then as said."""
    _set_aside(anchors)
    return sorted(anchors, key=_order)


def is_trusted(anchor: Anchor) -> bool:
    """Whether a chain is likely right, finer than a village or a whole road, and meant itself."""
    return (
        not anchor.aside
        and anchor.options[0].level not in COARSE
        and anchor.mass >= _ENOUGH
        and (not anchor.mentions or is_firm(anchor.mentions[0]))
        and not any(mention.unread for mention in anchor.mentions)
    )


def is_sure(anchor: Anchor) -> bool:
    """Whether a trusted chain also has one option that stands out."""
    return is_trusted(anchor) and anchor.options[0].chance >= _ENOUGH


def _set_aside(anchors: list[Anchor]) -> None:
    """What is only said to be near helps to find what is named without such a word."""
    if any(
        not (anchor.reference or anchor.aside or _near(anchor)) and _is_fine(anchor) for anchor in anchors
    ):
        for anchor in anchors:
            anchor.reference = anchor.reference or _near(anchor)


def _near(anchor: Anchor) -> bool:
    return anchor.mentions[-1].widen_m > 0 if anchor.mentions else False


def _is_fine(anchor: Anchor) -> bool:
    return anchor.mass >= _ENOUGH and rank(anchor) < _FINE


def _order(anchor: Anchor) -> tuple[bool, bool, bool, int, bool, bool, float, bool]:
    """Trustworthy first; then what is meant before what stands beside, fine before coarse, agreeing before opposed."""
    kind = _class(anchor)
    return (
        anchor.mass < _ENOUGH,
        anchor.aside or kind == _TOWN_CLASS,
        anchor.cue != "meant",
        kind,
        anchor.reference,
        anchor.options[0].opposed,
        rank(anchor),
        not anchor.in_address,
    )


def elsewhere(chosen: Anchor, anchors: list[Anchor]) -> Anchor | None:
    """Another anchor of the same kind of rank whose place is somewhere else, or None."""
    for other in anchors:
        if (
            other is chosen
            or other.reference
            or other.aside
            or other.mass < _ENOUGH
            or _shares_words(chosen, other)
        ):
            continue
        if _class(other) == _class(chosen) and _apart(chosen.options[0], other.options[0]):
            return other
    return None


def _class(anchor: Anchor) -> int:
    """0 for what is finer than a village, 1 for villages and roads, 2 for towns."""
    place = rank(anchor)
    return 0 if place < _FINE else 1 if place < _TOWN else _TOWN_CLASS


def _shares_words(one: Anchor, other: Anchor) -> bool:
    return any(first is second for first in one.mentions for second in other.mentions)


def _apart(one: Option, other: Option) -> bool:
    if one.level == "town" or other.level == "town":
        return one.town != other.town
    distance = metres_between(one.lon, one.lat, other.lon, other.lat)
    return distance > max(_APART_M, one.radius_m + other.radius_m)


def chances(option: Option, cells: CellIndex) -> Chances:
    """How an option's error spreads: over its town, over its village by area, or around its point.

    Fills in the option's spot and spread once.
    """
    if option.spread is None:
        if option.level != "town":
            option.spot = cells.find(option.lon, option.lat)
        option.spread = _spread(option, cells)
    return option.spread


def _spread(option: Option, cells: CellIndex) -> Chances:
    """A coarse place that lies in one town by the gazetteer does not leave it."""
    if option.level == "town":
        return Chances((), ((option.town, 1.0),) if option.town else ())
    if option.level == "village" and option.village is not None:
        shares = cells.village_chances(option.village)
        if shares.cells:
            return shares
    if option.parts is not None and not option.widened:
        return cells.shares(option.parts)
    spread = cells.spread(option.spot, option.lon, option.lat, option.radius_m)
    if option.radius_m < _COARSE_M or option.widened or option.town is None:
        return spread
    inside = spread.of_town(option.town)
    if not inside or inside > 1 - _SMALL:
        return spread
    kept = tuple((code, p / inside) for code, p in spread.cells if cells.town_of(code) == option.town)
    return Chances(kept, ((option.town, 1.0),))


def judge(anchor: Anchor, cells: CellIndex, factor: float) -> Verdict:
    """Sum over the options of an anchor: two readings that lie in one cell make that cell surer.

    factor: by which both probabilities shrink because the text also names another place.
    """
    best = anchor.options[0]
    spread = chances(best, cells)
    spot = best.spot
    cell = spot.cell.code if spot is not None else None
    town = spot.cell.town if spot is not None else best.town
    p_cell, p_town = best.chance * spread.of_cell(cell), best.chance * spread.of_town(town)
    for option in anchor.options[1:SHOWN]:
        if option.chance < _SMALL:
            break
        spread = chances(option, cells)
        p_cell += option.chance * spread.of_cell(cell)
        p_town += option.chance * spread.of_town(town)
    return Verdict(anchor, best, spot, p_cell * factor, p_town * factor, _is_tie(anchor, cells))


def _is_tie(anchor: Anchor, cells: CellIndex) -> bool:
    """Whether another option scores the same and lies in another cell (or town, for towns)."""
    best = anchor.options[0]
    for other in anchor.options[1:]:
        if best.score - other.score >= TIE:
            return False
        chances(other, cells)
        if best.spot is None or other.spot is None:
            if best.town != other.town or best.level != other.level:
                return True
        elif best.spot.cell.code != other.spot.cell.code:
            return True
    return False
