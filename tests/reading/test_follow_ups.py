"""What must hold of every follow-up, without labels: it means what the whole question would mean,
and a question of its own means the same whatever was asked before."""

from __future__ import annotations

from itertools import product

import pytest

from bot.reading.dated import Asker
from bot.reading.expression import Closed, Expression, Leads, Not, Of, Refs, all_of
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.wants import Kind
from tests.reading.conftest import TODAY, Talk, Truth, talk_of
from tests.reading.test_rules import CONDITIONS, Condition, both

FIRST = tuple(c for c in CONDITIONS if not c.denied.startswith("Kent"))[::2]
OPEN = Not(Closed())


@pytest.fixture(scope="module")
def talk(index: Index, truth: Truth) -> Talk:
    """Texts typed one after the other: the reading of the last."""
    return talk_of(index, truth)


NARROWING = (
    ("which of those {}?", Kind.LIST),
    ("of those, which {}", Kind.LIST),
    ("and which of them {}", Kind.LIST),
    ("only the ones that {} please", Kind.LIST),
    ("ok now just those that {}", Kind.LIST),
    ("how many of these {}?", Kind.COUNT),
)
LEAVING_OUT = (
    "forget the ones that {}",
    "all except the ones that {}",
    "not the ones that {}",
    "without those that {}",
    "leave out the ones which {}",
)


def _pairs() -> list[tuple[Condition, Condition]]:
    return [(a, b) for a, b in product(FIRST, CONDITIONS) if a.side != b.side][::3]


def _alike(truth: Truth, one: Expression, other: Expression, among_open: bool) -> bool:
    among = truth(OPEN) if among_open else truth(all_of())
    return truth(one) & among == truth(other) & among


@pytest.mark.slow
@pytest.mark.parametrize(("way", "kind"), NARROWING)
def test_narrowing_is_both_conditions_in_one(
    way: str, kind: Kind, talk: Talk, truth: Truth
) -> None:
    wrong = []
    for a, b in _pairs():
        texts = (f"actions that {a.clause}", way.format(b.clause))
        reading = talk(*texts)
        meant = all_of(a.means, b.means)
        if not _alike(truth, reading.over, meant, a.among_open or b.among_open):
            wrong.append((texts, reading.over))
        assert reading.want.kind is kind, texts
    assert not wrong


@pytest.mark.slow
@pytest.mark.parametrize("way", LEAVING_OUT)
def test_leaving_out_is_the_one_without_the_other(way: str, talk: Talk, truth: Truth) -> None:
    wrong = []
    for a, b in _pairs():
        texts = (f"actions that {a.clause}", way.format(b.clause))
        reading = talk(*texts)
        if not _alike(truth, reading.over, all_of(a.means, Not(b.means)), True):
            wrong.append((texts, reading.over))
    assert not wrong


SIDES = {
    "status": ("red", "amber", "green", "complete"),
    "agency": ("Kent Police", "the council", "fire"),
    "about": ("domestic abuse", "mental health", "substance misuse"),
}
ASKED = {
    "how many actions are {}": Kind.COUNT,
    "success measures for {}": Kind.MEASURES,
    "what is the latest on {}": Kind.LATEST,
    "who leads on {}": Kind.LEADS,
}
JOINING = ("and {}?", "ok and {}", "what about {}?", "same for {}", "how about {}", "{}?")


@pytest.mark.parametrize("way", JOINING)
def test_what_joins_on_asks_the_same_of_another(way: str, talk: Talk, truth: Truth) -> None:
    for (asked, kind), names in product(ASKED.items(), SIDES.values()):
        for one, other in product(names, names):
            reading, full = talk(asked.format(one), way.format(other)), talk(asked.format(other))
            if one == other or talk(asked.format(one)).want.kind is not kind:
                continue
            texts = (asked.format(one), way.format(other))
            assert reading.want.kind is kind, texts
            assert truth(reading.over) == truth(full.over), texts


WANTS = {
    "who leads those?": Kind.LEADS,
    "and who leads?": Kind.LEADS,
    "who are the partners on those": Kind.LEADS,
    "when are they due?": Kind.DUE,
    "how many is that?": Kind.COUNT,
    "how many are there": Kind.COUNT,
    "list them please": Kind.LIST,
    "which are they?": Kind.LIST,
    "what's the latest on each": Kind.LATEST,
    "and the targets for those?": Kind.MEASURES,
    "whose are they": Kind.LEADS,
    "so who do I ring about those": Kind.LEADS,
    "total?": Kind.COUNT,
    "deadline for each?": Kind.DUE,
}


