"""House numbers: along roads with odd and even sides, and in rows within the groups of a village. Degrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from deploy.demo.district.layout import SEATS, URBAN_CENTER
from deploy.demo.district.mesh import SEAT_REACH, URBAN_REACH
from deploy.demo.district.plane import Floats, degrees_many, metres
from deploy.demo.district.roads import Drawn

FRONTAGE_M = {"urban": 14.0, "seat": 13.0, "rural": 21.0}
FILLED = {"urban": 0.82, "seat": 0.86, "rural": 0.66}
VILLAGE_REACH = 420.0
CORNER_M = 18.0
SETBACK_M = {"trunk": 24.0, "main": 20.0, "minor": 15.0, "lane": 10.0}


@dataclass(frozen=True)
class Houses:
    """House numbers of one road and their points in degrees."""

    road: int
    numbers: NDArray[np.int64]
    points: Floats


def along_roads(drawn: Sequence[Drawn], middles: Floats, seed: int) -> list[Houses]:
    """Houses of every road; ``middles`` are the middles of the villages in metres."""
    tree = shapely.STRtree([each.line for each in drawn])
    rural = shapely.STRtree([shapely.Point(point) for point in middles])
    return [_houses(each, place, drawn, tree, rural, seed) for place, each in enumerate(drawn)]


def _houses(
    own: Drawn, place: int, drawn: Sequence[Drawn], tree: shapely.STRtree, rural: shapely.STRtree, seed: int
) -> Houses:
    """Both sides of one road: even numbers on the right, odd on the left, none in the mouths of side roads."""
    line, numbers = own.line, np.random.default_rng((seed, own.road.id))
    zone = _zone(line)
    step = FRONTAGE_M[zone]
    marks = np.arange(step, line.length - step / 2, step)
    at = shapely.get_coordinates(shapely.line_interpolate_point(line, marks))
    if zone == "rural":
        near = np.zeros(len(marks), dtype=bool)
        near[rural.query(shapely.points(at), predicate="dwithin", distance=VILLAGE_REACH)[0]] = True
        marks, at = marks[near], at[near]
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(line, np.minimum(marks + 4, line.length)))
    behind = shapely.get_coordinates(shapely.line_interpolate_point(line, np.maximum(marks - 4, 0)))
    way = ahead - behind
    side = np.column_stack([-way[:, 1], way[:, 0]]) / np.maximum(np.hypot(*way.T), 1e-9)[:, None]
    clear = _clear(line, place, drawn, tree, at)
    back = SETBACK_M[own.road.grade]
    slots = np.arange(len(marks))
    found_numbers, found_points = [], []
    for sign, first in ((1.0, 1), (-1.0, 2)):
        kept = clear & (numbers.random(len(marks)) < FILLED[zone])
        off = back + numbers.uniform(-3, 5, (len(marks), 1))
        found_numbers.append((2 * slots + first)[kept])
        found_points.append((at + sign * side * off + numbers.uniform(-2, 2, at.shape))[kept])
    return Houses(own.road.id, np.concatenate(found_numbers), degrees_many(np.vstack(found_points)))


def _zone(line: shapely.LineString) -> str:
    """How densely a road is built upon, by its middle."""
    middle = shapely.get_coordinates(line.interpolate(0.5, normalized=True))[0]
    center = np.array(metres(*URBAN_CENTER))
    if np.hypot(*((middle - center) / np.array(URBAN_REACH))) < 1.05:
        return "urban"
    seats = np.array([metres(seat.lon, seat.lat) for seat in SEATS.values()])
    if np.hypot(*(seats - middle).T).min() < SEAT_REACH and line.length < 3000:
        return "seat"
    return "rural"


def _clear(
    line: shapely.LineString, place: int, drawn: Sequence[Drawn], tree: shapely.STRtree, at: Floats
) -> NDArray[np.bool_]:
    """Where no other road meets this one."""
    clear = np.ones(len(at), dtype=bool)
    for other in tree.query(line, predicate="intersects").tolist():
        if other != place:
            corners = shapely.get_coordinates(shapely.intersection(line, drawn[other].line))
            for corner in corners:
                clear &= np.hypot(*(at - corner).T) > CORNER_M
    return clear


def rows_of_group(center: tuple[float, float], count: int, numbers: np.random.Generator) -> Floats:
    """Houses of a group as they stand in the country: a few rows from west to east, in metres."""
    per_row = 6 + int(numbers.integers(0, 5))
    place = np.arange(count)
    tilt = numbers.uniform(-0.15, 0.15)
    x = (place % per_row - per_row / 2) * 19.0 + numbers.uniform(-3, 3, count)
    y = (place // per_row - 1) * -34.0 + numbers.uniform(-4, 4, count)
    turned = np.column_stack([x * np.cos(tilt) - y * np.sin(tilt), x * np.sin(tilt) + y * np.cos(tilt)])
    found: Floats = turned + np.array(center)
    return found
