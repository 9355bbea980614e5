"""How often somebody may ask in a minute, counted in Redis for all processes together.

Without Redis each process counts for itself: with n processes a limit is up to n times as wide until Redis is back,
and nobody is turned away because Redis is. A count begins with the first request and is forgotten a minute later.
"""

import math
import time
from collections.abc import Callable

import structlog
from redis.asyncio import Redis

from dispatch import metrics
from dispatch.ports.away import REDIS_AWAY

log = structlog.get_logger(__name__)
MINUTE_SECONDS = 60
_PATIENCE_SECONDS = 0.5
_REST_SECONDS = 5.0
"""After a failure Redis is left alone for so long: requests do not wait for it one by one."""
_COUNT = """
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {count, redis.call('PTTL', KEYS[1])}
"""
_ROOM = 10_000


class Limits:
    """Counts by name; ``shared`` tells whether Redis counted last."""

    def __init__(self, redis_url: str, now: Callable[[], float] = time.monotonic) -> None:
        self._redis: Redis = Redis.from_url(
            redis_url, socket_connect_timeout=_PATIENCE_SECONDS, socket_timeout=_PATIENCE_SECONDS
        )
        self._now = now
        self._rests_until = float("-inf")
        self._own: dict[str, tuple[int, float]] = {}
        self.shared = True

    async def take(self, name: str, per_minute: int) -> int | None:
        """Count one request of ``name``; None where it may pass, else the seconds after which to ask again."""
        return self._judged(name, per_minute, *await self._counted(name))

    def here(self, name: str, per_minute: int) -> int | None:
        """As ``take``, in this process alone: for what must not wait for Redis, as intake must not."""
        return self._judged(name, per_minute, *self._counted_here(name))

    @staticmethod
    def _judged(name: str, per_minute: int, count: int, left: float) -> int | None:
        if count <= per_minute:
            return None
        metrics.LIMITS_REFUSED.labels(name.partition(":")[0]).inc()
        return max(1, math.ceil(left))

    async def _counted(self, name: str) -> tuple[int, float]:
        """The requests of the running minute, this one included, and the seconds that are left of it."""
        if self._now() < self._rests_until:
            return self._counted_here(name)
        try:
            count, left = await self._redis.eval(_COUNT, 1, f"dispatch:rate:{name}", MINUTE_SECONDS * 1000)
        except REDIS_AWAY as error:
            if self.shared:
                log.warning("limits.here", why=type(error).__name__)
            self.shared = False
            self._rests_until = self._now() + _REST_SECONDS
            return self._counted_here(name)
        if not self.shared:
            log.info("limits.shared")
        self.shared = True
        return int(count), int(left) / 1000

    def _counted_here(self, name: str) -> tuple[int, float]:
        now = self._now()
        count, until = self._own.get(name, (0, 0.0))
        if now >= until:
            if len(self._own) >= _ROOM:
                self._own = {each: held for each, held in self._own.items() if held[1] > now}
            if len(self._own) >= _ROOM:  # so many at once are an attack: begin anew rather than grow
                self._own.clear()
            count, until = 0, now + MINUTE_SECONDS
        self._own[name] = (count + 1, until)
        return count + 1, until - now

    async def close(self) -> None:
        """End the connections."""
        await self._redis.aclose()
