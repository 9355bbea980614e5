"""Audit rows of what people looked at. Called by routes before they answer; an answer waits until its row is committed.

Rows that come while others are being committed go together with the next commit, so that many readers cost one. A page
that asks again for the same thing within a minute is one reading.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

from dispatch.actions.sign_in import SignedIn
from dispatch.errors import DispatchError
from dispatch.store import audit
from dispatch.store.database import Database

AGAIN_SECONDS = 60.0
_REMEMBERED = 20_000
"""Readings of the last minute that a process remembers; a forgotten one is a second row, never none."""
_Key = tuple[bytes, str, str, str]


class Readings:
    """Writes them; one per process."""

    def __init__(self, database: Database, now: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._now = now
        self._noted: OrderedDict[_Key, float] = OrderedDict()
        self._waiting: list[tuple[Mapping[str, Any], asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def note(self, person: SignedIn, action: str, subject: str, /, **detail: Any) -> None:
        """Note that a person reads something; returns when that is committed.

        Raises:
            DatabaseAway: it could not be written, so nothing may be shown.
        """
        key = (person.session, action, subject, repr(sorted(detail.items())))
        if self._now() - self._noted.get(key, float("-inf")) < AGAIN_SECONDS:
            return
        row = {
            "person": person.person,
            "unit": person.actor.home,
            "action": action,
            "subject": subject,
            "detail": detail or None,
        }
        await self._written(row)
        self._noted[key] = self._now()
        self._noted.move_to_end(key)
        while len(self._noted) > _REMEMBERED:
            self._noted.popitem(last=False)

    async def _written(self, row: Mapping[str, Any]) -> None:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((row, done))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        await done

    async def _write(self) -> None:
        """Commit what waits, run by run, until nothing does."""
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                async with self._database.system() as tx:
                    await audit.write_many(tx, [row for row, _ in batch])
            except DispatchError as error:
                self._answer(batch, error)
            except BaseException:
                self._answer(batch, DispatchError())
                raise
            else:
                self._answer(batch, None)

    @staticmethod
    def _answer(
        batch: list[tuple[Mapping[str, Any], asyncio.Future[None]]], error: DispatchError | None
    ) -> None:
        for _, done in batch:
            if done.done():
                continue
            if error is None:
                done.set_result(None)
            else:
                done.set_exception(error)
