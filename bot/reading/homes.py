"""Where concepts belong among a plan's priorities: by the priorities' names, and where these say
nothing, by what their actions speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.reading.concepts import Stems, all_concepts
from bot.reading.plan_texts import NAME, within
from bot.reading.tokens import stems

SECOND_HEAD, FAR, SPOKEN = 0.55, 0.6, 0.4
"""Shares of a concept's weight: for a further head; for a priority named like it none of whose
actions speak of it; and from which an action of any priority speaks of it outright."""


class Homes:
    """The priorities of each concept with their shares (`of`), and those of each head (`codes`)."""

    def __init__(self, names: Sequence[tuple[Stems, str, float]]) -> None:
        self._names = names
        self._own = [(name, c, all_concepts().outright(name)) for name, c, w in names if w == NAME]
        self.codes = {head: self._named(head) for head in all_concepts().heads}
        self.of = {concept: self._of_names(concept) for concept in all_concepts().concepts}

    def _named(self, head: str) -> tuple[str, ...]:
        """The priorities that carry the best of a head's names."""
        heads = all_concepts().heads
        others = [other for key, names in heads.items() if key != head for other in names]
        for name in heads[head]:
            longer = [other for other in others if other != name and within(name, other)]
            codes = [
                code
                for phrase, code, _ in self._names
                if within(name, phrase) and not any(within(other, phrase) for other in longer)
            ]  # "violence", but not of "domestic violence"
            if codes:
                return tuple(dict.fromkeys(codes))
        return ()

    def _of_names(self, concept: str) -> dict[str, float]:
        """The priorities a concept belongs to in this plan, with a share: named by it first."""
        known = all_concepts()
        homes = self._outright(concept)
        for head in known.concepts[concept].heads:
            share = SECOND_HEAD if homes else 1.0
            for code in self.codes.get(head, ()):
                homes.setdefault(code, share)
        return homes or self._outright(concept, within_name=True)

    def _outright(self, concept: str, *, within_name: bool = False) -> dict[str, float]:
        """The priorities whose names are the concept's, or say it."""
        called = stems(concept)
        return {
            code: 1.0
            for name, code, spoken_of in self._own
            if name == called or (within_name and concept in spoken_of)
        }

    def heed(self, holders: Mapping[str, Mapping[str, float]], priorities: dict[str, str]) -> None:
        """Heeds what actions speak of: `holders` concept -> action -> how far, and the priority of
        each action. A concept goes where it is spoken of when no action of its homes does; a head
        that no priority carries to the one most of whose actions speak of its concepts."""
        for concept, homes in self.of.items():
            speak = {priorities[ref] for ref, far in holders[concept].items() if far >= SPOKEN}
            named = homes.keys() & self._outright(concept, within_name=True).keys()
            if homes and speak and not (speak & homes.keys() or named):
                self.of[concept] = {c: FAR * share for c, share in homes.items()}
                self.of[concept] |= dict.fromkeys(speak, 1.0)
        for head in [head for head, codes in self.codes.items() if not codes]:
            own = (name for name, c in all_concepts().concepts.items() if c.heads[0] == head)
            refs = {ref for name in own for ref, far in holders[name].items() if far >= 1}
            self.codes[head] = _most(priorities[ref] for ref in refs)


def _most(codes: Iterable[str]) -> tuple[str, ...]:
    """The code that stands there more often than any other, or none."""
    counted = [*Counter(codes).most_common(2), ("", 0), ("", 0)]
    return (counted[0][0],) if counted[0][1] > counted[1][1] else ()
