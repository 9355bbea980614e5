"""What a heat map counts: which while, cut into which steps, of which tickets, in hexagons of which width. Pure.

Used by ``reads.heat``. A while ends with the step that runs, so that the last one grows until its hour or day is over.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from dispatch.domain.moments import SHANGHAI

HOUR, DAY = 3600, 24 * 3600
WALL_FLOOR = 3
"""A wall hangs where anybody looks: what is fewer than this, at one place in one step, it is not told."""
WALL_DISTRICT_M, WALL_TOWN_M = 2000, 1000
"""Widths of a wall's hexagons, from one side to the one opposite."""


class Span(StrEnum):
    """How long, cut how."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    CLOCK = "clock"
    """A month by the hour of the day: when calls come on all days together."""


@dataclass(frozen=True, slots=True)
class Steps:
    """A while in ``count`` steps of so many seconds; where it is longer than those, it goes round and round."""

    since: datetime
    until: datetime
    seconds: int
    count: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tickets count: of one branch of categories, of one urgency, those still open; None for all."""

    branch: str | None = None
    urgency: str | None = None
    only_open: bool = False


def steps_of(span: Span, now: datetime) -> Steps:
    """The steps of a while that ends now. Days are Shanghai's, which keeps one time all the year."""
    local = now.astimezone(SHANGHAI)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    match span:
        case Span.DAY:
            until = local.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
            return Steps(until - timedelta(days=1), until, HOUR, 24)
        case Span.WEEK:
            return _days(midnight, 7)
        case Span.MONTH:
            return _days(midnight, 30)
        case Span.CLOCK:
            month = _days(midnight, 30)
            return Steps(month.since, month.until, HOUR, 24)


def _days(midnight: datetime, count: int) -> Steps:
    """So many days, the last of them the one that runs."""
    until = midnight + timedelta(days=1)
    return Steps(until - timedelta(days=count), until, DAY, count)
