"""Status reports on their way up, as rows. Called by ``jobs.callbacks``."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("reports")


@dataclass(frozen=True, slots=True)
class Report:
    """A claimed report."""

    id: UUID
    source: str
    ticket: int
    body: Mapping[str, Any]
    attempts: int


async def claim(tx: Tx, most: int) -> list[Report]:
    """Due reports, leased for a minute; one per ticket, in version order."""
    return [Report(**dict(row)) for row in await tx.fetch(SQL.claim, most)]


async def sent(tx: Tx, report: UUID) -> None:
    """The hotline took it."""
    await tx.execute(SQL.sent, report)


async def retry(tx: Tx, report: UUID, wait: timedelta, error: str) -> None:
    """Again after ``wait``."""
    await tx.execute(SQL.retry, report, wait, error)


async def bury(tx: Tx, report: UUID, error: str) -> None:
    """A dead letter."""
    await tx.execute(SQL.bury, report, error)
