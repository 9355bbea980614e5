"""Repairs that hand small pieces of ground over: slivers to a neighbour, what stands over a parent's border back.

Pieces that concern the same areas are one repair, so that two repairs never change one area differently.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from gis.coverage.alone import sliver_pieces
from gis.coverage.borders import gap_pieces, outside_pieces, overlap_pieces
from gis.coverage.fault import Fault, FaultKind, RepairKind, Tolerances
from gis.coverage.plane import Level, areal, width
from gis.repair.ledger import GRID_M, Ledger
from gis.repair.repair import TRACE_M2, Change, Move, Repair, moves_of
from gis.repair.tidy import settled, tidy

_BESIDE_M: Final = 0.01  # ground nearer than this shares a border
_CRUMB_M2: Final = 1e-3  # what an overlay may leave behind beside a line


class Handover(NamedTuple):
    """One piece of ground, metres, from an area to another (places in the level; None: nobody).

    keeper: who had it too and now has it alone. within: what the source is cut to, where the piece is all that stands
    over it.
    """

    kind: RepairKind
    source: int | None
    target: int | None
    keeper: int | None
    piece: BaseGeometry
    shift_m: float
    mends: int
    within: BaseGeometry | None = None


Known = dict[tuple[FaultKind, tuple[str, ...], float], int]


def handovers(
    level: Level, above: Level | None, faults: list[Fault], tolerances: Tolerances
) -> list[Handover]:
    """What can be handed over for the faults of a layer."""
    known: Known = {
        (fault.kind, fault.codes, round(fault.area_m2, 6)): place
        for place, fault in enumerate(faults)
        if fault.layer == level.layer and fault.repair in ("dissolve_sliver", "clip")
    }
    kinds = {kind for kind, _, _ in known}
    found: list[Handover] = []
    if "sliver" in kinds:
        found += _slivers(level, above, known, tolerances)
    if "overlap" in kinds:
        found += _overlaps(level, above, known, tolerances)
    if above is not None and "gap" in kinds:
        found += _gaps(level, above, known, tolerances)
    if above is not None and "outside" in kinds:
        found += _outside(level, above, known, tolerances)
    return found


def ground_repairs(
    level: Level, above: Level | None, given: list[Handover], tolerances: Tolerances
) -> Iterator[Repair]:
    """One repair for each group of areas that pieces link together; none that would leave an area without ground."""
    ledger = Ledger(level) if above is None else Ledger(level, above)
    for group in _groups(given):
        shapes = _handed_over(level, group, ledger)
        places = sorted(shapes)
        back = [settled(shapes[place], ledger, tolerances) for place in places]
        if any(shape is None for shape in back):
            continue
        codes = [level.areas[place].code for place in places]
        changes = tuple(
            Change(level.areas[place].code, level.areas[place].geometry, shape)
            for place, shape in zip(places, back, strict=True)
        )
        after = np.array([shapes[place] for place in places], dtype=object)
        moves = _kept(moves_of(codes, level.sound[places], after), group, level)
        kind: RepairKind = "clip" if all(each.kind == "clip" for each in group) else "dissolve_sliver"
        shift = max(each.shift_m for each in group)
        mends = tuple(sorted({each.mends for each in group}))
        yield Repair(kind, level.layer, changes, moves, mends, shift, _limit(kind, tolerances))


def _handed_over(level: Level, group: list[Handover], ledger: Ledger) -> dict[int, BaseGeometry]:
    """The shapes of a group's areas, metres, once every piece is where it goes."""
    shapes: dict[int, BaseGeometry] = {}
    for each in group:
        if each.source is not None:
            former = shapes.get(each.source, level.sound[each.source])
            shapes[each.source] = tidy(_taken(former, each), ledger)
        if each.target is not None:
            former = shapes.get(each.target, level.sound[each.target])
            shapes[each.target] = tidy(shapely.union(former, each.piece, grid_size=GRID_M), ledger)
    return shapes


def _taken(former: BaseGeometry, each: Handover) -> BaseGeometry:
    """What is left of a shape; cut along its parent's border where all that stands over it goes."""
    if each.within is not None:
        return shapely.intersection(former, each.within, grid_size=GRID_M)
    return shapely.difference(former, each.piece, grid_size=GRID_M)


def _kept(moves: tuple[Move, ...], group: list[Handover], level: Level) -> tuple[Move, ...]:
    """The moves, with the keeper named for ground that two areas had."""
    told = [
        Move(level.areas[each.source].code, level.areas[each.keeper].code, float(each.piece.area))
        for each in group
        if each.source is not None and each.keeper is not None
    ]
    found = list(told)
    for move in moves:
        area_m2 = move.area_m2
        if move.target is None:
            area_m2 -= sum(each.area_m2 for each in told if each.source == move.source)
        if area_m2 > TRACE_M2:
            found.append(Move(move.source, move.target, area_m2))
    return tuple(found)


def _limit(kind: RepairKind, tolerances: Tolerances) -> str:
    if kind == "clip":
        return f"超出不超过 {tolerances.clip_m:g} 米"
    return f"每块宽不足 {tolerances.sliver_m:g} 米、不超过 {tolerances.dissolve_m2:g} 平方米"