@pytest.mark.parametrize(("text", "kind"), WANTS.items())
def test_another_want_is_of_the_same_actions(
    text: str, kind: Kind, talk: Talk, truth: Truth
) -> None:
    for condition in FIRST:
        first = talk(f"actions that {condition.clause}")
        if len(first.shown) > 1:
            reading = talk(f"actions that {condition.clause}", text)
            assert (reading.want.kind, reading.over) == (kind, first.over), condition.clause


@pytest.mark.parametrize("ref", ["ASB3", "DA7", "ACQ4"])
@pytest.mark.parametrize(
    "asked",
    ["who leads {}", "who supported {}", "why is {} red", "when is {} due", "is {} overdue",
     "what did we last say about {}", "has {} slipped", "did {} hit its target",
     "what was {} at the end of June", "whats the target for {}"],
)  # fmt: skip
def test_of_one_action_it_is_its_name(asked: str, ref: str, talk: Talk) -> None:
    by_name = talk(asked.format(ref))
    for it in ("it", "that one"):
        reading = talk(ref, asked.format(it))
        assert (reading.want, reading.over) == (by_name.want, by_name.over)


@pytest.mark.slow
@pytest.mark.parametrize("before", ["which actions are amber?", "who leads ACQ3", "led by fire"])
def test_a_question_of_its_own_means_the_same_after_any_other(before: str, talk: Talk) -> None:
    own = [text for text, _, _ in both()[::11]]
    own += ["how many reds are there in the whole plan?", "what does CSU stand for?",
            "status of ACQ12", "any news on DA7", "how did we do last year",
            "SDC leads that aren't red", "which are overdue, and who leads them?",
            "how many actions are red and when are they due", "burglary who leads it", "overview",
            "everything that is red", "which measures that are outcomes missed target"]  # fmt: skip
    flips = []
    for text in own:
        alone, after = talk(text), talk(before, text)
        if (alone.want.kind, alone.over) != (after.want.kind, after.over):
            flips.append((text, after.over))
    assert not flips


@pytest.mark.parametrize(
    "text", ["when are those due?", "who leads it", "and the targets for those"]
)
def test_what_points_at_nothing_is_not_guessed(text: str, talk: Talk) -> None:
    reading = talk(text)
    assert (reading.want.kind, reading.want.term) in {
        (Kind.CHOOSE, "those"),
        (Kind.CHOOSE, "it"),
    }


def test_instead_and_the_same_for_put_another_in_its_place(talk: Talk) -> None:
    meant = talk("actions led by Kent Fire and Rescue").over
    for text in ("do the same for fire", "ok fire instead", "now the same for fire", "and fire"):
        assert talk("actions led by Kent Police", text).over == meant, text


def test_a_number_after_the_overview_is_a_priority_of_it(talk: Talk, index: Index) -> None:
    for number, text in ((1, "1"), (2, "the second one"), (3, "number 3")):
        code = next(p.code for p in index.plan.priorities if p.number == number)
        assert talk("how are we doing", text).over == Of(code)


def test_those_are_the_actions_shown_where_an_answer_chose_among_them(talk: Talk) -> None:
    before = talk("latest updates")
    assert talk("latest updates", "who leads those?").over == Refs(before.shown)
    of_police = talk("latest updates from Kent Police")
    assert talk("latest updates from Kent Police", "who leads those?").over == of_police.over


def test_another_month_is_of_all_again(talk: Talk) -> None:
    august = talk("which actions were updated in August 2018").over
    for first in ("which actions were updated in September", "what did people report in September"):
        assert talk(first, "in August").over == august


def test_the_same_agency_in_another_part_takes_the_place_of_the_first(talk: Talk) -> None:
    lead, partner = "actions led by Kent Police", "which do Kent Police only lend a hand with"
    assert talk(lead, partner).over == talk(partner).over


GOING_ON = (
    ("Kent Fire lead", "which of those are green", "and which are not?",
     "Kent Fire lead not green"),
    ("what is overdue", "leave out Kent Police", "and the Kent Fire ones as well",
     "overdue, led by neither Kent Police nor Kent Fire"),
    ("what do Kent Fire lead", "which are green", "no i meant red", "Kent Fire lead red"),
)  # fmt: skip


@pytest.mark.parametrize("texts", GOING_ON, ids=lambda texts: texts[2])
def test_what_goes_on_means_what_the_whole_question_means(
    talk: Talk, truth: Truth, texts: tuple[str, ...]
) -> None:
    *typed, entire = texts
    assert truth(talk(*typed).over) == truth(talk(entire).over)
    assert truth(talk(*typed[:2]).over) != truth(talk(entire).over)


