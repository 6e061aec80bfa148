"""Answers that count: actions with their base and share, by agency, agencies, updates."""

from __future__ import annotations

from bot.answers.awaiting import awaited
from bot.answers.lines import AnswerContext, ask, joined, listed
from bot.answers.order import counts_words, worst_first
from bot.answers.selection import behind, selected, state, where, words
from bot.core.plan import EVERYONE, Update
from bot.core.progress import Standing, count
from bot.core.status import Status
from bot.messages.reply import Answer, Line, Mode, Section
from bot.reading.expression import (
    EVERY,
    Expression,
    Late,
    Leads,
    Not,
    Reported,
    Stands,
    Updated,
    all_of,
    conjuncts,
    leaves,
)
from bot.reading.wants import Reading, Want

_FEW = 10


def count_matching(reading: Reading, context: AnswerContext) -> Answer:
    """How many actions the expression leaves, of how many, in percent."""
    noun = {"agency": _agencies_with, "priority": _priorities_with, "update": _updates}
    if reading.want.noun in noun:
        return noun[reading.want.noun](reading, context)
    among = conjuncts(reading.want.base)
    place = reading.want.base if among else where(reading.over)
    rest = conjuncts(reading.over if among else state(reading.over))
    how = all_of(*(part for part in rest if part not in among))
    base = selected(place, context)
    if how == EVERY:
        return _breakdown(place, base, context)
    matches = worst_first(selected(reading.over, context))
    share = f" ({100 * len(matches) / len(base):.1f}%)" if base else ""
    quarter = awaited(reading.over)
    predicate = f"not reported for {quarter}" if quarter else words(how, context)
    verb = "is" if len(matches) == 1 else "are"
    base_words = f"{count(len(base), 'action')}{behind(place, context)}"
    few = 0 < len(matches) <= _FEW
    parts = [listed("", matches, context, reading.page)] if few else []
    several = sum(isinstance(leaf, Stands) for leaf in leaves(reading.over)) > 1
    if len({s.status for s in matches}) > 1 and (few or several):
        parts.insert(0, Section("", (Line(counts_words(matches, context)),)))
    return Answer(
        Mode.ANSWER,
        f"{len(matches)} of {base_words}{share} {verb} {predicate}.",
        parts=tuple(parts),
        steps=() if few else (ask("List them", Reading(Want(), reading.over)),),
        refs=tuple(s.action.ref for s in matches),
    )


def _agencies_with(reading: Reading, context: AnswerContext) -> Answer:
    """ "How many agencies have an overdue action": how many of those that lead any, and which."""
    matches = selected(reading.over, context)
    leading = {c for s in context.progress.standings for c in s.action.leads} - {EVERYONE}
    with_any = dict.fromkeys(c for s in matches for c in s.action.leads if c != EVERYONE)
    names = joined(context.full_name(code) for code in with_any)
    verb = "leads" if len(with_any) == 1 else "lead"
    if reading.over == EVERY:
        agencies = context.progress.plan.agencies
        none = joined(context.full_name(a.code) for a in agencies if a.code not in leading)
        every, rest = count(len(agencies), "agency", "agencies"), none and f" Leading none: {none}."
        lead_any = f"{len(with_any)} of {every} lead at least one action: {names}."
        return Answer(Mode.ANSWER, lead_any + rest)
    base = count(len(leading), "lead agency", "lead agencies")
    if reading.want.than != EVERY:
        names_of = {code: context.full_name(code) for code in sorted(leading)}
        return _with_each(reading, names_of, f"of {base} lead", context)
    if isinstance(reading.over, Not):
        return _agencies_without(reading.over.part, leading, base, context)
    sentence_start = f"{len(with_any)} of {base} {verb} actions {words(reading.over, context)}"
    return _with(matches, f"{sentence_start}: {names}." if names else f"{sentence_start}.", context)


def _agencies_without(
    part: Expression, leading: set[str], base: str, context: AnswerContext
) -> Answer:
    """ "Which agencies have sent nothing at all"."""
    having = {code for s in selected(part, context) for code in s.action.leads}
    names = joined(context.full_name(code) for code in sorted(leading - having)) or "none"
    title = f"{len(leading - having)} of {base} lead no action {words(part, context)}: {names}."
    return Answer(Mode.ANSWER, title)


def _with(matches: tuple[Standing, ...], title: str, context: AnswerContext) -> Answer:
    """A sentence, and the actions behind it when they are few."""
    few = 0 < len(matches) <= _FEW
    return Answer(
        Mode.ANSWER,
        title,
        parts=(listed("", worst_first(matches), context, 1),) if few else (),
        refs=tuple(s.action.ref for s in matches),
    )


def _with_each(
    reading: Reading, names: dict[str, str], verb: str, context: AnswerContext
) -> Answer:
    """ "Which priorities have both a red and an amber": the groups with an action of each kind, or
    with none of the kind that is denied."""
    names, refs, kinds = dict(names), set(), []
    for over in (reading.over, reading.want.than):
        denied = isinstance(over, Not)
        matches = selected(over.part if isinstance(over, Not) else over, context)
        of_kind = {c for s in matches for c in (s.action.priority, *s.action.leads)}
        names = {code: name for code, name in names.items() if (code in of_kind) is not denied}
        refs |= set() if denied else {s.action.ref for s in matches}
        kind = words(over.part if isinstance(over, Not) else over, context)
        kinds.append(f"{'none' if denied else 'one'} {kind}")
    meant = [
        s
        for s in context.progress.standings
        if s.action.ref in refs and {s.action.priority, *s.action.leads} & {*names}
    ]
    title = f"{len(names)} {verb} {' and '.join(kinds)}"
    return _with(tuple(meant), f"{title}{': ' if names else ''}{joined(names.values())}.", context)


