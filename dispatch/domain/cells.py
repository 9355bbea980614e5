"""Cells as spreadsheets leave them in files: numbers that lost digits, dates as numbers, formulas, twins of a heading.

Pure; read by ``exports`` and ``reconciling``; what people can mend in their file is said in a sentence.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from dispatch.saying import say

TOTALS = frozenset({"合计", "总计", "小计", "共计", "汇总"})
_AS_TEXT = re.compile(r'^="(.*)"$', re.DOTALL)
_SCIENTIFIC = re.compile(r"^\d(?:\.\d+)?[eE]\+?\d{1,3}$")
_ERROR = re.compile(r"^#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$")
_SERIAL = re.compile(r"^[2-7]\d{4}(?:\.\d+)?$")
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001  day 0 of a spreadsheet, in the local time of whoever wrote it


def plain(cell: str) -> str:
    """A cell without what spreadsheets put around texts that look like numbers: ``="001"``, ``'001``."""
    words = cell.strip()
    written = _AS_TEXT.match(words)
    return written[1] if written else words.removeprefix("'")


def fault_of_number(number: str) -> str | None:
    """Why an order number is none, and what to do; None where it is one, or there is none."""
    if _SCIENTIFIC.match(number):
        return say("「{number}」是科学计数，原号已丢失；请把这一列设为文本，重新导出", number=number)
    if number.startswith("=") or _ERROR.match(number):
        return say("「{number}」是公式或公式错误；请粘贴为数值后再上传", number=number[:20])
    if number in TOTALS:
        return say("「{number}」是合计行，没有导入", number=number)
    return None


def has_error(cell: str) -> bool:
    """Whether a cell holds the error of a formula instead of its value."""
    return bool(_ERROR.match(cell.strip()))


def moment(cell: str) -> str:
    """A time as text; the number of days that a spreadsheet keeps it as becomes a date again."""
    words = plain(cell)
    if not _SERIAL.match(words):
        return words
    at = _FIRST_DAY + timedelta(days=float(words))
    return (at + timedelta(milliseconds=500)).replace(microsecond=0).isoformat()


def name_of(column: object) -> str:
    """A column's name without blanks, brackets and stars: what two spellings of one name have in common."""
    return re.sub(r"[\s*:\uff1a()\uff08\uff09【】\[\]]", "", str(column)).lower()


def heading(cells: Sequence[str]) -> list[str]:
    """The names of columns: later twins say which column they are, so that each can be chosen."""
    named: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = plain(cell).lstrip("\ufeff").replace("\n", "")
        named.append(f"{name}（第{number}列）" if name and name in named else name)
    return named
