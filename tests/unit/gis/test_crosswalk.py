"""From one version to another: shares add up, unchanged areas stay themselves."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from deploy.demo.district import District, remembered
from deploy.demo.district.facts import FOLDER
from gis.coverage import Area
from gis.crosswalk import CrosswalkRow, crosswalk
from tests.unit.gis.district import at
from tests.unit.gis.drafts import sound

CELLS = sound().cells


def box(code: str, west: float, south: float, east: float, north: float) -> Area:
    return Area(code, shapely.box(*at(west, south), *at(east, north)))


def adds_up(table: Sequence[CrosswalkRow]) -> None:
    """The rows of every area on either side add up to the whole of it."""
    for code in {row.old for row in table} - {None}:
        assert sum(row.share_of_old for row in table if row.old == code) == pytest.approx(1, abs=1e-12)
    for code in {row.new for row in table} - {None}:
        assert sum(row.share_of_new for row in table if row.new == code) == pytest.approx(1, abs=1e-12)


def test_the_same_version_twice() -> None:
    table = crosswalk(CELLS, reversed(CELLS))
    assert [(row.old, row.new) for row in table] == [(code, code) for code in sorted(c.code for c in CELLS)]
    assert all(row.share_of_old == row.share_of_new == 1 for row in table)
    assert table[0].area_m2 == pytest.approx(928 * 1109, rel=0.01)


def test_split_merged_renamed() -> None:
    old = [box("甲", 0, 0, 2, 1), box("乙", 2, 0, 3, 1), box("丙", 3, 0, 4, 1), box("丁", 4, 0, 5, 1)]
    new = [box("甲1", 0, 0, 0.5, 1), box("甲2", 0.5, 0, 2, 1), box("乙丙", 2, 0, 4, 1), box("戊", 4, 0, 5, 1)]
    table = crosswalk(old, new)
    adds_up(table)
    shares = {(row.old, row.new): (round(row.share_of_old, 6), round(row.share_of_new, 6)) for row in table}
    assert shares == {
        ("甲", "甲1"): (0.25, 1),
        ("甲", "甲2"): (0.75, 1),
        ("乙", "乙丙"): (1, 0.5),
        ("丙", "乙丙"): (1, 0.5),
        ("丁", "戊"): (1, 1),
    }


def test_ground_given_up_and_ground_gained() -> None:
    table = crosswalk([box("甲", 0, 0, 1, 1)], [box("乙", 0.5, 0, 1.5, 1)])
    adds_up(table)
    assert [(row.old, row.new, round(row.share_of_old, 6), round(row.share_of_new, 6)) for row in table] == [
        ("甲", "乙", 0.5, 0.5),
        ("甲", None, 0.5, 0),
        (None, "乙", 0, 0.5),
    ]
    assert table[1].area_m2 == pytest.approx(464 * 1109, rel=0.01)
    assert table[1].area_m2 == pytest.approx(table[2].area_m2, rel=1e-3)


def test_parts_of_one_code_count_together() -> None:
    parts = [box("甲", 0, 0, 1, 1), box("甲", 3, 0, 4, 1)]
    table = crosswalk(parts, [box("甲", 0, 0, 1, 1), box("乙", 3, 0, 4, 1)])
    assert [(row.new, round(row.share_of_old, 6)) for row in table] == [("乙", 0.5), ("甲", 0.5)]


def test_borders_drawn_with_other_corners_make_no_rows() -> None:
    denser = [replace(cell, geometry=shapely.segmentize(cell.geometry, 0.001)) for cell in CELLS]
    table = crosswalk(CELLS, denser)
    assert [(row.old, row.new) for row in table] == [(code, code) for code in sorted(c.code for c in CELLS)]
    adds_up(table)


def test_broken_and_overlapping_areas_still_add_up() -> None:
    bow = Area("甲", shapely.Polygon([at(0, 0), at(1, 1), at(1, 0), at(0, 1)]))
    adds_up(crosswalk([bow], CELLS))
    adds_up(crosswalk(CELLS, [box("甲", 0, 0, 2, 1), box("乙", 1, 0, 3, 1)]))
    assert crosswalk([], []) == []
    assert crosswalk(CELLS[:1], []) == [
        CrosswalkRow(CELLS[0].code, None, pytest.approx(1029000, rel=0.01), 1, 0),
    ]


def test_villages_and_towns() -> None:
    draft = sound()
    towns = [replace(town, code="新镇") for town in draft.towns[:2]] + list(draft.towns[2:])
    table = crosswalk(draft.towns, towns)
    adds_up(table)
    assert {row.new for row in table[:2]} == {"新镇"}
    assert len(crosswalk(draft.villages, draft.villages)) == 12


@settings(max_examples=25)
@given(st.floats(-0.02, 0.02), st.floats(-0.02, 0.02))
def test_areas_that_all_moved_add_up(east: float, north: float) -> None:
    moved = [replace(cell, geometry=translate(cell.geometry, east, north)) for cell in CELLS]
    adds_up(crosswalk(CELLS, moved))


def test_huaiyin_of_2018_in_2021() -> None:
    """22 towns became 14, on the demo's ground: only 王营镇 was split, every other old town lies whole in a new one."""
    district = remembered()
    new = [Area(town.code, town.shape, None, town.name) for town in district.towns]
    old = _towns_of_2018(district)
    assert (len(old), len(new)) == (22, 14)
    table = crosswalk(old, new)
    adds_up(table)
    assert len([row for row in table if row.new is not None]) == len(table) == 23
    name = {town.code: town.name for town in district.towns}
    became: dict[str, list[str]] = {}
    for row in table:
        became.setdefault(row.old or "", []).append(name[row.new or ""])
    split = {old: sorted(news) for old, news in became.items() if len(news) > 1}
    assert split == {"王营镇": ["王家营街道", "长江路街道"]}
    assert sum(row.share_of_old for row in table if name[row.new or ""] == "渔沟镇") == pytest.approx(2)


def _towns_of_2018(district: District) -> list[Area]:
    """The old towns: the villages of a town of today shared out, from west to east, among those it was made of."""
    with (FOLDER / "old_towns.csv").open(encoding="utf-8", newline="") as file:
        pairs = [(row["old_town_2018"], row["new_town_2023"]) for row in csv.DictReader(file)]
    ground: dict[str, list[BaseGeometry]] = {}
    for town in district.towns:
        former = [old for old, new in pairs if new == town.name]
        villages = sorted(
            (village.shape for village in district.villages if village.town == town.code),
            key=lambda shape: shape.centroid.x,
        )
        for number, shape in enumerate(villages):
            ground.setdefault(former[number * len(former) // len(villages)], []).append(shape)
    return [Area(name, shapely.coverage_union_all(shapes)) for name, shapes in sorted(ground.items())]
