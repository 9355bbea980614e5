"""Rows become areas: names of villages and police grids mean codes, or the row says why not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import shapely

from gis.coverage import Area, check
from gis.formats import Feature
from gis.formats.assembly import assembled, kind_of, stem
from tests.unit.gis.drafts import sound
from tests.unit.gis.files import VILLAGE_NAMES

DRAFT = sound()
VILLAGES = [replace(village, name=VILLAGE_NAMES[village.code]) for village in DRAFT.villages]
GRIDS = [replace(grid, name=f"第{n}警格") for n, grid in enumerate(DRAFT.police_grids)]
CELL = DRAFT.cells[8]  # in 张桥村委会 of 徐溜镇


def feature(**fields: Any) -> Feature:
    plain = {"village": None, "town": None, "kind": None, "police_grid": None, "police_station": None}
    return Feature(
        **{"row": 1, "code": CELL.code, "name": "一", "geometry": CELL.geometry, **plain, **fields}
    )


def parent(**fields: Any) -> tuple[str | None, str]:
    """The village that one row comes to, and what is said of it."""
    made = assembled([feature(**fields)], "cell", VILLAGES, GRIDS, DRAFT.towns)
    return made.areas[0].parent, "".join(problem.says for problem in made.problems)


def test_whole_layers_come_out_as_they_were() -> None:
    cells = [
        feature(
            row=n, code=cell.code, name=cell.name, geometry=cell.geometry, police_grid=DRAFT.links[cell.code]
        )
        for n, cell in enumerate(DRAFT.cells)
    ]
    made = assembled(cells, "cell", VILLAGES, GRIDS)
    assert made.areas == DRAFT.cells
    assert made.links == DRAFT.links
    assert made.problems == ()
    villages = [
        feature(row=n, code=v.code, name="", geometry=v.geometry) for n, v in enumerate(DRAFT.villages)
    ]
    assert assembled(villages, "village", DRAFT.towns).areas == DRAFT.villages
    towns = [feature(row=n, code=t.code, name=t.name, geometry=t.geometry) for n, t in enumerate(DRAFT.towns)]
    assert assembled(towns, "town").areas == DRAFT.towns
    assert check(replace(DRAFT, cells=made.areas, links=made.links)) == []


@pytest.mark.parametrize("text", ["320804109201", "张桥村委会", "张桥村", "张桥", "张桥村民委员会"])
def test_village_by_code_by_name_by_short_name(text: str) -> None:
    assert parent(village=text) == ("320804109201", "")


def test_village_name_that_two_towns_have() -> None:
    """民主 stands in 徐溜镇 and in 渔沟镇: the town tells, else the code, else a person."""
    assert parent(village="民主村", town="渔沟镇") == ("320804110227", "")
    assert parent(village="民主村", town="徐溜镇") == ("320804109206", "")
    assert parent(village="民主村", code="320804110227003") == ("320804110227", "")
    code, says = parent(village="民主村", code="A-17")
    assert code is None
    assert "有 2 个" in says


def test_two_villages_of_one_stem_in_a_town() -> None:
    assert parent(village="码头居委会", code="A") == ("320804115001", "")
    assert parent(village="码头村委会", code="A") == ("320804115228", "")
    assert parent(village="码头", code="A")[0] is None


def test_without_a_village_the_code_tells_then_the_place() -> None:
    assert parent() == ("320804109201", "")
    code, says = parent(code="A-17")
    assert code == "320804109201"
    assert "按图形位置" in says
    assert parent(code="A-17", geometry=shapely.box(1, 1, 2, 2)) == (None, "")


def test_village_that_is_not_there() -> None:
    code, says = parent(village="没有村")
    assert code == "320804109201"
    assert "按编码开头" in says
    code, says = parent(village="没有村", code="A")
    assert code == "没有村"  # the check then says that it does not exist
    assert "没有叫“没有村”的" in says


def test_police_grid_by_name_or_code() -> None:
    def link(text: str) -> str | None:
        return assembled([feature(police_grid=text)], "cell", VILLAGES, GRIDS).links.get(CELL.code)

    assert link("警格3") == "警格3"
    assert link("第3警格") == "警格3"
    assert link("警格99") == "警格99"
    twins = [*GRIDS, Area("警格X", GRIDS[0].geometry, None, "第3警格")]
    made = assembled([feature(police_grid="第3警格")], "cell", VILLAGES, twins)
    assert made.links == {}
    assert "警格编号" in made.problems[0].says


def test_kinds_and_stations() -> None:
    made = assembled([feature(kind="专属网格", police_station="徐溜派出所")], "cell", VILLAGES)
    assert made.kinds == {CELL.code: "dedicated"}
    assert made.police_stations == {CELL.code: "徐溜派出所"}
    assert [kind_of(text) for text in (None, "综合网格", "基础", "Dedicated")] == [
        "general",
        "general",
        "general",
        "dedicated",
    ]


def test_stem() -> None:
    assert [stem(name) for name in ("渔沟居委会", "渔沟社区", "渔沟", "村", "刘老庄村委会", "长江路街道")] == [
        "渔沟", "渔沟", "渔沟", "村", "刘老庄", "长江路",
    ]  # fmt: skip
