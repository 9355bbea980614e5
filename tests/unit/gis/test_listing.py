"""Lists of places: columns by their usual names, rows checked with every problem told."""

from __future__ import annotations

import sys
from typing import cast

import ahocorasick
import numpy as np
import pytest
import shapely

from gis.cells import Cell, CellIndex
from gis.columns import guess, mapped
from gis.crs import Datum, Extent, from_wgs84
from gis.errors import ListingError
from gis.listing import Checker, Listed, Village, Whereabouts
from gis.names import Kind
from gis.register import KIND_NAMES, KINDS, clean_name, fault_of_name, is_searched, kind_named
from gis.spelling import spelled
from gis.weight import weight

A, B = "320804001", "320804102"
VILLAGES = {
    A + "001": Village("营东社区", A),
    A + "002": Village("新桥社区", A),
    B + "201": Village("渔沟村", B),
    B + "202": Village("新桥村", B),
}
CELLS = CellIndex(
    [Cell(code + "001", code, village.town, None) for code, village in VILLAGES.items()],
    [shapely.box(119 + n / 10, 33.6, 119.1 + n / 10, 33.7) for n in range(4)],
    1,
)
WHERE = Whereabouts(CELLS, Extent(118.9, 33.5, 119.5, 33.8), VILLAGES, {A: "王家营街道", B: "渔沟镇"})
FIELDS = ("name", "kind", "lon", "lat", "town", "village", "parent", "radius_m", "nickname")


def check(
    *rows: tuple[str, ...], kind: Kind | None = None, datum: Datum = "wgs84"
) -> tuple[list[Listed], list[str]]:
    """The good rows, and what is said of each, as ``row field``."""
    columns = {name: number for number, name in enumerate(FIELDS)}
    found = Checker(columns, len(FIELDS), datum, WHERE, kind)
    good, problems = found.check([(number, row) for number, row in enumerate(rows, start=2)])
    return good, [f"{each.row} {each.field}{'' if each.grave else '?'}" for each in problems]


def test_columns_are_known_by_their_usual_names() -> None:
    header = ["序号", "标准名称", "地名类别", "东 经", "北纬(度)", "所属乡镇", "曾用名", "备注"]
    assert guess(header) == {"kind": 2, "name": 1, "town": 5, "lon": 3, "lat": 4, "old": 6}
    assert guess(["ID", "Name", "LNG", "Lat", "type"]) == {
        "external": 0,
        "kind": 4,
        "name": 1,
        "lon": 2,
        "lat": 3,
    }


def test_a_named_column_goes_before_a_guessed_one() -> None:
    header = ["名称", "简介", "x", "y"]
    assert mapped(header, {"name": "简介"}) == {"name": 1, "lon": 2, "lat": 3}
    assert mapped(header, {"nickname": "简介", "lon": "y", "lat": "x"}) == {
        "name": 0, "lon": 3, "lat": 2, "nickname": 1,
    }  # fmt: skip
    for mapping in ({"who": "名称"}, {"name": "没有"}, {"name": ""}):
        with pytest.raises(ListingError):
            mapped(header, mapping)


def test_a_place_lies_where_its_point_does_or_where_it_says() -> None:
    good, said = check(
        ("粮站", "poi", "119.05", "33.65"),
        ("桥", "兴趣点", "119.15", "33.65", "王家营街道", "新桥村"),
        ("桥二", "兴趣点", "119.15", "33.65", "", "新桥"),
        ("大街", "道路", "119.05", "33.65"),
        ("渔沟镇", "镇街", "119.25", "33.65"),
        ("新桥", "村居", "119.35", "33.65", "渔沟镇"),
    )
    assert said == []
    assert [(each.village, each.town) for each in good] == [
        (A + "001", A), (A + "002", A), (A + "002", A), (None, None), (None, B), (B + "202", B),
    ]  # fmt: skip


def test_a_village_that_two_towns_have_is_asked_about() -> None:
    assert check(("新桥", "村居", "119.35", "33.65"))[1] == ["2 名称"]
    assert check(("桥", "poi", "119.05", "33.65", "王家营街道", "渔沟村"))[1] == ["2 村居"]


