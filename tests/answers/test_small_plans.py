"""Seven small plans of other kinds of place, each asked in everyday words what its own data
answers: topics, names, measures, histories, who leads, and what is no question about a plan."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.config import load_settings
from bot.core.access import Caller, Role
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.messages.reply import Answer, Mode
from bot.services import plans
from bot.services.answers import answer
from bot.services.context import Context
from bot.store.store import Store
from tests.factories import at

FOLDER = Path(__file__).parents[1] / "data" / "small_plans"
Question = dict[str, Any]


@cache
def _described(place: str) -> dict[str, Any]:
    described: dict[str, Any] = yaml.safe_load((FOLDER / place / "questions.yaml").read_text())
    return described


PLACES = sorted(path.name for path in FOLDER.iterdir())
QUESTIONS = [(place, q) for place in PLACES for q in _described(place)["questions"]]


@pytest.fixture(scope="module")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Context]]:
    """Each place with its agencies, plan and history."""
    made = {}
    for place in PLACES:
        opened = Store(f"sqlite:///{tmp_path_factory.mktemp(place) / 'plan.sqlite3'}")
        zone, today = load_settings(None).zone, _described(place)["today"]
        context = Context(opened, partial(at, today), Timetable(zone), Labels())
        for name in ("agencies.csv", "plan.csv", "history.csv"):
            read = plans.preview(context, context.home, (FOLDER / place / name).read_bytes(), name)
            plans.apply(context, plans.host(context), read)
        made[place] = context
    yield made
    for context in made.values():
        context.store.close()


@pytest.mark.parametrize(
    ("place", "question"), QUESTIONS, ids=[f"{place}: {q['text']}" for place, q in QUESTIONS]
)
def test_a_question_of_everyday_words(
    contexts: dict[str, Context], place: str, question: Question
) -> None:
    context, agencies = contexts[place], tuple(filter(None, [question.get("agency")]))
    role = Role.LEAD if agencies else Role.OBSERVER
    answered = answer(context, Caller(context.home, "U1", role, agencies), question["text"])
    assert _is_of_its_mode(answered, question), answered.text
    for words in (*question.get("says", ()), *question.get("priorities", ())):
        assert words.lower() in answered.text.lower()
    if "priority" in question:
        assert question["priority"] in answered.text or _is_of(question, answered, context)


def _is_of_its_mode(answered: Answer, question: Question) -> bool:
    refs = set(question.get("refs", ()))
    match question.get("mode"):
        case "999":
            return "999" in answered.text
        case "clarify":
            named = set(answered.refs) or {r for r in refs if f"{r}: " in answered.text}
            return bool(named & refs)
        case "refuse" | "decline":
            return not answered.refs and answered.mode is not Mode.ANSWER
    return "refs" not in question or set(answered.refs) == refs


def _is_of(question: Question, answered: Answer, context: Context) -> bool:
    with context.store.reading(context.home) as records:
        plan = records.plans.plan(context.today())
    offered = [choice.label.partition(":")[0] for choice in answered.choices[:1]]
    told = [action for action in plan.actions if action.ref in {*answered.refs, *offered}]
    return question["priority"] in {plan.priority(action.priority).name for action in told}
