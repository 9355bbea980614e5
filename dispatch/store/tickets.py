"""Tickets as rows: lock, insert, update, journal, entries. Called by ``actions`` alone, in its transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from dispatch.domain.case import NewAssignment
from dispatch.domain.clocks import Changes, Moved, Start
from dispatch.domain.ticket import Assignment, Clock, Flag, Placement, PlaceNeed, State, Ticket, Type, Urgency
from dispatch.errors import Collision
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("tickets")
_TURNED = frozenset(
    {"state", "prior", "type", "urgency", "place_need", "placement", "audience", "former_centers", "flags"}
)
"""Values of a ticket that are columns in another form."""
_MAY_BE_MISSING = frozenset({"callers", "exempt", "supervised", "returns"})
"""Columns that a former program left empty: they mean what a ticket has from the beginning."""
_AS_THEY_ARE = tuple(
    each.name
    for each in fields(Ticket)
    if each.name not in _TURNED | _MAY_BE_MISSING | {"assignments", "clocks", "children"}
)
"""Values of a ticket that are its columns."""


@dataclass(frozen=True, slots=True)
class Look:
    """A ticket and what a decision looks at beside it."""

    ticket: Ticket
    now: datetime
    """The database's clock."""
    done: Mapping[str, Any] | None
    """What the operation asked about already did: ticket, command, actor_person."""


async def lock(tx: Tx, ticket: int) -> Ticket | None:
    """One ticket, locked with its family until the transaction ends; None where there is none.

    Raises:
        Collision: another ticket was merged into it while it was waited for.
    """
    seen = await locked(tx, ticket)
    return None if seen is None else seen.ticket


async def locked(
    tx: Tx, ticket: int, operation: UUID | None = None, *, also: Sequence[int] = ()
) -> Look | None:
    """``look`` at one ticket, locked as by ``lock``, with others locked beside it.

    Raises:
        Collision: another ticket was merged into it while it was waited for.
    """
    row = await tx.fetchrow(SQL.look, ticket, operation, [ticket, *also])
    if row is not None and not set(row["locked"]).issuperset(row["children"]):
        raise Collision
    return _look(row)


async def hold(tx: Tx, tickets: Sequence[int]) -> frozenset[int]:
    """Lock tickets with their families, in order of their ids, before any of them is read; answers which are locked."""
    return frozenset(await tx.fetchval(SQL.hold, list(tickets)))


async def read(tx: Tx, ticket: int) -> Ticket | None:
    """One ticket as it stands; None where there is none."""
    seen = await look(tx, ticket)
    return None if seen is None else seen.ticket


async def look(tx: Tx, ticket: int, operation: UUID | None = None) -> Look | None:
    """One ticket as it stands, with what a decision looks at beside it; None where there is none."""
    return _look(await tx.fetchrow(SQL.look, ticket, operation, []))


def _look(row: asyncpg.Record | None) -> Look | None:
    if row is None:
        return None
    return Look(_ticket(row), row["moment"], row["done"])


async def failed_contacts(tx: Tx, ticket: int) -> int:
    """How many attempts did not reach the caller."""
    found: int = await tx.fetchval(SQL.failed_contacts, ticket)
    return found


async def followers(tx: Tx, ticket: int) -> tuple[int, ...]:
    """Tickets without an order that were answered with this one, and close with it."""
    return tuple(row["id"] for row in await tx.fetch(SQL.followers, ticket))


def _ticket(row: asyncpg.Record) -> Ticket:
    return Ticket(
        **{name: row[name] for name in _AS_THEY_ARE},
        **{name: row[name] for name in _MAY_BE_MISSING if row[name] is not None},
        state=State(row["state"]),
        prior=State(row["prior"]) if row["prior"] else None,
        type=Type(row["type"]),
        urgency=Urgency(row["urgency"]),
        flags=frozenset(map(Flag, row["flags"] or ())),
        place_need=PlaceNeed(row["place_need"]),
        placement=Placement(row["placement"]),
        audience=frozenset(row["audience"]),
        former_centers=frozenset(row["former_centers"]) if row["former_centers"] else None,
        assignments=tuple(_assignment(each) for each in row["open_assignments"]),
        clocks=tuple(_clock(each) for each in row["running_clocks"]),
        children=tuple(row["children"]),
    )


