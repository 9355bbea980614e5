"""Faults between areas: overlaps, ground outside the parent, gaps and holes, borders drawn with other vertices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gis.coverage.draft import LAYER_NAMES
from gis.coverage.fault import Fault, FaultKind, RepairKind, Tolerances
from gis.coverage.plane import (
    NOWHERE,
    Geometries,
    Level,
    Piece,
    array_of,
    degrees,
    ground_fault,
    pieces,
    width,
)

_INTERIORS_MEET: Final = "T********"
_CHUNK: Final = 10_000  # pairs that are looked at before the first fault of them is told


def overlap_pieces(level: Level, tolerances: Tolerances) -> Iterator[tuple[int, int, Piece]]:
    """Ground that two areas claim, metres, with the places of the two in order of their codes.

    Of several areas with the very same shape each is told with the first of them only, not with every other.
    """
    if not len(level.areas):
        return
    single, twins = _twins(level)
    first, second = shapely.STRtree(level.sound[single]).query(level.sound[single], predicate="intersects")
    first, second = single[first[first < second]], single[second[first < second]]
    pairs = sorted([*zip(first.tolist(), second.tolist(), strict=True), *twins])
    for start in range(0, len(pairs), _CHUNK):
        one, other = np.array(pairs[start : start + _CHUNK]).T
        meet = shapely.relate_pattern(level.sound[one], level.sound[other], _INTERIORS_MEET)
        for pair in zip(one[meet].tolist(), other[meet].tolist(), strict=True):
            here, there = sorted(pair, key=lambda place: level.areas[place].code)
            for piece in pieces(shapely.intersection(level.sound[here], level.sound[there]), tolerances):
                yield here, there, piece


def _twins(level: Level) -> tuple[NDArray[np.int64], list[tuple[int, int]]]:
    """The places of shapes that no earlier place has, and the pairs of such a place with a later one like it."""
    first: dict[bytes, int] = {}
    pairs = []
    for place, shape in enumerate(shapely.to_wkb(level.sound).tolist()):
        if first.setdefault(shape, place) != place:
            pairs.append((first[shape], place))
    return np.array(list(first.values()), dtype=np.int64), pairs


def overlaps(level: Level, tolerances: Tolerances) -> Iterator[Fault]:
    """Areas that claim the same ground."""
    for one, other, (part, _) in overlap_pieces(level, tolerances):
        first, second = level.areas[one], level.areas[other]
        narrow = _narrow(part, tolerances)
        advice = "很窄，可归给公共边较长的一方" if narrow else "请定下归谁"
        says = f"{first.called} 与 {second.called} 重叠 {part.area:.1f} 平方米，平均宽 {width(part):.2f} 米；{advice}"
        yield ground_fault("overlap", level.layer, (first.code, second.code), part, says, narrow)


def _narrow(part: BaseGeometry, tolerances: Tolerances) -> RepairKind | None:
    """The repair for a gap or an overlap that is a mere sliver."""
    small = width(part) < tolerances.sliver_m and part.area <= tolerances.dissolve_m2
    return "dissolve_sliver" if small else None


def outside_pieces(level: Level, above: Level, tolerances: Tolerances) -> Iterator[tuple[int, Piece, float]]:
    """Ground of areas outside their parent, metres, with the area's place and how far the ground reaches out."""
    for place, (area, shape) in enumerate(zip(level.areas, level.sound, strict=True)):
        parent = above.whole.get(area.parent or "")
        if parent is not None:
            for piece in pieces(shapely.difference(shape, parent), tolerances):
                yield place, piece, _reach(piece.core, parent)


def outside(level: Level, above: Level, tolerances: Tolerances) -> Iterator[Fault]:
    """Areas that stand over the border of their parent, or lie elsewhere altogether."""
    for place, (part, _), reach in outside_pieces(level, above, tolerances):
        area = level.areas[place]
        repair: RepairKind | None = "clip" if reach <= tolerances.clip_m else None
        advice = "可裁到上级边界" if repair else "请核对上级是否写对，或在原图上改正"
        says = (
            f"{area.called} 有 {part.area:.1f} 平方米在上级{LAYER_NAMES[above.layer]} {area.parent} 之外，"
            f"最远 {reach:.2f} 米；{advice}"
        )
        yield ground_fault("outside", level.layer, (area.code, area.parent or ""), part, says, repair)


