"""Answers about the whole plan, a priority, a topic in everyday words, or named actions."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.figures import wide_measure_line
from bot.answers.leads import by_lead
from bot.answers.lines import (
    AnswerContext,
    action_line,
    ask,
    due_words,
    fresh_words,
    hidden,
    joined,
    lead_names,
    measure_line,
    note_line,
    report_words,
)
from bot.answers.order import counts_words, gravest, worst_first
from bot.answers.selection import none_of, priorities_in, refs_in, selected, yes_or_no
from bot.core.access import Permission, allowed
from bot.core.plan import Action
from bot.core.progress import Standing, count
from bot.core.status import Status
from bot.core.years import in_year
from bot.messages.reply import Answer, Line, Mode, Section, Step
from bot.reading.expression import Of, Overdue, Refs, Stands
from bot.reading.wants import Kind, Reading, Want

_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def overview(_reading: Reading, context: AnswerContext) -> Answer:
    """The priorities, said to be in no particular order, with counts by status."""
    plan, standings = context.progress.plan, context.progress.standings
    number = len(plan.priorities)
    word = _WORDS[number] if number < len(_WORDS) else str(number)
    lines = tuple(
        Line(
            priority.name,
            priority.name,
            detail=f"{count(len(own), 'action')}: {counts_words(own, context)}" if own else "",
            mark=context.labels.of(gravest(own)).mark,
        )
        for priority in plan.priorities
        if (own := context.progress.of_priority(priority.code)) is not None
    )
    good = sum(1 for s in standings if s.status is not None and s.status.good)
    total = len(standings)
    share = f" ({100 * good / total:.1f}%)" if total else ""
    return Answer(
        Mode.ANSWER,
        f"The {plan.year} plan has {word} priorities, in no particular order. "
        f"{good} of {count(total, 'action')} are complete or on track{share}.",
        parts=(
            Section("", lines),
            Section("The plan as a whole", (Line(counts_words(standings, context)),)),
        ),
        steps=(
            ask("What is off track?", Reading(Want(), Stands("off_track"))),
            ask("Overdue", Reading(Want(), Overdue())),
        ),
    )


def priority(reading: Reading, context: AnswerContext) -> Answer:
    """One or more priorities: counts, what needs attention, measures, leads, latest updates."""
    codes = priorities_in(reading.over)
    parts = [part for code in codes for part in _priority_parts(code, context, len(codes) == 1)]
    names = joined(context.progress.plan.priority(code).name for code in codes)
    standings = [s for code in codes for s in context.progress.of_priority(code)]
    return Answer(
        Mode.ANSWER,
        f"{names}: {count(len(standings), 'action')}",
        parts=tuple(parts),
        steps=(
            ask("All its actions", Reading(Want(), Of(codes[0]))),
            ask("Its measures", Reading(Want(Kind.MEASURES), Of(codes[0]))),
        ),
        refs=tuple(s.action.ref for s in standings),
    )


def _priority_parts(code: str, context: AnswerContext, alone: bool) -> list[Section]:
    standings = context.progress.of_priority(code)
    name = context.progress.plan.priority(code).short
    heading = "Status of its actions" if alone else name
    parts = [Section(heading, (Line(counts_words(standings, context)),))]
    attention = [
        s
        for s in worst_first(standings)
        if s.status in {Status.OFF_TRACK, Status.AT_RISK} or s.is_overdue(context.today)
    ]
    shown = attention[:6]
    if shown:
        lines = tuple(note_line(s, context) for s in shown)
        parts.append(Section("Off track, at risk or overdue", lines))
    if alone:
        parts += [
            _measures_part(code, standings, context),
            by_lead((s.action.ref for s in standings), context),
        ]
        parts += _latest_part([s for s in standings if s not in shown], context)
    return parts


def _measures_part(code: str, standings: tuple[Standing, ...], context: AnswerContext) -> Section:
    own = [
        wide_measure_line(measure, "the whole priority")
        for measure in context.progress.plan.priority(code).measures
    ]
    read = [s for s in standings if s.action.measures and s.readings(s.action.measures[0])]
    lines = [measure_line(s, s.action.measures[0], context) for s in read[:5]]
    without = sum(1 for s in standings if s.action.measures) - len(read)
    if without > 0:
        lines.append(Line(f"{count(without, 'measure')} with no reading yet."))
    return Section("Measures", tuple(own + lines))


def _latest_part(standings: Sequence[Standing], context: AnswerContext) -> list[Section]:
    """The last updates of those whose note is not shown already."""
    dated = [s for s in standings if s.latest is not None and context.sees(s.action)]
    dated.sort(key=lambda s: s.latest.at if s.latest else None, reverse=True)  # type: ignore[arg-type,return-value]
    lines = tuple(
        Line(f"{s.action.ref}: {report_words(s.latest, context)}", ref=s.action.ref)
        for s in dated[:3]
        if s.latest is not None
    )
    return [Section("Latest updates", lines)] if lines else []


def topic(reading: Reading, context: AnswerContext) -> Answer:
    """Everyday words: the priority they belong to and the actions closest to them."""
    refs = refs_in(reading.over)
    codes = priorities_in(reading.over) or (context.progress.plan.action(refs[0]).priority,)
    code = codes[0]
    wanted = context.progress.plan.priority(code)
    standings = context.progress.of_priority(code)
    refs = refs_in(reading.over)
    near = [context.progress.standing(ref) for ref in refs]
    parts = []
    if near:
        heading = "Closest action" if len(near) == 1 else "Closest actions"
        parts.append(Section(heading, tuple(note_line(s, context) for s in near)))
    if len(near) == 1 and context.sees(near[0].action):
        figures = tuple(measure_line(near[0], m, context) for m in near[0].action.measures)
        parts.append(Section("", figures))
    parts.append(Section("The priority as a whole", _priority_lines(standings, near, context)))
    if reading.others:
        others = joined(context.progress.plan.priority(c).short for c in reading.others)
        parts.append(Section("", (Line(f"It also touches {others}."),)))
    return Answer(
        Mode.ANSWER,
        f"That comes under {wanted.name}.",
        parts=tuple(parts),
        steps=(
            ask("The whole priority", Reading(Want(Kind.PRIORITY), Of(code))),
            ask("Who leads", Reading(Want(Kind.LEADS), Refs(refs[:1]) if near else Of(code))),
        ),
        refs=tuple(s.action.ref for s in (near or standings)),
    )


def _priority_lines(
    standings: tuple[Standing, ...], near: list[Standing], context: AnswerContext
) -> tuple[Line, ...]:
    summary = Line(f"{count(len(standings), 'action')}: {counts_words(standings, context)}")
    if near:
        return (summary,)
    return (summary, *(action_line(s, context) for s in worst_first(standings)[:5]))


def actions(reading: Reading, context: AnswerContext) -> Answer:
    """The cards of the actions named by reference."""
    plan = context.progress.plan
    if reading.missing and not refs_in(reading.over):
        return _no_such(reading, context)
    standings = selected(reading.over, context)
    if not standings:
        return Answer(Mode.ANSWER, none_of(reading.over, context))
    if len(standings) > 1:
        parts = tuple(Section("", (note_line(s, context),)) for s in standings[:10])
        title = joined(s.action.ref for s in standings)
        return Answer(Mode.ANSWER, title, parts, refs=tuple(s.action.ref for s in standings))
    standing = standings[0]
    action = standing.action
    if not context.sees(action):
        return Answer(
            Mode.ANSWER,
            action.ref,
            (Section("", (hidden(standing, context),)),),
            refs=(action.ref,),
        )
    asked = yes_or_no(reading.want.whether, standing, context)
    return Answer(
        Mode.ANSWER,
        f"{action.ref}: {context.status(standing)}: {action.text}",
        parts=(Section("", (*asked, *_card_lines(standing, context))),),
        steps=(
            *_update(action, context),
            ask("Show history", Reading(Want(Kind.HISTORY), Refs((action.ref,)))),
        ),
        refs=(action.ref,),
        footnote=plan.priority(action.priority).name + ".",
    )


def _update(action: Action, context: AnswerContext) -> tuple[Step, ...]:
    """[Update], for those who may; to change the action itself leads ask, coordinators do it."""
    if not allowed(context.caller, Permission.REPORT, action):
        return ()
    address = in_year(action.ref, context.progress.plan.year)
    change = Step("Propose a change", "propose", address)
    if context.caller.is_coordinator:
        change = Step("Edit", "edit", address)
    return Step("Update", "update", action.ref), change


def _card_lines(standing: Standing, context: AnswerContext) -> list[Line]:
    action, latest = standing.action, standing.latest
    lines = [Line(f"Lead: {lead_names(action, context)}.")]
    if action.partners:
        lines.append(Line(f"Partners: {joined(context.name(c) for c in action.partners)}."))
    if action.resources_raw:
        lines.append(Line(f"Resources: {action.resources_raw}."))
    due = due_words(standing, context)
    written = f" The plan says '{action.timescale_raw}'." if action.timescale_raw else ""
    lines.append(Line(f"{due[0].upper()}{due[1:]}.{written}"))
    if latest is not None:
        report = f"Last update: {report_words(latest, context)}"
        lines.append(Line(report, link=context.receipt(latest)))
    fresh = fresh_words(standing, context)
    if not fresh.startswith("updated"):
        lines.append(Line(f"{fresh[0].upper()}{fresh[1:]}."))
    lines += [Line(f"Computed: {c.reason}.") for c in standing.concerns(context.today)]
    for measure in action.measures:
        shown = measure_line(standing, measure, context)
        lines.append(Line(shown.text.partition(": ")[2], detail=shown.detail))
    return lines + [Line(f"{heading}: {text}") for heading, text in action.further]


def _no_such(reading: Reading, context: AnswerContext) -> Answer:
    """A reference of the right shape that the plan does not hold."""
    absent = joined(reading.missing)
    prefix = "".join(ch for ch in reading.missing[0] if ch.isalpha())
    own = [a.ref for a in context.progress.plan.actions if prefix and a.ref.startswith(prefix)]
    near = f" {prefix} runs from {own[0]} to {own[-1]}." if own else ""
    return Answer(
        Mode.DECLINE,
        f"I could not find {absent}: this plan does not hold it.{near}",
        steps=_all_of(prefix, own, context),
    )


def _all_of(prefix: str, own: list[str], context: AnswerContext) -> tuple[Step, ...]:
    """The button to the priority whose references begin so."""
    if not own:
        return ()
    code = context.progress.plan.action(own[0]).priority
    return (ask(f"All of {prefix}", Reading(Want(Kind.PRIORITY), Of(code))),)
