"""Going on with a question: each side said anew takes the old one's place, the rest stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.questions.lexicon import Lexicon
from bot.questions.question import Intent, PreviousQuestion, Question
from bot.questions.questions import understand
from bot.sample import sample_plan
from tests.questions.conftest import TODAY

LEXICON = Lexicon(sample_plan())
Check = Callable[[Question], bool]


def read(text: str, before: Question | None = None) -> Question:
    return understand(text, LEXICON, TODAY, PreviousQuestion(before) if before else None)


def _filters(**wanted: object) -> Check:
    return lambda q: all(getattr(q.filters, name) == value for name, value in wanted.items())


def _of(intent: Intent, **wanted: object) -> Check:
    return lambda q: q.intent is intent and _filters(**wanted)(q)


RED, AMBER = (Status.OFF_TRACK,), (Status.AT_RISK,)

GOES_ON: tuple[tuple[str, str, Check], ...] = (
    (
        "which police actions are red",
        "and the council?; what about the council; and SDC; the council?; how about the council",
        _of(Intent.LIST, agencies=("SDC",), statuses=RED),
    ),
    (
        "which police actions are red",
        "and amber?; what about the amber ones; amber?; and at risk?",
        _of(Intent.LIST, agencies=("KP",), statuses=AMBER),
    ),
    (
        "which ASB actions are red",
        "and domestic abuse?; what about DA; and in DA?; for domestic abuse?; same for DA",
        _of(Intent.LIST, priorities=("DA",), statuses=RED),
    ),
    (
        "how many actions does the police lead",
        "and the fire service?; what about fire; and KFRS?; fire service?",
        _of(Intent.COUNT, agencies=("KFRS",)),
    ),
    (
        "what's due this quarter",
        "only the police ones; just the police; and for the police?",
        lambda q: q.filters.agencies == ("KP",) and q.filters.due is not None,
    ),
    (
        "what's due this quarter",
        "and next quarter?; what about next quarter; next quarter?",
        lambda q: q.filters.due is not None and "Q4" in q.filters.due.label,
    ),
    (
        "ASB3",
        "who leads it?; who leads that; who's the lead; and who leads?; lead?; partners?; "
        "who else is involved?; who are the partners",
        _of(Intent.LEADS, refs=("ASB3",)),
    ),
    ("ASB3", "when is it due; when's that due?; due when?", _of(Intent.DUE, refs=("ASB3",))),
    (
        "ASB3",
        "what's the target; what's its target?; is it hitting its target; how is it measured",
        _of(Intent.MEASURES, refs=("ASB3",)),
    ),
    (
        "ASB3",
        "why?; why is it amber?; what's gone wrong; any update?; what's the latest; history; "
        "what about Q1?; and in Q1?; what happened in Q1; in Q1?",
        _of(Intent.HISTORY, refs=("ASB3",)),
    ),
    ("how is the cctv going", "is it late?; is it on track", _of(Intent.ACTIONS, refs=("ASB3",))),
    ("who leads ASB3", "and ASB4?; what about ASB4", _of(Intent.LEADS, refs=("ASB4",))),
    (
        "tell me about domestic abuse",
        "which are red?; and which are red; which ones are red; any red?",
        _of(Intent.LIST, priorities=("DA",), statuses=RED),
    ),
    (
        "tell me about domestic abuse",
        "who leads on it?; who leads those; who's involved",
        _of(Intent.LEADS, priorities=("DA",)),
    ),
    (
        "tell me about domestic abuse",
        "what are the targets; are the targets being met",
        _of(Intent.MEASURES, priorities=("DA",)),
    ),
    (
        "tell me about domestic abuse",
        "how many have no update; how many of them have no update",
        _of(Intent.COUNT, priorities=("DA",), statuses=(None,)),
    ),
    ("tell me about domestic abuse", "and mental health?", _filters(priorities=("MH",))),
    (
        "what changed since Q1",
        "and for the police?; just the police",
        _of(Intent.CHANGES, agencies=("KP",)),
    ),
    (
        "who hasn't updated for Q2",
        "and Q1?; what about Q1",
        _of(Intent.LIST, awaiting=Quarter(2018, 1)),
    ),
    ("which were red in Q2", "and Q1?", _of(Intent.LIST, statuses=RED, as_at=Quarter(2018, 1))),
    ("overdue", "who leads them?", _of(Intent.COUNT_BY_AGENCY, overdue=True)),
    ("what are our priorities", "the second one; number 2", _filters(priorities=("OCG",))),
)


@pytest.mark.parametrize(
    ("first", "then", "right"),
    [(first, then, right) for first, many, right in GOES_ON for then in many.split("; ")],
)
def test_a_question_goes_on(first: str, then: str, right: Check) -> None:
    assert right(read(then, read(first)))


WHOLE = (
    "which actions are red; what is overdue; who hasn't updated for Q2; how many actions are "
    "complete; who leads on mental health; what are our priorities; is the plan on track; what's "
    "due this quarter; thanks; ok; help; what is MARAC; who is responsible for stolen bikes; is it "
    "raining; who are the partners in the partnership; any update on the cctv; what does the "
    "council lead; needles in the park; what's off track; what was red in Q1; in Q1 what was red; "
    "for the police what is overdue; what are the measures for ASB; only joking; who approved it; "
    "what is this plan about; which priority has the most red; and thank you; when is ASB4 due"
)


@pytest.mark.parametrize("text", WHOLE.split("; "))
@pytest.mark.parametrize(
    "first",
    [
        "tell me about domestic abuse",
        "which police actions are red",
        "ASB3",
        "stolen bikes",
        "what's due this quarter",
        "compare ASB and DA",
        "the training one",
    ],
)
def test_a_whole_question_is_read_as_if_nothing_had_been_asked(first: str, text: str) -> None:
    assert read(text, read(first)) == read(text)


@pytest.mark.parametrize("typed", ["1", "number 1", "the first one", "option 1"])
def test_a_choice_may_be_typed_in_any_way(typed: str) -> None:
    offered = read("the training one")
    wanted = read(offered.choices[0].question)
    assert replace(read(typed, offered), text="") == replace(wanted, text="")
