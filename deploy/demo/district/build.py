"""The finished areas: cells with codes and names, villages and towns as unions of cells, police grids likewise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
import shapely

from deploy.demo.district.areas import Areas, CellArea, in_degrees
from deploy.demo.district.facts import towns
from deploy.demo.district.layout import SEATS
from deploy.demo.district.model import Area, Cell, PoliceGrid
from deploy.demo.district.names import numeral
from deploy.demo.district.places import PURPOSE_NAMES


def cells(areas: Areas, estates: Iterator[str], rng: Random) -> list[Cell]:
    """The cells in order of their codes; a dedicated one is named after what it is for."""
    shapes = in_degrees(np.array([area.shape for area in areas.cells], dtype=object))
    used: set[str] = set()
    found = []
    for area, shape in zip(areas.cells, shapes, strict=True):
        name = f"第{numeral(area.number)}网格"
        if area.purpose is not None:
            name += f"({_purpose(area, estates, used, rng)})"
        kind = "general" if area.purpose is None else "dedicated"
        found.append(Cell(area.code, area.village.code, area.town.code, kind, name, area.purpose, shape))
    return sorted(found, key=lambda cell: cell.code)


def _purpose(area: CellArea, estates: Iterator[str], used: set[str], rng: Random) -> str:
    """The name of the estate, school, market, hospital or park that a dedicated cell is."""
    if area.purpose is None or area.purpose == "estate":
        return next(estates)
    endings = list(PURPOSE_NAMES[area.purpose])
    rng.shuffle(endings)
    names = [area.village.stem + ending for ending in endings] + [area.village.stem + "新" + endings[0]]
    name = next(name for name in names if name not in used)
    used.add(name)
    return name


def _union(parts: Sequence[Cell]) -> shapely.MultiPolygon:
    joined = shapely.coverage_union_all([cell.shape for cell in parts])
    return shapely.MultiPolygon([*shapely.get_parts(joined)])


def villages(made: Sequence[Cell]) -> list[Area]:
    """The villages as unions of their cells, in order of their codes."""
    by_village: dict[str, list[Cell]] = {}
    for cell in made:
        by_village.setdefault(cell.village, []).append(cell)
    return [
        Area(village.code, village.name, town.code, _union(by_village[village.code]))
        for town in towns()
        for village in town.villages
    ]


def town_areas(made: Sequence[Cell]) -> list[Area]:
    """The towns as unions of their cells, in order of their codes."""
    return [
        Area(town.code, town.name, town.code, _union([cell for cell in made if cell.town == town.code]))
        for town in towns()
    ]


def police_grids(areas: Areas, made: Sequence[Cell], stations: dict[str, int]) -> list[PoliceGrid]:
    """The police grids; ``stations`` is the unit of the police station by town."""
    by_code = {cell.code: cell for cell in made}
    found = []
    for grid in areas.grids:
        seat = SEATS[grid.town.code]
        found.append(
            PoliceGrid(
                code=f"HY-{seat.abbreviation}-{grid.number:02d}",
                name=f"{seat.stem}{grid.number:02d}警格",
                town=grid.town.code,
                police_station=stations[grid.town.code],
                cells=grid.cells,
                shape=_union([by_code[code] for code in grid.cells]),
            )
        )
    return found
