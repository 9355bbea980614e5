"""A table as a file people open in Excel or WPS: CSV with its mark, or a plain xlsx of one sheet. No rules.

A cell that looks like a formula is written as text: nothing calculates when somebody opens the file.
"""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")
"""How a formula begins, in full width too: Chinese spreadsheets take both."""
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d{1,10})?")
"""What is a number: not the digits of a ticket or an order, which a spreadsheet shows rounded."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
"""What no sheet may have in its name; nor more than 31 characters, nor an apostrophe at an end."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """The rows as CSV in UTF-8 with its mark."""
    written = io.StringIO()
    csv.writer(written).writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Sequence[Sequence[str]], name: str = "Sheet1") -> bytes:
    """The rows as a workbook of one sheet with this name; cells that are numbers are numbers."""
    lines = "".join(
        f'<row r="{number}">{"".join(_cell(number, at, cell) for at, cell in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData></worksheet>'
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        parts = _PARTS | {"xl/workbook.xml": _book(name), "xl/worksheets/sheet1.xml": sheet}
        for path, text in parts.items():
            packed.writestr(path, _HEAD + text)
    return written.getvalue()


def _book(name: str) -> str:
    said = quoteattr(sheet_name(name))
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<sheets><sheet name={said} sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def sheet_name(title: str) -> str:
    """A title as a sheet may be called."""
    return _NOT_IN_NAMES.sub(" ", writable(title))[:31].strip(" '") or "Sheet1"


def _cell(row: int, at: int, text: str) -> str:
    where = f"{_letters(at)}{row}"
    if _NUMBER.fullmatch(text):
        return f'<c r="{where}"><v>{text}</v></c>'
    said = escape(writable(text))
    return f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'


def writable(text: str) -> str:
    """A text without what XML cannot hold."""
    return _CONTROL.sub("", text)


def _letters(at: int) -> str:
    """The name of a column: A … Z, AA …"""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text
