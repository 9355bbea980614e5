"""The whiles of a heat map, cut into steps of Shanghai's hours and days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.domain.heat import Span, steps_of
from dispatch.domain.moments import SHANGHAI

NOW = datetime(2026, 11, 26, 16, 30, tzinfo=UTC)
"""Half past midnight of the 27th in Shanghai."""


@pytest.mark.parametrize(
    ("span", "since", "until", "count"),
    [
        (Span.DAY, "2026-11-26T01:00+08:00", "2026-11-27T01:00+08:00", 24),
        (Span.WEEK, "2026-11-21T00:00+08:00", "2026-11-28T00:00+08:00", 7),
        (Span.MONTH, "2026-10-29T00:00+08:00", "2026-11-28T00:00+08:00", 30),
        (Span.CLOCK, "2026-10-29T00:00+08:00", "2026-11-28T00:00+08:00", 24),
    ],
)
def test_a_while_ends_with_the_step_that_runs(span: Span, since: str, until: str, count: int) -> None:
    steps = steps_of(span, NOW)
    assert (steps.since, steps.until) == (datetime.fromisoformat(since), datetime.fromisoformat(until))
    assert steps.count == count


@given(st.sampled_from(Span), st.integers(0, 366 * 24 * 3600))
def test_now_lies_in_the_last_step(span: Span, seconds: int) -> None:
    now = NOW + timedelta(seconds=seconds)
    steps = steps_of(span, now)
    assert (
        steps.until - timedelta(seconds=24 * 3600 if span is Span.CLOCK else steps.seconds)
        <= now
        < steps.until
    )
    if span is not Span.CLOCK:
        assert steps.until - steps.since == timedelta(seconds=steps.seconds * steps.count)


@given(st.integers(0, 366 * 24 * 3600))
def test_by_the_hour_of_the_day_the_first_step_is_midnight_in_shanghai(seconds: int) -> None:
    steps = steps_of(Span.CLOCK, NOW + timedelta(seconds=seconds))
    assert steps.since.astimezone(SHANGHAI).hour == 0
    assert (steps.until - steps.since).total_seconds() % (steps.seconds * steps.count) == 0
