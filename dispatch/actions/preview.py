"""What publishing a version would move: tickets by center, cells by police grid, people and units; and what forbids it.

Computed apart from values that were read as of one moment. Called by ``actions.publishing``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dispatch.actions.drafts import Rows, Told, areas_of
from dispatch.domain.units import TOWN_CENTER
from dispatch.saying import say, together
from dispatch.store.boundaries import AreaRow, Level, Version
from dispatch.store.publishing import Duty, InForce, NamedUnit, OpenTicket, Shared
from gis.cells import Cell, CellIndex
from gis.coverage.plane import areal
from gis.crosswalk import crosswalk

MOST_NAMED = 200
"""Tickets, people and units that are named; all of them are counted."""
COMPARED: tuple[Level, ...] = ("town", "village", "cell")
WHOLE = 0.999
"""From this share on an area has become another one as a whole."""
MOST = 0.5
"""From this share on an area that goes by the same code is still the same."""
_ALIKE = 1 - 1e-6


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything a preview looks at, as of one moment."""

    version: Version
    rows: Rows
    in_force: InForce | None
    former: Rows
    links: Mapping[str, str]
    """The police grid of each cell in force."""
    tickets: Sequence[OpenTicket]
    duties: Sequence[Duty]
    units: Sequence[NamedUnit]
    district: int | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What is told, what forbids publishing, and the crosswalks that were computed on the way."""

    told: dict[str, Any]
    blocking: list[str]
    crosswalks: Mapping[Level, Sequence[Shared]]


NO_TICKETS: Mapping[str, Any] = {
    **dict.fromkeys(("open", "moved", "other_center", "orphaned_total", "unclear_total"), 0),
    **dict.fromkeys(("by_center", "orphaned", "unclear"), ()),
}
"""What is said of tickets where a version has no cells yet, which by itself keeps it from being published."""


def previewed(seen: Seen, _progress: Told) -> Preview:
    """Look at everything. Called in a process of its own."""
    crosswalks = {level: shared(seen.former[level], seen.rows[level]) for level in COMPARED}
    became = remaining(crosswalks["town"]) | successors(crosswalks["town"])
    blocking = _unfit(seen)
    centers = {unit.town: unit.id for unit in seen.units if unit.kind == TOWN_CENTER and unit.town}
    tickets = _tickets(seen, centers, became) if seen.rows["cell"] else NO_TICKETS
    if tickets["orphaned_total"]:
        blocking.append(
            say(
                "{count} 张未结工单在新版里没有着落（坐标不在任何网格，或镇街没有中心），请先处理",
                count=tickets["orphaned_total"],
            )
        )
    cells = _cells(seen, crosswalks["cell"])
    told = {
        "blocking": blocking,
        "tickets": tickets,
        "cells": cells,
        "people": _people(seen),
        "units": _units(seen),
        "police_grids_without_cells": sorted(
            {row.code for row in seen.rows["police_grid"]} - {row.police_grid for row in seen.rows["cell"]}
        ),
        "towns": {
            "added": _named(seen.rows["town"], seen.former["town"]),
            "removed": _named(seen.former["town"], seen.rows["town"]),
        },
    }
    return Preview(told, blocking, crosswalks)


def shared(former: Sequence[AreaRow], rows: Sequence[AreaRow]) -> list[Shared]:
    """The ground that areas of two versions share."""
    if not former or not rows:
        return []
    found = crosswalk(areas_of(former), areas_of(rows))
    return [Shared(each.old, each.new, each.area_m2, each.share_of_old, each.share_of_new) for each in found]


def successors(rows: Iterable[Shared]) -> dict[str, str]:
    """What areas have become as a whole."""
    return {
        row.from_code: row.to_code
        for row in rows
        if row.from_code is not None and row.to_code is not None and row.share >= WHOLE
    }


def remaining(rows: Iterable[Shared]) -> dict[str, str]:
    """Areas that are there under their own code still, with most of their ground."""
    return {
        row.from_code: row.from_code
        for row in rows
        if row.from_code is not None and row.from_code == row.to_code and row.share >= MOST
    }


def _named(those: Sequence[AreaRow], others: Sequence[AreaRow]) -> list[dict[str, str]]:
    """Areas of one side that the other has not, by code."""
    known = {row.code for row in others}
    return [
        {"code": code, "name": name}
        for code, name in sorted({(row.code, row.name) for row in those if row.code not in known})
    ]


def _unfit(seen: Seen) -> list[str]:
    """What forbids publishing whatever tickets there are."""
    version, rows = seen.version, seen.rows
    says: list[str] = []
    if version.checked is None or version.checked["revision"] != version.revision:
        says.append(say("这一版最近的改动还没有检查，请先检查"))
    elif version.checked["blocking"]:
        says.append(
            say("检查发现 {blocking} 处必须改正的问题，请先改正", blocking=version.checked["blocking"])
        )
    if seen.in_force is not None and version.based_on not in (None, seen.in_force.id):
        says.append(
            say(
                "这一版以第 {based_on} 版为基础，现行已是第 {id} 版；请核对第 {id} 版的改动，再改为以它为基础",
                based_on=version.based_on,
                id=seen.in_force.id,
            )
        )
    says += [say("这一版没有{name}，请先导入", name=name) for level, name in _NEEDED if not rows[level]]
    centers = {unit.town for unit in seen.units if unit.kind == TOWN_CENTER}
    without = [row for row in rows["town"] if row.code not in centers]
    if without:
        says.append(say("{without} 没有社会治理指挥中心，请先登记中心", without=_called(without)))
    bare = [row for row in rows["cell"] if not row.police_grid]
    if bare:
        says.append(
            say("{count} 个网格没有警格，例如 {bare}；请补上对应关系", count=len(bare), bare=_called(bare))
        )
    silent = [row for row in rows["police_grid"] if row.police_station is None]
    if silent:
        says.append(
            say(
                "{count} 个警格没有派出所，例如 {silent}；请补上派出所",
                count=len(silent),
                silent=_called(silent),
            )
        )
    return says


_NEEDED: tuple[tuple[Level, str], ...] = (
    ("town", say("镇街")),
    ("village", say("村居")),
    ("cell", say("网格")),
)


def _called(rows: Sequence[AreaRow], most: int = 3) -> str:
    listed = [row.name if row.name != row.code else row.code for row in rows[:most]]
    if len(rows) > most:
        return say("{listed} 等 {count} 个", listed=listed, count=len(rows))
    return together(listed, "、")


def index_of(rows: Rows, version: int) -> CellIndex:
    """The index of a version's cells; the parts of a draft's cell are one."""
    shapes: dict[str, list[BaseGeometry]] = defaultdict(list)
    for area in areas_of(rows["cell"]):
        shapes[area.code].append(areal(shapely.make_valid(area.geometry)))
    towns = {row.code: row.parent or "" for row in rows["village"]}
    known = {row.code: row for row in rows["cell"]}
    cells = [
        Cell(code, row.parent or "", towns.get(row.parent or "", ""), row.police_grid)
        for code, row in known.items()
    ]
    whole = [parts[0] if len(parts) == 1 else shapely.union_all(parts) for parts in shapes.values()]
    return CellIndex(cells, np.array(whole, dtype=object), version)


def _tickets(seen: Seen, centers: Mapping[str, int], became: Mapping[str, str]) -> dict[str, Any]:
    """Open tickets by what becomes of them."""
    index = index_of(seen.rows, seen.version.id)
    points = {
        each.id: (each.lon, each.lat)
        for each in seen.tickets
        if each.placement == "placed" and each.lon is not None and each.lat is not None
    }
    numbers = index.find_many([lon for lon, _ in points.values()], [lat for _, lat in points.values()])
    where = {
        ticket: None if number < 0 else index.cells[number]
        for ticket, number in zip(points, numbers.tolist(), strict=True)
    }
    count = _Count(seen, centers, became)
    for ticket in seen.tickets:
        if ticket.placement == "placed":
            count.take_placed(ticket, where.get(ticket.id))
        else:
            count.take_unplaced(ticket)
    return count.told()


class _Count:
    """Counts tickets by what becomes of them."""

    def __init__(self, seen: Seen, centers: Mapping[str, int], became: Mapping[str, str]) -> None:
        self._district = seen.district
        self._open = len(seen.tickets)
        self._centers, self._became = centers, became
        self._names = {unit.id: unit.name for unit in seen.units}
        self._town_names = {row.code: row.name for row in seen.rows["town"]}
        self._moved = 0
        self._by_center: Counter[tuple[int, int]] = Counter()
        self._orphaned: list[dict[str, str]] = []
        self._unclear: list[dict[str, str]] = []

    def take_placed(self, ticket: OpenTicket, cell: Cell | None) -> None:
        """A ticket that lies at a point."""
        if cell is None:
            self._orphaned.append({"number": ticket.number, "why": say("坐标不在新版任何网格里")})
            return
        now = (cell.code, cell.village, cell.town, cell.police_grid)
        if now != (ticket.cell, ticket.village, ticket.town, ticket.police_grid):
            self._moved += 1
        self._to(ticket, cell.town)

    def take_unplaced(self, ticket: OpenTicket) -> None:
        """A ticket without a point: its town, where it has one, has become another as a whole or not."""
        if ticket.town is None or ticket.stream == self._district:
            return
        town = self._became.get(ticket.town)
        if town is None:
            why = say("没有坐标，原镇街已拆分：按文字定位后才知道归哪个中心")
            self._unclear.append({"number": ticket.number, "why": why})
            return
        if town != ticket.town:
            self._moved += 1
        self._to(ticket, town)

    def _to(self, ticket: OpenTicket, town: str) -> None:
        if ticket.stream == self._district:
            return
        center = self._centers.get(town)
        if center is None:
            name = self._town_names.get(town, town)
            self._orphaned.append(
                {"number": ticket.number, "why": say("{name}没有社会治理指挥中心", name=name)}
            )
        elif center != ticket.stream:
            self._by_center[ticket.stream, center] += 1

    def told(self) -> dict[str, Any]:
        """The counts by name."""
        return {
            "open": self._open,
            "moved": self._moved,
            "other_center": self._by_center.total(),
            "by_center": [
                {
                    "from": former,
                    "from_name": self._names.get(former, ""),
                    "to": center,
                    "to_name": self._names.get(center, ""),
                    "count": count,
                }
                for (former, center), count in sorted(self._by_center.items())
            ],
            "orphaned": self._orphaned[:MOST_NAMED],
            "orphaned_total": len(self._orphaned),
            "unclear": self._unclear[:MOST_NAMED],
            "unclear_total": len(self._unclear),
        }


def _cells(seen: Seen, rows: Sequence[Shared]) -> dict[str, Any]:
    """Cells that come, go and change; police grids whose cells do."""
    former = {row.code: row for row in seen.former["cell"]}
    now = {row.code: row for row in seen.rows["cell"]}
    alike = {
        row.from_code
        for row in rows
        if row.from_code == row.to_code and row.share >= _ALIKE and row.back_share >= _ALIKE
    }
    changed = [
        code
        for code, row in now.items()
        if code in former
        and (
            code not in alike or (row.parent, row.police_grid) != (former[code].parent, seen.links.get(code))
        )
    ]
    held, holds = (
        _members(seen.links.items()),
        _members((code, row.police_grid) for code, row in now.items() if row.police_grid),
    )
    return {
        "added": len(now.keys() - former.keys()),
        "removed": len(former.keys() - now.keys()),
        "changed": len(changed),
        "codes": sorted({*changed, *(now.keys() - former.keys())})[: 10 * MOST_NAMED],
        "by_police_grid": [
            {
                "police_grid": grid,
                "from": len(held.get(grid, ())),
                "to": len(holds.get(grid, ())),
                "gained": len(holds.get(grid, set()) - held.get(grid, set())),
                "lost": len(held.get(grid, set()) - holds.get(grid, set())),
            }
            for grid in sorted(held.keys() | holds.keys())
            if held.get(grid) != holds.get(grid)
        ],
    }


def _members(links: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for cell, grid in links:
        found.setdefault(grid, set()).add(cell)
    return found


def _people(seen: Seen) -> list[dict[str, Any]]:
    """People all of whose cells go."""
    now = {row.code for row in seen.rows["cell"]}
    held: dict[tuple[int, str], list[str]] = defaultdict(list)
    for duty in seen.duties:
        held[duty.person, duty.name].append(duty.cell)
    return [
        {
            "person": person,
            "name": name,
            "cell": cells[0],
            "why": say("所管的 {count} 个网格在新版里都没有了，请重新安排", count=len(cells)),
        }
        for (person, name), cells in held.items()
        if not now & set(cells)
    ][:MOST_NAMED]


def _units(seen: Seen) -> list[dict[str, str]]:
    """Units whose town, village or police grid goes, and villages that nobody stands in."""
    towns = {row.code for row in seen.rows["town"]}
    villages = {row.code for row in seen.rows["village"]}
    grids = {row.code for row in seen.rows["police_grid"]}
    says = []
    for unit in seen.units:
        if unit.town is not None and unit.town not in towns:
            says.append(say("{name}所在的镇街在新版里没有了", name=unit.name))
        elif unit.village is not None and unit.village not in villages:
            says.append(say("{name}所在的村居在新版里没有了", name=unit.name))
        elif unit.police_grid is not None and unit.police_grid not in grids:
            says.append(
                say(
                    "{name}所属的警格 {police_grid} 在新版里没有了",
                    name=unit.name,
                    police_grid=unit.police_grid,
                )
            )
    manned = {unit.village for unit in seen.units if unit.kind == "station"}
    empty = [row for row in seen.rows["village"] if row.code not in manned]
    if empty:
        says.append(say("{count} 个村居没有工作站，例如 {empty}", count=len(empty), empty=_called(empty)))
    return [{"says": each} for each in says[:MOST_NAMED]]
