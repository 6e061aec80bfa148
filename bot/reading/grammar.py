"""Ways of saying, from data files: a line is SORT value = way | way, with (a|b) and (c)?."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from sys import intern

from bot.core.dataclass import dataclass
from bot.reading.tokens import Token, data_lines, data_words

SLIP_FROM, TWO_SLIPS_FROM = 5, 9
"""Letters a word must have to be read as another one a slip, or two, away."""


Sort = StrEnum(
    "Sort",
    "STATUS STATE GAP HAS MEASURED ROLE OWN NOUN SOLE JOINT TOGETHER NOT EXCEPT NEITHER NOR "
    "OR AND ONLY OP FIELD TIMES SHARE DUE BECAME NOW EVER SINCE BY WANT GROUP ORDER THOSE "
    "ORDINAL FILLER AGENCY PRIORITY TAUGHT REF MISSING MONEY DATE NUMBER PUNCTUATION "
    "UNKNOWN",
)
"""What kind of thing is said; the names are those of `data/grammar.txt`."""


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
    match = _CHOICE.search(template) if "(" in template else None
    if match is None:
        yield " ".join(template.split())
        return
    before, after = template[: match.start()], template[match.end() :]
    for choice in [*match.group(1).split("|"), *([""] if match.group(2) else [])]:
        way = f"{before}{choice}{after}"
        if "(" in way:
            yield from ways(way)
        else:
            yield " ".join(way.split())


def _templates(text: str) -> Iterator[str]:
    """The templates between the "|" that stand outside brackets."""
    written, still_open = [], 0
    for part in text.split("|"):
        written.append(part)
        still_open += part.count("(") - part.count(")")
        if not still_open:
            yield "|".join(written).strip()
            written.clear()


@dataclass(frozen=True, slots=True)
class Line:
    """One template of a line and what it stands for."""

    sort: Sort
    values: tuple[str, ...]
    template: str


def _rows() -> Iterator[tuple[str, str, str]]:
    """The sort, the value and the templates of each row of the grammar."""
    for row in data_lines("grammar.txt"):
        head, _, rest = row.partition("=" if " = " not in row else " = ")
        sort, _, value = head.strip().partition(" ")
        if sort != _COLUMN:
            yield sort, value, rest.partition(" ;; ")[0]


_COLUMN = "COLUMN"


@lru_cache(maxsize=1)
def columns() -> dict[str, tuple[str, ...]]:
    """The columns of a plan that may be left blank, and what each is called."""
    rows = (row.split(" = ") for row in data_lines("grammar.txt") if row.startswith(_COLUMN))
    return {head.split()[1]: every_way(names) for head, names in rows}


def every_way(templates: str) -> tuple[str, ...]:
    """The plain ways of several templates."""
    return tuple(way for name in _templates(templates) for way in ways(name))


def lines() -> Iterator[Line]:
    """Every template of the data files, those of the grammar first."""
    for sort, value, templates in _rows():
        for column, names in columns().items() if value == "*" else [(value, ())]:
            named = templates.replace("{}", f"({'|'.join(names)})")
            for template in filter(None, _templates(named)):
                yield Line(Sort[sort], tuple(filter(None, column.split(","))), template)
    for word in data_words("filler.txt"):
        yield Line(Sort.FILLER, (), word)


@dataclass(slots=True, eq=False)
class _Node:
    """A place between the words of a template: the words that may follow, with where they lead,
    and the number of the meaning that may end here (-1: none). Never written out as phrases: the
    templates stand for some fifty thousand."""

    ends: int = -1
    following: dict[str, tuple[_Node, ...]] = field(default_factory=dict)

    def lead(self, word: str, to: tuple[_Node, ...]) -> None:
        """Have a word lead to these places too."""
        before = self.following.get(word)
        self.following[word] = tuple(dict.fromkeys((*before, *to))) if before else to

    def join(self, other: _Node) -> None:
        """What may follow another place may follow this one as well."""
        for word, nodes in other.following.items():
            self.lead(word, nodes)
        self.ends = max(self.ends, other.ends)


class _Making:
    """The places of all templates as they are made. Each group of ways has a sign of its own, so
    that a template is split at its spaces; what templates of one meaning end with is made once."""

    def __init__(self) -> None:
        self.root = _Node()
        self.made: dict[tuple[str, _Node], _Node] = {}
        self._signs: dict[str, str] = {}
        self._groups: dict[str, list[str]] = {}

    def add(self, template: str, end: _Node) -> None:
        """Have the place before all templates lead to `end` by this one."""
        while "(" in template:
            template = _CHOICE.sub(self._sign, template)
        self._lead(self.root, template, end)

    def _sign(self, group: re.Match[str]) -> str:
        written = group.group()
        if written not in self._signs:
            sign = self._signs[written] = chr(_FIRST_SIGN + len(self._signs))
            self._groups[sign] = [*group[1].split("|"), *([""] if group[2] else [])]
        return self._signs[written]

    def _lead(self, node: _Node, template: str, end: _Node) -> None:
        """Have a place lead to `end` by a template."""
        if not (pieces := template.split()):
            node.join(end)
            return
        for piece in pieces[:0:-1]:
            if (piece, end) not in self.made:
                self.made[piece, end] = before = _Node()
                self._lead_by(before, piece, end)
            end = self.made[piece, end]
        self._lead_by(node, pieces[0], end)

    def _lead_by(self, node: _Node, piece: str, end: _Node) -> None:
        """The same by one piece: a word, a group, or a word with a group in it."""
        sign = "" if piece.isascii() else next(filter(self._groups.__contains__, piece), "")
        if not sign:
            node.lead(intern(piece), (end,))
            return
        head, _, tail = piece.partition(sign)
        for way in self._groups[sign]:
            self._lead(node, f"{head}{way}{tail}", end)


_FIRST_SIGN = 0xF0000
"""Of the signs that nobody types (Unicode, "private use")."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The templates as they are looked through: the place before all of them, what each meaning
    is, by its number, and every word."""

    root: _Node
    meant: tuple[Entry, ...]
    words: frozenset[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    making = _Making()
    meant: list[Entry] = []
    for (sort, values), same in groupby(lines(), key=lambda line: (line.sort, line.values)):
        end = _Node(len(meant))
        meant.append(Entry(sort, values))
        for line in same:
            making.add(line.template, end)
    places = (making.root, *making.made.values())
    return _Grammar(making.root, tuple(meant), frozenset(w for p in places for w in p.following))


def phrase_at(words: Iterable[str]) -> Entry | None:
    """The longest way of saying that the words begin with; of several lines the earliest holds."""
    nodes: tuple[_Node, ...] = (_grammar().root,)
    best, length = -1, 0
    for number, word in enumerate(words, 1):
        nodes, ended = _after(nodes, word) if word in _grammar().words else ((), -1)
        if not nodes:
            break
        if ended >= 0:
            best, length = ended, number
    meant = _grammar().meant[best]
    return Entry(meant.sort, meant.values, length) if length else None


@lru_cache(maxsize=8192)
def _after(nodes: tuple[_Node, ...], word: str) -> tuple[tuple[_Node, ...], int]:
    """The places behind a word, and the number of the first meaning that ends there (-1: none)."""
    behind = tuple(to for node in nodes for to in node.following.get(word, ()))
    return behind, min((node.ends for node in behind if node.ends >= 0), default=-1)


@lru_cache(maxsize=512)
def words_after(word: str) -> frozenset[str]:
    """The words that may be the second of a way of saying that begins with this one."""
    nodes = _grammar().root.following.get(word, ())
    return frozenset(second for node in nodes for second in node.following)


@lru_cache(maxsize=1)
def grammar_words() -> frozenset[str]:
    """The words of the grammar a slip may be mended to."""
    return frozenset(word for word in all_words() if len(word) >= SLIP_FROM)


@lru_cache(maxsize=1)
def words_by_letters() -> dict[str, list[str]]:
    """The shorter words of the grammar by their letters in the order of the alphabet."""
    made: dict[str, list[str]] = {}
    for word in sorted(all_words() - grammar_words()):
        made.setdefault("".join(sorted(word)), []).append(word)
    return made


def all_words() -> frozenset[str]:
    """Every word of the grammar."""
    return _grammar().words


@lru_cache(maxsize=len(Sort))
def single_words(sort: Sort) -> frozenset[str]:
    """The words that are a way of saying of that sort by themselves."""
    return frozenset(
        word
        for word, nodes in _grammar().root.following.items()
        if any(node.ends >= 0 and _grammar().meant[node.ends].sort is sort for node in nodes)
    )


def turned(
    read: tuple[Token, ...], scanned: Iterable[tuple[Sort, int, int]]
) -> tuple[Token, ...] | None:
    """The tokens, scanned to sorts with their start and end in the text, with a contracted
    negation at the head behind the subject that follows it: it denies what is asked of that ("why
    hasn't ASB3 started"). None where nothing is so."""
    place = _negation(read)
    if place is None:
        return None
    negation = read[place]
    behind = (s for s in scanned if s[1] >= negation.end and s[0] is not Sort.FILLER)
    sort, _, end = next(behind, (Sort.FILLER, 0, 0))
    if sort not in _SUBJECTS:
        return None
    after = next((i for i, t in enumerate(read) if t.start >= end), len(read))
    moved = replace(negation, start=end, end=end)
    return (*read[:place], *read[place + 1 : after], moved, *read[after:])


def _negation(read: tuple[Token, ...]) -> int | None:
    """The place of the "not" of a first auxiliary written in one word with it."""
    first = next((i for i, token in enumerate(read) if token.word not in _HEADS), len(read))
    if first + 1 >= len(read) or read[first + 1].word != "not":
        return None
    return first + 1 if read[first + 1].start == read[first].start else None


_HEADS = frozenset({"why", "when", "where", "how", "come", "and", "so", "but", "then", ","})
_SUBJECTS = frozenset({Sort.REF, Sort.AGENCY, Sort.PRIORITY, Sort.TAUGHT})
