"""What must hold of every conversation, without labels: a fragment narrows, leaves out, replaces
or chooses in the set before it. Questions and fragments are generated; the truth is computed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

import pytest

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.progress import Progress
from bot.messages.reply import Answer
from bot.reading.dated import Asker
from bot.reading.encoding import decoded, encoded
from bot.reading.expression import (
    Expression,
    Leads,
    Not,
    Of,
    Overdue,
    Partners,
    Stands,
    all_of,
)
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.wants import Reading
from bot.services.conversations import continuable, of_a_list
from tests.reading.conftest import TODAY, Truth


@dataclass(frozen=True)
class Side:
    """A condition: how it is asked first, how a fragment says it, and what it means."""

    name: str
    first: str
    said: str
    means: Expression


SIDES = (
    Side("status", "red actions", "red", Stands("off_track")),
    Side("status", "which actions are at risk", "amber", Stands("at_risk")),
    Side("status", "show me the green ones", "on track", Stands("on_track")),
    Side("status", "what is complete", "complete", Stands("complete")),
    Side("status", "are any of the actions red?", "red", Stands("off_track")),
    Side("updated", "actions with no update", "without an update", Stands("")),
    Side("due", "what is overdue", "overdue", Overdue()),
    Side("lead", "actions led by Kent Police", "led by the police", Leads("KP")),
    Side("lead", "what does the council lead", "led by the council", Leads("SDC")),
    Side("lead", "which actions does fire lead", "led by fire", Leads("KFRS")),
    Side("partner", "actions CGL support", "supported by CGL", Partners("CGL")),
    Side("about", "domestic abuse actions", "in domestic abuse", Of("DA")),
    Side("about", "actions in substance misuse", "under substance misuse", Of("SUB")),
    Side("about", "the mental health actions", "in mental health", Of("MH")),
)
PAIRS = [(a, b) for a, b in product(SIDES, SIDES) if a.name != b.name]
LIKE = [(a, b) for a, b in product(SIDES, SIDES) if a.name == b.name and a is not b]
Talk = Callable[..., list[Answer]]


@pytest.fixture(scope="session")
def talk(progress: Progress, index: Index) -> Talk:
    """The answers to what an observer types in one place, each remembered as the bot does."""
    context = AnswerContext(progress, Caller("w", "U1", Role.OBSERVER, ("SDC",)), TODAY)

    def answers(*typed: str) -> list[Answer]:
        before: Reading | None = None
        made = []
        for text in typed:
            reading = read(text, index, TODAY, Asker(("SDC",)), lambda b=before: b)  # type: ignore[misc]
            made.append(answer_reading(reading, context))
            before = decoded(encoded(of_a_list(continuable(reading, made[-1].refs), before)))
        return made

    return answers


def wrong(
    talk: Talk,
    truth: Truth,
    pairs: list[tuple[Side, Side]],
    way: str,
    joins: Callable[..., Expression],
) -> list[str]:
    """The conversations of two turns whose second answer is about other actions than are meant."""
    faults = []
    for first, then in pairs:
        meant = truth(joins(first.means, then.means))
        fragment = way.format(then.said)
        got = talk(first.first, fragment)[1]
        if set(got.refs) != meant:
            faults.append(f"{first.first} | {fragment}: {got.title}")
    return faults


NARROWING = ("which of those are {}", "of those, which are {}?", "only those {}", "any of them {}?")


@pytest.mark.slow
@pytest.mark.parametrize("way", NARROWING)
def test_what_points_back_narrows(talk: Talk, truth: Truth, way: str) -> None:
    faults = wrong(talk, truth, PAIRS, way, lambda a, b: all_of(a, b))
    assert not faults, "\n".join(faults)


DENYING = ("not the ones {}", "without those {}", "except the ones {}", "leave out the ones {}")


@pytest.mark.slow
@pytest.mark.parametrize("way", DENYING)
def test_what_is_left_out_is_left_out(talk: Talk, truth: Truth, way: str) -> None:
    faults = wrong(talk, truth, PAIRS, way, lambda a, b: all_of(a, Not(b)))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("way", ["and {}?", "what about the ones {}", "and those {}?"])
def test_what_joins_on_takes_the_place_of_its_like(talk: Talk, truth: Truth, way: str) -> None:
    faults = wrong(talk, truth, LIKE, way, lambda _, b: b)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("others", ["and the others?", "the rest", "what about the rest?"])
def test_the_others_are_those_the_last_condition_left_out(
    talk: Talk, truth: Truth, others: str
) -> None:
    for first, then in PAIRS:
        narrowed, rest = talk(first.first, f"which of those are {then.said}", others)[1:]
        if len(narrowed.refs) <= 10:
            assert set(rest.refs) == truth(all_of(first.means, Not(then.means))), rest.title


@pytest.mark.parametrize("want", ["who leads those", "when are they due", "list them", "how many?"])
def test_another_want_is_about_the_same_actions(talk: Talk, truth: Truth, want: str) -> None:
    for side in SIDES:
        then = talk(side.first, want)[1]
        meant = truth(side.means)
        if meant and want == "how many?":
            assert str(len(meant)) in then.title, side.first
        elif meant:
            assert set(then.refs) <= meant, side.first
            assert then.refs, side.first


PLACES = {"the first one": 0, "the second one": 1, "number 2": 1, "the last one": -1, "2": 1}


@pytest.mark.parametrize("chosen", PLACES)
@pytest.mark.parametrize("between", [(), ("when is it due?",), ("the second one", "who leads it")])
def test_a_place_in_a_list_is_chosen_also_after_another(
    talk: Talk, chosen: str, between: tuple[str, ...]
) -> None:
    for side in SIDES:
        listed, *_, last = talk(
            side.first, *(("the first one",) if between else ()), *between, chosen
        )
        if len(listed.refs) > 1:
            assert last.refs == (listed.refs[PLACES[chosen]],), (side.first, last.title)


def test_after_another_set_a_place_is_chosen_in_that(talk: Talk) -> None:
    for first, then in LIKE:
        turns = (first.first, "the first one", f"what about the ones {then.said}", "the second one")
        *_, listed, last = talk(*turns)
        if len(listed.refs) > 1:
            assert last.refs == (listed.refs[1],), (first.first, then.said, listed.title)


@pytest.mark.parametrize(
    ("some", "cut"), [("the last two", slice(-2, None)), ("the first 3", slice(3))]
)
def test_several_places_are_chosen(talk: Talk, some: str, cut: slice) -> None:
    for side in SIDES:
        listed, two = talk(side.first, f"{some}, who leads them?")
        if len(listed.refs) > 3:
            assert sorted(two.refs) == sorted(listed.refs[cut]), two.title


@pytest.mark.parametrize("small", ["thank you, that is most helpful", "thanks a lot", "ok ta"])
def test_thanks_go_on_with_nothing(talk: Talk, small: str) -> None:
    for side in SIDES:
        assert talk(side.first, small)[1].refs == ()
