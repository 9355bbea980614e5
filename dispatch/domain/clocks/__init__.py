"""Clocks: which start and stop when a ticket enters a state, when each falls due and why. Limits and calendar are data.

``steps`` is the table of the field; ``reckoning`` makes an instant of a rule by ``walk``; ``moving`` pauses and reckons
anew; ``texts`` reads limits as standards write them; ``why`` says it in words.
"""

from dispatch.domain.clocks.calendar import Calendar, Day, DayKind, Season
from dispatch.domain.clocks.limits import Limit, Limits, LimitUnit
from dispatch.domain.clocks.moving import Moved, outer_moved
from dispatch.domain.clocks.reckoning import MARKS, SOON_SHARE, Start, start
from dispatch.domain.clocks.rules import ClockRule, Facts, Timetable, limit
from dispatch.domain.clocks.steps import (
    Changes,
    Subject,
    closed_window,
    half_of_reply_passed,
    opening,
    step,
)

__all__ = [
    "MARKS",
    "SOON_SHARE",
    "Calendar",
    "Changes",
    "ClockRule",
    "Day",
    "DayKind",
    "Facts",
    "Limit",
    "LimitUnit",
    "Limits",
    "Moved",
    "Season",
    "Start",
    "Subject",
    "Timetable",
    "closed_window",
    "half_of_reply_passed",
    "limit",
    "opening",
    "outer_moved",
    "start",
    "step",
]
