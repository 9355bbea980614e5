"""Extracts of OpenStreetMap become lists: whatever has a name and is a place, roads joined from their ways."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dispatch.errors import BadInput
from dispatch.ports import extract
from tests.extracts import Node, Way, as_pbf, as_xml

AROUND = (118.9, 33.5, 119.3, 33.8)
NODES: list[Node] = [
    (1, 119.02, 33.62, {"name": "淮阴粮站", "shop": "yes", "alt_name": "老粮站;粮管所"}),
    (2, 119.03, 33.62, {"name": "小徐庄", "place": "hamlet"}),
    (3, 119.01, 33.65, {}),
    (4, 119.02, 33.65, {}),
    (5, 119.03, 33.65, {}),
    (6, 119.03, 33.66, {}),
    (7, 119.02, 33.66, {}),
    (8, 119.15, 33.65, {}),
    (9, 119.16, 33.65, {}),
    (10, 121.47, 31.23, {"name": "外滩", "tourism": "attraction"}),
    (11, 119.02, 33.63, {"name": "一棵树", "natural": "tree"}),
    (12, 119.02, 33.64, {"shop": "yes"}),
]
WAYS: list[Way] = [
    (20, [3, 4], {"highway": "primary", "name": "人民路"}),
    (21, [4, 5], {"highway": "primary", "name": "人民路", "old_name": "前进路"}),
    (22, [8, 9], {"highway": "tertiary", "name": "人民路"}),
    (23, [5, 6], {"waterway": "canal", "name": "盐河"}),
    (24, [5, 6, 7, 4, 5], {"building": "yes", "name": "科技大厦"}),
]
Writer = Callable[[Sequence[Node], Sequence[Way]], bytes]


def read(path: Path) -> list[dict[str, str]]:
    """The rows of an extract, as a list has them."""
    assert extract.is_extract(path)
    text = extract.as_text(path, AROUND)
    try:
        with text.open(encoding="utf-8", newline="") as opened:
            return list(csv.DictReader(opened))
    finally:
        text.unlink()


@pytest.mark.parametrize(("write", "name"), [(as_pbf, "a.osm.pbf"), (as_xml, "a.osm")])
def test_places_and_roads_are_listed(tmp_path: Path, write: Writer, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(write(NODES, WAYS))
    rows = {row["编号"]: row for row in read(path)}
    assert {number: (row["类别"], row["名称"]) for number, row in rows.items()} == {
        "r20": ("road", "人民路"),
        "r22": ("road", "人民路"),
        "n1": ("poi", "淮阴粮站"),
        "n2": ("group", "小徐庄"),
        "aw24": ("poi", "科技大厦"),
    }
    assert (rows["n1"]["俗称"], rows["r20"]["曾用名"]) == ("老粮站;粮管所", "前进路")
    assert rows["r20"]["线"] == "MULTILINESTRING ((119.01 33.65, 119.02 33.65), (119.02 33.65, 119.03 33.65))"
    assert float(rows["r20"]["误差半径"]) == pytest.approx(1000, rel=0.01)
    assert (float(rows["aw24"]["经度"]), float(rows["aw24"]["纬度"])) == pytest.approx((119.025, 33.655))


def test_a_very_long_road_fits_a_cell(tmp_path: Path) -> None:
    nodes: list[Node] = [(n + 1, 119 + n / 1e5, 33.65 + math.sin(n / 30) / 20, {}) for n in range(3000)]
    path = tmp_path / "a.osm.pbf"
    path.write_bytes(as_pbf(nodes, [(9, [n[0] for n in nodes], {"highway": "trunk", "name": "长深高速"})]))
    (row,) = read(path)
    assert 1000 < len(row["线"]) < 10_000


def test_half_an_extract_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.osm.pbf"
    whole = as_pbf(NODES, WAYS)
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadInput, match="没有下载完整"):
        extract.as_text(path, AROUND)


def test_other_files_are_none(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("名称,经度\n", encoding="utf-8")
    assert not extract.is_extract(path)
