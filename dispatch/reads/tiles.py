"""Tiles of the map, drawn once and kept while there is room. One ``Tiles`` per process, made by ``web.assemble``.

A tile holds borders, roads and names only, which everybody signed in may see; tickets come from the streams.
"""

import asyncio
import gzip
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from dispatch.errors import NotFound
from dispatch.store import tiles as store
from dispatch.store.database import Database

MAX_ZOOM = 18
_ROOM_BYTES = 64 * 1024 * 1024
_VERSIONS_SECONDS = 10.0
_DRAWN_AT_ONCE = 2

Key = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile, gzipped, and the tag that names its content."""

    packed: bytes
    etag: str


@dataclass(slots=True)
class _Known:
    boundaries: frozenset[int] = frozenset()
    gazetteer: int = -1
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

    async def tile(self, version: int, zoom: int, column: int, row: int) -> Tile:
        """A tile of a boundary version.

        Raises:
            NotFound: no such version is published, or no such tile exists.
        """
        side = 1 << zoom if 0 <= zoom <= MAX_ZOOM else 0
        if not (0 <= column < side and 0 <= row < side) or version not in await self._boundaries():
            raise NotFound
        key = (version, zoom, column, row)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        return await asyncio.shield(self._drawn(key))

    async def _boundaries(self) -> frozenset[int]:
        """The versions that may be drawn, read once for all who ask; a new gazetteer empties the shelf."""
        async with self._reading:
            if time.monotonic() - self._known.read_at > _VERSIONS_SECONDS:
                await self._read_versions()
        return self._known.boundaries

    async def _read_versions(self) -> None:
        async with self._database.reader(()) as tx:
            boundaries, gazetteer = await store.versions(tx)
        if gazetteer != self._known.gazetteer:
            self._kept.clear()
            self._bytes = 0
        self._known = _Known(boundaries, gazetteer, time.monotonic())

    def _drawn(self, key: Key) -> "asyncio.Task[Tile]":
        """The one task that draws this tile, for everybody who waits for it."""
        if key not in self._drawing:
            task = asyncio.create_task(self._draw(key))
            self._drawing[key] = task
            task.add_done_callback(lambda _: self._drawing.pop(key))
        return self._drawing[key]

    async def _draw(self, key: Key) -> Tile:
        gazetteer = self._known.gazetteer
        async with self._turn, self._database.reader(()) as tx:
            plain = await store.tile(tx, *key)
        packed = await asyncio.to_thread(gzip.compress, plain, 6, mtime=0)
        tile = Tile(packed, f'"{"-".join(str(part) for part in (*key, gazetteer))}"')
        if gazetteer == self._known.gazetteer:
            self._keep(key, tile)
        return tile

    def _keep(self, key: Key, tile: Tile) -> None:
        self._kept[key] = tile
        self._bytes += len(tile.packed)
        while self._bytes > _ROOM_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest.packed)
