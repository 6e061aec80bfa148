"""What a coordinator has set in Slack. It wins over the host's settings, which are the defaults."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import time
from typing import TypeVar

from bot.core.dataclass import dataclass
from bot.core.sign_off import SignOffStep
from bot.core.status import Labels, Status
from bot.core.thresholds import Thresholds
from bot.core.timetable import ReminderRule, Timetable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OwnSettings:
    """One partnership's settings; None: the host's hold. `post_time` as "09:00"; `reminders` empty:
    nobody is reminded; `area` empty: none; `sign_off`: the steps, `sign_off_days` working days;
    `report_of`: whose report the papers are."""

    post_time: str | None = None
    summary_after_days: int | None = None
    reminders: tuple[ReminderRule, ...] | None = None
    words: tuple[tuple[Status, str], ...] | None = None
    area: str | None = None
    sign_off: tuple[SignOffStep, ...] | None = None
    sign_off_days: int | None = None
    thresholds: Thresholds | None = None
    report_of: str | None = None

    def over(self, host: OwnSettings) -> OwnSettings:
        """These, and the host's where nothing was set."""
        unset = {f.name: getattr(host, f.name) for f in fields(self) if self.value(f.name) is None}
        return replace(self, **unset)

    def apart_from(self, host: OwnSettings) -> OwnSettings:
        """Only what differs from the host's: the rest follows them."""
        same = [f.name for f in fields(self) if self.value(f.name) == getattr(host, f.name)]
        return replace(self, **dict.fromkeys(same))

    def value(self, name: str) -> object:
        """One setting by its name."""
        return getattr(self, name)


NOTHING_SET = OwnSettings()


def of_host(timetable: Timetable, labels: Labels, area: str) -> OwnSettings:
    """The host's settings in the same form."""
    rules = timetable.sign_off
    return OwnSettings(
        post_time=f"{timetable.post_time:%H:%M}",
        summary_after_days=timetable.summary_after_days,
        reminders=timetable.reminder_rules,
        words=tuple((status, labels.of(status).word) for status in Status),
        area=area,
        sign_off=tuple(step for step in SignOffStep if step in rules.steps),
        sign_off_days=rules.days,
        thresholds=rules.thresholds,
        report_of=rules.report_of,
    )


def timetable_with(own: OwnSettings, host: Timetable) -> Timetable:
    """The host's timetable with what was set in Slack."""
    rules = host.sign_off
    return replace(
        host,
        post_time=time.fromisoformat(own.post_time) if own.post_time else host.post_time,
        summary_after_days=_given(own.summary_after_days, host.summary_after_days),
        reminder_rules=_given(own.reminders, host.reminder_rules),
        sign_off=replace(
            rules,
            steps=frozenset(_given(own.sign_off, tuple(rules.steps))),
            days=_given(own.sign_off_days, rules.days),
            thresholds=_given(own.thresholds, rules.thresholds),
            report_of=_given(own.report_of, rules.report_of),
        ),
    )


def _given(own: T | None, host: T) -> T:
    return host if own is None else own