ASKED_FIRST = ("which actions {}?", "how many actions {}?", "who leads the actions that {}",
               "when are the actions that {} due?", "latest on the actions that {}",
               "success measures for the actions that {}")  # fmt: skip
NEXT = {
    "which of those {}?": False,
    "show only the ones that {}": False,
    "are there any of them that {}": False,
    "minus the ones that {}": True,
    "and without those that {}?": True,
}


@pytest.mark.slow
@pytest.mark.parametrize("first", ASKED_FIRST)
def test_whatever_was_asked_first_its_actions_are_narrowed(
    first: str, talk: Talk, truth: Truth
) -> None:
    wrong = []
    for (a, b), (way, denied) in product(_pairs()[::4], NEXT.items()):
        if a.side == "lead" and first.startswith("who leads"):
            continue
        texts = (first.format(a.clause), way.format(b.clause))
        means = all_of(a.means, Not(b.means) if denied else b.means)
        if truth(talk(texts[0]).over) == truth(a.means):
            reading = talk(*texts)
            if not _alike(truth, reading.over, means, a.among_open or b.among_open):
                wrong.append((texts, reading.over))
    assert not wrong


@pytest.mark.parametrize("way", ["what about last quarter", "and in Q2?", "the quarter after?"])
@pytest.mark.parametrize("first", ["which actions had an update in Q1", "how many reported in Q1"])
def test_another_quarter_keeps_the_want(first: str, way: str, talk: Talk, truth: Truth) -> None:
    before, reading = talk(first), talk(first, way)
    assert reading.want.kind is before.want.kind
    assert truth(reading.over) == truth(talk("which actions had an update in Q2").over)


@pytest.mark.parametrize("text", ["and the other one", "the other one?", "what about the other?"])
def test_the_other_one_is_of_the_list_before_the_one_named(text: str, talk: Talk) -> None:
    listed = talk("OCG actions at risk").shown
    assert len(listed) == 2
    for one, other in (listed, listed[::-1]):
        for asked in (f"who leads {one}", f"what was the note on {one}", one):
            reading = talk("OCG actions at risk", asked, text)
            assert reading.over == Refs((other,)), asked
            assert reading.want.kind is talk(asked).want.kind, asked


OURS = {
    "not ours": True,
    "without ours": True,
    "which of those are ours?": False,
    "just ours": False,
    "any of ours?": False,
}


@pytest.mark.parametrize(("text", "denied"), OURS.items())
def test_ours_set_against_others_is_the_askers_own_agency(
    text: str, denied: bool, index: Index
) -> None:
    own = Leads("SDC")
    for asker in (Asker(("SDC",), leads=True), Asker(("SDC",), leads=False)):
        reds = read("list the reds", index, TODAY, asker)
        reading = read(text, index, TODAY, asker, lambda: reds)  # noqa: B023
        assert reading.over == all_of(reds.over, Not(own) if denied else own), asker


@pytest.mark.parametrize(
    "opening", ["ok done that. ", "great, thanks. ", "all done. ", "Sorted!\n", "ok, "]
)
def test_what_answers_the_message_before_is_no_condition(opening: str, talk: Talk) -> None:
    for text in ("which actions are led by fire", "list the reds", "who leads ASB3"):
        alone, after = talk(text), talk(f"{opening}{text}")
        assert (after.want.kind, after.over) == (alone.want.kind, alone.over)


def test_those_after_a_change_are_the_ones_that_changed_so(talk: Talk) -> None:
    worse = talk("what got worse in Q2")
    assert talk("what got worse in Q2", "and what improved?").over == worse.over
    assert talk("what got worse in Q2", "and in Q1?").over == worse.over
    assert talk("what got worse in Q2", "who leads those?").over == Refs(worse.shown)


@pytest.mark.parametrize("text", ["the rest", "and the others?", "the other red ones", "more"])
def test_the_rest_of_everything_is_the_next_page_or_none(text: str, talk: Talk) -> None:
    everything = ("list all actions", *["more"] * 5)
    assert talk(*everything, text).want.kind is Kind.LIST


def test_a_phrase_that_hangs_on_the_question_before_narrows_it(talk: Talk, truth: Truth) -> None:
    greens = truth(talk("which actions are green").over)
    for text, code in (("in domestic abuse", "DA"), ("for safeguarding", "SAF")):
        assert truth(talk("which actions are green", text).over) == greens & truth(Of(code))


