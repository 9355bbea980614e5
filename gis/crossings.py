"""Where roads meet, and the part of a road between two others. Used by `chains`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from gis.candidates import Anchor, Option, of_place
from gis.ellipsoid import metres_between
from gis.gazetteer import Gazetteer, Place
from gis.names import Trust
from gis.spans import Mention

_JOINS: Final = re.compile(r"(?:走?到头|拐[到向进]|转[到向]|[走开]到)?(?:与|和|跟|同|、|/|-|,|交|及|向)?")
_BESIDE: Final = re.compile(r"[^\d。!?;,::段间至]{1,6}")
"""What may stand between two roads that meet, where no number belongs to either: A(B口), A近B, B路口A上."""
_TURN: Final = re.compile(r"(?:的|那个|这个)?(?:拐|转|路?口|交|十字|丁字)")
_FROM: Final = re.compile(r"[(,,]?(?:从|由|自|在)?")
_TO: Final = re.compile(r"(?:到|至|-|—|~|与|和|、)+")
_STRETCH: Final = re.compile(r"\)?(?:的|这|那)?(?:一|中)?(?:路?段|之间|中间|区间)")


def crossing(text: str, first: Mention, second: Mention | None, gazetteer: Gazetteer) -> Anchor | None:
    """Where two roads named side by side meet."""
    if second is None or not _are_joined(text, first, second):
        return None
    ones = _roads(first, gazetteer)
    others = _roads(second, gazetteer) if ones else []
    met: dict[int, tuple[Place, Trust]] = {}
    for one, trust in ones:
        for other, _ in others:
            met.update({place.id: (place, trust) for place in gazetteer.crossings(one, other)})
    options = []
    for place, trust in met.values():
        option = of_place(place, trust, second, gazetteer)
        option.reasons[0] = f"“{first.text}”与“{second.text}”在此相交"
        options.append(option)
    return Anchor((first, second), options, first.in_address, cue=first.cue) if options else None


def _are_joined(text: str, first: Mention, second: Mention) -> bool:
    """Whether what stands between two names lets them be roads that meet; 到 and - only where a corner is told."""
    if _JOINS.fullmatch(text, first.end, second.start):
        return True
    if first.marks or second.marks or not _BESIDE.fullmatch(text, first.end, second.start):
        return False
    between = text[first.end : second.start]
    return "到" not in between or "拐" in between or "转" in between or bool(_TURN.match(text, second.end))


def stretch(text: str, three: Sequence[Mention], gazetteer: Gazetteer) -> Anchor | None:
    """The part of a road between two others: 军田路从红旗路到三河路这一段, 工业路与富民路之间的渔沟北街."""
    if len(three) < 3:
        return None
    one, two, last = three
    if _FROM.fullmatch(text, one.end, two.start) and _TO.fullmatch(text, two.end, last.start):
        within = text[one.end : one.end + 1] == "(" and text[last.end : last.end + 1] == ")"
        told = within or _STRETCH.match(text, last.end)
        road, ends = (one, (two, last)) if told else (None, (two, last))
    elif _TO.fullmatch(text, one.end, two.start) and _STRETCH.match(text, two.end):
        road, ends = last, (one, two)
    else:
        return None
    if road is None:
        return None
    options = [
        option
        for place, trust in _roads(road, gazetteer)
        if (option := _between_crossings(place, trust, road, ends, gazetteer)) is not None
    ]
    return Anchor(tuple(three), options, one.in_address, cue=one.cue) if options else None


def _between_crossings(
    road: Place, trust: Trust, mention: Mention, ends: tuple[Mention, Mention], gazetteer: Gazetteer
) -> Option | None:
    """The middle between the two crossings of a road that lie nearest each other."""
    corners = [
        [corner for other, _ in _roads(end, gazetteer) for corner in gazetteer.crossings(road, other)]
        for end in ends
    ]
    pairs = [(metres_between(a.lon, a.lat, b.lon, b.lat), a, b) for a in corners[0] for b in corners[1]]
    if not pairs:
        return None
    metres, first, second = min(pairs, key=lambda pair: pair[0])
    option = of_place(road, trust, mention, gazetteer)
    option.lon, option.lat = (first.lon + second.lon) / 2, (first.lat + second.lat) / 2
    option.radius_m = max(40.0, metres / 2)
    option.village = first.village if first.village == second.village else None
    option.town = first.town if first.town == second.town else road.town
    option.level, option.whole_road = "road_village", False
    option.reasons.append(f"取“{ends[0].text}”与“{ends[1].text}”之间的一段")
    return option


def _roads(mention: Mention, gazetteer: Gazetteer) -> list[tuple[Place, Trust]]:
    meant = [(gazetteer.places[one.place], one.trust) for one in mention.meanings]
    return [(place, trust) for place, trust in meant if place.kind == "road"]
