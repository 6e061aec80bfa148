"""The committee paper in Word, Excel and PDF: the figures that were posted, for every reader."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from importlib.util import find_spec
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from bot.core.plan import OFFICIAL_SENSITIVE
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.core.status import Labels
from bot.files.paper_docx import paper_docx
from bot.files.paper_pdf import can_draw, paper_pdf
from bot.files.paper_xlsx import paper_xlsx
from bot.quarterly.document import Paper
from bot.quarterly.facts import Summary
from bot.quarterly.paper import SENSITIVE, Cover, committee_paper, snapshot_id
from bot.quarterly.summary import summarise
from bot.quarterly.wording import headline
from bot.sample import sample_plan
from tests.gate import is_missing
from tests.reading.conftest import progress

pytestmark = pytest.mark.slow

__all__ = ["progress"]
Q2 = Quarter(2018, 2)
_PLAIN_QUOTES = str.maketrans("‘’“”", "''\"\"")
"""A PDF's quotation marks are curly."""


@pytest.fixture
def summary(progress: Progress) -> Summary:
    return summarise(progress, Q2, date(2018, 10, 10))


@pytest.fixture
def paper(summary: Summary) -> Paper:
    cover = Cover(report_of="Chief Officer, Communities")
    return committee_paper(summary, Labels(), frozen=True, cover=cover)


def docx_texts(content: bytes) -> list[str]:
    document = Document(io.BytesIO(content))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return [p.text for p in document.paragraphs] + cells


def test_the_paper_has_a_councils_order(paper: Paper) -> None:
    assert [name for name, _ in paper.cover][:2] == ["Report of", "Status"]
    headings = [chapter.heading for chapter in paper.chapters if chapter.level == 1]
    assert headings[:5] == [
        "Headline", "Status by priority", "What went well", "Off track", "At risk",
    ]  # fmt: skip
    assert headings[-2:] == ["No update received for Q2 2018-19", "Appendix: all actions"]


def test_its_figures_are_those_of_the_summary(paper: Paper, summary: Summary) -> None:
    assert paper.chapters[0].paragraphs[0] == f"{headline(summary.head, Labels())}."
    table = next(c.table for c in paper.chapters if c.heading == "Status by priority")
    assert table is not None
    counted = sum(int(cell) for row in table.rows for cell in row[1:])
    assert counted == summary.head.total
    listed = [c.table for c in paper.chapters if c.level == 2]
    assert sum(len(t.rows) for t in listed if t) == summary.head.total


def test_word_and_excel_hold_every_text_of_the_paper(paper: Paper) -> None:
    expected = {cell for c in paper.chapters if c.table for row in c.table.rows for cell in row}
    expected |= {text for chapter in paper.chapters for text in chapter.paragraphs}
    assert expected <= {*docx_texts(paper_docx(paper)), ""}
    book = load_workbook(io.BytesIO(paper_xlsx(paper)))
    cells = {
        "" if c.value is None else str(c.value)
        for sheet in book
        for row in sheet.iter_rows()
        for c in row
    }
    assert expected <= {*cells, ""}


@pytest.mark.slow
def test_word_is_accessible(paper: Paper) -> None:
    document = Document(io.BytesIO(paper_docx(paper)))
    headings = [
        p.text for p in document.paragraphs if p.style and str(p.style.name).startswith("Heading")
    ]
    assert headings == [chapter.heading for chapter in paper.chapters]
    assert document.core_properties.language == "en-GB"
    assert all(points(run) >= 12 for part in all_paragraphs(document) for run in part.runs)
    xml = zipfile.ZipFile(io.BytesIO(paper_docx(paper))).read("word/document.xml").decode()
    tables = len(document.tables)
    assert xml.count("w:tblHeader") == tables
    assert xml.count("w:tblCaption") == tables
    assert not re.search(r"w:gridSpan|w:vMerge", xml)
    for table in document.tables:
        (head,) = table.rows[0]._tr.get_or_add_trPr().findall(qn("w:tblHeader"))
        assert head.get(qn("w:val")) == "true"
    styles = zipfile.ZipFile(io.BytesIO(paper_docx(paper))).read("word/styles.xml").decode()
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]+)"', styles)) == {"en-GB"}


def all_paragraphs(document: Any) -> Iterator[Any]:
    """Those of the text, of tables, and of the heads and feet of pages."""
    yield from document.paragraphs
    for table in document.tables:
        yield from (p for row in table.rows for cell in row.cells for p in cell.paragraphs)
    for section in document.sections:
        yield from (*section.header.paragraphs, *section.footer.paragraphs)


def points(run: Any) -> float:
    """The size a run is shown in: its own, else its style's, else what that is based on."""
    size, style = run.font.size, run._parent.style
    while size is None and style is not None:
        size, style = style.font.size, style.base_style
    return float(size.pt)