TALKS: tuple[tuple[tuple[str, ...], Kind, str], ...] = (
    (("which dates have been moved", "new date for the drug litter one?", "and the cameras"),
     Kind.HISTORY, "ASB3"),
    (("which are red", "why is the deliberate fires one in there"), Kind.HISTORY, "ASB10"),
    (("what was said last on hoarding", "and before that"), Kind.HISTORY, "MH4"),
    (("how is the hoarding work", "is fire the only lead"), Kind.LEADS, "MH4"),
    (("how is the hoarding work", "why red"), Kind.HISTORY, "MH4"),
    (("who leads ASB5", "what about the police?"), Kind.LIST, "ASB5"),
    (("which are complete", "what about the referral route", "who leads that"), Kind.LEADS, "MH1"),
    (("which are amber", "2", "back to the list"), Kind.LIST,
     "ASB3 OCG1 OCG4 SUB6 ACQ6 MH1 MH4"),
    (("mental health", "what has gone wrong there", "anything there finished"), Kind.LIST, "MH2"),
    (("domestic abuse reds", "and the greens in that priority"), Kind.LIST, "DA1 DA2"),
    (("the one stop shop", "no the other one, white ribbon"), Kind.ACTIONS, "DA5"),
    (("ACQ3", "and what do the fire service lead"), Kind.LIST, "ASB10 SAF8 MH4"),
    (("which are red", "show overdue ones too"), Kind.LIST, "MH1 MH4 ASB10 ACQ3 DA3 DA7"),
    (("how many of the mental health ones are complete", "which are not"), Kind.LIST,
     "MH1 MH3 MH4 MH5"),
    (("priority 2", "which actions"), Kind.LIST, "OCG1 OCG2 OCG3 OCG4 OCG5 OCG6"),
    (("suicide prevention", "why nothing there"), Kind.HISTORY, "MH5"),
    (("MH4", "anything overdue"), Kind.LIST, "ACQ3 MH1 MH4"),
    (("what are the police joint on", "and support only"), Kind.LIST, ""),
    (("what changed between Q1 and Q2", "just burglary", "only drugs"), Kind.CHANGES, ""),
    (("which are red", "the second one", "who leads it", "and amber?"), Kind.LIST,
     "ASB3 OCG1 OCG4 SUB6 ACQ6 MH1 MH4"),
    (("which are red", "the first one", "and the next one"), Kind.ACTIONS, "ACQ3"),
    (("mental health", "any of those off track", "which of those are amber"), Kind.LIST, "MH1 MH4"),
    (("MH4", "how long has that been going on"), Kind.HISTORY, "MH4"),
    (("MH4", "whats the problem with it"), Kind.HISTORY, "MH4"),
    (("which are red", "so who do I need to nudge"), Kind.LEADS, "ASB10 ACQ3 DA3 DA7"),
    (("which are red", "who do i need to chase for those"), Kind.LEADS, "ASB10 ACQ3 DA3 DA7"),
    (("who are kenward", "what do they do for us"), Kind.LIST, "SUB1 SUB2"),
    (("green actions", "exclude safeguarding", "and domestic abuse"), Kind.LIST,
     "ASB1 ASB4 ASB5 ASB7 OCG2 SUB1 SUB4 ACQ8"),
    (("green actions", "exclude safeguarding", "put the safeguarding ones back"), Kind.LIST,
     "ASB1 ASB4 ASB5 ASB7 OCG2 SAF1 SAF4 SAF5 SAF8 SUB1 SUB4 ACQ8 DA1 DA2"),
    (("domestic abuse", "which is the worst"), Kind.LIST, "DA3 DA7"),
    (("MH2", "thats finished isnt it"), Kind.ACTIONS, "MH2"),
    (("MH4", "what did the update say"), Kind.LATEST, "MH4"),
    (("which are red", "the housing one"), Kind.ACTIONS, "DA3"),
    (("ACQ6", "will we hit the target"), Kind.MEASURES, "ACQ6"),
    (("which are red", "start with the first. what's the problem"), Kind.HISTORY, "ASB10"),
    (("how many in SAF4", "SAF4", "out of?"), Kind.MEASURES, "SAF4"),
    (("ACQ6", "thanks, and what's amber"), Kind.LIST, "ASB3 OCG1 OCG4 SUB6 ACQ6 MH1 MH4"),
    (("due next month", "and December", "how many left"), Kind.COUNT,
     "SUB6 OCG5 SAF2 SUB2 SUB7 ACQ2 DA5 ASB4 SAF4"),
    (("ASB6, ASB7 and ASB9", "which has had an update", "partners on the mediation one?"),
     Kind.LEADS, "ASB9"),
    (("which are red", "why is the fire one red"), Kind.HISTORY, "ASB10"),
    (("which are red", "the sanctuary one, how many"), Kind.MEASURES, "DA3"),
    (("which are red", "not the fire one"), Kind.LIST, "ACQ3 DA3 DA7"),
    (("what do Kenward lead", "whats the target on the outreach one",
      "the other one, whens that due"), Kind.DUE, "SUB2"),
    (("MH4", "and the graffiti one, whens that due"), Kind.DUE, "ASB6"),
    (("when is MH4 due", "the graffiti one"), Kind.DUE, "ASB6"),
    (("mental health", "the first aid one, whats the problem"), Kind.HISTORY, "MH2"),
    (("mental health", "the suicide one, who do I chase"), Kind.LEADS, "MH5"),
    (("mental health", "the suicide one", "the other ones, when are they due"), Kind.DUE,
     "MH1 MH2 MH3 MH4"),
    (("is the domestic abuse one stop shop running ok", "how many"), Kind.MEASURES, "DA2"),
    (("mental health with no update", "and domestic abuse", "how many across the two"),
     Kind.COUNT, "MH5 DA4 DA5 DA6 DA8"),
    (("how many are red", "and amber", "complete?", "how many altogether in those two"),
     Kind.COUNT, "ASB3 OCG1 OCG4 SUB6 ACQ6 MH1 MH4 ASB8 ACQ4 MH2"),
    (("what do the CSU lead", "which of those are due before new year", "and the later ones"),
     Kind.LIST, "ASB1 OCG4 SAF5 ACQ7"),
    (("what do the CSU lead", "which are due after december", "and the earlier ones"),
     Kind.LIST, "SUB7 ACQ2"),
    (("which dates have moved", "to when", "which of them has been missed again"), Kind.LIST,
     "MH1"),
    (("what do the CRC lead", "just the red", "how many starts so far"), Kind.MEASURES, "DA7"),
    (("how many test purchases", "against what target"), Kind.MEASURES, "SUB4"),
    (("ACQ3", "who is in it with us"), Kind.LEADS, "ACQ3"),
    (("ACQ3", "anyone else in it"), Kind.LEADS, "ACQ3"),
    (("ACQ3", "when did we report on it"), Kind.HISTORY, "ACQ3"),
    (("what did mind say last", "and when was that"), Kind.LATEST, "MH3"),
    (("why is MH4 late", "when was that"), Kind.HISTORY, "MH4"),
    (("why is MH4 late", "and when is it due"), Kind.DUE, "MH4"),
    (("substance misuse", "which of those are kenwards"), Kind.LIST, "SUB1 SUB2"),
    (("red actions about the flibbertigibbet", "only the overdue ones"), Kind.LIST, "ACQ3"),
)  # fmt: skip


