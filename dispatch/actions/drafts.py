"""Drafts between rows and the coverage library, and the lock under which they change. Used by the boundary actions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
import shapely

from dispatch.domain.access import Actor
from dispatch.errors import NotFound, Refused
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import boundaries as store
from dispatch.store.boundaries import AreaRow, Level, Version
from dispatch.store.database import Database, Tx
from gis.coverage import Area, Draft

Rows = Mapping[Level, Sequence[AreaRow]]
STATE_NAMES = {
    "draft": say("草稿"),
    "scheduled": say("待发布"),
    "published": say("现行"),
    "retired": say("历史"),
}


class Told(Protocol):
    """Takes how far work is; ``actions.work`` hands one in."""

    def __call__(self, done: int, total: int, says: str = "") -> None:
        """``done`` of ``total`` steps."""


def saying(progress: Told, says: str) -> Callable[[int, int], None]:
    """A progress of the library that says the same words at every step."""
    return lambda done, total: progress(done, total, says)


async def editable(tx: Tx, identity: int, revision: int | None = None) -> Version:
    """A draft, locked; at a revision where one is given.

    Raises:
        NotFound: no such version.
        Refused: it is no draft, or it has changed since that revision.
    """
    found = await store.lock(tx, identity)
    if found is None:
        raise NotFound(say("没有这个边界版本。"))
    if found.state != "draft":
        raise Refused(
            say(
                "第 {identity} 版是{state}版本，不能改动；请以它为基础新建草稿。",
                identity=identity,
                state=STATE_NAMES[found.state],
            )
            if found.state != "scheduled"
            else say("第 {identity} 版已定时发布，不能改动；请先撤回定时。", identity=identity)
        )
    if revision is not None and revision != found.revision:
        raise Refused(say("处理期间草稿有改动，结果已作废；请重新操作。"))
    return found


async def changed(tx: Tx, identity: int, actor: Actor, action: str, detail: Mapping[str, Any]) -> int:
    """Note that a draft has changed, by whom and how; its revision now."""
    await store.settle_towns(tx, identity)
    revision = await store.raise_revision(tx, identity)
    await noted(tx, identity, actor, action, {**detail, "revision": revision})
    return revision


async def noted(
    tx: Tx, identity: int, actor: Actor, action: str, detail: Mapping[str, Any] | None = None
) -> None:
    """An audit row about a boundary version."""
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action=f"boundary.{action}",
        subject=f"boundary:{identity}",
        detail=None if detail is None else {"by": actor.name, **detail},
    )


async def read_rows(database: Database, identity: int) -> tuple[Version, Rows]:
    """A version with all of its areas, as of one moment.

    Raises:
        NotFound: no such version.
    """
    async with database.system(frozen=True) as tx:
        found = await store.version(tx, identity)
        if found is None:
            raise NotFound(say("没有这个边界版本。"))
        return found, {level: await store.areas(tx, identity, level) for level in store.LEVELS}


def draft_of(rows: Rows) -> Draft:
    """The draft that the coverage library checks. CPU-bound: call it in a thread."""
    return Draft(
        towns=areas_of(rows["town"]),
        villages=areas_of(rows["village"]),
        cells=areas_of(rows["cell"]),
        police_grids=areas_of(rows["police_grid"]),
        links={row.code: row.police_grid for row in rows["cell"] if row.police_grid},
    )


def areas_of(rows: Sequence[AreaRow]) -> tuple[Area, ...]:
    """Rows as areas of the library, each part its own."""
    shapes = shapely.from_wkb([row.geom for row in rows])
    labels = shapely.from_wkb([row.label for row in rows])
    return tuple(
        Area(row.code, shape, row.parent or None, row.name, label)
        for row, shape, label in zip(rows, shapes, labels, strict=True)
    )


def rows_of(areas: Iterable[Area], known: Mapping[str, AreaRow]) -> list[AreaRow]:
    """Areas as rows, parts of a code numbered; ``known`` has by code what the library does not carry."""
    listed = list(areas)
    parts: dict[str, int] = {}
    found = []
    for area, geom in zip(listed, _multipolygons(listed), strict=True):
        parts[area.code] = parts.get(area.code, 0) + 1
        former = known.get(area.code)
        label = None if area.label is None else shapely.to_wkb(area.label)
        found.append(
            AreaRow(
                code=area.code,
                part=parts[area.code],
                parent=area.parent or "",
                name=area.name,
                kind=former.kind if former else "general",
                police_grid=former.police_grid if former else None,
                police_station=former.police_station if former else None,
                geom=geom,
                label=label,
            )
        )
    return found


def _multipolygons(areas: Sequence[Area]) -> list[bytes]:
    shapes = np.array([shapely.force_2d(area.geometry) for area in areas], dtype=object)
    whole = [
        shape if shape.geom_type == "MultiPolygon" else shapely.MultiPolygon([shape]) for shape in shapes
    ]
    return [bytes(each) for each in shapely.to_wkb(whole)] if whole else []
