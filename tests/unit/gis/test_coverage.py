"""Each fault of a coverage, planted one by one in a coverage that is sound."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from gis.coverage import Area, faults, is_valid
from tests.unit.gis.district import STEP, at, cell_rows

METRE = STEP / 1000  # about one metre in degrees
Shape = Callable[[BaseGeometry], BaseGeometry]


def sound() -> list[Area]:
    """The cells of the small district with their villages as parents."""
    return [Area(code, shapely.from_wkb(wkb), village) for code, village, _, _, wkb in cell_rows()]


def villages(areas: list[Area]) -> dict[str, BaseGeometry]:
    """The villages as unions of their cells."""
    parents = sorted({area.parent or "" for area in areas})
    return {
        code: shapely.union_all([area.geometry for area in areas if area.parent == code]) for code in parents
    }


def changed(areas: list[Area], number: int, change: Shape) -> list[Area]:
    """The areas with one geometry changed."""
    one = areas[number]
    return [*areas[:number], one._replace(geometry=change(one.geometry)), *areas[number + 1 :]]


def kinds(areas: list[Area], parents: dict[str, BaseGeometry] | None) -> set[str]:
    return {fault.kind for fault in faults(areas, parents)}


def test_a_sound_coverage_has_no_faults() -> None:
    areas = sound()
    assert faults(areas) == []
    assert faults(areas, villages(areas)) == []
    assert is_valid(areas, villages(areas))
    assert faults([], {}) == []


def test_levels_above_are_sound_too() -> None:
    parents = villages(sound())
    middle = [Area(code, shape, code[:9]) for code, shape in parents.items()]
    towns = villages(middle)
    assert faults(middle, towns) == []
    assert faults([Area(code, shape) for code, shape in towns.items()]) == []


def test_gap_in_a_village() -> None:
    areas = sound()
    hole = shapely.box(*at(2.4, 0.4), *at(2.5, 0.5))
    broken = changed(areas, 10, lambda shape: shapely.difference(shape, hole))
    (fault,) = faults(broken, villages(areas))
    assert fault.kind == "gap"
    assert fault.codes == ("320804109201",)
    assert fault.area_m2 == pytest.approx(92.8 * 110.9, rel=0.02)
    assert shapely.hausdorff_distance(fault.geometry, hole) < 1e-9
    assert kinds(broken, None) == {"gap"}


def test_overlap_of_neighbours() -> None:
    areas = sound()
    wider = changed(areas, 10, lambda shape: shapely.union(shape, shapely.box(*at(2.5, 0), *at(3.1, 1))))
    (fault,) = faults(wider, villages(areas))
    assert fault.kind == "overlap"
    assert fault.codes == ("320804109201003", "320804109201004")
    assert fault.width_m > 50
    assert "重叠" in fault.says


def test_narrow_gap_and_overlap_show_their_width() -> None:
    areas = sound()
    shifted = changed(areas, 10, lambda shape: translate(shape, 0.3 * METRE))
    found = faults(shifted, villages(areas))
    assert {fault.kind for fault in found} == {"overlap", "gap"}
    assert all(fault.width_m < 0.5 for fault in found)


def test_sliver_part() -> None:
    areas = sound()
    strip = shapely.box(*at(3, 0), *at(3.0003, 1))
    taken = changed(areas, 11, lambda shape: shapely.difference(shape, strip))
    moved = changed(taken, 8, lambda shape: shapely.union(shape, strip))
    found = faults(moved, villages(areas))
    assert "sliver" in {fault.kind for fault in found}
    assert {fault.codes for fault in found if fault.kind == "sliver"} == {("320804109201001",)}


def test_outside_its_parent() -> None:
    areas = sound()
    beyond = changed(areas, 2, lambda shape: shapely.union(shape, shapely.box(*at(-0.5, 0), *at(0.5, 1))))
    (fault,) = faults(beyond, villages(areas))
    assert fault.kind == "outside"
    assert fault.codes == ("320804110001003",)


def test_wrong_parent() -> None:
    areas = sound()
    parents = villages(areas)
    broken = [areas[0]._replace(parent="999"), *areas[1:]]
    assert {"orphan", "gap"} == kinds(broken, parents)


def test_self_touching_ring_is_invalid() -> None:
    areas = sound()
    (x0, y0), (x1, y1) = at(0, 1), at(1, 2)
    bow = shapely.Polygon([(x0, y0), (x1, y1), (x1, y0), (x0, y1)])
    broken = changed(areas, 0, lambda _: bow)
    found = faults(broken)
    assert found[0].kind == "invalid"
    assert found[0].codes == (areas[0].code,)


def test_neighbours_with_other_vertices() -> None:
    """A vertex in only one of two neighbours: no area is lost, yet the edges are not the same."""
    areas = sound()
    (x, y0), (_, y1) = at(3, 0), at(3, 1)

    def bent(shape: BaseGeometry) -> BaseGeometry:
        return shapely.Polygon([at(2, 0), (x, y0), (x, (y0 + y1) / 2), (x, y1), at(2, 1)])

    found = faults(changed(areas, 10, bent), villages(areas))
    assert {fault.kind for fault in found} == {"mismatch"}
    assert {code for fault in found for code in fault.codes} <= {"320804109201003", "320804109201004"}
