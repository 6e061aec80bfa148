"""Tokens -> typed spans: what each run of tokens stands for. Knows no grammar between them.

    spans(text, lexicon, calendar) -> tuple[Span, ...]

Longest match wins; then a token that nothing claims may be a slip of a known word. What is still
unclaimed is a span of sort UNKNOWN: it is for `topics` and `claims`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from bot.core.dataclass import dataclass
from bot.disclosure.english import ENGLISH
from bot.reading.calendar import NUMBERS, ORDINALS, SPOKEN, Calendar, Period, scaled_at
from bot.reading.dates import Reader
from bot.reading.grammar import Entry, Sort, turned
from bot.reading.letters import letter
from bot.reading.lexicon import Lexicon, is_word
from bot.reading.slips import is_word_of_its_own
from bot.reading.tokens import Kind, Token, tokens
from bot.reading.typed_update import shapes

MOST_LISTED = 12
"""References of one list."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of tokens with what it stands for; `start` and `end` are places in the text.

    `period` only of a DATE; `typed` the words; `named` a whole name of an agency or priority, or
    the plan's word for an action or two; `owns` was written with 's.
    """

    sort: Sort
    values: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    typed: str = ""
    period: Period | None = None
    named: bool = False
    owns: bool = False

    @property
    def value(self) -> str:
        """The first value, or ""."""
        return self.values[0] if self.values else ""


def spans(text: str, lexicon: Lexicon, calendar: Calendar) -> tuple[Span, ...]:
    """The spans of a text, in order; every token is in one of them. A word beside one of a name is
    read in the form the name has."""
    typed = tokens(text)
    before = ("", *(token.word for token in typed))
    named = ((t, lexicon.mended_beside(t.word, b)) for t, b in zip(typed, before, strict=False))
    read = tuple(replace(token, word=better or token.word) for token, better in named)
    scanned = tuple(_Scan(text, read, lexicon, calendar).spans())
    if (inverted := turned(read, ((s.sort, s.start, s.end) for s in scanned))) is not None:
        return tuple(_Scan(text, inverted, lexicon, calendar).spans())
    return scanned


def put_right(text: str, lexicon: Lexicon) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A text in which words of no language are what they are a slip of; each as typed and read."""
    read, slips, before = tokens(text), [], ""
    for place, token in enumerate(read):
        strange = token.word not in ENGLISH and letter(token.word) in "xgn#"  # not "holiday"
        after = read[place + 1].word if place + 1 < len(read) else ""
        strange = strange and not (token.word in lexicon.prefixes and after.isdigit())  # "nt 5"
        better = lexicon.mended_beside(token.word, before) if strange else ""
        if strange and not better and not lexicon.knows(token.word):
            near = lexicon.written_out(token.word, after) or lexicon.mended(token.word)
            better = "" if is_word_of_its_own(token.word, near) else near
        before = better or token.word
        if before != token.word:
            slips.append((token, before))
    for token, better in reversed(slips):
        owned = text[token.end - 2 * token.owns : token.end]
        text = f"{text[: token.start]}{better}{owned}{text[token.end :]}"
    return text, tuple((token.word, better) for token, better in slips)


