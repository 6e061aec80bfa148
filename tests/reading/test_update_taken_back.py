"""A line that takes back or doubts its own status is never saved: status x doubt x place. What its
note tells of another status in its story (the past, a part, a hope) holds nothing up."""

from __future__ import annotations

from itertools import product

import pytest

from bot.reading.updates import read_updates

REFS = frozenset({"ASB2", "ASB3", "7.2"})
COLOURS = {
    "green": "red",
    "on track": "amber",
    "🟠": "green",
    "not started": "at risk",
    "red": "on track",
}
STARTS = ("ASB2 {}", "update ASB2 to {}", "{} for ASB2", "please mark 7.2 as {}", "ASB2 is now {}")
TOLD = "26 sessions held"
PLACES = ("{start}. {doubt}", "{start} - {doubt}", "{start}, {doubt}. {told}",
          "{start}: {told}. {doubt}", "{start} - {told}, {doubt}", "{start}\n{told}\n{doubt}",
          "{start}: {told} ({doubt})", "{start} but {doubt}",
          "{start}: {told} - {doubt}. thanks")  # fmt: skip
ANOTHER = ("actually its {}", "It's {} really", "make that {}", "no, {}", "should be {}",
           "i think its {}", "sorry i mean {}", "scrap that, {}", "or is it {}?",
           "might be {} tbh", "really its more {}", "correction: {}", "hang on its {}",
           "it is {} now", "now {}", "would say {} though", "well {} tbh", "its gone {}",
           "change to {}", "overall its {} i reckon", "the action is {}", "put it down as {}",
           "has been {} since May", "Its turned {}", "the rest is {}", "call it {}",
           "we are {} now", "moved to {}", "it should probably be {}", "that should say {}",
           "I'd call it {} if I'm honest", "wait - {}", "or {}?")  # fmt: skip
DOUBTS = ("not sure tbh", "actually not sure", "ignore that", "scrap that", "not certain",
          "dont know really", "need to check", "i could be wrong", "tbc", "will need to confirm",
          "hang on", "sorry wrong one", "is that right?", "no idea to be honest", "dont quote me",
          "not 100% sure", "unsure if thats right", "disregard this", "sorry my mistake",
          "not confident on that", "sorry meant ASB3", "I'd better check", "no wait",
          "or maybe not", "might be wrong", "hard to say", "I take that back", "oops",
          "dont save that yet", "thats not right", "just a guess", "still to be confirmed",
          "I'm guessing", "need to double check with Dave", "let me check that with Priya first",
          "dont hold me to it", "please don't record this yet", "or as good as", "well not quite",
          "not really", "on reflection {}")  # fmt: skip


@pytest.mark.parametrize("way", [*ANOTHER, *DOUBTS])
def test_a_status_taken_back_or_doubted_anywhere_is_not_saved(way: str) -> None:
    for start, (status, other), place in product(STARTS, COLOURS.items(), PLACES):
        line = place.format(start=start.format(status), doubt=way.format(other), told=TOLD)
        assert not [u for u in read_updates(line, REFS) if not u.doubt], line


@pytest.mark.parametrize(
    "way", ["its {} really", "actually {}", "no, {}", "{} i think", "its now {}"]
)
@pytest.mark.parametrize("status", ["complete", "done", "cancelled", "late", "behind", "deferred"])
def test_a_deed_said_of_the_action_after_a_correction_is_another_status(
    way: str, status: str
) -> None:
    for place in PLACES[:6]:
        line = place.format(start="ASB2 green", doubt=way.format(status), told=TOLD)
        assert not [u for u in read_updates(line, REFS) if not u.doubt], line


@pytest.mark.parametrize("status", ["green", "amber", "on track", "complete"])
def test_a_status_denied_in_its_note_is_not_saved(status: str) -> None:
    for way, place in product(
        ("its not {}", "not {} really", "no longer {}", "not actually {}"), PLACES
    ):
        line = place.format(start=f"ASB2 {status}", doubt=way.format(status), told=TOLD)
        assert not [u for u in read_updates(line, REFS) if not u.doubt], line


@pytest.mark.parametrize(
    "way", ["borderline {}", "verging on {}", "leaning {}", "patrols are now {}"]
)
def test_a_worse_status_of_one_part_is_asked_about(way: str) -> None:
    for other, place in product(("amber", "red", "off track"), PLACES):
        line = place.format(start="ASB2 green", doubt=way.format(other), told=TOLD)
        assert not [u for u in read_updates(line, REFS) if not u.doubt], line


STORY = ("it was {} in Q1", "moved up from {}", "had been {} since spring", "was {} last month",
         "no longer {}", "not {} any more", "previously {}", "will be {} by March",
         "hope to be {} next quarter", "could go {} if the van breaks",
         "two of the 14 sites are {}", "one ward still {}", "not {} yet", "should be {} by May",
         "up from {}", "we expect to move to {} in spring", "aim to be back to {} by June",
         "the police lead rated it {} in May", "it turned {} in Q1 and we caught up",
         "last quarter it was {}", "down from {} at Q1")  # fmt: skip
PLAIN = ("red tape cut", "green waste cleared", "at risk families seen",
         "met with green space team", "not sure when the next date is",
         "need to check the venue is free", "waiting to confirm dates for May",
         "the wrong signs were sent and replaced", "police to confirm numbers in June",
         "12 of 14 done, i think", "recruitment is underway",
         "training not started at two schools", "all done by may, hopefully", "survey complete",
         "venue was cancelled, new one found", "no change", "kit ordered so far",
         "unsure of numbers until the school replies", "amber alert leaflets printed",
         "wait times are down", "ignored two bids that came late",
         "we will check in with schools monthly", "recruitment is on track")  # fmt: skip


@pytest.mark.parametrize("way", [*STORY, *PLAIN])
def test_what_a_note_tells_is_saved_to_the_letter(way: str) -> None:
    for status, other in (("amber", "red"), ("at risk", "off track")):
        for start in STARTS[:3]:
            told = way.format(other)
            for note in (f"26 sessions held, {told}", f"26 sessions held. {told}"):
                updates = read_updates(f"{start.format(status)}: {note}", REFS)
                assert [(u.note, u.doubt) for u in updates] == [(note, "")], note


@pytest.mark.parametrize("joint", ["and", "but", "and also", "but also", ", and"])
@pytest.mark.parametrize("tail", ["", "in places", "depending on the site", "long story", "both"])
def test_a_second_status_joined_to_the_first_is_not_passed_over(joint: str, tail: str) -> None:
    for start, (status, other) in product(STARTS, COLOURS.items()):
        line = f"{start.format(status)} {joint} {other} {tail}".replace(" ,", ",").strip()
        assert not [u for u in read_updates(line, REFS) if not u.doubt], line
