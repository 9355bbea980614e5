"""Redis between processes: which streams grew, and who looks at which ticket.

Without it every process polls the streams, so that nothing is lost, and knows only of those who look at a ticket in it.
"""

import asyncio
from collections.abc import Callable, Sequence
from uuid import uuid4

import structlog
from redis.asyncio import Redis

from dispatch.ports.away import REDIS_AWAY

log = structlog.get_logger(__name__)
CHANNEL = "dispatch:grown:{number}"
"""Redis's channels know nothing of its numbered databases, so the name says whose hints these are."""
LOOKS_CHANNEL = "dispatch:looks:{number}"
_RETRY_SECONDS = 1.0


class Hints:
    """Publishes hints, and hears those of other processes; ``up`` tells whether Redis answered last."""

    def __init__(self, redis_url: str) -> None:
        self._redis: Redis = Redis.from_url(redis_url, socket_connect_timeout=2, socket_timeout=5)
        number = self._redis.connection_pool.connection_kwargs.get("db") or 0
        self._channel, self._looks = CHANNEL.format(number=number), LOOKS_CHANNEL.format(number=number)
        self._name = uuid4().hex.encode()
        self._untold: set[int] = set()
        self._speaks = False
        self.up = False
        self._told = False

    async def publish(self, streams: Sequence[int]) -> None:
        """Tell other processes which streams grew; a Redis that is away is no reason to fail.

        One hint is under way at a time, and what comes meanwhile goes together with the next: a Redis that does not
        answer is waited for once, not once, with a connection of its own, for each commit.
        """
        self._untold.update(streams)
        if self._speaks:
            return
        self._speaks = True
        try:
            while self._untold:
                told, self._untold = self._untold, set()
                await self._redis.publish(
                    self._channel, self._name + b":" + ",".join(map(str, told)).encode()
                )
                self.up = True
        except REDIS_AWAY:
            self.up = False
            self._untold.clear()  # the others see it with their next poll
        finally:
            self._speaks = False

    async def publish_looks(self, looks: bytes) -> None:
        """Tell other processes who looks at what here; called by one loop, so that one at a time is under way."""
        try:
            await self._redis.publish(self._looks, self._name + b":" + looks)
            self.up = True
        except REDIS_AWAY:
            self.up = False

    async def listen(
        self,
        heard: Callable[[Sequence[int]], None],
        looks: Callable[[str, bytes], None] = lambda _process, _looks: None,
    ) -> None:
        """Call ``heard`` for each hint of another process, and ``looks`` with its name for who looks at what there.

        Until cancelled; comes back by itself when Redis does.
        """
        while True:
            try:
                await self._listen(heard, looks)
            except REDIS_AWAY as error:
                if not self._told:
                    self._told = True
                    log.warning("hints.away", why=type(error).__name__)
                self.up = False
                await asyncio.sleep(_RETRY_SECONDS)

    async def _listen(
        self, heard: Callable[[Sequence[int]], None], looks: Callable[[str, bytes], None]
    ) -> None:
        async with self._redis.pubsub() as channel:
            await channel.subscribe(self._channel, self._looks)
            while True:
                message = await channel.get_message(ignore_subscribe_messages=True, timeout=2.0)
                if self._told:
                    self._told = False
                    log.info("hints.back")
                self.up = True
                if message is None:
                    await self._redis.ping()
                    continue
                name, _, said = message["data"].partition(b":")
                if name == self._name:
                    continue
                if message["channel"].decode() == self._looks:
                    looks(name.decode(), said)
                else:
                    heard([int(each) for each in said.split(b",") if each.isdigit()])

    async def close(self) -> None:
        """End the connections."""
        await self._redis.aclose()
