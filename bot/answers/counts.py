"""Answers that count: actions with their base and share, by agency, agencies, updates."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.lines import AnswerContext, counts_words, joined, listed, worst_first
from bot.answers.lists import spoken
from bot.answers.selection import agencies_of, described, selected
from bot.core.progress import Standing, count
from bot.core.reply import Answer, Line, Mode, Section, Step
from bot.core.status import Status
from bot.questions.question import Filters, Part, Question, Ranked

_FEW = 10


def count_matching(question: Question, context: AnswerContext) -> Answer:
    """How many actions the filters leave, of how many, in percent."""
    filters = question.filters
    if question.term == Ranked.AGENCIES:
        return _agencies_with(question, context)
    if question.term == Ranked.UPDATES:
        return _updates(question, context)
    if question.term == Ranked.PRIORITIES:
        return _priorities_with(question, context)
    base = selected(
        Filters(
            priorities=filters.priorities,
            agencies=filters.agencies,
            mine=filters.mine,
            role=_part(filters),
        ),
        context,
    )
    narrowed = replace(filters, role=_part(filters))
    if not replace(filters, agencies=(), mine=False).any:
        return _breakdown(filters, base, context)
    found = worst_first(selected(narrowed, context))
    words = described(replace(narrowed, priorities=(), agencies=(), mine=False), context)
    if filters.awaiting:
        words = f"not reported for {filters.awaiting}"
    verb = "is" if len(found) == 1 else "are"
    if filters.gap:
        verb, words = ("has" if len(found) == 1 else "have"), filters.gap.value
    where = place_words(filters, context)
    share = f" ({100 * len(found) / len(base):.1f}%)" if base else ""
    title = spoken(f"{len(found)} of {count(len(base), 'action')}{where}{share} {verb} {words}.")
    parts = [listed("", found, context, question.page)] if 0 < len(found) <= _FEW else []
    if len(filters.statuses) > 1:
        parts.insert(0, Section("", (Line(counts_words(found, context)),)))
    return Answer(
        Mode.ANSWER,
        title,
        parts=tuple(parts),
        steps=() if parts else (Step("List them", "ask", f"list {question.text}"),),
        refs=tuple(s.action.ref for s in found) if parts else (),
    )


def _agencies_with(question: Question, context: AnswerContext) -> Answer:
    """ "How many agencies have an overdue action": how many of those that lead any, and which."""
    found = selected(question.filters, context)
    leading = {code for s in context.progress.standings for code in s.action.leads}
    with_any = dict.fromkeys(code for s in found for code in s.action.leads if code != "ALL")
    words = described(question.filters, context)
    number = f"{len(with_any)} of {count(len(leading - {'ALL'}), 'lead agency', 'lead agencies')}"
    verb = "leads" if len(with_any) == 1 else "lead"
    names = joined(context.full_name(code) for code in with_any)
    if not question.filters.any:
        every = count(len(context.progress.plan.agencies), "agency", "agencies")
        title = f"{len(with_any)} of {every} lead at least one action: {names}."
        return Answer(Mode.ANSWER, title)
    parts = [listed("", worst_first(found), context, 1)] if 0 < len(found) <= _FEW else []
    return Answer(
        Mode.ANSWER,
        spoken(f"{number} {verb} actions that are {words}") + (f": {names}." if names else "."),
        parts=tuple(parts),
        refs=tuple(s.action.ref for s in found) if parts else (),
    )


def _priorities_with(question: Question, context: AnswerContext) -> Answer:
    """ "How many priorities have something red": how many of all of them, and which."""
    found = worst_first(selected(question.filters, context))
    codes = {standing.action.priority for standing in found}
    plan = context.progress.plan
    names = joined(priority.short for priority in plan.priorities if priority.code in codes)
    every = count(len(plan.priorities), "priority", "priorities")
    words = described(question.filters, context)
    few = len(found) <= _FEW
    return Answer(
        Mode.ANSWER,
        spoken(f"{len(codes)} of {every} {'has' if len(codes) == 1 else 'have'} actions {words}")
        + (f": {names}." if names else "."),
        parts=(listed("", found, context, 1),) if found and few else (),
        refs=tuple(s.action.ref for s in found) if few else (),
    )


def _updates(question: Question, context: AnswerContext) -> Answer:
    """How many updates came in, altogether or for the quarters named."""
    filters = Filters(priorities=question.filters.priorities, agencies=question.filters.agencies)
    told = question.filters.told
    of_quarter = [
        update
        for standing in selected(filters, context)
        for update in standing.updates
        if (not question.quarters or update.quarter in question.quarters)
        and (told is None or update.at.date() in told)
    ]
    when = f" for {joined(str(q) for q in question.quarters)}" if question.quarters else " so far"
    when = f" {told.label}" if told else when
    actions = len({update.ref for update in of_quarter})
    return Answer(
        Mode.ANSWER,
        f"{count(len(of_quarter), 'update')} received{when} on {count(actions, 'action')}"
        f"{place_words(filters, context)}.",
        steps=(Step("Who has not reported?", "ask", "who has not updated for last quarter"),),
    )


def _part(filters: Filters) -> Part:
    """Counting by agency means what it leads, unless its support was asked for."""
    return Part.PARTNER if filters.role is Part.PARTNER else Part.LEAD


def place_words(filters: Filters, context: AnswerContext) -> str:
    """Which part of the plan is counted: " in Mental Health led by Kent Police", or empty."""
    words = ""
    if filters.priorities:
        names = joined(context.progress.plan.priority(c).short for c in filters.priorities)
        words += f" in {names}"
    codes = agencies_of(filters, context)
    if codes:
        verb = "supported" if filters.role is Part.PARTNER else "led"
        words += f" {verb} by {joined((context.name(c) for c in codes), 'or')}"
    return words


def _breakdown(filters: Filters, base: tuple[Standing, ...], context: AnswerContext) -> Answer:
    total = len(base)
    lines = []
    for status in (*Status, None):
        number = sum(1 for s in base if s.status is status)
        if number:
            label = context.labels.of(status)
            lines.append(Line(f"{label}: {number} of {total} ({100 * number / total:.1f}%)"))
    if not base:
        return Answer(Mode.ANSWER, f"No action{place_words(filters, context)}.")
    good = sum(1 for s in base if s.status is not None and s.status.good)
    overdue = sum(1 for s in base if s.is_overdue(context.today))
    lines.append(
        Line(f"Complete or on track: {good} ({100 * good / total:.1f}%)"),
    )
    lines.append(Line(f"Overdue: {overdue}"))
    return Answer(Mode.ANSWER, _of_all(total, filters, context), parts=(Section("", tuple(lines)),))


def _of_all(total: int, filters: Filters, context: AnswerContext) -> str:
    """ "19 of 53 actions (35.8%) are led by Sevenoaks District Council."; the plan as a whole."""
    every = len(context.progress.standings)
    where = place_words(filters, context)
    if not where:
        return f"{count(total, 'action')}."
    verb = "is" if total == 1 else "are"
    return f"{total} of {count(every, 'action')} ({100 * total / every:.1f}%) {verb}{where}."


def count_by_agency(question: Question, context: AnswerContext) -> Answer:
    """How many actions each agency leads; joint leads count for each of them, and it says so."""
    if question.term == Ranked.NONE:
        return _leading_nothing(context)
    standings = selected(replace(question.filters, agencies=(), mine=False), context)
    if question.term == Ranked.PRIORITIES:
        return _by_priority(standings, question, context)
    led: dict[str, list[Standing]] = {}
    for standing in standings:
        for code in standing.action.leads:
            led.setdefault(code, []).append(standing)
    narrowed = replace(question.filters, agencies=(), mine=False)
    lines = tuple(
        _group(context.full_name(code), own, narrowed, context)
        for code, own in sorted(led.items(), key=lambda item: -len(item[1]))
    )
    none = sum(1 for s in standings if not s.action.leads)
    extra = (Line(f"No lead named: {none}"),) if none else ()
    words = f" that are {described(narrowed, context)}" if narrowed.any else ""
    of = spoken(f"{count(len(standings), 'action')}{words}")
    return Answer(
        Mode.ANSWER,
        f"By lead agency, {of}. A joint lead counts once for each agency.",
        parts=(Section("", (*lines, *extra)),),
    )


def _by_priority(
    standings: tuple[Standing, ...], question: Question, context: AnswerContext
) -> Answer:
    narrowed = replace(question.filters, agencies=(), mine=False, priorities=())
    words = f" that are {described(narrowed, context)}" if narrowed.any else ""
    lines = [
        _group(
            priority.short,
            [s for s in standings if s.action.priority == priority.code],
            narrowed,
            context,
        )
        for priority in context.progress.plan.priorities
    ]
    return Answer(
        Mode.ANSWER,
        spoken(f"{count(len(standings), 'action')}{words}, by priority."),
        parts=(Section("", tuple(lines)),),
    )


def _group(name: str, own: list[Standing], narrowed: Filters, context: AnswerContext) -> Line:
    """ "Mental Health: 5", and how these stand when all of them are counted."""
    every = not replace(narrowed, priorities=()).any
    return Line(f"{name}: {len(own)}", detail=counts_words(own, context) if every else "")


def _leading_nothing(context: AnswerContext) -> Answer:
    """The agencies that lead no action, with how many they support."""
    standings = context.progress.standings
    leading = {code for s in standings for code in s.action.leads}
    idle = [agency for agency in context.progress.plan.agencies if agency.code not in leading]
    lines = tuple(
        Line(
            f"{a.short} ({a.code}): supports {sum(a.code in s.action.partners for s in standings)}"
        )
        for a in idle
    )
    return Answer(
        Mode.ANSWER,
        f"{count(len(idle), 'agency', 'agencies')} named in the plan lead no action.",
        parts=(Section("", lines),) if lines else (),
    )
