"""The names of a district and where they are: an immutable index in process, built from the places and aliases.

The service's store passes rows, `geocode` asks. Names live in Aho-Corasick automata of at most 20,000 distinct
strings each (building one holds the interpreter lock for about 40 ms), numbered places in `numbers`. WGS 84.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter
from typing import Final, NamedTuple, cast, get_args

import ahocorasick
import numpy as np

from gis.address import MarkKind, building_number, normalise
from gis.errors import GazetteerError
from gis.names import LITTLE, STRONGEST, TRUST_OF_ALIAS, AliasKind, Kind, Trust, forms, wider
from gis.numbers import Columns, NumberBook, Numbered
from gis.typos import TypoIndex

SHARD: Final = 20_000
_LAST_SIGN: Final = "\uffff"
_KINDS: Final = frozenset(get_args(Kind))
_PLAIN_HOUSE: Final = re.compile(r"(\d{1,5})(?:-(\d{1,2}))?号?")
_HOUSE: Final = re.compile(r".*?(\d{1,5})(?:[-之](\d{1,2}))?号?(?:[-之](\d{1,2}))?")
_BUILDING: Final = re.compile(r".*?(\d{1,4}|(?<![A-Z])[A-Z])栋?")
_GROUP: Final = re.compile(r".*?(\d{1,3})组")
_JOINED: Final = re.compile(r"(.+?)(?:与|和|、|/|-)(.+?)(?:交叉路?口|交叉处|交汇处?|交界处?|路口)?")
_RADIUS_M: Final[dict[Kind, float]] = {
    "town": 4000.0, "village": 1200.0, "group": 300.0, "estate": 150.0, "building": 25.0,
    "poi": 60.0, "road": 800.0, "intersection": 40.0, "house": 20.0,
}  # fmt: skip

PlaceRow = tuple[int, str, str, int | None, float, float, float | None, str | None, str | None]
AliasRow = tuple[int, str, str]


class Place(NamedTuple):
    """One place. parent: id of the place it belongs to (a house's road or estate, a group's village) or None.

    lon, lat: WGS 84 degrees. radius_m: metres that hold 95 % of what the name may mean; None or 0 takes the
    kind's usual one. village, town: codes (12 and 9 digits), None where the place lies in several.
    """

    id: int
    kind: Kind
    name: str
    parent: int | None
    lon: float
    lat: float
    radius_m: float | None
    village: str | None
    town: str | None


class Alias(NamedTuple):
    """Another name of a place: official, old, short, natural (a natural village), nickname or homophone."""

    place: int
    name: str
    kind: AliasKind


class Hit(NamedTuple):
    """A name found in a text from `start` to `end`; `name` is its number in the gazetteer."""

    start: int
    end: int
    name: int


class Named(NamedTuple):
    """What a name may mean: the place's number in `Gazetteer.places`, and how far the form is trusted."""

    place: int
    trust: Trust


