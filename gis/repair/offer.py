"""What can be mended safely, offered and then applied: never in silence, never more than was shown.

One round changes an area in one repair only. What is left is offered when the draft is checked again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import shapely

from gis.coverage.codes import ABOVE
from gis.coverage.draft import LAYERS, Area, Draft, Layer
from gis.coverage.fault import USUAL, Fault, RepairKind, Tolerances
from gis.coverage.plane import Level, level
from gis.errors import RepairError
from gis.repair.alone import made_valid, merged, normalised
from gis.repair.ground import ground_repairs, handovers
from gis.repair.repair import Change, Repair
from gis.repair.snapping import snapped


def offers(draft: Draft, faults: list[Fault], tolerances: Tolerances = USUAL) -> list[Repair]:
    """The safe repairs of a draft, by layer, then the kinds in their order.

    faults: what `check` found in this very draft. A repair that would move more than its tolerance is not offered;
    its faults stay for a person.
    """
    levels: dict[Layer, Level] = {}
    found: list[Repair] = []
    for layer in LAYERS:
        levels[layer] = level(draft, layer)
        above = levels.get(ABOVE[layer]) if layer in ABOVE else None
        found += _of_layer(levels[layer], above, faults, tolerances)
    return found


def apply(draft: Draft, repairs: Iterable[Repair]) -> Draft:
    """The draft with the repairs carried out.

    Raises RepairError where the draft is no longer the one that they were offered for.
    """
    by_layer: dict[Layer, list[Repair]] = {}
    for repair in repairs:
        by_layer.setdefault(repair.layer, []).append(repair)
    for layer, own in by_layer.items():
        areas = list(draft.layer(layer))
        for repair in own:
            for change in repair.changes:
                _carry_out(areas, change)
        draft = draft.with_layer(layer, tuple(areas))
    return draft


def _carry_out(areas: list[Area], change: Change) -> None:
    for place, area in enumerate(areas):
        if area.code == change.code and shapely.equals_identical(area.geometry, change.before):
            if change.after is None:
                del areas[place]
            else:
                areas[place] = replace(area, geometry=change.after)
            return
    raise RepairError(f"{change.code} 的图形在这期间已经改动，这项修正不再适用；请重新检查后再选")


def _of_layer(own: Level, above: Level | None, faults: list[Fault], tolerances: Tolerances) -> list[Repair]:
    """Offers of one layer; a code changed by an earlier one, or used twice, is busy for the later ones."""
    found = list(merged(own, _by_code(own, faults, "merge_parts"), tolerances))
    busy = {fault.codes[0] for fault in faults if fault.layer == own.layer and fault.kind == "duplicate"}
    for repair in [
        *made_valid(own, _by_code(own, faults, "make_valid"), tolerances),
        *normalised(own),
    ]:
        free = tuple(change for change in repair.changes if change.code not in busy)
        if free:
            found.append(replace(repair, changes=free))
            busy.update(change.code for change in free)
    given = [
        each
        for each in handovers(own, above, faults, tolerances)
        if not any(own.areas[place].code in busy for place in (each.source, each.target) if place is not None)
    ]
    for repair in ground_repairs(own, above, given, tolerances):
        found.append(repair)
        busy.update(repair.codes)
    mismatches = {
        place: fault
        for place, fault in enumerate(faults)
        if fault.layer == own.layer and fault.repair == "snap"
    }
    return [*found, *snapped(own, mismatches, busy, tolerances)]


def _by_code(own: Level, faults: list[Fault], kind: RepairKind) -> dict[str, list[int]]:
    """Places of the faults of a layer that one kind of repair mends, by the code they concern."""
    found: dict[str, list[int]] = {}
    for place, fault in enumerate(faults):
        if fault.layer == own.layer and fault.repair == kind:
            found.setdefault(fault.codes[0], []).append(place)
    return found
