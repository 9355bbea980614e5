"""Personal data in words: every phone, ID and plate, each time, however it is written."""

from __future__ import annotations

import re

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain import privacy
from dispatch.domain.privacy import mask_name, mask_phone, scrub

PHONE = st.integers(13_000_000_000, 19_999_999_999).map(str)
AROUND = st.lists(st.sampled_from("路灯请联系、,. :()-a+"), max_size=8).map("".join)


@pytest.mark.parametrize(
    ("words", "scrubbed"),
    [
        ("打13812345678找我", "打138****5678找我"),
        ("13812345678、13987654321", "138****5678、139****4321"),
        ("138 1234 5678", "138****5678"),
        ("138-1234-5678", "138****5678"),
        ("1381 234 5678", "138****5678"),
        ("+8613812345678", "138****5678"),
        ("008613812345678", "138****5678"),
        ("0517-83912345", "0517-****2345"),
        ("证号320804199001011234。", "证号320804********1234。"),
        ("证号32080419900101123x", "证号320804********123x"),
        ("车牌苏H12345和苏HD12345", "车牌苏H·*****和苏H·*****"),
        ("苏h·12345", "苏h·*****"),
    ],
)
def test_what_is_personal_is_masked(words: str, scrubbed: str) -> None:
    assert scrub(words) == scrubbed


def test_full_width_digits_are_digits() -> None:
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in "13812345678")
    assert scrub(f"电话{wide}") == "电话138****5678"
    house = "".join(chr(ord(digit) + 0xFEE0) for digit in "188")
    assert scrub(f"{house}号") == f"{house}号"


@pytest.mark.parametrize(
    "words",
    [
        "北京东路188号3幢2单元501室",
        "工单 20261124000123456789",
        "每月1380元,共12个月",
        "拨打12345或110",
        "2026-11-24 08:30:00",
        "K3+500处路面破损",
        "门牌188号",
    ],
)
def test_what_is_not_personal_stays(words: str) -> None:
    assert scrub(words) == words


@given(AROUND, PHONE, AROUND)
def test_no_phone_survives(before: str, phone: str, after: str) -> None:
    assert phone not in scrub(f"{before}{phone}{after}")
    assert not re.search(r"1[3-9]\d{9}", scrub(f"{before}{phone}{after}"))


@given(st.lists(AROUND | PHONE | st.just("苏H12345") | st.just("320804199001011234"), max_size=6))
def test_scrubbing_twice_changes_nothing_more(parts: list[str]) -> None:
    once = scrub(" ".join(parts))
    assert scrub(once) == once


@given(st.text("0138 -–(86苏Hh·学5x号", max_size=40))
def test_what_is_passed_over_at_a_glance_would_not_be_masked(words: str) -> None:
    if not privacy._TELLTALE.search(words):
        assert privacy._PLATE.sub("", privacy._without_numbers(words)) == words


def test_what_a_screen_shows_of_a_caller() -> None:
    assert (mask_phone("13812345678"), mask_phone("83912345"), mask_phone("")) == (
        "138****5678",
        "******45",
        None,
    )
    assert (mask_name("欧阳锋"), mask_name(None)) == ("欧*", None)
