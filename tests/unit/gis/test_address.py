"""Normalising what callers write, and the numbers in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gis.address import LONGEST, Mark, marks, normalise
from tests.unit.gis.district import REGION


@pytest.mark.parametrize(
    ("said", "normal"),
    [
        ("江苏省淮安市淮阴区渔沟镇民主村第三村民小组", "渔沟镇民主村3组"),
        ("江苏淮安淮阴区北京西路１２号", "北京西路12号"),
        ("淮安市 渔沟镇", "渔沟镇"),
        ("淮安路8号", "淮安路8号"),
        ("淮阴师范学院", "淮阴师范学院"),
        ("三组", "3组"),
        ("十二组", "12组"),
        ("二十三组", "23组"),
        ("廿五号", "25号"),
        ("一百零八号", "108号"),
        ("两百二十号", "220号"),
        ("一二八号", "128号"),
        ("二〇五号", "205号"),
        ("第2生产队", "2组"),
        ("四队", "4组"),
        ("七一村三组", "七一村3组"),
        ("七一三组", "七一3组"),
        ("十堡村十二组", "十堡村12组"),
        ("三里墩", "三里墩"),
        ("幸福花园三号楼2单元501室", "幸福花园3栋2单元501室"),
        ("幸福花园3幢", "幸福花园3栋"),
        ("幸福花园3栋楼", "幸福花园3栋"),
        ("幸福花园12#楼", "幸福花园12栋"),
        ("a座", "A栋"),
        ("Ｂ幢", "B栋"),
        ("渔 沟\n镇\x00\u200b", "渔沟镇"),
        ("电话13812345678住3队", "电话,住3组"),
        ("+86 138-1234-5678 张桥村", "张桥村"),
        ("身份证32080419900101123x张桥村", "身份证,张桥村"),
        ("0517-84912345张桥村", "张桥村"),
        ("", ""),
        ("😀", "😀"),
    ],
)
def test_normal_forms(said: str, normal: str) -> None:
    assert normalise(said, REGION) == normal


@pytest.mark.parametrize(
    "same", [("3号楼", "3栋", "3幢", "三号楼", "3#"), ("3组", "三队", "第三村民小组", "３生产队")]
)
def test_ways_to_say_the_same(same: tuple[str, ...]) -> None:
    assert len({normalise(form) for form in same}) == 1


@given(st.text(max_size=60))
def test_any_text_becomes_one_short_run(text: str) -> None:
    once = normalise(text)
    assert len(once) <= 20 * len(text)
    assert "\x00" not in once
    assert " " not in once


def test_long_text_is_cut() -> None:
    assert len(normalise("路" * 20_001)) == LONGEST


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3组", [Mark(0, 2, "group", 3)]),
        ("12-1号", [Mark(0, 5, "house", 12, 1)]),
        ("12号之1", [Mark(0, 5, "house", 12, 1)]),
        ("3栋2单元", [Mark(0, 2, "building", 3)]),
        ("B栋", [Mark(0, 2, "building", 100_001)]),
        ("斜对面", [Mark(0, 3, "near", 60)]),
        ("附近", [Mark(0, 2, "near", 120)]),
        ("往北50米", [Mark(0, 5, "near", 80)]),
        ("地铁3号线", []),
        ("没有号码", []),
        ("12号3栋旁边", [Mark(0, 3, "house", 12), Mark(3, 5, "building", 3), Mark(5, 7, "near", 60)]),
    ],
)
def test_marks(text: str, found: list[Mark]) -> None:
    assert marks(text) == found
