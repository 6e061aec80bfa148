"""The phrases, known words and themes of one plan: what `lexicon` is built from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.core.plan import Action, Plan
from bot.disclosure.check import KnownNames
from bot.questions.glossary import ENTRIES
from bot.questions.phrases import Phrase, Phrases, Pointer, Sort
from bot.questions.vocabulary import AGENCY_NAMES, CONCEPTS, THEMES
from bot.questions.words import stems, tokens

NAME_WEIGHT = 4.0
"""A priority's own name or code, or a word a coordinator has taught."""
ALIAS_WEIGHT = 3.5
"""An alias of the plan: as sure, but it may name only a part ("burglary")."""
ORDINARY_WEIGHT = 2.0
ORDINARY_ALIASES = frozenset({"prevent", "da", "ts", "soc", "gangs"})
"""Aliases that are ordinary words as well: they weigh less, unless more is said."""
TAUGHT = "taught:"
"""Prefix of the pointer of a word that a coordinator has taught."""


def phrases_of(plan: Plan, taught: Iterable[tuple[str, str]]) -> Phrases:
    """Every phrase that points into the plan, its alias, vocabulary and taught words together."""
    phrases = Phrases()
    for priority in plan.priorities:
        own = {priority.name, priority.short, priority.code}
        for name in (*sorted(own), *priority.aliases):
            called = name in own or stems(priority.name)[: len(stems(name))] == stems(name)
            weight = NAME_WEIGHT if called else ALIAS_WEIGHT
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
        agency = plan.agency(target)
        meant = (Sort.AGENCY, target) if agency else (Sort.CONCEPT, f"{TAUGHT}{target}")
        phrases.add(word, Pointer(*meant, NAME_WEIGHT))
    phrases.settle()
    return phrases


def _agency_names(plan: Plan) -> Iterator[tuple[str, str]]:
    for agency in plan.agencies:
        old_and_new = AGENCY_NAMES.get(agency.code, "").split("|")
        bare = re.sub(r"\(.*?\)", "", agency.name)
        for name in (agency.code, agency.name, bare, *agency.aliases, *old_and_new):
            yield agency.code, name


def known_words(plan: Plan) -> set[str]:
    """Words that need no repair, and that a misspelling may be repaired to."""
    texts = [part for concept in CONCEPTS for term in concept.terms for part in term.words]
    texts += [name for p in plan.priorities for name in (p.name, *p.aliases)]
    texts += [name for a in plan.agencies for name in (a.name, *a.aliases)]
    return {word for text in texts for word in tokens(text)} | {
        word for action in plan.actions for word in tokens(text_of(action))
    }


def known_names(plan: Plan) -> KnownNames:
    """The names in a plan that are no person's: agencies and priorities."""
    agencies = {name for a in plan.agencies for name in (a.name, a.short, a.code, *a.aliases)}
    priorities = {name for p in plan.priorities for name in (p.name, p.short, *p.aliases)}
    return KnownNames(frozenset(name.lower() for name in agencies | priorities))


def shared_names(plan: Plan) -> dict[Phrase, tuple[str, ...]]:
    """Names that begin the names of two agencies or more: alone they say too little."""
    names = {agency.code: stems(agency.name) for agency in plan.agencies}
    shared: dict[Phrase, tuple[str, ...]] = {}
    for agency in plan.agencies:
        for phrase in map(stems, agency.aliases):
            codes = tuple(c for c, name in names.items() if name[: len(phrase)] == phrase != name)
            if len(phrase) > 1 and len(codes) > 1:
                shared[phrase] = codes
    return shared


def themes_of(plan: Plan) -> dict[str, tuple[str, ...]]:
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


def text_of(action: Action) -> str:
    return " ".join((action.text, *(measure.text for measure in action.measures)))
