"""Conversations of two or three turns on the sample plan with its history: each line is what was
typed and the actions the answer is about; the memory between turns is the encoded reading."""

from __future__ import annotations

import pytest

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.progress import Progress
from bot.messages.reply import Answer
from bot.reading.dated import Asker
from bot.reading.encoding import decoded, encoded
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.wants import Reading
from bot.services.conversations import ASIDES, continuable, of_a_list
from tests.reading.conftest import TODAY

RED = "ASB10 ACQ3 DA3 DA7"
AMBER = "ASB3 OCG1 OCG4 SUB6 ACQ6 MH1 MH4"
GREEN = "ASB1 ASB4 ASB5 ASB7 OCG2 SAF1 SAF4 SAF5 SAF8 SUB1 SUB4 DA1 DA2 ACQ8"
Turn = tuple[str, str]


def talk(progress: Progress, index: Index, agency: str, *typed: str) -> list[Answer]:
    """The answers to what an officer of an agency types in one place."""
    context = AnswerContext(progress, Caller("w", "U1", Role.LEAD, (agency,)), TODAY)
    before: Reading | None = None
    answers = []
    for text in typed:
        reading = read(text, index, TODAY, Asker((agency,), leads=True), lambda b=before: b)  # type: ignore[misc]
        answers.append(answer_reading(reading, context))
        if reading.want.kind not in ASIDES:
            before = decoded(encoded(of_a_list(continuable(reading, answers[-1].refs), before)))
    return answers


