"""Deliveries, orders and waiting messages as rows. Called by ``actions.intake`` in its transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("intake")
Versions = tuple[int, int, int, int]
"""Boundary version, its revision (which rises when a cell's police grid changes), rule set, its revision (which rises
when powers or police lists change beside it)."""
Order = tuple[str, str]
"""(source, order number)."""


@dataclass(frozen=True, slots=True)
class KnownDelivery:
    """A delivery remembered: what it held, and what it was answered."""

    digest: bytes
    status: int
    answer: str


@dataclass(frozen=True, slots=True)
class KnownOrder:
    """An order remembered: its ticket and what its create held."""

    ticket: int
    number: str
    state: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Claimed:
    """An order that was new: the id of its ticket, and whether messages came before it."""

    ticket: int
    awaited: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that came before its create."""

    id: int
    order: Order
    key: int
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """A hotline as stored: secrets still sealed, mapping not yet read."""

    id: str
    name: str
    active: bool
    datum: str
    secrets: Sequence[bytes]
    callback_url: str | None
    callback_secrets: Sequence[bytes]
    mapping: dict[str, Any]
    doubted: Sequence[str]


async def versions(tx: Tx, *, held: bool = True) -> tuple[Versions, datetime] | None:
    """The versions in force, held until the commit unless they are only looked at, and the database's clock."""
    row = await tx.fetchrow(SQL.versions if held else SQL.versions_read)
    if row is None:
        return None
    found = row["boundary_version"], row["revision"], row["rule_set"], row["rule_revision"]
    return found, row["now"]


async def clock(tx: Tx) -> datetime:
    """The database's clock."""
    now: datetime = await tx.fetchval(SQL.clock)
    return now


async def known_deliveries(tx: Tx, keys: Sequence[tuple[str, str]]) -> dict[tuple[str, str], KnownDelivery]:
    """The deliveries among (source, webhook-id) that were answered before."""
    rows = await tx.fetch(SQL.known_deliveries, *_columns(keys, 2))
    return {
        (row["source"], row["webhook_id"]): KnownDelivery(row["digest"], row["status"], row["answer"])
        for row in rows
    }


async def claim_orders(tx: Tx, orders: Sequence[tuple[str, str, bytes]]) -> dict[Order, Claimed]:
    """Ticket ids for orders never seen before; an order that is known is left out."""
    if not orders:
        return {}
    rows = await tx.fetch(SQL.claim_orders, *_columns(orders, 3))
    return {(row["source"], row["order_no"]): Claimed(row["ticket"], row["awaited"]) for row in rows}


async def known_orders(tx: Tx, orders: Sequence[Order]) -> dict[Order, KnownOrder]:
    """The orders that have a ticket."""
    if not orders:
        return {}
    rows = await tx.fetch(SQL.known_orders, *_columns(orders, 2))
    return {
        (row["source"], row["order_no"]): KnownOrder(
            row["ticket"], row["number"], row["state"], row["digest"]
        )
        for row in rows
    }


async def next_ticket(tx: Tx) -> int:
    """An id for a ticket without an order."""
    return int(await tx.fetchval(SQL.next_ticket))


async def insert_deliveries(tx: Tx, rows: Sequence[Sequence[Any]]) -> None:
    """Remember deliveries: (source, webhook-id, digest, status, answer, received at)."""
    if rows:
        await tx.execute(SQL.insert_deliveries, *_columns(rows, 6))


async def keep_waiting(
    tx: Tx, order: Order, kind: str, key: int, sealed: bytes, webhook_id: str, now: datetime
) -> None:
    """Keep a message that overtook its create."""
    await tx.execute(SQL.keep_waiting, *order, kind, key, sealed, webhook_id, now)


async def waiting_for(tx: Tx, orders: Sequence[Order]) -> list[Waiting]:
    """The messages that waited for these orders, in the order they came, locked."""
    rows = await tx.fetch(SQL.waiting_for, *_columns(orders, 2))
    return [Waiting(row["id"], (row["source"], row["order_no"]), row["key"], row["sealed"]) for row in rows]


async def overlooked(tx: Tx) -> Waiting | None:
    """A message that waits for an order which is there, locked; what another process holds is passed by."""
    row = await tx.fetchrow(SQL.overlooked)
    return row and Waiting(row["id"], (row["source"], row["order_no"]), row["key"], row["sealed"])


async def keep_early(
    tx: Tx, order: Order, kind: str, key: int, sealed: bytes, webhook_id: str, now: datetime
) -> None:
    """Keep a conclusion that came before the reply."""
    await tx.execute(SQL.keep_early, *order, kind, key, sealed, webhook_id, now)


async def ripe(tx: Tx) -> Waiting | None:
    """A kept conclusion whose time has come; locks nothing, the ticket comes first."""
    row = await tx.fetchrow(SQL.ripe)
    return row and Waiting(row["id"], (row["source"], row["order_no"]), row["key"], row["sealed"])


async def still_kept(tx: Tx, waiting: int) -> bool:
    """Whether a conclusion is still kept, held until the commit."""
    return bool(await tx.fetchval(SQL.still_kept, waiting))


async def end_kept(tx: Tx, order: Order, reason: str) -> None:
    """The work begins again: what was concluded before is worth nothing."""
    await tx.execute(SQL.end_kept, *order, reason)


async def end_waiting(tx: Tx, waiting: int, state: str, reason: str | None) -> None:
    """A waiting message was applied, or is dead."""
    await tx.execute(SQL.end_waiting, waiting, state, reason)


async def bury_waiting(tx: Tx) -> None:
    """Messages that waited longer than a day become dead letters."""
    await tx.execute(SQL.bury_waiting)


async def sources(tx: Tx) -> list[Source]:
    """The hotlines, also retired ones."""
    return [Source(**dict(row)) for row in await tx.fetch(SQL.sources)]


def _columns(rows: Sequence[Sequence[Any]], width: int) -> list[list[Any]]:
    """Rows turned into one list per column, as unnest wants them."""
    return [[row[at] for row in rows] for at in range(width)]
