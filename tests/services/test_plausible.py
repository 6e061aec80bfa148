"""What is asked about: slips of a finger, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.core.errors import Unlikely
from bot.core.plan import Basis, Direction, Measure, Reading, Update
from bot.core.progress import Standing
from bot.core.status import Status
from bot.services.plausible import ask_about, doubts
from tests.factories import Q1, Q2, an_action, an_update

TODAY = date(2018, 8, 1)
STARTS = date(2018, 4, 1)


def _asked(measure: Measure, last: float | None, now: float | None, **more: Any) -> list[str]:
    action = replace(an_action("ASB3"), measures=(measure,))
    earlier = () if last is None else (Reading(measure.id, last, Q1),)
    standing = Standing(action, (an_update("ASB3", quarter=Q1, readings=earlier),))
    readings = () if now is None else (Reading(measure.id, now, Q2),)
    update: Update = replace(an_update("ASB3", quarter=Q2, readings=readings), **more)
    return [doubt.field for doubt in doubts(standing, update, STARTS, TODAY)]


MANY = Measure("ASB3/1", "visits made", target=200)
SHARE = Measure("ASB3/1", "answered in time", unit="percent", target=95)
FEWER = Measure("ASB3/1", "days to answer", target=10, direction=Direction.LOWER)


@pytest.mark.parametrize(
    ("measure", "last", "now", "asked"),
    [
        (MANY, 148, 1480, True),
        (MANY, 148, 14, True),
        (MANY, 40, 0, True),
        (MANY, 48, 148, False),
        (MANY, 2, 12, False),
        (MANY, None, 1480, False),
        (SHARE, 90, 96, False),
        (SHARE, 90, 960, True),
        (SHARE, None, 101, True),
    ],
)
def test_a_figure_far_from_the_last(
    measure: Measure, last: float | None, now: float, asked: bool
) -> None:
    assert (_asked(measure, last, now) == ["reading:ASB3/1"]) is asked


@pytest.mark.parametrize(
    ("measure", "now", "asked"),
    [
        (MANY, 31, True),
        (MANY, 38, False),
        (MANY, 70, False),
        (SHARE, 31, False),
        (FEWER, 31, False),
        (replace(MANY, basis=Basis.SNAPSHOT), 31, False),
    ],
)
def test_a_total_of_the_year_so_far_does_not_fall(
    measure: Measure, now: float, asked: bool
) -> None:
    assert (_asked(measure, 38, now) == ["reading:ASB3/1"]) is asked


@pytest.mark.parametrize(
    ("measure", "now", "asked"),
    [
        (MANY, 3, True),
        (MANY, 195, False),
        (MANY, None, False),
        (FEWER, 9, False),
        (FEWER, 30, True),
        (replace(FEWER, direction=Direction.MONITOR), 30, False),
    ],
)
def test_complete_far_from_the_target(measure: Measure, now: float | None, asked: bool) -> None:
    assert (_asked(measure, None, now, status=Status.COMPLETE) == ["status"]) is asked


@pytest.mark.parametrize(
    ("due", "asked"),
    [
        (date(2018, 7, 31), True),
        (date(2018, 3, 1), True),
        (date(2018, 8, 1), False),
        (None, False),
    ],
)
def test_a_new_date_that_has_passed(due: date | None, asked: bool) -> None:
    assert (_asked(MANY, None, None, new_due=due) == ["new_due"]) is asked


def test_an_answer_holds_for_what_was_asked() -> None:
    update = replace(an_update("ASB3"), new_due=date(2018, 7, 31))
    standing = Standing(an_action("ASB3"))
    with pytest.raises(Unlikely) as asked:
        ask_about(standing, update, STARTS, TODAY, frozenset())
    ask_about(standing, update, STARTS, TODAY, frozenset(asked.value.marks))
    other = replace(update, new_due=date(2018, 7, 30))
    with pytest.raises(Unlikely):
        ask_about(standing, other, STARTS, TODAY, frozenset(asked.value.marks))
