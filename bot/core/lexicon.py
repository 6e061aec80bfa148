"""The index of one plan: every name, alias, everyday word and rare word that can point into it.

Built once for a plan version, read many times. Trust falls in this order: reference, exact name
or alias, vocabulary, words of the plan, fuzzy repair. Knows no grammar: that is `questions`.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.glossary import ENTRIES, Entry
from bot.core.plan import Action, Plan
from bot.core.vocabulary import (
    AGENCY_NAMES,
    CONCEPTS,
    SECOND_THEME,
    THEMES,
    TOGETHER,
    Concept,
    Term,
)
from bot.core.words import STOP, stem, stems, tokens

NAME_WEIGHT = 4.0
"""A priority's own name or code."""
ALIAS_WEIGHT = 3.5
"""An alias of the plan: as sure, but it may name only a part ("burglary")."""
VERB_ALIASES = frozenset({"prevent", "da", "ts", "soc"})
"""Aliases that are ordinary words as well: they count as hints unless more is said."""
ORDINARY = frozenset(
    [
        "mind",
        "health",
        "fire",
        "county",
        "schools",
        "police",
        "council",
        "probation",
        "mediation",
        "commissioner",
        "wardens",
        "parishes",
        "district",
        "brigade",
        "ts",
        "sdc",
    ]
)
"""Agency names that are ordinary words: an agency only where the grammar asks for one."""
EVERYONE = "ALL"


GENERAL = frozenset(names[0] for names in THEMES.values())
"""Concepts as wide as a priority: they say nothing about which of its actions is meant."""


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


@dataclass(slots=True)
class Found:
    """What a text points at. Weights are comparable between questions of one plan."""

    stems: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    agencies: tuple[tuple[str, ...], ...] = ()
    entries: tuple[Entry, ...] = ()
    concepts: dict[str, float] = field(default_factory=dict)
    repaired: tuple[tuple[str, str], ...] = ()
    themes: dict[str, float] = field(default_factory=dict)
    actions: dict[str, float] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def top(self) -> float:
        """The score of the likeliest priority."""
        return max(self.themes.values(), default=0.0)

    @property
    def strong_concepts(self) -> tuple[str, ...]:
        """Concepts said outright that are more specific than a priority's name."""
        return tuple(
            name for name, w in self.concepts.items() if w >= TOGETHER and name not in GENERAL
        )

    @property
    def agency_codes(self) -> tuple[str, ...]:
        """Every agency mentioned, once."""
        return tuple(dict.fromkeys(code for codes in self.agencies for code in codes))


