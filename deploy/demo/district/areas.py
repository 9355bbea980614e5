"""From atoms to areas in degrees: smoothed borders, numbered cells, and the unions of them that make the rest.

Borders are smoothed vertex by vertex, the same for everyone who shares a vertex, so the coverage stays one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from deploy.demo.district.carve import carve, exclaves
from deploy.demo.district.divide import divide
from deploy.demo.district.facts import Town, Village
from deploy.demo.district.growth import Task, grow, mended, scatter
from deploy.demo.district.layout import SEATS
from deploy.demo.district.mesh import Mesh
from deploy.demo.district.plane import degrees_many

Shapes = NDArray[np.object_]
SMOOTHINGS = 2
SIMPLER_M = 9.0  # what a border may lose


@dataclass(frozen=True)
class CellArea:
    """A cell before it has people: its place, metres, and what it is for if it is dedicated."""

    code: str
    number: int
    town: Town
    village: Village
    shape: BaseGeometry
    purpose: str | None


@dataclass(frozen=True)
class GridArea:
    """A police grid: its town, number within the town, and the codes of its cells."""

    town: Town
    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Areas:
    """All cells, in order of their codes, and the police grids. Shapes are metres on the plane."""

    cells: list[CellArea]
    grids: list[GridArea]


def areas(mesh: Mesh, rng: Random) -> Areas:
    """Divide the mesh, carve, smooth and number."""
    division = divide(mesh, rng)
    carved = carve(mesh, division, rng)
    exclaves(mesh, division, carved, rng)
    numbers, first = np.unique(division.cell, return_index=True)
    shapes = smoothed(_joined(mesh.shapes, division.cell, numbers))
    purposes = {one.cell: one.purpose for one in carved}
    places = division.village[first].tolist()
    villages = division.villages
    by_village: dict[str, list[tuple[float, float, int]]] = {}
    for place in range(len(numbers)):
        middle = shapely.point_on_surface(shapes[place])
        by_village.setdefault(villages[places[place]][1].code, []).append((middle.x, middle.y, place))
    cells = []
    for place_of_village, (town, village) in enumerate(villages):
        for number, place in enumerate(numbered(by_village[village.code]), start=1):
            code = f"{village.code}{number:03d}"
            purpose = purposes.get(int(numbers[place]))
            cells.append(CellArea(code, number, town, village, shapes[place], purpose))
        if not by_village[villages[place_of_village][1].code]:
            raise AssertionError(f"{village.name} has no cell")
    return Areas(cells, _grids(cells, rng))


def _joined(shapes: Shapes, owner: NDArray[np.int64], numbers: NDArray[np.int64]) -> Shapes:
    """The union of the shapes of each number, every corner kept."""
    order = np.argsort(owner, kind="stable")
    starts = np.searchsorted(owner[order], numbers)
    groups = np.split(shapes[order], starts[1:])
    return np.array([shapely.coverage_union_all(group) for group in groups], dtype=object)


def numbered(middles: list[tuple[float, float, int]]) -> list[int]:
    """Cells in their order: rows from north to south, in a row from west to east. Takes (x, y, place)."""
    if not middles:
        return []
    north, south = max(y for _, y, _ in middles), min(y for _, y, _ in middles)
    rows = max(1, round(math.sqrt(len(middles))))
    height = (north - south) / rows or 1.0

    def row(y: float) -> int:
        return min(rows - 1, int((north - y) / height))

    return [place for _, _, place in sorted(middles, key=lambda each: (row(each[1]), each[0]))]


def smoothed(shapes: Shapes) -> Shapes:
    """The same coverage with rounder borders: corners that only two areas share move toward their neighbours."""
    corners, inverse = np.unique(shapely.get_coordinates(shapes), axis=0, return_inverse=True)
    edges = _edges(shapes, inverse)
    degree = np.bincount(edges.ravel(), minlength=len(corners))
    free = degree == 2
    moved = corners.copy()
    for _ in range(SMOOTHINGS):
        total = np.zeros_like(moved)
        np.add.at(total, edges[:, 0], moved[edges[:, 1]])
        np.add.at(total, edges[:, 1], moved[edges[:, 0]])
        moved[free] = 0.5 * moved[free] + 0.25 * total[free]
    rounder = shapely.set_coordinates(shapes.copy(), moved[inverse])
    simpler: Shapes = shapely.coverage_simplify(rounder, SIMPLER_M)
    return simpler


def _edges(shapes: Shapes, inverse: NDArray[np.int64]) -> NDArray[np.int64]:
    """Every edge once, as numbers of its corners."""
    rings, _ = shapely.get_coordinates(shapes, return_index=True)
    parts = shapely.get_rings(shapely.get_parts(shapes))
    counts = shapely.get_num_coordinates(parts)
    ends = np.cumsum(counts)
    if ends[-1] != len(rings):
        raise AssertionError("rings and corners do not agree")
    last = np.zeros(len(rings), dtype=bool)
    last[ends - 1] = True
    starts = np.flatnonzero(~last)
    pairs = np.column_stack([inverse[starts], inverse[starts + 1]])
    return np.unique(np.sort(pairs, axis=1), axis=0)


def _grids(cells: list[CellArea], rng: Random) -> list[GridArea]:
    """Police grids: neighbouring cells of one town, grown on the cells as atoms are."""
    shapes = np.array([cell.shape for cell in cells], dtype=object)
    middles = shapely.get_coordinates(shapely.point_on_surface(shapes))
    pairs = shapely.STRtree(shapes).query(shapes, predicate="touches").T
    pairs = pairs[pairs[:, 0] < pairs[:, 1]]
    neighbours: list[list[tuple[int, float]]] = [[] for _ in cells]
    for one, other in pairs.tolist():
        way = float(np.hypot(*(middles[one] - middles[other])))
        neighbours[one].append((other, way))
        neighbours[other].append((one, way))
    mesh = Mesh(shapes, middles, np.sqrt(shapely.area(shapes)), neighbours, pairs)
    codes = sorted({cell.town.code for cell in cells})
    zones = np.array([codes.index(cell.town.code) for cell in cells])
    seeds: list[int] = []
    for number, code in enumerate(codes):
        seeds += scatter(mesh, np.flatnonzero(zones == number), SEATS[code].police_grids, rng)
    seeds = list(dict.fromkeys(seeds))
    owner = mended(mesh, grow(mesh, Task(zones, seeds, np.ones(len(seeds)), rounds=5)), zones)
    return _numbered_grids(cells, owner)


def _numbered_grids(cells: list[CellArea], owner: NDArray[np.int64]) -> list[GridArea]:
    by_town: dict[str, list[tuple[float, float, int]]] = {}
    members: dict[int, list[CellArea]] = {}
    for cell, grid in zip(cells, owner.tolist(), strict=True):
        members.setdefault(grid, []).append(cell)
    for grid, own in members.items():
        center = shapely.centroid(shapely.union_all([cell.shape for cell in own]))
        by_town.setdefault(own[0].town.code, []).append((center.x, center.y, grid))
    found = []
    for town in sorted(by_town):
        for number, grid in enumerate(numbered(by_town[town]), start=1):
            own = members[grid]
            found.append(GridArea(own[0].town, number, tuple(cell.code for cell in own)))
    return found


def in_degrees(shapes: Shapes) -> Shapes:
    """Shapes in metres → multipolygons in degrees (EPSG:4326), corners rounded alike."""
    moved = shapely.transform(shapes, degrees_many)
    return np.array([shapely.multipolygons([*shapely.get_parts(shape)]) for shape in moved], dtype=object)
