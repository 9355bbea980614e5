"""Everything that is wrong with a draft, in a stable order. Called when boundaries are imported, edited, published.

Measured in EPSG:4549 metres; nothing is repaired here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Final

import shapely

from gis.coverage import alone, borders, codes, police
from gis.coverage.draft import LAYERS, Draft, Layer
from gis.coverage.fault import FAULT_KINDS, USUAL, Fault, Progress, Tolerances
from gis.coverage.plane import Geometries, Level, array_of, laid, level

Check = Callable[[], Iterable[Fault]]
_ORDER: Final = {kind: number for number, kind in enumerate(FAULT_KINDS)}


def check(draft: Draft, tolerances: Tolerances = USUAL, progress: Progress | None = None) -> list[Fault]:
    """All faults of a draft: by layer (town, village, cell, police grid), then kind, codes and area.

    progress: called with (steps done, steps in all) after each check. Raises nothing for a broken draft.
    """
    levels = {layer: level(draft, layer) for layer in LAYERS}
    found: list[Fault] = []
    steps = _steps(draft, levels, found, tolerances)
    for number, step in enumerate(steps, start=1):
        found += _not_too_many(step(), tolerances.most)
        if progress is not None:
            progress(number, len(steps))
    return sorted(found, key=_place)


def _not_too_many(faults: Iterable[Fault], most: int) -> list[Fault]:
    """At most so many faults of one check, the last one saying that there are more: a hundred areas that all cover the
    same ground overlap in thousands of pairs.
    """
    listed = list(islice(faults, most))
    if len(listed) == most:
        says = f"这一类问题超过 {most} 处，只列出前面这些；多半是整个图层有误，请先核对文件"
        listed[-1] = listed[-1]._replace(codes=(), says=says, repair=None)
    return listed


def blocking(faults: Iterable[Fault]) -> list[Fault]:
    """The faults that a draft cannot be published with."""
    return [fault for fault in faults if fault.severity == "blocking"]


def _place(fault: Fault) -> tuple[int, int, tuple[str, ...], float]:
    return LAYERS.index(fault.layer), _ORDER[fault.kind], fault.codes, -fault.area_m2


def _steps(
    draft: Draft, levels: dict[Layer, Level], found: list[Fault], tolerances: Tolerances
) -> list[Check]:
    steps: list[Check] = []
    for layer in LAYERS:
        steps += _of_layer(levels, layer, found, tolerances)
    cells, police_grids = levels["cell"], levels["police_grid"]
    return [
        *steps,
        lambda: codes.misnumbered(cells),
        lambda: police.without_police_grid(draft, cells, police_grids),
        lambda: police.linked_to_another_town(draft, cells, police_grids),
        lambda: police.mostly_elsewhere(draft, cells, police_grids, tolerances),
        lambda: police.across_towns(police_grids, levels["town"], tolerances),
        lambda: police.without_cells(draft, police_grids),
        lambda: police.stray_links(draft, cells),
    ]


def _of_layer(
    levels: dict[Layer, Level], layer: Layer, found: list[Fault], tolerances: Tolerances
) -> list[Check]:
    """The checks of one layer; the last one passes over what the ones before it have told."""
    own = levels[layer]
    steps: list[Check] = [
        lambda: codes.duplicates(own, tolerances),
        lambda: alone.no_area(own),
        lambda: alone.broken_rings(own, tolerances),
        lambda: alone.slivers(own, tolerances),
        lambda: alone.labels(own),
        lambda: borders.overlaps(own, tolerances),
    ]
    if layer not in codes.ABOVE:
        steps.append(lambda: borders.openings(own, tolerances))
    else:
        above = levels[codes.ABOVE[layer]]
        steps += [lambda: codes.orphans(own, above), lambda: borders.gaps(own, above, tolerances)]
        if layer == "police_grid":
            return (
                steps  # drawn by another hand than the cells: see `police` for what of their borders matters
            )
        steps += [lambda: borders.outside(own, above, tolerances), lambda: borders.missing(own, above)]
    return [*steps, lambda: borders.mismatches(own, _told(found, layer), _buried(found, own), tolerances)]


def _buried(found: list[Fault], own: Level) -> list[int]:
    """Places of the areas that overlaps take half of or more: their borders need no second word."""
    lost: dict[str, float] = {}
    for fault in found:
        if fault.layer == own.layer and fault.kind == "overlap":
            for code in fault.codes:
                lost[code] = lost.get(code, 0.0) + fault.area_m2
    areas = shapely.area(own.sound).tolist()
    return [place for place, area in enumerate(own.areas) if lost.get(area.code, 0.0) * 2 > areas[place]]


def _told(found: list[Fault], layer: Layer) -> Geometries:
    """Where the faults of a layer that have ground lie, metres."""
    return laid(array_of(fault.geometry for fault in found if fault.layer == layer and fault.area_m2))
