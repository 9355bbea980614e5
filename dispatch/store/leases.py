"""Leases as rows, and the database as it is written to under one. Called by ``jobs.leases``.

A lease is held until an instant of the database's clock, under a number that rises with every other holder. Whoever
writes under it says holder and number in the same transaction, which holds the row until it commits: so a process that
was stopped for longer than its lease, and goes on, writes nothing. A connection holds none of it.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from dispatch.errors import LeaseLost
from dispatch.store.database import Database, Tx
from dispatch.store.sql import load

SQL = load("leases")


@dataclass(frozen=True, slots=True)
class Lease:
    """One holding of a lease."""

    name: str
    holder: UUID
    fence: int
    """Which holding it is: another process that takes the lease gets a higher number."""
    lasts: timedelta


async def know(tx: Tx, names: Sequence[str]) -> None:
    """Make rows of leases that nobody has taken yet."""
    await tx.execute(SQL.know, list(names))


async def keep(tx: Tx, names: Sequence[str], holder: UUID, lasts: timedelta) -> dict[str, int]:
    """Renew what is held and take what is free; name → fencing number of all that ``holder`` holds."""
    return {row["name"]: row["fence"] for row in await tx.fetch(SQL.keep, list(names), holder, lasts)}


async def release(tx: Tx, holder: UUID) -> None:
    """Let others take at once what ``holder`` held."""
    await tx.execute(SQL.release, holder)


class Fenced(Database):
    """The database under a lease: every transaction that may write checks it first, and keeps it until it commits."""

    def __init__(self, database: Database, lease: Lease) -> None:
        super().__init__(database._pool, database._dsn)
        self._lease = lease

    @asynccontextmanager
    async def system(self, *, frozen: bool = False) -> AsyncIterator[Tx]:
        """As any ``Database.system``.

        Raises:
            LeaseLost: another process does it now.
        """
        async with super().system(frozen=frozen) as tx:
            if not frozen:
                await _write_under(tx, self._lease)
            yield tx


async def _write_under(tx: Tx, lease: Lease) -> None:
    """Nobody else takes the lease before the transaction is over; it is over soon when its process falls silent."""
    await tx.execute(SQL.patience, f"{int(lease.lasts.total_seconds() * 1000)}ms")
    if await tx.fetchval(SQL.write_under, lease.name, lease.holder, lease.fence, lease.lasts) is None:
        raise LeaseLost(lease=lease.name)
