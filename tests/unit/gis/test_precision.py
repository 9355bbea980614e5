"""Precision and coverage: counted by hand, and never a rate of nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gis.calibrate import Calibration, Curve, Sample
from gis.match import LEVELS
from gis.precision import LADDER, by_level, calibrated, ladder, rung

TOLD = [
    Sample("house", 0.99, 0.999, True, True),
    Sample("house", 0.95, 0.99, True, True),
    Sample("poi", 0.92, 0.99, False, True),
    Sample("poi", 0.60, 0.90, False, False),
    Sample("town", 0.95, 0.99, False, True),
]


def test_by_hand() -> None:
    assert rung(TOLD, 0.9) == (0.9, 3, 0.6, 2, 3, pytest.approx(2 / 3), 1.0)
    assert rung(TOLD, 0.95) == (0.95, 2, 0.4, 2, 2, 1.0, 1.0)
    assert rung(TOLD, 1.0) == (1.0, 0, 0.0, 0, 0, None, None)
    assert rung([], 0.9) == (0.9, 0, None, 0, 0, None, None)
    assert by_level(TOLD) == [
        ("house", 2, 2, 2, pytest.approx(0.97)),
        ("poi", 2, 0, 1, pytest.approx(0.76)),
        ("town", 1, 0, 1, 0.95),
    ]


def test_a_calibration_moves_what_a_threshold_places() -> None:
    careful = Calibration({"point": Curve((0.0, 1.0), (0.0, 0.5))})
    assert rung(calibrated(TOLD, careful), 0.9).placed == 0
    assert rung(calibrated(TOLD, careful), 0.45).placed == 3


samples = st.lists(
    st.builds(Sample, st.sampled_from(LEVELS), st.floats(0, 1), st.floats(0, 1), st.booleans(), st.booleans())
)


@given(samples)
def test_a_higher_threshold_never_places_more(drawn: list[Sample]) -> None:
    rungs = ladder(drawn)
    assert [each.threshold for each in rungs] == sorted(LADDER)
    placed = [each.placed for each in rungs]
    assert placed == sorted(placed, reverse=True)
    assert sum(each.tickets for each in by_level(drawn)) == len(drawn)
