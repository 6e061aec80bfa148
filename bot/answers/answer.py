"""A Question and the plan's progress become an Answer: facts with receipts, short first.

Plain words only: escaping and layout are for `blocks`. Nothing here guesses: a question that was
not placed is declined in one kind sentence, or asked back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.answers import counts as answers_counts
from bot.answers import figures as answers_figures
from bot.answers import leads as answers_leads
from bot.answers import lists as answers_lists
from bot.answers import overview as answers_overview
from bot.answers import ranking as answers_rank
from bot.answers import record as answers_record
from bot.answers import talk as answers_talk
from bot.answers import years
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.plan import ILLUSTRATIVE
from bot.core.progress import show_date
from bot.core.quarters import Quarter
from bot.core.reply import Answer, Line, Mode, Section
from bot.questions.question import Intent, Question
from bot.questions.vocabulary import RENAMED
from bot.questions.words import normal

_MAKERS: Mapping[Intent, Callable[[Question, AnswerContext], Answer]] = {
    Intent.OVERVIEW: answers_overview.overview,
    Intent.PRIORITY: answers_overview.priority,
    Intent.TOPIC: answers_overview.topic,
    Intent.ACTIONS: answers_overview.actions,
    Intent.LIST: answers_lists.matching,
    Intent.LEADS: answers_leads.leads,
    Intent.DUE: answers_leads.due,
    Intent.COUNT: answers_counts.count_matching,
    Intent.COUNT_BY_AGENCY: answers_counts.count_by_agency,
    Intent.MEASURES: answers_figures.measures,
    Intent.COMPARE: answers_figures.compare,
    Intent.RANK: answers_rank.ranked,
    Intent.HISTORY: answers_record.history,
    Intent.LATEST: answers_record.latest,
    Intent.CHANGES: answers_record.changes,
    Intent.LAST_YEAR: years.last_year,
    Intent.GLOSSARY: answers_talk.glossary,
    Intent.PLAN_FACT: answers_talk.fact,
    Intent.NOT_NAMED: answers_talk.not_named,
    Intent.GAPS: answers_lists.gaps,
    Intent.HELP: answers_talk.help_,
    Intent.HOW_TO_UPDATE: answers_talk.how_to_update,
    Intent.GREETING: answers_talk.greeting,
    Intent.THANKS: answers_talk.thanks,
    Intent.EMERGENCY: answers_talk.emergency,
    Intent.PERSONAL: answers_talk.personal,
    Intent.OUT_OF_SCOPE: answers_talk.outside,
    Intent.NOT_UNDERSTOOD: answers_talk.unplaced,
    Intent.CHOOSE: answers_talk.choose,
}


def answer_question(question: Question, context: AnswerContext) -> Answer:
    """The answer to `question`, and to a second question of the same message after it."""
    to_come = [q for q in question.quarters if q.starts > context.today]
    if to_come and question.intent in _RECORD and len(to_come) == len(question.quarters):
        return Answer(Mode.ANSWER, f"{to_come[0]} has not begun yet: nothing is reported for it.")
    question = _within_plan(_meant_by(question, context.caller), context)
    then = question.filters.as_at
    seen = context
    if then is not None:
        seen = replace(context, progress=context.progress.up_to(then), today=then.ends)
    first = _finished(_looking_back(question, seen), question, seen)
    if question.also is None:
        return first
    second = answer_question(question.also, context)
    if Mode.ANSWER not in {first.mode, second.mode} or second.choices or first.choices:
        return first
    return replace(
        first,
        parts=(*first.parts, Section(second.title, ()), *second.parts),
        steps=(*first.steps[:1], *second.steps[:1]),
        refs=tuple(dict.fromkeys((*first.refs, *second.refs))),
    )


def _looking_back(question: Question, context: AnswerContext) -> Answer:
    """The answer, which says so when it is about a quarter gone by."""
    refs = question.filters.refs
    if refs and not any(context.sees(context.progress.plan.action(ref)) for ref in refs):
        return answers_overview.actions(question, context)
    said = _MAKERS[question.intent](question, context)
    then = question.filters.as_at
    if then is None or f"end of {then}" in said.title:
        return said
    return replace(said, title=f"At the end of {then}: {said.title}")


_OF_MANY = frozenset(
    {
        Intent.OVERVIEW,
        Intent.PRIORITY,
        Intent.LIST,
        Intent.COUNT,
        Intent.COUNT_BY_AGENCY,
        Intent.COMPARE,
        Intent.RANK,
        Intent.CHANGES,
        Intent.LATEST,
        Intent.MEASURES,
        Intent.GAPS,
    }
)
"""Kinds that look over many actions, where a masked one may be missing from a count."""
_AS_AT = frozenset(
    {
        Intent.COUNT,
        Intent.COUNT_BY_AGENCY,
        Intent.RANK,
        Intent.OVERVIEW,
        Intent.LIST,
        Intent.COMPARE,
    }
)
"""Figures of the plan as a whole: as at today, whether or not actions are named."""
_EVERYDAY = frozenset({Intent.TOPIC, Intent.CHOOSE, Intent.NOT_UNDERSTOOD})
"""Kinds whose words are people's own, and may tell of something happening."""
_RECORD = frozenset({Intent.CHANGES, Intent.HISTORY, Intent.LATEST})


