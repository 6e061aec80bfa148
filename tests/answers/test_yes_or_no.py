"""What is asked with yes or no of one action is answered so, before what else is told of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.progress import Progress, Standing
from bot.core.status import Status
from bot.reading.dated import Asker
from bot.reading.parts import Index
from bot.reading.reader import read
from tests.reading.conftest import TODAY

LEAD = Caller("w", "U1", Role.LEAD, ("KP",))
Says = Callable[[str], str]
ASKED: tuple[tuple[str, str, Callable[[Standing], bool]], ...] = (
    ("is {} overdue?", "Overdue?", lambda s: s.is_overdue(TODAY)),
    ("{} overdue?", "Overdue?", lambda s: s.is_overdue(TODAY)),
    ("isn't {} overdue?", "Overdue?", lambda s: s.is_overdue(TODAY)),
    ("is {} red", "Off track (red)?", lambda s: s.status is Status.OFF_TRACK),
    ("do the police lead {}", "Led by Kent Police (KP)?", lambda s: "KP" in s.action.leads),
    (
        "are we a partner on {}",
        "Supported by Kent Police (KP)?",
        lambda s: "KP" in s.action.partners,
    ),
    ("is {} jointly led", "Jointly led?", lambda s: len(s.action.leads) > 1),
)


@pytest.fixture
def says(progress: Progress, index: Index) -> Says:
    """Ask the sample plan something as a lead of Kent Police: the lines under the title."""

    def answer(text: str) -> str:
        reading = read(text, index, TODAY, Asker(("KP",), leads=True))
        return answer_reading(reading, AnswerContext(progress, LEAD, TODAY)).text

    return answer


@pytest.mark.parametrize(("text", "asked", "holds"), ASKED)
def test_yes_or_no_is_said_of_every_action_as_it_is(
    text: str, asked: str, holds: Callable[[Standing], bool], says: Says, progress: Progress
) -> None:
    for standing in progress.standings:
        answer = says(text.format(standing.action.ref)).splitlines()
        assert answer[0].startswith(standing.action.ref)
        assert answer[1] == f"{asked} {'Yes' if holds(standing) else 'No'}."


def test_of_several_ways_each_is_answered(says: Says) -> None:
    lines = says("is ASB3 red or amber?").splitlines()
    assert lines[1:3] == ["Off track (red)? No.", "At risk (amber)? Yes."]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("is the CCTV one overdue", "Overdue? No."),
        ("is the one stop shop led by the police", "Led by Kent Police (KP)? No."),
        ("is there anything amber about hoarding", "At risk (amber)? Yes."),
    ],
)
def test_of_an_action_found_by_its_words_as_well(text: str, line: str, says: Says) -> None:
    assert says(text).splitlines()[1] == line


@pytest.mark.parametrize("text", ["ASB3", "who leads ASB3", "ASB3 is red", "how is ASB3 going?"])
def test_nothing_is_affirmed_that_was_not_asked(text: str, says: Says) -> None:
    assert "? Yes." not in says(text)
    assert "? No." not in says(text)


def test_of_an_action_that_may_not_be_seen_in_full_nothing_is_affirmed(
    progress: Progress, index: Index
) -> None:
    context = AnswerContext(progress, LEAD, TODAY, sees=lambda action: action.ref != "ASB3")
    answer = answer_reading(read("is ASB3 overdue?", index, TODAY), context)
    assert "Overdue?" not in answer.text


def test_that_there_are_none_is_said_once(says: Says) -> None:
    answer = says("any of the drugs ones red, and who leads them")
    assert answer.count("No actions in Substance Misuse are off track") == 1


@pytest.mark.parametrize("ask", ["is everything {} leads green", "are all the {} actions green?",
                                 "can I tell the chair everything {} leads is green"])  # fmt: skip
def test_yes_or_no_is_said_of_everything_an_agency_leads(
    ask: str, says: Says, progress: Progress
) -> None:
    for agency in progress.plan.agencies:
        led = [s for s in progress.standings if agency.code in s.action.leads]
        every = all(s.status is Status.ON_TRACK for s in led)
        answer = says(ask.format(agency.code))
        assert not led or answer.startswith(
            f"Yes, all {len(led)}. Led by" if every else "No. Led by"
        ), answer
        others = [s.action.ref for s in led if s.status is Status.ON_TRACK]
        assert every or not any(f"\n{ref}: " in answer for ref in others)
