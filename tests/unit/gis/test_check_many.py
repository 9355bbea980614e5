"""Many coordinates at once are judged as one by one."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gis.coordinate import check, check_many
from gis.crs import DATUMS, Datum, Extent, from_wgs84

EXTENT = Extent(118.7, 33.3, 119.3, 34.0)
ODD: list[object] = [
    *(
        "",
        "  ",
        None,
        "x",
        "nan",
        "inf",
        "-inf",
        "1e999",
        0,
        "0.0",
        "119.0",
        "33.6",
        119.0,
        33.6,
        181.0,
        -181.0,
    ),
    *(
        500_000.0,
        3_720_000.0,
        40_500_000.0,
        41_500_000.0,
        9e5,
        1e7,
        1e5,
        3e5,
        6e6,
        39_500_000.0,
        True,
        10**400,
    ),
    *(73.0, 136.0, 3.0, 54.0, 118.7, 34.0),
]
VALUES = st.one_of(
    st.sampled_from(ODD), st.floats(-200, 200), st.floats(0, 5e7), st.floats(allow_nan=True, allow_infinity=True)
)  # fmt: skip


@example([(6_000_000.0, -1_007_100_000.0), (-500_000.0, 3_720_000.0)], "cgcs2000_gk_cm120")
@example([(1_500_000.0, 3_720_000.0), (500_000.0, 3_720_000.0)], "cgcs2000")
@given(st.lists(st.tuples(VALUES, VALUES), max_size=20), st.sampled_from(DATUMS))
def test_each_is_judged_as_alone(pairs: list[tuple[object, object]], datum: Datum) -> None:
    many = check_many([x for x, _ in pairs], [y for _, y in pairs], datum, EXTENT)
    for at, (x, y) in enumerate(pairs):
        one = check(x, y, datum, EXTENT)
        assert (many.says[at], bool(many.usable[at])) == (one.says, one.usable), (x, y)
        if one.lon is None or one.lat is None:
            assert math.isnan(many.lons[at])
        else:
            assert many.lons[at] == pytest.approx(one.lon, abs=1e-11)
            assert many.lats[at] == pytest.approx(one.lat, abs=1e-11)
            assert bool(many.swapped[at]) == one.swapped


@pytest.mark.parametrize("datum", DATUMS)
def test_points_of_the_district_come_back_in_either_order(datum: Datum) -> None:
    points = [(118.9, 33.5), (119.05, 33.65), (119.2, 33.9)]
    given = [from_wgs84(*point, datum) for point in points]
    for order in (1, -1):
        turned = [pair[::order] for pair in given]
        many = check_many([x for x, _ in turned], [y for _, y in turned], datum, EXTENT)
        assert many.usable.all()
        for at, (lon, lat) in enumerate(points):
            assert (many.lons[at], many.lats[at]) == pytest.approx((lon, lat), abs=1e-8)
