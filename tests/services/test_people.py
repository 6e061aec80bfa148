"""Leaving: what is held about a person, erasing them, and the daily clearing."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import MetaData, select
from sqlalchemy.exc import DatabaseError

from bot.core.access import HOME, Role
from bot.core.codec import decode
from bot.core.errors import NotAllowed, NotFound, Refused
from bot.core.members import Member
from bot.core.outgoing import PostState
from bot.core.plan import UpdateKind
from bot.core.quarters import Quarter
from bot.core.reporting import ProgressDraft
from bot.core.sign_off import Attestation, SignOff
from bot.core.status import Labels, Status
from bot.core.timetable import Timetable
from bot.messages.editing import ProposedChange
from bot.messages.notices import StatusChanged
from bot.sample.loading import load_sample
from bot.services import members, people, people_file, retention
from bot.services.absences import away_until, hand_over, not_mine
from bot.services.context import Context
from bot.services.held import try_again
from bot.services.post_log import lines
from bot.services.progress import report_progress, undo
from bot.services.proposals import propose
from bot.store import tables
from bot.store.store import Store
from tests.factories import a_caller, at

SDC = "Sevenoaks District Council"
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
def context(any_store: Store, clock: Clock) -> Context:
    made = Context(any_store, clock.now, Timetable(LONDON), Labels())
    load_sample(made, HOME)
    content = (
        "slack_id,email,name,agency,role\n"
        "U0KELLY,,Kelly,SDC,coordinator\n"
        "U0HELEN,helen@sevenoaks.example,Helen Fry,SDC,lead\n"
        "U0HELENA,,Helena,SDC,lead\n"
    )
    people_file.read_people(any_store, HOME, content, made.now(), apply=True)
    return made


KELLY = replace(
    a_caller(Role.COORDINATOR), workspace=HOME, user="U0KELLY", agencies=("SDC",), team=""
)
HELEN = replace(a_caller(Role.LEAD), workspace=HOME, user="U0HELEN", agencies=("SDC",), team="")


def everything(store: Store, context: Context) -> str:
    """Every text of every table."""
    found: list[Any] = []
    with store.reading(HOME) as records:
        metadata: MetaData = tables.metadata
        for table in metadata.sorted_tables:
            found += records.connection.execute(select(table)).all()
    return "\n".join(str(row) for row in found)


def reported(context: Context) -> None:
    report_progress(context, HELEN, ProgressDraft("ASB3", Status.ON_TRACK, "Two cameras are up"))
    not_mine(context, HELEN, "ASB2")
    away_until(context, HELEN, context.today() + timedelta(days=3))


def test_who_is_erased_is_nowhere_any_more_and_their_deeds_stay(
    any_store: Store, context: Context
) -> None:
    reported(context)
    label = people.forget(context, KELLY, "U0HELEN")
    assert label.startswith("former lead for SDC (")
    left = everything(any_store, context)
    assert "U0HELEN'" not in left
    assert "U0HELEN:" not in left
    assert "Helen Fry" not in left
    assert "helen@sevenoaks.example" not in left
    assert "U0HELENA" in left  # somebody else, whose id begins alike
    with any_store.reading(HOME) as records:
        (update,) = records.plans.progress(context.today()).standing("ASB3").updates
        assert (update.by, update.note) == (label, "Two cameras are up")
        assert label in {line.actor for line in records.audit.about("ASB3")}


@pytest.mark.parametrize(
    "name", ["ref", "text", "on_track", "Kent Police", "CSU", 'Anne "Annie" Wells', "Zoë Ålund"]
)
def test_an_erased_name_takes_no_word_along_that_is_not_theirs(
    any_store: Store, context: Context, name: str
) -> None:
    anne = replace(HELEN, user="U0HELENA", name=name)
    with any_store.writing(HOME) as records:
        records.settings.choose_channel("CSAFETY")
        known = records.members.get(anne.user)
        assert known is not None
        records.members.save(replace(known, name=name))
    report_progress(context, HELEN, ProgressDraft("ASB3", Status.ON_TRACK, "With Kent Police"))
    away_until(context, anne, context.today())
    propose(context, anne, "ASB3", due="Q4", why="Late")
    label = people.forget(context, KELLY, anne.user)
    with any_store.reading(HOME) as records:
        rows = records.outbox.beginning("")
        notice = decode(StatusChanged, next(r.payload for r in rows if r.kind == "StatusChanged"))
        texts = [json.loads(r.payload)["text"] for r in rows if r.kind != "StatusChanged"]
        update = records.plans.progress(context.today()).standing("ASB3").latest
    assert (notice.ref, notice.after, notice.agency) == ("ASB3", Status.ON_TRACK, SDC)
    assert texts
    assert all(text.startswith(label) for text in texts)
    assert update is not None
    assert update.note == "With Kent Police"


def test_who_was_named_by_others_is_erased_from_what_they_said(
    any_store: Store, context: Context
) -> None:
    long = Member("W0123456789", Role.LEAD, (), "Sam Newman")
    named = hand_over(context, HELEN, Quarter(2018, 1), long, ())
    assert len(named) > 15
    with any_store.writing(HOME) as records:
        (letter,) = records.outbox.beginning("hand-over")
        records.outbox.move(letter, PostState.HELD, last_error="not_in_channel")
    try_again(context, KELLY, letter.key)
    for user in (long.user, HELEN.user):
        people.forget(context, KELLY, user)
        assert not re.search(rf"\b{user}\b", everything(any_store, context))


def test_the_record_itself_refuses_any_other_change_of_its_people(any_store: Store) -> None:
    load_sample(Context(any_store, Clock().now, Timetable(LONDON), Labels()), HOME)
    with any_store.writing(HOME) as records:
        records.audit.note(at("2018-05-14"), "U0HELEN", "report", "ASB3")
    with pytest.raises(DatabaseError, match="append-only"), any_store.writing(HOME) as records:
        records.connection.execute(tables.audit.update().values(actor="U0KELLY"))
    with pytest.raises(DatabaseError, match="append-only"), any_store.writing(HOME) as records:
        records.connection.execute(tables.audit.update().values(actor="former lead", after="red"))


def test_a_person_sees_what_is_held_about_them_and_nobody_elses(context: Context) -> None:
    reported(context)
    found = people.held_about(context, HELEN, "U0HELEN")
    assert found.member is not None
    assert found.member.name == "Helen Fry"
    assert [u.ref for u in found.updates if u.kind is UpdateKind.REPORT] == ["ASB3"]
    with pytest.raises(NotAllowed):
        people.held_about(context, HELEN, "U0KELLY")
    assert people.held_about(context, KELLY, "U0HELEN").updates == found.updates


def test_the_last_coordinator_cannot_be_erased(context: Context) -> None:
    with pytest.raises(Refused, match="without a coordinator"):
        people.forget(context, KELLY, "U0KELLY")
    with pytest.raises(NotAllowed):
        people.forget(context, HELEN, "U0KELLY")


def test_a_deputy_may_report_and_is_held_back_in_the_chase(context: Context) -> None:
    deputy = members.assign(context, KELLY, "U0HELENA", "SDC", "deputy")
    assert deputy.called == "deputy for SDC"
    caller = deputy.as_caller(HOME)
    saved = report_progress(context, caller, ProgressDraft("ASB3", Status.ON_TRACK, "Stood in"))
    assert saved.update.agency == "SDC"


def test_a_role_can_be_given_for_several_agencies(context: Context) -> None:
    member = members.assign(context, KELLY, "U0SAM", "SDC; Kent Police", "lead")
    assert member.agencies == ("SDC", "KP")


def test_the_daily_clearing_runs_once_a_day_and_says_what_it_deleted(
    any_store: Store, context: Context, clock: Clock
) -> None:
    with any_store.writing(HOME) as records:
        records.unplaced_questions.keep("where are the needles", clock.moment)
        records.drafts.keep("U0HELEN", "ASB3", "{}", clock.moment)
        records.conversations.keep("U0HELEN", "C1", "{}", clock.moment, clock.moment)
        change = ProposedChange("U0HELEN", "ASB3", "2018-19", "October 2018", at=clock.moment)
        records.settings.keep_proposed("1", change)
    members.deactivated(context, HOME, "U0HELEN", active=False)
    assert retention.clear_due(context, HOME)
    assert not retention.clear_due(context, HOME)

    clock.moment += timedelta(days=91)
    assert retention.clear_due(context, HOME)
    told = [line.outcome for line in lines(context, KELLY) if line.what == "daily clearing"]
    assert told == ["deleted 1 question, 1 draft, 1 last question, 1 proposed change"]

    clock.moment += timedelta(days=300)
    assert retention.clear_due(context, HOME)
    told = [line.outcome for line in lines(context, KELLY) if line.what == "daily clearing"]
    assert told[0] == "deleted 1 person who left"
    assert "U0HELEN'" not in everything(any_store, context)


def test_somebody_whose_role_was_taken_can_still_be_erased_by_name_and_id(
    any_store: Store, context: Context
) -> None:
    reported(context)
    members.remove(context, KELLY, "U0HELEN")
    assert "U0HELEN" not in {m.user for m in members.listed(context, KELLY)}
    assert people.forget(context, KELLY, "U0HELEN").startswith("former lead for SDC (")
    left = everything(any_store, context)
    assert "Helen Fry" not in left
    assert "U0HELEN'" not in left
    with pytest.raises(NotFound):
        people.forget(context, KELLY, "U0HELEN")


def test_newcomers_nobody_confirmed_are_erased_after_a_month(
    any_store: Store, context: Context, clock: Clock
) -> None:
    sam = replace(a_caller(Role.UNKNOWN), workspace=HOME, user="U0SAM", team="")
    members.propose(context, sam, "KP", "Sam Newman", "sam@kent.example")
    clock.moment += timedelta(days=31)
    assert retention.clear_due(context, HOME)
    left = everything(any_store, context)
    assert "U0SAM" not in left
    assert "Sam Newman" not in left
    assert "sam@kent.example" not in left


def test_an_export_of_a_person_is_complete(any_store: Store, context: Context) -> None:
    reported(context)
    with any_store.writing(HOME) as records:
        records.drafts.keep("U0HELEN", "ASB3", "half a note", context.now())
        records.conversations.keep("U0HELEN", "C1", "count", context.now(), context.now())
        records.taught_words.teach("needles", "SM", "U0HELEN", context.now())
        records.occurrences.make(
            "reminder", "Q1", context.today(), due_at=context.now(), subject="U0HELEN"
        )
        word = Attestation("SDC", "U0HELEN", context.now(), "Slack")
        records.settings.keep_sign_off(Quarter(2018, 1), SignOff().attest(word))
    kinds = {item.kind for item in people.held_about(context, HELEN, "U0HELEN").items}
    assert kinds == {"draft", "last question", "word taught", "reminder", "setting", "named in"}


def test_what_was_kept_against_a_second_delivery_and_where_letters_went_is_erased_too(
    any_store: Store, context: Context
) -> None:
    with any_store.writing(HOME) as records:
        records.receipts.first("share:1.2:U0HELEN", context.now())
        records.outbox.put(
            "m", channel="U0HELEN", kind="Message", payload="{}", due_at=context.now()
        )
        (row,) = records.outbox.recent()
        records.outbox.move(row, PostState.SENT, ts="1.2", posted_channel="D0HELEN")
    people.forget(context, KELLY, "U0HELEN")
    left = everything(any_store, context)
    assert "share:1.2" not in left
    assert "D0HELEN" not in left


def test_a_coordinator_of_the_settings_is_not_said_to_be_removed(context: Context) -> None:
    hosted = replace(context, timetable=Timetable(LONDON, coordinators=("U0HELEN",)))
    for deed in (members.remove, people.forget):
        with pytest.raises(Refused, match="settings of whoever hosts"):
            deed(hosted, KELLY, "U0HELEN")
    with pytest.raises(Refused, match="settings of whoever hosts"):
        members.assign(hosted, KELLY, "U0HELEN", "SDC", "lead")


def test_who_lost_the_right_takes_nothing_back(context: Context) -> None:
    saved = report_progress(context, HELEN, ProgressDraft("ASB3", Status.ON_TRACK, "Two are up"))
    with pytest.raises(NotAllowed):
        undo(context, replace(HELEN, agencies=("KP",)), saved.update.id)
