"""Agreeing a quarter's summary: a draft when returns close, comments, agencies' word, approval.

Approving is closing: the summary is frozen and put into the outbox in one transaction, to go out at
its time. The same three keys say "once" as when it closes by itself (`services.summaries`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.core.access import Caller, Permission, require
from bot.core.errors import HeldByGuard, Invalid, NotAllowed, Refused
from bot.core.plan import Agency, Plan
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.core.sign_off import Attestation, SignOff, SignOffStep
from bot.core.timetable import Timetable
from bot.disclosure.check import check
from bot.disclosure.update_guard import is_delicate
from bot.quarterly.facts import ActionEntry, Summary
from bot.quarterly.reminders import leads_of
from bot.quarterly.sign_off import LinesToConfirm, SummaryDraft
from bot.quarterly.wording import headline
from bot.services.context import Context
from bot.services.known import known_names
from bot.services.outbox import coordinators, say
from bot.services.summaries import (
    already_out,
    close,
    due,
    ended,
    is_old,
    made,
    plan_of,
)
from bot.store.store import Records

DRAFT = "draft"
AWAITED = "approval"
SLACK = "Slack"
LONGEST = 600
"""Characters of one comment."""


def draft_due(context: Context, workspace: str) -> int:
    """Send the draft of every quarter whose returns have closed, once; how many."""
    rules = context.timetable.sign_off
    if not rules.steps:
        return 0
    with context.store.reading(workspace) as records:
        quarters = [
            q for q in ended(context.timetable, context.now()) if _wanted(records, context, q)
        ]
    for quarter in quarters:
        with context.store.writing(workspace) as records:
            _send_draft(records, context, quarter)
    return len(quarters)


def awaited_due(context: Context, workspace: str) -> int:
    """Tell those who may approve that the time has come and nobody has, once; how many."""
    if not context.timetable.sign_off.has(SignOffStep.APPROVE):
        return 0
    quarters = due(context, workspace)
    for quarter in quarters:
        with context.store.writing(workspace) as records:
            _tell_awaited(records, context, quarter)
    return len(quarters)


def comment(
    context: Context, caller: Caller, quarter: Quarter, texts: Mapping[str, str]
) -> SignOff:
    """Put the comment on top (under "") and those on actions off track (under their reference).

    Raises NotAllowed, Refused (frozen), Invalid (too long) and HeldByGuard (the disclosure guard).
    """
    require(caller, Permission.COORDINATE)
    given = {ref: " ".join(text.split()) for ref, text in texts.items()}
    with context.store.writing(caller.workspace) as records:
        progress = _open(records, context, quarter)
        _check(context, records, progress.plan, given)
        opening = given.pop("", "")
        sign_off = records.settings.sign_off(quarter).commented(opening, given)
        records.settings.keep_sign_off(quarter, sign_off)
        records.audit.note(
            context.now(), caller.user, "comment summary", quarter.label, route="slack"
        )
    return sign_off


def comments(context: Context, caller: Caller, quarter: Quarter) -> dict[str, str]:
    """The comments given so far, for the form. Raises NotAllowed."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        sign_off = records.settings.sign_off(quarter)
    return {"": sign_off.comment, **dict(sign_off.comments)}


def being_agreed(context: Context, caller: Caller) -> Quarter:
    """The quarter whose lines are to be confirmed: the last one that ended. Raises NotAllowed."""
    require(caller, Permission.COORDINATE)
    return Quarter.of(context.today()).previous


def last_posted(context: Context, caller: Caller) -> Quarter:
    """The quarter whose summary was frozen last. Raises NotAllowed, Refused (none was)."""
    context = context.of(caller)
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        quarters = [*ended(context.timetable, context.now()), Quarter.of(context.today())]
        frozen = [q for q in quarters if records.summaries.get(q) is not None]
    if not frozen:
        raise Refused("No summary has been posted yet.", "`/csp summary` shows how it stands.")
    return frozen[-1]


def attest(
    context: Context, caller: Caller, quarter: Quarter, agency: str, source: str = SLACK
) -> Agency:
    """An agency's word that its lines are right: from its own officers, or from a coordinator who
    says how it was given. Raises NotAllowed, Refused (frozen), Invalid (no such lead agency, or a
    source too long), HeldByGuard (the source)."""
    require(caller, Permission.REPORT)
    with context.store.writing(caller.workspace) as records:
        plan = _open(records, context, quarter).plan
        named = plan.agency_named(agency)
        if named is None or not any(named.code in action.leads for action in plan.actions):
            raise Invalid(
                "agency",
                f"I read '{agency}' as an agency that leads an action, and the plan has none.",
                'Type for example `/csp attest "AGENCY" by e-mail, 9 July`.',
            )
        _check(context, records, plan, {"source": source})
        own = named.code in caller.agencies
        if not own and not caller.is_coordinator:
            raise NotAllowed(
                f"Only {named.short} or a coordinator can confirm its lines.",
                "Ask them, or your community safety coordinator.",
            )
        word = Attestation(named.code, caller.user, context.now(), source)
        sign_off = records.settings.sign_off(quarter).attest(word)
        records.settings.keep_sign_off(quarter, sign_off)
        records.audit.note(
            context.now(),
            caller.user,
            "confirm lines",
            quarter.label,
            agency=named.code,
            after=source,
            route="slack",
            on_behalf="" if own else named.code,
        )
    return named


