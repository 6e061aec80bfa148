"""Talks that go on with less or with more than the set before: the others, the two asked about one
by one, another time, another one; the truth is computed from the conditions."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.quarters import Quarter
from bot.reading.expression import Days, Leads, Not, Of, Overdue, Partners, Refs, all_of, leaves
from bot.reading.wants import Kind, Reading
from tests.reading.conftest import Talk, Truth
from tests.reading.test_talks import COUNCIL, FIRE, FIRST, JOINT, NARROWED, OPEN, RED

OTHERS: dict[Kind, tuple[str, ...]] = {
    Kind.LIST: ("and the others, how are they doing", "how are the rest getting on",
                "where are the others now"),
    Kind.LEADS: ("who leads the others", "and the rest, whose are they"),
    Kind.DUE: ("when are the others due", "and the rest, when do they finish"),
    Kind.MEASURES: ("targets on the others?", "and the rest, any figures"),
}  # fmt: skip


@pytest.mark.parametrize("kind", OTHERS)
def test_the_others_are_those_that_were_left_out(kind: Kind, talk: Talk, truth: Truth) -> None:
    cases = [
        (first, narrow[0], way, all_of(*sides.values(), Not(new)))
        for first, sides in FIRST.items()
        for side, new, narrow in NARROWED
        if side not in sides and truth(all_of(*sides.values(), new))
        for way in OTHERS[kind]
    ]
    assert len(cases) > 60
    for first, narrow, way, means in cases:
        reading = talk(first, narrow, way)
        assert truth(reading.over) & truth(OPEN) == truth(means) & truth(OPEN), (first, narrow, way)
        assert reading.want.kind is kind, (first, way)


@pytest.mark.parametrize("first", ["DA3", "who leads DA3", "when is DA3 due", "sanctuary scheme"])
@pytest.mark.parametrize("second", ["MH1", "and MH1?", "what about MH1"])
def test_what_was_asked_one_by_one_is_a_list(first: str, second: str, talk: Talk) -> None:
    for pick, refs in {"back to the first one": ("DA3",), "and the former, any figures": ("DA3",),
                       "the latter - who's on it": ("MH1",), "and the other one": ("DA3",),
                       "who leads those two": ("DA3", "MH1"), "when are both due": ("DA3", "MH1"),
                       "who's behind the first one": ("DA3",)}.items():  # fmt: skip
        assert talk(first, second, pick).over == Refs(refs), pick
    assert talk(first, second, "which of the two is late").over == all_of(
        Refs(("DA3", "MH1")), Overdue()
    )
    assert talk(first, second, "and SAF1", "who leads the last two").over == Refs(("MH1", "SAF1"))


def test_a_time_is_of_what_is_told_of_the_same_set(talk: Talk, truth: Truth) -> None:
    for first, sides in FIRST.items():
        for way in ("what were they in Q1", "what did they say in the first quarter"):
            reading = talk(first, way)
            assert truth(reading.over) == truth(all_of(*sides.values())), (first, way)
            assert reading.want.quarters == (Quarter(2018, 1),), (first, way)
        assert talk(first, "their targets for the year").want == talk(first, "their targets?").want


STEPS = (("what is due in December", ("and the month before?", "ok and the month after that",
                                      "the following month", "and the previous month?")),
         ("what came in last week", ("and the week before", "the week before that?",
                                     "and the week after", "in the following week")))  # fmt: skip


@pytest.mark.parametrize(("first", "ways"), STEPS)
def test_a_step_in_time_is_from_the_time_before(
    first: str, ways: tuple[str, ...], talk: Talk
) -> None:
    start = _days_of(talk(first))
    for way in ways:
        after, days = "after" in way or "following" in way, _days_of(talk(first, way))
        assert 0 < abs((days - start).days) < 32, way
        assert (days > start) is after, way


def _days_of(reading: Reading) -> date:
    """The first day that a reading is about."""
    spans = (getattr(leaf, "days", None) for leaf in leaves(reading.over))
    return next(days.start for days in spans if isinstance(days, Days) and days.start)


@pytest.mark.parametrize("single", ["ASB3", "who leads ASB3", "when is the CCTV one due"])
def test_another_one_is_not_part_of_the_one_before(single: str, talk: Talk, truth: Truth) -> None:
    for way, means in {"and the one we lead jointly in mental health": (COUNCIL, JOINT, Of("MH")),
                       "and the red one that fire lead": (RED, FIRE),
                       "what about the red one in domestic abuse that we lead":
                           (RED, Of("DA"), COUNCIL)}.items():  # fmt: skip
        assert truth(talk(single, way).over) == truth(all_of(*means)), way


@pytest.mark.parametrize("way", ["any of ours?", "any of ours", "are any ours?", "any led by us?"])
@pytest.mark.parametrize("part", [Partners("SCHOOLS"), Partners("KFRS"), Leads("KP")])
def test_any_of_ours_is_asked_of_the_list_before(part: Leads | Partners, way: str,
                                                 talk: Talk, truth: Truth) -> None:  # fmt: skip
    name = {"SCHOOLS": "schools", "KFRS": "the fire service", "KP": "kent police"}[part.agency]
    first = f"what do {name} {'lead' if isinstance(part, Leads) else 'support'}"
    assert truth(talk(first, way).over) == truth(all_of(part, COUNCIL)), first


CORRECTED = {"who are the partners on the cctv one": Kind.LEADS, "when is ASB3 due": Kind.DUE,
             "latest on ASB3": Kind.LATEST}  # fmt: skip


@pytest.mark.parametrize("first", [*CORRECTED])
@pytest.mark.parametrize("way", ["sorry meant the graffiti", "no i meant the graffiti one",
                                 "sorry, i meant ASB6", "meant graffiti"])  # fmt: skip
def test_another_thing_meant_is_asked_the_same(first: str, way: str, talk: Talk) -> None:
    reading = talk(first, way)
    assert (reading.want.kind, reading.over) == (CORRECTED[first], Refs(("ASB6",)))


@pytest.mark.parametrize(
    "first", ["how's ASB3 doing", "who leads ASB3", "what's happening with IOM"]
)
@pytest.mark.parametrize(
    ("asked", "kind"),
    [("how's that", Kind.ACTIONS), ("who leads that", Kind.LEADS), ("when is that due", Kind.DUE)],
)
def test_that_is_what_the_same_message_names(
    first: str, asked: str, kind: Kind, talk: Talk
) -> None:
    for thing, ref in {
        "the behaviour change programme": "DA7",
        "the graffiti clearing": "ASB6",
    }.items():
        reading = talk(first, f"and {thing}, {asked}")
        assert reading.over == Refs((ref,)), thing
        assert kind is Kind.ACTIONS or reading.want.kind is kind, thing


def test_of_two_listed_one_is_chosen_by_its_theme_and_its_figure_asked(talk: Talk) -> None:
    first, one, other = "what does trading standards lead", Refs(("SUB4",)), Refs(("ACQ6",))
    chosen = (
        "the alcohol one - what's the target",
        "and how many done so far",
        "now the other one?",
    )
    for count, means in ((1, one), (2, one), (3, other)):
        reading = talk(first, *chosen[:count])
        assert (reading.want.kind, reading.over) == (Kind.MEASURES, means), count


IN_TURN: dict[tuple[str, str], tuple[str, ...]] = {
    ("which were amber at the end of Q1", "and in Q2?"): ("in both?", "which are in both quarters"),
    ("what was reported amber in Q1", "and Q2"): ("in both?", "both"),
    ("who reported in Q1", "and Q2"): ("which are in both?",),
    ("how many had no update in Q1", "same for Q2"): ("how many in both",),
    ("what do fire support", "and probation"): ("in both?",),
    ("how many are red", "and amber?"): ("how many in both", "list both"),
    ("due in November", "and in December"): ("both",),
    ("which are green in domestic abuse", "and safeguarding"): ("both together",),
}


@pytest.mark.parametrize("texts", IN_TURN)
def test_of_two_sets_asked_in_turn_both_are_one_where_they_can_be(
    texts: tuple[str, str], talk: Talk, truth: Truth
) -> None:
    one, other = truth(talk(texts[0]).over), truth(talk(*texts).over)
    apart = texts[1] in {"and amber?", "and in December", "and safeguarding"}
    for way in IN_TURN[texts]:
        kind = Kind.COUNT if way.startswith("how many") else Kind.LIST
        reading = talk(*texts, way)
        assert truth(reading.over) == (one | other if apart else one & other), way
        assert reading.want.kind is kind, way


ONE_FOR: tuple[tuple[tuple[str, ...], Kind, str], ...] = (
    (("which of ours had no update in Q2", "just the asb ones",
      "and out of those which have never had one at all"), Kind.LIST, "ASB2 ASB6"),
    (("which had their dates moved", "whats the new one for the cctv"), Kind.LIST, "ASB3"),
    (("what has slipped", "what was the original one for the referral route"), Kind.DUE, "MH1"),
    (("what are the priorities", "which one has the most actions"), Kind.RANK, ""),
    (("split the reds by agency", "which one has the most"), Kind.RANK, "ASB10 ACQ3 DA3 DA7"),
    (("which are red", "which one is due first"), Kind.LIST, "ASB10 ACQ3 DA3 DA7"),
)  # fmt: skip
"""Talks in which "one" stands for an update, a date, a priority or an agency; or for an action."""
ELSE: tuple[tuple[tuple[str, ...], Kind, str], ...] = (
    (("whats red for fire", "and for the police", "and for everyone else"), Kind.LIST, "DA3 DA7"),
    (("which of ours are late", "and anyone else's"), Kind.LIST, "ACQ3 MH1"),
    (("how many domestic abuse actions are red", "same for acquisitive crime",
      "same for everything else"), Kind.COUNT, "ASB10"),
)  # fmt: skip
SHORT: tuple[tuple[tuple[str, ...], Kind, str], ...] = (
    (("what is due this quarter", "csu?"), Kind.LIST, "SUB7 ACQ2"),
    (("what is due this quarter", "csu"), Kind.LIST, "SUB7 ACQ2"),
    (("what do fire lead", "CSU?"), Kind.LIST, "ASB1 OCG4 SAF5 SUB7 ACQ2 ACQ7"),
    (("what is due this quarter", "just red", "ours"), Kind.LIST,
     "ASB3 ASB4 OCG5 SAF4 SUB6 DA5"),
    (("which are the parishes partners in", "any overdue?", "and which are on track"),
     Kind.LIST, "ASB5"),
    (("how many are due this quarter", "how many of those are red", "and amber?"), Kind.COUNT,
     "ASB3 SUB6"),
    (("what's behind schedule", "take out anything fire lead", "actually leave them in"),
     Kind.LIST, "ACQ3 MH1 MH4"),
    (("what's behind schedule", "take out anything fire lead", "keep fire's in after all"),
     Kind.LIST, "ACQ3 MH1 MH4"),
    (("which are amber", "drop ours", "no, include ours again"), Kind.LIST,
     "ASB3 OCG1 OCG4 SUB6 ACQ6 MH1 MH4"),
    (("which are amber", "just mental health", "have we put anything in"), Kind.LIST,
     "ASB3 ASB4 ASB5 ASB8 SAF1 SAF4 SUB6 ACQ4 MH2 MH4 DA3"),
    (("which actions have moved twice", "once?"), Kind.LIST, "ASB3 SUB6 MH1"),
    (("which have more than two partners", "none?"), Kind.LIST, "OCG6 ACQ5"),
    (("amber in Q1", "amber now", "amber in both"), Kind.LIST, "MH1"),
    (("due in october", "and december", "in both months how many"), Kind.COUNT,
     "ASB3 ASB4 OCG5 SAF2 SAF4 SUB2 SUB6 SUB7 ACQ2 DA5"),
    (("did anything slip in september", "has the new one passed"), Kind.LIST, "MH1"),
    (("what did we say about MH4 last", "and the time before"), Kind.HISTORY, "MH4"),
    (("is anything off track in safeguarding", "and in the other priorities"), Kind.LIST,
     "ASB10 ACQ3 DA3 DA7"),
    (("which are red for fire", "and the other agencies"), Kind.LIST, "ACQ3 DA3 DA7"),
    (("how many were updated in September", "in August?", "and altogether"), Kind.COUNT,
     "ASB1 ASB3 ASB7 ASB8 ASB10 OCG1 OCG2 OCG4 SAF1 SAF4 SAF5 SAF8 SUB4 SUB6 ACQ3 ACQ4 ACQ6 "
     "ACQ8 MH1 MH2 MH4 DA1 DA2 DA3 DA7"),
    (("which actions do fire support", "led by kent police"), Kind.LIST,
     "OCG2 SAF6 SAF7 SUB5 ACQ1"),
    (("which do fire lead", "led by mind"), Kind.LIST, "MH3"),
    (("which measures missed their target", "by how far"), Kind.MEASURES, ""),
    (("which are red", "who's got the DA ones", "and the acquisitive one, what went wrong there"),
     Kind.HISTORY, "ACQ3"),
    (("which are red", "who's got the DA ones"), Kind.LEADS, "DA3 DA7"),
    (("what's overdue", "when were the mental health ones due"), Kind.DUE, "MH1 MH4"),
    (("what do fire lead", "what are the targets for the amber ones"), Kind.MEASURES, "MH4"),
    (("which are red", "who leads the burglary ones"), Kind.LEADS, "ACQ1 ACQ2"),
    (("SAF9", "where are we down as a partner"), Kind.LIST,
     "ASB1 ASB10 OCG2 SAF2 SAF6 SAF7 SUB4 ACQ3 MH5 DA1 DA4 DA8"),
    (("who leads ACQ3", "how many are we down to lead, counting the shared ones"), Kind.COUNT, ""),
    (("red or amber", "police", "take the amber ones out", "leave them in", "back to all of them"),
     Kind.LIST, "ASB3 ASB10 OCG1 OCG4 SUB6 ACQ3 ACQ6 MH1 MH4 DA3 DA7"),
    (("red or amber", "police", "who leads them", "back to the full list"), Kind.LIST,
     "ASB3 ASB10 OCG1 OCG4 SUB6 ACQ3 ACQ6 MH1 MH4 DA3 DA7"),
    (("which are red", "just domestic abuse", "when are they due", "the others?"), Kind.DUE,
     "ASB10 ACQ3"),
    (("ASB3", "amber"), Kind.LIST, "ASB3 OCG1 OCG4 SUB6 ACQ6 MH1 MH4"),
    (("which are complete", "what did each one reach"), Kind.MEASURES, "ASB8 ACQ4 MH2"),
    (("which are complete", "how many did each do"), Kind.MEASURES, "ASB8 ACQ4 MH2"),
    (("which are complete", "what have they achieved"), Kind.MEASURES, "ASB8 ACQ4 MH2"),
    (("who leads ACQ3", "when did mind last put something in"), Kind.LATEST, "MH3"),
    (("ASB3", "when is the new date"), Kind.HISTORY, "ASB3"),
    (("SUB1", "how many partners"), Kind.LEADS, "SUB1"),
    (("SUB1", "how many in domestic abuse"), Kind.COUNT, "DA1 DA2 DA3 DA4 DA5 DA6 DA7 DA8"),
    (("MH4", "any news"), Kind.LATEST, "MH4"),
    (("which are red", "latest update"), Kind.LATEST, "ASB10 ACQ3 DA3 DA7"),
    (("MH4", "why are actions overdue"), Kind.LIST, "MH1 MH4 ACQ3"),
    (("ASB3", "who leads it other than us"), Kind.LEADS, "ASB3"),
    (("which are red", "how are we doing"), Kind.OVERVIEW, ""),
    (("which are red", "add those of the police"), Kind.LIST,
     "ASB2 ASB10 OCG1 OCG2 OCG3 SAF6 SAF7 SUB5 ACQ1 ACQ3 ACQ4 ACQ5 ACQ8 DA3 DA4 DA7"),
)  # fmt: skip


@pytest.mark.parametrize(("texts", "kind", "refs"), [*ONE_FOR, *ELSE, *SHORT])
def test_what_goes_on_in_few_words_means_this(
    texts: tuple[str, ...], kind: Kind, refs: str, talk: Talk, truth: Truth
) -> None:
    reading = talk(*texts)
    assert reading.want.kind is kind
    assert not refs or truth(reading.over) == {*refs.split()}


def test_what_else_leaves_out_what_was_asked_one_by_one(talk: Talk) -> None:
    for texts, told in (
        (("ASB10 Q1 vs Q2", "same for DA3"), ("ASB10", "DA3")),
        (("DA7",), ("DA7",)),
    ):
        reading = talk(*texts, "what else got worse in Q2")
        assert (reading.want.kind, reading.over) == (Kind.CHANGES, Not(Refs(told)))
        assert talk(*texts, "what else got worse in Q2", "and better?").over == reading.over
