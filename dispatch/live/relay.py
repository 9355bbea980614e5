"""Entries from the database to the hub: woken in process, hinted by Redis, and by a poll each 100 ms as the floor."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass

import structlog

from dispatch import metrics, tracing
from dispatch.errors import DispatchError
from dispatch.live.frames import Entry
from dispatch.live.hub import MAILBOX_BYTES, Hub, size

log = structlog.get_logger(__name__)
POLL_SECONDS = 0.1
COALESCE_SECONDS = 0.02
BEACON_SECONDS = 15.0
EPOCH_SECONDS = 5.0
READ_SECONDS = 5.0
"""How long the database may take to answer; then its line counts as dead and another is tried."""
PORTION_BYTES = MAILBOX_BYTES // 2
FRAME_BYTES = 256
"""What a frame of its own and its entry take beside the row."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the relay reads: handed in by ``app``."""

    position: Callable[[], Awaitable[tuple[str, dict[int, int]]]]
    """The epoch and every stream's top."""
    entries: Callable[[dict[int, int]], Awaitable[Sequence[Entry]]]
    """Entries after a number of each stream, in order, a bounded run of them."""
    now: Callable[[], float] = time.time
    """The database's clock, in seconds since 1970."""


class Relay:
    """Feeds one hub."""

    def __init__(self, source: Source, hub: Hub) -> None:
        self._source = source
        self._hub = hub
        self._woken = asyncio.Event()
        self._next_epoch = 0.0
        self._is_late = False
        self._next_beacon = time.monotonic() + BEACON_SECONDS
        self.last_read = 0.0
        """When it last read the database with success, in seconds of the steady clock; 0 before the first time."""

    def wake(self, _streams: Sequence[int] = ()) -> None:
        """Something was committed."""
        self._woken.set()

    @property
    def lag_seconds(self) -> float:
        """How long ago the streams were last read."""
        return time.monotonic() - self.last_read

    async def run(self) -> None:
        """Relay until cancelled; trouble with the database makes it late, never wrong."""
        while True:
            try:
                full = await self.step()
                if self._is_late:
                    self._is_late = False
                    log.info("relay.well")
            except (DispatchError, OSError, TimeoutError) as error:
                self._trouble("relay.late", error)
                full = False
            except Exception as error:  # noqa: BLE001 - one odd entry must not end what every screen lives by
                self._trouble("relay.failed", error)
                full = False
            if not full:
                await self._rest()

    def _trouble(self, what: str, error: Exception) -> None:
        """Say it once. What comes back may be an earlier moment, whose numbers mean other things."""
        self._next_epoch = 0.0
        if not self._is_late:
            self._is_late = True
            log.warning(what, why=type(error).__name__)

    async def step(self) -> bool:
        """Read and publish once; True where more may be waiting."""
        self._woken.clear()
        now = time.monotonic()
        if now >= self._next_epoch:
            async with asyncio.timeout(READ_SECONDS):
                epoch, tops = await self._source.position()
            self._hub.start(epoch, tops)
            self._next_epoch = now + EPOCH_SECONDS
        began = tracing.now()
        async with asyncio.timeout(READ_SECONDS):
            entries = await self._source.entries(self._hub.cursors)
        await self._publish(entries, began)
        self.last_read = time.monotonic()
        if now >= self._next_beacon:
            self._hub.beacon()
            self._next_beacon = now + BEACON_SECONDS
        return len(entries) >= 2_000

    async def _publish(self, entries: Sequence[Entry], began: int) -> None:
        """Hand entries to the hub; those of a trace go on with it.

        A mailbox bounds what a client does not read. What this process was late with goes in portions that fit into
        one, and leaves before the next comes: else whoever hears everything would be shut out for our own delay.
        """
        steps = [tracing.opened("relay", each.trace, at=began, entries=len(entries)) for each in entries]
        traced = zip(entries, steps, strict=True)
        told = [each._replace(trace=tracing.carried(step)) if step else each for each, step in traced]
        for portion in portions(told):
            self._hub.publish(portion)
            await asyncio.sleep(0)
        for step in steps:
            if step is not None:
                step.end()
        now = self._source.now()
        for at in {each.at for each in entries if each.at}:
            metrics.RELAY_SECONDS.observe(max(0.0, now - at))

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(POLL_SECONDS):
                await self._woken.wait()
        except TimeoutError:
            return
        await asyncio.sleep(COALESCE_SECONDS)


def portions(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """Runs of entries, each of so many bytes at most, or of one entry."""
    begun = filled = 0
    for number, entry in enumerate(entries):
        filled += size(entry.row) + FRAME_BYTES
        if filled > PORTION_BYTES and number > begun:
            yield entries[begun:number]
            begun, filled = number, size(entry.row) + FRAME_BYTES
    if entries:
        yield entries[begun:]