def approve(context: Context, caller: Caller, quarter: Quarter) -> datetime:
    """A chair or coordinator approves: frozen now, posted at its time (at once when that has
    passed). Returns when. Raises NotAllowed, Refused (frozen already, or returns still open)."""
    context = context.of(caller)
    timetable, now = context.timetable, context.now()
    if caller.user not in timetable.sign_off.approvers:
        require(caller, Permission.APPROVE)
    if timetable.moment(timetable.closes(quarter)) > now:
        raise Refused(
            f"The returns of {quarter} are still open.", "Approve its summary when they closed."
        )
    with context.store.writing(caller.workspace) as records:
        progress = plan_of(records, quarter, context.today())
        due_at = timetable.moment(timetable.posts(quarter))
        if close(records, progress, quarter, timetable, due_at=due_at, now=now) is None:
            raise already_out(quarter)
        records.audit.note(now, caller.user, "approve summary", quarter.label, route="slack")
    return max(due_at, now)


def _check(context: Context, records: Records, plan: Plan, texts: Mapping[str, str]) -> None:
    """Every comment short enough, and nothing personal in it."""
    known = known_names(context, records, plan)
    for ref, text in texts.items():
        if len(text) > LONGEST:
            raise Invalid(ref or "comment", f"A comment has at most {LONGEST} characters.", "")
        action = plan.find(ref) if ref else None
        delicate = action is not None and is_delicate(plan, action)
        if findings := check(text, known=known, delicate=delicate):
            remark = f"{findings[0].why} {findings[0].advice}"
            raise HeldByGuard({ref or "comment": remark}, findings)


def _open(records: Records, context: Context, quarter: Quarter) -> Progress:
    """The plan of a quarter that is not frozen. Raises Refused, Invalid."""
    progress = plan_of(records, quarter, context.today())
    if records.summaries.get(quarter) is not None:
        raise Refused(
            f"The summary of {quarter} is frozen.",
            "What reaches me now stands beside the next one; `/csp correct` issues it anew.",
        )
    return progress


def _wanted(records: Records, context: Context, quarter: Quarter) -> bool:
    """Whether a quarter's returns have closed and its draft was not sent."""
    timetable, now = context.timetable, context.now()
    closed_at = timetable.moment(timetable.closes(quarter))
    progress = records.plans.covering(quarter)
    return (
        closed_at <= now
        and progress is not None
        and not is_old(records, progress, closed_at, now)
        and records.occurrences.find(DRAFT, quarter.label) is None
        and records.summaries.get(quarter) is None
    )


def _send_draft(records: Records, context: Context, quarter: Quarter) -> None:
    timetable = context.timetable
    day = timetable.closes(quarter)
    closed_at = timetable.moment(day)
    progress = records.plans.covering(quarter)
    if progress is None or not records.occurrences.make(
        DRAFT, quarter.label, day, due_at=closed_at
    ):
        return
    summary = made(records, progress, quarter, timetable, context.now())
    notice = _draft(context, summary)
    if timetable.sign_off.has(SignOffStep.DRAFT):
        for user in _agreeing(records, timetable):
            say(records, f"draft:{quarter}:{user}", user, notice, closed_at)
    if timetable.sign_off.has(SignOffStep.ATTEST):
        for user, lines in _to_confirm(records, progress, summary, notice.posts):
            key = f"confirm:{quarter}:{lines.agency}:{user}"
            say(records, key, user, lines, closed_at)


def _tell_awaited(records: Records, context: Context, quarter: Quarter) -> None:
    timetable = context.timetable
    day = timetable.posts(quarter)
    due_at, progress = timetable.moment(day), records.plans.covering(quarter)
    if progress is None or is_old(records, progress, due_at, context.now()):
        return
    if records.occurrences.make(AWAITED, quarter.label, day, due_at=due_at):
        summary = made(records, progress, quarter, timetable, context.now())
        notice = _draft(context, summary, waits=True)
        for user in _agreeing(records, timetable):
            say(records, f"approval:{quarter}:{user}", user, notice, due_at)


def _draft(context: Context, summary: Summary, *, waits: bool = False) -> SummaryDraft:
    head, timetable = summary.head, context.timetable
    return SummaryDraft(
        quarter=head.quarter,
        posts=timetable.show(timetable.moment(timetable.posts(head.quarter))),
        headline=headline(head, context.labels),
        missing=head.missing,
        unconfirmed=head.unconfirmed,
        approve=timetable.sign_off.has(SignOffStep.APPROVE),
        waits=waits,
        illustrative=head.illustrative,
    )


def _agreeing(records: Records, timetable: Timetable) -> tuple[str, ...]:
    """Coordinators and, where summaries are approved, those who may."""
    rules = timetable.sign_off
    approvers = rules.approvers if rules.has(SignOffStep.APPROVE) else ()
    return tuple(dict.fromkeys((*coordinators(records, timetable), *approvers)))


def _to_confirm(
    records: Records, progress: Progress, summary: Summary, posts: str
) -> Iterator[tuple[str, LinesToConfirm]]:
    """Each officer of a lead agency, with the agency's lines of the draft."""
    head, plan = summary.head, progress.plan
    shown = {entry.ref: entry for detail in summary.details for entry in detail.entries}
    people = records.members.all()
    for agency in plan.agencies:
        entries = tuple(_lines_of(plan, agency, shown))
        for member in leads_of(agency.code, people) if entries else ():
            yield (
                member.user,
                LinesToConfirm(
                    head.quarter, agency.code, agency.short, entries, posts, head.illustrative
                ),
            )


def _lines_of(
    plan: Plan, agency: Agency, shown: Mapping[str, ActionEntry]
) -> Iterator[ActionEntry]:
    for action in plan.actions:
        if agency.code in action.leads and action.ref in shown:
            yield shown[action.ref]