class Lexicon:
    """Everything that can be recognised in a question about `plan`.

    `taught` are (word, target) pairs from coordinators: the target is a priority code or a ref.
    """

    __slots__ = (
        "_by_first",
        "_concepts",
        "_entries",
        "_idf",
        "_of_action",
        "_of_concept",
        "_postings",
        "_taught",
        "_theme_of",
        "_together",
        "known",
        "plan",
        "prefixes",
    )

    def __init__(self, plan: Plan, taught: Iterable[tuple[str, str]] = ()) -> None:
        self.plan = plan
        self._by_first: dict[str, list[tuple[tuple[str, ...], list[Pointer]]]] = {}
        self._together: dict[str, list[tuple[tuple[tuple[str, ...], ...], Pointer]]] = {}
        self._concepts = {concept.name: concept for concept in CONCEPTS}
        self._entries = {entry.name: entry for entry in ENTRIES}
        self._theme_of = _themes_of(plan)
        self._taught: dict[str, str] = {}
        self.prefixes = {re.sub(r"\d.*", "", action.ref).lower() for action in plan.actions}
        self._index(taught)
        self.known: tuple[str, ...] = ()
        self._learn_words()
        self._of_concept: dict[str, dict[str, float]] = defaultdict(dict)
        self._postings: dict[str, list[str]] = defaultdict(list)
        self._idf: dict[str, float] = {}
        self._read_actions()

    # -- building ---------------------------------------------------------------------------

    def _index(self, taught: Iterable[tuple[str, str]]) -> None:
        phrases: dict[tuple[str, ...], list[Pointer]] = defaultdict(list)
        for priority in self.plan.priorities:
            for name in (priority.name, priority.short, priority.code, *priority.aliases):
                own = name in (priority.name, priority.short, priority.code)
                weight = NAME_WEIGHT if own else ALIAS_WEIGHT
                if name in VERB_ALIASES:
                    weight = NAME_WEIGHT / 4
                phrases[stems(name)].append(Pointer(Sort.PRIORITY, priority.code, weight))
        for agency in self.plan.agencies:
            more = AGENCY_NAMES.get(agency.code, "").split("|")
            bare = re.sub(r"\(.*?\)", "", agency.name)
            for name in {agency.code, agency.name, bare, *agency.aliases, *more}:
                phrases[stems(name)].append(Pointer(Sort.AGENCY, agency.code, NAME_WEIGHT))
        for concept in CONCEPTS:
            for term in concept.terms:
                self._add_term(concept, term, phrases)
        for entry in ENTRIES:
            for spelling in entry.spellings:
                phrases[stems(spelling)].append(Pointer(Sort.ENTRY, entry.name))
        for word, target in taught:
            self._taught[" ".join(stems(word))] = target
            phrases[stems(word)].append(Pointer(Sort.CONCEPT, f"taught:{target}", NAME_WEIGHT))
        phrases.pop((), None)
        for phrase, pointers in phrases.items():
            if any(pointer.sort is Sort.AGENCY for pointer in pointers):
                phrases[phrase] = [p for p in pointers if p.sort is not Sort.CONCEPT]
        self._by_first = _by_first(phrases)

    def _add_term(
        self, concept: Concept, term: Term, phrases: dict[tuple[str, ...], list[Pointer]]
    ) -> None:
        pointer = Pointer(Sort.CONCEPT, concept.name, term.weight)
        if not term.together:
            phrases[stems(" ".join(term.words))].append(pointer)
            return
        parts = tuple(stems(word) for word in term.words)
        self._together.setdefault(parts[0][0], []).append((parts, pointer))

    def _learn_words(self) -> None:
        """Words that need no repair, and that a misspelling may be repaired to."""
        words = {
            word
            for concept in CONCEPTS
            for term in concept.terms
            for part in term.words
            for word in tokens(part)
        }
        texts = [p.name for p in self.plan.priorities]
        texts += [alias for p in self.plan.priorities for alias in p.aliases]
        texts += [name for a in self.plan.agencies for name in (a.name, *a.aliases)]
        texts += [f"{a.text} {' '.join(m.text for m in a.measures)}" for a in self.plan.actions]
        words.update(word for text in texts for word in tokens(text))
        self.known = tuple(sorted(word for word in words if len(word) > 3))

    def _read_actions(self) -> None:
        frequency: Counter[str] = Counter()
        content = {a.ref: _content(_words_of(a)) for a in self.plan.actions}
        for words in content.values():
            frequency.update(set(words))
        total = max(len(self.plan.actions), 1)
        self._idf = {
            word: math.log((total + 1) / count) / math.log(total + 1)
            for word, count in frequency.items()
        }
        for action in self.plan.actions:
            for word in content[action.ref]:
                self._postings[word].append(action.ref)
            for name, weight in self._concepts_in(stems(_words_of(action))).items():
                self._of_concept[name][action.ref] = weight

    # -- reading ----------------------------------------------------------------------------

    def read(self, text: str) -> Found:
        """Everything `text` points at."""
        words, repaired = self._repair(tokens(text))
        read = tuple(stem(word) for word in words)
        pointers, used = self._scan(read)
        found = Found(stems=read, words=words, repaired=repaired)
        found.priorities = _unique(
            p.value for p in pointers if p.sort is Sort.PRIORITY and p.weight >= ALIAS_WEIGHT
        )
        found.named = _unique(
            p.value for p in pointers if p.sort is Sort.PRIORITY and p.weight >= NAME_WEIGHT
        )
        found.agencies = self._agencies(pointers)
        found.entries = tuple(
            self._entries[name]
            for name in _unique(p.value for p in pointers if p.sort is Sort.ENTRY)
        )
        found.concepts = self._weigh(pointers, read)
        found.unread = tuple(
            word
            for place, word in enumerate(words)
            if place not in used and word not in STOP and stem(word) not in self._idf
        )
        self._score(found, pointers)
        return found

    def _repair(
        self, words: tuple[str, ...]
    ) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """Mend misspelt words: one slip in a middling word, two in a long one, never the first
        letter; a short word only when it makes a known phrase with its neighbour."""
        mended, repaired = list(words), []
        known = set(self.known)
        for place, word in enumerate(words):
            if len(word) < 4 or word in known or word in STOP or stem(word) in self._by_first:
                continue
            better = self._better(word, mended[place - 1] if place else "", words[place + 1 :][:1])
            if better:
                mended[place] = better
                repaired.append((word, better))
        return tuple(mended), tuple(repaired)

    def _better(self, word: str, before: str, after: tuple[str, ...]) -> str:
        slips = 2 if len(word) >= 8 else 1
        near = process.extract(word, self.known, scorer=OSA.distance, score_cutoff=slips, limit=6)
        near = [hit for hit in near if hit[0][0] == word[0] and stem(hit[0]) != stem(word)]
        if len(word) >= 6 and near:
            return str(near[0][0])
        for candidate, _, _ in near:
            pairs = [(before, candidate)] if before else []
            pairs += [(candidate, after[0])] if after else []
            if any(self._is_phrase(pair) for pair in pairs):
                return str(candidate)
        return ""

    def _is_phrase(self, pair: tuple[str, str]) -> bool:
        wanted = (stem(pair[0]), stem(pair[1]))
        return any(phrase[:2] == wanted for phrase, _ in self._by_first.get(wanted[0], ()))

    def _scan(self, read: tuple[str, ...]) -> tuple[list[Pointer], set[int]]:
        """Longest phrase first at each place; a place is used once."""
        pointers: list[Pointer] = []
        used: set[int] = set()
        place = 0
        while place < len(read):
            for phrase, targets in self._by_first.get(read[place], ()):
                if read[place : place + len(phrase)] == phrase:
                    pointers += targets
                    used.update(range(place, place + len(phrase)))
                    place += len(phrase) - 1
                    break
            place += 1
        return pointers, used

    def _concepts_in(self, read: tuple[str, ...]) -> dict[str, float]:
        return self._weigh(self._scan(read)[0], read)

    def _weigh(self, pointers: list[Pointer], read: tuple[str, ...]) -> dict[str, float]:
        """The best weight of each concept, and a little more for each further sign of it."""
        weights: dict[str, list[float]] = defaultdict(list)
        for pointer in pointers:
            if pointer.sort is Sort.CONCEPT:
                weights[pointer.value].append(pointer.weight)
        for pointer in self._together_in(read):
            weights[pointer.value].append(pointer.weight)
        return {name: max(ws) + 0.3 * (min(len(ws), 4) - 1) for name, ws in weights.items()}

    def _together_in(self, read: tuple[str, ...]) -> Iterable[Pointer]:
        present = set(read)
        for word in present:
            for parts, pointer in self._together.get(word, ()):
                if all(present.issuperset(part) for part in parts):
                    yield pointer

    def _agencies(self, pointers: list[Pointer]) -> tuple[tuple[str, ...], ...]:
        """Each mention as the codes it may mean ("probation" means two)."""
        mentions: list[tuple[str, ...]] = []
        for codes in _runs(pointers):
            if codes and codes not in mentions:
                mentions.append(codes)
        return tuple(mentions)

    # -- scoring ----------------------------------------------------------------------------

    def _score(self, found: Found, pointers: list[Pointer]) -> None:
        scores: dict[str, float] = defaultdict(float)
        for pointer in pointers:
            if pointer.sort is Sort.PRIORITY:
                scores[pointer.value] = max(scores[pointer.value], pointer.weight)
        actions: dict[str, float] = defaultdict(float)
        for name, weight in found.concepts.items():
            self._score_concept(name, weight, scores, actions)
        self._score_words(found, actions)
        best: dict[str, float] = defaultdict(float)
        for ref, score in actions.items():
            code = self.plan.action(ref).priority
            best[code] = max(best[code], score)
        for code, score in best.items():
            scores[code] += 0.35 * min(score, 4.0)
        found.themes = dict(sorted(scores.items(), key=lambda item: -item[1]))
        found.actions = dict(sorted(actions.items(), key=lambda item: -item[1]))

    def _score_concept(
        self, name: str, weight: float, scores: dict[str, float], actions: dict[str, float]
    ) -> None:
        if name.startswith("taught:"):
            self._score_taught(name.removeprefix("taught:"), weight, scores, actions)
            return
        holders = self._of_concept.get(name, {})
        for place, theme in enumerate(self._concepts[name].themes):
            share = 1.0 if place == 0 else SECOND_THEME
            for code in self._theme_of[theme]:
                scores[code] += weight * share
        if name in GENERAL:
            weight *= 0.3
        for ref, held in holders.items():
            actions[ref] += weight * min(held, 3.0) / 3.0 / math.sqrt(len(holders))

    def _score_taught(
        self, target: str, weight: float, scores: dict[str, float], actions: dict[str, float]
    ) -> None:
        action = self.plan.find(target)
        if action is None:
            scores[target] += weight
        else:
            scores[action.priority] += weight
            actions[action.ref] += weight

    def _score_words(self, found: Found, actions: dict[str, float]) -> None:
        for word in dict.fromkeys(_content_stems(found.stems)):
            rarity = self._idf.get(word, 0.0)
            if rarity > 0.25:
                for ref in self._postings[word]:
                    actions[ref] += rarity * 1.3


