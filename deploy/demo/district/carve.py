"""Dedicated cells (专属网格) cut out of general ones, and a few exclaves (飞地); in atoms. Called by ``areas``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

import numpy as np

from deploy.demo.district.divide import Division
from deploy.demo.district.facts import towns
from deploy.demo.district.layout import SEATS
from deploy.demo.district.mesh import Mesh

CENTRAL = ("320804001", "320804002")
DEDICATED = {"320804001": 13, "320804002": 20, "320804400": 6}
DEDICATED_ELSEWHERE = 3
EXCLAVES_OF_CELLS = 5
EXCLAVES_OF_VILLAGES = 3
PURPOSES = {
    "center": ("estate", "estate", "estate", "school", "market", "hospital"),
    "zone": ("park", "park", "estate"),
    "town": ("school", "market", "estate"),
}


@dataclass(frozen=True)
class Carved:
    """A dedicated cell: its number among the cells, and what it is for (estate, school, market, hospital, park)."""

    cell: int
    purpose: str


def carve(mesh: Mesh, division: Division, rng: Random) -> list[Carved]:
    """Cut dedicated cells out of general ones; changes ``division.cell``."""
    carved: list[Carved] = []
    for number, town in enumerate(towns()):
        wanted = DEDICATED.get(town.code, DEDICATED_ELSEWHERE)
        kind = "center" if town.code in CENTRAL else "zone" if town.code == "320804400" else "town"
        seat = division.seats[sum(len(each.villages) for each in towns()[:number])]
        cells = np.unique(division.cell[division.town == number]).tolist()
        rng.shuffle(cells)
        if kind == "town":
            cells.sort(key=lambda cell: _distance(mesh, division, cell, seat) > 2600)
        for cell in cells:
            if wanted == 0:
                break
            taken = _cut(mesh, division, cell, rng, share=0.34)
            if taken:
                fresh = int(division.cell.max()) + 1
                division.cell[taken] = fresh
                carved.append(Carved(fresh, rng.choice(PURPOSES[kind])))
                wanted -= 1
    return carved


def exclaves(mesh: Mesh, division: Division, carved: list[Carved], rng: Random) -> None:
    """Give a few small parts of cells to another cell that does not touch them; changes ``division``."""
    dedicated = {one.cell for one in carved}
    general = [cell for cell in np.unique(division.cell).tolist() if cell not in dedicated]
    rng.shuffle(general)
    wanted = {False: EXCLAVES_OF_CELLS, True: EXCLAVES_OF_VILLAGES}
    for cell in general:
        for abroad in (False, True):
            if wanted[abroad] and _exclave(mesh, division, cell, abroad, dedicated, rng):
                wanted[abroad] -= 1
                break
        if not any(wanted.values()):
            return


def _exclave(
    mesh: Mesh, division: Division, host: int, abroad: bool, dedicated: set[int], rng: Random
) -> bool:
    """Let part of ``host`` belong to another cell of its village (or of the next village of the town)."""
    home = np.flatnonzero(division.cell == host)
    village, town = int(division.village[home[0]]), int(division.town[home[0]])
    if towns()[town].code not in SEATS or len(home) < 9:
        return False
    within = division.town == town
    same = division.village == village
    near = np.hypot(*(mesh.points - mesh.points[home].mean(axis=0)).T) < 3500
    owners = np.unique(division.cell[within & (~same if abroad else same) & near]).tolist()
    owners = [cell for cell in owners if cell != host and cell not in dedicated]
    if not owners:
        return False
    owner = rng.choice(owners)
    away = {
        atom
        for atom in home.tolist()
        if all(division.cell[other] == host for other, _ in mesh.neighbours[atom])
    }
    taken = _cut(mesh, division, host, rng, share=0.3, among=away)
    if not taken:
        return False
    division.cell[taken] = owner
    division.village[taken] = division.village[np.flatnonzero(division.cell == owner)[0]]
    return True


def _cut(
    mesh: Mesh,
    division: Division,
    cell: int,
    rng: Random,
    share: float,
    among: set[int] | None = None,
) -> list[int]:
    """A connected few atoms of a cell that leave the rest in one piece; empty where there are none."""
    home = set(np.flatnonzero(division.cell == cell).tolist())
    if len(home) < 7:
        return []
    total = sum(mesh.areas[atom] for atom in home)
    starts = sorted(home if among is None else among)
    for start in rng.sample(starts, k=min(6, len(starts))):
        taken = [start]
        for other, _ in mesh.neighbours[start]:
            inside = other in home and (among is None or other in among)
            if inside and sum(mesh.areas[atom] for atom in [*taken, other]) < share * total:
                taken.append(other)
            if len(taken) == 4:
                break
        if len(taken) >= 2 and _connected(mesh, home - set(taken)):
            return taken
    return []


def _connected(mesh: Mesh, atoms: Iterable[int]) -> bool:
    left = set(atoms)
    waiting = [left.pop()]
    while waiting:
        for other, _ in mesh.neighbours[waiting.pop()]:
            if other in left:
                left.remove(other)
                waiting.append(other)
    return not left


def _distance(mesh: Mesh, division: Division, cell: int, seat: int) -> float:
    middle = mesh.points[division.cell == cell].mean(axis=0)
    return float(np.hypot(*(middle - mesh.points[seat])))
