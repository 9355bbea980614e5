"""Faults an area has by itself: no polygon, a ring that crosses or touches itself, a sliver, a label elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from gis.coverage.draft import LAYER_NAMES
from gis.coverage.fault import Fault, FaultKind, RepairKind, Tolerances
from gis.coverage.plane import Level, Piece, array_of, degrees, ground_fault, laid, metres, width

_WHERE: Final = re.compile(r"\[(\S+) (\S+)\]")
_TOUCHES: Final = ("Ring Self-intersection", "Interior is disconnected", "Duplicate Rings", "Repeated Point")
_REASONS: Final = {
    "Self-intersection": "两段边线相交",
    "Ring Self-intersection": "边线两次经过同一点",
    "Interior is disconnected": "孔洞把图形隔断",
    "Duplicate Rings": "同一条边线画了两遍",
    "Hole lies outside shell": "孔洞在图形之外",
    "Nested holes": "孔洞套孔洞",
    "Nested shells": "几块互相套叠",
    "Too few points": "顶点太少",
}


def no_area(level: Level) -> Iterator[Fault]:
    """Areas without any polygon: null, empty, a line, a point, coordinates that are no numbers."""
    for place in np.flatnonzero(shapely.is_empty(level.sound)).tolist():
        area = level.areas[place]
        says = (
            f"{LAYER_NAMES[level.layer]} {area.called} 没有面状图形；请补画后重新导入，或从文件里去掉这一行"
        )
        where = area.geometry if area.geometry is not None else shapely.Point()
        yield Fault("no_area", "blocking", level.layer, (area.code,), where, 0.0, 0.0, says)


def broken_rings(level: Level, tolerances: Tolerances) -> Iterator[Fault]:
    """Rings that cross or touch themselves, and parts that lie in one another.

    A touch, or a crossing that encloses next to nothing, can be mended without moving ground; a real crossing
    leaves open which side was meant.
    """
    for place in np.flatnonzero(~level.valid & ~shapely.is_empty(level.sound)).tolist():
        area, drawn, mended = level.areas[place], level.shapes[place], level.sound[place]
        reason = shapely.is_valid_reason(drawn)
        where = _spot(level, place, reason)
        kind: FaultKind = "self_touch" if reason.startswith(_TOUCHES) else "self_intersection"
        safe = abs(drawn.area - mended.area) <= tolerances.area_m2
        repair: RepairKind | None = "make_valid" if safe else None
        what = "边线碰到自己" if kind == "self_touch" else "边线与自己相交"
        advice = "可自动修正，面积不变" if safe else "请在原图上改正这一处后重新导入"
        says = f"{area.called} 的{what}（{_in_words(reason)}）；{advice}"
        yield Fault(kind, "blocking", level.layer, (area.code,), where, 0.0, 0.0, says, repair)


def sliver_pieces(level: Level, tolerances: Tolerances) -> Iterator[tuple[int, Piece]]:
    """Parts too narrow for anybody to own in earnest, metres, with the place of the area they belong to."""
    parts, owners = shapely.get_parts(level.sound, return_index=True)
    widths = 2 * shapely.area(parts) / np.maximum(shapely.length(parts), np.finfo(float).tiny)
    for number in np.flatnonzero((widths < tolerances.sliver_m) & ~shapely.is_empty(parts)).tolist():
        yield int(owners[number]), Piece(parts[number], parts[number])


def slivers(level: Level, tolerances: Tolerances) -> Iterator[Fault]:
    """Areas, or parts of areas, that are slivers."""
    for place, (part, _) in sliver_pieces(level, tolerances):
        area = level.areas[place]
        says = (
            f"{area.called} 有一块狭长碎片，{part.area:.1f} 平方米，平均宽 {width(part):.2f} 米；"
            "请并入公共边最长的邻块"
        )
        repair: RepairKind | None = "dissolve_sliver" if part.area <= tolerances.dissolve_m2 else None
        yield ground_fault("sliver", level.layer, (area.code,), part, says, repair)


def labels(level: Level) -> Iterator[Fault]:
    """Labels that a file puts outside the area they name: often two codes that were swapped."""
    places = [place for place, area in enumerate(level.areas) if area.label is not None]
    if not places:
        return
    points = laid(array_of(level.areas[place].label for place in places))
    for place, point in zip(places, points, strict=True):
        if shapely.is_empty(point) or shapely.dwithin(level.sound[place], point, 0.01):
            continue
        area = level.areas[place]
        inside = level.tree.query(point, predicate="within").tolist()
        other = f"，落在 {level.areas[min(inside)].called} 里" if inside else ""
        says = f"{area.called} 的标注点不在它的图形内{other}；请核对编码是否写错了位置"
        codes = (area.code, *(level.areas[number].code for number in sorted(inside)))
        yield Fault("label", "warning", level.layer, codes, degrees(point), 0.0, 0.0, says)


def label_point(geometry: BaseGeometry) -> BaseGeometry:
    """Where the label of an area stands best: the middle of the widest circle in its largest part, WGS 84 degrees.

    Always on the surface, also of an area with holes or exclaves; an empty Point for an empty area.
    """
    shape = metres(array_of([geometry]))[0]
    if shape.is_empty:
        return shapely.Point()
    parts = shapely.get_parts(shape)
    largest = parts[int(np.argmax(shapely.area(parts)))]
    if not shapely.is_valid(largest):
        return degrees(shapely.point_on_surface(shapely.make_valid(largest)))
    radius = shapely.maximum_inscribed_circle(largest, tolerance=max(0.5, width(largest) / 50))
    return degrees(shapely.get_point(radius, 0))


def _in_words(reason: str) -> str:
    return next((words for start, words in _REASONS.items() if reason.startswith(start)), reason)


def _spot(level: Level, place: int, reason: str) -> BaseGeometry:
    """The point GEOS names (metres), or the whole area where it names none."""
    found = _WHERE.search(reason)
    if found is None:
        return level.areas[place].geometry
    return degrees(shapely.Point(float(found[1]), float(found[2])))
