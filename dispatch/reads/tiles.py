"""Tiles of the map, drawn once and kept while there is room. One ``Tiles`` per process, made by ``web.assemble``.

A tile holds borders, roads and names only, which everybody signed in may see; tickets come from the streams. Borders
of a version that was published never change, names and roads follow the gazetteer: both numbers name a tile's content.
Drafts change with each revision, are for those who keep boundaries, and are not kept by anybody.
"""

import asyncio
import gzip
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from dispatch.errors import NotFound
from dispatch.store import tiles as store
from dispatch.store.database import Database
from dispatch.store.tiles import Versions

MAX_ZOOM = 18
FRESH_SECONDS = 1.0
_ROOM_BYTES = 64 * 1024 * 1024
_DRAWN_AT_ONCE = 2

Key = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile, gzipped, and what its content is of: a boundary version, in a draft's revision, and a gazetteer."""

    packed: bytes
    etag: str
    gazetteer: int
    is_draft: bool


@dataclass(slots=True)
class _Known:
    versions: Versions = field(default_factory=Versions)
    read_at: float = field(default=float("-inf"))


class Tiles:
    """Draws tiles and keeps the last used ones, up to 64 MiB."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: OrderedDict[Key, Tile] = OrderedDict()
        self._bytes = 0
        self._drawing: dict[Key, asyncio.Task[Tile]] = {}
        self._turn = asyncio.Semaphore(_DRAWN_AT_ONCE)
        self._known = _Known()
        self._reading = asyncio.Lock()

    async def tile(
        self, version: int, zoom: int, column: int, row: int, *, gazetteer: int = 0, drafts: bool = False
    ) -> Tile:
        """A tile of a boundary version. ``gazetteer``: the newest the asker has heard of; none older is drawn.

        Raises:
            NotFound: no such version was published (nor drafted, where ``drafts`` may be seen), or no such tile exists.
        """
        side = 1 << zoom if 0 <= zoom <= MAX_ZOOM else 0
        if not (0 <= column < side and 0 <= row < side):
            raise NotFound
        versions = await self._versions(version, gazetteer)
        key = (version, zoom, column, row)
        if version not in versions.boundaries:
            if drafts and version in versions.drafts:
                return await self._draw(key)
            raise NotFound
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        return await asyncio.shield(self._drawn(key))

    async def _versions(self, version: int, gazetteer: int) -> Versions:
        """What may be drawn, read once for all who ask; at once again for who knows more than was read.

        Another process may have published what a page was told of a moment ago. A new gazetteer empties the shelf.
        """
        async with self._reading:
            known = self._known.versions
            is_old = time.monotonic() - self._known.read_at > FRESH_SECONDS
            if is_old or version not in known.boundaries or gazetteer > known.gazetteer:
                await self._read_versions()
        return self._known.versions

    async def _read_versions(self) -> None:
        async with self._database.reader(()) as tx:
            versions = await store.versions(tx)
        if versions.gazetteer != self._known.versions.gazetteer:
            self._kept.clear()
            self._bytes = 0
        self._known = _Known(versions, time.monotonic())

    def _drawn(self, key: Key) -> "asyncio.Task[Tile]":
        """The one task that draws this tile, for everybody who waits for it."""
        if key not in self._drawing:
            task = asyncio.create_task(self._draw(key))
            self._drawing[key] = task
            task.add_done_callback(lambda _: self._drawing.pop(key))
        return self._drawing[key]

    async def _draw(self, key: Key) -> Tile:
        """Draw a tile and say what it is of, as of one snapshot of the database."""
        async with self._turn, self._database.reader(()) as tx:
            versions = await store.versions(tx)
            plain = await store.tile(tx, *key)
        packed = await asyncio.to_thread(gzip.compress, plain, 6, mtime=0)
        revision = versions.drafts.get(key[0])
        named = (*key, versions.gazetteer, *(() if revision is None else ("r", revision)))
        tile = Tile(
            packed, f'"{"-".join(str(part) for part in named)}"', versions.gazetteer, revision is not None
        )
        if not tile.is_draft and tile.gazetteer == self._known.versions.gazetteer:
            self._keep(key, tile)
        return tile

    def _keep(self, key: Key, tile: Tile) -> None:
        self._kept[key] = tile
        self._bytes += len(tile.packed)
        while self._bytes > _ROOM_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest.packed)


async def versions(database: Database) -> Versions:
    """The versions of maps now; ``jobs.maps`` tells the open pages of them."""
    async with database.reader(()) as tx:
        return await store.versions(tx)
