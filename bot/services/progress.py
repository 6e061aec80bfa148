"""Reporting progress: the update, its audit line and the notice to the channel in one commit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.access import Caller, Permission, require
from bot.core.dataclass import dataclass
from bot.core.errors import NotAllowed, Refused
from bot.core.plan import Action, Update
from bot.core.progress import Progress, Standing
from bot.core.quarters import Quarter
from bot.core.reporting import ProgressDraft, accept, with_typed_figure, withdrawal
from bot.core.sensitive import as_seen
from bot.core.status import Status
from bot.core.timetable import Timetable
from bot.core.years import in_year
from bot.disclosure.update_guard import guard
from bot.messages.notices import StatusChanged
from bot.services.collecting import Target, target
from bot.services.context import Context
from bot.services.known import known_names, with_names
from bot.services.live_reminders import show_what_is_left
from bot.services.outbox import amend, say
from bot.services.plausible import ask_about
from bot.services.years import plan_for
from bot.store.store import Records

UNDO_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Reported:
    """What was recorded: the standing before and after, and the entry itself. `address` names the
    action with its year; `sensitive`: others see it by reference and status only; `twin`: the year
    of another open plan that has the reference too; `late`: the quarter's summary is out."""

    before: Standing
    after: Standing
    update: Update
    address: str
    illustrative: bool = False
    sensitive: bool = False
    late: bool = False
    twin: str = ""


def report_progress(
    context: Context, caller: Caller, draft: ProgressDraft, *, delivery: str = ""
) -> Reported:
    """Record an update. A second call with the same `delivery` key gives the first one's result.

    Raises NotFound (no such action), NotAllowed (not the lead's), HeldByGuard, Invalid (fields) and
    Unlikely (what its writer is asked about first).
    """
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        known = _already(records, delivery, now)
        if known is not None:
            return _as_recorded(records, known, context.today())
        reported = record(records, context, caller, draft)
        if delivery:
            records.receipts.remember(delivery, reported.update.id)
        return reported


def record(records: Records, context: Context, caller: Caller, draft: ProgressDraft) -> Reported:
    """Record an update in the transaction it is called in; a refusal is raised before anything is
    written. Raises as `report_progress` does."""
    context = context.own(records)
    meant, update, confirmed = checked(records, context, caller, draft)
    progress, before = meant.progress, meant.standing
    after = _record(records, progress, before, update, context.timetable, caller)
    if confirmed:
        _note_confirmation(records, update, confirmed)
    records.drafts.drop(caller.user, meant.address)
    return replace(_reported(records, progress, before, after, update), twin=meant.twin)


def checked(
    records: Records, context: Context, caller: Caller, draft: ProgressDraft
) -> tuple[Target, Update, tuple[str, ...]]:
    """What a draft would record: its action, the update, and the kinds its writer confirmed as not
    personal. Writes nothing. Raises as `report_progress` does."""
    context = context.own(records)
    meant = target(records, context.timetable, context.today(), draft.ref, draft.quarter)
    before, plan = meant.standing, meant.progress.plan
    draft = with_typed_figure(with_names(records, draft), before.action.measures)
    require(caller, Permission.REPORT, as_seen(caller, plan, before.action), plan.called)
    known = known_names(context, records, plan)
    confirmed = guard(draft, plan, before.action, known, records.settings.salt)
    update = accept(
        before,
        draft,
        by=caller,
        agency=speaks_for(caller, before.action),
        at=context.now(),
        quarter=meant.quarters[0],
        update_id=records.new_id(),
    )
    ask_about(before, update, plan.starts, context.today(), draft.sure)
    return meant, update, confirmed


def same_as_last(context: Context, caller: Caller, ref: str, *, delivery: str = "") -> Reported:
    """Record that nothing changed since the last update. Raises Refused when there is none."""
    context = context.of(caller)
    with context.store.reading(caller.workspace) as records:
        meant = target(records, context.timetable, context.today(), ref)
    if (standing := meant.standing).latest is None or standing.status is None:
        raise Refused(
            f"{standing.action.ref} has no update yet, so there is nothing to repeat.",
            f"Report it with `/csp update {standing.action.ref}`.",
        )
    draft = repeated(standing, meant.address)
    return report_progress(context, caller, draft, delivery=delivery)


