"""What goes back to the hotline and what waits for a ticket, as rows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("outbox")
Json: TypeAlias = dict[str, Any]
_LISTED = 200


@dataclass(frozen=True, slots=True)
class Backlog:
    """How the reports stand: ``due`` to be sent now, the oldest late by ``late_seconds``, ``dead`` given up."""

    due: int
    late_seconds: float
    dead: int


async def callbacks(tx: Tx, state: str) -> list[Json]:
    """The newest 200 status reports in a state that the reader may see."""
    return [each[0] for each in await tx.fetch(SQL.callbacks, state, _LISTED)]


async def visible(tx: Tx, callback: UUID) -> bool:
    """Whether the reader may see a status report."""
    return bool(await tx.fetchval(SQL.visible, callback))


async def replay(tx: Tx, callback: UUID) -> int | None:
    """Make a dead report due again: its ticket, or None when it is not dead."""
    ticket: int | None = await tx.fetchval(SQL.replay, callback)
    return ticket


async def waiting(tx: Tx) -> list[Json]:
    """The newest 200 messages without a ticket. Needs the system's scope."""
    return [each[0] for each in await tx.fetch(SQL.waiting, _LISTED)]


async def backlog(tx: Tx) -> Backlog:
    """How the reports stand. Needs the system's scope."""
    row = await tx.fetchrow(SQL.backlog)
    assert row is not None
    return Backlog(**dict(row))


async def dead_messages(tx: Tx) -> int:
    """How many messages never found their ticket. Needs the system's scope."""
    return int(await tx.fetchval(SQL.dead_messages))


async def clock(tx: Tx) -> datetime:
    """The database's clock."""
    now: datetime = await tx.fetchval(SQL.clock)
    return now
