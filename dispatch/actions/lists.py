"""Opening a list of places and reading it block by block, checked. For ``actions.importing``, in threads."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any, Literal

from dispatch.errors import BadInput
from dispatch.ports import extract, sheets, workbook
from dispatch.ports.uploads import drop
from dispatch.saying import say
from gis.columns import LABELS, guess, mapped, missing_fields
from gis.crs import Datum, Extent
from gis.listing import Checker, Listed, Problem, Whereabouts
from gis.names import Kind
from gis.spelling import spelled

MOST_PROBLEMS = 100_000
"""Problems that are told one by one; of the others there is a number."""
_BLOCK = 5_000
_HEADING_LINES = 10
_SAMPLES = 5


@dataclass(frozen=True, slots=True)
class Options:
    """How to read a file. mapping: field → name of its column, where it is not as usual; kind: of rows without one."""

    source: str
    datum: str = "wgs84"
    mapping: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    kind: Kind | None = None
    mode: Literal["all", "good"] = "good"
    dry_run: bool = False


class _Sheet:
    """An opened file of rows: text as it is, or what a workbook or an extract holds, which goes when it is closed."""

    def __init__(self, path: Path, encoding: str | None, extent: Extent) -> None:
        self.is_extract = extract.is_extract(path)
        self._text: Path | None = None
        if self.is_extract:
            self._text = extract.as_text(path, extent)
        elif workbook.is_workbook(path):
            self._text = workbook.as_text(path)
        try:
            self.written = sheets.shape(self._text or path, None if self._text else encoding)
            self.rows = sheets.Rows(self._text or path, self.written)
        except BaseException:
            self._drop()
            raise

    def close(self) -> None:
        """Close it."""
        self.rows.close()
        self._drop()

    def _drop(self) -> None:
        if self._text is not None:
            drop(self._text)


class Reading:
    """One file, read and checked block by block; to be used in threads, by one at a time."""

    def __init__(self, path: Path, options: Options, datum: Datum, where: Whereabouts) -> None:
        self._sheet = _Sheet(path, options.encoding, where.extent)
        try:
            lines = iter(self._sheet.rows)
            header, waiting = _heading(lines, options.mapping)
            columns = mapped(header, options.mapping)
        except BaseException:
            self._sheet.close()
            raise
        self._lines = chain(waiting, lines)
        whole = self._sheet.is_extract
        self._checker = Checker(columns, len(header), datum, where, options.kind, leave_outside=whole)
        self.problems: list[Problem] = []
        self.count = 0
        self.bad = 0
        self.more_problems = 0

    def close(self) -> None:
        """Close the file."""
        self._sheet.close()

    @property
    def outside(self) -> int:
        """Rows of an extract that lie outside the district."""
        return self._checker.outside

    @property
    def share(self) -> float:
        """How much of the file is read, from 0 to 1."""
        return min(1.0, self._sheet.rows.read / max(1, self._sheet.written.size))

    def block(self) -> tuple[bytes, bytes] | None:
        """The next rows as CSV for the database: places, other names. None at the end."""
        rows: list[tuple[int, list[str]]] = []
        taken = 0
        for line in islice(self._lines, _BLOCK):
            taken += 1
            if line.fault:
                self._tell([Problem(line.row, "", line.fault)])
            else:
                rows.append((line.row, line.cells))
        if not taken:
            return None
        outside = self._checker.outside
        good, problems = self._checker.check(rows)
        self._tell(problems)
        self.count += taken
        self.bad += taken - len(good) - (self._checker.outside - outside)
        return _places_csv(good), _names_csv(good)

    def _tell(self, problems: list[Problem]) -> None:
        room = max(0, MOST_PROBLEMS - len(self.problems))
        self.problems += problems[:room]
        self.more_problems += len(problems) - min(room, len(problems))


def look(path: Path, encoding: str | None, extent: Extent) -> dict[str, Any]:
    """What a file looks like before it is imported: its columns, some rows, and which column is probably what.

    Raises:
        BadInput: the file is empty or no table.
    """
    sheet = _Sheet(path, encoding, extent)
    written = sheet.written
    try:
        lines = iter(sheet.rows)
        header, waiting = _heading(lines, {})
        samples = list(islice(chain(waiting, lines), _SAMPLES))
    finally:
        sheet.close()
    found = guess(header)
    return {
        "encoding": written.encoding,
        "separator": written.separator,
        "size": written.size,
        "columns": header,
        "samples": [line.cells for line in samples],
        "mapping": {name: header[number] for name, number in found.items()},
        "fields": [{"field": name, "label": label} for name, label in LABELS.items()],
        "missing": missing_fields(found),
    }


def _heading(lines: Iterator[sheets.Line], mapping: Mapping[str, str]) -> tuple[list[str], list[sheets.Line]]:
    """The first line that names the columns, titles above it left out; and what was read beyond it."""
    first: list[sheets.Line] = []
    for line in lines:
        header = [cell.strip() for cell in line.cells]
        known = guess(header).keys() | {name for name, column in mapping.items() if column in header}
        if not missing_fields(known):
            return header, []
        first.append(line)
        if len(first) == _HEADING_LINES:
            break
    if not first:
        raise BadInput(say("文件是空的，请选择有内容的文件。"), field="file")
    return [cell.strip() for cell in first[0].cells], first[1:]


def _places_csv(rows: list[Listed]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(row[:-1] for row in rows)
    return written.getvalue().encode()


def _names_csv(rows: list[Listed]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(
        (row.row, name, kind, *spelled(name)) for row in rows for name, kind in row.aliases
    )
    return written.getvalue().encode()
