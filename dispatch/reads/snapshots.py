"""Snapshots of a stream's board: one REPEATABLE READ moment, shared for a second by readers of the same audience."""

import asyncio
import gzip
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dispatch.domain.units import Units
from dispatch.store import streams as store
from dispatch.store.database import Database

SHARED_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A board at a number; ``tickets`` is the JSON text of its rows."""

    made_at: float
    epoch: str
    seq: int
    tickets: str

    def body(self, stream: int, rights: str) -> bytes:
        """The answer's JSON, compressed."""
        text = (
            f'{{"stream":{stream},"epoch":"{self.epoch}","seq":{self.seq},"rights":"{rights}",'
            f'"tickets":{self.tickets}}}'
        )
        return gzip.compress(text.encode(), compresslevel=1)


class Snapshots:
    """Makes snapshots, one at a time for the same question."""

    def __init__(self, database: Database, units: Callable[[], Units]) -> None:
        self._database = database
        self._units = units
        self._made: dict[tuple[int, frozenset[str]], asyncio.Task[Snapshot]] = {}

    async def of(self, stream: int, readers: frozenset[str], epoch: str | None = None) -> Snapshot:
        """The board of a stream as these readers see it, at most a second old.

        Where ``epoch`` says which one the streams are in, one of another epoch is not shared: whoever is told to fetch
        again because the database was restored would get for a second what was just refused.
        """
        key = (stream, readers)
        task = self._made.get(key)
        if task is None or (task.done() and not (_fresh(task) and epoch in (None, task.result().epoch))):
            task = asyncio.create_task(self._make(stream, readers))
            self._made[key] = task
            task.add_done_callback(lambda _: self._tidy())
        return await asyncio.shield(task)

    async def _make(self, stream: int, readers: frozenset[str]) -> Snapshot:
        made_at = time.monotonic()
        async with self._database.reader(readers) as tx:
            epoch, _ = await store.position(tx)
            seq, tickets = await store.snapshot(tx, stream, self._units_of(stream))
        return Snapshot(made_at, epoch, seq, tickets)

    def _units_of(self, stream: int) -> Sequence[int]:
        return [unit.id for unit in self._units().by_id.values() if unit.center == stream]

    def _tidy(self) -> None:
        stale = [key for key, task in self._made.items() if task.done() and not _fresh(task)]
        for key in stale:
            del self._made[key]


def _fresh(task: asyncio.Task[Snapshot]) -> bool:
    failed = task.cancelled() or task.exception() is not None
    return not failed and time.monotonic() - task.result().made_at < SHARED_SECONDS
