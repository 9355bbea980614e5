"""Supervision of tickets as rows. Called by ``actions.supervising`` and the reads of supervision."""

from datetime import datetime
from typing import Any

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("supervising")


async def ask(
    tx: Tx,
    ticket: int,
    *,
    level: int,
    requirement: str,
    due_at: datetime,
    asked_of: int,
    person: int | None,
    now: datetime,
) -> None:
    """A new supervision."""
    await tx.execute(SQL.ask, ticket, level, requirement, due_at, now, person, asked_of)


async def answer(tx: Tx, ticket: int, words: str, person: int | None, now: datetime) -> None:
    """What was asked for last is answered, with everything else that was not answered yet."""
    await tx.execute(SQL.answer, ticket, words, now, person)


async def lift(tx: Tx, ticket: int, words: str, person: int | None, now: datetime) -> None:
    """Nothing is asked for any more."""
    await tx.execute(SQL.lift, ticket, words, now, person)


async def due(tx: Tx, most: int) -> list[tuple[int, int]]:
    """Supervisions whose answer has become overdue, not told yet: (supervision, ticket)."""
    return [(row["id"], row["ticket"]) for row in await tx.fetch(SQL.due, most)]


async def mark_overdue(tx: Tx, supervision: int) -> datetime | None:
    """Its due instant, once: None where another process told it, or it was answered meanwhile."""
    found: datetime | None = await tx.fetchval(SQL.mark_overdue, supervision)
    return found


async def of_ticket(tx: Tx, ticket: int) -> list[dict[str, Any]]:
    """The supervisions of a ticket the reader may see, the newest first."""
    return [each[0] for each in await tx.fetch(SQL.of_ticket, ticket)]


async def listed(tx: Tx, *, ended: bool, before: int | None, most: int) -> list[dict[str, Any]]:
    """The supervisions of tickets the reader may see, with their tickets, the newest first."""
    return [each[0] for each in await tx.fetch(SQL.listed, ended, before, most)]
