"""Calibration: what a raw probability really means, learnt from confirmed tickets and never bent by a few."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gis.calibrate import (
    NO_CALIBRATION,
    Calibration,
    Sample,
    bins,
    compare,
    fit,
    score,
)
from gis.errors import CalibrationError
from gis.match import LEVELS, Level


def tickets(count: int, level: Level, truth: float, seed: int = 1) -> list[Sample]:
    """Tickets whose cell is right with the power `truth` of what the geocoder says; towns are always right."""
    rng = random.Random(seed)
    said = [rng.random() for _ in range(count)]
    return [Sample(level, p, max(p, 0.9), rng.random() < p**truth, True) for p in said]


def test_without_tickets_nothing_changes() -> None:
    assert fit([]) == NO_CALIBRATION
    assert NO_CALIBRATION.both("house", 0.73, 0.91) == (0.73, 0.91)


@pytest.mark.parametrize("truth", [0.25, 1.0, 4.0])
def test_many_tickets_show_what_a_probability_means(truth: float) -> None:
    calibration = fit(tickets(20_000, "house", truth))
    for p in (0.3, 0.5, 0.7, 0.9):
        assert calibration.cell("house", p) == pytest.approx(p**truth, abs=0.05)


def test_few_tickets_cannot_bend_it() -> None:
    wrong = [Sample("house", 0.95, 0.99, False, True)] * 3
    assert fit(wrong).cell("house", 0.95) > 0.75
    assert fit(wrong * 100).cell("house", 0.95) < 0.1


def test_a_level_without_tickets_stays_as_it_says_and_one_with_few_leans_on_the_others() -> None:
    overconfident = tickets(4_000, "poi", 4.0)
    few = [Sample("village", 0.8, 0.95, False, True)] * 2
    calibration = fit([*overconfident, *few])
    assert calibration.cell("coordinate", 0.8) == 0.8
    assert calibration.cell("village", 0.8) == pytest.approx(calibration.cell("poi", 0.8), abs=0.08)


def test_tickets_of_one_probability_count_together() -> None:
    """Sorted by what came out of them, the wrong ones would make a run of their own."""
    calibration = fit([Sample("poi", 0.8, 0.8, number >= 6, True) for number in range(300)])
    assert calibration.cell("poi", 0.8) == pytest.approx(0.98, abs=0.03)


def test_nothing_becomes_certain_or_impossible() -> None:
    calibration = fit([Sample("house", 1.0, 1.0, True, True)] * 5_000)
    assert 0.999 < calibration.cell("house", 1.0) < 1
    assert 0 < fit([Sample("house", 1.0, 1.0, False, False)] * 5_000).cell("house", 1.0) < 0.01
    assert calibration.cell("house", 0.0) == 0.0


def test_a_town_is_never_less_certain_than_its_cell() -> None:
    calibration = fit([Sample("poi", 0.9, 0.95, True, False)] * 2_000)
    cell, town = calibration.both("poi", 0.9, 0.95)
    assert town >= cell > 0.9


samples = st.lists(
    st.tuples(st.sampled_from(LEVELS), st.floats(0, 1), st.floats(0, 1), st.booleans(), st.booleans()),
    max_size=120,
)


@given(samples, st.floats(0, 1), st.floats(0, 1))
def test_more_is_never_less(
    drawn: list[tuple[Level, float, float, bool, bool]], one: float, other: float
) -> None:
    calibration = fit(drawn)
    low, high = sorted((one, other))
    for level in LEVELS:
        assert 0 <= calibration.cell(level, low) <= calibration.cell(level, high) <= 1
        assert 0 <= calibration.town(level, low) <= calibration.town(level, high) <= 1
    assert Calibration.from_dict(calibration.to_dict()) == calibration


@given(samples, st.randoms(use_true_random=False))
def test_the_order_of_tickets_does_not_matter(
    drawn: list[tuple[Level, float, float, bool, bool]], rng: random.Random
) -> None:
    mixed = drawn[:]
    rng.shuffle(mixed)
    assert fit(mixed) == fit(drawn)


@pytest.mark.parametrize(
    "given",
    [
        {"cells": {}},
        {"cell": {"roof": [[], []]}},
        {"cell": {"point": [[0.1, 0.5], [0.4, 0.3]]}},
        {"cell": {"point": [[0.5, 0.1], [0.3, 0.4]]}},
        {"cell": {"point": [[0.1], [0.3, 0.4]]}},
        {"cell": {"point": [[0.1], [1.2]]}},
        {"cell": {"point": [[float("nan")], [0.5]]}},
        {"town": {"point": "high"}},
        {"town": []},
    ],
)
def test_what_is_no_monotone_map_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(CalibrationError, match="校准"):
        Calibration.from_dict(given)


def test_scores_by_hand() -> None:
    told = [(0.9, True), (0.9, False), (0.2, False), (0.2, False)]
    measured = score(told)
    assert measured.answers == 4
    assert measured.brier == pytest.approx((0.01 + 0.81 + 0.04 + 0.04) / 4)
    assert measured.log_loss == pytest.approx(-(math.log(0.9) + math.log(0.1) + 2 * math.log(0.8)) / 4)
    assert measured.calibration_error == pytest.approx((2 * 0.4 + 2 * 0.2) / 4)
    assert [(each.low, each.answers, each.right) for each in bins(told)] == [(0.2, 2, 0), (0.9, 2, 1)]
    assert score([]) == (0, None, None, None)
    assert [each.high for each in bins([(1.0, True), (0.0, False)])] == [0.1, 1.0]


def test_a_fit_on_the_other_half_shows_whether_it_helps() -> None:
    helped = compare(tickets(4_000, "house", 4.0))
    assert helped.cell_before.brier is not None
    assert helped.cell_after.brier is not None
    assert helped.cell_after.brier < helped.cell_before.brier - 0.05
    honest = compare(tickets(4_000, "house", 1.0))
    assert honest.cell_before.brier is not None
    assert honest.cell_after.brier == pytest.approx(honest.cell_before.brier, abs=0.005)