class _Scan:
    """One pass over the tokens of a text."""

    def __init__(
        self, text: str, read: tuple[Token, ...], lexicon: Lexicon, calendar: Calendar
    ) -> None:
        self._typed, self._tokens = text, read
        self._lexicon = lexicon
        self._text = " ".join(token.word for token in read)
        self._starts = [0, *accumulate(len(token.word) + 1 for token in read)]
        self._dates = Reader(self._text, self._starts, calendar)
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
        referred = self._of_shape(place) or self._reference(place) or self._numbered(place)
        if referred:
            return referred
        token = self._tokens[place]
        dated = self._dates.period(place)
        if dated and any(self._of_shape(n) for n in range(place + 1, place + dated[1])):
            dated = None  # "for 1/2"
        if dated is None and (scaled := scaled_at(self._text, self._starts[place])):
            used = bisect_left(self._starts, scaled[1]) - place
            return self._made(Sort.NUMBER, place, used, values=(f"{scaled[0]:.12g}",)), used
        entry = self._lexicon.at(self._tokens, place) if is_word(token) else None
        if dated and (entry is None or dated[1] >= entry.length):
            return self._made(Sort.DATE, place, dated[1], period=dated[0]), dated[1]
        if entry is not None and not self._counted(place, entry):
            entry = self._giving_way(entry, place)
            values, named = entry.values, entry.named
            span = self._made(entry.sort, place, entry.length, values=values, named=named)
            return span, entry.length
        if self._quarter and (read := self._dates.ordinal(self._starts[place], self._quarter)):
            return self._made(Sort.DATE, place, 1, period=read[0]), 1
        some = str(NUMBERS.get(after := self._word(place + 1), after))
        if token.word in _HEADS and some.isdigit():
            return self._made(Sort.NUMBER, place, 2, values=(some,)), 2
        figure = token.kind is Kind.NUMBER and token.word.count(".") < 2  # no "1.2.3"
        if figure or token.word in NUMBERS:
            number, times = str(NUMBERS.get(token.word, token.word)), after in _TIMES
            sort = Sort.TIMES if times and number.isdigit() else Sort.NUMBER
            return self._made(sort, place, 1 + times, values=(number,)), 1 + times
        if token.word in _BRACKETS:
            return self._made(Sort.FILLER, place, 1), 1
        plain = Sort.UNKNOWN if is_word(token) else Sort.PUNCTUATION
        sort = Sort.FILLER if _CLOCK.fullmatch(token.word) else plain
        return self._made(sort, place, 1, values=(token.word,)), 1

    def _giving_way(self, entry: Entry, place: int) -> Entry:
        """A shorter way of saying where the longest one breaks up the next: "are" and "on track"
        rather than "are on" and a word nobody knows; "have" and "more than", not "have more"; "due"
        and "next month"."""
        unbroken = entry.sort in _UNBROKEN or entry.values == ("no update",)  # "updates are due"
        end = place if unbroken else place + entry.length
        for cut in range(place + 1, end):
            following = self._lexicon.at(self._tokens, cut)
            turning = entry.sort in {Sort.WANT, Sort.BECAME} and self._word(cut) in _TURNING
            named = turning or self._word(cut) in {"next", "last", "on"}
            dated = self._dates.period(cut) if named else None
            if dated and (turning or cut + dated[1] > end):
                return self._lexicon.at(self._tokens[:cut], place) or entry
            if following is None or cut + following.length <= end:
                continue
            amount = following.sort in _AMOUNTS or following.values == ("below share",)
            stranded = self._lexicon.at(self._tokens, end) is None and not self._dates.period(end)
            shorter = self._lexicon.at(self._tokens[:cut], place)
            owing = entry.sort is Sort.WANT and following.sort is Sort.STATE  # "behind on updates"
            longer = following.length + owing > entry.length
            if shorter is not None and (amount or stranded or longer):
                return shorter
        return entry

    def _counted(self, place: int, entry: Entry) -> bool:
        """Whether a word such as "one" is a number here: before a thing that is counted."""
        word, after = self._tokens[place].word, place + entry.length
        if word not in NUMBERS or entry.length > 1 or after >= len(self._tokens):
            return False
        follows = self._lexicon.at(self._tokens, after)
        role = self._tokens[after].word in _COUNTED_ROLES
        counted = follows is not None and (follows.sort in _COUNTED or role)
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

    def _of_shape(self, place: int) -> tuple[Span, int] | None:
        """A reference of this plan's own shape: "P1A1", "1a", "2/4"; "12" after "action"."""
        start = self._tokens[place].start
        for pattern in shapes(self._lexicon.references):
            match = pattern.match(self._typed, start)
            ref = self._lexicon.reference(match.group()) if match else ""
            glued = match and match.group().isalnum() and self._typed[start].isalpha()
            if match is None or not (ref or glued):
                continue
            if not match.group().isdigit() or self._leads_to_ref(place):
                used = sum(start <= t.start < match.end() for t in self._tokens[place:])
                sort, values = (Sort.REF, ref) if ref else (Sort.MISSING, match.group().upper())
                return self._made(sort, place, used, values=(values,)), used
        return None

    def _leads_to_ref(self, place: int) -> bool:
        """Whether a plain number is an action's: "who leads 12", "when is 12 due"."""
        if self._word(place - 1) not in _BEFORE_REF or not place:
            return False
        if not (following := self._tokens[place + 1 :][:1]) or not is_word(following[0]):
            return True
        after = self._lexicon.at(self._tokens, place + 1)
        return after is not None and after.sort not in _COUNTABLE

    def _reference(self, place: int) -> tuple[Span, int] | None:
        """ "ASB3", "asb-03", "ASB 1, 2 and 3", "ASB1 to 3", "1.3"; known or not."""
        match = _references(self._lexicon.prefixes).match(self._text, self._starts[place])
        if match is None or (match["number"] == "one" and self._word(place - 1) == "the"):
            return None
        typed = [match["dotted"]] if match["dotted"] else _listed(match)
        refs = [self._lexicon.reference(ref) or self._whose(ref) for ref in typed]
        if match["dotted"] and not refs[0]:
            return None
        missing = [name.upper() for name, ref in zip(typed, refs, strict=True) if not ref]
        used = bisect_left(self._starts, match.end()) - place
        values = tuple(dict.fromkeys(filter(None, refs))) or tuple(missing)
        span = self._made(Sort.REF if any(refs) else Sort.MISSING, place, used, values=values)
        return replace(span, typed=", ".join(missing) if any(refs) else span.typed), used

    def _whose(self, typed: str) -> str:
        """ "ASB3s lead": a known reference with its apostrophe left out."""
        return self._lexicon.reference(typed[:-1]) if typed.endswith("s") else ""

    def _numbered(self, place: int) -> tuple[Span, int] | None:
        """ "priority 4", "priority number four", "p4", "the fourth priority"."""
        match = _NUMBERED.match(self._text, self._starts[place])
        number = next(filter(None, match.groups())) if match else ""
        code = self._lexicon.priority_marked(_number(number), number) if number else ""
        if match is None or not code or self._word(place - 1) in {"a", "an"}:
            return None  # "an outcome one"
        used = bisect_left(self._starts, match.end()) - place
        return self._made(Sort.PRIORITY, place, used, values=(code,), named=True), used

    def _word(self, place: int) -> str:
        return self._tokens[place].word if place < len(self._tokens) else ""


