"""Locating by text: levels, agreement of parents, ties, the traps of the district's names."""

from __future__ import annotations

import pytest

from gis.ellipsoid import metres_between
from gis.geocode import Locator
from gis.match import Match
from tests.unit.gis.district import CODE_OF, ask, at


def near(match: Match, column: float, row: float, metres: float = 2.0) -> bool:
    """Whether a match lies at a position counted in cells."""
    assert match.lon is not None
    assert match.lat is not None
    return metres_between(match.lon, match.lat, *at(column, row)) < metres


def why(match: Match) -> str:
    return ";".join(match.reasons)


@pytest.mark.parametrize(
    ("address", "level", "cell", "auto"),
    [
        ("江苏省淮安市淮阴区徐溜镇淮海路12号", "house", "320804109201003", True),
        ("淮海路十二号", "house", "320804109201003", True),
        ("淮海路10号", "interpolated", "320804109201003", True),
        ("幸福花园3号楼2单元501室", "building", "320804001001003", True),
        ("幸福花园小区A座", "building", "320804001001003", True),
        ("淮阴区人民医院", "poi", "320804001002004", True),
        ("县医院门口", "poi", "320804001002004", True),
        ("淮海路与健康路交叉口", "intersection", "320804109201003", True),
        ("健康路和淮海路路口", "intersection", "320804109201003", True),
        ("健康路淮海路", "intersection", "320804109201003", True),
        ("渔沟镇民主村三组", "group", "320804110227001", True),
        ("徐溜镇大徐庄", "group", "320804109201002", True),
    ],
)
def test_levels_with_a_cell(where: Locator, address: str, level: str, cell: str, auto: bool) -> None:
    match = ask(where, address)
    assert (match.level, match.cell, match.auto) == (level, cell, auto), match
    assert match.matched
    assert match.boundary_version == 7
    assert match.p_town >= match.p_cell > 0.9


@pytest.mark.parametrize(
    ("address", "level", "town"),
    [
        ("渔沟镇", "town", "渔沟镇"),
        ("吴集镇", "town", "渔沟镇"),
        ("吴集", "town", "渔沟镇"),
        ("码头镇", "town", "马头镇"),
        ("长江路街道办事处", "town", "长江路街道"),
        ("张桥村", "village", "徐溜镇"),
        ("张桥社区居委会", "village", "徐溜镇"),
        ("徐溜镇张桥", "village", "徐溜镇"),
        ("徐庄", "village", "徐溜镇"),
        ("七一村", "village", "刘老庄镇"),
        ("渔沟镇民主村", "village", "渔沟镇"),
        ("吴集镇民主村", "village", "渔沟镇"),
        ("徐溜镇人民路", "road_village", "马头镇"),
    ],
)
def test_coarse_levels(where: Locator, address: str, level: str, town: str) -> None:
    match = ask(where, address)
    assert match.level == level, match
    assert match.matched is (level != "town")
    assert not match.auto
    assert match.town == CODE_OF[town] or level == "road_village"


def test_town_is_certain_where_the_cell_is_not(where: Locator) -> None:
    match = ask(where, "吴集镇民主村")
    assert where.thresholds.is_town_certain(match)
    assert not match.auto
    assert match.p_cell == pytest.approx(0.25, abs=0.01)
    assert "镇街中心" in why(match)


def test_a_town_has_no_cell(where: Locator) -> None:
    match = ask(where, "渔沟镇路灯不亮")
    assert (match.cell, match.village, match.edge_m) == (None, None, None)
    assert where.thresholds.is_town_certain(match)


@pytest.mark.parametrize("address", ["民主村", "民主社区", "人民路", "马头镇码头"])
def test_equal_names_ask(where: Locator, address: str) -> None:
    match = ask(where, address)
    assert not match.auto
    assert len(match.candidates) >= 2
    assert "同名" in why(match)
    assert match.candidates[0].p == pytest.approx(match.candidates[1].p, rel=0.3)


def test_old_town_that_was_split_asks(where: Locator) -> None:
    match = ask(where, "王营镇")
    assert match.p_town == pytest.approx(0.5, abs=0.01)
    assert {one.name for one in match.candidates} == {"长江路街道", "王家营街道"}


