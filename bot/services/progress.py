"""Reporting progress: the update, its audit line and the notice to the channel in one commit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.core.access import Caller, Deed, can, may
from bot.core.errors import NotAllowed, Refused
from bot.core.notices import StatusChanged, encode
from bot.core.outbox import Delivery
from bot.core.plan import Action, Update
from bot.core.progress import Progress, Standing
from bot.core.quarters import Quarter
from bot.core.reporting import ProgressDraft, accept, reporting_quarter, withdrawal
from bot.core.status import Status
from bot.core.timetable import Timetable
from bot.core.typeahead import awaits, rank
from bot.services.desk import Desk
from bot.store.store import Books

UNDO_FOR = timedelta(minutes=10)
NOTICE = StatusChanged.__name__


@dataclass(frozen=True, slots=True)
class Reported:
    """What was recorded: the standing before and after, and the entry itself."""

    before: Standing
    after: Standing
    update: Update
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What the update form shows of one action: its standing and the quarters it may count for."""

    standing: Standing
    quarters: tuple[Quarter, ...]
    illustrative: bool = False


def report_progress(
    desk: Desk, caller: Caller, draft: ProgressDraft, *, delivery: str = ""
) -> Reported:
    """Record an update. A second call with the same `delivery` key gives the first one's result.

    Raises NotFound (no such action), NotAllowed (not the lead's), Invalid (a field).
    """
    now = desk.now()
    with desk.store.writing(caller.workspace) as books:
        known = _already(books, delivery, now)
        if known is not None:
            return _as_recorded(books, known)
        progress = books.plans.progress()
        before = progress.standing(draft.ref)
        may(caller, Deed.REPORT, before.action)
        update = accept(
            before,
            draft,
            by=caller,
            agency=speaks_for(caller, before.action),
            at=now,
            quarter=_quarter(before, draft, now, desk.timetable),
            update_id=books.new_id(),
        )
        after = _record(books, progress, before, update, desk.timetable, caller)
        books.drafts.drop(caller.user, before.action.ref)
        if delivery:
            books.seen.remember(delivery, update.id)
        return Reported(before, after, update, progress.plan.illustrative)


def same_as_last(desk: Desk, caller: Caller, ref: str, *, delivery: str = "") -> Reported:
    """Record that nothing changed since the last update. Raises Refused when there is none."""
    with desk.store.reading(caller.workspace) as books:
        standing = books.plans.progress().standing(ref)
    last = standing.latest
    if last is None or standing.status is None:
        raise Refused(
            f"{standing.action.ref} has no update yet, so there is nothing to repeat.",
            f"Report it with `/csp update {standing.action.ref}`.",
        )
    draft = ProgressDraft(
        ref=standing.action.ref,
        status=standing.status,
        note="No change since the last update.",
        reason=last.reason or ("As before." if standing.status is Status.OFF_TRACK else ""),
        corrective_action=last.corrective_action
        or ("As before." if standing.status is Status.OFF_TRACK else ""),
        source="button",
    )
    return report_progress(desk, caller, draft, delivery=delivery)


def undo(desk: Desk, caller: Caller, update_id: str) -> Reported:
    """Take an update back within ten minutes: adds a withdrawal, erases nothing.

    Raises NotAllowed (neither the writer nor a coordinator) and Refused (too late, done already).
    """
    now = desk.now()
    with desk.store.writing(caller.workspace) as books:
        update = books.plans.update(update_id)
        progress = books.plans.progress()
        before = progress.standing(update.ref)
        _may_undo(caller, update, before, now)
        back = withdrawal(update, by=caller, at=now, update_id=books.new_id())
        after = _record(books, progress, before, back, desk.timetable, caller)
        return Reported(before, after, back, progress.plan.illustrative)


def choices(desk: Desk, caller: Caller, typed: str) -> tuple[Standing, ...]:
    """The actions the caller may update that fit what is typed, those awaiting one first."""
    with desk.store.reading(caller.workspace) as books:
        progress = books.plans.progress()
    mine = [s for s in progress.standings if can(caller, Deed.REPORT, s.action)]
    return rank(mine, typed, open_quarter(desk.today(), desk.timetable))


def awaits_update(desk: Desk, standing: Standing) -> bool:
    """Whether an action is open and not yet reported for the quarter being collected."""
    return awaits(standing, open_quarter(desk.today(), desk.timetable))


def may_report_something(caller: Caller) -> None:
    """Raise NotAllowed when the caller's role can report nothing at all."""
    may(caller, Deed.REPORT)


def form_facts(desk: Desk, caller: Caller, ref: str) -> FormFacts:
    """What the form for one action needs. Raises NotFound, NotAllowed."""
    with desk.store.reading(caller.workspace) as books:
        progress = books.plans.progress()
    standing = progress.standing(ref)
    may(caller, Deed.REPORT, standing.action)
    today = desk.today()
    first = reporting_quarter(standing, today, _previous_closes(today, desk.timetable))
    both = {first: None} | dict.fromkeys(open_quarters(today, desk.timetable))
    return FormFacts(standing, tuple(both), progress.plan.illustrative)


