"""Concepts of the field and the everyday words for them: data files read into an index of phrases.

A concept belongs to one head or more ("anti-social behaviour"); which priority of a plan carries it
is found when the plan's index is built. A subject ("throw lines") has none. Knows no plan.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from string import ascii_lowercase

from bot.disclosure.wordlist import LongList, data_folder
from bot.reading.tokens import data_lines, stem, stems, words

PLAIN, PHRASE, TOGETHER, HINT = 3.0, 3.5, 2.6, 0.9
"""Weights: of a word that says it outright, of a phrase that does, of words that only together
mean it, and of a word that may point that way."""
TELLING, TELLING_DEED = 1.2, 1.9
"""Leaning from which a word of the language is about something of the field; of a verb's form,
which oftener tells what is done with an action than what it is about ("agreed", "asked")."""
ASKED_AGAIN = 256
"""Texts whose signs are kept: one question asks about the same words several times."""
Stems = tuple[str, ...]
Ways = tuple[Stems, ...]
Sign = tuple[str, float]
"""A concept that is said in a text, and the weight of the way it is said."""
_Apart = tuple[tuple[Ways, ...], str]
"""Parts that only together mean a concept, and which."""
_CLASS = re.compile(r"\{[a-z]+\}")


class Concepts:
    """Every concept with its heads, the main one first, and the phrases that are signs of it."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.concepts: dict[str, tuple[str, ...]] = {}
        self.heads: dict[str, tuple[Stems, ...]] = {}
        self.words: set[str] = set()
        self._phrases: dict[str, list[tuple[Stems, str, float]]] = defaultdict(list)
        self._apart: dict[str, dict[str, tuple[_Apart, ...]]] = defaultdict(dict)
        self._every: set[str] = set()
        self._classes: dict[str, str] = {}
        self.signs = lru_cache(maxsize=ASKED_AGAIN)(self._signs)
        self._ways = lru_cache(maxsize=None)(self._ways_of)
        for line in lines:
            self._add_line(line)
        self._ways.cache_clear()
        for phrases in self._phrases.values():
            phrases.sort(key=lambda item: -len(item[0]))

    def _add_line(self, line: str) -> None:
        head, _, terms = line.partition(" = ")
        if head.startswith("HEAD "):
            key = head.removeprefix("HEAD ")
            self.heads[key] = tuple(stems(name) for name in terms.split(" | "))
            return
        if head.startswith("{"):
            self._classes[head] = terms
            return
        name, _, heads = head.partition(" [")
        self.concepts[name] = tuple(heads.rstrip("]").split())
        for term in terms.split(" | "):
            self._add_term(name, term.strip())

    def _add_term(self, name: str, term: str) -> None:
        parts = tuple(map(self._ways, term.rstrip("?").split("+")))
        if len(parts) > 1:
            firsts, lasts = ({way[0] for way in part} for part in (parts[0], parts[-1]))
            alone = ((parts, name),)
            for first, last in product(firsts, lasts):
                ends = self._apart[first]
                ends[last] = ends[last] + alone if last in ends else alone
            return
        for way in parts[0]:
            self.words.update(way)
            weight = HINT if term.endswith("?") else PHRASE if len(way) > 1 else PLAIN
            self._phrases[way[0]].append((way, name, weight))

    def _ways_of(self, part: str) -> Ways:
        """The words that may stand for one part: "burn/torch", "gangs of {young}"."""
        written = part.split("/")
        if "{" in part:
            written = [way for each in written for way in self._written_out(each)]
        read = (tuple(map(stem, words(way))) for way in written)  # `stems` would remember each
        ways = tuple(dict.fromkeys(filter(None, read)))
        self._every.update(*ways)
        return ways

    def _written_out(self, way: str) -> list[str]:
        key = _CLASS.search(way)
        members = self._classes[key.group()].split("/") if key else [""]
        return [_CLASS.sub(member, way) for member in members]

    def _signs(self, read: Stems) -> tuple[Sign, ...]:
        """The signs of concepts in a text's stems: phrases longest first, then words apart."""
        return (*self._signs_together(read), *self._signs_apart(read))

    def _signs_together(self, read: Stems) -> Iterator[Sign]:
        place = 0
        while place < len(read):
            ways = [*self.said_at(read, place)]
            longest = ways[0][0] if ways else place + 1
            yield from ((name, weight) for end, name, weight in ways if end == longest)
            place = longest

    def said_at(self, read: Stems, place: int) -> Iterator[tuple[int, str, float]]:
        """Where each phrase ends that begins at a place, longest first, with its sign."""
        for phrase, name, weight in self._phrases.get(read[place], ()):
            end = place + len(phrase)
            if read[place:end] == phrase:
                yield end, name, weight

    def is_in_phrase(self, read: Stems, place: int) -> bool:
        """Whether a word says a concept with one beside it: "her ex", "an ex partner"."""
        near = [at for at in (place - 1, place) if 0 <= at < len(read)]
        return any(end - at > 1 for at in near for end, *_ in self.said_at(read, at))

    def is_of_sign(self, word: str) -> bool:
        """Whether a stem is of some sign of a concept, by itself or with others."""
        return word in self._every

    def outright(self, read: Stems) -> frozenset[str]:
        """The concepts a text says outright ("Reducing Reoffending": prolific offenders)."""
        return frozenset(name for name, weight in self.signs(read) if weight >= PLAIN)

    def _signs_apart(self, read: Stems) -> Iterator[Sign]:
        typed = {*read}
        once = dict.fromkeys(read)
        begun = [ends for word in once if (ends := self._apart.get(word))]
        terms = (term for ends in begun for last in once for term in ends.get(last, ()))
        for parts, name in {id(term): term for term in terms}.values():
            if all(any(typed.issuperset(way) for way in part) for part in parts):
                yield name, TOGETHER