def test_suffix_tells_the_two_matou_apart(where: Locator) -> None:
    assert ask(where, "马头镇码头村").village == "320804115228"
    assert ask(where, "马头镇码头居委会").village == "320804115001"
    assert ask(where, "码头镇码头社区").village == "320804115001"


def test_town_and_village_of_one_name(where: Locator) -> None:
    assert ask(where, "刘老庄镇").level == "town"
    assert ask(where, "刘老庄镇刘老庄村").village == "320804116202"
    alone = ask(where, "刘老庄")
    assert alone.town == CODE_OF["刘老庄镇"]
    assert where.thresholds.is_town_certain(alone)


def test_village_name_of_numerals(where: Locator) -> None:
    match = ask(where, "刘老庄镇七一三组")
    assert match.level == "group"
    assert match.village == "320804116203"
    assert "3组" in match.candidates[0].name


def test_a_city_before_road_is_a_road(where: Locator) -> None:
    assert ask(where, "北京西路").level == "road_village"
    shorter = ask(where, "北京路")
    assert (shorter.candidates[0].name, shorter.auto) == ("北京西路", False)
    assert "可能是" in shorter.reasons[0]
    assert ask(where, "淮安市北京西路").candidates[0].name == "北京西路"


def test_a_town_before_road_is_a_road(where: Locator) -> None:
    assert ask(where, "渔沟路20号").level == "none"
    assert ask(where, "渔沟大道").level == "none"
    assert ask(where, "长江路").candidates[0].name == "长江路"
    assert ask(where, "长江路街道").level == "town"


def test_a_street_lamp_is_no_road(where: Locator) -> None:
    assert ask(where, "渔沟路灯不亮").level == "town"
    assert ask(where, "幸福花园路灯不亮").level == "poi"


def test_a_contradiction_lowers_and_never_vetoes(where: Locator) -> None:
    match = ask(where, "渔沟镇淮海路12号")
    assert match.cell == "320804109201003"
    assert match.p_cell < ask(where, "徐溜镇淮海路12号").p_cell
    assert "徐溜镇" in why(match)
    hospital = ask(where, "渔沟镇县医院")
    assert hospital.level == "poi"
    assert not hospital.auto


@pytest.mark.parametrize("said", ["旁边", "附近", "对面", "往北50米"])
def test_relations_widen_and_do_not_move(where: Locator, said: str) -> None:
    exact, wide = ask(where, "好又多超市"), ask(where, f"好又多超市{said}")
    assert (wide.lon, wide.lat) == (exact.lon, exact.lat)
    assert wide.radius_m is not None
    assert exact.radius_m is not None
    assert wide.radius_m >= exact.radius_m + 60
    assert wide.p_cell <= exact.p_cell
    assert "放宽" in why(wide)


def test_opposite_a_place_the_named_place_counts(where: Locator) -> None:
    match = ask(where, "幸福花园小区对面的好又多超市")
    assert match.candidates[0].name == "好又多超市"


def test_interpolated_number_lies_on_its_side(where: Locator) -> None:
    assert near(ask(where, "淮海路10号"), 2.1 + 10 * 0.02, 0.51)
    assert near(ask(where, "淮海路11号"), 2.1 + 11 * 0.02, 0.49)
    assert "推算" in why(ask(where, "淮海路11号"))


def test_unknown_number_falls_to_road_and_village(where: Locator) -> None:
    match = ask(where, "徐溜镇张桥村淮海路999号")
    assert match.level == "road_village"
    assert match.village == "320804109201"
    assert "没有收录999号" in why(match)
    assert ask(where, "幸福花园99栋").level == "poi"
    assert ask(where, "渔沟镇民主村99组").level == "village"


def test_two_villages_where_one_fits(where: Locator) -> None:
    match = ask(where, "民主村3组", village="320804110227")
    assert (match.level, match.village, match.auto) == ("group", "320804110227", True)


@pytest.mark.parametrize("village", ["320804109201", "张桥村", "张桥村委会"])
def test_stated_village_is_an_answer_of_its_own(where: Locator, village: str) -> None:
    match = ask(where, None, village=village)
    assert (match.level, match.village) == ("village", "320804109201")


def test_near_edge_is_told(where: Locator) -> None:
    match = ask(where, "淮海路40号")
    assert match.edge_m is not None
    assert match.radius_m is not None
    assert match.near_edge == (match.edge_m < match.radius_m)
    town = ask(where, "大徐庄旁边")
    assert town.level == "group"
