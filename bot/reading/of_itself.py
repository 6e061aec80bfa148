"""What is asked of the partnership, its plan or the bot itself: by words in any order, where
nothing else is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from bot.reading.grammar import Sort, single_words
from bot.reading.spans import Span
from bot.reading.tokens import data_lines
from bot.reading.wants import Kind, Want


@lru_cache(maxsize=1)
def _facts() -> tuple[tuple[str, frozenset[str], list[list[set[str]]]], ...]:
    """The facts with all their words, and the ways each is asked."""
    rows = []
    for head, _, rest in (line.partition(" = ") for line in data_lines("facts.txt")):
        term, _, others = head.partition(" : ")
        ways = [[{*one.split("/")} for one in way.split(" + ")] for way in rest.split(" | ")]
        every = {word.strip("^$") for word in chain.from_iterable(chain(*ways))}
        rows.append((term, frozenset({*every, *others.split()}), ways))
    return tuple(rows)


def of_itself(spans: Sequence[Span]) -> Want | None:
    """The want of a text all of whose words are of one fact; else None."""
    spoken = (span for span in spans if span.sort is not Sort.PUNCTUATION)
    named = (s.sort.name if s.sort in _BY_NAME or not s.typed else s.typed for s in spoken)
    typed = [word for name in named for word in name.split()]
    bearing = {*typed} - single_words(Sort.FILLER)
    marked = {*typed, *(f"^{word}" for word in typed[:1]), *(f"{word}$" for word in typed[-1:])}
    for term, every, ways in _facts():
        if bearing <= every and any(all(marked & one for one in way) for way in ways):
            return Want(Kind.HELP) if term == "help" else Want(Kind.FACT, term=term)
    return None


_BY_NAME = {Sort.AGENCY, Sort.STATUS, Sort.DATE, Sort.NUMBER}
