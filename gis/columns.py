"""Which column of a list of places is what: by what it is usually called, or as somebody says. Pure; for `listing`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from gis.errors import ListingError

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "external": ("编号", "地名编号", "地名代码", "地名id", "标识", "唯一标识", "id", "osm_id", "code", "guid"),
    "kind": ("类别", "类型", "地名类别", "地名类型", "种类", "分类", "kind", "type", "category"),
    "name": ("名称", "地名", "地名名称", "标准名称", "标准地名", "name"),
    "parent": ("上级", "上级地名", "所属地名", "所属道路", "所在道路", "道路名称", "所属小区", "所在小区", "parent"),
    "town": ("镇街", "乡镇", "镇", "街道", "所属镇街", "所属乡镇", "乡镇街道", "镇街名称", "town"),
    "village": ("村居", "村", "社区", "村社区", "所属村居", "所属社区", "所属村", "行政村", "village"),
    "lon": ("经度", "东经", "lon", "lng", "long", "longitude", "x", "横坐标", "东坐标"),
    "lat": ("纬度", "北纬", "lat", "latitude", "y", "纵坐标", "北坐标"),
    "line": ("线", "线形", "坐标串", "wkt", "geometry", "geom", "line"),
    "radius_m": ("半径", "误差", "误差半径", "精度", "radius", "radius_m"),
    "nickname": ("别名", "俗称", "又名", "俗名", "alias", "aliases", "nickname"),
    "old": ("曾用名", "旧名", "原名", "老地名", "old", "old_name"),
    "short": ("简称", "short", "short_name"),
    "natural": ("自然村", "自然庄", "natural"),
    "official": ("全称", "官方名称", "official", "official_name"),
}  # fmt: skip
"""Fields, and what their columns are usually called."""
LABELS: Final[dict[str, str]] = {
    "external": "编号", "kind": "类别", "name": "名称", "parent": "上级", "town": "镇街", "village": "村居",
    "lon": "经度", "lat": "纬度", "radius_m": "误差半径", "line": "线",
    "nickname": "俗称", "old": "曾用名", "short": "简称", "natural": "自然庄", "official": "标准名称",
}  # fmt: skip
_LONGEST: Final = 200
"""Characters of a heading that are looked at."""
_HEADING: Final = re.compile(r"[((\[【].*?[))\]】]|[\s_:*:·-]")


def guess(header: Sequence[str]) -> dict[str, int]:
    """Field → number of the column that is usually called so; each column is one field."""
    plain = [_plain(text) for text in header]
    found: dict[str, int] = {}
    for field, names in COLUMNS.items():
        for name in names:
            if _plain(name) in plain and plain.index(_plain(name)) not in found.values():
                found[field] = plain.index(_plain(name))
                break
    return found


def mapped(header: Sequence[str], mapping: Mapping[str, str]) -> dict[str, int]:
    """Field → number of the column, as given by the columns' names, where nothing is given as guessed.

    Raises ListingError when a field or column is not known, or when name, longitude or latitude have no column.
    """
    columns = guess(header)
    for field, name in mapping.items():
        if field not in COLUMNS:
            raise ListingError(f"不认识字段“{field[:20]}”；可用：{'、'.join(COLUMNS)}")
        if not name:
            columns.pop(field, None)
        elif name not in header:
            raise ListingError(f"文件里没有“{name[:40]}”这一列；有：{'、'.join(header)[:200]}")
        else:
            columns = {other: number for other, number in columns.items() if number != header.index(name)}
            columns[field] = header.index(name)
    missing = missing_fields(columns)
    if missing:
        labels = [LABELS[field] for field in missing]
        raise ListingError(f"没有找到「{'、'.join(labels)}」列，请指明各列的含义")
    return columns


def missing_fields(columns: Collection[str]) -> list[str]:
    """The fields that are not there and without which no place can be read; a line stands for a point."""
    needed = ("name",) if "line" in columns else ("name", "lon", "lat")
    return [field for field in needed if field not in columns]


def _plain(text: str) -> str:
    return _HEADING.sub("", unicodedata.normalize("NFKC", text[:_LONGEST])).lower()
