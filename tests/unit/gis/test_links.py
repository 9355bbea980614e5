"""Each fault of police grids and of the links to them, planted one by one: it is told, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from gis.coverage import Draft, Fault, check
from tests.unit.gis.district import at
from tests.unit.gis.drafts import area_of, changed, sound

CELL = "320804109201003"  # columns 2 to 3, row 0 to 1


def linked(draft: Draft, links: dict[str, str | None]) -> Draft:
    """The draft with other links; None takes one away."""
    merged = {**draft.links, **links}
    return replace(draft, links={cell: grid for cell, grid in merged.items() if grid is not None})


def halved(draft: Draft) -> Draft:
    """The police grid of the second town cut into a southern and a northern one, links after it."""
    grid = next(each for each in draft.police_grids if each.parent == "320804109")
    south = replace(grid, code="南", geometry=shapely.box(*at(2, 0), *at(4, 2)))
    north = replace(grid, code="北", geometry=shapely.box(*at(2, 2), *at(4, 4)))
    others = tuple(each for each in draft.police_grids if each is not grid)
    cells = [cell for cell in draft.cells if cell.code.startswith("320804109")]
    return linked(
        replace(draft, police_grids=(*others, south, north)),
        {cell.code: "南" if cell.code.startswith("320804109201") else "北" for cell in cells},
    )


def only(draft: Draft) -> Fault:
    (fault,) = check(draft)
    return fault


def test_two_police_grids_in_a_town_are_sound() -> None:
    assert check(halved(sound())) == []


def test_cell_without_police_grid() -> None:
    fault = only(linked(sound(), {CELL: None}))
    assert (fault.kind, fault.severity, fault.codes) == ("no_police_grid", "blocking", (CELL,))
    fault = only(linked(sound(), {CELL: "警格9"}))
    assert (fault.kind, fault.codes) == ("no_police_grid", (CELL,))
    assert "警格9" in fault.says


def test_a_draft_without_police_grids_is_one_warning() -> None:
    fault = only(replace(sound(), police_grids=(), links={}))
    assert (fault.kind, fault.severity, fault.codes) == ("no_police_grid", "warning", ())


def test_cell_mostly_in_another_police_grid() -> None:
    fault = only(linked(halved(sound()), {CELL: "北"}))
    assert (fault.kind, fault.severity, fault.codes) == ("elsewhere", "warning", (CELL, "北", "南"))
    assert fault.share == pytest.approx(1, abs=0.001)
    assert "100%" in fault.says


def test_a_smaller_share_elsewhere_is_no_fault() -> None:
    draft = halved(sound())
    draft = changed(draft, "police_grid", "南", lambda _: shapely.box(*at(2, 0), *at(4, 1.6)))
    draft = changed(draft, "police_grid", "北", lambda _: shapely.box(*at(2, 1.6), *at(4, 4)))
    assert check(draft) == []
    draft = changed(draft, "police_grid", "南", lambda _: shapely.box(*at(2, 0), *at(4, 1.4)))
    draft = changed(draft, "police_grid", "北", lambda _: shapely.box(*at(2, 1.4), *at(4, 4)))
    found = check(draft)
    assert [fault.kind for fault in found] == ["elsewhere", "elsewhere"]
    assert [fault.share for fault in found] == [pytest.approx(0.6, abs=0.001)] * 2


def test_police_grid_of_another_town() -> None:
    draft = sound()
    other = next(each.code for each in draft.police_grids if each.parent == "320804110")
    fault = only(linked(draft, {CELL: other}))
    assert (fault.kind, fault.severity, fault.codes) == ("other_town", "blocking", (CELL, other))


def test_police_grid_across_towns() -> None:
    draft = sound()
    grid = next(each for each in draft.police_grids if each.parent == "320804109")
    west = next(each for each in draft.police_grids if each.parent == "320804110")
    strip = shapely.box(*at(1.8, 0), *at(2, 4))
    draft = changed(draft, "police_grid", west.code, lambda shape: shapely.difference(shape, strip))
    draft = changed(draft, "police_grid", grid.code, lambda shape: shapely.union(shape, strip))
    fault = only(draft)
    assert (fault.kind, fault.severity, fault.codes) == ("across_towns", "warning", (grid.code, "320804110"))
    assert fault.share == pytest.approx(0.2 / 2.2, rel=0.01)
    assert area_of(draft, "town", "320804110").geometry.contains(fault.geometry.buffer(-1e-6))


def test_police_grid_without_cells() -> None:
    draft = halved(sound())
    cells = [cell.code for cell in draft.cells if cell.code.startswith("320804109")]
    found = check(linked(draft, dict.fromkeys(cells, "南")))
    assert [fault.kind for fault in found] == ["elsewhere"] * 4 + ["no_cells"]
    assert (found[-1].severity, found[-1].codes) == ("warning", ("北",))


def test_link_of_a_cell_that_is_not_there() -> None:
    fault = only(linked(sound(), {"320804109201099": "警格1"}))
    assert (fault.kind, fault.severity, fault.codes) == (
        "stray_link",
        "warning",
        ("320804109201099", "警格1"),
    )


def test_faults_of_drawing_in_police_grids_are_warnings() -> None:
    draft = sound()
    hole = shapely.box(*at(2.4, 0.4), *at(2.5, 0.5))
    grid = next(each for each in draft.police_grids if each.parent == "320804109")
    fault = only(changed(draft, "police_grid", grid.code, lambda shape: shapely.difference(shape, hole)))
    assert (fault.kind, fault.layer, fault.severity) == ("hole", "police_grid", "warning")
