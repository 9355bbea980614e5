"""Numbered places: houses of a road, buildings of an estate, groups of a village, as sorted arrays.

Owned by `gazetteer`: most places of a district are numbers, and 250,000 of them must stay small and quick to ask.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from mmap import ACCESS_READ, mmap
from tempfile import TemporaryFile
from typing import Any, Final, Literal, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from gis.address import MarkKind
from gis.ellipsoid import metres_between, metres_per_degree

_KINDS: Final[dict[MarkKind, int]] = {"house": 0, "building": 1, "group": 2}
_OWNER_BITS: Final = 27  # two of kind, seventeen of number, eight of part
_MAPPED_BYTES: Final = 1 << 20
_FORMATS: Final[dict[str, Literal["q", "i", "d", "f"]]] = {"<i8": "q", "<i4": "i", "<f8": "d", "<f4": "f"}
_NEIGHBOURS: Final = 6
_FARTHEST: Final = 40  # house numbers between two neighbours that still say where a number between them is


Points = tuple[NDArray[np.float64], NDArray[np.float64]]
_FEW: Final = 3
_LETTERS: Final = 100_000  # from here on letters of buildings


class Numbered(NamedTuple):
    """One numbered place. owner: id of the road, estate, POI, village or group it belongs to.

    lon, lat: WGS 84 degrees; radius_m: 95 % error; village, town: codes or None. exact is False when the position
    was taken from the neighbouring numbers of the same side; `id` is then the nearest neighbour's.
    """

    id: int
    owner: int
    kind: MarkKind
    number: int
    part: int
    lon: float
    lat: float
    radius_m: float
    village: str | None
    town: str | None
    exact: bool = True


class Columns:
    """Numbered places as they come in, one array a column: what a `NumberBook` is made from."""

    def __init__(self) -> None:
        self.owners, self.ids = array("q"), array("q")
        self.numbers, self.villages, self.towns = array("i"), array("i"), array("i")
        self.lons, self.lats, self.radii = array("d"), array("d"), array("f")
        self.codes: dict[str | None, int] = {None: 0}

    def add(self, place: Numbered) -> None:
        """Take one place."""
        self.owners.append(place.owner)
        self.ids.append(place.id)
        self.numbers.append(_number_key(place.kind, place.number, place.part))
        self.lons.append(place.lon)
        self.lats.append(place.lat)
        self.radii.append(place.radius_m)
        self.villages.append(self.codes.setdefault(place.village, len(self.codes)))
        self.towns.append(self.codes.setdefault(place.town, len(self.codes)))


class NumberBook:
    """All numbered places, sorted by owner, kind and number. Immutable; its columns are memory-mapped."""

    def __init__(self, given: Columns) -> None:
        """From places in any order; equal numbers of one owner are all kept."""
        owners, ranks = np.unique(np.frombuffer(given.owners, np.int64), return_inverse=True)
        self._owners = {owner: rank for rank, owner in enumerate(owners.tolist())}
        keys = ranks.astype(np.int64) << _OWNER_BITS | np.frombuffer(given.numbers, np.int32)
        order = np.argsort(keys, kind="stable")
        self._codes: list[str | None] = list(given.codes)
        self._number_of_code = given.codes
        # Views give plain ints and floats one by one several times faster than arrays do.
        self._keys = _ints(keys[order])
        self._ids = _ints(np.frombuffer(given.ids, np.int64)[order])
        self._lons = _floats(np.frombuffer(given.lons, np.float64)[order])
        self._lats = _floats(np.frombuffer(given.lats, np.float64)[order])
        self._radii = _floats(np.frombuffer(given.radii, np.float32)[order])
        self._villages = _ints(np.frombuffer(given.villages, np.int32)[order])
        self._towns = _ints(np.frombuffer(given.towns, np.int32)[order])

    def __len__(self) -> int:
        return len(self._keys)

    @classmethod
    def of(cls, places: Iterable[Numbered]) -> NumberBook:
        """From places in any order."""
        columns = Columns()
        for place in places:
            columns.add(place)
        return cls(columns)

    @property
    def nbytes(self) -> int:
        """Bytes held by the arrays."""
        columns = (self._keys, self._ids, self._lons, self._lats, self._radii, self._villages, self._towns)
        return sum(column.nbytes for column in columns)

    def find(self, owner: int, kind: MarkKind, number: int, part: int = 0) -> list[Numbered]:
        """The places with exactly this number (the whole number where a part is not known)."""
        if owner not in self._owners:
            return []
        found = self._at(self._key(owner, kind, number, part))
        if not found and part:
            found = self._at(self._key(owner, kind, number, 0))
        return [self._place(row, owner, kind) for row in found]

    def between(self, owner: int, number: int) -> Numbered | None:
        """A house number that is not listed, by its neighbours of the same parity; None when they are too far."""
        if owner not in self._owners:
            return None
        key = self._key(owner, "house", number, 0)
        row = bisect_left(self._keys, key)
        low = self._neighbour(range(row - 1, row - 1 - _NEIGHBOURS, -1), key, number)
        high = self._neighbour(range(row, row + _NEIGHBOURS), key, number)
        if low is None or high is None:
            return None
        low_number, high_number = self._number(low), self._number(high)
        if high_number - low_number > _FARTHEST:
            return None
        share = (number - low_number) / (high_number - low_number)
        near = self._place(low if share < 0.5 else high, owner, "house")
        lon = self._lons[low] + share * (self._lons[high] - self._lons[low])
        lat = self._lats[low] + share * (self._lats[high] - self._lats[low])
        apart = metres_between(self._lons[low], self._lats[low], self._lons[high], self._lats[high])
        radius = max(near.radius_m, apart / 2)
        return near._replace(number=number, part=0, lon=lon, lat=lat, radius_m=radius, exact=False)

    def last(self, owner: int, kind: MarkKind) -> int:
        """An owner's highest number of a kind (letters of buildings aside), 0 without any."""
        if owner not in self._owners:
            return 0
        first = bisect_left(self._keys, self._key(owner, kind, 0, 0))
        row = bisect_left(self._keys, self._key(owner, kind, _LETTERS, 0)) - 1
        return self._number(row) if row >= first else 0

    def parts(self, owner: int) -> Points | None:
        """Where an owner's houses and buildings stand (arrays of lon, lat), or None for fewer than three."""
        if owner not in self._owners:
            return None
        first = bisect_left(self._keys, self._key(owner, "house", 0, 0))
        last = bisect_left(self._keys, self._key(owner, "group", 0, 0))
        if last - first < _FEW:
            return None
        return np.asarray(self._lons[first:last]), np.asarray(self._lats[first:last])

    def along(self, owner: int, village: str) -> tuple[float, float, float] | None:
        """Middle (lon, lat) and 95 % radius in metres of an owner's houses in one village, or None without any."""
        if owner not in self._owners or village not in self._number_of_code:
            return None
        first = bisect_left(self._keys, self._key(owner, "house", 0, 0))
        last = bisect_left(self._keys, self._key(owner, "building", 0, 0))
        rows = first + np.flatnonzero(np.asarray(self._villages[first:last]) == self._number_of_code[village])
        if not len(rows):
            return None
        lons, lats = np.asarray(self._lons)[rows], np.asarray(self._lats)[rows]
        lon, lat = float(lons.mean()), float(lats.mean())
        k_lon, k_lat = metres_per_degree(lat)
        distances = np.hypot((lons - lon) * k_lon, (lats - lat) * k_lat)
        return lon, lat, max(30.0, float(np.quantile(distances, 0.95)))

    def _key(self, owner: int, kind: MarkKind, number: int, part: int) -> int:
        return self._owners[owner] << _OWNER_BITS | _number_key(kind, number, part)

    def _at(self, key: int) -> range:
        row = bisect_left(self._keys, key)
        end = row
        while end < len(self._keys) and end < row + 4 and self._keys[end] == key:
            end += 1
        return range(row, end)

    def _number(self, row: int) -> int:
        return self._keys[row] >> 8 & 0x1FFFF

    def _neighbour(self, rows: range, key: int, number: int) -> int | None:
        """The first row of the same owner, kind and parity."""
        for row in rows:
            if not 0 <= row < len(self._keys) or self._keys[row] >> 25 != key >> 25:
                return None
            if (self._number(row) - number) % 2 == 0:
                return row
        return None

    def _place(self, row: int, owner: int, kind: MarkKind) -> Numbered:
        return Numbered(
            self._ids[row],
            owner,
            kind,
            self._number(row),
            self._keys[row] & 255,
            self._lons[row],
            self._lats[row],
            self._radii[row],
            self._codes[self._villages[row]],
            self._codes[self._towns[row]],
        )


def _number_key(kind: MarkKind, number: int, part: int) -> int:
    return _KINDS[kind] << 25 | min(number, 0x1FFFF) << 8 | min(part, 255)


def _ints(column: NDArray[Any]) -> memoryview[int]:
    return mapped(column)


def _floats(column: NDArray[Any]) -> memoryview[float]:
    return cast("memoryview[float]", mapped(column))


def mapped(column: NDArray[Any]) -> memoryview[int]:
    """A column as a read-only view; a large one lies in an unnamed file that the system may drop from memory."""
    if column.nbytes < _MAPPED_BYTES:
        return column.data
    with TemporaryFile() as file:
        file.write(column.data.cast("B"))
        file.flush()
        view = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    return cast("memoryview[int]", view.cast(_FORMATS[column.dtype.str]))
