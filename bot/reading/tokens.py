"""Text as people type it -> tokens with their place in the text, and slips between words.

The stable way in for everything that reads typed text:

    tokens(text) -> tuple[Token, ...]

`Token.word` is folded (small letters, one kind of dash and quote, contractions and phone spellings
written out by `data/typed.txt`); `start` and `end` are places in the text as given, so that a note
can be cut out of it to the letter. A contraction gives two tokens with one place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from itertools import product

from bot.core.dataclass import dataclass
from bot.core.unseen import is_unseen
from bot.disclosure.english import ENGLISH
from bot.disclosure.wordlist import data_folder

MAX_CHARACTERS = 2000
MAX_TOKENS = 160


class Kind(StrEnum):
    """What a token is; Slack's notations of people, channels and links carry no words."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    NOTATION = "notation"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark. `owns`: written with 's; `capital`: all letters are capitals."""

    word: str
    start: int
    end: int
    kind: Kind = Kind.WORD
    owns: bool = False
    capital: bool = False


_ALIKE = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"}
_ALIKE |= {ord(quote): "'" for quote in "\u2018\u2019\u201a\u201b\u02bc\u00b4\u2032"}
_ALIKE |= {ord(quote): '"' for quote in "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"}
_ALIKE |= {ord(arrow): ">" for arrow in "\u2192\u21d2\u279c\u27a1"}
_ALIKE |= {ord(end): "\n" for end in "\r\x0b\x0c\x85\u2028\u2029"}
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
"""How the months begin: a dash between two of them is "to", that of "co-op" is nothing."""
_PIECE = re.compile(
    r"(?P<notation><(?:[@#!]|https?:)[^>]+>|https?://\S+)"
    r"|(?P<number>\d+(?:\.\d+)+|\d+(?:,\d{3})+|\d+)(?P<after>[a-z]*)"
    r"|(?P<word>i\.e|e\.g|w/(?:out|[ceo])?(?!\w)|[a-z][a-z&]*(?:\d+[a-z]?)?(?:['`][a-z]+)*)"
    r"|(?P<mark>[<>]=?(?=\s?\d)|[,;:?!=%&/()+\n]|(?<![a-z])-|-(?![a-z])"
    rf"|(?<=ary|rch|ril|une|uly|ust|ber|{_MONTHS})-(?=(?:{_MONTHS})[a-z]*\b)|\.(?=\s|$))"
)
_MARKS = re.compile(r"[*~`\"\[\]]|(?<![^\W_])['_]|['_](?![^\W_])")
_PLAIN = re.compile(r"[a-z ]*")
_SAID = {"&": "and", "%": "percent", ">": "over", "<": "under", ">=": "atleast", "<=": "atmost"}


@dataclass(frozen=True, slots=True)
class TypedText:
    """`typed` as given; `seen` as patterns read it: in small letters, with one kind of dash, quote,
    space and line feed and nothing unseen; `places[i]` is where letter i of `seen` was typed, and
    `marked` is `seen` with its marks of emphasis and quotation."""

    typed: str
    seen: str
    places: Sequence[int]
    marked: str = ""

    @classmethod
    def of(cls, text: str) -> TypedText:
        """The text with its places."""
        if text.isascii() and text.isprintable():
            return cls(text, text.lower(), range(len(text) + 1))
        letters: list[str] = []
        places: list[int] = []
        for place, sign in enumerate(text):
            for letter in _seen(sign):
                letters.append(letter)
                places.append(place)
        return cls(text, "".join(letters), (*places, len(text)))

    def unmarked(self) -> TypedText:
        """The same with a space for every mark of emphasis and quotation, inside no word."""
        return replace(self, seen=_MARKS.sub(" ", self.seen), marked=self.seen)

    def cut(self, start: int, end: int) -> str:
        """What was typed from place `start` to `end` of `seen`, without the space around it."""
        return self.typed[self.places[start] : self.places[end]].strip()

    def is_capital(self, start: int, end: int) -> bool:
        """Whether the first word from `start` on was typed with a capital."""
        rest = self.cut(start, end)
        return rest[:1].isupper()


def _seen(sign: str) -> str:
    """One sign as it is seen: small, of one kind, one letter where that is possible."""
    alike = sign.translate(_ALIKE)
    if alike != sign or sign in "\n":
        return alike
    if is_unseen(sign) or unicodedata.combining(sign):
        return ""
    if sign.isspace():
        return " "
    small = unicodedata.normalize("NFKC", sign).lower()
    plain = unicodedata.normalize("NFKD", small) if sign.isalpha() else small
    return plain[0] if unicodedata.combining(plain[1:2] or "x") else small or " "  # "tân": "tan"


@lru_cache(maxsize=512)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order; at most `MAX_TOKENS`: no message holds up an answer."""
    if text.isascii() and text.isupper() and len(text.split()) > 2:
        text = text.lower()  # where all is shouted, no name is
    typed = TypedText.of(text[:MAX_CHARACTERS])
    pieces: list[Token] = []
    for match in _PIECE.finditer(typed.seen):
        start, end = typed.places[match.start()], typed.places[match.end() - 1] + 1
        pieces.extend(_pieces(match, text[start:end], start, end))
        if len(pieces) >= MAX_TOKENS:
            break
    return tuple(pieces[:MAX_TOKENS])


