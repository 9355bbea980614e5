"""Questions with known answers, made from a gazetteer: the mix is 60 % house, building or point of interest, 20 %
road or intersection, 15 % village or group, 5 % nothing to find. Train and test places are disjoint.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Final, Literal
from zlib import crc32

from gis.cells import CellIndex
from gis.ellipsoid import metres_between, metres_per_degree
from gis.gazetteer import Alias, Place
from gis.match import Query
from tests.bench.geo import noise
from tests.bench.geo.noise import Said

Half = Literal["train", "test"]
NOISES: Final = (
    "clean", "no_town", "old_town", "wrong_town", "short_name", "typo_shape", "typo_sound", "numerals", "spoken",
    "word_order", "chatter", "several", "relative", "prose",
)  # fmt: skip
MIX: Final = (
    ("house", 0.60, ("house", "house", "house", "building", "poi", "poi", "estate")),
    ("road", 0.20, ("road", "intersection")),
    ("village", 0.15, ("village", "group")),
    ("nothing", 0.05, ()),
)
_REGIONS: Final = ("", "", "", "淮阴区", "淮安市淮阴区", "江苏省淮安市淮阴区")
_SUFFIXES: Final = ("居委会", "村委会")
_TRIES: Final = 40


@dataclass(frozen=True)
class Question:
    """A query and what is true of it. kind: of the place, "nothing" without one.

    unique: what is said fits no other place of the gazetteer; a question that is not has to be asked back.
    short: the village is said by its short name.
    """

    query: Query
    kind: str
    noise: str
    place: int | None
    lon: float
    lat: float
    cell: str | None
    town: str | None
    unique: bool
    short: bool


class Maker:
    """Makes questions about one half of the places."""

    def __init__(
        self, places: Iterable[Place], aliases: Iterable[Alias], cells: CellIndex, half: Half
    ) -> None:
        self.places = {place.id: place for place in places}
        self.cells = cells
        wanted = 0 if half == "train" else 1
        self._of_kind: dict[str, list[Place]] = defaultdict(list)
        for place in self.places.values():
            if crc32(str(place.id).encode()) % 2 == wanted:
                self._of_kind[place.kind].append(place)
        self._towns = {
            place.town: place for place in self.places.values() if place.kind == "town" and place.town
        }
        self._villages = {
            place.village: place
            for place in self.places.values()
            if place.kind == "village" and place.village
        }
        self._stems = Counter(stem(place.name) for place in self._villages.values())
        self._names = Counter(
            (place.kind, place.name)
            for place in self.places.values()
            if place.kind in ("poi", "estate", "road", "intersection")
        )
        self._short: dict[int, list[str]] = defaultdict(list)
        old: dict[str, list[str]] = defaultdict(list)
        for alias in aliases:
            place = self.places[alias.place]
            if alias.kind == "old" and place.kind == "town":
                old[place.name].append(alias.name)
            elif alias.kind in ("short", "nickname") and place.kind == "poi":
                self._short[place.id].append(alias.name)
        self.facts = noise.Facts(dict(old), self._neighbours())

    def make(self, count: int, seed: int) -> Iterator[Question]:
        """Questions in a fixed order for a seed."""
        rng = Random(seed)
        for number in range(count):
            group, kinds = self._group(rng)
            if group == "nothing":
                yield self._nothing(str(number), rng)
            else:
                yield self._question(str(number), kinds, rng)

    def _group(self, rng: Random) -> tuple[str, tuple[str, ...]]:
        at = rng.random()
        for name, share, kinds in MIX:
            at -= share
            if at < 0:
                return name, kinds
        return MIX[0][0], MIX[0][2]

    def _nothing(self, identity: str, rng: Random) -> Question:
        text = rng.choice(noise.NOWHERE)
        query = Query(identity, address=text) if rng.random() < 0.5 else Query(identity, content=text)
        return Question(query, "nothing", "nothing", None, 0.0, 0.0, None, None, True, False)

    def _question(self, identity: str, kinds: tuple[str, ...], rng: Random) -> Question:
        for _ in range(_TRIES):
            place = rng.choice(self._of_kind[rng.choice(kinds)])
            name = rng.choice(NOISES)
            said = self._said(place, rng)
            made = None if said is None else self._noisy(name, said, place, rng)
            if made is not None and said is not None:
                return self._asked(identity, name, place, said, *made)
        raise AssertionError("no place can be said with this noise")

    def _said(self, place: Place, rng: Random) -> Said | None:
        """The address of a place as it would be written in full."""
        town = self._towns.get(place.town or "")
        village = self._villages.get(place.village or "")
        main = self._main(place, rng)
        if main is None:
            return None
        if place.kind == "village" or place.kind == "group" or self._of_group(place):
            said_village = None
        else:
            said_village = self._loosely(village, rng) if village and rng.random() < 0.25 else None
        return Said(town.name if town else None, said_village, main, rng.choice(_REGIONS))

    def _of_group(self, place: Place) -> bool:
        parent = self.places.get(place.parent or 0)
        return place.kind == "house" and parent is not None and parent.kind == "group"

    def _main(self, place: Place, rng: Random) -> tuple[str, ...] | None:
        parent = self.places.get(place.parent or 0)
        if place.kind == "village":
            return (self._loosely(place, rng),)
        if place.kind == "group":
            return None if parent is None else (self._loosely(parent, rng), _group(place))
        if place.kind == "house" and parent is not None and parent.kind == "group":
            village = self.places.get(parent.parent or 0)
            return None if village is None else (self._loosely(village, rng), _group(parent), place.name)
        if place.kind in ("house", "building"):
            return None if parent is None else (parent.name, _number(place, rng))
        return (place.name,)

    def _loosely(self, village: Place, rng: Random) -> str:
        """A village as people write it: 张桥村委会, 张桥村; 机关居委会, 机关社区."""
        for suffix, usual in zip(_SUFFIXES, ("社区", "村"), strict=True):
            if village.name.endswith(suffix):
                name = village.name.removesuffix(suffix)
                return village.name if rng.random() < 0.3 else name if name.endswith(usual) else name + usual
        return village.name

    def _noisy(
        self, name: str, said: Said, place: Place, rng: Random
    ) -> tuple[str, Said, float, float] | None:
        """The words, the parts they were made from, and the truth's offset in metres; None where it cannot be."""
        if name in _CHANGED:
            changed = _CHANGED[name](self, said, place, rng)
            return None if changed is None else (changed.text(), changed, 0.0, 0.0)
        if name == "relative":
            words, east, north = noise.relative(said.text(), rng)
            return words, said, east, north
        if name == "several":
            other = rng.choice(self._of_kind[rng.choice(("poi", "estate", "road"))])
            return noise.several(said.text(), other.name, rng), said, 0.0, 0.0
        return _WORDED[name](said, rng), said, 0.0, 0.0

    def _asked(
        self,
        identity: str,
        name: str,
        place: Place,
        full: Said,
        words: str,
        said: Said,
        east: float,
        north: float,
    ) -> Question:
        k_lon, k_lat = metres_per_degree(place.lat)
        lon, lat = place.lon + east / k_lon, place.lat + north / k_lat
        spot = self.cells.find(lon, lat) or self.cells.find(place.lon, place.lat)
        query = Query(identity, content=words) if name == "prose" else Query(identity, address=words)
        short = (
            name == "short_name" and said.main != full.main and place.kind in ("village", "group", "house")
        )
        cell = spot.cell if spot else None
        town = cell.town if cell and place.town else place.town
        return Question(
            query, place.kind, name, place.id, lon, lat, cell.code if cell else None, town,
            self._unique(place, said), short,
        )  # fmt: skip

    def _unique(self, place: Place, said: Said) -> bool:
        """Whether what is said fits one place only; the town, where it is said, is believed."""
        top = self._top(place)
        if top.kind == "village":
            alike = [each for each in self._villages.values() if stem(each.name) == stem(top.name)]
        else:
            alike = [each for each in self.places.values() if each.kind == top.kind and each.name == top.name]
        town = self._towns.get(top.town or "")
        if len(alike) > 1 and town is not None and said.town in (town.name, town.name[:-1], town.name[:-2]):
            alike = [each for each in alike if each.town == top.town]
        return len(alike) == 1

    def _top(self, place: Place) -> Place:
        """The named place that the words begin with: a house's road or village."""
        while place.kind in ("house", "building", "group") and place.parent in self.places:
            place = self.places[place.parent]
        return place

    def _neighbours(self) -> dict[str, list[str]]:
        towns = list(self._towns.values())
        found = {}
        for town in towns:
            others = sorted(towns, key=lambda other: metres_between(town.lon, town.lat, other.lon, other.lat))
            found[town.name] = [other.name for other in others[1:4]]
        return found

    def shortened(self, said: Said, place: Place, rng: Random) -> Said | None:
        """Short names: of the village, of the point of interest, of the town."""
        town = _short_town(said.town) if said.town else None
        if place.id in self._short:
            return replace(said, town=town, main=(rng.choice(self._short[place.id]),))
        top = self._top(place)
        if top.kind == "village" and len(stem(top.name)) >= 2:
            return replace(said, town=rng.choice((town, None)), main=(stem(top.name), *said.main[1:]))
        if top.kind == "estate" and top.name.endswith("小区") and len(top.name) > 4:
            return replace(said, town=town, main=(top.name.removesuffix("小区"), *said.main[1:]))
        return replace(said, town=town) if town else None


