"""Towns, villages, cells and police grids as sets of atoms: who gets which, by names and wishes of the layout."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

import numpy as np

from deploy.demo.district.facts import Town, Village, towns
from deploy.demo.district.growth import Task, grow, mended, scatter
from deploy.demo.district.layout import SEATS
from deploy.demo.district.mesh import Integers, Mesh
from deploy.demo.district.plane import Point, metres

DIRECTIONS = {"东": 0.0, "北": math.pi / 2, "西": math.pi, "南": -math.pi / 2}
URBAN_SHARE = 0.45  # area of a residents' committee's village against another's in a town outside the center


@dataclass
class Division:
    """Numbers per atom: its town and village (places in the lists of facts) and its cell (any number)."""

    town: Integers
    village: Integers
    cell: Integers
    villages: list[tuple[Town, Village]]
    seats: list[int]
    """The atom of each village's middle."""


def divide(mesh: Mesh, rng: Random) -> Division:
    """Divide the mesh into towns, villages and general cells."""
    town = _towns(mesh)
    villages = [(one, village) for one in towns() for village in one.villages]
    village, seats = _villages(mesh, town, rng)
    cell = _cells(mesh, village, villages, rng)
    return Division(town, village, cell, villages, seats)


def nearest(mesh: Mesh, point: Point, among: Integers | None = None) -> int:
    """The atom whose point is nearest."""
    atoms = np.arange(len(mesh)) if among is None else among
    return int(atoms[np.hypot(*(mesh.points[atoms] - np.array(point)).T).argmin()])


def _towns(mesh: Mesh) -> Integers:
    seeds = [nearest(mesh, metres(SEATS[one.code].lon, SEATS[one.code].lat)) for one in towns()]
    targets = np.array([SEATS[one.code].area_km2 for one in towns()])
    zones = np.zeros(len(mesh), dtype=np.int64)
    fixed = frozenset(range(len(seeds)))
    task = Task(zones, seeds, targets, fixed, rounds=16, evenness=0.55)
    return mended(mesh, grow(mesh, task), zones)


def _villages(mesh: Mesh, town: Integers, rng: Random) -> tuple[Integers, list[int]]:
    """The village of each atom, by place in the list of all villages, and the atom of each village's middle."""
    seeds: list[int] = []
    targets: list[float] = []
    for number, one in enumerate(towns()):
        seat = metres(SEATS[one.code].lon, SEATS[one.code].lat)
        own = np.flatnonzero(town == number)
        seeds += scatter(mesh, own, len(one.villages), rng, [nearest(mesh, seat, own)])
        rural = any(not village.urban for village in one.villages)
        urban = sum(village.urban for village in one.villages)
        shares = [URBAN_SHARE if rural and place < urban else 1.0 for place in range(len(one.villages))]
        targets += [share * rng.uniform(0.65, 1.45) for share in shares]
    owner = mended(mesh, grow(mesh, Task(town, seeds, np.array(targets), rounds=7)), town)
    return _named(mesh, owner)


def _named(mesh: Mesh, owner: Integers) -> tuple[Integers, list[int]]:
    """Give grown areas to villages: committees of residents near the seat, 镇北 in the north, others as they come."""
    middles = _middles(mesh, owner)
    renamed = np.empty_like(owner)
    seats: list[int] = []
    first = 0
    for one in towns():
        count = len(one.villages)
        areas = list(range(first, first + count))
        seat = metres(SEATS[one.code].lon, SEATS[one.code].lat)
        for place, area in enumerate(_matched(one, [mesh.points[middles[area]] for area in areas], seat)):
            renamed[owner == first + area] = first + place
            seats.append(middles[first + area])
        first += count
    return renamed, seats


def _middles(mesh: Mesh, owner: Integers) -> list[int]:
    middles = []
    for number in range(int(owner.max()) + 1):
        own = np.flatnonzero(owner == number)
        center = np.average(mesh.points[own], axis=0, weights=mesh.areas[own])
        middles.append(int(own[np.hypot(*(mesh.points[own] - center).T).argmin()]))
    return middles


def _matched(town: Town, points: list[Point], seat: Point) -> list[int]:
    """For each village of a town the place of its area in ``points``."""
    free = set(range(len(points)))
    chosen: dict[int, int] = {}
    away = [math.dist(point, seat) for point in points]
    angles = [math.atan2(point[1] - seat[1], point[0] - seat[0]) for point in points]
    wishes = sorted(range(len(points)), key=lambda place: _rank(town.villages[place]))
    sweep = sorted(range(len(points)), key=lambda area: (angles[area], away[area]))
    for place in wishes:
        village = town.villages[place]
        direction = _direction(village)
        if village.urban and direction is None:
            best = min(free, key=lambda area: away[area])
        elif direction is not None:
            best = min(free, key=lambda area: away[area] * (1.3 - math.cos(angles[area] - direction)))
        else:
            best = next(area for area in sweep if area in free)
        chosen[place] = best
        free.remove(best)
    return [chosen[place] for place in range(len(points))]


def _rank(village: Village) -> tuple[int, str]:
    if village.urban and _direction(village) is None:
        return 0, village.code
    return (1 if _direction(village) is not None else 2), village.code


def _direction(village: Village) -> float | None:
    """The direction a name speaks of: 镇北, 街东, 袁北; None for the rest."""
    stem = village.stem
    return DIRECTIONS.get(stem[-1]) if len(stem) == 2 else None


def _cells(mesh: Mesh, village: Integers, villages: list[tuple[Town, Village]], rng: Random) -> Integers:
    """General cells of every village; their number follows the town's figure and the village's area."""
    sizes = np.bincount(village, mesh.areas)
    seeds: list[int] = []
    targets: list[float] = []
    for number, (town, one) in enumerate(villages):
        own = np.flatnonzero(village == number)
        usual = np.mean([sizes[place] for place, (other, _) in enumerate(villages) if other == town])
        wished = SEATS[town.code].cells_per_village * 0.97 * (sizes[number] / usual) ** 0.45 + rng.uniform(
            -0.5, 0.5
        )
        if one.urban and len(town.code) == 9 and town.code[6] != "0":
            wished *= 1.5
        count = max(2, min(round(wished), len(own) // 4, 20))
        seeds += scatter(mesh, own, count, rng)
        targets += [rng.uniform(0.7, 1.35) for _ in range(count)]
    return mended(mesh, grow(mesh, Task(village, seeds, np.array(targets), rounds=5)), village)
