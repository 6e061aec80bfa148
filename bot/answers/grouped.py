"""Answers by group: how many actions or updates each agency, priority or status has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.answers.counts import is_counted
from bot.answers.lines import AnswerContext, ask, joined, listed
from bot.answers.order import counts_words, ordinal, worst_first
from bot.answers.selection import behind, selected, sentence, state, subject, words
from bot.core.progress import Standing, count, show_number, show_reading
from bot.core.status import Status
from bot.messages.reply import Answer, Line, Mode, Section
from bot.reading.expression import (
    EVERY,
    Counts,
    Expression,
    Figure,
    Not,
    Stands,
    all_of,
    conjuncts,
)
from bot.reading.wants import Kind, Reading, Want

_FEW = 10


def groups(reading: Reading, context: AnswerContext) -> Mapping[str, list[Standing]]:
    """All actions by lead agency, priority or status, in the order of the plan; where updates are
    counted, each agency's with those that it sent."""
    plan = context.progress.plan
    standings = context.progress.standings
    if reading.want.group == "priority":
        return {p.short: list(context.progress.of_priority(p.code)) for p in plan.priorities}
    if reading.want.group == "status":
        return {
            str(context.labels.of(status)): [s for s in standings if s.status is status]
            for status in (*Status, None)
        }
    by_agency: dict[str, list[Standing]] = {}
    for standing in standings:
        action, supported = standing.action, reading.want.group == "partner"
        for code in action.partners if supported else action.leads or ("",):
            name = context.full_name(code) if code else "No lead named"
            sent = tuple(update for update in standing.updates if update.agency == code)
            own = replace(standing, updates=sent) if reading.want.noun == "update" else standing
            by_agency.setdefault(name, []).append(own)
    return by_agency


def count_by(reading: Reading, context: AnswerContext) -> Answer:
    """How many actions each group has that the expression leaves; joint leads count for each."""
    if reading.over == _LEADING_NOTHING:
        return _leading_nothing(reading, context)
    if reading.want.than != EVERY:
        return _outnumbered(reading, context)
    matching = {s.action.ref for s in selected(reading.over, context)}
    members = {
        name: [s for s in own if s.action.ref in matching]
        for name, own in groups(reading, context).items()
    }
    order = sorted(members.items(), key=lambda item: -_number(item[1], reading))
    rows = list(members.items()) if reading.want.group == "priority" else order
    every, least, most = state(reading.over) == EVERY, reading.want.least, reading.want.most
    low = max(least, reading.want.group != "priority")
    high = most or len(matching)
    in_full = reading.want.group != "status" and reading.want.noun != "update"
    rows = [(name, own) for name, own in rows if low <= _number(own, reading) <= high]
    lines = tuple(
        Line(
            f"{name}: {_number(own, reading)}",
            detail=counts_words(own, context)
            if every and len(matching) > _FEW and own and in_full
            else ", ".join(s.action.ref for s in own[:12]),
        )
        for name, own in rows
    )
    phrase = words(reading.over, context)
    twice = reading.want.group == "agency" and sum(map(len, members.values())) > len(matching)
    joint = " A joint lead counts once for each agency." if twice else ""
    counted = "update" if reading.want.noun == "update" else "action"
    total = _number(selected(reading.over, context), reading)
    every_one = "Updates received" if counted == "update" else "All actions"
    bound = f"at least {least}" if most == 0 else f"at most {most}" if least != most else f"{most}"
    reach = f" {len(rows) or 'None'} with {bound}." if least > 1 or most else ""
    listed_refs = {s.action.ref for _, own in rows for s in own} if reach else matching
    return Answer(
        Mode.ANSWER,
        f"{sentence(phrase) or every_one}, by {_GROUPS[reading.want.group]}: "
        f"{count(total, counted)}.{reach}{joint}",
        parts=(Section("", lines),),
        refs=tuple(s.action.ref for s in context.progress.standings if s.action.ref in listed_refs),
    )


