"""Areas for other programs: which boundary version is meant, pages of its features, their text piece by piece.

Only versions that are or were in force, and nothing of people. One ``Features`` per process, made by ``app``. A page is
found in one short transaction; its features follow in runs of a few, each a transaction of its own, so that a slow
reader holds no connection and nothing is whole in memory. What is published does not change, and links of cells to
police grids are read as of one instant: the runs fit together.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from dispatch.store import features as store
from dispatch.store.database import Database
from dispatch.store.features import Area, Source, Summary, System, Version

FRESH_SECONDS = 1.0
"""How long it may take until a published version, or another link, is seen."""
RUN = 100
_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Collection:
    """A kind of area that is offered, and what its features can be wanted by."""

    id: str
    source: str
    title: str
    description: str
    wanted: tuple[str, ...]


COLLECTIONS: Mapping[str, Collection] = MappingProxyType(
    {
        each.id: each
        for each in (
            Collection("towns", "towns", "镇街", "镇、街道的范围。", ("name", "town")),
            Collection("villages", "villages", "村居", "村、社区的范围。", ("name", "town")),
            Collection(
                "cells",
                "cells",
                "网格",
                "治理网格的范围，以及它所属的村居、镇街和警格。",
                ("name", "kind", "town", "village", "police_grid"),
            ),
            Collection("police-grids", "police_grids", "警格", "警格的范围和所属派出所。", ("name", "town")),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a collection: values, an area, and where the page lies."""

    limit: int
    wanted: Mapping[str, str] = field(default_factory=dict)
    area: Area | None = None
    after: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of features by their codes; ``after`` and ``before`` say where the neighbouring pages lie."""

    matched: int
    codes: tuple[str, ...]
    after: str | None
    before: str | None


@dataclass(slots=True)
class _Known:
    versions: tuple[Version, ...] = ()
    read_at: float = field(default=float("-inf"))


class Features:
    """Reads areas; remembers which versions there are for a second, and how large each is for good."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known = _Known()
        self._reading = asyncio.Lock()
        self._summaries: dict[tuple[str, int, str | None], Summary] = {}

    async def versions(self) -> tuple[Version, ...]:
        """Every version that is or was in force, the oldest first; read once for all who ask within a second."""
        async with self._reading:
            if time.monotonic() - self._known.read_at > FRESH_SECONDS:
                async with self._database.reader(()) as tx:
                    self._known = _Known(tuple(await store.versions(tx)), time.monotonic())
        return self._known.versions

    async def summary(self, collection: Collection, version: Version, town: str | None) -> Summary:
        """How many features a collection has, and their bounds; a version that was published keeps both."""
        key = (collection.id, version.id, town)
        if key not in self._summaries:
            async with self._database.reader(()) as tx:
                self._summaries[key] = await store.summary(tx, _source(collection, version, town))
        return self._summaries[key]

    async def page(self, collection: Collection, version: Version, town: str | None, wish: Wish) -> Page:
        """The page that is wished for, and how many match in all."""
        async with self._database.reader(()) as tx:
            matched, codes = await store.page(
                tx,
                _source(collection, version, town),
                wanted=wish.wanted,
                area=wish.area,
                after=wish.after,
                before=wish.before,
                limit=wish.limit,
            )
        more = len(codes) > wish.limit
        shown = tuple(codes[: wish.limit])
        if wish.before is not None:
            shown = shown[::-1]
            return Page(matched, shown, _last(shown), shown[0] if more else None)
        return Page(matched, shown, _last(shown) if more else None, _first(shown, wish.after))

    async def texts(
        self, collection: Collection, version: Version, town: str | None, page: Page, system: System
    ) -> AsyncIterator[list[str]]:
        """The features of a page as GeoJSON text, in runs."""
        source = _source(collection, version, town)
        for start in range(0, len(page.codes), RUN):
            async with self._database.reader(()) as tx:
                run = await store.features(tx, source, page.codes[start : start + RUN], system)
            yield run

    async def one(
        self, collection: Collection, version: Version, town: str | None, code: str, system: System
    ) -> str | None:
        """One feature as GeoJSON text; None where the version has none of that code."""
        async with self._database.reader(()) as tx:
            found = await store.features(tx, _source(collection, version, town), [code], system)
        return found[0] if found else None


def in_force(versions: tuple[Version, ...]) -> Version | None:
    """The version in force, if any."""
    return next((each for each in versions if each.in_force), None)


def during(versions: tuple[Version, ...], start: datetime | None, end: datetime | None) -> Version | None:
    """The last version that was in force at some instant from ``start`` to ``end``, both included; None is open."""
    return next(
        (
            each
            for each in reversed(versions)
            if (end is None or each.valid_from <= end)
            and (start is None or each.valid_until is None or each.valid_until > start)
        ),
        None,
    )


def _source(collection: Collection, version: Version, town: str | None) -> Source:
    """A version's source: links as they are now, or as they were when the version left."""
    at = version.read_at if version.valid_until is None else version.valid_until - _MOMENT
    return Source(collection.source, version.id, at, town)


def _last(codes: tuple[str, ...]) -> str | None:
    return codes[-1] if codes else None


def _first(codes: tuple[str, ...], after: str | None) -> str | None:
    """Before which code the former page ends: none on the first page."""
    if after is None:
        return None
    return codes[0] if codes else None
