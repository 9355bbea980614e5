"""Checking a declared coordinate: every fault as a typed outcome, swapped values put right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gis import crs
from gis.coordinate import check
from tests.unit.gis.district import EXTENT


@pytest.mark.parametrize(
    ("lon", "lat", "datum", "fault"),
    [
        (None, None, "wgs84", "missing"),
        ("", " ", None, "missing"),
        (119.0, None, "wgs84", "half"),
        (119.0, 33.6, "西安80", "datum"),
        (119.0, 33.6, "mars", "datum"),
        (float("nan"), 33.6, "wgs84", "not_a_number"),
        (float("inf"), 33.6, "wgs84", "not_a_number"),
        ("一百一十九", "33.6", "wgs84", "not_a_number"),
        (True, False, "wgs84", "not_a_number"),
        ([119.0], 33.6, "wgs84", "not_a_number"),
        (10**400, 33.6, "wgs84", "not_a_number"),
        (0, 0, "wgs84", "zero"),
        (119.0, 0.0, "gcj02", "zero"),
        (40_500_000, 3_720_000, "wgs84", "magnitude"),
        (119.0, 33.6, "cgcs2000_gk_cm120", "magnitude"),
        (39_500_000, 3_720_000, "cgcs2000_gk_zone40", "magnitude"),
        (1e300, 1e300, "cgcs2000_gk_cm120", "magnitude"),
        (2.35, 48.85, "wgs84", "outside_china"),
        (-119.0, 33.6, "wgs84", "outside_china"),
        (116.4, 39.9, "wgs84", "outside_extent"),
    ],
)
def test_faults(lon: object, lat: object, datum: str | None, fault: str) -> None:
    found = check(lon, lat, datum, EXTENT)
    assert found.fault == fault
    assert not found.usable
    assert found.says
    assert (found.lon is None) == (fault != "outside_extent")


@pytest.mark.parametrize("datum", crs.DATUMS)
@pytest.mark.parametrize("swapped", [False, True])
def test_either_order_comes_out_right(datum: crs.Datum, swapped: bool) -> None:
    x, y = crs.from_wgs84(119.0, 33.6, datum)
    found = check(*((y, x) if swapped else (x, y)), datum, EXTENT)
    assert (found.lon, found.lat) == pytest.approx((119.0, 33.6), abs=1e-8)
    assert found.swapped is swapped
    assert found.usable
    assert ("写反" in found.says) is swapped


def test_magnitude_tells_the_two_metre_systems_apart() -> None:
    zoned = crs.from_wgs84(119.0, 33.6, "cgcs2000_gk_zone40")
    found = check(*zoned, "cgcs2000_gk_cm120", EXTENT)
    assert (found.lon, found.lat) == pytest.approx((119.0, 33.6), abs=1e-8)


def test_numbers_as_text() -> None:
    found = check(" 119.0 ", "33.6", "GCJ-02", EXTENT)
    assert found.usable
    assert found.datum == "gcj02"


anything = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12))


@given(anything, anything, st.one_of(st.none(), st.sampled_from(crs.DATUMS), st.text(max_size=10)))
def test_nothing_raises(lon: object, lat: object, datum: str | None) -> None:
    found = check(lon, lat, datum, EXTENT)
    if found.usable:
        assert found.lon is not None
        assert found.lat is not None
        assert EXTENT.holds(found.lon, found.lat)
