"""Datums: published vectors, inverses over China, agreement with PROJ, names that are refused."""

from __future__ import annotations

import math

import numpy as np
import pyproj
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj.database import query_crs_info

from gis import crs
from gis.ellipsoid import metres_between
from gis.errors import RefusedDatumError, UnknownDatumError

# WGS 84 lat, lon → GCJ-02 lat, lon; googollee/eviltransform python/test.py @03ba58d (c) 2015 Googol Lee et al.
GCJ = [
    (31.1774276, 121.5272106, 31.17530398364597, 121.531541859215),
    (22.543847, 113.912316, 22.540796131694766, 113.9171764808363),
    (39.911954, 116.377817, 39.91334545536069, 116.38404722455657),
]
# WGS 84, GCJ-02, BD-09, each lat, lon, in Huaiyin.
HUAIYIN = [
    (33.6, 119.0, 33.59855523, 119.0054, 33.60446966, 119.01192259),
    (33.7, 118.9, 33.69840246, 118.90517603, 33.70465208, 118.91158648),
]
china = {
    "lon": st.floats(73.5, 135.5, allow_nan=False),
    "lat": st.floats(3.5, 53.5, allow_nan=False),
}


@pytest.mark.parametrize(("lat", "lon", "gcj_lat", "gcj_lon"), GCJ)
def test_published_gcj_vectors(lat: float, lon: float, gcj_lat: float, gcj_lon: float) -> None:
    assert crs.from_wgs84(lon, lat, "gcj02") == pytest.approx((gcj_lon, gcj_lat), abs=1e-9)


@pytest.mark.parametrize(("lat", "lon", "gcj_lat", "gcj_lon", "bd_lat", "bd_lon"), HUAIYIN)
def test_huaiyin_vectors(
    lat: float, lon: float, gcj_lat: float, gcj_lon: float, bd_lat: float, bd_lon: float
) -> None:
    assert crs.from_wgs84(lon, lat, "gcj02") == pytest.approx((gcj_lon, gcj_lat), abs=1e-8)
    assert crs.from_wgs84(lon, lat, "bd09") == pytest.approx((bd_lon, bd_lat), abs=1e-8)
    assert crs.to_wgs84(gcj_lon, gcj_lat, "gcj02") == pytest.approx((lon, lat), abs=1e-8)
    assert crs.to_wgs84(bd_lon, bd_lat, "bd09") == pytest.approx((lon, lat), abs=1e-8)


def test_known_offsets_at_119_33_6() -> None:
    east, north = (crs.from_wgs84(119.0, 33.6, datum) for datum in ("gcj02", "bd09"))
    k_lon, k_lat = metres_between(119.0, 33.6, 120.0, 33.6), metres_between(119.0, 33.1, 119.0, 34.1)
    assert ((east[0] - 119) * k_lon, (east[1] - 33.6) * k_lat) == pytest.approx((501, -160), abs=1)
    assert ((north[0] - 119) * k_lon, (north[1] - 33.6) * k_lat) == pytest.approx((1106, 496), abs=1)


@pytest.mark.parametrize("datum", crs.DATUMS)
@given(**china)
def test_inverse_is_better_than_a_millimetre(datum: crs.Datum, lon: float, lat: float) -> None:
    if crs.is_metric(datum):
        lon = 116 + (lon - 73.5) * 8 / 62
    back = crs.to_wgs84(*crs.from_wgs84(lon, lat, datum), datum)
    assert metres_between(lon, lat, *back) < 0.001


@pytest.mark.parametrize("datum", ["gcj02", "bd09"])
@given(**china)
def test_a_shifted_point_comes_back_to_itself(datum: crs.Datum, lon: float, lat: float) -> None:
    """The other way round: what was measured in the shifted datum is hit again to the millimetre."""
    again = crs.from_wgs84(*crs.to_wgs84(lon, lat, datum), datum)
    assert metres_between(lon, lat, *again) < 0.001


