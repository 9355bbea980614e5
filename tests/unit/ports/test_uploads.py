"""Names of uploaded files: what tells formats and layers stays, what leads elsewhere goes."""

from __future__ import annotations

import pytest

from dispatch.ports.uploads import harmless


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("网格.geojson", "网格.geojson"),
        ("2026年 网格(终稿).shp.zip", "2026年_网格_终稿_.shp.zip"),
        ("../../etc/passwd", "passwd"),
        ("C:\\数据\\cells.gpkg", "cells.gpkg"),
        ("..", "file"),
        (".bashrc", "bashrc"),
        ("", "file"),
        ("a\x00b.kml", "a_b.kml"),
        ("格" * 300 + ".dxf", "格" * 80 + ".dxf"),
        ("x." + "y" * 50, "x." + "y" * 10),
    ],
)
def test_a_name_leads_nowhere_else(name: str, kept: str) -> None:
    assert harmless(name) == kept
