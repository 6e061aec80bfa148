"""What people tell of themselves around a question: who asks, why, for whom and by when.

    asked_in(text, take) -> Asked     `parts`: what is asked, taken apart; `backdrop`: what is not

A message is cut into clauses. One that tells of the asker, of somebody who wants to know or of an
occasion, and that neither asks nor sets a condition, is background: it narrows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.dataclass import dataclass
from bot.disclosure.english import ENGLISH
from bot.reading.grammar import Sort, single_words
from bot.reading.letters import form, letter
from bot.reading.safety import is_small
from bot.reading.scope import points_back
from bot.reading.spans import Span
from bot.reading.tokens import MAX_CHARACTERS, Kind, Token, stems, tokens
from bot.reading.update_words import AUXILIARIES, INTERROGATIVE

if TYPE_CHECKING:
    from bot.reading.parts import Parts

CUTS = re.compile(
    r"(?<![.?!;:\n])(?:[.?!;:]*+\n|[.?!;:]++(?:\s|$))\s*+"
    r"|(?<!\s)\s*+[\u2014()]+\s*+|(?<!\s)\s++[-\u2013]+\s++|,\s++"
)
_OF_NOTHING = frozenset({
    Sort.FILLER, Sort.UNKNOWN, Sort.PUNCTUATION, Sort.OWN, Sort.THOSE, Sort.DATE, Sort.NUMBER,
    Sort.BY, Sort.NOT, Sort.AND, Sort.OR, Sort.NOW, Sort.SINCE, Sort.HAS, Sort.TIMES, Sort.ONLY,
    Sort.TOGETHER,
})  # fmt: skip
"""Sorts that ask and narrow nothing by themselves."""
_ABOUT = frozenset({"about", "around", "at", "into", "of", "on", "re", "regarding", "with"})


@dataclass(frozen=True, slots=True)
class _Clause:
    """A piece of a message: its words, with their letters."""

    words: tuple[Token, ...]
    letters: str

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    def of(self, first: int, behind: int | None = None) -> _Clause:
        """Some of its words."""
        return _Clause(self.words[first:behind], self.letters[first:behind])


@dataclass(frozen=True, slots=True)
class _Background:
    """Where background stands; whether it holds words to be named, and whether of a topic."""

    start: int
    end: int
    named: bool = False
    topical: bool = False
    courtesy: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a message; what was told beside it, and what of that is to be named."""

    parts: Parts
    backdrop: str = ""
    named: tuple[str, ...] = ()


def asked_in(text: str, take: Callable[[str], Parts]) -> Asked:
    """What is asked, without courtesies and background; a text of nothing else as it is."""
    places = [*_placed(text, take)]
    if any(not one.courtesy for one in places):
        read = take(text).spans
        places = [one for one in places if not any(_is_cut(s, one) for s in read)]
    if not places:
        return Asked(take(text))
    backdrop = [one for one in places if not one.courtesy]
    parts = take(_without(text, places) or text)
    asks = bool(parts.composed.atoms or parts.wants) or parts.has(Sort.GROUP, Sort.NOUN)
    if any(one.topical for one in backdrop):
        asks = parts.conditions > 0 or parts.has(Sort.REF, Sort.PRIORITY, Sort.GROUP)
    if backdrop and not asks:
        return Asked(take(_without(text, [one for one in places if one.courtesy]) or text))
    typed = {one: text[one.start : one.end] for one in backdrop}
    named = tuple(piece for one, piece in typed.items() if one.named)
    return Asked(parts, ". ".join(typed.values()), named)


def _is_cut(span: Span, place: _Background) -> bool:
    """Whether background would take a reference, or the end of "two names in the lead box"."""
    inside, begun = place.start <= span.start < place.end, span.start < place.start < span.end
    return span.sort is Sort.REF if inside else begun and span.sort in {Sort.FIELD, Sort.JOINT}


def question_in(text: str, take: Callable[[str], Parts]) -> Asked | None:
    """Of a message that does not go together as a whole: the clauses that ask, without those that
    only tell, all of them named; None where it is of one kind."""
    every = [clause for clause, _ in clauses(text)]
    telling = [clause for clause in every if _only_tells(clause, text, take)]
    if not telling or len(telling) == len(every):
        return None
    places = [_Background(clause.start, clause.end) for clause in telling]
    typed = tuple(text[one.start : one.end] for one in places)
    return Asked(take(_without(text, places)), ". ".join(typed), typed)


