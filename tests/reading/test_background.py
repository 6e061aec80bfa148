"""What somebody tells of themselves around a question is no condition of it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.areas import load_area
from bot.reading.background import clauses
from bot.reading.dated import Asker
from bot.reading.expression import EVERY, leaves
from bot.reading.letters import form as form_of
from bot.reading.parts import Index
from bot.reading.reader import read as read_text
from bot.reading.tokens import data_lines
from bot.reading.wants import Kind, Reading
from bot.sample import sample_plan

TODAY = date(2018, 10, 10)
PLAN = sample_plan()
INDEX = Index(PLAN, area=load_area(PLAN.area))


def read(text: str) -> Reading:
    return read_text(text, INDEX, TODAY, Asker(("KP",), leads=True))


QUESTIONS = (
    "how many actions are red",
    "all the ambers",
    "which actions are overdue",
    "which police actions have no update",
    "what do we lead",
    "who leads ASB3",
    "what is due in november",
    "safeguarding actions that are not green",
    "red or overdue, not the joint ones",
    "actions by status",
)
BACKGROUNDS = (
    "new in post",
    "new station manager here",
    "Licensing here",
    "my parish clerk asks",
    "cllr wants it by noon",
    "the chair of scrutiny has asked for this",
    "chief super has asked",
    "members keep asking me",
    "doing the cabinet note",
    "ringing round the others this aft",
    "getting ready for an inspection",
    "I'm off to a meeting in ten minutes",
    "i need to get my sgts onto these",
    "we have to brief the portfolio holder",
    "need to chase before half term",
    "need a good news para for the members bulletin",
    "the board is tomorrow 9am",
    "it's for the safeguarding board",
    "for our exec tmrw",
    "for my opening remarks",
    "ahead of the cabinet briefing",
    "by noon",
    "got the district commander at 2",
    "just back from leave",
    "was on leave",
    "back off holiday today",
    "doing my chase emails",
    "trying to finish my report",
    "trying to plan my first month",
    "want to start on the board pack",
    "cabinet pre-meet at 2",
    "scrutiny pre-brief at 4pm",
    "writing up our overdue return",
    "just picked this up from a colleague who left",
    "i've inherited this from someone who has moved on",
    "my director has dropped this on me",
)
BEFORE = ("before the 2pm meeting", "ahead of thursdays meeting", "for our board", "after cabinet")
BEHIND = (
    " for my board paper",
    " ahead of our strategy meeting",
    " because my boss is asking",
    ", as I am seeing them later",
    " so that I can ring round",
    "? I should like something for the newsletter.",
    ", both for the agenda",
    " by noon please",
)
PLACES = ("{told}. {asked}", "{told} - {asked}", "{asked} ({told})", "{asked} - {told}")


@pytest.mark.parametrize("asked", QUESTIONS)
@pytest.mark.parametrize("told", BACKGROUNDS)
def test_background_narrows_nothing_wherever_it_stands(asked: str, told: str) -> None:
    plain = read(asked)
    for place in (*PLACES, "{asked}. {told}"):
        beside = read(place.format(asked=asked, told=told))
        assert (beside.want, beside.over, beside.offers) == (plain.want, plain.over, ()), place


@pytest.mark.parametrize("behind", BEHIND)
def test_what_it_is_for_narrows_nothing(behind: str) -> None:
    for asked in QUESTIONS:
        plain, beside = read(asked), read(asked + behind)
        assert (beside.want, beside.over) == (plain.want, plain.over), asked


@pytest.mark.parametrize("before", BEFORE)
def test_an_occasion_told_first_narrows_nothing(before: str) -> None:
    for asked in QUESTIONS:
        plain, beside = read(asked), read(f"{before} {asked}")
        assert (beside.want, beside.over) == (plain.want, plain.over), asked


@pytest.mark.parametrize(
    "ending",
    [
        ", taxis", ", about flibbertigibbets", ", including taxis", ", overdue ones too",
        " - police ones", ", not the joint ones", " for fire", " (led by us)", " by the council",
        " in december",
    ],
)  # fmt: skip
def test_what_narrows_stays_part_of_the_question(ending: str) -> None:
    for asked in ("green actions", "all the ambers"):
        plain, narrower = read(asked), read(asked + ending)
        assert narrower.over != plain.over or narrower.want.kind is Kind.CHOOSE, asked


@pytest.mark.parametrize(
    ("text", "over_of"),
    [
        ("cllr asked which actions are red", "red actions"),
        ("my manager wants the amber ones", "amber ones"),
        ("chief exec needs to know what is overdue", "what is overdue"),
        ("i need the overdue ones", "overdue ones"),
        ("can you tell me which are led by fire", "led by fire"),
        ("looking at burglary - which are red", "burglary, which are red"),
        (
            "had a resident ask me about CCTV, is there an action on it",
            "is there an action on CCTV",
        ),
        ("a shopkeeper asked me about burglary. Who is on it?", "who is on burglary"),
        ("had a victim ask about home safety visits, who leads?", "who leads home safety visits"),
        ("locks for women who want to stay put, who leads?", "who leads locks for women who stay"),
        ("my boss says fire have not reported", "fire have not reported"),
    ],
)
def test_what_somebody_wants_is_asked(text: str, over_of: str) -> None:
    assert read(text).over == read(over_of).over


@pytest.mark.parametrize("word", ["cllr", "sgts", "para"])
def test_people_by_office_are_named_and_not_asked_about(word: str) -> None:
    reading = read(f"red actions {word}")

    assert (reading.want.kind, reading.over) == (Kind.LIST, read("red actions").over)
    assert any(word in note for note in reading.notes)


PAPERS = (
    "rpt", "the covering letter", "a news line", "the exec appendix", "slides 3 and 4",
    "the next draft", "the council tracker", "table 2", "the half year narrative",
)  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS)
def test_papers_and_their_parts_are_not_asked_about(paper: str) -> None:
    for asked in ("which actions are red", "all the police ambers", "what is overdue"):
        plain = read(asked)
        for text in (f"{asked}, writing {paper}", f"{paper} - {asked}", f"{asked} for {paper}"):
            beside = read(text)
            assert (beside.want.kind, beside.over) == (plain.want.kind, plain.over), text


@pytest.mark.parametrize("word", ["half", "started", "signed", "family", "yearly", "wording"])
def test_a_word_that_only_others_make_telling_is_named_and_not_asked_about(word: str) -> None:
    """ "County lines", "halfway house": the whole of it tells, and a part of it nothing."""
    reading = read(f"red actions {word}")

    assert (reading.want.kind, reading.over) == (Kind.LIST, read("red actions").over)
    assert any(word in note for note in reading.notes)


@pytest.mark.parametrize("subject", ["county lines", "cold calls", "home safety visits"])
def test_beside_others_it_tells(subject: str) -> None:
    assert read(f"red actions on {subject}").over != read("red actions").over


@pytest.mark.parametrize(
    ("told", "named"),
    [("for the safeguarding board", True), ("new in post", True), ("for my boss", False)],
)
def test_words_of_the_plan_are_named_where_they_were_background(told: str, *, named: bool) -> None:
    assert any(told in note for note in read(f"red actions, {told}").notes) is named


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("someone is being stabbed outside right now - which are red", Kind.EMERGENCY),
        ("I can see a man with a knife right now. which are red", Kind.EMERGENCY),
        ("which are red, Mrs Jones wants to know", Kind.PERSONAL),
        ("new here, what should I read first", Kind.HELP),
    ],
)
def test_danger_and_people_are_looked_for_in_the_whole_message(text: str, kind: Kind) -> None:
    assert read(text).want.kind is kind


def test_nothing_but_background_is_no_question() -> None:
    for told in BACKGROUNDS:
        reading = read(told)
        assert reading.want.kind not in {Kind.LIST, Kind.COUNT} or reading.over != EVERY, told


@pytest.mark.parametrize("spelling", ["arent sdc", "summer hols"])
def test_a_spelling_is_nobodys_name(spelling: str) -> None:
    assert read(f"red ones in the {spelling}").want.kind is not Kind.PERSONAL


def _forms() -> list[tuple[str, str, str]]:
    rows, name = [], ""
    for line in data_lines("background.txt"):
        form, _, sentence = line.partition(" ;; ")
        name = line.strip("[]") if line.startswith("[") and not sentence else name
        rows += [(name, form, sentence)] if sentence else []
    return rows


@pytest.mark.parametrize(("name", "form", "sentence"), _forms())
def test_each_form_is_that_of_its_sentence(name: str, form: str, sentence: str) -> None:
    ((clause, _),) = clauses(sentence)
    assert re.fullmatch(form, clause.letters), clause.letters
    assert form_of(name).search(clause.letters)


def test_a_first_report_that_is_awaited_is_no_background() -> None:
    assert (
        read("Kenward actions still waiting for a first report").over
        != read("Kenward actions still waiting").over
    )


def test_a_place_nearby_that_is_also_a_word_is_one_only_where_a_place_stands() -> None:
    assert read("does the plan deal with burglary").want.kind is not Kind.OUTSIDE
    assert read("what are they doing in Deal about burglary").want.kind is Kind.OUTSIDE


def test_who_comes_from_a_place_nearby_is_met_here() -> None:
    for told in ("kids being used by london gangs to run drugs", "what of london dealers here"):
        reading = read(told)
        assert reading.want.kind is Kind.TOPIC
        assert "OCG5" in {ref for leaf in leaves(reading.over) for ref in getattr(leaf, "refs", ())}
    assert read("what are they doing in london about gangs").want.kind is Kind.OUTSIDE


@pytest.mark.parametrize(
    "told",
    [
        "I have a parish council meeting on Thursday",
        "trying to get my head round it",
        "i want to ring round the charities",
        "they rang from Moat",
        "a colleague who is off asked me to",
    ],
)
def test_what_only_tells_is_named_where_the_whole_does_not_go_together(
    told: str,
) -> None:
    asked = "which actions led by the police are off track"
    plain = read(asked)
    for text in (f"{told}, {asked}?", f"{told} - {asked}", f"{asked}, {told}"):
        reading = read(text)
        assert (reading.want.kind, reading.over) == (plain.want.kind, plain.over), text
    strange = read(f"flibbertigibbets, {asked}")
    assert strange.want.kind is Kind.CHOOSE or any("flib" in note for note in strange.notes)


def test_what_a_status_is_asked_of_is_no_occasion() -> None:
    assert not read("status of the burglary panel").notes
    assert not read("status totals for the top of the paper").notes
