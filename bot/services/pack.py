"""The committee pack of a quarter: the same paper in Word, Excel and, with the extra, PDF."""

from __future__ import annotations

from pathlib import Path

from bot.core.access import Caller
from bot.core.errors import BadTemplate
from bot.core.quarters import Quarter
from bot.files.paper_docx import paper_docx
from bot.files.paper_pdf import can_draw, paper_pdf
from bot.files.paper_template import filled
from bot.files.paper_xlsx import paper_xlsx
from bot.quarterly.document import Paper
from bot.quarterly.paper import Cover, committee_paper
from bot.services.context import Context
from bot.services.summaries import preview


def pack(context: Context, caller: Caller, quarter: Quarter) -> dict[str, bytes]:
    """File name -> content, from the frozen summary; before the quarter is closed every page says
    DRAFT. Raises NotAllowed, NotFound (no plan), Invalid, BadTemplate."""
    context = context.of(caller)
    shown = preview(context, caller, quarter)
    cover = Cover(report_of=context.timetable.sign_off.report_of)
    paper = committee_paper(shown.summary, context.labels, frozen=shown.frozen, cover=cover)
    stem = f"committee-paper-{quarter.label.replace(' ', '-')}"
    return drawn(paper, stem, context.paper_template)


def drawn(paper: Paper, stem: str, template: str = "") -> dict[str, bytes]:
    """A paper as files named after `stem`: Word (in the council's own `template`, the path of a
    .docx, when there is one), Excel and, with the extra, PDF. Raises BadTemplate."""
    word = _in_template(paper, Path(template)) if template else paper_docx(paper)
    files = {f"{stem}.docx": word, f"{stem}.xlsx": paper_xlsx(paper)}
    if can_draw():
        files[f"{stem}.pdf"] = paper_pdf(paper)
    return files


def _in_template(paper: Paper, path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError:
        raise BadTemplate(
            f"The paper's template {path} cannot be read.",
            "Correct PAPER_TEMPLATE, or leave it empty for the usual layout.",
        ) from None
    return filled(content, paper)
