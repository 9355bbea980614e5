"""Callers under seal, as rows. Called by ``actions.reveal``."""

from dataclasses import dataclass

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("callers")


@dataclass(frozen=True, slots=True)
class Sealed:
    """A caller's sealed bytes and the number of the data key that sealed them."""

    key: int
    content: bytes


async def sealed(tx: Tx, ticket: int) -> Sealed | None:
    """The sealed caller of a ticket, or None."""
    row = await tx.fetchrow(SQL.sealed, ticket)
    return Sealed(row["key"], row["sealed"]) if row else None
