"""Places as strangers give them: datums, coordinates, columns, lines. Any value is understood or told, none raises."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from gis.channel import Vote, vote
from gis.columns import COLUMNS, guess, mapped
from gis.coordinate import check, check_many
from gis.crs import DATUMS, Datum, Extent, datum_named, from_wgs84, to_wgs84
from gis.errors import DatumError, ListingError
from gis.formats.declared import declared
from gis.listing import Checker
from tests.unit.gis.test_listing import WHERE


def answer_of(read: Callable[..., Any], *given: Any) -> Any:
    """What a reader answers, or the error by which it refuses: no other may come."""
    try:
        return read(*given)
    except (DatumError, ListingError) as refused:
        return refused


EXTENT = Extent(118.9, 33.5, 119.5, 33.8)
NUMBER = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.just(10**400)
    | st.sampled_from(
        ["119.05", " 33.65 ", "1_19.0", "\uff11\uff11\uff19", "1e400", "nan", "0", "40500000", "3720000"]
    )
    | st.text(max_size=6)
)
WORD = st.sampled_from(
    [
        "EPSG:",
        "4326",
        "9" * 30,
        "西安80",
        "CGCS2000",
        "gcj02",
        'PROJCS["',
        '"',
        'PARAMETER["central_meridian",',
        "120",
        "1.2.3",
        "-",
        "]",
        "GEOGCS[",
    ]
)


@given(NUMBER, NUMBER, st.none() | st.sampled_from(DATUMS) | st.text(max_size=8))
def test_a_coordinate_votes_or_does_not(lon: Any, lat: Any, datum: str | None) -> None:
    found = vote(lon, lat, datum, EXTENT, (119.05, 33.65), 50.0)
    if found is not None:
        assert all(map(math.isfinite, (*found.logs, found.east_m, found.north_m)))
        assert Vote.from_dict(json.loads(json.dumps(found.to_dict()))) == found


@given(st.lists(st.tuples(NUMBER, NUMBER), max_size=5), st.sampled_from(DATUMS))
def test_many_at_once_are_told_as_each_alone(pairs: list[tuple[Any, Any]], datum: Datum) -> None:
    many = check_many([lon for lon, _ in pairs], [lat for _, lat in pairs], datum, EXTENT)
    for at, (lon, lat) in enumerate(pairs):
        alone = check(lon, lat, datum, EXTENT)
        assert bool(many.usable[at]) == alone.usable
        assert math.isnan(many.lons[at]) == (alone.lon is None)


@given(st.floats(73.5, 135), st.floats(18, 53.5), st.sampled_from(DATUMS[:4]), st.sampled_from(DATUMS[:4]))
def test_by_way_of_any_two_datums_and_back(lon: float, lat: float, one: Datum, other: Datum) -> None:
    there = from_wgs84(*to_wgs84(*from_wgs84(lon, lat, one), one), other)
    assert to_wgs84(*there, other) == pytest.approx((lon, lat), abs=1e-7)


@given(st.text(max_size=20) | st.lists(WORD, max_size=6).map("".join))
def test_a_name_of_a_datum_is_known_or_refused(text: str) -> None:
    assert declared(text).refused is None or declared(text).datum is None
    named = answer_of(datum_named, text)
    assert named in DATUMS or len(str(named)) < 300


@pytest.mark.parametrize(
    "text", ["EPSG:" + "9" * 5000, 'PROJCS["CGCS2000",PARAMETER["central_meridian", 1.2.3]]']
)
def test_a_number_of_a_system_that_is_none_is_refused(text: str) -> None:
    assert declared(text).refused


NAMES = st.sampled_from([name for names in COLUMNS.values() for name in names]) | st.text(max_size=6)


@given(
    st.lists(NAMES, max_size=8),
    st.dictionaries(st.sampled_from(sorted(COLUMNS)) | st.text(max_size=4), NAMES, max_size=3),
)
def test_each_column_is_one_field(header: list[str], mapping: dict[str, str]) -> None:
    assert len(set(guess(header).values())) == len(guess(header))
    columns = answer_of(mapped, header, mapping)
    if not isinstance(columns, ListingError):
        assert "name" in columns
        assert len(set(columns.values())) == len(columns)


HEADER = ("名称", "类别", "经度", "纬度", "线", "半径", "别名", "村居")
LINE = st.lists(
    st.sampled_from(
        [
            "LINESTRING",
            "MULTI",
            "(",
            ")",
            "EMPTY",
            " Z",
            ",",
            "119 33.6",
            "nan nan",
            "1e400 1",
            "1e308 1e308",
            "CIRCULARSTRING",
        ]
    ),
    max_size=9,
).map("".join)
CELL = st.text(max_size=8) | st.sampled_from(
    ["长江路", "road", "道路", "119.05", "33.65", "nan", "1e400", "渔沟村", "a、b"]
)


@given(
    st.lists(st.tuples(CELL, CELL, CELL, CELL, LINE, CELL, CELL, CELL), min_size=1, max_size=3),
    st.sampled_from(DATUMS),
)
def test_a_row_of_a_list_is_taken_or_told(rows: list[tuple[str, ...]], datum: Datum) -> None:
    checker = Checker(mapped(HEADER, {}), len(HEADER), datum, WHERE, "road")
    listed, problems = checker.check(list(enumerate(rows, start=2)))
    taken, refused = {each.row for each in listed}, {each.row for each in problems if each.grave}
    assert taken | refused == set(range(2, len(rows) + 2))
    assert not taken & refused
    assert all(math.isfinite(each.lon) and math.isfinite(each.lat) for each in listed)


@pytest.mark.parametrize(
    "line",
    [
        "LINESTRING(119 33.6, 1e400 1)",
        "LINESTRING(nan nan, 1 1)",
        "LINESTRING(1e308 1e308, -1e308 1)",
        "CIRCULARSTRING(0 0,1 1,2 0)",
        "LINESTRING(0 0, 1 1)",
    ],
)
def test_a_line_that_is_nowhere_is_told(line: str) -> None:
    row = ("长江路", "road", "119.05", "33.65", line, "", "", "")
    listed, problems = Checker(mapped(HEADER, {}), len(HEADER), "gcj02", WHERE, None).check([(2, row)])
    assert (listed, [each.field for each in problems]) == ([], ["线"])
