"""How seldom a PostgreSQL that is not there is tried again, and how soon it is noticed that it is back."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dispatch.store.reconnecting import FIRST_SECONDS, MOST_SECONDS, Backoff


def tries(share: float) -> list[float]:
    """When it is tried in vain, thirty times in a row, by somebody who never rests."""
    backoff, now, made = Backoff(), 0.0, [0.0]
    backoff.failed(now, share)
    while len(made) < 30:
        assert not backoff.may_try((now + backoff.again_at) / 2, share)
        now = backoff.again_at
        assert backoff.may_try(now, share)
        backoff.failed(now, share)
        made.append(now)
    return made


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_tries_become_rare_and_stay_near(share: float) -> None:
    gaps = [round(later - earlier, 6) for earlier, later in pairwise(tries(share))]
    assert gaps[0] == pytest.approx(FIRST_SECONDS * (1 + share) / 2)
    assert gaps == sorted(gaps)
    assert gaps[-1] == pytest.approx(MOST_SECONDS * (1 + share) / 2)
    assert gaps.index(gaps[-1]) < 6


def test_processes_try_at_moments_of_their_own() -> None:
    assert set(tries(0.2)) & set(tries(0.9)) == {0.0}


def test_whoever_gets_in_lets_everybody_in() -> None:
    backoff = Backoff()
    backoff.failed(0.0, 1.0)
    assert not backoff.may_try(0.01, 1.0)
    backoff.succeeded()
    assert [backoff.may_try(0.01, 1.0) for _ in range(3)] == [True] * 3


def test_failures_that_were_under_way_together_count_once() -> None:
    together, alone = Backoff(), Backoff()
    for _ in range(10):
        together.failed(0.0, 1.0)
    alone.failed(0.0, 1.0)
    assert together == alone


def test_years_away_are_counted_without_overflow() -> None:
    backoff = Backoff(tries=10_000)
    assert backoff.may_try(0.0, 1.0)
    assert backoff.again_at == MOST_SECONDS
