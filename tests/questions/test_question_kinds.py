"""Kinds of question that lean on one another, name days gone by, or ask for what is missing."""

from __future__ import annotations

import pytest

from bot.answers.answer import answer_question
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.progress import Progress
from bot.core.reply import Answer, Choice, Mode
from bot.core.status import Status
from bot.questions.lexicon import Lexicon
from bot.questions.question import Filters, Intent, Question, ReadingAs
from bot.questions.questions import understand
from bot.questions.repair import mended
from bot.sample import sample_plan
from tests.questions.conftest import TODAY

INDEX = Lexicon(sample_plan())


def asked(text: str) -> Question:
    return understand(text, INDEX, TODAY)


def answered(text: str, progress: Progress, agency: str = "KP") -> Answer:
    caller = Caller("w", "U1", Role.LEAD, (agency,))
    return answer_question(asked(text), AnswerContext(progress, caller, TODAY))


def test_a_second_question_takes_its_action_from_the_first() -> None:
    second = asked("Who leads ASB10 and when is it due?").also
    assert second is not None
    assert (second.intent, second.filters.refs) == (Intent.DUE, ("ASB10",))


def test_a_second_question_takes_its_priority_from_the_first() -> None:
    second = asked("Which domestic abuse actions are green and which are red?").also
    assert second is not None
    assert second.filters == Filters(priorities=("DA",), statuses=(Status.OFF_TRACK,))


def test_a_second_question_with_a_subject_of_its_own_keeps_it() -> None:
    second = asked("whats red in DA and whats amber in MH").also
    assert second is not None
    assert second.filters.priorities == ("MH",)


def test_agencies_named_together_must_all_take_part(progress: Progress) -> None:
    assert set(answered("what do the police and the council lead together", progress).refs) == {
        "ASB2",
        "OCG3",
        "SUB5",
        "ACQ4",
        "ACQ5",
    }


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("which targets have we hit", ReadingAs.MET),
        ("which targets are we missing", ReadingAs.MISSED),
        ("which measures have no reading", ReadingAs.NONE),
        ("what is the target for fires", None),
    ],
)
def test_how_a_figure_stands_to_its_target(text: str, reading: ReadingAs | None) -> None:
    assert asked(text).filters.reading is reading


def test_only_the_change_of_colour_that_was_named_is_shown(progress: Progress) -> None:
    assert set(answered("which actions went from green to red", progress).refs) == {"ASB10", "ACQ3"}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("prioirty seven", "priority seven"),
        ("whats ovedue", "whats overdue"),
        ("qaurter", "quarter"),
        ("auction house thefts", "auction house thefts"),
        ("party in the street", "party in the street"),
    ],
)
def test_misspelt_words_of_the_grammar_are_mended_and_others_left(typed: str, read: str) -> None:
    assert mended(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "agencies are not responding to chasers",
        "we are trying to get into schools",
        "we are stuck in amber on hoarding",
        "the date is not moving",
    ],
)
def test_ordinary_talk_is_no_emergency(text: str) -> None:
    assert asked(text).intent is not Intent.EMERGENCY


@pytest.mark.parametrize(
    "text",
    ["how many cases were heard at MARAC", "what does the Royal Navy lead on", "the council house"],
)
def test_counts_and_bodies_are_not_personal(text: str) -> None:
    assert asked(text).intent is not Intent.PERSONAL


def test_a_body_the_plan_does_not_name_is_said_so(progress: Progress) -> None:
    answer = answered("what does Victim Support do in the plan", progress)
    assert answer.mode is Mode.DECLINE
    assert "does not name Victim Support" in answer.title


def test_nothing_untrue_is_said_when_none_is_found(progress: Progress) -> None:
    answer = answered("drugs actions with no update due by christmas", progress)
    assert answer.title == (
        "No action without an update is due by 24 December 2018, in Substance Misuse."
    )
    assert "SUB2" in answer.text


