"""Ways of saying, from data files: a line is SORT value = way | way, with (a|b) and (c)?."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from bot.reading.tokens import data_lines

SLIP_FROM, TWO_SLIPS_FROM = 5, 9
"""Letters a word must have to be read as another one a slip, or two, away."""


class Sort(StrEnum):
    """What kind of thing is said; the names are those of `data/grammar.txt`."""

    STATUS = "STATUS"
    STATE = "STATE"
    GAP = "GAP"
    HAS = "HAS"
    MEASURED = "MEASURED"
    ROLE = "ROLE"
    OWN = "OWN"
    NOUN = "NOUN"
    SOLE = "SOLE"
    JOINT = "JOINT"
    TOGETHER = "TOGETHER"
    NOT = "NOT"
    EXCEPT = "EXCEPT"
    NEITHER = "NEITHER"
    NOR = "NOR"
    OR = "OR"
    AND = "AND"
    ONLY = "ONLY"
    OP = "OP"
    FIELD = "FIELD"
    TIMES = "TIMES"
    SHARE = "SHARE"
    DUE = "DUE"
    BECAME = "BECAME"
    AT = "AT"
    THEN = "THEN"
    NOW = "NOW"
    SINCE = "SINCE"
    BY = "BY"
    WANT = "WANT"
    GROUP = "GROUP"
    ORDER = "ORDER"
    THOSE = "THOSE"
    ORDINAL = "ORDINAL"
    SUBMITTED = "SUBMITTED"
    FILLER = "FILLER"
    AGENCY = "AGENCY"
    PRIORITY = "PRIORITY"
    TAUGHT = "TAUGHT"
    REF = "REF"
    MISSING = "MISSING"
    DATE = "DATE"
    NUMBER = "NUMBER"
    PUNCTUATION = "PUNCTUATION"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Entry:
    """A way of saying found: its sort, what it stands for, and how many tokens it takes.

    Several values are a name several share, or statuses said in one word. `named`: a name in full
    rather than one of the plan's words for it.
    """

    sort: Sort
    values: tuple[str, ...]
    length: int = 1
    named: bool = False


_CHOICE = re.compile(r"\(([^()]*)\)(\?)?")


def ways(template: str) -> Iterator[str]:
    """The plain ways a template stands for: "(a|b) c", "(a)? c", "red(s)?"."""
    match = _CHOICE.search(template)
    if match is None:
        yield " ".join(template.split())
        return
    for choice in [*match.group(1).split("|"), *([""] if match.group(2) else [])]:
        yield from ways(template[: match.start()] + choice + template[match.end() :])


def _top_level(text: str) -> Iterator[str]:
    """The parts between the bars that stand outside brackets."""
    depth, start = 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            yield text[start:place].strip()
            start = place + 1
    yield text[start:].strip()


@dataclass(frozen=True, slots=True)
class Way:
    """One line's way of saying: its words, and what it stands for."""

    words: tuple[str, ...]
    sort: Sort
    value: str


@lru_cache(maxsize=1)
def grammar() -> tuple[Way, ...]:
    """Every way of saying of the data files."""
    rows = []
    for line in data_lines("grammar.txt"):
        head, _, rest = line.partition("=" if " = " not in line else " = ")
        sort, _, value = head.strip().partition(" ")
        for template in _top_level(rest.partition(" ;; ")[0]):
            rows += [Way(tuple(way.split()), Sort(sort), value) for way in ways(template) if way]
    for line in data_lines("filler.txt"):
        rows += [Way((word,), Sort.FILLER, "") for word in line.split()]
    return tuple(rows)


@dataclass(slots=True)
class _Node:
    """A word of a way of saying: the words that may follow, and what is said if it ends here."""

    following: dict[str, _Node] = field(default_factory=dict)
    entry: Entry | None = None


@lru_cache(maxsize=1)
def grammar_tree() -> _Node:
    """All ways of saying by their words; of two lines with the same way the earlier one holds."""
    root = _Node()
    for way in grammar():
        node = root
        for word in way.words:
            node = node.following.setdefault(word, _Node())
        if node.entry is None:
            values = tuple(way.value.split(",")) if way.value else ()
            node.entry = Entry(way.sort, values, len(way.words))
    return root


@lru_cache(maxsize=1)
def grammar_words() -> frozenset[str]:
    """The words of the grammar a slip may be mended to."""
    return frozenset(w for way in grammar() for w in way.words if len(w) >= SLIP_FROM)


@lru_cache(maxsize=1)
def all_words() -> frozenset[str]:
    return frozenset(word for way in grammar() for word in way.words)


@lru_cache(maxsize=1)
def bodies() -> tuple[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]], ...]:
    """What kinds of body are called everywhere, and the words a name of that kind has."""
    rows = []
    for line in data_lines("bodies.txt"):
        calls, _, names = line.partition(" = ")
        rows.append(
            (
                tuple(way for part in _top_level(calls) for way in ways(part)),
                tuple(tuple(name.split()) for name in names.split(" | ")),
            )
        )
    return tuple(rows)
