"""Shapes in a file's own coordinates → WGS 84: metres told from degrees and swapped axes put right, shape by shape.

The rules are those of `gis.coordinate`: no longitude of China is also one of its latitudes, an easting and a northing
of a 3-degree zone never look alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gis.crs import CHINA, Datum, Extent, is_metric, to_wgs84_many

Shapes = NDArray[np.object_]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]

DATUM_NAMES: Final[dict[Datum, str]] = {
    "wgs84": "WGS 84",
    "cgcs2000": "CGCS2000 经纬度",
    "gcj02": "GCJ-02（高德、腾讯）",
    "bd09": "BD-09（百度）",
    "cgcs2000_gk_cm120": "CGCS2000 平面坐标（EPSG:4549）",
    "cgcs2000_gk_zone40": "CGCS2000 平面坐标（EPSG:4528）",
}
_DEGREES: Final = 360.0
_ZONED_M: Final = 1e7
_ZONE_M: Final = 40e6
_EAST_M: Final = (1e5, 9e5)
_NORTH_M: Final = (3e5, 6e6)
_RIVALS: Final[tuple[Datum, ...]] = ("wgs84", "gcj02", "bd09")
_FITS: Final = 0.8  # of a shape inside its parent under the better datum,
_BETTER: Final = 0.2  # and so much more of it than under the one that was said
_BETTER_ON_THE_WHOLE: Final = (
    0.05  # a small shift leaves the shapes in the middle of a parent where they were
)


@dataclass
class Placed:
    """Shapes in WGS 84 (None where the values make no sense), the datum of each, notes and refusals by place."""

    shapes: Shapes
    datums: list[Datum | None]
    notes: dict[int, str] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    swapped: bool = False


@dataclass(frozen=True)
class _Seen:
    """What the middles of the shapes tell: metres or degrees, zone in front, axes swapped, values that fit nothing."""

    metric: Flags
    zoned: Flags
    swapped: Flags
    wrong: Flags
    empty: Flags


def seen(shapes: Shapes) -> _Seen:
    """Look at the magnitudes of shapes: at the middle to tell what they are, at both ends whether all of them is."""
    bounds = shapely.bounds(shapes)
    empty = np.asarray(~np.isfinite(bounds).all(axis=1), dtype=bool)
    bounds = np.where(empty[:, None], 0.0, bounds)
    x, y = bounds[:, [0, 2]].mean(axis=1), bounds[:, [1, 3]].mean(axis=1)
    metric = np.maximum(np.abs(x), np.abs(y)) > _DEGREES
    as_metres = (y >= _ZONED_M) & (x < _ZONED_M) | (x < _ZONED_M) & (x > _EAST_M[1]) & (y <= _EAST_M[1])
    swapped = np.where(metric, as_metres, _in_china(y, x) & ~_in_china(x, y))
    zoned = metric & (np.where(swapped, y, x) >= _ZONED_M)
    wrong = np.zeros(len(shapes), dtype=bool)
    for corner in (bounds[:, :2], bounds[:, 2:]):
        east, north = (
            np.where(swapped, corner[:, 1], corner[:, 0]),
            np.where(swapped, corner[:, 0], corner[:, 1]),
        )
        wrong |= ~np.where(metric, _on_plane(east, north, zoned), _in_china(east, north))
    return _Seen(metric, zoned, swapped & ~empty, wrong & ~empty, empty)


def _on_plane(east: Floats, north: Floats, zoned: Flags) -> Flags:
    return _between(np.where(zoned, east - _ZONE_M, east), _EAST_M) & _between(north, _NORTH_M)


def _in_china(lon: Floats, lat: Floats) -> Flags:
    return (lon >= CHINA.west) & (lon <= CHINA.east) & (lat >= CHINA.south) & (lat <= CHINA.north)


def _between(values: Floats, span: tuple[float, float]) -> Flags:
    return (values >= span[0]) & (values <= span[1])


def guessed_datum(look: _Seen, declared: Datum | None) -> Datum | None:
    """The datum to start from: what is declared where the magnitudes agree, else what they tell."""
    known = ~look.empty & ~look.wrong
    if not known.any():
        return None
    if look.metric[known].mean() > 0.5:
        return "cgcs2000_gk_zone40" if look.zoned[known].mean() > 0.5 else "cgcs2000_gk_cm120"
    return declared if declared is not None and not is_metric(declared) else "wgs84"


def placed(shapes: Shapes, said: Datum) -> Placed:
    """Shapes to WGS 84. `said` decides between the datums of degrees; metres are told by magnitude."""
    look = seen(shapes)
    degrees: Datum = "cgcs2000" if is_metric(said) else said
    datums: list[Datum | None] = [
        None if wrong else ("cgcs2000_gk_zone40" if zoned else "cgcs2000_gk_cm120") if metric else degrees
        for metric, zoned, wrong in zip(look.metric, look.zoned, look.wrong | look.empty, strict=True)
    ]
    found = Placed(np.full(len(shapes), None, dtype=object), datums)
    for datum in dict.fromkeys(each for each in datums if each is not None):
        own = np.array([each == datum for each in datums])
        for swapped in (False, True):
            places = np.flatnonzero(own & (look.swapped == swapped))
            if len(places):
                found.shapes[places] = shifted(shapes[places], datum, swapped)
    for place in np.flatnonzero(look.wrong).tolist():
        found.refused[place] = "坐标的数值不像中国的经纬度，也不像 120° 带的平面坐标；请核对坐标系和带号"
    _tell(found, look, said)
    return found


def shifted(shapes: Shapes, datum: Datum, swapped: bool) -> Shapes:
    """Shapes of one datum to WGS 84; swapped: the second value is the first in their coordinates."""

    def shift(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        x, y = (xy[:, 1], xy[:, 0]) if swapped else (xy[:, 0], xy[:, 1])
        return np.column_stack(to_wgs84_many(x, y, datum))

    return np.asarray(shapely.transform(shapes, shift), dtype=object)


def _tell(found: Placed, look: _Seen, said: Datum) -> None:
    """Say what was put right: once for the file where it is most of it, else row by row."""
    known = ~look.empty & ~look.wrong
    if not known.any():
        return
    _once_or_each(
        found,
        look.swapped,
        known,
        "经度和纬度（东和北）写反了，已对调",
        "其余各行写反了，这一行没有，未对调；请核对",
    )
    found.swapped = bool(look.swapped[known].mean() > 0.5)
    is_what, chosen = ("经纬度" if is_metric(said) else "平面坐标（米）"), DATUM_NAMES[said]
    _once_or_each(
        found, look.metric != is_metric(said), known, f"数值是{is_what}，与坐标系 {chosen} 不符，已按数值换算；请核对",
        f"其余各行的数值是{is_what}，这一行不是；请核对",
    )  # fmt: skip


def _once_or_each(found: Placed, flags: Flags, known: Flags, says: str, otherwise: str) -> None:
    """A remark on the file where most shapes have it, and a note on those that differ."""
    odd, note = flags & known, f"这一行的{says}"
    if flags[known].mean() > 0.5:
        found.remarks.append(says)
        odd, note = known & ~flags, otherwise
    for place in np.flatnonzero(odd).tolist():
        found.notes[place] = f"{found.notes[place]}；{note}" if place in found.notes else note


def outside(shapes: Shapes, extent: Extent) -> Flags:
    """Which shapes lie outside a rectangle altogether."""
    bounds = shapely.bounds(shapes)
    with np.errstate(invalid="ignore"):
        return np.asarray(
            (bounds[:, 0] > extent.east)
            | (bounds[:, 2] < extent.west)
            | (bounds[:, 1] > extent.north)
            | (bounds[:, 3] < extent.south)
        )


class Fit(NamedTuple):
    """How much of each shape lies in its parent under each datum of degrees, 0 to 1; said: the datum it was read as."""

    places: list[int]
    said: list[Datum]
    shares: dict[Datum, NDArray[np.float64]]

    def under(self, datum: Datum | None) -> NDArray[np.float64]:
        """Shares under one datum, or under what was said."""
        if datum is not None:
            return self.shares[datum]
        return np.array([self.shares[said][at] for at, said in enumerate(self.said)])

    def better(self) -> Datum | None:
        """The datum under which the shapes as a whole fit clearly better than as said."""
        best = max(_RIVALS, key=lambda datum: float(self.shares[datum].mean()))
        gain = float(self.shares[best].mean() - self.under(None).mean())
        return best if self.shares[best].mean() >= _FITS and gain >= _BETTER_ON_THE_WHOLE else None

    def odd(self, datum: Datum | None) -> dict[int, tuple[Datum, float, float]]:
        """By place: the datum under which one shape fits clearly better than under `datum`, share then, share now."""
        found: dict[int, tuple[Datum, float, float]] = {}
        now = self.under(datum)
        for at, place in enumerate(self.places):
            best = max(_RIVALS, key=lambda each: float(self.shares[each][at]))
            then = float(self.shares[best][at])
            if then >= _FITS and then - now[at] >= _BETTER:
                found[place] = (best, then, float(now[at]))
        return found


def fit(shapes: Shapes, found: Placed, parents: Mapping[int, BaseGeometry]) -> Fit | None:
    """How shapes in degrees fit their parents; None where there is nothing to compare.

    shapes: in the file's coordinates; parents: published geometry in WGS 84, by place.
    """
    said: dict[int, Datum] = {}
    for place in parents:
        datum = found.datums[place]
        if datum is not None and not is_metric(datum):
            said[place] = "wgs84" if datum == "cgcs2000" else datum
    if not said:
        return None
    places = list(said)
    inside = np.empty(len(places), dtype=object)
    inside[:] = [parents[place] for place in places]
    swapped = seen(shapes[places]).swapped
    shares: dict[Datum, NDArray[np.float64]] = {datum: np.zeros(len(places)) for datum in _RIVALS}
    for turned in (False, True):
        own = np.flatnonzero(swapped == turned)
        for datum in _RIVALS if len(own) else ():
            moved = shifted(shapes[np.array(places)[own]], datum, turned)
            shares[datum][own] = _shares(moved, inside[own])
    return Fit(places, list(said.values()), shares)


def _shares(shapes: Shapes, inside: Shapes) -> NDArray[np.float64]:
    valid = np.where(shapely.is_valid(shapes), shapes, shapely.buffer(shapes, 0))
    areas = np.maximum(shapely.area(valid), np.finfo(float).tiny)
    return np.asarray(shapely.area(shapely.intersection(valid, inside)) / areas)
