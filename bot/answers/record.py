"""Answers from the record: one action's history, and what changed between quarters."""

from __future__ import annotations

import re

from bot.answers.lines import AnswerContext, hidden, joined, update_line
from bot.answers.moves import Turn, between, into, moves_between, towards
from bot.answers.selection import agencies_of, selected
from bot.core.progress import Standing, count, show_date
from bot.core.quarters import Quarter
from bot.core.reply import Answer, Line, Mode, Section, Step
from bot.core.status import Status
from bot.questions.question import Filters, Part, Question

_LATEST = 5
_MOST = 12


def history(question: Question, context: AnswerContext) -> Answer:
    """Everything said of the actions meant, newest first, or only what a quarter holds."""
    standings = [context.progress.standing(ref) for ref in question.filters.refs]
    parts = tuple(Section("", tuple(_record(s, question, context))) for s in standings)
    title = f"History of {joined(question.filters.refs)}"
    first = standings[0]
    if len(standings) == 1 and context.sees(first.action):
        title = f"{first.action.ref}: {first.action.text}: now {context.status(first)}"
    return Answer(
        Mode.ANSWER,
        title,
        parts,
        steps=(Step("Show the action", "ask", f"action {first.action.ref}"),),
        refs=question.filters.refs,
    )


def _record(standing: Standing, question: Question, context: AnswerContext) -> list[Line]:
    if not context.sees(standing.action):
        return [hidden(standing, context)]
    updates = [u for u in standing.updates if _asked_of(u.quarter, question)]
    word = "since" if question.since else "for"
    when = f" {word} {joined(str(q) for q in question.quarters)}" if question.quarters else ""
    if not updates:
        return [Line(f"{standing.action.ref}: no update received{when}.", ref=standing.action.ref)]
    lines = [update_line(standing, u, context) for u in reversed(updates)]
    if standing.moves:
        moved = standing.moves[0]
        before = show_date(moved.before) if moved.before else "no date"
        lines.append(Line(f"The due date was {before}; it is now {_due(standing)}."))
    elif not question.quarters:
        lines.append(Line(f"The due date has not moved: {_due(standing)}."))
    return lines


def _asked_of(quarter: Quarter, question: Question) -> bool:
    if question.since and question.quarters:
        return quarter >= question.quarters[0]
    return not question.quarters or quarter in question.quarters


def _due(standing: Standing) -> str:
    return show_date(standing.due) if standing.due else "none"


def latest(question: Question, context: AnswerContext) -> Answer:
    """The last things reported, newest first: everybody's, an agency's, or the asker's own."""
    found = [
        s
        for s in selected(question.filters, context, Part.LEAD)
        if s.latest is not None and context.sees(s.action)
    ]
    if question.quarters or question.filters.told:
        return _reported_in(question, found, context)
    found.sort(key=lambda s: s.updates[-1].at, reverse=True)
    whose = joined(context.full_name(code) for code in agencies_of(question.filters, context))
    title = f"The latest updates from {whose}" if whose else "The latest updates"
    if not found:
        return Answer(Mode.ANSWER, f"No update received{f' from {whose}' if whose else ''} yet.")
    lines = tuple(update_line(s, s.updates[-1], context) for s in found[:_LATEST])
    return Answer(
        Mode.ANSWER,
        title,
        parts=(Section("", lines),),
        steps=(Step("What changed?", "ask", "what changed since last quarter"),),
        refs=tuple(s.action.ref for s in found[:_LATEST]),
    )


def _reported_in(question: Question, found: list[Standing], context: AnswerContext) -> Answer:
    """What was reported for the quarters named, or on the days named, newest first."""
    days = question.filters.told
    told = [
        (standing, update)
        for standing in found
        for update in standing.updates
        if (update.at.date() in days if days else update.quarter in question.quarters)
    ]
    told.sort(key=lambda pair: pair[1].at, reverse=True)
    whose = joined(context.full_name(code) for code in agencies_of(question.filters, context))
    when = days.label if days else f"for {joined(str(quarter) for quarter in question.quarters)}"
    plan = context.progress.plan
    names = joined(plan.priority(code).short for code in question.filters.priorities)
    when += f" in {names}" if names else ""
    if not told:
        return Answer(Mode.ANSWER, f"No update received{f' from {whose}' if whose else ''} {when}.")
    lines = [update_line(s, u, context) for s, u in told[:_MOST]]
    if len(told) > _MOST:
        lines.append(Line(f"And {len(told) - _MOST} earlier ones."))
    return Answer(
        Mode.ANSWER,
        f"What {whose or 'agencies'} reported {when}: {count(len(told), 'update')}.",
        parts=(Section("", tuple(lines)),),
        refs=tuple(dict.fromkeys(s.action.ref for s, _ in told[:_MOST])),
    )


