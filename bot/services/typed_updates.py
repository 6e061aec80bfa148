"""Updates as they were typed in one message: what they say, several checked together, all saved in
one transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.core.access import Caller, Permission, require
from bot.core.audit import SEVERAL
from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.core.plan import ref_name
from bot.core.quarters import Quarter
from bot.core.reporting import ProgressDraft
from bot.core.status import Status
from bot.reading.typed_update import Doubt, TypedUpdate
from bot.reading.updates import may_report, read_updates
from bot.services.context import Context
from bot.services.progress import Reported, checked, record
from bot.store.store import Records

__all__ = [
    "Doubt",
    "Outcome",
    "TypedUpdate",
    "check_several",
    "keep_several",
    "recorded",
    "report_several",
    "typed_updates",
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one draft: what was recorded, or why it is not; both None: it may be saved.
    `sensitive`: others see the action by reference and status only."""

    draft: ProgressDraft
    reported: Reported | None = None
    refused: Refused | None = None
    sensitive: bool = False


def typed_updates(context: Context, caller: Caller, text: str) -> tuple[TypedUpdate, ...]:
    """The updates that a message attempts to report; empty when it is something else."""
    if not may_report(text):
        return ()
    with context.store.reading(caller.workspace, caller.seen) as records:
        return read_updates(text, records.keep("typed references", lambda: _refs(records)))


def _refs(records: Records) -> frozenset[str]:
    """Every reference of every plan held, by its one spelling."""
    held = [records.plans.of(plan.year) for plan in records.plans.held()]
    names = {
        name
        for progress in held
        if progress is not None
        for action in progress.plan.actions
        for name in (action.ref, action.alt_ref)
    }
    return frozenset(filter(None, map(ref_name, names)))


def check_several(
    context: Context, caller: Caller, drafts: Sequence[ProgressDraft]
) -> tuple[Outcome, ...]:
    """What would become of each draft; nothing is saved."""
    with context.store.reading(caller.workspace) as records:
        return tuple(_tried(records, context, caller, draft) for draft in drafts)


def _tried(records: Records, context: Context, caller: Caller, draft: ProgressDraft) -> Outcome:
    try:
        meant, _, _ = checked(records, context, caller, draft)
    except Refused as refused:
        return Outcome(draft, refused=refused)
    return Outcome(draft, sensitive=meant.progress.plan.is_sensitive(meant.standing.action))


def keep_several(context: Context, caller: Caller, drafts: Sequence[ProgressDraft]) -> str:
    """Keep checked drafts for a day, to be saved by a button; gives back the key of the button."""
    entries = [
        {
            "ref": draft.ref,
            "status": draft.status or "",
            "note": draft.note,
            "reason": draft.reason,
            "corrective_action": draft.corrective_action,
            "quarter": draft.quarter.label if draft.quarter else "",
            "source": draft.source,
        }
        for draft in drafts
    ]
    with context.store.writing(caller.workspace) as records:
        key = f"{SEVERAL}{records.new_id()}"
        records.drafts.keep(caller.user, key, json.dumps(entries), context.now())
        return key


def report_several(context: Context, caller: Caller, key: str) -> tuple[Outcome, ...]:
    """Save the drafts kept under `key` in one transaction, each with its outcome: one that is
    refused now leaves the others. Raises Refused when they are no longer kept for this person."""
    require(caller, Permission.REPORT)
    with context.store.writing(caller.workspace) as records:
        stored = records.drafts.find(caller.user, key)
        if not stored:
            raise Refused(
                "I hold no updates of yours under this button: they were saved already, were typed "
                "by somebody else, or are older than a day.",
                "Type them again to be sure.",
            )
        records.drafts.drop(caller.user, key)
        drafts = [_draft(entry, context) for entry in json.loads(stored)]
        return tuple(recorded(records, context, caller, draft) for draft in drafts)


def _draft(entry: dict[str, str], context: Context) -> ProgressDraft:
    quarter = Quarter.parse(entry.pop("quarter"), today=context.today())
    return ProgressDraft(status=Status(entry.pop("status")), quarter=quarter, **entry)  # type: ignore[arg-type]


def recorded(records: Records, context: Context, caller: Caller, draft: ProgressDraft) -> Outcome:
    """Save a draft in the transaction this is called in; a refusal writes nothing."""
    try:
        reported = record(records, context, caller, draft)
    except Refused as refused:
        return Outcome(draft, refused=refused)
    return Outcome(draft, reported=reported, sensitive=reported.sensitive)
