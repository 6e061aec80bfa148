"""Every condition that is named changes what is answered, or it is asked: none is lost."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from bot.core.quarters import Quarter
from bot.reading.expression import (
    EVERY,
    AsAt,
    Became,
    Closed,
    Counts,
    Days,
    Due,
    Expression,
    Figure,
    Involves,
    Lacks,
    Late,
    Leads,
    Measured,
    Not,
    Of,
    Overdue,
    Overran,
    Partners,
    Reads,
    Reported,
    Stands,
    Updated,
    all_of,
    leaves,
)
from bot.reading.wants import Kind, Reading
from tests.reading.conftest import Reader, Truth

Q1 = Quarter(2018, 1)
CONDITIONS: dict[str, Expression] = {
    "that are red": Stands("off_track"),
    "which are not amber": Not(Stands("at_risk")),
    "that are complete": Stands("complete"),
    "that are overdue": Overdue(),
    "that are still open": Not(Closed()),
    "with no target": Lacks("target"),
    "with a baseline": Not(Lacks("baseline")),
    "with no partners": Lacks("partners"),
    "led by the police": Leads("KP"),
    "not led by the council": Not(Leads("SDC")),
    "supported by fire": Partners("KFRS"),
    "involving KMPT": Involves("KMPT"),
    "in domestic abuse": Of("DA"),
    "due in December": Due(Days(date(2018, 12, 1), date(2018, 12, 31), "December 2018")),
    "reported on in Q1": Reported(Q1),
    "updated in August": Updated(Days(date(2018, 8, 1), date(2018, 8, 31), "August 2018")),
    "with no update at all": Stands(""),
    "whose date has moved": Counts("moves", ">", 0),
    "with more than 2 partners": Counts("partners", ">", 2),
    "that are jointly led": Counts("leads", ">", 1),
    "that met their target": Reads("met"),
    "short of their target": Reads("missed"),
    "without a figure": Reads("none"),
    "that were green at the end of Q1": AsAt(Stands("on_track"), Q1.ends),
    "that turned red in Q1": Became("off_track", Days(Q1.starts, Q1.ends, "Q1 2018-19")),
    "with a target of more than 100": Figure("target", ">", 100),
    "whose target is 100%": Figure("target", "=", 100, percent=True),
    "with a 90% target": Figure("target", "=", 90, percent=True),
    "aiming for 80%": Figure("target", "=", 80, percent=True),
    "with an outcome measure": Measured("outcome"),
    "that finished late": Overran(),
    "with a late update": Late(),
}
WANTS = (
    "which actions {}", "how many actions {}", "what percentage of actions {}",
    "who leads the actions {}", "actions {} per agency", "actions {} by priority",
    "which agency has most actions {}", "how many agencies lead actions {}",
    "the latest updates on actions {}", "the measures of actions {}", "when are the actions {} due",
    "the oldest of the actions {}", "tell me about actions {}", "why are there actions {}",
    "compare police and fire on actions {}", "of the actions {}, how many are led by fire",
)  # fmt: skip
_ASKED = {Kind.CHOOSE, Kind.NOT_UNDERSTOOD}


def _conditions(reading: Reading) -> set[Expression]:
    parts = {*leaves(reading.over), *leaves(reading.want.base)}
    return parts | (_conditions(reading.also) if reading.also else set())


@pytest.mark.parametrize("typed", CONDITIONS)
def test_a_condition_is_in_the_reading_whatever_is_wanted(asked: Reader, typed: str) -> None:
    (leaf,) = leaves(CONDITIONS[typed])
    for want in WANTS:
        reading = asked(want.format(typed))
        if reading.want.kind is Kind.LATEST and isinstance(leaf, Involves):
            continue  # whose word it is: that of the agency that leads
        assert leaf in _conditions(reading) or reading.want.kind in _ASKED, want


def test_two_conditions_are_both_in_the_reading(asked: Reader) -> None:
    for first, second in product(CONDITIONS, list(CONDITIONS)[::5]):
        reading = asked(f"which actions {first} and {second}")
        if "not" in (first + second).split():
            continue  # a NOT spreads over what is joined to it
        needed = {*leaves(CONDITIONS[first]), *leaves(CONDITIONS[second])}
        lost = needed - _conditions(reading)
        assert not lost or reading.want.kind in _ASKED, (first, second)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("what was overdue on 5 July", "on 5 july"),
        ("which actions are soonest and red in August", "in august"),
    ],
)
def test_a_condition_that_fits_nowhere_is_asked_with_the_reading_that_lacks_it(
    asked: Reader, text: str, lost: str
) -> None:
    reading = asked(text)
    if reading.want.kind is Kind.CHOOSE:
        assert reading.want.term == lost
        assert any(label.startswith(f"Without '{lost}'") for label, _ in reading.offers)


def test_the_month_of_updates_is_counted_in(asked: Reader) -> None:
    reading = asked("How many updates were received in August 2018?")
    assert reading.want.noun == "update"
    assert reading.over == CONDITIONS["updated in August"]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("which moved at least twice", Counts("moves", ">=", 2)),
        ("updated twice or more", Counts("updates", ">=", 2)),
        ("only one update so far, which are they", Counts("updates", "=", 1)),
        ("which have had three updates or more", Counts("updates", ">=", 3)),
        ("actions led by more than one agency", Counts("leads", ">", 1)),
        ("over 75% of the way to target", Reads("above", 0.75)),
        ("below half of their target", Reads("below", 0.5)),
        ("targets of 100 or more", Figure("target", ">=", 100)),
        ("which have a target under 50%", Figure("target", "<", 50, percent=True)),
        (
            "actions that only the police support",
            all_of(Counts("partners", "=", 1), Partners("KP")),
        ),
        ("which don't have a partner listed", Lacks("partners")),
    ],
)
def test_numbers_are_compared_with_what_they_stand_beside(
    asked: Reader, text: str, means: Expression
) -> None:
    assert asked(text).over == means


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("what percentage of overdue actions are led by the police", Overdue()),
        ("of the reds, how many belong to the police", Stands("off_track")),
        (
            "what share of the greens that have moved is led by the police",
            all_of(Stands("on_track"), Counts("moves", ">", 0)),
        ),
        ("what percentage of actions are red and overdue", EVERY),
    ],
)
def test_a_share_is_of_what_stands_before_the_verb(
    asked: Reader, text: str, base: Expression
) -> None:
    assert asked(text).want.base == base


@pytest.mark.parametrize("text", ["who leads ASB3 and DA3", "when are ASB3 and DA3 due"])
def test_several_named_are_each_told_of(asked: Reader, truth: Truth, text: str) -> None:
    assert truth(asked(text).over) == {"ASB3", "DA3"}


def test_two_or_more_of_a_group_is_a_threshold(asked: Reader) -> None:
    for text in ("who has two or more overdue", "two reds or more: which agencies lead them"):
        assert (asked(text).want.kind, asked(text).want.least) == (Kind.BY, 2), text


@pytest.mark.parametrize(
    "text", ["over 1.10 of the priorities", "more than 1.2.3 updates", "3.1.2"]
)
def test_a_number_with_dots_is_read_without_a_fault(asked: Reader, text: str) -> None:
    assert asked(f"which actions have {text}").want.kind


@pytest.mark.parametrize("group", ["agencies", "priorities"])
def test_what_has_none_is_asked_of_groups(asked: Reader, group: str) -> None:
    reading = asked(f"{group} with no reds")
    assert reading.want.kind is Kind.COUNT
    assert reading.over == Not(Stands("off_track"))


@pytest.mark.parametrize(
    "text",
    [
        "everything except safeguarding",
        "anything but burglary",
        "actions that are not about burglary",
        "anything not about drugs",
        "neither drugs nor burglary",
        "everything apart from hate crime",
    ],
)
def test_what_is_left_out_is_never_what_is_answered(asked: Reader, truth: Truth, text: str) -> None:
    reading = asked(text)
    assert reading.want.kind is Kind.LIST
    assert len(truth(reading.over)) > 30
