"""What actions decide by, held in memory and swapped whole: tables, cells, places. Each part follows its own version.

Tables and cells are read at once when boundaries or rules move, because tickets wait for them. The places take
seconds: they are read in slices and their index is built in a thread, while the former one still answers.
"""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from dispatch.actions.memory import collector_resting, give_back
from dispatch.actions.pulse import Pulse
from dispatch.domain.case import Tables
from dispatch.domain.ticket import Ticket
from dispatch.store import intake, joint
from dispatch.store import timetable as timetables
from dispatch.store import tuning as settings
from dispatch.store import world as store
from dispatch.store.database import Database, Tx
from dispatch.store.tuning import Setting
from gis.cells import CellIndex
from gis.crs import Extent
from gis.gazetteer import Gazetteer
from gis.geocode import Locator
from gis.weight import dissolve, weight

_MARGIN_DEGREES = 0.02
_SLICE = 1000
"""Rows that are read before others have their turn: about three milliseconds."""
_PATIENCE_TENTHS = 50
"""How many tenths of a second requests may go on reading a former world before it is left to them."""
_REPEATED_OF_PLACES = frozenset({1, 7, 8})
"""Columns of a place whose texts are few: kind, village, town."""
_REPEATED_OF_ALIASES = frozenset({2})


@dataclass(frozen=True, slots=True)
class Labels:
    """What cells, villages, towns and police grids are called, by their codes."""

    cells: Mapping[str, str]
    villages: Mapping[str, str]
    towns: Mapping[str, str]
    police_grids: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Areas:
    """The cells of one boundary version with their police grids, and the district's rectangle."""

    version: int
    revision: int
    """Rises when a cell's police grid changes."""
    links: str
    """A digest of the cells' police grids: they may change within a version."""
    cells: CellIndex
    kinds: Mapping[str, str]
    labels: Labels
    extent: Extent


@dataclass(frozen=True, slots=True)
class Built:
    """How an index of places came about."""

    at: datetime
    seconds: float
    memory_bytes: int
    """About what the index holds."""
    longest_stall_ms: float
    """The longest other work had to wait meanwhile."""


@dataclass(frozen=True, slots=True)
class Names:
    """The places and their names of one gazetteer version."""

    version: int
    gazetteer: Gazetteer
    aliases: int
    built: Built


@dataclass(frozen=True, slots=True)
class World:
    """One consistent state of everything a decision reads."""

    tables: Tables
    areas: Areas
    names: Names
    setting: Setting
    locator: Locator

    @property
    def cell_kinds(self) -> Mapping[str, str]:
        """General or dedicated, by cell."""
        return self.areas.kinds

    @property
    def boundary_version(self) -> int:
        """The boundary version of the cells."""
        return self.areas.version

    @property
    def versions(self) -> intake.Versions:
        """Boundary version and rule set, each with its revision; a batch that finds others in force starts again."""
        rules = self.tables.rules
        return self.areas.version, self.areas.revision, rules.version, rules.grounds.revision


class VersionsMoved(Exception):
    """Boundaries or rules changed between locating and committing: locate again, in the world of now."""

    def __init__(self, versions: intake.Versions) -> None:
        self.versions = versions
        super().__init__()


async def hold_versions(tx: Tx, world: World) -> datetime:
    """Keep the versions a decision is made by in force until the commit; answers the transaction's instant.

    The first lock of a transaction that locates or routes.

    Raises:
        VersionsMoved: others are in force already.
    """
    held = await intake.versions(tx)
    if held is None or held[0] != world.versions:
        raise VersionsMoved(held[0] if held else (0, 0, 0, 0))
    return held[1]


async def fit(tx: Tx, world: World, ticket: Ticket) -> None:
    """Refuse to decide about a ticket of new boundaries by a world that does not know them yet.

    Holds nothing: the ticket is locked already, and versions come before tickets.

    Raises:
        VersionsMoved: another version is in force than the world's.
    """
    if ticket.boundary_version == world.boundary_version:
        return
    found = await intake.versions(tx, held=False)
    if found is not None and found[0] != world.versions:
        raise VersionsMoved(found[0])


