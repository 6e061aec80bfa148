"""From the settings to what use cases work with: the clock, the store, the timetable."""

from __future__ import annotations

from bot.clock import Clock, MovableClock, RealClock
from bot.config import Settings
from bot.core.timetable import Timetable
from bot.services.calendar import BankHolidays
from bot.services.context import Context
from bot.store.store import Store


def open_context(settings: Settings, clock: Clock, store: Store | None = None) -> Context:
    """What use cases work with: all that the command line needs, and no Slack."""
    return Context(
        store=store or Store(settings.database, zone=settings.zone),
        now=clock.now,
        timetable=_timetable(settings),
        labels=settings.labels,
        retention=settings.retention,
        home=settings.workspace,
        area_setting=settings.area,
        # Like the channel, it belongs to the one partnership it was written for.
        paper_template="" if settings.serves_many else settings.paper_template,
    )


def _timetable(settings: Settings) -> Timetable:
    return Timetable(
        zone=settings.zone,
        post_time=settings.post_time,
        summary_after_days=settings.summary_after_days,
        holidays=BankHolidays(settings.bank_holidays),
        reminder_rules=settings.reminder_rules,
        # A channel and people of the settings belong to the one partnership they were written for.
        channel="" if settings.serves_many else settings.partnership_channel,
        coordinators=() if settings.serves_many else settings.coordinators,
        sign_off=settings.sign_off_rules,
    )


def clock_of(settings: Settings) -> Clock:
    """The real clock, or the one a rehearsal starts at REHEARSAL_NOW."""
    if settings.rehearsal_now is None:
        return RealClock(settings.zone)
    start = settings.rehearsal_now
    aware = start if start.tzinfo else start.replace(tzinfo=settings.zone)
    return MovableClock(aware, settings.zone, running=True)