def test_a_single_choice_is_asked_as_one(progress: Progress) -> None:
    question = Question(Intent.CHOOSE, choices=(Choice("Mental Health", "priority MH"),))
    caller = Caller("w", "U1", Role.LEAD, ("KP",))
    answer = answer_question(question, AnswerContext(progress, caller, TODAY))
    assert answer.title == "Did you mean this?"
    assert [choice.label for choice in answer.choices] == ["Mental Health", "No, something else"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("who leads MH5", "MH5 has no lead named in the plan."),
        ("what does kenward do", "Kenward Trust (KENWARD): leads 2 actions."),
        ("how many have no update", "24 of 53 actions (45.3%) have had no update."),
        ("what is cuckooing", "Cuckooing: taking over a vulnerable person's home, usually"),
    ],
)
def test_answers_can_be_read_aloud(text: str, title: str, progress: Progress) -> None:
    assert answered(text, progress).title.startswith(title)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("what's a lead agency", "lead agency"),
        ("what does success measure mean", "success measure"),
        ("remind me what a One Stop Shop is in DA terms", "OSS"),
        ("CSA update", "CSA"),
    ],
)
def test_words_of_the_plan_and_clashes_are_spelt_out(text: str, term: str) -> None:
    question = asked(text)
    assert (question.intent, question.term) == (Intent.GLOSSARY, term)


@pytest.mark.parametrize("text", ["what is the target for ASB3", "targets?", "explain priority 3"])
def test_of_an_action_they_are_not_spelt_out(text: str) -> None:
    assert asked(text).intent is not Intent.GLOSSARY


@pytest.mark.parametrize(
    "text",
    [
        "Can you look up whether Darren Pike is on the prolific offenders list",
        "did the family on Mill Lane get moved",
        "can you give me Kelly's mobile",
        "where does the victim in the Swanley case live",
    ],
)
def test_people_are_not_looked_up(text: str) -> None:
    assert asked(text).intent is Intent.PERSONAL


@pytest.mark.parametrize(
    "text",
    [
        "my sister's partner hit her last night and she's scared to go home, what do I tell her",
        "a tenant has just rung saying hes taken all his tablets, hes not answering now",
        "there's a fire in the woods behind us",
    ],
)
def test_danger_told_by_another_comes_before_the_plan(text: str) -> None:
    assert asked(text).intent is Intent.EMERGENCY


@pytest.mark.parametrize(
    "text", ["which agency do i ring about test purchases", "where are we on the IOM cohort"]
)
def test_questions_of_work_are_neither_danger_nor_personal(text: str) -> None:
    assert asked(text).filters.refs


DANGER = """
a woman just rang reception saying her ex has got a knife
we can see two lads breaking into cars in the car park
one of our residents has collapsed in the hallway
kid just told me his dad hits him and hes scared to go home
client just texted that he wants to end it all
i can hear screaming from upstairs
there's a car on fire in the layby
my nan has just been robbed on the doorstep
she wont open the door and he's inside with her
need police now
i dont feel safe at home
my neighbour said he'd stab me
there are people climbing over the fence into the depot right now
"""
OF_THE_PLAN = """
what are we doing about knife crime
who leads on people being threatened with violence at home
lads carrying machetes
how many victims has davss supported
who runs the vulnerability panel
do we help people whose house has been burgled
what is the vulnerability panel
"""


@pytest.mark.parametrize("text", DANGER.strip().splitlines())
def test_something_happening_is_answered_with_999(text: str) -> None:
    assert asked(text).intent is Intent.EMERGENCY


@pytest.mark.parametrize("text", OF_THE_PLAN.strip().splitlines())
def test_what_the_plan_does_about_it_is_no_emergency(text: str) -> None:
    assert asked(text).intent not in {Intent.EMERGENCY, Intent.PERSONAL}


def test_where_it_may_be_danger_after_all_999_is_named_beside_the_answer(
    progress: Progress,
) -> None:
    told = "drunk lads fighting outside the kebab shop every friday"
    assert "ring 999" in answered(told, progress).footnote
    assert "ring 999" not in answered("what is planned against fights", progress).footnote
