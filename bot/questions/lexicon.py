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

from bot.core.plan import Action, Plan
from bot.questions.cues_outside import LOCAL_PLACES
from bot.questions.glossary import ENTRIES, Term
from bot.questions.leanings import leaning
from bot.questions.phrases import Match, Phrase, Pointer, Sort
from bot.questions.plan_words import (
    ALIAS_WEIGHT,
    NAME_WEIGHT,
    TAUGHT,
    known_names,
    known_words,
    phrases_of,
    shared_names,
    text_of,
    themes_of,
)
from bot.questions.repair import Repairer, nobodys
from bot.questions.vocabulary import CONCEPTS, PLAIN, SECOND_THEME, THEMES, TOGETHER
from bot.questions.words import stem, stems, tokens
from bot.questions.words_common import STOP

WORD_WEIGHT = 1.3
RARE = 0.25
"""A word shared by more of the plan's actions than this rarity says nothing."""
GENERAL = frozenset(names[0] for names in THEMES.values())
"""Concepts as wide as a priority: they say little about which of its actions is meant."""
GENERAL_SHARE = 0.3
STRANGE_SHARE = 0.5
"""Of a concept met in an action of a priority it does not belong to."""
_STOP_STEMS = frozenset(stem(word) for word in STOP)


@dataclass(slots=True)
class Found:
    """What a text points at. Scores are comparable between questions about one plan.

    `themes` are priority codes and `actions` references with their scores, best first; `leaning`
    what the words lean to when they are no vocabulary; `named` the priorities called by name or
    code; `clash` a name shared by several agencies; `agency_words` the stems agencies are named by,
    `mentions` the codes of each name in turn ("probation" is two agencies).
    """

    stems: Phrase = ()
    words: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    agency_codes: tuple[str, ...] = ()
    clash: tuple[str, tuple[str, ...]] | None = None
    entries: tuple[Term, ...] = ()
    concepts: dict[str, float] = field(default_factory=dict)
    themes: dict[str, float] = field(default_factory=dict)
    leaning: dict[str, float] = field(default_factory=dict)
    actions: dict[str, float] = field(default_factory=dict)
    repaired: tuple[tuple[str, str], ...] = ()
    agency_words: frozenset[str] = frozenset()
    mentions: tuple[tuple[str, ...], ...] = ()

    @property
    def beside_names(self) -> set[str]:
        """The content beside the names of agencies."""
        return set(self.content) - self.agency_words

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

    `taught` are (word, target) pairs from coordinators: the target is the code of a priority or of
    an agency, or a reference.
    """

    __slots__ = (
        "_entries",
        "_holders",
        "_own",
        "_phrases",
        "_postings",
        "_rarity",
        "_repairer",
        "_shared",
        "_themes",
        "known",
        "plan",
        "prefixes",
    )

    def __init__(self, plan: Plan, taught: Iterable[tuple[str, str]] = ()) -> None:
        self.plan = plan
        self.prefixes = {re.sub(r"\d.*", "", action.ref).lower() for action in plan.actions} - {""}
        self.known = known_names(plan)
        self._entries = {entry.name: entry for entry in ENTRIES}
        self._themes = themes_of(plan)
        self._shared = shared_names(plan)
        self._phrases = phrases_of(plan, taught)
        self._own = known_words(plan) | set(tokens(f"{plan.title} {plan.partnership}"))
        self._repairer = Repairer(known_words(plan), self._phrases)
        self._holders: dict[str, dict[str, float]] = defaultdict(dict)
        self._postings: dict[str, list[str]] = defaultdict(list)
        self._rarity: dict[str, float] = {}
        self._read_actions()
        leaning(())  # read now, so that no question waits for it

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
            for name, weight in self._concepts(_pointers(self._phrases.scan(read)), read).items():
                at_home = action.priority in self._codes_of(name)
                share = 1.0 if at_home else STRANGE_SHARE
                self._holders[name][action.ref] = share * min(weight, PLAIN) / PLAIN

    def _codes_of(self, concept: str) -> set[str]:
        """The priorities a concept belongs to in this plan."""
        themes = _THEMES_OF_CONCEPT.get(concept, ())
        return {code for theme in themes for code in self._themes[theme]}

    def read(self, text: str) -> Found:
        """Everything `text` points at."""
        words, repaired = self._repairer.mend(tokens(text))
        read = tuple(stem(word) for word in words)
        matches = self._phrases.scan(read)
        pointers = _pointers(matches)
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
            agency_words=frozenset(_words_of_agencies(matches)),
            mentions=tuple(
                codes for match in matches if (codes := _values(list(match.pointers), Sort.AGENCY))
            ),
        )
        self._score(found, pointers, _homes(matches))
        return found

    def stranger(self, word: str) -> bool:
        """Whether a word is nobody's: not the plan's, a place's, the grammar's or plain English."""
        place = LOCAL_PLACES.fullmatch(word) is not None
        return nobodys(word) and not place and word not in self._own and not self.prefixes & {word}

    def actions_for(self, words: Iterable[str]) -> tuple[str, ...]:
        """The actions whose text holds one of `words`, those with more of them first."""
        found = Counter(ref for word in words for ref in self._postings.get(stem(word), ()))
        return tuple(ref for ref, _ in found.most_common())

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

    def _score(self, found: Found, pointers: list[Pointer], homes: dict[str, set[str]]) -> None:
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
                    if word not in homes or homes[word] & self._holds(ref):
                        actions[ref] += self._rarity[word] * WORD_WEIGHT
        for code, score in self._best_action(actions).items():
            themes[code] += 0.35 * min(score, 4.0)
        found.leaning = self._leaning(found.content)
        found.themes = dict(sorted(themes.items(), key=lambda item: -item[1]))
        found.actions = dict(sorted(actions.items(), key=lambda item: -item[1]))

    def _holds(self, ref: str) -> set[str]:
        """The codes an action stands under: its priority's and those of its leads."""
        action = self.plan.action(ref)
        return {action.priority, *action.leads}

    def _leaning(self, content: Iterable[str]) -> dict[str, float]:
        """What the words lean to, by priority, best first."""
        scores: dict[str, float] = defaultdict(float)
        for theme, score in leaning(content).items():
            for code in self._themes[theme]:
                scores[code] = max(scores[code], score)
        return dict(scores)

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


def _pointers(matches: list[Match]) -> list[Pointer]:
    return [pointer for match in matches for pointer in match.pointers]


def _words_of_agencies(matches: list[Match]) -> Iterator[str]:
    for match in matches:
        if any(pointer.sort is Sort.AGENCY for pointer in match.pointers):
            yield from match.phrase


def _homes(matches: list[Match]) -> dict[str, set[str]]:
    """Words said as part of a name of several words ("West Kent Housing"), with whose name it is:
    they speak of no action elsewhere."""
    homes: dict[str, set[str]] = defaultdict(set)
    for match in matches:
        named = {
            pointer.value
            for pointer in match.pointers
            if pointer.sort is Sort.AGENCY
            or (pointer.sort is Sort.PRIORITY and pointer.weight >= NAME_WEIGHT)
        }
        if named and len(match.phrase) > 1:
            for word in match.phrase:
                homes[word] |= named
    return homes


def _stems_of(action: Action) -> Phrase:
    return stems(text_of(action))


def _content(read: Phrase) -> Iterator[str]:
    return (word for word in read if word not in _STOP_STEMS and len(word) > 2)


def _values(pointers: list[Pointer], sort: Sort, least: float = 0.0) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.value for p in pointers if p.sort is sort and p.weight >= least))