def open_quarters(today: date, timetable: Timetable) -> tuple[Quarter, ...]:
    """The quarters an update may count for today: the ended one while it is open, and today's."""
    current = Quarter.of(today)
    if today <= _previous_closes(today, timetable):
        return (current.previous, current)
    return (current,)


def open_quarter(today: date, timetable: Timetable) -> Quarter:
    """The quarter returns are being collected for: the ended one until it closes, then today's."""
    return open_quarters(today, timetable)[0]


def keep_draft(desk: Desk, caller: Caller, ref: str, payload: str) -> None:
    """Keep what was typed into a form that was closed or failed, for a day."""
    with desk.store.writing(caller.workspace) as books:
        books.drafts.keep(caller.user, ref, payload, desk.now())


def kept_draft(desk: Desk, caller: Caller, ref: str) -> str | None:
    """What the person typed and did not send, or None."""
    with desk.store.reading(caller.workspace) as books:
        return books.drafts.find(caller.user, ref)


def speaks_for(caller: Caller, action: Action) -> str:
    """The agency an update speaks for: the caller's own when it leads, else the action's lead."""
    own = [code for code in action.leads if code in caller.agencies]
    return next(iter([*own, *action.leads, *caller.agencies]), "")


def _already(books: Books, delivery: str, now: datetime) -> str | None:
    if not delivery or books.seen.first(delivery, now):
        return None
    return books.seen.answer(delivery)


def _as_recorded(books: Books, update_id: str) -> Reported:
    update = books.plans.update(update_id)
    progress = books.plans.progress()
    after = progress.standing(update.ref)
    before = Standing(after.action, tuple(u for u in after.updates if u.at < update.at))
    return Reported(before, after, update, progress.plan.illustrative)


def _quarter(
    standing: Standing, draft: ProgressDraft, now: datetime, timetable: Timetable
) -> Quarter:
    today = timetable.date_of(now)
    if draft.quarter is not None and draft.quarter in open_quarters(today, timetable):
        return draft.quarter
    return reporting_quarter(standing, today, _previous_closes(today, timetable))


def _previous_closes(today: date, timetable: Timetable) -> date:
    return timetable.closes(Quarter.of(today).previous)


def _may_undo(caller: Caller, update: Update, standing: Standing, now: datetime) -> None:
    if caller.user != update.by and not caller.is_coordinator:
        raise NotAllowed(
            "Only the person who sent an update, or a coordinator, can take it back.",
            "Ask them, or send a new update.",
        )
    if update.id not in {entry.id for entry in standing.updates}:
        raise Refused("That update has been taken back already.")
    if now - update.at > UNDO_FOR:
        raise Refused(
            "An update can be taken back for ten minutes; they are over.",
            f"Correct it with a new one: `/csp update {update.ref}`.",
        )


def _record(
    books: Books,
    progress: Progress,
    before: Standing,
    update: Update,
    timetable: Timetable,
    caller: Caller,
) -> Standing:
    """Add the entry, its audit line and, when the status changed, the notice."""
    books.plans.add_update(update)
    after = Progress(progress.plan, [*_entries(progress), update]).standing(update.ref)
    books.audit.note(
        update.at,
        caller.user,
        update.kind,
        update.ref,
        agency=update.agency,
        before=before.status or "",
        after=after.status or "",
        route=update.source,
        on_behalf="" if update.agency in caller.agencies else update.agency,
    )
    if before.status is not after.status:
        _announce(books, progress, before, after, update, timetable)
    return after


def _entries(progress: Progress) -> Iterable[Update]:
    return (update for standing in progress.standings for update in standing.updates)


def _announce(
    books: Books,
    progress: Progress,
    before: Standing,
    after: Standing,
    update: Update,
    timetable: Timetable,
) -> None:
    """Put the notice into the outbox; an unsent notice of what is taken back is dropped instead."""
    channel = books.settings.get("channel") or timetable.channel
    earlier = f"update:{update.corrects}"
    if update.corrects and books.outbox.skip(earlier, "taken back before it was posted"):
        return
    sent = books.outbox.get(earlier) if update.corrects else None
    if not channel or (update.corrects and (sent is None or sent.state is not Delivery.SENT)):
        return
    books.outbox.put(
        f"update:{update.id}",
        channel=channel,
        kind=NOTICE,
        payload=encode(_notice(progress, before, after, update)),
        due_at=update.at,
    )


def _notice(progress: Progress, before: Standing, after: Standing, update: Update) -> StatusChanged:
    plan, action = progress.plan, after.action
    agency = plan.agency(update.agency)
    notice = StatusChanged(
        ref=action.ref,
        action=action.text,
        priority=plan.priority(action.priority).short,
        agency=agency.name if agency else update.agency,
        before=before.status,
        after=after.status,
        quarter=update.quarter,
        by=update.by,
        note=update.note,
        reason=update.reason,
        corrective_action=update.corrective_action,
        due=before.due,
        new_due=update.new_due,
        illustrative=plan.illustrative,
        withdrawn=bool(update.corrects),
    )
    if plan.is_sensitive(action):
        return replace(notice, sensitive=True, action="", note="", reason="", corrective_action="")
    return notice
