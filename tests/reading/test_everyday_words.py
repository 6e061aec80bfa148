"""Everyday situations in the voices of residents, councillors and officers go to the priority of
their concept, and a short form asked after is told or said not to be known."""

from __future__ import annotations

import pytest

from bot.reading.concepts import all_concepts, leanings
from bot.reading.expression import Of, Refs, leaves
from bot.reading.parts import Index
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
        "he waits outside her work and sends her hundreds of messages",
        "One of the women we support keeps finding her ex on her street. Where does that sit?",
        "course for men who hit their wives",
    ),
    "SAF": (
        "two men holding hands got spat at",
        "A lady with headscarf was shouted bad words on the bus",
        "men living ten to a house, dropped off at the car wash at six and never paid",
        "could a fireman come and check an old lady's smoke alarm",
        "girls being picked up from the care home in cars by men",
    ),
    "SUB": (
        "smackheads shooting up in the bus station toilets",
        "kids of 14 buying cider at the corner shop",
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
    "text", ["what's happening with IOM", "what is IOM doing", "who leads IOM", "show me IOM"]
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
    assert leanings().said_of("0").split(" | ") == list(all_concepts().concepts)
