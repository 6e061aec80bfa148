"""Danger: 999 is said first where it is plain, and beside the answer where it may be."""

from __future__ import annotations

import pytest

from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.safety import alarming
from bot.reading.wants import Kind
from tests.reading.conftest import TODAY


@pytest.mark.parametrize(
    "text",
    [
        "hes outside the house banging on the door",
        "my ex is outside banging on the door",
        "he has got me locked in",
        "a kid has been knocked over",
        "some lads are all over the road at the crossing",
        "old lady has fallen and cant get up",
        "man on the wrong side of the railings at the bridge",
        "a car has hit a cyclist",
        "there is a toddler in the car and its boiling",
        "they've got my friend in a van",
        "baby has stopped breathing",
        "my stepdad touches me",
        "lots of blood, need help",
        "a child is missing from the park",
    ],
)
def test_a_message_that_tells_what_somebody_does_may_be_about_danger(text: str) -> None:
    assert alarming(text)


@pytest.mark.parametrize(
    "text",
    [
        "which police actions are red",
        "they have not reported",
        "the council is leading on what",
        "who leads ASB3",
        "what is overdue",
        "is he a lead",
        "what's killing our numbers",
        "they have sent nothing",
        "who do I call about ASB3",
        "adults at risk",
        "knife crime actions",
    ],
)
def test_a_question_about_the_plan_is_not(text: str) -> None:
    assert not alarming(text)


def test_a_word_in_the_name_of_an_agency_is_no_word_of_danger(index: Index) -> None:
    assert not read("fire are late again", index, TODAY).alarm
    assert read("fire in the stairwell", index, TODAY).alarm


def test_what_is_said_of_an_action_is_not_said_of_a_place(index: Index) -> None:
    assert read("the red one is on fire", index, TODAY).want.kind is not Kind.EMERGENCY
    assert read("the red car is on fire", index, TODAY).want.kind is Kind.EMERGENCY


def test_a_word_of_the_world_does_not_turn_a_question_about_the_plan_away(index: Index) -> None:
    assert read("who do i send someone to for drugs", index, TODAY).want.kind is not Kind.EMERGENCY
    for text in (
        "info sharing meeting for the most dangerous abusers",
        "someone telling lads at the mosque or gym to go and fight abroad",
    ):
        assert read(text, index, TODAY).want.kind is Kind.TOPIC


@pytest.mark.parametrize(
    "text",
    ["stauts of the prevnt panle", "give me the names of agencies with more than five actions"],
)
def test_names_of_bodies_and_misspelt_words_are_nobodys_names(text: str, index: Index) -> None:
    assert read(text, index, TODAY).want.kind is not Kind.PERSONAL
    assert read("give me the names of the victims", index, TODAY).want.kind is Kind.PERSONAL


def test_what_is_held_in_no_plan_is_declined(index: Index) -> None:
    for text in (
        "who won the football", "what is on netflix", "how many burglaries this year",
        "burglary count for the town last week", "shoplifting numbers this month",
        "can you do me a risk assessment for bonfire night", "which room is the meeting in",
        "where is the board meeting being held", "burglaries in hextable last week?",
        "what was asb down by in june", "how much did knife crime rise by in august",
        "any robberies in hextable since june",
        "did knife crime go up in the summer", "was there much burglary in hextable last month",
    ):  # fmt: skip
        kind = read(text, index, TODAY).want.kind
        assert kind in {Kind.NOT_UNDERSTOOD, Kind.OUTSIDE}, text


def test_what_is_done_or_told_is_no_figure_of_what_happened(index: Index) -> None:
    for text in (
        "what was done about burglary in hextable last month",
        "asb in hextable, any news since may",
        "a shop in hextable was robbed last week", "what happened on burglary in Q2",
    ):  # fmt: skip
        assert read(text, index, TODAY).want.kind is not Kind.OUTSIDE, text


@pytest.mark.parametrize(
    "text",
    ["he will not let me out", "he said he will stab me", "I can hear screaming next door"],
)
def test_plain_danger_comes_first(text: str, index: Index) -> None:
    assert read(text, index, TODAY).want.kind is Kind.EMERGENCY


def test_whose_work_is_asked_is_no_cry_though_it_is_called_after_a_danger(index: Index) -> None:
    for asked in ("who's doing", "who is running", "whos running", "who leads"):
        assert not read(f"{asked} the burglary road shows", index, TODAY).alarm
        assert not read(f"{asked} the knife workshops", index, TODAY).alarm
    assert read("who's breaking into the sheds", index, TODAY).alarm


def test_who_came_up_at_a_meeting_is_personal_and_what_came_up_is_not(index: Index) -> None:
    for asked in (
        "which children came up at csu last week, initials will do",
        "name and flat number of the hoarder we took to the panel?",
        "which families were brought up at the panel", "who came up at marac yesterday",
        "names of the IOM nominals on the cohort pls",
        "is gary holt of 14 weir cottages one of the ones sleeping in tents",
    ):  # fmt: skip
        assert read(asked, index, TODAY).want.kind is Kind.PERSONAL
    assert read("lads on off road bikes in the fields", index, TODAY).want.kind is not Kind.PERSONAL
    for asked in ("who came up with the idea for SUB1", "name and due date of each action"):
        assert read(asked, index, TODAY).want.kind is not Kind.PERSONAL


def test_whom_to_ring_is_999_first_or_beside_the_lead_of_what_was_named(index: Index) -> None:
    for told in (
        "someone is breaking in", "flat full of smoke", "there is a body in the river",
        "my neighbour is being beaten up", "dog loose on the main road",
    ):  # fmt: skip
        assert read(f"{told}, who do i ring", index, TODAY).want.kind is Kind.EMERGENCY
    assert read("who do i ring", index, TODAY).want.kind is Kind.EMERGENCY
    for thing in ("taxi driver briefings", "the one stop shop", "graffiti cleaning"):
        reading = read(f"{thing}, who do i ring", index, TODAY)
        assert (reading.want.kind, reading.alarm) == (Kind.LEADS, True)


def test_where_somebody_lives_is_not_told(index: Index) -> None:
    for text in ("who the prolific offenders are and where they live", "where does she live"):
        assert read(text, index, TODAY).want.kind is Kind.PERSONAL, text