def _priorities_with(reading: Reading, context: AnswerContext) -> Answer:
    """ "How many priorities have something red": how many of all of them, and which."""
    plan = context.progress.plan
    every = count(len(plan.priorities), "priority", "priorities")
    if reading.over == EVERY:
        names = joined(priority.short for priority in plan.priorities)
        return Answer(Mode.ANSWER, f"The plan has {every}: {names}.")
    if reading.want.than != EVERY:
        shorts = {priority.code: priority.short for priority in plan.priorities}
        return _with_each(reading, shorts, f"of {every} have", context)
    if isinstance(reading.over, Not):
        return _priorities_without(reading.over.part, context)
    matches = selected(reading.over, context)
    codes = {standing.action.priority for standing in matches}
    names = joined(priority.short for priority in plan.priorities if priority.code in codes)
    has = "has" if len(codes) == 1 else "have"
    sentence_start = f"{len(codes)} of {every} {has} actions {words(reading.over, context)}"
    return _with(matches, f"{sentence_start}: {names}." if names else f"{sentence_start}.", context)


def _priorities_without(part: Expression, context: AnswerContext) -> Answer:
    """ "Which priorities have nothing red": those in which no action is."""
    plan = context.progress.plan
    held = {standing.action.priority for standing in selected(part, context)}
    free = [priority.short for priority in plan.priorities if priority.code not in held]
    every = count(len(plan.priorities), "priority", "priorities")
    has = "has" if len(free) == 1 else "have"
    sentence_start = f"{len(free)} of {every} {has} no actions {words(part, context)}"
    return Answer(Mode.ANSWER, f"{sentence_start}{': ' if free else ''}{joined(free)}.")


def _updates(reading: Reading, context: AnswerContext) -> Answer:
    """How many updates came in, altogether or on the days or for the quarters named."""
    parts = list(leaves(reading.over))
    quarters = [leaf.quarter for leaf in parts if isinstance(leaf, Reported)]
    spans = [leaf.days for leaf in parts if isinstance(leaf, Updated)]
    place = where(reading.over)
    senders = {leaf.agency for leaf in conjuncts(place) if isinstance(leaf, Leads)}
    updates = [
        update
        for standing in selected(place, context)
        for update in standing.updates
        if is_counted(update, reading.over) and (not senders or update.agency in senders)
    ]
    when = f" for {joined(str(q) for q in quarters)}" if quarters else ""
    when += f" {joined(days.label for days in spans)}" if spans else ""
    actions = len({update.ref for update in updates})
    return Answer(
        Mode.ANSWER,
        f"{count(len(updates), 'update')} received{when or ' so far'} on {count(actions, 'action')}"
        f"{behind(place, context)}.",
        refs=tuple(dict.fromkeys(update.ref for update in updates)),
    )


def is_counted(update: Update, over: Expression) -> bool:
    """Whether an update is of the quarters and days that are named."""
    parts, day = list(leaves(over)), update.at.date()
    quarters = [leaf.quarter for leaf in parts if isinstance(leaf, Reported)]
    of_quarter = not quarters or update.quarter in quarters
    late = any(isinstance(leaf, Late) for leaf in parts) and day <= update.quarter.ends
    each = ([x.days for x in leaves(p) if isinstance(x, Updated)] for p in conjuncts(over))
    return of_quarter and not late and all(any(day in days for days in of) for of in each if of)


def _breakdown(place: Expression, base: tuple[Standing, ...], context: AnswerContext) -> Answer:
    """All of a part of the plan, by status."""
    total = len(base)
    if not total:
        return Answer(Mode.ANSWER, f"No action{behind(place, context)}.")
    lines = []
    for status in (*Status, None):
        number = sum(1 for s in base if s.status is status)
        if number:
            share = f"{100 * number / total:.1f}%"
            lines.append(Line(f"{context.labels.of(status)}: {number} of {total} ({share})"))
    good = sum(1 for s in base if s.status is not None and s.status.good)
    lines.append(Line(f"Complete or on track: {good} ({100 * good / total:.1f}%)"))
    lines.append(Line(f"Overdue: {sum(1 for s in base if s.is_overdue(context.today))}"))
    return Answer(
        Mode.ANSWER,
        _of_all(total, place, context),
        parts=(Section("", tuple(lines)),),
        refs=tuple(s.action.ref for s in base) if place != EVERY else (),
    )


def _of_all(total: int, place: Expression, context: AnswerContext) -> str:
    """ "19 of 53 actions (35.8%) are led by the council."; or the plan as a whole."""
    every = len(context.progress.standings)
    if place == EVERY:
        return f"{count(total, 'action')}."
    share = f"({100 * total / every:.1f}%) {'is' if total == 1 else 'are'}"
    return f"{total} of {count(every, 'action')} {share}{behind(place, context)}."