def _reach(part: BaseGeometry, parent: BaseGeometry) -> float:
    """How far a piece outside a parent stands away from it at most, metres."""
    corners = shapely.points(shapely.get_coordinates(part))
    return float(shapely.distance(corners, parent).max())


def gap_pieces(level: Level, above: Level, tolerances: Tolerances) -> Iterator[tuple[str, Piece]]:
    """Ground of parents that no area of the layer covers, metres, with the code of the parent.

    Ground covered by another parent's area is told by `outside`, not here.
    """
    if not level.areas:
        return  # told as `missing`
    members: dict[str, list[int]] = {}
    for place, area in enumerate(level.areas):
        members.setdefault(area.parent or "", []).append(place)
    for code, parent in above.whole.items():
        left = shapely.difference(parent, shapely.union_all(level.sound[members.get(code, [])]))
        if next(pieces(left, tolerances), None) is None:
            continue
        others = level.tree.query(left, predicate="intersects")
        left = shapely.difference(left, shapely.union_all(level.sound[others]))
        for piece in pieces(left, tolerances):
            yield code, piece


def gaps(level: Level, above: Level, tolerances: Tolerances) -> Iterator[Fault]:
    """Ground nobody covers: a hole when it is closed in by areas of the parent and wide, else a gap."""
    for code, (part, _) in gap_pieces(level, above, tolerances):
        where = f"{code} 里有 {part.area:.1f} 平方米不属于任何{LAYER_NAMES[level.layer]}"
        closed_in = shapely.distance(part, above.whole[code].boundary) > tolerances.snap_m
        if closed_in and width(part) >= tolerances.sliver_m:
            says = f"{where}，四周都有归属；请补画这一块或并入邻块"
            yield ground_fault("hole", level.layer, (code,), part, says)
            continue
        narrow = _narrow(part, tolerances)
        advice = "很窄，可归给公共边最长的邻块" if narrow else "请把两边的边线对齐"
        says = f"{where}，平均宽 {width(part):.2f} 米；{advice}"
        yield ground_fault("gap", level.layer, (code,), part, says, narrow)


def missing(level: Level, above: Level) -> Iterator[Fault]:
    """A layer without any area below one that has some."""
    if above.areas and not level.areas:
        name = LAYER_NAMES[level.layer]
        says = f"这一版没有任何{name}；请先导入{name}图层"
        where = shapely.union_all(above.sound)
        yield ground_fault("gap", level.layer, (), where, says)


def openings(level: Level, tolerances: Tolerances) -> Iterator[Fault]:
    """Holes and cracks of a layer that has no parent, the towns. A crack may be open at its ends."""
    whole = shapely.union_all(level.sound)
    shells = [shapely.Polygon(part.exterior) for part in shapely.get_parts(whole) if not part.is_empty]
    closed_in = [
        piece.core for piece in pieces(shapely.difference(shapely.union_all(shells), whole), tolerances)
    ]
    for part in closed_in:
        kind: FaultKind = "hole" if width(part) >= tolerances.sliver_m else "gap"
        says = (
            f"镇街之间有 {part.area:.1f} 平方米不属于任何镇街，平均宽 {width(part):.2f} 米；请补画或并入邻镇"
        )
        yield ground_fault(kind, level.layer, (), part, says)
    for one, other, part in _cracks(level, array_of(closed_in), tolerances):
        names = sorted((level.areas[one], level.areas[other]), key=lambda area: area.code)
        says = (
            f"{names[0].called} 与 {names[1].called} 之间有一道缝，{part.area:.1f} 平方米，"
            f"平均宽 {width(part):.2f} 米；请把两边的边线对齐"
        )
        yield ground_fault("gap", level.layer, (names[0].code, names[1].code), part, says)