def changes(question: Question, context: AnswerContext) -> Answer:
    """What changed between two quarters: status and dates, with who said so."""
    filters = question.filters
    first, last = _between(question, context)

    def chosen(standing: Standing) -> bool:
        codes = agencies_of(filters, context)
        action = standing.action
        return (not filters.priorities or action.priority in filters.priorities) and (
            not codes or bool(set(codes) & set(action.leads))
        )

    way = _way(question.text)
    turn = _named_turn(question.text) or towards(way)
    later = Quarter(last.year + 50, 4)
    since = moves_between(context.progress, last, later, chosen, context, turn)
    lines = moves_between(context.progress, first, last, chosen, context, turn)
    where = "".join(f" in {context.progress.plan.priority(c).short}" for c in filters.priorities)
    if not lines and not since:
        what = {1: "Nothing got better", -1: "Nothing got worse"}.get(way, "Nothing changed")
        return Answer(
            Mode.ANSWER, f"{what}{where} between {first} and {last}: no status and no due date."
        )
    parts = [Section(f"After {last}", tuple(since))] if since else []
    shown, rest = lines[:10], lines[10:]
    if rest:
        shown.append(Line(f"And {len(rest)} more: {', '.join(line.ref for line in rest)}"))
    parts.append(Section(f"From the end of {first} to the end of {last}", tuple(shown)))
    total = len(lines) + len(since)
    named = _named_turn(question.text) is not None
    did = "changed so" if named else {1: "got better", -1: "got worse"}.get(way, "changed")
    verb = f"action {did}" if total == 1 else f"actions {did}"
    return Answer(
        Mode.ANSWER,
        f"{total} {verb}{where} (status or due date).",
        parts=tuple(parts),
        steps=_by_priority(filters) if rest else (),
        refs=tuple(dict.fromkeys(line.ref for line in [*since, *lines])),
    )


def _by_priority(filters: Filters) -> tuple[Step, ...]:
    """A long list of changes is read in halves: for the worse first, then for the better."""
    where = f" in {filters.priorities[0]}" if filters.priorities else ""
    return (
        Step("What got worse?", "ask", f"what got worse since last quarter{where}"),
        Step("What got better?", "ask", f"what got better since last quarter{where}"),
    )


_WORSE = re.compile(r"worse|worsen|backward|declin|deteriorat|slipp|green to (?:red|amber)|to red")
_BETTER = re.compile(r"better|improv|recover|(?:red|amber) to green|to green")


_COLOURS = {"red": Status.OFF_TRACK, "amber": Status.AT_RISK, "green": Status.ON_TRACK}


def _named_turn(text: str) -> Turn | None:
    """ "from green to red", "turned amber": the change named outright."""
    match = re.search(r"\b(red|amber|green) (?:in)?to (red|amber|green)\b", text.lower())
    if match:
        return between(*(_COLOURS[colour] for colour in match.groups()))
    match = re.search(r"\b(?:turned|went|gone|go|became) (red|amber|green)\b", text.lower())
    return into(_COLOURS[match.group(1)]) if match else None


def _way(text: str) -> int:
    """Which changes are asked about: for the better (1), for the worse (-1), or all (0)."""
    said = text.lower()
    return bool(_BETTER.search(said)) - bool(_WORSE.search(said))


def _between(question: Question, context: AnswerContext) -> tuple[Quarter, Quarter]:
    """The two quarters compared: as named; one named means it and the one before it."""
    if len(question.quarters) > 1:
        return min(question.quarters), max(question.quarters)
    current = Quarter.of(context.today)
    last = question.quarters[0] if question.quarters else current.previous
    if last >= current:
        last = current
    if last.number == 1 and question.quarters:
        return last, current.previous if current.previous > last else current
    return last.previous, last
