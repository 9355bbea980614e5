"""The roads of the finished district: the skeleton, clipped, with village roads and lanes added. Degrees."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from deploy.demo.district.facts import towns
from deploy.demo.district.layout import SEATS
from deploy.demo.district.model import Area, Road
from deploy.demo.district.plane import Floats, Point, degrees_many, metres, metres_many
from deploy.demo.district.streets import TILT, Street, smooth

CENTRAL = ("320804001", "320804002")
SHORTEST_M = 90.0


@dataclass(frozen=True)
class Drawn:
    """A road and the line it was drawn with (metres), of which houses are numbered."""

    road: Road
    line: shapely.LineString


def roads(
    streets: Sequence[Street], villages: list[Area], towns_drawn: list[Area], rng: Random
) -> list[Drawn]:
    """All roads, clipped to the district, numbered in order."""
    ring = shapely.union_all([town.shape for town in towns_drawn])
    whole = shapely.transform(ring, metres_many)
    every = [*streets, *_village_roads(villages, rng), *_lanes(villages, rng)]
    tree = shapely.STRtree([shapely.transform(town.shape, metres_many) for town in towns_drawn])
    drawn: list[Drawn] = []
    for street in every:
        line = _longest(shapely.intersection(shapely.LineString(street.points), whole))
        if line is None or line.length < SHORTEST_M:
            continue
        crossed = sorted(towns_drawn[number].code for number in tree.query(line, predicate="intersects"))
        shape = shapely.multilinestrings([shapely.transform(line, degrees_many)])
        drawn.append(Drawn(Road(len(drawn) + 1, street.name, street.grade, shape, tuple(crossed)), line))
    return drawn


def _longest(shape: BaseGeometry) -> shapely.LineString | None:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "LineString"]
    return max(parts, key=lambda part: float(part.length), default=None)


def middle(village: Area) -> Point:
    """A point well inside a village, metres."""
    point = shapely.point_on_surface(max(shapely.get_parts(village.shape), key=shapely.area))
    return metres(point.x, point.y)


def _village_roads(villages: list[Area], rng: Random) -> list[Street]:
    """From every village outside the center a road toward the next one on the way to the seat of its town."""
    found = []
    for town in towns():
        if town.code in CENTRAL:
            continue
        own = [village for village in villages if village.town == town.code]
        stems = {village.code: village.stem for village in town.villages}
        middles = [middle(village) for village in own]
        seat = metres(SEATS[town.code].lon, SEATS[town.code].lat)
        for place, onward in enumerate(_tree(own, middles, seat)):
            end = seat if onward is None else middles[onward]
            length = math.dist(middles[place], end)
            if length < 250:
                continue
            line = _bent(middles[place], end, rng)
            found.append(
                Street(f"{stems[own[place].code]}路", "minor" if onward is None else "lane", smooth(line))
            )
    return found


def _tree(own: list[Area], middles: list[Point], seat: Point) -> list[int | None]:
    """For each village the neighbour that lies on its way to the seat; None for the one at the seat."""
    pairs = shapely.STRtree([village.shape for village in own]).query(
        [village.shape for village in own], predicate="intersects"
    )
    near: dict[int, list[int]] = {}
    for one, other in pairs.T.tolist():
        if one != other:
            near.setdefault(one, []).append(other)
    root = min(range(len(own)), key=lambda place: math.dist(middles[place], seat))
    onward: list[int | None] = [None] * len(own)
    seen, waiting = {root}, deque([root])
    while waiting:
        here = waiting.popleft()
        for other in sorted(near.get(here, []), key=lambda place: math.dist(middles[place], middles[here])):
            if other not in seen:
                seen.add(other)
                onward[other] = here
                waiting.append(other)
    return onward


def _bent(start: Point, end: Point, rng: Random) -> list[Point]:
    """A country road: two straight stretches that meet near a right-angled corner, softened."""
    share, lean = rng.uniform(0.3, 0.7), rng.uniform(0.25, 0.6)
    straight = (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
    corner = (start[0], end[1]) if rng.random() < 0.5 else (end[0], start[1])
    bend = tuple(straight[axis] + lean * 0.6 * (corner[axis] - straight[axis]) for axis in (0, 1))
    return [start, (bend[0], bend[1]), end]


def _lanes(villages: list[Area], rng: Random) -> list[Street]:
    """Lanes inside the villages of the two central streets: 果林一巷, 果林二巷, …"""
    found = []
    stems = {village.code: village.stem for town in towns() for village in town.villages}
    for village in villages:
        if village.town not in CENTRAL:
            continue
        home = shapely.transform(village.shape, metres_many)
        for sign in "一二三四":
            line = _lane(home, rng)
            if line is not None:
                found.append(Street(f"{stems[village.code]}{sign}巷", "lane", line))
    return found


def _lane(home: BaseGeometry, rng: Random) -> Floats | None:
    west, south, east, north = home.bounds
    for _ in range(12):
        x, y = rng.uniform(west, east), rng.uniform(south, north)
        angle = TILT + rng.choice((0.0, math.pi / 2)) + rng.uniform(-0.03, 0.03)
        reach = rng.uniform(110, 190)
        away = np.array([math.cos(angle), math.sin(angle)]) * reach
        line = shapely.LineString([np.array([x, y]) - away, np.array([x, y]) + away])
        if home.covers(line):
            return smooth([(px, py) for px, py in shapely.get_coordinates(line).tolist()])
    return None
