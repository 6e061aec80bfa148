"""What a fragment does to the question before: the tree before is conditions by side, and the truth
of what is asked next is computed from them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.quarters import Quarter
from bot.reading.expression import (
    AsAt,
    Closed,
    Counts,
    Days,
    Due,
    Expression,
    Leads,
    Not,
    Of,
    Overdue,
    Partners,
    Refs,
    Stands,
    all_of,
    any_of,
)
from bot.reading.wants import Kind
from tests.reading.conftest import Talk, Truth

RED, AMBER, GREEN, DONE = map(Stands, ("off_track", "at_risk", "on_track", "complete"))
NONE, OPEN = Stands(""), Not(Closed())
POLICE, FIRE, COUNCIL, COUNTY = map(Leads, ("KP", "KFRS", "SDC", "KCC"))
MOVED, JOINT = Counts("moves", ">", 0), Counts("leads", ">", 1)
BY_DECEMBER = Due(Days(None, date(2018, 12, 31)))

FIRST: dict[str, dict[str, Expression]] = {
    "which are red": {"status": RED},
    "how many are amber": {"status": AMBER},
    "who leads the red ones": {"status": RED},
    "amber or red": {"status": any_of(AMBER, RED)},
    "which of ours are on track": {"agency": COUNCIL, "status": GREEN},
    "which kent fire actions are red": {"agency": FIRE, "status": RED},
    "what does the fire service lead on": {"agency": FIRE},
    "which actions do kent police support": {"agency": Partners("KP")},
    "red domestic abuse actions": {"theme": Of("DA"), "status": RED},
    "what's in the mental health priority": {"theme": Of("MH")},
    "when are the substance misuse actions due": {"theme": Of("SUB")},
    "which actions have had their date moved": {"moved": MOVED},
    "what's overdue": {"overdue": Overdue()},
    "what's due in December": {
        "due": all_of(Due(Days(date(2018, 12, 1), date(2018, 12, 31))), OPEN)
    },
}
"""Questions asked first, each with its conditions by side."""

REPLACED: tuple[tuple[str, Expression, tuple[str, ...]], ...] = (
    ("status", GREEN, ("and green?", "what about the greens", "ok and the green ones?",
                       "same for green", "now the greens", "green ones?")),
    ("status", DONE, ("and complete?", "what about the finished ones", "and those that are done?")),
    ("status", NONE, ("and the ones with no update?", "what about those nobody has updated?")),
    ("agency", COUNTY, ("and KCC?", "what about KCC", "same for the county council", "and KCC's?")),
    ("theme", Of("ASB"), ("and antisocial behaviour?", "what about asb", "and in asb?",
                          "and the asb ones?")),
    ("due", Due(Days(date(2019, 3, 1), date(2019, 3, 31))),
     ("and due in march?", "what about those due in march", "and those due in March 2019?")),
)  # fmt: skip
NARROWED: tuple[tuple[str, Expression, tuple[str, ...]], ...] = (
    ("status", RED, ("which of those are red", "red", "just the red ones", "any of them red?",
                     "which are red", "the red ones", "narrow it to the reds", "how many are red")),
    ("status", NONE, ("which of those have we not heard a thing about",
                      "how many of them haven't we heard a peep on",
                      "how many of those are we still waiting to hear on",
                      "which of them has nobody reported on",
                      "which of them still need a first update",
                      "which are yet to get their first report")),
    ("agency", POLICE, ("which of those do the police lead", "police", "kent police?",
                          "the ones the police lead",
                        "only the ones led by kent police", "which are led by the police")),
    ("theme", Of("DA"), ("which of those are domestic abuse", "any in domestic abuse",
                         "the domestic abuse ones", "which are in domestic abuse")),
    ("overdue", Overdue(), ("which of those are overdue", "any past their date",
                            "how many are late", "only the late ones")),
    ("moved", MOVED, ("which of those have had their date moved", "any of them slipped")),
    ("due", BY_DECEMBER, ("which of those are due by the end of december",
                          "any of those due before the new year")),
)  # fmt: skip
LEFT_OUT: tuple[tuple[str, Expression, tuple[str, ...]], ...] = (
    ("", GREEN, ("not the green ones", "cross off the greens", "lose the greens",
                 "knock out the greens", "take away anything green", "set aside the greens",
                 "strip out the green ones", "but not the greens")),
    ("agency", POLICE, ("leave out anything the police lead", "not the ones kent police lead")),
    ("theme", Of("DA"), ("leave out domestic abuse", "anything but domestic abuse")),
    ("joint", JOINT, ("leave out any with joint leads", "not the joint ones")),
)  # fmt: skip
ADDED: tuple[tuple[str, Expression, tuple[str, ...]], ...] = (
    ("status", GREEN, ("and the greens as well", "add the greens", "plus the greens")),
    ("agency", COUNTY, ("add KCC's", "and KCC's as well")),
)


def _without(sides: dict[str, Expression], *gone: str) -> list[Expression]:
    return [part for side, part in sides.items() if side not in gone]


def _means(what: str, first: dict[str, Expression], side: str, new: Expression) -> Expression:
    """What is meant by a fragment that replaces, narrows, leaves out or adds."""
    if what == "left out":
        return all_of(*first.values(), Not(new))
    if what != "narrowed" and side == "agency":
        new = type(first[side])("KCC")  # type: ignore[call-arg]
    if what == "added":
        new = any_of(first[side], new)
    return all_of(*_without(first, side), new)


def _cases() -> list[tuple[str, str, Expression]]:
    """The first question, the fragment and what they come to."""
    tables = {"replaced": REPLACED, "narrowed": NARROWED, "left out": LEFT_OUT, "added": ADDED}
    return [
        (text, way, _means(what, sides, side, new))
        for what, table in tables.items()
        for side, new, ways in table
        for text, sides in FIRST.items()
        if (side in sides) is (what in {"replaced", "added"}) and new not in sides.values()
        for way in ways
    ]


def test_a_fragment_replaces_narrows_leaves_out_or_adds(talk: Talk, truth: Truth) -> None:
    cases, among = _cases(), truth(OPEN)
    assert len(cases) > 400
    wrong = []
    for first, way, means in cases:
        reading = talk(first, way)
        got, wanted = truth(reading.over), truth(means)
        if got != wanted and (got & among != wanted & among or reading.want.kind is Kind.CHOOSE):
            wrong.append((first, way, reading.over))
    assert not wrong


WANTS: dict[Kind, tuple[str, ...]] = {
    Kind.COUNT: ("how many is that", "so how many", "whats the total", "count them"),
    Kind.LIST: ("list them", "which ones", "show them"),
    Kind.LEADS: ("who's got them", "whose are they", "who do i speak to about each"),
    Kind.DUE: ("deadlines?", "when do they finish", "by when?", "when are they now due"),
    Kind.LATEST: ("latest?", "what did they last say"),
    Kind.MEASURES: ("their targets?", "what are we measuring on those"),
    Kind.BY: ("how many per agency", "in which priorities", "split it by priority"),
    Kind.RANK: ("who has the most of those", "which agency has most of them"),
}


@pytest.mark.parametrize("kind", WANTS)
def test_another_want_is_of_the_same_set(kind: Kind, talk: Talk, truth: Truth) -> None:
    for first, sides in FIRST.items():
        for way in WANTS[kind]:
            reading = talk(first, way)
            assert truth(reading.over) == truth(all_of(*sides.values())), (first, way)
            assert reading.want.kind in {kind, Kind.HISTORY if kind is Kind.LATEST else kind}, way
            if kind is Kind.BY:
                assert (reading.want.group == "priority") is ("priorit" in way), (first, way)


OF_ONE: dict[Kind, tuple[str, ...]] = {
    Kind.DUE: ("how long have they got", "which quarter", "which quarter is it due in"),
    Kind.HISTORY: ("what's the problem", "what's gone wrong", "what's up with it"),
    Kind.MEASURES: ("what's it measured by", "how many so far"),
    Kind.LEADS: ("who's on it", "who else is involved", "who's working with us on it"),
}


@pytest.mark.parametrize("kind", OF_ONE)
def test_of_one_action_it_is_asked_of_that(kind: Kind, talk: Talk) -> None:
    for first in (("ASB3",), ("how is MH4 doing",), ("which are red", "the second one")):
        for way in OF_ONE[kind]:
            reading, one = talk(*first, way), talk(*first)
            assert (reading.want.kind, reading.over) == (kind, Refs(one.shown)), (first, way)


BACK = ("back to the list", "go back", "ok back to all of them", "can i see the list again")


@pytest.mark.parametrize("back", BACK)
@pytest.mark.parametrize("chosen", ["the second one", "just the mental health ones"])
def test_one_goes_back_to_what_was_chosen_from(
    back: str, chosen: str, talk: Talk, truth: Truth
) -> None:
    for first in ("which are red", "whats amber", "what do fire lead", "what is overdue"):
        assert truth(talk(first, chosen, back).over) == truth(talk(first).over), first


def test_what_was_left_out_is_put_back_and_the_list_is_gone_back_to(
    talk: Talk, truth: Truth
) -> None:
    ways = [(new, ways[0]) for _, new, ways in LEFT_OUT]
    ways += [(Not(Of("SAF")), "leave out safeguarding"), (COUNCIL, "only ours")]
    pairs = [(a, b) for a in ways for b in ways if a != b]
    for first in ("what's due in December", "which are amber", "green ones"):
        for (_, one), (_, other) in pairs:
            once, everything = truth(talk(first, one).over), truth(talk(first).over)
            if not truth(talk(first, one, other).over) < once < everything:
                continue
            for back in ("put them back", "ok put those back in", "add them back"):
                assert truth(talk(first, one, other, back).over) == once, (first, one, other)
            for back in ("back to all of them", "show me the full list again"):
                assert truth(talk(first, one, other, back).over) == everything, (one, other)
            narrower = talk(first, one, other, "put them back, only mental health").over
            assert truth(narrower) == once & truth(Of("MH")), (first, one, other)


def test_what_is_left_out_of_one_theme_leaves_out_another_too(talk: Talk, truth: Truth) -> None:
    for first in ("which are on track", "which of ours have no update"):
        left = truth(talk(first, "leave out safeguarding", "and without substance misuse").over)
        assert left == truth(talk(first).over) - truth(any_of(Of("SAF"), Of("SUB")))


TALKS: tuple[tuple[tuple[str, ...], Expression], ...] = (
    (("reds?", "leave out the police", "and leave out fire too"),
     all_of(RED, Not(POLICE), Not(FIRE))),
    (("reds?", "leave out the police", "put them back"), RED),
    (("reds?", "leave out the police", "put the police back in"), RED),
    (("reds?", "which of them are in mental health", "and amber?"), all_of(AMBER, Of("MH"))),
    (("reds?", "which of them were green at the end of Q1", "and amber?"),
     all_of(RED, AsAt(AMBER, Quarter(2018, 1).ends))),
    (("red domestic abuse actions", "and in the whole plan?"), RED),
    (("how many domestic abuse actions are red", "and how many overall?"), RED),
    (("how many do fire lead", "who leads the most"), all_of()),
    (("ambers", "take out those with a moved date", "back to all the ambers - which do fire lead"),
     all_of(AMBER, FIRE)),
    (("which do we support", "how many of those are red", "who leads the red ones"),
     all_of(Partners("SDC"), RED)),
    (("how is safeguarding looking", "what hasn't been reported on"), all_of(Of("SAF"), NONE)),
    (("which are red", "what hasn't been reported on"), NONE),
    (("whats red for fire", "whats the problem there", "and the hoarding"), Refs(("MH4",))),
    (("county lines", "and the one about gangs and taxis"), Refs(("SAF4",))),
    (("hows the street outreach going", "and the schools workshops?"), Refs(("SUB2",))),
    (("how are the cctv deployments going", "why are two reviews late"), Refs(("ASB3",))),
    (("what do kcc lead", "and the extremism conference one, whens it due"), Refs(("SAF2",))),
    (("how many actions have an update", "and how many dont"), NONE),
    (("MH4", "what was the last update", "whens the deadline on that one"), Refs(("MH4",))),
)  # fmt: skip


@pytest.mark.parametrize(("texts", "means"), TALKS)
def test_a_talk_comes_to_this(
    texts: tuple[str, ...], means: Expression, talk: Talk, truth: Truth
) -> None:
    assert truth(talk(*texts).over) == truth(means)


TURNED = ("and the other way?", "vice versa?", "and the reverse?", "and the opposite?")


@pytest.mark.parametrize("turn", TURNED)
def test_a_pair_is_turned_round(turn: str, talk: Talk, truth: Truth) -> None:
    for text, way in (("what slipped backwards in Q2", 1), ("what improved in Q2", -1)):
        assert (talk(text, turn).want.kind, talk(text, turn).want.way) == (Kind.CHANGES, way)
    assert talk("which agency has most reds", turn).want.fewest
    assert truth(talk("which are jointly led", turn).over) == truth(Not(JOINT))
