"""The index of one plan: every name, alias, everyday word and rare word that can point into it.

Built once for a plan version, read many times. Trust falls in this order: reference, exact name
or alias, vocabulary, words of the plan, fuzzy repair. Knows no grammar: that is `questions`.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.core.glossary import ENTRIES, Entry
from bot.core.phrases import Phrase, Phrases, Pointer, Sort
from bot.core.plan import Action, Plan
from bot.core.repair import Repairer
from bot.core.vocabulary import AGENCY_NAMES, CONCEPTS, SECOND_THEME, THEMES, TOGETHER
from bot.core.words import stem, stems, tokens
from bot.core.words_common import STOP

NAME_WEIGHT = 4.0
"""A priority's own name or code, or a word a coordinator has taught."""
ALIAS_WEIGHT = 3.5
"""An alias of the plan: as sure, but it may name only a part ("burglary")."""
ORDINARY_WEIGHT = 2.0
ORDINARY_ALIASES = frozenset({"prevent", "da", "ts", "soc", "gangs"})
"""Aliases that are ordinary words as well: they weigh less, unless more is said."""
WORD_WEIGHT = 1.3
RARE = 0.25
"""A word shared by more of the plan's actions than this rarity says nothing."""
GENERAL = frozenset(names[0] for names in THEMES.values())
"""Concepts as wide as a priority: they say little about which of its actions is meant."""
GENERAL_SHARE = 0.3
TAUGHT = "taught:"
_STOP_STEMS = frozenset(stem(word) for word in STOP)


@dataclass(slots=True)
class Found:
    """What a text points at. Scores are comparable between questions about one plan.

    `themes` are priority codes and `actions` references with their scores, best first; `named`
    the priorities called by name or code; `clash` a name shared by several agencies.
    """

    stems: Phrase = ()
    words: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    agency_codes: tuple[str, ...] = ()
    clash: tuple[str, tuple[str, ...]] | None = None
    entries: tuple[Entry, ...] = ()
    concepts: dict[str, float] = field(default_factory=dict)
    themes: dict[str, float] = field(default_factory=dict)
    actions: dict[str, float] = field(default_factory=dict)
    repaired: tuple[tuple[str, str], ...] = ()

    @property
    def content(self) -> tuple[str, ...]:
        """The stems that carry meaning, once each."""
        return tuple(dict.fromkeys(_content(self.stems)))

    @property
    def top(self) -> float:
        """The score of the likeliest priority."""
        return max(self.themes.values(), default=0.0)

    @property
    def strong_concepts(self) -> tuple[str, ...]:
        """Concepts said outright that are more specific than a priority's name."""
        return tuple(
            name
            for name, weight in self.concepts.items()
            if weight >= TOGETHER and name not in GENERAL
        )


