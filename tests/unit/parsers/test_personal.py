"""No phone, identity number or plate is left by scrubbing, however it is written and whatever stands around it."""

from __future__ import annotations

import re

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from dispatch.domain.privacy import personal, said_again, scrub, storable
from dispatch.domain.reply_checks import masked

GAPS = st.text(alphabet=" -\u2014\u2013\u3000\u00a0\u2212", max_size=3)
WIDE = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"}
AROUND = st.text(alphabet=st.characters(exclude_categories=["Cs", "Nd"], exclude_characters="*"), max_size=12)
DIGITS = st.text(alphabet="0123456789", min_size=8, max_size=8)


@st.composite
def mobiles(draw: st.DrawFn) -> str:
    digits = f"1{draw(st.integers(3, 9))}{draw(st.integers(0, 9))}{draw(DIGITS)}"
    sizes = draw(st.sampled_from([(11,), (3, 4, 4), (4, 3, 4), (3, 3, 5), (5, 6), (3, 2, 2, 2, 2)]))
    return _grouped(draw, digits, sizes)


@st.composite
def landlines(draw: st.DrawFn) -> str:
    area = draw(st.sampled_from(["0517", "010", "(0517)", "\uff080517\uff09"]))
    number = draw(DIGITS)
    return area + draw(GAPS) + _grouped(draw, number, draw(st.sampled_from([(8,), (4, 4)])))


@st.composite
def identities(draw: st.DrawFn) -> str:
    born = f"{draw(st.integers(1930, 2025))}{draw(st.integers(1, 12)):02}{draw(st.integers(1, 28)):02}"
    digits = f"320804{born}{draw(st.integers(0, 999)):03}{draw(st.sampled_from('0123456789X'))}"
    return _grouped(draw, digits, draw(st.sampled_from([(18,), (6, 8, 4), (6, 4, 2, 2, 4)])))


@st.composite
def plates(draw: st.DrawFn) -> str:
    tail = draw(st.from_regex(r"[A-HJ-NP-Z0-9]{5}|D[0-9]{5}|[0-9]{4}[学警挂]", fullmatch=True))
    return f"苏{draw(st.sampled_from('AHN'))}{draw(st.sampled_from(['', '·', ' ']))}{tail}"


def _grouped(draw: st.DrawFn, digits: str, sizes: tuple[int, ...]) -> str:
    said, at = "", 0
    for size in sizes:
        said += (draw(GAPS) if at else "") + digits[at : at + size]
        at += size
    return said.translate(WIDE) if draw(st.booleans()) else said


def _signs(text: str) -> str:
    """Letters and digits of a text, narrow."""
    narrow = {wide: sign for sign, wide in WIDE.items()}
    return "".join(sign for sign in text.translate(narrow) if sign.isalnum())


@given(AROUND, mobiles() | landlines() | identities(), AROUND)
def test_the_number_does_not_survive(before: str, number: str, after: str) -> None:
    scrubbed = scrub(f"{before}、{number}、{after}")
    assert _signs(number) not in _signs(scrubbed)
    assert "****" in scrubbed


@given(AROUND, plates(), AROUND)
def test_the_plate_does_not_survive(before: str, plate: str, after: str) -> None:
    scrubbed = scrub(f"{before}、{plate}、{after}")
    assert "·*****" in scrubbed
    assert _signs(plate)[2:] not in _signs(scrubbed) or _signs(plate)[2:] in _signs(before + after)


@given(st.lists(AROUND | mobiles() | landlines() | identities() | plates() | DIGITS, max_size=5))
@settings(max_examples=200)
def test_scrubbing_twice_changes_nothing_more_even_where_numbers_touch(parts: list[str]) -> None:
    once = scrub("".join(parts))
    assert scrub(once) == once


@given(st.lists(mobiles(), min_size=1, max_size=3), AROUND)
def test_a_reply_is_masked_as_it_is_found(phones: list[str], words: str) -> None:
    reply = "。".join((words, *phones))
    assert len(personal(reply)) >= len(phones)
    assert not [each for each in personal(masked(reply, None)) if each.what == "手机号码"]


@given(st.text(alphabet=st.characters(), max_size=60))
def test_what_is_said_again_can_be_stored(text: str) -> None:
    assert storable(said_again(text))
    assert len(said_again(text)) == len(text)


@pytest.mark.parametrize(
    ("words", "scrubbed"),
    [
        ("苏H1234513812345678", "苏H·*****138****5678"),
        ("13800001381 234 5678", "138****1381 234 5678"),
        ("1300000 000000000000", "1300000 0000-****0000"),
        ("05170000 000000000000", "05170000 0000-****0000"),
        ("138 12 34 56 78", "138****5678"),
        ("13812 345678", "138****5678"),
        ("138\u20141234\u20145678", "138****5678"),
        ("(0517)8391 2345", "(0517)****2345"),
        ("苏\uff28\uff11\uff12\uff13\uff14\uff15", "苏H·*****"),
        ("320804 1990 01 01 123X", "320804********123X"),
    ],
)
def test_ways_of_writing_that_were_passed_over(words: str, scrubbed: str) -> None:
    assert scrub(words) == scrubbed
    assert scrub(scrubbed) == scrubbed


@pytest.mark.parametrize(
    "words",
    ["0800-1200每天", "13栋14栋15栋", "2026-11-24 08:30:00", "列表:139\n1234\n5678", "工单 202611240001"],
)
def test_what_only_looks_alike_stays(words: str) -> None:
    assert scrub(words) == words
    assert not re.search(r"\*", scrub(words))
