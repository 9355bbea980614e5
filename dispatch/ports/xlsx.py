"""Writes a table as a workbook (xlsx, ECMA-376): one sheet of texts, its first line bold and in place. No rules.

Spreadsheets here open CSV in the wrong encoding; a workbook they open as it is. Texts are written as texts, so that
nothing in a cell is taken for a formula or a long number rounded.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from dispatch.ports.spreadsheet import sheet_name

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_APPLICATION = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FILES = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_APPLICATION}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_APPLICATION}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_APPLICATION}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font/><font><b/></font></fonts>'
    '<fills count="1"><fill/></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>',
}


def workbook(head: Sequence[str], rows: Iterable[Sequence[str | None]], name: str = "Sheet1") -> bytes:
    """A workbook with one sheet of this name: the head, then the rows."""
    lines = [_line(head, ' s="1"'), *(_line(row, "") for row in rows)]
    sheet = (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols><col min="1" max="{len(head)}" width="22" customWidth="1"/></cols>'
        f"<sheetData>{''.join(lines)}</sheetData></worksheet>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        parts = _FILES | {"xl/workbook.xml": _book(name), "xl/worksheets/sheet1.xml": sheet}
        for path, text in parts.items():
            book.writestr(path, _HEAD + text)
    return packed.getvalue()


def _book(name: str) -> str:
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name={quoteattr(sheet_name(name))} sheetId="1" r:id="r1"/></sheets></workbook>'
    )


def _line(cells: Sequence[str | None], style: str) -> str:
    written = "".join(
        f'<c t="inlineStr"{style}><is><t xml:space="preserve">{escape(_printable(cell or ""))}</t></is></c>'
        for cell in cells
    )
    return f"<row>{written}</row>"


def _printable(text: str) -> str:
    """What XML can hold: no control characters but line ends and tabs, and none of the two that are no characters."""
    return "".join(sign for sign in text if sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff"))