class Lexicon:
    """Everything that can be recognised in a question about `plan`.

    `taught` are (word, target) pairs from coordinators: the target is a priority code or a ref.
    """

    __slots__ = (
        "_entries",
        "_holders",
        "_phrases",
        "_postings",
        "_rarity",
        "_repairer",
        "_shared",
        "_themes",
        "plan",
        "prefixes",
    )

    def __init__(self, plan: Plan, taught: Iterable[tuple[str, str]] = ()) -> None:
        self.plan = plan
        self.prefixes = {re.sub(r"\d.*", "", action.ref).lower() for action in plan.actions} - {""}
        self._entries = {entry.name: entry for entry in ENTRIES}
        self._themes = _themes_of(plan)
        self._shared = _shared(plan)
        self._phrases = _phrases(plan, taught)
        self._repairer = Repairer(_known_words(plan), self._phrases)
        self._holders: dict[str, dict[str, float]] = defaultdict(dict)
        self._postings: dict[str, list[str]] = defaultdict(list)
        self._rarity: dict[str, float] = {}
        self._read_actions()

    def _read_actions(self) -> None:
        """Which concepts and which rare words each action holds."""
        held = {
            action.ref: dict.fromkeys(_content(_stems_of(action))) for action in self.plan.actions
        }
        frequency = Counter(word for words in held.values() for word in words)
        total = len(held)
        for word, number in frequency.items():
            self._rarity[word] = math.log((total + 1) / number) / math.log(total + 1)
        for action in self.plan.actions:
            for word in held[action.ref]:
                self._postings[word].append(action.ref)
            read = _stems_of(action)
            for name, weight in self._concepts(self._phrases.scan(read)[0], read).items():
                self._holders[name][action.ref] = min(weight, 3.0) / 3.0

    def read(self, text: str) -> Found:
        """Everything `text` points at."""
        words, repaired = self._repairer.mend(tokens(text))
        read = tuple(stem(word) for word in words)
        pointers, _ = self._phrases.scan(read)
        found = Found(
            stems=read,
            words=words,
            priorities=_values(pointers, Sort.PRIORITY, ALIAS_WEIGHT),
            named=_values(pointers, Sort.PRIORITY, NAME_WEIGHT),
            agency_codes=_values(pointers, Sort.AGENCY),
            clash=self._clash(read),
            entries=tuple(self._entries[name] for name in _values(pointers, Sort.ENTRY)),
            concepts=self._concepts(pointers, read),
            repaired=repaired,
        )
        self._score(found, pointers)
        return found

    def _concepts(self, pointers: list[Pointer], read: Phrase) -> dict[str, float]:
        """The best weight of each concept, and a little more for each further sign of it."""
        weights: dict[str, list[float]] = defaultdict(list)
        for pointer in [*pointers, *self._phrases.together_in(read)]:
            if pointer.sort is Sort.CONCEPT:
                weights[pointer.value].append(pointer.weight)
        return {name: max(ws) + 0.3 * (min(len(ws), 4) - 1) for name, ws in weights.items()}

    def _clash(self, read: Phrase) -> tuple[str, tuple[str, ...]] | None:
        """A name given alone that begins the names of several agencies ("west kent")."""
        for phrase, codes in self._shared.items():
            for place in range(len(read) - len(phrase) + 1):
                here = read[place : place + len(phrase)] == phrase
                if here and not self._phrases.goes_on(read, place, phrase):
                    return " ".join(phrase), codes
        return None

    def _score(self, found: Found, pointers: list[Pointer]) -> None:
        themes: dict[str, float] = defaultdict(float)
        actions: dict[str, float] = defaultdict(float)
        for name, weight in found.concepts.items():
            self._score_concept(name, weight, themes, actions)
        for pointer in pointers:
            if pointer.sort is Sort.PRIORITY:
                themes[pointer.value] = max(themes[pointer.value], pointer.weight)
        for word in found.content:
            if self._rarity.get(word, 0.0) > RARE:
                for ref in self._postings[word]:
                    actions[ref] += self._rarity[word] * WORD_WEIGHT
        for code, score in self._best_action(actions).items():
            themes[code] += 0.35 * min(score, 4.0)
        found.themes = dict(sorted(themes.items(), key=lambda item: -item[1]))
        found.actions = dict(sorted(actions.items(), key=lambda item: -item[1]))

    def _best_action(self, actions: dict[str, float]) -> dict[str, float]:
        best: dict[str, float] = defaultdict(float)
        for ref, score in actions.items():
            code = self.plan.action(ref).priority
            best[code] = max(best[code], score)
        return best

    def _score_concept(
        self, name: str, weight: float, themes: dict[str, float], actions: dict[str, float]
    ) -> None:
        if name.startswith(TAUGHT):
            self._score_taught(name.removeprefix(TAUGHT), weight, themes, actions)
            return
        for place, theme in enumerate(_THEMES_OF_CONCEPT[name]):
            for code in self._themes[theme]:
                themes[code] += weight * (SECOND_THEME if place else 1.0)
        holders = self._holders.get(name, {})
        share = GENERAL_SHARE if name in GENERAL else 1.0
        for ref, held in holders.items():
            actions[ref] += weight * share * held / math.sqrt(len(holders))

    def _score_taught(
        self, target: str, weight: float, themes: dict[str, float], actions: dict[str, float]
    ) -> None:
        action = self.plan.find(target)
        if action is not None:
            themes[action.priority] += weight
            actions[action.ref] += weight
        elif any(priority.code == target for priority in self.plan.priorities):
            themes[target] += weight


