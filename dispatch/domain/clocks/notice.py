"""The State Council's notice of a year's holidays: its text, or a table, → days off and days at work. Pure.

What the notice says twice is checked: weekdays in parentheses, how many days a holiday has, that days at work would
otherwise be off. A text that contradicts itself was pasted wrong, and is refused with the place.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dispatch.domain.clocks.calendar import WEEKDAYS, DayKind
from dispatch.errors import BadInput
from dispatch.saying import say

_DATE = re.compile(
    r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:[(\uff08](?P<note>[^()\uff08\uff09]*)[)\uff09])?"
)
_HOLIDAY = re.compile(
    r"(?:^|[。;\uff1b\n\s]|[一二三四五六七八九十]、)(?P<name>[\u4e00-\u9fff]{2,8}?)\s*[:\uff1a]"
)
_COUNT = re.compile(r"共\s*(\d{1,2})\s*天")
_TITLE = re.compile(r"(\d{4})\s*年")
_LONGEST_DAYS = 20
_KINDS = {
    "off": DayKind.OFF,
    "work": DayKind.WORK,
    "放假": DayKind.OFF,
    "休": DayKind.OFF,
    "上班": DayKind.WORK,
    "班": DayKind.WORK,
}


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that a notice names."""

    day: date
    kind: DayKind
    name: str


def read_notice(text: str, year: int | None = None) -> list[NamedDay]:
    """The days of a notice, in order. ``year``: of which year it is, where its own words do not say.

    Raises:
        BadInput: it names no holiday, contradicts itself, or its year is not known; says where.
    """
    title = _TITLE.search(text)
    of = year or (int(title[1]) if title else None)
    if of is None:
        raise BadInput(say("通知里没有写是哪一年，请先选年份。"), field="year")
    found: dict[date, NamedDay] = {}
    for name, words in _holidays(text):
        for each in _named_by(name, words, of):
            if each.day in found:
                raise BadInput(
                    say(
                        "{said}写了两次（{name}、{name_2}）。",
                        said=_said(each.day),
                        name=found[each.day].name,
                        name_2=name,
                    ),
                    field="text",
                )
            found[each.day] = each
    if not found:
        raise BadInput(
            say("没有读到放假安排，请粘贴通知全文，如「元旦：1月1日至3日放假调休，共3天。」"), field="text"
        )
    return sorted(found.values(), key=lambda each: each.day)


def _holidays(text: str) -> list[tuple[str, str]]:
    """Each holiday's name and what is said of it."""
    marks = list(_HOLIDAY.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)][: len(marks)]
    return [
        (mark["name"], text[mark.end() : end])
        for mark, end in zip(marks, ends, strict=True)
        if "放假" in text[mark.end() : end]
    ]


def _named_by(name: str, words: str, year: int) -> list[NamedDay]:
    off: list[date] = []
    work: list[date] = []
    last: date | None = None
    parts = re.split(r"(放假|上班)", words)
    for said, verb in zip(parts[::2], parts[1::2], strict=False):
        days, last = _days(said, year, last)
        (off if verb == "放假" else work).extend(days)
    if not off:
        raise BadInput(say("「{name}」没有读到放假的日子。", name=name), field="text")
    counted = _COUNT.search(words)
    if counted and int(counted[1]) != len(off):
        raise BadInput(
            say(
                "「{name}」写着共 {counted} 天，读到 {count} 天，请核对原文。",
                name=name,
                counted=counted[1],
                count=len(off),
            ),
            field="text",
        )
    wrong = [day for day in work if day.weekday() < 5]
    if wrong:
        raise BadInput(
            say(
                "「{name}」{said}本来就是工作日，不用调休上班，请核对年份和原文。",
                name=name,
                said=_said(wrong[0]),
            ),
            field="text",
        )
    return [
        *(NamedDay(day, DayKind.OFF, name) for day in off),
        *(NamedDay(day, DayKind.WORK, name) for day in work),
    ]


