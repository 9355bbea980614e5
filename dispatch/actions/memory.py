"""What one process does about its memory: what was built stays out of the collector's sight, and room goes back.

The index of places is half a million objects that stay. A collection that visits them costs a pause, so they are
frozen; but ``gc.freeze`` freezes all there is, and what refers to itself and was under way just then is never freed.
At night, once a day in which something was built, everything is looked through: half a second nobody waits for.
"""

import ctypes
import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from datetime import time as clock_time
from typing import Final

import structlog

log = structlog.get_logger(__name__)
EVERY_SECONDS: Final = 60.0
NIGHT: Final = clock_time(3)
"""At this time in Shanghai nobody phones and no wall is looked at, unless a setting knows better."""
_SHANGHAI: Final = timezone(timedelta(hours=8))
_THRESHOLDS: Final = (20_000, 20, 20)


def spare_collector() -> None:
    """What was built stays: millions of objects of the gazetteer that no collection needs to visit again.

    Requests come and go by reference counts, so what remains is looked through less often.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)


@contextmanager
def collector_resting() -> Iterator[None]:
    """No collection looks through a million new objects that all stay; what stays is never looked through by day."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def give_back() -> None:
    """Hand free memory back to the system, where the C library can (glibc's ``malloc_trim``).

    What is thrown away after something larger was made lies below it, and the library keeps it: 40 MiB after each
    index of a district. To be called in a thread: the interpreter goes on meanwhile.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


class Tidying:
    """Looks through everything once a night, where something was built since. One for each process.

    ``built`` names what stands: another number is another building. ``at`` is when a night begins, Shanghai's time.
    """

    def __init__(self, now: Callable[[], datetime], built: Callable[[], int], at: clock_time = NIGHT) -> None:
        self._now, self._built = now, built
        self._after = timedelta(hours=at.hour, minutes=at.minute)
        self._done = self._night()
        self._known = built()

    def _night(self) -> date:
        """The date on which the night began that it is now, or was last."""
        local = self._now().astimezone(_SHANGHAI)
        return (local - self._after).date()

    async def step(self) -> bool:
        """Tidy where a new night has come; called each minute."""
        if (night := self._night()) == self._done:
            return False
        self._done = night
        if self._built() != self._known:
            self._known = self._built()
            self._tidy()
        return False

    @staticmethod
    def _tidy() -> None:
        began = time.perf_counter()
        gc.unfreeze()
        found = gc.collect()
        gc.freeze()
        give_back()
        log.info("memory.tidied", objects=found, seconds=round(time.perf_counter() - began, 3))
