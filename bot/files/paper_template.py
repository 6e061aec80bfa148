"""The committee paper in a council's own Word file, by placeholders: the extra `template`.

`{{ title }}` and the like stand for a text; `{{p off_track }}`, alone in a paragraph, for a whole
chapter with its heading, table and chart; `{{p body }}` for all of them. The list is in
docs/coordinator.md, and a test holds it to this file.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any
from zipfile import BadZipFile

from bot.core.errors import BadTemplate
from bot.files.paper_docx import add_chapter
from bot.quarterly.document import Chapter, Paper

TEXTS = (
    "title", "subtitle", "marking", "snapshot", "report_of", "status", "period", "figures_as_at",
    "purpose", "recommendation", "note",
)  # fmt: skip
"""Placeholders of one text each; `{{ marking }}` says DRAFT before a quarter is closed."""
CHAPTERS = (
    "headline", "status_by_priority", "what_went_well", "off_track", "at_risk", "changed",
    "overdue", "measures", "no_update", "after_close", "appendix", "quarters", "not_finished",
    "body",
)  # fmt: skip
"""Placeholders of a whole chapter each; one a paper has nothing for leaves nothing."""
_HELP = "docs/coordinator.md lists the placeholders; without PAPER_TEMPLATE it is the usual layout."


def filled(template: bytes, paper: Paper) -> bytes:
    """The template (a .docx) with the paper in place of its placeholders. Raises BadTemplate, with
    what is wrong, when it cannot be filled or the extra is not installed."""
    try:
        from docxtpl import DocxTemplate
        from jinja2 import TemplateError
    except ImportError:
        raise BadTemplate(
            "A template of your own needs docxtpl, which is not installed.",
            "Install it with `uv sync --extra template`, or leave PAPER_TEMPLATE empty.",
        ) from None
    try:
        document = DocxTemplate(io.BytesIO(template))
        document.init_docx()
        document.render(_values(document, paper), jinja_env=_environment(), autoescape=True)
    except TemplateError as problem:
        raise BadTemplate(f"The paper's template is wrong: {problem}.", _HELP) from None
    except (BadZipFile, KeyError, ValueError, OSError) as problem:
        raise BadTemplate(
            f"The paper's template cannot be used: {_plain(problem)}.", _HELP
        ) from None
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _environment() -> Any:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def _values(document: Any, paper: Paper) -> Mapping[str, Any]:
    texts = {name.lower().replace(" ", "_"): text for name, text in paper.cover}
    texts |= {"title": paper.title, "subtitle": paper.subtitle, "snapshot": paper.snapshot}
    texts |= {"marking": paper.running_head}
    chapters = {name: [c for c in paper.chapters if c.key == name] for name in CHAPTERS}
    chapters["body"] = list(paper.chapters)
    made = {name: _part(document, chapters[name]) for name in CHAPTERS}
    return {name: texts.get(name, "") for name in TEXTS} | made


def _part(document: Any, chapters: Iterable[Chapter]) -> Any:
    part = document.new_subdoc()
    for chapter in chapters:
        add_chapter(part, chapter)
    return part


def _plain(problem: Exception) -> str:
    """What is wrong, in a line: of a missing style its name, of what is no document just that."""
    text = " ".join(str(problem).strip("'\"").split())
    return text if "style" in text else "it is no Word document (.docx)"
