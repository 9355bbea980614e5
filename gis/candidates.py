"""What the names of a text may mean as places: chains of parents, and one list of candidates per chain.

Third step of `geocode`: town > village > group > house; road > number; estate or POI > building; two roads >
intersection; a road in a village. Candidates of one `Anchor` exclude each other; `score` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from gis.address import Mark, MarkKind, marks, normalise
from gis.cells import Chances, Spot
from gis.cues import Cue
from gis.ellipsoid import metres_between
from gis.gazetteer import Gazetteer, Named, Place
from gis.match import Level
from gis.names import GUESSED, Trust
from gis.numbers import Numbered, Points
from gis.spans import OWNS, Mention, Name, Scan, assemble, scan

_LEVEL_OF_KIND: Final[dict[str, Level]] = {
    "town": "town", "village": "village", "group": "group", "estate": "poi", "building": "building", "poi": "poi",
    "road": "road_village", "intersection": "intersection", "house": "house",
}  # fmt: skip
_JOINS: Final = re.compile(r"(?:走?到头|拐[到向进]|转[到向]|[走开]到)?(?:与|和|跟|同|、|/|-|,|交|及|向)?")
_FROM: Final = re.compile(r"[(,,]?(?:从|由|自|在)?")
_TO: Final = re.compile(r"(?:到|至|-|—|~|与|和|、)+")
_STRETCH: Final = re.compile(r"\)?(?:的|这|那)?(?:一|中)?(?:路?段|之间|中间|区间)")
_OTHERWISE: Final[dict[MarkKind, MarkKind]] = {"house": "building", "building": "house"}
_SPREAD: Final = frozenset({"estate", "poi"})
_MOST: Final = 40


@dataclass(slots=True)
class Option:
    """One thing the text may mean; a level, a point with its 95 % radius, and where it belongs.

    whole_road: a road that nothing narrows down. opposed: a town or village named elsewhere does not hold it.
    widened: only said to be near. parts: where the houses or buildings that belong to it stand. score, chance, spot,
    spread and against (what speaks against it) are filled in by `score`.
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


def context(seen: Scan, gazetteer: Gazetteer) -> Context:
    """Towns and villages that a text names. A name that may also be something finer is no evidence."""
    towns, villages = [], []
    named: list[tuple[Mention | None, int]] = []
    places = gazetteer.places
    for mention in seen.meant:
        meant = [places[meaning.place] for meaning in mention.meanings]
        named += [(mention, place.id) for place in meant]
        if mention.meanings[0].trust in GUESSED:
            continue
        in_towns = {place.town for place in meant if place.kind == "town"}
        in_villages = {place.village for place in meant if place.kind == "village"}
        if len(in_towns) + len(in_villages) < len(meant):
            continue
        if in_towns:
            towns.append(Evidence(mention, mention.text, frozenset(code for code in in_towns if code)))
        else:
            villages.append(Evidence(mention, mention.text, frozenset(code for code in in_villages if code)))
    return Context(tuple(towns), tuple(villages), tuple(named))


def towns_said(seen: Scan, gazetteer: Gazetteer) -> Context:
    """The towns that a text names or whose villages it names: what tells two places of one name apart."""
    found = context(seen, gazetteer)
    homes = []
    for evidence in found.villages:
        villages = (gazetteer.village(code) for code in evidence.codes)
        codes = frozenset(village.town for village in villages if village is not None and village.town)
        homes.append(Evidence(evidence.mention, evidence.said, codes))
    return Context(found.towns or tuple(homes), (), ())


def fine_anchors(seen: Scan, around: Context, gazetteer: Gazetteer) -> list[Anchor]:
    """The chains that may be finer than a village, and roads, each with its options, in the order of the text."""
    found: list[Anchor] = []
    meant = seen.meant
    for number, mention in enumerate(meant):
        following = meant[number + 1] if number + 1 < len(meant) else None
        stretch = _stretch(seen.text, meant[number : number + 3], gazetteer)
        if stretch is not None:
            return [*found, stretch]
        crossing = _crossing(seen.text, mention, following, gazetteer)
        if crossing is not None:
            found.append(crossing)
        if not _is_coarse(mention, gazetteer):
            _add(found, mention, following, around, gazetteer)
    return found


def coarse_anchors(seen: Scan, around: Context, gazetteer: Gazetteer) -> list[Anchor]:
    """The chains that name a town or a village as a whole, in the order of the text."""
    found: list[Anchor] = []
    for mention in seen.meant:
        if _is_coarse(mention, gazetteer):
            _add(found, mention, None, around, gazetteer)
    return found


