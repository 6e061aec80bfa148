"""Answers about what the plan itself leaves open."""

from __future__ import annotations

from bot.answers.lines import (
    AnswerContext,
    action_line,
    ask,
    joined,
)
from bot.answers.selection import selected, sentence, state, where, words
from bot.core.progress import Standing, count
from bot.messages.reply import Answer, Line, Mode, Section
from bot.reading.expression import (
    Lacks,
    Stands,
)
from bot.reading.wants import Reading, Want

_OPEN = {
    "lead": "no lead",
    "own lead": "lead 'All'",
    "partners": "no partners",
    "date": "no due date",
    "end": "an open-ended timescale",
    "target": "no target",
    "number": "no number as target",
    "baseline": "no baseline",
    "measure": "no success measure",
    "funding": "no funding named",
}
"""What the plan may leave open, as it is said of an action."""


def gaps_of(reading: Reading, context: AnswerContext) -> Answer:
    """What the plan leaves open; when nothing is left open, or everything is, a sentence."""
    gap, place = state(reading.over), where(reading.over)
    what = gap.what if isinstance(gap, Lacks) else ""
    matches, base = selected(reading.over, context), selected(place, context)
    named = words(place, context)
    whose = f" {named}" if named else ""
    if len(matches) == len(base) and len(matches) > 5:
        thing = _OPEN[what].removeprefix("no ")
        noun = "measure" if what in {"target", "baseline"} else "action"
        return Answer(Mode.ANSWER, f"None of the {count(len(base), noun)} has a {thing}.")
    if not matches:
        return Answer(Mode.ANSWER, f"No action{whose} {_lacking(_OPEN[what])}.")
    verb = "has" if len(matches) == 1 else "have"
    return Answer(
        Mode.ANSWER,
        f"{count(len(matches), 'action')} of {len(base)}{whose} {verb} {_OPEN[what]}.",
        parts=(Section("", tuple(_gap_line(s, what, context) for s in matches)),),
        refs=tuple(s.action.ref for s in matches),
    )


def _lacking(phrase: str) -> str:
    """ "is without a due date", "has an open-ended timescale": never "no action has no"."""
    thing = phrase.removeprefix("no ")
    return (
        f"has {phrase}"
        if thing == phrase
        else f"is without {thing if thing[-1] == 's' else f'a {thing}'}"
    )


def _gap_line(standing: Standing, what: str, context: AnswerContext) -> Line:
    line = action_line(standing, context)
    if what in {"target", "baseline"} and context.sees(standing.action):
        measures = "; ".join(m.text for m in standing.action.measures) or "none"
        return Line(line.text, line.ref, f"Measure: {measures}. {line.detail}")
    return line


def gaps(_reading: Reading, context: AnswerContext) -> Answer:
    """What the plan itself leaves open, kind by kind; nothing about progress."""
    lines, refs = [], []
    total = len(context.progress.standings)
    for what, phrase in _OPEN.items():
        missing_in = [s.action.ref for s in selected(Lacks(what), context)]
        if what == "funding" and len(missing_in) == total:
            continue  # a plan without such a column
        if missing_in and len(missing_in) == total:
            lines.append(Line(f"No action has {phrase.replace('no ', 'a ')}."))
        elif missing_in:
            lines.append(Line(f"{sentence(phrase)}: {joined(missing_in)}."))
            refs += missing_in
    return Answer(
        Mode.ANSWER,
        "What the plan itself leaves open" if lines else "The plan leaves nothing open.",
        parts=(Section("", tuple(lines)),) if lines else (),
        steps=(ask("What is off track?", Reading(Want(), Stands("off_track"))),),
        refs=tuple(dict.fromkeys(refs)),
    )
