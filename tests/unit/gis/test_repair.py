"""Safe repairs: what is offered mends what it says, moves no more than it says, and changes nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from gis.coverage import USUAL, Area, Draft, Fault, Tolerances, check
from gis.coverage.plane import array_of, metres
from gis.coverage.plane import sound as valid_shapes
from gis.errors import RepairError
from gis.repair import REPAIR_NAMES, Repair, apply, offers
from tests.unit.gis.district import at
from tests.unit.gis.drafts import METRE, area_of, changed, sound, with_area

CELL = "320804109201003"  # columns 2 to 3, row 0 to 1
BESIDE = "320804109201004"  # columns 3 to 4
ABOVE = "320804109201001"  # columns 2 to 3, row 1 to 2
WEST = "320804110001004"  # columns 1 to 2, in the next village
EPSILON_M2 = 0.2  # what straight lines of degrees and of metres make of a kilometre


def only(draft: Draft) -> Repair:
    """The one offer for a draft."""
    (repair,) = offers(draft, check(draft))
    return repair


def rounds(draft: Draft) -> tuple[Draft, list[Repair]]:
    """Check, take every offer, check again, until nothing is offered."""
    taken: list[Repair] = []
    for _ in range(6):
        offered = offers(draft, check(draft))
        if not offered:
            return draft, taken
        draft, taken = apply(draft, offered), taken + offered
    raise AssertionError("repairs do not come to an end")


def square_metres(areas: Iterable[Area]) -> dict[str, float]:
    areas = list(areas)
    shapes = valid_shapes(metres(array_of(area.geometry for area in areas)))[1]
    return dict(zip((area.code for area in areas), shapely.area(shapes).tolist(), strict=True))


def moved(before: Draft, after: Draft) -> dict[str, float]:
    """Square metres that each cell gained and lost."""
    old = valid_shapes(metres(array_of(area.geometry for area in before.cells)))[1]
    new = valid_shapes(metres(array_of(area.geometry for area in after.cells)))[1]
    areas = shapely.area(shapely.symmetric_difference(old, new))
    return {cell.code: float(area) for cell, area in zip(before.cells, areas, strict=True)}


def keeps_its_word(draft: Draft) -> None:
    """Each offer taken by itself: its faults are gone, only its areas changed, by no more than it says."""
    faults = check(draft)
    for repair in offers(draft, faults):
        better = apply(draft, [repair])
        left = {told(fault) for fault in check(better)}
        assert not left & {told(faults[place]) for place in repair.mends}, repair.says
        for code, area in moved(draft, better).items():
            assert area <= (repair.largest_m2 + EPSILON_M2 if code in repair.codes else 0), repair.says
        assert (better.towns, better.villages, better.links) == (draft.towns, draft.villages, draft.links)


def told(fault: Fault) -> tuple[object, ...]:
    """What makes a fault the same one in two checks."""
    return (
        fault.kind,
        fault.layer,
        fault.codes,
        round(fault.geometry.centroid.x, 5),
        round(fault.geometry.centroid.y, 5),
    )


def test_a_sound_draft_is_offered_nothing() -> None:
    assert offers(sound(), []) == []
    assert apply(sound(), []) == sound()


def test_every_kind_has_a_name() -> None:
    from gis.coverage import REPAIR_KINDS

    assert set(REPAIR_NAMES) == set(REPAIR_KINDS)


def test_touching_ring_made_valid() -> None:
    inner = [at(2.5, 0), at(2.4, 0.3), at(2.6, 0.3), at(2.5, 0)]
    ring = shapely.Polygon([at(2, 0), *inner, at(3, 0), at(3, 1), at(2, 1)])
    draft = changed(sound(), "cell", BESIDE, lambda shape: shapely.union(shape, shapely.Polygon(inner)))
    draft = changed(draft, "cell", CELL, lambda _: ring)
    repair = only(draft)
    assert (repair.kind, repair.codes, repair.moves, repair.mends) == ("make_valid", (CELL,), (), (0,))
    better = apply(draft, [repair])
    assert check(better) == []
    shape = area_of(better, "cell", CELL).geometry
    assert shape.is_valid
    assert {tuple(corner) for corner in shapely.get_coordinates(shape)} == {
        tuple(corner) for corner in shapely.get_coordinates(ring)
    }


def test_real_crossing_is_not_offered() -> None:
    bow = shapely.Polygon([at(2, 0), at(3, 1), at(3, 0), at(2, 1)])
    draft = changed(sound(), "cell", CELL, lambda _: bow)
    assert offers(draft, check(draft)) == []


def test_narrow_gap_goes_to_the_longest_border() -> None:
    """A triangle between three cells, longest along BESIDE."""
    gap = shapely.Polygon([at(3, 0), at(3.0005, 0), at(3.0005, 0.18), at(3, 0.179)])
    draft = changed(sound(), "cell", BESIDE, lambda shape: shapely.difference(shape, gap))
    repair = only(draft)
    assert repair.kind == "dissolve_sliver"
    move = repair.moves[0]
    assert (move.source, move.target) == (None, BESIDE)
    assert move.area_m2 == pytest.approx(0.464 * 199, rel=0.02)
    better, taken = rounds(draft)
    assert check(better) == []
    assert [each.kind for each in taken] == ["dissolve_sliver", "snap"]
    assert sum(square_metres(better.cells).values()) == pytest.approx(
        sum(square_metres(sound().cells).values()), abs=EPSILON_M2
    )


def test_narrow_overlap_stays_with_one_of_the_two() -> None:
    strip = shapely.box(*at(3, 0), *at(3 + 0.0001, 0.9))
    draft = changed(sound(), "cell", CELL, lambda shape: shapely.union(shape, strip))
    repair = only(draft)
    move = repair.moves[0]
    assert (repair.kind, move.source, move.target) == ("dissolve_sliver", CELL, BESIDE)
    assert sum(each.area_m2 for each in repair.moves[1:]) < EPSILON_M2
    keeps_its_word(draft)
    assert check(rounds(draft)[0]) == []


def test_sliver_goes_to_the_cell_it_lies_in() -> None:
    strip = shapely.box(*at(3, 0), *at(3.0005, 0.1))
    draft = changed(sound(), "cell", BESIDE, lambda shape: shapely.difference(shape, strip))
    draft = changed(draft, "cell", ABOVE, lambda shape: shapely.union(shape, strip))
    repair = only(draft)
    assert repair.kind == "dissolve_sliver"
    assert (repair.moves[0].source, repair.moves[0].target) in ((ABOVE, BESIDE), (ABOVE, CELL))
    keeps_its_word(draft)
    assert check(rounds(draft)[0]) == []


def test_clip_gives_ground_back_to_the_village_it_lies_in() -> None:
    strip = shapely.box(*at(2 - 0.5 / 928, 0), *at(2, 1))
    draft = changed(sound(), "cell", CELL, lambda shape: shapely.union(shape, strip))
    draft = changed(draft, "cell", WEST, lambda shape: shapely.difference(shape, strip))
    repair = only(draft)
    assert (repair.kind, repair.codes) == ("clip", (CELL, WEST))
    move = repair.moves[0]
    assert (move.source, move.target) == (CELL, WEST)
    assert sum(each.area_m2 for each in repair.moves[1:]) < EPSILON_M2
    assert move.area_m2 == pytest.approx(0.5 * 1109, rel=0.01)
    assert repair.shift_m == pytest.approx(0.5, rel=0.01)
    keeps_its_word(draft)
    assert check(rounds(draft)[0]) == []


def test_farther_out_is_not_offered() -> None:
    strip = shapely.box(*at(2, -1.5 / 1109), *at(3, 0))
    draft = changed(sound(), "cell", CELL, lambda shape: shapely.union(shape, strip))
    assert offers(draft, check(draft)) == []
    generous = Tolerances(clip_m=2)
    assert [repair.kind for repair in offers(draft, check(draft, generous), generous)] == ["clip"]


def test_a_large_sliver_is_not_offered() -> None:
    strip = shapely.box(*at(3, 0), *at(3 + 0.9 / 928, 1))
    draft = changed(sound(), "cell", BESIDE, lambda shape: shapely.difference(shape, strip))
    (fault,) = check(draft)
    assert (fault.kind, fault.repair) == (
        "gap",
        None,
    )  # 1,000 m²: narrow, but a person should see whose it is
    assert offers(draft, [fault]) == []


def test_corner_that_a_neighbour_lacks() -> None:
    bent = shapely.Polygon([at(2, 0), at(3, 0), at(3, 0.5), at(3, 1), at(2, 1)])
    draft = changed(sound(), "cell", CELL, lambda _: bent)
    repair = only(draft)
    assert (repair.kind, repair.codes) == ("snap", (BESIDE,))
    better = apply(draft, [repair])
    assert check(better) == []
    corners = shapely.get_coordinates(area_of(better, "cell", BESIDE).geometry).tolist()
    assert [*at(3, 0.5)] in corners  # the very number, not one a nanometre beside it
    assert shapely.coverage_is_valid([cell.geometry for cell in better.cells])


def test_shapes_kept_as_multipolygons_change_no_more_than_others() -> None:
    """As the database keeps them: an area that stays as it was is not part of an offer."""
    bent = shapely.Polygon([at(2, 0), at(3, 0), at(3, 0.5), at(3, 1), at(2, 1)])
    draft = changed(sound(), "cell", CELL, lambda _: bent)
    cells = tuple(replace(cell, geometry=shapely.MultiPolygon([cell.geometry])) for cell in draft.cells)
    draft = replace(draft, cells=cells)
    assert only(draft).codes == (BESIDE,)
    assert check(apply(draft, [only(draft)])) == []


def test_a_cell_a_few_centimetres_off_is_snapped_back() -> None:
    draft = changed(sound(), "cell", CELL, lambda shape: translate(shape, 0.03 * METRE, 0.01 * METRE))
    repair = only(draft)
    assert repair.kind == "snap"
    assert repair.shift_m <= USUAL.snap_m + 1e-6
    keeps_its_word(draft)
    assert check(apply(draft, [repair])) == []


def test_what_moves_more_than_the_tolerance_is_left_out_of_the_snapping() -> None:
    """A real overlap beside a mismatch: the one is mended, the other stays for a person."""
    bent = shapely.Polygon([at(2, 0), at(3, 0), at(3, 0.5), at(3, 1), at(2, 1)])
    draft = changed(sound(), "cell", CELL, lambda _: bent)
    big = shapely.box(*at(7.9, 0), *at(8, 1))
    draft = changed(
        draft,
        "cell",
        "320804001001003",
        lambda shape: shapely.union(shape, shapely.box(*at(8.9, 0), *at(9.2, 1))),
    )
    assert not big.is_empty
    found = check(draft)
    assert {fault.kind for fault in found} == {"mismatch", "overlap"}
    better = apply(draft, offers(draft, found))
    assert [fault.kind for fault in check(better)] == ["overlap"]


def test_parts_of_one_code_become_one_row() -> None:
    exclave = shapely.box(*at(3.4, 0.4), *at(3.6, 0.6))
    draft = changed(sound(), "cell", BESIDE, lambda shape: shapely.difference(shape, exclave))
    part = replace(area_of(draft, "cell", CELL), geometry=exclave)
    draft = replace(draft, cells=(*draft.cells, part))
    repair = only(draft)
    assert (repair.kind, repair.codes, repair.moves) == ("merge_parts", (CELL,), ())
    better = apply(draft, [repair])
    assert len(better.cells) == 48
    assert check(better) == []


def test_repeated_corners_go_when_something_is_mended() -> None:
    stuttering = shapely.Polygon([at(2, 0), at(3, 0), at(3, 0), at(3, 1), at(2, 1), at(2, 1)])
    draft = changed(sound(), "cell", CELL, lambda _: stuttering)
    assert check(draft) == []
    repair = only(draft)
    assert (repair.kind, repair.codes, repair.moves, repair.mends) == ("normalise", (CELL,), (), ())
    assert len(area_of(apply(draft, [repair]), "cell", CELL).geometry.exterior.coords) == 5
    assert offers(apply(draft, [repair]), []) == []


def test_a_stale_repair_is_refused() -> None:
    bent = shapely.Polygon([at(2, 0), at(3, 0), at(3, 0.5), at(3, 1), at(2, 1)])
    draft = changed(sound(), "cell", CELL, lambda _: bent)
    repair = only(draft)
    better = apply(draft, [repair])
    with pytest.raises(RepairError, match="重新检查"):
        apply(better, [repair])
    with pytest.raises(RepairError):
        apply(with_area(draft, "cell", BESIDE, lambda area: replace(area, code="9")), [repair])


def test_an_offer_has_an_id_that_changes_with_it() -> None:
    def bent(height: float) -> Draft:
        shape = shapely.Polygon([at(2, 0), at(3, 0), at(3, height), at(3, 1), at(2, 1)])
        return changed(sound(), "cell", CELL, lambda _: shape)

    assert only(bent(0.5)).id == only(bent(0.5)).id != only(bent(0.6)).id


def shaken(draft: Draft, seed: int, by_m: float) -> Draft:
    """Every cell with corners of its own added and moved a little, as when each was drawn by another hand."""
    random = np.random.default_rng(seed)

    def shake(shape: BaseGeometry) -> BaseGeometry:
        denser = shapely.segmentize(shape, 0.01 / int(random.integers(1, 5)) * 1.001)
        offsets = random.uniform(-by_m, by_m, (shapely.get_num_coordinates(denser), 2)) * METRE
        offsets[-1] = offsets[0]
        return shapely.set_coordinates(denser, shapely.get_coordinates(denser) + offsets)

    return replace(draft, cells=tuple(replace(cell, geometry=shake(cell.geometry)) for cell in draft.cells))


@settings(max_examples=8)
@given(seed=st.integers(0, 10**6), by_m=st.floats(0, 0.02))
def test_drawn_by_many_hands_and_snapped(seed: int, by_m: float) -> None:
    """Corners up to two centimetres off: one round mends every border inside, moving no line beyond the tolerance."""
    draft = shaken(sound(), seed, by_m)
    faults = check(draft)
    repairs = offers(draft, faults)
    better = apply(draft, repairs)
    assert [fault.says for fault in check(better)] == []
    assert {place for repair in repairs for place in repair.mends} == set(range(len(faults)))
    for repair in repairs:
        assert repair.shift_m <= USUAL.snap_m + 1e-6
        assert all(moved(draft, better)[code] <= repair.largest_m2 + EPSILON_M2 for code in repair.codes)
    before, after = square_metres(draft.cells), square_metres(better.cells)
    outline = 24 * 1000  # metres around the district, along which nothing is there to snap to
    assert abs(sum(after.values()) - sum(before.values())) <= outline * 4 * USUAL.snap_m


@settings(max_examples=8)
@given(
    west=st.floats(-0.4, 0.4),
    south=st.floats(-0.4, 0.4),
    wide=st.floats(0.06, 0.9),
    seed=st.integers(0, 1000),
)
def test_slivers_anywhere_are_mended_in_rounds(west: float, south: float, wide: float, seed: int) -> None:
    """A narrow piece taken from one cell, and another given to a second: rounds come to an end without such faults."""
    random = np.random.default_rng(seed)
    cut = random.uniform(0.02, 0.09)
    strip = shapely.box(
        *at(3 + west / 1000, 0.4 + south), *at(3 + west / 1000 + wide / 928, 0.4 + south + cut)
    )
    draft = changed(sound(), "cell", BESIDE, lambda shape: shapely.difference(shape, strip))
    other = shapely.box(*at(3.3, 1), *at(3.3 + cut, 1 + wide / 1109))
    draft = changed(draft, "cell", BESIDE, lambda shape: shapely.union(shape, other))
    keeps_its_word(draft)
    better, _ = rounds(draft)
    assert not {fault.kind for fault in check(better)} & {"mismatch", "sliver"}