@lru_cache(maxsize=64)
def _references(prefixes: frozenset[str]) -> re.Pattern[str]:
    """How references are typed: a prefix of the plan's with one number or several, but no length of
    time ("asb 3 days"); or figures with dots."""
    alone = r"(?!\S)(?! (?:days?|weeks?|months?|years?|percent|/)(?!\S))"
    return re.compile(
        rf"(?P<prefix>{'|'.join(map(re.escape, prefixes)) or '(?!)'})"
        rf"(?:0*(?P<glued>\d+[a-z]?)(?!\S)"
        rf"|(?: (?:-|/|\.|no|action|number))* (?P<number>\d+|{SPOKEN}){alone})"
        rf"(?P<more>(?: (?:,|and|or|/|\+|-|to) \d\d?{alone})*)"
        r"|(?P<dotted>\d+(?:\.\d+)+[a-z]?)(?!\S)(?! percent)"
    )


def _listed(match: re.Match[str]) -> list[str]:
    """The references that one prefix is said for: "asb1, 3 and 5", "asb1 to 4"."""
    numbers = [match["glued"] or str(_number(match["number"]))]
    for joint, number in _FURTHER.findall(match["more"]):
        follows = joint in {"-", "to"} and numbers[-1].isdigit()
        first = int(numbers[-1]) + 1 if follows else int(number)
        numbers += [str(n) for n in range(first, int(number) + 1)][:MOST_LISTED]
    return [f"{match['prefix']}{number}" for number in numbers]


def _number(typed: str) -> int:
    return ORDINALS.get(typed) or NUMBERS.get(typed) or "abcdefgh".find(typed) + 1 or int(typed)


_BRACKETS = frozenset("()[]")
_CLOCK = re.compile(r"(?<![\d.])[\d.]{1,6}(?:am|pm)")
_HEADS = frozenset({"first", "top"})  # with a number, how many are wanted: "the first five"
_TURNING = frozenset({"since", "between", "from", "for"})
"""Words that give the date behind them its direction: "what has changed" and "since June"."""
_AMOUNTS = frozenset({Sort.GAP, Sort.OP, Sort.TIMES})
_UNBROKEN = frozenset({Sort.GAP, Sort.SOLE, Sort.JOINT})
_COUNTED = frozenset({Sort.FIELD, Sort.NUMBER})
_COUNTABLE = _COUNTED | {Sort.NOUN, Sort.ROLE, Sort.AGENCY, Sort.FILLER}
_BEFORE_REF = frozenset({"action", "lead", "leads", "on", "of", "for", "is", "about", "and", "or"})
_TIMES = frozenset({"times", "occasions"})
_COUNTED_ROLES = frozenset({"partner", "partners", "lead", "update", "agency", "action", "thing"})
_FURTHER = re.compile(r" (,|and|or|/|\+|-|to) (\d+)")
_NUMBERED = re.compile(
    rf"(?:(?:priority|theme|section|outcome|objective|strand|aim|goal|pillar) (?:(?:number|no) )?"
    rf"(\d+|{SPOKEN}|[b-h]|a(?! [a-z]{{4}}))|p(\d)"
    rf"|({'|'.join(ORDINALS)}) (?:priority|theme))(?!\S)"
)
