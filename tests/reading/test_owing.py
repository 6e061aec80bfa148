"""What the asker still has to report, in the many ways it is asked; and questions near to it."""

from __future__ import annotations

import pytest

from bot.core.quarters import Quarter
from bot.reading.dated import Asker
from bot.reading.expression import Closed, Expression, Leads, Not, Reported, all_of, leaves
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.wants import Kind
from tests.reading.conftest import TODAY

OFFICER = Asker(("KP",), leads=True)


def of_agency(over: Expression) -> bool:
    return any(getattr(leaf, "agency", "") == "KP" for leaf in leaves(over))


@pytest.mark.parametrize("who", ["I", "we"])
@pytest.mark.parametrize(
    "asked",
    [
        "what do {} owe",
        "what do {} still owe you?",
        "which actions do {} have to update",
        "what do {} need to report",
        "what have {} not reported yet",
        "what must {} report by the deadline",
        "which ones do {} still need to send in",
        "anything {} still have to update?",
        "have {} done all the updates",
        "which updates are {} late with",
        "did {} miss any updates",
        "show me what {} still have to report",
    ],
)
def test_what_is_owed_is_of_the_quarter_that_has_ended(asked: str, who: str, index: Index) -> None:
    reading = read(asked.format(who), index, TODAY, OFFICER)
    owed = all_of(Leads("KP"), Not(Reported(Quarter(2018, 2))), Not(Closed()))
    assert (reading.want.kind, reading.over) == (Kind.LIST, owed)


@pytest.mark.parametrize(
    "asked",
    [
        "which of {} actions need an update",
        "{} overdue updates",
        "is an update due from {}",
        "what do you need from {}",
        "what reports are you waiting for from {}",
        "is there anything left for {} to report",
        "any updates outstanding from {}?",
    ],
)
def test_it_may_be_asked_of_what_is_ours(asked: str, index: Index) -> None:
    for mine, me in (("my", "me"), ("our", "us")):
        text = asked.format(me if " {}" in asked and "of {}" not in asked else mine)
        reading = read(text, index, TODAY, OFFICER)
        assert Reported(Quarter(2018, 2)) in leaves(reading.over), text
        assert of_agency(reading.over)


def test_a_quarter_named_is_the_one_that_is_owed(index: Index) -> None:
    for text in ("what do I need to report this quarter", "what do we owe for Q3"):
        reading = read(text, index, TODAY, OFFICER)
        assert Reported(Quarter(2018, 3)) in leaves(reading.over)


def test_how_many_are_owed_is_a_number(index: Index) -> None:
    assert read("how many updates do I owe", index, TODAY, OFFICER).want.kind is Kind.COUNT


@pytest.mark.parametrize(
    "asked",
    [
        "our overdue actions that have had an update",
        "which of our amber actions reported late",
        "which of our updates came in late",
        "our latest updates",
        "when do we have to report",
        "who must we report to",
        "what did we report last",
        "my actions that are still open",
        "what do we need to finish by Christmas",
        "what should we do about burglary",
    ],
)
def test_other_questions_of_ours_are_not_about_what_is_owed(asked: str, index: Index) -> None:
    over = read(asked, index, TODAY, OFFICER).over
    assert not any(isinstance(leaf, Reported) for leaf in leaves(over))


@pytest.mark.parametrize(
    "asked",
    [
        "what is outstanding for me",
        "what am I behind on",
        "what do I have to do",
        "what have I got due in October",
        "do I have anything overdue",
        "have I got any red ones",
    ],
)
def test_who_asks_about_themselves_means_their_own(asked: str, index: Index) -> None:
    assert of_agency(read(asked, index, TODAY, OFFICER).over)


@pytest.mark.parametrize(
    "asked",
    [
        "can you list the reds for me",
        "i need the overdue actions",
        "where do i find the overdue actions",
        "how do i see the red ones",
        "can i see the ones without an update",
        "who do I chase for updates",
    ],
)
def test_who_asks_to_be_shown_something_means_everybodys(asked: str, index: Index) -> None:
    assert not of_agency(read(asked, index, TODAY, OFFICER).over)


@pytest.mark.parametrize(
    ("asked", "is_how_to"),
    [
        ("How do I report?", True),
        ("I'd like to send in an update", True),
        ("hello, we want to submit our return", True),
        ("do I need to report an update on ASB3?", False),
        ("which ones do we need to report an update on", False),
    ],
)
def test_who_wants_to_report_is_told_how(asked: str, is_how_to: bool, index: Index) -> None:
    kind = read(asked, index, TODAY, OFFICER).want.kind
    assert (kind is Kind.HOW_TO_UPDATE) == is_how_to


@pytest.mark.parametrize("whom", ["", "me ", "us "])
@pytest.mark.parametrize("what", ["a Q2 update", "an update for Q2", "the Q2 report"])
@pytest.mark.parametrize("still", ["", "still "])
def test_who_owes_whom_a_report_has_not_reported(
    index: Index, still: str, whom: str, what: str
) -> None:
    reading = read(f"who {still}owes {whom}{what}", index, TODAY, Asker(("SDC",), leads=False))

    assert reading.over == all_of(Not(Reported(Quarter(2018, 2))), Not(Closed()))


def test_what_contradicts_itself_is_never_answered(index: Index) -> None:
    reading = read("led by the police and not led by the police", index, TODAY)

    assert reading.want.kind in {Kind.NOT_UNDERSTOOD, Kind.CHOOSE}
