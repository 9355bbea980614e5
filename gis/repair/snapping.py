"""Borders that neighbours draw with different corners, drawn alike: shapely.coverage_clean, kept to its tolerance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray

from gis.coverage.fault import Fault, Tolerances
from gis.coverage.plane import Geometries, Level, array_of, laid, metres
from gis.repair.ledger import Ledger
from gis.repair.repair import Change, Repair, moves_of

_clean: Callable[..., Geometries] = vars(shapely)["coverage_clean"]  # types-shapely does not know it yet
_ROUNDS: Final = 6
_ROUNDING_M: Final = 1e-6


def snapped(
    level: Level, mends: dict[int, Fault], busy: set[str], tolerances: Tolerances
) -> Iterator[Repair]:
    """One repair for each group of neighbours whose borders change; areas in `busy` are left as they are.

    mends: the mismatches by place in the list of faults. An area that would move by more than the tolerance is
    left out, and so is its border with its neighbours.
    """
    if not mends:
        return
    codes = [area.code for area in level.areas]
    free = np.array(
        [code not in busy and not shape.is_empty for code, shape in zip(codes, level.sound, strict=True)]
    )
    after, changed = _cleaned(level.sound, free, tolerances)
    ledger = Ledger(level)
    for group in _groups(after, changed):
        back = [ledger.degrees(shape) for shape in after[group]]
        if not all(shape.is_valid for shape in back):
            continue
        inside = {codes[place] for place in group}
        mended = _mended(level, group, metres(array_of(back)), mends, inside, tolerances)
        if mended:
            changes = tuple(
                Change(codes[place], level.areas[place].geometry, shape)
                for place, shape in zip(group, back, strict=True)
            )
            moves = moves_of([codes[place] for place in group], level.sound[group], after[group])
            shift = float(_shifts(level.sound[group], after[group]).max())
            limit = f"边线移动不超过 {tolerances.snap_m * 100:g} 厘米"
            yield Repair("snap", level.layer, changes, moves, mended, shift, limit)


def _cleaned(
    shapes: Geometries, free: NDArray[np.bool_], tolerances: Tolerances
) -> tuple[Geometries, NDArray[np.int64]]:
    """The shapes cleaned, and the places that changed. What would change too much is taken out of the cleaning."""
    places = np.flatnonzero(free)
    for _ in range(_ROUNDS):
        after = shapes.copy()
        if len(places):
            after[places] = _clean(
                shapes[places], snapping_distance=tolerances.snap_m, gap_width=tolerances.snap_m
            )
        changed = places[~shapely.equals_exact(shapes[places], after[places], 0.0, normalize=True)]
        bad = changed[_shifts(shapes[changed], after[changed]) > tolerances.snap_m + _ROUNDING_M]
        if not len(bad):
            return after, changed
        places = np.setdiff1d(places, bad)
    return shapes, np.array([], dtype=np.int64)


def _shifts(before: Geometries, after: Geometries) -> NDArray[np.float64]:
    """How far the outline of each shape moves, metres; infinite where one is empty or broken."""
    moved = shapely.hausdorff_distance(shapely.boundary(before), shapely.boundary(after))
    kept = shapely.is_valid(after) & ~shapely.is_empty(after)
    return np.where(kept & np.isfinite(moved), moved, np.inf)


def _groups(after: Geometries, changed: NDArray[np.int64]) -> Iterator[list[int]]:
    """Changed places that touch one another, together."""
    one, other = shapely.STRtree(after[changed]).query(after[changed], predicate="intersects")
    beside: dict[int, list[int]] = {}
    for first, second in zip(changed[one].tolist(), changed[other].tolist(), strict=True):
        beside.setdefault(first, []).append(second)
    seen: set[int] = set()
    for start in changed.tolist():
        if start in seen:
            continue
        group, waiting = [], [start]
        seen.add(start)
        while waiting:
            place = waiting.pop()
            group.append(place)
            fresh = [near for near in beside.get(place, ()) if near not in seen]
            seen.update(fresh)
            waiting += fresh
        yield sorted(group)


def _mended(
    level: Level, group: list[int], after: Geometries, mends: dict[int, Fault], inside: set[str],
    tolerances: Tolerances,
) -> tuple[int, ...]:  # fmt: skip
    """The faults that are gone once the group is changed."""
    near = np.unique(level.tree.query(after, predicate="intersects")[1])
    shapes = level.sound.copy()
    shapes[group] = after
    edges = shapely.coverage_invalid_edges(shapes[near], gap_width=tolerances.snap_m)
    left = shapely.union_all(edges)
    concerned = {place: fault for place, fault in mends.items() if inside.intersection(fault.codes)}
    where = laid(array_of(fault.geometry for fault in concerned.values()))
    gone = ~shapely.dwithin(where, left, tolerances.snap_m) if len(where) else np.array([], dtype=bool)
    return tuple(place for place, good in zip(concerned, gone.tolist(), strict=True) if good)
