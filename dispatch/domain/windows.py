"""The windows that figures are counted in: a day from noon to noon, a month from the 19th, as data. Pure.

A window is half open, ``[since, until)``. China has kept one time without summer time since 1991: offsets are constant.
A month is made of whole days, so that the figures of its days add up to those of the month.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dispatch.domain.moments import SHANGHAI, YEARS
from dispatch.errors import BadInput
from dispatch.saying import say

LONGEST = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Window:
    """From ``since`` until before ``until``, UTC."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Cut:
    """How days and months are cut: minutes after midnight at which a day begins, the day on which a month does."""

    day_starts: int
    month_starts: int


def day(of: date, cut: Cut) -> Window:
    """The window of a day D: with a start at noon ``[D-1 12:00, D 12:00)``; with one at midnight the day itself.

    Raises:
        BadInput: a day of a year that nobody means.
    """
    _meant(of.year, "on")
    end = _at(of, cut.day_starts) if cut.day_starts else _at(of + timedelta(days=1), 0)
    return Window(end - timedelta(days=1), end)


def today(now: datetime, cut: Cut) -> date:
    """The day whose window an instant lies in."""
    local = now.astimezone(SHANGHAI)
    begun = cut.day_starts and local.hour * 60 + local.minute >= cut.day_starts
    return local.date() + timedelta(days=1) if begun else local.date()


def month(year: int, number: int, cut: Cut) -> Window:
    """The window of a month: its days from the ``month_starts`` of the month before (the 1st: of the month itself)."""
    if not 1 <= number <= 12:
        raise BadInput(say("月份应是 1 到 12。"), field="month")
    first, last = _first_day(year, number, cut), _first_day(*_next(year, number), cut)
    return Window(day(first, cut).since, day(last - timedelta(days=1), cut).until)


def this_month(now: datetime, cut: Cut) -> Window:
    """The window of the month an instant lies in: of its date's, or, from the day a month begins, of the next."""
    on = today(now, cut)
    here = month(on.year, on.month, cut)
    return here if now < here.until else month(*_next(on.year, on.month), cut)


def span(since: datetime, until: datetime) -> Window:
    """A window somebody chose.

    Raises:
        BadInput: it ends before it begins, is longer than 400 days, or lies in years that nobody means.
    """
    _meant(since.year, "since")
    _meant(until.year, "until")
    if since >= until:
        raise BadInput(say("结束时间应晚于开始时间。"), field="until")
    if until - since > LONGEST:
        raise BadInput(say("一次最多统计 {days} 天，请缩短时间段。", days=LONGEST.days), field="until")
    return Window(since.astimezone(UTC), until.astimezone(UTC))


def _meant(year: int, field: str) -> None:
    if year not in YEARS:
        raise BadInput(say("年份不对，请核对。"), field=field)


def _first_day(year: int, number: int, cut: Cut) -> date:
    """The first day that counts for a month."""
    if cut.month_starts == 1:
        return date(year, number, 1)
    before = date(year, number, 1) - timedelta(days=1)
    return before.replace(day=cut.month_starts)


def _next(year: int, number: int) -> tuple[int, int]:
    return (year + 1, 1) if number == 12 else (year, number + 1)


def _at(on: date, minutes: int) -> datetime:
    local = datetime.combine(on, time(minutes // 60, minutes % 60), SHANGHAI)
    return local.astimezone(UTC)
