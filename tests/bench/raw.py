"""The raw insert rate: the very rows that intake wrote, copied into a twin database. No locating, no signatures."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from typing import Any

import asyncpg

TABLES = ("hotline_order", "ticket", "caller", "clock", "journal", "callback", "stream_entry")
BATCH = 256
Rows = dict[str, list[tuple[Any, ...]]]


async def written(owner_url: str, count: int) -> list[Rows]:
    """What intake wrote for the last tickets, by table, in batches of 256 tickets; deliveries shared out."""
    connection = await asyncpg.connect(owner_url)
    batches: list[Rows] = [{name: [] for name in (*TABLES, "delivery")} for _ in range(-(-count // BATCH))]
    try:
        last = await connection.fetch("SELECT id FROM ticket ORDER BY id DESC LIMIT $1", count)
        place = {row["id"]: number // BATCH for number, row in enumerate(reversed(last))}
        for name in TABLES:
            key = "id" if name == "ticket" else "ticket"
            question = f"SELECT * FROM {name} WHERE {key} = ANY($1) ORDER BY {key}"
            for row in await connection.fetch(question, list(place)):
                batches[place[row[key]]][name].append(tuple(row))
        deliveries = await connection.fetch(
            "SELECT * FROM delivery ORDER BY received_at DESC LIMIT $1", count // 500
        )
        for number, row in enumerate(deliveries):
            batches[number % len(batches)]["delivery"].append(tuple(row))
    finally:
        await connection.close()
    return batches


async def insert(twin_url: str, batches: Sequence[Rows], connections: int) -> float:
    """Copy the batches, one transaction each, over some connections; tickets a second."""
    opened = [await asyncpg.connect(twin_url) for _ in range(connections)]
    tickets = sum(len(batch["ticket"]) for batch in batches)
    queue = iter(batches)
    before = time.perf_counter()
    await asyncio.gather(*(_copy(each, queue) for each in opened))
    seconds = time.perf_counter() - before
    names = ", ".join((*reversed(TABLES), "delivery"))
    await opened[0].execute(f"TRUNCATE {names} CASCADE")
    for each in opened:
        await each.close()
    return tickets / seconds


async def _copy(connection: asyncpg.Connection[Any], queue: Iterator[Rows]) -> None:
    for batch in queue:
        async with connection.transaction():
            for name in ("delivery", *TABLES):
                await connection.copy_records_to_table(name, records=batch[name])
