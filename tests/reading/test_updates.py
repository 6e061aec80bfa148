"""Typed updates by rule, in a grid of shapes, and for any line at all."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.status import Status
from bot.reading.typed_update import Doubt, TypedUpdate
from bot.reading.updates import may_report, read_updates

REFS = frozenset({"ASB3", "ASB4", "ASB5", "DA1", "OCG1", "1.3"})


def read(text: str) -> TypedUpdate:
    """The one update of a text."""
    (update,) = read_updates(text, REFS)
    return update


HEADS = (
    "update ",
    "Update: ",
    "report\u00a0",
    "pls updte ",
    "udpate ",
    "Hi, could you please update ",
    "@our-bot update ",
    "csp report ",
    "• ",
    "> update ",
    "*update* ",
    "1. update action ",
    "up-date ",
    "update\n",
    "\u200bupdate ",
    "",
)
REFERENCES = ("ASB3", "asb 3", "ASB-03", "ASB\u20143", "*ASB3*", "`ASB3`", "“ASB3”", "#ASB3", "1.3")
LINKS = (
    " ",
    " - ",
    ": ",
    " to ",
    " is now ",
    "\u00a0=\u00a0",
    " – ",
    " status: ",
    " → ",
    ", ",
    "\t",
)
STATUSES = {
    "green": Status.ON_TRACK,
    "Amber": Status.AT_RISK,
    "*on track*": Status.ON_TRACK,
    "AT RISK": Status.AT_RISK,
    "not-started": Status.NOT_STARTED,
    "🟢": Status.ON_TRACK,
    ":large_orange_circle:": Status.AT_RISK,
}
BREAKS = (" ", ": ", " - ", " – ", ", ", ". ", "\n")
NOTES = (
    "Two reviews are late",
    "38 clients, 12 of them new",
    "“Thank you” cards sent",
    "£4k found - fine",
)


@pytest.mark.slow
def test_every_shape_says_the_same_and_the_note_is_kept_to_the_letter() -> None:
    shapes = product(HEADS, REFERENCES, LINKS, STATUSES)
    for number, (head, ref, link, status) in enumerate(shapes):
        after, note = BREAKS[number % len(BREAKS)], NOTES[number % len(NOTES)]
        line = f"{head}{ref}{link}{status}{after}{note}"
        wanted = TypedUpdate("1.3" if ref == "1.3" else "ASB3", STATUSES[status], note)
        assert read_updates(line, REFS) == (wanted,), line


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("green -12% on last year", "-12% on last year"),
        ("green \u221212% on last year", "\u221212% on last year"),
        ("green: -3 on last month", "-3 on last month"),
        ("green +4 staff", "+4 staff"),
        ("green .5 of a post filled", ".5 of a post filled"),
        ("green >50% done", ">50% done"),
        ("green :camera: is up", ":camera: is up"),
        ("green *Cameras* are up", "*Cameras* are up"),
        ("green (two of them) are up", "(two of them) are up"),
        ("green Cameras are up\n\n- two in Hill Street", "Cameras are up\n\n- two in Hill Street"),
        ("green “We did it”, they said", "“We did it”, they said"),
        ("green don’t\u00a0worry", "don’t\u00a0worry"),
    ],
)
def test_a_note_keeps_its_first_characters(typed: str, note: str) -> None:
    assert read(f"update ASB3 {typed}") == TypedUpdate("ASB3", Status.ON_TRACK, note)


@pytest.mark.parametrize(
    "note",
    [
        "delivered 30 of 60 sessions",
        "closed two of five sites",
        "completed training for staff",
        "complete the second phase",
        "done 3 of 6 reviews",
        "cancelled two sessions",
        "cancelled Swanley sessions",
        "cancelled Funding was withdrawn",
        "amber to green",
        "green/amber",
        "green by June",
        "green if the money comes",
        "a camera is broken",
        "A camera is broken",
        "stopped cars in three places",
        "delayed by the supplier",
        "late",
        "nearly complete",
        "purple patrols",
        "is not green",
    ],
)
def test_a_status_is_a_whole_phrase_or_it_is_asked(note: str) -> None:
    update = read(f"update ASB3 {note}")
    assert (update.ref, update.status, update.doubt) == ("ASB3", None, Doubt.STATUS)
    assert update.note == note


@pytest.mark.parametrize(
    ("typed", "status", "note"),
    [
        ("complete All cameras are up", Status.COMPLETE, "All cameras are up"),
        ("done - two months early", Status.COMPLETE, "two months early"),
        ("delivered: every session", Status.COMPLETE, "every session"),
        ("deferred until the grant is known", Status.DEFERRED, "until the grant is known"),
        ("cancelled. Funding was withdrawn", Status.CANCELLED, "Funding was withdrawn"),
        ("G Cameras are up", Status.ON_TRACK, "Cameras are up"),
        ("a: two are late", Status.AT_RISK, "two are late"),
    ],
)
def test_a_verb_is_a_status_where_the_phrase_ends(typed: str, status: Status, note: str) -> None:
    assert read(f"update ASB3 {typed}") == TypedUpdate("ASB3", status, note)


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [
        ("update ASB3", Doubt.STATUS),
        ("ASB3 we ran it every week", Doubt.STATUS),
        ("update ASB3 amber", Doubt.NOTE),
        ("update ASB3 ambr two are late", Doubt.STATUS),
        ("update ASB3 and ASB4 green all fine", Doubt.TWO),
        ("update ASB3 green all fine; ASB4 amber late", Doubt.TWO),
        ("update the cameras are broken", Doubt.REF),
        ("I want to update", Doubt.REF),
        ("update amber two are late", Doubt.REF),
        ("ASB3 should be amber because two are late", Doubt.STATUS),
        ("Helen told me ASB3 is now green, cameras up", Doubt.WORDING),
        ("green ASB3 cameras are up", Doubt.WORDING),
        ("update ASB3 green-12% on last year", Doubt.WORDING),
        ("could you update ASB3 to amber: two late?", Doubt.WORDING),
    ],
)
def test_what_is_not_clear_is_in_doubt(typed: str, doubt: Doubt) -> None:
    assert read(typed).doubt is doubt


@pytest.mark.parametrize(
    "typed",
    [
        "update ASB3 / green / cameras are up",
        "update ASB3 ~ green ~ cameras are up",
        "update\u2022ASB3\u2022green\u2022cameras are up",
        "upd ASB3 green cameras are up",
        "update _ASB3_ *green* cameras are up",
        '"update ASB3 green cameras are up"',
        "update ASB3 status: green note: cameras are up",
        "put ASB3 down as green, cameras are up",
        "Hi Kelly, update ASB3 green cameras are up",
        "ASB3\nStatus: green\ncameras are up",
    ],
)
def test_marks_labels_and_a_greeting_around_it_are_no_part_of_the_note(typed: str) -> None:
    assert read(typed) == TypedUpdate("ASB3", Status.ON_TRACK, "cameras are up")


def test_thanks_below_several_updates_are_no_part_of_the_last() -> None:
    typed = "Hi Kelly, updates below\nASB3: green - up\nDA1: amber - two are off\nmany thanks"
    assert [u.note for u in read_updates(typed, REFS)] == ["up", "two are off"]


@pytest.mark.parametrize("end", [" Many thanks!", "\nThanks", "\n\nKind regards,\nSue Hall", " Ta"])
@pytest.mark.parametrize("note", ["26 sessions held.", "Thanks to two volunteers it runs!"])
def test_thanks_and_regards_at_the_end_are_no_part_of_the_note(note: str, end: str) -> None:
    assert read(f"ASB3 green - {note}{end}").note == note


def test_quotation_marks_around_all_of_it_are_no_part_of_the_note() -> None:
    for opening, closing in ("“”", "„“", '""', "''"):
        update = read(f"{opening}ASB3 not started – waiting for the report{closing}")
        assert (update.note, update.doubt) == ("waiting for the report", Doubt.CLEAR)


@pytest.mark.parametrize(
    "said",
    ["hasnt started", "has not begun yet", "still hasn't really got going", "is yet to kick off",
     "we haven't started yet", "no work started yet"],
)  # fmt: skip
def test_what_has_not_begun_is_not_started_in_any_words(said: str) -> None:
    for mark in (":", ",", " -", "."):
        update = read(f"ASB3 {said}{mark} two desks open")
        wanted = (Status.NOT_STARTED, "two desks open", Doubt.CLEAR)
        assert (update.status, update.note, update.doubt) == wanted


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("going well", Status.ON_TRACK),
        ("slipping a bit", Status.AT_RISK),
        ("wrapped up", Status.COMPLETE),
    ],
)
def test_a_status_in_other_words_waits_in_the_form(said: str, status: Status) -> None:
    for mark in (":", ",", " -", "."):
        update = read(f"ASB3 {said}{mark} two desks open")
        assert (update.status, update.note) == (status, "two desks open")
        assert update.doubt is Doubt.STATUS


@pytest.mark.parametrize(
    "typed",
    [
        "please move the due date of {} to 30 April",
        "can you move the deadline for {} to December",
        "push {} back to May",
        "extend {} to 31/12/2018",
        "{}: new date 30 April 2019",
        "{} amber, new date 30 April 2019, the speaker is not free before",
        "{} green: due date moved to the end of May",
    ],
)
def test_a_new_date_is_never_lost_in_a_note(typed: str) -> None:
    assert read(typed.format("ASB3")).doubt is Doubt.DATE


@pytest.mark.parametrize("day", ["3 sessions in May", "next session 17 October", "a date with KCC"])
def test_a_day_of_something_else_stays_in_the_note(day: str) -> None:
    assert read(f"ASB3 green: {day}").doubt is Doubt.CLEAR


def test_the_status_may_stand_before_the_reference() -> None:
    wanted = TypedUpdate("ASB3", Status.AT_RISK, "two reviews are late")
    assert read("update amber ASB3 two reviews are late") == wanted
    assert read("report amber for ASB3: two reviews are late") == wanted


def test_year_and_quarter_stand_between_reference_and_status() -> None:
    wanted = TypedUpdate("ASB3 in 2018-19", Status.ON_TRACK, "All fine")
    assert read("update ASB3 in 2018-19 green All fine") == wanted
    assert read("update ASB3 Q1 green All fine").quarter == "q1"


@pytest.mark.parametrize(
    ("note", "reason", "action"),
    [
        ("because the van broke, we will hire one", "the van broke", "we will hire one"),
        ("No staff due to leave. We'll recruit in May", "leave", "We'll recruit in May"),
        ("we will hire one because the van broke", "the van broke", "we will hire one"),
        ("Reason: no van. Corrective action: hire one", "no van", "hire one"),
        ("because the van broke", "the van broke", ""),
        ("owing to leave, plan is to borrow a van", "leave", "plan is to borrow a van"),
        ("as no van came. To fix it we will hire one", "no van came", "we will hire one"),
        ("as no van came. In May we will hire one", "no van came", "In May we will hire one"),
    ],
)
def test_off_track_takes_reason_and_corrective_action_out_of_the_line(
    note: str, reason: str, action: str
) -> None:
    assert read(f"update ASB4 red {note}") == TypedUpdate(
        "ASB4", Status.OFF_TRACK, note, reason=reason, corrective_action=action
    )


def test_several_lines_are_several_updates() -> None:
    typed = "Hi, our updates:\n• ASB3 – green – up\n2) asb 4: closed two of five\nDA1 red x"
    assert [(u.ref, u.status, u.note, u.doubt) for u in read_updates(typed, REFS)] == [
        ("ASB3", Status.ON_TRACK, "up", Doubt.CLEAR),
        ("ASB4", None, "closed two of five", Doubt.STATUS),
        ("DA1", Status.OFF_TRACK, "x", Doubt.CLEAR),
    ]


@pytest.mark.parametrize(
    "question",
    [
        "is ASB3 green?",
        "is ASB3 green",
        "ASB3 amber?",
        "ASB3 red or amber",
        "ASB3 finished or what",
        "ASB3 amber since when",
        "has ASB3 gone green",
        "should ASB3 be green",
        "which are red",
        "update me on ASB3",
        "can you update us on ASB3",
        "any update on ASB3",
        "an update on ASB3 please",
        "can I have an update on ASB3",
        "update on ASB3",
        "update on ASB3 since May",
        "update on the drugs thing",
        "latest update for ASB3",
        "ASB3 update",
        "when was ASB3 last updated",
        "how do I update ASB3",
        "who can report on ASB3",
        "change ASB3 lead to Kent Police",
        "tell me if ASB3 is green",
        "report on domestic abuse",
        "ASB3",
        "update",
        "any update on these?\nASB3\nASB4",
        "which of these are red\nASB3\nASB4",
    ],
)
def test_a_question_is_no_update(question: str) -> None:
    assert read_updates(question, REFS) == ()


LINE = st.tuples(
    st.sampled_from(
        ["update ", "updtae ", "please report\n", "• ", "", "*update* ", "upd ", "Hi Jo, update "]
    ),
    st.sampled_from(["ASB3", "asb 3", "ASB—3", "`ASB3`"]),
    st.sampled_from([" ", ": ", " - ", " is now ", " to ", " / ", " ~ ", " down as "]),
    st.sampled_from(["green", "amber", "on track", "🟢"]),
    st.sampled_from([" ", ": ", " - "]),
)
THANKS = re.compile(
    r"(?i)\b(many|kind|best|warm|with|very|much|so|all|and|again|thanks?|you|cheers|ta|regards|wishes"
    r"|pls|please)\b"
)
NOTE = st.text(min_size=1, max_size=60).filter(lambda note: not THANKS.search(note))
"""What ends with thanks and a name ends before them."""


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(line=LINE, note=NOTE)
def test_whatever_follows_is_kept_to_the_letter_or_is_in_doubt(
    line: tuple[str, ...], note: str
) -> None:
    head = "".join(line)
    found = read_updates(head + note, REFS)
    verb = bool(line[0].strip("• "))
    assert found or not verb, "an update was taken as a question"
    for update in found:
        assert may_report(head + note)
        if not update.doubt:
            assert update.ref == "ASB3"
            assert update.status in {Status.ON_TRACK, Status.AT_RISK}
            kept = update.note.strip()
            assert kept in note
            assert not any(letter.isalnum() for letter in note.replace(kept, "", 1))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for typed in (text, f"update {text}", f"update ASB3 {text}", f"ASB3 {text}\nASB4 {text}"):
        for update in read_updates(typed, REFS):
            assert update.note in typed


@pytest.mark.parametrize(
    "line",
    ["ASB4 was red but is now green: all in", "ASB4 was amber, now green: all in",
     "for asb4 its green - all in", "we're green on ASB4, all in"],
)  # fmt: skip
def test_how_it_stands_now_is_its_status(line: str) -> None:
    (update,) = read_updates(line, REFS)
    assert (update.ref, update.status, update.note) == ("ASB4", Status.ON_TRACK, "all in")


@pytest.mark.parametrize("line", ["ASB4: page is live", "ASB4 two activations this month"])
def test_a_statement_without_a_status_opens_the_form(line: str) -> None:
    (update,) = read_updates(line, REFS)
    assert (update.ref, update.doubt) == ("ASB4", Doubt.STATUS)
