"""Where a message holds two questions ("whats overdue, and who leads them"), and who "they" are if
it first tells of one body: "seeing fire tomorrow. Which do they lead?" asks what fire leads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.reading.background import clauses
from bot.reading.grammar import Sort
from bot.reading.parts import Parts
from bot.reading.safety import says
from bot.reading.spans import Span

_BETWEEN = frozenset({"and", "also", "plus", "?", ";", ".", "\n"})
_ASKING = frozenset({"who", "partners", "when", "count", "history"})
_QUESTION = ("what", "how", "which")
_CONDITIONS = (Sort.REF, Sort.STATUS, Sort.AGENCY, Sort.PRIORITY, Sort.DATE, Sort.ROLE)
_NAMED = (Sort.AGENCY, Sort.PRIORITY)
_JUDGING = frozenset({"better", "worse", "best", "worst", "most", "fewest", "compare"})
_AUXILIARIES = frozenset({"is", "are", "was", "were", "did", "do", "does", "have", "has"})


def halved(parts: Parts) -> tuple[str, ...]:
    """The two questions of a message, each as text, the first with the full stop behind it; none
    when it holds one."""
    for place, span in enumerate(parts.spans):
        if _divides(parts.spans, place):
            stop = span.end if span.typed == "." else span.start
            return parts.text[:stop], parts.text[span.end :]
    return ()


def asks(parts: Parts) -> bool:
    """Whether the second half wants something of its own, or points at the first."""
    asked = bool(_ASKING & {*parts.wants}) or parts.has(Sort.THOSE, Sort.ORDER)
    return asked or parts.composed.unclaimed_not


def is_told(first: Parts, second: Parts) -> bool:
    """Whether the first half only says of what the second asks: "Some actions are overdue. Which
    agency has the most of them?", "Looking at mental health. Which are red?"."""
    asked = first.wants or first.has(Sort.REF, Sort.GROUP, Sort.UNKNOWN)  # a story is one question
    named = [sort for sort in _NAMED if first.has(sort) and second.has(sort)]
    return first.text.endswith(".") and not (asked or named)


def is_remark(parts: Parts) -> bool:
    """ "That's a shame", "I'll chase them": said of the answer before, and no question."""
    asks_for = parts.has(*_CONDITIONS) or not _JUDGING.issuperset(parts.wants)
    asks_for = asks_for or "?" in parts.text or bool(parts.about.concepts)
    return not asks_for and says("remark", parts.plain)


def _divides(spans: Sequence[Span], place: int) -> bool:
    """Whether a second question begins behind a span: "and who leads it", "? when is it due"."""
    begun = [s for s in spans[:place] if s.sort is not Sort.FILLER]
    before = begun[0] if any(s.sort is not Sort.DATE for s in begun) else None
    counts = [span.value == "count" for span in spans]
    again = spans[place].typed == "," and any(counts[:place]) and counts[place + 1 :][:1] == [True]
    between = spans[place].typed in _BETWEEN or again  # "how many red, how many amber"
    rest = [s for s in spans[place + 1 :] if s.sort is not Sort.FILLER][:3]
    if not (between and before and rest) or spans[place].sort is Sort.FILLER:
        return False
    if before.sort is Sort.UNKNOWN and not before.named:
        return False  # a story that ends in a question is one question
    bare = {s.sort for s in begun if s.sort is Sort.REF or not _only_tells(s)}
    if spans[place].typed == "." and bare == {Sort.REF}:
        return False  # "quick one on ASB3. did it go red in Q2"
    joins = spans[place].sort is Sort.AND
    if rest[0].value == "list" and any(s.value == "either" for s in spans[:place]):
        return False  # "what do fire lead and what do they support"
    relative = joins and rest[0].typed.startswith("which")
    named = any(s.sort in {Sort.NOUN, Sort.THOSE} for s in rest[1:])
    named = named or rest[1].sort is Sort.NOT if rest[1:] else named  # "and which aren't?"
    asked = rest[0].typed.startswith(_QUESTION) and (named or not relative)
    wants = rest[0].sort is Sort.WANT and (rest[0].value in _ASKING or asked)
    verb = spans[place + 1].sort is Sort.FILLER and spans[place + 1].typed in _AUXILIARIES
    verb = verb and rest[0].sort is not Sort.STATE  # "have a target of 95 and are below it"
    return wants or (verb and any(s.sort is Sort.THOSE for s in rest))


_THEY = re.compile(
    r"\b(?:(?P<whose>theirs?)|(?:they|them)(?P<verb>(?:'?re|'?ve|'ll|'d)(?!\w))?)\b", re.IGNORECASE
)
_VERBS = {"re": " are", "ve": " have", "ll": " will", "d": " had"}


def named_for_they(text: str, take: Callable[[str], Parts]) -> str:
    """The question with the body's name for "they", without the clause that only tells of it; the
    text as it is where nothing is so."""
    several = [clause for clause, _ in clauses(text)]
    asked = text[several[1].start :] if len(several) > 1 else ""
    if not _THEY.search(asked):
        return text
    before = text[several[0].start : several[0].end]
    spans = take(before).spans
    bodies = [span for span in spans if span.sort is Sort.AGENCY]
    if len(bodies) != 1 or not all(map(_only_tells, spans)) or take(asked).has(Sort.AGENCY):
        return text
    article = "the " * before[: bodies[0].start].lower().endswith("the ")
    name = article + before[bodies[0].start : bodies[0].end]
    return _THEY.sub(lambda they: _named(name, they), asked, count=1)


def _only_tells(span: Span) -> bool:
    """Whether a span neither asks nor narrows, though it may look like a part played in an action
    ("coming in", "about to ring")."""
    return span.sort in _TELLING or span.value in {"either", "card"}


_TELLING = frozenset({
    Sort.AGENCY, Sort.AND, Sort.BY, Sort.DATE, Sort.FILLER, Sort.NOUN, Sort.NOW, Sort.NUMBER,
    Sort.ONLY, Sort.OWN, Sort.PUNCTUATION, Sort.SINCE, Sort.UNKNOWN,
})  # fmt: skip


def _named(name: str, they: re.Match[str]) -> str:
    verb = (they["verb"] or "").lstrip("'").lower()
    return f"{name}'s" if they["whose"] else f"{name}{_VERBS.get(verb, '')}"
