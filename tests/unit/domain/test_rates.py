"""Rates against numbers that bulletins printed, and windows at their edges."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from dispatch.domain import windows
from dispatch.domain.figures import formulas
from dispatch.domain.rates import (
    BY_CODE,
    Counted,
    Rate,
    Weights,
    composite,
    percent,
    rate,
    rounded,
    said,
    together,
)
from dispatch.domain.windows import Cut
from dispatch.errors import BadInput
from dispatch.saying import told
from dispatch.text import CATALOGUES

WEIGHTS = Weights(Decimal("0.1"), Decimal("0.5"), Decimal("0.4"), Decimal("0.9"))
NOON = Cut(720, 19)


@pytest.mark.parametrize(
    ("above", "below", "places", "printed"),
    [
        (23974, 24932, 2, "96.16"),
        (22345, 24932, 2, "89.62"),
        (6363, 6376, 1, "99.8"),
        (16, 6376, 2, "0.25"),
        (1699 - 41, 1699, 2, "97.59"),
        (1273, 1774, 2, "71.76"),
        (15, 1833, 2, "0.82"),
        (3112, 3456, 2, "90.05"),
    ],
)
def test_the_figures_of_bulletins(above: int, below: int, places: int, printed: str) -> None:
    found = rate(Counted("solved", below, above), WEIGHTS)
    assert percent(found.value, places) == printed


def test_halves_go_up_as_on_paper() -> None:
    assert percent(Fraction(1, 800)) == "0.13"
    assert percent(Fraction(1, 3)) == "33.33"
    assert percent(Fraction(2, 3)) == "66.67"
    assert rounded(Fraction(5, 2), 0) == "3"


def test_mostly_satisfied_counts_in_part() -> None:
    found = rate(Counted("satisfied", 100, 80, 10), WEIGHTS)
    assert (found.numerator, found.denominator) == (Decimal("89.0"), 100)
    assert said(found) == "89.00%"


def test_a_base_of_nothing_is_no_rate() -> None:
    found = rate(Counted("responded", 0, 0), WEIGHTS)
    assert found.value is None
    assert said(found) is None
    rates = {code: Rate(code, Decimal(1), 1) for code in ("responded", "solved")}
    assert composite(rates | {"satisfied": Rate("satisfied", Decimal(0), 0)}, WEIGHTS) is None
    assert composite(rates, WEIGHTS) is None


def test_the_composite_weighs_exact_rates() -> None:
    rates = {
        "responded": Rate("responded", Decimal(23974), 24932),
        "solved": Rate("solved", Decimal(22345), 24932),
        "satisfied": Rate("satisfied", Decimal(1), 3),
    }
    exact = Fraction(23974, 24932) / 10 + Fraction(22345, 24932) / 2 + Fraction(1, 3) * 4 / 10
    assert composite(rates, WEIGHTS) == exact
    assert percent(exact) == "67.76"


def test_units_together_are_counted_not_averaged() -> None:
    total = together([Counted("solved", 1, 1), Counted("solved", 99, 0), Counted("hops", 4, 6)])
    assert total["solved"] == Counted("solved", 100, 1)
    assert said(rate(total["hops"], WEIGHTS)) == "1.50"
    assert BY_CODE["hops"].average


def china(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00").astimezone(UTC)


def test_a_day_runs_from_noon_to_noon() -> None:
    window = windows.day(date(2026, 11, 25), NOON)
    assert (window.since, window.until) == (china("2026-11-24T12:00"), china("2026-11-25T12:00"))
    assert windows.day(date(2026, 3, 1), NOON).since == china("2026-02-28T12:00")
    assert windows.day(date(2026, 11, 25), Cut(0, 1)).since == china("2026-11-25T00:00")
    assert windows.day(date(2026, 11, 25), Cut(0, 1)).until == china("2026-11-26T00:00")


def test_an_instant_lies_in_the_window_of_its_day() -> None:
    for cut in (NOON, Cut(0, 1), Cut(1439, 1)):
        for minutes in range(0, 60 * 24 * 3, 7):
            now = china("2026-11-24T00:00") + timedelta(minutes=minutes)
            window = windows.day(windows.today(now, cut), cut)
            assert window.since <= now < window.until


def test_a_month_is_its_days() -> None:
    window = windows.month(2026, 11, NOON)
    assert (window.since, window.until) == (china("2026-10-18T12:00"), china("2026-11-18T12:00"))
    assert windows.day(date(2026, 10, 19), NOON).since == window.since
    assert windows.day(date(2026, 11, 18), NOON).until == window.until
    january = windows.month(2026, 1, NOON)
    assert january.since == china("2025-12-18T12:00")
    assert windows.month(2026, 12, NOON).until == windows.month(2027, 1, NOON).since
    assert windows.month(2026, 3, Cut(0, 1)).until == china("2026-04-01T00:00")


def test_months_follow_one_another_without_gap_for_every_cut() -> None:
    for starts in (0, 1, 720, 1439):
        for first in (1, 19, 28):
            cut = Cut(starts, first)
            for number in range(1, 12):
                assert windows.month(2026, number, cut).until == windows.month(2026, number + 1, cut).since


def test_there_is_no_summer_time() -> None:
    for number in range(1, 366):
        window = windows.day(date(2026, 1, 1) + timedelta(days=number), NOON)
        assert window.until - window.since == timedelta(hours=24)
        assert (window.since.hour, window.since.minute) == (4, 0)


def test_a_chosen_window_must_be_one() -> None:
    since = china("2026-11-01T00:00")
    assert windows.span(since, since + timedelta(days=400)).until == since + timedelta(days=400)
    for until in (since, since - timedelta(days=1), since + timedelta(days=401)):
        with pytest.raises(BadInput):
            windows.span(since, until)
    with pytest.raises(BadInput):
        windows.month(2026, 13, NOON)


def test_formulas_say_the_factor_and_the_shares_in_both_languages() -> None:
    by_code = {each["code"]: each for each in formulas(WEIGHTS)}
    satisfied, score = by_code["satisfied"]["numerator"], by_code["composite"]["numerator"]
    assert satisfied == "满意 + 0.9 × 基本满意"
    assert told(satisfied, CATALOGUES["en"]) == "satisfied + 0.9 × mostly satisfied"
    assert score == "响应率 × 0.1、解决率 × 0.5、满意率 × 0.4"
    assert told(score, CATALOGUES["en"]) == "response rate × 0.1, solved rate × 0.5, satisfied rate × 0.4"