def _bare(reading: Reading) -> Expression:
    """What is said of what is counted: of updates not that there is one."""
    parts = conjuncts(reading.over)
    plain = [p for p in parts if p != Not(Stands("")) or reading.want.noun != "update"]
    return all_of(*plain)


def _number(own: Iterable[Standing], reading: Reading) -> int:
    """How many actions, or where updates are counted how many of these, in the time named."""
    if reading.want.noun != "update":
        return len(list(own))
    return sum(is_counted(update, reading.over) for standing in own for update in standing.updates)


def _outnumbered(reading: Reading, context: AnswerContext) -> Answer:
    """ "Which agencies have more ambers than greens": these, with both numbers."""
    sides = (selected(over, context) for over in (reading.over, reading.want.than))
    first, last = ({s.action.ref for s in side} for side in sides)
    lines: list[Line] = []
    refs: set[str] = set()
    fewer = reading.want.fewest
    for name, own in groups(reading, context).items():
        counted = [s.action.ref for s in own if s.action.ref in first]
        more, less = len(counted), sum(s.action.ref in last for s in own)
        if more < less if fewer else more > less:
            lines.append(Line(f"{name}: {more} against {less}", detail=", ".join(counted)))
            refs |= {*counted}
    group = _GROUPS[reading.want.group]
    plural = group.removesuffix("y") + "ies"
    how = f"{'fewer' if fewer else 'more'} {words(reading.over, context)} than"
    return Answer(
        Mode.ANSWER,
        f"{count(len(lines), group, plural)} with {how} {words(reading.want.than, context)}.",
        parts=(Section("", tuple(lines)),) if lines else (),
        refs=tuple(s.action.ref for s in context.progress.standings if s.action.ref in refs),
    )


_GROUPS = {
    "agency": "lead agency",
    "partner": "supporting agency",
    "priority": "priority",
    "status": "status",
}
_LEADING_NOTHING = Not(EVERY)
"""Asked of agencies: those that lead no action at all."""


def _leading_nothing(reading: Reading, context: AnswerContext) -> Answer:
    """The agencies that lead none of the actions of the want's base, with how many of these they
    support; of group "partner" those alone that support one."""
    standings = selected(reading.want.base, context)
    leading = {code for s in standings for code in s.action.leads}
    supported = {
        agency: sum(agency.code in s.action.partners for s in standings)
        for agency in context.progress.plan.agencies
        if agency.code not in leading
    }
    if reading.want.group == "partner":
        supported = {agency: number for agency, number in supported.items() if number}
    lines = tuple(
        Line(f"{agency.short} ({agency.code}): supports {number}")
        for agency, number in supported.items()
    )
    of = subject(reading.want.base, context)
    none = f"none of {'the ' * of.startswith('actions')}{of}" if of else "no action"
    return Answer(
        Mode.ANSWER,
        f"{count(len(lines), 'agency', 'agencies')} named in the plan lead {none}.",
        parts=(Section("", lines),) if lines else (),
    )


