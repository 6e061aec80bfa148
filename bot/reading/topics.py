"""Words that are about something -> the priorities and actions of a plan, and how sure that is.

Retrieval over the plan's own texts (stems and their rarity) and over concepts. `Topics.about` only
scores; `place` decides: one priority with its closest actions, a question back, or nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import field, replace

from bot.core.dataclass import dataclass
from bot.core.plan import Action, Plan
from bot.reading.concepts import PHRASE, PLAIN, TOGETHER, all_concepts, leaning, weights
from bot.reading.homes import Homes
from bot.reading.plan_texts import ALIAS, NAME, content_of, names_of, ranked, text_of
from bot.reading.tokens import stems

STRANGE, GENERAL = 0.5, 0.3
"""Shares of a concept's weight: in an action of a strange priority; of a concept as wide as its
head."""
WORD, RARE, CERTAIN = 1.3, 0.25, 4.0
CLEAR, LIKELY, HINTED, OFFERED, OUTWEIGHS = 2.4, 0.85, 0.9, 0.4, 1.5
PINNED, NEAR, STANDS_OUT, LIKE = 1.9, 0.8, 1.4, 0.7
LEANS, SETTLES, OVERRULES, FAINT, BARELY, LONG = 2.0, 2.0, 0.5, 1.2, 0.3, 5
MOST, OUTRIGHT = 5, 0.8
"""Actions offered at most; and how far one must speak of a concept that no priority carries."""


@dataclass(frozen=True, slots=True)
class About:
    """What words point at: priorities and actions with their scores, best first."""

    content: tuple[str, ...] = ()
    concepts: dict[str, float] = field(default_factory=dict)
    priorities: dict[str, float] = field(default_factory=dict)
    actions: dict[str, float] = field(default_factory=dict)
    leaning: dict[str, float] = field(default_factory=dict)
    named: tuple[str, ...] = ()

    @property
    def one_thing(self) -> bool:
        """Several priorities because one concept spans them, not because of a tie."""
        return sum(weight >= TOGETHER for weight in self.concepts.values()) == 1


@dataclass(frozen=True, slots=True)
class Placed:
    """A decision: `priority` with its closest `refs`, or `offered` priorities or actions."""

    priority: str = ""
    refs: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    entire: bool = False


NOTHING = Placed()


class Topics:
    """The index of one plan's texts."""

    def __init__(self, plan: Plan, taught: Iterable[tuple[str, str]] = ()) -> None:
        self.plan = plan
        codes = {priority.code for priority in plan.priorities}
        own = [(code, stems(word), NAME) for word, code in taught if code in codes]
        self._of = {action.ref: action.priority for action in plan.actions}
        self._name_stems = {p.code: frozenset(stems(p.name)) for p in plan.priorities}
        self._known = all_concepts()
        self._names = [(phrase, code, w) for code, phrase, w in (*names_of(plan), *own)]
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, float]]] = defaultdict(list)
        for name in self._names:
            self._by_first[name[0][0] if name[0] else ""].append(name)
        self._homes = Homes(self._names)
        heads = {names[0] for names in self._known.heads.values() if names}
        self._general = {name for name in self._known.concepts if stems(name) in heads}
        self._holders: dict[str, dict[str, float]] = defaultdict(dict)
        self._postings: dict[str, list[str]] = defaultdict(list)
        for action in plan.actions:
            self._read(action)
        self._homes.heed(self._holders, self._of)
        total = len(plan.actions)
        self._rarity = {
            word: math.log((total + 1) / len(refs)) / math.log(total + 1)
            for word, refs in self._postings.items()
        }

    def _read(self, action: Action) -> None:
        read = stems(text_of(action))
        content = dict.fromkeys(content_of(read))
        for word in content:
            self._postings[word].append(action.ref)
        for name, weight in weights(self._known.signs(read)).items():
            homes = self._homes.of[name]
            share = 1.0 if action.priority in homes or not homes else STRANGE
            self._holders[name][action.ref] = share * min(weight, PLAIN) / PLAIN

    def about(self, text_stems: tuple[str, ...]) -> About:
        """What a text's stems point at."""
        signs = list(self._known.signs(text_stems))
        concepts = weights(signs)
        content = tuple(dict.fromkeys(content_of(text_stems)))
        priorities: dict[str, float] = defaultdict(float)
        actions: dict[str, float] = defaultdict(float)
        for name, weight in concepts.items():
            self._score(name, weight, priorities, actions)
        called = self._called(text_stems)
        for _, code, weight in called:
            priorities[code] = max(priorities[code], weight)
        bearing = self.bearing(content)
        if bearing:
            priorities[bearing] = max(priorities[bearing], ALIAS)
        for word in content:
            if self._rarity.get(word, 0.0) > RARE:
                for ref in self._postings[word]:
                    actions[ref] += self._rarity[word] * WORD
        for code, score in self._best(actions).items():
            priorities[code] += 0.35 * min(score, 4.0)
        return About(
            content,
            concepts,
            ranked(priorities),
            ranked(actions),
            self._leaning(content),
            tuple(dict.fromkeys(code for _, code, weight in called if weight == NAME)),
        )

    def bearing(self, content: tuple[str, ...]) -> str:
        """The one priority whose name holds all of these stems, or ""."""
        codes = [code for code, name in self._name_stems.items() if name.issuperset(content)]
        return codes[0] if content and len(codes) == 1 else ""

    def _called(self, read: tuple[str, ...]) -> list[tuple[range, str, float]]:
        names = []
        for place, word in enumerate(read):
            for phrase, code, weight in self._by_first.get(word, ()):
                if read[place : place + len(phrase)] == phrase:
                    names.append((range(place, place + len(phrase)), code, weight))
        return names

    def _score(
        self, name: str, weight: float, priorities: dict[str, float], actions: dict[str, float]
    ) -> None:
        homes, holders = self._homes.of[name], self._holders.get(name, {})
        if not homes:  # no priority of that name: those whose actions speak of it
            holders = {ref: held for ref, held in holders.items() if held >= OUTRIGHT}
            homes = dict.fromkeys((self._of[ref] for ref in holders), 0.8)
        for code, share in homes.items():
            priorities[code] += weight * share
        share = GENERAL if name in self._general else 1.0
        for ref, held in holders.items():
            actions[ref] += weight * share * held / math.sqrt(len(holders))

    def _best(self, actions: dict[str, float]) -> dict[str, float]:
        best: dict[str, float] = defaultdict(float)
        for ref, score in actions.items():
            code = self._of[ref]
            best[code] = max(best[code], score)
        return best

    def _leaning(self, content: Iterable[str]) -> dict[str, float]:
        scores: dict[str, float] = defaultdict(float)
        for head, by in leaning(content).items():
            for code in self._homes.codes.get(head, ()):
                scores[code] = max(scores[code], by)
        return dict(scores)

    def pinned(self, about: About, most: int = 3) -> tuple[str, ...]:
        """The actions the words point at: the best and its near equals; none when too many are."""
        best = max(about.actions.values(), default=0.0)
        if best < PINNED:
            return ()
        near = tuple(ref for ref, score in about.actions.items() if score >= NEAR * best)
        return near if len(near) <= most else ()

    def single(self, about: About) -> tuple[str, ...]:
        """The one action that holds a word no other does, where few words were said."""
        scores = [*about.actions.values(), 0.0, 0.0]
        alone = scores[0] >= WORD and scores[0] >= STANDS_OUT * scores[1]
        return tuple(about.actions)[:1] if alone and len(about.content) < LONG else ()

    def closest(self, about: About, code: str, most: int = 3) -> tuple[str, ...]:
        """The actions of one priority nearest to the words, best first."""
        inside = [(ref, score) for ref, score in about.actions.items() if self._of[ref] == code]
        floor = max(1.0, 0.55 * inside[0][1]) if inside else 0.0
        return tuple(ref for ref, score in inside if score >= floor)[:most]

    def holding(self, words: Iterable[str]) -> tuple[str, ...]:
        """The actions whose text holds every one of these stems that any text holds at all."""
        known = [word for word in dict.fromkeys(words) if word in self._postings]
        held_words = Counter(ref for word in known for ref in self._postings[word])
        return tuple(ref for ref, number in held_words.items() if number == len(known))

    def knows(self, word: str) -> bool:
        """Whether a stem stands in some action's text or is a sign of a concept."""
        named = any(word in name for name in self._name_stems.values())
        return named or word in self._postings or word in self._known.words

    def place(self, about: About, *, vague: bool = False) -> Placed:
        """Where the words belong: a priority, a question back, or nowhere."""
        likely = [(c, s) for c, s in about.priorities.items() if s >= LIKELY]
        clear = [item for item in likely if item[1] >= CLEAR]
        if vague and len(about.content) <= 3:
            return self._vague(about, clear)
        alone = self._outstanding(about)
        outweighed = (
            alone and clear and clear[0][1] > OUTWEIGHS * about.priorities.get(self._of[alone], 0.0)
        )  # "vans were broken into outside the station"
        if clear and (not alone or about.actions[alone] < CERTAIN or about.named or outweighed):
            return self._clear(about, clear)
        refs = self.pinned(about, MOST)
        if alone:
            return Placed(self._of[alone], (alone,))
        if len(refs) > 1:
            return Placed(offered=refs)
        ranked = self._ranked(about)
        settled = ranked and ranked[0][1] >= CLEAR and (
            len(ranked) < 2 or ranked[0][1] >= SETTLES * ranked[1][1]
        )  # fmt: skip
        if settled and about.priorities.get(ranked[0][0], 0.0) >= HINTED:
            return self._in(about, ranked[0][0])
        one = self.single(about)
        codes = [code for code, _ in ranked[:3] if code not in map(self._of.get, one)]
        return Placed(offered=(*one, *codes))

    def _vague(self, about: About, clear: list[tuple[str, float]]) -> Placed:
        """ "the schools one": one action stands out, or the likely ones are offered."""
        best = max(about.actions.values(), default=0.0)
        alike = [ref for ref, score in about.actions.items() if score >= LIKE * best]
        if len(alike) == 1 and best >= 0.6:
            return Placed(self._of[alike[0]], (alike[0],))
        refs = tuple(about.actions)[:MOST]
        if clear:
            inside = [r for r in about.actions if self._of[r] == clear[0][0]]
            refs = tuple(inside[:MOST]) or refs
        if refs and best >= 0.6:
            return Placed(offered=refs)
        return Placed(offered=tuple(code for code, _ in clear[:3]))

    def _clear(self, about: About, clear: list[tuple[str, float]]) -> Placed:
        best = clear[0][1]
        near = [code for code, score in clear[1:] if score >= NEAR * best]
        alike = self.pinned(about)
        if near and len({self._of[ref] for ref in alike}) > 1:
            return Placed(offered=alike)
        if (near and not about.one_thing) or self._doubted(about, clear[0][0]):
            return Placed(offered=tuple(code for code, _ in self._ranked(about)[:3]))
        placed = self._in(about, clear[0][0])
        others = [c for c, s in about.priorities.items() if c != clear[0][0] and s >= best / 3]
        return replace(placed, others=tuple(others[:2]) if about.one_thing else ())

    def _in(self, about: About, code: str) -> Placed:
        specific = any(
            weight >= TOGETHER and name not in self._general
            for name, weight in about.concepts.items()
        )
        entire = code in about.named and not specific
        return Placed(code, () if entire else self.closest(about, code), entire=entire)

    def _outstanding(self, about: About) -> str:
        """The one action that holds far more of the rare words than any other, or ""."""
        scores = [*about.actions.items(), ("", 0.0), ("", 0.0)]
        (ref, best), (_, second) = scores[0], scores[1]
        return ref if best >= PINNED and best >= STANDS_OUT * second else ""

    def plan_says(self, about: About, code: str) -> bool:
        """Whether one action of the priority holds the words as no other does."""
        alone = self._outstanding(about)
        return bool(alone) and self._of[alone] == code

    def _doubted(self, about: About, code: str) -> bool:
        """A thin sign that other words of the message speak against, or do not bear out."""
        if about.named or self.plan_says(about, code):
            return False
        if any(w >= PLAIN and not self._homes.of[name] and not self._holders.get(name)
               for name, w in about.concepts.items()):  # fmt: skip
            return True  # "gambling addiction", where no action is about gambling
        others = dict(about.leaning)
        own = others.pop(code, 0.0)
        other = max(others.values(), default=0.0)
        strongest = max(about.concepts.values(), default=0.0)
        thin = strongest <= PLAIN and len(about.content) >= LONG
        if thin and sum(score >= OFFERED for score in about.priorities.values()) > 1:
            return own < SETTLES * other
        plain = strongest <= PLAIN
        if strongest > PHRASE or (own >= FAINT and not plain):
            return False
        return other - own >= (BARELY if plain and own < FAINT else OVERRULES)

    def _ranked(self, about: About) -> list[tuple[str, float]]:
        """The priorities that may be meant: by what was said and by what it leans to."""
        if not about.priorities and max(about.leaning.values(), default=0.0) < LEANS:
            return []
        codes = {**about.priorities, **about.leaning}
        scores = {c: about.priorities.get(c, 0.0) + about.leaning.get(c, 0.0) for c in codes}
        return [item for item in ranked(scores).items() if item[1] >= OFFERED]