_THEMES_OF_CONCEPT = {concept.name: concept.themes for concept in CONCEPTS}


def _phrases(plan: Plan, taught: Iterable[tuple[str, str]]) -> Phrases:
    phrases = Phrases()
    for priority in plan.priorities:
        own = {priority.name, priority.short, priority.code}
        for name in (*sorted(own), *priority.aliases):
            weight = NAME_WEIGHT if name in own else ALIAS_WEIGHT
            weight = ORDINARY_WEIGHT if name in ORDINARY_ALIASES else weight
            phrases.add(name, Pointer(Sort.PRIORITY, priority.code, weight))
    for code, name in _agency_names(plan):
        phrases.add(name, Pointer(Sort.AGENCY, code, NAME_WEIGHT))
    for concept in CONCEPTS:
        for term in concept.terms:
            pointer = Pointer(Sort.CONCEPT, concept.name, term.weight)
            if term.together:
                phrases.add_together(term.words, pointer)
            else:
                phrases.add(" ".join(term.words), pointer)
    for entry in ENTRIES:
        for spelling in entry.spellings:
            phrases.add(spelling, Pointer(Sort.ENTRY, entry.name))
    for word, target in taught:
        phrases.add(word, Pointer(Sort.CONCEPT, f"{TAUGHT}{target}", NAME_WEIGHT))
    phrases.settle()
    return phrases


def _agency_names(plan: Plan) -> Iterator[tuple[str, str]]:
    for agency in plan.agencies:
        old_and_new = AGENCY_NAMES.get(agency.code, "").split("|")
        bare = re.sub(r"\(.*?\)", "", agency.name)
        for name in (agency.code, agency.name, bare, *agency.aliases, *old_and_new):
            yield agency.code, name


def _known_words(plan: Plan) -> set[str]:
    """Words that need no repair, and that a misspelling may be repaired to."""
    texts = [part for concept in CONCEPTS for term in concept.terms for part in term.words]
    texts += [name for p in plan.priorities for name in (p.name, *p.aliases)]
    texts += [name for a in plan.agencies for name in (a.name, *a.aliases)]
    return {word for text in texts for word in tokens(text)} | {
        word for action in plan.actions for word in tokens(_text_of(action))
    }


def _shared(plan: Plan) -> dict[Phrase, tuple[str, ...]]:
    """Names that begin the names of two agencies or more: alone they say too little."""
    names = {agency.code: stems(agency.name) for agency in plan.agencies}
    shared: dict[Phrase, tuple[str, ...]] = {}
    for agency in plan.agencies:
        for phrase in map(stems, agency.aliases):
            codes = tuple(c for c, name in names.items() if name[: len(phrase)] == phrase != name)
            if len(phrase) > 1 and len(codes) > 1:
                shared[phrase] = codes
    return shared


def _themes_of(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Theme -> the priorities that carry the best of its names, as name or alias."""
    carried: dict[str, tuple[str, ...]] = {}
    for theme, names in THEMES.items():
        wanted = [" ".join(stems(name)) for name in names]
        carried[theme] = next((codes for name in wanted if (codes := _carrying(plan, name))), ())
    return carried


def _carrying(plan: Plan, name: str) -> tuple[str, ...]:
    return tuple(
        priority.code
        for priority in plan.priorities
        if any(
            f" {name} " in f" {' '.join(stems(text))} "
            for text in (priority.name, *priority.aliases)
        )
    )


def _text_of(action: Action) -> str:
    return " ".join((action.text, *(measure.text for measure in action.measures)))


def _stems_of(action: Action) -> Phrase:
    return stems(_text_of(action))


def _content(read: Phrase) -> Iterator[str]:
    return (word for word in read if word not in _STOP_STEMS and len(word) > 2)


def _values(pointers: list[Pointer], sort: Sort, least: float = 0.0) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.value for p in pointers if p.sort is sort and p.weight >= least))
