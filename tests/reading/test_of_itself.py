"""What is asked of the partnership, its plan and the bot itself: in any frame; nothing that asks
about actions is taken for it."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from bot.areas import load_area
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.wants import Kind, Want
from bot.sample import sample_plan
from tests.reading.conftest import Reader

TODAY = date(2018, 10, 10)
PLAN = sample_plan()
INDEX = Index(PLAN, area=load_area(PLAN.area))

ASKED = {
    "statuses": (
        "how is RAG decided", "what's a deferred action", "who decides if something is green",
        "what colours do you use and what do they mean", "when does an action go amber",
        "how are the ratings calculated", "who sets the status", "what if one of mine goes red",
    ),
    "partners": (
        "which agencies are partners", "which organisations signed up to this", "show the partners",
        "what organisations are involved", "who are the members of the partnership",
    ),
    "roles": (
        "what's the difference between a lead and a partner", "what does joint lead mean",
        "lead vs partner - which is it",
    ),
    "purpose": (
        "what is this plan for", "why do you have a plan", "what does the partnership do",
        "is there a legal duty to have a plan",
        "who picked these priorities",
    ),
    "source": (
        "where do you get your information from", "who writes the updates", "can I trust this",
        "how up to date is the data",
        "are these figures accurate", "when was the plan last updated",
    ),
    "copy": (
        "export the plan", "can I have it as a spreadsheet", "is there a pdf", "can I print this",
        "how do I download the whole plan",
    ),
    "contact": (
        "how do I contact the fire service lead", "who do I speak to about the plan",
        "have you got an email for trading standards", "I have a complaint about the bot",
    ),
    "chasing": ("do agencies get reminders", "what happens if an agency doesn't report"),
    "monitoring": ("how often do agencies report", "how often is the plan updated"),
    "privacy": ("do you keep a log of what I ask", "are my questions private",
                "can other agencies read what i write", "who gets to see this"),
    "away": ("i am off on leave for two weeks, who does my updates", "who covers for me",
             "i'm on annual leave from monday", "i am away next week"),
    "correct": ("how do i undo it", "can i change what i said last week",
                "i put the wrong figure in", "i pressed the wrong thing how do i undo it"),
    "next update": ("when's the next reporting round", "what's the cutoff for returns",
                    "when do updates have to be in"),
    "marking": ("can I quote this in a press release", "are there any sensitive actions"),
    "nature": ("who made you", "are you ChatGPT",
               "can you make mistakes", "do you speak Welsh"),
    "join": ("how do I sign up", "can I be added as a lead for the council",
             "do I need an account", "how do i add someone from my team",
             "i'm leaving in december, who takes my actions over"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("term", "text"), [(term, text) for term, texts in ASKED.items() for text in texts]
)
def test_a_question_about_the_plan_itself_is_one(term: str, text: str) -> None:
    assert read(text, INDEX, TODAY).want == Want(Kind.FACT, term=term)


@pytest.mark.parametrize(
    "text",
    ["I'm new here where do I start", "what can't you do", "can I ask you anything",
     "new here, what should I read first", "what does the bot do"],
)  # fmt: skip
def test_a_newcomer_is_helped(text: str) -> None:
    assert read(text, INDEX, TODAY).want.kind is Kind.HELP


@pytest.mark.parametrize(
    "opening",
    [
        "new to the CRC. ",
        "I'm new to the CRC, ",
        "I have just joined the CRC, ",
        "we are from the CRC. ",
    ],
)
def test_who_asks_is_told_at_the_head(opening: str) -> None:
    assert "KSSCRC" in repr(read(f"{opening}what do we lead", INDEX, TODAY).over)


@pytest.mark.parametrize("when", ["this quarter", "this month", "in Q3", "in October"])
def test_a_running_time_takes_a_status_as_it_stands(when: str) -> None:
    red, ended, due = (
        repr(read(f"{asked} {when}", INDEX, TODAY).over)
        for asked in ("what is red", "what finished", "what is due")
    )
    assert ["off_track" in red, "Due(" in red] == [True, False]
    assert ["Became" in ended, "Due(" in ended] == [True, False]
    assert "Due(" in due


@pytest.mark.parametrize("some", ["anything", "something", "there any"])
def test_whether_any_are_so_lists_them(some: str) -> None:
    assert read(f"is {some} red", INDEX, TODAY).over == read("what is red", INDEX, TODAY).over


MORE = ("on ASB3", "for burglary", "on needles", "and red ones", "except the police ones")


@pytest.mark.parametrize(
    ("text", "more"),
    [*product(["which agencies are partners", "who writes the updates",
               "how often do agencies report"], MORE)],
)  # fmt: skip
def test_with_a_subject_or_a_condition_it_is_none(text: str, more: str) -> None:
    assert read(f"{text} {more}", INDEX, TODAY).want.kind is not Kind.FACT


@pytest.mark.parametrize(
    "text",
    ["which actions are the police a partner on", "who leads ASB3", "share of red actions",
     "which agencies are not partners on anything", "what is in the plan for young people",
     "what has the council got to report", "new actions", "when did ASB3 go red",
     "how many actions do the police lead", "what does probation do", "list the red actions",
     "which partners have not reported", "how often has ASB3 been updated"],
)  # fmt: skip
def test_a_question_about_actions_is_none(text: str) -> None:
    assert read(text, INDEX, TODAY).want.kind is not Kind.FACT


@pytest.mark.parametrize(
    "text",
    [
        "when does the plan year end",
        "when does the plan year come to an end",
        "end of the plan year is when?",
        "plan year end date?",
        "what is the last day of the plan year",
        "can you tell me when the plan year comes to an end",
    ],
)
def test_when_the_plan_year_ends_is_no_question_of_actions(text: str, asked: Reader) -> None:
    assert asked(text).want == Want(Kind.FACT, term="period")


@pytest.mark.parametrize(
    "text",
    [
        "how to send an update",
        "sending an update - how do I do it",
        "what's the way to send an update",
        "how do I go about giving an update",
        "can you tell me how updates are sent in",
        "I've got an update to send, how do I get it to you",
    ],
)
def test_how_an_update_is_sent_is_told(text: str, asked: Reader) -> None:
    assert asked(text).want.kind is Kind.HOW_TO_UPDATE


@pytest.mark.parametrize(
    "text", ["what is due at the end of the plan year", "who has sent an update"]
)
def test_conditions_in_the_same_words_stay_conditions(text: str, asked: Reader) -> None:
    assert asked(text).want.kind not in {Kind.FACT, Kind.HOW_TO_UPDATE}
