"""Answers about the whole plan, a priority, a topic in everyday words, or named actions."""

from __future__ import annotations

from bot.answers.lines import (
    Asking,
    action_line,
    counts_words,
    due_words,
    fresh_words,
    hidden,
    joined,
    lead_names,
    measure_line,
    note_line,
    said,
    worst_first,
)
from bot.core.access import Deed, can
from bot.core.plan import Action
from bot.core.progress import Standing, count
from bot.core.reply import Answer, Line, Mode, Part, Step
from bot.core.status import Status
from bot.questions.question import Question

_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def overview(_question: Question, asking: Asking) -> Answer:
    """The priorities, said to be in no particular order, with counts by status."""
    plan, standings = asking.progress.plan, asking.progress.standings
    number = len(plan.priorities)
    word = _WORDS[number] if number < len(_WORDS) else str(number)
    lines = tuple(
        Line(
            f"{priority.name}",
            detail=f"{count(len(own), 'action')}: {counts_words(own, asking)}" if own else "",
        )
        for priority in plan.priorities
        if (own := asking.progress.of_priority(priority.code)) is not None
    )
    good = sum(1 for s in standings if s.status is not None and s.status.good)
    total = len(standings)
    share = f" ({100 * good / total:.1f}%)" if total else ""
    return Answer(
        Mode.ANSWER,
        f"The {plan.year} plan has {word} priorities, in no particular order. "
        f"{good} of {count(total, 'action')} are complete or on track{share}.",
        parts=(
            Part("", lines),
            Part("The plan as a whole", (Line(counts_words(standings, asking)),)),
        ),
        steps=(Step("What is off track?", "ask", "off track"), Step("Overdue", "ask", "overdue")),
    )


def priority(question: Question, asking: Asking) -> Answer:
    """One or more priorities: counts, what needs attention, measures, leads, latest updates."""
    codes = question.filters.priorities
    parts = [part for code in codes for part in _priority_parts(code, asking, len(codes) == 1)]
    names = joined(asking.progress.plan.priority(code).name for code in codes)
    standings = [s for code in codes for s in asking.progress.of_priority(code)]
    return Answer(
        Mode.ANSWER,
        f"{names}: {count(len(standings), 'action')}",
        parts=tuple(parts),
        steps=(
            Step("All its actions", "ask", f"list all actions in {codes[0]}"),
            Step("Its measures", "ask", f"measures for {codes[0]}"),
        ),
        refs=tuple(s.action.ref for s in standings),
    )


def _priority_parts(code: str, asking: Asking, alone: bool) -> list[Part]:
    standings = asking.progress.of_priority(code)
    name = asking.progress.plan.priority(code).short
    heading = "Status of its actions" if alone else name
    parts = [Part(heading, (Line(counts_words(standings, asking)),))]
    attention = [
        s
        for s in worst_first(standings)
        if s.status in {Status.OFF_TRACK, Status.AT_RISK} or s.is_overdue(asking.today)
    ]
    if attention:
        parts.append(Part("Off track first", tuple(note_line(s, asking) for s in attention[:6])))
    if alone:
        parts += [_measures_part(code, standings, asking), _leads_part(standings, asking)]
        parts += _latest_part(standings, asking)
    return parts


def _measures_part(code: str, standings: tuple[Standing, ...], asking: Asking) -> Part:
    own = [
        Line(f"{measure.text}", detail="measure of the whole priority")
        for measure in asking.progress.plan.priority(code).measures
    ]
    read = [s for s in standings if s.action.measures and s.readings(s.action.measures[0])]
    lines = [measure_line(s, s.action.measures[0], asking) for s in read[:5]]
    without = sum(1 for s in standings if s.action.measures) - len(read)
    if without > 0:
        lines.append(Line(f"{count(without, 'measure')} with no reading yet."))
    return Part("Measures (delivery and effect are judged apart)", tuple(own + lines))


def _leads_part(standings: tuple[Standing, ...], asking: Asking) -> Part:
    seen: dict[str, list[str]] = {}
    for standing in standings:
        seen.setdefault(lead_names(standing.action, asking), []).append(standing.action.ref)
    words = "; ".join(f"{name} ({', '.join(refs)})" for name, refs in seen.items())
    return Part("Who leads", (Line(words),) if words else ())


def _latest_part(standings: tuple[Standing, ...], asking: Asking) -> list[Part]:
    dated = [s for s in standings if s.latest is not None and asking.sees(s.action)]
    dated.sort(key=lambda s: s.latest.at if s.latest else None, reverse=True)  # type: ignore[arg-type,return-value]
    lines = tuple(
        Line(f"{s.action.ref}: {said(s.latest, asking)}", ref=s.action.ref)
        for s in dated[:3]
        if s.latest is not None
    )
    return [Part("Latest updates", lines)] if lines else []


