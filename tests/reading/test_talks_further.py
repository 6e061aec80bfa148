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
