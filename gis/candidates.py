"""What one name with its numbers may mean as places, and the chain that holds the possibilities. Used by `chains`.

House numbers live on the road or point and lie between their neighbours by parity; a road without a number is its
stretch in a village that is named, else the whole. The options of one `Anchor` exclude each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from gis.address import Mark, MarkKind
from gis.cells import Chances, Spot
from gis.cues import Cue
from gis.deal import OWNS
from gis.gazetteer import Gazetteer, Place
from gis.match import Level
from gis.names import GUESSED, Trust
from gis.numbers import Numbered, Points
from gis.spans import Mention

_LEVEL_OF_KIND: Final[dict[str, Level]] = {
    "town": "town", "village": "village", "group": "group", "estate": "poi", "building": "building", "poi": "poi",
    "road": "road_village", "intersection": "intersection", "house": "house",
}  # fmt: skip
_OTHERWISE: Final[dict[MarkKind, MarkKind]] = {"house": "building", "building": "house"}
_SPREAD: Final = frozenset({"estate", "poi"})
_MOST: Final = 40
_FAR_BEYOND: Final = 2  # times the last known number


@dataclass(slots=True)
class Option:
    """One thing the text may mean; a level, a point with its 95 % radius, and where it belongs.

    whole_road: a road that nothing narrows down. opposed: a town or village named elsewhere does not hold it.
    widened: only said to be near. beyond: says so where its number lies far beyond the last that is known. parts:
    where the houses or buildings that belong to it stand. score, chance, spot, spread and against (what speaks against
    it) are filled in by `score`.
    """

    level: Level
    place: int
    name: str
    lon: float
    lat: float
    radius_m: float
    village: str | None
    town: str | None
    trust: Trust
    parent: int | None
    reasons: list[str]
    whole_road: bool = False
    opposed: bool = False
    widened: bool = False
    beyond: str = ""
    parts: Points | None = None
    score: float = 0.0
    chance: float = 0.0
    spot: Spot | None = None
    spread: Chances | None = None
    against: tuple[str, ...] = ()

    @property
    def told(self) -> list[str]:
        """Every reason, those against it last."""
        return [*self.reasons, *self.against]


@dataclass(slots=True)
class Anchor:
    """One chain of the text: the mentions it uses, and options that exclude each other, best first once weighed.

    reference: only said to be near something else that is named after it. cue: what the words around say of it.
    """

    mentions: tuple[Mention, ...]
    options: list[Option]
    in_address: bool
    reference: bool = False
    cue: Cue = ""

    @property
    def aside(self) -> bool:
        """Whether it is only said to be where the caller lives, works or comes from."""
        return self.cue == "aside"

    @property
    def mass(self) -> float:
        """Probability that one of the options is meant."""
        return sum(option.chance for option in self.options)


class Evidence(NamedTuple):
    """Codes of towns or villages that are named; `mention` is None for what the query states beside the text."""

    mention: Mention | None
    said: str
    codes: frozenset[str]


class Context(NamedTuple):
    """What is said about town, village and other places. places: who named which place (by its id)."""

    towns: tuple[Evidence, ...]
    villages: tuple[Evidence, ...]
    places: tuple[tuple[Mention | None, int], ...]

    def joined(self, other: Context) -> Context:
        """Both together, as when the prose is read with what the address says in mind."""
        return Context(self.towns + other.towns, self.villages + other.villages, self.places + other.places)


NOTHING_SAID: Final = Context((), (), ())


def places_of(mention: Mention, around: Context, gazetteer: Gazetteer) -> list[tuple[Place, Trust]]:
    """What a mention means; of a name that stands all over the district, first those in the towns named."""
    meant = [(gazetteer.places[one.place], one.trust) for one in mention.meanings]
    if len(meant) > 1 and around.towns:
        towns = {code for evidence in around.towns for code in evidence.codes}
        meant.sort(key=lambda one: one[0].town not in towns)
    return meant[:_MOST]


def options_of(
    place: Place, trust: Trust, mention: Mention, around: Context, gazetteer: Gazetteer
) -> list[Option]:
    """The place's numbers when the text names some that are known, else the place itself."""
    usable = [mark for mark in mention.marks if mark.kind in OWNS.get(place.kind, ())]
    if place.kind == "estate" and len(usable) > 1:
        usable.sort(key=lambda mark: mark.kind != "building")
    for mark in usable:
        known = _numbered(place.id, mark, gazetteer)
        if known and mark.kind == "group":
            known = _group_houses(known, mention, gazetteer) or known
        if known:
            known += [one for second in mention.also for one in _numbered(place.id, second, gazetteer)]
            return [_of_number(one, place, trust, mention) for one in known]
    if place.kind == "road":
        option = _of_road(place, trust, mention, around, gazetteer)
    else:
        option = of_place(place, trust, mention, gazetteer)
        if place.kind in _SPREAD:
            option.parts = gazetteer.numbers.parts(place.id)
    if usable:
        said = mention_number(usable[0])
        option.reasons.append(f"“{place.name}”没有收录{said}，按“{place.name}”定位")
        last = gazetteer.numbers.last(place.id, usable[0].kind)
        if last and usable[0].number > _FAR_BEYOND * last:
            option.beyond = f"“{place.name}”收录的号码只到{last}，{said}可能在别处"
    return [option]


