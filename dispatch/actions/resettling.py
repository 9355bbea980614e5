"""Places follow the boundaries in force: where they lie, and which towns and villages there are. Run by a job.

Callers go on saying the town that is no more; so its names, and what it was called besides, become other names of the
one that took its ground. Whatever comes back under its code takes them back. May be repeated at any time.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import orjson
import shapely

from dispatch.actions.world import Areas, Worlds
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import gazetteer as versions
from dispatch.store import resettling as store
from dispatch.store.database import Database, Tx
from dispatch.store.resettling import Area, Seat
from gis.cells import CellIndex
from gis.raster import NO_CELL
from gis.spelling import spelled

EVERY_SECONDS = 3.0
_SLICE = 5_000
_PATIENCE = "20s"
Moved = tuple[int, str | None, str | None]


class Resettling:
    """Brings places to a boundary version once it is in force."""

    def __init__(self, database: Database, worlds: Worlds) -> None:
        self._database = database
        self._worlds = worlds

    async def follow(self) -> bool:
        """Bring the places to the version in force, if they are not yet. Never asks to be called at once."""
        async with self._database.system() as tx:
            version = await store.unsettled(tx)
        areas = self._worlds.current.areas
        if version is None or areas.version != version:
            return False
        moved = await self._points(areas) + await self._roads(areas)
        async with self._database.system() as tx:
            await versions.begin_change(tx, _PATIENCE)
            added, ended = await _seats(tx, areas, version)
            await store.settle(tx, version, moved, added, ended)
            if moved or added or ended:
                told = {"boundary_version": version, "moved": moved, "added": added, "ended": ended}
                await versions.next_version(tx, orjson.dumps(told, option=orjson.OPT_SORT_KEYS).decode())
                await audit.write(
                    tx, person=None, action="gazetteer.settled", subject="gazetteer", detail=told
                )
        return False

    async def _points(self, areas: Areas) -> int:
        """Villages and towns of places at a point, slice by slice; how many are others now."""
        count, last = 0, 0
        while True:
            async with self._database.system() as tx:
                rows = await store.points(tx, last, _SLICE)
                if not rows:
                    return count
                moved = _moved(rows, areas.cells)
                if moved:
                    await store.move(tx, moved)
            count, last = count + len(moved), rows[-1]["id"]

    async def _roads(self, areas: Areas) -> int:
        """Those of roads: the one village or town that all of a road lies in, if there is one."""
        async with self._database.system() as tx:
            moved = _moved_roads(await store.roads(tx), areas.cells)
            if moved:
                await store.move(tx, moved)
        return len(moved)


def _moved(rows: Sequence[Any], cells: CellIndex) -> list[Moved]:
    """Places whose point lies elsewhere than they say; what lies in no cell stays as it is."""
    lons, lats = np.array([row["lon"] for row in rows]), np.array([row["lat"] for row in rows])
    found = []
    for row, number in zip(rows, cells.find_many(lons, lats).tolist(), strict=True):
        if number != NO_CELL:
            cell = cells.cells[number]
            if (row["village"], row["town"]) != (cell.village, cell.town):
                found.append((row["id"], cell.village, cell.town))
    return found


def _moved_roads(rows: Sequence[Any], cells: CellIndex) -> list[Moved]:
    found = []
    for row in rows:
        line = None if row["line"] is None else shapely.get_coordinates(shapely.from_wkb(row["line"]))
        points = np.array([[row["lon"], row["lat"]]]) if line is None else line
        numbers = np.unique(cells.find_many(points[:, 0], points[:, 1]))
        crossed = [cells.cells[number] for number in numbers.tolist() if number != NO_CELL]
        if not crossed or (line is None and row["town"] is None):
            continue
        lies = _only({cell.village for cell in crossed}), _only({cell.town for cell in crossed})
        village = lies[0] if row["village"] is not None else None
        if (row["village"], row["town"]) != (village, lies[1]):
            found.append((row["id"], village, lies[1]))
    return found


def _only(codes: set[str]) -> str | None:
    return codes.pop() if len(codes) == 1 else None


async def _seats(tx: Tx, areas: Areas, version: int) -> tuple[int, int]:
    """Towns and villages as places: how many came, how many ended."""
    reason = say("网格边界第 {version} 版", version=version)
    there = {(area.kind, area.code): area for area in await store.areas(tx, version)}
    seats = {(seat.kind, seat.code): seat for seat in await store.seats(tx)}
    in_force: dict[tuple[str, str], int] = {}
    added = 0
    for key, area in there.items():
        in_force[key], came = await _sit(tx, area, seats.get(key), reason)
        added += came
    gone = [seat for key, seat in seats.items() if seat.in_force and key not in there]
    for seat in gone:
        await store.end(tx, seat.id)
        await _written(tx, seat.id, "place.retired", {"name": seat.name}, reason)
        heir = in_force.get(_heir(seat, areas.cells))
        if heir is not None:
            await store.remember(
                tx, heir, seat.name, seat.id, say("{reason}并入", reason=reason), spelled(seat.name)
            )
    return added, len(gone)


async def _sit(tx: Tx, area: Area, seat: Seat | None, reason: str) -> tuple[int, bool]:
    """The place of a town or village that is in force, and whether it came anew."""
    town = area.town if area.kind == "village" else area.code
    spelling = spelled(area.name)
    if seat is None:
        place = await store.add(tx, area, reason, spelling)
        await _written(tx, place, "place.added", {"name": area.name, "kind": area.kind}, reason)
        return place, True
    if not seat.in_force:
        await store.revive(tx, seat.id, area.name, town, spelling)
        await store.forget(tx, seat.id, area.name)
        await _written(tx, seat.id, "place.added", {"name": area.name, "kind": area.kind}, reason)
        return seat.id, True
    if (seat.name, seat.town) != (area.name, town):
        await store.rename(tx, seat.id, area.name, town, spelling)
        if seat.name != area.name:
            await store.remember(
                tx, seat.id, seat.name, None, say("{reason}改名", reason=reason), spelled(seat.name)
            )
        told = {"name": [seat.name, area.name], "town": [seat.town, town]}
        await _written(tx, seat.id, "place.edited", told, reason)
    return seat.id, False


def _heir(seat: Seat, cells: CellIndex) -> tuple[str, str]:
    """The town or village that has the ground where the one that is no more had its seat."""
    spot = cells.find(seat.lon, seat.lat)
    if spot is None:
        return seat.kind, ""
    return seat.kind, spot.cell.town if seat.kind == "town" else spot.cell.village


async def _written(tx: Tx, place: int, action: str, detail: dict[str, Any], reason: str) -> None:
    await audit.write(
        tx, person=None, action=action, subject=versions.subject(place), reason=reason, detail=detail
    )
