"""Faults that show in the codes alone: one used twice, a parent that is not there, a cell numbered elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import shapely

from gis.coverage.draft import LAYER_NAMES, Layer
from gis.coverage.fault import Fault, RepairKind, Tolerances
from gis.coverage.plane import Level, array_of

ABOVE: Final[dict[Layer, Layer]] = {"village": "town", "cell": "village", "police_grid": "town"}


def duplicates(level: Level, tolerances: Tolerances) -> Iterator[Fault]:
    """Codes that several areas carry. Parts of one area, drawn as rows of their own, can be joined."""
    places: dict[str, list[int]] = {}
    for place, area in enumerate(level.areas):
        places.setdefault(area.code, []).append(place)
    for code, twins in places.items():
        if len(twins) == 1:
            continue
        shapes, areas = level.sound[twins], [level.areas[place] for place in twins]
        shared = float(sum(shapely.area(shapes)) - shapely.union_all(shapes).area)
        alike = len({(area.name, area.parent) for area in areas}) == 1
        repair: RepairKind | None = "merge_parts" if alike and shared <= tolerances.area_m2 else None
        advice = "若是同一块的几个部分，可合并为一个多部分图形" if repair else "请改正其中的编码后重新导入"
        says = f"{LAYER_NAMES[level.layer]}编码 {code} 出现了 {len(twins)} 次；{advice}"
        where = shapely.GeometryCollection([area.geometry for area in areas])
        yield Fault("duplicate", "blocking", level.layer, (code,), where, 0.0, 0.0, says, repair)


def orphans(level: Level, above: Level) -> Iterator[Fault]:
    """Areas whose parent is missing above; told once when nothing at all is above."""
    lost = [area for area in level.areas if area.parent not in above.by_code]
    own, upper = LAYER_NAMES[level.layer], LAYER_NAMES[above.layer]
    if lost and not above.areas:
        says = f"没有任何{upper}，{len(lost)} 个{own}没有上级；请先导入{upper}图层"
        codes = tuple(sorted({area.code for area in lost}))
        where = shapely.GeometryCollection([*array_of(area.geometry for area in lost)])
        yield Fault("orphan", "blocking", level.layer, codes, where, 0.0, 0.0, says)
        return
    for area in lost:
        if area.parent:
            says = f"{own} {area.called} 的上级{upper} {area.parent} 不存在；请改正它的上级编码，或先导入这个{upper}"
        else:
            says = f"{own} {area.called} 没有写上级{upper}；请补上上级编码"
        yield Fault("orphan", "blocking", level.layer, (area.code,), area.geometry, 0.0, 0.0, says)


def misnumbered(cells: Level) -> Iterator[Fault]:
    """Cells whose code does not begin with the code of their village."""
    for area in cells.areas:
        if area.parent and not area.code.startswith(area.parent):
            says = f"网格 {area.called} 的编码不以所属村居 {area.parent} 开头；请核对编码或所属村居"
            yield Fault("code", "warning", "cell", (area.code,), area.geometry, 0.0, 0.0, says)
