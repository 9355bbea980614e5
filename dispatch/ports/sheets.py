"""Tables that people keep in files: which encoding and separator, what is in the first line, row by row. No rules.

Called by ``ports.table``, ``ports.extract`` and the actions that take files, in threads. A file is never held in
memory; what a row hides (bytes of no character, a quote that never ends) is told with it, and what follows is read.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dispatch.errors import BadInput
from dispatch.saying import say

ENCODINGS = ("utf-8", "gb18030", "utf-16")
LONGEST_CELL = 10_000
"""Characters of one cell; a quote that never ends is noticed after as many."""
_LONGEST_LINE = 100 * LONGEST_CELL
_BLOCK = 1 << 20
_SEPARATORS = (",", "\t", ";", "|", "\uff0c", "\uff1b")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SPELLINGS = {
    "utf8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
    **dict.fromkeys(("gbk", "gb2312", "ansi"), "gb18030"),
}
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|meta|style|table|\?xml|\?mso)", re.IGNORECASE
)
_PAGE_SAYS = say(
    "这是网页或 XML 格式的表格（有的平台这样导出 .xls）；请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。"
)
_UNREADABLE = "\ufffd"
"""Stands where the bytes were no character, or a NUL."""
_UNREADABLE_SAYS = say("这一行有读不出来的字符（编码不对，或混进了 NUL）；请核对文件编码，改正后重新导入")


@dataclass(frozen=True, slots=True)
class Shape:
    """How a file is written."""

    encoding: str
    separator: str
    size: int


class Line(NamedTuple):
    """One row: the number of its first line in the file, its cells, and what kept it from being read."""

    row: int
    cells: list[str]
    fault: str | None = None


def shape(path: Path, encoding: str | None = None) -> Shape:
    """Find out how a file is written; ``encoding`` where it is known.

    Raises:
        BadInput: the file is empty, or its encoding is none of ours.
    """
    size = path.stat().st_size
    with path.open("rb") as opened:
        head = opened.read(_BLOCK)
        if not head.strip():
            raise BadInput(say("文件是空的，请选择有内容的文件。"), field="file")
        if _PAGE.match(head):
            raise BadInput(_PAGE_SAYS, field="file")
        chosen = _chosen(encoding, head) or _guessed(opened, head)
    text = head.decode(chosen, errors="replace")
    first = next((line for line in text.splitlines() if line.strip()), "")
    counts = {sign: first.count(sign) for sign in _SEPARATORS}
    return Shape(chosen, max(counts, key=lambda sign: counts[sign]), size)


def _chosen(encoding: str | None, head: bytes) -> str | None:
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if marked or not encoding:
        return marked
    plain = encoding.strip().lower().replace("_", "-")
    plain = _SPELLINGS.get(plain, plain)
    if plain not in ENCODINGS:
        raise BadInput(
            say(
                "不认识编码“{encoding}”，请从 {encodings} 里选。",
                encoding=encoding[:20],
                encodings=[*ENCODINGS],
            ),
            field="encoding",
        )
    return plain if plain != "utf-16" else _utf_16(head)


def _utf_16(head: bytes) -> str:
    """Which half of its characters comes first, where no mark says so: separators and line ends have an empty one."""
    return "utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le"


def _guessed(opened: BinaryIO, head: bytes) -> str:
    """UTF-8 where the whole file is, even one cut off within a character; else GB18030, as spreadsheets here write."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    block = head
    try:
        while block:
            decoder.decode(block)
            block = opened.read(_BLOCK)
    except UnicodeDecodeError:
        if b"\0" in head:
            raise BadInput(say("这不是表格文本；请另存为 CSV（UTF-8）后再上传。"), field="file") from None
        return "gb18030"
    return "utf-8"


class Rows:
    """The rows of a file, with how far reading is. Empty ones are passed over."""

    def __init__(self, path: Path, written: Shape) -> None:
        self._opened = path.open("rb")
        self._text = io.TextIOWrapper(self._opened, written.encoding, errors="replace", newline="")
        self._separator = written.separator

    def close(self) -> None:
        """Close the file."""
        self._text.close()

    @property
    def read(self) -> int:
        """Bytes taken from the file so far."""
        return self._opened.tell()

    def __iter__(self) -> Iterator[Line]:
        """Row by row, from the first line that holds something."""
        csv.field_size_limit(LONGEST_CELL)
        reader = csv.reader(self._lines(), delimiter=self._separator)
        while True:
            row = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                says = say(
                    "从这一行到第 {line_num} 行读不出来：引号没有配对，或一格超过 {longest_cell} 个字",
                    line_num=reader.line_num,
                    longest_cell=LONGEST_CELL,
                )
                yield Line(row, [], say("{says}；请改正后重新导入这几行", says=says))
                continue
            whole = "".join(cells)
            if not whole or whole.isspace():
                continue
            yield Line(row, cells, _UNREADABLE_SAYS if _UNREADABLE in whole else None)

    def _lines(self) -> Iterator[str]:
        """Lines as text; one without an end is cut where a cell would be too long anyway."""
        while line := self._text.readline(_LONGEST_LINE):
            yield line.replace("\0", _UNREADABLE)
