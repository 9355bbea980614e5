"""The timetable as rows: versions, clock rules, office hours, the calendar, and clocks that follow none of them yet.

Called by ``store.world``, ``actions`` and ``reads``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import asyncpg
import orjson

from dispatch.domain.clocks import Calendar, ClockRule, Day, DayKind, Moved, Season, Timetable
from dispatch.domain.clocks.calendar import read_hours
from dispatch.domain.clocks.moving import pauses_from
from dispatch.domain.clocks.texts import read as read_limit
from dispatch.domain.ticket import Clock
from dispatch.store.database import Tx
from dispatch.store.sql import load
from dispatch.store.tickets import move_clocks

SQL = load("timetable")


@dataclass(frozen=True, slots=True)
class Behind:
    """A running clock that was reckoned by a former version, and its ticket's outer instant."""

    ticket: int
    clock: Clock
    outer_due: datetime | None


async def version(tx: Tx) -> int:
    """The version in force."""
    return int(await tx.fetchval(SQL.version))


async def hold(tx: Tx) -> int:
    """The version in force, which nobody else replaces before the transaction ends."""
    await tx.execute(SQL.one_at_a_time)
    return await version(tx)


async def active(tx: Tx) -> Timetable:
    """The timetable in force."""
    row = await tx.fetchrow(SQL.version)
    assert row is not None  # the migrations make the first
    rules = [rule(each) for each in await tx.fetch(SQL.rules, row["rules_version"])]
    return Timetable(
        row["version"], tuple(rules), await calendar(tx, row["hours_version"]), row["rules_version"]
    )


async def calendar(tx: Tx, hours_version: int) -> Calendar:
    """The calendar, with the office hours of a version."""
    days = {each["day"]: Day(DayKind(each["kind"]), each["name"]) for each in await tx.fetch(SQL.days)}
    years = frozenset(each["year"] for each in await tx.fetch(SQL.years))
    seasons = tuple(season(each) for each in await tx.fetch(SQL.hours, hours_version))
    return Calendar(days, years, seasons)


def rule(row: Mapping[str, Any]) -> ClockRule:
    """A clock rule from its columns."""
    return ClockRule(
        ordinal=row["ordinal"],
        clock=row["clock"],
        limits=read_limit(row["limit_text"]),
        reason=row["reason"],
        types=_any_of(row["types"]),
        urgencies=_any_of(row["urgencies"]),
        categories=None if row["categories"] is None else tuple(row["categories"]),
        units=None if row["units"] is None else frozenset(row["units"]),
        unit_kinds=_any_of(row["unit_kinds"]),
        valid_from=row["valid_from"],
        valid_until=row["valid_until"],
        counts_first_day=row["counts_first_day"],
        share=row["share"],
    )


def season(row: Mapping[str, Any]) -> Season:
    """Office hours from their columns."""
    first, last = (tuple(int(part) for part in row[name].split("-")) for name in ("first_day", "last_day"))
    return Season(row["name"], (first[0], first[1]), (last[0], last[1]), read_hours(row["hours"]))


def _any_of(values: Sequence[str] | None) -> frozenset[str] | None:
    return None if values is None else frozenset(values)


async def save(tx: Tx, part: str, note: str, person: int | None) -> int:
    """The next version, in force once committed; its number. ``hold`` comes before."""
    return int(await tx.fetchval(SQL.insert_version, part, note, person))


async def insert_rules(tx: Tx, of: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """The rules of a version, by column name, in order."""
    await tx.execute(SQL.insert_rules, of, _json(rows))


async def insert_hours(tx: Tx, of: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """The office hours of a version, by column name, in order."""
    await tx.execute(SQL.insert_hours, of, _json(rows))


async def put_days(tx: Tx, rows: Sequence[Mapping[str, Any]]) -> None:
    """What days are, by column name."""
    await tx.execute(SQL.put_days, _json(rows))


async def announce(tx: Tx, year: int, source: str, named: Sequence[date]) -> None:
    """A year has its notice, which names these days; all others of it are as usual."""
    await tx.execute(SQL.forget_days, year, source, list(named))
    await tx.execute(SQL.announce, year, source)


async def rules(tx: Tx) -> list[dict[str, Any]]:
    """The rules in force, by column name."""
    row = await tx.fetchrow(SQL.version)
    return [dict(each) for each in await tx.fetch(SQL.rules, row["rules_version"])]


async def hours(tx: Tx) -> list[dict[str, Any]]:
    """The office hours in force, by column name."""
    row = await tx.fetchrow(SQL.version)
    return [dict(each) for each in await tx.fetch(SQL.hours, row["hours_version"])]


async def days_of(tx: Tx, year: int) -> list[dict[str, Any]]:
    """The named days of a year, by column name."""
    return [dict(each) for each in await tx.fetch(SQL.days_of, year)]


async def day(tx: Tx, which: date) -> dict[str, Any] | None:
    """Kind and name of a day that a notice names; None where it is as every day of its week."""
    found: dict[str, Any] | None = await tx.fetchval(SQL.day, which)
    return found


async def years(tx: Tx) -> list[dict[str, Any]]:
    """The years that have a notice: year, source, announced_at."""
    return [dict(each) for each in await tx.fetch(SQL.years)]


async def history(tx: Tx, most: int) -> list[dict[str, Any]]:
    """The newest versions with how far they are followed, the newest first."""
    return [dict(each) for each in await tx.fetch(SQL.history, most)]


async def behind(tx: Tx, current: int, most: int) -> list[Behind]:
    """Running clocks of former versions."""
    return [
        Behind(row["ticket"], _clock(row), row["outer_due"])
        for row in await tx.fetch(SQL.behind, current, most)
    ]


def _clock(row: asyncpg.Record) -> Clock:
    return Clock(
        row["kind"],
        row["started_at"],
        row["due_at"],
        row["paused_at"],
        pauses_from(row["pauses"]),
        tuple(row["marks"] or ()),
        row["basis"] or {},
    )


async def follow(tx: Tx, current: int, same: Sequence[Behind], other: Sequence[tuple[int, Moved]]) -> None:
    """Clocks whose instant stays: those without grounds are only marked, the others get their new grounds too."""
    keys = [
        {"ticket": each.ticket, "kind": each.clock.kind, "started_at": each.clock.started_at} for each in same
    ]
    if keys:
        await tx.execute(SQL.looked, current, _json(keys))
    await move_clocks(tx, other)


async def count(tx: Tx, current: int, looked: int, moved: int) -> None:
    """Add to what a version came to."""
    await tx.execute(SQL.count, current, looked, moved)


async def finish(tx: Tx, current: int) -> None:
    """Every running clock follows this version."""
    await tx.execute(SQL.finish, current)


def _json(value: object) -> str:
    return orjson.dumps(value, default=str).decode()
