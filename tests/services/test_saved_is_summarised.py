"""No update that was acknowledged as saved for a quarter is missing from that quarter's summary:
whatever plans are loaded, whichever quarters are posted early, in whatever order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from bot.core.access import Role
from bot.core.codec import decode
from bot.core.errors import Refused
from bot.core.plan import Plan
from bot.core.quarters import Quarter
from bot.core.reporting import ProgressDraft
from bot.core.status import Labels, Status
from bot.core.timetable import Timetable
from bot.quarterly.facts import Summary
from bot.services import summaries
from bot.services.calendar import BankHolidays
from bot.services.context import Context
from bot.services.progress import report_progress, undo
from bot.services.years import save_version
from bot.store.store import Store
from tests.factories import a_caller, a_plan, an_action, at

REFS = ("ASB1", "ASB2", "ASB3", "DA1")
KELLY = a_caller(Role.COORDINATOR, user="U0KELLY")
FIRST_DAYS = st.sampled_from(
    [date(2018, 4, 1), date(2018, 10, 1), date(2019, 2, 1), date(2019, 4, 1), date(2019, 5, 1)]
)


@dataclass
class Clock:
    moment: datetime = field(default_factory=lambda: at("2018-05-01"))

    def now(self) -> datetime:
        return self.moment


def _plan(starts: date, months: int, refs: frozenset[str]) -> Plan:
    ends = starts + timedelta(days=30 * months)
    named = f"{starts:%Y-%m}"
    actions = (an_action(ref, due=None, text=f"{ref} of {named}") for ref in sorted(refs))
    return a_plan(*actions, year=f"{Quarter.of(starts).financial_year}", starts=starts, ends=ends)


class Partnership(RuleBasedStateMachine):
    """Coordinators load plans and post summaries, leads report, time passes, in any order."""

    shared: Store

    @initialize()
    def begins(self) -> None:
        self.clock = Clock()
        self.kelly = replace(KELLY, workspace=uuid4().hex)  # each example a partnership of its own
        timetable = Timetable(ZoneInfo("Europe/London"), holidays=BankHolidays("ENG"), channel="C1")
        self.context = Context(self.shared, self.clock.now, timetable, Labels())
        self.acknowledged: dict[str, tuple[str, Quarter]] = {}
        self.load(date(2018, 4, 1), 12, frozenset(REFS))

    @rule(
        starts=FIRST_DAYS,
        months=st.sampled_from([6, 12, 24]),
        refs=st.frozensets(st.sampled_from(REFS), min_size=1),
    )
    def load(self, starts: date, months: int, refs: frozenset[str]) -> None:
        with self.shared.writing(self.kelly.workspace) as records:
            save_version(records, _plan(starts, months, refs), self.clock.moment, self.today)

    @rule(ref=st.sampled_from(REFS), year=st.sampled_from(["", "2018-19", "2019-20"]))
    def report(self, ref: str, year: str) -> None:
        note = f"Note {len(self.acknowledged) + 1}"
        named = f"{ref} in {year}" if year else ref
        draft = ProgressDraft(named, Status.ON_TRACK, note)
        try:
            saved = report_progress(self.context, self.kelly, draft)
        except Refused:
            return
        self.acknowledged[saved.update.id] = (ref, saved.update.quarter)

    @rule()
    def take_back(self) -> None:
        for update in list(self.acknowledged)[-1:]:
            try:
                undo(self.context, self.kelly, update)
            except Refused:
                return
            del self.acknowledged[update]

    @rule()
    def post_early(self) -> None:
        try:
            summaries.post_now(self.context, self.kelly, Quarter.of(self.today))
        except Refused:
            return

    @rule(days=st.sampled_from([1, 7, 30, 60]))
    def time_passes(self, days: int) -> None:
        self.clock.moment += timedelta(days=days)
        summaries.close_due(self.context, self.kelly.workspace)

    @property
    def today(self) -> date:
        return self.context.today()

    def everything_acknowledged_is_in_its_summary(self) -> None:
        with self.shared.reading(self.kelly.workspace) as records:
            frozen = {q: records.summaries.get(q) for _, q in self.acknowledged.values()}
        for ref, quarter in set(self.acknowledged.values()):
            kept = frozen[quarter]
            shown = (
                decode(Summary, kept)
                if kept
                else summaries.preview(self.context, self.kelly, quarter).summary
            )
            found = [e for part in shown.details for e in part.entries if e.ref == ref]
            assert found, f"{ref} was saved for {quarter} and is missing"
            assert found[0].carried is None, f"{ref} was saved for {quarter} and is not counted"

    def teardown(self) -> None:
        self.everything_acknowledged_is_in_its_summary()


@pytest.mark.slow
def test_every_update_acknowledged_is_in_its_summary_whatever_is_loaded_and_posted(
    store: Store,
) -> None:
    Partnership.shared = store
    run_state_machine_as_test(
        Partnership,
        settings=settings(
            max_examples=20,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_new_version_with_other_dates_takes_nothing_out_of_a_summary(store: Store) -> None:
    kelly, clock = replace(KELLY, workspace="w"), Clock()
    timetable = Timetable(ZoneInfo("Europe/London"), holidays=BankHolidays("ENG"), channel="C1")
    context = Context(store, clock.now, timetable, Labels())
    for starts in (date(2018, 4, 1), date(2018, 10, 1)):  # both of the year 2018-19
        with store.writing("w") as records:
            plan = _plan(starts, 6, frozenset(REFS))
            save_version(records, plan, clock.moment, context.today())
        if starts.month == 4:
            report_progress(context, kelly, ProgressDraft("ASB1", Status.ON_TRACK, "Begun"))
    shown = summaries.preview(context, kelly, Quarter(2018, 1)).summary
    assert [e.note for p in shown.details for e in p.entries if e.ref == "ASB1"] == ["Begun"]


def test_a_plan_loaded_into_a_reported_quarter_takes_nothing_out_of_its_summary(
    store: Store,
) -> None:
    kelly, clock = replace(KELLY, workspace="w"), Clock(at("2019-05-02"))
    timetable = Timetable(ZoneInfo("Europe/London"), holidays=BankHolidays("ENG"), channel="C1")
    context = Context(store, clock.now, timetable, Labels())
    with store.writing("w") as records:
        two_years = _plan(date(2018, 4, 1), 24, frozenset(REFS))
        save_version(records, two_years, clock.moment, context.today())
    saved = report_progress(context, kelly, ProgressDraft("ASB1", Status.ON_TRACK, "Begun"))
    with store.writing("w") as records:
        follows = _plan(date(2019, 4, 1), 12, frozenset({"DA1"}))
        save_version(records, follows, clock.moment, context.today())
    assert saved.update.quarter == Quarter(2019, 1)
    shown = summaries.preview(context, kelly, saved.update.quarter).summary
    assert [e.note for p in shown.details for e in p.entries if e.ref == "ASB1"] == ["Begun"]
