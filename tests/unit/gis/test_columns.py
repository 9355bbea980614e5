"""Which column holds what: the usual names of districts, and what a table of each layer looks like."""

from __future__ import annotations

import pytest

from gis.errors import ColumnError
from gis.formats import Column, Mapping
from gis.formats.columns import checked, guessed, holds
from gis.formats.texts import encoding_of


def columns(**samples: str) -> list[Column]:
    return [Column(name, "text", (value,), 1) for name, value in samples.items()]


@pytest.mark.parametrize(
    ("table", "code", "name", "village", "police_grid"),
    [
        (
            columns(网格编码="320804109201001", 网格名称="一", 所属村居="渔沟", 警格编号="J1"),
            "网格编码",
            "网格名称",
            "所属村居",
            "警格编号",
        ),
        (
            columns(WGBM="320804109201001", WGMC="一", XZQDM="320804109201", JGBH="1"),
            "WGBM",
            "WGMC",
            "XZQDM",
            "JGBH",
        ),
        (
            columns(GRID_CODE="320804109201001", GRID_NAME="一", VILLAGE="渔沟"),
            "GRID_CODE",
            "GRID_NAME",
            "VILLAGE",
            None,
        ),
        (
            columns(
                OBJECTID="1",
                网格代码="320804109201001",
                NAME="一",
                行政区划代码="320804109201",
                所属社区="渔沟",
            ),
            "网格代码",
            "NAME",
            "行政区划代码",
            None,
        ),
        (columns(FID="1", 编码="320804109201001", 名称="一"), "编码", "名称", None, None),
        (columns(甲="1", 乙="2"), None, None, None, None),
    ],
)
def test_cells(
    table: list[Column], code: str | None, name: str | None, village: str | None, police_grid: str | None
) -> None:
    assert holds(table) == "cell"
    mapping = guessed(table, "cell")
    assert (mapping.code, mapping.name, mapping.village, mapping.police_grid) == (
        code,
        name,
        village,
        police_grid,
    )


def test_the_other_layers() -> None:
    grids = columns(警格编号="HY-01", 警格名称="渔沟01警格", 所属派出所="渔沟派出所", 所属镇街="渔沟镇")
    assert holds(grids) == "police_grid"
    assert guessed(grids, "police_grid")._asdict() == {
        "code": "警格编号", "name": "警格名称", "village": None, "town": "所属镇街", "kind": None,
        "police_grid": None, "police_station": "所属派出所",
    }  # fmt: skip
    villages = columns(村居代码="320804109201", 村居名称="张桥村", 所属镇街="徐溜镇")
    assert holds(villages) == "village"
    assert guessed(villages, "village")[:4] == ("村居代码", "村居名称", None, "所属镇街")
    towns = columns(乡镇代码="320804109", 乡镇名称="徐溜镇")
    assert holds(towns) == "town"
    assert guessed(towns, "town")[:2] == ("乡镇代码", "乡镇名称")


def test_length_of_codes_tells_the_layer() -> None:
    assert holds(columns(XZQDM="320804109201", XZQMC="张桥村")) == "village"
    assert holds(columns(code="320804109", name="徐溜镇")) == "town"
    assert holds(columns(code="320804109201001", name="一")) == "cell"


def test_a_table_of_cells_that_names_their_villages_and_towns_holds_cells() -> None:
    table = columns(code="320804109201001", name="第一网格", village="320804109201", town="320804109")
    assert holds(table) == "cell"
    assert guessed(table, "cell").code == "code"
    assert holds(columns(code="320804109201", name="张桥村", village="张桥村", town="徐溜镇")) == "village"


def test_a_cut_name_goes_by_its_values() -> None:
    """What is left of 行政区划代码 in UTF-8 is 行政区, and so is what is left of 行政区划名称."""
    assert guessed(columns(网格编="320804109201001", 行政区="320804109201"), "cell").village == "行政区"
    assert guessed(columns(网格编="320804109201001", 行政区="渔沟镇张桥村"), "cell").village is None


def test_no_column_serves_twice() -> None:
    mapping = guessed(columns(编码="1", 类型="综合"), "cell")
    taken = [column for column in mapping if column is not None]
    assert len(taken) == len(set(taken)) == 2


def test_checked() -> None:
    mapping = Mapping(code="甲", village="乙")
    assert checked(mapping, ["甲", "乙", "丙"]) == mapping
    with pytest.raises(ColumnError, match="所属村居"):
        checked(mapping, ["甲"])


@pytest.mark.parametrize(
    ("text", "written", "claimed", "found"),
    [
        ("网格编码", "gbk", None, "gb18030"),
        ("网格编码", "utf-8", None, "utf-8"),
        ("网格编码", "gbk", "UTF-8", "gb18030"),
        ("网格编码", "utf-8", "GBK", "utf-8"),
        ("联通", "gbk", "GBK", "gb18030"),  # the bytes of 联通 in GBK are valid UTF-8, as Notepad found out
        ("𠮷野家㐀", "gb18030", None, "gb18030"),
        ("CODE", "ascii", None, "utf-8"),
        ("CODE", "ascii", "GBK", "gb18030"),
    ],
)
def test_encoding(text: str, written: str, claimed: str | None, found: str) -> None:
    samples = [text.encode(written)] * (1 if text == "联通" else 3)
    assert encoding_of(samples, claimed).codec == found
    assert encoding_of([sample + sample[:1] for sample in samples], claimed).codec == found