def _pieces(match: re.Match[str], typed: str, start: int, end: int) -> Iterator[Token]:
    seen = match.group()
    if match["number"]:
        yield from _number(match, start, end)
    elif match["notation"]:
        yield Token(seen, start, end, Kind.NOTATION)
    elif match["mark"]:
        yield Token(_SAID.get(seen, seen), start, end, Kind.WORD if seen in _SAID else Kind.MARK)
    else:
        yield from _word(seen.replace("`", "'"), typed, start, end)


def _number(match: re.Match[str], start: int, end: int) -> Iterator[Token]:
    """ "3", "1.3", "30th"; "2moro" and other words that begin with a figure."""
    after = match.group("after")
    written = match.group("number") + after
    read = typed_words().get(written)
    if read:
        yield from (Token(word, start, end) for word in read)
    elif after in {"", "st", "nd", "rd", "th"}:
        yield Token(match.group("number").replace(",", ""), start, end, Kind.NUMBER)
    else:
        yield Token(written, start, end)


def _word(word: str, typed: str, start: int, end: int) -> Iterator[Token]:
    capital = typed.isupper() or (word.endswith("'s") and typed[:-2].isupper())
    head, _, ending = word.partition("'")
    read = typed_words().get(word) or typed_words().get(word.replace("'", ""))
    read = read or ((head, _MARKED[ending]) if ending in _MARKED else None)
    if read and not (capital and len(word) < 4):
        yield from (Token(part, start, end) for part in read)
        return
    owns = word.endswith("'s")
    bare = word.removesuffix("'s").replace("'", "")
    yield Token(bare, start, end, owns=owns or word.endswith("s'"), capital=capital)


@lru_cache(maxsize=1)
def typed_words() -> dict[str, tuple[str, ...]]:
    """What is typed -> the words it is read as; "theyve" and "wots" are no words else."""
    rows = [line.split(" = ") for line in data_lines("typed.txt")]
    pairs = {way.strip(): tuple(read.split()) for read, ways in rows for way in ways.split(" | ")}
    heads = [(head,) for head in _HEADS]
    subjects = {head[0]: head for head in heads} | {t: r for t, r in pairs.items() if r in heads}
    for (typed, head), (ending, verb) in product(subjects.items(), _VERBS.items()):
        if len(typed) > 2 and typed + ending not in ENGLISH:
            pairs.setdefault(typed + ending, (*head, verb))
    return pairs