class Worlds:
    """Holds the current world. Each refresh is single flight; readers keep the world they started with."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._current: World | None = None
        self._refreshing = asyncio.Lock()
        self._naming = asyncio.Lock()

    @property
    def current(self) -> World:
        """The world in force; ``refresh`` has to have been awaited once."""
        if self._current is None:
            raise AssertionError("the world is read before it is built")
        return self._current

    async def refresh(self, *, unless: intake.Versions | None = None) -> World:
        """Read tables and cells again and swap; does nothing where the versions are already ``unless``.

        The first call reads the places too.
        """
        async with self._refreshing:
            former = self._current
            if former is not None and unless == former.versions:
                return former
            tables, areas, setting = await _grounds(self._database, former.areas if former else None)
            names = self._current.names if self._current else await _names(self._database, setting)
            self._current = _world(tables, areas, names, setting)
            return self._current

    async def refresh_setting(self) -> World:
        """Read what is set about locating again and swap, where its version has moved.

        Where it names another region, the next ``refresh_names`` reads the places by it.
        """
        async with self._database.system() as tx:
            setting = await settings.active(tx)
        former = self.current
        if setting.version != former.setting.version:
            self._current = _world(former.tables, former.areas, former.names, setting)
        return self.current

    async def refresh_timetable(self) -> World:
        """Read rules of clocks, office hours and calendar again and swap, where their version has moved."""
        async with self._database.system() as tx:
            version = await timetables.version(tx)
            if version == self.current.tables.timetable.version:
                return self.current
            timetable = await timetables.active(tx)
        former = self.current
        tables = replace(former.tables, timetable=timetable)
        self._current = _world(tables, former.areas, former.names, former.setting)
        return self.current

    async def refresh_joint(self) -> World:
        """Read what is set about handling together again and swap, where it differs."""
        async with self._database.system() as tx:
            found = await joint.tables(tx)
        former = self.current
        if found != former.tables.joint:
            tables = replace(former.tables, joint=found)
            self._current = _world(tables, former.areas, former.names, former.setting)
        return self.current

    async def refresh_names(self) -> World:
        """Read places and aliases again and swap, where their version has moved, or the region they lie in."""
        async with self._naming:
            async with self._database.system() as tx:
                version = await store.gazetteer_version(tx)
            known, setting = self.current.names, self.current.setting
            if (version, setting.tuning.region) == (known.version, known.gazetteer.region):
                return self.current
            names = await _names(self._database, setting)
            former = [self.current]
            self._current = _world(self.current.tables, self.current.areas, names, self.current.setting)
        await _let_go(former)
        return self.current


def _world(tables: Tables, areas: Areas, names: Names, setting: Setting) -> World:
    chosen = setting.tuning
    locator = Locator(
        names.gazetteer, areas.cells, areas.extent, chosen.thresholds, chosen.weights, chosen.calibration
    )
    return World(tables, areas, names, setting, locator)


async def _grounds(database: Database, former: Areas | None) -> tuple[Tables, Areas, Setting]:
    """Tables and settings of now, and the cells: the former ones where neither they nor their links have changed."""
    async with database.system(frozen=True) as tx:
        tables, setting = await store.tables(tx), await settings.active(tx)
        (version, revision), links = await store.published(tx), await store.links(tx)
        if former is not None and (former.version, former.links) == (version, links):
            return tables, replace(former, revision=revision), setting
        _, rows = await store.cells(tx)
        bounds = await store.extent(tx)
        names = await store.area_names(tx)
    return tables, await asyncio.to_thread(_areas, (version, revision, links), rows, names, bounds), setting


def _areas(
    known: tuple[int, int, str],
    rows: store.Rows,
    names: Mapping[str, Mapping[str, str]],
    bounds: tuple[float, float, float, float],
) -> Areas:
    version, revision, links = known
    cells = CellIndex.from_rows(((row[0], row[1], row[2], row[3], row[5]) for row in rows), version)
    west, south, east, north = bounds
    margin = _MARGIN_DEGREES
    extent = Extent(west - margin, south - margin, east + margin, north + margin)
    labels = Labels({row[0]: row[6] for row in rows}, names["village"], names["town"], names["police_grid"])
    return Areas(version, revision, links, cells, {row[0]: row[4] for row in rows}, labels, extent)


async def _names(database: Database, setting: Setting) -> Names:
    """Every place and approved alias, indexed in a thread that takes the rows as they come.

    The transaction ends with the last row: a snapshot that is held on slows everybody's counters.
    """
    began = time.perf_counter()
    async with Pulse() as pulse:
        with collector_resting():
            async with database.system(frozen=True) as tx:
                version = await store.gazetteer_version(tx)
                places = _Pulled(store.in_slices(tx, store.SQL.places, _SLICE), _REPEATED_OF_PLACES)
                aliases = _Pulled(store.in_slices(tx, store.SQL.aliases, _SLICE), _REPEATED_OF_ALIASES)
                indexing = asyncio.create_task(
                    asyncio.to_thread(_index, iter(places), iter(aliases), setting.tuning.region)
                )
                taken = asyncio.create_task(_all_taken(places, aliases))
                await asyncio.wait({indexing, taken}, return_when=asyncio.FIRST_COMPLETED)
                taken.cancel()
                if indexing.done():
                    indexing.result()
            gazetteer, memory_bytes = await indexing
    built = Built(datetime.now(UTC), time.perf_counter() - began, memory_bytes, pulse.longest_ms)
    return Names(version, gazetteer, aliases.taken, built)


def _index(
    places: Iterator[tuple[Any, ...]], aliases: Iterator[tuple[Any, ...]], region: Sequence[str]
) -> tuple[Gazetteer, int]:
    """The index and about how many bytes it holds."""
    gazetteer = Gazetteer.from_rows(places, aliases, region)
    return gazetteer, weight(gazetteer)


async def _let_go(last: list[World]) -> None:
    """Free the places of a world nobody reads any more, bit by bit in a thread; whoever reads on frees it later."""
    for _ in range(_PATIENCE_TENTHS):
        world = last[0]
        locator, gazetteer = sys.getrefcount(world.locator), sys.getrefcount(world.names.gazetteer)
        alone = sys.getrefcount(world) <= 3 and locator <= 2 and gazetteer <= 3
        del world
        if alone:
            await asyncio.to_thread(dissolve, last[0].names.gazetteer)
            await asyncio.to_thread(give_back)
            break
        await asyncio.sleep(0.1)
    last.clear()


class _Pulled:
    """Rows of the loop's connection, for a thread: it asks for a slice when it has used up the last one.

    Texts of the ``repeated`` columns are one object each, however often they come.
    """

    def __init__(self, slices: AsyncIterator[store.Rows], repeated: frozenset[int]) -> None:
        self._loop = asyncio.get_running_loop()
        self._slices = slices
        self._repeated = repeated
        self._known: dict[Any, Any] = {}
        self.taken = 0
        self.ended = asyncio.Event()

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """The rows; to be used in another thread than the loop's."""
        known, repeated = self._known.setdefault, self._repeated
        while rows := asyncio.run_coroutine_threadsafe(self._next(), self._loop).result():
            self.taken += len(rows)
            for row in rows:
                yield tuple(
                    known(value, value) if column in repeated else value for column, value in enumerate(row)
                )

    async def _next(self) -> store.Rows | None:
        rows = await anext(self._slices, None)
        if rows is None:
            self.ended.set()
        return rows


async def _all_taken(*rows: _Pulled) -> None:
    """Wait until the last rows are taken, whichever are taken first."""
    for each in rows:
        await each.ended.wait()


async def read_areas(database: Database) -> Areas:
    """The cells in force, for who needs nothing else of the world.

    Raises:
        NoDistrict: nothing is published.
    """
    return (await _grounds(database, None))[1]