@pytest.mark.parametrize(("texts", "kind", "refs"), TALKS)
def test_a_talk_goes_on_about_what_was_meant(
    texts: tuple[str, ...], kind: Kind, refs: str, talk: Talk, truth: Truth
) -> None:
    reading = talk(*texts)
    assert reading.want.kind is kind
    assert not refs or truth(reading.over) == {*refs.split()}


@pytest.mark.parametrize(
    "remark",
    ["ta thats all i need", "cheers, thats everything", "ok never mind", "thats fine",
     "that's a shame. thanks", "wow thats a lot", "ok thanks i'll ring them", "oh dear",
     "i'll chase them up, thanks", "as i expected", "that's better than i thought"],
)  # fmt: skip
def test_a_remark_is_no_question(remark: str, talk: Talk) -> None:
    assert talk("which are red", remark).want.kind is Kind.THANKS


def test_a_negation_is_not_lost_in_a_follow_up(talk: Talk) -> None:
    first, then = talk("how many are green"), talk("how many are green", "and how many are not on")
    assert then.over != first.over or then.want.kind is not Kind.COUNT


@pytest.mark.parametrize("text", ["the umbrella one, whens that due", "why is the unicorn one red"])
def test_what_is_picked_by_words_that_fit_nothing_is_not_guessed(text: str, talk: Talk) -> None:
    for before, kind in (("MH4", Kind.CHOOSE), ("which are amber", Kind.NOT_UNDERSTOOD)):
        assert talk(before, text).want.kind is kind


def test_a_question_back_leaves_the_talk_where_it_was(talk: Talk, truth: Truth) -> None:
    asked = talk("the red ones in domestic abuse", "is money the problem")
    assert asked.want.kind is Kind.CHOOSE
    assert truth(asked.over) == {"DA3", "DA7"}
