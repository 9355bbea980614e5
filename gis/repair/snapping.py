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
from gis.repair.tidy import settled

_clean: Callable[..., Geometries] = vars(shapely)["coverage_clean"]  # types-shapely does not know it yet
_ROUNDS: Final = 12
_SHARES: Final = (1.0, 0.4, 0.1)  # of the snapping distance
_ROUNDING_M: Final = 1e-6


def snapped(level: Level, mends: dict[int, Fault], busy: set[str], tolerances: Tolerances) -> list[Repair]:
    """One repair for each group of neighbours whose borders change; areas in `busy` are left as they are.

    mends: the mismatches by place in the list of faults. Tried with the whole snapping distance and with less; what
    mends most is offered. An area that would move by more than
    the tolerance is left out, and so is its border with its neighbours.
    """
    best: list[Repair] = []
    if not mends:
        return best
    free = _free(level, mends, busy)
    for share in _SHARES:
        found = list(_repairs(level, mends, free, share * tolerances.snap_m, tolerances))
        if _mended_by(found) > _mended_by(best):
            best = found
        if _mended_by(best) == len(mends):
            break
    return best


def _free(level: Level, mends: dict[int, Fault], busy: set[str]) -> NDArray[np.bool_]:
    """The areas that may change: those of the faults and those that touch them, but for the busy ones."""
    told = {code for fault in mends.values() for code in fault.codes}
    named = np.array([area.code in told for area in level.areas])
    near = level.tree.query(level.sound[named], predicate="intersects")[1]
    free = np.zeros(len(level.areas), dtype=bool)
    free[near] = True
    taken = np.array([area.code in busy for area in level.areas])
    return np.asarray(free & ~taken & ~shapely.is_empty(level.sound))


def _mended_by(repairs: list[Repair]) -> int:
    return len({place for repair in repairs for place in repair.mends})


def _repairs(
    level: Level, mends: dict[int, Fault], free: NDArray[np.bool_], snapping_m: float, tolerances: Tolerances
) -> Iterator[Repair]:
    """What one snapping distance comes to."""
    codes = [area.code for area in level.areas]
    after, changed = _cleaned(level.sound, free, snapping_m, tolerances)
    ledger = Ledger(level)
    for group in _groups(after, changed):
        back = [shape for place in group if (shape := settled(after[place], ledger, tolerances)) is not None]
        if len(back) < len(group):
            continue
        mended = _mended(level, group, metres(array_of(back)), mends, tolerances)
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
    shapes: Geometries, free: NDArray[np.bool_], snapping_m: float, tolerances: Tolerances
) -> tuple[Geometries, NDArray[np.int64]]:
    """The shapes cleaned, and the places that changed. What would change too much is taken out of the cleaning.

    Hairline gaps are closed with the whole snapping distance only: with less, thousands are left, and merging them
    takes minutes.
    """
    places = np.flatnonzero(free)
    gap_m = tolerances.snap_m if snapping_m >= tolerances.snap_m else 0.0
    for _ in range(_ROUNDS):
        after = shapes.copy()
        if len(places):
            after[places] = _clean(shapes[places], snapping_distance=snapping_m, gap_width=gap_m)
        changed = places[~_alike(shapes[places], after[places])]
        bad = changed[_shifts(shapes[changed], after[changed]) > tolerances.snap_m + _ROUNDING_M]
        if not len(bad):
            bad = np.intersect1d(changed, _parted(shapes, after, tolerances))
        if not len(bad):
            return after, changed
        places = np.setdiff1d(places, bad)
    return shapes, np.array([], dtype=np.int64)


def _alike(before: Geometries, after: Geometries) -> NDArray[np.bool_]:
    """Which shapes have the same corners in the same order; one part counts as much alone as in a collection."""
    return np.asarray(shapely.equals_exact(_plain(before), _plain(after), 0.0, normalize=True), dtype=bool)


def _plain(shapes: Geometries) -> Geometries:
    parts = shapely.get_geometry(shapes, 0)
    return np.asarray(np.where(shapely.get_num_geometries(shapes) == 1, parts, shapes), dtype=object)


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
    level: Level, group: list[int], after: Geometries, mends: dict[int, Fault], tolerances: Tolerances
) -> tuple[int, ...]:
    """The faults that are gone once the group is changed."""
    near = np.unique(level.tree.query(after, predicate="intersects")[1])
    shapes = level.sound.copy()
    shapes[group] = after
    left, _ = _invalid(shapes[near], tolerances)
    inside = {level.areas[place].code for place in group}
    concerned = {place: fault for place, fault in mends.items() if inside.intersection(fault.codes)}
    where = laid(array_of(fault.geometry for fault in concerned.values()))
    gone = ~_beside(where, left, tolerances)
    return tuple(place for place, good in zip(concerned, gone.tolist(), strict=True) if good)


def _parted(before: Geometries, after: Geometries, tolerances: Tolerances) -> NDArray[np.int64]:
    """Places whose borders matched before and do not now, because a neighbour was left out."""
    former, _ = _invalid(before, tolerances)
    lines, owners = _invalid(after, tolerances)
    return owners[~_beside(lines, former, tolerances)]


def _invalid(shapes: Geometries, tolerances: Tolerances) -> tuple[Geometries, NDArray[np.int64]]:
    """The lines where shapes are no coverage, and the place of the shape of each."""
    edges = shapely.coverage_invalid_edges(shapes, gap_width=tolerances.snap_m)
    lines, owners = shapely.get_parts(edges, return_index=True)
    drawn = ~shapely.is_empty(lines)
    return lines[drawn], owners[drawn]


def _beside(lines: Geometries, others: Geometries, tolerances: Tolerances) -> NDArray[np.bool_]:
    """Which lines have one of the others beside them."""
    found = np.zeros(len(lines), dtype=bool)
    if len(others):
        found[shapely.STRtree(others).query(lines, predicate="dwithin", distance=tolerances.snap_m)[0]] = True
    return found
