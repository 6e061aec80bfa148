"""Answers to "who leads it" and "when is it due"."""

from __future__ import annotations

from bot.answers.lines import (
    AnswerContext,
    action_line,
    due_words,
    hidden,
    joined,
    lead_names,
    said,
)
from bot.answers.selection import EVERYONE, selected
from bot.core.progress import Standing, show_date
from bot.core.reply import Answer, Line, Mode, Section, Step
from bot.questions.question import Filters, Question


def leads(question: Question, context: AnswerContext) -> Answer:
    """Who leads the actions meant, and who supports."""
    filters = question.filters
    found = selected(Filters(refs=filters.refs, priorities=filters.priorities), context)
    lines = tuple(_lead_line(s, context) for s in found)
    if len(found) == 1:
        action = found[0].action
        has = "is led by" if action.leads else "has"
        title = (
            f"{action.ref} {has} {lead_names(action, context)}."
            if context.sees(action)
            else action.ref
        )
    else:
        title = f"Who leads {_subject(filters, context)}"
    return Answer(
        Mode.ANSWER,
        title,
        parts=(Section("", lines),),
        steps=(Step("Show the action", "ask", f"action {found[0].action.ref}"),) if found else (),
        refs=tuple(s.action.ref for s in found),
    )


def _subject(filters: Filters, context: AnswerContext) -> str:
    if filters.refs:
        return joined(filters.refs)
    return joined(context.progress.plan.priority(code).name for code in filters.priorities)


def _lead_line(standing: Standing, context: AnswerContext) -> Line:
    action = standing.action
    if not context.sees(action):
        return hidden(standing, context)
    leading = joined(context.full_name(c) for c in action.leads if c != EVERYONE)
    partners = joined(context.name(c) for c in action.partners)
    return Line(
        f"{action.ref}: {action.text}: {leading or lead_names(action, context)}",
        ref=action.ref,
        detail=f"Supported by {partners}." if partners else "No partners listed.",
    )


def due(question: Question, context: AnswerContext) -> Answer:
    """When the actions meant are due, and every time the date has moved."""
    found = [context.progress.standing(ref) for ref in question.filters.refs]
    parts = tuple(Section("", tuple(_due_lines(s, context))) for s in found)
    first = found[0]
    title = joined(question.filters.refs)
    if len(found) == 1 and context.sees(first.action):
        title = f"{first.action.ref}: {due_words(first, context)}."
    return Answer(
        Mode.ANSWER,
        title,
        parts,
        steps=(Step("Show history", "ask", f"history of {first.action.ref}"),),
        refs=question.filters.refs,
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
                detail=said(moved.update, context),
            )
        )
    if not standing.moves:
        lines.append(Line("The date has not moved."))
    return lines
