"""What decides when something falls due, saved as a new version by a person: rules, office hours, days of the calendar.

In force at once; running clocks follow by ``actions.recomputing``. Each version is an audit row.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dispatch.domain.access import Actor
from dispatch.domain.clocks.calendar import DayKind
from dispatch.domain.clocks.checking import Known, check_hours, check_rules
from dispatch.domain.clocks.notice import NamedDay
from dispatch.domain.privacy import scrub, storable
from dispatch.errors import BadInput, Conflict
from dispatch.ports.holidays import SOURCE, official_days, official_years
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import timetable as store
from dispatch.store.database import Database, Tx

LONGEST_NOTE = 500
_YEARS = (2000, 2100)
_MOST_DAYS = 400


async def save_rules(
    database: Database,
    actor: Actor,
    based_on: int,
    rows: Sequence[Mapping[str, Any]],
    known: Known,
    note: str,
) -> int:
    """New rules of clocks; the version they are in force by.

    Raises:
        BadInput: a rule is broken or never reached; says which and why.
        Conflict: somebody saved another version meanwhile.
    """
    rules = check_rules(rows, known)
    kept = [
        {**row, "ordinal": rule.ordinal, "reason": rule.reason} for row, rule in zip(rows, rules, strict=True)
    ]
    said = _noted(note)
    async with database.system() as tx:
        await _hold(tx, based_on)
        version = await store.save(tx, "rules", said, actor.person)
        await store.insert_rules(tx, version, kept)
        await _audit(tx, actor, version, "timetable.rules", said, {"rules": len(kept)})
    return version


async def save_hours(
    database: Database, actor: Actor, based_on: int, rows: Sequence[Mapping[str, Any]], note: str
) -> int:
    """New office hours; the version they are in force by.

    Raises:
        BadInput: a day of the year would have none, or two.
        Conflict: somebody saved another version meanwhile.
    """
    check_hours(rows)
    kept = [{**row, "ordinal": at} for at, row in enumerate(rows, 1)]
    said = _noted(note)
    async with database.system() as tx:
        await _hold(tx, based_on)
        version = await store.save(tx, "hours", said, actor.person)
        await store.insert_hours(tx, version, kept)
        await _audit(tx, actor, version, "timetable.hours", said, {"seasons": [row["name"] for row in rows]})
    return version


async def save_day(database: Database, actor: Actor, day: date, kind: str, name: str, note: str) -> int:
    """One day is off, at work, or as usual; the version it is in force by.

    Raises:
        BadInput: the day or its name cannot be.
    """
    said = _noted(note)
    _check_year(day.year)
    called = name.strip()
    if kind != "usual" and not 1 <= len(called) <= 20:
        raise BadInput(say("请写明是什么节假日，最多 20 字。"), field="name")
    row = {"day": day, "kind": kind, "name": scrub(called) or "平常", "source": said}
    async with database.system() as tx:
        await store.hold(tx)
        version = await store.save(tx, "calendar", said, actor.person)
        before = await store.day(tx, day)
        await store.put_days(tx, [row])
        detail = {"day": day.isoformat(), "kind": kind, "name": row["name"], "before": before}
        await _audit(tx, actor, version, "timetable.day", said, detail)
    return version


async def save_notice(
    database: Database, actor: Actor, year: int, days: Sequence[NamedDay], source: str
) -> int:
    """The notice of a year: its days, and that the year is announced. What the year had before is as usual.

    Days that a notice names in the year before (元旦 from 31 December) are taken along.

    Raises:
        BadInput: no days, days of other years, or one twice.
    """
    said = _noted(source)
    _check_year(year)
    if not 1 <= len(days) <= _MOST_DAYS or {each.day.year for each in days} - {year - 1, year}:
        raise BadInput(say("通知里应是 {year} 年的日子，请核对年份。", year=year), field="year")
    if len({each.day for each in days}) < len(days):
        raise BadInput(say("同一天写了两次，请核对后只留一次。"), field="days")
    if not any(each.day.year == year and each.kind is DayKind.OFF for each in days):
        raise BadInput(say("没有 {year} 年的放假日子，请核对年份。", year=year), field="year")
    rows = [{"day": each.day, "kind": each.kind.value, "name": each.name, "source": said} for each in days]
    async with database.system() as tx:
        await store.hold(tx)
        version = await store.save(tx, "calendar", said, actor.person)
        await store.announce(tx, year, said, [each.day for each in days if each.day.year == year])
        await store.put_days(tx, rows)
        await _audit(tx, actor, version, "timetable.notice", said, {"year": year, "days": len(rows)})
    return version


async def fill_calendar(database: Database, actor: Actor) -> tuple[int, Sequence[int]]:
    """The official days of the years that have no notice yet, from the package; the version and the years filled."""
    async with database.system() as tx:
        version = await store.hold(tx)
        known = {row["year"] for row in await store.years(tx)}
        missing = [year for year in official_years() if year not in known]
        if not missing:
            return version, ()
        named = [each for each in official_days() if each.day.year in missing]
        version = await store.save(tx, "calendar", SOURCE, actor.person)
        for year in missing:
            await store.announce(tx, year, SOURCE, [each.day for each in named if each.day.year == year])
        await store.put_days(
            tx, [{"day": each.day, "kind": each.kind, "name": each.name, "source": SOURCE} for each in named]
        )
        await _audit(tx, actor, version, "timetable.filled", SOURCE, {"years": missing})
    return version, missing


async def _hold(tx: Tx, based_on: int) -> None:
    current = await store.hold(tx)
    if current != based_on:
        raise Conflict(say("时限设置已有人改到第 {current} 版，请刷新后在新版上修改。", current=current))


async def _audit(
    tx: Tx, actor: Actor, version: int, action: str, reason: str, detail: Mapping[str, Any]
) -> None:
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action=action,
        subject=f"timetable:{version}",
        reason=reason,
        detail=detail,
    )


def _check_year(year: int) -> None:
    first, last = _YEARS
    if not first <= year <= last:
        raise BadInput(say("年份应在 {first} 到 {last} 之间。", first=first, last=last), field="year")


def _noted(note: str) -> str:
    said = note.strip()
    if not said or len(said) > LONGEST_NOTE or not storable(said):
        raise BadInput(say("请写明依据或为什么改，最多 {most} 字。", most=LONGEST_NOTE), field="note")
    return scrub(said)
