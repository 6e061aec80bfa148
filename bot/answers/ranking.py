"""Who has the most, or the fewest: one figure with its base, ties named, and no verdict."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.lines import AnswerContext, joined, listed, worst_first
from bot.answers.lists import spoken
from bot.answers.selection import described, selected
from bot.core.progress import Standing, count
from bot.core.reply import Answer, Mode, Step
from bot.questions.cues_record import FEWEST
from bot.questions.question import Question, Ranked
from bot.questions.words import normal

_SHOWN = 5


def ranked(question: Question, context: AnswerContext) -> Answer:
    """ "Which priority has the most reds?": the top one, how many of how many, and which."""
    filters = replace(question.filters, priorities=(), agencies=(), mine=False)
    groups = _groups(question, context)
    matching = {s.action.ref for s in selected(filters, context)}
    numbers = {name: sum(s.action.ref in matching for s in own) for name, own in groups.items()}
    words = described(filters, context)
    fewest = FEWEST.search(normal(question.text)) is not None
    extreme = (min if fewest else max)(numbers.values(), default=0)
    if not any(numbers.values()):
        return Answer(Mode.ANSWER, spoken(f"No actions are {words}."))
    top = [name for name, number in numbers.items() if number == extreme]
    own = {s.action.ref: s for name in top for s in groups[name]}
    found = worst_first(tuple(s for ref, s in own.items() if ref in matching))
    base = len(own) if filters.any else len(context.progress.standings)
    each = " each" if len(top) > 1 else f" of {count(base, 'action')}"
    verb = "have" if len(top) > 1 else "has"
    rank = "fewest" if fewest else "most"
    shown = len(found) <= _SHOWN
    return Answer(
        Mode.ANSWER,
        f"{joined(top)} {verb} the {rank} actions {words}: {extreme}{each}. "
        "A count, not a verdict: actions differ in kind and size.",
        parts=(listed("", found, context, 1),) if found and shown else (),
        steps=(Step("All side by side", "ask", _all(question)),),
        refs=tuple(s.action.ref for s in found) if shown else (),
    )


def _all(question: Question) -> str:
    by_priority = question.term == Ranked.PRIORITIES
    return "what are our priorities" if by_priority else "how many actions does each agency lead"


def _groups(question: Question, context: AnswerContext) -> dict[str, tuple[Standing, ...]]:
    plan = context.progress.plan
    if question.term == Ranked.PRIORITIES:
        return {p.short: context.progress.of_priority(p.code) for p in plan.priorities}
    leading = dict.fromkeys(
        code for s in context.progress.standings for code in s.action.leads if code != "ALL"
    )
    return {context.full_name(code): context.progress.led_by((code,)) for code in leading}