def _only_tells(clause: _Clause, text: str, take: Callable[[str], Parts]) -> bool:
    """ "I have a meeting on Thursday", "the commissioner's office rang": of somebody's day, by its
    small words; agencies are met in it, and nothing else that asks or narrows."""
    typed = [token.word for token in clause.words]
    asks = INTERROGATIVE & {typed[0], *({*typed} - {"who"})}  # "a colleague who is off"
    if asks or not _OF_A_DAY & {*clause.letters}:
        return False
    read = take(text[clause.start : clause.end]).spans
    return all(s.sort in _MAY_BE_TOLD and not (s.period and s.period.quarter) for s in read)


_OF_A_DAY = frozenset("aeghikmow")
_MAY_BE_TOLD = frozenset({*_OF_NOTHING, Sort.AGENCY, Sort.ROLE}) - {Sort.NOT, Sort.ONLY}


def _placed(text: str, take: Callable[[str], Parts]) -> Iterator[_Background]:
    """The courtesies and the background of a message, in order."""
    several = [*clauses(text)]
    for clause, mark in several:
        tells = len(several) > 1 and form("tells").fullmatch(clause.letters)
        if _is_courtesy(clause, mark):
            yield _Background(clause.start, clause.end, courtesy=True)
        elif tells and (backdrop := _as_background(clause, text, take)):
            yield backdrop
        else:
            yield from _around(clause, text, take)


def clauses(text: str) -> Iterator[tuple[_Clause, str]]:
    """The clauses of a message, each with what it ends in."""
    typed = [token for token in tokens(text) if token.kind is not Kind.MARK]
    start = 0
    for end, after, mark in [*((*m.span(), m.group()) for m in CUTS.finditer(text)), _END]:
        inside = tuple(t for t in typed if start <= t.start < end)
        if inside:
            clause = _Clause(inside, "".join(letter(t.word) for t in inside))
            yield clause, mark.strip() or (mark and ".")
        start = after


_END = (MAX_CHARACTERS, MAX_CHARACTERS, "")


def _is_courtesy(clause: _Clause, mark: str) -> bool:
    """ "Ok done that.", "hi all,": what answers the message before, or greets."""
    typed = {token.word for token in clause.words}
    small = is_small(typed) and mark not in {"", "?"} and not INTERROGATIVE & typed
    greets = "c" in clause.letters and not clause.letters.strip("cmt")
    agrees = clause.letters[0] == "c" or typed <= _AGREEING
    return greets or (small and (agrees or mark not in {",", ":"}))


_AHEAD = frozenset({"advance", "ahead", "top"})
_AGREEING = frozenset({"great", "lovely", "ok", "okay", "right", "thank", "thanks", "yes", "you"})


def _around(clause: _Clause, text: str, take: Callable[[str], Parts]) -> Iterator[_Background]:
    """What stands around the question in one clause: before it and behind it."""
    begun = form("courteous").match(clause.letters)
    wanted = None if begun else form("wanted").match(clause.letters)
    if wanted and (backdrop := _as_background(clause.of(0, wanted.end()), text, take)):
        yield backdrop
    at = begun or wanted
    if begun and begun.end() < len(clause.letters) and not is_small(t.word for t in clause.words):
        yield _Background(clause.start, clause.words[begun.end() - 1].end, courtesy=True)
    first, rest = (at.end() if at else 0), clause
    while behind := form("behind").search(rest.letters, first + 1):
        tail, before = rest.of(behind.start()), rest.words[behind.start() - 1].word
        tagged = before in INTERROGATIVE and tail.letters[1:2] == "y"  # "and which haven't we?"
        if tagged or (tail.words[0].word == "of" and before not in _AHEAD):
            return  # "status of the CCTV panel"
        courtesy = not tail.letters.strip("c") or tail.letters[1:2] == "y"
        backdrop = _Background(tail.start, tail.end, courtesy=True) if courtesy else None
        if not courtesy:
            backdrop = _as_background(tail, text, take)
        if backdrop is None:
            return
        limits = before in single_words(Sort.DUE)
        yield replace(backdrop, named=backdrop.named or limits)  # "what is due before the board"
        rest = rest.of(0, behind.start())


