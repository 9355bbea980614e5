"""Streams as rows: epoch, tops, entries, snapshots, socket tickets. Called by the relay's source and ``web.stream``."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from dispatch.errors import NotFound
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("streams")
MOST_ENTRIES = 2_000
Row = tuple[int, int, int, int, str, frozenset[str], frozenset[str], str, str | None, float]
"""stream, seq, ticket, version, event, before, after, JSON text of the public row, trace, when (since 1970)."""


async def position(tx: Tx) -> tuple[str, dict[int, int]]:
    """The epoch, and every stream's top."""
    epoch: str = await tx.fetchval(SQL.epoch)
    return epoch, {row["id"]: row["seq"] for row in await tx.fetch(SQL.tops)}


async def entries_after(tx: Tx, cursors: Mapping[int, int]) -> Sequence[Row]:
    """Entries after a number of each stream, in order, at most ``MOST_ENTRIES``."""
    rows = await tx.fetch(SQL.entries_after, list(cursors), list(cursors.values()), MOST_ENTRIES)
    return [(*row[:5], _audience(*row["before"]), _audience(*row["after"]), *row[7:]) for row in rows]


@lru_cache(maxsize=4096)
def _audience(*tokens: str) -> frozenset[str]:
    """Of thousands of entries in memory few have an audience of their own: they share those that are equal."""
    return frozenset(tokens)


async def snapshot(tx: Tx, stream: int, units: Sequence[int]) -> tuple[int, str]:
    """The number and the JSON text of the board's rows, of one moment.

    Raises:
        NotFound: the database does not hold the stream: it came back from before the center was founded.
    """
    row = await tx.fetchrow(SQL.snapshot, stream, list(units))
    if row is None:
        raise NotFound
    seq, tickets = row
    return seq, tickets


async def visible(tx: Tx, ticket: int) -> bool:
    """Whether the reader may see a ticket."""
    return bool(await tx.fetchval(SQL.visible, ticket))


async def issue_tickets(tx: Tx, tickets: Sequence[tuple[bytes, bytes]]) -> None:
    """One-use socket tickets, each a digest and its session, good for 30 s."""
    await tx.execute(SQL.issue_tickets, *map(list, zip(*tickets, strict=True)))


async def use_tickets(tx: Tx, digests: Sequence[bytes]) -> dict[bytes, bytes]:
    """The sessions of those tickets that were good, all of them used up by that; an unknown or old one has none."""
    rows = await tx.fetch(SQL.use_tickets, digests)
    return {row["digest"]: row["session"] for row in rows if row["fresh"]}


async def drop_tickets(tx: Tx) -> None:
    """Forget tickets nobody used."""
    await tx.execute(SQL.drop_tickets)
