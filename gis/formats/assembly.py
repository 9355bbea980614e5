"""From the rows of a file to the areas of a draft: names of villages, towns and police grids become codes.

Called by the service once a file is read, with the areas of the layer above, whether from the same import or from the
version that is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import shapely

from gis.coverage.codes import ABOVE
from gis.coverage.draft import LAYER_NAMES, Area, Layer
from gis.coverage.plane import array_of
from gis.formats.report import Feature, Field, RowProblem

CellKind = Literal["general", "dedicated"]
_DEDICATED: Final = ("专属", "专职", "特殊", "dedicated", "special")
_ENDINGS: Final = (
    "社区居民委员会", "居民委员会", "村民委员会", "社区居委会", "居委会", "村委会", "社区", "街道办事处", "街道", "村",
    "镇", "乡",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Assembled:
    """Areas ready for a draft.

    links: police grid code by cell code. kinds: by cell code. police_stations: as written, by code. problems: rows
    whose parent or police grid was not found, or found only by where they lie.
    """

    areas: tuple[Area, ...]
    links: dict[str, str]
    kinds: dict[str, CellKind]
    police_stations: dict[str, str]
    problems: tuple[RowProblem, ...]


class Register:
    """Areas that a text may mean: by code, by name, by name without its ending."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self.areas = {area.code: area for area in areas}
        self._names: dict[str, list[Area]] = {}
        self._stems: dict[str, list[Area]] = {}
        for area in self.areas.values():
            if area.name:
                self._names.setdefault(area.name, []).append(area)
                self._stems.setdefault(stem(area.name), []).append(area)
        self._tree: shapely.STRtree | None = None

    def meant(self, text: str, within: str | None = None) -> list[Area]:
        """The areas a text may mean; within: the code of the area above, where it is known."""
        if text in self.areas:
            return [self.areas[text]]
        found = self._names.get(text) or self._stems.get(stem(text), [])
        return [area for area in found if area.parent == within] or found if within else found

    def beginning(self, code: str) -> Area | None:
        """The area whose code another code begins with."""
        lengths = sorted({len(each) for each in self.areas}, reverse=True)
        return next((self.areas[code[:n]] for n in lengths if n < len(code) and code[:n] in self.areas), None)

    def around(self, feature: Feature) -> Area | None:
        """The area that a feature's middle lies in."""
        if self._tree is None:
            self._tree = shapely.STRtree(array_of(area.geometry for area in self.areas.values()))
        shape = feature.geometry if feature.geometry.is_valid else feature.geometry.buffer(0)
        if shape.is_empty:
            return None
        places = self._tree.query(shapely.point_on_surface(shape), predicate="within")
        return list(self.areas.values())[int(np.min(places))] if len(places) else None


def assembled(
    features: Sequence[Feature],
    layer: Layer,
    above: Sequence[Area] = (),
    police_grids: Sequence[Area] = (),
    towns: Sequence[Area] = (),
) -> Assembled:
    """Features as areas of a layer.

    above: villages for cells, towns for villages and police grids. police_grids: what cells may be linked to.
    towns: help to tell apart villages of one name.
    """
    upper, grids, districts = Register(above), Register(police_grids), Register(towns)
    problems: list[RowProblem] = []
    areas, links = [], {}
    for feature in features:
        parent = None if layer == "town" else _parent(feature, layer, upper, districts, problems)
        areas.append(Area(feature.code, feature.geometry, parent, feature.name, feature.label))
        grid = _linked(feature, grids, problems) if layer == "cell" else None
        if grid is not None:
            links[feature.code] = grid
    kinds = {each.code: kind_of(each.kind) for each in features} if layer == "cell" else {}
    stations = {each.code: each.police_station for each in features if each.police_station}
    return Assembled(tuple(areas), links, kinds, stations, tuple(problems))


def kind_of(text: str | None) -> CellKind:
    """Whether a cell is general (综合, 基础) or dedicated (专属), as files write it."""
    return "dedicated" if any(word in (text or "").lower() for word in _DEDICATED) else "general"


def stem(name: str) -> str:
    """A name without what only says what it is the name of: 渔沟居委会, 渔沟社区 → 渔沟."""
    ending = next((each for each in _ENDINGS if name.endswith(each) and len(name) > len(each)), "")
    return name[: len(name) - len(ending)]


def _parent(
    feature: Feature, layer: Layer, upper: Register, towns: Register, problems: list[RowProblem]
) -> str | None:
    """The code of the area above: by the text of its column, else by the code's beginning, else by where it lies."""
    text: str | None = feature.village if layer == "cell" else feature.town
    field: Field = "village" if layer == "cell" else "town"
    by_code = upper.beginning(feature.code)
    if text is not None:
        found = upper.meant(text, _town(feature, towns) if layer == "cell" else None)
        chosen = found[0] if len(found) == 1 else by_code if by_code in found else None
        if chosen is not None:
            return chosen.code
        problems.append(_unknown(feature, field, text, found, by_code))
        return by_code.code if by_code else text if not found else None
    if by_code is not None:
        return by_code.code
    around = upper.around(feature)
    if around is not None:
        says = f"没有写{LAYER_NAMES[ABOVE[layer]]}，按图形位置取为 {around.called}；请核对"
        problems.append(RowProblem(feature.row, field, feature.code, says, False, feature.geometry))
    return around.code if around else None


def _town(feature: Feature, towns: Register) -> str | None:
    found = towns.meant(feature.town) if feature.town else []
    return found[0].code if len(found) == 1 else None


def _unknown(
    feature: Feature, field: Field, text: str, found: list[Area], by_code: Area | None
) -> RowProblem:
    if found:
        others = "、".join(area.code for area in found[:5])
        says = f"“{text}”有 {len(found)} 个（{others}），分不清是哪一个；请改写成编码，或补上所属镇街"
    elif by_code is not None:
        says = f"没有叫“{text}”的；按编码开头取为 {by_code.called}；请核对"
    else:
        says = f"没有叫“{text}”的；请改成已有的编码或全称，或先导入它"
    return RowProblem(feature.row, field, feature.code, says, False, feature.geometry)


def _linked(feature: Feature, grids: Register, problems: list[RowProblem]) -> str | None:
    """The police grid of a cell; a text that names none stays, so that the check tells it."""
    text = feature.police_grid
    if text is None:
        return None
    found = grids.meant(text)
    if len(found) > 1:
        others = "、".join(area.code for area in found[:5])
        says = f"叫“{text}”的警格有 {len(found)} 个（{others}）；请改写成警格编号"
        problems.append(RowProblem(feature.row, "police_grid", feature.code, says, False, feature.geometry))
        return None
    return found[0].code if found else text
