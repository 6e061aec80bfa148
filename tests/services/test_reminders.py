"""The chase is fair: only those with something to report, on working mornings, once a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.access import Caller, Role
from bot.core.codec import decode
from bot.core.errors import Invalid, NotAllowed, Refused
from bot.core.members import Member
from bot.core.outgoing import Outgoing
from bot.core.quarters import Quarter
from bot.core.status import Labels, Status
from bot.core.timetable import Timetable
from bot.quarterly.missing import Reach
from bot.quarterly.reminders import Reminder
from bot.services import absences, post_log, reminders
from bot.services.calendar import BankHolidays
from bot.services.context import Context
from bot.store.store import Store
from tests.factories import Q1, TEAM, a_caller, a_plan, an_action, an_update, at

KELLY = Member("U0KELLY", Role.COORDINATOR, ("SDC",), "Kelly")
HELEN = Member("U0HELEN", Role.LEAD, ("SDC",), "Helen")
PRIYA = Member("U0PRIYA", Role.LEAD, ("KP",), "Priya")
CLLR = Member("U0CLLR", Role.OBSERVER, ("SDC",), "Anne")
BY_KELLY = KELLY.as_caller(TEAM)
PLAN = a_plan(
    an_action("ASB1"),
    an_action("ASB2"),
    an_action("ASB3", leads=("KP",)),
    an_action("DA1", leads=()),
)
CLOSE = date(2018, 7, 10)
FIRST, SECOND, LAST = date(2018, 6, 20), date(2018, 7, 3), date(2018, 7, 9)


class Office:
    """A context whose clock the test sets, with a plan and four people."""

    def __init__(self, store: Store) -> None:
        self.moment = at("2018-04-02", "08:00")
        timetable = Timetable(ZoneInfo("Europe/London"), holidays=BankHolidays("ENG"), channel="C1")
        self.context = Context(store, lambda: self.moment, timetable, Labels())
        with store.writing(TEAM) as records:
            records.plans.save(PLAN, self.moment)
            for member in (KELLY, HELEN, PRIYA, CLLR):
                records.members.save(member)

    def morning(self, day: date, clock: str = "08:00") -> dict[str, Reminder]:
        """Go to that day (09:00 London) and chase; the reminders put that day, by person."""
        self.moment = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=UTC)
        reminders.remind_due(self.context, TEAM)
        return {
            row.channel: decode(Reminder, row.payload)
            for row in self.rows()
            if str(day) in row.key and row.kind == "Reminder"
        }

    def rows(self) -> tuple[Outgoing, ...]:
        with self.context.store.reading(TEAM) as records:
            return records.outbox.recent(200)

    def report(self, *refs: str, quarter: Quarter = Q1, status: Status = Status.ON_TRACK) -> None:
        with self.context.store.writing(TEAM) as records:
            for ref in refs:
                records.plans.add_update(
                    an_update(ref, quarter=quarter, status=status, at=self.moment)
                )

    def change(self, member: Member) -> None:
        with self.context.store.writing(TEAM) as records:
            records.members.save(member)


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)


def test_fourteen_working_days_before_the_close_each_lead_gets_one_message(office: Office) -> None:
    assert office.morning(FIRST - timedelta(days=1)) == {}
    asked = office.morning(FIRST)
    assert set(asked) == {"U0HELEN", "U0PRIYA"}
    assert [entry.ref for entry in asked["U0HELEN"].entries] == ["ASB1", "ASB2"]
    assert asked["U0HELEN"].closes == CLOSE


def test_who_has_reported_everything_is_left_alone(office: Office) -> None:
    office.report("ASB3")
    office.report("ASB1")
    asked = office.morning(FIRST)
    assert set(asked) == {"U0HELEN"}
    assert [entry.ref for entry in asked["U0HELEN"].entries] == ["ASB2"]


@pytest.mark.parametrize("status", [Status.COMPLETE, Status.DEFERRED, Status.CANCELLED])
def test_an_action_that_is_closed_awaits_nothing(office: Office, status: Status) -> None:
    office.report("ASB3", quarter=Q1.previous, status=status)
    assert "U0PRIYA" not in office.morning(FIRST)


def test_nobody_gets_two_messages_a_day(office: Office) -> None:
    office.morning(FIRST)
    assert office.morning(FIRST, "09:30").keys() == {"U0HELEN", "U0PRIYA"}
    assert {asked.reason for asked in reminders.nudge(office.context, BY_KELLY, Q1)} == {
        "was written to today"
    }
    assert len([row for row in office.rows() if row.kind == "Reminder"]) == 2


def test_nobody_is_written_to_on_a_bank_holiday_or_at_a_weekend(office: Office) -> None:
    good_friday, saturday = date(2019, 4, 19), date(2018, 6, 23)
    for day in (good_friday, saturday):
        office.moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        with pytest.raises(Refused, match="no working day"):
            reminders.nudge(office.context, BY_KELLY, Q1)
    assert office.morning(saturday) == {}


def test_a_step_missed_at_night_waits_for_the_working_morning(office: Office) -> None:
    assert office.morning(FIRST, "20:00") == {}
    assert office.morning(FIRST + timedelta(days=1), "06:00") == {}
    assert set(office.morning(FIRST + timedelta(days=1))) == {"U0HELEN", "U0PRIYA"}


def test_who_is_away_gets_nothing_and_a_colleague_stands_in(office: Office) -> None:
    absences.away_until(office.context, HELEN.as_caller(TEAM), date(2018, 6, 20))
    asked = office.morning(FIRST)
    assert set(asked) == {"U0KELLY", "U0PRIYA"}
    skipped = [e for e in post_log.reminders(office.context, BY_KELLY) if "Helen" in e.what]
    assert skipped[0].outcome == "not asked: away until 20 June 2018"
    assert "U0HELEN" in office.morning(SECOND)


def test_an_absence_is_a_day_to_come_and_at_most_a_year(office: Office) -> None:
    for until in (date(2018, 4, 1), date(2020, 1, 1)):
        with pytest.raises(Invalid):
            absences.away_until(office.context, HELEN.as_caller(TEAM), until)


def test_the_last_step_writes_to_the_agency_and_gives_coordinators_the_list(
    office: Office,
) -> None:
    office.morning(FIRST)
    office.morning(SECOND)
    assert set(office.morning(LAST)) == {"U0HELEN", "U0PRIYA", "U0KELLY"}  # observers never
    (listed,) = [row for row in office.rows() if row.kind == "MissingList"]
    assert listed.channel == "U0KELLY"
    assert "DA1" in listed.payload


def test_nothing_is_sent_once_the_quarter_is_closed(office: Office) -> None:
    assert office.morning(CLOSE) == {}
    told = [e for e in post_log.lines(office.context, BY_KELLY) if e.outcome.startswith("skipped")]
    assert sum(line.times for line in told) == 4
    assert {e.outcome for e in told} == {
        "skipped: the quarter closed before it could be sent",
    }


def test_after_an_outage_only_the_latest_step_is_taken(office: Office) -> None:
    asked = office.morning(SECOND + timedelta(days=1))
    assert set(asked) == {"U0HELEN", "U0PRIYA"}
    told = [e for e in post_log.lines(office.context, BY_KELLY) if e.outcome.startswith("skipped")]
    assert [e.outcome for e in told] == ["skipped: a later reminder took its place"]


def test_a_reminder_stuck_in_the_outbox_is_closed_when_everything_was_reported(
    office: Office,
) -> None:
    office.morning(FIRST)
    office.report("ASB3")
    office.morning(FIRST + timedelta(days=1))
    states = {row.channel: row.state.value for row in office.rows() if row.kind == "Reminder"}
    assert states == {"U0HELEN": "pending", "U0PRIYA": "skipped"}


def test_a_reminder_stuck_in_the_outbox_waits_for_a_working_morning(office: Office) -> None:
    friday, monday = date(2018, 6, 22), datetime(2018, 6, 25, 8, 0, tzinfo=UTC)
    office.morning(FIRST)
    office.morning(friday, "18:00")
    assert {row.not_before for row in office.rows() if row.kind == "Reminder"} == {monday}


def test_an_action_that_is_not_theirs_is_not_asked_again_and_the_coordinator_knows(
    office: Office,
) -> None:
    absences.not_mine(office.context, PRIYA.as_caller(TEAM), "asb-3")
    absences.not_mine(office.context, PRIYA.as_caller(TEAM), "ASB3")
    assert "U0PRIYA" not in office.morning(FIRST)
    (told,) = [row for row in office.rows() if row.kind == "ChangeProposed"]
    assert told.channel == "U0KELLY"
    assert "Priya says ASB3 in 2018-19 is not theirs" in told.payload


def test_what_is_missing_is_told_apart_by_who_can_be_asked(office: Office) -> None:
    office.change(replace(PRIYA, away_until=date(2018, 7, 20)))
    office.morning(FIRST)
    listed = reminders.missing(office.context, BY_KELLY, Q1)
    assert [(line.lead, line.refs, line.reach) for line in listed.missing] == [
        ("Sevenoaks District Council", ("ASB1", "ASB2"), Reach.CAN_ASK),
        ("Kent Police", ("ASB3",), Reach.NOBODY),
        ("SDC", ("DA1",), Reach.NO_OWNER),
    ]
    asked, away, _ = (line.note for line in listed.missing)
    assert asked == "Helen, asked 20 June 2018"
    assert away == "Priya is away until 20 July 2018"
    assert (listed.people, listed.reported, listed.actions, listed.total) == (1, 0, 4, 4)
    office.change(replace(PRIYA, active=False))
    (nobody,) = reminders.missing(office.context, BY_KELLY, Q1).of(Reach.NOBODY)
    assert (nobody.note, nobody.agency) == ("", "KP")


def test_only_coordinators_nudge_and_see_who_has_not_reported(office: Office) -> None:
    lead: Caller = a_caller()
    with pytest.raises(NotAllowed):
        reminders.nudge(office.context, lead, Q1)
    with pytest.raises(NotAllowed):
        reminders.missing(office.context, lead, Q1)
    with pytest.raises(NotAllowed):
        post_log.reminders(office.context, lead)


def test_a_closed_quarter_is_not_nudged(office: Office) -> None:
    office.moment = at("2018-07-11")
    with pytest.raises(Refused, match="is closed"):
        reminders.nudge(office.context, BY_KELLY, Q1)
