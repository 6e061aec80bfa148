"""How things stand, asked as people judge: the plan as a whole, a priority, who is doing best."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.reading.expression import (
    EVERY,
    Closed,
    Leads,
    Not,
    Of,
    Reported,
    Stands,
    Updated,
    all_of,
    any_of,
)
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.wants import Kind
from bot.sample import sample_plan

TODAY = date(2018, 10, 10)
INDEX = Index(sample_plan())
BAD = any_of(Stands(Status.OFF_TRACK.value), Stands(Status.AT_RISK.value))
GOOD = any_of(Stands(Status.ON_TRACK.value), Stands(Status.COMPLETE.value))
OWED = all_of(Not(Reported(Quarter.of(date(2018, 9, 1)))), Not(Closed()))

WHOLE = ("the plan", "everything", "it all", "things", "the partnership")
VERDICTS = ("on course", "ok", "going well", "under control", "in good shape")


@pytest.mark.parametrize(("subject", "verdict"), [*product(WHOLE, VERDICTS)])
def test_yes_or_no_of_the_whole_plan_is_told_by_the_whole_plan(subject: str, verdict: str) -> None:
    reading = read(f"is {subject} {verdict}?", INDEX, TODAY)

    assert (reading.want.kind, reading.over) == (Kind.OVERVIEW, EVERY)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_yes_or_no_of_a_priority_is_told_by_the_priority(verdict: str) -> None:
    reading = read(f"is domestic abuse {verdict}?", INDEX, TODAY)

    assert (reading.want.kind, reading.over) == (Kind.PRIORITY, Of("DA"))


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("what is going well", GOOD),
        ("what needs our attention", BAD),
        ("what should I be worried about", BAD),
        ("where should we focus", BAD),
        ("who is letting us down", BAD),
        ("what is the worst one", BAD),
        ("are any of the domestic abuse ones in trouble", all_of(Of("DA"), BAD)),
        ("what should I chase", OWED),
        ("who do we need to chase", OWED),
    ],
)
def test_a_verdict_asked_for_is_a_condition(text: str, over: object) -> None:
    reading = read(text, INDEX, TODAY)

    kind = Kind.BY if text.startswith("who is") else Kind.LIST
    assert (reading.want.kind, reading.over) == (kind, over)


@pytest.mark.parametrize("body", ["priority", "agency"])
@pytest.mark.parametrize(("way", "over"), [("worst", BAD), ("best", GOOD)])
def test_who_does_best_has_most_that_goes_well(body: str, way: str, over: object) -> None:
    reading = read(f"which {body} is doing {way}?", INDEX, TODAY)

    assert (reading.want.kind, reading.want.group, reading.over) == (Kind.RANK, body, over)


def test_the_last_word_of_an_agency_is_its_latest_update() -> None:
    reading = read("what did Kent Fire & Rescue Service say last", INDEX, TODAY)

    assert (reading.want.kind, reading.over) == (Kind.LATEST, Leads("KFRS"))


def test_new_is_never_passed_over_in_silence() -> None:
    assert read("which actions are new", INDEX, TODAY).want.kind is Kind.LAST_YEAR


@pytest.mark.parametrize("text", ["what is coming up", "upcoming deadlines", "what is due"])
def test_what_is_due_without_a_date_is_what_is_open_by_date(text: str) -> None:
    reading = read(text, INDEX, TODAY)

    assert (reading.want.kind, reading.want.order) == (Kind.LIST, "soonest")
    assert reading.over == Not(Closed())


def test_what_somebody_has_to_do_is_no_date() -> None:
    assert read("what does Crimestoppers have to do", INDEX, TODAY).want.order == ""


def test_who_reported_in_some_days_is_no_question_of_what_is_due() -> None:
    reading = read("who reported this week", INDEX, TODAY)

    assert isinstance(reading.over, Updated)


def test_never_heard_is_a_condition_of_actions_and_a_question_about_words() -> None:
    assert read("which ones have we never heard about", INDEX, TODAY).over == Stands("")
    assert read("never heard of a MARAC", INDEX, TODAY).want.kind is Kind.GLOSSARY


def test_what_is_coming_up_is_asked_of_the_plan_whatever_was_before() -> None:
    before = read("who do we need to chase", INDEX, TODAY)

    assert read("what's coming up", INDEX, TODAY, before=lambda: before).over == Not(Closed())
