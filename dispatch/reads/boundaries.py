"""Boundary versions as people look at them: lists, faults, repairs, areas to draw. Areas are nobody's secret."""

from typing import Any

from dispatch.errors import NotFound
from dispatch.reads.health import Finding, Status
from dispatch.saying import say
from dispatch.store import boundaries as store
from dispatch.store import rezoning
from dispatch.store.boundaries import Level
from dispatch.store.database import Database

_LONG_SECONDS = 600.0
"""Moving tickets for longer than this is worth a word."""


async def versions(database: Database) -> dict[str, Any]:
    """All versions, the newest first, and which is in force."""
    async with database.reader(()) as tx:
        return {"versions": await store.listed(tx), "published": await store.published(tx)}


async def version(database: Database, identity: int) -> dict[str, Any]:
    """One version.

    Raises:
        NotFound: there is none of this number.
    """
    async with database.reader(()) as tx:
        found = await store.listed(tx, identity)
    if not found:
        raise NotFound(say("没有这个边界版本。"))
    return found[0]


async def faults(database: Database, identity: int) -> dict[str, Any]:
    """What the last check of a version found, and at which revision.

    Raises:
        NotFound: no such version.
    """
    async with database.reader(()) as tx:
        found = await _checked(tx, identity)
        return {"revision": found, "faults": await store.faults(tx, identity)}


async def repairs(database: Database, identity: int) -> dict[str, Any]:
    """The safe repairs that the last check offers.

    Raises:
        NotFound: no such version.
    """
    async with database.reader(()) as tx:
        found = await _checked(tx, identity)
        return {"revision": found, "repairs": await store.repairs(tx, identity)}


async def _checked(tx: Any, identity: int) -> int | None:
    known = await store.version(tx, identity)
    if known is None:
        raise NotFound(say("没有这个边界版本。"))
    return known.checked["revision"] if known.checked else None


async def left(database: Database, readers: frozenset[str], identity: int) -> dict[str, Any]:
    """Open tickets that could not be moved to a version, of those that the reader may see."""
    async with database.reader(readers) as tx:
        return {"tickets": await rezoning.left(tx, identity)}


async def boundaries_finding(database: Database) -> Finding:
    """Whether boundaries are in force everywhere: a change that did not take place, tickets that did not follow."""
    async with database.system() as tx:
        standing, held_back = await rezoning.standing(tx), await rezoning.held_back(tx)
    if held_back is not None:
        return Finding(
            Status.DEGRADED,
            say("第 {version} 版边界没有按时发布：{why}", version=held_back[0], why=held_back[1]),
        )
    if standing is not None and standing.waiting:
        return Finding(
            Status.DEGRADED, say("{waiting} 件未结工单没能随边界换版，请定位或改派", waiting=standing.waiting)
        )
    if standing is not None and standing.seconds > _LONG_SECONDS:
        return Finding(
            Status.DEGRADED,
            say("工单随边界换版较慢：{done}/{total} 件", done=standing.done, total=standing.total),
        )
    return Finding(Status.OK, say("边界与工单一致"))


async def drawn(database: Database, identity: int, level: Level) -> tuple[int, bytes]:
    """The revision of a version, and one of its levels as a GeoJSON collection (RFC 7946).

    Raises:
        NotFound: no such version.
    """
    async with database.reader(()) as tx:
        known = await store.version(tx, identity)
        if known is None:
            raise NotFound(say("没有这个边界版本。"))
        features = await store.drawn(tx, identity, level)
    return known.revision, f'{{"type":"FeatureCollection","features":[{",".join(features)}]}}'.encode()


async def names(
    database: Database, former: int, version: int, level: Level
) -> tuple[dict[str, str], dict[str, str]]:
    """What the areas of two versions are called, by code."""
    async with database.reader(()) as tx:
        return await store.names(tx, former, level), await store.names(tx, version, level)
