"""One year beside another: only what is held is said, and what is not held is said too."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.lines import AnswerContext, ask, listed
from bot.answers.order import counts_words, worst_first
from bot.core.progress import Progress, count, show_date
from bot.core.quarters import Quarter
from bot.messages.reply import Answer, Line, Mode, Section
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


def beside_owed(answered: Answer, year: str, quarter: Quarter, before: AnswerContext) -> Answer:
    """An answer of the plan of `year` below what the asker still owes `quarter` of the plan
    `before` it, each under its year; the same answer when nothing is owed."""
    waiting = before.progress.awaiting(quarter, before.caller.agencies)
    if not waiting:
        return answered
    awaits = f"{count(len(waiting), 'action')} {'awaits' if len(waiting) == 1 else 'await'}"
    ended = before.progress.plan.year
    return replace(
        answered,
        title=f"Two plans are open: {quarter} of {ended} is still to be reported on.",
        parts=(
            listed(f"{ended} plan: {awaits} an update for {quarter}", worst_first(waiting), before),
            Section(f"{year} plan: {answered.title}", ()),
            *answered.parts,
        ),
    )