def _groups(given: list[Handover]) -> list[list[Handover]]:
    """Handovers that change the same areas or mend the same fault, together."""
    group_of: dict[tuple[str, int], int] = {}
    groups: dict[int, list[Handover]] = {}
    for number, each in enumerate(given):
        joined = sorted({group_of[link] for link in _links(each) if link in group_of})
        groups[number] = [one for former in joined for one in groups.pop(former)] + [each]
        group_of.update({link: number for one in groups[number] for link in _links(one)})
    return list(groups.values())


def _links(each: Handover) -> list[tuple[str, int]]:
    places = [("area", place) for place in (each.source, each.target) if place is not None]
    return [*places, ("fault", each.mends)]


def _slivers(level: Level, above: Level | None, known: Known, tolerances: Tolerances) -> Iterator[Handover]:
    for place, piece in sliver_pieces(level, tolerances):
        mends = known.get(("sliver", (level.areas[place].code,), round(float(piece.core.area), 6)))
        target = _neighbour(level, piece.whole, _owner(above, piece.core), besides=place)
        if mends is not None and target is not None and shapely.get_num_geometries(level.sound[place]) > 1:
            yield Handover("dissolve_sliver", place, target, None, piece.whole, width(piece.core), mends)


def _overlaps(level: Level, above: Level | None, known: Known, tolerances: Tolerances) -> Iterator[Handover]:
    """A narrow overlap stays with the area whose parent it lies in, else with the one it borders more."""
    for one, other, piece in overlap_pieces(level, tolerances):
        codes = (level.areas[one].code, level.areas[other].code)
        mends = known.get(("overlap", codes, round(float(piece.core.area), 6)))
        if mends is None:
            continue
        owner = _owner(above, piece.core)
        at_home = [place for place in (one, other) if owner is None or level.areas[place].parent == owner]
        keeps = max(at_home or [one, other], key=lambda place: _border(level, place, piece.whole))
        loses = other if keeps == one else one
        yield Handover("dissolve_sliver", loses, None, keeps, piece.whole, width(piece.core), mends)


def _gaps(level: Level, above: Level, known: Known, tolerances: Tolerances) -> Iterator[Handover]:
    for code, piece in gap_pieces(level, above, tolerances):
        mends = known.get(("gap", (code,), round(float(piece.core.area), 6)))
        target = _neighbour(level, piece.whole, code)
        if mends is not None and target is not None:
            yield Handover("dissolve_sliver", None, target, None, piece.whole, width(piece.core), mends)


def _outside(level: Level, above: Level, known: Known, tolerances: Tolerances) -> Iterator[Handover]:
    """What stands over the border goes back; ground nobody else has goes to the neighbour on the other side."""
    found = list(outside_pieces(level, above, tolerances))
    far = {place for place, _, reach in found if reach > tolerances.clip_m}
    for place, piece, reach in found:
        area = level.areas[place]
        mends = known.get(("outside", (area.code, area.parent or ""), round(float(piece.core.area), 6)))
        if mends is None:
            continue
        within = None if place in far else above.whole[area.parent or ""]
        for target, theirs in _beyond(level, above, place, piece.whole):
            yield Handover("clip", None, target, None, theirs, reach, mends)
        yield Handover("clip", place, None, None, piece.whole, reach, mends, within)


def _beyond(
    level: Level, above: Level, place: int, piece: BaseGeometry
) -> Iterator[tuple[int, BaseGeometry]]:
    """The ground of a piece that nobody else has and that another parent's area lies beside."""
    others = [number for number in level.tree.query(piece, predicate="intersects") if number != place]
    free = shapely.difference(piece, shapely.union_all(level.sound[others]))
    for rest in shapely.get_parts(areal(free)):
        owner = _owner(above, rest)
        target = _neighbour(level, rest, owner, besides=place) if owner else None
        if target is not None and owner is not None and rest.area > _CRUMB_M2:
            yield target, shapely.intersection(rest, above.whole[owner])


def _owner(above: Level | None, piece: BaseGeometry) -> str | None:
    """The code of the parent that a piece lies in."""
    if above is None:
        return None
    point = shapely.point_on_surface(piece)
    found = above.tree.query(point, predicate="within")
    return above.areas[int(found.min())].code if len(found) else None


def _neighbour(
    level: Level, piece: BaseGeometry, parent: str | None, besides: int | None = None
) -> int | None:
    """The area with the longest border to a piece, of one parent if it is known."""
    near = level.tree.query(piece, predicate="dwithin", distance=_BESIDE_M).tolist()
    fit = [
        place
        for place in sorted(near)
        if place != besides and (parent is None or level.areas[place].parent == parent)
    ]
    borders = {place: _border(level, place, piece) for place in fit}
    best = max(fit, key=lambda place: borders[place], default=None)
    return best if best is not None and borders[best] > _BESIDE_M else None


def _border(level: Level, place: int, piece: BaseGeometry) -> float:
    """Metres of a piece's outline that run along an area, its own ground left out."""
    rest = shapely.difference(level.sound[place], piece)
    return float(shapely.intersection(piece.boundary, rest.buffer(_BESIDE_M)).length)
