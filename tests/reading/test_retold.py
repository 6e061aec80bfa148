"""What goes on with an answer by what it told, for each kind of answer before: groups side by side
and the one that is first, lists, counts, one action and its figures."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.quarters import Quarter
from bot.reading.expression import (
    EVERY,
    AsAt,
    Closed,
    Counts,
    Days,
    Due,
    Expression,
    Involves,
    Leads,
    Not,
    Of,
    Overdue,
    Partners,
    Refs,
    Stands,
    all_of,
    any_of,
    leaves,
)
from bot.reading.wants import Kind
from tests.reading.conftest import Talk, Truth
from tests.reading.test_talks import AMBER, FIRE, FIRST, JOINT, RED

RANKS = ("which agency leads the most", "which priority has the most reds", "who has most ambers")


@pytest.mark.parametrize("first", RANKS)
def test_the_second_and_the_next_are_of_the_rank(first: str, talk: Talk) -> None:
    rank = talk(first)
    for way in ("who comes second", "second?", "who's second", "and second", "next", "then who",
                "and after that", "runner up?"):  # fmt: skip
        second = talk(first, way)
        assert (second.want.kind, second.want.place) == (Kind.RANK, 2), (first, way)
        assert (second.over, second.want.group) == (rank.over, rank.want.group), (first, way)
    assert talk(first, "who comes second", "and third").want.place == 3
    assert talk(first, "second?", "next").want.place == 3
    for way in ("and the rest", "everyone else", "show all", "top three"):
        assert (talk(first, way).want.kind, talk(first, way).over) == (Kind.BY, rank.over), way
    for way in ("and the fewest", "least?", "the other way round"):
        assert (talk(first, way).want.fewest, talk(first, way).over) == (True, rank.over), way


def test_another_one_of_a_rank_is_counted(talk: Talk, truth: Truth) -> None:
    for first, way, means in (
        ("which agency leads the most", "and fire?", Leads("KFRS")),
        ("which agency leads the most", "what about us", Leads("SDC")),
        ("which agency supports the most", "and the police", Partners("KP")),
        ("who has most ambers", "and fire", all_of(AMBER, Leads("KFRS"))),
        ("which priority has the most reds", "and asb?", all_of(RED, Of("ASB"))),
    ):
        reading = talk(first, way)
        assert reading.want.kind is Kind.COUNT, (first, way)
        assert truth(reading.over) == truth(means), (first, way)
    for way in ("most ambers", "and ambers", "and the most ambers"):
        reading = talk("which priority has the most reds", way)
        assert (reading.want.kind, reading.want.group) == (Kind.RANK, "priority"), way
        assert reading.over == AMBER, way
    in_q1 = talk("who has most reds", "and in q1")
    assert in_q1.over == AsAt(RED, Quarter(2018, 1).ends)
    assert talk("which priority has the most reds", "which have none").over == Not(RED)


def test_what_is_compared_stays_compared(talk: Talk) -> None:
    first = "compare police and fire"
    both = talk(first).over
    for way in ("who has more", "which is better", "which is doing better", "who is behind"):
        assert (talk(first, way).want.kind, talk(first, way).over) == (Kind.COMPARE, both), way
    added = talk(first, "and kcc")
    agencies = {getattr(leaf, "agency", "") for leaf in leaves(added.over)}
    assert (added.want.kind, agencies) == (Kind.COMPARE, {"KP", "KFRS", "KCC"})
    reds = talk(first, "which has more red")
    assert (reds.want.kind, reds.over) == (Kind.COMPARE, all_of(both, RED))


OF_SEVERAL: dict[Kind, tuple[str, ...]] = {
    Kind.LATEST: ("who has reported on them", "from who?", "who said that", "who sent those in"),
    Kind.LEADS: ("n partners", "partners?", "who are their partners", "whose are those"),
    Kind.HISTORY: ("what were they before", "but what were those before"),
    Kind.MEASURES: ("how far off are they", "how far off target", "how far short"),
}


@pytest.mark.parametrize("kind", OF_SEVERAL)
def test_what_was_told_is_asked_of_those(kind: Kind, talk: Talk, truth: Truth) -> None:
    for first, sides in FIRST.items():
        for way in OF_SEVERAL[kind]:
            if kind is Kind.MEASURES and first.startswith("when"):
                continue
            reading = talk(first, way)
            assert truth(reading.over) == truth(all_of(*sides.values())), (first, way)
            assert reading.want.kind is kind, (first, way)


OF_ONE: dict[Kind, tuple[str, ...]] = {
    Kind.LATEST: ("who sent it", "who reported that", "whose update was that"),
    Kind.LEADS: ("whose is that", "n partners", "partners?"),
    Kind.HISTORY: ("the time before that", "before that", "the update before that", "previous?",
                   "what was it before", "how many updates", "how many updates on it",
                   "how many updates have we put in on it"),
    Kind.MEASURES: ("how far off", "how far off are we", "by how much short is it"),
}  # fmt: skip


@pytest.mark.parametrize("kind", OF_ONE)
def test_what_was_told_is_asked_of_the_one(kind: Kind, talk: Talk) -> None:
    for first in (("ASB3",), ("target on MH1",), ("which are red", "the second one")):
        for way in OF_ONE[kind]:
            reading, one = talk(*first, way), talk(*first)
            if kind is Kind.LEADS and one.want.kind is Kind.MEASURES and "whose" in way:
                continue  # whose figure it was
            assert (reading.want.kind, reading.over) == (kind, Refs(one.shown)), (first, way)
    assert talk("target on DA1", "how many was it last time").want.kind is Kind.HISTORY
    assert talk("target on DA1", "whose was that").want.kind is Kind.LATEST
    assert talk("when is MH1 due", "how far off").want.kind is Kind.DUE


@pytest.mark.parametrize(
    ("way", "kinds"),
    [
        ("target and date?", (Kind.MEASURES, Kind.DUE)),
        ("date and target", (Kind.DUE, Kind.MEASURES)),
        ("who and when", (Kind.LEADS, Kind.DUE)),
        ("lead & target", (Kind.LEADS, Kind.MEASURES)),
        ("last update and date", (Kind.LATEST, Kind.DUE)),
    ],
)
def test_two_things_are_asked_at_once(way: str, kinds: tuple[Kind, Kind], talk: Talk) -> None:
    for first in ("MH1", "which are red", "what does fire lead"):
        reading, before = talk(first, way), talk(first)
        assert reading.also is not None, (first, way)
        assert (reading.want.kind, reading.also.want.kind) == kinds, (first, way)
        assert reading.over == reading.also.over == before.over, (first, way)


def test_a_count_is_set_beside_that_of_the_quarter_before(talk: Talk) -> None:
    for first, now in (("how many are amber", AMBER), ("how many reds", RED)):
        for way in ("is that more than last quarter", "was it more before", "up or down?",
                    "how many were there before", "more than before?"):  # fmt: skip
            reading = talk(first, way)
            assert (reading.want.kind, reading.over) == (Kind.COUNT, now), way
            assert reading.want.than == AsAt(now, Quarter(2018, 2).ends), way


CORRECTED = {
    ("which are red", "sorry, q1"): AsAt(RED, date(2018, 6, 30)),
    ("which are red", "sorry amber"): AMBER,
    ("which are red", "oops, the ambers"): AMBER,
    ("when is MH1 due", "no MH2"): Refs(("MH2",)),
    ("when is MH1 due", "not MH1, MH2"): Refs(("MH2",)),
    ("what do kent police lead", "sorry, fire"): Leads("KFRS"),
    ("what do kent police lead", "i meant what do they support"): Partners("KP"),
    ("which are red or amber", "i meant green"): Stands("on_track"),
}


@pytest.mark.parametrize("texts", CORRECTED)
def test_a_short_correction_takes_the_place_of_its_like(
    texts: tuple[str, str], talk: Talk, truth: Truth
) -> None:
    assert truth(talk(*texts).over) == truth(CORRECTED[texts])
    assert any(isinstance(x, Due) for x in leaves(talk("due in december", "sorry, november").over))


def test_questions_of_their_own_are_asked_of_the_plan(talk: Talk, truth: Truth) -> None:
    for first in ("which are red", "who leads the most", "MH1", "how many are amber"):
        for way, means in (
            ("how many actions are there", EVERY), ("what's overdue", None),
            ("which agency leads the most red actions", RED),
            ("how is mental health doing", Of("MH")),
            ("who leads the amber or red actions", any_of(RED, AMBER)),
            ("compare mental health and domestic abuse", None),
            ("sanctuary: % inside ten days now, and what was it the time before", Refs(("DA3",))),
        ):  # fmt: skip
            alone = talk(way).over if means is None else means
            assert truth(talk(first, way).over) == truth(alone), (first, way)
    way = "did we get more updates in Q2 than Q1? numbers please"
    assert talk("which are red", way).want == talk(way).want


OTHERS: dict[tuple[str, str], Expression] = {
    ("what does fire lead", "alone"): all_of(FIRE, Not(JOINT)),
    ("what does fire lead", "on their own?"): all_of(FIRE, Not(JOINT)),
    ("what does fire lead", "jointly"): all_of(FIRE, JOINT),
    ("what does fire lead", "with anyone else"): all_of(FIRE, JOINT),
    ("what does fire lead", "any with us"): all_of(FIRE, Involves("SDC")),
    ("what does fire lead", "with the police"): all_of(FIRE, Involves("KP")),
    ("which are red", "the asb one"): Refs(("ASB10",)),
    ("which actions have no partners", "same for one partner"): Counts("partners", "=", 1),
    ("which actions have no partners", "with one"): Counts("partners", "=", 1),
    ("which actions have no partners", "more than 3"): Counts("partners", ">", 3),
    ("which have no lead", "with two"): Counts("leads", "=", 2),
    ("MH1", "on its own"): Refs(("MH1",)),
    ("what's due in December", "earlier?"): Due(Days(None, date(2018, 11, 30))),
    ("MH1", "what else do they lead"): all_of(Leads("KMPT"), Not(Refs(("MH1",)))),
    ("MH1", "what do they support"): Partners("KMPT"),
    ("MH1", "anything else overdue"): all_of(Overdue(), Not(Refs(("MH1",)))),
    ("MH1", "anything else in mental health"): all_of(Of("MH"), Not(Refs(("MH1",)))),
    ("which of ours are cancelled", "in the whole plan"): Stands("cancelled"),
    ("what's due in December", "any before that"): Due(Days(None, date(2018, 11, 30))),
    ("what's due in December", "and after that"): Due(Days(date(2019, 1, 1))),
    ("red domestic abuse actions", "what's overdue"): Overdue(),
    ("MH1", "what's overdue"): Overdue(),
    ("anything we share with fire", "any red"): all_of(Involves("SDC"), Involves("KFRS"), RED),
    ("show me everything we do", "any red"): all_of(Involves("SDC"), RED),
}


@pytest.mark.parametrize("texts", OTHERS)
def test_others_than_those_shown_are_found(
    texts: tuple[str, str], talk: Talk, truth: Truth
) -> None:
    among = truth(Not(Closed())) if isinstance(OTHERS[texts], Due) else truth(EVERY)
    assert truth(talk(*texts).over) == truth(OTHERS[texts]) & among


def test_a_time_to_come_is_when_it_falls_due(talk: Talk, truth: Truth) -> None:
    by_christmas = all_of(Due(Days(None, date(2018, 12, 24))), Not(Closed()))
    for first, sides in FIRST.items():
        if "due" in sides:
            continue
        for way in ("before christmas", "any before christmas", "by christmas eve"):
            reading = talk(first, way)
            assert truth(reading.over) == truth(all_of(*sides.values(), by_christmas)), (first, way)
    assert talk("how many are amber", "before christmas").want.kind is Kind.COUNT


def test_the_other_one_of_a_list_none_was_chosen_from_is_asked_back(talk: Talk) -> None:
    for first in ("which are red", "what does fire lead"):
        for way in ("the other one", "and the other two", "who leads the other one"):
            assert talk(first, way).want.kind is Kind.CHOOSE, (first, way)
    assert talk("which are red", "which are in domestic abuse", "the other two").over != EVERY


def test_what_comes_next_in_an_order_goes_on_behind_it(talk: Talk) -> None:
    first = talk("whats the next one due")
    for way in ("and after that", "next", "the next one"):
        reading = talk("whats the next one due", way)
        assert (reading.want.order, reading.want.kind) == ("next", Kind.LIST), way
        assert reading.over == all_of(first.over, Not(Refs(first.shown))), way


def test_a_priority_is_compared_and_looked_at_over_time(talk: Talk) -> None:
    first = "how is safeguarding doing"
    for way in ("is that better than mental health", "compared with mental health"):
        reading = talk(first, way)
        assert (reading.want.kind, reading.over) == (Kind.COMPARE, any_of(Of("SAF"), Of("MH"))), way
    changed = talk(first, "better or worse than before")
    assert (changed.want.kind, changed.over) == (Kind.CHANGES, Of("SAF"))
    counted = talk("what changed last quarter", "how many got worse")
    assert (counted.want.kind, counted.want.way) == (Kind.CHANGES, -1)
    for way in ("in domestic abuse", "and domestic abuse?"):
        reading = talk("compare Q1 and Q2", way)
        assert (reading.want.kind, reading.over) == (Kind.COMPARE, Of("DA")), way
        assert len(reading.want.quarters) == 2, way
    best = talk("which priority is doing worst", "and the best")
    assert (best.want.kind, best.want.group) == (Kind.RANK, "priority")


def test_more_words_that_point_back_narrow_all_the_same(talk: Talk, truth: Truth) -> None:
    first = "which domestic abuse actions have no update"
    way = "which of the four are the police in, whether leading or helping?"
    means = all_of(Of("DA"), Stands(""), Involves("KP"))
    assert truth(talk(first, way).over) == truth(means)
    assert talk("what does fire lead", "figure now against the target?").over == FIRE
    for way in ("ok what do we lead then", "right what do we lead"):
        assert talk("do we lead any that are red", way).over == Leads("SDC"), way
