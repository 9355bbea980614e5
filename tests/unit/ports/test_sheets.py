"""Tables in files: encodings and separators found out, rows numbered as in the file, nothing bad swallows the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from dispatch.errors import BadInput
from dispatch.ports.sheets import LONGEST_CELL, Line, Rows, shape


def read(path: Path, content: bytes, encoding: str | None = None) -> tuple[str, str, list[Line]]:
    """Encoding, separator and rows of a file."""
    path.write_bytes(content)
    written = shape(path, encoding)
    rows = Rows(path, written)
    try:
        return written.encoding, written.separator, list(rows)
    finally:
        rows.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("名,x\n粮站,1\n".encode(), ("utf-8", ",")),
        ("名,x\n粮站,1\n".encode("utf-8-sig"), ("utf-8-sig", ",")),
        ("名\tx\r\n粮站\t1\r\n".encode("gb18030"), ("gb18030", "\t")),
        ("名;x\r粮站;1".encode("utf-16"), ("utf-16", ";")),
        ("名|x\n粮站|1\n".encode(), ("utf-8", "|")),
        ("名\uff0cx\n粮站\uff0c1\n".encode(), ("utf-8", "\uff0c")),
        (b"a\nb\n", ("utf-8", ",")),
    ],
)
def test_how_a_file_is_written_is_found_out(file: Path, content: bytes, found: tuple[str, str]) -> None:
    encoding, separator, rows = read(file, content)
    assert (encoding, separator) == found
    assert [row.row for row in rows] == [1, 2]
    assert len(rows[0].cells[0]) == 1
    assert all(row.fault is None for row in rows)


def test_a_bad_byte_late_in_the_file_means_another_encoding(file: Path) -> None:
    content = ("名,x\n" + "粮站,1\n" * 200_000).encode("gb18030")
    assert read(file, b"a,b\n" * 300_000 + content)[0] == "gb18030"


def test_a_file_that_was_cut_off_keeps_its_encoding(file: Path) -> None:
    encoding, _, rows = read(file, "名,x\n粮站,1\n粮".encode()[:-1])
    assert (encoding, rows[1].cells, bool(rows[-1].fault)) == ("utf-8", ["粮站", "1"], True)


def test_rows_have_the_numbers_of_their_lines(file: Path) -> None:
    rows = read(file, b'\n\na,b\n"one\ntwo",c\n ,\nd,e')[2]
    assert [(row.row, row.cells) for row in rows] == [
        (3, ["a", "b"]),
        (4, ["one\ntwo", "c"]),
        (7, ["d", "e"]),
    ]


def test_a_quote_that_never_ends_costs_its_own_rows_only(file: Path) -> None:
    filler = b"x,1\n" * (LONGEST_CELL // 4)
    rows = read(file, b'a,b\n"open,1\n' + filler + b"y,2\n" * 50)[2]
    broken = [row for row in rows if row.fault]
    assert len(broken) == 1
    assert broken[0].row == 2
    assert rows[-1].cells == ["y", "2"]


def test_what_is_no_character_is_told_with_its_row(file: Path) -> None:
    rows = read(file, b"a,b\nc\x00,d\ne,f\n")[2]
    assert [bool(row.fault) for row in rows] == [False, True, False]
    said = read(file, "名,x\n".encode() + b"\xff\xfe,1\n", encoding="utf-8")[2]
    assert [bool(row.fault) for row in said] == [False, True]


def test_a_line_without_end_is_read_in_pieces(file: Path) -> None:
    rows = read(file, b"a,b\n" + b"x" * 3_000_000 + b"\nc,d\n")[2]
    assert rows[0].cells == ["a", "b"]
    assert rows[-1].cells == ["c", "d"]
    assert all(row.fault for row in rows[1:-1])


@pytest.mark.parametrize("content", [b"", b" \n\n", b"\x7fELF\x00\xff\x00\xfe" * 9])
def test_what_is_no_table_is_refused(file: Path, content: bytes) -> None:
    with pytest.raises(BadInput):
        read(file, content)


def test_an_encoding_can_be_given(file: Path) -> None:
    assert read(file, "名\n".encode("gb18030"), encoding="GBK")[0] == "gb18030"
    with pytest.raises(BadInput):
        read(file, b"a\n", encoding="klingon")