def ranked(reading: Reading, context: AnswerContext) -> Answer:
    """ "Which priority has the most reds?": the top one, how many of how many, and which."""
    if reading.want.group == "action":
        return _ranked_by_number(reading, context)
    matching = {s.action.ref for s in selected(reading.over, context)}
    own = groups(reading, context)
    numbers = {
        name: _number((s for s in held if s.action.ref in matching), reading)
        for name, held in own.items()
        if name != "No lead named" and "all agencies" not in name
    }
    phrase = words(over := _bare(reading), context)
    if not any(numbers.values()):
        return Answer(Mode.ANSWER, f"No actions are {phrase}.")
    fewest = reading.want.fewest
    steps, at = sorted({*numbers.values()}, reverse=not fewest), max(reading.want.place, 1)
    if at > len(steps) or (at > 1 and not steps[at - 1]):
        return Answer(Mode.ANSWER, f"There is no {ordinal(at)}: no other has any.")
    extreme = steps[at - 1]
    top = [name for name, number in numbers.items() if number == extreme]
    of_updates = reading.want.noun == "update"
    held = {s.action.ref for name in top for s in own[name] if s.updates or not of_updates}
    standings = context.progress.standings
    matches = worst_first(s for s in standings if s.action.ref in held & matching)
    counted = "updates" if of_updates else "actions"
    partly = counted == "actions" and len(held) > extreme  # "19 of 19 actions" tells nothing
    of_all = f" of {count(len(held), 'action')}" if partly else ""
    number = f"{extreme}{' each' if len(top) > 1 else of_all}"
    verb = "have" if len(top) > 1 else "has"
    verb = {"has": "supports", "have": "support"}[verb] if reading.want.group == "partner" else verb
    rank = f"{ordinal(at)} {'fewest' if fewest else 'most'}".strip()
    shown = 0 < len(matches) <= _FEW
    return Answer(
        Mode.ANSWER,
        f"{joined(top)} {verb} the {rank} {counted}{behind(over, context)}: {number}. "
        "A count, not a verdict: actions differ in kind and size.",
        parts=(listed("", matches, context, 1),) if shown else (),
        steps=(
            ask("All side by side", Reading(Want(Kind.BY, group=reading.want.group), reading.over)),
        ),
        refs=tuple(s.action.ref for s in matches),
    )


def _ranked_by_number(reading: Reading, context: AnswerContext) -> Answer:
    """ "Which action has the most partners?", "the biggest target": the top ones, and how many."""
    field, fewest = reading.want.noun, reading.want.fewest
    choose, of_figures = (min if fewest else max), field in _FIGURES
    numbers = {
        s.action.ref: choose(values)
        for s in selected(reading.over, context)
        if (context.sees(s.action) or not of_figures) and (values := _values(field, s))
    }
    if not numbers:
        return Answer(Mode.ANSWER, f"No {field} is given as a number there.")
    steps, limit = sorted({*numbers.values()}, reverse=not fewest), reading.want.limit
    counted = [[ref for ref, value in numbers.items() if value == step] for step in steps]
    heads = [n for n in range(len(steps)) if n == 0 or sum(map(len, counted[:n])) < limit]
    if at := reading.want.place:
        heads = [at - 1][: at <= len(steps)] or heads
    refs = [ref for n in heads for ref in counted[n]]
    same = 1 < len(numbers) == len(counted[0])
    top = {s.action.ref: s for s in selected(reading.over, context) if s.action.ref in refs}
    shown = {ref: _values(field, top[ref])[numbers[ref]] for ref in refs}
    verb, each = ("have", " each") if len(refs) > 1 else ("has", "")
    rank = ("lowest" if fewest else "highest") if of_figures else "fewest" if fewest else "most"
    rank = f"{ordinal(at)} {rank}" if at else rank
    title = f"{joined(refs)} {verb} the {rank} {field}: {shown[refs[0]]}{each}."
    if len(heads) > 1:
        title = f"The {rank} {field}: {joined(f'{ref} {shown[ref]}' for ref in refs)}."
    if same:
        number = f"the same number of {field}" if not of_figures else f"the same {field}"
        title = f"All {len(refs)} actions have {number}: {show_number(steps[0])}."
    few = not same or len(refs) <= _FEW
    return Answer(
        Mode.ANSWER,
        f"{title} {_APART}" if of_figures and not same else title,
        parts=(listed("", [top[ref] for ref in refs], context, 1),) if few else (),
        refs=tuple(refs) if few else (),
    )


def _values(field: str, standing: Standing) -> dict[float, str]:
    """The numbers of an action that are ranked, as they are shown: a figure with its unit."""
    if field in _FIGURES:
        measured = reversed(Figure(field, "=", 0).measured(standing))
        return {value: show_reading(measure, value) for measure, value in measured}
    number = float(Counts(field, "=", 0).of(standing))
    return {number: show_number(number)}


_FIGURES = frozenset({"baseline", "reading", "target"})
_APART = "Figures count different things and do not compare."
