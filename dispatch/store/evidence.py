"""Pictures and recordings of tickets as rows. Called by ``actions.evidence`` and ``reads.ticket``."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("evidence")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece's row. lon, lat in EPSG:4326 degrees, where it was taken, if the phone said so.

    A recording has no width and no height (0), and says how many seconds it lasts.
    """

    id: UUID
    ticket: int
    person: int
    unit: int
    name: str
    mime: str
    sha256: str
    size: int
    width: int
    height: int
    from_gallery: bool
    taken_at: datetime | None
    lon: float | None
    lat: float | None
    kind: str | None
    seconds: int | None


async def insert(tx: Tx, evidence: Evidence) -> None:
    """Write the row of a piece."""
    each = evidence
    await tx.execute(
        SQL.insert,
        *(each.id, each.ticket, each.person, each.unit, each.name, each.mime, each.sha256, each.size),
        *(each.width, each.height, each.from_gallery, each.taken_at, each.lon, each.lat, each.kind),
        each.seconds,
    )


async def one(tx: Tx, identity: UUID) -> dict[str, Any] | None:
    """A piece as its sender hears of it, or None."""
    found: dict[str, Any] | None = await tx.fetchval(SQL.one, identity)
    return found


async def file(tx: Tx, identity: UUID, ticket: int | None = None) -> tuple[str, str] | None:
    """(file name, MIME type) of a piece the reader may see, of one ticket where it is said; or None."""
    row = await tx.fetchrow(SQL.file, identity, ticket)
    return (row["name"], row["mime"]) if row else None


async def pictures(tx: Tx, ticket: int) -> int:
    """How many pictures a ticket has."""
    found: int = await tx.fetchval(SQL.pictures, ticket)
    return found


async def voices(tx: Tx, ticket: int) -> int:
    """How many recordings a ticket has."""
    found: int = await tx.fetchval(SQL.voices, ticket)
    return found
