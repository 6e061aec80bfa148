"""Answers to "who pays for it" and "how much is set aside": what the plan's resources say."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.facts import plan_says
from bot.answers.leads import show_action
from bot.answers.lines import AnswerContext, hidden, joined
from bot.answers.selection import selected, where, words
from bot.core.progress import Standing, count
from bot.core.resources import sums
from bot.messages.reply import Answer, Line, Mode, Section
from bot.reading.wants import Reading


def resources(reading: Reading, context: AnswerContext) -> Answer:
    """The resources of the actions meant, as they are written, with the pounds they name."""
    matches = selected(reading.over, context)
    seen = [s.action for s in matches if context.sees(s.action)]
    if not any(action.resources_raw for action in seen):
        return _unnamed(matches, context)
    pounds = sum(sum(sums(action.resources_raw)) for action in seen)
    phrase = words(where(reading.over), context) or "in the plan"
    total = f" £{pounds:,.0f} is named in all." if len(seen) > 1 and pounds else ""
    return Answer(
        Mode.ANSWER,
        f"What the plan says of money, {phrase}: {count(len(matches), 'action')}.{total}",
        parts=(Section("", tuple(_resource_line(s, context) for s in matches)),),
        steps=(show_action(matches[0].action.ref),) if matches else (),
        refs=tuple(s.action.ref for s in matches),
    )


def _unnamed(matches: Sequence[Standing], context: AnswerContext) -> Answer:
    """No cost is held of what was asked about; what the plan says of money as a whole."""
    named = joined([s.action.ref for s in matches[:_NAMED]]) if len(matches) <= _NAMED else "these"
    costs, them = ("costs", "it") if len(matches) == 1 else ("cost", "them")
    as_a_whole = plan_says("funding", context.progress.plan)
    return Answer(
        Mode.DECLINE,
        f"I do not hold what {named} {costs}: the plan names no money for {them}.",
        parts=(Section("The plan as a whole", tuple(map(Line, as_a_whole))),) if as_a_whole else (),
        refs=tuple(s.action.ref for s in matches[:_NAMED]),
    )


_NAMED = 3


def _resource_line(standing: Standing, context: AnswerContext) -> Line:
    action = standing.action
    if not context.sees(action):
        return hidden(standing, context)
    written = f"'{action.resources_raw}'" if action.resources_raw else "nothing is named"
    return Line(f"{action.ref}: {action.text}", ref=action.ref, detail=f"Resources: {written}.")
