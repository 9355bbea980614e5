"""What a backup has to know of the database, and what a restore changes in it. Called by ``actions.restoring``."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from dispatch.store import vitals
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("restoring")
BASE = "base_backup"
"""What a base is noted as, among the jobs: it runs outside of the service, once a night."""
_AT_A_TIME = 5_000


@dataclass(frozen=True, slots=True)
class Source:
    """A hotline: how many of its tickets are open, how many reports to it waited when the database was lost."""

    id: str
    name: str
    open: int
    doubted: int


@dataclass(frozen=True, slots=True)
class Outstanding:
    """A restore that is not compared with every hotline yet."""

    restored_to: datetime
    lost_at: datetime
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Archiving:
    """When a WAL segment was kept last, and when PostgreSQL last failed to hand one over; what it is told to do.

    ``archives``: it hands segments over at all, after ``timeout_seconds`` at the latest (0: when they are full).
    ``base_at``: when the last base was made.
    """

    kept_at: datetime | None
    failed_at: datetime | None
    archives: bool
    timeout_seconds: int
    up_since: datetime
    now: datetime
    base_at: datetime | None


async def server(tx: Tx) -> dict[str, Any]:
    """What a base is made of."""
    row = await tx.fetchrow(SQL.server)
    assert row is not None
    return dict(row)


async def replaying(tx: Tx) -> bool:
    """Whether PostgreSQL still replays."""
    return bool(await tx.fetchval(SQL.replaying))


async def replayed(tx: Tx) -> datetime | None:
    """The last commit that was replayed, if the server remembers."""
    found: datetime | None = await tx.fetchval(SQL.replayed)
    return found


async def begin_epoch(tx: Tx, restored_to: datetime, lost_at: datetime) -> UUID:
    """A new epoch: its id."""
    made: UUID = await tx.fetchval(SQL.begin_epoch, restored_to, lost_at)
    return made


async def end_doors(tx: Tx) -> tuple[int, int]:
    """End what lets people in, socket tickets included: how many sessions, how many links."""
    sessions = _count(await tx.execute(SQL.end_sessions))
    await tx.execute(SQL.drop_socket_tickets)
    return sessions, _count(await tx.execute(SQL.end_links))


async def doubt(tx: Tx, why: str) -> tuple[int, int]:
    """Mark what waited to be sent: how many reports, how many messages."""
    return _count(await tx.execute(SQL.doubt_reports, why)), _count(await tx.execute(SQL.doubt_messages, why))


async def sources(tx: Tx) -> list[Source]:
    """What each hotline has to compare."""
    return [Source(**dict(row)) for row in await tx.fetch(SQL.sources)]


async def pictures(tx: Tx, after: UUID) -> list[tuple[UUID, str]]:
    """The next pictures after one: ids and names of files."""
    return [(row["id"], row["name"]) for row in await tx.fetch(SQL.pictures, after, _AT_A_TIME)]


async def outstanding(tx: Tx) -> Outstanding | None:
    """The restore that is not compared with every hotline yet; None where there is none."""
    row = await tx.fetchrow(SQL.outstanding)
    return Outstanding(row["restored_to"], row["lost_at"], tuple(row["names"])) if row else None


async def archiving(tx: Tx) -> Archiving:
    """How the archive of WAL stands."""
    row = await tx.fetchrow(SQL.archiving, BASE)
    assert row is not None
    return Archiving(**dict(row))


async def note_base(tx: Tx) -> None:
    """Note that a base was made now."""
    await vitals.ran(tx, {BASE: 0.0})


def _count(said: str) -> int:
    return int(said.rsplit(" ", 1)[-1])
