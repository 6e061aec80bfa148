"""Each due thing once, on its day, whatever the clock, the host and the number of processes do."""

from __future__ import annotations

import logging
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.core.access import Role
from bot.core.codec import decode
from bot.core.errors import NotAllowed, Refused
from bot.core.members import Member
from bot.core.quarters import (
    Quarter,
    is_working_day,
    quarters_between,
    working_day_on_or_after,
)
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.quarterly.facts import SummaryHead
from bot.quarterly.reminders import Reminder
from bot.schedule import Schedule
from bot.services import post_log, summaries
from bot.services.calendar import BankHolidays
from bot.services.context import Context
from bot.store.store import Store
from tests.factories import Q1, Q2, Q3, Q4, TEAM, a_caller, a_plan, an_action, an_update, at
from tests.slack_channel import SlackChannel

pytestmark = pytest.mark.slow

LONDON = ZoneInfo("Europe/London")
TIMETABLE = Timetable(LONDON, holidays=BankHolidays("ENG"), channel="C1")
KELLY = Member("U0KELLY", Role.COORDINATOR, ("SDC",), "Kelly")
HELEN = Member("U0HELEN", Role.LEAD, ("SDC",), "Helen")
DUE = [date(2018, 7, 10), date(2018, 10, 10), date(2019, 1, 10), date(2019, 4, 10)]


class World:
    """One Slack and one clock; any number of bots on one database."""

    def __init__(self, url: str, timetable: Timetable = TIMETABLE) -> None:
        self.url = url
        self.slack = SlackChannel()
        self.moment = at("2018-04-02", "08:00")
        self.timetable = timetable
        self.stores: list[Store] = []

    def bot(self) -> Schedule:
        store = Store(self.url)
        self.stores.append(store)
        return Schedule(Context(store, lambda: self.moment, self.timetable, Labels()), self.slack)

    @property
    def context(self) -> Context:
        return Context(self.stores[0], lambda: self.moment, self.timetable, Labels())

    def heads(self) -> list[tuple[Quarter, str]]:
        """The summaries that stand in the channel: quarter, and what is said of being late."""
        return [
            (decode(SummaryHead, m.payload).quarter, m.late)
            for m in self.slack.messages
            if m.kind == "SummaryHead"
        ]

    def load(self) -> None:
        with self.stores[0].writing(TEAM) as records:
            records.plans.save(a_plan(), self.moment)
            for member in (KELLY, HELEN):
                records.members.save(member)

    def close(self) -> None:
        for store in self.stores:
            store.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(f"sqlite:///{tmp_path / 'world.sqlite3'}")
    yield made
    made.close()