def concept_lines() -> Iterator[str]:
    """The lines of the data files: heads with their names, concepts with ways of saying them."""
    for name in sorted(f.name for f in (data_folder("bot.reading") / "concepts").iterdir()):
        yield from data_lines(f"concepts/{name}")


def weights(signs: Iterable[Sign]) -> dict[str, float]:
    """The best weight of each concept, and a little more for each further sign of it."""
    of_concept: dict[str, list[float]] = defaultdict(list)
    for name, weight in signs:
        of_concept[name].append(weight)
    return {name: max(ws) + 0.3 * (min(len(ws), 4) - 1) for name, ws in of_concept.items()}


@lru_cache(maxsize=1)
def all_concepts() -> Concepts:
    """The concepts of the data files, read once."""
    return Concepts(concept_lines())


@lru_cache(maxsize=1)
def all_means() -> Concepts:
    """What actions of any plan do, to whom, where and with what, read once."""
    return Concepts(data_lines("means.txt"))


@lru_cache(maxsize=1)
def leanings() -> LongList:
    """Stem -> how far it leans to which concepts, as written: "aa12 bd7", in tenths, the concepts
    under "0" in the order of their letters. Made by `tools.leanings`, never an answer alone."""
    return LongList("bot.reading", "leanings")


@lru_cache(maxsize=1)
def _lettered() -> dict[str, str]:
    names = leanings().said_of("0").split(" | ")
    return {
        "".join(key): n for key, n in zip(product(ascii_lowercase, repeat=2), names, strict=False)
    }


@lru_cache(maxsize=4096)
def _leans(word: str) -> dict[str, float]:
    """Concept -> how far one stem leans to it."""
    steps = leanings().said_of(word).split()
    return {_lettered()[s[:2]]: int(s[2:]) / 10 for s in steps}


def leaning(words: Iterable[str]) -> dict[str, float]:
    """Concept -> how far these stems lean to it together (one telling word: about 2)."""
    total: dict[str, float] = defaultdict(float)
    for word in words:
        for concept, by in _leans(word).items():
            total[concept] += by
    return total


def is_telling(word: str) -> bool:
    """Whether a word leans to some concept far enough to be about something."""
    least = TELLING_DEED if word.endswith(("ed", "ing")) else TELLING
    return max(_leans(stem(word)).values(), default=0.0) >= least


def is_common(word: str) -> bool:
    """Whether a word is one of the language or of the field, and so no slip of another."""
    return bool(leanings().said_of(stem(word))) or stem(word) in all_concepts().words
