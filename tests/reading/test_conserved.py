"""Every condition that is named changes what is answered, or it is asked: none is lost."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from bot.core.quarters import Quarter
from bot.reading.expression import (
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
    leaves,
)
from bot.reading.wants import Kind, Reading
from tests.reading.conftest import Reader

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
