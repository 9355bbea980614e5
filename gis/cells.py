"""The governance cells of one boundary version: which cell holds a point, and how sure that is.

Immutable; built by the service's store from rows and swapped as a whole when a version is published. Used by
`geocode` for every ticket. Points are WGS 84 lon, lat in degrees, distances metres.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from gis.ellipsoid import metres_per_degree
from gis.errors import CellsError
from gis.raster import NO_CELL, Raster, draw

Floats = NDArray[np.float64]
CellRow = tuple[str, str, str, str | None, bytes]  # code, village, town, police grid, WKB in WGS 84

_ON_EDGE_M: Final = 0.001
_SAMPLES: Final = 96
_SIGMAS_OF_95: Final = math.sqrt(-2 * math.log(0.05))  # radial error of a two-dimensional normal: 2.448
_REACH: Final = 1.45  # beyond this many radii lies less than 0.2 % of the error
_COARSE_PIXELS: Final = 40.0


class Cell(NamedTuple):
    """One cell: its code, and the village, town and police grid it belongs to."""

    code: str
    village: str
    town: str
    police_grid: str | None


class Spot(NamedTuple):
    """Where a point lies. edge_m: metres to the cell's own border; on_edge: within a millimetre of it."""

    number: int
    cell: Cell
    edge_m: float
    on_edge: bool

    def near_edge(self, radius_m: float) -> bool:
        """Whether an error of radius_m reaches over the border."""
        return self.edge_m < radius_m


class Chances(NamedTuple):
    """How an error spreads over cells: probabilities per cell code and per town, each list most likely first.

    What is missing to 1 lies outside every cell.
    """

    cells: tuple[tuple[str, float], ...]
    towns: tuple[tuple[str, float], ...]

    def of_cell(self, code: str | None) -> float:
        """Probability of one cell (0 when it is not reached)."""
        return next((p for name, p in self.cells if name == code), 0.0)

    def of_town(self, town: str | None) -> float:
        """Probability of one town (0 when it is not reached)."""
        return next((p for name, p in self.towns if name == town), 0.0)


def _pattern(count: int) -> tuple[Floats, Floats]:
    """Equally likely offsets of a radial normal error whose 95 % radius is 1, on a sunflower spiral."""
    rank = np.arange(count) + 0.5
    distance = np.sqrt(-2 * np.log(1 - rank / count)) / _SIGMAS_OF_95
    angle = rank * (math.pi * (3 - math.sqrt(5)))
    return distance * np.cos(angle), distance * np.sin(angle)


