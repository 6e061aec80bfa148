"""Updates as people type them: "update ASB3 amber Two reviews are late", in all its shapes.

    read_updates(text, refs) -> the updates a text attempts to report; empty: it is a question

An attempt has a verb of updating (also misspelt) before a reference, or a reference with a status
at the head; whatever dash, quote, bullet, bold or courtesy stands around. What is clear has no
`doubt` and may be saved; of everything else nothing is. The note is kept to the letter. Several
lines that begin with references are several updates.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from bot.disclosure.patterns import Pattern
from bot.reading.status_place import EDGED, speaks_of_status, status_at, status_before
from bot.reading.tokens import TypedText
from bot.reading.typed_update import REFERENCE, Doubt, TypedUpdate, references, sets_day
from bot.reading.update_line import MARKED, Line
from bot.reading.update_words import (
    ASKING,
    BETWEEN,
    INTERROGATIVE,
    OF_ALL,
    STANDING,
    Front,
    asks,
    bare_words,
    events,
    is_strong,
    part,
    repeats,
    strange,
    verb_in,
    words_of,
)

_ODD = Pattern(rf"\d\W?[a-z](?![a-z])|[a-z]\d|\d[/-]\d|\d\W{{1,4}}(?:\w{{2,3}} )?{EDGED}")
"""What a reference of another shape has: "1a", "2/4", "12 green"."""

_EVENT = re.compile(
    r"(?:[^?\n]{3,40}(?:[,.;]|\s-)\s(?=no))?"
    r"(?:\W|\b(?:has|have|i|it|just|now|still|ve|we)\b){0,9}"
    r"(?:nothing (?:\w+ )?to (?:add|flag|note|report|say|tell)\b"
    r"|no changes?(?: (?:here|this quarter|yet))?\W*$|(?P<moved>delayed|moved|put back|slipped)\b"
    r"|(?:[a-z]{2,12}ed|began|held|ran|sent)\b[^?\n,.;:-]{0,60}(?P<mark>[,.;:]\s|\s-))"
)
"""What begins a report of no action: "started Monday, ...", "moved to October", "no change"."""
_REASON = re.compile(r"\s{1,8}(?:because|(?:due|owing) to)\b")
_ASIDE = re.compile(rf"(?:\W|\b(?:s|{'|'.join(sorted(STANDING))})\b){{0,24}}?(?={EDGED})")
_CLOSE = Pattern(
    r"(?:^|[.!?,;\n)*]|\s-)\s{0,8}(?P<close>(?:(?:many|kind|best|warm|with|very|much|so|all|and|again"
    r"|thanks?|thank you|cheers|ta|regards|wishes|pls|please)\b[\s,.!]{0,4}){1,6}"
    r"(?:(?<=[\n,.!])\s?[^\W\d_]{1,20}(?:\s[^\W\d_]{1,20})?)?[\s.!]{0,4})$"
)
"""The end of a message that says nothing of an action."""


_STATED = re.compile(
    rf"^(?!(?:{'|'.join(sorted(ASKING | part('asking_first')))})\b)"
    rf"(?:(?!(?:is|are|{'|'.join(sorted(part('pointing', 'asked')))})\b)[\w&'-]+ ){{1,6}}"
    rf"(?:is|are) (?:(?:all|both|now|still|mostly|back) ){{0,2}}{EDGED}"
    r"(?: (?:again|at present|now|overall|so far|still|this (?:quarter|time)|too))?[\s.!]*$"
)
"""What is told of a priority or an agency as a whole: "safeguarding is all on track"."""
_COPULA, _HERE = {"are", "going", "is"}, {"end", "here", "side"}


def read_updates(text: str, refs: Collection[str]) -> tuple[TypedUpdate, ...]:
    """The updates that `text` attempts to report, in order; empty when it is none. `refs`: the
    references of the plans that are open, as `core.plan.ref_key` spells them."""
    typed = TypedText.of(text).unmarked()
    known = frozenset(refs)
    lines = (0, *(line.end() for line in re.finditer(r"\n", typed.seen)))
    starts = [at for at in lines if _heads(typed.seen, at, known)]
    preface = typed.seen[: starts[0]] if starts else ""
    verb = verb_in(preface) is not None
    if asks(preface, verb=verb) or ("?" in preface and not verb):
        return ()
    if len(starts) < 2 and not (starts and preface.strip()):
        starts = [0]
    ends = [*starts[1:], _closing(typed.seen, starts[-1])]
    verb = verb or _first_reports(typed.seen, starts[0], known)
    read = [Line(typed, a, b, known, verb).read() for a, b in zip(starts, ends, strict=True)]
    if not any(read):
        named = next(references(typed.seen, starts[0], ends[-1], known), None)
        alone = None if named else _told_alone(typed, starts[0], ends[-1])
        return (alone,) if alone else ()
    return tuple(
        one or TypedUpdate("", note=typed.cut(a, b), doubt=Doubt.WORDING)
        for one, a, b in zip(read, starts, ends, strict=True)
    )


def _told_alone(text: TypedText, start: int, end: int) -> TypedUpdate | None:
    """A status and what has happened, of no action: "on track - all is going fine"; or an event."""
    seen = text.seen
    if "?" in seen:
        return None
    if _of_all(seen) or _STATED.match(seen):
        return TypedUpdate("", doubt=Doubt.REF)
    if _begins_event(seen, start, end):
        return TypedUpdate("", note=text.cut(start, end), doubt=Doubt.REF)
    aside = _ASIDE.match(seen, start, end)
    if aside is None or asks(aside.group(), verb=False):
        return None
    place = status_at(text, aside.end(), end)
    mark = MARKED.match(seen, place.end, end)
    at = mark.end() if mark else place.end
    words = words_of(seen[at:end])
    well = {*words} <= OF_ALL and not part("fine").isdisjoint(words)
    well = well and not speaks_of_status(seen, at, end)  # "green, all going nicely"
    stated = (mark and (well or events(words))) or _REASON.match(seen, place.end, end)
    if place.status is None or not stated:
        return None
    return TypedUpdate("", place.status, text.cut(at, end), doubt=Doubt.REF)


def _begins_event(seen: str, start: int, end: int) -> bool:
    """Whether it begins like an event and says what came of it, or names the day it moved to."""
    event = _EVENT.match(seen, start, end)
    if event is None or INTERROGATIVE & {*words_of(event.group())}:
        return False
    if event["moved"]:
        return sets_day(seen, event.end(), end, verb=True)
    return not event["mark"] or events(words_of(seen[event.end() : end]))


def _of_all(seen: str) -> bool:
    """Whether it is told how one's own actions stand, or that they stand as before: "all of ours
    are fine thanks", "we're all green", "same as last time for all of them"."""
    words = bare_words(seen)
    ours = part("ours") | (
        {"i", "we"} if speaks_of_status(seen, 0, len(seen), firm=True) else set()
    )
    stated = any((a in ours and b in _COPULA) or b in _HERE for a, b in pairwise(["", *words]))
    well = stated and not part("fine").isdisjoint(words)
    return (well and {*words} <= OF_ALL) or repeats(words)


