"""What hotlines, chats and lists say: taken or refused by field, whatever it is, and fit to be stored or said again."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain import cells, pasting, reconciling
from dispatch.domain.clocks import notice, texts
from dispatch.domain.clocks.calendar import read_hours
from dispatch.domain.commands import Command
from dispatch.domain.exports import LABELS, guess, read_row
from dispatch.domain.fields import read as read_fields
from dispatch.domain.messages import Message, parse, quoted
from dispatch.domain.moments import moment_of
from dispatch.domain.passwords import check_password
from dispatch.domain.privacy import storable
from dispatch.domain.profile import FIELDS, Profile
from dispatch.domain.signing import sign, verify
from dispatch.errors import BadInput
from dispatch.live.session import Close, Hello, Session

PLAIN = Profile({name: name for name in FIELDS}, {})
WORDS = st.text(alphabet=st.characters(), max_size=40)
"""Halves of surrogate pairs and NUL too: JSON can say both."""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


def answer_of(read: Callable[..., Any], *given: Any) -> Any:
    """What a reader answers, or the error by which it refuses: no other may come."""
    try:
        return read(*given)
    except BadInput as refused:
        return refused


NOW = datetime(2026, 11, 24, tzinfo=UTC)


@given(st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_what_is_answered_to_a_push_can_be_stored(item: dict[str, Any]) -> None:
    answer = parse(item, PLAIN)
    for fault in answer.warnings if isinstance(answer, Message) else answer.faults:
        assert fault.field in FIELDS
        assert storable(fault.reason)
    assert storable(answer.order_no)


def test_a_code_with_a_nul_is_told_with_a_mark() -> None:
    assert quoted("急\x00件") == "急\ufffd件"


@given(
    JSON
    | st.datetimes().map(str)
    | st.from_regex(r"\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?( \d{1,2}:\d\d)?", fullmatch=True)
)
def test_an_instant_is_one_that_can_be_reckoned_with(value: Any) -> None:
    at = moment_of(value)
    assert at is None or (at.tzinfo is UTC and 1900 <= at.year < 2900)


@pytest.mark.parametrize("never", ["9999-12-31T23:59:59Z", "9999-12-31 23:59:59", "0001-01-01 00:00:00"])
def test_never_is_no_instant(never: str) -> None:
    assert moment_of(never) is None
    with pytest.raises(BadInput) as refused:
        read_fields(Command.ANSWER, {"done": "好", "how_closed": "stage", "next_at": "9999-12-31T23:59:59Z"})
    assert refused.value.field == "next_at"


@given(
    st.lists(
        st.fixed_dictionaries({}, optional=dict.fromkeys(("order_no", "status", "due_at"), JSON)) | JSON,
        max_size=4,
    )
)
def test_an_order_of_a_list_is_read_or_named_by_its_place(items: list[Any]) -> None:
    listed, faults = reconciling.read(items, PLAIN)
    assert all(storable(each.order_no) and storable(each.status or "") for each in listed)
    assert {each.field for each in faults} <= {f"orders[{place}]" for place in range(len(items))}
    assert len(listed) + len(faults) >= (1 if items else 0)


def test_an_order_number_that_cannot_be_stored_is_a_fault_of_its_own() -> None:
    listed, faults = reconciling.read([{"order_no": "a\x00"}, {"order_no": "b"}], PLAIN)
    assert [each.order_no for each in listed] == ["b"]
    assert [each.field for each in faults] == ["orders[0]"]


CELL = st.text(max_size=12) | st.sampled_from(
    ["46350.5", '="001"', "1.2E+15", "#N/A", "合计", "已办结", "2026-1-4"]
)


@given(
    st.lists(CELL, max_size=8),
    st.lists(st.sampled_from(sorted(LABELS.values())) | CELL, min_size=1, max_size=8),
)
def test_a_row_of_an_export_is_taken_or_refused(row: list[str], names: list[str]) -> None:
    header = cells.heading(names)
    read = read_row(row, header, guess(header, PLAIN), PLAIN, NOW)
    assert isinstance(read, Message) or read.faults
    if isinstance(read, Message):
        assert read.order_no
        assert read.ended_at is None or read.ended_at <= NOW


@given(
    st.text(
        alphabet="张三王 \t\u3000\n::,,。-0123456789:年月日下午电话地址姓名内容诉求我叫[图片]", max_size=200
    )
)
def test_pasted_words_are_kept(text: str) -> None:
    draft = pasting.read(text)
    assert draft == pasting.read(text)
    assert set("".join((draft.name, draft.phone, draft.address, draft.content))) <= set(
        text.replace("\r", "\n")
    )
    assert len(draft.name) <= 50


UNITS = ["分钟", "小时", "紧急工作时", "工作日", "天", "制止", "内", "个"]
PIECES = st.sampled_from([*UNITS, *"零一二两三十半,、.0129 \u0661", "9" * 400])


@given(st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=20))
def test_a_limit_is_read_and_comes_back_or_is_refused_in_words(text: str) -> None:
    limits = answer_of(texts.read, text, "limit")
    if isinstance(limits, BadInput):
        assert limits.field == "limit"
        assert len(limits.detail) < 200 + len(texts.EXAMPLES)
    else:
        assert texts.read(texts.write(limits)) == limits


@pytest.mark.parametrize("text", ["9" * 400 + "小时", "十十天", "一十十天", "1." + "0" * 400 + "小时"])
def test_numbers_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(BadInput):
        texts.read(text)


HOURS = st.lists(
    st.sampled_from(
        [
            "08:30",
            "12:00",
            "24:00",
            "7:05",
            "-",
            " ",
            "\u2014",
            "\uff1a",
            "\u0660\u0669:00",
            "\u00b2:00",
            "9" * 5000,
        ]
    ),
    max_size=9,
).map("".join)


@given(HOURS | st.text(max_size=12))
def test_office_hours_are_read_in_order_or_refused(text: str) -> None:
    hours = answer_of(read_hours, text)
    if isinstance(hours, BadInput):
        assert hours.field == "hours"
        assert len(hours.detail) < 100
    else:
        flat = [at for pair in hours for at in pair]
        assert flat == sorted(set(flat))
        assert 0 <= flat[0] < flat[-1] <= 24 * 60
        said = " ".join(f"{a // 60}:{a % 60:02}-{b // 60}:{b % 60:02}" for a, b in hours)
        assert read_hours(said) == hours


def test_an_hour_of_many_digits_is_none() -> None:
    with pytest.raises(BadInput):
        read_hours("9" * 5000 + ":00-10:00")


NOTICE = st.sampled_from(
    [
        "2027年",
        "9999年",
        "0000年",
        "元旦：",
        "一、春节:",
        "1月1日",
        "12月31日",
        "31日",
        "(周五)",
        "(",
        "至",
        "放假",
        "上班",
        "共3天",
        "。",
        "\n",
        " ",
    ]
)


@given(st.lists(NOTICE, max_size=14).map("".join) | st.text(max_size=60), st.none() | st.integers(2000, 2100))
def test_a_notice_is_read_in_order_or_refused_in_words(text: str, year: int | None) -> None:
    days = answer_of(notice.read_notice, text, year)
    if isinstance(days, BadInput):
        assert days.field in ("text", "year")
    else:
        assert days == sorted(days, key=lambda each: each.day)
        assert len({each.day for each in days}) == len(days) > 0


def test_a_notice_at_the_end_of_time() -> None:
    assert len(notice.read_notice("元旦:9999年12月30日至31日放假")) == 2


@given(
    st.lists(
        st.sampled_from(
            ["2027-01-01", "2027/1/1", ",", "放假", "班", '"', "\r", "\n", "春节", "\ufeff", "\x00"]
        ),
        max_size=12,
    ).map("".join)
)
def test_a_table_of_days_is_read_or_refused_by_its_line(text: str) -> None:
    days = answer_of(notice.read_table, text)
    assert days
    assert not isinstance(days, BadInput) or days.field == "text"


@pytest.mark.parametrize("text", ["2027-01-01\r放假,x", "2027-01-01,放假," + "长" * 140_000])
def test_a_table_that_csv_itself_refuses(text: str) -> None:
    with pytest.raises(BadInput, match="第 1 行"):
        notice.read_table(text)


@given(
    st.binary(min_size=1, max_size=40),
    st.binary(max_size=60),
    st.text(alphabet=st.characters(max_codepoint=255), max_size=60),
)
def test_a_signature_is_its_own_and_no_other_header_breaks(key: bytes, body: bytes, header: str) -> None:
    assert verify([key], "msg", 7, body, sign(key, "msg", 7, body))
    assert not verify([key], "msg", 7, body, header)


@given(st.text(max_size=30), st.text(max_size=12))
def test_a_password_is_taken_or_told_what_it_lacks(chosen: str, username: str) -> None:
    refused = answer_of(check_password, chosen, username)
    assert refused.field == "password" if refused else len(chosen) >= 10


SAID = st.fixed_dictionaries(
    {"type": st.sampled_from(["hello", "resume", "presence"])}, optional={"ticket": JSON}
)


@given((JSON | SAID).map(json.dumps) | st.text(max_size=40))
def test_before_hello_any_text_is_a_hello_or_ends_the_talk(text: str) -> None:
    request = Session(0.0).receive(text, 0.0)
    if isinstance(request, Close):
        assert request.code >= 4000
    else:
        assert isinstance(request, Hello)
        assert request.ticket.encode()


def test_half_a_character_is_no_ticket() -> None:
    assert isinstance(Session(0.0).receive('{"type": "hello", "ticket": "\\ud800"}', 0.0), Close)
