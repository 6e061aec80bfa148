"""Where a status stands: before its action, misspelt, beside another, or of no action at all.

Lines are generated from a greeting, a status, a reference and a note, in any order and with any
mark between: each is saved to the letter or nothing is, and never with another status."""

from __future__ import annotations

from itertools import product

import pytest

from bot.core.status import BY_WORD, Status
from bot.reading.tokens import word_sets
from bot.reading.typed_update import Doubt, TypedUpdate
from bot.reading.updates import may_report, read_updates

PLANS = {
    "DA2": frozenset({"DA2", "DA3", "ASB3"}),
    "KN/02": frozenset({"KN2", "KN3", "WG7"}),
    "1a": frozenset({"1A", "1B", "2A"}),
    "P1A1": frozenset({"P1A1", "P2A3"}),
}
KEYS = {"DA2": "DA2", "KN/02": "KN2", "1a": "1A", "P1A1": "P1A1"}
COLOURS = ("green", "Amber", "on track", "At risk", "🟢", "not started", "complete")
FRONTS = ("", "hi, ", "We're ", "It's still ", "Sorry for the delay. ", "• ")
MARKS = (": ", " - ", ", ", ". ", "\n", " – ")
NOTES = ("38 clients, two new", "last one is signed", "-12% on last year")


def read(line: str, refs: frozenset[str] = PLANS["DA2"]) -> TypedUpdate:
    """The one update of a line."""
    assert may_report(line), line
    updates = read_updates(line, refs)
    assert len(updates) == 1, line
    return updates[0]


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("joint", [" for ", " on ", " with ", ": ", " - ", " "])
def test_a_status_declared_before_its_action_is_saved(name: str, joint: str) -> None:
    for front, colour, mark in product(FRONTS, COLOURS, MARKS):
        for note in NOTES:
            line = f"{front}{colour}{joint}{name}{mark}{note}"
            wanted = TypedUpdate(KEYS[name], BY_WORD[colour.lower()], note)
            assert read(line, PLANS[name]) == wanted, line


def test_what_is_off_track_may_be_said_first_with_its_reason_and_plan() -> None:
    for front, joint in product(FRONTS, (" for ", ": ", " with ")):
        for plan in ("We will hire", "We're going to hire", "We are planning to hire"):
            line = f"{front}red{joint}DA2 because two left. {plan} in May"
            update = read(line)
            assert (update.status, update.reason) == (Status.OFF_TRACK, "two left"), line
            assert (update.corrective_action, update.doubt) == (f"{plan} in May", Doubt.CLEAR)


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("delivered for DA2: 30 sessions", Doubt.WORDING),
        ("not on track with DA2: two left", Doubt.WORDING),
        ("nearly complete: DA2, one to go", Doubt.WORDING),
        ("green DA2 one to go", Doubt.WORDING),
        ("behind on DA2: two left", Doubt.STATUS),
        ("green for DA2, DA3: all in", Doubt.TWO),
        ("green for DA2: all in, amber for DA3", Doubt.TWO),
        ("amber green for DA2: all in", Doubt.WORDING),
        ("gren for DA2: all in", Doubt.STATUS),
    ],
)
def test_a_status_before_its_action_is_not_saved_where_it_may_mean_something_else(
    line: str, doubt: Doubt
) -> None:
    assert read(line).doubt is doubt


JOINTS = (" ", " (", ": ", " - ", ", ", "; ", "\n", ". ", " but ", " - but ", " / ", " then ")


@pytest.mark.parametrize("joint", JOINTS)
def test_beside_another_status_none_is_saved(joint: str) -> None:
    closes = ")" if "(" in joint else ""
    for front, one, other, mark in product(("DA2 ", "update DA2: "), COLOURS, COLOURS, MARKS):
        line = f"{front}{one}{joint}{other}{closes}{mark}room is lost"
        if joint != " then " and BY_WORD[one.lower()] is not BY_WORD[other.lower()]:
            assert read(line).doubt, line


def test_a_status_said_twice_is_one() -> None:
    for twice in (
        "green on track",
        "on track (green)",
        "🟢 green",
        "amber/at risk",
        "Complete (✅)",
    ):
        for mark, note in product(MARKS, NOTES):
            update = read(f"DA2 {twice}{mark}{note}")
            assert (update.note, update.doubt) == (note, Doubt.CLEAR), f"{twice}{mark}{note}"


