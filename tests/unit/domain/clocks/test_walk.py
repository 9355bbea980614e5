"""When limits fall due: the holidays of 2026 by hand, and properties against a walk minute by minute."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from dispatch.domain.clocks import Calendar, Day, DayKind, LimitUnit
from dispatch.domain.clocks.limits import Limit
from dispatch.domain.clocks.texts import read
from dispatch.domain.clocks.walk import advance, counted, due, elapsed, shifted
from dispatch.domain.moments import SHANGHAI
from tests.unit.domain.clocks.days import SUMMER, WINTER, YEAR_2026, at

MINUTE = timedelta(minutes=1)


def main(text: str) -> Limit:
    """The limit of a text."""
    limit = read(text).main
    assert limit is not None
    return limit


@pytest.mark.parametrize(
    ("text", "start", "ends"),
    [
        # before 国庆: 30 September does not count, 8 and 9 October do, Saturday the 10th is worked
        ("5工作日", "2026-09-30T16:40", "2026-10-13T17:30"),
        ("3个工作日", "2026-09-30T16:40", "2026-10-10T17:30"),
        ("1工作日", "2026-09-30T23:59", "2026-10-08T17:30"),
        # 春节 from Sunday the 15th to Monday the 23rd; Saturdays 14 and 28 are worked
        ("1工作日", "2026-02-13T10:00", "2026-02-14T17:30"),
        ("2工作日", "2026-02-13T10:00", "2026-02-24T17:30"),
        ("5工作日", "2026-02-13T10:00", "2026-02-27T17:30"),
        ("6工作日", "2026-02-13T10:00", "2026-02-28T17:30"),
        # received on a day off, before the first day of work
        ("1工作日", "2026-05-03T12:00", "2026-05-06T17:30"),
        # the season of the day it falls due decides
        ("1工作日", "2026-05-29T09:00", "2026-06-01T18:00"),
        ("1工作日", "2026-09-29T09:00", "2026-09-30T18:00"),
        ("3天", "2026-09-30T16:40", "2026-10-04T00:00"),
        ("1天", "2026-10-03T00:00", "2026-10-05T00:00"),
        ("2紧急工作日", "2026-10-01T08:00", "2026-10-04T00:00"),
        ("4小时", "2026-09-30T22:10", "2026-10-01T02:10"),
        ("2紧急工作时", "2026-10-03T23:30", "2026-10-04T01:30"),
        ("90分钟", "2026-12-31T23:00", "2027-01-01T00:30"),
        # four office hours: 40 minutes on 30 September, the rest after the holidays
        ("4工作时", "2026-09-30T17:20", "2026-10-08T11:50"),
        ("4工作时", "2026-10-08T11:00", "2026-10-08T17:00"),
        ("7工作时", "2026-10-08T08:30", "2026-10-08T17:30"),
    ],
)
def test_the_holidays_of_2026(text: str, start: str, ends: str) -> None:
    assert due(at(start), main(text), YEAR_2026) == at(ends)


@pytest.mark.parametrize(
    ("text", "start", "ends"),
    [
        ("1工作日", "2026-10-09T09:00", "2026-10-09T17:30"),
        ("2工作日", "2026-10-09T09:00", "2026-10-10T17:30"),
        # the offices have closed: the day of receipt has gone
        ("1工作日", "2026-10-09T17:30", "2026-10-10T17:30"),
        ("1工作日", "2026-10-04T09:00", "2026-10-08T17:30"),
        ("1天", "2026-10-04T09:00", "2026-10-05T00:00"),
        ("3自然日", "2026-10-04T09:00", "2026-10-07T00:00"),
    ],
)
def test_the_day_of_receipt_counts_where_the_rule_says_so(text: str, start: str, ends: str) -> None:
    assert due(at(start), main(text), YEAR_2026, counts_first_day=True) == at(ends)


def test_a_year_without_a_notice_is_told() -> None:
    assert YEAR_2026.unannounced(date(2026, 12, 28), date(2027, 1, 5)) == (2027,)
    assert YEAR_2026.unannounced(date(2026, 1, 1), date(2026, 12, 31)) == ()


CALENDARS = st.builds(
    lambda days: Calendar({**YEAR_2026.days, **days}, frozenset({2026}), (SUMMER, WINTER)),
    st.dictionaries(
        st.dates(date(2026, 5, 25), date(2026, 6, 20)),
        st.builds(Day, st.sampled_from(DayKind), st.just("某节")),
        max_size=8,
    ),
)
STARTS = st.integers(0, 20 * 24 * 60).map(lambda minutes: at("2026-05-20T00:00") + minutes * MINUTE)


def is_open(calendar: Calendar, moment: datetime) -> bool:
    """Whether the minute that begins at a moment is one of office hours, looked at by itself."""
    local = moment.astimezone(SHANGHAI)
    day = local.date()
    if not calendar.is_working(day):
        return False
    minutes = local.hour * 60 + local.minute
    hours = SUMMER.hours if 6 <= day.month <= 9 else WINTER.hours
    return any(opens <= minutes < closes for opens, closes in hours)


@settings(max_examples=30)
@given(STARTS, st.integers(1, 20), CALENDARS)
def test_office_hours_are_those_of_a_walk_minute_by_minute(
    start: datetime, hours: int, calendar: Calendar
) -> None:
    left, moment = hours * 60, start
    while left:
        left -= is_open(calendar, moment)
        moment += MINUTE
    assert due(start, Limit(hours, LimitUnit.WORKING_HOURS), calendar) == moment
    assert counted(start, moment, calendar) == timedelta(hours=hours)


@settings(max_examples=30)
@given(STARTS, st.integers(1, 7), CALENDARS)
def test_working_days_end_with_the_last_minute_of_as_many_days(
    start: datetime, days: int, calendar: Calendar
) -> None:
    ends = due(start, Limit(days, LimitUnit.WORKING_DAYS), calendar)
    first = start.astimezone(SHANGHAI).date()
    worked, moment = set(), start
    while moment < ends:
        day = moment.astimezone(SHANGHAI).date()
        if day > first and is_open(calendar, moment):
            worked.add(day)
        moment += MINUTE
    assert len(worked) == days
    assert is_open(calendar, ends - MINUTE)
    assert not is_open(calendar, ends)


@given(
    STARTS,
    st.integers(0, 3000),
    st.integers(1, 20),
    st.integers(0, 5),
    st.sampled_from(LimitUnit),
    st.booleans(),
    CALENDARS,
)
def test_later_and_longer_never_falls_due_earlier(
    start: datetime, later: int, amount: int, more: int, unit: LimitUnit, first: bool, calendar: Calendar
) -> None:
    ends = due(start, Limit(amount, unit), calendar, counts_first_day=first)
    assert ends > start
    assert due(start + later * MINUTE, Limit(amount, unit), calendar, counts_first_day=first) >= ends
    assert due(start, Limit(amount + more, unit), calendar, counts_first_day=first) >= ends


@given(
    STARTS,
    st.integers(1, 60),
    st.lists(st.integers(1, 2000), min_size=2, max_size=6),
    CALENDARS,
    st.booleans(),
)
def test_pauses_add_up(
    start: datetime, hours: int, gaps: list[int], calendar: Calendar, in_office: bool
) -> None:
    counting = calendar if in_office else None
    ends = advance(start, timedelta(hours=hours), counting)
    pauses, moment = [], start
    for before, length in zip(gaps[::2], gaps[1::2], strict=False):
        begin = moment + before * MINUTE
        moment = begin + length * MINUTE
        pauses.append((begin, moment))
    later = shifted(ends, pauses, counting)
    assert elapsed(start, later, [each for each in pauses if each[0] < later], counting) == timedelta(
        hours=hours
    )
    assert later >= ends


@given(STARTS, st.integers(1, 60), st.integers(1, 900), st.integers(1, 900), st.integers(1, 900), CALENDARS)
def test_two_pauses_without_a_gap_are_one(
    start: datetime, hours: int, before: int, first: int, second: int, calendar: Calendar
) -> None:
    ends = advance(start, timedelta(hours=hours), calendar)
    begin = start + before * MINUTE
    middle = begin + first * MINUTE
    last = middle + second * MINUTE
    assert shifted(ends, [(begin, middle), (middle, last)], calendar) == shifted(
        ends, [(begin, last)], calendar
    )
