"""Audit rows: who did or read what, and why. Written by actions in the transaction of the deed; never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("audit")


async def write(
    tx: Tx,
    *,
    person: int | None,
    action: str,
    subject: str,
    unit: int | None = None,
    reason: str | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Add an audit row; ``subject`` is like ``ticket:12`` or ``session``, and holds no personal data.

    ``unit`` is the one the person acted for; none where they sign in or out.
    """
    await tx.execute(SQL.write, person, unit, action, subject, reason, detail)


async def write_many(tx: Tx, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add audit rows by column name: person, unit, action, subject, detail."""
    await tx.execute(SQL.write_many, list(rows))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the auditor asks for; what is None does not matter. ``action``: how it begins."""

    since: datetime
    until: datetime
    persons: Sequence[int] | None = None
    subjects: Sequence[str] | None = None
    action: str | None = None


async def entries(tx: Tx, wanted: Wanted, before: int | None, most: int) -> list[dict[str, Any]]:
    """Rows, the newest first."""
    found = await tx.fetch(
        SQL.entries,
        *(wanted.since, wanted.until, wanted.persons, wanted.subjects, wanted.action, before, most),
    )
    return [dict(each) for each in found]


async def persons(tx: Tx, name: str) -> list[int]:
    """Who is called so, by name or username."""
    return [each["id"] for each in await tx.fetch(SQL.persons, name)]


async def of_ticket(tx: Tx, named: str) -> list[str]:
    """What the audit may call a ticket and its pictures; ``named``: its number, its order's, or its id."""
    identity = int(named) if named.isascii() and named.isdigit() and len(named) <= 18 else None
    return [each[0] for each in await tx.fetch(SQL.of_ticket, named, identity)]


async def chain(tx: Tx) -> dict[str, Any] | None:
    """The newest seal: number, at, rows so far, head, and how many rows wait."""
    found = await tx.fetchrow(SQL.chain)
    return None if found is None else dict(found)
