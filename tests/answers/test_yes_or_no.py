"""What is asked with yes or no of one action, or of several, is answered so before all else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.progress import Progress, Standing, meets
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


def _reported(standing: Standing) -> bool:
    return bool(standing.updates)


def _is(status: Status) -> Callable[[Standing], bool]:
    return lambda standing: standing.status is status


def _late(standing: Standing) -> bool:
    return standing.is_overdue(TODAY)


EVERY_WAY: tuple[tuple[str, str, Callable[[Standing], bool]], ...] = (
    ("", "has every action been reported on at least once? if not which hasn't", _reported),
    ("", "has every action had at least one report? which hasn't", _reported),
    ("", "have they all been reported on at least once, and if not which haven't", _reported),
    ("", "have all of them been reported on, if not which not", _reported),
    ("", "is every action complete? if not which isn't", _is(Status.COMPLETE)),
    ("", "has everything been completed", _is(Status.COMPLETE)),
    ("", "is nothing overdue", lambda s: not _late(s)),
    ("", "are none overdue", lambda s: not _late(s)),
    ("", "is nothing red", lambda s: s.status is not Status.OFF_TRACK),
    ("", "has every action been started? if not which has not",
     lambda s: s.status is not Status.NOT_STARTED),
    ("", "has everything got going", lambda s: s.status is not Status.NOT_STARTED),
    ("KP", "have all of ours been updated", _reported),
    ("KP", "all of ours on track? if not which aren't", _is(Status.ON_TRACK)),
    ("KP", "is every one of ours green, and if not which", _is(Status.ON_TRACK)),
    ("KP", "have all of ours started", lambda s: s.status is not Status.NOT_STARTED),
    ("KP", "is none of ours red", lambda s: s.status is not Status.OFF_TRACK),
)  # fmt: skip


@pytest.mark.parametrize(("code", "text", "holds"), EVERY_WAY)
def test_of_a_set_yes_or_no_is_said_with_those_that_are_otherwise(
    code: str, text: str, holds: Callable[[Standing], bool], says: Says, progress: Progress
) -> None:
    base = [s for s in progress.standings if not code or code in s.action.leads]
    otherwise = [s.action.ref for s in base if not holds(s)]
    answer = says(text)
    assert answer.startswith("No. " if otherwise else f"Yes, all {len(base)}. "), answer
    assert f": {len(otherwise)} action" in answer.splitlines()[0] or not otherwise, answer


ANY_WAY: tuple[tuple[str, Callable[[Standing], bool]], ...] = (
    *((text, _is(Status.NOT_STARTED)) for text in (
        "is anyone still not started", "has anyone owned up to not having started",
        "has anybody admitted to not starting", "is there anything not started yet",
        "has anyone said they have not started", "any not started?")),
    *((text, _late) for text in (
        "is anything overdue", "are any overdue", "are there any overdue actions", "any overdue?")),
    *((text, lambda s: bool(s.moves)) for text in (
        "has any action been moved", "have any had their date changed",
        "did anyone move their deadline")),
    *((text, lambda s: "KP" in s.action.leads and s.status is Status.OFF_TRACK) for text in (
        "are any of ours red", "do we have any reds", "have we got any red ones")),
    ("has anything been cancelled", _is(Status.CANCELLED)),
    ("is anything deferred", _is(Status.DEFERRED)),
)  # fmt: skip


@pytest.mark.parametrize(("text", "holds"), ANY_WAY)
def test_whether_there_are_any_is_said_first(
    text: str, holds: Callable[[Standing], bool], says: Says, progress: Progress
) -> None:
    number = sum(map(holds, progress.standings))
    first = says(text).splitlines()[0]
    assert first.startswith("Yes. ") if number else first.startswith("No "), first
    assert not number or first.endswith((f": {number} action.", f": {number} actions.")), first


@pytest.mark.parametrize("text", ["can I see any reds", "any reds", "which are red", "any news"])
def test_what_is_to_be_shown_is_no_question_of_yes_or_no(text: str, says: Says) -> None:
    assert not says(text).startswith(("Yes", "No. "))


@pytest.mark.parametrize("ask", ["did {} hit its target", "has {} met its target"])
def test_of_one_action_it_is_said_whether_it_met_its_target(
    ask: str, says: Says, progress: Progress
) -> None:
    for standing in progress.standings:
        measures = standing.action.measures
        read = {m: r[-1].value for m in measures if (r := standing.readings(m))}
        if len(measures) != 1 or not read or measures[0].target is None:
            continue
        met = meets(measures[0], read[measures[0]])
        line = says(ask.format(standing.action.ref)).splitlines()[1]
        assert line == f"Meeting its target? {'Yes' if met else 'No'}."
