"""Every line that starts like an update is saved to the letter, opens the form, or saves nothing;
none is saved with another status than stands at its place. All lines are generated."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.status import BY_WORD, Status
from bot.reading.typed_update import TypedUpdate
from bot.reading.update_words import COMPOUNDS
from bot.reading.updates import may_report, read_updates

REFS = frozenset({"ASB3", "ASB4", "DA1", "1.3"})
STARTS = (
    "update ASB3",
    "Update: asb 3",
    "pls updtae ASB3",
    "report ASB3",
    "Hello, could you set ASB3",
    "please mark ASB-3",
    "@our-bot update *ASB3*",
    "• ASB3",
    "ASB3",
    "Re ASB3:",
    "1. action ASB3",
    "moving 1.3",
)
COLOURS = {
    "green": Status.ON_TRACK,
    "amber": Status.AT_RISK,
    "red": Status.OFF_TRACK,
    "on track": Status.ON_TRACK,
    "off track": Status.OFF_TRACK,
    "at risk": Status.AT_RISK,
}
DASHES = (" - ", " – ", "—", ": ", ", ", "\n", " | ")


def outcome(line: str) -> tuple[TypedUpdate, ...]:
    """What is read of a line; it has to be taken for an attempt."""
    updates = read_updates(line, REFS)
    assert may_report(line), line
    assert updates, f"taken for a question: {line}"
    return updates


def saved(line: str) -> list[Status | None]:
    """The statuses that a line would save."""
    return [update.status for update in outcome(line) if not update.doubt]


DENIED = (
    "not {}",
    "is not {}",
    "isn't {} any more",
    "no longer {}",
    "never {}",
    "nearly {}",
    "not quite {} yet",
    "was {} last month, better now",
    "would be {} if the room was lost",
    "will be {} by the end of May",
    "should be {}",
    "half {}",
)
HELD_BACK = (
    "{} if the money comes",
    "{} by June",
    "{} unless the van breaks",
    "{} apart from the north",
    "{} except for two wards",
    "{} to finish late",
    "{} ish",
    "{} provided the room is free",
    "{} subject to funding",
    "{} as long as the van is fixed",
    "{} when the van is fixed",
    "{} depending on the grant",
)


@pytest.mark.parametrize("way", [*DENIED, *HELD_BACK])
def test_a_status_denied_wished_past_or_conditional_is_never_saved(way: str) -> None:
    for start, status in product(STARTS, [*COLOURS, "complete", "done"]):
        line = f"{start} {way.format(status)}"
        assert saved(line) == [], line


@pytest.mark.parametrize(
    "note",
    ["mostly", "I think", "maybe", "for now", "thanks", "not sure", "apparently", "I believe"],
)
def test_a_note_that_only_says_how_sure_one_is_is_no_note(note: str) -> None:
    for start, colour, dash in product(STARTS, COLOURS, (" ", *DASHES)):
        assert saved(f"{start} {colour}{dash}{note}") == []


@pytest.mark.parametrize("joint", [" to ", "/", " or ", " and ", " -> ", "-"])
def test_of_two_statuses_at_the_place_none_is_saved(joint: str) -> None:
    for start, one, other in product(STARTS, ("green", "amber"), ("red", "at risk", "complete")):
        if COLOURS[one] is COLOURS.get(other):
            continue
        line = f"{start} {one}{joint}{other}: two are late"
        updates = read_updates(line, REFS)
        assert updates or joint == " or ", line
        assert not [u for u in updates if not u.doubt], line


@pytest.mark.parametrize(
    "way",
    ["{}, no sorry {}", "{} north of town but the rest is {}", "{}: actually {}", "{}. No, {}!"],
)
def test_a_status_taken_back_in_the_note_is_not_saved(way: str) -> None:
    for start, one, other in product(STARTS, ("green", "on track"), ("amber", "red", "off track")):
        assert saved(f"{start} {way.format(one, other)}") == [], (start, one, other)


@pytest.mark.parametrize("colour", sorted(COMPOUNDS))
def test_a_colour_that_makes_one_thing_with_its_noun_is_no_status(colour: str) -> None:
    for start, noun in product(STARTS, sorted(COMPOUNDS[colour])):
        assert saved(f"{start} {colour} {noun} scheme visited") == []
        status = BY_WORD[colour]
        assert saved(f"{start} {colour}: {noun} scheme visited") == [status], "a mark parts them"


def test_a_move_from_one_status_to_another_saves_where_it_went() -> None:
    for start, dash in product(STARTS, DASHES):
        line = f"{start} moved from amber to green{dash}new room rented"
        (update,) = outcome(line)
        assert (update.status, update.note, bool(update.doubt)) == (
            Status.ON_TRACK,
            "new room rented",
            False,
        ), line


def test_a_name_in_brackets_and_a_courtesy_lead_to_the_status() -> None:
    for start, lead, dash in product(STARTS, (" (Cameras)", " please", " is still"), DASHES):
        line = f"{start}{lead}: green{dash}26 of -30 done".replace("::", ":")
        (update,) = outcome(line)
        assert (update.status, update.note) == (Status.ON_TRACK, "26 of -30 done"), line
        assert not update.doubt, line


@pytest.mark.parametrize(
    "asked",
    ["can you set {} to {}?{}", "Would you mind marking {} as {}?{}", "could you put {} at {}?{}"],
)
def test_a_request_with_its_question_mark_is_a_report_and_needs_its_note(asked: str) -> None:
    for colour, status in COLOURS.items():
        (update,) = outcome(asked.format("ASB3", colour, " Two reviews are late"))
        assert (update.status, update.note) == (status, "Two reviews are late")
        assert saved(asked.format("ASB3", colour, "")) == []


@pytest.mark.parametrize("asked", ["can you close {}: {}", "can {} be closed: {}"])
@pytest.mark.parametrize("told", ["all done", "every session is run", "Two left and both are paid"])
def test_a_request_for_a_deed_that_tells_something_opens_the_form(asked: str, told: str) -> None:
    assert saved(asked.format("ASB3", told)) == []
    assert read_updates(asked.format("ASB3", "thanks"), REFS) == ()


@pytest.mark.parametrize("name", ["Kent Police", "KCC", "the council", "fire", "health trust"])
@pytest.mark.parametrize("verb", ["update", "report", "set", "updtae", ""])
def test_an_agency_named_beside_the_reference_is_asked_about(name: str, verb: str) -> None:
    for dash in DASHES:
        line = f"{verb} ASB3 {name}{dash}green{dash}two are late".strip()
        assert saved(line) in ([], [Status.ON_TRACK]), line
        for update in read_updates(f"{name} {verb} ASB3 green{dash}two are late", REFS):
            assert update.doubt, "words in front that no update has are asked about"


TOLD = ("nothing to report", "26 sessions, -2 on plan", "we ran every week", "has new staff now")


@pytest.mark.parametrize("told", TOLD)
def test_a_statement_about_an_action_without_a_status_opens_the_form(told: str) -> None:
    for dash in (" ", ": ", " - ", "\n", " update: "):
        (update,) = outcome(f"ASB3{dash}{told}")
        assert update.doubt
        assert update.note.endswith(told)


ASKED = ("partners", "when is it due", "history", "who leads", "lead agency", "status", "update")


@pytest.mark.parametrize("asked", ASKED)
def test_what_is_asked_about_an_action_stays_a_question(asked: str) -> None:
    for dash, end in product((" ", ": ", " - "), ("", "?", " please", "? thanks")):
        assert read_updates(f"ASB3{dash}{asked}{end}", REFS) == ()


@pytest.mark.parametrize(
    "asked", ["{}?", "still {}?", "{} or amber?", "is it {}?", "{} since when"]
)
def test_a_status_asked_about_is_a_question(asked: str) -> None:
    for colour in (*COLOURS, "complete"):
        assert read_updates(f"ASB3 {asked.format(colour)}", REFS) == ()


STATING = ("not", "no", "was", "if", "to", "or", "and", "we", "because", "we will")
OTHER = ("-2", "30 of 60", "sessions", "police", "waste", "tape", "?", ",", ".", "-", "DA1", "\n")
WORDS = st.sampled_from((*COLOURS, "complete", "done", *STATING, *OTHER))


@pytest.mark.slow
@settings(max_examples=600, deadline=None)
@given(start=st.sampled_from(STARTS), said=st.lists(WORDS, min_size=1, max_size=9))
def test_whatever_words_follow_the_place_of_the_status_decides(start: str, said: list[str]) -> None:
    rest = " ".join(said)
    updates = read_updates(f"{start} {rest}", REFS)
    verb = any(word in start.lower() for word in ("upd", "report"))
    assert updates or not verb, "an update was taken as a question"
    for update in updates[:1]:
        if update.doubt:
            continue
        named = next((w for w in said if w not in {"to", "we"} and (w.isalnum() or " " in w)), "")
        assert BY_WORD[named] is update.status, rest
        assert update.note in rest, "to the letter"


RATHER = ("but also", ", well", "and also", ", more like", "(well,", "although", ", actually")


@pytest.mark.parametrize("joint", RATHER)
def test_two_statuses_however_joined_are_not_saved_as_the_first(joint: str) -> None:
    for (first, status), (second, other) in product(COLOURS.items(), repeat=2):
        if status is not other:
            for end in ("", " too", " really", " in two parishes"):
                assert saved(f"ASB3 {first} {joint} {second}{end}") == [], (first, second, end)


def test_a_thing_called_by_a_colour_is_no_second_status() -> None:
    assert saved("ASB3 on track, also red tape was cut") == [Status.ON_TRACK]
    assert saved("ASB3 green but the at risk families are fewer") == [Status.ON_TRACK]


@pytest.mark.parametrize(
    "condition",
    ["if the kit order lands", "once the kits arrive", "when the contractor starts",
     "unless we hear by Friday", "provided the room is free", "so if the grant comes"],
)  # fmt: skip
@pytest.mark.parametrize("then", ["can go {}", "is {}", "will be {}", "goes {}"])
def test_what_would_hold_is_told_not_asked_and_not_saved(condition: str, then: str) -> None:
    for status in (*COLOURS, "complete"):
        for line in (f"{condition} ASB3 {then}", f"{condition} then ASB3 {then}: all agreed"):
            assert read_updates(line.format(status), REFS), line
            assert saved(line.format(status)) == [], line


@pytest.mark.parametrize(
    "line",
    ["if ASB3 is late who do i chase", "if ASB3 slips what happens to the target",
     "when will ASB3 go green", "when ASB3 is complete who signs it off", "ASB3 green?",
     "is ASB3 green do you think", "when is ASB3 complete", "which are green if we leave out fire"],
)  # fmt: skip
def test_what_is_asked_is_no_attempt(line: str) -> None:
    assert read_updates(line, REFS) == ()


@pytest.mark.parametrize(
    "line",
    ["ASB3 should be ok i think??", "ASB3 is fine I reckon?", "ASB3 might be green i guess?",
     "pretty sure ASB3 is green", "calling ASB3 amber", "pls mrak ASB3 as complete",
     "bump ASB3 to green", "safeguarding is all on track this quarter", "the police are all green",
     "our domestic abuse actions are all green", "burglary is still red", "no progress on ASB3",
     "no news on ASB3", "nothing doing on ASB3 this quarter", "ditto for ASB3"],
)  # fmt: skip
def test_what_is_told_without_a_note_or_of_many_is_an_attempt(line: str) -> None:
    assert read_updates(line, REFS)
    assert saved(line) == []


@pytest.mark.parametrize(
    ("front", "plain"),
    [("Kenward rang with their return. ", True), ("Moat sent this in: ", True),
     ("The police emailed their figures to us. ", True),
     ("The police rang to say the van is off the road. ", False)],
)  # fmt: skip
def test_who_brought_a_report_is_no_part_of_it(front: str, plain: bool) -> None:
    (update,) = read_updates(f"{front}ASB3 amber: two are late", REFS)
    assert update.note == "two are late"
    assert bool(update.doubt) is not plain


@pytest.mark.parametrize("will", ["Action: joint patrols", "We will run joint patrols"])
def test_what_stands_before_the_corrective_action_is_the_reason(will: str) -> None:
    (update,) = read_updates(f"ASB3 red - dry summer, more grass fires. {will}", REFS)
    assert update.reason == "dry summer, more grass fires"
    assert update.corrective_action.endswith("joint patrols")
