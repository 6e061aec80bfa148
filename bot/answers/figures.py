"""Answers in figures: measures against target, comparisons, no verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answers.leads import show_action
from bot.answers.lines import (
    LAST,
    AnswerContext,
    action_line,
    ask,
    joined,
    measure_line,
    more_steps,
    one_page,
    past_the_end,
)
from bot.answers.moves import moves_between
from bot.answers.order import counts_words
from bot.answers.selection import (
    agencies_in,
    behind,
    priorities_in,
    refs_in,
    selected,
    state,
    subject,
    where,
    words,
    yes_or_no,
)
from bot.core.figures import show_figure
from bot.core.plan import EVERYONE, Measure
from bot.core.progress import Progress, Standing, count, meets, show_date
from bot.core.quarters import Quarter
from bot.messages.reply import Answer, Line, Mode, Section
from bot.reading.expression import (
    EVERY,
    Expression,
    Figure,
    Lacks,
    Leads,
    Measured,
    Reads,
    conjuncts,
    leaves,
)
from bot.reading.wants import Reading, Want

_FEW = 10


def measures(reading: Reading, context: AnswerContext) -> Answer:
    """The measures of the actions or priority meant: value, target, baseline, direction."""
    if reading.over == EVERY:
        return _all_measures(context)
    matches = selected(reading.over, context)
    if past_the_end(reading, len(matches)):
        return LAST
    shown, rest = one_page(matches, reading.page)
    lines = [measure_line(s, m, context) for s in shown for m in _meant(s, reading.over, context)]
    if reading.page == 1 and not refs_in(reading.over) and not agencies_in(reading.over):
        lines += _of_whole_priorities(reading.over, context)
    of = subject(reading.over, context)
    title = f"Measures of {of}" if lines else f"The plan gives no measure for {of}."
    if len(matches) == 1 and refs_in(reading.over):
        title = f"Measures of {matches[0].action.ref}"
        lines = [*_on_target(reading, matches[0], context), *lines]
        lines += [*_reported_before(matches[0], context), action_line(matches[0], context)]
    return Answer(
        Mode.ANSWER,
        title,
        parts=(Section("", (*lines, *rest)),),
        steps=more_steps(reading, len(matches))
        or ((show_action(matches[0].action.ref),) if matches else ()),
        refs=tuple(s.action.ref for s in matches),
        footnote="A figure shows what was counted, not what caused it.",
    )


def _on_target(reading: Reading, standing: Standing, context: AnswerContext) -> tuple[Line, ...]:
    """Yes or no to "did ASB3 hit its target", where a reading can be held against one."""
    measures = standing.action.measures if context.sees(standing.action) else ()
    known = any(m.target is not None and standing.readings(m) for m in measures)
    return yes_or_no(reading.want.whether, standing, context) if known else ()


def _reported_before(standing: Standing, context: AnswerContext) -> Iterator[Line]:
    """What each measure of one action read at each earlier update, the oldest first."""
    measures = standing.action.measures if context.sees(standing.action) else ()
    for measure in measures:
        last = standing.readings(measure)[-1:]
        earlier = [
            f"{show_figure(measure, reading)} on {show_date(update.at.date())}"
            for update in standing.updates
            for reading in update.readings
            if reading.measure == measure.id and reading not in last
        ]
        if earlier:
            yield Line(f"Reported before: {joined(earlier)}.")


def _meant(standing: Standing, over: Expression, context: AnswerContext) -> Iterator[Measure]:
    """The measures of an action for which what is said of measures holds: those on target."""
    about_measures = [
        part for part in conjuncts(over) if {*map(type, leaves(part))} <= _OF_MEASURES
    ]
    for measure in standing.action.measures:
        alone = replace(standing, action=replace(standing.action, measures=(measure,)))
        if all(part.holds(alone, context.today) for part in about_measures):
            yield measure


_OF_MEASURES = {Reads, Figure, Measured}


def wide_measure_line(measure: Measure, whose: str) -> Line:
    """A measure nobody reports on (of a priority, of the plan) with its last known reading."""
    text = measure.text
    if measure.known:
        last = max(measure.known, key=lambda reading: reading.period)
        text += f": {show_figure(measure, last)} for {last.period.label}"
    if measure.target_raw:
        text += f"; target {measure.target_raw}"
    return Line(text, detail=f"measure of {whose}")


def _of_whole_priorities(over: Expression, context: AnswerContext) -> Iterator[Line]:
    """What the plan measures for a priority rather than for one of its actions."""
    for code in priorities_in(over):
        for measure in context.progress.plan.priority(code).measures:
            yield wide_measure_line(measure, "the whole priority")


def _all_measures(context: AnswerContext) -> Answer:
    pairs = [(s, m) for s in context.progress.standings for m in s.action.measures]
    read = [(m, s.readings(m)[-1].value) for s, m in pairs if s.readings(m)]
    reached = sum(1 for m, value in read if m.target is not None and meets(m, value))
    targets = sum(1 for _, m in pairs if m.target is not None)
    baselines = sum(1 for _, m in pairs if m.baseline is not None)
    plan = context.progress.plan
    wide = [wide_measure_line(m, "the whole plan") for m in plan.measures]
    return Answer(
        Mode.ANSWER,
        f"The plan has {count(len(pairs) + len(wide), 'success measure')}.",
        parts=(
            Section(
                "",
                (
                    Line(f"With a target: {targets}. With a baseline: {baselines or 'none'}."),
                    Line(
                        f"With a reading: {len(read)}; "
                        f"{reached} of these meet the year's target already."
                    ),
                    *wide,
                ),
            ),
        ),
        steps=(ask("Which have no target?", Reading(Want(), Lacks("target"))),),
    )


def compare(reading: Reading, context: AnswerContext) -> Answer:
    """Figures side by side on the same base. No verdict: agencies lead different work."""
    if len(reading.want.quarters) > 1:
        return _compare_quarters(reading, context)
    priorities = priorities_in(reading.over)
    how = state(reading.over)
    if len(priorities) > 1:
        plan = context.progress.plan
        rows = [(plan.priority(c).short, context.progress.of_priority(c)) for c in priorities]
    else:
        codes = agencies_in(reading.over) or tuple(_leading(context.progress))
        rows = [(context.full_name(c), selected(Leads(c), context)) for c in codes]
    if len(priorities) == 1:
        rows = [(n, tuple(s for s in own if s.action.priority in priorities)) for n, own in rows]
    shown = tuple(_counted(name, own, how, context) for name, own in rows)
    return Answer(
        Mode.ANSWER,
        "Side by side, for the actions each leads. These are figures, not a verdict: "
        "the actions differ in kind and size."
        if len(priorities) < 2
        else "Side by side. These are figures, not a verdict.",
        parts=(Section("", shown),),
    )


def _leading(progress: Progress) -> list[str]:
    codes = [code for s in progress.standings for code in s.action.leads if code != EVERYONE]
    return list(dict.fromkeys(codes))


def _counted(name: str, own: tuple[Standing, ...], how: Expression, context: AnswerContext) -> Line:
    """One side; with a state asked about ("who has more overdue") how many are in it."""
    if how == EVERY:
        return _figures(name, own, context)
    number = sum(1 for standing in selected(how, context) if standing in own)
    return Line(
        f"{name}: {number} of {count(len(own), 'action')} {words(how, context)}",
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


def _compare_quarters(reading: Reading, context: AnswerContext) -> Answer:
    place = where(reading.over)
    meant = {s.action.ref for s in selected(place, context)}

    def chosen(standing: Standing) -> bool:
        return standing.action.ref in meant

    quarters = reading.want.quarters
    parts = []
    begun = [quarter for quarter in sorted(quarters) if quarter.starts <= context.today]
    if len(begun) < len(quarters):
        return _not_begun(max(quarters))
    for quarter in begun[:4]:
        then = tuple(s for s in context.progress.up_to(quarter).standings if chosen(s))
        parts.append(Section("", (_quarter_line(quarter, then, context),)))
    first, last = min(quarters), max(quarters)
    ends = context.progress.up_to(first), context.progress.up_to(last)
    moved = moves_between(*ends, chosen, context)
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
    named = behind(place, context)
    return Answer(
        Mode.ANSWER,
        f"Q{first.number} and Q{last.number} {first.financial_year} side by side{named}",
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
    reported = sum(update.quarter == quarter for s in then for update in s.updates)
    known = "as known at its end" if quarter.ends < context.today else "so far: it is not over"
    figures = _figures(f"{quarter} ({known})", then, context)
    return replace(figures, detail=f"{figures.detail}. Updates in the quarter: {reported}.")
