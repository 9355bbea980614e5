"""Status reports on their way up, as rows. Called by ``jobs.callbacks``."""

from collections.abc import Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a report at its attempt: ``sent``, ``pending`` again after ``wait``, or ``dead``."""

    id: UUID
    attempts: int
    state: str
    wait: timedelta
    error: str | None


async def claim(tx: Tx, most: int) -> list[Report]:
    """Due reports, leased for a minute; one per ticket, in version order."""
    return [Report(**dict(row)) for row in await tx.fetch(SQL.claim, most)]


async def settle(tx: Tx, settled: Sequence[Settled]) -> None:
    """Keep what became of claimed reports; of one that was claimed anew meanwhile, whoever did that says it."""
    columns = zip(
        *((each.id, each.attempts, each.state, each.wait, each.error) for each in settled), strict=True
    )
    await tx.execute(SQL.settle, *map(list, columns))
