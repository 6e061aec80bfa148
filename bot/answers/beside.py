"""How many of today beside how many of another day, or of one state beside another."""

from __future__ import annotations

from bot.answers.lines import AnswerContext, joined, listed
from bot.answers.order import worst_first
from bot.answers.selection import selected, sentence, words
from bot.core.progress import count
from bot.messages.reply import Answer, Line, Mode, Section
from bot.reading.expression import AsAt, Became, Updated, leaves
from bot.reading.wants import Reading


def beside_then(reading: Reading, context: AnswerContext) -> Answer:
    """ "More reds now than at the end of June?": both numbers, and what came to it or went; "more
    overdue than red?": both numbers."""
    now, then = (selected(over, context) for over in (reading.over, reading.want.than))
    past = any(isinstance(leaf, _OF_A_TIME) for leaf in leaves(reading.over))
    timed = past or any(isinstance(leaf, _OF_A_TIME) for leaf in leaves(reading.want.than))
    more = len(now) - len(then)
    by = f"{abs(more)} {'more' if more > 0 else 'fewer'}" if more else "as many"
    names = {s.action.ref for s in now}, {s.action.ref for s in then}
    lines = [
        Line(f"{heading}: {joined(sorted(refs))}.")
        for heading, refs in (
            ("Then and not now", names[1] - names[0]), ("Now and not then", names[0] - names[1]),
        ) if refs and timed
    ]  # fmt: skip
    phrase = words(reading.over, context)
    return Answer(
        Mode.ANSWER,
        f"{sentence(phrase)}: {count(len(now), 'action')}{' now' if timed > past else ''}, against "
        f"{len(then)} {words(reading.want.than, context)}: {by}.",
        parts=(listed("", worst_first(now), context), Section("", tuple(lines))),
        refs=tuple(s.action.ref for s in now),
    )


_OF_A_TIME = AsAt | Became | Updated
