"""A declared coordinate, checked: what a caller may rely on and what was wrong with it. Used by `geocode`.

A wrong coordinate is no exception here: the caller goes on with the text and tells the person why.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from gis.crs import CHINA, Datum, Extent, Floats, datum_named, is_metric, to_wgs84, to_wgs84_many
from gis.errors import DatumError

Fault = Literal[
    "missing", "half", "datum", "not_a_number", "zero", "magnitude", "outside_china", "outside_extent"
]

_LARGEST_DEGREES: Final = 180.0  # "CGCS2000" names both the degrees and the metres; beyond this it is metres
_METRE_LIMIT: Final = 1e7  # an easting with its zone number in front is above it, a northing below
_EASTING_LIMIT: Final = 9e5  # 400 km from the meridian: no easting of a 3-degree zone goes beyond
_ZONE: Final = 40
_SAYS: Final[dict[Fault, str]] = {
    "missing": "没有坐标",
    "half": "坐标只有一半，未采用；请补全经度和纬度",
    "not_a_number": "坐标不是数字，未采用；请核对推送的经纬度",
    "zero": "坐标为 0，未采用；热线多半没有取到定位",
    "magnitude": "坐标的数值与声明的坐标系不符，未采用；请核对该渠道的坐标系",
    "outside_china": "坐标不在中国境内，未采用；请核对经纬度",
    "outside_extent": "坐标在本区范围之外；请核对坐标系，或确认是否区外诉求",
}


class Coordinate(NamedTuple):
    """One checked coordinate.

    lon, lat: WGS 84 degrees, None when nothing usable came out (every fault but `outside_extent`).
    datum: the declared datum as understood, None when it was not. swapped: the two values came in the other
    order and were put right. fault: None when the coordinate can be used as it is. says: Chinese, for people.
    """

    lon: float | None
    lat: float | None
    datum: Datum | None
    swapped: bool
    fault: Fault | None
    says: str

    @property
    def usable(self) -> bool:
        """Whether lon and lat are a point inside the district's extent."""
        return self.fault is None


def check(lon: object, lat: object, datum: str | None, extent: Extent) -> Coordinate:
    """Check a coordinate as it was received and turn it into WGS 84.

    lon, lat: numbers or texts of numbers, degrees (or metres east, north) in `datum`; `datum` None means WGS 84.
    extent: the district's rectangle in WGS 84 degrees. Never raises.
    """
    if _absent(lon) and _absent(lat):
        return _refused("missing", None)
    try:
        declared = datum_named(datum) if datum else "wgs84"
    except DatumError as error:
        return Coordinate(None, None, None, False, "datum", f"{error}；坐标未采用")
    if _absent(lon) or _absent(lat):
        return _refused("half", declared)
    x, y = _number(lon), _number(lat)
    if x is None or y is None:
        return _refused("not_a_number", declared)
    if x == 0 or y == 0:
        return _refused("zero", declared)
    if is_metric(declared) or (declared == "cgcs2000" and max(abs(x), abs(y)) > _LARGEST_DEGREES):
        return _metres(x, y, declared, extent)
    return _degrees(x, y, declared, extent)