def _cracks(
    level: Level, told: Geometries, tolerances: Tolerances
) -> Iterator[tuple[int, int, BaseGeometry]]:
    """Ground between two areas that no area encloses: what closing their borders fills, where it is no mere corner."""
    edges = shapely.coverage_invalid_edges(level.sound, gap_width=tolerances.seam_m)
    lines, owners = shapely.get_parts(edges, return_index=True)
    kept = ~shapely.is_empty(lines) & ~_near(lines, told, tolerances.sliver_m)
    lines, owners = lines[kept], owners[kept]
    for (one, other), stretches in sorted(_paired(lines, owners, tolerances.seam_m).items()):
        if one == other:
            continue
        near = shapely.union_all(stretches).buffer(2 * tolerances.seam_m)
        sides = [shapely.intersection(level.sound[place], near) for place in (one, other)]
        both, half = shapely.union(*sides), tolerances.seam_m / 2
        closed = shapely.buffer(shapely.buffer(both, half), -half)
        free = shapely.difference(closed, shapely.union_all(level.sound[level.tree.query(near)]))
        for part, _ in pieces(free, tolerances):
            if all(_along(part, side, tolerances) > tolerances.seam_m for side in sides):
                yield one, other, part


def _along(part: BaseGeometry, side: BaseGeometry, tolerances: Tolerances) -> float:
    """Metres of a piece's outline that run along an area."""
    return float(shapely.intersection(part.boundary, side.buffer(tolerances.snap_m)).length)


def mismatches(level: Level, told: Geometries, buried: list[int], tolerances: Tolerances) -> Iterator[Fault]:
    """Borders that neighbours draw with different vertices, where no fault nearby tells it already.

    A vertex on a straight line of degrees lies a centimetre beside the same line of metres. buried: places of areas
    that lie under others, which are passed over: a layer whose rows all hold the district would take hours.
    Source: shapely.coverage_invalid_edges (GEOS CoverageValidator).
    """
    if not len(level.areas):
        return
    shapes = level.sound.copy()
    shapes[buried] = NOWHERE
    edges = shapely.coverage_invalid_edges(shapes, gap_width=tolerances.snap_m)
    lines, owners = shapely.get_parts(edges, return_index=True)
    kept = ~shapely.is_empty(lines) & ~_near(lines, told, tolerances.sliver_m)
    lines, owners = lines[kept], owners[kept]
    if not len(lines):
        return
    for (one, other), stretches in sorted(_paired(lines, owners, 2 * tolerances.snap_m).items()):
        areas = sorted({level.areas[place].code: level.areas[place] for place in (one, other)}.items())
        codes = tuple(code for code, _ in areas)
        called = areas[0][1].called
        if len(areas) > 1:
            called = f"{called} 与 {areas[-1][1].called}"
        where = degrees(shapely.union_all(stretches))
        says = f"{called} 的公共边画得不一样（相差不到 {tolerances.snap_m * 100:.0f} 厘米）；可自动对齐"
        yield Fault("mismatch", "blocking", level.layer, codes, where, 0.0, 0.0, says, "snap")


def _near(lines: Geometries, told: Geometries, reach: float) -> NDArray[np.bool_]:
    near = np.zeros(len(lines), dtype=bool)
    if len(told) and len(lines):
        near[shapely.STRtree(told).query(lines, predicate="dwithin", distance=reach)[0]] = True
    return near


def _paired(
    lines: Geometries, owners: NDArray[np.int64], reach: float
) -> dict[tuple[int, int], list[BaseGeometry]]:
    """The stretches that lines of two areas run beside one another, by the places of the two.

    A line that runs beside no other, because its neighbour is right there, stands under its own area twice.
    """
    one, other = shapely.STRtree(lines).query(lines, predicate="dwithin", distance=reach)
    apart = owners[one] != owners[other]
    one, other = one[apart], other[apart]
    beside = shapely.intersection(lines[one], shapely.buffer(lines[other], reach, cap_style="flat"))
    along = shapely.length(beside) > 2 * reach
    pairs: dict[tuple[int, int], list[BaseGeometry]] = {}
    for line, twin, stretch in zip(one[along], other[along], beside[along], strict=True):
        mine, theirs = sorted((int(owners[line]), int(owners[twin])))
        pairs.setdefault((mine, theirs), []).append(stretch)
    for line in np.setdiff1d(np.arange(len(lines)), one[along]).tolist():
        pairs.setdefault((int(owners[line]), int(owners[line])), []).append(lines[line])
    return pairs
