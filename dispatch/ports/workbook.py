"""Spreadsheets (xlsx, xls, ods) as the text that ``sheets`` reads. Taken apart in a process of its own.

A workbook is packed: a small file may want gigabytes. What it says of its size is looked at before, and the process
that reads it may take so much memory and time and no more.
"""

import csv
import resource
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from dispatch.domain.cells import name_of
from dispatch.errors import BadInput, TooLarge
from dispatch.ports.uploads import drop
from dispatch.saying import say

LARGEST_UNPACKED = 1 << 30
"""Bytes that a workbook may hold unpacked: over a million rows."""
_MEMORY = 4 << 30
_SECONDS = 120
_HEADING_LINES = 10
_HOME = Path(__file__).resolve().parents[2]
_PACKED, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_DAMAGE = (zipfile.BadZipFile, struct.error, OSError, ValueError, NotImplementedError, IndexError)
"""What damaged bytes make zipfile raise."""
_UNREADABLE = say("表格文件读不出来（可能加了密码或已损坏）；请另存为 CSV（UTF-8）后再上传。")


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook, whatever it is called."""
    with path.open("rb") as opened:
        return opened.read(4) in (_PACKED, _OLD)


def as_text(path: Path, names: Iterable[str] = ()) -> Path:
    """A sheet of a workbook as CSV in UTF-8: a file of its own, the caller's to drop.

    ``names``: plain names of columns; of several sheets the one that names most of them is read, else the first one
    that holds something.

    Raises:
        TooLarge: it would unpack to too much, or takes too much to read.
        BadInput: it cannot be read, or holds nothing.
    """
    _refuse_bomb(path)
    with tempfile.NamedTemporaryFile(prefix="dispatch-", suffix=".csv", delete=False) as made:
        text = Path(made.name)
    try:
        _take_apart(path, text, sorted(names))
    except BaseException:
        drop(text)
        raise
    return text


def _take_apart(path: Path, text: Path, names: Sequence[str]) -> None:
    try:
        ended = subprocess.run(
            [sys.executable, "-m", __name__, str(path.resolve()), str(text), *names],
            timeout=_SECONDS,
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=_HOME,
            env={"LC_ALL": "C.UTF-8"},  # none of the service's secrets
        )
    except subprocess.TimeoutExpired as error:
        raise TooLarge(say("表格太大，两分钟没有读完；请另存为 CSV（UTF-8）后再上传。")) from error
    if ended.returncode != 0:
        raise BadInput(_UNREADABLE, field="file")


def _refuse_bomb(path: Path) -> None:
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(each.file_size for each in packed.infolist())
    except _DAMAGE as error:
        raise BadInput(_UNREADABLE, field="file") from error
    if unpacked > LARGEST_UNPACKED:
        raise TooLarge(
            say("表格解开后有 {unpacked} MB，太大；请另存为 CSV（UTF-8）后再上传。", unpacked=unpacked >> 20)
        )


def _rows(path: Path, names: frozenset[str]) -> Iterator[list[str]]:
    """The rows of the sheet that is wanted."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    filled = [
        sheet for sheet in (book.get_sheet_by_name(each) for each in book.sheet_names) if sheet.total_height
    ]
    if not filled:
        return
    for row in max(filled, key=lambda sheet: _known(sheet.iter_rows(), names)).iter_rows():
        yield [_text(value) for value in row]


def _known(rows: Iterable[Sequence[object]], names: frozenset[str]) -> int:
    """How many columns the line names that names most, of those where a heading stands."""
    lines = islice(rows, _HEADING_LINES)
    return max((sum(name_of(cell) in names for cell in row) for row in lines), default=0)


def _text(value: object) -> str:
    """A cell as people read it: whole numbers without a point, dates as ISO 8601."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime | date | time | timedelta):
        return value.isoformat() if not isinstance(value, timedelta) else str(value)
    return " ".join(str(value).split("\n"))


def _main(source: str, target: str, *names: str) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    with Path(target).open("w", encoding="utf-8", newline="") as written:
        csv.writer(written).writerows(_rows(Path(source), frozenset(names)))
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
