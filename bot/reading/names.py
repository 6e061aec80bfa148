"""Names of a plan's priorities and agencies: what each is called by, and their index by stems."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from bot.core.plan import Action, Plan
from bot.reading.grammar import SLIP_FROM, Entry, Sort
from bot.reading.tokens import Token, stem, words

_PREPOSED = r"\b(?:from|of|on|in|against|for|to)\s"
Names = dict[tuple[str, ...], dict[Sort, dict[str, bool]]]


def parts_of(name: str) -> set[str]:
    """The parts a priority is called by: "Tackling Violence Against Women and Girls" is "violence
    against women" too, "Theft, Fraud and Thriving Town Centres" "theft and fraud"."""
    short = re.split(r"\s*\(|\b(?:including|incl)\b", name)[0]
    bare = re.sub(r"^\w+ing\s(?=\w)", "", short)
    pieces = [piece.strip() for piece in re.split(r",|&|\band\b", bare) if piece.strip()]
    long = {piece for piece in pieces if len(words(piece)) > 1}
    head = words(pieces[-1])[-1] if pieces and len(words(pieces[-1])) > 1 else ""
    long |= {f"{piece} {head}" for piece in pieces if head and len(words(piece)) == 1}
    led = {pieces[0]} if bare != short else set()
    tails = {tail for tail in re.split(_PREPOSED, bare)[1:] if len(words(tail)) > 2}
    return {short, bare, *long, *led, *tails, " and ".join(pieces[:2])}


def initials_of(name: str) -> set[str]:
    """The initials a priority may be called by: "Anti-Social Behaviour and Towns" is "ASB",
    "Violence Against Women and Girls" also "VAWG"."""
    pieces = {name, *parts_of(name)}
    firsts = (
        "".join(w[0] for w in words(p.replace("-", " ")) if w not in _JOINING) for p in pieces
    )
    return {i for i in firsts if 1 < len(i) < 6 and i.isalpha()}


_JOINING = frozenset({"and", "for", "in", "of", "on", "the", "to"})


def add_name(
    names: Names,
    text: str,
    sort: Sort,
    value: str,
    *,
    named: bool = False,
    unless: Container[tuple[str, ...]] = (),
) -> None:
    """One more name, `unless` it is somebody's already; an article before it need not be said."""
    stemmed = tuple(stem(word) for word in words(text.replace("-", " ")))
    stemmed = stemmed[1:] if len(stemmed) > 1 and stemmed[0] == "the" else stemmed
    if stemmed and stemmed not in unless:
        held = names[stemmed][sort]
        held[value] = held.get(value, False) or named


class Called:
    """Names by their stems: what each is the name of, an agency's before a taught word's before a
    priority's."""

    def __init__(self, names: Names) -> None:
        self._entries: dict[tuple[str, ...], Entry] = {}
        lengths: dict[str, set[int]] = defaultdict(set)
        for stemmed, sorts in names.items():
            sort = next(s for s in (Sort.AGENCY, Sort.TAUGHT, Sort.PRIORITY) if s in sorts)
            held = sorts[sort]
            self._entries[stemmed] = Entry(sort, tuple(held), len(stemmed), any(held.values()))
            lengths[stemmed[0]].add(len(stemmed))
        self._lengths = {first: sorted(of, reverse=True) for first, of in lengths.items()}

    def at(self, tokens: Sequence[Token], place: int) -> Iterator[tuple[Entry, int]]:
        """The names that begin at a place, longest first, and how many tokens each takes, with the
        marks inside it."""
        first = stem(tokens[place].word)
        lengths = self._lengths.get(first)
        if lengths is None:
            return
        run, ends = [first], [place + 1]
        for at in range(place + 1, len(tokens)):
            if len(run) >= lengths[0]:
                break
            if tokens[at].word not in _INSIDE:
                run.append(stem(tokens[at].word))
                ends.append(at + 1)
        for length in lengths:
            entry = self._entries.get(tuple(run[:length]))
            if entry is not None and length <= len(run):
                end = ends[length - 1]
                typed = [token.word for token in tokens[place : end + 1]]
                yield entry, end - place + ("(" in typed and typed[-1] == ")")


_INSIDE = frozenset({",", "(", ")", "/", "-"})
"""Marks that a name may hold."""


def _names_of(plan: Plan) -> Iterator[tuple[str, ...]]:
    for priority in plan.priorities:
        yield from map(words, (priority.name, priority.short, *priority.aliases))
    for agency in plan.agencies:
        yield from map(words, (agency.name, agency.short, *agency.aliases))


def long_words(plan: Plan) -> set[str]:
    """The words of the plan's names and of its actions' texts that a slip may be mended to."""
    texts = (words(action.text) for action in plan.actions)
    return {word for text in (*_names_of(plan), *texts) for word in text if len(word) >= SLIP_FROM}


def neighbours(plan: Plan) -> dict[str, set[str]]:
    """Word -> the words that follow it in some name of the plan."""
    followers: dict[str, set[str]] = defaultdict(set)
    for name in _names_of(plan):
        for first, second in pairwise(name):
            followers[first].add(second)
    return followers


def groups(plan: Plan) -> dict[str, Entry]:
    """What references begin alike with: "III" of III.1 and III.2, "3.1" of 3.1.1; a whole priority
    where it is one. A letter alone is a word."""
    held: dict[str, list[Action]] = defaultdict(list)
    for action in plan.actions:
        held[re.split(r"[./]", action.ref[::-1], maxsplit=1)[-1][::-1].lower()].append(action)
    begun = {}
    for name, actions in held.items():
        code = actions[0].priority
        every = actions == [action for action in plan.actions if action.priority == code]
        values = (code,) if every else tuple(action.ref for action in actions)
        if (len(name) > 1 and name.isalpha()) or "." in name:
            begun[name] = Entry(Sort.PRIORITY if every else Sort.REF, values, named=True)
    return begun
