"""Answers that are made once for all who ask, each kept for a while. Used by the reads of walls and of the heat map."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

_ROOM = 200
"""Answers kept at once: each is some hundred kilobytes at most."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was made, and until when of the steady clock it is shown."""

    value: Any
    until: float


class Shelf:
    """Things made once for all who ask, each for a while of its own; those asked for longest ago go first."""

    def __init__(self, now: Callable[[], float] = time.monotonic, room: int = _ROOM) -> None:
        self._now = now
        self._room = room
        self._kept: OrderedDict[object, _Kept] = OrderedDict()
        self._locks: WeakValueDictionary[object, asyncio.Lock] = WeakValueDictionary()

    async def get(self, key: object, seconds: float, make: Callable[[], Awaitable[Any]]) -> Any:
        """The thing of a key; made anew once it is ``seconds`` old, or ten times what making it took."""
        async with self._locks.setdefault(key, asyncio.Lock()):
            kept = self._kept.get(key)
            if kept is None or self._now() >= kept.until:
                began = self._now()
                value = await make()
                took = self._now() - began
                kept = self._kept[key] = _Kept(value, self._now() + max(seconds, 10 * took))
            self._kept.move_to_end(key)
            if len(self._kept) > self._room:
                self._kept.popitem(last=False)
            return kept.value
