"""The day's report as a Word document, A4: headings, sentences, ruled tables, a footer that says who took it. No rules.

Written by python-docx: what makes a document that Word and WPS both open is a trade of its own. Called in a thread.
"""

import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as DocxTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from dispatch.domain.day_report import Report, Section, Table
from dispatch.ports.spreadsheet import writable

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MARGIN_MM = 22
_INNER_MM = 210 - 2 * _MARGIN_MM
_BODY, _HEADING = "仿宋", "黑体"


def as_docx(report: Report) -> bytes:
    """The report as a document."""
    document = docx.Document()
    _page(document)
    _styles(document)
    _properties(document, report)
    title = document.add_paragraph(style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(writable(report.title))
    under = document.add_paragraph()
    under.alignment = WD_ALIGN_PARAGRAPH.CENTER
    under.add_run(writable(report.window))
    for section in report.sections:
        _section(document, section)
    _footer(document, report.mark)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _page(document: Document) -> None:
    part = document.sections[0]
    part.page_width, part.page_height = Mm(210), Mm(297)
    part.left_margin = part.right_margin = Mm(_MARGIN_MM)
    part.top_margin = part.bottom_margin = Mm(25)


def _styles(document: Document) -> None:
    for name, font, size in (("Normal", _BODY, 12), ("Title", _HEADING, 18), ("Heading 1", _HEADING, 14)):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name = font
        style.font.size = Pt(size)
        style.font.color.rgb = None
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
        fonts.set(qn("w:eastAsia"), font)
        fonts.set(qn("w:hAnsi"), font)
        borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
        if borders is not None:
            borders.getparent().remove(borders)


def _properties(document: Document, report: Report) -> None:
    """Who made it, for which unit, when: what a file says of itself when it has gone astray."""
    told = document.core_properties
    told.title = writable(report.title)
    told.author = writable(f"{report.author} {report.unit}".strip())
    told.last_modified_by = told.author
    told.comments = writable(report.mark)
    told.subject = writable(report.window)
    told.language = "zh-CN"
    told.created = told.modified = report.made_at.replace(tzinfo=None)


def _section(document: Document, section: Section) -> None:
    document.add_paragraph(writable(section.title), style="Heading 1")
    for words in section.words:
        said = document.add_paragraph(writable(words))
        said.paragraph_format.first_line_indent = Pt(24)
    if section.table is not None:
        _table(document, section.table)


def _table(document: Document, table: Table) -> None:
    drawn = document.add_table(rows=0, cols=len(table.heads), style="Table Grid")
    drawn.autofit = False
    for at, line in enumerate((table.heads, *table.lines)):
        _line(drawn, table, line, is_head=at == 0)


def _line(drawn: DocxTable, table: Table, line: tuple[str, ...], *, is_head: bool) -> None:
    row = _added(drawn)
    for cell, words, width in zip(row.cells, line, table.widths, strict=True):
        cell.width = Mm(_INNER_MM * width / 100)
        _fill(cell, words, is_head=is_head)
    about = row._tr.get_or_add_trPr()
    about.append(OxmlElement("w:cantSplit"))
    if is_head:
        about.append(OxmlElement("w:tblHeader"))


def _added(drawn: DocxTable) -> _Row:
    """A further row."""
    add: Callable[[], _Row] = drawn.add_row  # python-docx leaves this one without types
    return add()


def _fill(cell: _Cell, words: str, *, is_head: bool) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(writable(words))
    run.font.size = Pt(9)
    run.bold = is_head


def _footer(document: Document, mark: str) -> None:
    """On each page who took it, and which page of how many it is."""
    line = document.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run(writable(f"{mark}  第 "))
    _field(line, "PAGE")
    line.add_run(" 页 / 共 ")
    _field(line, "NUMPAGES")
    line.add_run(" 页")
    for run in line.runs:
        run.font.size = Pt(9)


def _field(line: Paragraph, name: str) -> None:
    """A number that whoever opens the document counts."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    line._p.append(field)
