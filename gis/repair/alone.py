"""Repairs that concern one area and move no ground: repeated corners, rings that touch themselves, parts of a code."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from gis.coverage.draft import Area
from gis.coverage.fault import Tolerances
from gis.coverage.plane import Level, areal, array_of, metres
from gis.repair.repair import Change, Repair


def normalised(level: Level) -> Iterator[Repair]:
    """Areas with repeated corners, or with a third dimension, in one repair: the same ground in fewer numbers."""
    changes = []
    for place in np.flatnonzero(level.valid).tolist():
        area = level.areas[place]
        if level.shapes[place].is_empty:
            continue
        after = shapely.remove_repeated_points(shapely.force_2d(area.geometry))
        if shapely.has_z(area.geometry) or _corners(after) != _corners(area.geometry):
            changes.append(Change(area.code, area.geometry, after))
    if changes:
        yield Repair("normalise", level.layer, tuple(changes), (), (), 0.0, "只去掉重复的顶点和高程")


def made_valid(level: Level, mends: dict[str, list[int]], tolerances: Tolerances) -> Iterator[Repair]:
    """Rings made valid, one repair an area, where that changes next to no ground."""
    for place, area in enumerate(level.areas):
        if area.code not in mends:
            continue
        after = areal(shapely.make_valid(area.geometry, method="structure", keep_collapsed=False))
        ground = metres(array_of([after]))[0]
        if abs(level.shapes[place].area - ground.area) <= tolerances.area_m2 and shapely.is_valid(ground):
            change = Change(area.code, area.geometry, after)
            limit = f"面积变化不超过 {tolerances.area_m2} 平方米"
            yield Repair("make_valid", level.layer, (change,), (), tuple(mends[area.code]), 0.0, limit)


def merged(level: Level, mends: dict[str, list[int]], tolerances: Tolerances) -> Iterator[Repair]:
    """Rows of one code joined into one multipolygon, one repair a code."""
    for code, faults in mends.items():
        twins = [place for place, area in enumerate(level.areas) if area.code == code]
        shapes = level.sound[twins]
        whole = shapely.union_all(shapes)
        shared = float(shapely.area(shapes).sum()) - whole.area
        if len(twins) < 2 or shared > tolerances.area_m2 or not level.valid[twins].all():
            continue
        areas: list[Area] = [level.areas[place] for place in twins]
        after = shapely.union_all([area.geometry for area in areas])
        rest: list[BaseGeometry | None] = [after, *(None for _ in twins[1:])]
        changes = [Change(code, area.geometry, now) for area, now in zip(areas, rest, strict=True)]
        limit = f"各部分重叠不超过 {tolerances.area_m2} 平方米"
        yield Repair("merge_parts", level.layer, tuple(changes), (), tuple(faults), 0.0, limit)


def _corners(shape: BaseGeometry) -> int:
    return int(shapely.get_num_coordinates(shape))
