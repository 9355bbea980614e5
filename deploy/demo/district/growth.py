"""Areas grown on the mesh: each from a seed, all at once, along the shortest ways; so every area is connected.

Used for towns, villages, cells and police grids alike. A few rounds move the seeds to the middle of their areas and
make those that grew too large slower.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from deploy.demo.district.mesh import Integers, Mesh
from deploy.demo.district.plane import Floats

NOBODY = -1


@dataclass
class Task:
    """What to grow. Atoms of different ``zones`` never join; seed ``i`` grows in the zone its atom lies in.

    targets: the share of area each seed should get within its zone. fixed: seeds that keep their place.
    """

    zones: Integers
    seeds: list[int]
    targets: Floats
    fixed: frozenset[int] = frozenset()
    rounds: int = 5
    evenness: float = 0.4


def grow(mesh: Mesh, task: Task) -> Integers:
    """The number of the seed that each atom belongs to (NOBODY where a zone has no seed)."""
    seeds = list(task.seeds)
    slowness = np.ones(len(seeds))
    owner = _spread(mesh, task.zones, seeds, slowness)
    for _ in range(task.rounds):
        sizes = np.bincount(owner[owner >= 0], mesh.areas[owner >= 0], len(seeds)).astype(np.float64)
        slowness *= (_relative(task, sizes, seeds) ** (task.evenness / 2)).clip(0.7, 1.4)
        slowness = slowness.clip(0.3, 3.0)
        seeds = _centered(mesh, owner, seeds, task.fixed)
        owner = _spread(mesh, task.zones, seeds, slowness)
    return owner


def _relative(task: Task, sizes: Floats, seeds: Sequence[int]) -> Floats:
    """How many times too large each area is within its zone."""
    zones = task.zones[np.array(seeds)]
    count = int(zones.max()) + 1
    got = np.bincount(zones, sizes, minlength=count)
    wanted = np.bincount(zones, task.targets, minlength=count)
    found: Floats = (sizes / got[zones]) / (task.targets / wanted[zones])
    return np.maximum(found, 0.05)


def _centered(mesh: Mesh, owner: Integers, seeds: Sequence[int], fixed: frozenset[int]) -> list[int]:
    """For each area the atom nearest to its center."""
    order = np.argsort(owner, kind="stable")
    starts = np.searchsorted(owner[order], np.arange(len(seeds) + 1))
    moved = []
    for number, seed in enumerate(seeds):
        own = order[starts[number] : starts[number + 1]]
        if number in fixed or not len(own):
            moved.append(seed)
            continue
        center = np.average(mesh.points[own], axis=0, weights=mesh.areas[own])
        moved.append(int(own[np.hypot(*(mesh.points[own] - center).T).argmin()]))
    return moved


def _spread(mesh: Mesh, zones: Integers, seeds: Sequence[int], slowness: Floats) -> Integers:
    """Every atom to the seed that reaches it first within its zone."""
    zone = zones.tolist()
    owner = [NOBODY] * len(zone)
    queue = [(0.0, atom, number) for number, atom in enumerate(seeds)]
    heapq.heapify(queue)
    slow = slowness.tolist()
    neighbours, pop, push = mesh.neighbours, heapq.heappop, heapq.heappush
    while queue:
        at, atom, number = pop(queue)
        if owner[atom] != NOBODY:
            continue
        owner[atom] = number
        here, factor = zone[atom], slow[number]
        for other, way in neighbours[atom]:
            if owner[other] == NOBODY and zone[other] == here:
                push(queue, (at + way * factor, other, number))
    return np.array(owner, dtype=np.int64)


def scatter(mesh: Mesh, atoms: Integers, count: int, rng: Random, first: Sequence[int] = ()) -> list[int]:
    """``count`` atoms far from one another, ``first`` among them: each the farthest of a few drawn by area."""
    chosen = list(first)
    weights = mesh.areas[atoms]
    numbers = np.random.default_rng(rng.getrandbits(63))
    while len(chosen) < count:
        drawn = numbers.choice(atoms, size=12, p=weights / weights.sum())
        if not chosen:
            chosen.append(int(drawn[0]))
            continue
        gaps = mesh.points[drawn][:, None, :] - mesh.points[np.array(chosen)][None, :, :]
        chosen.append(int(drawn[np.hypot(gaps[..., 0], gaps[..., 1]).min(axis=1).argmax()]))
    return chosen


def mended(mesh: Mesh, owner: Integers, zones: Integers) -> Integers:
    """The same partition, with atoms that nobody reached given to a neighbour's area, whatever its zone."""
    owner = owner.copy()
    left = np.flatnonzero(owner == NOBODY).tolist()
    while left:
        waiting = []
        for atom in left:
            near = [owner[other] for other, _ in mesh.neighbours[atom] if owner[other] != NOBODY]
            same = [owner[other] for other, _ in mesh.neighbours[atom] if zones[other] == zones[atom]]
            same = [each for each in same if each != NOBODY]
            if near:
                owner[atom] = (same or near)[0]
            else:
                waiting.append(atom)
        if len(waiting) == len(left):
            raise AssertionError("part of the mesh touches nothing")
        left = waiting
    return owner
