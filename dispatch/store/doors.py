"""What the doors beside the hotline ask the database: the middle of a cell, own reports, tickets that may be one."""

from collections.abc import Sequence
from typing import Any

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("doors")


async def middle(tx: Tx, cell: str) -> tuple[float, float] | None:
    """A point within a cell of the version in force: lon, lat EPSG:4326; None where there is no such cell."""
    row = await tx.fetchrow(SQL.middle, cell)
    return None if row is None else (row["lon"], row["lat"])


async def reported(tx: Tx, person: int, before: int | None, most: int) -> list[dict[str, Any]]:
    """What a person reported on patrol, the newest first, and what became of it: nobody's personal data."""
    return [each[0] for each in await tx.fetch(SQL.reported, person, before, most)]


async def cells(tx: Tx, person: int) -> list[dict[str, Any]]:
    """The cells a person may report from without a position: those of their duties, else of their villages."""
    return [each[0] for each in await tx.fetch(SQL.cells, person)]


async def alike(tx: Tx, order: int, days: int, most: int) -> list[dict[str, Any]]:
    """Tickets without an order that the reader may see and that came shortly before a pushed one, the newest first."""
    return [dict(each) for each in await tx.fetch(SQL.alike, order, days, most)]


async def said(tx: Tx, ticket: int) -> dict[str, Any] | None:
    """What is compared of a ticket that the reader may see."""
    row = await tx.fetchrow(SQL.said, ticket)
    return None if row is None else dict(row)


async def give_order(tx: Tx, source: str, order_no: str, ticket: int) -> None:
    """From now on an order means another ticket."""
    await tx.execute(SQL.give_order, source, order_no, ticket)


async def hand_reply_clock(tx: Tx, order: int, own: int) -> None:
    """The clock of the order's reply runs on the ticket that takes the order over; those of the other one end."""
    await tx.execute(SQL.stop_reply_clock, own)
    await tx.execute(SQL.copy_reply_clock, order, own)
    await tx.execute(SQL.stop_all_clocks, order)


async def outer(tx: Tx, ticket: int) -> dict[str, Any]:
    """What the hotline said of a ticket's times."""
    row = await tx.fetchrow(SQL.outer, ticket)
    assert row is not None
    return dict(row)


async def known(tx: Tx, source: str, numbers: Sequence[str]) -> set[str]:
    """Which orders of a source are here already."""
    return {each[0] for each in await tx.fetch(SQL.known, source, list(numbers))}
