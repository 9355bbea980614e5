"""Writes the smallest workbook that spreadsheets open, for tests that read them."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(rows: Sequence[Sequence[str | float]], first: int = 1) -> bytes:
    """A workbook of one sheet whose rows begin at line ``first``."""
    return sheets(rows, first=first)


def sheets(*held: Sequence[Sequence[str | float]], first: int = 1) -> bytes:
    """A workbook of several sheets."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in _parts([_body(rows, first) for rows in held]).items():
            packed.writestr(name, _XML + content)
    return written.getvalue()


def _body(rows: Sequence[Sequence[str | float]], first: int) -> str:
    return "".join(
        f'<row r="{line}">{"".join(_cell(line, column, value) for column, value in enumerate(row))}</row>'
        for line, row in enumerate(rows, start=first)
    )


def _cell(line: int, column: int, value: str | float) -> str:
    at = f"{chr(65 + column)}{line}"
    if isinstance(value, str):
        return f'<c r="{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""
    return f'<c r="{at}"><v>{value}</v></c>'


def _parts(bodies: Sequence[str]) -> dict[str, str]:
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    numbers = range(1, len(bodies) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{each}.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        for each in numbers
    )
    named = "".join(f'<sheet name="表{each}" sheetId="{each}" r:id="r{each}"/>' for each in numbers)
    related = "".join(
        f'<Relationship Id="r{each}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{each}.xml"/>'
        for each in numbers
    )
    worksheets = {
        f"xl/worksheets/sheet{number}.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{body}</sheetData></worksheet>'
        for number, body in zip(numbers, bodies, strict=True)
    }
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{relations}<Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"{relations}{related}</Relationships>",
        **worksheets,
    }
