"""Answers to "who leads it" and "when is it due"."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.lines import (
    LAST,
    AnswerContext,
    action_line,
    ask,
    due_words,
    hidden,
    joined,
    lead_names,
    more_steps,
    one_page,
    past_the_end,
    report_words,
    standing_words,
)
from bot.answers.selection import none_of, selected, subject
from bot.core.plan import EVERYONE
from bot.core.progress import Standing, count, show_date
from bot.messages.reply import Answer, Line, Mode, Section, Step
from bot.reading.expression import Refs
from bot.reading.wants import Kind, Reading, Want


def leads(reading: Reading, context: AnswerContext) -> Answer:
    """Who leads the actions meant, and who supports."""
    matches = selected(reading.over, context)
    if not matches:
        return Answer(Mode.ANSWER, none_of(reading.over, context))
    if past_the_end(reading, len(matches)):
        return LAST
    shown, rest = one_page(matches, reading.page)
    lines = (*(_lead_line(s, context) for s in shown), *rest)
    if len(matches) == 1 and context.sees(matches[0].action):
        lines = (*lines, Line(standing_words(matches[0], context)))
    if len(matches) == 1:
        action = matches[0].action
        has = "is led by" if action.leads else "has"
        asked = f", with {count(len(action.partners), 'partner')}" * (
            reading.want.noun == "partner"
        )
        title = (
            f"{action.ref} {has} {lead_names(action, context)}{asked}."
            if context.sees(action)
            else action.ref
        )
    else:
        of = subject(reading.over, context) or "every action"
        title = f"Who leads and supports {of}: {count(len(matches), 'action')}"
    return Answer(
        Mode.ANSWER,
        title,
        parts=(Section("", lines),),
        steps=more_steps(reading, len(matches)) or (show_action(matches[0].action.ref),),
        refs=tuple(s.action.ref for s in matches),
    )


def by_lead(refs: Iterable[str], context: AnswerContext) -> Section:
    """Who leads some actions, by lead, where the actions themselves are shown already."""
    by_name: dict[str, list[str]] = {}
    for ref in refs:
        action = context.progress.plan.action(ref)
        codes = [code for code in action.leads if code != EVERYONE] if context.sees(action) else []
        name = joined(map(context.full_name, codes)) or lead_names(action, context)
        by_name.setdefault(name, []).append(ref)
    lines = (Line(f"{name}: {', '.join(own)}") for name, own in by_name.items())
    return Section("Who leads", tuple(lines))


def _lead_line(standing: Standing, context: AnswerContext) -> Line:
    action = standing.action
    if not context.sees(action):
        return hidden(standing, context)
    leading = joined(context.full_name(c) for c in action.leads if c != EVERYONE)
    names = ((context.name(c), c) for c in action.partners)
    partners = joined(context.full_name(c) if name == c else name for name, c in names)
    return Line(
        f"{action.ref}: {action.text}: {leading or lead_names(action, context)}",
        ref=action.ref,
        detail=f"Supported by {partners}." if partners else "No partners listed.",
    )


def show_action(ref: str) -> Step:
    """The button that shows one action."""
    return ask("Show the action", Reading(Want(Kind.ACTIONS), Refs((ref,))))


def due(reading: Reading, context: AnswerContext) -> Answer:
    """When the actions meant are due, and every time the date has moved."""
    matches = selected(reading.over, context)
    if not matches:
        return Answer(Mode.ANSWER, none_of(reading.over, context))
    parts = tuple(Section("", tuple(_due_lines(s, context))) for s in matches)
    first = matches[0]
    title = joined(s.action.ref for s in matches)
    if len(matches) == 1 and context.sees(first.action):
        title = f"{first.action.ref}: {due_words(first, context)}."
    return Answer(
        Mode.ANSWER,
        title,
        parts,
        steps=(ask("Show history", Reading(Want(Kind.HISTORY), Refs((first.action.ref,)))),),
        refs=tuple(s.action.ref for s in matches),
    )


def _due_lines(standing: Standing, context: AnswerContext) -> list[Line]:
    if not context.sees(standing.action):
        return [hidden(standing, context)]
    lines = [action_line(standing, context)]
    written = standing.action.timescale_raw
    if written:
        lines.append(Line(f"The plan says '{written}'."))
    for moved in standing.moves:
        before = show_date(moved.before) if moved.before else "no date"
        lines.append(
            Line(
                f"The date moved from {before} to {show_date(moved.after)}.",
                detail=report_words(moved.update, context),
            )
        )
    if not standing.moves:
        lines.append(Line("The date has not moved."))
    return lines
