"""What actions decide by, held in memory and swapped whole: tables, locator, cells. Refreshed when a version moves."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dispatch.domain.case import Tables
from dispatch.store import intake
from dispatch.store import world as store
from dispatch.store.database import Database, Tx
from gis.cells import CellIndex
from gis.crs import Extent
from gis.gazetteer import Gazetteer
from gis.geocode import Locator

_MARGIN_DEGREES = 0.02


@dataclass(frozen=True, slots=True)
class World:
    """One consistent state of everything a decision reads."""

    tables: Tables
    locator: Locator
    cell_kinds: Mapping[str, str]
    boundary_version: int

    @property
    def versions(self) -> tuple[int, int]:
        """Boundary version and rule set; a batch that finds others in force starts again."""
        return self.boundary_version, self.tables.rules.version


class VersionsMoved(Exception):
    """Boundaries or rules changed between locating and committing: locate again, in the world of now."""

    def __init__(self, versions: tuple[int, int]) -> None:
        self.versions = versions
        super().__init__()


async def hold_versions(tx: Tx, world: World) -> datetime:
    """Keep the versions a decision is made by in force until the commit; answers the transaction's instant.

    The first lock of a transaction that locates or routes.

    Raises:
        VersionsMoved: others are in force already.
    """
    versions = await intake.versions(tx)
    if versions is None or versions[:2] != world.versions:
        raise VersionsMoved(versions[:2] if versions else (0, 0))
    return versions[2]


class Worlds:
    """Holds the current world. ``refresh`` is single flight; readers keep the one they started with."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._current: World | None = None
        self._refreshing = asyncio.Lock()

    @property
    def current(self) -> World:
        """The world in force; ``refresh`` has to have been awaited once."""
        if self._current is None:
            raise AssertionError("the world is read before it is built")
        return self._current

    async def refresh(self, *, unless: tuple[int, int] | None = None) -> World:
        """Read everything again and swap; does nothing where the versions are already ``unless``."""
        async with self._refreshing:
            if self._current is not None and unless == self._current.versions:
                return self._current
            self._current = await _build(self._database)
            return self._current


async def _build(database: Database) -> World:
    async with database.system() as tx:
        tables = await store.tables(tx)
        version, rows = await store.cells(tx)
        places, aliases = await store.gazetteer(tx)
        west, south, east, north = await store.extent(tx)
    return await asyncio.to_thread(_index, tables, version, rows, places, aliases, (west, south, east, north))


def _index(
    tables: Tables,
    version: int,
    rows: store.Rows,
    places: store.Rows,
    aliases: store.Rows,
    bounds: tuple[float, float, float, float],
) -> World:
    cells = CellIndex.from_rows(((row[0], row[1], row[2], row[3], row[5]) for row in rows), version)
    gazetteer = Gazetteer.from_rows((tuple(row) for row in places), (tuple(row) for row in aliases))
    west, south, east, north = bounds
    margin = _MARGIN_DEGREES
    extent = Extent(west - margin, south - margin, east + margin, north + margin)
    return World(tables, Locator(gazetteer, cells, extent), {row[0]: row[4] for row in rows}, version)
