"""Argon2id away from the event loop, at most two at a time, in turn. Used by ``sign_in`` and by the command line.

Parameters follow RFC 9106's second recommendation (64 MiB, 3 passes), which ``argon2-cffi`` has as its default. A hash
costs some 50 ms of a core, so nothing is hashed for whoever has hung up while others had their turn.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dispatch.errors import HungUp, TooMany
from dispatch.saying import say

_WORKERS = 2
_QUEUE = 64
Done = TypeVar("Done")
Gone = Callable[[], Awaitable[bool]]
"""Asked when a turn comes: whether whoever wanted it has hung up."""


async def stays() -> bool:
    """Of whoever waits as long as it takes, as a command line does."""
    return False


class Passwords:
    """Hashes and checks passwords in two threads; a long queue is refused instead of kept waiting."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._threads = ThreadPoolExecutor(max_workers=_WORKERS, thread_name_prefix="argon2")
        self._turns = asyncio.Semaphore(_WORKERS)
        self._waiting = 0

    def close(self) -> None:
        """Let the threads end."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def hash(self, password: str, gone: Gone = stays) -> str:
        """The encoded argon2id hash of a password.

        Raises:
            TooMany, HungUp: as ``fits``.
        """
        return await self._in_turn(partial(self._hasher.hash, password), gone)

    async def fits(self, encoded: str | None, password: str, gone: Gone = stays) -> bool:
        """Whether a password fits its hash. With no hash the same work is done, and the answer is no.

        Raises:
            TooMany: too many people sign in at this moment.
            HungUp: whoever asked is gone; nothing was hashed.
        """
        return await self._in_turn(partial(self._check, encoded, password), gone)

    async def _in_turn(self, act: Callable[[], Done], gone: Gone) -> Done:
        if self._waiting >= _QUEUE:
            raise TooMany(say("登录的人太多，请过几秒再试。"), retry_after=5)
        self._waiting += 1
        try:
            async with self._turns:
                if await gone():
                    raise HungUp
                return await asyncio.get_running_loop().run_in_executor(self._threads, act)
        finally:
            self._waiting -= 1

    def is_old(self, encoded: str) -> bool:
        """Whether a hash was made with weaker parameters than today's."""
        return self._hasher.check_needs_rehash(encoded)

    def _check(self, encoded: str | None, password: str) -> bool:
        try:
            return self._hasher.verify(encoded or self._nobody, password) and encoded is not None
        except (VerificationError, InvalidHashError):
            return False

    @cached_property
    def _nobody(self) -> str:
        """A hash that stands for unknown names, so that they take as long as known ones."""
        return self._hasher.hash("nobody has this password")
