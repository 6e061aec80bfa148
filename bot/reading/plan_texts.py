"""What a plan's own texts and names give to topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from bot.core.plan import Action, Plan
from bot.reading.grammar import grammar_words
from bot.reading.tokens import data_lines, stem, stems, words

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


def long_stems(text: str) -> tuple[str, ...]:
    """The stems of the longer words; "in" and "within" three weeks are one."""
    return tuple(stem(word) for word in words(text) if len(word) > 3 and word != "within")


class Measures:
    """The measures of a plan's actions, by the words that name them and by their targets."""

    def __init__(self, plan: Plan) -> None:
        rows = [(action.ref, measure) for action in plan.actions for measure in action.measures]
        self._refs = [ref for ref, _ in rows]
        self._named: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._aimed: dict[float | None, list[int]] = defaultdict(list)
        for number, (_, measure) in enumerate(rows):
            self._named[long_stems(measure.text)].append(number)
            self._aimed[measure.target].append(number)
        self._holding: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for name in self._named:
            for word in name:
                self._holding[word].add(name)

    def asked(self, typed: tuple[str, ...], targets: Iterable[float]) -> tuple[str, ...]:
        """The actions with such a target, or whose measure's words follow each other in `typed`."""
        names = {name for word in typed for name in self._holding.get(word, ())}
        rows = {n for name in names if self._is_said(name, typed) for n in self._named[name]}
        rows.update(n for target in targets for n in self._aimed.get(target, ()))
        return tuple(self._refs[number] for number in sorted(rows))

    def _is_said(self, name: tuple[str, ...], typed: tuple[str, ...]) -> bool:
        """The last word, as in "camera moves made", may be left where no other begins so."""
        shorter = name[:-1]
        if not shorter or not within(shorter, typed):
            return False
        alike = (other for other in self._holding[shorter[0]] if within(shorter, other))
        alone = len(shorter) > 1 and sum(len(self._named[other]) for other in alike) == 1
        return alone or within(name, typed)
