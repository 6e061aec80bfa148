"""One year beside another: only what is held is said, and what is not held is said too."""

from __future__ import annotations

from bot.answers.lines import AnswerContext, ask
from bot.answers.order import counts_words
from bot.core.progress import Progress, count, show_date
from bot.core.quarters import Quarter
from bot.core.reply import Answer, Line, Mode, Section
from bot.reading.wants import Kind, Reading, Want


def last_year(_reading: Reading, context: AnswerContext) -> Answer:
    """This plan beside the one before it, as each stands; without one before, that none is held."""
    plan, before = context.progress.plan, context.before
    if before is None:
        return Answer(
            Mode.DECLINE,
            f"I cannot compare with an earlier year: I hold none before the {plan.year} plan.",
            steps=(ask("Compare quarters", _two_quarters(context)),),
        )
    lines = tuple(_year_line(progress, context) for progress in (before, context.progress))
    return Answer(
        Mode.ANSWER,
        f"The {before.plan.year} plan beside the {plan.year} plan",
        parts=(Section("", lines),),
        footnote="Two plans hold different actions, so the shares are no trend.",
    )


def _year_line(progress: Progress, context: AnswerContext) -> Line:
    plan, standings = progress.plan, progress.standings
    good = sum(1 for s in standings if s.status is not None and s.status.good)
    state = "as it ended" if plan.ends < context.today else f"so far, on {show_date(context.today)}"
    return Line(
        f"{plan.year}, {state}: {count(len(standings), 'action')}; {good} complete or on track",
        detail=counts_words(standings, context),
    )


def _two_quarters(context: AnswerContext) -> Reading:
    """The first two quarters of the plan, side by side."""
    first = Quarter.of(context.progress.plan.starts)
    return Reading(Want(Kind.COMPARE, quarters=(first, first.next)))
