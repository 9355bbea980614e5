"""Connecting to a PostgreSQL that was just not there: seldom, each process at a moment of its own. For ``database``.

While it recovers, every request and ten rounds of the relay a second want a connection; all of them at its door would
be work for it exactly then. So after a failed try the next begins a while later, twice as late each time, up to two
seconds; whoever asks in between is told at once that it is away. The first that gets in lets everybody in.
"""

import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import asyncpg

FIRST_SECONDS = 0.1
MOST_SECONDS = 2.0
"""How late it may be noticed that PostgreSQL is back."""


class Resting(OSError):
    """It was not there a moment ago, and has not been asked again."""


@dataclass(slots=True)
class Backoff:
    """How often it was tried in vain, and from when on it may be tried again, in seconds of the steady clock."""

    tries: int = 0
    again_at: float = 0.0

    def may_try(self, now: float, share: float) -> bool:
        """Whether to try now; then the next try is put off. ``share`` is a random number from 0 to 1."""
        if self.tries and now < self.again_at:
            return False
        if self.tries:
            self._put_off(now, share)
        return True

    def failed(self, now: float, share: float) -> None:
        """A try was in vain. Of those that were under way together the first one counts."""
        if not self.tries:
            self._put_off(now, share)

    def succeeded(self) -> None:
        """It is there."""
        self.tries = 0

    def _put_off(self, now: float, share: float) -> None:
        longest = min(FIRST_SECONDS * 2.0 ** min(self.tries, 10), MOST_SECONDS)
        self.again_at = now + longest * (1 + share) / 2
        self.tries += 1


@dataclass(slots=True)
class Reconnecting:
    """``asyncpg.connect`` for a pool and for sessions of their own, in one process."""

    now: Callable[[], float] = time.monotonic
    share: Callable[[], float] = random.random
    backoff: Backoff = field(default_factory=Backoff)

    async def connect(self, *args: Any, **options: Any) -> "asyncpg.Connection[asyncpg.Record]":
        """A connection.

        Raises:
            Resting: it was not there a moment ago.
        """
        if not self.backoff.may_try(self.now(), self.share()):
            raise Resting
        connecting: Awaitable[asyncpg.Connection[asyncpg.Record]] = asyncpg.connect(*args, **options)
        try:
            connection = await connecting
        except Exception:
            self.backoff.failed(self.now(), self.share())
            raise
        self.backoff.succeeded()
        return connection