def test_the_chart_holds_the_tables_numbers_and_words_say_them_too(paper: Paper) -> None:
    chapter = next(c for c in paper.chapters if c.chart)
    assert chapter.table is not None
    package = zipfile.ZipFile(io.BytesIO(paper_docx(paper)))
    (described,) = re.findall(r' descr="([^"]+)"', package.read("word/document.xml").decode())
    assert unescape(described) == chapter.chart
    for row in chapter.table.rows:
        for heading, number in zip(chapter.table.headings[1:], row[1:], strict=True):
            assert number == "0" or f"{number} {heading.lower()}" in described
    drawn = re.findall(r"<v>(\d+)</v>", package.read("word/charts/chart1.xml").decode())
    counted = [number for row in chapter.table.rows for number in row[1:] if number != "0"]
    assert sorted(drawn) == sorted(counted)


def test_columns_in_which_nothing_stands_are_left_out(paper: Paper) -> None:
    tables = [chapter.table for chapter in paper.chapters if chapter.table]
    for table in tables:
        assert all(any(row[n] for row in table.rows) for n in range(len(table.headings)))


def test_excel_has_filters_and_a_chart_and_no_formula(paper: Paper) -> None:
    book = load_workbook(io.BytesIO(paper_xlsx(paper)))
    tables = [sheet for sheet in book if sheet.title != "Summary"]
    assert all(sheet.auto_filter.ref for sheet in tables)
    charts = zipfile.ZipFile(io.BytesIO(paper_xlsx(paper))).namelist()
    assert sum("charts/chart" in name for name in charts) == 1
    assert not [c for s in book for row in s.iter_rows() for c in row if c.data_type == "f"]


def test_an_update_that_looks_like_a_formula_or_markup_stays_text(summary: Summary) -> None:
    nasty = '=1+1 #eval("x") $x$ \\ * _ ` <a> @b ~ \x07 // /* ]'
    entry = replace(summary.details[0].entries[0], note=nasty, carried=None)
    detail = replace(summary.details[0], entries=(entry,))
    paper = committee_paper(replace(summary, details=(detail,)), Labels(), frozen=True)
    shown = nasty.replace("\x07", "")
    assert shown in docx_texts(paper_docx(paper))
    book = load_workbook(io.BytesIO(paper_xlsx(paper)))
    assert shown in {c.value for s in book for row in s.iter_rows() for c in row}
    if can_draw():
        assert paper_pdf(paper).startswith(b"%PDF")


def test_before_the_quarter_is_closed_every_page_says_draft(summary: Summary) -> None:
    draft = committee_paper(summary, Labels(), frozen=False)
    head = Document(io.BytesIO(paper_docx(draft))).sections[0].header.paragraphs[0].text
    assert head == f"DRAFT · {summary.head.marking}"
    book = load_workbook(io.BytesIO(paper_xlsx(draft)))
    assert all(head in str(sheet.oddHeader) for sheet in book)


def test_one_snapshot_id_stands_on_all_of_them_and_changes_with_the_figures(
    paper: Paper, summary: Summary
) -> None:
    foot = Document(io.BytesIO(paper_docx(paper))).sections[0].footer.paragraphs[0].text
    assert paper.snapshot in foot
    book = load_workbook(io.BytesIO(paper_xlsx(paper)))
    assert paper.snapshot in {c.value for row in book["Summary"].iter_rows() for c in row}
    other = replace(summary, head=replace(summary.head, good=summary.head.good + 1))
    assert snapshot_id(other) != paper.snapshot == snapshot_id(summary)


def test_sensitive_actions_show_reference_and_status_only() -> None:
    plan = sample_plan()
    hidden = replace(plan.actions[0], marking=OFFICIAL_SENSITIVE)
    progress = Progress(replace(plan, actions=(hidden, *plan.actions[1:])), [])
    paper = committee_paper(summarise(progress, Q2, date(2018, 10, 10)), Labels(), frozen=True)
    texts = docx_texts(paper_docx(paper))
    assert SENSITIVE in texts
    assert not [text for text in texts if hidden.text in text]


@pytest.mark.slow  # quick tests need no more than the group `test`
def test_the_pdf_is_tagged_for_screen_readers(paper: Paper) -> None:
    if not can_draw():
        is_missing("TYPST", "uv sync --all-groups")
    content = paper_pdf(paper)
    assert b"/MarkInfo" in content
    assert b"/StructTreeRoot" in content
    assert b"pdfuaid" in content
    assert b"/Figure" in content
    assert b"/Alt" in content


@pytest.mark.slow
def test_the_pdf_holds_every_text_of_the_paper(paper: Paper) -> None:
    if not (can_draw() and find_spec("pypdf")):
        is_missing("TYPST", "uv sync --all-groups")
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(paper_pdf(paper))).pages
    printed = _unspaced("".join(page.extract_text() for page in pages))
    expected = {cell for c in paper.chapters if c.table for row in c.table.rows for cell in row}
    expected |= {text for chapter in paper.chapters for text in chapter.paragraphs}
    missing = [text for text in expected - {""} if not _stands_in(_unspaced(text), printed)]
    assert not missing, "\n".join(missing)


def _stands_in(text: str, printed: str) -> bool:
    """Whole, or in the two pieces that the end of a page makes of it."""
    ends = range(len(text), 0, -1)
    return any(text[:end] in printed and text[end:] in printed for end in ends)


def _unspaced(text: str) -> str:
    """Without what a page breaks lines with."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text.translate(_PLAIN_QUOTES))