@pytest.mark.parametrize(
    ("agency", "turns"),
    [
        ("KP", [("red ones", RED), ("which of those are ours", "ACQ3")]),
        ("SDC", [("what's amber", AMBER), ("excluding anything the police lead",
            "ASB3 OCG4 SUB6 ACQ6 MH1 MH4")]),
        ("SDC", [("ambers and reds", f"{AMBER} {RED}"), ("take out the overdue",
            "ASB3 ASB10 OCG1 OCG4 SUB6 ACQ6 DA3 DA7"), ("only council led", "ASB3 SUB6 DA3")]),
        ("CCG", [("off track actions", RED), ("and those at risk?", AMBER)]),
        ("SDC", [("What was amber at the end of Q1?", "SAF1 SUB1 MH1 DA3"), ("and red?", "OCG4"),
            ("and now?", RED)]),
        ("SDC", [("what was amber at the end of june", "SAF1 SUB1 MH1 DA3"),
            ("and what is amber today", AMBER)]),
        ("CCG", [("safeguarding, green ones", "SAF1 SAF4 SAF5 SAF8"),
            ("and the others?", "SAF2 SAF3 SAF6 SAF7 SAF9")]),
        ("SDC", [("Anything overdue?", "ACQ3 MH1 MH4"), ("Only the amber ones", "MH1 MH4"),
            ("And the other?", "ACQ3")]),
        ("KFRS", [("which actions do we lead", "ASB10 SAF8 MH4"), ("any red", "ASB10")]),
        ("PARISH", [("Which actions does KCC lead?", "SAF2 DA2 DA8"),
            ("And in which is it a partner?", "SAF1 SAF5 SAF6 SAF8 MH4 MH5 DA4 DA5"),
            ("Of those, which are on track?", "SAF1 SAF5 SAF8")]),
        ("WKHA", [("actions where WKHA is a partner and Kent Police lead", "ASB2 DA4"),
            ("what about where the council lead", "ASB2 ASB4 ASB6 ASB8 OCG5 SUB6 MH2 MH4 DA3"),
            ("only the red and amber", "SUB6 MH4 DA3")]),
        ("KP", [("how many have we not updated", "ASB2 OCG3 SAF6 SAF7 SUB5 ACQ1 ACQ5 DA4"),
            ("which ones", "ASB2 OCG3 SAF6 SAF7 SUB5 ACQ1 ACQ5 DA4"), ("and fire?", "")]),
        ("KP", [("actions with just one partner", "OCG1 OCG3 SUB5 ACQ4"),
            ("with none?", "OCG6 ACQ5"), ("who leads the first", "OCG6")]),
        ("KP", [("what have we got going on in secondary schools", ""),
            ("the drugs one - who has it", "SUB2"), ("when should it be done by", "SUB2")]),
        ("SDC", [("which have had the date pushed back", "ASB3 SUB6 MH1"),
            ("and which of those has still been missed", "MH1"),
            ("what are the new dates for the other two then", "ASB3 SUB6")]),
        ("CSU", [("ours that we've never reported on", "ACQ2 ACQ7 SUB7"), ("any due by xmas", ""),
            ("actually make that new year", "ACQ2 SUB7")]),
        ("SDC", [("ambers led by the police", "OCG1"),
            ("lead or partner, either", "OCG1 ASB3 OCG4 ACQ6")]),
        ("CGL", [("drugs and alcohol", "SUB1 SUB2 SUB3 SUB4 SUB5 SUB6 SUB7"),
            ("no just the one we lead", "SUB3"), ("target?", "SUB3")]),
        ("KENWARD", [("how many young people has the outreach got to", "SUB1"),
            ("what was it back in q1", "SUB1")]),
        ("SDC", [("reds", RED), ("different thing - which have no target", "SAF6 MH5")]),
        ("KCC", [("What does MARAC stand for?", "DA4"), ("Which action is that?", "DA4"),
            ("Who else is round the table besides the lead?", "DA4"), ("How is it doing?", "DA4")]),
        ("WKHA", [("red ones", RED), ("forget those. everything where we lead", "ASB7")]),
        ("KP", [("how many greens", GREEN), ("just ours", "OCG2 ACQ8"),
            ("out of how many greens altogether", GREEN)]),
        ("DAVSS", [("domestic abuse actions please", "DA1 DA2 DA3 DA4 DA5 DA6 DA7 DA8"),
            ("without ours", "DA2 DA3 DA4 DA5 DA7 DA8"), ("which of these is red", "DA3 DA7")]),
        ("SDC", [("whats late today", "ACQ3 MH1 MH4"), ("show me the police ones", "ACQ3")]),
        ("CSU", [("domestic abuse actions with no update", "DA4 DA5 DA6 DA8"),
            ("list the county council ones", "DA4 DA5 DA8"), ("drop any the police lead",
            "DA5 DA8"), ("leave out anything that isnt led by the county", "DA8")]),
        ("CSU", [("which priority has the most red", "DA3 DA7"), ("name them", "DA3 DA7"),
            ("and the reds elsewhere?", "ASB10 ACQ3")]),
        ("KP", [("actions with joint leads", "MH4 ASB2 OCG3 SUB5 ACQ4 ACQ5 ACQ8"),
            ("drop any that dont have us", "ASB2 OCG3 SUB5 ACQ4 ACQ5 ACQ8"),
            ("and not the one thats finished", "ASB2 OCG3 SUB5 ACQ5 ACQ8")]),
        ("SDC", [("which actions have no target set", "MH5 SAF6"),
            ("and of those who has no lead", "MH5"), ("partners on that?", "MH5")]),
        ("SDC", [("red ones", RED), ("of those who is late", "ACQ3")]),
        ("KP", [("which were green at the end of q1",
            "ASB3 ASB4 ASB5 ASB7 ASB10 OCG1 SAF8 ACQ3 ACQ6 DA1"),
            ("and which of those have slipped since", "ASB3 ASB10 OCG1 ACQ3 ACQ6"),
            ("any of ours", "OCG1 ACQ3")]),
        ("SDC", [("amber with a moved date", "ASB3 SUB6 MH1"),
            ("which of those is now last to finish", "SUB6")]),
        ("SDC", [("amber with a moved date", "ASB3 SUB6 MH1"),
            ("of those three whos gone longest since reporting", "SUB6")]),
        ("MOAT", [("what are we a partner on", "ASB4 ASB9"),
            ("which agency leads each", "ASB4 ASB9")]),
        ("KSSCRC", [("red ones", RED), ("sorry different one, DA1", "DA1")]),
        ("SDC", [("what does fire lead", "ASB10 SAF8 MH4"), ("drop any that arent ours", "MH4")]),
        ("SDC", [("what's due in november", ""),
            ("and december", "ASB4 OCG5 SAF2 SAF4 SUB2 SUB6 SUB7 ACQ2 DA5"),
            ("both months together", "ASB4 OCG5 SAF2 SAF4 SUB2 SUB6 SUB7 ACQ2 DA5")]),
        ("SDC", [("reds", RED), ("any new since september", "ASB10 ACQ3 DA7")]),
        ("SDC", [("list actions for kcc", "SAF2 DA8 DA2 MH4 SAF6 MH5 DA4 DA5 SAF1 SAF5 SAF8"),
            ("minus the ones they only support", "SAF2 DA2 DA8"),
            ("add the early help ones", "ASB8 DA2 DA6 DA8 OCG5 SAF2 SAF4 SAF9 SUB2")]),
        ("SDC", [("red ones", RED), ("and the ambers", AMBER), ("either", f"{AMBER} {RED}")]),
        ("KP", [("ACQ3", "ACQ3"), ("what did we report in september", "ACQ3"),
            ("any updates since august", "ACQ3"),
            ("any due in december", "ASB4 OCG5 SAF2 SAF4 SUB2 SUB6 SUB7 ACQ2 DA5")]),
        ("SDC", [("our reds and ambers", "DA3 ASB3 SUB6 MH4"),
            ("which of those did we update in september", "ASB3 SUB6 MH4"),
            ("and which didnt we", "DA3")]),
        ("SDC", [("reds in domestic abuse or mental health", "DA3 DA7"),
            ("and the ambers", "MH1 MH4"), ("neither?", "DA1 DA2 DA4 DA5 DA6 DA8 MH2 MH3 MH5")]),
        ("SDC", [("actions with one partner", "OCG1 OCG3 SUB5 ACQ4"), ("and with 6", "DA4")]),
        ("SDC", [("ambers", AMBER), ("the ones due soonest", "ASB3"),
            ("who should i chase on those", "ASB3")]),
        ("KSSCRC", [("why is DA7 red", "DA7"), ("what's the other one we lead", "ACQ8"),
            ("and our other one?", "DA7")]),
        ("WKHA", [("red ones we support", "DA3"), ("and the one we actually lead, hows that",
            "ASB7")]),
        ("CGL", [("drugs and alcohol", "SUB1 SUB2 SUB3 SUB4 SUB5 SUB6 SUB7"),
            ("the one we lead", "SUB3")]),
        ("WKM", [("ours", "MH3"), ("where is it at", "MH3"), ("when did we say that", "MH3")]),
        ("KP", [("ours that are late", "ACQ3"), ("what did we last put on it", "ACQ3")]),
        ("SDC", [("what do we lead that is past its date", "MH4"),
            ("and any of ours that got given a new date", "ASB3 SUB6"),
            ("and ours that are red", "DA3")]),
        ("CSU", [("what does the csu run", "OCG4 SUB7 ACQ2 ACQ7 ASB1 SAF5"),
            ("now just the ones that are oct to dec only", "SUB7 ACQ2")]),
        ("CSU", [("what does the csu run", "OCG4 SUB7 ACQ2 ACQ7 ASB1 SAF5"),
            ("only the ones for q3", "SUB7 ACQ2")]),
        ("SDC", [("red ones", RED), ("just ours", "DA3"), ("everyone's again", RED)]),
    ],
)  # fmt: skip
def test_each_turn_is_about_the_actions_meant(
    progress: Progress, index: Index, agency: str, turns: list[Turn]
) -> None:
    answers = talk(progress, index, agency, *(text for text, _ in turns))
    for (text, refs), answer in zip(turns, answers, strict=True):
        assert sorted(answer.refs) == sorted(refs.split()), text


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        (("home safety visits", "how many done", "out of how many"), ("SAF8", "148", "300")),
        (("red ones", "the fire one - why?"), ("ASB10", "Dry summer")),
        (("ASB10", "what was it at the end of june"), ("ASB10", "On track")),
        (("IOM", "who are the partners", "last update?"), ("ACQ8", "Change Grow Live", "Cohort")),
        (("no update yet - ours", "partners on those?"), ("SAF6", "West Kent Housing Association")),
        (("red ones", "the second one", "why"), ("4 actions", "ACQ3", "kits")),
        (("green actions", "the rest"), ("14 actions", "11 to 14 of 14")),
        (("the perpetrators programme", "number of starts?", "needed?"), ("DA7", "0", "12")),
        (("MH3", "did we send anything last quarter", "what are we aiming for on it"),
            ("MH3", "No update received for Q2", "50%")),
        (("which priority has most red", "how many each"), ("Domestic Abuse", "by priority: 4")),
        (("ACQ3", "what did we report in june", "and what did we say in september"),
            ("ACQ3", "6 June", "13 September")),
        (("overdue", "not the fire ones", "how many is that now"),
            ("3 actions", "2 actions", "2 of")),
        (("overdue", "how many each"), ("3 actions", "by lead agency: 3")),
        (("how many red", "how many amber", "and neither of those"),
            ("4 of 53", "7 of 53", "42 actions")),
        (("MH1", "what did we say first", "and what was the very first thing we put"),
            ("MH1", "Draft", "Draft")),
    ],
)  # fmt: skip
def test_each_turn_tells_what_was_asked(
    progress: Progress, index: Index, typed: tuple[str, ...], holds: tuple[str, ...]
) -> None:
    answers = talk(progress, index, "KP", *typed)
    for answer, part in zip(answers, holds, strict=True):
        assert part in answer.text


def test_updates_count_for_the_agency_that_sent_them(progress: Progress, index: Index) -> None:
    (answer,) = talk(progress, index, "CCG", "who has sent in the most updates since april")
    sent = {s.action.ref for s in progress.standings if any(u.agency == "SDC" for u in s.updates)}
    assert answer.title.startswith(
        "Sevenoaks District Council (SDC) has the most updates updated since 1 April 2018: 14."
    )
    assert {*answer.refs} == sent


def test_who_comes_next_is_told_however_far_down(progress: Progress, index: Index) -> None:
    asked = ("which agency leads the most", "who comes second", *("and next",) * 120)
    first, second, third, *further = (a.title for a in talk(progress, index, "KP", *asked))
    assert "has the most actions: 19. A count" in first
    assert "the second most" in second
    assert "the third most" in third
    assert further[-1].startswith("There is no 122nd")
