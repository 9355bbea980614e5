"""The mesh of small atoms the district is put together from: a Voronoi diagram with edges along the roads.

Every border of every level is made of atom edges, so all levels are one coverage by construction. Metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from random import Random

import numpy as np
import shapely
from numpy.typing import NDArray

from deploy.demo.district.layout import OUTLINE, SEATS, URBAN_CENTER
from deploy.demo.district.plane import Floats, metres
from deploy.demo.district.streets import Street

Integers = NDArray[np.int64]
RURAL_M = 300.0
RURAL_ROAD_M = 250.0
SEAT_M = 130.0
URBAN_M = 104.0
URBAN_REACH = (4700.0, 3300.0)
SEAT_REACH = 1150.0
CROSSING = {"trunk": 4.0, "main": 3.0, "minor": 2.2, "lane": 1.2}
"""By how much longer a way over a road counts when areas grow."""


@dataclass(frozen=True)
class Mesh:
    """Atoms: polygons, their points and areas (m²), and which touch along an edge, with the length of the way."""

    shapes: NDArray[np.object_]
    points: Floats
    areas: Floats
    neighbours: list[list[tuple[int, float]]]
    touching: Integers

    def __len__(self) -> int:
        return len(self.shapes)


def outline() -> shapely.Polygon:
    """The rough outline in metres."""
    return shapely.Polygon([metres(lon, lat) for lon, lat in OUTLINE])


def build(rng: Random, streets: list[Street]) -> Mesh:
    """The mesh inside the outline."""
    points = _points(rng, streets)
    ring = outline()
    diagram = shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=ring.buffer(3000), ordered=True)
    shapes = np.array(shapely.get_parts(diagram))
    inside = shapely.contains_xy(ring, points[:, 0], points[:, 1])
    shapes, points = shapes[inside], points[inside]
    touching = _touching(shapes)
    ways = _ways(points, touching, streets)
    neighbours: list[list[tuple[int, float]]] = [[] for _ in shapes]
    for (one, other), way in zip(touching.tolist(), ways.tolist(), strict=True):
        neighbours[one].append((other, way))
        neighbours[other].append((one, way))
    return Mesh(shapes, points, shapely.area(shapes), neighbours, touching)


def _points(rng: Random, streets: list[Street]) -> Floats:
    """Points: fine in the center and around seats, coarse outside, in mirrored pairs along roads."""
    ring = outline().buffer(900)
    west, south, east, north = ring.bounds
    center = np.array(metres(*URBAN_CENTER))
    seats = np.array([metres(seat.lon, seat.lat) for seat in SEATS.values()])
    numbers = np.random.default_rng(rng.getrandbits(63))
    chosen: list[Floats] = []
    for step, ring_of in ((RURAL_M, 0), (SEAT_M, 1), (URBAN_M, 2)):
        raw = _jittered(numbers, (west, south, east, north), step)
        chosen.append(raw[_zone(raw, center, seats) == ring_of])
    loose = np.vstack(chosen)
    loose = loose[shapely.contains_xy(ring, loose[:, 0], loose[:, 1])]
    paired = _pairs(numbers, streets, center, seats)
    lines = shapely.STRtree([shapely.LineString(street.points) for street in streets])
    _, distances = lines.query_nearest(shapely.points(loose), return_distance=True, all_matches=False)
    spacing = np.choose(_zone(loose, center, seats), [RURAL_M, SEAT_M, URBAN_M])
    points = np.vstack([paired, loose[distances > 0.62 * spacing]])
    return points[_apart(points)]


def _jittered(numbers: np.random.Generator, bounds: tuple[float, float, float, float], step: float) -> Floats:
    """Points of a triangular lattice, each moved a little."""
    west, south, east, north = bounds
    rows = np.arange(south, north, step * 0.866)
    columns = np.arange(west, east, step)
    xs, ys = np.meshgrid(columns, rows)
    xs = xs + np.where(np.arange(len(rows)) % 2, step / 2, 0.0)[:, None]
    points = np.column_stack([xs.ravel(), ys.ravel()])
    moved: Floats = points + numbers.uniform(-0.33, 0.33, points.shape) * step
    return moved


def _zone(points: Floats, center: Floats, seats: Floats) -> Integers:
    """0 outside, 1 around a seat, 2 in the center."""
    urban = np.hypot(*((points - center) / np.array(URBAN_REACH)).T) < 1
    near = np.zeros(len(points), dtype=bool)
    for seat in seats:
        near |= np.hypot(*(points - seat).T) < SEAT_REACH
    return np.where(urban, 2, np.where(near, 1, 0)).astype(np.int64)


def _pairs(numbers: np.random.Generator, streets: list[Street], center: Floats, seats: Floats) -> Floats:
    """Two points on both sides of a road, one after another: the edge between them lies on the road."""
    rows: list[Floats] = []
    for street in streets:
        line = shapely.LineString(street.points)
        zones = _zone(street.points, center, seats)
        step = (RURAL_ROAD_M, SEAT_M, URBAN_M)[int(np.median(zones))]
        if street.grade == "lane":
            continue
        count = max(1, round(line.length / step))
        marks = (np.arange(count) + 0.5 + numbers.uniform(-0.06, 0.06, count)) * line.length / count
        at = shapely.get_coordinates(shapely.line_interpolate_point(line, marks))
        ahead = shapely.get_coordinates(shapely.line_interpolate_point(line, marks + 5.0))
        behind = shapely.get_coordinates(shapely.line_interpolate_point(line, np.maximum(marks - 5.0, 0)))
        way = ahead - behind
        side = np.column_stack([-way[:, 1], way[:, 0]]) / np.hypot(*way.T)[:, None]
        off = step * 0.36 * numbers.uniform(0.97, 1.03, (count, 1))
        rows += [at + side * off, at - side * off * numbers.uniform(0.985, 1.015, (count, 1))]
    return np.vstack(rows)


def _apart(points: Floats) -> NDArray[np.bool_]:
    """Which points stay when those nearer than 38 m to an earlier one go."""
    spots = [shapely.Point(point) for point in points]
    pairs = shapely.STRtree(spots).query(spots, predicate="dwithin", distance=38.0)
    kept = np.ones(len(points), dtype=bool)
    for one, other in zip(*pairs.tolist(), strict=True):
        if one < other and kept[one]:
            kept[other] = False
    return kept


def _touching(shapes: NDArray[np.object_]) -> Integers:
    """Pairs of atoms that share an edge: their rings have its two corners in common."""
    owners: dict[tuple[tuple[float, float], tuple[float, float]], int] = {}
    pairs = []
    for number, shape in enumerate(shapes):
        ring = shapely.get_coordinates(shape).tolist()
        for first, second in pairwise(ring):
            start, end = (first[0], first[1]), (second[0], second[1])
            edge = (start, end) if start < end else (end, start)
            other = owners.setdefault(edge, number)
            if other != number:
                pairs.append((other, number))
    return np.array(pairs, dtype=np.int64)


def _ways(points: Floats, touching: Integers, streets: list[Street]) -> Floats:
    """The length of the way between two touching atoms, longer over a road."""
    segments = shapely.linestrings(points[touching])
    ways = np.hypot(*(points[touching[:, 0]] - points[touching[:, 1]]).T)
    factors = np.ones(len(touching))
    lines = shapely.STRtree([shapely.LineString(street.points) for street in streets])
    crossing, over = lines.query(segments, predicate="intersects")
    weights = np.array([CROSSING[street.grade] for street in streets])
    np.maximum.at(factors, crossing, weights[over])
    found: Floats = ways * factors
    return found
