"""The committee paper in a council's own Word template."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from bot.core.errors import BadTemplate
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.core.status import Labels
from bot.files.paper_template import CHAPTERS, TEXTS, filled
from bot.quarterly.document import Paper
from bot.quarterly.paper import Cover, committee_paper
from bot.quarterly.summary import summarise
from tests.gate import needs_docxtpl
from tests.reading.conftest import progress

pytestmark = pytest.mark.slow

__all__ = ["progress"]
GUIDE = Path(__file__).parents[2] / "docs" / "coordinator.md"


@pytest.fixture
def paper(progress: Progress) -> Paper:
    summary = summarise(progress, Quarter(2018, 2), date(2018, 10, 10))
    cover = Cover(report_of="Chief Officer <Communities> & Business")
    return committee_paper(summary, Labels(), frozen=False, cover=cover)


@pytest.fixture(autouse=True)
def extra() -> None:
    needs_docxtpl()


def a_template(*paragraphs: str, head: str = "") -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = head
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def headings_of(document: Any) -> list[str]:
    return [p.text for p in document.paragraphs if str(p.style.name).startswith("Heading")]


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_its_texts_chapters_and_page_head_are_filled(paper: Paper) -> None:
    template = a_template(
        "Agenda item 7",
        "Report of the {{ report_of }} to the Scrutiny Committee",
        "{{p off_track }}",
        "{{ recommendation }}",
        "{{p status_by_priority }}",
        "{{p not_finished }}",
        head="{{ marking }} · {{ snapshot }}",
    )
    content = filled(template, paper)
    document = Document(io.BytesIO(content))
    texts = [p.text for p in document.paragraphs]
    assert texts[0] == "Agenda item 7"
    assert (
        texts[1] == "Report of the Chief Officer <Communities> & Business to the Scrutiny Committee"
    )
    assert "That members note the report." in texts
    assert document.sections[0].header.paragraphs[0].text == f"DRAFT · OFFICIAL · {paper.snapshot}"
    headings = [
        p.text for p in document.paragraphs if str(p.style and p.style.name)[:7] == "Heading"
    ]
    assert headings == ["Off track", "Status by priority"]
    off_track = next(c.table for c in paper.chapters if c.heading == "Off track")
    assert off_track is not None
    assert [row.cells[0].text for row in document.tables[0].rows[1:]] == [
        r[0] for r in off_track.rows
    ]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        xml = package.read("word/document.xml").decode()
        assert [name for name in package.namelist() if name.startswith("word/charts/chart")]
    assert 'descr="Bar chart.' in xml
    assert not re.search(r"\{\{|\}\}", xml)


def test_the_whole_body_is_one_placeholder(paper: Paper) -> None:
    document = Document(io.BytesIO(filled(a_template("{{p body }}"), paper)))
    headings = [
        p.text for p in document.paragraphs if str(p.style and p.style.name)[:7] == "Heading"
    ]
    assert headings == [chapter.heading for chapter in paper.chapters]


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        (b"no document at all", "it is no Word document"),
        (a_template("{{ councillor }}"), "'councillor' is undefined"),
        (a_template("{{ title "), "template is wrong"),
        (a_template("{{ title.__class__.__mro__ }}"), "template is wrong"),
    ],
    ids=["no document", "unknown placeholder", "unclosed", "reaching into the program"],
)
def test_a_template_that_cannot_be_filled_is_refused_in_words(
    paper: Paper, template: bytes, problem: str
) -> None:
    with pytest.raises(BadTemplate, match=problem) as refused:
        filled(template, paper)
    assert "docs/coordinator.md" in refused.value.next_step


def test_a_template_without_the_heading_styles_is_refused_by_their_name(paper: Paper) -> None:
    document = Document()
    document.add_paragraph("{{p body }}")
    style = document.styles["Heading 1"]
    style.element.getparent().remove(style.element)
    with pytest.raises(BadTemplate, match="Heading 1"):
        filled(saved(document), paper)


def test_the_guide_lists_every_placeholder_and_no_other() -> None:
    listed = re.findall(r"`\{\{p? (\w+) \}\}`", GUIDE.read_text(encoding="utf-8"))
    assert set(listed) == {*TEXTS, *CHAPTERS}
