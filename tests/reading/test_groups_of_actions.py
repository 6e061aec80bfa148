"""What is asked of agencies and priorities as wholes: both of two kinds, one and none of another,
nothing but one; truth by plain loops over the plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import pytest

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.progress import Progress, Standing
from bot.reading.dated import Asker
from bot.reading.expression import (
    Days,
    Ever,
    Involves,
    Leads,
    Partners,
    Stands,
    all_of,
    any_of,
)
from bot.reading.parts import Index
from bot.reading.reader import read
from tests.reading.conftest import TODAY

STATES = {"red": "off_track", "amber": "at_risk", "green": "on_track", "complete": "complete"}
BOTH = ("which {g} have both {a} and {b} actions", "{g} that have something {a} and something {b}")
ONE = ("which {g} have something {a} but nothing {b}", "{g} with something {a} and no {b} action")
ONLY = ("which {g} have only {a} actions", "{g} where everything is {a}")
BODIES = {"priorities": "priority", "agencies": "agency"}


def _groups(progress: Progress, body: str) -> dict[str, list[Standing]]:
    own: dict[str, list[Standing]] = {}
    for standing in progress.standings:
        action = standing.action
        for code in (action.priority,) if body == "priority" else action.leads:
            own.setdefault(code, []).append(standing)
    own.pop("ALL", None)
    return own


def _cases() -> Iterator[tuple[str, str, str, str, str]]:
    for plural, body in BODIES.items():
        for first, second in permutations(STATES, 2):
            for kind, ways in {"both": BOTH, "one": ONE, "only": ONLY}.items():
                for way in ways:
                    yield way.format(g=plural, a=first, b=second), body, kind, first, second


def test_groups_that_have_two_kinds_of_action_or_one_alone(
    progress: Progress, index: Index
) -> None:
    context = AnswerContext(progress, Caller("w", "U1", Role.OBSERVER, ()), TODAY)
    wrong = []
    for text, body, kind, first, second in dict.fromkeys(_cases()):
        number = 0
        for own in _groups(progress, body).values():
            kinds = {str(s.status or "") for s in own}
            one, other = STATES[first] in kinds, STATES[second] in kinds
            holds = {"both": one and other, "one": one and not other}
            number += holds.get(kind, kinds == {STATES[first]})
        answered = answer_reading(read(text, index, TODAY), context).text
        wrong += [] if answered.startswith(f"{number} of ") else [(text, number, answered[:90])]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("has any deadline been put back by more than two months", "SUB6 MH1"),
        ("which dates have moved by over a month", "SUB6 MH1"),
        ("anything that slipped by at least three months", "MH1"),
        ("dates that moved by less than six weeks", "ASB3"),
        ("which ones moved by a month or more", "ASB3 SUB6 MH1"),
        ("which were moved to october", "ASB3"),
        ("what has been put back to march 2019", ""),
        ("dates pushed back to december", "SUB6"),
        ("updates older than six weeks", "ASB4 ASB5 ASB7 DA3 MH3 SUB1 SUB4"),
        ("whats gone red", "ASB10 ACQ3 DA3 DA7"),
        ("which have ever gone red", "ASB10 ACQ3 DA3 DA7 OCG4 MH1"),
        ("which went red in Q1", "OCG4"),
        ("what is due by the end of the month", "ASB3 ACQ3 MH1 MH4"),
        ("anything due by month end", "ASB3 ACQ3 MH1 MH4"),
        ("which ones are fire down for as lead", "ASB10 SAF8 MH4"),
        ("everything KCC lead, including early help", "SAF2 SAF9 DA2 DA8"),
        ("everything KCC lead, not including early help", "SAF2 DA2 DA8"),
        ("which actions are only led by fire", "ASB10 SAF8"),
        ("DA actions that are gren", "DA1 DA2"),
        ("anything over a week overdue", "ACQ3 MH1 MH4"),
        ("is anything more than two weeks overdue", ""),
        ("which are the three longest overdue", "ACQ3 MH1 MH4"),
        ("which were updated more than once in Q2", "MH1 ASB8"),
        ("which ones have been red in both quarters", ""),
        ("green in both quarters", "ASB4 ASB5 ASB7 SAF8 DA1"),
        ("which have gone complete since July", "ASB8 ACQ4 MH2"),
    ],
)
def test_a_condition_is_about_the_actions_meant(
    progress: Progress, index: Index, text: str, refs: str
) -> None:
    over = read(text, index, TODAY).over
    assert {s.action.ref for s in progress.standings if over.holds(s, TODAY)} == {*refs.split()}


def test_back_at_a_status_is_there_now_and_was_at_another(index: Index) -> None:
    others = any_of(Stands("at_risk"), Stands("off_track"))
    back = all_of(Stands("on_track"), Ever(others, Days()))
    for text in ("which went back to green", "what has recovered to green", "returned to green"):
        assert read(text, index, TODAY).over == back, text


def test_ours_with_another_agency_are_led_by_us_and_involve_it(index: Index) -> None:
    ours, police = Leads("SDC"), Involves("KP")
    asker = Asker(("SDC",), leads=True)
    for text, over in {
        "which of ours are the police on too": all_of(ours, police),
        "our actions that involve the police": all_of(ours, police),
        "our actions that the police lead": all_of(ours, Leads("KP")),
        "our actions with the police as partner": all_of(ours, Partners("KP")),
        "ours and the police's": any_of(Involves("SDC"), police),
    }.items():
        assert read(text, index, TODAY, asker).over == over, text
