"""A Reading and the plan's progress become an Answer: facts with receipts, short first.

Plain words: escaping and layout are for `blocks`. Nothing here guesses or sees what was typed:
only the expression, its words and the want.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.answers import (
    counts,
    facts,
    figures,
    gaps,
    grouped,
    leads,
    lists,
    money,
    overview,
    record,
    talk,
    years,
)
from bot.answers.beside import beside_then
from bot.answers.lines import AnswerContext
from bot.answers.selection import refs_in, selected, state
from bot.core.plan import ILLUSTRATIVE
from bot.core.progress import show_date
from bot.core.quarters import Quarter
from bot.messages.reply import Answer, Line, Mode, Section, Step
from bot.reading.expression import (
    EVERY,
    Became,
    Closed,
    Of,
    Refs,
    Reported,
    Stands,
    Updated,
    all_of,
    conjuncts,
    leaves,
)
from bot.reading.wants import Kind, Reading

_MAKERS: Mapping[Kind, Callable[[Reading, AnswerContext], Answer]] = {
    Kind.OVERVIEW: overview.overview,
    Kind.PRIORITY: overview.priority,
    Kind.TOPIC: overview.topic,
    Kind.ACTIONS: overview.actions,
    Kind.LIST: lists.matching,
    Kind.LEADS: leads.leads,
    Kind.DUE: leads.due,
    Kind.COUNT: counts.count_matching,
    Kind.BY: grouped.count_by,
    Kind.RANK: grouped.ranked,
    Kind.MEASURES: figures.measures,
    Kind.COMPARE: figures.compare,
    Kind.HISTORY: record.history,
    Kind.LATEST: record.latest,
    Kind.CHANGES: record.changes,
    Kind.LAST_YEAR: years.last_year,
    Kind.GLOSSARY: talk.glossary,
    Kind.FACT: facts.fact,
    Kind.NOT_NAMED: talk.not_named,
    Kind.GAPS: gaps.gaps,
    Kind.MONEY: money.resources,
    Kind.HELP: talk.help_,
    Kind.HOW_TO_UPDATE: talk.how_to_update,
    Kind.MANAGE: talk.manage,
    Kind.GREETING: talk.greeting,
    Kind.THANKS: talk.thanks,
    Kind.EMERGENCY: talk.emergency,
    Kind.PERSONAL: talk.personal,
    Kind.OUTSIDE: talk.outside,
    Kind.NOT_UNDERSTOOD: talk.unplaced,
    Kind.CHOOSE: talk.choose,
}
_OF_MANY = frozenset(
    {
        Kind.OVERVIEW, Kind.PRIORITY, Kind.LIST, Kind.COUNT, Kind.BY, Kind.COMPARE, Kind.RANK,
        Kind.CHANGES, Kind.LATEST, Kind.MEASURES, Kind.GAPS, Kind.MONEY,
    }
)  # fmt: skip
"""Kinds that look over many actions, where a masked one may be missing from a count."""
_AS_AT = frozenset({Kind.COUNT, Kind.BY, Kind.RANK, Kind.OVERVIEW, Kind.LIST, Kind.COMPARE})
"""Figures of the plan as a whole: as at today, whether or not actions are named."""
_RECORD = frozenset({Kind.CHANGES, Kind.HISTORY, Kind.LATEST})


def _to_begin(quarter: Quarter, context: AnswerContext) -> str:
    """Of a quarter to come: that nothing is reported yet, when it begins and its returns close."""
    closes = context.closes(quarter)
    until = f" and its returns close on {show_date(closes)}" if closes else ""
    begins = f"It begins on {show_date(quarter.starts)}{until}."
    return f"{quarter} has not begun yet: nothing is reported for it. {begins}"


def answer_reading(reading: Reading, context: AnswerContext) -> Answer:
    """The answer to a reading, and to a second question of the same message after it."""
    quarters = reading.want.quarters
    to_come = [q for q in quarters if q.starts > context.today]
    dated = any(isinstance(leaf, Became | Reported | Updated) for leaf in leaves(reading.over))
    record = dated or reading.want.kind in _RECORD
    if to_come and record and len(to_come) == len(quarters):
        return Answer(Mode.ANSWER, _to_begin(to_come[0], context))
    first = _finished(_made(reading, context), reading, context)
    if reading.also is None:
        return first
    also = reading.also
    if reading.want.limit and first.refs and also.over == reading.over:
        also = replace(also, over=Refs(first.refs))  # "which is due next, and who leads it"
    second = answer_reading(also, context)
    if Mode.ANSWER not in {first.mode, second.mode} or second.choices or first.choices:
        return first
    if not second.refs and second.title == first.title:
        return first  # "any of the drugs ones red, and who leads them": there are none
    several = also.want.kind is Kind.LEADS and len(second.refs) > 1
    if several and _shows(first, second.refs):
        second = replace(second, title="", parts=(leads.by_lead(second.refs, context),))
    counted = _counted_alone(first, second) if reading.want.kind is Kind.COUNT else first.parts
    return replace(
        first,
        parts=(*counted, *([Section(second.title, ())] if second.title else []), *second.parts),
        steps=(*first.steps[:1], *second.steps[:1]),
        refs=tuple(dict.fromkeys((*first.refs, *second.refs))),
    )


def _shows(answer: Answer, refs: tuple[str, ...]) -> bool:
    """Whether every one of some actions has its line in an answer."""
    return bool(refs) and set(refs) <= {line.ref for part in answer.parts for line in part.lines}


def _counted_alone(first: Answer, second: Answer) -> tuple[Section, ...]:
    """What stands under a count, without the actions that the second answer shows anyway."""
    again = {line.ref for part in second.parts for line in part.lines}
    if not set(first.refs) <= again:
        return first.parts
    rest = (replace(p, lines=tuple(x for x in p.lines if not x.ref)) for p in first.parts)
    return tuple(part for part in rest if part.lines)


def _made(reading: Reading, context: AnswerContext) -> Answer:
    """The maker's answer; of actions that are not seen whole only their cards. What is asked of the
    plan as it was on a past day is made from what was known at its end."""
    then = reading.known_at
    if then is not None and then < context.today:
        context = replace(context, progress=context.progress.as_at(then), today=then)
        answer = _MAKERS[reading.want.kind](reading, context)
        return replace(answer, title=f"At the end of {show_date(then)}: {answer.title}")
    refs = refs_in(reading.over)
    known = [context.progress.plan.find(ref) for ref in refs]
    if refs and not any(action is not None and context.sees(action) for action in known):
        return overview.actions(reading, context)
    counted_twice = (
        reading.want.kind is Kind.COUNT and not reading.want.noun and reading.want.than != EVERY
    )
    return (beside_then if counted_twice else _MAKERS[reading.want.kind])(reading, context)


def _finished(answer: Answer, reading: Reading, context: AnswerContext) -> Answer:
    """Receipts for the whole: the day, misspellings read, references not found, the sample."""
    kind, plan = reading.want.kind, context.progress.plan
    placed = kind is not Kind.NOT_UNDERSTOOD
    notes = [f"I read '{typed}' as '{read}'." for typed, read in reading.slips if placed]
    if reading.alarm and kind is not Kind.EMERGENCY:
        notes.append("If anyone is in danger now, ring 999.")
    notes += [f"{note[0].upper()}{note[1:]}." for note in reading.notes]
    dated = answer.refs or kind in _AS_AT
    if dated and answer.mode is Mode.ANSWER and not answer.bare:
        then = _day(reading) or reading.known_at or context.today
        notes.append(f"As at {show_date(min(then, context.today))}.")
    if plan.illustrative and (answer.refs or kind is Kind.OVERVIEW):
        notes.append(ILLUSTRATIVE)
    if kind in _OF_MANY and _may_lack(answer, reading, context):
        notes.append("Of actions marked sensitive only the status as it is now is used here.")
    parts = answer.parts
    if reading.missing and refs_in(reading.over):
        absent = ", ".join(reading.missing)
        parts = (*parts, Section("", (Line(f"This plan holds no {absent}."),)))
    footnote = " ".join(filter(None, [answer.footnote, *notes]))
    return replace(answer, parts=parts, footnote=footnote, steps=_few(answer.steps))


def _day(reading: Reading) -> date | None:
    """The past day every condition speaks of, when there is one: "red at the end of June"."""
    days = {getattr(leaf, "day", None) for leaf in leaves(state(reading.over))}
    return days.pop() if len(days) == 1 else None


def _may_lack(answer: Answer, reading: Reading, context: AnswerContext) -> bool:
    """Whether an action not seen in full is in the answer, or might be if more of it were known."""
    shown = tuple(leaf for leaf in conjuncts(reading.over) if isinstance(leaf, Of | Refs))
    masked = {s.action.ref for s in selected(all_of(*shown), context) if not context.sees(s.action)}
    plain = all(isinstance(leaf, _SEEN) for leaf in leaves(reading.over)) and not _day(reading)
    known = plain and bool(answer.refs) and reading.want.kind is Kind.LIST
    return bool(masked) and not (known and masked.isdisjoint(answer.refs))


_SEEN = (Of, Refs, Stands, Closed)
"""Conditions on what is seen even of an action that is not seen in full."""


def _few(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """What can be done, and at most two questions to go on with."""
    questions = [step for step in steps if step.verb == "ask"]
    return tuple(step for step in steps if step not in questions[2:])


def as_line(line_id: str, answer: Answer) -> dict[str, Any]:
    """One line of `ask --jsonl`: {"id", "answer_text", "mode", "refs", "choices"}."""
    return {
        "id": line_id,
        "answer_text": answer.text,
        "mode": answer.mode.value,
        "refs": list(answer.refs),
        "choices": [choice.label for choice in answer.choices],
    }
