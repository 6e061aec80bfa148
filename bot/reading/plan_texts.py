"""What a plan's own texts and names give to topics."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from bot.core.plan import Action, Plan
from bot.reading.calendar import NUMBERS
from bot.reading.grammar import grammar_words
from bot.reading.tokens import data_lines, stem, stems

NAME, ALIAS, ORDINARY = 4.0, 3.5, 2.0
"""Weights: of a priority's own name, of an alias, of an alias that is an ordinary word too."""


@cache
def _of_grammar() -> frozenset[str]:
    """The stems that carry no subject: of filler, and of the grammar's longer words."""
    fill = (word for line in data_lines("filler.txt") for word in line.split())
    return frozenset(map(stem, fill)) | (
        frozenset(map(stem, grammar_words())) - {"young", "behind"}
    )


def ranked(scores: dict[str, float]) -> dict[str, float]:
    return dict(sorted(scores.items(), key=lambda item: -item[1]))


def within(part: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(phrase[at : at + len(part)] == part for at in range(len(phrase) - len(part) + 1))


def names_of(plan: Plan) -> Iterable[tuple[str, tuple[str, ...], float]]:
    for priority in plan.priorities:
        full = stems(priority.name)
        for name in dict.fromkeys((priority.name, priority.short, priority.code)):
            yield priority.code, stems(name), NAME
        for alias in priority.aliases:
            alias_stems = stems(alias)
            begins = full[: len(alias_stems)] == alias_stems
            ordinary = len(alias_stems) == 1 and len(alias) < 8 and not begins
            yield priority.code, alias_stems, NAME if begins else ORDINARY if ordinary else ALIAS


def text_of(action: Action) -> str:
    return " ".join((action.text, *(measure.text for measure in action.measures)))


def content_of(read: Iterable[str]) -> Iterable[str]:
    return (w for w in read if len(w) > 1 and w not in _of_grammar())


def numbered(read: tuple[str, ...]) -> tuple[str, ...]:
    """Stems with their numbers in figures: "three weeks" as "3 weeks"."""
    return tuple(str(NUMBERS.get(word, word)) for word in read)
