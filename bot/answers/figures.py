"""Answers in figures: counts with their base, measures against target, comparisons, no verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.answers.counts import place_words
from bot.answers.lines import (
    LAST,
    AnswerContext,
    counts_words,
    joined,
    measure_line,
    more_steps,
    one_page,
    past_the_end,
)
from bot.answers.moves import moves_between
from bot.answers.selection import agencies_of, described, selected
from bot.core.progress import Progress, Standing, count, meets, show_date
from bot.core.quarters import Quarter
from bot.core.reply import Answer, Line, Mode, Section, Step
from bot.questions.question import Filters, Question

_FEW = 10


def measures(question: Question, context: AnswerContext) -> Answer:
    """The measures of the actions or priority meant: value, target, baseline, direction."""
    filters = question.filters
    whose = Filters(agencies=filters.agencies, mine=filters.mine) if not filters.refs else Filters()
    wanted = replace(whose, refs=filters.refs, priorities=filters.priorities)
    if wanted == Filters():
        return _all_measures(context)
    found = selected(wanted, context)
    if past_the_end(question, len(found)):
        return LAST
    shown, rest = one_page(found, question.page)
    lines = [measure_line(s, m, context) for s in shown for m in s.action.measures]
    if question.page == 1 and not filters.refs and not whose.any:
        lines += _of_whole_priorities(filters, context)
    subject = _measured(wanted, context)
    title = f"Measures of {subject}" if lines else f"The plan gives no measure for {subject}."
    if question.term:
        title = f"{question.term} {title}"
    first = (Step("Show the action", "ask", f"action {found[0].action.ref}"),) if found else ()
    return Answer(
        Mode.ANSWER,
        title,
        parts=(Section("", (*lines, *rest)),),
        steps=more_steps(question, len(found)) or first,
        refs=tuple(s.action.ref for s in found),
        footnote="A figure shows what was counted, not what caused it.",
    )


def _of_whole_priorities(filters: Filters, context: AnswerContext) -> Iterator[Line]:
    """What the plan measures for a priority rather than for one of its actions."""
    for code in filters.priorities:
        for measure in context.progress.plan.priority(code).measures:
            yield Line(f"{measure.text} (measure of the whole priority)")


def _measured(wanted: Filters, context: AnswerContext) -> str:
    """Whose measures these are, to follow "Measures of"."""
    if wanted.any:
        return f"actions {described(wanted, context)}"
    plan = context.progress.plan
    return joined(wanted.refs or (plan.priority(code).name for code in wanted.priorities))


def _all_measures(context: AnswerContext) -> Answer:
    pairs = [(s, m) for s in context.progress.standings for m in s.action.measures]
    read = [(m, s.readings(m)[-1].value) for s, m in pairs if s.readings(m)]
    reached = sum(1 for m, value in read if m.target is not None and meets(m, value))
    targets = sum(1 for _, m in pairs if m.target is not None)
    baselines = sum(1 for _, m in pairs if m.baseline is not None)
    return Answer(
        Mode.ANSWER,
        f"The plan has {count(len(pairs), 'success measure')}.",
        parts=(
            Section(
                "",
                (
                    Line(f"With a target: {targets}. With a baseline: {baselines or 'none'}."),
                    Line(
                        f"With a reading: {len(read)}; "
                        f"{reached} of these meet the year's target already."
                    ),
                ),
            ),
        ),
        steps=(Step("Which have no target?", "ask", "which have no target"),),
    )


def compare(question: Question, context: AnswerContext) -> Answer:
    """Figures side by side on the same base. No verdict: agencies lead different work."""
    filters = question.filters
    if len(question.quarters) > 1:
        return _compare_quarters(question, context)
    if len(filters.priorities) > 1:
        names = {c: context.progress.plan.priority(c).short for c in filters.priorities}
        rows = [(name, context.progress.of_priority(code)) for code, name in names.items()]
    else:
        codes = agencies_of(filters, context) or tuple(_leading(context.progress))
        rows = [(context.full_name(c), context.progress.led_by((c,))) for c in codes]
        if filters.priorities:
            rows = [
                (name, tuple(s for s in own if s.action.priority in filters.priorities))
                for name, own in rows
            ]
    lines = tuple(_counted(name, own, filters, context) for name, own in rows)
    return Answer(
        Mode.ANSWER,
        "Side by side, for the actions each leads. These are figures, not a verdict: "
        "the actions differ in kind and size."
        if len(filters.priorities) < 2
        else "Side by side. These are figures, not a verdict.",
        parts=(Section("", lines),),
    )


def _leading(progress: Progress) -> list[str]:
    codes = [code for s in progress.standings for code in s.action.leads if code != "ALL"]
    return list(dict.fromkeys(codes))


def _counted(
    name: str, own: tuple[Standing, ...], filters: Filters, context: AnswerContext
) -> Line:
    """One side; with a state asked about ("who has more overdue") how many are in it."""
    state = replace(filters, agencies=(), mine=False, ours=False, priorities=(), together=False)
    if not state.any:
        return _figures(name, own, context)
    number = sum(1 for standing in selected(state, context) if standing in own)
    return Line(
        f"{name}: {number} of {count(len(own), 'action')} {described(state, context)}",
        detail=counts_words(own, context),
    )


def _figures(name: str, own: tuple[Standing, ...], context: AnswerContext) -> Line:
    total = len(own)
    good = sum(1 for s in own if s.status is not None and s.status.good)
    share = f"{100 * good / total:.0f}%" if total else "no actions"
    return Line(
        f"{name}: {count(total, 'action')}; {good} complete or on track ({share})",
        detail=counts_words(own, context),
    )


def _compare_quarters(question: Question, context: AnswerContext) -> Answer:
    filters = question.filters
    chosen: Callable[[Standing], bool] = lambda s: (  # noqa: E731
        (not filters.refs or s.action.ref in filters.refs)
        and (not filters.priorities or s.action.priority in filters.priorities)
        and (not filters.agencies or bool(set(filters.agencies) & set(s.action.leads)))
    )
    parts = []
    begun = [quarter for quarter in sorted(question.quarters) if quarter.starts <= context.today]
    if len(begun) < len(question.quarters):
        return _not_begun(max(question.quarters))
    for quarter in begun[:4]:
        then = tuple(s for s in context.progress.up_to(quarter).standings if chosen(s))
        parts.append(Section("", (_quarter_line(quarter, then, context),)))
    first, last = min(question.quarters), max(question.quarters)
    moved = moves_between(context.progress, first, last, chosen, context)
    if moved:
        parts.append(Section(f"Changed between Q{first.number} and Q{last.number}", tuple(moved)))
    changed = {line.ref for line in moved}
    same = tuple(
        Line(f"{s.action.ref}: {context.status(s)}", ref=s.action.ref)
        for s in context.progress.up_to(last).standings
        if chosen(s) and s.latest is not None and s.action.ref not in changed
    )
    if 0 < len(same) <= _FEW:
        parts.append(Section("The same at both ends", same))
    where = place_words(filters, context) or (
        f" for {joined(filters.refs)}" if filters.refs else ""
    )
    return Answer(
        Mode.ANSWER,
        f"Q{first.number} and Q{last.number} {first.financial_year} side by side{where}",
        parts=tuple(parts),
        refs=tuple(line.ref for line in moved),
    )


def _not_begun(quarter: Quarter) -> Answer:
    begins = show_date(quarter.starts)
    return Answer(
        Mode.ANSWER,
        f"{quarter} has not begun: it begins on {begins}, so there is nothing to compare yet.",
    )


def _quarter_line(quarter: Quarter, then: tuple[Standing, ...], context: AnswerContext) -> Line:
    reported = sum(1 for s in then if s.reported_for(quarter) is not None)
    known = "as known at its end" if quarter.ends < context.today else "so far: it is not over"
    figures = _figures(f"{quarter} ({known})", then, context)
    return replace(figures, detail=f"{figures.detail}. Updates in the quarter: {reported}.")
