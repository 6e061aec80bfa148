"""What must hold of every reading, without labels: partition, noise, order, alternatives.

Conditions come from a table with the expression each means; sentences are generated from it, and
the truth is what the expression holds for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import pytest

from bot.core.quarters import Quarter
from bot.reading.expression import (
    Closed,
    Counts,
    Days,
    Due,
    Expression,
    Involves,
    Lacks,
    Leads,
    Not,
    Of,
    Overdue,
    Partners,
    Reported,
    Stands,
    all_of,
    any_of,
)
from bot.reading.wants import Kind, Reading
from tests.reading.conftest import Reader, Truth


@dataclass(frozen=True)
class Condition:
    """What is asked: `short` before "actions", `clause` after "that", `denied` after "that"."""

    side: str
    means: Expression
    clause: str
    denied: str
    short: str = ""
    among_open: bool = False


def _status(word: str, value: str) -> Condition:
    return Condition("status", Stands(value), f"are {word}", f"are not {word}", word)


def _led(name: str, code: str) -> Condition:
    return Condition(
        "lead", Leads(code), f"are led by {name}", f"are not led by {name}", f"{name} led"
    )


OCTOBER = Days(date(2018, 10, 1), date(2018, 10, 31))
CONDITIONS = (
    _status("red", "off_track"),
    _status("amber", "at_risk"),
    _status("green", "on_track"),
    _status("complete", "complete"),
    _status("deferred", "deferred"),
    _status("on track", "on_track"),
    _status("at risk", "at_risk"),
    _status("off track", "off_track"),
    Condition("overdue", Overdue(), "are overdue", "are not overdue", "overdue"),
    Condition("closed", Not(Closed()), "are open", "are not open", "open"),
    _led("Kent Police", "KP"),
    _led("the council", "SDC"),
    _led("Kent Fire & Rescue", "KFRS"),
    Condition("partner", Partners("KP"), "Kent Police support", "Kent Police do not support"),
    Condition("partner", Partners("CGL"), "CGL are a partner on", "CGL are not a partner on"),
    Condition("theme", Of("SUB"), "are in substance misuse", "are not in substance misuse"),
    Condition("theme", Of("DA"), "are about domestic abuse", "are not about domestic abuse"),
    Condition("theme", Of("MH"), "belong to mental health", "do not belong to mental health"),
    Condition("due", Due(OCTOBER), "are due in October", "are not due in October", among_open=True),
    Condition("reported", Reported(Quarter(2018, 2)), "have reported in Q2",
              "have not reported in Q2", among_open=True),
    Condition("reported", Reported(Quarter(2018, 1)), "were reported on in Q1",
              "were not reported on in Q1", among_open=True),
    Condition("updated", Not(Stands("")), "have had an update", "have not had an update"),
    Condition("gap", Lacks("target"), "have no target", "have a target"),
    Condition("gap", Lacks("baseline"), "have no baseline", "have a baseline"),
    Condition("joint", Counts("leads", ">", 1), "are jointly led", "are not jointly led", "joint"),
    Condition("moved", Counts("moves", ">", 0), "have slipped", "have not slipped"),
    Condition("number", Counts("partners", ">", 3), "have more than three partners",
              "do not have more than three partners"),
    Condition("number", Counts("partners", "<", 2), "have fewer than 2 partners",
              "do not have fewer than 2 partners"),
    Condition("number", Counts("partners", ">=", 4), "have at least four partners",
              "do not have at least four partners"),
)  # fmt: skip


def _answers(reading: Reading) -> bool:
    return reading.want.kind in {Kind.LIST, Kind.COUNT, Kind.PRIORITY}


Case = tuple[str, Expression, bool]
"""A sentence, the expression it must be the same as, and whether only open actions are compared."""


def _denials(c: Condition) -> list[str]:
    ways = [
        f"actions that {c.denied}",
        f"which actions {c.denied}?",
        f"everything except the ones that {c.clause}",
        f"all actions other than those that {c.clause}",
        f"list actions apart from those which {c.clause}",
        f"how many actions {c.denied}?",
    ]
    if c.clause.startswith("are "):
        rest = c.clause.removeprefix("are ")
        ways += [f"which aren't {rest}", f"actions which arent {rest}", f"whats not {rest}"]
    if c.clause.startswith("have "):
        rest = c.clause.removeprefix("have ")
        had = f"which haven't {rest}" if not c.side.startswith(("gap", "number")) else ""
        ways += [had] if had else []
    if c.side == "lead":
        name = c.clause.removeprefix("are led by ")
        ways += [f"led by anyone but {name}", f"led by anybody other than {name}",
                 f"what does {name} not lead"]  # fmt: skip
    if c.short:
        ways += [f"excluding {c.short} ones, list the actions", f"anything but {c.short}",
                 f"all but the {c.short} ones", f"no {c.short} ones please"]  # fmt: skip
    return ways


def denials() -> list[Case]:
    """Every condition, every way of negating it."""
    return [(text, Not(c.means), c.among_open) for c in CONDITIONS for text in _denials(c)]


def plain() -> list[Case]:
    """Every condition by itself."""
    return [
        (text, c.means, c.among_open)
        for c in CONDITIONS
        for text in (
            f"actions that {c.clause}",
            f"which actions {c.clause}?",
            f"how many {c.clause}",
            f"list everything that {c.clause} please",
            *([f"{c.short} actions", f"show me the {c.short} ones"] if c.short else []),
        )
    ]


def _pairs() -> list[tuple[Condition, Condition]]:
    return [(a, b) for a, b in combinations(CONDITIONS, 2) if a.side != b.side]


def _is_open(*conditions: Condition) -> bool:
    return any(c.among_open for c in conditions)


def both() -> list[Case]:
    """Two conditions of different sides, in either order, one of them denied or both plain."""
    cases: list[Case] = []
    for a, b in _pairs():
        is_open = _is_open(a, b)
        cases += [
            (f"which actions {a.clause} and {b.clause}", all_of(a.means, b.means), is_open),
            (f"actions that {b.clause} and {a.clause}", all_of(a.means, b.means), is_open),
            (f"actions that {a.clause} but {b.denied}", all_of(a.means, Not(b.means)), is_open),
            (f"how many {b.clause} but {a.denied}", all_of(Not(a.means), b.means), is_open),
        ]
        if a.short:
            cases += [
                (f"{a.short} actions that {b.clause}", all_of(a.means, b.means), is_open),
                (f"{a.short} ones which {b.denied}", all_of(a.means, Not(b.means)), is_open),
            ]
    return cases


def either() -> list[Case]:
    """Two conditions of different sides joined by "or"."""
    return [
        (f"actions that {a.clause} or {b.clause}", any_of(a.means, b.means), _is_open(a, b))
        for a, b in _pairs()
    ]


def alike() -> list[Case]:
    """Two conditions of one side: either, neither."""
    cases: list[Case] = []
    for a, b in combinations(CONDITIONS, 2):
        if a.side != b.side or a.means == b.means or not a.short or not b.short:
            continue
        one, other = a.clause.removeprefix("are "), b.clause.removeprefix("are ")
        neither = all_of(Not(a.means), Not(b.means))
        cases += [
            (f"actions that are {one} or {other}", any_of(a.means, b.means), False),
            (f"{a.short} or {b.short} actions", any_of(a.means, b.means), False),
            (f"{a.short} and {b.short} ones", any_of(a.means, b.means), False),
            (f"actions that are neither {one} nor {other}", neither, False),
            (f"actions that are not {one} or {other}", neither, False),
            (f"everything except the {a.short} and {b.short} ones", neither, False),
        ]
    return cases


def wrong(cases: list[Case], asked: Reader, truth: Truth) -> tuple[list[str], list[str]]:
    """The sentences answered with other actions, and those not answered at all."""
    among_open = truth(Not(Closed()))
    mistaken, unanswered = [], []
    for text, means, only_open in cases:
        reading = asked(text)
        if not _answers(reading):
            unanswered.append(f"{text} -> {reading.want.kind}")
            continue
        over, meant = truth(reading.over), truth(means)
        if only_open:
            over, meant = over & among_open, meant & among_open
        if over != meant:
            mistaken.append(f"{text} -> {reading.over}")
    return mistaken, unanswered


@pytest.mark.slow
@pytest.mark.parametrize("cases", [plain, denials, both, either, alike])
def test_every_sentence_of_the_grid_is_read_as_it_is_meant(
    cases: Callable[[], list[Case]], asked: Reader, truth: Truth
) -> None:
    made = cases()
    mistaken, unanswered = wrong(made, asked, truth)
    assert not mistaken
    assert not unanswered


@pytest.mark.slow
def test_conditions_in_any_order_give_the_same_actions(asked: Reader, truth: Truth) -> None:
    heads = ("red", "overdue", "joint", "open")
    tails = ("led by Kent Police", "in domestic abuse", "with no target", "with no update in Q2",
             "with more than 3 partners", "due in October")  # fmt: skip
    for head in heads:
        for one, other in combinations(tails, 2):
            orders = (f"{head} actions {one} {other}", f"{head} actions {other}, {one}",
                      f"actions {one}, {other} that are {head}")  # fmt: skip
            answers = {frozenset(truth(asked(text).over)) for text in orders}
            assert len(answers) == 1, orders


@pytest.mark.parametrize("around", [
    "Hi, could you tell me {}?", "sorry to bother you but {}", "quick q - {}", "{} asap pls",
    "{} for my report", "I'm in a meeting in ten minutes. {}", "{}? Ta x",
])  # fmt: skip
def test_courtesies_and_errands_change_nothing(around: str, asked: Reader) -> None:
    for c in CONDITIONS:
        text = f"which actions {c.clause}"
        assert asked(around.format(text)) == asked(text), around.format(text)


@pytest.mark.parametrize("word", ["flibbertigibbets", "zoetropes", "quangled", "hovercraft"])
def test_a_word_nobody_knows_is_asked_about_or_named(word: str, asked: Reader) -> None:
    unsaid = []
    for c in CONDITIONS:
        for text in (
            f"actions about {word} that {c.clause}",
            f"which {word} {c.clause}?",
            f"which actions {c.denied} for {word}",
            f"{word} actions that {c.clause}",
        ):
            reading = asked(text)
            asks = reading.want.kind in {Kind.CHOOSE, Kind.NOT_UNDERSTOOD}
            if not asks and not any(word in note for note in reading.notes):
                unsaid.append(f"{text} -> {reading.want.kind} {reading.over}")
    assert not unsaid


@pytest.mark.parametrize("unit", ["week", "month", "quarter"])
@pytest.mark.parametrize("asked_for", ["what is due in {}", "updates during {}", "due by {}"])
def test_a_unit_of_time_with_an_article_is_the_one_in_progress(
    asked: Reader, unit: str, asked_for: str
) -> None:
    over = asked(asked_for.format(f"this {unit}")).over
    assert asked(asked_for.format(f"the {unit}")).over == over


@pytest.mark.parametrize(
    "text",
    ["what do {} and {} do together", "anything shared between {} and {}", "both {} and {} on it"],
)
def test_bodies_named_together_are_all_meant_and_a_name_of_several_means_any(
    asked: Reader, text: str
) -> None:
    probation = any_of(Involves("NPS"), Involves("KSSCRC"))
    both_meant = all_of(Involves("KP"), probation)
    assert asked(text.format("the police", "probation")).over == both_meant


def test_two_days_of_one_month_are_both_meant(asked: Reader) -> None:
    one, other = asked("reported on 27 September").over, asked("reported on 29 September").over
    assert asked("reported on 27 and 29 September").over == any_of(one, other)


def test_a_calendar_year_ends_in_december_whatever_the_plan_does(asked: Reader) -> None:
    for words in ("this calendar year", "the calendar year"):
        assert asked(f"due by the end of {words}").over == asked("due by 31 December").over


def test_what_should_have_been_done_by_a_feast_looks_back(asked: Reader) -> None:
    assert asked("what should have been finished by easter").over == asked("due by 1 April").over
    assert asked("what has to be finished by easter").over == asked("due by 21 April 2019").over


@pytest.mark.parametrize("text", ["who reported on ASB3 last", "who reported on 1.6 last and when"])
def test_who_reported_on_an_action_is_nothing_personal(asked: Reader, text: str) -> None:
    assert asked(text).want.kind is not Kind.PERSONAL
    assert asked("who reported on the neighbours").want.kind is Kind.PERSONAL


@pytest.mark.parametrize(
    ("text", "plainly"),
    [
        ("with two partners and led by fire", "led by fire, with two partners"),
        ("amber or above three partners", "amber or with more than 3 partners"),
        ("amber or below 50% of target", "amber or less than half of target"),
        ("updates in the first quarter and the second", "updates in Q1 and Q2"),
        ("due in q2 or the third", "due in Q2 or Q3"),
        ("what was red in Q1 but not the second", "what was red in Q1 but not in Q2"),
        ("fire here - what are we in", "which actions involve fire"),
        ("at risk or finished late", "finished late or at risk"),
    ],
)
def test_what_is_said_in_short_is_what_is_said_in_full(
    text: str, plainly: str, asked: Reader, truth: Truth
) -> None:
    assert truth(asked(text).over) == truth(asked(plainly).over)


def test_a_number_of_one_state_is_not_set_against_another(asked: Reader) -> None:
    want = asked("which agencies with something overdue have more than 3 ambers").want
    assert (want.kind, want.least) == (Kind.BY, 4)
