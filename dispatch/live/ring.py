"""The recent entries of one stream, without a gap, and what somebody who comes back missed of them. Used by ``hub``."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice

from dispatch.live.frames import Entry, Framed, folded

RING = 2_000
RECALLED = 2_000
"""So many numbers that one missed are read again; whoever missed more takes a snapshot, which is less."""
_POSITIONS = 16
"""Positions whose entries are kept for the next who comes back there. A desk stands where its town's others stand."""


class Ring:
    """Entries of consecutive numbers, the newest of them at ``last``."""

    __slots__ = ("_held", "_missed", "frames", "last")

    def __init__(self, last: int) -> None:
        self.last = last
        self._held: deque[Entry] = deque(maxlen=RING)
        self._missed: dict[int, list[Entry]] = {}
        self.frames: dict[tuple[int, tuple[tuple[int, bool], ...]], Framed] = {}
        """Frames made for who came back since the newest entry, by their position and what they heard."""

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._held)

    @property
    def first(self) -> int:
        """The oldest number that is held; the next one, where none is."""
        return self._held[0].seq if self._held else self.last + 1

    def add(self, entries: Sequence[Entry]) -> None:
        """The next entries."""
        self._held.extend(entries)
        self.last = entries[-1].seq
        self._forget()

    def recall(self, entries: Sequence[Entry]) -> None:
        """Take in what came right before the oldest that is held, as far back as there is room."""
        for entry in reversed(entries):
            if len(self._held) < RING and entry.seq == self.first - 1:
                self._held.appendleft(entry)

    def since(self, seq: int) -> list[Entry]:
        """What came after a number that is held, or right before the oldest: the last entry of each ticket."""
        if seq not in self._missed:
            if len(self._missed) == _POSITIONS:
                self._forget()
            newest = islice(reversed(self._held), max(0, self.last - seq))
            self._missed[seq] = folded(reversed(list(newest)))
        return self._missed[seq]

    def _forget(self) -> None:
        self._missed.clear()
        self.frames.clear()