class CellIndex:
    """All cells of one boundary version, ordered by code; a cell's number is its place in that order."""

    def __init__(self, cells: Iterable[Cell], geometries: ArrayLike, boundary_version: int) -> None:
        """Cells beside their polygons (shapely, WGS 84, same length).

        Raises CellsError on a repeated code, a missing, empty or non-areal geometry, or no cell at all.
        """
        unsorted = list(cells)
        order = sorted(range(len(unsorted)), key=lambda number: unsorted[number].code)
        self.boundary_version = boundary_version
        self.cells = tuple(unsorted[number] for number in order)
        self.geometries: NDArray[np.object_] = np.asarray(geometries, dtype=object)[order]
        _refuse_bad(self.cells, self.geometries)
        shapely.prepare(self.geometries)
        self._tree = shapely.STRtree(self.geometries)
        self._raster: Raster = draw(self.geometries)
        self._labels, self._border = self._raster.labels.ravel(), self._raster.border.ravel()
        self._scales = [
            metres_per_degree(lat) for lat in shapely.bounds(self.geometries)[:, [1, 3]].mean(axis=1)
        ]
        self._borders = _in_metres(shapely.boundary(self.geometries), self._scales)
        self._by_village = self._shares_by_village()
        self._offsets = _pattern(_SAMPLES)
        self._numbers = {cell.code: number for number, cell in enumerate(self.cells)}

    @classmethod
    def from_rows(cls, rows: Iterable[CellRow], boundary_version: int) -> CellIndex:
        """From (code, village, town, police_grid, wkb) rows; geometry in WGS 84 degrees. Raises CellsError."""
        listed = list(rows)
        try:
            geometries = shapely.from_wkb([row[4] for row in listed])
        except (shapely.GEOSException, TypeError) as error:
            raise CellsError(f"网格图形读不出来：{error}；请重新导入这一版网格") from error
        return cls((Cell(*row[:4]) for row in listed), geometries, boundary_version)

    def __len__(self) -> int:
        return len(self.cells)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north of all cells, WGS 84 degrees."""
        west, south, east, north = shapely.total_bounds(self.geometries).tolist()
        return west, south, east, north

    def cell(self, code: str) -> Cell | None:
        """The cell with this code, or None."""
        number = self._numbers.get(code)
        return None if number is None else self.cells[number]

    def town_of(self, code: str) -> str | None:
        """The town a cell belongs to, or None for an unknown code."""
        cell = self.cell(code)
        return None if cell is None else cell.town

    def find(self, lon: float, lat: float) -> Spot | None:
        """The cell that covers a point (edges included, lowest code first), or None outside every cell."""
        raster = self._raster
        rows, columns = raster.labels.shape
        x, y = (lon - raster.west) * raster.per_lon, (lat - raster.south) * raster.per_lat
        if not (0 <= x < columns and 0 <= y < rows):
            return None
        pixel = int(y) * columns + int(x)
        number = self._covering(lon, lat) if self._border[pixel] else int(self._labels[pixel])
        if number == NO_CELL:
            return None
        edge_m = self._edge(number, lon, lat)
        return Spot(number, self.cells[number], edge_m, edge_m <= _ON_EDGE_M)

    def find_many(self, lons: ArrayLike, lats: ArrayLike) -> NDArray[np.int32]:
        """Cell numbers of points (two float arrays of one length), NO_CELL (-1) outside; agrees with `find`."""
        xs, ys = np.asarray(lons, np.float64), np.asarray(lats, np.float64)
        pixels, inside = self._raster.pixels(xs, ys)
        numbers = np.where(inside, self._labels[pixels], NO_CELL).astype(np.int32)
        unsure = np.flatnonzero(inside & self._border[pixels])
        if len(unsure):
            numbers[unsure] = self._covering_many(xs[unsure], ys[unsure])
        return numbers

    def chances(self, lon: float, lat: float, radius_m: float) -> Chances:
        """How likely each cell and town is when the point may be off by radius_m (95 % of a radial normal error).

        Deterministic: 96 equally likely points, looked up in pixels of 15 m; for radii below 600 m the own cell of the
        point is told exactly.
        """
        return self.spread(self.find(lon, lat), lon, lat, radius_m)

    def spread(self, spot: Spot | None, lon: float, lat: float, radius_m: float) -> Chances:
        """`chances` for a point whose `find` is already known."""
        if spot is not None and spot.edge_m >= radius_m * _REACH:
            return _certain(spot.cell)
        if radius_m <= 0:
            return Chances((), ()) if spot is None else _certain(spot.cell)
        east, north = self._offsets
        if spot is None or radius_m >= self._raster.pixel_m * _COARSE_PIXELS:
            return self._counted(Counter(self._raster.around(lon, lat, east, north, radius_m).tolist()))
        k_lon, k_lat = self._scales[spot.number]
        xs, ys = east * (radius_m / k_lon) + lon, north * (radius_m / k_lat) + lat
        inside = shapely.intersects_xy(self.geometries[spot.number], xs, ys)
        if inside.all():
            return _certain(spot.cell)
        numbers = self._raster.around(lon, lat, east, north, radius_m)
        return self._counted(_with_own_border(numbers, spot.number, inside))

    def _counted(self, counts: Counter[int]) -> Chances:
        total = counts.total()
        return self._summed((number, n / total) for number, n in counts.items() if n and number != NO_CELL)

    def village_chances(self, village: str) -> Chances:
        """The cells of a village by their share of its area; empty for a village without cells."""
        return self._by_village.get(village) or Chances((), ())

    def shares(self, points: tuple[Floats, Floats]) -> Chances:
        """How points (arrays of lon, lat) spread over cells and towns, each as likely as the others; by pixels."""
        return self._counted(Counter(self._raster.look(*points).tolist()))

    def beyond(self, spot: Spot, lon: float, lat: float, reach_m: float) -> tuple[Cell, float] | None:
        """The other cell that lies nearest to a point, and the metres to it; None where none is within reach_m."""
        if spot.edge_m > reach_m:
            return None
        k_lon, k_lat = self._scales[spot.number]
        reach = shapely.box(
            lon - reach_m / k_lon, lat - reach_m / k_lat, lon + reach_m / k_lon, lat + reach_m / k_lat
        )
        others = sorted(number for number in self._tree.query(reach).tolist() if number != spot.number)
        near = min(((self._edge(number, lon, lat), number) for number in others), default=None)
        return None if near is None or near[0] > reach_m else (self.cells[near[1]], near[0])

    def _covering(self, lon: float, lat: float) -> int:
        found = self._tree.query(shapely.points((lon, lat)))
        for number in sorted(found.tolist()):
            if shapely.intersects_xy(self.geometries[number], lon, lat):
                return int(number)
        return NO_CELL

    def _covering_many(self, xs: Floats, ys: Floats) -> NDArray[np.int32]:
        point, number = self._tree.query(shapely.points(xs, ys))
        covers = shapely.intersects_xy(self.geometries[number], xs[point], ys[point])
        lowest = np.full(len(xs), len(self.cells), np.int32)
        np.minimum.at(lowest, point[covers], number[covers].astype(np.int32))
        return np.where(lowest == len(self.cells), NO_CELL, lowest).astype(np.int32)

    def _edge(self, number: int, lon: float, lat: float) -> float:
        k_lon, k_lat = self._scales[number]
        return float(shapely.distance(self._borders[number], shapely.points((lon * k_lon, lat * k_lat))))

    def _summed(self, parts: Iterable[tuple[int, float]]) -> Chances:
        cells: dict[str, float] = {}
        towns: dict[str, float] = {}
        for number, p in parts:
            cell = self.cells[number]
            cells[cell.code] = p
            towns[cell.town] = towns.get(cell.town, 0.0) + p
        return Chances(_likely_first(cells), _likely_first(towns))

    def _shares_by_village(self) -> dict[str, Chances]:
        areas = shapely.area(self.geometries).tolist()
        members: dict[str, list[int]] = {}
        for number, cell in enumerate(self.cells):
            members.setdefault(cell.village, []).append(number)
        shares = {}
        for village, numbers in members.items():
            total = sum(areas[number] for number in numbers)
            shares[village] = self._summed((number, areas[number] / total) for number in numbers)
        return shares


def _with_own_border(numbers: NDArray[np.int32], own: int, inside: NDArray[np.bool_]) -> Counter[int]:
    """Pixels tell which cells are near; which side of the point's own border a sample lies on is told exactly."""
    counts = Counter(numbers[~inside].tolist())
    stray = counts.pop(own, 0)
    nearest = max(counts, key=counts.__getitem__, default=NO_CELL)
    counts[nearest] += stray
    counts[own] = len(numbers) - counts.total()
    return counts


def _certain(cell: Cell) -> Chances:
    return Chances(((cell.code, 1.0),), ((cell.town, 1.0),))


def _likely_first(chances: dict[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(chances.items(), key=lambda item: (-item[1], item[0])))


def _in_metres(lines: NDArray[np.object_], scales: list[tuple[float, float]]) -> NDArray[np.object_]:
    """Borders in a local plane of metres, one per cell; right to 1 in 10,000 within a few kilometres."""
    points, owner = shapely.get_coordinates(lines, return_index=True)
    return np.asarray(shapely.set_coordinates(lines.copy(), points * np.array(scales)[owner]), dtype=object)


def _refuse_bad(cells: tuple[Cell, ...], geometries: NDArray[np.object_]) -> None:
    if not cells:
        raise CellsError("这一版没有任何网格；请先导入网格再发布")
    for former, cell in pairwise(cells):
        if former.code == cell.code:
            raise CellsError(f"网格编码 {cell.code} 出现了两次；请改正后重新导入")
    areal = np.isin(shapely.get_type_id(geometries), (3, 6)) & ~shapely.is_empty(geometries)
    for number in np.flatnonzero(~areal).tolist():
        raise CellsError(f"网格 {cells[number].code} 没有面状图形；请补上图形后重新导入")