_OF_ALL = frozenset({Intent.COMPARE, Intent.MEASURES, Intent.LATEST})


def _meant_by(question: Question, caller: Caller) -> Question:
    """ "Are we late on anything": a lead officer's "we" is the agency, with anybody else it is the
    partnership."""
    if caller.role is Role.LEAD or not question.filters.ours or question.filters.agencies:
        return question
    rest = replace(question.filters, mine=False, ours=False)
    narrowed = rest.any or rest.priorities or question.intent in _OF_ALL
    return replace(question, filters=rest) if narrowed else question


def _within_plan(question: Question, context: AnswerContext) -> Question:
    """Who owes an update for the last quarter: in the plan's first quarter, for that one. A quarter
    that still runs is looked at as it stands today."""
    then = question.filters.as_at
    if then is not None and then.ends >= context.today:
        question = replace(question, filters=replace(question.filters, as_at=None))
    awaited = question.filters.awaiting
    if awaited is None or awaited.ends >= context.progress.plan.starts:
        return question
    current = Quarter.of(context.today)
    return replace(question, filters=replace(question.filters, awaiting=current))


def _finished(answer: Answer, question: Question, context: AnswerContext) -> Answer:
    """Receipts for the whole: the day, misspellings read, references not found, the sample."""
    placed = question.intent is not Intent.NOT_UNDERSTOOD
    mended = question.repaired[:2] if placed else ()
    notes = [f"I read '{typed}' as '{read}'." for typed, read in mended]
    plan = context.progress.plan
    words = normal(question.text)
    notes += [
        f"{said[0].upper()}{said[1:]}."
        for name, said in RENAMED.items()
        if re.search(rf"\b{name}\b", words)
    ]
    if question.alarm and question.intent in _EVERYDAY:
        notes.append("If anyone is in danger now, ring 999.")
    dated = answer.refs or question.filters.as_at or question.intent in _AS_AT
    if dated and answer.mode is Mode.ANSWER and not answer.bare:
        notes.append(f"As at {show_date(context.today)}.")
    if plan.illustrative and (answer.refs or question.intent is Intent.OVERVIEW):
        notes.append(ILLUSTRATIVE)
    if question.intent in _OF_MANY and not all(context.sees(action) for action in plan.actions):
        notes.append("Of actions marked sensitive only the status as it is now is used here.")
    parts = answer.parts
    if question.missing and question.filters.refs:
        absent = ", ".join(question.missing)
        parts = (*parts, Section("", (Line(f"This plan holds no {absent}."),)))
    footnote = " ".join(filter(None, [answer.footnote, *notes]))
    return replace(answer, parts=parts, footnote=footnote, steps=answer.steps[:2])


def as_line(line_id: str, answer: Answer) -> dict[str, Any]:
    """One line of `ask --jsonl`: {"id", "answer_text", "mode", "refs", "choices"}."""
    return {
        "id": line_id,
        "answer_text": answer.text,
        "mode": answer.mode.value,
        "refs": list(answer.refs),
        "choices": [choice.label for choice in answer.choices],
    }
