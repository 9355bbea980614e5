"""Shifts: a pattern repeated over weeks, and a table somebody pasted or uploaded, as rows. Pure.

Times of day are China's; a shift that ends no later than it begins ends on the next day.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dispatch.domain.telling import CHINA
from dispatch.errors import BadInput
from dispatch.saying import say

ROLES: Mapping[str, str] = {"operator": "值班员", "leader": "带班领导"}
MOST_LISTED = 50
"""How many tickets a part of a hand-over's list holds."""
MOST_WEEKS = 53
MOST_ROWS = 2_000
_COLUMNS = ("日期", "岗位", "姓名", "开始", "结束")


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody's duty for a unit, as instants."""

    unit: int
    person: int
    role: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Fault:
    """A row of a table that cannot be taken, by its number in the table (the first after the head is 1)."""

    row: int
    reason: str


def span(day: date, begins: time, ends: time) -> tuple[datetime, datetime]:
    """A day's shift as instants."""
    until = day if ends > begins else day + timedelta(days=1)
    return datetime.combine(day, begins, CHINA), datetime.combine(until, ends, CHINA)


def repeated(
    unit: int,
    persons: Sequence[int],
    role: str,
    first: date,
    hours: tuple[time, time],
    weekdays: frozenset[int],
    weeks: int,
) -> list[Shift]:
    """People in turn on these weekdays (0 = Monday), for so many weeks from the first day on.

    Raises:
        BadInput: nobody, no day, too many weeks, or no such role.
    """
    if role not in ROLES:
        raise BadInput(say("岗位只能是值班员或带班领导。"), field="role")
    if not persons:
        raise BadInput(say("请选择值班人员。"), field="persons")
    if not weekdays or not weekdays <= frozenset(range(7)):
        raise BadInput(say("请选择星期几。"), field="weekdays")
    if not 1 <= weeks <= MOST_WEEKS:
        raise BadInput(say("一次最多排 {most} 周。", most=MOST_WEEKS), field="weeks")
    days = (first + timedelta(days=each) for each in range(7 * weeks))
    chosen = [day for day in days if day.weekday() in weekdays]
    return [
        Shift(unit, persons[place % len(persons)], role, *span(day, *hours))
        for place, day in enumerate(chosen)
    ]


def table(unit: int, text: str, people: Mapping[str, Sequence[int]]) -> tuple[list[Shift], list[Fault]]:
    """The shifts of a table with the columns 日期, 岗位, 姓名, 开始, 结束, and the rows that cannot be taken.

    ``people``: the numbers of whoever may be on duty, by name.

    Raises:
        BadInput: the head is another one, or there are too many rows.
    """
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff").strip()), delimiter=_delimiter(text)))
    head = [each.strip() for each in rows[0]] if rows else []
    if not set(_COLUMNS) <= set(head):
        raise BadInput(say("第一行要有这些列：{columns}。", columns=[*_COLUMNS]), field="text")
    if len(rows) - 1 > MOST_ROWS:
        raise BadInput(say("一次最多导入 {most} 行。", most=MOST_ROWS), field="text")
    shifts, faults = [], []
    for number, row in enumerate(rows[1:], start=1):
        if not any(each.strip() for each in row):
            continue
        found = _row(unit, dict(zip(head, (each.strip() for each in row), strict=False)), people)
        if isinstance(found, Shift):
            shifts.append(found)
        else:
            faults.append(Fault(number, found))
    return shifts, faults


def _delimiter(text: str) -> str:
    """What stands between the columns of the head: a tab, or either comma."""
    head = text.split("\n", 1)[0]
    return next((mark for mark in "\t,\uff0c" if mark in head), ",")


def _row(unit: int, row: Mapping[str, str], people: Mapping[str, Sequence[int]]) -> Shift | str:
    """A row as a shift, or why not."""
    role = next((code for code, name in ROLES.items() if name == row.get("岗位")), None)
    if role is None:
        return say("岗位「{post}」不是值班员或带班领导", post=row.get("岗位", ""))
    named = people.get(row.get("姓名", ""), ())
    if len(named) != 1:
        name = row.get("姓名", "")
        if named:
            return say("「{name}」有同名的人，请在页面上排", name=name)
        return say("「{name}」不在本单位值班人员里", name=name)
    try:
        day = date.fromisoformat(row.get("日期", "").replace("/", "-").replace(".", "-"))
    except ValueError:
        return say("日期「{day}」应写成 2026-11-25", day=row.get("日期", ""))
    try:
        hours = [time.fromisoformat(row[name].zfill(5)) for name in ("开始", "结束")]
    except (KeyError, ValueError):
        return say("开始和结束应写成 08:00")
    return Shift(unit, named[0], role, *span(day, hours[0], hours[1]))


def day_end(now: datetime) -> datetime:
    """Midnight in China after ``now``."""
    here = now.astimezone(CHINA)
    return (here + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


def rows(shifts: Iterable[Shift]) -> Iterator[Mapping[str, object]]:
    """Shifts as they are written."""
    for each in shifts:
        yield {
            "unit": each.unit,
            "person": each.person,
            "role": each.role,
            "starts_at": each.starts_at,
            "ends_at": each.ends_at,
        }
