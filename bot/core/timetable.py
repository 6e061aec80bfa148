"""When things are due: the partnership's settings of time, as one value.

Moments are computed from a local date and `post_time` (never between 00:30 and 02:30, which clock
changes skip or repeat), so each local date has exactly one moment, whatever the season.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.core.dataclass import dataclass
from bot.core.quarters import (
    NO_HOLIDAYS,
    Quarter,
    is_working_day,
    summary_due,
    working_days_after,
)
from bot.core.sign_off import POSTS_BY_ITSELF, SignOffRules

MORNING = timedelta(hours=4)
"""A reminder goes out within these hours after `post_time`, or waits for the next morning."""


class Audience(StrEnum):
    """Whom a reminder is for: the lead officers (their colleagues stand in for one who
    is away), everybody of the lead agency, or the coordinators' list."""

    LEADS = "leads"
    AGENCY = "agency"
    COORDINATORS = "coordinators"


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """One reminder: working days before the quarter closes, and whom it is for."""

    days: int
    audience: Audience

    def __str__(self) -> str:
        return f"{self.days}:{self.audience}"


USUAL_REMINDERS = (
    ReminderRule(14, Audience.LEADS),
    ReminderRule(5, Audience.LEADS),
    ReminderRule(1, Audience.AGENCY),
    ReminderRule(1, Audience.COORDINATORS),
)


def is_safe_time(at: time) -> bool:
    """Whether posts may go out at this local time: between 00:30 and 02:30 a time does not exist,
    or exists twice, when clocks change."""
    return not time(0, 30) <= at <= time(2, 30)


@dataclass(frozen=True, slots=True)
class Timetable:
    """What is due when. `channel` and `coordinators` hold until they are set in Slack.

    `holidays`: the nation's bank holidays, any container of dates.
    """

    zone: ZoneInfo
    post_time: time = time(9, 0)
    summary_after_days: int = 10
    holidays: Container[date] = NO_HOLIDAYS
    reminder_rules: tuple[ReminderRule, ...] = USUAL_REMINDERS
    channel: str = ""
    coordinators: tuple[str, ...] = ()
    sign_off: SignOffRules = POSTS_BY_ITSELF

    def moment(self, day: date) -> datetime:
        """The moment things of that local date are due, in UTC."""
        return datetime.combine(day, self.post_time, tzinfo=self.zone).astimezone(UTC)

    def date_of(self, moment: datetime) -> date:
        """The local date of a moment."""
        return moment.astimezone(self.zone).date()

    def closes(self, quarter: Quarter) -> date:
        """The local date on which a quarter's returns close."""
        return summary_due(quarter, self.summary_after_days, self.holidays)

    def posts(self, quarter: Quarter) -> date:
        """The local date its summary is due: that day, or some days later when it is agreed."""
        days = self.sign_off.days if self.sign_off.steps else 0
        return working_days_after(self.closes(quarter), days, self.holidays)

    def is_working_morning(self, now: datetime) -> bool:
        """Whether people may be written to: the morning of a working day."""
        today = self.date_of(now)
        since = now - self.moment(today)
        return is_working_day(today, self.holidays) and timedelta(0) <= since <= MORNING

    def show(self, moment: datetime) -> str:
        """A moment as people write it, in local time: "1 July 2018 09:00"."""
        local = moment.astimezone(self.zone)
        return f"{local.day} {local:%B %Y %H:%M}"
