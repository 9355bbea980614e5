"""Each fault of drawing and of codes, planted one by one in a draft that is sound: it is told, and nothing else is."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from gis.coverage import (
    FAULT_KINDS,
    FAULT_NAMES,
    Area,
    Draft,
    Fault,
    Layer,
    Tolerances,
    blocking,
    check,
    label_point,
)
from tests.unit.gis.district import STEP, at
from tests.unit.gis.drafts import METRE, Shape, area_of, changed, sound, with_area

CELL = "320804109201003"  # columns 2 to 3, row 0 to 1: the lower left one of its village
BESIDE = "320804109201004"  # columns 3 to 4
VILLAGE = "320804109201"
TOWN = "320804109"


def only(draft: Draft, layer: Layer | None = None) -> Fault:
    """The one fault of a draft, or of one layer."""
    (fault,) = [fault for fault in check(draft) if layer in (None, fault.layer)]
    return fault


def less(piece: BaseGeometry) -> Shape:
    return lambda shape: shapely.difference(shape, piece)


def more(piece: BaseGeometry) -> Shape:
    return lambda shape: shapely.union(shape, piece)


def test_a_sound_draft_has_no_fault() -> None:
    assert check(sound()) == []
    assert check(Draft()) == []


def test_every_kind_has_a_name() -> None:
    assert set(FAULT_NAMES) == set(FAULT_KINDS)


def test_hole_in_a_cell() -> None:
    hole = shapely.box(*at(2.4, 0.4), *at(2.5, 0.5))
    fault = only(changed(sound(), "cell", CELL, less(hole)))
    assert (fault.kind, fault.severity, fault.layer, fault.codes) == ("hole", "blocking", "cell", (VILLAGE,))
    assert fault.area_m2 == pytest.approx(92.8 * 110.9, rel=0.02)
    assert shapely.hausdorff_distance(fault.geometry, hole) < 1e-9
    assert fault.repair is None


def test_gap_at_the_border_of_a_village() -> None:
    bay = shapely.box(*at(2.4, 0), *at(2.5, 0.1))
    fault = only(changed(sound(), "cell", CELL, less(bay)))
    assert (fault.kind, fault.codes, fault.repair) == ("gap", (VILLAGE,), None)
    assert "对齐" in fault.says


def test_narrow_gap_between_neighbours_can_be_mended() -> None:
    seam = shapely.box(*at(3, 0), *at(3 + 0.08 / 928, 1))
    fault = only(changed(sound(), "cell", BESIDE, less(seam)))
    assert (fault.kind, fault.codes, fault.repair) == ("gap", (VILLAGE,), "dissolve_sliver")
    assert fault.width_m == pytest.approx(0.08, rel=0.02)
    assert fault.area_m2 == pytest.approx(0.08 * 1109, rel=0.02)


def test_overlap_of_neighbours() -> None:
    fault = only(changed(sound(), "cell", CELL, more(shapely.box(*at(2.5, 0), *at(3.1, 1)))))
    assert (fault.kind, fault.severity, fault.codes) == ("overlap", "blocking", (CELL, BESIDE))
    assert fault.width_m > 50
    assert fault.repair is None
    assert CELL in fault.says
    assert "重叠" in fault.says


def test_narrow_overlap_can_be_mended() -> None:
    fault = only(changed(sound(), "cell", CELL, more(shapely.box(*at(3, 0), *at(3 + 0.0001, 0.9)))))
    assert (fault.kind, fault.repair) == ("overlap", "dissolve_sliver")
    assert fault.width_m == pytest.approx(0.0928, rel=0.02)


def test_sliver_part_of_a_cell() -> None:
    strip = shapely.box(*at(3, 0), *at(3.0005, 0.1))
    taken = changed(sound(), "cell", BESIDE, less(strip))
    fault = only(changed(taken, "cell", "320804109201001", more(strip)))
    assert (fault.kind, fault.codes, fault.repair) == ("sliver", ("320804109201001",), "dissolve_sliver")
    assert 0.4 < fault.width_m < 0.5


def test_cell_over_the_border_of_its_village() -> None:
    """Into the neighbour's ground, which the neighbour does not claim: one fault, not a gap of the neighbour too."""
    piece = shapely.box(*at(1.5, 0), *at(2, 1))
    draft = changed(sound(), "cell", "320804110001004", less(piece))
    fault = only(changed(draft, "cell", CELL, more(piece)))
    assert (fault.kind, fault.severity, fault.codes) == ("outside", "blocking", (CELL, VILLAGE))
    assert fault.repair is None
    assert fault.area_m2 == pytest.approx(464 * 1109, rel=0.01)


def test_cell_a_little_over_the_border_can_be_clipped() -> None:
    fault = only(changed(sound(), "cell", CELL, more(shapely.box(*at(2, -0.5 / 1109), *at(3, 0)))))
    assert (fault.kind, fault.repair) == ("outside", "clip")
    assert "0.50 米" in fault.says