def _assignment(given: Mapping[str, Any]) -> Assignment:
    moments = {
        name: datetime.fromisoformat(given[name]) if given[name] else None
        for name in ("report_in_by", "reported_in_at")
    }
    return Assignment(**{**given, **moments})


def _clock(given: Mapping[str, Any]) -> Clock:
    return Clock(
        given["kind"],
        datetime.fromisoformat(given["started_at"]),
        datetime.fromisoformat(given["due_at"]),
        _instant(given["paused_at"]),
        tuple((datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, b in given["pauses"] or ()),
        tuple(_instant(each) for each in given["marks"] or ()),
        given["basis"] or {},
    )


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class New:
    """New tickets and what begins with them: rows by column name, clocks with their tickets, status reports, callers.

    A caller: (ticket, key, sealed, masked name, masked phone, phone index, tail index, name index).
    """

    rows: Sequence[Mapping[str, Any]]
    clocks: Sequence[tuple[int, Start]]
    reports: Sequence[Mapping[str, Any]]
    callers: Sequence[Sequence[Any]]


async def receive(
    tx: Tx,
    new: New,
    actor: str,
    person: int | None = None,
    unit: int | None = None,
    operation: UUID | None = None,
) -> None:
    """New tickets with their first journal rows, and all that begins with them: one statement."""
    clocks = [{"ticket": ticket, **_kept(each)} for ticket, each in new.clocks]
    said = (_json(new.rows), actor, person, unit, operation, _json(clocks), _json(new.reports))
    await tx.execute(SQL.receive, *said, *map(list, zip(*new.callers, strict=True)))


@dataclass(frozen=True, slots=True)
class Following:
    """What follows from a decision on one ticket: its clocks change, assignments open, status reports wait to go up."""

    clocks: Changes
    opened: Sequence[NewAssignment] = ()
    reports: Sequence[Mapping[str, Any]] = ()

    def told(self, ticket: int) -> tuple[str | None, str | None, str | None]:
        """As the database is told of it: nothing where nothing follows."""
        opened = [asdict(each) for each in self.opened]
        changed = _changed(ticket, self.clocks)
        return (
            _json({"at": self.clocks.at, **changed}) if changed else None,
            _json(opened) if opened else None,
            _json(self.reports) if self.reports else None,
        )


async def step(
    tx: Tx,
    ticket: int,
    changes: Mapping[str, Any],
    journal: Mapping[str, Any],
    now: datetime,
    following: Following,
    entries: Sequence[Mapping[str, Any]] | None = None,
) -> dict[str, Any] | None:
    """The columns of one ticket that change, the journal row that tells of it, by column name, and what follows.

    With its ``entries`` it is the last act of a transaction, as ``append`` is, and answers the public row they tell.
    """
    told = (_json(changes), _json(journal), now, *following.told(ticket))
    row: dict[str, Any] | None = await tx.fetchval(
        SQL.step, ticket, *told, None if entries is None else _json(entries)
    )
    return row


async def follow(tx: Tx, ticket: int, now: datetime, following: Following) -> None:
    """What follows from a decision, without the decision."""
    await tx.execute(SQL.follow, ticket, now, *following.told(ticket))


def _changed(ticket: int, clocks: Changes) -> dict[str, Any]:
    """What changes of a ticket's clocks, and nothing else."""
    every = {
        "stop": sorted(clocks.stop),
        "start": [_kept(each) for each in clocks.start],
        "resume": sorted(clocks.resume),
        "pause": sorted(clocks.pause),
        "move": [_moved(ticket, each) for each in clocks.move],
    }
    return {name: value for name, value in every.items() if value}


def _kept(start: Start) -> dict[str, Any]:
    """A clock by the names of its columns."""
    return {
        "kind": start.kind,
        "started_at": start.started_at,
        "due_at": start.due_at,
        "next_at": start.next_at,
        "reason": start.reason,
        "marks": start.marks or None,
        "basis": start.basis or None,
        "timetable": start.version,
        "unannounced": start.unannounced,
    }


async def move_clocks(tx: Tx, moved: Sequence[tuple[int, Moved]]) -> None:
    """Running clocks that were reckoned anew, each with its ticket; one that was moved meanwhile is left alone."""
    if moved:
        await tx.execute(SQL.move_clocks, _json([_moved(ticket, each) for ticket, each in moved]))


def _moved(ticket: int, moved: Moved) -> dict[str, Any]:
    """A clock that was reckoned anew, by the names of its columns."""
    return {
        "ticket": ticket,
        **_kept(moved.start),
        "was_due_at": moved.was_due_at,
        "pauses": moved.pauses or None,
        "paused_at": moved.paused_at,
    }


async def end_assignments(
    tx: Tx, ticket: int, now: datetime, why: str, one: int | None = None, kept: Iterable[int] = ()
) -> None:
    """Every open assignment of a ticket ends but those that are kept, or one of them."""
    await tx.execute(SQL.end_assignments, ticket, now, why, one, sorted(kept))


async def reopen_assignments(tx: Tx, ticket: int, back: Sequence[Assignment]) -> None:
    """Assignments that rested come back."""
    if back:
        await tx.execute(
            SQL.reopen_assignments, ticket, [each.id for each in back], [each.person for each in back]
        )


async def report_in(tx: Tx, assignment: int, at: datetime) -> None:
    """A called unit has come."""
    await tx.execute(SQL.report_in, assignment, at)


async def reply_assignment(tx: Tx, assignment: int, reply: str) -> None:
    """Keep a co-handler's reply."""
    await tx.execute(SQL.reply_assignment, assignment, reply)


async def insert_callbacks(tx: Tx, rows: Sequence[Mapping[str, Any]]) -> None:
    """Status events for the hotline above, by column name."""
    if rows:
        await tx.execute(SQL.insert_callbacks, _json(rows))


async def withdraw_callbacks(tx: Tx, ticket: int, now: datetime) -> None:
    """A status that was still held back does not go up."""
    await tx.execute(SQL.withdraw_callbacks, ticket, now)


async def append(tx: Tx, entries: Sequence[Mapping[str, Any]], now: datetime) -> tuple[int, ...]:
    """Number entries in their streams and write them with the tickets' rows; answers the streams touched.

    An entry names stream, ticket, version, event, before and after; the last act of a transaction, because it
    locks the stream counters.
    """
    await tx.execute(SQL.append, _json(entries), now)
    return tuple(sorted({each["stream"] for each in entries}))


async def operation(tx: Tx, key: UUID) -> asyncpg.Record | None:
    """What an operation id already did: ticket, version, command, actor_person."""
    return await tx.fetchrow(SQL.operation, key)


async def row(tx: Tx, ticket: int) -> dict[str, Any]:
    """The public row of a ticket."""
    found: dict[str, Any] = await tx.fetchval(SQL.row, ticket)
    return found


async def reply(tx: Tx, ticket: int) -> tuple[str | None, str | None]:
    """What the citizen is answered, and how it was closed."""
    words, how_closed = await tx.fetchrow(SQL.reply, ticket)
    return words, how_closed


async def members(tx: Tx, persons: Sequence[int]) -> dict[int, frozenset[int]]:
    """The units each person belongs to now."""
    return {row["person"]: frozenset(row["units"]) for row in await tx.fetch(SQL.members, list(persons))}


async def due_clocks(tx: Tx, most: int) -> list[asyncpg.Record]:
    """Clocks whose next warning has come: ticket, kind, started_at."""
    return list(await tx.fetch(SQL.due_clocks, most))


async def warn_clock(tx: Tx, ticket: int, kind: str, started_at: datetime) -> asyncpg.Record | None:
    """Fire a clock's warnings that have come, each once: marks, warned and due_at; None where none is left to fire."""
    return await tx.fetchrow(SQL.warn_clock, ticket, kind, started_at)


def _json(value: object) -> str:
    return orjson.dumps(value, option=orjson.OPT_PASSTHROUGH_SUBCLASS, default=str).decode()