@pytest.fixture(autouse=True)
def nothing_went_wrong(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A tick goes on after a fault, so a fault would stay unseen here."""
    yield
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


def mornings(first: date, last: date) -> Iterator[datetime]:
    """09:00 London time of each day."""
    for number in range((last - first).days + 1):
        yield TIMETABLE.moment(first + timedelta(days=number))


@pytest.mark.slow
def test_a_year_brings_four_summaries_each_on_its_day(world: World) -> None:
    bot = world.bot()
    world.load()
    posted: dict[Quarter, date] = {}
    for world.moment in mornings(date(2018, 4, 2), date(2019, 4, 30)):
        before = len(world.heads())
        bot.tick()
        for quarter, late in world.heads()[before:]:
            assert late == ""
            posted[quarter] = TIMETABLE.date_of(world.moment)
    assert posted == dict(zip((Q1, Q2, Q3, Q4), DUE, strict=True))
    assert world.slack.doubles() == []


def test_the_parts_of_a_summary_have_stable_keys_and_stand_in_its_thread(world: World) -> None:
    bot = world.bot()
    world.load()
    bot.tick()
    world.moment = TIMETABLE.moment(DUE[0])
    bot.tick()
    head, *details = [m for m in world.slack.messages if m.key.startswith("summary:")]
    assert head.key == "summary:2018-19:Q1 2018-19:1"
    assert {m.thread for m in details} == {head.ts}
    assert len(details) == 3  # the quarter in full, and one for each priority


@pytest.mark.slow
def test_each_person_is_asked_at_each_step_of_the_ladder_and_never_twice(world: World) -> None:
    bot = world.bot()
    world.load()
    asked = []
    for world.moment in mornings(date(2018, 4, 2), date(2018, 7, 31)):
        before = len(world.slack.messages)
        bot.tick()
        bot.tick()
        new = [m for m in world.slack.messages[before:] if m.kind == "Reminder"]
        asked += [(TIMETABLE.date_of(world.moment), m.channel) for m in new]
    assert asked == [
        (date(2018, 6, 20), "U0HELEN"),
        (date(2018, 7, 3), "U0HELEN"),
        (date(2018, 7, 9), "U0HELEN"),
        (date(2018, 7, 9), "U0KELLY"),
    ]


@pytest.mark.slow
def test_four_schedulers_on_one_database_post_each_thing_once(world: World) -> None:
    bots = [world.bot() for _ in range(4)]
    world.load()
    everyone = threading.Barrier(4)
    days = [
        day
        for due in DUE
        for day in mornings(due - timedelta(days=30), due + timedelta(days=1))
        if TIMETABLE.is_working_morning(day)
    ]

    def work(bot: Schedule) -> None:
        for day in days:
            if everyone.wait() == 0:
                world.moment = day
            everyone.wait()
            bot.tick()

    threads = [threading.Thread(target=work, args=(bot,)) for bot in bots]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [quarter for quarter, _ in world.heads()] == [Q1, Q2, Q3, Q4]
    assert world.slack.doubles() == []
    assert len(world.slack.messages) == len(set(world.slack.said()))
    assert [m.channel for m in world.slack.messages if m.kind == "Reminder"].count("U0HELEN") == 12


def test_after_forty_days_asleep_the_summary_comes_once_and_says_it_is_late(world: World) -> None:
    bot = world.bot()
    world.load()
    bot.tick()
    world.moment = at("2018-06-08", "08:00")
    bot.tick()
    world.moment = at("2018-07-18", "13:00")
    bot.tick()
    bot.tick()
    assert world.heads() == [(Q1, "Late: due 10 July 2018 09:00, posted 18 July 2018 14:00.")]
    assert [m for m in world.slack.messages if m.kind == "Reminder"] == []
    told = post_log.lines(world.context, a_caller(Role.COORDINATOR))
    closed = [e for e in told if e.what.startswith("reminders of")]
    assert {e.outcome for e in closed} == {"skipped: the quarter closed before it could be sent"}
    assert sum(e.times for e in closed) == 4
    assert "sent late" in next(e.outcome for e in told if e.what == "summary Q1 2018-19")


def test_an_outage_over_two_quarters_brings_both_summaries_in_order(world: World) -> None:
    bot = world.bot()
    world.load()
    bot.tick()
    world.moment = at("2018-11-01", "09:00")
    bot.tick()
    assert [quarter for quarter, late in world.heads() if late] == [Q1, Q2]


def test_a_plan_loaded_in_october_does_not_bring_the_summary_of_spring(world: World) -> None:
    bot = world.bot()
    world.moment = at("2018-10-11", "09:00")
    world.load()
    bot.tick()
    assert [quarter for quarter, _ in world.heads()] == [Q2]
    told = [
        e for e in post_log.lines(world.context, a_caller(Role.COORDINATOR)) if "skip" in e.outcome
    ]
    assert told[0].what == "summary Q1 2018-19"


def test_a_clock_that_steps_back_an_hour_repeats_nothing(world: World) -> None:
    bot = world.bot()
    world.load()
    bot.tick()
    for minutes in (0, 30, -60, -30, 0, 30):
        world.moment = TIMETABLE.moment(DUE[0]) + timedelta(minutes=minutes)
        bot.tick()
    assert [quarter for quarter, _ in world.heads()] == [Q1]
    assert world.slack.doubles() == []


def test_other_settings_in_mid_quarter_repeat_nothing(world: World) -> None:
    bot = world.bot()
    world.load()
    bot.tick()
    world.moment = TIMETABLE.moment(DUE[0])
    bot.tick()
    world.timetable = replace(
        TIMETABLE, post_time=time(11), zone=ZoneInfo("America/New_York"), summary_after_days=12
    )
    other = world.bot()
    for world.moment in mornings(DUE[0], DUE[0] + timedelta(days=10)):
        other.tick()
        world.moment += timedelta(hours=8)
        other.tick()
    assert [quarter for quarter, _ in world.heads()] == [Q1]


def test_last_years_final_summary_comes_although_the_new_plan_is_loaded(world: World) -> None:
    bot = world.bot()
    world.load()
    bot.tick()
    new_year = a_plan(
        an_action("NEW1", priority="ASB"),
        year="2019-20",
        starts=date(2019, 4, 1),
        ends=date(2020, 3, 31),
    )
    for world.moment in mornings(date(2018, 7, 10), date(2019, 3, 25)):
        if world.moment.day in {9, 10}:
            bot.tick()
    with world.stores[0].writing(TEAM) as records:
        records.plans.save(new_year, world.moment)
    for world.moment in mornings(date(2019, 4, 8), date(2019, 4, 11)):
        bot.tick()
    quarter, _ = world.heads()[-1]
    assert quarter == Q4
    assert world.slack.said()[-4:] == [f"summary:2018-19:Q4 2018-19:{n}" for n in (1, 2, 3, 4)]


def test_a_coordinator_posts_a_summary_early_and_once(world: World) -> None:
    bot = world.bot()
    world.load()
    bot.tick()
    world.moment = at("2018-07-04", "12:00")
    with pytest.raises(NotAllowed):
        summaries.post_now(world.context, a_caller(), Q1)
    kelly = a_caller(Role.COORDINATOR)
    assert summaries.preview(world.context, kelly, Q1).may_post
    summaries.post_now(world.context, kelly, Q1)
    with pytest.raises(Refused, match="posted already"):
        summaries.post_now(world.context, kelly, Q1)
    bot.tick()
    for world.moment in mornings(date(2018, 7, 5), date(2018, 7, 12)):
        bot.tick()
    assert world.heads() == [(Q1, "")]
    assert not summaries.preview(world.context, kelly, Q1).may_post


def test_a_frozen_summary_does_not_change_with_later_updates(world: World) -> None:
    bot = world.bot()
    world.load()
    bot.tick()
    world.moment = TIMETABLE.moment(DUE[0])
    bot.tick()
    with world.stores[0].writing(TEAM) as records:
        records.plans.add_update(an_update("ASB3", at=world.moment))
    shown = summaries.preview(world.context, a_caller(), Q1)
    assert shown.frozen
    assert shown.summary.head.good == 0


def test_a_backup_from_before_the_summary_adopts_the_posts_that_are_there(
    world: World, tmp_path: Path
) -> None:
    bot = world.bot()
    world.load()
    world.moment = TIMETABLE.moment(DUE[0]) - timedelta(minutes=5)
    bot.tick()
    world.stores[0].backup(tmp_path / "backup.sqlite3")
    world.moment += timedelta(minutes=5)
    bot.tick()
    before = list(world.slack.messages)
    restored = World(f"sqlite:///{tmp_path / 'backup.sqlite3'}")
    restored.slack, restored.moment = world.slack, world.moment + timedelta(hours=2)
    restored.bot().tick()
    restored.close()
    assert world.slack.messages == before


def test_no_plan_no_posts(world: World) -> None:
    bot = world.bot()
    with world.stores[0].writing(TEAM) as records:
        records.members.save(KELLY)
    for world.moment in mornings(date(2018, 7, 8), date(2018, 7, 12)):
        bot.tick()
    assert world.slack.messages == []


def test_before_a_summary_the_channel_is_tried_and_the_coordinator_told(world: World) -> None:
    bot = world.bot()
    world.load()
    bot.tick()
    world.slack.unreachable = "not_in_channel"
    for world.moment in mornings(date(2018, 7, 1), date(2018, 7, 6)):
        bot.tick()
    (told,) = [m for m in world.slack.messages if m.key.startswith("health:")]
    assert told.channel == "U0KELLY"
    assert "due on 10 July 2018" in told.payload
    assert "/invite @partnership-bot" in told.payload


def test_one_workspaces_fault_does_not_keep_the_others_waiting(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bot = world.bot()
    world.load()
    with world.stores[0].writing("A-BROKEN-ONE") as records:
        records.plans.save(a_plan(), world.moment)
    bot.tick()
    close, written = summaries.close_due, " ".join(["what", "somebody", "wrote"])

    def breaks(context: Context, workspace: str) -> int:
        if workspace == "A-BROKEN-ONE":
            raise ValueError(written)
        return close(context, workspace)

    monkeypatch.setattr(summaries, "close_due", breaks)
    world.moment = TIMETABLE.moment(DUE[0])
    bot.tick()
    assert [quarter for quarter, _ in world.heads()] == [Q1]
    assert "ValueError" in caplog.text
    assert written not in caplog.text
    caplog.clear()


def test_the_hands_of_the_clock_turn_and_stop(world: World) -> None:
    bot = world.bot()
    world.load()
    ticked = threading.Event()
    tick = bot.tick

    def counted() -> int:
        handled = tick()
        ticked.set()
        return handled

    bot.tick = counted  # type: ignore[method-assign]
    bot.start(0.01)
    assert ticked.wait(60)
    bot.stop()
    assert bot.last_tick == world.moment


@given(
    year=st.integers(2024, 2037),
    clock=st.times().filter(lambda t: not time(0, 30) <= t <= time(2, 30)),
    step=st.sampled_from([20, 60, 97, 360]),
)
@settings(max_examples=60, deadline=None)
def test_over_every_clock_change_each_local_date_has_one_moment_and_one_date(
    year: int, clock: time, step: int
) -> None:
    timetable = Timetable(LONDON, post_time=clock.replace(second=0, microsecond=0))
    for month in (3, 10):
        days = [date(year, month, 24) + timedelta(days=n) for n in range(8)]
        moments = [timetable.moment(day) for day in days]
        assert [timetable.date_of(moment) for moment in moments] == days
        assert sorted(set(moments)) == moments
        ticks = [moments[0] + timedelta(minutes=step * n) for n in range(7 * 24 * 60 // step)]
        due = [sum(moment <= tick for moment in moments) for tick in ticks]
        assert due == sorted(due)
        assert {moment.astimezone(LONDON).time() for moment in moments} == {timetable.post_time}


@given(
    year=st.integers(2024, 2037),
    month=st.sampled_from([3, 10]),
    clock=st.sampled_from([time(0, 15), time(2, 45), time(9), time(17, 30), time(19, 30)]),
    step=st.integers(90, 230),
)
@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate])
@pytest.mark.gate
def test_two_schedulers_over_a_clock_change_post_each_thing_once(
    year: int, month: int, clock: time, step: int
) -> None:
    timetable = replace(TIMETABLE, post_time=clock, summary_after_days=0, coordinators=("U0KELLY",))
    first, last = date(year, month, 22), date(year, month, 22) + timedelta(days=16)
    with tempfile.TemporaryDirectory() as folder:
        world = World(f"sqlite:///{folder}/world.sqlite3", timetable)
        bots = [world.bot(), world.bot()]
        world.moment = timetable.moment(first)
        with world.stores[0].writing(TEAM) as records:
            start = Quarter.of(first).year
            starts, ends = date(start, 4, 1), date(start + 1, 3, 31)
            overdue = an_action(due=starts)
            records.plans.save(a_plan(overdue, starts=starts, ends=ends), world.moment)
        while world.moment < timetable.moment(last):
            for bot in bots:
                bot.tick()
            world.moment += timedelta(minutes=step)
        with world.stores[0].reading(TEAM) as records:
            made = records.occurrences.recent(100)
        world.close()
    assert world.slack.doubles() == []
    closes = timetable.closes(Quarter.of(first))
    assert len(world.heads()) == (first <= closes < last)
    weeks = sorted(date.fromisoformat(o.period) for o in made if o.kind == "digest")
    told = [message for message in world.slack.messages if "digest" in message.key]
    assert len(told) == min(1, len(weeks))  # the same list again is not told again
    assert weeks == [first + timedelta(days=n) for n in range(-6, 16) if _digest_falls(first, n)]


def _digest_falls(first: date, days: int) -> bool:
    """Whether the week that begins `days` after `first` has its first working day in the run."""
    monday = first + timedelta(days=days)
    day = working_day_on_or_after(monday, TIMETABLE.holidays)
    still_that_week = (first - monday).days < 7 and is_working_day(first, TIMETABLE.holidays)
    in_the_run = first <= day < first + timedelta(days=16)
    return monday.weekday() == 0 and (in_the_run or still_that_week)


def test_over_every_clock_change_each_summary_is_due_once_at_nine_local_time() -> None:
    for quarter in quarters_between(date(2024, 4, 1), date(2037, 12, 31)):
        moment = TIMETABLE.moment(TIMETABLE.closes(quarter)).astimezone(LONDON)
        assert (moment.hour, moment.minute) == (9, 0)
        assert moment.weekday() < 5
        assert moment.date() not in BankHolidays("ENG")
        assert 10 <= (moment.date() - quarter.ends).days <= 16


def test_a_reminder_is_never_kept_longer_than_its_quarter(world: World) -> None:
    bot = world.bot()
    world.load()
    bot.tick()
    world.moment = TIMETABLE.moment(date(2018, 7, 9))
    world.slack.welcome = False
    world.stores[0].pause(TEAM, "token_revoked", world.moment)
    bot.tick()
    world.moment = TIMETABLE.moment(DUE[0])
    world.slack.welcome = True
    bot.tick()
    assert [m.kind for m in world.slack.messages if m.kind == Reminder.__name__] == []
    assert [quarter for quarter, _ in world.heads()] == [Q1]
