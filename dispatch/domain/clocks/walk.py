"""Walks a limit through the calendar: from a start to the instant it falls due, and how much of it has passed. Pure.

Hours and minutes run to the minute; n working days end at the close of office on the nth; natural days at 24:00. What
was paused is added: the clock is due when as much counted time has passed outside the pauses as the limit holds, so
several
pauses do what one as long would.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from dispatch.domain.clocks.calendar import Calendar, local_day, midnight
from dispatch.domain.clocks.limits import Limit, LimitUnit

Pause = tuple[datetime, datetime]
_DAY = timedelta(days=1)
_NOTHING = timedelta()
_FURTHEST_DAYS = 3660
"""Ten years: a calendar in which nobody ever works would be walked for ever."""


def due(start: datetime, limit: Limit, calendar: Calendar, *, counts_first_day: bool = False) -> datetime:
    """When a limit that starts at an instant falls due. ``counts_first_day``: the day of receipt is the first."""
    match limit.unit:
        case LimitUnit.MINUTES:
            return start + timedelta(minutes=limit.amount)
        case LimitUnit.HOURS:
            return start + timedelta(hours=limit.amount)
        case LimitUnit.WORKING_HOURS:
            length = timedelta(hours=limit.amount)
            return start + length if limit.urgent else advance(start, length, calendar)
        case LimitUnit.WORKING_DAYS if not limit.urgent:
            return _close_of_working_day(start, limit.amount, calendar, counts_first_day)
        case _:
            days = limit.amount - (1 if counts_first_day else 0)
            return midnight(local_day(start) + timedelta(days=days + 1))


def _close_of_working_day(
    start: datetime, wanted: int, calendar: Calendar, counts_first_day: bool
) -> datetime:
    """The close of office on the nth working day. A day whose offices have closed does not count any more."""
    first = local_day(start)
    left = wanted
    if counts_first_day and calendar.is_working(first) and start < calendar.close(first):
        left -= 1
        if left == 0:
            return calendar.close(first)
    for day in _days_from(first + _DAY):
        if calendar.is_working(day):
            left -= 1
            if left == 0:
                return calendar.close(day)
    raise LookupError("the calendar has too few working days")


def counted(begin: datetime, end: datetime, calendar: Calendar | None) -> timedelta:
    """The time from an instant to a later one: all of it, or that of office hours where a calendar is given."""
    if end <= begin:
        return _NOTHING
    if calendar is None:
        return end - begin
    total = _NOTHING
    last = local_day(end)
    for day in _days_from(local_day(begin)):
        if day > last:
            break
        for opens, closes in calendar.office(day):
            total += max(_NOTHING, min(closes, end) - max(opens, begin))
    return total


def advance(begin: datetime, length: timedelta, calendar: Calendar | None) -> datetime:
    """The earliest instant by which so much time has passed, in office hours where a calendar is given."""
    if calendar is None or length <= _NOTHING:
        return begin + max(length, _NOTHING)
    left = length
    for day in _days_from(local_day(begin)):
        for opens, closes in calendar.office(day):
            here = max(opens, begin)
            there = closes - here
            if there >= left:
                return here + left
            left -= max(_NOTHING, there)
    raise LookupError("the calendar has too few office hours")


def shifted(at: datetime, pauses: Sequence[Pause], calendar: Calendar | None) -> datetime:
    """An instant ahead, later by the pauses that come before it."""
    for begin, end in pauses:
        if begin < at and end > begin:
            at = advance(end, counted(begin, at, calendar), calendar)
    return at


def elapsed(begin: datetime, end: datetime, pauses: Sequence[Pause], calendar: Calendar | None) -> timedelta:
    """How much counted time has passed, without the pauses."""
    rested = (counted(max(begin, a), min(end, b), calendar) for a, b in pauses)
    return counted(begin, end, calendar) - sum(rested, _NOTHING)


def skipped(begin: datetime, end: datetime, calendar: Calendar) -> tuple[tuple[date, date, str], ...]:
    """The days off on the way, as runs of one name: (first, last, what they are called)."""
    runs: list[tuple[date, date, str]] = []
    last = local_day(end)
    for day in _days_from(local_day(begin)):
        if day > last:
            break
        if calendar.is_working(day):
            continue
        name = calendar.name_of(day)
        if (
            runs
            and runs[-1][1] == day - _DAY
            and (runs[-1][2] == name or {runs[-1][2], name} == {"周六", "周日"})
        ):
            runs[-1] = (runs[-1][0], day, "周末" if runs[-1][2] != name else name)
        else:
            runs.append((day, day, name))
    return tuple(runs)


def _days_from(first: date) -> Iterator[date]:
    for ahead in range(_FURTHEST_DAYS):
        yield first + timedelta(days=ahead)
