"""Whether areas form a valid coverage: no gaps, no overlaps, no slivers, each inside its parent.

Used when boundaries are imported or generated, for each level in turn: towns in the district, villages in towns,
cells in villages. Measured in EPSG:4549 metres; nothing is repaired here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gis.crs import from_wgs84_many, to_wgs84_many

FaultKind = Literal["invalid", "sliver", "overlap", "gap", "outside", "orphan", "mismatch"]
Geometries = NDArray[np.object_]
Coordinates = NDArray[np.float64]

AREA_M2: Final = 0.01  # below this, a difference is rounding of the overlay
SNAP_M: Final = 0.05  # narrower differences are lines drawn with other vertices, to be snapped
SLIVER_M: Final = 1.0  # mean width of a polygon part that nobody can own in earnest
_INTERIORS_MEET: Final = "T********"


class Area(NamedTuple):
    """One polygon or multipolygon in WGS 84 degrees, with its code and the code of the area it lies in."""

    code: str
    geometry: BaseGeometry
    parent: str | None = None


class Fault(NamedTuple):
    """One fault. codes: the areas concerned (parent first for a gap). geometry: where, in WGS 84 degrees.

    area_m2 and width_m (mean width, 2 × area / perimeter) are 0 for `invalid`, `orphan` and `mismatch`.
    says: Chinese, for the person who repairs it.
    """

    kind: FaultKind
    codes: tuple[str, ...]
    geometry: BaseGeometry
    area_m2: float
    width_m: float
    says: str


def faults(polygons: Iterable[Area], parents: Mapping[str, BaseGeometry] | None = None) -> list[Fault]:
    """All faults of one level, in the order invalid, sliver, overlap, orphan, outside, gap, mismatch.

    polygons: the areas of the level. parents: geometry (WGS 84) by code of the level above; None for a level
    without one, whose gaps are then the holes of its union. An invalid area is reported and left out of the rest.
    Source of the edge check: shapely.coverage_invalid_edges (GEOS CoverageValidator).
    """
    areas = list(polygons)
    shapes = _metres(np.array([area.geometry for area in areas], dtype=object))
    valid = shapely.is_valid(shapes)
    found = list(_invalid(areas, shapes, valid))
    areas = [area for area, good in zip(areas, valid.tolist(), strict=True) if good]
    shapes = shapes[valid]
    found += _slivers(areas, shapes)
    found += _overlaps(areas, shapes)
    if parents is None:
        found += _holes(shapes)
    else:
        above = dict(zip(parents, _metres(np.array(list(parents.values()), dtype=object)), strict=True))
        found += _outside(areas, shapes, above)
        found += _gaps(areas, shapes, above)
    told = _metres(np.array([fault.geometry for fault in found if fault.area_m2], dtype=object))
    return found + list(_mismatches(areas, shapes, told))


def is_valid(polygons: Iterable[Area], parents: Mapping[str, BaseGeometry] | None = None) -> bool:
    """Whether `faults` finds nothing."""
    return not faults(polygons, parents)


def _metres(shapes: Geometries) -> Geometries:
    return _shifted(
        shapes, lambda xy: np.column_stack(from_wgs84_many(xy[:, 0], xy[:, 1], "cgcs2000_gk_cm120"))
    )


def _degrees(shape: BaseGeometry) -> BaseGeometry:
    return shapely.transform(
        shape, lambda xy: np.column_stack(to_wgs84_many(xy[:, 0], xy[:, 1], "cgcs2000_gk_cm120"))
    )


def _shifted(shapes: Geometries, shift: Callable[[Coordinates], Coordinates]) -> Geometries:
    if not len(shapes):
        return shapes
    return np.asarray(shapely.transform(shapes, shift), dtype=object)


def _width(shape: BaseGeometry) -> float:
    return float(2 * shape.area / shape.length) if shape.length else 0.0


def _parts(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """Areal parts large and wide enough to be more than rounding and other vertices."""
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon" and part.area > AREA_M2 and _width(part) > SNAP_M:
            yield part
        elif part.geom_type in ("MultiPolygon", "GeometryCollection"):
            yield from _parts(part)


def _fault(kind: FaultKind, codes: tuple[str, ...], part: BaseGeometry, says: str) -> Fault:
    return Fault(kind, codes, _degrees(part), float(part.area), _width(part), says)


def _invalid(areas: list[Area], shapes: Geometries, valid: NDArray[np.bool_]) -> Iterator[Fault]:
    for number in np.flatnonzero(~valid).tolist():
        area, why = areas[number], shapely.is_valid_reason(shapes[number])
        yield Fault(
            "invalid", (area.code,), area.geometry, 0.0, 0.0, f"{area.code} 的图形自相交或自接触({why})"
        )


def _slivers(areas: list[Area], shapes: Geometries) -> Iterator[Fault]:
    parts, owners = shapely.get_parts(shapes, return_index=True)
    widths = 2 * shapely.area(parts) / np.maximum(shapely.length(parts), 1e-12)
    for number in np.flatnonzero(widths < SLIVER_M).tolist():
        code = areas[int(owners[number])].code
        yield _fault(
            "sliver", (code,), parts[number], f"{code} 有一块狭长碎片,平均宽 {widths[number]:.2f} 米"
        )


def _overlaps(areas: list[Area], shapes: Geometries) -> Iterator[Fault]:
    if not len(shapes):
        return
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    first, second = first[first < second], second[first < second]
    meet = shapely.relate_pattern(shapes[first], shapes[second], _INTERIORS_MEET)
    for one, other in sorted(zip(first[meet].tolist(), second[meet].tolist(), strict=True)):
        codes = (areas[one].code, areas[other].code)
        for part in _parts(shapely.intersection(shapes[one], shapes[other])):
            yield _fault("overlap", codes, part, f"{codes[0]} 与 {codes[1]} 重叠 {part.area:.1f} 平方米")


def _outside(areas: list[Area], shapes: Geometries, above: Mapping[str, BaseGeometry]) -> Iterator[Fault]:
    for area, shape in zip(areas, shapes, strict=True):
        parent = above.get(area.parent or "")
        if parent is None:
            says = f"{area.code} 的上级 {area.parent} 不在上一级图层里"
            yield Fault("orphan", (area.code,), area.geometry, 0.0, 0.0, says)
            continue
        for part in _parts(shapely.difference(shape, parent)):
            says = f"{area.code} 有 {part.area:.1f} 平方米在上级 {area.parent} 之外"
            yield _fault("outside", (area.code,), part, says)


def _gaps(areas: list[Area], shapes: Geometries, above: Mapping[str, BaseGeometry]) -> Iterator[Fault]:
    members: dict[str, list[int]] = {}
    for number, area in enumerate(areas):
        members.setdefault(area.parent or "", []).append(number)
    for code, parent in above.items():
        covered = shapely.union_all(shapes[members.get(code, [])])
        for part in _parts(shapely.difference(parent, covered)):
            yield _fault("gap", (code,), part, f"{code} 里有 {part.area:.1f} 平方米不属于任何下级")


def _holes(shapes: Geometries) -> Iterator[Fault]:
    whole = shapely.union_all(shapes)
    filled = shapely.union_all(
        [shapely.Polygon(shapely.get_exterior_ring(part)) for part in shapely.get_parts(whole)]
    )
    for hole in _parts(shapely.difference(filled, whole)):
        yield _fault("gap", (), hole, f"有 {hole.area:.1f} 平方米的空洞不属于任何一块")


def _mismatches(areas: list[Area], shapes: Geometries, told: Geometries) -> Iterator[Fault]:
    """Edges that neighbours draw with different vertices, where no fault nearby tells it already.

    A vertex on a straight line of degrees lies a centimetre beside the same line of metres.
    """
    if not len(shapes):
        return
    edges = shapely.coverage_invalid_edges(shapes, gap_width=SNAP_M)
    for number in np.flatnonzero(~shapely.is_empty(edges)).tolist():
        code, edge = areas[number].code, edges[number]
        if not any(shapely.dwithin(edge, fault, SLIVER_M) for fault in told):
            yield Fault("mismatch", (code,), _degrees(edge), 0.0, 0.0, f"{code} 的边线与相邻图形的顶点不一致")