def repeated(standing: Standing, address: str, quarter: Quarter | None = None) -> ProgressDraft:
    """The last update of an action once more, for this quarter."""
    last, as_before = standing.latest, "As before." if standing.status is Status.OFF_TRACK else ""
    return ProgressDraft(
        ref=address,
        status=standing.status,
        note="No change since the last update.",
        reason=(last.reason if last else "") or as_before,
        corrective_action=(last.corrective_action if last else "") or as_before,
        quarter=quarter,
        source="button",
    )


def undo(context: Context, caller: Caller, update_id: str) -> Reported:
    """Take an update back within ten minutes: adds a withdrawal, erases nothing.

    Raises NotAllowed (neither the writer nor a coordinator, or no longer allowed to report it) and
    Refused (too late, done already).
    """
    context = context.of(caller)
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        update = records.plans.update(update_id)
        progress = plan_for(records, context.today(), records.plans.year_of(update_id))
        before, plan = progress.standing(update.ref), progress.plan
        _may_undo(caller, update, before, now)
        require(caller, Permission.REPORT, as_seen(caller, plan, before.action), plan.called)
        back = withdrawal(update, by=caller, at=now, update_id=records.new_id())
        after = _record(records, progress, before, back, context.timetable, caller)
        return _reported(records, progress, before, after, back)


def speaks_for(caller: Caller, action: Action) -> str:
    """The agency an update speaks for: the caller's own when it leads, else the action's lead."""
    own = [code for code in action.leads if code in caller.agencies]
    return next(iter([*own, *action.leads, *caller.agencies]), "")


def _already(records: Records, delivery: str, now: datetime) -> str | None:
    if not delivery or records.receipts.first(delivery, now):
        return None
    return records.receipts.answer(delivery)


def _as_recorded(records: Records, update_id: str, today: date) -> Reported:
    update = records.plans.update(update_id)
    progress = plan_for(records, today, records.plans.year_of(update_id))
    after = progress.standing(update.ref)
    before = Standing(after.action, tuple(u for u in after.updates if u.at < update.at))
    return _reported(records, progress, before, after, update)


def _reported(
    records: Records, progress: Progress, before: Standing, after: Standing, update: Update
) -> Reported:
    plan = progress.plan
    address = in_year(after.action.ref, plan.year)
    hidden = plan.is_sensitive(after.action)
    late = records.summaries.get(update.quarter) is not None
    return Reported(before, after, update, address, plan.illustrative, hidden, late)


def _note_confirmation(records: Records, update: Update, kinds: tuple[str, ...]) -> None:
    """The writer took it on themselves that nothing personal was written: on record, by kind."""
    records.audit.note(
        update.at,
        update.by,
        "confirm not personal",
        update.ref,
        agency=update.agency,
        after=", ".join(kinds),
        route=update.source,
    )


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
    records: Records,
    progress: Progress,
    before: Standing,
    update: Update,
    timetable: Timetable,
    caller: Caller,
) -> Standing:
    """Add the entry, its audit line and, when the status changed, the notice; what reminders ask
    for changes with it."""
    records.plans.add_update(update, progress.plan.year)
    stands = Progress(progress.plan, [*_entries(progress), update])
    after, leads = stands.standing(update.ref), before.action.leads
    show_what_is_left(records, stands, update.quarter, leads, timetable, update.at)
    records.audit.note(
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
        _announce(records, progress, before, after, update, timetable)
    return after


def _entries(progress: Progress) -> Iterable[Update]:
    return (update for standing in progress.standings for update in standing.updates)


def _announce(
    records: Records,
    progress: Progress,
    before: Standing,
    after: Standing,
    update: Update,
    timetable: Timetable,
) -> None:
    """Put the notice into the outbox. What is taken back changes the notice that told of it: one
    that was not posted yet is dropped."""
    notice = _notice(progress, before, after, update)
    if update.corrects:
        earlier = records.outbox.get(f"update:{update.corrects}")
        if earlier and not records.outbox.skip(earlier.key, "taken back before it was posted"):
            amend(records, earlier, notice, update.at)
        return
    if channel := records.settings.channel(timetable.channel):
        say(records, f"update:{update.id}", channel, notice, update.at)


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
        return StatusChanged(
            ref=notice.ref,
            action="",
            priority="",
            agency="",
            before=notice.before,
            after=notice.after,
            quarter=notice.quarter,
            by="",
            illustrative=notice.illustrative,
            withdrawn=notice.withdrawn,
            sensitive=True,
        )
    return notice