_CHANGED: Final[dict[str, Callable[[Maker, Said, Place, Random], Said | None]]] = {
    "clean": lambda maker, said, place, rng: said,
    "no_town": lambda maker, said, place, rng: replace(said, town=None, region="") if said.town else None,
    "old_town": lambda maker, said, place, rng: noise.with_other_town(said, rng, maker.facts.old),
    "wrong_town": lambda maker, said, place, rng: noise.with_other_town(said, rng, maker.facts.neighbours),
    "short_name": lambda maker, said, place, rng: maker.shortened(said, place, rng),
    "typo_shape": lambda maker, said, place, rng: noise.with_typo(said, rng, noise.typo_by_shape),
    "typo_sound": lambda maker, said, place, rng: noise.with_typo(said, rng, noise.typo_by_sound),
}
_WORDED: Final[dict[str, Callable[[Said, Random], str]]] = {
    "numerals": lambda said, rng: noise.other_numerals(said.text(), rng),
    "spoken": noise.spoken,
    "word_order": noise.other_order,
    "chatter": lambda said, rng: noise.chatter(said.text(), rng),
    "prose": lambda said, rng: noise.chatter(said.text(), rng),
}


def stem(name: str) -> str:
    """A village's name without its kind."""
    for suffix in (*_SUFFIXES, "社区", "村"):
        if name.endswith(suffix) and len(name) > len(suffix) + 1:
            return name.removesuffix(suffix)
    return name


def _short_town(name: str) -> str:
    for suffix in ("街道", "镇", "乡"):
        if name.endswith(suffix) and len(name) > len(suffix) + 1:
            return name.removesuffix(suffix)
    return name


def _group(place: Place) -> str:
    """第三组 is said 3组 or 三组."""
    return place.name.removeprefix("第")


def _number(place: Place, rng: Random) -> str:
    """A building with its unit and room, a house with its number."""
    if place.kind != "building":
        return place.name
    number = "".join(sign for sign in place.name if sign.isdigit() or sign in "ABCDEF")
    kind = rng.choice(("号楼", "栋", "幢", "号楼"))
    room = rng.choice(("", "", f"{rng.randint(1, 4)}单元{rng.randint(1, 18)}0{rng.randint(1, 4)}室"))
    return f"{number}{kind}{room}"
