"""Faults of police grids and of the links of cells to them. 1 police grid : N cells, all in one town."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from gis.coverage.draft import Draft
from gis.coverage.fault import Fault, Tolerances
from gis.coverage.plane import Level, degrees


class Shares(NamedTuple):
    """How much of each area of one level lies in each area of another: places, m², share of the first."""

    one: NDArray[np.int64]
    other: NDArray[np.int64]
    area_m2: NDArray[np.float64]
    share: NDArray[np.float64]

    def of(self, place: int) -> dict[int, float]:
        """Shares of one area by the place of the other."""
        start, stop = np.searchsorted(self.one, [place, place + 1])
        return dict(zip(self.other[start:stop].tolist(), self.share[start:stop].tolist(), strict=True))


def shares(level: Level, other: Level) -> Shares:
    """Shares of the areas of a level in the areas of another, in order of places."""
    pairs = other.tree.query(level.sound, predicate="intersects")
    one, two = pairs[:, np.lexsort(pairs[::-1])]
    whole = shapely.covered_by(level.sound[one], other.sound[two])
    areas = shapely.area(level.sound)[one]
    cut = np.flatnonzero(~whole)
    areas[cut] = shapely.area(shapely.intersection(level.sound[one[cut]], other.sound[two[cut]]))
    total = np.maximum(shapely.area(level.sound), 1e-9)[one]
    return Shares(one, two, areas, areas / total)


def without_police_grid(draft: Draft, cells: Level, police_grids: Level) -> Iterator[Fault]:
    """Cells that no link leads from, or whose link leads to a police grid that is not in the draft."""
    if cells.areas and not police_grids.areas and not draft.links:
        says = "这一版没有警格；请导入警格图层和网格与警格的对应关系，否则工单找不到所属警格"
        where = shapely.GeometryCollection()
        yield Fault("no_police_grid", "warning", "cell", (), where, 0.0, 0.0, says)
        return
    for area in cells.areas:
        linked = draft.links.get(area.code)
        if linked is None:
            says = f"网格 {area.called} 没有对应的警格；请在对应关系里补上"
        elif linked not in police_grids.by_code:
            says = f"网格 {area.called} 对应的警格 {linked} 不在这一版里；请改正对应关系，或导入这个警格"
        else:
            continue
        yield Fault("no_police_grid", "blocking", "cell", (area.code,), area.geometry, 0.0, 0.0, says)


def linked_to_another_town(draft: Draft, cells: Level, police_grids: Level) -> Iterator[Fault]:
    """Cells whose police grid belongs to another town than their own."""
    towns = {village.code: village.parent for village in draft.villages}
    for area in cells.areas:
        place = police_grids.by_code.get(draft.links.get(area.code, ""))
        town = towns.get(area.parent or "")
        if place is None or town is None:
            continue
        police_grid = police_grids.areas[place]
        if police_grid.parent and police_grid.parent != town:
            says = (
                f"网格 {area.called} 在镇街 {town}，对应的警格 {police_grid.called} 却属于镇街 "
                f"{police_grid.parent}；一个警格的网格应在同一镇街，请改正对应关系"
            )
            codes = (area.code, police_grid.code)
            yield Fault("other_town", "blocking", "cell", codes, area.geometry, 0.0, 0.0, says)


def mostly_elsewhere(
    draft: Draft, cells: Level, police_grids: Level, tolerances: Tolerances
) -> Iterator[Fault]:
    """Cells most of whose ground lies in another police grid than their link says."""
    found = shares(cells, police_grids)
    towns = {village.code: village.parent for village in draft.villages}
    for place in np.unique(found.one).tolist():
        area = cells.areas[place]
        linked = police_grids.by_code.get(draft.links.get(area.code, ""))
        if linked is None or police_grids.areas[linked].parent != towns.get(area.parent or ""):
            continue  # told by `without_police_grid` or `linked_to_another_town`
        by_code: dict[str, float] = {}
        for other, share in found.of(place).items():
            code = police_grids.areas[other].code
            by_code[code] = by_code.get(code, 0.0) + share
        code, share = max(by_code.items(), key=lambda each: (each[1], each[0]))
        if code == police_grids.areas[linked].code or share <= tolerances.elsewhere:
            continue
        elsewhere = police_grids.areas[police_grids.by_code[code]]
        says = (
            f"网格 {area.called} 有 {share:.0%} 的面积在警格 {elsewhere.called} 里，对应关系写的却是 "
            f"{police_grids.areas[linked].called}；请核对对应关系"
        )
        codes = (area.code, police_grids.areas[linked].code, code)
        area_m2 = share * float(shapely.area(cells.sound[place]))
        yield Fault("elsewhere", "warning", "cell", codes, area.geometry, area_m2, 0.0, says, None, share)


def across_towns(police_grids: Level, towns: Level, tolerances: Tolerances) -> Iterator[Fault]:
    """Police grids that reach into another town than theirs."""
    found = shares(police_grids, towns)
    for place in np.unique(found.one).tolist():
        area = police_grids.areas[place]
        inside = {towns.areas[other].code: share for other, share in found.of(place).items()}
        home = area.parent if area.parent in towns.by_code else max(inside, key=lambda code: inside[code])
        beyond = {code: share for code, share in inside.items() if code != home and share > tolerances.across}
        for code, share in sorted(beyond.items()):
            town = towns.areas[towns.by_code[code]]
            part = shapely.intersection(police_grids.sound[place], towns.whole[code])
            says = (
                f"警格 {area.called} 有 {share:.0%} 的面积在镇街 {town.called} 里；"
                "一个警格应在同一镇街，请核对警格边界"
            )
            yield Fault(
                "across_towns", "warning", "police_grid", (area.code, code), degrees(part),
                float(part.area), 0.0, says, None, share,
            )  # fmt: skip


def without_cells(draft: Draft, police_grids: Level) -> Iterator[Fault]:
    """Police grids that no link leads to."""
    linked = {draft.links[area.code] for area in draft.cells if area.code in draft.links}
    for area in police_grids.areas:
        if area.code not in linked:
            says = f"警格 {area.called} 没有任何网格；请在对应关系里补上，或从图层里去掉它"
            yield Fault("no_cells", "warning", "police_grid", (area.code,), area.geometry, 0.0, 0.0, says)


def stray_links(draft: Draft, cells: Level) -> Iterator[Fault]:
    """Links of cells that are not in the draft."""
    for cell, police_grid in sorted(draft.links.items()):
        if cell not in cells.by_code:
            says = (
                f"对应关系里的网格 {cell}（警格 {police_grid}）不在这一版里；请从对应关系里去掉它，或改正编码"
            )
            where = shapely.GeometryCollection()
            yield Fault("stray_link", "warning", "cell", (cell, police_grid), where, 0.0, 0.0, says)
