"""A plan whose priorities are named in plain words ("Theme A: Feeling safe after dark"): everyday
situations, priorities by their letter, agencies by what they are called, places that are not its
own, and danger that is told of."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.plan import Agency, Priority
from bot.reading.expression import Involves, Leads, Of, Refs, leaves
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.wants import Kind, Reading
from tests.factories import a_plan, an_action

TODAY = date(2025, 11, 12)
_THEMES = {
    "P1": "Feeling safe after dark", "P2": "Seafront and summer visitors",
    "P3": "Homes and neighbours", "P4": "Children kept from harm", "P5": "Drugs and drink",
    "P6": "Safer relationships",
}  # fmt: skip
_ACTIONS = {
    "A1": "Staff a safe place with first aid and water on club nights",
    "A2": "Ask every bar and club to sign up to drink-spiking training",
    "B1": "Stop jet skis being ridden among swimmers",
    "B2": "Move on camper vans parked overnight on the Esplanade",
    "B3": "Run a campaign on buses about litter",
    "C1": "Get back flats that drug gangs have taken over from their tenants",
    "C2": "Warn older residents about rogue traders",
    "D1": "Hold meetings about children at risk of being exploited by gangs from the city",
    "D2": "Train hotel staff to spot children who are being exploited",
    "E1": "Stop shops selling alcohol to children or to people who are drunk",
    "E2": "Light night-bus stops where dealers wait",
    "F1": "Work with men who hit or control their partners",
    "F2": "Answer every report of stalking within one working day",
}
_CODES = dict(zip("ABCDEF", _THEMES, strict=True))


@pytest.fixture(scope="module")
def coast() -> Index:
    """Thirteen actions of six themes at a seaside town."""
    actions = [
        an_action(ref, priority=_CODES[ref[0]], leads=("MBC",), partners=(), text=text)
        for ref, text in _ACTIONS.items()
    ]
    themes = tuple(Priority(code, name, n) for n, (code, name) in enumerate(_THEMES.items(), 1))
    agencies = (
        Agency("MBC", "Merrowsea Borough Council", ("the council",)),
        Agency("WPO", "Wendshire Police", ("police",)),
        Agency(
            "TCN",
            "Merrowsea Town and Parish Councils",
            ("town and parish councils", "parish councils", "the parishes"),
        ),
        Agency("TRA", "Merrowsea Traders Association", ("the traders",)),
    )
    return Index(a_plan(*actions, priorities=themes, agencies=agencies))


def _named(reading: Reading, index: Index) -> set[str]:
    """The priorities a reading and what is said behind it are about."""
    every = [leaf for r in (reading, reading.also) if r for leaf in leaves(r.over)]
    refs = [ref for leaf in every if isinstance(leaf, Refs) for ref in leaf.refs]
    of = {leaf.priority for leaf in every if isinstance(leaf, Of)}
    return of | {index.plan.action(ref).priority for ref in refs}


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("jet skis going right through the kids paddling", "B"),
        ("people camping in vans on the esplanade", "B"),
        ("someone put something in my daughter's drink in the club", "A"),
        ("15 yr olds being used by older ones to take packages to the seaside", "D"),
        ("older lads getting 14 year olds to carry stuff on the train, who picks that up", "D"),
        ("hotel letting rooms to young girls with older men", "D"),
        ("corner shop is selling cider to school kids", "E"),
        ("theme d, how is it doing", "D"),
        ("what's in theme B", "B"),
    ],
)
def test_everyday_words_go_to_a_theme_of_plain_words(text: str, letter: str, coast: Index) -> None:
    reading = read(text, coast, TODAY)
    assert _named(reading, coast) == {_CODES[letter]}, reading


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("his flat was taken over by dealers and he is scared to go home, who picks that up", "C"),
        ("my neighbour's flat has been taken over by people dealing, he is frightened", "C"),
        ("a man has been following me home from work for weeks", "F"),
    ],
)
def test_danger_told_of_has_999_first_and_its_priority_behind(
    text: str, letter: str, coast: Index
) -> None:
    reading = read(text, coast, TODAY)
    assert reading.want.kind is Kind.EMERGENCY
    assert _named(reading, coast) == {_CODES[letter]}


@pytest.mark.parametrize("text", ["he is kicking my door in", "someone is attacking me right now"])
def test_danger_that_happens_has_999_alone(text: str, coast: Index) -> None:
    assert read(text, coast, TODAY) == Reading(read(text, coast, TODAY).want, alarm=False)


@pytest.mark.parametrize(
    "text",
    [
        "what is the next town along doing about jet skis",
        "how does Brighton deal with street drinkers",
        "what are other seaside towns doing about litter",
        "are we doing better than Bournemouth on litter",
        "what's happening over the border on stalking",
    ],
)
def test_what_others_do_is_declined(text: str, coast: Index) -> None:
    assert read(text, coast, TODAY).want.kind is Kind.OUTSIDE


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("what part do the town and parish councils play", "TCN"),
        ("which ones are us parish councils mixed up in", "TCN"),
        ("us traders, what are we in", "TRA"),
        ("us at the parish councils - what are we in", "TCN"),
        ("where do the parishes come in", "TCN"),
    ],
)
def test_agencies_are_asked_after_by_their_part(text: str, code: str, coast: Index) -> None:
    assert read(text, coast, TODAY).over == Involves(code)


def test_a_word_of_two_actions_is_asked_about(coast: Index) -> None:
    reading = read("the bus one", coast, TODAY)
    assert [offered.over for _, offered in reading.offers] == [Refs(("B3",)), Refs(("E2",))]


def test_one_shared_word_is_no_match(coast: Index) -> None:
    reading = read("older brother borrowed the lawnmower, who leads", coast, TODAY)
    assert "C2" not in str(reading.over)


def test_the_last_word_and_its_day_are_the_latest_update(coast: Index) -> None:
    reading = read("last word on jet skis and when was it", coast, TODAY)
    assert (reading.want.kind, reading.over) == (Kind.LATEST, Refs(("B1",)))


def test_a_priority_is_called_by_its_initials_unless_they_are_a_word_or_an_agency() -> None:
    names = (
        "Anti-Social Behaviour and Towns",
        "Violence Against Women and Girls",
        "Inner Terraces",
    )
    priorities = tuple(Priority(f"P{n}", name) for n, name in enumerate(names))
    actions = tuple(an_action(f"P{n}1", priority=f"P{n}") for n in range(len(names)))
    index = Index(a_plan(priorities=priorities, actions=actions))
    for typed, code in (("asb", "P0"), ("vaw", "P1"), ("VAWG", "P1")):
        assert read(f"what is red in {typed}", index, TODAY).over in (
            read(f"what is red in {name}", index, TODAY).over for name in (names[int(code[1])],)
        ), typed
    assert not any(leaf == Of("P2") for leaf in leaves(read("is it red", index, TODAY).over))


def test_a_priority_that_begins_like_an_agency_is_the_priority() -> None:
    themes = (Priority("P1", "Fire, water and road safety", 1), Priority("P2", "Drugs", 2))
    bodies = (Agency("AFR", "Ashgarth Fire and Rescue Service", ("fire",), True),)
    actions = [an_action(f"P{n}", priority=f"P{n}", leads=("AFR",)) for n in (1, 2)]
    index = Index(a_plan(*actions, priorities=themes, agencies=bodies))
    for text in ("fire, water & road safety: what is red", "fire, water and road safety reds"):
        named = {*leaves(read(text, index, TODAY).over)}
        assert Of("P1") in named, text
        assert Leads("AFR") not in named, text


def test_a_priority_is_called_without_its_last_word() -> None:
    themes = (Priority("P1", "Rural and Heritage Crime", 1), Priority("P2", "Fraud and Scams", 2))
    actions = [an_action(f"P{n}", priority=f"P{n}") for n in (1, 2)]
    index = Index(a_plan(*actions, priorities=themes))
    assert read("everything under rural & heritage", index, TODAY).over == Of("P1")
    assert read("what did we get in Q2 on the fraud actions", index, TODAY).over == Of("P2")


def test_what_is_done_in_a_theme_of_one_word_is_asked_of_the_theme() -> None:
    themes = (Priority("P1", "Drugs, Alcohol and County Lines", 1), Priority("P2", "Fraud", 2))
    actions = [an_action(f"P{n}", priority=f"P{n}") for n in (1, 2)]
    index = Index(a_plan(*actions, priorities=themes))
    reading = read("has anything in drugs been finished", index, TODAY)
    assert (reading.want.kind, Of("P1") in leaves(reading.over)) == (Kind.LIST, True)
