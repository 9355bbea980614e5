"""Extracts of the map and workbooks of strangers: read as what they hold, or refused in words, in a process apart."""

from __future__ import annotations

import csv
import io
import math
import string
from collections.abc import Callable
from functools import partial
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from dispatch.domain.cells import heading, name_of, plain
from dispatch.errors import BadInput, DispatchError, TooLarge
from dispatch.ports import extract, workbook
from dispatch.ports.sheets import Rows, shape
from dispatch.ports.spreadsheet import as_xlsx
from dispatch.ports.uploads import drop
from tests.extracts import Node, Way, as_pbf, as_xml
from tests.unit.parsers.test_given_files import CHANGES, changed

EXAMPLES = settings().max_examples
"""Of the usual kind, by the profile; what is read by GDAL or in a process of its own gets fewer."""
AROUND = (118.9, 33.5, 119.3, 33.8)
WORD = st.text(
    alphabet=st.sampled_from([*string.ascii_letters, *"粮站路 \"=>,;\\'<&{}[]\t", "\u00e9", "\U00020000"]),
    max_size=8,
)
KEY = st.sampled_from(
    ["name", "highway", "place", "building", "shop", "alt_name", "landuse", "osm_id", "note"]
)
VALUE = WORD | st.sampled_from(["primary", "hamlet", "yes", "residential", "apartments"])
TAGS = st.dictionaries(KEY | WORD.filter(bool), VALUE, max_size=4)
NODES = st.lists(st.tuples(st.floats(118.8, 119.4), st.floats(33.4, 33.9), TAGS), min_size=2, max_size=6).map(
    lambda each: [(number, *node) for number, node in enumerate(each, 1)]
)
WAYS = st.lists(st.tuples(st.lists(st.integers(1, 7), max_size=6), TAGS), max_size=4).map(
    lambda each: [(number, *way) for number, way in enumerate(each, 50)]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("extracts")


@given(NODES, WAYS, st.sampled_from([as_xml, as_pbf]))
@settings(max_examples=EXAMPLES // 12)
def test_any_extract_is_read_as_a_list(
    folder: Path, nodes: list[Node], ways: list[Way], written: object
) -> None:
    """Whatever its ways lack or cross: what has a name and is a place has a row, within the rectangle or near it."""
    assert callable(written)
    path = folder / ("any.osm" if written is as_xml else "any.osm.pbf")
    path.write_bytes(written(nodes, ways))
    assert extract.is_extract(path)
    for row in (*extract._roads(path, AROUND), *extract._places(path, AROUND)):
        cells = dict(zip(extract.HEADING, row, strict=True))
        assert cells["名称"]
        assert math.isfinite(float(str(cells["经度"])))
        assert math.isfinite(float(str(cells["纬度"])))


@given(st.text(max_size=60) | st.dictionaries(WORD, WORD).map(
    lambda tags: ",".join(f'"{key}"=>"{value}"' for key, value in tags.items())
))  # fmt: skip
def test_any_text_of_further_tags_is_some_tags(text: str) -> None:
    tags = extract._tags({"name": "甲", "other_tags": text, "place": None})
    assert all(isinstance(each, str) for pair in tags.items() for each in pair)
    assert "other_tags" not in tags
    assert "place" not in tags or '"place"' in text


def test_a_tag_named_like_a_column_is_not_taken_for_it() -> None:
    row = {"osm_id": None, "osm_way_id": "51", "name": "甲路", "other_tags": '"osm_id"=>"u","note"=>"x"'}
    assert extract._tags(row) == {"osm_way_id": "51", "name": "甲路", "note": "x"}


def test_a_name_of_nothing_is_none(folder: Path) -> None:
    path = folder / "nameless.osm"
    path.write_bytes(
        as_xml(
            [(1, 119.0, 33.6, {"name": "", "shop": "yes"}), (2, 119.0, 33.6, {"name": " ", "shop": "yes"})],
            [],
        )
    )
    assert list(extract._places(path, AROUND)) == []


def listed(read: Callable[[], Path]) -> list[list[str]]:
    """The table that a file becomes, read in the process of its own; none where it is refused in words."""
    refusal: DispatchError | None = None
    try:
        text = read()
        rows = Rows(text, shape(text, None))
    except (BadInput, TooLarge) as error:
        refusal = error
    if refusal is not None:
        assert "请" in refusal.detail
        return []
    found = [each.cells for each in rows]
    rows.close()
    drop(text)
    return found


@pytest.mark.parametrize("written", [as_xml, as_pbf])
def test_a_damaged_extract_is_a_list_or_refused(folder: Path, written: object) -> None:
    """In the process of its own, as the service reads it."""
    assert callable(written)
    content = written([(1, 119.0, 33.6, {"name": "粮站", "shop": "yes"})], [])
    path = folder / "damaged.osm"

    @given(CHANGES)
    @settings(max_examples=EXAMPLES // 50)
    def damaged(changes: list[tuple[int, bytes, int]]) -> None:
        path.write_bytes(changed(content, changes))
        assert all(
            len(line) <= len(extract.HEADING) for line in listed(partial(extract.as_text, path, AROUND))
        )

    damaged()


CELL = st.text(
    alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp", "Cn"]),
    max_size=8,
)
TABLE = st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=4)


@given(TABLE)
@settings(max_examples=EXAMPLES // 2)
def test_a_workbook_says_what_was_written_into_it(folder: Path, table: list[list[str]]) -> None:
    path = folder / "sound.xlsx"
    path.write_bytes(as_xlsx(table))
    assert workbook.is_workbook(path)
    read = [[cell.lstrip("'") for cell in row] for row in workbook._rows(path, frozenset())]
    wanted = [[cell.lstrip("'") for cell in row] for row in table]
    for line, said in zip(read, wanted, strict=False):
        assert [cell for cell in line if cell] == [cell for cell in said if cell]


def test_a_damaged_workbook_is_rows_or_refused(folder: Path) -> None:
    """In the process of its own, and what comes out is a table that both imports take."""
    content = as_xlsx([["网格编码", "名称"], ["320804", "粮站"]])
    path = folder / "damaged.xlsx"

    @given(CHANGES)
    @settings(max_examples=EXAMPLES // 30)
    def damaged(changes: list[tuple[int, bytes, int]]) -> None:
        path.write_bytes(changed(content, changes))
        if workbook.is_workbook(path):
            table = listed(partial(workbook.as_text, path, ["名称"]))
            assert all("\x00" not in cell for line in table for cell in line)

    damaged()


@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_heading_has_names_and_any_cell_is_plain(cells: list[str]) -> None:
    """Of the hotline's export and of lists of places alike: as many names as columns, plain twice is plain once."""
    named = heading(cells)
    assert len(named) == len(cells)
    for cell in cells:
        assert plain(plain(cell)) == plain(cell)
        assert name_of(name_of(cell)) == name_of(cell)
    written = io.StringIO(newline="")
    csv.writer(written).writerow(cells)
    assert isinstance(written.getvalue(), str)
