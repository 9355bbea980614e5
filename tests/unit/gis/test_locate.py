"""Locating as a whole: coordinates, prose, bad input, and the fields of the answer."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gis import crs
from gis.geocode import Locator
from gis.match import LEVELS, Query
from tests.unit.gis.district import CODE_OF, ask, at, locator

FIELDS = [
    "id", "lon", "lat", "cell", "village", "town", "level", "radius_m", "p_cell", "p_town", "auto", "edge_m",
    "on_edge", "near_edge", "datum", "boundary_version", "candidates", "reasons",
]  # fmt: skip
LON, LAT = at(3.5, 0.5)
WHERE = locator()


def test_fields_are_exactly_these(where: Locator) -> None:
    plain = ask(where, "渔沟镇民主村3组").to_dict()
    assert list(plain) == FIELDS
    assert list(plain["candidates"][0]) == ["place", "name", "lon", "lat", "cell", "p", "reasons"]
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain


@pytest.mark.parametrize("datum", crs.DATUMS)
def test_a_coordinate_in_any_datum(where: Locator, datum: crs.Datum) -> None:
    x, y = crs.from_wgs84(LON, LAT, datum)
    match = ask(where, None, lon=x, lat=y, datum=datum)
    assert (match.level, match.cell, match.datum, match.auto) == (
        "coordinate",
        "320804109201004",
        datum,
        True,
    )
    assert (match.lon, match.lat) == pytest.approx((LON, LAT), abs=1e-8)
    assert match.radius_m == where.thresholds.coordinate_radius_m


def test_swapped_coordinate_is_put_right_and_told(where: Locator) -> None:
    match = ask(where, None, lon=LAT, lat=LON, datum="wgs84")
    assert match.cell == "320804109201004"
    assert any("写反" in reason for reason in match.reasons)


def test_coordinate_on_a_border_is_not_decided(where: Locator) -> None:
    lon, lat = at(2, 0.5)
    match = ask(where, None, lon=lon, lat=lat, datum="wgs84")
    assert match.on_edge
    assert match.near_edge
    assert match.cell == "320804109201003"
    assert not match.auto
    assert match.p_cell == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize(
    ("lon", "lat", "datum"),
    [(0, 0, "wgs84"), (math.nan, LAT, "wgs84"), ("x", "y", "wgs84"), (LON, None, "wgs84"), (LON, LAT, "西安80"),
     (LON, LAT, "mars"), (116.4, 39.9, "wgs84"), (2.0, 48.0, "wgs84"), (118.95, 33.55, "wgs84")],
)  # fmt: skip
def test_bad_coordinate_goes_on_with_the_text(where: Locator, lon: object, lat: object, datum: str) -> None:
    match = ask(where, "徐溜镇淮海路12号", lon=lon, lat=lat, datum=datum)
    assert (match.level, match.auto) == ("house", True)
    assert "坐标" in match.reasons[0]
    alone = ask(where, None, lon=lon, lat=lat, datum=datum)
    assert alone.cell is None
    assert not alone.auto
    assert any("坐标" in reason for reason in alone.reasons)


def test_text_that_contradicts_the_coordinate_is_told(where: Locator) -> None:
    agreeing = ask(where, "徐溜镇张桥村", lon=LON, lat=LAT, datum="wgs84")
    assert not any("文字" in reason for reason in agreeing.reasons)
    other = ask(where, "县医院", lon=LON, lat=LAT, datum="wgs84")
    assert other.level == "poi"
    assert any("公里" in reason and "核实" in reason for reason in other.reasons)
    assert not other.auto
    assert other.candidates[0].name == "淮安市淮阴区人民医院"
    prose = ask(where, None, content="昨天在县医院看病", lon=LON, lat=LAT, datum="wgs84")
    assert prose.auto


def test_undeclared_datum_is_told(where: Locator) -> None:
    match = ask(where, None, lon=LON, lat=LAT)
    assert match.datum == "wgs84"
    assert "未声明" in match.reasons[0]


PROSE = "市民反映,{}路灯不亮已有三天,电话13812345678,请尽快处理。"


def test_places_in_prose_when_the_address_is_empty(where: Locator) -> None:
    match = ask(where, None, title="路灯", content=PROSE.format("徐溜镇淮海路12号"))
    assert (match.level, match.auto) == ("house", True)
    assert ask(where, "", title="幸福花园3栋漏水").level == "building"
    assert ask(where, "无", content=PROSE.format("民主村3组")).level == "group"
    assert ask(where, None, content="我住吴集,路不好走").town == CODE_OF["渔沟镇"]


def test_coarse_address_is_refined_by_prose(where: Locator) -> None:
    match = ask(where, "渔沟镇", content=PROSE.format("民主村3组"))
    assert (match.level, match.village, match.auto) == ("group", "320804110227", True)


@pytest.mark.parametrize(
    "content",
    [
        "市民反映路灯不亮",
        "团结民主,共建和谐",
        "民主生活会何时召开",
        "咨询医保报销政策",
        "码头工人讨薪",
        "在民主测评中",
        "",
    ],
)
def test_prose_that_names_nothing(where: Locator, content: str) -> None:
    match = ask(where, None, title="咨询", content=content)
    assert match.level == "none", match
    assert match.candidates == ()
    assert match.reasons


def test_two_places_in_prose_are_told(where: Locator) -> None:
    match = ask(where, None, content="从渔沟中学到县医院的公交停了")
    assert not match.auto
    assert any("另一处" in reason for reason in match.reasons)
    assert len(match.candidates) == 2


@pytest.mark.parametrize(
    "address",
    ["", " ", "\x00", "😀😀", "???", "1" * 20_000, "路" * 20_001, "3组" * 7000, "徐溜镇淮海路12号" * 2000],
)
def test_noise_and_length(where: Locator, address: str) -> None:
    match = ask(where, address, content=address, title=address)
    assert match.level in LEVELS
    assert len(match.candidates) <= 5
    assert match.level == ("house" if "淮海路" in address else "none")


words = st.sampled_from(
    [
        "渔沟镇",
        "徐溜",
        "民主村",
        "码头",
        "3组",
        "淮海路",
        "12号",
        "与",
        "健康路",
        "幸福花园",
        "3栋",
        "旁边",
        "王营镇",
        "县医院",
        "我",
        ",",
    ]
)


@settings(max_examples=300)
@given(
    st.lists(words, max_size=12),
    st.lists(words, max_size=12),
    st.one_of(st.none(), st.floats(), st.text(max_size=5)),
)
def test_any_answer_is_consistent(address: list[str], content: list[str], lon: float | str | None) -> None:
    query = Query("q", address="".join(address), content="".join(content), lon=lon, lat=33.61, datum="gcj02")
    match = WHERE.locate(query)
    assert match == WHERE.locate(query)
    assert 0 <= match.p_cell <= match.p_town + 1e-9 <= 1 + 2e-9
    assert (match.cell is None) == (match.edge_m is None)
    assert match.auto == (match.auto and match.p_cell >= 0.9)
    assert match.reasons
    json.dumps(match.to_dict(), allow_nan=False)
    if match.cell is not None:
        assert match.lon is not None
        assert match.lat is not None
        spot = WHERE.cells.find(match.lon, match.lat)
        assert spot is not None
        assert (spot.cell.code, spot.cell.village, spot.cell.town) == (match.cell, match.village, match.town)