class Gazetteer:
    """All places of one district. `places` holds the named ones in order of their ids."""

    def __init__(
        self, places: Iterable[Place], aliases: Iterable[Alias] = (), region: Sequence[str] = ()
    ) -> None:
        """Build the index. region: province, city and district, stripped from names as from texts.

        Raises GazetteerError on a repeated id, an unknown kind, or an alias of a place that is not there.
        """
        self.region = tuple(region)
        listed = sorted(aliases)
        columns, self.places, sums = _sorted_out(places)
        self.checksum = _checksum(sums, listed)
        _refuse_repeated(columns, self.places)
        self.numbers = NumberBook(columns)
        self._number_of = {place.id: number for number, place in enumerate(self.places)}
        numbered_ids = set(columns.ids) if listed else set()
        self._meanings, shards = self._index(listed, numbered_ids)
        lengths = [len(name) for shard in shards for name, _ in shard]
        self._plain = bytes(
            length > 2 and not any(one.trust in LITTLE for one in meanings)
            for length, meanings in zip(lengths, self._meanings, strict=True)
        )
        self._automata = [_automaton(shard) for shard in shards]
        self._by_name = {name: number for shard in shards for name, number in shard}
        self._typos = TypoIndex([name for shard in shards for name, _ in shard])
        self._crossings = self._paired_roads()
        self._towns = {place.town: place for place in self.places if place.kind == "town" and place.town}
        self._villages = {
            place.village: place for place in self.places if place.kind == "village" and place.village
        }

    @classmethod
    def from_rows(
        cls, places: Iterable[PlaceRow], aliases: Iterable[AliasRow] = (), region: Sequence[str] = ()
    ) -> Gazetteer:
        """From plain tuples in the order of `Place` and `Alias`. Raises GazetteerError as the constructor does."""
        return cls(map(Place._make, places), map(Alias._make, aliases), region)

    def __len__(self) -> int:
        """Places, named and numbered."""
        return len(self.places) + len(self.numbers)

    @property
    def names(self) -> int:
        """Distinct forms in the automata."""
        return len(self._meanings)

    def hits(self, text: str) -> list[Hit]:
        """Every name that occurs in a normalised text, overlapping ones included."""
        return [
            Hit(end + 1 - length, end + 1, name)
            for automaton in self._automata
            for end, (length, name) in automaton.iter(text)
        ]

    def meanings(self, name: int) -> tuple[Named, ...]:
        """What a name found by `hits` may mean, in order of place ids."""
        return self._meanings[name]

    def is_plain(self, name: int) -> bool:
        """Whether a name says what it means by itself: three characters or more, no form that says little."""
        return bool(self._plain[name])

    def named(self, text: str) -> tuple[Named, ...]:
        """What a whole normalised text may mean when it is a name, else nothing."""
        number = self._by_name.get(text)
        return () if number is None else self._meanings[number]

    def meant_by(self, word: str, apart_from: Collection[str] = ()) -> tuple[Named, ...]:
        """What a word that is no name may have been meant as, one slip away; never a name of `apart_from`."""
        meant: dict[int, Trust] = {}
        for slip in self._typos.similar(word):
            if slip.name not in apart_from:
                for one in self._meanings[self._by_name[slip.name]]:
                    if one.trust != "bare" and meant.get(one.place) != "alike":
                        meant[one.place] = "alike" if slip.alike else "slip"
        return tuple(Named(place, trust) for place, trust in sorted(meant.items()))

    def number_of(self, identity: int) -> int | None:
        """A named place's number in `places` by its id."""
        return self._number_of.get(identity)

    def place(self, identity: int) -> Place | None:
        """A named place by its id."""
        number = self._number_of.get(identity)
        return None if number is None else self.places[number]

    def town(self, code: str | None) -> Place | None:
        """The town with this code."""
        return self._towns.get(code) if code else None

    def village(self, code: str | None) -> Place | None:
        """The village with this code."""
        return self._villages.get(code) if code else None

    def crossings(self, first: Place, second: Place) -> list[Place]:
        """The intersections of two roads, by the roads' official names."""
        found = self._crossings.get(_pair(first.name, second.name), ())
        return [self.places[number] for number in found]

    def radius(self, place: Place) -> float:
        """A place's 95 % error radius in metres."""
        return place.radius_m or _RADIUS_M[place.kind]

    def _index(
        self, aliases: list[Alias], numbered: set[int]
    ) -> tuple[list[tuple[Named, ...]], list[list[tuple[str, int]]]]:
        """Meanings by name number, and (name, number) in shards. An alias of a numbered place adds no name."""
        said: dict[str, dict[int, Trust]] = {}
        for number, place in enumerate(self.places):
            self._say(said, number, place.kind, place.name, "full")
        for alias in aliases:
            known = self._number_of.get(alias.place)
            if known is None and alias.place not in numbered:
                raise GazetteerError(f"别名“{alias.name}”所属的地名 {alias.place} 不存在；请先导入该地名")
            trust = TRUST_OF_ALIAS.get(alias.kind)
            if trust is None:
                raise GazetteerError(
                    f"别名“{alias.name}”的类别 {alias.kind} 不认识；可用：{'、'.join(TRUST_OF_ALIAS)}"
                )
            if known is not None:
                self._say(said, known, self.places[known].kind, normalise(alias.name), trust)
        self._say_together(said)
        listed = sorted(said)
        meanings = [
            tuple(Named(place, trust) for place, trust in sorted(said[name].items())) for name in listed
        ]
        pairs = [(name, number) for number, name in enumerate(listed)]
        return meanings, [pairs[start : start + SHARD] for start in range(0, len(pairs), SHARD)]

    def _say(
        self, said: dict[str, dict[int, Trust]], number: int, kind: Kind, name: str, trust: Trust
    ) -> None:
        short = self._without_region(kind, name)
        told = forms(kind, name, trust)
        if short != name:
            told.append((short, "bare"))
        for form, how in told:
            _mean(said, form, number, how)

    def _say_together(self, said: dict[str, dict[int, Trust]]) -> None:
        """What names say only beside others: 运河 is any estate that begins so, two roads cross in either order."""
        towns = {place.town: place.name for place in self.places if place.kind == "town" and place.town}
        estates = sorted(
            (place.name, number) for number, place in enumerate(self.places) if place.kind == "estate"
        )
        names = [name for name, _ in estates]
        for name, number in estates:
            core = name.removesuffix("小区")
            if core != name and len(core) >= 2:
                first = bisect_left(names, core)
                beyond = bisect_left(names, core + _LAST_SIGN)
                for _, each in estates[first:beyond]:
                    _mean(said, core, each, "bare")
                if beyond - first > 1 and said[core][number] == "short":
                    said[core][number] = "bare"
        for number, place in enumerate(self.places):
            if place.kind == "poi":
                for form, how in wider(place.name, (towns[place.town],) if place.town in towns else ()):
                    _mean(said, form, number, how)
            elif place.kind == "intersection" and (found := _JOINED.fullmatch(place.name)):
                _mean(said, f"{found.group(2)}与{found.group(1)}交叉口", number, "full")

    def _without_region(self, kind: Kind, name: str) -> str:
        """A name without province, city and district before it, of a town also without their short names."""
        short = normalise(name, self.region)
        if kind == "town" and short == name:
            for region in self.region:
                if name.startswith(region[:-1]) and len(name) >= len(region) + 2:
                    return name[len(region) - 1 :]
        return short

    def _paired_roads(self) -> dict[tuple[str, str], list[int]]:
        paired: dict[tuple[str, str], list[int]] = {}
        for number, place in enumerate(self.places):
            found = _JOINED.fullmatch(place.name) if place.kind == "intersection" else None
            if found is not None:
                paired.setdefault(_pair(found.group(1), found.group(2)), []).append(number)
        return paired


