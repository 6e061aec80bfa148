"""What a question is understood as: in many voices, with slips, and when it must ask or decline."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.answer import answer_question
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.plan import Agency, Priority
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.core.reply import Answer, Mode
from bot.core.status import Status
from bot.questions.lexicon import Lexicon
from bot.questions.question import Gap, Intent, PreviousQuestion, Question
from bot.questions.questions import understand
from bot.questions.words_common import words_of
from bot.sample import sample_plan
from tests.questions.conftest import TODAY

EXAMPLES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("question_examples.json").read_text(encoding="utf-8")
)["questions"]
DECLINES = {"decline": {Mode.DECLINE}, "refuse": {Mode.REFUSE}}
INDEX = Lexicon(sample_plan())


def asked(text: str, context: Question | None = None) -> Question:
    return understand(text, INDEX, TODAY, PreviousQuestion(context) if context else None)


def _answer(example: dict[str, Any], progress: Progress) -> Answer:
    asker = example["asker"]
    caller = Caller("w", "U1", Role(asker["role"]), (asker["agency"],))
    return answer_question(asked(example["text"]), AnswerContext(progress, caller, TODAY))


def _wrong(expect: dict[str, Any], answer: Answer) -> list[str]:
    """What an answer lacks: the references, the words, or the right way to say no."""
    mode = expect["mode"]
    if mode in DECLINES:
        asks = expect.get("clarify_ok") and answer.mode is Mode.CLARIFY
        return [] if asks or answer.mode in DECLINES[mode] else [f"said {answer.mode}"]
    offered = " ".join(choice.label for choice in answer.choices)
    if mode in {"clarify", "either"} and answer.mode is Mode.CLARIFY:
        known = expect.get("choices_any", [])
        return [] if any(_named(word, offered) for word in known) else ["offered the wrong choices"]
    shown = set(answer.refs)
    bad = [f"lacks {ref}" for ref in expect.get("refs_all", []) if ref not in shown]
    bad += [] if _says(expect, answer) else ["says none of the words"]
    want = expect.get("priorities", {}).get("want", [])
    if want and not any(_named(code, answer.text) for code in want):
        bad.append(f"names none of {want}")
    return bad


def _named(word: str, text: str) -> bool:
    names = {p.code: p.short for p in INDEX.plan.priorities}
    return bool(re.search(rf"\b{word}\d*\b", text)) or names.get(word, word).lower() in text.lower()


def _says(expect: dict[str, Any], answer: Answer) -> bool:
    if expect.get("decline_ok") and answer.mode is Mode.DECLINE:
        return True
    text = answer.text.lower()
    return all(any(word.lower() in text for word in group) for group in expect.get("any_of", []))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e['id']}-{e['kind']}")
def test_each_example_is_answered_as_expected(example: dict[str, Any], progress: Progress) -> None:
    answer = _answer(example, progress)
    assert not _wrong(example["expect"], answer), f"{example['text']!r} -> {answer.text!r}"


def test_the_examples_cover_every_kind_and_many_voices() -> None:
    kinds = Counter(example["kind"] for example in EXAMPLES)
    voices = {example["voice"] for example in EXAMPLES}
    assert len(EXAMPLES) >= 120
    assert kinds["topic_plain"] >= 100
    assert len(voices) >= 9


@pytest.mark.parametrize(
    "text",
    ["ASB3", "asb 3", "asb-03", "Asb_3", "1.3", "#1.3", "action 1.3", "asb three"],
)
def test_a_reference_is_read_in_any_usual_spelling(text: str) -> None:
    assert asked(text).filters.refs == ("ASB3",)


def test_several_references_keep_their_order() -> None:
    assert asked("sub 1, 2 and 3 please").filters.refs == ("SUB1", "SUB2", "SUB3")
    assert asked("show me asb-03 and ocg 2").filters.refs == ("ASB3", "OCG2")


def test_a_reference_the_plan_lacks_is_said_not_guessed(progress: Progress) -> None:
    question = asked("ASB99")
    assert question.missing == ("ASB99",)
    caller = Caller("w", "U1", Role.OBSERVER)
    assert answer_question(question, AnswerContext(progress, caller, TODAY)).mode is Mode.DECLINE


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("red ones", (Status.OFF_TRACK,)),
        ("anything amber or red?", (Status.OFF_TRACK, Status.AT_RISK)),
        ("which are not on track", (Status.OFF_TRACK, Status.AT_RISK)),
        ("actions with no update at all", (None,)),
        ("what has been completed", (Status.COMPLETE,)),
    ],
)
def test_status_words_become_filters(text: str, statuses: tuple[Status | None, ...]) -> None:
    assert asked(text).filters.statuses == statuses


def test_filters_combine() -> None:
    filters = asked("red police actions due before Christmas").filters
    assert filters.statuses == (Status.OFF_TRACK,)
    assert filters.agencies == ("KP",)
    assert filters.due is not None
    assert filters.due.end == date(2018, 12, 24)


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("which actions have no lead", Gap.NO_LEAD),
        ('where the lead is just "All"', Gap.ALL_LEAD),
        ("any without a due date", Gap.NO_DATE),
        ("which have no target?", Gap.NO_TARGET),
        ("do any measures have a baseline?", Gap.NO_BASELINE),
        ("any with no partners listed", Gap.NO_PARTNERS),
    ],
)
def test_gaps_of_the_plan_are_recognised(text: str, gap: Gap) -> None:
    assert asked(text).filters.gap is gap


@pytest.mark.parametrize(
    "text",
    [
        "theres a fight outside the club rn someones got a knife",
        "my husband has just hit me",
        "I want to report a stolen car",
    ],
)
def test_danger_and_reports_come_before_everything(text: str) -> None:
    assert asked(text).intent is Intent.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        "what is the plan for knife crime",
        "lads carrying knives, is that covered",
        "what about arson",
    ],
)
def test_talk_of_the_plan_is_not_taken_for_danger(text: str) -> None:
    assert asked(text).intent is not Intent.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        "what happened to the family at 12 High St?",
        "which refuge was Mrs Okafor moved to",
        "is Darren Pike known to the police",
        "give me the names of the victims",
    ],
)
def test_personal_matters_are_refused(text: str) -> None:
    assert asked(text).intent is Intent.PERSONAL


@pytest.mark.parametrize("text", ["did we miss any deadlines", "White Ribbon"])
def test_words_that_look_like_names_are_not_refused(text: str) -> None:
    assert asked(text).intent is not Intent.PERSONAL


def test_a_name_two_agencies_share_is_asked_back() -> None:
    question = asked("everything for west kent")
    assert question.intent is Intent.CHOOSE
    assert any("West Kent Housing" in choice.label for choice in question.choices)


def test_a_clash_of_short_forms_gives_both_meanings() -> None:
    assert asked("whats NPS").term == "NPS"
    assert asked("CSA?").intent is Intent.GLOSSARY


def test_a_follow_up_keeps_what_it_does_not_replace() -> None:
    first = asked("red ones led by SDC")
    then = asked("and the police?", first)
    assert then.filters.statuses == (Status.OFF_TRACK,)
    assert then.filters.agencies == ("KP",)


def test_a_follow_up_may_ask_another_side_of_the_same_action() -> None:
    first = asked("ASB3")
    assert asked("who leads it?", first).filters.refs == ("ASB3",)
    assert asked("what about Q1?", first).quarters == (Quarter(2018, 1),)


def test_a_typed_number_takes_the_choice_offered() -> None:
    offered = asked("the training one")
    assert offered.intent is Intent.CHOOSE
    chosen = asked("1", offered)
    assert chosen.intent is Intent.ACTIONS
    assert chosen.filters.refs[0] in offered.choices[0].label


def test_two_questions_in_one_message_are_both_understood() -> None:
    question = asked("whats overdue? and how many are red?")
    assert question.filters.overdue
    assert question.also is not None
    assert question.also.intent is Intent.COUNT


def test_one_question_with_two_halves_stays_one() -> None:
    assert asked("How many actions are overdue, and which are they?").also is None


def test_a_misspelling_is_mended_and_said() -> None:
    assert ("aquisative", "acquisitive") in asked("aquisative crime").repaired


def test_a_real_word_is_not_mended_into_another() -> None:
    assert not asked("kids necking cider").repaired
    assert not asked("whats gone past its deadline").repaired


def test_a_taught_word_works_at_once() -> None:
    taught = Lexicon(sample_plan(), [("nitty", "SUB6")])
    question = understand("nitty by the swings", taught, TODAY)
    assert question.filters.refs == ("SUB6",)


def test_a_plan_with_other_priorities_keeps_its_own_words() -> None:
    plan = replace(
        sample_plan(),
        priorities=(
            Priority("RD", "Road Safety", 1, ("speeding",)),
            *(p for p in sample_plan().priorities),
        ),
        agencies=(Agency("HWY", "Kent Highways"), *sample_plan().agencies),
    )
    question = understand("road safety", Lexicon(plan), TODAY)
    assert question.filters.priorities == ("RD",)


_WORDS = st.sampled_from(
    tuple(
        words_of(
            """ASB3 red who leads due before christmas what is the <@U123> <!channel>
            https://evil.example <https://evil.example|Council> @here and ? q2 1.3 mr smith compare
            police drugs 999 page 2 no"""
        )
    )
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=2000), st.lists(_WORDS, max_size=30).map(" ".join)))
def test_no_text_raises_and_no_answer_mentions_or_links(text: str) -> None:
    plan = sample_plan()
    caller = Caller("w", "U1", Role.LEAD, ("KP",))
    answer = answer_question(
        understand(text, INDEX, TODAY), AnswerContext(Progress(plan), caller, TODAY)
    )
    assert answer.text
    assert len(answer.choices) <= 6
    assert not re.search(r"<[@!#]|https?:|@here|@channel|@everyone", answer.text)


@pytest.mark.parametrize(
    "text",
    ["a" * 100_000, "who " * 30_000, "(" * 5_000, "asb 1, 2, " * 9_000],
)
def test_a_monstrous_text_is_read_only_so_far(text: str) -> None:
    assert len(asked(text).text) <= 600
