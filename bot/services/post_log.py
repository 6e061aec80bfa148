"""The log of posts: one line for each post, reminder and notice that was due, with what became of
it; what needs somebody first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import IntEnum

from bot.core.access import Caller, Permission, require
from bot.core.dataclass import dataclass
from bot.core.outgoing import Outgoing, PostState
from bot.core.progress import count
from bot.core.remedies import meaning, remedy
from bot.core.sign_off import SignOffStep
from bot.messages.removals import RemovalKind, RemovalState
from bot.services import retention, summaries
from bot.services.context import Context
from bot.services.post_words import Meanwhile, outcome, quarter_of, what
from bot.store.store import Records

ROWS = 300
"""Rows of the outbox that are gone through: a summary has up to some twenty, a reminder one for
each person."""


CALLED = {"chase": "reminders of"}
"""What an occurrence is called in the log."""


class Need(IntEnum):
    """How much a line needs somebody."""

    DONE = 0
    WAITS = 1
    PERSON = 2


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log. `key` is set when a coordinator can send it again.

    `channel`: where it goes (a channel or user id), empty for what was skipped before that;
    `times`: how many of one kind were due together and came to the same.
    """

    due_at: datetime
    what: str
    outcome: str
    channel: str = ""
    key: str = ""
    need: Need = Need.DONE
    times: int = 1


def lines(context: Context, caller: Caller, limit: int = 30) -> tuple[LogLine, ...]:
    """The latest lines, those that need somebody first, then newest first. Raises NotAllowed:
    coordinators only."""
    require(caller, Permission.COORDINATE)
    context = context.of(caller)
    with context.store.reading(caller.workspace) as records:
        rows = records.outbox.recent(ROWS)
        pauses = records.audit.about("posts")
        meanwhile = Meanwhile(rows, pauses, _approved(records, rows), context.timetable)
        listed = [*_posts(rows, meanwhile), *_unsent(records, limit), *_removed(records, limit)]
        listed += _to_approve(records, context)
    ordered = sorted(_together(listed), key=lambda line: (line.need, line.due_at), reverse=True)
    paused = context.store.paused().get(caller.workspace)
    return (*_pause(paused, context.now()), *ordered[:limit])


def reminders(context: Context, caller: Caller, limit: int = 200) -> tuple[LogLine, ...]:
    """Who was asked when and who was not and why, newest first: a line for those who were asked at
    one time. Raises NotAllowed."""
    require(caller, Permission.COORDINATE)
    alike: dict[tuple[datetime, str], list[str]] = defaultdict(list)
    with context.store.reading(caller.workspace) as records:
        names = {member.user: member.name for member in records.members.all()}
        for made in records.occurrences.recent(limit):
            if made.kind == "reminder":
                came = f"not asked: {made.reason}" if made.outcome == "skipped" else "asked"
                alike[made.due_at, came].append(names.get(made.subject) or made.subject)
    return tuple(LogLine(at, ", ".join(who), came) for (at, came), who in alike.items())


def oldest_waiting(context: Context, workspace: str) -> timedelta:
    """How long the oldest post that is due has been waiting (for `/healthz` and `doctor`)."""
    now = context.now()
    with context.store.reading(workspace) as records:
        waiting = records.outbox.open_before(now)
    return max((now - row.due_at for row in waiting), default=timedelta(0))


def _approved(records: Records, rows: Iterable[Outgoing]) -> dict[str, datetime]:
    """When the summaries among the rows were approved, by the label of their quarter."""
    quarters = {str(quarter) for quarter in map(quarter_of, rows) if quarter}
    lines = (line for quarter in quarters for line in records.audit.about(quarter))
    return {line.subject: line.at for line in lines if line.deed == "approve summary"}


def _to_approve(records: Records, context: Context) -> Iterator[LogLine]:
    """The summaries whose time has come and that nobody has approved yet."""
    timetable, now = context.timetable, context.now()
    if not timetable.sign_off.has(SignOffStep.APPROVE):
        return
    for quarter in summaries.due_of(records, timetable, now):
        due_at = timetable.moment(timetable.posts(quarter))
        progress = records.plans.covering(quarter)
        if progress and not summaries.is_old(records, progress, due_at, now):
            how = f"waits for approval: `/csp summary {quarter}` shows it, with [Approve]"
            yield LogLine(due_at, f"summary {quarter}", how, need=Need.PERSON)


def _pause(reason: str | None, now: datetime) -> tuple[LogLine, ...]:
    if not reason:
        return ()
    why = f"paused: {meaning(reason)}. {remedy(reason)}"
    return (LogLine(now, "all posts", why, need=Need.PERSON),)


def _unsent(records: Records, limit: int) -> list[LogLine]:
    """What was due and made no post: skipped, or the daily clearing (when it cleared anything)."""
    lines = []
    for made in records.occurrences.recent(limit):
        if made.outcome == "skipped":
            lines.append(
                LogLine(
                    made.due_at,
                    f"{CALLED.get(made.kind, made.kind)} {made.period}",
                    f"skipped: {made.reason}",
                )
            )
        elif made.kind == retention.KIND and made.reason != retention.NOTHING:
            lines.append(LogLine(made.due_at, "daily clearing", f"deleted {made.reason}"))
    return lines


def _removed(records: Records, limit: int) -> list[LogLine]:
    """What was taken out of the record, and how far the bot's messages were gone through."""
    lines = []
    for removal in records.removals.recent(limit):
        if removal.kind is RemovalKind.ERASURE:
            continue
        changed = f"{count(removal.changed, 'message')} changed"
        state = f"going through my messages, {changed} so far"
        if removal.state is RemovalState.DONE:
            state = f"complete, {changed}"
        lines.append(LogLine(removal.at, f"{removal.kind} of {removal.ref}", state))
    return lines


def _posts(rows: Iterable[Outgoing], meanwhile: Meanwhile) -> Iterator[LogLine]:
    """One line a post, however many messages it has."""
    posts: dict[str, list[Outgoing]] = defaultdict(list)
    for row in rows:
        posts[row.group].append(row)
    for parts in posts.values():
        yield _of_post(sorted(parts, key=lambda row: row.part), meanwhile)


def _of_post(parts: Sequence[Outgoing], meanwhile: Meanwhile) -> LogLine:
    """A post, told by the part of it that needs somebody most."""
    first, worst = parts[0], max(parts, key=_need)
    came = outcome(worst, meanwhile)
    messages = [row for row in parts if row.part <= row.n_parts]
    sent = sum(row.state is PostState.SENT for row in messages)
    if len(messages) > 1 and _need(worst):
        came = f"{came} ({sent} of {count(first.n_parts, 'message')} sent)"
    need = _need(worst)
    return LogLine(
        first.due_at,
        what(first),
        came,
        first.posted_channel or first.channel,
        worst.key if need is Need.PERSON else "",
        need,
    )


def _need(row: Outgoing) -> Need:
    if row.state in {PostState.HELD, PostState.DEAD}:
        return Need.PERSON
    return Need.DONE if row.state in {PostState.SENT, PostState.SKIPPED} else Need.WAITS


def _together(listed: Iterable[LogLine]) -> list[LogLine]:
    """What was due at one time and came to the same stands in one line."""
    alike = Counter(replace(line, channel="") for line in listed if not line.key)
    merged = [replace(line, times=times) for line, times in alike.items()]
    return [*merged, *(line for line in listed if line.key)]