def _mean(said: dict[str, dict[int, Trust]], form: str, number: int, how: Trust) -> None:
    """A form of two characters or more means a place, by the strongest way it does."""
    if len(form) >= 2:
        meant = said.setdefault(form, {})
        meant[number] = min(meant.get(number, how), how, key=STRONGEST.index)


def _pair(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first < second else (second, first)


def _sorted_out(places: Iterable[Place]) -> tuple[Columns, list[Place], int]:
    """Numbered places as columns, the others by their ids with their names normalised, and a sum over all rows.

    Rows are taken one by one: millions of them need not be in memory at once.
    """
    columns, named, total = Columns(), [], 0
    for place in places:
        if place.kind not in _KINDS:
            kinds = "、".join(sorted(_KINDS))
            raise GazetteerError(f"地名“{place.name}”的类别 {place.kind} 不认识；可用：{kinds}")
        total += _digest(place)
        numbered = _numbered(place) if place.kind in ("house", "building", "group") else None
        if numbered is not None:
            columns.add(numbered)
        else:
            named.append(place._replace(name=normalise(place.name)))
    named.sort(key=itemgetter(0))
    return columns, named, total


def _refuse_repeated(columns: Columns, named: list[Place]) -> None:
    ids = np.sort(np.concatenate([np.frombuffer(columns.ids, np.int64), [place.id for place in named]]))
    repeated = ids[1:][ids[1:] == ids[:-1]]
    if len(repeated):
        raise GazetteerError(f"地名编号 {int(repeated[0])} 出现了两次；请改正后重新导入")


def _numbered(place: Place) -> Numbered | None:
    """The place as a number of its parent, or None when its name is no number or it has no parent."""
    if place.parent is None:
        return None
    found = _PLAIN_HOUSE.fullmatch(place.name) if place.kind == "house" else None
    if found is None:
        pattern = {"house": _HOUSE, "building": _BUILDING, "group": _GROUP}[place.kind]
        found = pattern.fullmatch(normalise(place.name))
    if found is None:
        return None
    sign, *parts = found.groups()
    number = building_number(sign) if place.kind == "building" else int(sign)
    part = int(next((value for value in parts if value), 0))
    kind = cast("MarkKind", place.kind)
    radius = place.radius_m or _RADIUS_M[place.kind]
    return Numbered(
        place.id, place.parent, kind, number, part, place.lon, place.lat, radius, place.village, place.town
    )


def _automaton(shard: list[tuple[str, int]]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name, number in shard:
        automaton.add_word(name, (len(name), number))
    automaton.make_automaton()
    return automaton


def _digest(row: Place | Alias) -> int:
    return int.from_bytes(hashlib.blake2b(repr(tuple(row)).encode(), digest_size=16).digest())


def _checksum(places: int, aliases: list[Alias]) -> str:
    """Equal rows, equal checksum, in whatever order they come: the sum of the rows' digests, digested."""
    total = places + sum(map(_digest, aliases))
    return hashlib.sha256(total.to_bytes(32)).hexdigest()
