"""What a reminder says, and keeps saying truly while it stands in Slack: lines drop off as they are
reported, and come back when that is taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from bot.core.codec import decode
from bot.core.members import Member
from bot.core.plan import Update
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.core.timetable import Timetable
from bot.quarterly.reminders import Reminder, reminder
from bot.services.outbox import amend
from bot.store.store import Records


def notice_for(
    records: Records, progress: Progress, member: Member, quarter: Quarter, timetable: Timetable
) -> Reminder:
    """What a person has still to report for a quarter, as their reminder says it."""
    refused = records.settings.not_theirs(member.user, progress.plan.year)
    return reminder(progress, member, quarter, timetable.closes(quarter), refused)


def after_import(
    records: Records, updates: Iterable[Update], timetable: Timetable, now: datetime
) -> None:
    """The same after updates that came in a file."""
    for quarter in {update.quarter for update in updates}:
        progress = records.plans.covering(quarter)
        if progress is not None:
            agencies = [agency.code for agency in progress.plan.agencies]
            show_what_is_left(records, progress, quarter, agencies, timetable, now)


def show_what_is_left(
    records: Records,
    progress: Progress,
    quarter: Quarter,
    agencies: Collection[str],
    timetable: Timetable,
    now: datetime,
) -> None:
    """Let the reminders of a quarter to people of these agencies ask only for what still awaits an
    update, those too that were posted."""
    for row in records.outbox.beginning(f"reminder:{quarter}:"):
        member = records.members.get(row.channel)
        if member is None or row.kind != Reminder.__name__:
            continue
        if set(member.agencies) & set(agencies):
            before = decode(Reminder, row.payload)
            notice = notice_for(records, progress, member, quarter, timetable)
            dated = replace(notice, day=before.day, working_days=before.working_days)
            amend(records, row, dated, now)
