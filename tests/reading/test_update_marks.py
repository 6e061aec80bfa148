"""Marks around a typed update (bold, italics and code of phones, quotes, brackets) change nothing
of it: what is saved has the right action, the right status and the note to the letter."""

from __future__ import annotations

import random

import pytest

from bot.core.status import Status
from bot.reading.updates import may_report, read_updates

REFS = frozenset({"ASB4", "ASB5", "SAF1", "1.4"})
AROUND = ("{}", "*{}*", "_{}_", "`{}`", "~{}~", '"{}"', "“{}”", "[{}]", "**{}**", "*_{}_*", "({})")
LINKS = (" ", " - ", ": ", " is ", " → ", " | ", "\n", " / ", " => ", ", ", " status: ")
JOINTS = (" ", ": ", " - ", "\n", " / ", " > ", "; ", "! ", " … ", ". ")
FRONTS = ("", "update ", "Hi there. ", "pls updtae ", "Morning all - ", "• ", "FYI ", "@our-bot ")
ENDS = ("", "\nThanks\nHelen", " - thanks", "\n\nKind regards,\nHelen")
STATUSES = {"green": Status.ON_TRACK, "At Risk": Status.AT_RISK, "🟢": Status.ON_TRACK,
            ":large_orange_circle:": Status.AT_RISK, "amber": Status.AT_RISK}  # fmt: skip
NOTES = ("Cameras are up", "*Bold* start made", "“Great work” said the ward", "-12% on last year",
         "97%", "3/4 sites done", "~30 came", ":camera: is up", "_new_ staff (two)")  # fmt: skip


@pytest.mark.parametrize("around", AROUND)
def test_marks_around_reference_and_status_are_no_part_of_them(around: str) -> None:
    choose = random.Random(around).choice
    for _ in range(250):
        status, note = choose(tuple(STATUSES)), choose(NOTES)
        ref, rating = around.format("ASB4"), around.format(status)
        line = f"{choose(FRONTS)}{ref}{choose(LINKS)}{rating}{choose(JOINTS)}{note}{choose(ENDS)}"
        assert may_report(line), line
        (update,) = read_updates(line, REFS)
        assert (update.ref, update.status) == ("ASB4", STATUSES[status]), line
        if not update.doubt:
            assert update.note == note, line


@pytest.mark.parametrize("around", ["*{}*", "_{}_", "`{}`", "“{}”", "({})", "```{}```"])
def test_a_line_in_marks_is_saved_without_them(around: str) -> None:
    for status, note in zip(STATUSES, NOTES, strict=False):
        (update,) = read_updates(around.format(f"update ASB4 {status} {note}"), REFS)
        assert (update.status, update.note) == (STATUSES[status], note)


def test_a_letter_that_begins_the_note_is_no_second_status() -> None:
    for note in ("G:0", "G: all fine", "g. 12 visits"):
        (update,) = read_updates(f"update ASB4 green {note}", REFS)
        assert (update.status, update.note) == (Status.ON_TRACK, note)
    (update,) = read_updates("ASB4 green (G): all fine", REFS)
    assert (update.status, update.note) == (Status.ON_TRACK, "all fine")


@pytest.mark.parametrize("mark", [". ", ": ", " - ", ", ", "\n"])
@pytest.mark.parametrize("when", ["now", "today", "at the moment", "as of today"])
def test_a_word_for_now_behind_the_status_is_no_part_of_the_note(when: str, mark: str) -> None:
    for note in ("Sign-up has slowed", "97% done"):
        (update,) = read_updates(f"ASB4 is amber {when}{mark}{note}", REFS)
        assert (update.status, update.note) == (Status.AT_RISK, note)
    (update,) = read_updates(f"ASB4 amber {when} that the van is back", REFS)
    assert update.note == f"{when} that the van is back"


def test_a_list_of_points_below_the_status_keeps_its_points() -> None:
    (update,) = read_updates("ASB4 green\n- page live\n- leaflets printed", REFS)
    assert (update.note, update.doubt) == ("- page live\n- leaflets printed", "")


@pytest.mark.parametrize("why", ["because {}", "due to {}", "reason: {}", "since {}", "as {}"])
@pytest.mark.parametrize(
    "will", ["we will {}", "we'll {}", "plan: {}", "corrective action: {}", "our plan is to {}"]
)
def test_what_is_off_track_has_its_reason_and_corrective_action(why: str, will: str) -> None:
    reason, plan = "two trainers are off sick", "share a trainer with the county"
    for front, joint in ((f, j) for f in FRONTS for j in (", ", ". ", "; ", "\n", " and ", " so ")):
        line = f"{front}*ASB4* red {why.format(reason)}{joint}{will.format(plan)}"
        (update,) = read_updates(line, REFS)
        assert (update.status, update.reason) == (Status.OFF_TRACK, reason), line
        assert update.corrective_action.endswith(plan), line
        assert not update.doubt, line


HEADS = ("", "Hi Kelly,\n\n", "Updates:\n", "Please update:\n", "Here are our updates:\n")
BULLETS = ("- ", "• ", "* ", "1. ", "", "> ", "_", "*")


@pytest.mark.parametrize("head", HEADS)
def test_several_lines_are_several_updates(head: str) -> None:
    for bullet in BULLETS:
        close = bullet if bullet in {"_", "*"} else ""
        typed = (
            ("ASB4", "green", "page live"),
            ("ASB5", "*amber*", "-3 on Q1"),
            ("SAF1", "🟢", "82 trained"),
        )
        lines = (f"{bullet}{ref}{close} - {rag} - {note}" for ref, rag, note in typed)
        updates = read_updates(head + "\n".join(lines) + "\nThanks\nHelen", REFS)
        assert [(u.ref, u.status, u.note, bool(u.doubt)) for u in updates] == [
            ("ASB4", Status.ON_TRACK, "page live", False),
            ("ASB5", Status.AT_RISK, "-3 on Q1", False),
            ("SAF1", Status.ON_TRACK, "82 trained", False),
        ], (head, bullet)