@pytest.mark.parametrize("datum", crs.DATUMS)
def test_arrays_over_all_of_china_agree_with_single_points(datum: crs.Datum) -> None:
    random = np.random.default_rng(7)
    span = (117.0, 123.0) if crs.is_metric(datum) else (73.5, 135.5)
    lons, lats = random.uniform(*span, 5000), random.uniform(3.5, 53.5, 5000)
    xs, ys = crs.from_wgs84_many(lons, lats, datum)
    back = crs.to_wgs84_many(xs, ys, datum)
    off = np.hypot((back[0] - lons) * 111_320 * np.cos(np.radians(lats)), (back[1] - lats) * 111_320)
    assert off.max() < 0.001
    for number in range(0, 5000, 50):
        one = crs.from_wgs84(float(lons[number]), float(lats[number]), datum)
        assert one == pytest.approx((xs[number], ys[number]), rel=1e-13)
        there = crs.to_wgs84(float(xs[number]), float(ys[number]), datum)
        assert there == pytest.approx((back[0][number], back[1][number]), abs=1e-11)


@pytest.mark.parametrize(("code", "datum"), [(4549, "cgcs2000_gk_cm120"), (4528, "cgcs2000_gk_zone40")])
def test_metres_agree_with_proj(code: int, datum: crs.Datum) -> None:
    random = np.random.default_rng(3)
    lons, lats = random.uniform(117, 123, 500), random.uniform(18, 52, 500)
    shift = pyproj.Transformer.from_crs(4490, code, always_xy=True)
    east, north = shift.transform(lons, lats)
    xs, ys = crs.from_wgs84_many(lons, lats, datum)
    assert np.abs(xs - east).max() < 1e-4
    assert np.abs(ys - north).max() < 1e-4


def test_northing_of_huaiyin() -> None:
    east, north = crs.from_wgs84(119.0, 33.6, "cgcs2000_gk_cm120")
    zoned, _ = crs.from_wgs84(119.0, 33.6, "cgcs2000_gk_zone40")
    assert math.isclose(north, 3.72e6, rel_tol=2e-3)
    assert zoned - east == pytest.approx(40_000_000)


@given(
    st.one_of(st.floats(-180, 72), st.floats(138, 180)).flatmap(
        lambda lon: st.tuples(st.just(lon), st.floats(-85, 85))
    )
    | st.tuples(st.floats(-180, 180), st.one_of(st.floats(-85, 0.8), st.floats(56, 85)))
)
def test_outside_china_gcj_is_no_shift(point: tuple[float, float]) -> None:
    assert crs.from_wgs84(*point, "gcj02") == point
    assert crs.to_wgs84(*point, "gcj02") == point


@pytest.mark.parametrize(
    ("text", "datum"),
    [("WGS84", "wgs84"), ("EPSG:4490", "cgcs2000"), ("GCJ-02", "gcj02"), ("bd09", "bd09"), ("百度", "bd09"),
     ("epsg:4549", "cgcs2000_gk_cm120"), (" CGCS2000_GK_ZONE40 ", "cgcs2000_gk_zone40")],
)  # fmt: skip
def test_spellings(text: str, datum: str) -> None:
    assert crs.datum_named(text) == datum


@pytest.mark.parametrize(
    "text",
    [
        "Xi'an 80",
        "西安80坐标系",
        "80西安",
        "1980西安坐标系",
        "beijing54",
        "北京54",
        "54北京坐标系",
        "4610",
        "EPSG:2364",
    ],
)
def test_old_datums_are_refused(text: str) -> None:
    with pytest.raises(RefusedDatumError, match="CGCS2000"):
        crs.datum_named(text)


def test_every_code_of_the_old_datums_is_refused_and_no_other() -> None:
    for known in query_crs_info(auth_name="EPSG"):
        is_old = "Xian 1980" in known.name or "Beijing 1954" in known.name
        try:
            crs.datum_named(f"EPSG:{known.code}")
        except RefusedDatumError:
            assert is_old, known.name
        except UnknownDatumError:
            assert not is_old, known.name


@pytest.mark.parametrize("text", ["", "mars", "EPSG:3857"])
def test_unknown_datums_are_told(text: str) -> None:
    with pytest.raises(UnknownDatumError, match="wgs84"):
        crs.datum_named(text)
