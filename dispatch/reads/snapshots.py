"""Snapshots of a stream's board: one REPEATABLE READ moment, shared for a second by readers of the same audience.

Thousands may want one at once, after a restore for example. So few are made at a time; the others wait for their turn
rather than for a connection, which others need too. Each is packed once, beside the loop, whoever fetches it.
"""

import asyncio
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dispatch.domain.units import Units
from dispatch.store import streams as store
from dispatch.store.database import Database

SHARED_SECONDS = 1.0
AT_ONCE = 3
"""So many are made at a time, of a pool of ten."""
_LARGE = 64 * 1024
"""Characters from which on packing is not done between two turns of the loop."""
_GZIP = zlib.MAX_WBITS | 16


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A board at a number; ``tickets`` is the JSON text of its rows."""

    made_at: float
    epoch: str
    seq: int
    tickets: str
    _packed: "tuple[bytes, zlib._Compress]"

    @classmethod
    async def of(cls, made_at: float, stream: int, epoch: str, seq: int, tickets: str) -> "Snapshot":
        """Pack it."""
        text = f'{{"stream":{stream},"epoch":"{epoch}","seq":{seq},"tickets":{tickets},"rights":'
        packed = await asyncio.to_thread(_packed, text) if len(text) > _LARGE else _packed(text)
        return cls(made_at, epoch, seq, tickets, packed)

    def body(self, rights: str) -> bytes:
        """The answer's JSON, compressed; only its end is a person's own."""
        begun, going_on = self._packed
        packing = going_on.copy()
        return begun + packing.compress(f'"{rights}"}}'.encode()) + packing.flush()


class Snapshots:
    """Makes snapshots, one at a time for the same question."""

    def __init__(self, database: Database, units: Callable[[], Units]) -> None:
        self._database = database
        self._units = units
        self._made: dict[tuple[int, frozenset[str]], asyncio.Task[Snapshot]] = {}
        self._turns = asyncio.Semaphore(AT_ONCE)

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
            task.add_done_callback(
                lambda _: asyncio.get_running_loop().call_later(SHARED_SECONDS, self._tidy)
            )
        return await asyncio.shield(task)

    async def _make(self, stream: int, readers: frozenset[str]) -> Snapshot:
        async with self._turns:
            made_at = time.monotonic()
            async with self._database.reader(readers) as tx:
                epoch, _ = await store.position(tx)
                seq, tickets = await store.snapshot(tx, stream, self._units_of(stream))
            return await Snapshot.of(made_at, stream, epoch, seq, tickets)

    def _units_of(self, stream: int) -> Sequence[int]:
        return [unit.id for unit in self._units().by_id.values() if unit.center == stream]

    def _tidy(self) -> None:
        stale = [key for key, task in self._made.items() if task.done() and not _fresh(task)]
        for key in stale:
            del self._made[key]


def _fresh(task: asyncio.Task[Snapshot]) -> bool:
    failed = task.cancelled() or task.exception() is not None
    return not failed and time.monotonic() - task.result().made_at < SHARED_SECONDS


def _packed(text: str) -> "tuple[bytes, zlib._Compress]":
    """What is packed of a text so far, and the packing that goes on from there."""
    packing = zlib.compressobj(1, zlib.DEFLATED, _GZIP)
    return packing.compress(text.encode()), packing
