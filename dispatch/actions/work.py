"""Long work: started by a person, done in the background, on record with how far it is and what it came to.

``run(progress)`` is what is done. ``progress(done, total, says)`` may be called as often as one likes, also from a
thread. A result may hold ``rows``: problems of a file's rows as ``{row, field, says}``. The first of them stay in the
result, all of them can be downloaded. A process that dies leaves a beat gone stale: the work has failed then, and if
the process was only stopped, it ends the work when it goes on.
"""

import asyncio
import contextlib
import csv
import gzip
import io
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol

import orjson
import structlog

from dispatch.errors import DatabaseAway, DispatchError, NotFound, Refused
from dispatch.ports import spreadsheet
from dispatch.saying import Kept, say
from dispatch.store import work as store
from dispatch.store.database import Database
from dispatch.store.work import Pace
from gis.errors import GisError

log = structlog.get_logger(__name__)
LARGEST_RESULT = 64 * 1024
SHOWN_ROWS = 100
"""Problems of rows that stay in a result; the others are in the download alone."""
MOST_ROWS = 100_000
"""Problems of rows that are kept at all."""
_HEADING: list[str] = [say("行号"), say("字段"), say("问题")]
_LOOK_SECONDS = 0.3
_BEAT_SECONDS = 5.0


class Progress(Protocol):
    """Takes how far work is."""

    def __call__(self, done: int, total: int, says: str = "") -> None:
        """``done`` of ``total`` steps; ``says`` in words, the same as before where it is empty."""


Run = Callable[[Progress], Awaitable[dict[str, Any]]]


class _Pacer:
    """The progress of one piece of work: remembers the last word, cheap enough for inner loops of threads."""

    def __init__(self, says: str) -> None:
        self.pace = Pace(0, 0, says)

    def __call__(self, done: int, total: int, says: str = "") -> None:
        """Remember how far it is."""
        self.pace = Pace(done, total, says or self.pace.says)


class Works:
    """Starts work and sees to its record; one per process, closed with it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tasks: dict[int, asyncio.Task[None]] = {}

    async def start(
        self,
        kind: str,
        person: int | None,
        run: Run,
        *,
        subject: str | None = None,
        says: str = say("准备中"),
    ) -> dict[str, Any]:
        """Start work and answer its record at once.

        Raises:
            Refused: other work is running on the same ``subject``.
        """
        async with self._database.system() as tx:
            identity = await store.start(tx, kind, subject, person, says)
            if identity is None:
                running = await store.running(tx, subject or "")
                raise Refused(
                    say("同一内容正在处理（{what}），请等它完成后再试。", what=running or say("马上就好"))
                )
            started = await store.one(tx, identity)
        assert started is not None
        task = asyncio.create_task(self._do(identity, kind, run, _Pacer(says)))
        self._tasks[identity] = task
        task.add_done_callback(lambda _: self._tasks.pop(identity))
        return started[1]

    async def one(self, work: int, person: int | None = None) -> dict[str, Any]:
        """The record of a piece of work; of another person's none where ``person`` is given.

        Raises:
            NotFound: no such work, or it is another person's.
        """
        async with self._database.system() as tx:
            await store.give_up(tx, work)
            found = await store.one(tx, work)
        if found is None or person not in (None, found[0]):
            raise NotFound
        return found[1]

    async def rows(self, work: int) -> list[dict[str, Any]]:
        """The problems of its rows, all of them.

        Raises:
            NotFound: no such work, or no row had a problem.
        """
        _, *lines = await self.table(work)
        return [{"row": row, "field": field, "says": says} for row, field, says in lines]

    async def table(self, work: int, person: int | None = None) -> list[list[str]]:
        """The problems of its rows to take away, the headings first; what they say is told where it is read.

        Raises:
            NotFound: no such work, it is another person's, or no row had a problem.
        """
        return await asyncio.to_thread(_read, await self.problems(work, person))

    async def problems(self, work: int, person: int | None = None) -> bytes:
        """The problems of its rows as CSV.

        Raises:
            NotFound: no such work, it is another person's, or no row had a problem.
        """
        async with self._database.system() as tx:
            found = await store.problems(tx, work)
        if found is None or found[1] is None or person not in (None, found[0]):
            raise NotFound
        return await asyncio.to_thread(gzip.decompress, found[1])

    async def ended(self, work: int) -> dict[str, Any]:
        """Wait until work of this process has ended; its record."""
        task = self._tasks.get(work)
        if task is not None:
            await asyncio.wait([task])
        return await self.one(work)

    async def close(self) -> None:
        """End whatever is running; its record says that it was interrupted."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _do(self, identity: int, kind: str, run: Run, pacer: _Pacer) -> None:
        beating = asyncio.create_task(self._beat(identity, pacer, pacer.pace))
        result: dict[str, Any] | None = None
        error: str | None = None
        try:
            result = await run(pacer)
        except DispatchError as refusal:
            result, error = dict(refusal.more) or None, refusal.detail
        except GisError as refusal:
            error = str(refusal)
        except asyncio.CancelledError:
            error = say("服务停止了，没有做完，请重新开始")
        except Exception as surprise:  # noqa: BLE001 - whatever it is, the person who waits has to hear of it
            log.error("work.failed", kind=kind, why=type(surprise).__name__)
            error = DispatchError().detail
        finally:
            beating.cancel()
        await self._finish(identity, pacer.pace, result, error)

    async def _beat(self, identity: int, pacer: _Pacer, written: Pace) -> None:
        """Write how far it is whenever it moved from what is ``written``, and now and then that it lives.

        Work that was given up because nothing was heard of it ends: somebody may have begun it anew.
        """
        loop = asyncio.get_running_loop()
        at = loop.time()
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            pace = pacer.pace
            if pace == written and loop.time() - at < _BEAT_SECONDS:
                continue
            with contextlib.suppress(DatabaseAway):
                async with self._database.system() as tx:
                    goes_on = await store.beat(tx, identity, pace)
                if not goes_on:
                    log.warning("work.given_up", work=identity)
                    self._tasks[identity].cancel()
                    return
                written, at = pace, loop.time()

    async def _finish(
        self, identity: int, pace: Pace, result: dict[str, Any] | None, error: str | None
    ) -> None:
        kept, problems = await asyncio.to_thread(_cut, result)
        if kept is not None and len(orjson.dumps(kept)) > LARGEST_RESULT:
            log.error("work.result_too_large", work=identity)
            kept, error = None, error or DispatchError().detail
        with contextlib.suppress(DatabaseAway):
            async with self._database.system() as tx:
                await store.finish(tx, identity, pace, result=kept, error=error, problems=problems)


def _cut(result: dict[str, Any] | None) -> tuple[dict[str, Any] | None, bytes | None]:
    """The result with the first of its rows, and all of them as gzipped CSV."""
    rows = (result or {}).get("rows")
    if not result or not rows:
        return result, None
    kept = {**result, "rows": [dict(each) for each in rows[:SHOWN_ROWS]], "rows_total": len(rows)}
    return kept, gzip.compress(as_csv(rows[:MOST_ROWS]), 6)


def as_csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Problems of rows as CSV that a spreadsheet opens as it is: UTF-8 with its mark, and no cell that calculates."""
    lines = [[_text(each.get(name)) for name in ("row", "field", "says")] for each in rows]
    return spreadsheet.as_csv([_HEADING, *lines])


def _read(written: bytes) -> list[list[str]]:
    """Kept problems of rows, and their headings."""
    _, *lines = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    return [_HEADING, *([row, Kept(field), Kept(says)] for row, field, says in lines)]


def _text(value: Any) -> str:
    return "" if value is None else str(value)