@pytest.mark.parametrize("deed", ["completed", "delivered", "closed", "delayed", "stopped"])
def test_a_deed_that_begins_the_note_is_no_second_status(deed: str) -> None:
    for colour, mark in product(("green", "On track", "amber"), (" - ", ": ", ", ", " ")):
        update = read(f"DA2 {colour}{mark}{deed} two of five visits")
        assert (update.status, update.doubt) == (BY_WORD[colour.lower()], Doubt.CLEAR)
        assert update.note == f"{deed} two of five visits"


def test_a_letter_that_begins_the_note_is_no_status_said_twice() -> None:
    for colour, note in (
        ("amber", "A: north, B: south"),
        ("complete", "B: done first"),
        ("green", "A/B"),
    ):
        assert read(f"DA2 {colour} {note}").note == note


SLIPS = {
    "on trakc": Status.ON_TRACK,
    "gren": Status.ON_TRACK,
    "onn track": Status.ON_TRACK,
    "ambre": Status.AT_RISK,
    "at rsik": Status.AT_RISK,
    "compelte": Status.COMPLETE,
    "not startd": Status.NOT_STARTED,
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_status_misspelt_is_one_before_a_mark_and_else_waits_in_the_form(slip: str) -> None:
    for front, note in product(("DA2 ", "update DA2: ", "DA2 is now "), NOTES):
        for mark in MARKS:
            assert read(f"{front}{slip}{mark}{note}") == TypedUpdate("DA2", SLIPS[slip], note)
    for note in NOTES[:2]:
        update = read(f"DA2 {slip} {note}")
        assert (update.status, update.doubt) == (SLIPS[slip], Doubt.STATUS)


@pytest.mark.parametrize("word", ["greed", "complex", "of track", "no started", "reed", "compete"])
def test_another_english_word_is_no_status_misspelt(word: str) -> None:
    for mark in MARKS:
        assert [
            u for u in read_updates(f"DA2 {word}{mark}all in", PLANS["DA2"]) if not u.doubt
        ] == []


TOLD = ("all clinics are running", "because the van is off the road", "Everything was signed off",
        "we lost a member of staff", "all sessions booked")  # fmt: skip


@pytest.mark.parametrize("front", ["", "hi, ", "We're ", "It's still ", "\u2022 "])
def test_a_report_of_no_action_says_so(front: str) -> None:
    for colour, mark, told in product(COLOURS, MARKS, TOLD):
        line = f"{front}{colour}{' ' if told.startswith('because') else mark}{told}"
        update = read(line)
        assert (update.ref, update.status, update.doubt) == (
            "", BY_WORD[colour.lower()], Doubt.REF,
        ), line  # fmt: skip


@pytest.mark.parametrize("front", ["", "We've ", "Just ", "\u2022 "])
@pytest.mark.parametrize(
    "event",
    ["moved to October", "slipped to January, waiting on funding", "delayed to the end of March",
     "started Monday, first clinic was full", "delivered 12 sessions so far, two more booked",
     "held the first clinic: 14 were seen", "nothing to report", "no change this quarter",
     "nothing to flag", "nothing new to report for us"],
)  # fmt: skip
def test_an_event_of_no_action_says_so(front: str, event: str) -> None:
    assert (read(f"{front}{event}").ref, read(f"{front}{event}").doubt) == ("", Doubt.REF)
    assert read_updates(f"{front}{event}?", PLANS["DA2"]) == ()


@pytest.mark.parametrize("front", ["All fine with ours, ", "Quiet month here - ", "Been away; "])
@pytest.mark.parametrize("event", ["nothing to report", "nothing new to add", "no changes"])
def test_nothing_to_report_may_come_behind_a_clause(front: str, event: str) -> None:
    assert read(f"{front}{event}").doubt == Doubt.REF
    assert read_updates(f"who's had {front}{event}", PLANS["DA2"]) == ()


def test_every_greeting_may_stand_before_an_update() -> None:
    for greeting in word_sets("small_talk.txt")["greetings"]:
        update = read(f"{greeting}, DA2 is on track, hall booked. thanks")
        assert (update.note, update.doubt) == ("hall booked.", Doubt.CLEAR), greeting


@pytest.mark.parametrize(
    "told",
    ["now at 22 shops", "up to 40 people", "at 12 visits now", "was on track when i last looked",
     "was amber when we spoke, will come back to you", "was red when we last checked"],
)  # fmt: skip
def test_a_count_or_a_past_status_is_news_with_no_status(told: str) -> None:
    assert (read(f"DA2 {told}").status, read(f"DA2 {told}").doubt) == (None, Doubt.STATUS)


@pytest.mark.parametrize(
    "asked",
    ["as at 30 June", "was due when", "was amber when?", "where are we", "latest we have",
     "last figure we gave", "at 30 September", "why was it red", "how are we doing on it"],
)  # fmt: skip
def test_what_is_asked_of_an_action_is_no_news(asked: str) -> None:
    assert read_updates(f"DA2 {asked}", PLANS["DA2"]) == ()


def test_a_status_makes_a_reference_of_what_no_plan_holds() -> None:
    for name, mark in product(("ZZ4", "XY/12", "QRS7"), MARKS):
        for line in (f"{name} complete{mark}all done", f"{name} is now on track{mark}all done",
                     f"complete: {name}{mark}all done"):  # fmt: skip
            assert read(line).ref == name.replace("/1", "1"), line


def test_lines_that_begin_with_their_status_are_several_updates() -> None:
    lines = "amber: DA2 - room is lost\ngreen for DA3, all in\nASB3 red - nobody came"
    assert [(u.ref, u.note, u.doubt) for u in read_updates(lines, PLANS["DA2"])] == [
        ("DA2", "room is lost", ""),
        ("DA3", "all in", ""),
        ("ASB3", "nobody came", ""),
    ]


@pytest.mark.parametrize("opening", ["", "hi, ", "Quick one: "])
@pytest.mark.parametrize(
    "question",
    [
        "completed by October", "led by the police, not updated", "updated in June, red",
        "red, supported by fire", "no updates since June", "no change since June",
        "red ones", "which are complete", "amber, police", "green - led by the police",
        "complete by december", "at risk and due in October", "red: who leads them",
        "red - any of ours", "green, those that have no date", "on track or complete",
        "are we on track with DA2", "is it green for DA2", "what's red for DA2", "is DA2 red",
        "on track since June", "red due in October", "complete actions: DA2 or DA3",
        "amber until May",
        "red or amber for DA2?", "on track for DA2?", "are we on track - have things moved",
        "q2 red actions", "Q1 green", "2018 green actions", "in 2018 green", "fy19 green actions",
        "DA 2, 3 and 4", "DA2 people trained", "green for the police",
    ],
)  # fmt: skip
def test_words_of_updates_in_a_question_leave_it_one(opening: str, question: str) -> None:
    assert (
        not may_report(opening + question) or read_updates(opening + question, PLANS["DA2"]) == ()
    )


OURS = ("all of ours are fine thanks", "ours are going well", "we're all green",
        "mine is finished", "everything's on track our end", "all ok from our side",
        "nothing new from us", "no change on any of ours", "same as last quarter for us all",
        "all good here")  # fmt: skip
NOT_TOLD = ("are all of ours fine", "all our green ones", "same for ours", "all of ours on time",
            "same for last quarter", "which of ours are fine", "thanks, all good",
            "we're good thanks", "everything we lead that is green", "we're done thanks",
            "green, on track", "red, stuck ones")  # fmt: skip


@pytest.mark.parametrize("told", OURS)
def test_how_all_ones_actions_stand_is_a_report_of_none(told: str) -> None:
    assert (read(told).ref, read(told).doubt) == ("", Doubt.REF)
    assert read_updates(f"{told}?", PLANS["DA2"]) == ()


@pytest.mark.parametrize("asked", NOT_TOLD)
def test_what_tells_nothing_of_ones_own_is_no_report(asked: str) -> None:
    assert not may_report(asked) or read_updates(asked, PLANS["DA2"]) == ()


@pytest.mark.parametrize(
    "told", ["all going nicely", "going well", "ticking along nicely", "all fine"]
)
def test_a_status_said_twice_in_other_words_is_a_report_of_none(told: str) -> None:
    for mark in MARKS:
        assert read(f"green{mark}{told}").doubt is Doubt.REF


@pytest.mark.parametrize(
    "told",
    ["put the usual down for DA2 please", "usual for DA2", "DA2 same as last time", "DA2 unchanged",
     "please put something down for DA2", "put DA2 down as before", "DA2: same as last quarter",
     "enter an update for DA2 please", "log an update on DA2", "submit the report for DA2"],
)  # fmt: skip
def test_a_report_that_says_nothing_new_saves_nothing(told: str) -> None:
    assert (read(told).ref, read(told).doubt) == ("DA2", Doubt.STATUS), told
