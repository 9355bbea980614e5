"""Snapshots that everybody wants at once: a bounded number at a time, each person's own words at the end, none kept."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from typing import Any

import pytest

from dispatch.reads import snapshots as reads
from dispatch.reads.snapshots import AT_ONCE, Snapshot, Snapshots
from tests.simulation.script import TOWNS, Script, Store, Transaction, units


class Counted(Store):
    """Knows how many read at a time, and how many ever did."""

    reading = most = ever = 0

    @asynccontextmanager
    async def reader(self, readers: frozenset[str]) -> AsyncIterator[Transaction]:
        """As any other."""
        self.reading += 1
        self.ever += 1
        self.most = max(self.most, self.reading)
        try:
            async with super().reader(readers) as tx:
                yield tx
        finally:
            self.reading -= 1


async def test_thousands_who_want_one_wait_for_their_turn_and_not_for_a_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reads, "SHARED_SECONDS", 0.0)
    store: Any = Counted(Script(Random(1), calm=True))
    snapshots = Snapshots(store, units)
    everybody = [frozenset({"unit:2", f"person:{at}"}) for at in range(200)]
    made = await asyncio.gather(*(snapshots.of(TOWNS[0], readers) for readers in everybody for _ in range(2)))
    assert (store.most, store.ever, len(made)) == (AT_ONCE, 200, 400)
    while snapshots._made:  # noqa: ASYNC110 - nothing of them is kept, as soon as it is a second old
        await asyncio.sleep(0)


@pytest.mark.parametrize("count", [0, 1, 2_000])
async def test_a_board_that_many_fetch_is_packed_once_and_says_whose_it_is(count: int) -> None:
    rows = [{"id": number, "title": "路灯不亮"} for number in range(count)]
    made = await Snapshot.of(0.0, 5, "e", 7, json.dumps(rows, ensure_ascii=False))
    for rights in ("a", "b", "a"):
        told = json.loads(gzip.decompress(made.body(rights)))
        assert told == {"stream": 5, "epoch": "e", "seq": 7, "rights": rights, "tickets": rows}