def test_village_outside_its_town() -> None:
    draft = sound()
    south = shapely.box(*at(2, -1), *at(4, 0))
    draft = changed(draft, "village", VILLAGE, more(south))
    draft = changed(draft, "cell", CELL, more(shapely.box(*at(2, -1), *at(3, 0))))
    fault = only(changed(draft, "cell", BESIDE, more(shapely.box(*at(3, -1), *at(4, 0)))))
    assert (fault.kind, fault.layer, fault.codes) == ("outside", "village", (VILLAGE, TOWN))


def test_hole_and_open_crack_between_towns() -> None:
    towns = Draft(towns=tuple(Area(f"{n}", shapely.box(*at(n, 0), *at(n + 1, 2))) for n in range(3)))
    hole = shapely.box(*at(1, 1), *at(1.1, 1.1))
    fault = only(changed(towns, "town", "1", less(hole)), "town")
    assert (fault.kind, fault.severity, fault.codes) == ("hole", "blocking", ())
    crack = shapely.box(*at(1, 1), *at(1 + 3 / 928, 2))
    fault = only(changed(towns, "town", "1", less(crack)), "town")
    assert (fault.kind, fault.codes) == ("gap", ("0", "1"))
    assert fault.width_m == pytest.approx(3, rel=0.02)


def test_ring_that_touches_itself() -> None:
    """A hole drawn as part of the outer ring, as surveyors' programs do: valid ground, invalid ring."""
    draft = sound()
    inner = [at(2.5, 0), at(2.4, 0.3), at(2.6, 0.3), at(2.5, 0)]
    ring = [at(2, 0), *inner, at(3, 0), at(3, 1), at(2, 1)]
    filled = changed(draft, "cell", BESIDE, more(shapely.Polygon(inner)))
    fault = only(changed(filled, "cell", CELL, lambda _: shapely.Polygon(ring)))
    assert (fault.kind, fault.severity, fault.codes) == ("self_touch", "blocking", (CELL,))
    assert fault.repair == "make_valid"
    assert fault.geometry.distance(shapely.Point(*at(2.5, 0))) < 1e-9
    assert "边线碰到自己" in fault.says


def test_ring_that_crosses_itself() -> None:
    """A crossing leaves open which side was meant; the ground it loses is a gap."""
    bow = shapely.Polygon([at(2, 0), at(3, 1), at(3, 0), at(2, 1)])
    found = check(changed(sound(), "cell", CELL, lambda _: bow))
    assert [fault.kind for fault in found] == ["self_intersection", "gap", "gap"]
    assert found[0].codes == (CELL,)
    assert found[0].repair is None
    assert found[0].geometry.distance(shapely.Point(*at(2.5, 0.5))) < 1e-6  # a straight line of degrees


@pytest.mark.parametrize(
    "shape", [None, shapely.Polygon(), shapely.Point(1, 1), shapely.LineString([(0, 0), (1, 1)])]
)
def test_area_without_a_polygon(shape: BaseGeometry | None) -> None:
    found = check(changed(sound(), "cell", CELL, lambda _: shape))
    assert [fault.kind for fault in found] == ["no_area", "gap"]
    assert found[0].codes == (CELL,)


def test_parent_that_is_missing() -> None:
    fault = only(with_area(sound(), "cell", CELL, lambda area: replace(area, parent="3208041092")))
    assert (fault.kind, fault.severity, fault.codes) == ("orphan", "blocking", (CELL,))
    assert "3208041092" in fault.says
    fault = only(with_area(sound(), "village", VILLAGE, lambda area: replace(area, parent=None)))
    assert (fault.kind, fault.layer) == ("orphan", "village")


def test_a_whole_layer_that_is_missing_is_one_fault() -> None:
    draft = sound()
    cells = Draft(cells=draft.cells, police_grids=(), links={})
    orphans = [fault for fault in check(cells) if fault.kind == "orphan"]
    assert len(orphans) == 1
    assert len(orphans[0].codes) == 48


def test_code_used_twice() -> None:
    draft = with_area(sound(), "cell", BESIDE, lambda area: replace(area, code=CELL))
    draft = replace(draft, links={code: link for code, link in draft.links.items() if code != BESIDE})
    fault = only(draft)
    assert (fault.kind, fault.severity, fault.codes, fault.repair) == ("duplicate", "blocking", (CELL,), None)
    alike = with_area(draft, "cell", CELL, lambda area: replace(area, name=""))
    assert only(alike).repair == "merge_parts"


def test_cell_numbered_in_another_village() -> None:
    draft = with_area(sound(), "cell", CELL, lambda area: replace(area, code="320804110001009"))
    links = {**draft.links, "320804110001009": draft.links[CELL]}
    del links[CELL]
    fault = only(replace(draft, links=links))
    assert (fault.kind, fault.severity, fault.codes) == ("code", "warning", ("320804110001009",))


