"""Limit texts as standards write them: read, refused in words, and written back."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain.clocks import Limit, Limits, LimitUnit
from dispatch.domain.clocks.texts import read, write
from dispatch.errors import BadInput

M, H, WH, WD, ND = LimitUnit


@pytest.mark.parametrize(
    ("text", "main", "halt"),
    [
        ("2紧急工作时", Limit(2, WH, urgent=True), None),
        ("4小时", Limit(4, H), None),
        ("3天", Limit(3, ND), None),
        ("5工作日", Limit(5, WD), None),
        ("2紧急工作日", Limit(2, WD, urgent=True), None),
        ("1紧急工作时制止", None, Limit(1, WH, urgent=True)),
        ("2紧急工作时制止，4小时", Limit(4, H), Limit(2, WH, urgent=True)),
        ("2紧急工作时制止、4小时", Limit(4, H), Limit(2, WH, urgent=True)),
        ("7 个自然日内", Limit(7, ND), None),
        ("5个工作日", Limit(5, WD), None),
        ("三个工作日", Limit(3, WD), None),
        ("十五个工作日以内", Limit(15, WD), None),
        ("两小时", Limit(2, H), None),
        ("半小时", Limit(30, M), None),
        ("1.5小时", Limit(90, M), None),
        ("4个工作小时", Limit(4, WH), None),
        ("30分钟", Limit(30, M), None),
        ("15日", Limit(15, ND), None),
    ],
)
def test_a_text_is_read(text: str, main: Limit | None, halt: Limit | None) -> None:
    assert read(text) == Limits(main, halt)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "请写时限"),
        ("尽快", "看不懂"),
        ("5", "看不懂"),
        ("0天", "1 到 366"),
        ("400工作日", "1 到 250"),
        ("1.5工作日", "不能是小数"),
        ("1.333小时", "不能是小数"),
        ("4小时,3天", "两个办结"),
        ("1小时制止,2小时制止", "两个制止"),
        ("二三天", "数字"),
        ("二三十天", "数字"),
        ("4小时前", "看不懂"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says) as refused:
        read(text, "limit_text")
    assert refused.value.field == "limit_text"


LIMITS = st.one_of(
    st.builds(Limit, st.integers(1, 250), st.sampled_from(LimitUnit)),
    st.builds(Limit, st.integers(1, 250), st.sampled_from([WH, WD]), st.just(True)),
)


@given(st.builds(Limits, LIMITS, st.none() | LIMITS) | st.builds(Limits, st.none(), LIMITS))
def test_what_is_written_is_read_back(limits: Limits) -> None:
    assert read(write(limits)) == limits
