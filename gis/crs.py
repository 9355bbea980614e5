"""Datums and coordinates: the only place where datums shift. Used by `geocode`, importers and tools.

Everything is longitude, latitude (or east, north) in that order, whatever an authority's axis order says.
WGS 84 (EPSG:4326) and CGCS2000 (EPSG:4490) agree to centimetres and are the same here. The metre systems are
Gauss-Krüger on CGCS2000, 3-degree zones: EPSG:4549 (central meridian 120°, false easting 500 km) and EPSG:4528
(the same with the zone number 40 in front); which of the two, and which value is the northing, is told by
magnitude. GCJ-02 and BD-09 have no exact inverse: fixed-point iteration brings it below 1 mm in China.
Xi'an 80 and Beijing 54 need local parameters nobody publishes and are refused.

Source of GCJ-02: eviltransform (googollee/eviltransform, MIT-style), a = 6378245, ee = 0.00669342162296594323;
of BD-09: the same project's release 0.1.1.
"""

from __future__ import annotations

import math
from typing import Any, Final, Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gis.ellipsoid import SCALAR, VECTOR, Functions, project, unproject
from gis.errors import RefusedDatumError, UnknownDatumError

Datum = Literal["wgs84", "cgcs2000", "gcj02", "bd09", "cgcs2000_gk_cm120", "cgcs2000_gk_zone40"]
DATUMS: Final[tuple[Datum, ...]] = get_args(Datum)
Floats = NDArray[np.float64]

_SPELLINGS: Final[dict[str, Datum]] = {
    "epsg4326": "wgs84", "4326": "wgs84", "wgs1984": "wgs84", "gps": "wgs84",
    "epsg4490": "cgcs2000", "4490": "cgcs2000", "国家2000": "cgcs2000", "2000国家大地坐标系": "cgcs2000",
    "gcj": "gcj02", "火星坐标": "gcj02", "高德": "gcj02", "腾讯": "gcj02",
    "bd": "bd09", "bd09ll": "bd09", "百度": "bd09", "百度坐标": "bd09",
    "epsg4549": "cgcs2000_gk_cm120", "4549": "cgcs2000_gk_cm120",
    "epsg4528": "cgcs2000_gk_zone40", "4528": "cgcs2000_gk_zone40",
}  # fmt: skip
_REFUSED: Final = ("xian80", "xian1980", "西安80", "1980西安", "西安1980", "80西安", "xa80", "beijing54",
                   "beijing1954", "北京54", "1954北京", "北京1954", "54北京", "bj54")  # fmt: skip
_REFUSED_CODES: Final = (
    range(4610, 4611),  # Xian 1980 in degrees
    range(2327, 2391),  # its Gauss-Krüger zones
    range(4214, 4215),  # Beijing 1954 in degrees
    range(2401, 2443),  # its Gauss-Krüger zones of 3 degrees
    range(21413, 21424),  # and of 6 degrees
    range(21453, 21464),
    range(21473, 21484),
)
"""EPSG codes of Xi'an 80 and Beijing 54."""
_METRES: Final = frozenset({"cgcs2000_gk_cm120", "cgcs2000_gk_zone40"})

_MERIDIAN: Final = 120.0
_FALSE_EASTING_M: Final = 500_000.0
_ZONE_EASTING_M: Final = 40_500_000.0
_GCJ_A: Final = 6378245.0
_GCJ_EE: Final = 0.00669342162296594323
_BD_PI: Final = math.pi * 3000.0 / 180.0
_STEPS: Final = 6  # each step gains three digits; the fourth is already below 1 mm