def _runs(pointers: list[Pointer]) -> Iterable[tuple[str, ...]]:
    """Agency pointers that came from one phrase stand next to one another."""
    run: list[str] = []
    for pointer in [*pointers, Pointer(Sort.ENTRY, "")]:
        if pointer.sort is Sort.AGENCY:
            run.append(pointer.value)
        elif run:
            yield tuple(dict.fromkeys(run))
            run = []


def _by_first(
    phrases: dict[tuple[str, ...], list[Pointer]],
) -> dict[str, list[tuple[tuple[str, ...], list[Pointer]]]]:
    index: dict[str, list[tuple[tuple[str, ...], list[Pointer]]]] = defaultdict(list)
    for phrase, pointers in phrases.items():
        index[phrase[0]].append((phrase, pointers))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return dict(index)


def _themes_of(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Theme -> the priorities that carry one of its names, in name or alias or intent."""
    carried: dict[str, tuple[str, ...]] = {}
    for theme, names in THEMES.items():
        wanted = [" ".join(stems(name)) for name in names]
        carried[theme] = next((codes for name in wanted if (codes := _carrying(plan, name))), ())
    return carried


def _carrying(plan: Plan, name: str) -> tuple[str, ...]:
    return tuple(
        p.code
        for p in plan.priorities
        if any(f" {name} " in f" {' '.join(stems(text))} " for text in (p.name, *p.aliases))
    )


def _words_of(action: Action) -> str:
    return " ".join((action.text, *(measure.text for measure in action.measures)))


def _content(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem(w) for w in tokens(text) if w not in STOP and len(w) > 2))


_STOP_STEMS = frozenset(stem(word) for word in STOP)


def _content_stems(read: tuple[str, ...]) -> Iterable[str]:
    return (word for word in read if word not in _STOP_STEMS and len(word) > 2)


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
