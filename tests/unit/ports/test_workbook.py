"""Workbooks become text with the rows where they were; what would unpack to too much is not unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from dispatch.errors import BadInput, TooLarge
from dispatch.ports import workbook
from tests import workbooks


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.xlsx"


def test_the_first_sheet_is_read_line_by_line(file: Path) -> None:
    file.write_bytes(workbooks.workbook([["名称", "经度"], ["粮\n站", 119.02], ["", 12.0]], first=3))
    assert workbook.is_workbook(file)
    text = workbook.as_text(file)
    assert text.read_text(encoding="utf-8").splitlines() == [",", ",", "名称,经度", "粮 站,119.02", ",12"]
    text.unlink()


def test_a_bomb_is_told_by_what_it_says_of_itself(file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(3):
            with packed.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as part:
                for _ in range(44):
                    part.write(b"\0" * (8 << 20))
    assert file.stat().st_size < 2 << 20
    with pytest.raises(TooLarge, match="MB"):
        workbook.as_text(file)


@pytest.mark.parametrize("content", [b"PK\x03\x04 but no archive", b"\xd0\xcf\x11\xe0 but no sheet"])
def test_a_broken_one_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(BadInput, match="读不出来"):
        workbook.as_text(file)


def test_a_bomb_that_lies_about_its_size_ends_with_its_process(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(workbooks.workbook([["名称"]]))
    monkeypatch.setattr(workbook, "_SECONDS", 0.01)
    with pytest.raises(TooLarge, match="没有读完"):
        workbook.as_text(file)
