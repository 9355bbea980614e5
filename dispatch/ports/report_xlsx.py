"""The day's report as a workbook: a sheet for each part, ready to print on A4, each saying who took it. No rules.

Written by openpyxl: page set-up, footers and properties of workbooks are a trade of its own. Called in a thread.
"""

import io
import re

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dispatch.domain.day_report import Report, Section
from dispatch.ports.spreadsheet import writable

_COUNT = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d{1,4})?")
"""What is a number: not the digits of a ticket, which a spreadsheet would round."""
_THIN = Side(style="thin")
_RULED = Border(_THIN, _THIN, _THIN, _THIN)
_CHARACTERS = 110
"""How many characters share the width of a page."""


def as_xlsx(report: Report) -> bytes:
    """The report as a workbook."""
    book = Workbook()
    first = book.active
    for at, section in enumerate(report.sections):
        name = section.title.partition("、")[2]
        sheet = first if at == 0 and isinstance(first, Worksheet) else book.create_sheet()
        sheet.title = name
        _fill(sheet, report, section)
    told = book.properties
    told.title = writable(report.title)
    told.creator = told.lastModifiedBy = writable(f"{report.author} {report.unit}".strip())
    told.description = writable(report.mark)
    told.subject = writable(report.window)
    told.language = "zh-CN"
    told.created = told.modified = report.made_at.replace(tzinfo=None)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(sheet: Worksheet, report: Report, section: Section) -> None:
    """Title, window, sentences, the table, and at the end who took it."""
    wide = len(section.table.heads) if section.table else 6
    _words(sheet, 1, report.title, wide, Font(bold=True, size=14))
    _words(sheet, 2, f"{section.title}  {report.window}", wide, Font(size=10))
    at = 3
    for words in section.words:
        _words(sheet, at, words, wide, Font(size=10))
        at += 1
    if section.table is not None:
        at = _table(sheet, at, section)
    _words(sheet, at + 1, report.mark, wide, Font(size=9))
    _page(sheet, report.mark)


def _words(sheet: Worksheet, row: int, words: str, wide: int, font: Font) -> None:
    cell = sheet.cell(row=row, column=1)
    _put(cell, words)
    cell.font = font
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=wide)
    sheet.row_dimensions[row].height = (font.size or 10) * 1.6 * (1 + len(words) * 2 // _CHARACTERS)


def _table(sheet: Worksheet, at: int, section: Section) -> int:
    """The table from a row on; where it ended."""
    assert section.table is not None
    for column, width in enumerate(section.table.widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = max(6.0, _CHARACTERS * width / 100)
    sheet.print_title_rows = f"{at}:{at}"
    sheet.freeze_panes = f"A{at + 1}"
    for line in (section.table.heads, *section.table.lines):
        for column, words in enumerate(line, 1):
            cell = sheet.cell(row=at, column=column)
            _put(cell, words)
            cell.border = _RULED
            cell.font = Font(bold=line is section.table.heads, size=10)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        at += 1
    return at


def _put(cell: Cell, words: str) -> None:
    """Counts as numbers, everything else as a text: nothing calculates when somebody opens the file."""
    if _COUNT.fullmatch(words):
        cell.value = float(words)
        cell.number_format = "0." + "0" * len(words.partition(".")[2]) if "." in words else "0"
    else:
        cell.value = writable(words)
        cell.data_type = "s"


def _page(sheet: Worksheet, mark: str) -> None:
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    footer = sheet.oddFooter.center
    footer.text = f"{writable(mark).replace('&', '&&')}  第 &P 页 / 共 &N 页"
    footer.size = 9
