"""A summary that was wrong is issued again: what changed is named, and each points at the other."""

from __future__ import annotations

from dataclasses import replace

from bot.core.access import Caller, Permission, require
from bot.core.codec import decode, encode
from bot.core.errors import Refused
from bot.core.outgoing import Outgoing, PostState
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.quarterly.facts import AfterClose, Reissue, Summary, SummaryHead
from bot.quarterly.sign_off import Superseded, after_close
from bot.services.context import Context
from bot.services.outbox import say
from bot.services.posted import permalink
from bot.services.summaries import as_it_stands, ended, plan_of, put, stem_of
from bot.store.store import Records


def changed(context: Context, caller: Caller, quarter: Quarter) -> tuple[AfterClose, ...]:
    """What the record says of a posted quarter that its summary does not. Raises NotAllowed,
    Refused (it is not posted yet)."""
    context = context.of(caller)
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        progress = plan_of(records, quarter, context.today())
        frozen = _frozen(records, quarter)
        return after_close(frozen, _current(records, context, progress, frozen))


def reissue(context: Context, caller: Caller, quarter: Quarter) -> Summary:
    """Post a quarter's summary anew, made from the record as it is. Raises NotAllowed, and Refused
    when it is not posted yet or nothing has changed since it was."""
    context = context.of(caller)
    require(caller, Permission.COORDINATE)
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        progress = plan_of(records, quarter, context.today())
        frozen = _frozen(records, quarter)
        current = _current(records, context, progress, frozen)
        changes = after_close(frozen, current)
        if not changes:
            raise Refused(
                f"Nothing has changed since the summary of {quarter} was posted.",
                f"Report what is right first, for {quarter}: `/csp update` and that quarter.",
            )
        issue = records.summaries.issue(quarter) + 1
        again = _reissue(records, context, caller, progress, frozen, issue, changes)
        words = _kept_words(current.head, frozen.head)
        head = replace(words, reissue=again, made=context.today())
        summary = replace(current, head=head)
        year = progress.plan.year
        records.summaries.reissue(quarter, year, issue, encode(summary), now)
        put(records, context.timetable, summary, stem_of(year, quarter, issue), now)
        after = f"issue {issue}"
        records.audit.note(
            now, caller.user, "correct summary", quarter.label, after=after, route="slack"
        )
    return summary


def link_back_due(context: Context, workspace: str) -> int:
    """Say in the thread of each replaced summary where the new one stands; how many were said."""
    with context.store.reading(workspace) as records:
        due = [q for q in ended(context.timetable, context.now()) if _unlinked(records, q)]
    for quarter in due:
        with context.store.writing(workspace) as records:
            if linked := _unlinked(records, quarter):
                _link_back(records, context, quarter, *linked)
    return len(due)


def corrections(records: Records, context: Context, quarter: Quarter) -> tuple[AfterClose, ...]:
    """What reached a frozen quarter after it was first closed; nothing while it is open."""
    text = records.summaries.first(quarter)
    progress = records.plans.covering(quarter)
    if text is None or progress is None:
        return ()
    frozen = decode(Summary, text)
    return after_close(frozen, _current(records, context, progress, frozen))


def _current(records: Records, context: Context, progress: Progress, frozen: Summary) -> Summary:
    thresholds = context.timetable.sign_off.thresholds
    return as_it_stands(records, progress, frozen.head.quarter, frozen, thresholds)


def _frozen(records: Records, quarter: Quarter) -> Summary:
    text = records.summaries.get(quarter)
    if text is None:
        raise Refused(
            f"The summary of {quarter} is not posted yet, so there is nothing to correct.",
            "Updates for it still count: `/csp update`.",
        )
    return decode(Summary, text)


def _kept_words(head: SummaryHead, frozen: SummaryHead) -> SummaryHead:
    """What the record does not hold stays as it was posted."""
    return replace(
        head,
        confirmed=frozen.confirmed,
        unconfirmed=frozen.unconfirmed,
        after_close=frozen.after_close,
    )


def _reissue(
    records: Records,
    context: Context,
    caller: Caller,
    progress: Progress,
    frozen: Summary,
    issue: int,
    changes: tuple[AfterClose, ...],
) -> Reissue:
    quarter = frozen.head.quarter
    row = records.outbox.get(f"{stem_of(progress.plan.year, quarter, issue - 1)}:1")
    posted = row.sent_at or row.due_at if row else context.now()
    link = permalink(caller.site, row)
    return Reissue(issue, context.timetable.date_of(posted), link, changes, caller.site)


def _unlinked(records: Records, quarter: Quarter) -> tuple[Outgoing, Outgoing] | None:
    """The heads of the last two issues when both are posted and the first does not say so."""
    issue, progress = records.summaries.issue(quarter), records.plans.covering(quarter)
    if issue == 1 or progress is None:
        return None
    stem = stem_of(progress.plan.year, quarter, issue - 1)
    before = records.outbox.get(f"{stem}:1")
    after = records.outbox.get(f"{stem_of(progress.plan.year, quarter, issue)}:1")
    if before is None or after is None or records.outbox.get(f"{stem}:superseded"):
        return None
    both_out = {before.state, after.state} == {PostState.SENT}
    return (before, after) if both_out else None


def _link_back(
    records: Records, context: Context, quarter: Quarter, before: Outgoing, after: Outgoing
) -> None:
    head = decode(SummaryHead, after.payload)
    if head.reissue is None:
        return
    link = permalink(head.reissue.site, after)
    notice = Superseded(quarter, head.reissue.number, link, head.reissue.changes)
    say(
        records,
        f"{before.group}:superseded",
        before.channel,
        notice,
        context.now(),
        group=before.group,
        part=before.n_parts + 1,
        n_parts=before.n_parts + 1,
    )
