"""Jobs that only one process may do at a time, each under a lease of its own. Made by ``app``.

Whichever process comes first does them all; when it stops it lets go of them, when it dies or falls silent another one
takes them within ``LASTS`` and ``EVERY_SECONDS``. What each job relies on stands in docs/processes.md.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import uuid4

import structlog

from dispatch.errors import DispatchError
from dispatch.store import leases as store
from dispatch.store.database import Database
from dispatch.store.leases import Fenced, Lease

log = structlog.get_logger(__name__)
LASTS = timedelta(seconds=15)
"""How long a process may be silent before another one does its jobs."""
EVERY_SECONDS = 4.0
"""How often leases are renewed, and free ones looked for."""


class Leases:
    """What this process holds."""

    def __init__(self, database: Database, lasts: timedelta = LASTS) -> None:
        self.holder = uuid4()
        self._database = database
        self._lasts = lasts
        self._fences: dict[str, int | None] = {}
        self._changed = asyncio.Condition()
        self._known = False

    @property
    def held(self) -> dict[str, int]:
        """What this process held when it last asked: name → fencing number. Only a transaction knows for certain."""
        return {name: fence for name, fence in self._fences.items() if fence is not None}

    def only(self, name: str, act: Callable[[Database], Awaitable[bool]]) -> Callable[[], Awaitable[bool]]:
        """A job that waits until this process holds the lease, and is then given the database to write to under it."""
        self._fences.setdefault(name, None)

        async def job() -> bool:
            async with self._changed:
                await self._changed.wait_for(lambda: self._fences[name] is not None)
            fence = self._fences[name]
            assert fence is not None
            return await act(Fenced(self._database, Lease(name, self.holder, fence, self._lasts)))

        return job

    async def keep(self) -> bool:
        """Renew what is held and take what is free. Never asks for another round at once."""
        names = sorted(self._fences)
        try:
            async with self._database.system() as tx:
                if not self._known:
                    await store.know(tx, names)
                found = await store.keep(tx, names, self.holder, self._lasts)
        except BaseException:
            await self._set({})
            raise
        self._known = True
        await self._set(found)
        return False

    async def release(self) -> None:
        """Let another process go on at once; called when the jobs have ended."""
        await self._set({})
        try:
            async with self._database.system() as tx:
                await store.release(tx, self.holder)
        except DispatchError as error:  # they end by themselves
            log.warning("leases.unreleased", why=error.code)

    async def _set(self, found: dict[str, int]) -> None:
        for name, before in self._fences.items():
            now = found.get(name)
            if now != before:
                log.info("lease.taken" if now is not None else "lease.gone", lease=name, fence=now or before)
        self._fences = {name: found.get(name) for name in self._fences}
        async with self._changed:
            self._changed.notify_all()
