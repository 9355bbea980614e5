"""The official days of past years from the package `chinesecalendar`: what a new calendar is filled with, once.

The service counts by its own table; the package is asked by whoever founds a district. It knows 2004 to the last year
whose notice had come out when it was made, and nothing is guessed beyond that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from chinese_calendar import Holiday, holidays, workdays

from dispatch.saying import say

SOURCE = say("国务院办公厅历年放假通知（随软件附带）")
_NAMES = {each.value: each.chinese for each in Holiday}
_LONGER = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}


@dataclass(frozen=True, slots=True)
class OfficialDay:
    """A day that a notice named: off or work, and its holiday."""

    day: date
    kind: str
    name: str


def official_days() -> list[OfficialDay]:
    """Every day the package names, in order."""
    return sorted(_days(), key=lambda each: each.day)


def official_years() -> list[int]:
    """The years it has a notice of."""
    return sorted({day.year for day in holidays})


def _days() -> Iterator[OfficialDay]:
    for kind, named in (("off", holidays), ("work", workdays)):
        for day, name in named.items():
            chinese = _NAMES[name]
            yield OfficialDay(day, kind, _LONGER.get(chinese, chinese))