_HEADS = ("how", "that", "there", "they", "what", "when", "where", "which", "who", "why", "you")
_VERBS = {"s": "is", "ve": "have", "re": "are"}
"""What a verb is without its apostrophe, behind these."""
_MARKED = {"ll": "will", "d": "would", "ve": "have", "re": "are"}


def data_lines(name: str) -> Iterator[str]:
    """The lines of a data file of this room, comments left out; two spaces at the start of a line
    join it to the one before, and "$name = ..." says what $name stands for in those after it."""
    text = (data_folder("bot.reading") / name).read_text(encoding="utf-8")
    classes: dict[str, str] = {}
    for line in map(str.rstrip, text.replace("\n  ", " ").splitlines()):
        row = _CLASS.sub(lambda m: classes.get(m.group(), m.group()), line)
        name, defines, ways = row.partition(" = ")
        if defines and _CLASS.fullmatch(name):
            classes[name] = ways
        elif row and not row.startswith("#"):
            yield row


_CLASS = re.compile(r"\$[a-z]+")


def data_words(name: str) -> frozenset[str]:
    """The words of a data file."""
    return frozenset(word for line in data_lines(name) for word in line.split())


def word_sets(name: str) -> dict[str, frozenset[str]]:
    """The words of a data file by the part they play: a line is part = word word."""
    rows = (line.partition(" = ") for line in data_lines(name))
    return {part: frozenset(typed.split()) for part, _, typed in rows}


_PLURALS = {many: one for one, of in word_sets("plurals.txt").items() for many in of}
_WHOLE = data_words("whole_words.txt")
"""Words no ending is taken from."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A light stem: plural, -ing, -ed, -ly and a dropped g fold together ("smokin", "smoked").

    Not a linguist's stem: it only has to treat the question and the plan alike.
    """
    if len(word) <= 3 or word in _WHOLE:
        return word
    if not word.isalpha() and any(letter.isdigit() for letter in word):
        return word
    base = _singular(_PLURALS.get(word, word))
    if base in _WHOLE:
        return base
    for ending in ("ings", "ing", "edly", "ed", "ly"):
        if base.endswith(ending) and len(base) - len(ending) >= 3:
            return _trim(base[: -len(ending)])
    if base.endswith("in") and len(base) >= 6 and base[-3] not in "aeiou":
        return _trim(base[:-2])
    return _trim(base) if len(base) > 4 else base


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "buses")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _trim(base: str) -> str:
    """ "robb" -> "rob", "marshall" -> "marshal", "abuse" -> "abus", "bully" -> "bulli"."""
    if len(base) > 3 and base[-1] == base[-2] and (base[-1] not in "sl" or base[6:].endswith("l")):
        base = base[:-1]
    if len(base) > 3 and base.endswith("e"):
        return base[:-1]
    return base[:-1] + "i" if len(base) > 3 and base.endswith("y") else base


def words(text: str) -> tuple[str, ...]:
    """The plain words and numbers of a text, folded."""
    plain = text.split() if _PLAIN.fullmatch(text) else []
    if plain and typed_words().keys().isdisjoint(plain):  # as our own data is
        return tuple(plain[:MAX_TOKENS])
    return tuple(token.word for token in tokens(text) if token.kind in {Kind.WORD, Kind.NUMBER})


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order."""
    return tuple(map(stem, words(text)))


def within(word: str, other: str, most: int) -> bool:
    """Whether there are at most so many slips between two words. Each letter too many is one, and
    so is each that only one of them has: most pairs need no counting."""
    has, lacks = len({*word} - {*other}), len({*other} - {*word})
    apart = max(abs(len(word) - len(other)), has, lacks)
    if word == other or apart > most:
        return word == other
    from rapidfuzz.distance import OSA

    return OSA.distance(word, other, score_cutoff=most) <= most


def near_words(word: str, known: Sequence[str], most: int, limit: int) -> Iterator[tuple[str, int]]:
    """The words with at most so many slips, nearest first, each with their number."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    hits = process.extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=limit)
    return ((hit, int(slips)) for hit, slips, _ in hits)
