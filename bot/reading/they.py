"""Who "they" are, where a message first tells of one body: "seeing fire tomorrow. Which ones do
they lead?" asks what fire leads."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.reading.background import clauses
from bot.reading.grammar import Sort
from bot.reading.parts import Parts
from bot.reading.spans import Span

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
    return _THEY.sub(lambda they: _named(name, they), asked)


def _only_tells(span: Span) -> bool:
    """Whether a span neither asks nor narrows, though it may look like a part played in an action
    ("coming in", "about to ring")."""
    return span.sort in _TELLING or span.value in {"either", "card"}


_TELLING = frozenset({
    Sort.AGENCY, Sort.AND, Sort.DATE, Sort.FILLER, Sort.NOUN, Sort.NOW, Sort.NUMBER, Sort.ONLY,
    Sort.OWN, Sort.PUNCTUATION, Sort.SINCE, Sort.UNKNOWN,
})  # fmt: skip


def _named(name: str, they: re.Match[str]) -> str:
    verb = (they["verb"] or "").lstrip("'").lower()
    return f"{name}'s" if they["whose"] else f"{name}{_VERBS.get(verb, '')}"
