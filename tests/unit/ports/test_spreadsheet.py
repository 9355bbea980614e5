"""What a sheet may be called."""

from __future__ import annotations

import pytest

from dispatch.ports.spreadsheet import sheet_name

NAMES = {
    "考核与统计": "考核与统计",
    "Cells' people": "Cells' people",
    "2026/11 [试]: 甲*乙?": "2026 11  试   甲 乙",
    "'quoted'": "quoted",
    "长" * 40: "长" * 31,
    "\x00": "Sheet1",
    "": "Sheet1",
}


@pytest.mark.parametrize(("title", "name"), NAMES.items())
def test_a_title_becomes_a_name_that_a_spreadsheet_takes(title: str, name: str) -> None:
    assert sheet_name(title) == name
