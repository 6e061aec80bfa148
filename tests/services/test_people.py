"""Leaving: what is held about a person, erasing them, and the daily clearing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import MetaData, select
from sqlalchemy.exc import DatabaseError

from bot.core.access import HOME, Role
from bot.core.errors import NotAllowed, Refused
from bot.core.plan import UpdateKind
from bot.core.reporting import ProgressDraft
from bot.core.status import Labels, Status
from bot.core.timetable import Timetable
from bot.services import members, people, retention
from bot.services.absences import away_until, not_mine
from bot.services.desk import Desk
from bot.services.ledger import ledger
from bot.services.progress import report_progress
from bot.services.sample import load_sample
from bot.store import tables
from bot.store.store import Store
from tests.factories import a_caller, at

LONDON = ZoneInfo("Europe/London")


class Clock:
    def __init__(self) -> None:
        self.moment = at("2018-05-14")

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(any_store: Store, clock: Clock) -> Desk:
    made = Desk(any_store, clock.now, Timetable(LONDON), Labels())
    load_sample(made, HOME)
    content = (
        "slack_id,email,name,agency,role\n"
        "U0KELLY,,Kelly,SDC,coordinator\n"
        "U0HELEN,helen@sevenoaks.example,Helen Fry,SDC,lead\n"
        "U0HELENA,,Helena,SDC,lead\n"
    )
    members.read_people(any_store, HOME, content, made.now(), apply=True)
    return made


KELLY = replace(
    a_caller(Role.COORDINATOR), workspace=HOME, user="U0KELLY", agencies=("SDC",), team=""
)
HELEN = replace(a_caller(Role.LEAD), workspace=HOME, user="U0HELEN", agencies=("SDC",), team="")


def everything(store: Store, desk: Desk) -> str:
    """Every text of every table."""
    found: list[Any] = []
    with store.reading(HOME) as books:
        metadata: MetaData = tables.metadata
        for table in metadata.sorted_tables:
            found += books.connection.execute(select(table)).all()
    return "\n".join(str(row) for row in found)


def reported(desk: Desk) -> None:
    report_progress(desk, HELEN, ProgressDraft("ASB3", Status.ON_TRACK, "Two cameras are up"))
    not_mine(desk, HELEN, "ASB2")
    away_until(desk, HELEN, desk.today() + timedelta(days=3))


def test_who_is_erased_is_nowhere_any_more_and_their_deeds_stay(
    any_store: Store, desk: Desk
) -> None:
    reported(desk)
    label = people.forget(desk, KELLY, "U0HELEN")
    assert label.startswith("former lead for SDC (")
    left = everything(any_store, desk)
    assert "U0HELEN'" not in left
    assert "U0HELEN:" not in left
    assert "Helen Fry" not in left
    assert "helen@sevenoaks.example" not in left
    assert "U0HELENA" in left  # somebody else, whose id begins alike
    with any_store.reading(HOME) as books:
        (update,) = books.plans.progress().standing("ASB3").updates
        assert (update.by, update.note) == (label, "Two cameras are up")
        assert label in {line.actor for line in books.audit.about("ASB3")}


def test_the_record_itself_refuses_any_other_change_of_its_people(any_store: Store) -> None:
    load_sample(Desk(any_store, Clock().now, Timetable(LONDON), Labels()), HOME)
    with any_store.writing(HOME) as books:
        books.audit.note(at("2018-05-14"), "U0HELEN", "report", "ASB3")
    with pytest.raises(DatabaseError, match="append-only"), any_store.writing(HOME) as books:
        books.connection.execute(tables.audit.update().values(actor="U0KELLY"))
    with pytest.raises(DatabaseError, match="append-only"), any_store.writing(HOME) as books:
        books.connection.execute(tables.audit.update().values(actor="former lead", after="red"))


def test_a_person_sees_what_is_held_about_them_and_nobody_elses(desk: Desk) -> None:
    reported(desk)
    found = people.held_about(desk, HELEN, "U0HELEN")
    assert found.member is not None
    assert found.member.name == "Helen Fry"
    assert [u.ref for u in found.updates if u.kind is UpdateKind.REPORT] == ["ASB3"]
    with pytest.raises(NotAllowed):
        people.held_about(desk, HELEN, "U0KELLY")
    assert people.held_about(desk, KELLY, "U0HELEN").updates == found.updates


def test_the_last_coordinator_cannot_be_erased(desk: Desk) -> None:
    with pytest.raises(Refused, match="without a coordinator"):
        people.forget(desk, KELLY, "U0KELLY")
    with pytest.raises(NotAllowed):
        people.forget(desk, HELEN, "U0KELLY")


def test_a_deputy_may_report_and_is_held_back_in_the_chase(desk: Desk) -> None:
    deputy = members.assign(desk, KELLY, "U0HELENA", "SDC", "deputy")
    assert deputy.called == "deputy for SDC"
    caller = deputy.as_caller(HOME)
    saved = report_progress(desk, caller, ProgressDraft("ASB3", Status.ON_TRACK, "Stood in"))
    assert saved.update.agency == "SDC"


def test_a_role_can_be_given_for_several_agencies(desk: Desk) -> None:
    member = members.assign(desk, KELLY, "U0SAM", "SDC; Kent Police", "lead")
    assert member.agencies == ("SDC", "KP")


def test_the_daily_clearing_runs_once_a_day_and_says_what_it_deleted(
    any_store: Store, desk: Desk, clock: Clock
) -> None:
    with any_store.writing(HOME) as books:
        books.questions.keep("where are the needles", clock.moment)
        books.drafts.keep("U0HELEN", "ASB3", "{}", clock.moment)
        books.talks.keep("U0HELEN", "C1", "{}", clock.moment)
    members.deactivated(desk, HOME, "U0HELEN", active=False)
    assert retention.clear_due(desk, HOME)
    assert not retention.clear_due(desk, HOME)

    clock.moment += timedelta(days=91)
    assert retention.clear_due(desk, HOME)
    told = [line.outcome for line in ledger(desk, KELLY) if line.what == "daily clearing"]
    assert told == ["deleted 1 question, 1 draft, 1 last question"]

    clock.moment += timedelta(days=300)
    assert retention.clear_due(desk, HOME)
    told = [line.outcome for line in ledger(desk, KELLY) if line.what == "daily clearing"]
    assert told[0] == "deleted 1 person who left"
    assert "U0HELEN'" not in everything(any_store, desk)
