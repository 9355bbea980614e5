"""The one door through which a boundary version comes in force: previewed, now or at a time, and back again.

What can be done while everybody works is done before; then, for as long as two rows take to be written, nobody decides
by a boundary version (``stand_still``). Called by the web edge, the command line and a job alike.
"""

import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import structlog

from dispatch.actions.drafts import STATE_NAMES, Told, editable, noted, read_rows
from dispatch.actions.preview import Preview, Seen, previewed
from dispatch.actions.work import Works
from dispatch.domain.access import Actor
from dispatch.domain.units import DISTRICT_CENTER
from dispatch.errors import BadInput, Conflict, DatabaseAway, DispatchError, NotFound, Refused
from dispatch.ports.apart import Apart
from dispatch.saying import say, together
from dispatch.store import boundaries, intake
from dispatch.store import publishing as store
from dispatch.store.boundaries import LEVELS, Version
from dispatch.store.database import Database
from gis.errors import GisError

log = structlog.get_logger(__name__)
_TRIES = 4
FURTHEST = timedelta(days=366)
"""How far ahead a version may be scheduled."""
Published = Callable[[], Awaitable[object]]
"""Told after a version has come in force: refreshes this process's world, begins to move tickets."""


class Publishing:
    """The verbs of previewing and putting in force."""

    def __init__(self, database: Database, works: Works, apart: Apart, published: Published) -> None:
        self._database = database
        self._works = works
        self._apart = apart
        self._published = published

    async def start_preview(self, actor: Actor, identity: int) -> dict[str, Any]:
        """Begin to look at what publishing would move; answers the work, whose result is the preview.

        Raises:
            NotFound, Refused: no such version, it is published already, or other work on it is running.
        """
        await self._waiting(identity)

        async def run(progress: Told) -> dict[str, Any]:
            await self._preview(identity, progress)
            async with self._database.system() as tx:
                kept = await store.preview(tx, identity)
            return {"version": identity, "blocking": kept["blocking"] if kept else []}

        return await self._start(actor, identity, "boundary_preview", run, say("预览发布"))

    async def kept_preview(self, identity: int) -> dict[str, Any] | None:
        """The preview of a version as it stands: of this revision and ground, and no older than its check."""
        async with self._database.system() as tx:
            version, in_force = await boundaries.version(tx, identity), await store.in_force(tx)
            kept = await store.preview(tx, identity)
        if version is None:
            raise NotFound(say("没有这个边界版本。"))
        against = in_force.id if in_force else None
        checked = version.checked["at"] if version.checked is not None else ""
        fresh = (
            kept is not None
            and (kept["revision"], kept["against"]) == (version.revision, against)
            and kept["at"] >= checked
        )
        return kept if fresh or version.state in ("published", "retired") else None

    async def rebase(self, actor: Actor, identity: int, based_on: int) -> dict[str, Any]:
        """Say that a draft was looked over against the version in force, and stands on it from now on.

        Raises:
            NotFound, Refused: no such draft.
            BadInput: the version named is not the one in force.
        """
        async with self._database.system() as tx:
            await editable(tx, identity)
            in_force = await store.in_force(tx)
            if in_force is None or in_force.id != based_on:
                raise BadInput(say("只能改为以现行版本为基础。"), field="based_on")
            await store.rebase(tx, identity, based_on)
            await boundaries.raise_revision(tx, identity)
            await noted(tx, identity, actor, "rebased", {"based_on": based_on})
            (told,) = await boundaries.listed(tx, identity)
        return told

    async def start_publish(
        self, actor: Actor, identity: int, revision: int, at: datetime | None
    ) -> dict[str, Any]:
        """Begin to publish a draft, at once or at a time; answers the work.

        Raises:
            NotFound, Refused: no such version, or other work on it is running.
            Conflict: it has another revision than the one that was looked at.
            BadInput: the time is past or too far away.
        """
        version = await self._waiting(identity)
        if version.state == "scheduled":
            raise Refused(say("第 {identity} 版已定时发布；要改时间请先撤回定时。", identity=identity))
        if version.revision != revision:
            raise Conflict(
                say(
                    "第 {identity} 版已改到第 {revision} 次修订，请重新预览后再发布。",
                    identity=identity,
                    revision=version.revision,
                ),
                field="revision",
            )
        await self._check_time(at)

        async def run(progress: Told) -> dict[str, Any]:
            if at is None:
                return await self.publish(actor, identity, revision, progress)
            return await self._schedule(actor, identity, revision, at, progress)

        return await self._start(actor, identity, "boundary_publish", run, say("发布边界"))

    async def _check_time(self, at: datetime | None) -> None:
        if at is None:
            return
        async with self._database.system() as tx:
            now = await intake.clock(tx)
        if at <= now:
            raise BadInput(say("定时发布的时间要晚于现在；要马上发布请不填时间。"), field="at")
        if at > now + FURTHEST:
            raise BadInput(say("定时发布最多提前一年。"), field="at")

    async def _waiting(self, identity: int) -> Version:
        """A version that is not in force yet."""
        async with self._database.system() as tx:
            version = await boundaries.version(tx, identity)
        if version is None:
            raise NotFound(say("没有这个边界版本。"))
        if version.state not in ("draft", "scheduled"):
            raise Refused(
                say(
                    "第 {identity} 版是{state}版本，不再发布；要恢复它请用回退。",
                    identity=identity,
                    state=STATE_NAMES[version.state],
                )
            )
        return version

    async def _start(self, actor: Actor, identity: int, kind: str, run: Any, says: str) -> dict[str, Any]:
        return await self._works.start(kind, actor.person, run, subject=f"boundary:{identity}", says=says)

    async def _preview(self, identity: int, progress: Told) -> tuple[Seen, Preview]:
        """Look afresh and keep what was seen."""
        progress(0, 3, say("正在读新旧两版和未结工单"))
        seen = await self._see(identity)
        progress(1, 3, say("正在比对"))
        preview = await self._apart.do(previewed, seen, progress=progress)
        progress(2, 3, say("正在保存预览"))
        against = seen.in_force.id if seen.in_force else None
        async with self._database.system() as tx:
            await store.keep_preview(tx, identity, seen.version.revision, against, preview.told)
        return seen, preview

    async def _see(self, identity: int) -> Seen:
        version, rows = await read_rows(self._database, identity)
        async with self._database.system(frozen=True) as tx:
            in_force = await store.in_force(tx)
            former = (
                {level: await boundaries.areas(tx, in_force.id, level) for level in LEVELS}
                if in_force is not None
                else {level: [] for level in LEVELS}
            )
            units = await store.units(tx)
            return Seen(
                *(version, rows, in_force, former, await store.links(tx), await store.open_tickets(tx)),
                duties=await store.duties(tx),
                units=units,
                district=next((unit.id for unit in units if unit.kind == DISTRICT_CENTER), None),
            )

    async def _fit(self, identity: int, revision: int, progress: Told) -> tuple[Seen, Preview]:
        """A fresh preview that forbids nothing.

        Raises:
            Conflict: the version has changed.
            Refused: something forbids publishing; the reasons are in ``more``.
        """
        seen, preview = await self._preview(identity, progress)
        if seen.version.revision != revision:
            raise Conflict(
                say("第 {identity} 版在这期间有改动，请重新预览后再发布。", identity=identity),
                field="revision",
            )
        if preview.blocking:
            raise Refused(
                say("不能发布：{blocking}。", blocking=together(preview.blocking, "；")),
                blocking=preview.blocking,
            )
        return seen, preview

    async def _schedule(
        self, actor: Actor, identity: int, revision: int, at: datetime, progress: Told
    ) -> dict[str, Any]:
        await self._fit(identity, revision, progress)
        async with self._database.system() as tx:
            await editable(tx, identity, revision)
            await store.schedule(tx, identity, at, actor.person)
            await noted(tx, identity, actor, "scheduled", {"at": at.isoformat(), "revision": revision})
        return {"version": identity, "state": "scheduled", "publish_at": at.isoformat()}

    async def publish(self, actor: Actor, identity: int, revision: int, progress: Told) -> dict[str, Any]:
        """Put a version in force now, after looking once more.

        Raises:
            Refused, Conflict: something forbids it, or it is not as it was looked at; nothing has changed.
            DatabaseAway: whoever decides by the version in force did not come to an end.
        """
        for attempt in range(_TRIES):
            seen, preview = await self._fit(identity, revision, progress)
            progress(3, 3, say("正在换版"))
            try:
                done = await self._flip(actor, seen, preview)
            except (_Moved, DatabaseAway) as again:
                log.info("publishing.again", version=identity, why=type(again).__name__)
                if attempt == _TRIES - 1:
                    raise
            else:
                await self._tell()
                return done
        raise AssertionError("the last try answers or raises")

    async def _tell(self) -> None:
        """What follows in this process; if it cannot now, upkeep finds the new version by itself."""
        try:
            await self._published()
        except DispatchError as error:
            log.warning("publishing.untold", why=error.code)

    async def _flip(self, actor: Actor, seen: Seen, preview: Preview) -> dict[str, Any]:
        """One transaction: prepared while everybody works, then a moment in which nobody decides."""
        identity, revision = seen.version.id, seen.version.revision
        async with self._database.system() as tx:
            await store.one_at_a_time(tx)
            version = await boundaries.lock(tx, identity)
            if version is None or version.state != seen.version.state:
                raise Refused(
                    say(
                        "第 {identity} 版的状态在这期间变了，可能刚由别人发布或撤回；请刷新后再看。",
                        identity=identity,
                    )
                )
            if version.revision != revision:
                raise Conflict(
                    say("第 {identity} 版在这期间有改动，请重新预览后再发布。", identity=identity),
                    field="revision",
                )
            at = await store.prepare(tx, identity)
            if seen.in_force is not None:
                for level, rows in preview.crosswalks.items():
                    await store.keep_crosswalk(tx, seen.in_force.id, identity, level, rows)
            await store.stand_still(tx)
            began = time.perf_counter()
            if await store.in_force(tx) != seen.in_force:
                raise _Moved
            total = await store.publish(tx, identity, at, actor.person)
            former = seen.in_force.id if seen.in_force else None
            await noted(
                tx, identity, actor, "published", {"revision": revision, "former": former, "open": total}
            )
        still = time.perf_counter() - began
        log.info(
            "publishing.done", version=identity, former=former, still_ms=round(still * 1000, 1), open=total
        )
        return {"version": identity, "state": "published", "open": total, "still_ms": round(still * 1000, 1)}

    async def unschedule(self, actor: Actor, identity: int) -> dict[str, Any]:
        """Make a draft again of what waits for its time.

        Raises:
            Refused: it does not wait, perhaps no longer.
        """
        async with self._database.system() as tx:
            if not await store.unschedule(tx, identity, None):
                raise Refused(
                    say("第 {identity} 版没有在等待定时发布，可能已经发布；请刷新后再看。", identity=identity)
                )
            await noted(tx, identity, actor, "unscheduled")
            (told,) = await boundaries.listed(tx, identity)
        return told

    async def publish_due(self) -> bool:
        """Publish what has been scheduled and whose time has come; what no longer fits becomes a draft again.

        Never asks for another round at once. Other processes may look too: whoever starts the work does it.
        """
        async with self._database.system() as tx:
            due = await store.due(tx)
        for identity, person in due:
            await self._publish_due(Actor("定时发布", person), identity)
        return False

    async def _publish_due(self, actor: Actor, identity: int) -> None:
        async def run(progress: Told) -> dict[str, Any]:
            async with self._database.system() as tx:
                version = await boundaries.version(tx, identity)
            if version is None or version.state != "scheduled":
                return {"version": identity}
            try:
                return await self.publish(actor, identity, version.revision, progress)
            except DatabaseAway:
                raise
            except Exception as trouble:
                await self._hold_back(actor, identity, _said(trouble))
                raise

        try:
            await self._start(actor, identity, "boundary_publish", run, say("定时发布边界"))
        except Refused:
            log.info("publishing.under_way", version=identity)

    async def _hold_back(self, actor: Actor, identity: int, why: str) -> None:
        async with self._database.system() as tx:
            if await store.unschedule(tx, identity, why):
                await noted(tx, identity, actor, "held_back", {"why": why})

    async def roll_back(self, actor: Actor, identity: int, note: str) -> dict[str, Any]:
        """A draft that holds the set that was in force before this one; it is published like any other.

        Raises:
            Refused: this version is not in force, or nothing was before.
            BadInput: no note.
        """
        if not note.strip():
            raise BadInput(say("请写明为什么回退。"), field="note")
        async with self._database.system() as tx:
            in_force, former = await store.in_force(tx), await store.former(tx)
            if in_force is None or in_force.id != identity:
                raise Refused(
                    say(
                        "第 {identity} 版不是现行版本，只有现行版本可以回退；请刷新后再看。",
                        identity=identity,
                    )
                )
            if former is None:
                raise Refused(say("之前没有别的版本，没有可以回退到的。"))
            made = await boundaries.create(tx, note.strip(), former, actor.person)
            await store.rebase(tx, made, in_force.id)
            await noted(tx, made, actor, "rolled_back", {"former": former, "in_force": in_force.id})
            (told,) = await boundaries.listed(tx, made)
        return told


def _said(trouble: Exception) -> str:
    """A sentence for the person who finds the draft where it was."""
    if isinstance(trouble, DispatchError):
        return trouble.detail
    return str(trouble) if isinstance(trouble, GisError) else DispatchError().detail


class _Moved(Conflict):
    """现行版本在这期间有变动，请重新预览后再发布。"""

    code = "conflict"
