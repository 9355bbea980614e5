"""A list that people keep in a file, whole: its columns found by their names, its rows by field. CSV or a workbook.

For lists a district keeps by hand (units, who looks after which cell): thousands of rows, not millions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dispatch.domain.cells import has_error, heading, name_of, plain
from dispatch.errors import BadInput, TooLarge
from dispatch.ports.sheets import Line, Rows, shape
from dispatch.ports.uploads import drop
from dispatch.ports.workbook import as_text, is_workbook
from dispatch.saying import say

MOST_ROWS = 20_000
_HEADING_LINES = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number in the file, its cells by field, and what kept it from being read."""

    number: int
    cells: Mapping[str, str]
    fault: str | None = None


def read(path: Path, labels: Mapping[str, str], needed: Sequence[str]) -> list[Row]:
    """The rows under the heading; ``labels``: field → what its column is called; the caller drops the file.

    Raises:
        BadInput: no line names the needed columns, or there is no row.
        TooLarge: more rows than a list of this kind has.
    """
    text = as_text(path, [name_of(label) for label in labels.values()]) if is_workbook(path) else path
    try:
        rows = Rows(text, shape(text))
        try:
            return _listed(rows, labels, needed)
        finally:
            rows.close()
    finally:
        if text != path:
            drop(text)


def _listed(rows: Rows, labels: Mapping[str, str], needed: Sequence[str]) -> list[Row]:
    lines = iter(rows)
    columns: dict[str, int] = {}
    for line in islice(lines, _HEADING_LINES):
        columns = _columns(line, labels)
        if all(field in columns for field in needed):
            break
    else:
        wanted = [str(labels[field]) for field in needed]
        raise BadInput(
            say("没有找到表头：要有「{wanted}」这几列，请核对或下载模板。", wanted=wanted), field="file"
        )
    found = [_row(line, columns) for line in islice(lines, MOST_ROWS + 1)]
    if len(found) > MOST_ROWS:
        raise TooLarge(say("一份清单最多 {most} 行，请分成几份上传。", most=MOST_ROWS))
    if not found:
        raise BadInput(say("文件里只有表头，没有一行内容，请核对。"), field="file")
    return found


def _columns(line: Line, labels: Mapping[str, str]) -> dict[str, int]:
    header = [name_of(name) for name in heading(line.cells)]
    named = {field: name_of(label) for field, label in labels.items()}
    return {field: header.index(name) for field, name in named.items() if name in header}


def _row(line: Line, columns: Mapping[str, int]) -> Row:
    cells = {field: plain(line.cells[at]) if at < len(line.cells) else "" for field, at in columns.items()}
    broken = next((cell for cell in cells.values() if has_error(cell)), None)
    fault = line.fault or (
        say("有一格是公式错误「{broken}」，请粘贴为数值后再导入", broken=broken) if broken else None
    )
    return Row(line.row, cells, fault)
