"""What printed papers say, as rows. Called by ``reads.papers`` on a reader's connection."""

from typing import Any, TypeAlias

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("papers")
Json: TypeAlias = dict[str, Any]


async def subject(tx: Tx, ticket: int) -> Json | None:
    """What every paper of a ticket says of it, or None when the reader may not see it."""
    return _found(await tx.fetchrow(SQL.subject, ticket))


async def record(tx: Tx, kind: str, ticket: int, number: int | None) -> Json | None:
    """What a paper of a kind is about: the record of this number, or the last one; None where there is none."""
    return _found(await tx.fetchrow(getattr(SQL, kind), ticket, number))


async def printable(tx: Tx, ticket: int) -> Json | None:
    """A ticket's state and the records that can be printed, or None when the reader may not see it."""
    return _found(await tx.fetchrow(SQL.printable, ticket))


async def handover(tx: Tx, number: int) -> Json | None:
    """A hand-over of a unit the reader works for, or None."""
    return _found(await tx.fetchrow(SQL.handover, number))


def _found(row: Any) -> Json | None:
    return dict(row) if row else None
