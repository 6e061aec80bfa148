"""The committee paper in Word, as the accessibility regulations ask of public bodies.

The Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018
cover documents that are published: real headings, heading rows that repeat, no merged cells, a
language, 12 point, and words for what is drawn.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from bot.files.paper_chart import add_chart
from bot.quarterly.document import Chapter, Paper, Table

if TYPE_CHECKING:
    from docx.document import Document

LANGUAGE = "en-GB"
POINTS = 12
PAGE_WIDTH = 25.7
"""Centimetres between the margins."""
CHARACTER, CELL_EDGES = 0.25, 0.5
"""Centimetres of a character in bold, and of a cell's edges."""
NARROW_TO, LONGEST_WORD = 40, 18
"""Characters by which width is shared out, and of a word that is not broken, at most."""


def paper_docx(paper: Paper) -> bytes:
    """The paper as a .docx."""
    import docx

    document = docx.Document()
    _prepare(document, paper)
    document.add_heading(paper.title, 0)
    document.add_paragraph(paper.subtitle, style="Subtitle")
    for name, text in paper.cover:
        line = document.add_paragraph()
        line.add_run(f"{name}: ").bold = True
        line.add_run(text)
    for chapter in paper.chapters:
        add_chapter(document, chapter)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _prepare(document: Document, paper: Paper) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    properties = document.core_properties
    properties.title, properties.subject = paper.title, paper.subtitle
    properties.language, properties.keywords = LANGUAGE, paper.marking
    properties.author, properties.comments = "", f"Snapshot {paper.snapshot}"
    for style in ("Normal", "Subtitle"):
        document.styles[style].font.size = Pt(POINTS)
        document.styles[style].font.name = "Arial"
    _speak(document)
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21.0)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    page.header.paragraphs[0].text = paper.running_head
    foot = page.footer.paragraphs[0]
    foot.text = f"{paper.running_foot} · page "
    _page_number(foot)


def _speak(document: Document) -> None:
    """All of it is in one language, whatever the defaults and the styles say."""
    from docx.oxml.ns import qn

    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _page_number(paragraph: Any) -> None:
    field = _element("w:fldSimple", {"w:instr": "PAGE"})
    paragraph._p.append(field)


def add_chapter(document: Document, chapter: Chapter) -> None:
    """One heading with what stands under it."""
    document.add_heading(chapter.heading, chapter.level)
    for text in chapter.paragraphs:
        document.add_paragraph(text)
    if chapter.table is not None and chapter.chart:
        add_chart(document, chapter.table, chapter.chart)
    if chapter.table is not None:
        _add_table(document, chapter.table)


def _add_table(document: Document, table: Table) -> None:
    drawn = document.add_table(rows=1, cols=len(table.headings), style="Table Grid")
    _describe(drawn, table.caption)
    _widen(drawn, table)
    _fill(drawn.rows[0], table.headings, bold=True)
    _repeat(drawn.rows[0])
    for row in table.rows:
        added = drawn.add_row()
        _fill(added, row, bold=False)
        _keep_whole(added)


def _widen(drawn: Any, table: Table) -> None:
    """Columns wide enough for their longest word; what is left goes to those with most to say."""
    from docx.shared import Cm

    texts = list(zip(table.headings, *table.rows, strict=True))
    words = [max(len(word) for text in column for word in text.split()) for column in texts]
    least = [CELL_EDGES + CHARACTER * min(word, LONGEST_WORD) for word in words]
    wanted = [min(NARROW_TO, max(map(len, column))) for column in texts]
    left = max(0.0, PAGE_WIDTH - sum(least))
    drawn.autofit = False
    for column, start, share in zip(drawn.columns, least, wanted, strict=True):
        column.width = Cm(start + left * share / sum(wanted))


def _fill(row: Any, texts: tuple[str, ...], *, bold: bool) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.paragraphs[0].add_run(_printable(text)).bold = bold


def _printable(text: str) -> str:
    """`text` without what XML cannot hold."""
    return "".join(c for c in text if c.isprintable() or c in "\n\t")


def _repeat(row: Any) -> None:
    """The heading row stands on every page the table runs over."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader", {"w:val": "true"}))
    _keep_whole(row)


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(_element("w:cantSplit", {"w:val": "true"}))


def _describe(table: Any, caption: str) -> None:
    table._tbl.tblPr.append(_element("w:tblCaption", {"w:val": caption}))


def _element(name: str, attributes: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made: Any = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made
