"""What spreadsheets do to cells: undone where it can be, told in a sentence where it cannot."""

from __future__ import annotations

from datetime import UTC, datetime

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain.cells import fault_of_number, heading, moment, plain
from dispatch.domain.moments import moment_of

EIGHT = datetime(2026, 1, 4, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("cell", ['="20260104001"', "'20260104001", " 20260104001 "])
def test_what_keeps_a_number_a_text_is_taken_off(cell: str) -> None:
    assert plain(cell) == "20260104001"


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("2.02601E+13", "科学计数"),
        ("2.0261125123456e+19", "科学计数"),
        ("=VLOOKUP(A2,Sheet2!A:B,2,0)", "公式"),
        ("#REF!", "公式"),
        ("合计", "合计行"),
    ],
)
def test_what_is_no_order_number_says_what_to_do(number: str, says: str) -> None:
    assert says in (fault_of_number(number) or "")


@given(st.from_regex(r"[A-Z]{0,4}[0-9]{1,20}", fullmatch=True))
def test_order_numbers_are_none_of_it(number: str) -> None:
    assert fault_of_number(number) is None


@pytest.mark.parametrize(
    "written",
    [
        "2026-01-04 08:30:00",
        "2026/1/4 8:30",
        "2026.1.4 8:30:00",
        "2026年1月4日 8时30分",
        "2026年1月4日8:30",
        "20260104083000",
        "2026-01-04T00:30:00Z",
        "46026.354166666664",
    ],
)
def test_an_instant_is_read_however_it_is_written(written: str) -> None:
    assert moment_of(moment(written)) == EIGHT


@pytest.mark.parametrize("written", ["月底", "2026-13-01", "8:30", "2026/2/30", "12345678901234", "123", ""])
def test_what_is_no_instant_stays_none(written: str) -> None:
    assert moment_of(moment(written)) is None


def test_twins_of_a_heading_say_which_column_they_are() -> None:
    assert heading(["\ufeff工单编号", "备注", "备注", "", ""]) == [
        "工单编号",
        "备注",
        "备注（第3列）",
        "",
        "",
    ]