def mention_number(mark: Mark) -> str:
    """A mark as people write it."""
    sign = chr(ord("A") + mark.number - 100_000) if mark.number >= 100_000 else str(mark.number)
    unit = {"house": "号", "building": "栋", "group": "组"}.get(mark.kind, "")
    return f"{sign}-{mark.part}{unit}" if mark.part else f"{sign}{unit}"


def _group_houses(groups: list[Numbered], mention: Mention, gazetteer: Gazetteer) -> list[Numbered]:
    """Houses numbered within a group, when the text gives such a number."""
    mark = next((mark for mark in mention.marks if mark.kind == "house"), None)
    if mark is None:
        return []
    return [
        house
        for group in groups
        for house in gazetteer.numbers.find(group.id, "house", mark.number, mark.part)
    ]


def _numbered(owner: int, mark: Mark, gazetteer: Gazetteer) -> list[Numbered]:
    """The places with a number; 5号 of an estate may be its building 5, 31# of a road the house 31."""
    found = gazetteer.numbers.find(owner, mark.kind, mark.number, mark.part)
    if not found and mark.kind in _OTHERWISE:
        found = gazetteer.numbers.find(owner, _OTHERWISE[mark.kind], mark.number)
    if found or mark.kind != "house":
        return found
    between = gazetteer.numbers.between(owner, mark.number)
    return [] if between is None else [between]


def _of_number(one: Numbered, owner: Place, trust: Trust, mention: Mention) -> Option:
    said = mention_number(Mark(0, 0, one.kind, one.number, one.part))
    if one.exact:
        level: Level = "house" if one.kind == "house" else "building" if one.kind == "building" else "group"
        reason = f"“{owner.name}”{said}有收录"
    else:
        level, reason = "interpolated", f"“{owner.name}”{said}没有收录，按同侧相邻门牌推算"
    reasons = [_named(owner, trust, mention), reason] if trust in GUESSED else [reason]
    option = Option(
        level, one.id, owner.name + said, one.lon, one.lat, one.radius_m + mention.widen_m,
        one.village or owner.village, one.town or owner.town, trust, owner.parent, reasons,
    )  # fmt: skip
    return _widened(option, mention)


def of_place(place: Place, trust: Trust, mention: Mention, gazetteer: Gazetteer) -> Option:
    radius = gazetteer.radius(place) + mention.widen_m
    option = Option(
        _LEVEL_OF_KIND[place.kind], place.id, place.name, place.lon, place.lat, radius, place.village, place.town,
        trust, place.parent, [_named(place, trust, mention)],
    )  # fmt: skip
    return _widened(option, mention)


def _named(place: Place, trust: Trust, mention: Mention) -> str:
    if trust in GUESSED:
        return f"“{mention.text}”可能是“{place.name}”之误"
    if mention.text == place.name:
        return f"文中有“{place.name}”"
    if trust == "old":
        return f"“{mention.text}”是“{place.name}”的旧称"
    return f"“{mention.text}”即“{place.name}”"


def _widened(option: Option, mention: Mention) -> Option:
    if mention.widen_m:
        option.widened = True
        option.reasons.append(f"只说在附近，误差放宽 {mention.widen_m:.0f} 米")
    return option


def _of_road(road: Place, trust: Trust, mention: Mention, around: Context, gazetteer: Gazetteer) -> Option:
    """A road without a usable number: its stretch in a village the text names, else the road as a whole."""
    option = of_place(road, trust, mention, gazetteer)
    option.whole_road = road.village is None
    option.parts = gazetteer.numbers.parts(road.id)
    for village in sorted({code for evidence in around.villages for code in evidence.codes}):
        stretch = gazetteer.numbers.along(road.id, village)
        if stretch is not None:
            lon, lat, radius = stretch
            option.lon, option.lat, option.village = lon, lat, village
            option.radius_m = radius + mention.widen_m
            home = gazetteer.village(village)
            option.town = home.town if home is not None else option.town
            option.whole_road, option.parts = False, None
            option.reasons.append("取该路在所说村居的一段")
            break
    return option
