"""Asking, from the store up: who may, what is sensitive, follow-ups and taught words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core.access import Caller, Role
from bot.core.errors import NotAllowed, NotFound
from bot.core.plan import OFFICIAL_SENSITIVE
from bot.core.reply import Mode
from bot.core.retention import Retention
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.sample import sample_plan
from bot.services.answers import answer
from bot.services.desk import Desk
from bot.store.store import Store

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
def desk(store: Store, hands: Hands) -> Desk:
    with store.writing("w") as books:
        books.plans.save(sample_plan(), START)
    return Desk(
        store=store, now=hands.now, timetable=Timetable(ZoneInfo("Europe/London")), labels=Labels()
    )


@pytest.fixture
def replica(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    """The same bot in another process: what it knows is in the database."""
    opened = Store(f"sqlite:///{tmp_path / 'test.sqlite3'}")
    yield replace(desk, store=opened)
    opened.close()


def test_a_question_is_answered_from_the_stored_plan(desk: Desk) -> None:
    said = answer(desk, POLICE, "who leads on SAF6?")
    assert said.title == "SAF6 is led by Kent Police."


def test_people_the_partnership_does_not_know_are_refused(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        answer(desk, Caller("w", "U9", Role.UNKNOWN), "ASB3")


def test_without_a_plan_it_says_how_to_load_one(store: Store, hands: Hands) -> None:
    empty = Desk(
        store=store, now=hands.now, timetable=Timetable(ZoneInfo("Europe/London")), labels=Labels()
    )
    with pytest.raises(NotFound):
        answer(empty, POLICE, "ASB3")


def test_a_follow_up_refers_to_the_question_before_in_that_place(desk: Desk) -> None:
    answer(desk, POLICE, "actions led by SDC with no update", place="C1")
    then = answer(desk, POLICE, "and the police?", place="C1")
    assert "ACQ1" in then.refs
    assert "ASB6" not in then.refs


def test_a_follow_up_is_forgotten_after_a_quarter_of_an_hour(desk: Desk, hands: Hands) -> None:
    answer(desk, POLICE, "ASB3", place="C1")
    hands.at = START + Retention().talks + timedelta(seconds=1)
    assert answer(desk, POLICE, "who leads it?", place="C1").mode is not Mode.ANSWER


def test_a_follow_up_holds_on_another_replica(desk: Desk, replica: Desk) -> None:
    answer(desk, POLICE, "actions led by SDC with no update", place="C1")
    assert "ACQ1" in answer(replica, POLICE, "and the police?", place="C1").refs


def test_a_typed_number_takes_the_choice_offered_before_a_restart(
    desk: Desk, replica: Desk
) -> None:
    asked = answer(desk, POLICE, "the training one", place="C1")
    assert asked.choices
    then = answer(replica, POLICE, "1", place="C1")
    assert then.mode is Mode.ANSWER


def test_of_a_question_only_its_meaning_is_kept(desk: Desk) -> None:
    answer(desk, POLICE, "zounds, which police actions are red?", place="C1")
    with desk.store.reading("w") as books:
        kept = books.talks.find("U1", "C1", START)
    assert "KP" in kept
    assert "zounds" not in kept


def test_what_another_version_of_the_bot_kept_is_no_error(desk: Desk) -> None:
    with desk.store.writing("w") as books:
        books.talks.keep("U1", "C1", '{"intent": "riddle"}', START)
    assert answer(desk, POLICE, "ASB3", place="C1").refs == ("ASB3",)


def test_a_follow_up_is_the_askers_own(desk: Desk) -> None:
    answer(desk, POLICE, "ASB3", place="C1")
    assert answer(desk, HOUSING, "who leads it?", place="C1").mode is not Mode.ANSWER


def test_a_sensitive_action_is_whole_only_for_its_lead_and_coordinators(desk: Desk) -> None:
    with desk.store.writing("w") as books:
        books.plans.mark("DA4", OFFICIAL_SENSITIVE, START)
    assert "every agency attends" not in answer(desk, HOUSING, "DA4").text
    assert "every agency attends" in answer(desk, POLICE, "DA4").text
    assert "every agency attends" in answer(desk, COORDINATOR, "DA4").text


def test_a_taught_word_works_at_once(desk: Desk) -> None:
    assert answer(desk, POLICE, "nitty by the swings").mode is not Mode.ANSWER
    with desk.store.writing("w") as books:
        books.taught.teach("nitty", "SUB6", "U3", START)
    assert answer(desk, POLICE, "nitty by the swings").refs == ("SUB6",)


def test_a_changed_plan_is_read_anew(desk: Desk) -> None:
    answer(desk, POLICE, "ASB3")
    plan = sample_plan()
    changed = replace(plan, actions=(replace(plan.actions[0], ref="NEW1"), *plan.actions[1:]))
    with desk.store.writing("w") as books:
        books.plans.save(changed, START)
    assert answer(desk, POLICE, "NEW1").refs == ("NEW1",)
