"""Files of strangers: tables, pictures, archives, maps. Read or refused in words, and what is written is read back."""

from __future__ import annotations

import contextlib
import csv
import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from PIL import Image

from dispatch.errors import BadInput, DispatchError
from dispatch.ports.evidence import clean
from dispatch.ports.sheets import Rows, shape
from dispatch.ports.spreadsheet import as_csv, as_xlsx
from dispatch.ports.uploads import harmless
from dispatch.ports.voice import clean_voice
from dispatch.ports.workbook import _refuse_bomb
from dispatch.ports.xlsx import workbook
from gis.errors import BrokenFileError, FileError
from gis.formats import kml
from gis.formats.archive import unpack
from gis.formats.kinds import kind_of
from gis.formats.report import USUAL_LIMITS
from gis.formats.texts import decoded, encoding_of, whole_text
from tests.recordings import SPOKEN, mp4

TABLE = st.lists(
    st.sampled_from(
        ["名", "a", ",", "\t", ";", '"', "\r", "\n", "\r\n", "\x00", "\ufeff", "<html", "粮站", " ", "="]
    ),
    max_size=20,
).map("".join)
CELL = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
CELLS = st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=4)
TEXT = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHANGES = st.lists(
    st.tuples(st.integers(0, 400), st.binary(max_size=3), st.integers(0, 12)), min_size=1, max_size=6
)


def changed(content: bytes, changes: list[tuple[int, bytes, int]]) -> bytes:
    """A content with bytes put in and taken out."""
    for at, put, taken in changes:
        place = at % max(len(content), 1)
        content = content[:place] + put + content[place + taken :]
    return content


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("given")


@given(
    TABLE,
    st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]),
    st.sampled_from([None, "gbk", "UTF_16", "utf-8"]),
)
def test_a_table_is_read_row_by_row_or_refused(
    folder: Path, text: str, written: str, said: str | None
) -> None:
    path = folder / "table.csv"
    path.write_bytes(text.encode(written))
    try:
        rows = Rows(path, shape(path, said))
    except BadInput:
        return
    try:
        lines = list(rows)
    finally:
        rows.close()
    assert [each.row for each in lines] == sorted({each.row for each in lines})
    assert all("\x00" not in cell for each in lines for cell in each.cells)


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark(folder: Path, order: str) -> None:
    path = folder / "unmarked.csv"
    path.write_bytes("名称,x\n粮站,1\n".encode(order))
    rows = Rows(path, shape(path, "utf-16"))
    assert [each.cells for each in rows] == [["名称", "x"], ["粮站", "1"]]
    rows.close()


@given(CELLS)
def test_no_cell_of_a_csv_is_a_formula_and_all_come_back(rows: list[list[str]]) -> None:
    text = as_csv(rows).decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(text, newline="")))
    for line, given_line in zip(found, rows, strict=True):
        for cell, said in zip(line, given_line, strict=True):
            assert cell in (said, f"'{said}")
            assert not cell.startswith(("=", "@", "+", "\uff1d", "\uff20", "\t", "\r"))


@given(CELLS)
def test_a_workbook_is_well_formed_and_says_what_was_said(rows: list[list[str]]) -> None:
    for packed in (as_xlsx(rows), workbook(rows[0], rows[1:])):
        with zipfile.ZipFile(io.BytesIO(packed)) as book:
            sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        lines = [["".join(cell.itertext()) for cell in row] for row in sheet.iter(f"{TEXT}row")]
        for line, said in zip(lines, rows, strict=True):
            assert [_plain(cell) for cell in line] == [_plain(cell) for cell in said]


def _plain(cell: str) -> str:
    """What of a text XML keeps: it makes one line end of all, and has no control characters."""
    return "".join(sign for sign in cell if sign >= " " and sign not in "\ufffe\uffff")


def test_a_sign_that_is_no_character_spoils_no_workbook() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(["a\uffff"], [["\ufffe"]]))) as book:
        assert ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")) is not None


@given(st.text(alphabet=st.characters(), max_size=300))
def test_a_name_of_a_file_can_be_one(name: str) -> None:
    kept = harmless(name)
    assert 0 < len(kept.encode()) <= 255
    assert not set(kept) & set("/\\\x00\n")
    assert not kept.startswith(".")


def test_a_long_name_of_rare_characters_fits() -> None:
    assert len(harmless("\U00020000" * 90 + ".\U00020000\U00020000").encode()) <= 255


def _pictures() -> list[bytes]:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = []
    for form, options in (
        ("JPEG", {"exif": exif}),
        ("JPEG", {"progressive": True}),
        ("PNG", {"exif": exif}),
        ("WEBP", {"exif": exif}),
    ):
        written = io.BytesIO()
        Image.linear_gradient("L").resize((24, 16)).convert("RGB").save(written, form, **options)
        made.append(written.getvalue())
    return made