def _closing(seen: str, start: int) -> int:
    """Where the last update ends: before thanks and regards, and who sends them."""
    match = _CLOSE.search(seen, start)
    return len(seen[: match.start("close")].rstrip(" -")) if match else len(seen)


def _first_reports(seen: str, start: int, known: frozenset[str]) -> bool:
    """Whether the first line has a verb of updating: it holds for the lines below it too."""
    reference = next(references(seen, start, len(seen), known), None)
    return reference is not None and is_strong(Front.of(seen[start : reference.start]).verb)


def may_report(text: str) -> bool:
    """Whether a text could be an update at all, told without knowing any plan; a reference alone
    asks for its card."""
    typed = TypedText.of(text)
    if REFERENCE.fullmatch(typed.seen.strip()):
        return False
    shaped = REFERENCE.search(typed.seen) or _ODD.search(typed.seen)
    if shaped or verb_in(typed.seen) is not None:
        return True
    alone = typed.unmarked()
    return _told_alone(alone, 0, _closing(alone.seen, 0)) is not None


def _heads(seen: str, at: int, known: frozenset[str]) -> bool:
    """Whether a reference is at the head of the line that begins at a place."""
    line_end = seen.find("\n", at) % (len(seen) + 1)
    reference = next(references(seen, at, line_end, known), None)
    if reference is None:
        return False
    status = status_before(seen, at, reference.start, BETWEEN)
    return not strange(seen[at : status.start if status else reference.start])