class Extent(NamedTuple):
    """A rectangle in WGS 84 degrees, edges inclusive."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a WGS 84 point lies in the rectangle or on its edge."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


CHINA: Final = Extent(73.0, 3.0, 136.0, 54.0)
_GCJ_REACH: Final = Extent(72.004, 0.8293, 137.8347, 55.8271)


def datum_named(text: str) -> Datum:
    """The datum meant by a name, an EPSG code or a usual spelling.

    Raises RefusedDatumError for Xi'an 80 and Beijing 54, UnknownDatumError for anything else.
    """
    plain = text.strip().lower().replace(":", "").replace("-", "").replace(" ", "").replace("'", "")
    for datum in DATUMS:
        if plain == datum:
            return datum
    known = _SPELLINGS.get(plain.replace("_", ""))
    if known is not None:
        return known
    if _is_refused(plain.replace("_", "")):
        raise RefusedDatumError(
            f"不支持坐标系“{text.strip()[:40]}”：西安80、北京54 没有公开的转换参数，请先由测绘部门转成 CGCS2000"
        )
    raise UnknownDatumError(f"不认识坐标系“{text.strip()[:40]}”，请从这些里选一个：{'、'.join(DATUMS)}")


def _is_refused(plain: str) -> bool:
    code = plain.removeprefix("epsg")
    is_code = code.isdecimal() and len(code) <= 5 and any(int(code) in codes for codes in _REFUSED_CODES)
    return is_code or plain.startswith(_REFUSED)


def is_metric(datum: Datum) -> bool:
    """Whether coordinates of this datum are metres rather than degrees."""
    return datum in _METRES


def to_wgs84(x: float, y: float, datum: Datum) -> tuple[float, float]:
    """One point (degrees lon, lat or metres east, north) to WGS 84 lon, lat."""
    lon, lat = _to_wgs84(SCALAR, x, y, datum)
    return float(lon), float(lat)


def from_wgs84(lon: float, lat: float, datum: Datum) -> tuple[float, float]:
    """One WGS 84 point (degrees) to `datum` (degrees, or metres east, north)."""
    x, y = _from_wgs84(SCALAR, lon, lat, datum)
    return float(x), float(y)


def to_wgs84_many(xs: ArrayLike, ys: ArrayLike, datum: Datum) -> tuple[Floats, Floats]:
    """Arrays of equal shape, as in `to_wgs84`; the metre systems must already be in east, north order."""
    return _to_wgs84(VECTOR, np.asarray(xs, np.float64), np.asarray(ys, np.float64), datum)


def from_wgs84_many(lons: ArrayLike, lats: ArrayLike, datum: Datum) -> tuple[Floats, Floats]:
    """Arrays of equal shape, as in `from_wgs84`."""
    return _from_wgs84(VECTOR, np.asarray(lons, np.float64), np.asarray(lats, np.float64), datum)


def _to_wgs84(m: Functions, x: Any, y: Any, datum: Datum) -> tuple[Any, Any]:
    if datum == "gcj02":
        return _undo(_gcj_from_wgs, m, x, y)
    if datum == "bd09":
        return _undo(_gcj_from_wgs, m, *_undo(_bd_from_gcj, m, x, y))
    if datum == "cgcs2000_gk_cm120":
        return unproject(m, x - _FALSE_EASTING_M, y, _MERIDIAN)
    if datum == "cgcs2000_gk_zone40":
        return unproject(m, x - _ZONE_EASTING_M, y, _MERIDIAN)
    return x, y


def _from_wgs84(m: Functions, lon: Any, lat: Any, datum: Datum) -> tuple[Any, Any]:
    if datum == "gcj02":
        return _gcj_from_wgs(m, lon, lat)
    if datum == "bd09":
        return _bd_from_gcj(m, *_gcj_from_wgs(m, lon, lat))
    if is_metric(datum):
        east, north = project(m, lon, lat, _MERIDIAN)
        return east + (_FALSE_EASTING_M if datum == "cgcs2000_gk_cm120" else _ZONE_EASTING_M), north
    return lon, lat


def _undo(shift: Any, m: Functions, x: Any, y: Any) -> tuple[Any, Any]:
    """The point that `shift` moves to (x, y), by fixed-point iteration."""
    lon, lat = x, y
    for _ in range(_STEPS):
        moved_lon, moved_lat = shift(m, lon, lat)
        lon, lat = lon + (x - moved_lon), lat + (y - moved_lat)
    return lon, lat


def _gcj_from_wgs(m: Functions, lon: Any, lat: Any) -> tuple[Any, Any]:
    inside = (
        (lon >= _GCJ_REACH.west)
        & (lon <= _GCJ_REACH.east)
        & (lat >= _GCJ_REACH.south)
        & (lat <= _GCJ_REACH.north)
    )
    x, y = lon - 105.0, lat - 35.0
    root = m.sqrt(m.fabs(x))
    waves = 20.0 * m.sin(6.0 * x * math.pi) + 20.0 * m.sin(2.0 * x * math.pi)
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    east = (
        east
        + (waves + _wave(m, x, 20.0, 40.0, 1 / 3) + _wave(m, x, 150.0, 300.0, 1 / 30, 1 / 12)) * 2.0 / 3.0
    )
    north = (
        north
        + (waves + _wave(m, y, 20.0, 40.0, 1 / 3) + _wave(m, y, 160.0, 320.0, 1 / 30, 1 / 12)) * 2.0 / 3.0
    )
    phi = lat * (math.pi / 180.0)
    magic = 1 - _GCJ_EE * m.sin(phi) ** 2
    root = m.sqrt(magic)
    d_lon = east * 180.0 / (_GCJ_A / root * m.cos(phi) * math.pi)
    d_lat = north * 180.0 / (_GCJ_A * (1 - _GCJ_EE) / (magic * root) * math.pi)
    return lon + inside * d_lon, lat + inside * d_lat


def _wave(m: Functions, at: Any, first: float, second: float, slow: float, fast: float = 1.0) -> Any:
    """The pair of sines of the published formula: `first` at the quicker frequency, `second` at the slower."""
    return first * m.sin(at * fast * math.pi) + second * m.sin(at * slow * math.pi)


def _bd_from_gcj(m: Functions, lon: Any, lat: Any) -> tuple[Any, Any]:
    distance = m.sqrt(lon * lon + lat * lat) + 0.00002 * m.sin(lat * _BD_PI)
    angle = m.atan2(lat, lon) + 0.000003 * m.cos(lon * _BD_PI)
    return distance * m.cos(angle) + 0.0065, distance * m.sin(angle) + 0.006
