"""The committee pack of a quarter: the same paper in Word, Excel and, with the extra, PDF."""

from __future__ import annotations

from bot.core.access import Caller
from bot.core.quarters import Quarter
from bot.files.paper_docx import paper_docx
from bot.files.paper_pdf import can_draw, paper_pdf
from bot.files.paper_xlsx import paper_xlsx
from bot.quarterly.paper import Paper, committee_paper
from bot.services.context import Context
from bot.services.summaries import preview


def pack(context: Context, caller: Caller, quarter: Quarter) -> dict[str, bytes]:
    """File name -> content, from the frozen summary; before the quarter is closed every page says
    DRAFT. Raises NotAllowed, NotFound (no plan), Invalid."""
    context = context.of(caller)
    shown = preview(context, caller, quarter)
    paper = committee_paper(shown.summary, context.labels, frozen=shown.frozen)
    return drawn(paper, f"committee-paper-{quarter.label.replace(' ', '-')}")


def drawn(paper: Paper, stem: str) -> dict[str, bytes]:
    """A paper as files named after `stem`: Word, Excel and, with the extra, PDF."""
    files = {f"{stem}.docx": paper_docx(paper), f"{stem}.xlsx": paper_xlsx(paper)}
    if can_draw():
        files[f"{stem}.pdf"] = paper_pdf(paper)
    return files