def _as_background(clause: _Clause, text: str, take: Callable[[str], Parts]) -> _Background | None:
    """A clause as background; None where it asks, sets a condition or names "the CCTV one"."""
    if clause.words[-1].word in {"one", "ones"} or clause.letters[:2] == "mt":
        return None  # "is that still the deadline"
    parts = take(text[clause.start : clause.end])
    dated = parts.has(Sort.DATE)
    if dated and parts.has(Sort.DUE) and clause.words[0].word in AUXILIARIES:
        return None  # "has to land before new year"
    if dated and points_back(take(text[clause.end :]).spans):
        return None  # "going back to the end of June, which were red at that point"
    letters = {t.start - clause.start: x for t, x in zip(clause.words, clause.letters, strict=True)}
    denied = [s.sort for s in parts.bearing if s.sort is not Sort.AND][:1]
    if denied in ([Sort.NOT], [Sort.EXCEPT]) and not form("remark").fullmatch(clause.letters):
        return None  # "outside burglary", "no partners"
    subject = re.match(r"[rs]?(?:md)?[detxpo]{0,4}[xpo](?=m*a)", clause.letters)
    told_until = clause.words[subject.end() - 1].end - clause.start if subject else 0
    by_office = subject is not None and subject.group()[-1] in "po"
    timed = form("timed").search(clause.letters)
    timed_from = clause.words[timed.start()].start - clause.start if timed else clause.end
    who = form("identity").fullmatch(clause.letters) is not None
    errand = form("errand").fullmatch(clause.letters) is not None
    reported = form("reported").match(clause.letters) is not None
    knows = parts.index.topics.knows
    named = topical = of_occasion = officer = False
    for before, span in reversed(
        [*zip(("", *(s.typed for s in parts.spans)), parts.spans, strict=False)]
    ):
        played = "".join(x for at, x in letters.items() if span.start <= at < span.end)
        of_occasion = of_occasion and not played.strip("xpnwcg")
        of_occasion = of_occasion or ("o" in played and played[0] != "f" and span.sort in _PLAIN)
        within = span.end <= told_until
        officer = played[-1:] == "p" or (officer and not played.strip("x"))
        earlier = "".join(x for at, x in letters.items() if at < span.start)
        deed = span.sort is Sort.STATUS or span.value in _DEEDS
        deed = deed and form("deed").search(earlier) is not None
        named = named or deed
        left = played[:1] == "W" and earlier.endswith(("p", "u"))  # "a colleague who left"
        aside = errand or of_occasion or (within and by_office) or deed or left
        aside = aside or span.start >= timed_from or (officer and span.sort is Sort.AGENCY)
        met = span.sort is Sort.AGENCY and _MET.search(earlier) is not None
        intended = span.sort is Sort.STATE and before in _INTENDING  # "I'll chase them"
        bound = before == "to" or span.typed.endswith(" to do")  # "got to do my slides"
        intended = intended or (bound and form("bound").match(clause.letters) is not None)
        aside = aside or met or intended
        if _asks(span, played) and not (aside or reported or (who and span.sort in _OF_OFFICE)):
            return None
        plain = span.sort is Sort.UNKNOWN
        known = any(map(knows, stems(span.typed)))
        telling = (known or span.typed not in ENGLISH) if plain else span.sort in _NARROWING
        if not telling or not {"x", "g"} & {*played}:
            continue
        led_in = before.rpartition(" ")[2] in _ABOUT or before.endswith(("ing to", "on to"))
        if plain and not (aside or who) and led_in:
            return None  # "looking at burglary"
        if within and plain:
            continue
        topical = topical or (plain and known and not (aside or who))
        named = True
    whose = parts.asker != take("").asker  # "we are from probation"
    return None if whose else _Background(clause.start, clause.end, named, topical)


def _asks(span: Span, played: str) -> bool:
    """Whether a span asks, or narrows what is asked about."""
    if span.sort is Sort.WANT:
        return played[:1] in {"x", "W"}
    if span.sort is Sort.NOUN:
        return span.value == "action"
    verb = span.typed.startswith("to ")  # "need to chase", "trying to plan my month"
    return not verb and (span.sort not in _OF_NOTHING or bool(span.period and span.period.quarter))


_MET = re.compile("o[fx]d*$")
"""Behind an occasion, whom it is with: "a call with the trust"."""
_INTENDING = frozenset({"ill", "will"})
_DEEDS = frozenset({"moved", "open"})
"""States of an action that a person's deed looks like: "who has moved on", "who left"."""
_OF_OFFICE = frozenset({Sort.PRIORITY, Sort.ROLE})
"""What somebody's post is of: "burglary lead here"."""
_PLAIN = frozenset({Sort.FILLER, Sort.NOUN, Sort.ROLE, Sort.UNKNOWN})
_NARROWING = frozenset({Sort.AGENCY, Sort.PRIORITY, Sort.STATUS})


def _without(text: str, places: list[_Background]) -> str:
    """A text without some of its places, what stood between them and the rest as one mark."""
    for one in sorted(places, key=lambda one: -one.start):
        before, after = text[: one.start].rstrip(_MARKS), text[one.end :].lstrip(_MARKS)
        between = text[len(before) : one.start] + text[one.end : len(text) - len(after)]
        mark = next((m for m in "?;." if m in between), "," if between.strip() else "")
        mark = mark if before and (after or mark == "?") else ""
        text = f"{before}{mark} {after}".strip()
    return text


_MARKS = " \t\r\n,.;:?!()-\u2013\u2014"