def test_neighbours_with_other_vertices() -> None:
    """A vertex in only one of two neighbours: no area is lost, yet the edges are not the same."""
    bent = shapely.Polygon([at(2, 0), at(3, 0), at(3, 0.5), at(3, 1), at(2, 1)])
    fault = only(changed(sound(), "cell", CELL, lambda _: bent))
    assert (fault.kind, fault.severity, fault.repair) == ("mismatch", "blocking", "snap")
    assert fault.codes == (CELL, BESIDE)
    assert shapely.dwithin(fault.geometry, shapely.Point(at(3, 0.5)), 1e-6)


def test_neighbours_a_few_centimetres_apart() -> None:
    nudged = changed(sound(), "cell", CELL, lambda shape: translate(shape, 0.03 * METRE, 0))
    found = check(nudged)
    assert {fault.kind for fault in found} == {"mismatch"}
    assert {code for fault in found for code in fault.codes} >= {CELL, BESIDE, "320804110001004"}


def test_label_outside_its_area() -> None:
    draft = with_area(sound(), "cell", CELL, lambda area: replace(area, label=shapely.Point(at(3.5, 0.5))))
    fault = only(draft)
    assert (fault.kind, fault.severity, fault.codes) == ("label", "warning", (CELL, BESIDE))
    assert (
        check(with_area(draft, "cell", CELL, lambda area: replace(area, label=shapely.Point(at(2.5, 0.5)))))
        == []
    )


def test_label_point_stands_on_the_largest_part() -> None:
    ring = shapely.difference(shapely.box(*at(0, 0), *at(3, 3)), shapely.box(*at(0.5, 0.5), *at(2.9, 2.9)))
    exclave = shapely.box(*at(5, 5), *at(5.1, 5.1))
    point = label_point(shapely.MultiPolygon([exclave, ring]))
    assert shapely.contains(ring, point)
    assert not shapely.contains(ring, ring.centroid)
    assert point.distance(ring.boundary) > 0.2 * STEP
    assert label_point(shapely.Polygon()).is_empty


def test_exclave_and_its_hole_are_sound() -> None:
    draft = sound()
    inner = shapely.box(*at(2.4, 0.4), *at(2.6, 0.6))
    draft = changed(draft, "cell", CELL, less(inner))
    draft = changed(draft, "cell", "320804109206001", more(inner))
    draft = changed(draft, "village", VILLAGE, less(inner))
    draft = changed(draft, "village", "320804109206", more(inner))
    assert check(draft) == []
    assert area_of(draft, "cell", "320804109206001").geometry.geom_type == "MultiPolygon"


def test_order_does_not_depend_on_the_order_of_rows() -> None:
    hole, bay = shapely.box(*at(2.4, 0.4), *at(2.5, 0.5)), shapely.box(*at(4.4, 0), *at(4.5, 0.1))
    broken = changed(changed(sound(), "cell", CELL, less(hole)), "cell", "320804115001003", less(bay))
    broken = changed(broken, "cell", "320804115001001", more(shapely.box(*at(4, 0.5), *at(5, 1))))
    cells = list(broken.cells)
    random.Random(3).shuffle(cells)
    first, second = check(broken), check(replace(broken, cells=tuple(cells)))
    assert [(each.kind, each.codes, each.says) for each in first] == [
        (each.kind, each.codes, each.says) for each in second
    ]
    assert len(first) == 3


def test_progress_is_told_to_the_end() -> None:
    steps: list[tuple[int, int]] = []
    check(sound(), progress=lambda done, total: steps.append((done, total)))
    assert [done for done, _ in steps] == list(range(1, steps[-1][1] + 1))


def test_only_blocking_faults_stop_a_publication() -> None:
    draft = with_area(sound(), "cell", CELL, lambda area: replace(area, label=shapely.Point(at(3.5, 0.5))))
    assert blocking(check(draft)) == []
    assert blocking(check(changed(draft, "cell", CELL, less(shapely.box(*at(2.4, 0.4), *at(2.5, 0.5))))))


def test_rows_that_all_hold_the_same_shape() -> None:
    """A usual slip of exports: told once a row, not once a pair, and without thousands of borders that differ."""
    draft = sound()
    same = replace(
        draft, cells=tuple(replace(cell, geometry=draft.cells[0].geometry) for cell in draft.cells)
    )
    found = [
        fault for fault in check(same) if fault.layer == "cell" and fault.kind in ("overlap", "mismatch")
    ]
    assert len(found) == 47
    assert all(draft.cells[0].code in fault.codes for fault in found)


def test_no_check_tells_more_than_a_person_can_read() -> None:
    draft = sound()
    far = replace(draft, cells=tuple(replace(cell, parent=None) for cell in draft.cells))
    found = [fault for fault in check(far, Tolerances(most=3)) if fault.kind == "orphan"]
    assert len(found) == 3
    assert "只列出" in "".join(fault.says for fault in found)
