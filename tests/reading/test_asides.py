"""What somebody tells of themselves beside a question is no condition of it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.areas import load_area
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.wants import Kind
from bot.sample import sample_plan

TODAY = date(2018, 10, 10)
PLAN = sample_plan()
INDEX = Index(PLAN, area=load_area(PLAN.area))


@pytest.mark.parametrize(
    "aside",
    [
        ", for my opening remarks",
        " for the exceptions page",
        ", the board is tomorrow 9am",
        ", both for the agenda",
        "? I should like something for the newsletter.",
    ],
)
@pytest.mark.parametrize("asked", ["how many actions are red", "all the ambers", "what is overdue"])
def test_an_aside_narrows_nothing(asked: str, aside: str) -> None:
    plain, beside = (read(text, INDEX, TODAY) for text in (asked, asked + aside))

    assert (beside.want.kind, beside.over) == (plain.want.kind, plain.over)


def test_a_first_report_that_is_awaited_is_no_aside() -> None:
    waiting = read("Kenward actions still waiting for a first report", INDEX, TODAY)

    assert waiting.over != read("Kenward actions still waiting", INDEX, TODAY).over


def test_a_place_nearby_that_is_also_a_word_is_one_only_where_a_place_stands() -> None:
    assert read("does the plan deal with burglary", INDEX, TODAY).want.kind is not Kind.OUTSIDE
    assert (
        read("what are they doing in Deal about burglary", INDEX, TODAY).want.kind is Kind.OUTSIDE
    )
