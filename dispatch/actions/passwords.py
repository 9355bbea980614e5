"""Argon2id away from the event loop, at most two at a time. Used by ``sign_in`` and by the command line.

Parameters follow RFC 9106's second recommendation (64 MiB, 3 passes), which ``argon2-cffi`` has as its default.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dispatch.errors import TooMany

_WORKERS = 2
_QUEUE = 64


class Passwords:
    """Hashes and checks passwords in two threads; a long queue is refused instead of kept waiting."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._threads = ThreadPoolExecutor(max_workers=_WORKERS, thread_name_prefix="argon2")
        self._waiting = 0

    def close(self) -> None:
        """Let the threads end."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def hash(self, password: str) -> str:
        """The encoded argon2id hash of a password."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._hasher.hash, password)

    async def fits(self, encoded: str | None, password: str) -> bool:
        """Whether a password fits its hash. With no hash the same work is done, and the answer is no.

        Raises:
            TooMany: too many people sign in at this moment.
        """
        if self._waiting >= _QUEUE:
            raise TooMany("登录的人太多,请过几秒再试。", retry_after=5)
        self._waiting += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, self._check, encoded, password)
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