def _absent(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _number(value: object) -> float | None:
    """A finite float, or None; True and False are no numbers."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _refused(fault: Fault, datum: Datum | None) -> Coordinate:
    return Coordinate(None, None, datum, False, fault, _SAYS[fault])


def _degrees(x: float, y: float, datum: Datum, extent: Extent) -> Coordinate:
    """Longitudes of China are all above its latitudes, so the order shows by itself."""
    if abs(x) > 180 or abs(y) > 180:
        return _refused("magnitude", datum)
    swapped = CHINA.holds(y, x) and not CHINA.holds(x, y)
    if swapped:
        x, y = y, x
    if not CHINA.holds(x, y):
        return _refused("outside_china", datum)
    return _placed(*to_wgs84(x, y, datum), datum, swapped, extent)


def _metres(x: float, y: float, datum: Datum, extent: Extent) -> Coordinate:
    """Order and false easting by magnitude: 40.5e6 beside 3.72e6, or 0.5e6 beside 3.72e6."""
    swapped = y >= _METRE_LIMIT > x or (x < _METRE_LIMIT and x > _EASTING_LIMIT >= y)
    east, north = (y, x) if swapped else (x, y)
    zoned = east >= _METRE_LIMIT
    plain = east - _ZONE * 1e6 if zoned else east
    if not (1e5 <= plain <= _EASTING_LIMIT and 3e5 <= north <= 6e6):
        return _refused("magnitude", datum)
    lon, lat = to_wgs84(east, north, "cgcs2000_gk_zone40" if zoned else "cgcs2000_gk_cm120")
    return _placed(lon, lat, datum, swapped, extent)


def _placed(lon: float, lat: float, datum: Datum, swapped: bool, extent: Extent) -> Coordinate:
    says = "坐标的经度和纬度写反了，已对调" if swapped else ""
    if extent.holds(lon, lat):
        return Coordinate(lon, lat, datum, swapped, None, says)
    outside = _SAYS["outside_extent"]
    return Coordinate(lon, lat, datum, swapped, "outside_extent", f"{says}；{outside}" if says else outside)


class Checked(NamedTuple):
    """Many checked coordinates, in order. lons, lats: WGS 84 degrees, NaN where nothing usable came out; swapped: put
    right; usable: inside the extent; says: Chinese, empty where all was well."""

    lons: Floats
    lats: Floats
    swapped: NDArray[np.bool_]
    usable: NDArray[np.bool_]
    says: list[str]


def check_many(xs: Sequence[object], ys: Sequence[object], datum: Datum, extent: Extent) -> Checked:
    """`check` for many coordinates of one datum at once; agrees with it value by value. Never raises."""
    x, y = _numbers(xs), _numbers(ys)
    faults = np.full(len(x), None, dtype=object)
    gone = np.array([_absent(value) for value in xs], bool), np.array([_absent(value) for value in ys], bool)
    _mark(faults, gone[0] & gone[1], "missing")
    _mark(faults, gone[0] ^ gone[1], "half")
    _mark(faults, ~(np.isfinite(x) & np.isfinite(y)), "not_a_number")
    _mark(faults, (x == 0) | (y == 0), "zero")
    lons, lats, swapped = np.full(len(x), math.nan), np.full(len(x), math.nan), np.zeros(len(x), np.bool_)
    for rows, sort in ((metric := _are_metres(x, y, datum), _metres_many), (~metric, _degrees_many)):
        own = faults[rows]
        lons[rows], lats[rows], swapped[rows] = sort(x[rows], y[rows], datum, own)
        faults[rows] = own
    usable = (lons >= extent.west) & (lons <= extent.east) & (lats >= extent.south) & (lats <= extent.north)
    _mark(faults, ~usable, "outside_extent")
    says = [_told(fault, moved) for fault, moved in zip(faults.tolist(), swapped.tolist(), strict=True)]
    return Checked(lons, lats, swapped, usable, says)


def _are_metres(x: Floats, y: Floats, datum: Datum) -> NDArray[np.bool_]:
    if datum != "cgcs2000":
        return np.full(len(x), is_metric(datum), np.bool_)
    return np.asarray(np.maximum(np.abs(x), np.abs(y)) > _LARGEST_DEGREES, np.bool_)


def _numbers(values: Sequence[object]) -> Floats:
    read = (_number(value) for value in values)
    return np.array([math.nan if value is None else value for value in read], np.float64)


def _mark(faults: NDArray[np.object_], where: NDArray[np.bool_], fault: Fault) -> None:
    """The first fault of a coordinate counts."""
    faults[where & (faults == None)] = fault  # noqa: E711 - element by element


def _degrees_many(
    x: Floats, y: Floats, datum: Datum, faults: NDArray[np.object_]
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    _mark(faults, (np.abs(x) > 180) | (np.abs(y) > 180), "magnitude")
    swapped = _in_china(y, x) & ~_in_china(x, y)
    east, north = np.where(swapped, y, x), np.where(swapped, x, y)
    _mark(faults, ~_in_china(east, north), "outside_china")
    return (*_shifted(east, north, datum, faults), swapped)


def _metres_many(
    x: Floats, y: Floats, _datum: Datum, faults: NDArray[np.object_]
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    swapped = ((y >= _METRE_LIMIT) & (x < _METRE_LIMIT)) | (
        (x < _METRE_LIMIT) & (x > _EASTING_LIMIT) & (y <= _EASTING_LIMIT)
    )
    east, north = np.where(swapped, y, x), np.where(swapped, x, y)
    plain = np.where(east >= _METRE_LIMIT, east - _ZONE * 1e6, east)
    right = (plain >= 1e5) & (plain <= _EASTING_LIMIT) & (north >= 3e5) & (north <= 6e6)
    _mark(faults, ~right, "magnitude")
    return (*_shifted(plain, north, "cgcs2000_gk_cm120", faults), swapped)


def _in_china(lons: Floats, lats: Floats) -> NDArray[np.bool_]:
    return (lons >= CHINA.west) & (lons <= CHINA.east) & (lats >= CHINA.south) & (lats <= CHINA.north)


def _shifted(east: Floats, north: Floats, datum: Datum, faults: NDArray[np.object_]) -> tuple[Floats, Floats]:
    """WGS 84, NaN where there is a fault already."""
    lons, lats = np.full(len(east), math.nan), np.full(len(east), math.nan)
    well = np.array([fault is None for fault in faults.tolist()], bool)
    lons[well], lats[well] = to_wgs84_many(east[well], north[well], datum)
    return lons, lats


def _told(fault: Fault | None, swapped: bool) -> str:
    outside_or_well = fault in (None, "outside_extent")
    says = "坐标的经度和纬度写反了，已对调" if swapped and outside_or_well else ""
    if fault is None:
        return says
    return f"{says}；{_SAYS[fault]}" if says else _SAYS[fault]