def test_a_point_elsewhere_than_said_is_remarked_and_taken_as_said() -> None:
    good, said = check(("粮站", "poi", "119.05", "33.65", "渔沟镇"))
    assert (good[0].village, good[0].town, said) == (None, B, ["2 镇街?"])


def test_each_datum_and_either_order_lead_to_the_same_point() -> None:
    for datum in ("gcj02", "bd09", "cgcs2000_gk_cm120", "cgcs2000_gk_zone40"):
        x, y = from_wgs84(119.05, 33.65, cast(Datum, datum))
        good, said = check(
            ("甲", "poi", str(x), str(y)), ("乙", "poi", str(y), str(x)), datum=cast(Datum, datum)
        )
        assert [(each.lon, each.lat) for each in good] == [(119.05, 33.65)] * 2
        assert said == ["3 经度?"]


def test_every_problem_of_a_row_is_told() -> None:
    good, said = check(("", "castle", "x", "33.65", "nowhere", "", "", "far", "…"))
    assert good == []
    assert said == ["2 名称", "2 类别", "2 误差半径", "2 俗称", "2 经度"]


def test_short_rows_are_filled_up_and_long_ones_refused() -> None:
    assert check(("粮站", "poi", "119.05", "33.65"))[1] == []
    assert check(("粮站", "poi", "119.05", "33.65", *[""] * 5, "x"))[1] == ["2 名称"]
    assert check(("粮站", "poi"))[1] == ["2 经度"]
    assert check(("粮" * 201, "poi", "119.05", "33.65"))[1] == ["2 名称", "2 名称"]


def test_numbers_need_whose_they_are() -> None:
    assert check(("3号", "门牌", "119.05", "33.65"))[1] == ["2 上级"]
    (house,), said = check(("3号", "门牌", "119.05", "33.65", "", "", "淮海路"))
    assert (house.parent, house.pinyin, said) == ("淮海路", None, [])


def test_other_names_are_told_apart() -> None:
    (place,), _ = check(("粮站", "poi", "119.05", "33.65", "", "", "", "", "老粮站、粮站;粮管所/老粮站"))
    assert place.aliases == (("老粮站", "nickname"), ("粮管所", "nickname"))
    many = "、".join(f"名{n}" for n in range(21))
    assert check(("粮站", "poi", "119.05", "33.65", "", "", "", "", many))[1] == ["2 俗称"]


def test_a_kind_is_said_in_many_words() -> None:
    for kind, name in KIND_NAMES.items():
        assert kind_named(kind) == kind_named(name) == kind
    assert [kind_named(text) for text in (" POI ", "街道", "交叉口", "自然村", "城堡")] == [
        "poi", "town", "intersection", "group", None,
    ]  # fmt: skip
    assert check(("粮站", "", "119.05", "33.65"))[1] == ["2 类别"]
    assert check(("粮站", "", "119.05", "33.65"), kind="poi")[1] == []


def test_names_are_cleaned_and_bad_ones_told() -> None:
    assert clean_name("  人民\u3000 医院\n") == "人民 医院"
    assert clean_name("e\u0301cole") == "école"
    assert [bool(fault_of_name(name)) for name in ("人民医院", "", "……", "a\u200bb", "x" * 61, "7-11")] == [
        False, True, True, True, True, False,
    ]  # fmt: skip
    assert not any(is_searched(kind, "3号") for kind in KINDS if kind in ("house", "building", "group"))
    assert is_searched("building", "科技楼")


def test_names_are_spelled_as_places_are() -> None:
    assert spelled("长江路街道") == ("changjianglujiedao", "cjljd")
    assert spelled("富丽花园2号楼A座(北)") == ("fulihuayuan2haolouazuobei", "flhy2hlazb")
    assert spelled("……") == ("", "")


def test_weight_counts_arrays_automata_and_what_lists_hold() -> None:
    assert weight(np.zeros(1000)) == 8000
    texts = [f"{number:0100d}" for number in range(10_000)]
    exact = sys.getsizeof(texts) + sum(map(sys.getsizeof, texts))
    assert abs(weight(texts) - exact) < exact / 100
    automaton = ahocorasick.Automaton()
    automaton.add_word("x", 1)
    automaton.make_automaton()
    assert weight({"a": automaton}) > weight({"a": None}) + 50
