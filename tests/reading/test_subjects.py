"""Subjects of their own, in any plan: what an action says in one way is found by each other way of
saying it, however it is asked; and a plan without the subject claims nothing to be about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import cycle

import pytest

from bot.core.plan import Priority
from bot.reading.concepts import all_concepts, concept_lines
from bot.reading.expression import Of, Refs, leaves
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.tokens import stems
from bot.reading.topics import MOST
from tests.factories import a_plan, an_action

TODAY = date(2018, 10, 10)
FRAMES = (
    "what are we doing about {}", "anything on {}", "who deals with {}", "is {} covered",
    "whats the plan for {}", "{}", "is anything being done about {}",
)  # fmt: skip
READ_OTHERWISE = (
    "doorstep caller", "tarmacking", "badger sett", "alley gating", "christian volunteers",
    "late train", "winter shelter", "bed blocking", "beat surgery", "walk and talk surgery",
    "off roading", "stewards", "wardens", "pet theft", "driving on the phone",
    "school parking",
)  # fmt: skip
"""Ways that are taken for a slip, for an occasion, for words of the grammar or of others."""
PRIORITIES = (Priority("HW", "Hearth and Home", 1), Priority("GC", "Getting Closer", 2))


def _ways() -> dict[str, tuple[str, ...]]:
    """Subject -> its ways that are said in one piece and say no other concept."""
    rows = (line.partition(" = ") for line in concept_lines())
    known, ways = all_concepts(), {}
    for name, _, terms in rows:
        if known.concepts.get(name) == ():
            plain = (term for term in terms.split(" | ") if not {"+", "/", "{", "?"} & {*term})
            alone = (w for w in plain if known.outright(stems(w)) == {name})
            ways[name] = tuple(alone)
    return {name: of for name, of in ways.items() if len(of) > 2}


WAYS = _ways()


@cache
def _index(without: str = "") -> Index:
    """A plan with an action on each subject in the first of its ways, but for one."""
    actions = [
        an_action(f"{PRIORITIES[n % 2].code}{n // 2 + 1}", text=f"Do more on {of[0]}")
        for n, (name, of) in enumerate(WAYS.items())
        if name != without
    ]
    return Index(a_plan(*actions, priorities=PRIORITIES))


def _shown(text: str, index: Index) -> set[str]:
    """The actions a text's reading is of; of a whole priority, all of its."""
    over = [*leaves(read(text, index, TODAY).over)]
    named = [{*leaf.refs} for leaf in over if isinstance(leaf, Refs)]
    of = [leaf.priority for leaf in over if isinstance(leaf, Of)]
    every = [{a.ref for a in index.plan.actions if a.priority == code} for code in of]
    return set[str].intersection(*(named or every)) if named or every else set()


def _cases() -> Iterator[tuple[str, str]]:
    frames = cycle(FRAMES)
    for name, of in WAYS.items():
        yield from ((name, next(frames).format(way)) for way in of[1:])


def _are_known(texts: Iterable[str]) -> bool:
    return all(any(way in text for way in READ_OTHERWISE) for text in texts)


@pytest.mark.parametrize("name", WAYS)
def test_each_way_of_saying_a_subject_finds_its_action(name: str) -> None:
    index = _index()
    (ref,) = (a.ref for a in index.plan.actions if a.text == f"Do more on {WAYS[name][0]}")
    shown = {text: _shown(text, index) for of, text in _cases() if of == name}
    missed = {text: refs for text, refs in shown.items() if ref not in refs or len(refs) > MOST}
    assert _are_known(missed), missed


@pytest.mark.parametrize("name", WAYS)
def test_of_a_subject_no_action_speaks_of_none_is_shown(name: str) -> None:
    index = _index(without=name)
    shown = {text: _shown(text, index) for of, text in _cases() if of == name}
    claimed = {text: refs for text, refs in shown.items() if refs}
    assert _are_known(claimed), claimed
