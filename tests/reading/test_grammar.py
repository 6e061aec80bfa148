"""Templates of the grammar: what they stand for, written out, is what is looked through."""

from __future__ import annotations

from itertools import islice

import pytest

from bot.reading import grammar
from bot.reading.grammar import Line, Sort, lines, phrase_at, ways

MOST = 100
"""Ways of one template that are tried: some stand for millions."""


def test_ways_of_a_template_are_read_whole_as_the_first_line_that_has_them() -> None:
    first: dict[tuple[Sort, tuple[str, ...]], int] = {}
    for number, line in enumerate(lines()):
        first.setdefault((line.sort, line.values), number)
        for way in filter(None, islice(ways(line.template), MOST)):
            entry = phrase_at(way.split())
            assert entry, way
            assert entry.length == len(way.split()), way
            assert first[entry.sort, entry.values] <= number, way


def test_groups_within_groups_and_within_words(monkeypatch: pytest.MonkeyPatch) -> None:
    template = "(very (very)?)? agenc(y|ies of( old)?) (near|far (off|away)?)?"
    monkeypatch.setattr(grammar, "lines", lambda: [Line(Sort.NOUN, ("a",), template)])
    making = grammar._grammar.__wrapped__()
    written = set()
    open_places = [(making.root, "")]
    while open_places:
        node, before = open_places.pop()
        written |= {before.strip()} if node.ends == 0 else set()
        further = node.following.items()
        open_places += [(to, f"{before} {word}") for word, nodes in further for to in nodes]
    assert written == set(ways(template))
    assert making.words == {word for way in written for word in way.split()}
