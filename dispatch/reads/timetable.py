"""The timetable as its page shows it, the clocks of a ticket with their reasons, and trying a rule out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.clocks import MARKS, Facts, Start, Timetable
from dispatch.domain.clocks.calendar import read_hours
from dispatch.domain.clocks.moving import pauses_from
from dispatch.domain.clocks.reckoning import HALT
from dispatch.domain.clocks.reckoning import start as reckoned
from dispatch.domain.clocks.why import sentences
from dispatch.domain.ticket import Clock
from dispatch.errors import NotFound
from dispatch.store import reading
from dispatch.store import timetable as store
from dispatch.store.database import Database

HISTORY = 50


@dataclass(frozen=True, slots=True)
class Attempt:
    """A clock that somebody wants to try: what it would be of a ticket like this."""

    clock: str
    facts: Facts
    since: datetime
    outer_due: datetime | None = None


async def overview(database: Database) -> dict[str, Any]:
    """Rules and office hours in force, years with a notice, versions and how far running clocks follow them."""
    async with database.reader(()) as tx:
        history = await store.history(tx, HISTORY)
        return {
            "version": history[0]["version"],
            "rules": await store.rules(tx),
            "seasons": [{**row, "minutes": _minutes(row["hours"])} for row in await store.hours(tx)],
            "years": await store.years(tx),
            "history": history,
        }


def _minutes(hours: str) -> int:
    """How long the offices are open on a day."""
    return sum(closes - opens for opens, closes in read_hours(hours))


async def year(database: Database, number: int) -> dict[str, Any]:
    """The named days of a year, and whether it has a notice."""
    async with database.reader(()) as tx:
        days = await store.days_of(tx, number)
        announced = {row["year"]: row["source"] for row in await store.years(tx)}
    return {"year": number, "announced": number in announced, "source": announced.get(number), "days": days}


async def clocks_of(database: Database, actor: Actor, number: int) -> list[dict[str, Any]]:
    """Every clock of a ticket, also the stopped ones, each with why it falls due when it does.

    Raises:
        NotFound: no such ticket, or the person may not see it.
    """
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        if await reading.row(tx, number) is None:
            raise NotFound
        rows = await reading.clock_grounds(tx, number)
    return [_told(row) for row in rows]


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    marks = tuple(row["marks"] or ())
    clock = Clock(
        row["kind"],
        row["started_at"],
        row["due_at"],
        row["paused_at"],
        pauses_from(row["pauses"]),
        marks,
        row["basis"] or {},
    )
    names = ("kind", "started_at", "due_at", "stopped_at", "paused_at", "unannounced", "warned", "reason")
    return {name: row[name] for name in names} | {
        "warnings": [
            {"mark": mark, "at": at, "fired": mark in row["fired"]}
            for mark, at in zip(MARKS, marks, strict=False)
            if at is not None
        ],
        "why": sentences(clock, row["reason"], by_hotline=row["by_hotline"]),
    }


def attempt(timetable: Timetable, wanted: Attempt) -> dict[str, Any]:
    """When a clock would fall due, and why; nothing where no rule holds. An earlier 制止 stands beside it."""
    found = {
        kind: reckoned(kind, wanted.since, wanted.facts, timetable, outer_due=wanted.outer_due)
        for kind in (wanted.clock, *((HALT,) if wanted.clock == "inner" else ()))
    }
    halt = found.get(HALT)
    return {"clock": _tried(found[wanted.clock]), "halt": _tried(halt)}


def _tried(start: Start | None) -> dict[str, Any] | None:
    if start is None:
        return None
    clock = Clock(start.kind, start.started_at, start.due_at, marks=start.marks, basis=start.basis)
    return {
        "due_at": start.due_at,
        "rule": start.basis.get("rule"),
        "reason": start.reason,
        "unannounced": start.unannounced,
        "marks": [
            {"mark": mark, "at": at} for mark, at in zip(MARKS, start.marks, strict=True) if at is not None
        ],
        "why": sentences(clock, start.reason),
    }