@given(st.sampled_from([SPOKEN, mp4(told=b"iPhone")]), CHANGES)
@settings(max_examples=200)
def test_a_damaged_recording_is_kept_or_refused(
    content: bytes, changes: list[tuple[int, bytes, int]]
) -> None:
    given = changed(content, changes)
    try:
        kept = clean_voice(given)
    except BadInput:
        return
    assert (kept.suffix, len(kept.content)) == ("webm" if given[:1] == b"\x1a" else "m4a", len(given))


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@given(st.sampled_from(_pictures()), CHANGES)
@settings(max_examples=200)
def test_a_damaged_picture_is_cleaned_or_refused(
    content: bytes, changes: list[tuple[int, bytes, int]]
) -> None:
    try:
        picture = clean(changed(content, changes))
    except DispatchError:
        return
    with Image.open(io.BytesIO(picture.content)) as kept:
        assert (kept.size, dict(kept.getexif())) == ((picture.width, picture.height), {})


def _archive() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("网格/cells.geojson", '{"type":"FeatureCollection","features":[]}')
        packed.writestr("cells.prj", "GEOGCS")
    return written.getvalue()


@given(CHANGES)
def test_a_damaged_archive_is_unpacked_into_its_folder_or_refused(
    folder: Path, changes: list[tuple[int, bytes, int]]
) -> None:
    path, inside = folder / "given.zip", folder / "inside"
    inside.mkdir(exist_ok=True)
    path.write_bytes(changed(_archive(), changes))
    try:
        files = unpack(path, inside, USUAL_LIMITS)
    except FileError:
        return
    assert all(each.parent == inside for each in files)


@given(CHANGES)
def test_a_damaged_workbook_is_measured_or_refused(
    folder: Path, changes: list[tuple[int, bytes, int]]
) -> None:
    path = folder / "given.xlsx"
    path.write_bytes(changed(as_xlsx([["名", "1"]]), changes))
    with contextlib.suppress(BadInput):
        _refuse_bomb(path)


def test_an_entry_without_a_name_and_one_for_a_later_version(folder: Path) -> None:
    path = folder / "strange.zip"
    nameless = _archive().replace(b"cells.prj", b"\0ells.prj")
    later = _archive().replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xff")
    for content in (nameless, later):
        path.write_bytes(content)
        with pytest.raises(BrokenFileError):
            unpack(path, folder, USUAL_LIMITS)
    with pytest.raises(BadInput):
        _refuse_bomb(path)


@given(
    st.binary(max_size=60)
    | st.sampled_from([b"999\n", b"<kml>", b"\xff\xfe", b"PK\x03\x04"]).flatmap(
        lambda head: st.binary(max_size=30).map(lambda rest: head + rest)
    )
)
def test_any_bytes_are_some_text_and_of_some_format_or_none(folder: Path, content: bytes) -> None:
    path = folder / "unknown"
    path.write_bytes(content)
    text, encoding = whole_text(content)
    assert isinstance(text, str)
    assert isinstance(decoded(content, encoding_of([content], encoding.name).codec), str)
    with contextlib.suppress(FileError):
        assert kind_of(path)


TAGS = (
    "kml",
    "Document",
    "Folder",
    "Placemark",
    "name",
    "description",
    "Polygon",
    "outerBoundaryIs",
    "LinearRing",
    "coordinates",
    "Data",
    "value",
    "Point",
)
WORDS = st.sampled_from(
    [
        "",
        "甲",
        "0,0 1,1 1,0",
        "nan,nan 1,1 2,2",
        "1e400,1 2,2 3,3",
        "1,,2",
        "119,33,0 119.1,33 119,33.1",
        "&lt;tr&gt;&lt;td&gt;a",
    ]
)
TREES = st.recursive(
    WORDS,
    lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=4)).map(
        lambda each: f"<{each[0]}>{''.join(each[1])}</{each[0]}>"
    ),
    max_leaves=16,
)
POLYGON = (
    "<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>{}</coordinates></LinearRing>"
    "</outerBoundaryIs></Polygon></Placemark>"
)


@given(TREES | WORDS.map(POLYGON.format))
def test_any_kml_is_read_or_refused(folder: Path, tree: str) -> None:
    path = folder / "any.kml"
    path.write_text(f"<kml>{tree}</kml>", encoding="utf-8")
    _, table, _ = kml.layer(path, USUAL_LIMITS)
    for shape_ in table.shapes:
        assert shape_ is None or shape_.is_empty or all(abs(edge) < 1e300 for edge in shape_.bounds)


@pytest.mark.parametrize("corner", ["nan,nan", "inf,1", "1e400,1"])
def test_a_corner_that_is_no_number_is_told(folder: Path, corner: str) -> None:
    path = folder / "corner.kml"
    path.write_text(f"<kml>{POLYGON.format(f'{corner} 1,1 2,2 3,1')}</kml>", encoding="utf-8")
    assert corner in kml.layer(path, USUAL_LIMITS)[1].broken[0]
