"""Numbers of streams: gapless, in commit order, however many write at once; nobody who reads by number loses any."""

from __future__ import annotations

import asyncio
from random import Random
from typing import Any

import psycopg
import pytest

from dispatch.errors import Collision
from dispatch.store import intake, streams, tickets
from dispatch.store.database import Database as Store
from tests.databases import Database

WRITERS = 50
CENTERS = (1, 2, 3)


class TakenBack(Exception):
    """A writer changes its mind before the commit."""


def entries(chance: Random) -> list[dict[str, Any]]:
    """A few entries in any order of streams."""
    return [
        {
            "stream": chance.choice(CENTERS),
            "ticket": chance.choice([1, 2]),
            "version": 1,
            "event": "ticket.noted",
            "before": ["unit:1"],
            "after": ["unit:1"],
        }
        for _ in range(chance.randint(1, 6))
    ]


async def write(service: Store, chance: Random) -> list[int]:
    """One transaction that publishes, now and then taken back; the streams of what it committed."""
    listed = entries(chance)
    fails = chance.random() < 0.2
    try:
        async with service.system() as tx:
            now = await intake.clock(tx)
            await tickets.append(tx, listed, now)
            if fails:
                raise TakenBack
    except TakenBack:
        return []
    return [each["stream"] for each in listed]


async def follow(service: Store, done: asyncio.Event) -> list[tuple[int, int]]:
    """Read by number until everybody has written and nothing more comes; what was read, in order."""
    cursors, read = dict.fromkeys(CENTERS, 0), []
    while True:
        last = done.is_set()
        async with service.system() as tx:
            found = await streams.entries_after(tx, cursors)
        for stream, seq, *_ in found:
            read.append((stream, seq))
            cursors[stream] = max(cursors[stream], seq)
        if last and not found:
            return read


async def test_fifty_writers_leave_no_gap_and_a_reader_by_number_misses_none(service: Store) -> None:
    done = asyncio.Event()
    reading = asyncio.create_task(follow(service, done))
    written = await asyncio.gather(*(write(service, Random(seed)) for seed in range(WRITERS)))
    done.set()
    read = await reading
    counts = {stream: sum(listed.count(stream) for listed in written) for stream in CENTERS}
    assert min(counts.values()) > 10
    for stream in CENTERS:
        assert [seq for at, seq in read if at == stream] == list(range(1, counts[stream] + 1))
    async with service.system() as tx:
        _, tops = await streams.position(tx)
    assert tops == counts


async def test_claims_of_the_same_orders_in_any_order_never_collide(service: Store) -> None:
    orders = [("huaian-12345", f"JY{number}", b"") for number in range(40)]

    async def claim(seed: int) -> dict[tuple[str, str], int]:
        mixed = Random(seed).sample(orders, len(orders))
        async with service.system() as tx:
            return await intake.claim_orders(tx, mixed)

    claimed = await asyncio.gather(*(claim(seed) for seed in range(20)))
    assert sorted(map(len, claimed)) == [0] * 19 + [len(orders)]


async def test_an_entry_and_its_twin_collide_instead_of_being_lost(
    service: Store, two_towns: Database
) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("INSERT INTO stream_entry VALUES (2, 1, 1, 1, 'e', '{}', '{}', '{}', now())")
    with pytest.raises(Collision):
        async with service.system() as tx:
            await tickets.append(tx, [{**entries(Random(1))[0], "stream": 2}], await intake.clock(tx))


async def test_the_epoch_names_the_database_and_its_timeline(service: Store) -> None:
    async with service.system() as tx:
        epoch, tops = await streams.position(tx)
    assert epoch.endswith("-00000001")
    assert set(tops) == set(CENTERS)
