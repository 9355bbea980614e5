"""An event loop without clock and sockets: time passes when nobody can go on, a seed says who goes next."""

from __future__ import annotations

import asyncio
import heapq
from asyncio.base_events import BaseEventLoop
from collections import deque
from collections.abc import Callable, Coroutine, Iterable
from random import Random
from typing import Any

STEPS = 100_000
"""After so many steps a schedule that has not come to an end never will."""


class Broken(AssertionError):
    """A promise that a schedule broke; ``seed`` plays it again."""

    seed: int | None = None


class SeededLoop(BaseEventLoop):
    """Runs what is ready in an order that ``random`` decides: any that asyncio could have met, and more."""

    _ready: deque[asyncio.Handle]
    _scheduled: list[asyncio.TimerHandle]

    _timer_cancelled_count: int

    def __init__(self, random: Random) -> None:
        super().__init__()
        self.steps = 0
        self.troubles: list[str] = []
        self._random = random
        self._now = 0.0
        self.set_exception_handler(lambda _, context: self.troubles.append(str(context)))

    def time(self) -> float:
        """Seconds of the invented clock."""
        return self._now

    def _write_to_self(self) -> None:
        """Nobody has to be woken: there is no selector."""

    def _run_once(self) -> None:
        """One callback, any of those that are ready; only where none is, time goes on."""
        self.steps += 1
        if self.steps > STEPS:
            raise Broken(f"no end after {STEPS} steps")
        if not self._ready:
            self._pass_time()
        at = self._random.randrange(len(self._ready))
        self._ready.rotate(-at)
        handle = self._ready.popleft()
        self._ready.rotate(at)
        if not handle.cancelled():
            handle._run()

    def _pass_time(self) -> None:
        """Go to the next instant that somebody waits for; all of that instant are ready then."""
        while self._scheduled:
            timer = heapq.heappop(self._scheduled)
            timer._scheduled = False
            if timer.cancelled():
                self._timer_cancelled_count -= 1
                continue
            self._now = max(self._now, timer.when())
            self._ready.append(timer)
            while self._scheduled and self._scheduled[0].when() <= self._now:
                timer = heapq.heappop(self._scheduled)
                timer._scheduled = False
                self._ready.append(timer)
            return
        raise Broken("everybody waits for somebody else, for ever")


World = Callable[[Random, SeededLoop], Coroutine[Any, Any, None]]
"""What is played: everything random in it comes from the generator it is given."""


def play(seeds: Iterable[int], world: World) -> None:
    """Play a schedule for each seed.

    Raises:
        Broken: with the seed, and what did not hold.
    """
    for seed in seeds:
        try:
            _play(seed, world)
        except Exception as error:
            broken = Broken(f"seed {seed}: {error if isinstance(error, Broken) else repr(error)}")
            broken.seed = seed
            raise broken from error


def _play(seed: int, world: World) -> None:
    """One schedule to its end, and a look for what it left behind."""
    random = Random(seed)
    loop = SeededLoop(random)
    try:
        loop.run_until_complete(world(random, loop))
        left = asyncio.all_tasks(loop)
        if left:
            raise Broken(f"tasks left behind: {sorted(str(task.get_coro()) for task in left)}")
        if loop.troubles:
            raise Broken(f"errors that nobody heard: {loop.troubles}")
    finally:
        _end(loop)


def _end(loop: SeededLoop) -> None:
    """Let everything unwind that a failed schedule left, and close."""
    loop.steps = 0
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.wait(left, timeout=60))
    loop.close()
