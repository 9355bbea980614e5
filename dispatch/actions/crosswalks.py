"""What became of the areas of one version in another: kept since the change, or computed once and kept."""

import asyncio
from collections.abc import Sequence

from dispatch.actions.preview import shared
from dispatch.errors import NotFound
from dispatch.saying import say
from dispatch.store import boundaries
from dispatch.store import publishing as store
from dispatch.store.boundaries import Level
from dispatch.store.database import Database
from dispatch.store.publishing import Shared

_SETTLED = ("published", "retired")


async def crosswalk(database: Database, former: int, version: int, level: Level) -> Sequence[Shared]:
    """The ground that areas of two versions share; of drafts it is computed each time, because they change.

    Raises:
        NotFound: no such version.
    """
    async with database.system(frozen=True) as tx:
        states = [await boundaries.version(tx, each) for each in (former, version)]
        kept = await store.crosswalk(tx, former, version, level)
        if kept:
            return kept
        if any(each is None for each in states):
            raise NotFound(say("没有这个边界版本。"))
        rows = [await boundaries.areas(tx, each, level) for each in (former, version)]
    found = await asyncio.to_thread(shared, *rows)
    if all(each is not None and each.state in _SETTLED for each in states):
        async with database.system() as tx:
            await store.keep_crosswalk(tx, former, version, level, found)
    return found