def topic(question: Question, asking: Asking) -> Answer:
    """Everyday words: the priority they belong to and the actions closest to them."""
    code = question.filters.priorities[0]
    wanted = asking.progress.plan.priority(code)
    standings = asking.progress.of_priority(code)
    refs = question.filters.refs
    near = [asking.progress.standing(ref) for ref in refs]
    parts = []
    if near:
        heading = "Closest action" if len(near) == 1 else "Closest actions"
        parts.append(Part(heading, tuple(note_line(s, asking) for s in near)))
    if len(near) == 1 and asking.sees(near[0].action):
        figures = tuple(measure_line(near[0], m, asking) for m in near[0].action.measures)
        parts.append(Part("", figures))
    parts.append(Part("The priority as a whole", _whole(standings, near, asking)))
    if question.others:
        others = joined(asking.progress.plan.priority(c).short for c in question.others)
        parts.append(Part("", (Line(f"It also touches {others}."),)))
    if question.place:
        parts.append(Part("", (Line(f"I hold no figures for {question.place} alone."),)))
    return Answer(
        Mode.ANSWER,
        f"That comes under {wanted.name}.",
        parts=tuple(parts),
        steps=(
            Step("The whole priority", "ask", f"priority {code}"),
            Step("Who leads", "ask", f"who leads {near[0].action.ref if near else code}"),
        ),
        refs=tuple(s.action.ref for s in (near or standings)),
    )


def _whole(
    standings: tuple[Standing, ...], near: list[Standing], asking: Asking
) -> tuple[Line, ...]:
    summary = Line(f"{count(len(standings), 'action')}: {counts_words(standings, asking)}")
    if near:
        return (summary,)
    return (summary, *(action_line(s, asking) for s in worst_first(standings)[:5]))


def actions(question: Question, asking: Asking) -> Answer:
    """The cards of the actions named by reference."""
    plan = asking.progress.plan
    if not question.filters.refs:
        return _no_such(question, asking)
    standings = [asking.progress.standing(ref) for ref in question.filters.refs]
    if len(standings) > 1:
        parts = tuple(Part("", (note_line(s, asking),)) for s in standings[:10])
        title = joined(s.action.ref for s in standings)
        return Answer(Mode.ANSWER, title, parts, refs=tuple(s.action.ref for s in standings))
    standing = standings[0]
    action = standing.action
    if not asking.sees(action):
        return Answer(
            Mode.ANSWER, action.ref, (Part("", (hidden(standing, asking),)),), refs=(action.ref,)
        )
    return Answer(
        Mode.ANSWER,
        f"{action.ref}: {asking.status(standing)}: {action.text}",
        parts=(Part("", tuple(_card_lines(standing, asking))),),
        steps=(*_update(action, asking), Step("Show history", "ask", f"history of {action.ref}")),
        refs=(action.ref,),
        footnote=plan.priority(action.priority).name + ".",
    )


def _update(action: Action, asking: Asking) -> tuple[Step, ...]:
    """[Update], for those who may."""
    allowed = can(asking.caller, Deed.REPORT, action)
    return (Step("Update", "update", action.ref),) if allowed else ()


def _card_lines(standing: Standing, asking: Asking) -> list[Line]:
    action, latest = standing.action, standing.latest
    lines = [Line(f"Lead: {lead_names(action, asking)}.")]
    if action.partners:
        lines.append(Line(f"Partners: {joined(asking.name(c) for c in action.partners)}."))
    due = due_words(standing, asking)
    written = f" The plan says '{action.timescale_raw}'." if action.timescale_raw else ""
    lines.append(Line(f"{due[0].upper()}{due[1:]}.{written}"))
    if latest is not None:
        told = f"Last update: {said(latest, asking)}"
        lines.append(Line(told, link=asking.receipt(latest)))
    fresh = fresh_words(standing, asking)
    if not fresh.startswith("updated"):
        lines.append(Line(f"{fresh[0].upper()}{fresh[1:]}."))
    lines += [Line(f"Computed: {c.reason}.") for c in standing.concerns(asking.today)]
    for measure in action.measures:
        shown = measure_line(standing, measure, asking)
        lines.append(Line(shown.text.partition(": ")[2], detail=shown.detail))
    return lines


def _no_such(question: Question, asking: Asking) -> Answer:
    """A reference of the right shape that the plan does not hold."""
    absent = joined(question.missing)
    prefix = "".join(ch for ch in question.missing[0] if ch.isalpha())
    own = [a.ref for a in asking.progress.plan.actions if prefix and a.ref.startswith(prefix)]
    near = f" {prefix} runs from {own[0]} to {own[-1]}." if own else ""
    return Answer(
        Mode.DECLINE,
        f"I could not find {absent}: this plan does not hold it.{near}",
        steps=(Step(f"All of {prefix}", "ask", f"priority {prefix}"),) if own else (),
    )