def _is_coarse(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a mention can only be a town or, without a number, a village."""
    for meaning in mention.meanings:
        kind = gazetteer.places[meaning.place].kind
        if kind != "town" and (kind != "village" or mention.marks):
            return False
    return True


def _add(
    found: list[Anchor], mention: Mention, following: Mention | None, around: Context, gazetteer: Gazetteer
) -> None:
    options = [
        option
        for place, trust in _places(mention, around, gazetteer)
        for option in _options(place, trust, mention, around, gazetteer)
    ]
    if options:
        reference = mention.widen_m > 0 and following is not None
        found.append(Anchor((mention,), options, mention.in_address, reference, mention.cue))


def stated_village(said: str, gazetteer: Gazetteer) -> tuple[Context, list[Anchor]]:
    """A village given beside the text by its code (12 digits) or name: as evidence, and as a chain of its own."""
    places = _villages_called(said, gazetteer)
    if not places:
        return NOTHING_SAID, []
    codes = frozenset(place.village for place in places if place.village)
    options = [_stated_option(place, gazetteer) for place in places]
    stated = Context(
        (), (Evidence(None, places[0].name, codes),), tuple((None, place.id) for place in places)
    )
    return stated, [Anchor((), options, in_address=True)]


def _villages_called(said: str, gazetteer: Gazetteer) -> list[Place]:
    known = gazetteer.village(said.strip())
    if known is not None:
        return [known]
    seen = scan(normalise(said, gazetteer.region), gazetteer, in_address=True)
    meant = [gazetteer.places[one.place] for mention in seen.meant for one in mention.meanings]
    towns = {place.town for place in meant if place.kind == "town"}
    villages = [place for place in meant if place.kind == "village"]
    return [place for place in villages if place.town in towns] or villages


def _stated_option(place: Place, gazetteer: Gazetteer) -> Option:
    return Option(
        "village", place.id, place.name, place.lon, place.lat, gazetteer.radius(place), place.village,
        place.town, "full", place.parent, [f"来电登记的村居是“{place.name}”"],
    )  # fmt: skip


def numbers_of_stated(text: str, stated: Sequence[Anchor], gazetteer: Gazetteer) -> Scan | None:
    """A text that holds numbers but no name (6组7号), read as numbers of the village stated beside it."""
    known = [gazetteer.number_of(option.place) for anchor in stated for option in anchor.options]
    meanings = tuple(Named(number, "full") for number in known if number is not None)
    if not meanings or not marks(text):
        return None
    return assemble(text, [Name(0, 0, meanings)], gazetteer, in_address=True)


def _places(mention: Mention, around: Context, gazetteer: Gazetteer) -> list[tuple[Place, Trust]]:
    """What a mention means; of a name that stands all over the district, first those in the towns named."""
    meant = [(gazetteer.places[one.place], one.trust) for one in mention.meanings]
    if len(meant) > 1 and around.towns:
        towns = {code for evidence in around.towns for code in evidence.codes}
        meant.sort(key=lambda one: one[0].town not in towns)
    return meant[:_MOST]


def _options(
    place: Place, trust: Trust, mention: Mention, around: Context, gazetteer: Gazetteer
) -> list[Option]:
    """The place's numbers when the text names some that are known, else the place itself."""
    usable = [mark for mark in mention.marks if mark.kind in OWNS.get(place.kind, ())]
    for mark in usable:
        known = _numbered(place.id, mark, gazetteer)
        if known and mark.kind == "group":
            known = _group_houses(known, mention, gazetteer) or known
        if known:
            return [_of_number(one, place, trust, mention) for one in known]
    if place.kind == "road":
        option = _of_road(place, trust, mention, around, gazetteer)
    else:
        option = _of_place(place, trust, mention, gazetteer)
        if place.kind in _SPREAD:
            option.parts = gazetteer.numbers.parts(place.id)
    if usable:
        option.reasons.append(f"“{place.name}”没有收录{mention_number(usable[0])},按“{place.name}”定位")
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
        level, reason = "interpolated", f"“{owner.name}”{said}没有收录,按同侧相邻门牌推算"
    reasons = [_named(owner, trust, mention), reason] if trust in GUESSED else [reason]
    option = Option(
        level, one.id, owner.name + said, one.lon, one.lat, one.radius_m + mention.widen_m,
        one.village or owner.village, one.town or owner.town, trust, owner.parent, reasons,
    )  # fmt: skip
    return _widened(option, mention)


def _of_place(place: Place, trust: Trust, mention: Mention, gazetteer: Gazetteer) -> Option:
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
        option.reasons.append(f"只说在附近,误差放宽 {mention.widen_m:.0f} 米")
    return option


def _of_road(road: Place, trust: Trust, mention: Mention, around: Context, gazetteer: Gazetteer) -> Option:
    """A road without a usable number: its stretch in a village the text names, else the road as a whole."""
    option = _of_place(road, trust, mention, gazetteer)
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


def _crossing(text: str, first: Mention, second: Mention | None, gazetteer: Gazetteer) -> Anchor | None:
    """Where two roads named side by side meet."""
    if second is None or not _JOINS.fullmatch(text, first.end, second.start):
        return None
    ones = _roads(first, gazetteer)
    others = _roads(second, gazetteer) if ones else []
    met: dict[int, tuple[Place, Trust]] = {}
    for one, trust in ones:
        for other, _ in others:
            met.update({place.id: (place, trust) for place in gazetteer.crossings(one, other)})
    options = []
    for place, trust in met.values():
        option = _of_place(place, trust, second, gazetteer)
        option.reasons[0] = f"“{first.text}”与“{second.text}”在此相交"
        options.append(option)
    return Anchor((first, second), options, first.in_address, cue=first.cue) if options else None


def _stretch(text: str, three: Sequence[Mention], gazetteer: Gazetteer) -> Anchor | None:
    """The part of a road between two others: 军田路从红旗路到三河路这一段, 工业路与富民路之间的渔沟北街."""
    if len(three) < 3:
        return None
    one, two, last = three
    if _FROM.fullmatch(text, one.end, two.start) and _TO.fullmatch(text, two.end, last.start):
        road, ends = (one, (two, last)) if _STRETCH.match(text, last.end) else (None, (two, last))
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
    option = _of_place(road, trust, mention, gazetteer)
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
