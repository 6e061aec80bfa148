"""Agencies and priorities as wholes: with both of two kinds of action, or nothing but one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.reading.expression import EVERY, Not
from bot.reading.grammar import Sort, phrase_at
from bot.reading.parts import Parts
from bot.reading.spans import Span
from bot.reading.wants import Cues, Kind, Reading, Want

_SOME = frozenset({
    "a", "an", "no", "nothing", "none", "something", "anything", "any", "some", "at least", "both",
})  # fmt: skip
_EVERY = frozenset({"only", "all", "everything", "entirely", "just", "nothing", "every"})


def having(parts: Parts, cues: Cues, read: Callable[[Parts], Reading]) -> Reading | None:
    """ "Which priorities have both a red and an amber", "agencies with something overdue but no
    red": the groups that have an action of the first kind and one, or none, of the second."""
    bodies = [noun for noun in (*cues.nouns, *cues.says("who") * ("agency",)) if noun in _BODIES]
    cut = _link(parts.spans) if bodies else 0
    if not (bodies and cut):
        return _all_of_them(parts, bodies[0]) if bodies else None
    spans, text = parts.spans, parts.text
    head = next(s for s in spans if s.typed in _SOME or _is_state(s))
    pieces = (text[: spans[cut].start], text[: head.start] + text[spans[cut].end :])
    over = sorted((read(parts.of(piece)).over for piece in pieces), key=lambda x: type(x) is Not)
    both = Reading(Want(Kind.COUNT, noun=bodies[0], than=over[1]), over[0])
    return both if EVERY not in over else None


_BODIES = frozenset({"agency", "priority"})


def _link(spans: Sequence[Span]) -> int:
    """The place of the "and" of two things that are each to be had; 0: there is none."""
    for place, span in enumerate(spans[:-1]):
        before, behind = spans[:place], spans[place + 1 :]
        both = any(s.typed == "both" for s in before) and _is_state(behind[0])
        each = span.typed in {"and", "but"} and (both or behind[0].typed in _SOME)
        if each and any(map(_is_state, before)) and any(map(_is_state, behind)):
            return place
    return 0


def _is_state(span: Span) -> bool:
    way = phrase_at(span.typed.split())
    return way is not None and way.sort in {Sort.STATUS, Sort.STATE}


def _all_of_them(parts: Parts, noun: str) -> Reading | None:
    """ "Which agencies have only greens", "priorities where everything is green": those with no
    action that is otherwise; "only one red" is a number."""
    states = [atom for atom in parts.composed.atoms if atom.side in {"status", "overdue"}]
    start = next((i for i, s in enumerate(parts.spans) if s.value in {noun, "who"}), 0)
    if len(states) != 1 or parts.conditions > 1 or parts.has(Sort.NOT, Sort.NUMBER, Sort.OP):
        return None
    between = {w for s in parts.spans[start + 1 : states[0].at] for w in s.typed.split()}
    if _EVERY.isdisjoint(between):
        return None
    one = Reading(Want(Kind.BY, group=noun, least=1, most=1), parts.composed.over)
    every = Reading(Want(Kind.COUNT, noun=noun), Not(Not(parts.composed.over)))
    return every if between.isdisjoint({"one", "single"}) else one
