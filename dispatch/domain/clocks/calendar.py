"""The working calendar: which days are worked, by which notice, and the office hours of each season. Pure values.

A year without a notice is taken as weekdays worked and weekends off; whoever counts through it says so.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise

from dispatch.domain.moments import SHANGHAI
from dispatch.errors import BadInput
from dispatch.saying import say

_SATURDAY = 5
_MINUTES_OF_DAY = 24 * 60
WEEKDAYS = (say("周一"), say("周二"), say("周三"), say("周四"), say("周五"), say("周六"), say("周日"))
_MOST_KNOWN = 4_000
"""Days whose office hours are remembered: ten years, which is as far as a clock is walked."""
Office = tuple[tuple[datetime, datetime], ...]
"""From when until when the offices are open on a day."""


class DayKind(StrEnum):
    """What a notice makes of a day: 放假, or 上班 where it would be a weekend."""

    OFF = "off"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a notice names, and the holiday it belongs to."""

    kind: DayKind
    name: str


@dataclass(frozen=True, slots=True)
class Season:
    """Office hours of a part of the year: (month, day) of its first and last day; hours in minutes of the day."""

    name: str
    first: tuple[int, int]
    last: tuple[int, int]
    hours: tuple[tuple[int, int], ...]

    def holds(self, day: date) -> bool:
        """Whether a day lies in it; a season may run over New Year."""
        at = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= at <= self.last
        return at >= self.first or at <= self.last

    @property
    def hours_text(self) -> str:
        """Its hours as they are written."""
        return " ".join(f"{_clock(opens)}-{_clock(closes)}" for opens, closes in self.hours)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days that notices name, years with a notice, seasons of office hours."""

    days: Mapping[date, Day] = field(default_factory=dict)
    announced: frozenset[int] = frozenset()
    seasons: tuple[Season, ...] = ()
    _known: dict[date, Office] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The office hours of days that were asked for: clocks of thousands of tickets walk through the same few weeks."""

    def is_working(self, day: date) -> bool:
        """Whether the offices are open."""
        named = self.days.get(day)
        return day.weekday() < _SATURDAY if named is None else named.kind is DayKind.WORK

    def name_of(self, day: date) -> str:
        """What a day off is called: its holiday, or its weekday."""
        named = self.days.get(day)
        return str(WEEKDAYS[day.weekday()]) if named is None else named.name

    def season(self, day: date) -> Season:
        """The season a day lies in.

        Raises:
            LookupError: no season holds it; ``check_seasons`` lets no such calendar be saved.
        """
        found = next((each for each in self.seasons if each.holds(day)), None)
        if found is None:
            raise LookupError(f"no office hours for {day}")
        return found

    def office(self, day: date) -> Office:
        """When the offices are open on a day, UTC; nothing on a day off."""
        known = self._known.get(day)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[day] = self._office(day)
        return known

    def _office(self, day: date) -> Office:
        if not self.is_working(day):
            return ()
        begin = midnight(day)
        return tuple(
            (begin + timedelta(minutes=opens), begin + timedelta(minutes=closes))
            for opens, closes in self.season(day).hours
        )

    def close(self, day: date) -> datetime:
        """When the offices close on a working day."""
        return self.office(day)[-1][1]

    def unannounced(self, first: date, last: date) -> tuple[int, ...]:
        """The years from one day to another that no notice is known of."""
        return tuple(year for year in range(first.year, last.year + 1) if year not in self.announced)


def midnight(day: date) -> datetime:
    """When a day begins in Shanghai, UTC."""
    return datetime.combine(day, time(), SHANGHAI).astimezone(UTC)


def local_day(at: datetime) -> date:
    """The day in Shanghai."""
    return at.astimezone(SHANGHAI).date()


_AS_WRITTEN = str.maketrans({"—": "-", "~": "-", ",": " "})


def read_hours(text: str) -> tuple[tuple[int, int], ...]:
    """Office hours as written, ``08:30-12:00 14:00-17:30``.

    Raises:
        BadInput: they cannot be read, overlap, or stand in no order.
    """
    found = []
    for part in unicodedata.normalize("NFKC", text).translate(_AS_WRITTEN).split():
        opens, dash, closes = part.partition("-")
        if not dash:
            raise BadInput(say("办公时间「{part}」应写成 08:30-12:00。", part=part[:20]), field="hours")
        found.append((_minutes(opens), _minutes(closes)))
    flat = [at for pair in found for at in pair]
    if not found or any(later <= earlier for earlier, later in pairwise(flat)):
        raise BadInput(say("办公时间要从早到晚写，各段不能重叠，如 08:30-12:00 14:00-17:30。"), field="hours")
    return tuple(found)


def _minutes(text: str) -> int:
    hour, colon, minute = text.partition(":")
    are_digits = hour.isdecimal() and minute.isdecimal() and len(hour) <= 2 and len(minute) == 2
    if not (colon and are_digits and int(minute) < 60):
        raise BadInput(say("「{text}」不是时刻，应写成 08:30。", text=text[:20]), field="hours")
    at = int(hour) * 60 + int(minute)
    if at > _MINUTES_OF_DAY:
        raise BadInput(say("「{text}」超过了 24:00。", text=text), field="hours")
    return at


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def check_seasons(seasons: Sequence[Season]) -> None:
    """Refuse seasons that leave a day of the year without office hours, or give it two.

    Raises:
        BadInput: names the day.
    """
    day = date(2024, 1, 1)  # a leap year: the 29th of February needs office hours too
    while day.year == 2024:
        holding = [each.name for each in seasons if each.holds(day)]
        if len(holding) != 1:
            two = say("有两套办公时间（{names}）", names=holding)
            said = two if holding else say("没有办公时间")
            raise BadInput(
                say("{month}月{day}日{said}，请让各季首尾相接。", month=day.month, day=day.day, said=said),
                field="seasons",
            )
        day += timedelta(days=1)