def _days(words: str, year: int, last: date | None) -> tuple[list[date], date | None]:
    """The days of a sentence: single ones and runs joined by 至."""
    found: list[date] = []
    marks = list(_DATE.finditer(words))
    for at, mark in enumerate(marks):
        day = _date(mark, year, last)
        joined = at > 0 and re.fullmatch(r"\s*(至|到|—|-|~)\s*", words[marks[at - 1].end() : mark.start()])
        if joined and last is not None:
            if not timedelta(0) < day - last <= timedelta(days=_LONGEST_DAYS):
                raise BadInput(
                    say("{said}至{said_2}不像一个假期，请核对。", said=_said(last), said_2=_said(day)),
                    field="text",
                )
            found.extend(last + timedelta(days=ahead) for ahead in range(1, (day - last).days + 1))
        else:
            found.append(day)
        last = day
    return found, last


def _date(mark: re.Match[str], year: int, last: date | None) -> date:
    of = int(mark["year"]) if mark["year"] else (last.year if last and not mark["month"] else year)
    month = int(mark["month"]) if mark["month"] else (last.month if last else 0)
    try:
        day = date(of, month, int(mark["day"]))
    except ValueError:
        raise BadInput(say("「{mark}」不是一个日期。", mark=mark[0]), field="text") from None
    weekday = re.search(r"(?:周|星期)([一二三四五六日天])", mark["note"] or "")
    written = WEEKDAYS["一二三四五六日".index(weekday[1].replace("天", "日"))] if weekday else None
    if written not in (None, WEEKDAYS[day.weekday()]):
        raise BadInput(
            say(
                "{said}是{weekday}，通知里写的是{written}，请核对年份。",
                said=_said(day),
                weekday=WEEKDAYS[day.weekday()],
                written=written,
            ),
            field="text",
        )
    return day


def _said(day: date) -> str:
    return say("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def read_table(text: str) -> list[NamedDay]:
    """The days of a table: date, kind (放假 or 上班), name, one day a line; a heading is passed over.

    Raises:
        BadInput: names the line.
    """
    found: dict[date, NamedDay] = {}
    for number, cells in _lines(text):
        if not any(cells) or (number == 1 and not cells[0][:1].isdigit()):
            continue
        if len(cells) < 3:
            raise BadInput(
                say("第 {number} 行应有三列：日期，放假或上班，节日名称。", number=number), field="text"
            )
        try:
            day = date.fromisoformat(cells[0].replace("/", "-"))
        except ValueError:
            raise BadInput(
                say(
                    "第 {number} 行「{cells}」不是日期，应写成 2027-01-01。",
                    number=number,
                    cells=cells[0][:20],
                ),
                field="text",
            ) from None
        if cells[1] not in _KINDS:
            raise BadInput(
                say("第 {number} 行「{cells}」应是放假或上班。", number=number, cells=cells[1][:20]),
                field="text",
            )
        if day in found:
            raise BadInput(say("第 {number} 行 {day} 写了两次。", number=number, day=day), field="text")
        found[day] = NamedDay(day, _KINDS[cells[1]], cells[2][:20] or "节假日")
    if not found:
        raise BadInput(say("没有读到任何日子；每行写：日期，放假或上班，节日名称。"), field="text")
    return sorted(found.values(), key=lambda each: each.day)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of a table with their numbers, each cell without blanks around it."""
    number, between = 0, next((mark for mark in ",\t\uff0c" if mark in text), ",")
    try:
        lines = io.StringIO(text.lstrip("\ufeff"), newline="")
        for number, row in enumerate(csv.reader(lines, delimiter=between), 1):
            yield number, [cell.strip() for cell in row]
    except csv.Error:
        raise BadInput(
            say("第 {number} 行读不出来：一格太长，或引号没有配对。", number=number + 1), field="text"
        ) from None
