"""Sound drafts for the tests of coverage and repair, and the ways to break one area of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from gis.coverage import Area, Draft, Layer
from tests.unit.gis.district import STEP, TOWNS, cell_rows

METRE = STEP / 1000  # about one metre in degrees
Shape = Callable[[BaseGeometry], BaseGeometry]


def sound() -> Draft:
    """The small district: six towns, twelve villages, 48 cells, one police grid a town."""
    rows = cell_rows()
    cells = tuple(Area(code, shapely.from_wkb(wkb), village, code[12:]) for code, village, *_, wkb in rows)
    villages = tuple(Area(code, shape, code[:9]) for code, shape in joined(cells).items())
    towns = tuple(Area(code, shape, None, TOWNS[code][0]) for code, shape in joined(villages).items())
    police_grids = tuple(
        Area(f"警格{number}", towns[number].geometry, towns[number].code) for number in range(6)
    )
    town_of = {town.code: police_grid.code for town, police_grid in zip(towns, police_grids, strict=True)}
    return Draft(towns, villages, cells, police_grids, {cell.code: town_of[cell.code[:9]] for cell in cells})


def joined(areas: tuple[Area, ...]) -> dict[str, BaseGeometry]:
    """The areas above as unions of these, every corner kept."""
    members: dict[str, list[BaseGeometry]] = {}
    for area in areas:
        members.setdefault(area.parent or "", []).append(area.geometry)
    return {code: shapely.coverage_union_all(members[code]) for code in sorted(members)}


def changed(draft: Draft, layer: Layer, code: str, change: Shape) -> Draft:
    """The draft with one geometry changed."""
    return with_area(draft, layer, code, lambda area: replace(area, geometry=change(area.geometry)))


def with_area(draft: Draft, layer: Layer, code: str, change: Callable[[Area], Area]) -> Draft:
    """The draft with one area changed."""
    areas = tuple(change(area) if area.code == code else area for area in draft.layer(layer))
    assert areas != draft.layer(layer)
    return draft.with_layer(layer, areas)


def area_of(draft: Draft, layer: Layer, code: str) -> Area:
    """One area by its code."""
    return next(area for area in draft.layer(layer) if area.code == code)
