"""Calendars for the tests of clocks: the official year 2026, written down by hand, and Shanghai time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from dispatch.domain.clocks import Calendar, Day, DayKind, Season
from dispatch.domain.clocks.calendar import read_hours
from dispatch.domain.moments import SHANGHAI

OFF = {
    "元旦": (("01-01", "01-03"),),
    "春节": (("02-15", "02-23"),),
    "清明节": (("04-04", "04-06"),),
    "劳动节": (("05-01", "05-05"),),
    "端午节": (("06-19", "06-21"),),
    "中秋节": (("09-25", "09-27"),),
    "国庆节": (("10-01", "10-07"),),
}
AT_WORK = {
    "01-04": "元旦",
    "02-14": "春节",
    "02-28": "春节",
    "05-09": "劳动节",
    "09-20": "国庆节",
    "10-10": "国庆节",
}


def _year() -> dict[date, Day]:
    days = {date.fromisoformat(f"2026-{at}"): Day(DayKind.WORK, name) for at, name in AT_WORK.items()}
    for name, runs in OFF.items():
        for first, last in runs:
            day = date.fromisoformat(f"2026-{first}")
            while day <= date.fromisoformat(f"2026-{last}"):
                days[day] = Day(DayKind.OFF, name)
                day += timedelta(days=1)
    return days


SUMMER = Season("夏令", (6, 1), (9, 30), read_hours("08:30-12:00 14:30-18:00"))
WINTER = Season("冬令", (10, 1), (5, 31), read_hours("08:30-12:00 14:00-17:30"))
YEAR_2026 = Calendar(_year(), frozenset({2026}), (SUMMER, WINTER))


def at(text: str) -> datetime:
    """An instant by the clock in Shanghai."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)
