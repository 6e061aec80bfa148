"""AnswerContext, from the store up: who may, what is sensitive, follow-ups and taught words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import pytest

from bot.core.access import Caller, Role
from bot.core.errors import NotAllowed, NotFound
from bot.core.plan import OFFICIAL_SENSITIVE
from bot.core.retention import Retention
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.messages.reply import Mode
from bot.sample import sample_plan
from bot.services import conversations
from bot.services.answers import answer
from bot.services.context import Context
from bot.services.hands import Soon
from bot.store.store import Store

pytestmark = pytest.mark.slow

START = datetime(2018, 10, 10, 9, tzinfo=UTC)
POLICE = Caller("w", "U1", Role.LEAD, ("KP",))
HOUSING = Caller("w", "U2", Role.LEAD, ("WKHA",))
COORDINATOR = Caller("w", "U3", Role.COORDINATOR, ("SDC",))


class Hands:
    """A clock the test moves."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def context(store: Store, hands: Hands) -> Context:
    with store.writing("w") as records:
        records.plans.save(sample_plan(), START)
    return Context(
        store=store, now=hands.now, timetable=Timetable(ZoneInfo("Europe/London")), labels=Labels()
    )


@pytest.fixture
def replica(context: Context, tmp_path: Path) -> Iterator[Context]:
    """The same bot in another process: what it knows is in the database."""
    opened = Store(f"sqlite:///{tmp_path / 'test.sqlite3'}")
    yield replace(context, store=opened)
    opened.close()


def test_a_question_is_answered_from_the_stored_plan(context: Context) -> None:
    said = answer(context, POLICE, "who leads on SAF6?")
    assert said.title == "SAF6 is led by Kent Police."


def test_people_the_partnership_does_not_know_are_refused(context: Context) -> None:
    with pytest.raises(NotAllowed):
        answer(context, Caller("w", "U9", Role.UNKNOWN), "ASB3")


def test_without_a_plan_it_says_how_to_load_one(store: Store, hands: Hands) -> None:
    empty = Context(
        store=store, now=hands.now, timetable=Timetable(ZoneInfo("Europe/London")), labels=Labels()
    )
    with pytest.raises(NotFound):
        answer(empty, POLICE, "ASB3")


def test_a_follow_up_refers_to_the_question_before_in_that_place(context: Context) -> None:
    answer(context, POLICE, "actions led by SDC with no update", place="C1")
    then = answer(context, POLICE, "and the police?", place="C1")
    assert "ACQ1" in then.refs
    assert "ASB6" not in then.refs


def test_a_follow_up_is_forgotten_after_a_quarter_of_an_hour(
    context: Context, hands: Hands
) -> None:
    answer(context, POLICE, "ASB3", place="C1")
    hands.at = START + Retention().talks + timedelta(seconds=1)
    assert answer(context, POLICE, "who leads it?", place="C1").mode is not Mode.ANSWER


def test_a_follow_up_holds_on_another_replica(context: Context, replica: Context) -> None:
    answer(context, POLICE, "actions led by SDC with no update", place="C1")
    assert "ACQ1" in answer(replica, POLICE, "and the police?", place="C1").refs


def test_a_typed_number_takes_the_choice_offered_before_a_restart(
    context: Context, replica: Context
) -> None:
    asked = answer(context, POLICE, "the training one", place="C1")
    assert asked.choices
    conversations.write(context)
    then = answer(replica, POLICE, "1", place="C1")
    assert then.mode is Mode.ANSWER


def test_of_a_question_only_its_meaning_is_kept(context: Context) -> None:
    answer(context, POLICE, "zounds, which police actions are red?", place="C1")
    conversations.write(context)
    with context.store.reading("w") as records:
        kept = records.conversations.find("U1", "C1", START, START)
    assert "KP" in kept
    assert "zounds" not in kept


def test_what_another_version_of_the_bot_kept_is_no_error(context: Context) -> None:
    with context.store.writing("w") as records:
        records.conversations.keep("U1", "C1", '{"intent": "riddle"}', START, START)
    assert answer(context, POLICE, "ASB3", place="C1").refs == ("ASB3",)


def test_a_follow_up_is_the_askers_own(context: Context) -> None:
    answer(context, POLICE, "ASB3", place="C1")
    assert answer(context, HOUSING, "who leads it?", place="C1").mode is not Mode.ANSWER


def test_a_sensitive_action_is_whole_only_for_its_lead_and_coordinators(context: Context) -> None:
    with context.store.writing("w") as records:
        records.plans.mark(sample_plan(), "DA4", OFFICIAL_SENSITIVE, START)
    assert "every agency attends" not in answer(context, HOUSING, "DA4").text
    assert "every agency attends" in answer(context, POLICE, "DA4").text
    assert "every agency attends" in answer(context, COORDINATOR, "DA4").text


def test_a_taught_word_works_at_once(context: Context) -> None:
    assert answer(context, POLICE, "nitty by the swings").mode is not Mode.ANSWER
    with context.store.writing("w") as records:
        records.taught_words.teach("nitty", "SUB6", "U3", START)
    assert answer(context, POLICE, "nitty by the swings").refs == ("SUB6",)


def test_a_changed_plan_is_read_anew(context: Context) -> None:
    answer(context, POLICE, "ASB3")
    plan = sample_plan()
    changed = replace(plan, actions=(replace(plan.actions[0], ref="NEW1"), *plan.actions[1:]))
    with context.store.writing("w") as records:
        records.plans.save(changed, START)
    assert answer(context, POLICE, "NEW1").refs == ("NEW1",)


def test_a_question_asked_again_is_answered_from_memory_until_the_record_changes(
    context: Context,
) -> None:
    first = answer(context, POLICE, "ASB3", place="C1")
    assert answer(context, POLICE, "ASB3", place="C1") is first
    with context.store.writing("w") as records:
        records.versioned.grow()
    assert answer(context, POLICE, "ASB3", place="C1") is not first


def test_a_fragment_is_never_answered_from_memory(context: Context) -> None:
    answer(context, POLICE, "ASB3", place="C1")
    asb = answer(context, POLICE, "who leads it?", place="C1")
    answer(context, POLICE, "MH1", place="C1")
    assert answer(context, POLICE, "who leads it?", place="C1").refs != asb.refs


def test_a_question_is_answered_from_memory_only_to_who_may_see_the_same(context: Context) -> None:
    ours = answer(context, POLICE, "which are ours", place="C1")
    theirs = answer(context, HOUSING, "which are ours", place="C1")
    assert ours.refs != theirs.refs


def test_what_was_asked_is_written_a_moment_later_once_for_all() -> None:
    runs: list[int] = []
    done = Event()

    def write() -> None:
        runs.append(1)
        done.set()

    soon = Soon(write, seconds=0.01)
    for _ in range(50):
        soon()
    assert done.wait(30)
    assert len(runs) == 1
