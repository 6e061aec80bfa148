"""Everyday situations in the voices of residents, councillors and officers go to the priority of
their concept, and a short form asked after is told or said not to be known."""

from __future__ import annotations

import pytest

from bot.reading.concepts import all_concepts, all_means, leanings
from bot.reading.expression import Of, Refs, leaves
from bot.reading.parts import Index
from bot.reading.tokens import data_lines, stems
from bot.reading.wants import Kind
from tests.reading.conftest import Reader

SITUATIONS = {
    "ASB": (
        "old sofa and fridge dumped down our lane again",
        "kids setting fire to wheelie bins behind the shops",
        "Bus shelter smashed to pieces every weekend",
        "swear words sprayed all over the underpass",
        "my neighbour make party every night, no sleep",
        "We want more bobbies walking about on the beat",
        "cars racing on the retail park at night",
    ),
    "DA": (
        "he checks her phone and decides who she can see",
        "my sister's husband hits her, what do we offer",
        "extra locks for a woman who wants to stay put after her ex was moved out",
        "he waits outside her work and sends her hundreds of messages",
        "One of the women we support keeps finding her ex on her street. Where does that sit?",
        "course for men who hit their wives",
        "her husband will not let her have any friends",
        "he never lets her out of the house on her own",
        "sits outside her work every night",
    ),
    "SAF": (
        "two men holding hands got spat at",
        "A lady with headscarf was shouted bad words on the bus",
        "men living ten to a house, dropped off at the car wash at six and never paid",
        "could a fireman come and check an old lady's smoke alarm",
        "girls being picked up from the care home in cars by men",
        "lads at the nail bar made to work for nothing",
        "cleaners at the hotel kept on for next to nothing",
    ),
    "SUB": (
        "smackheads shooting up in the bus station toilets",
        "kids of 14 buying cider at the corner shop",
        "sells booze without asking for id",
        "pub on the corner serves people who can hardly stand",
        "he wants to come off heroin but can't get an appointment",
    ),
    "ACQ": (
        "came home and the place was turned upside down, jewellery gone",
        "somebody rang my nan pretending to be her bank",
        "sheep pinched off the hill",
        "the same five thieves do most of the break ins, who keeps tabs on them",
        "plumber's van peeled open like a tin",
    ),
    "MH": (
        "house stacked to the ceiling with newspapers, can hardly open the door",
        "she rings 999 forty times a month because she's lonely",
    ),
    "OCG": ("firm of criminals dumping asbestos by the lorryload",),
}
DESCRIBED = {
    "ASB3": "the portable cameras you can move about",
    "ASB9": "two tenants at war over a hedge, someone neutral to sit them down",
    "ASB10": "bins and haystacks set alight on purpose",
    "OCG5": "dealers moving in to a lad's flat, is there staff training on that",
    "SAF4": "teaching cabbies and hoteliers what grooming looks like",
    "SAF8": "firemen coming round to check nan's smoke alarms",
    "SUB4": "shops selling booze to under-18s, anybody testing them",
    "ACQ4": "cars getting done over at the station",
    "ACQ5": "traders say their stock keeps getting pinched off the shelves",
    "ACQ7": "volunteers with the radar gun in the village",
    "MH2": "courses so staff know what to do when a person is having a breakdown",
    "DA2": "the drop in for battered wives every week",
    "DA3": "new locks so she doesn't have to move out",
}
"""What an action does, to whom and where, in none of the words of the plan."""
COUNTED = {
    "ASB7": "walkabouts done vs the number we said",
    "SAF8": "home safety visits how many left to do",
    "DA3": "sanctuary - what pc inside the ten days",
    "ACQ6": "how many doorstep scam talks are still to do",
    "SUB1": "what figure have you got for youngsters reached by the street outreach",
}
"""Of one action found by its words, what it measures is counted."""
CASES = [(text, code) for code, texts in SITUATIONS.items() for text in texts]


@pytest.mark.parametrize(("text", "code"), CASES, ids=[text for text, _ in CASES])
def test_a_situation_is_placed_in_its_priority(
    text: str, code: str, asked: Reader, index: Index
) -> None:
    reading = asked(text)
    parts = list(leaves(reading.over))
    codes = {part.priority for part in parts if isinstance(part, Of)}
    refs = (ref for part in parts if isinstance(part, Refs) for ref in part.refs)
    assert codes | {index.plan.action(ref).priority for ref in refs} == {code}


@pytest.mark.parametrize(("ref", "text"), DESCRIBED.items(), ids=DESCRIBED)
def test_an_action_is_found_by_what_it_does_in_other_words(
    ref: str, text: str, asked: Reader
) -> None:
    named = [leaf.refs for leaf in leaves(asked(text).over) if isinstance(leaf, Refs)]
    assert len(named) == 1
    assert ref in named[0][:2]


@pytest.mark.parametrize(("ref", "text"), COUNTED.items(), ids=COUNTED)
def test_what_is_counted_of_one_action_is_its_measure(ref: str, text: str, asked: Reader) -> None:
    reading = asked(text)
    assert (reading.want.kind, [*leaves(reading.over)][-1]) == (Kind.MEASURES, Refs((ref,)))


def test_each_way_of_saying_what_an_action_does_stands_for_the_others() -> None:
    for line in data_lines("means.txt"):
        name, _, ways = line.partition(" = ")
        for way in ways.split(" | "):
            said = stems(" ".join(part.split("/")[0] for part in way.split("+")))
            assert name in {concept for concept, _ in all_means().signs(said)}, way


@pytest.mark.parametrize(
    "text",
    [
        "IOM?? keep seeing it",
        "IOM - whats that when its at home",
        "never heard of IOM",
        "someone said IOM in the meeting, no idea",
        "what's the full form of IOM",
        "tell me what IOM is",
    ],
)
def test_a_short_form_asked_after_is_defined(text: str, asked: Reader) -> None:
    assert (asked(text).want.kind, asked(text).want.term) == (Kind.GLOSSARY, "IOM")


@pytest.mark.parametrize(
    "text",
    [
        "what's happening with IOM",
        "what is IOM doing",
        "who leads IOM",
        "show me IOM",
        "what does CSU mean, and how many of theirs are red?",
    ],
)
def test_a_short_form_asked_about_is_an_action(text: str, asked: Reader) -> None:
    assert asked(text).want.kind is not Kind.GLOSSARY


@pytest.mark.parametrize(
    "text", ["what does FLUMP stand for", "FLUMP means?", "FLUMP?", "what is FLUMP"]
)
def test_a_short_form_nobody_knows_is_said_not_to_be_known(text: str, asked: Reader) -> None:
    reading = asked(text)
    assert (reading.want.kind, reading.want.term) == (Kind.GLOSSARY, "FLUMP")
    assert reading.over == Refs(())


def test_leanings_are_made_of_the_concepts_there_are() -> None:
    headed = [name for name, heads in all_concepts().concepts.items() if heads]
    assert leanings().said_of("0").split(" | ") == headed
