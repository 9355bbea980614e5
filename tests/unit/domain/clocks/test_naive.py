"""Clocks beside a walk minute by minute that knows nothing of how they are reckoned: seasons, years, pauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

import hypothesis.strategies as st
from hypothesis import example, given, settings

from dispatch.domain.clocks import (
    Calendar,
    ClockRule,
    Day,
    DayKind,
    Facts,
    Limit,
    Limits,
    LimitUnit,
    Season,
    Start,
    Timetable,
    start,
)
from dispatch.domain.clocks.calendar import read_hours
from dispatch.domain.moments import SHANGHAI
from tests.unit.domain.clocks.days import YEAR_2026, at

MINUTE = timedelta(minutes=1)
Pause = tuple[datetime, datetime]
SEASONS = (
    Season("夏令", (6, 1), (9, 30), read_hours("08:00-11:30 15:00-18:30")),
    Season("秋令", (10, 1), (12, 15), read_hours("08:30-12:00 14:00-17:30")),
    Season("冬令", (12, 16), (2, 28), read_hours("09:00-12:00 13:00-17:00")),
    Season("春令", (2, 29), (5, 31), read_hours("08:30-17:00")),
)
YEAR_2026_SEASONS = Calendar(YEAR_2026.days, frozenset({2026}), SEASONS)
BORDERS = ("2026-02-12", "2026-05-28", "2026-09-24", "2026-12-12", "2026-12-24")
"""Days before a season, a holiday or a year without a notice begins."""

MOMENTS = st.builds(
    lambda border, minutes: at(f"{border}T00:00") + minutes * MINUTE,
    st.sampled_from(BORDERS),
    st.integers(0, 9 * 24 * 60),
)
NOTICES = st.dictionaries(
    st.sampled_from(BORDERS).flatmap(
        lambda border: st.integers(0, 20).map(lambda ahead: date.fromisoformat(border) + timedelta(ahead))
    ),
    st.builds(Day, st.sampled_from(DayKind), st.just("某节")),
    max_size=6,
)
CALENDARS = NOTICES.map(
    lambda days: Calendar({**YEAR_2026.days, **days}, frozenset({2026}), SEASONS),
)
LIMITS = st.one_of(
    st.builds(Limit, st.integers(1, 20), st.just(LimitUnit.WORKING_HOURS), st.booleans()),
    st.builds(Limit, st.integers(1, 6), st.just(LimitUnit.WORKING_DAYS), st.booleans()),
    st.builds(Limit, st.integers(1, 9), st.just(LimitUnit.NATURAL_DAYS)),
    st.builds(Limit, st.integers(1, 90), st.just(LimitUnit.HOURS)),
)
RESTS = st.lists(st.tuples(st.integers(1, 3000), st.integers(1, 4000)), max_size=3)


def hours_of(day: date) -> tuple[tuple[int, int], ...]:
    """The office hours of a day's season, found by the season's name alone."""
    said = f"{day.month:02}-{day.day:02}"
    if "06-01" <= said <= "09-30":
        return SEASONS[0].hours
    if "10-01" <= said <= "12-15":
        return SEASONS[1].hours
    return SEASONS[3].hours if "02-29" <= said <= "05-31" else SEASONS[2].hours


def is_open(calendar: Calendar, moment: datetime) -> bool:
    """Whether the minute that begins then is one of office hours."""
    local = moment.astimezone(SHANGHAI)
    named = calendar.days.get(local.date())
    if (local.weekday() > 4) if named is None else (named.kind is DayKind.OFF):
        return False
    minute = local.hour * 60 + local.minute
    return any(opens <= minute < closes for opens, closes in hours_of(local.date()))


def minutes_from(moment: datetime) -> Iterable[datetime]:
    """One minute after another."""
    while True:
        yield moment
        moment += MINUTE


def without_rest(since: datetime, limit: Limit, calendar: Calendar, first_day: bool) -> datetime:
    """When a limit ends, found by looking at each minute: the end of the last one that is needed."""
    counts_office = limit.unit in (LimitUnit.WORKING_HOURS, LimitUnit.WORKING_DAYS) and not limit.urgent
    by_day = limit.unit in (LimitUnit.WORKING_DAYS, LimitUnit.NATURAL_DAYS)
    today = since.astimezone(SHANGHAI).date()
    seen: set[date] = set()
    left = limit.amount * 60
    ends = since
    for moment in minutes_from(since):
        if counts_office and not is_open(calendar, moment):
            continue
        day = moment.astimezone(SHANGHAI).date()
        if by_day and (day > today or first_day):
            seen.add(day)
            if len(seen) > limit.amount:
                return ends
        left -= 1
        ends = moment + MINUTE
        if not by_day and left == 0:
            return ends
    raise AssertionError


def rested(
    since: datetime, ends: datetime, pauses: Sequence[Pause], calendar: Calendar, in_office: bool
) -> datetime:
    """The end of as many counted minutes, when those of the pauses do not count."""

    def counts(moment: datetime) -> bool:
        return not in_office or is_open(calendar, moment)

    left, moment = 0, since
    while moment < ends:
        left += counts(moment)
        moment += MINUTE
    moment = since
    while left:
        left -= counts(moment) and not any(begin <= moment < end for begin, end in pauses)
        moment += MINUTE
    return moment


def pauses_of(since: datetime, rests: Sequence[tuple[int, int]]) -> tuple[Pause, ...]:
    """Pauses one after another, each so many minutes after the one before, so many minutes long."""
    found, moment = [], since
    for before, length in rests:
        begin = moment + before * MINUTE
        moment = begin + length * MINUTE
        found.append((begin, moment))
    return tuple(found)


def reckoned(
    since: datetime, limit: Limit, calendar: Calendar, first_day: bool = False, pauses: tuple[Pause, ...] = ()
) -> Start:
    """The clock of a district whose only rule states this limit."""
    rule = ClockRule(
        ordinal=1, clock="reply", limits=Limits(limit), reason="办结", counts_first_day=first_day
    )
    found = start("reply", since, Facts("help", "normal"), Timetable(1, (rule,), calendar, 1), pauses=pauses)
    assert found is not None
    return found


@settings(max_examples=60)
@given(MOMENTS, LIMITS, CALENDARS, st.booleans(), RESTS)
@example(at("2026-10-09T17:30"), Limit(1, LimitUnit.WORKING_DAYS), YEAR_2026_SEASONS, True, [])
@example(at("2026-10-09T17:29"), Limit(1, LimitUnit.WORKING_DAYS), YEAR_2026_SEASONS, True, [])
@example(at("2026-12-31T23:59"), Limit(1, LimitUnit.WORKING_DAYS), YEAR_2026_SEASONS, False, [])
def test_every_clock_falls_due_where_a_walk_minute_by_minute_ends(
    since: datetime, limit: Limit, calendar: Calendar, first_day: bool, rests: list[tuple[int, int]]
) -> None:
    pauses = pauses_of(since, rests)
    found = reckoned(since, limit, calendar, first_day, pauses)
    plain = without_rest(since, limit, calendar, first_day)
    assert found.due_at == rested(since, plain, pauses, calendar, limit.counts_office)
    in_two_years = found.due_at.astimezone(SHANGHAI).year == 2027
    assert found.unannounced == (limit.counts_office and in_two_years)


@settings(max_examples=40)
@given(MOMENTS, st.integers(1, 20), CALENDARS, st.integers(0, 6000))
def test_a_pause_while_the_offices_are_closed_moves_nothing(
    since: datetime, hours: int, calendar: Calendar, ahead: int
) -> None:
    limit = Limit(hours, LimitUnit.WORKING_HOURS)
    begin = since + ahead * MINUTE
    while is_open(calendar, begin):
        begin += MINUTE
    end = begin + MINUTE
    while not is_open(calendar, end):
        end += MINUTE
    plain = reckoned(since, limit, calendar)
    paused = reckoned(since, limit, calendar, pauses=((begin, end),))
    assert (paused.due_at, paused.marks[3]) == (plain.due_at, plain.due_at)


@settings(max_examples=40)
@given(MOMENTS, st.integers(1, 5), CALENDARS, st.booleans())
def test_received_while_the_offices_are_closed_is_received_when_they_open(
    since: datetime, days: int, calendar: Calendar, first_day: bool
) -> None:
    """Between two days of work it is one whether a ticket came at night, on a weekend, or just before they open."""
    limit = Limit(days, LimitUnit.WORKING_DAYS)
    opens = since
    while not is_open(calendar, opens):
        opens += MINUTE
    early = reckoned(since, limit, calendar, True).due_at
    assert early == reckoned(opens, limit, calendar, True).due_at
    same_day = opens.astimezone(SHANGHAI).date() == since.astimezone(SHANGHAI).date()
    if same_day or first_day:
        assert reckoned(since, limit, calendar, first_day).due_at == (
            reckoned(opens, limit, calendar, first_day).due_at
        )
