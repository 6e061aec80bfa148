"""A line built from a greeting, a verb, a reference, a status, a joiner and a note, in any order,
is saved to the letter, opens the form with nothing saved, or is a question by its build."""

from __future__ import annotations

import random
from itertools import product

import pytest

from bot.core.status import Status
from bot.reading.typed_update import Doubt
from bot.reading.updates import may_report, read_updates

REFS = frozenset({"DA2", "DA3", "ASB3", "7.2"})
OPENINGS = ("", "hi, ", "Sorry for the delay. ", "ok so ", "Just to say ", "As discussed, ",
            "Quick one: ", "FYI ", "sorry forgot this ", "Thanks for the reminder. ",
            "Hi Kelly, ")  # fmt: skip
VERBS = ("", "update ", "updtae ", "set ", "please mark ", "can you put ", "reporting on ", "log ")
NAMES = ("DA2", "7.2", "*DA2*", "DA 2", "action DA2", "(DA2)")
STATUSES = {
    "green": Status.ON_TRACK,
    "amber": Status.AT_RISK,
    "on track": Status.ON_TRACK,
    "completed": Status.COMPLETE,
    "not started": Status.NOT_STARTED,
    "on trak": Status.ON_TRACK,
    "ambr": Status.AT_RISK,
    "compleet": Status.COMPLETE,
}
LINKS = (" ", " is ", " - ", ": ", " to ", " is now ", " still ")
JOINTS = (" ", " - ", ": ", ", ", ". ", "\n", " because ", " / ")
NOTES = ("27 sessions held", "room was closed for repairs", "-12% on last year", "Cameras are up",
         "we ran every week", "short of volunteers")  # fmt: skip
ORDERS = (
    "{opening}{verb}{ref}{link}{status}{joint}{note}",
    "{opening}{verb}{status} for {ref}{joint}{note}",
    "{opening}{verb}{status}: {ref}{joint}{note}",
    "{opening}{note} - {verb}{ref}{link}{status}",
    "{opening}{note}. {verb}{ref}{link}{status}",
)


@pytest.mark.parametrize("order", ORDERS)
def test_in_any_order_it_is_saved_to_the_letter_or_waits_in_the_form(order: str) -> None:
    choose = random.Random(order).choice
    for _ in range(900):
        status, note = choose(tuple(STATUSES)), choose(NOTES)
        line = order.format(
            opening=choose(OPENINGS), verb=choose(VERBS), ref=choose(NAMES), link=choose(LINKS),
            status=status, joint=choose(JOINTS), note=note,
        )  # fmt: skip
        updates = read_updates(line, REFS)
        assert may_report(line), line
        assert updates, f"nothing saved and nothing said of it: {line}"
        for update in updates:
            if not update.doubt:
                meant = (update.ref in {"DA2", "7.2"}, update.status, note in update.note)
                assert meant == (True, STATUSES[status], True), line


def test_what_stands_before_the_report_is_its_note_when_it_has_none() -> None:
    for order, status in product(ORDERS[3:], ("green", "amber", "on trak")):
        line = order.format(opening="", verb="", ref="DA2", link=" ", status=status,
                            note="Open every Wednesday")  # fmt: skip
        (update,) = read_updates(line, REFS)
        assert update.doubt
        assert update.note == "Open every Wednesday" or update.doubt is Doubt.STATUS


def test_an_apology_before_a_clear_report_does_not_hold_it_up() -> None:
    (update,) = read_updates("Sorry for the delay. DA2 amber: room was closed", REFS)
    assert (update.status, update.note, update.doubt) == (
        Status.AT_RISK,
        "room was closed",
        Doubt.CLEAR,
    )


QUESTIONS = (
    "who leads DA2", "is DA2 green", "has DA2 gone amber", "when did DA2 go amber",
    "why is DA2 red", "who set DA2 to amber", "have we completed DA2", "was DA2 red in Q1",
    "DA2 or DA3, which is late", "red actions like DA2", "status of DA2", "who updated DA2 last",
    "need the DA2 update", "could I have the DA2 update", "I want to see the DA2 update",
    "need to know if DA2 is green", "an update on DA2", "chase the DA2 update", "when is DA2 due",
    "compare DA2 and DA3",
)  # fmt: skip


@pytest.mark.parametrize(
    "opening", ["", "hi, ", "Sorry to ask. ", "Quick one: ", "Just wondering "]
)
def test_a_question_by_its_build_is_no_update(opening: str) -> None:
    for question, end in product(QUESTIONS, ("", "?", " please", " thanks")):
        assert read_updates(f"{opening}{question}{end}", REFS) == (), question


def test_who_means_to_report_gets_the_form() -> None:
    for text in ("need to do my DA2 update", "I want to update DA2", "i have to do the DA2 update"):
        (update,) = read_updates(text, REFS)
        assert update.doubt, text
