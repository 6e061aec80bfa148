"""The annual report of a plan's year, from its frozen summaries."""

from __future__ import annotations

from bot.core.access import Caller, Permission, require
from bot.core.codec import decode
from bot.core.errors import Refused
from bot.core.plan import Plan
from bot.core.years import quarters_of
from bot.quarterly.annual import annual_report
from bot.quarterly.document import Paper
from bot.quarterly.facts import Summary
from bot.services.context import Context
from bot.services.pack import drawn
from bot.services.summaries import made
from bot.services.years import plan_for
from bot.store.store import Records


def annual(context: Context, caller: Caller, year: str = "") -> Paper:
    """The report of the plan of `year` ("2018-19"; without one, the plan people mean today). What
    is not closed is as it stands, and the report says DRAFT. Raises NotAllowed, NotFound (no such
    plan), Refused (the year has not begun)."""
    context = context.of(caller)
    require(caller, Permission.READ)
    today = context.today()
    with context.store.reading(caller.workspace) as records:
        progress = plan_for(records, today, year)
        begun = [q for q in quarters_of(progress.plan) if q.starts <= today]
        if not begun:
            raise Refused(f"The {progress.plan.year} plan has not begun.", "Try the year before.")
        texts = [records.summaries.get(quarter) for quarter in begun]
        summaries = [
            decode(Summary, text)
            if text is not None
            else made(records, progress, quarter, context.timetable, context.now())
            for quarter, text in zip(begun, texts, strict=True)
        ]
        closed = None not in texts and begun == list(quarters_of(progress.plan))
        following = _following(records, progress.plan)
    report_of = context.timetable.sign_off.report_of
    return annual_report(summaries, following, context.labels, frozen=closed, report_of=report_of)


def annual_files(context: Context, caller: Caller, year: str = "") -> dict[str, bytes]:
    """The report as files: name -> content. Raises as `annual` does."""
    paper = annual(context, caller, year)
    return drawn(
        paper, paper.subtitle.replace(", ", "-").replace(" ", "-").lower(), context.paper_template
    )


def _following(records: Records, plan: Plan) -> Plan | None:
    """The plan that begins next after one has ended, when it is held."""
    later = [held for held in records.plans.held() if held.starts > plan.ends]
    first = min(later, key=lambda held: held.starts, default=None)
    progress = records.plans.of(first.year) if first else None
    return progress.plan if progress else None
