"""A day of some centers, as rows. Called by ``reads.day_report`` on a reader's connection."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeAlias

from dispatch.domain.windows import Window
from dispatch.store.database import Tx
from dispatch.store.rates import Rules
from dispatch.store.sql import load

SQL = load("day_report")
Json: TypeAlias = dict[str, Any]
_MOST_CATEGORIES = 10


async def now(tx: Tx) -> datetime:
    """The moment the snapshot is of."""
    moment: datetime = await tx.fetchval(SQL.now)
    return moment


async def in_hand(tx: Tx, centers: Sequence[int]) -> dict[str, int]:
    """Open tickets by state."""
    return {row["state"]: row["times"] for row in await tx.fetch(SQL.in_hand, centers)}


async def overdue(tx: Tx, centers: Sequence[int], most: int) -> tuple[list[Json], int]:
    """Open tickets with a limit that is over, the longest first, and how many there are in all."""
    found = [dict(row) for row in await tx.fetch(SQL.overdue, centers, most)]
    return found, found[0]["total"] if found else 0


async def categories(tx: Tx, by: Rules, window: Window, centers: Sequence[int]) -> list[Json]:
    """What was called about most in a window."""
    return [
        dict(row) for row in await tx.fetch(SQL.categories, *_facts(by, window), centers, _MOST_CATEGORIES)
    ]


async def alike(tx: Tx, by: Rules, window: Window, centers: Sequence[int], least: int) -> list[Json]:
    """Where at least so many of one category came from one cell in a window."""
    return [dict(row) for row in await tx.fetch(SQL.alike, *_facts(by, window), centers, least)]


async def notable(tx: Tx, centers: Sequence[int], most: int) -> list[Json]:
    """Open tickets that a leader should know of."""
    return [dict(row) for row in await tx.fetch(SQL.notable, centers, most)]


async def sealed(tx: Tx, tickets: Sequence[int]) -> list[tuple[int, int, bytes]]:
    """Of these tickets, the caller under seal: ticket, key, content."""
    return [tuple(row) for row in await tx.fetch(SQL.sealed, tickets)]


def _facts(by: Rules, window: Window) -> tuple[datetime, datetime, list[str], list[str]]:
    return window.since, window.until, list(by.satisfied_words), list(by.partly_words)
