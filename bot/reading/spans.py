"""Tokens -> typed spans: what each run of tokens stands for. Knows no grammar between them.

    spans(text, lexicon, calendar) -> tuple[Span, ...]

Longest match wins; then a token that nothing claims may be a slip of a known word. What is still
unclaimed is a span of sort UNKNOWN: it is for `topics` and `claims`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.reading.calendar import NUMBERS, ORDINALS, TENS, Calendar, Period
from bot.reading.concepts import is_common
from bot.reading.dates import Reader
from bot.reading.grammar import Entry, Sort
from bot.reading.lexicon import Lexicon, is_word
from bot.reading.tokens import Kind, Token, tokens

SURE_FROM = 8
"""Letters of a known word from which a slip of it is one although it is written often."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of tokens with what it stands for; `start` and `end` are places in the text.

    `period` only of a DATE; `typed` the words; `slip` what was typed where a slip was mended;
    `named` a whole name of an agency or priority; `owns` was written with 's.
    """

    sort: Sort
    values: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    typed: str = ""
    period: Period | None = None
    slip: str = ""
    named: bool = False
    owns: bool = False

    @property
    def value(self) -> str:
        """The first value, or ""."""
        return self.values[0] if self.values else ""


def spans(text: str, lexicon: Lexicon, calendar: Calendar) -> tuple[Span, ...]:
    """The spans of a text, in order; every token is in one of them."""
    read, slips = _mended(tokens(text), lexicon)
    scanned = _Scan(read, lexicon, calendar).spans()
    return tuple(replace(s, slip=slips[s.start]) if s.start in slips else s for s in scanned)


def _mended(read: tuple[Token, ...], lexicon: Lexicon) -> tuple[tuple[Token, ...], dict[int, str]]:
    """Words nobody knows read as what they are a slip of, and by place what was typed."""
    mended, slips = list(read), {}
    for place, token in enumerate(read):
        before = mended[place - 1].word if place else ""
        better = lexicon.mended_beside(token.word, before)
        if not better and not lexicon.knows(token.word):
            near = lexicon.mended(token.word)
            better = "" if is_common(token.word) and len(near) < SURE_FROM else near
        if better and better != token.word:
            mended[place] = replace(token, word=better)
            slips[token.start] = token.word
    return tuple(mended), slips


class _Scan:
    """One pass over the tokens of a text."""

    def __init__(self, read: tuple[Token, ...], lexicon: Lexicon, calendar: Calendar) -> None:
        self._tokens = read
        self._lexicon = lexicon
        self._dates = Reader(read, calendar)
        self._quarter: Period | None = None

    def spans(self) -> Iterator[Span]:
        place = 0
        while place < len(self._tokens):
            span, used = self._next(place)
            if span.period and span.period.quarter:
                self._quarter = span.period
            yield span
            place += used

    def _next(self, place: int) -> tuple[Span, int]:
        referred = self._reference(place) or self._numbered(place)
        if referred:
            return referred
        token = self._tokens[place]
        dated = self._dates.period(place)
        entry = self._lexicon.at(self._tokens, place) if is_word(token) else None
        if dated and (entry is None or dated[1] >= entry.length):
            return self._made(Sort.DATE, place, dated[1], period=dated[0]), dated[1]
        if entry is not None and not self._counted(place, entry):
            entry = self._giving_way(entry, place)
            values, named = entry.values, entry.named
            span = self._made(entry.sort, place, entry.length, values=values, named=named)
            return span, entry.length
        period = self._dates.quarter(place, self._quarter) if self._quarter else None
        if period is not None and entry is None:
            return self._made(Sort.DATE, place, 1, period=period), 1
        if token.word in TENS and 0 < (unit := NUMBERS.get(self._word(place + 1), 0)) < 10:
            values = (str(TENS[token.word] + unit),)
            return self._made(Sort.NUMBER, place, 2, values=values), 2
        if token.kind is Kind.NUMBER or token.word in NUMBERS:
            number = str(NUMBERS.get(token.word, token.word))
            return self._made(Sort.NUMBER, place, 1, values=(number,)), 1
        if _CLOCK.fullmatch(token.word):
            return self._made(Sort.FILLER, place, 1, values=(token.word,)), 1
        if not is_word(token):
            return self._made(Sort.PUNCTUATION, place, 1, values=(token.word,)), 1
        return self._made(Sort.UNKNOWN, place, 1, values=(token.word,)), 1

    def _giving_way(self, entry: Entry, place: int) -> Entry:
        """A shorter way of saying where the longest one breaks up the next: "are" and "on track"
        rather than "are on" and a word nobody knows; "have" and "more than", not "have more"."""
        end = place + entry.length
        for cut in range(place + 1, end):
            following = self._lexicon.at(self._tokens, cut)
            if following is None or cut + following.length <= end:
                continue
            stranded = following.sort is Sort.OP or self._lexicon.at(self._tokens, end) is None
            shorter = self._lexicon.at(self._tokens[:cut], place)
            if shorter is not None and (stranded or following.length > entry.length):
                return shorter
        return entry

    def _counted(self, place: int, entry: Entry) -> bool:
        """Whether a word such as "one" is a number here: before a thing that is counted."""
        word, after = self._tokens[place].word, place + entry.length
        if word not in NUMBERS or entry.length > 1 or after >= len(self._tokens):
            return False
        if place and self._tokens[place - 1].word in _COMPARING:
            return True
        follows = self._lexicon.at(self._tokens, after)
        counted = follows is not None and (
            follows.sort in _COUNTED or self._tokens[after].word in _COUNTED_ROLES
        )
        return counted and word not in {"a", "an"}

    def _made(
        self,
        sort: Sort,
        place: int,
        used: int,
        *,
        values: tuple[str, ...] = (),
        period: Period | None = None,
        named: bool = False,
    ) -> Span:
        run = self._tokens[place : place + used]
        typed = " ".join(token.word for token in run)
        owns = any(token.owns for token in run)
        return Span(sort, values, run[0].start, run[-1].end, typed, period, named=named, owns=owns)

    def _reference(self, place: int) -> tuple[Span, int] | None:
        """ "ASB3", "asb-03", "ASB 1, 2 and 3", "ASB1 to 3", "1.3"; known or not."""
        shape = self._shape(place)
        if shape is None:
            return None
        prefix, number, used = shape
        numbers = [number]
        while prefix and (step := self._listed(place + used, numbers[-1])):
            numbers += step[0]
            used += step[1]
        refs = [self._lexicon.reference(f"{prefix}{n}") for n in numbers]
        missing = [f"{prefix.upper()}{n}" for n, ref in zip(numbers, refs, strict=True) if not ref]
        sort = Sort.REF if any(refs) else Sort.MISSING
        values = tuple(dict.fromkeys(ref for ref in refs if ref)) or tuple(missing)
        span = self._made(sort, place, used, values=values)
        return replace(span, typed=", ".join(missing) if any(refs) else span.typed), used

    def _numbered(self, place: int) -> tuple[Span, int] | None:
        """ "priority 4", "priority number four", "p4", "the fourth priority"."""
        word, at = self._word(place), place + 1
        if word in {"priority", "theme", "section"}:
            at += self._word(at) in {"number", "no"}
            number = NUMBERS.get(self._word(at), 0) or (
                int(self._word(at)) if self._is_number(at) else 0
            )
        elif re.fullmatch(r"p\d", word):
            number, at = int(word[1]), place
        elif self._word(place + 1) in {"priority", "theme"}:
            number = ORDINALS.get(word, 0)
        else:
            return None
        code = self._lexicon.priority_numbered(number) if number else ""
        if not code:
            return None
        used = at + 1 - place
        return self._made(Sort.PRIORITY, place, used, values=(code,), named=True), used

    def _shape(self, place: int) -> tuple[str, str, int] | None:
        """Prefix, number and how many tokens: of something shaped like a reference."""
        token = self._tokens[place]
        if token.kind is Kind.NUMBER and "." in token.word:
            after = self._word(place + 1)
            known = self._lexicon.reference(token.word)
            return ("", token.word, 1) if known and after != "percent" else None
        match = re.fullmatch(r"([a-z]+)(\d+[a-z]?)", token.word)
        if match and match.group(1) in self._lexicon.prefixes:
            return match.group(1), match.group(2).lstrip("0") or "0", 1
        if token.word not in self._lexicon.prefixes:
            return None
        at = place + 1
        while self._word(at) in {"-", ".", "no", "action", "number"}:
            at += 1
        number = self._word(at)
        spoken = NUMBERS.get(number, 0) if number not in {"a", "an", "couple"} else 0
        if spoken or self._is_number(at):
            if self._word(at + 1) in _UNITS:
                return None
            return token.word, str(spoken or int(number)), at + 1 - place
        return None

    def _listed(self, place: int, last: str) -> tuple[list[str], int] | None:
        """ ", 2", "and 3", "to 5" after a reference."""
        joint = self._word(place)
        if joint not in {",", "and", "or", "/", "+", "-", "to"} or not self._is_number(place + 1):
            return None
        number = int(self._word(place + 1))
        if self._word(place + 2) in _UNITS or number > 99:
            return None
        if joint in {"-", "to"} and last.isdigit():
            return [str(n) for n in range(int(last) + 1, number + 1)][:12], 2
        return [str(number)], 2

    def _word(self, place: int) -> str:
        return self._tokens[place].word if place < len(self._tokens) else ""

    def _is_number(self, place: int) -> bool:
        token = self._tokens[place] if place < len(self._tokens) else None
        return token is not None and token.kind is Kind.NUMBER and token.word.isdigit()


_CLOCK = re.compile(r"(?<![\d.])[\d.]{1,6}(?:am|pm)")
_COMPARING = frozenset({"than", "least", "most", "exactly"})
_COUNTED = frozenset({Sort.FIELD, Sort.NUMBER})
_COUNTED_ROLES = frozenset({"partner", "partners", "lead"})
_UNITS = {"day", "days", "week", "weeks", "month", "months", "year", "years", "percent", "/"}


def apposed(spans: Sequence[Span]) -> tuple[Span, ...]:
    """ "off track (red)": said twice, meant once."""
    plain: list[Span] = []
    for place, span in enumerate(spans):
        behind = spans[place - 2] if place > 1 and spans[place - 1].typed == "(" else None
        if behind and behind.sort is span.sort is Sort.STATUS and behind.values == span.values:
            span = replace(span, sort=Sort.FILLER)
        plain.append(span)
    return tuple(plain)


def with_us(spans: Sequence[Span]) -> tuple[Span, ...]:
    """ "that were down as a partner on": "we're", when nobody else is named."""
    if any(span.sort in {Sort.AGENCY, Sort.OWN} for span in spans):
        return tuple(spans)
    return tuple(
        replace(span, sort=Sort.OWN, values=("us",))
        if span.typed == "were" and _leads_to_role(spans[place + 1 :])
        else span
        for place, span in enumerate(spans)
    )


def _leads_to_role(rest: Sequence[Span]) -> bool:
    after = next((span for span in rest if span.typed not in {"a", "the"}), None)
    return after is not None and after.sort is Sort.ROLE
