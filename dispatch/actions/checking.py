"""Faults of a draft are looked for and kept with its revision; safe repairs are offered, and applied when chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import shapely

from dispatch.actions.drafts import Rows, Told, changed, draft_of, editable, noted, read_rows, rows_of, saying
from dispatch.actions.work import Works
from dispatch.domain.access import Actor
from dispatch.errors import BadInput, Refused
from dispatch.ports.apart import Apart
from dispatch.saying import say
from dispatch.store import boundaries as store
from dispatch.store.boundaries import JOINT, AreaRow, Level
from dispatch.store.database import Database
from gis import repair
from gis.coverage import Fault, check
from gis.errors import RepairError
from gis.repair import Repair

MOST_FAULTS = 5_000
"""Faults that are kept to be shown; all of them are counted."""


class Checking:
    """The verbs of checking and repairing."""

    def __init__(self, database: Database, works: Works, apart: Apart) -> None:
        self._database = database
        self._works = works
        self._apart = apart

    async def start_check(self, actor: Actor, identity: int) -> dict[str, Any]:
        """Begin to look for faults; answers the work.

        Raises:
            NotFound, Refused: no such version, it is no draft, or other work on it is running.
        """

        async def run(progress: Told) -> dict[str, Any]:
            return await self._check(actor, identity, progress)

        return await self._start(actor, identity, "boundary_check", run, say("检查边界"))

    async def start_repairs(self, actor: Actor, identity: int, chosen: Sequence[str]) -> dict[str, Any]:
        """Begin to apply the repairs that a person chose, then check again; answers the work.

        Raises:
            NotFound, Refused: as for a check.
            BadInput: nothing was chosen.
        """
        if not chosen:
            raise BadInput(say("请先选要做的修正。"), field="ids")

        async def run(progress: Told) -> dict[str, Any]:
            done = await self._repair(actor, identity, frozenset(chosen), progress)
            return {**done, **await self._check(actor, identity, progress)}

        return await self._start(actor, identity, "boundary_repair", run, say("修正边界"))

    async def _start(self, actor: Actor, identity: int, kind: str, run: Any, says: str) -> dict[str, Any]:
        async with self._database.system() as tx:
            await editable(tx, identity)
        return await self._works.start(kind, actor.person, run, subject=f"boundary:{identity}", says=says)

    async def _check(self, actor: Actor, identity: int, progress: Told) -> dict[str, Any]:
        progress(0, 1, say("正在读草稿"))
        version, rows = await read_rows(self._database, identity)
        found = await self._apart.do(looked_at, rows, progress=progress)
        counts = {"blocking": found.blocking, "warning": found.warning}
        async with self._database.system() as tx:
            await editable(tx, identity, version.revision)
            await store.keep_check(tx, identity, found.faults, found.repairs, (found.blocking, found.warning))
            await noted(tx, identity, actor, "checked", {**counts, "revision": version.revision})
        return {"revision": version.revision, **counts, "repairs": len(found.repairs)}

    async def _repair(
        self, actor: Actor, identity: int, chosen: frozenset[str], progress: Told
    ) -> dict[str, Any]:
        progress(0, 1, say("正在读草稿"))
        version, rows = await read_rows(self._database, identity)
        if version.checked is None or version.checked["revision"] != version.revision:
            raise Refused(say("草稿检查之后有改动，修正建议已过时；请重新检查后再选。"))
        changes = await self._apart.do(repaired, rows, chosen, progress=progress)
        async with self._database.system() as tx:
            await editable(tx, identity, version.revision)
            for level, codes, now in changes:
                await store.remove_areas(tx, identity, level, codes)
                await store.insert_areas(tx, identity, level, now)
            detail = {"repairs": sorted(chosen)[:50], "count": len(chosen)}
            revision = await changed(tx, identity, actor, "repaired", detail)
        return {"repaired": len(chosen), "revision": revision}


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found and what is offered, as rows that are kept, and how many faults there are in all."""

    faults: list[tuple[Any, ...]]
    repairs: list[tuple[Any, ...]]
    blocking: int
    warning: int


def looked_at(rows: Rows, progress: Told) -> Found:
    """Check a draft and find what can be mended; called in a process of its own."""
    draft = draft_of(rows)
    faults = check(draft, progress=saying(progress, say("正在检查")))
    progress(1, 1, say("正在找可以自动修正的"))
    offered = repair.offers(draft, faults)
    blocking = sum(fault.severity == "blocking" for fault in faults)
    return Found(
        [(at, *_told_fault(fault)) for at, fault in enumerate(faults[:MOST_FAULTS])],
        [_told_repair(at, each) for at, each in enumerate(offered)],
        blocking,
        len(faults) - blocking,
    )


def repaired(
    rows: Rows, chosen: frozenset[str], progress: Told
) -> list[tuple[Level, list[str], list[AreaRow]]]:
    """By level: the codes that change, and their rows afterwards. Called in a process of its own."""
    draft = draft_of(rows)
    faults = check(draft, progress=saying(progress, say("正在核对修正")))
    picked = [each for each in repair.offers(draft, faults) if each.id in chosen]
    if len(picked) < len(chosen):
        raise Refused(say("有的修正已不适用，什么都没有改；请重新检查后再选。"))
    try:
        mended = repair.apply(draft, picked)
    except RepairError as error:
        raise Refused(str(error)) from error
    touched: dict[Level, set[str]] = {}
    for each in picked:
        touched.setdefault(each.layer, set()).update(each.codes)
    return [
        (
            level,
            sorted(codes),
            rows_of(
                [area for area in mended.layer(level) if area.code in codes],
                {row.code: row for row in rows[level]},
            ),
        )
        for level, codes in touched.items()
    ]


def _told_fault(fault: Fault) -> tuple[Any, ...]:
    return (
        *(fault.kind, fault.severity, fault.layer, JOINT.join(fault.codes)),
        *(fault.area_m2, fault.width_m, fault.says, fault.repair, shapely.to_wkb(fault.geometry)),
    )


def _told_repair(at: int, offer: Repair) -> tuple[Any, ...]:
    before = shapely.GeometryCollection([change.before for change in offer.changes])
    after = shapely.GeometryCollection([each.after for each in offer.changes if each.after is not None])
    return (
        *(offer.id, at, offer.kind, offer.layer, JOINT.join(offer.codes), offer.says),
        *(offer.total_m2, offer.largest_m2, shapely.to_wkb(before), shapely.to_wkb(after)),
    )
