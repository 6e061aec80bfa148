"""Phrases of stems and what each points at: longest first, a word used once. Knows no plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.questions.words import stem, stems


class Sort(StrEnum):
    """What a phrase of the index points at."""

    PRIORITY = "priority"
    AGENCY = "agency"
    CONCEPT = "concept"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Pointer:
    """One phrase's target: a priority or agency code, a concept or glossary name; its weight."""

    sort: Sort
    value: str
    weight: float = 0.0


Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase of the index found in a text, and what it points at."""

    phrase: Phrase
    pointers: tuple[Pointer, ...]


class Phrases:
    """The index. Filled with `add` and `add_together`, then `settle`d once, then only read."""

    __slots__ = ("_by_first", "_phrases", "_together")

    def __init__(self) -> None:
        self._phrases: dict[Phrase, list[Pointer]] = defaultdict(list)
        self._together: dict[str, list[tuple[tuple[Phrase, ...], Pointer]]] = defaultdict(list)
        self._by_first: dict[str, list[tuple[Phrase, list[Pointer]]]] = {}

    def add(self, text: str, pointer: Pointer) -> None:
        """Point `text` at a target; the same target only once."""
        phrase = stems(text.strip().removeprefix("the "))
        if phrase and pointer not in self._phrases[phrase]:
            self._phrases[phrase].append(pointer)

    def add_together(self, words: Iterable[str], pointer: Pointer) -> None:
        """Point words at a target that need not stand next to one another."""
        parts = tuple(phrase for word in words if (phrase := stems(word)))
        if parts:
            self._together[parts[0][0]].append((parts, pointer))

    def settle(self) -> None:
        """Sort by first stem, longest first. A name of an agency only hints at a concept."""
        index: dict[str, list[tuple[Phrase, list[Pointer]]]] = defaultdict(list)
        for phrase, pointers in self._phrases.items():
            if any(pointer.sort is Sort.AGENCY for pointer in pointers):
                pointers = [p for p in pointers if p.sort is not Sort.CONCEPT or p.weight < 1]
            index[phrase[0]].append((phrase, pointers))
        for entries in index.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._by_first = dict(index)

    def scan(self, read: Phrase) -> list[Match]:
        """The phrases of the index a text's stems hold, in order."""
        matches: list[Match] = []
        place = 0
        while place < len(read):
            step = 1
            for phrase, targets in self._by_first.get(read[place], ()):
                if read[place : place + len(phrase)] == phrase:
                    step = len(phrase)
                    matches.append(Match(phrase, tuple(targets)))
                    break
            place += step
        return matches

    def together_in(self, read: Phrase) -> Iterator[Pointer]:
        """Targets all of whose words are somewhere in the text."""
        present = set(read)
        for word in present:
            for parts, pointer in self._together.get(word, ()):
                if all(present.issuperset(part) for part in parts):
                    yield pointer

    def starts(self, word: str) -> bool:
        """Whether some phrase begins with the stem of `word`."""
        return stem(word) in self._by_first

    def joins(self, first: str, second: str) -> bool:
        """Whether two words begin a known phrase."""
        wanted = (stem(first), stem(second))
        return any(phrase[:2] == wanted for phrase, _ in self._by_first.get(wanted[0], ()))

    def goes_on(self, read: Phrase, place: int, phrase: Phrase) -> bool:
        """Whether a longer phrase than `phrase` stands at `place`."""
        return any(
            len(other) > len(phrase) and read[place : place + len(other)] == other
            for other, _ in self._by_first.get(phrase[0], ())
        )
