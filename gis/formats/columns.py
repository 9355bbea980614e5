"""Which column holds what: the usual names, Chinese and English, whole or as a .dbf cuts them to ten bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from gis.coverage.draft import Layer
from gis.errors import ColumnError
from gis.formats.report import FIELD_NAMES, FIELDS, Column, Field, Mapping

_CUT_BYTES: Final = 10  # a .dbf's names end here: five characters in GBK, three and a rest in UTF-8
_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "cell_code": (
        "网格编码", "网格代码", "网格编号", "网格号", "网格id", "网格唯一编码", "基础网格编码", "wgbm", "wgdm", "wgbh",
        "wgid", "gridcode", "gridid", "gridno", "cellcode", "cellid",
    ),
    "cell_name": ("网格名称", "网格名", "基础网格名称", "wgmc", "gridname", "cellname"),
    "cell_kind": ("网格类型", "网格类别", "网格性质", "网格种类", "wglx", "wglb", "gridtype", "celltype", "cellkind"),
    "village_code": (
        "村居代码", "村居编码", "村代码", "村编码", "社区代码", "社区编码", "村社区代码", "村社区编码", "所属村居代码",
        "所属社区代码", "所属村居编码", "行政村代码", "行政区划代码", "xzqdm", "cundm", "cjdm", "sqdm", "sqbm", "cbm",
        "zldwdm", "villagecode", "villageid",
    ),
    "village_name": (
        "所属村居", "所属社区", "所属村", "所属村社区", "村居名称", "村居", "村名", "村社区", "社区名称", "社区",
        "行政村", "行政村名称", "村名称", "sscj", "sssq", "cunmc", "cjmc", "sqmc", "xzqmc", "zldwmc", "village",
        "villagename", "community",
    ),
    "town_code": ("镇街代码", "乡镇代码", "街道代码", "所属镇街代码", "xzdm", "jddm", "zjdm", "towncode", "townid"),
    "town_name": (
        "所属镇街", "所属乡镇", "所属街道", "镇街名称", "镇街", "乡镇", "街道", "乡镇名称", "街道名称", "镇", "xzmc",
        "jdmc", "zjmc", "town", "townname", "street", "streetname",
    ),
    "police_code": (
        "警格编号", "警格编码", "警格代码", "警格号", "所属警格编号", "所属警格编码", "警务区编码", "警务区编号",
        "警务区代码", "jgbm", "jgbh", "jgdm", "jwqbm", "jwqdm", "policegridcode", "policegridid", "policegrid",
        "beatcode",
    ),
    "police_name": (
        "警格名称", "警格", "所属警格", "警务区", "警务区名称", "所属警务区", "jgmc", "jwqmc", "policegridname",
        "beatname",
    ),
    "station": (
        "派出所", "所属派出所", "派出所名称", "辖区派出所", "派出所代码", "派出所编码", "pcs", "pcsmc", "sspcs",
        "pcsdm", "policestation", "policestationname",
    ),
    "code": ("编码", "代码", "编号", "编码文字", "code", "bm", "dm", "bh", "bsm", "标识码"),
    "name": ("名称", "名称文字", "name", "mc", "全称", "简称", "标注"),
    "kind": ("类型", "类别", "种类", "type", "kind", "lx", "lb"),
}  # fmt: skip
_BY_LAYER: Final[dict[Layer, dict[Field, tuple[str, ...]]]] = {
    "cell": {
        "code": ("cell_code", "code"),
        "name": ("cell_name", "name"),
        "village": ("village_code", "village_name"),
        "town": ("town_name", "town_code"),
        "kind": ("cell_kind", "kind"),
        "police_grid": ("police_code", "police_name"),
        "police_station": ("station",),
    },
    "police_grid": {
        "code": ("police_code", "code"),
        "name": ("police_name", "name"),
        "town": ("town_code", "town_name"),
        "police_station": ("station",),
    },
    "village": {
        "code": ("village_code", "code"),
        "name": ("village_name", "name"),
        "town": ("town_code", "town_name"),
    },
    "town": {"code": ("town_code", "village_code", "code"), "name": ("town_name", "village_name", "name")},
}
_TELLING: Final[tuple[tuple[Layer, tuple[str, ...]], ...]] = (
    ("cell", ("cell_code", "cell_name", "cell_kind")),
    ("police_grid", ("police_code", "police_name")),
    ("village", ("village_code", "village_name")),
    ("town", ("town_code", "town_name")),
)
_LENGTHS: Final[dict[int, Layer]] = {15: "cell", 12: "village", 9: "town"}


def holds(columns: Sequence[Column]) -> Layer:
    """Which layer of a draft a table seems to be: by codes that are called just that, by its columns, by any codes."""
    if (layer := _by_length(columns, ("code",))) is not None:
        return layer
    for layer, themes in _TELLING:
        if any(_best(columns, theme) for theme in themes):
            known = None if layer == "police_grid" else _by_length(columns, _BY_LAYER[layer]["code"])
            return known or layer
    return _by_length(columns, _BY_LAYER["cell"]["code"]) or "cell"


def _by_length(columns: Sequence[Column], themes: Sequence[str]) -> Layer | None:
    """Codes of 15, 12 or 9 digits make a table cells, villages or towns, whatever its columns are called."""
    code = _column(columns, themes, set())
    column = next((each for each in columns if each.name == code), None)
    lengths = {len(sample) for sample in column.samples if sample.isdigit()} if column else set()
    return _LENGTHS.get(lengths.pop()) if len(lengths) == 1 else None


def guessed(columns: Sequence[Column], layer: Layer) -> Mapping:
    """The columns that seem to hold the fields of a layer; no column serves twice."""
    taken: set[str] = set()
    found: dict[str, str | None] = {}
    for field in FIELDS:
        column = _column(columns, _BY_LAYER[layer].get(field, ()), taken)
        found[field] = column
        if column is not None:
            taken.add(column)
    return Mapping(**found)


def checked(mapping: Mapping, columns: Sequence[str]) -> Mapping:
    """The mapping, if the layer has its columns and one for the code. Raises ColumnError."""
    listed = "、".join(columns[:30]) or "没有任何列"
    for field in FIELDS:
        column = mapping.column(field)
        if column is not None and column not in columns:
            raise ColumnError(f"没有列“{column}”（用作{FIELD_NAMES[field]}）；文件里有这些列：{listed}")
    if mapping.code is None:
        raise ColumnError(f"看不出哪一列是编码，请指定；文件里有这些列：{listed}")
    return mapping


def _column(columns: Sequence[Column], themes: Sequence[str], taken: set[str]) -> str | None:
    free = [column for column in columns if column.name not in taken]
    for theme in themes:
        best = _best(free, theme)
        if best is not None and _suits(best, theme):
            return best.name
    return None


def _best(columns: Sequence[Column], theme: str) -> Column | None:
    """The column whose name is that of a theme, else one that is the cut beginning of it."""
    words = _WORDS[theme]
    by_name = {_plain(column.name): column for column in reversed(columns)}
    for word in words:
        if word in by_name:
            return by_name[word]
    for column in columns:
        name = _plain(column.name)
        if any(word.startswith(name) and _is_cut(name, word) for word in words) and _suits(column, theme):
            return column
    return None


def _plain(name: str) -> str:
    return re.sub(r"[\s_\-()./]|\d$", "", name.lower())


def _is_cut(name: str, word: str) -> bool:
    """Whether a .dbf would cut the word to this name, in GBK or in UTF-8."""
    return any(
        len(word.encode(codec)) > _CUT_BYTES >= len(name.encode(codec)) > _CUT_BYTES - 4
        for codec in ("gb18030", "utf-8")
    )


def _suits(column: Column, theme: str) -> bool:
    """Whether the values are of the sort that the theme has: a cut name may stand for a code or for a name."""
    if not column.samples:
        return True
    coded = sum(not re.search(r"[一-鿿]", sample) for sample in column.samples) * 2 > len(column.samples)
    if theme in ("cell_name", "village_name", "town_name"):
        return not coded
    if theme in ("village_code", "town_code", "cell_code"):
        return coded
    return True
