"""A picture of the cells: which cell fills each pixel, and which pixels a border touches. Used by `cells` only.

It answers most points without geometry (a pixel no border touches lies wholly in one cell or in none) and lets
errors of hundreds of metres be integrated by looking pixels up.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from gis.ellipsoid import metres_per_degree

Floats = NDArray[np.float64]
NO_CELL = -1
_PIXEL_M = 15.0
_REACH = 2.0  # radii that samples of an error may lie away
_MOST_PIXELS = 24_000_000


class Raster(NamedTuple):
    """Pixels in rows from south to north, columns from west to east.

    west, south: WGS 84 degrees of the lower left corner. per_lon, per_lat: pixels per degree.
    labels: int32 (rows, columns), cell number at the pixel's centre or NO_CELL.
    border: bool (rows, columns), True where a border touches the pixel or one of its eight neighbours may.
    pixel_m: length of a pixel's side in metres.
    """

    west: float
    south: float
    per_lon: float
    per_lat: float
    labels: NDArray[np.int32]
    border: NDArray[np.bool_]
    pixel_m: float

    def pixels(self, lons: Floats, lats: Floats) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Flat pixel numbers of WGS 84 points and whether each is inside the picture (0 where it is not)."""
        rows_count, columns_count = self.labels.shape
        columns = np.floor((lons - self.west) * self.per_lon)
        rows = np.floor((lats - self.south) * self.per_lat)
        inside = (columns >= 0) & (columns < columns_count) & (rows >= 0) & (rows < rows_count)
        flat = np.where(inside, rows * columns_count + columns, 0).astype(np.intp)
        return flat, inside

    def around(
        self, lon: float, lat: float, east: Floats, north: Floats, radius_m: float
    ) -> NDArray[np.int32]:
        """The labels of pixels around a WGS 84 point: at `east`, `north` (arrays of equal length, in radii)."""
        scale = radius_m / self.pixel_m
        column, row = (lon - self.west) * self.per_lon, (lat - self.south) * self.per_lat
        rows_count, columns_count = self.labels.shape
        reach = scale * _REACH
        if reach <= column < columns_count - reach and reach <= row < rows_count - reach:
            columns, rows = (east * scale + column).astype(np.intp), (north * scale + row).astype(np.intp)
            return np.asarray(self.labels[rows, columns], np.int32)
        return self.look(lon + east * (scale / self.per_lon), lat + north * (scale / self.per_lat))

    def look(self, lons: Floats, lats: Floats) -> NDArray[np.int32]:
        """The labels of the pixels that hold WGS 84 points, NO_CELL outside the picture."""
        rows_count, columns_count = self.labels.shape
        columns = ((lons - self.west) * self.per_lon).astype(np.intp)
        rows = ((lats - self.south) * self.per_lat).astype(np.intp)
        if rows.min() < 0 or columns.min() < 0 or rows.max() >= rows_count or columns.max() >= columns_count:
            flat, inside = self.pixels(lons, lats)
            return np.where(inside, self.labels.ravel()[flat], NO_CELL)
        return self.labels[rows, columns]


class _Segments(NamedTuple):
    """Border segments of all cells in pixel units; owner = cell number."""

    x1: Floats
    y1: Floats
    x2: Floats
    y2: Floats
    owner: NDArray[np.intp]


def draw(geometries: NDArray[np.object_]) -> Raster:
    """The picture of WGS 84 polygons (object array, at least one); on an overlap the lower number wins."""
    west, south, east, north = shapely.total_bounds(geometries)
    k_lon, k_lat = metres_per_degree((south + north) / 2)
    pixel_m = max(_PIXEL_M, math.sqrt((east - west) * k_lon * (north - south) * k_lat / _MOST_PIXELS))
    per_lon, per_lat = k_lon / pixel_m, k_lat / pixel_m
    shape = (math.ceil((north - south) * per_lat) + 4, math.ceil((east - west) * per_lon) + 4)
    west, south = west - 2 / per_lon, south - 2 / per_lat
    segments = _segments(geometries, west, south, per_lon, per_lat)
    labels, border = _fill(segments, shape), _touched(segments, shape)
    return Raster(float(west), float(south), per_lon, per_lat, labels, border, pixel_m)


def _segments(
    geometries: NDArray[np.object_], west: float, south: float, per_lon: float, per_lat: float
) -> _Segments:
    parts, part_owner = shapely.get_parts(geometries, return_index=True)
    rings, ring_part = shapely.get_rings(parts, return_index=True)
    points, point_ring = shapely.get_coordinates(rings, return_index=True)
    points = (points - (west, south)) * (per_lon, per_lat)
    joined = point_ring[:-1] == point_ring[1:]
    start, end = points[:-1][joined], points[1:][joined]
    owner = part_owner[ring_part[point_ring[:-1][joined]]]
    return _Segments(start[:, 0], start[:, 1], end[:, 0], end[:, 1], owner)


def _spread(counts: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """For items repeated `counts` times: the item of each repetition and its number within the item."""
    items = np.repeat(np.arange(len(counts)), counts)
    starts = np.cumsum(counts) - counts
    return items, np.arange(len(items)) - starts[items]


def _fill(segments: _Segments, shape: tuple[int, int]) -> NDArray[np.int32]:
    """Even-odd filling along the centre line of every row."""
    low, high = np.minimum(segments.y1, segments.y2), np.maximum(segments.y1, segments.y2)
    first = np.ceil(low - 0.5).astype(np.intp)
    counts = np.maximum(np.ceil(high - 0.5).astype(np.intp) - first, 0)
    item, step = _spread(counts)
    rows = first[item] + step
    share = (rows + 0.5 - segments.y1[item]) / (segments.y2[item] - segments.y1[item])
    columns = np.ceil(segments.x1[item] + share * (segments.x2[item] - segments.x1[item]) - 0.5).astype(
        np.intp
    )
    owner = segments.owner[item]
    order = np.lexsort((columns, rows, -owner))
    rows, columns, owner = rows[order], columns[order], owner[order]
    labels = np.full(shape, NO_CELL, np.int32)
    spans = zip(
        rows[::2].tolist(), columns[::2].tolist(), columns[1::2].tolist(), owner[::2].tolist(), strict=True
    )
    for row, begin, end, cell in spans:
        labels[row, begin:end] = cell
    return labels


def _touched(segments: _Segments, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Samples every half pixel along each segment, then spread by one pixel: no touched pixel is missed."""
    length = np.hypot(segments.x2 - segments.x1, segments.y2 - segments.y1)
    pieces = np.ceil(length * 2).astype(np.intp) + 1
    item, step = _spread(pieces + 1)
    share = step / pieces[item]
    columns = (segments.x1[item] + share * (segments.x2 - segments.x1)[item]).astype(np.intp)
    rows = (segments.y1[item] + share * (segments.y2 - segments.y1)[item]).astype(np.intp)
    border = np.zeros(shape, np.bool_)
    border[rows, columns] = True
    for axis in (0, 1):
        border = border | np.roll(border, 1, axis) | np.roll(border, -1, axis)
    return border
