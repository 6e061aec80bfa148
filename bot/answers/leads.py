"""Answers to "who leads it" and "when is it due"."""

from __future__ import annotations

from bot.answers.lines import Asking, action_line, due_words, hidden, joined, lead_names, said
from bot.answers.selection import EVERYONE, selected
from bot.core.progress import Standing, show_date
from bot.core.reply import Answer, Line, Mode, Part, Step
from bot.questions.question import Filters, Question


def leads(question: Question, asking: Asking) -> Answer:
    """Who leads the actions meant, and who supports."""
    filters = question.filters
    found = selected(Filters(refs=filters.refs, priorities=filters.priorities), asking)
    lines = tuple(_lead_line(s, asking) for s in found)
    if len(found) == 1:
        action = found[0].action
        has = "is led by" if action.leads else "has"
        title = (
            f"{action.ref} {has} {lead_names(action, asking)}."
            if asking.sees(action)
            else action.ref
        )
    else:
        title = f"Who leads {_subject(filters, asking)}"
    return Answer(
        Mode.ANSWER,
        title,
        parts=(Part("", lines),),
        steps=(Step("Show the action", "ask", f"action {found[0].action.ref}"),) if found else (),
        refs=tuple(s.action.ref for s in found),
    )


def _subject(filters: Filters, asking: Asking) -> str:
    if filters.refs:
        return joined(filters.refs)
    return joined(asking.progress.plan.priority(code).name for code in filters.priorities)


def _lead_line(standing: Standing, asking: Asking) -> Line:
    action = standing.action
    if not asking.sees(action):
        return hidden(standing, asking)
    leading = joined(asking.full_name(c) for c in action.leads if c != EVERYONE)
    partners = joined(asking.name(c) for c in action.partners)
    return Line(
        f"{action.ref}: {action.text}: {leading or lead_names(action, asking)}",
        ref=action.ref,
        detail=f"Supported by {partners}." if partners else "No partners listed.",
    )


def due(question: Question, asking: Asking) -> Answer:
    """When the actions meant are due, and every time the date has moved."""
    found = [asking.progress.standing(ref) for ref in question.filters.refs]
    parts = tuple(Part("", tuple(_due_lines(s, asking))) for s in found)
    first = found[0]
    title = joined(question.filters.refs)
    if len(found) == 1 and asking.sees(first.action):
        title = f"{first.action.ref}: {due_words(first, asking)}."
    return Answer(
        Mode.ANSWER,
        title,
        parts,
        steps=(Step("Show history", "ask", f"history of {first.action.ref}"),),
        refs=question.filters.refs,
    )


def _due_lines(standing: Standing, asking: Asking) -> list[Line]:
    if not asking.sees(standing.action):
        return [hidden(standing, asking)]
    lines = [action_line(standing, asking)]
    written = standing.action.timescale_raw
    if written:
        lines.append(Line(f"The plan says '{written}'."))
    for moved in standing.moves:
        before = show_date(moved.before) if moved.before else "no date"
        lines.append(
            Line(
                f"The date moved from {before} to {show_date(moved.after)}.",
                detail=said(moved.update, asking),
            )
        )
    if not standing.moves:
        lines.append(Line("The date has not moved."))
    return lines
