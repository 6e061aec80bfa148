"""What makes an update valid: a draft as it was typed becomes an Update, or a refusal by field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.access import Caller
from bot.core.errors import Invalid
from bot.core.plan import Measure, Reading, Update, UpdateKind
from bot.core.progress import Standing, show_date
from bot.core.quarters import Quarter
from bot.core.status import Status

MAX_NOTE = 2000
"""Characters of a note: a Slack section holds 3,000 after escaping, and it is shown with more."""
MAX_REASON = 600
_NUMBER = re.compile(r"^[-+−]?£?\s*\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[-+−]?£?\s*\d+(?:\.\d+)?$")


@dataclass(frozen=True, slots=True)
class ProgressDraft:
    """An update as typed, before it is accepted. `readings`: measure id -> text as typed;
    `confirmed`: fingerprints of the parts its writer says are not personal (see `core.guard`)."""

    ref: str
    status: Status | None = None
    note: str = ""
    readings: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    corrective_action: str = ""
    new_due: date | None = None
    evidence: str = ""
    quarter: Quarter | None = None
    source: str = "form"
    confirmed: frozenset[str] = frozenset()


def parse_reading(text: str) -> float:
    """The number in "1,200", "61 %", "-3%", "£4,200". Raises Invalid("reading") otherwise."""
    plain = text.strip().rstrip("%").strip()
    if not _NUMBER.match(plain):
        raise Invalid(
            "reading",
            f"I read '{text.strip()}' as the figure and it is not a number.",
            "Type digits only, for example 41 or 61%. Words belong in the progress box.",
        )
    return float(re.sub(r"[£,\s]", "", plain).replace("−", "-"))


def accept(
    standing: Standing,
    draft: ProgressDraft,
    *,
    by: Caller,
    agency: str,
    at: datetime,
    quarter: Quarter,
    update_id: str,
) -> Update:
    """The draft as an Update of `standing.action` for `quarter`. Raises Invalid naming the field.

    Off track needs a reason and a corrective action; a moved date needs a reason (UK performance
    reports ask for both, so that a red row says what is being done about it).
    """
    _check(standing, draft)
    return Update(
        id=update_id,
        ref=standing.action.ref,
        at=at,
        quarter=quarter,
        status=draft.status,
        agency=agency,
        by=by.user,
        note=draft.note.strip(),
        readings=_readings(standing.action.measures, draft, quarter),
        reason=draft.reason.strip(),
        corrective_action=draft.corrective_action.strip(),
        new_due=draft.new_due if draft.new_due != standing.due else None,
        evidence=draft.evidence.strip(),
        source=draft.source,
    )


def _check(standing: Standing, draft: ProgressDraft) -> None:
    if draft.status is None:
        raise Invalid("status", "Choose a status.", "For example: on track, at risk or off track.")
    if not draft.note.strip():
        raise Invalid("note", "Say in a sentence what has happened.", "One line is enough.")
    if draft.status is Status.OFF_TRACK and not draft.reason.strip():
        raise Invalid("reason", "Off track needs a reason.", "Say briefly what is in the way.")
    if draft.status is Status.OFF_TRACK and not draft.corrective_action.strip():
        raise Invalid(
            "corrective_action",
            "Off track needs a corrective action.",
            "Say what will be done to bring it back.",
        )
    _check_lengths(draft)
    _check_date(standing, draft)


def _check_lengths(draft: ProgressDraft) -> None:
    limits = {"note": MAX_NOTE, "reason": MAX_REASON, "corrective_action": MAX_REASON}
    for name, limit in limits.items():
        length = len(getattr(draft, name))
        if length > limit:
            raise Invalid(
                name,
                f"That is {length:,} characters; {limit:,} is the most I can keep.",
                "Shorten it and link to the longer document.",
            )


def _check_date(standing: Standing, draft: ProgressDraft) -> None:
    if draft.new_due is None or draft.new_due == standing.due:
        return
    if not 2000 <= draft.new_due.year <= 2100:
        raise Invalid("new_due", "That date is out of range.", "Choose a date in this plan's time.")
    if not draft.reason.strip():
        before = f"from {show_date(standing.due)} " if standing.due else ""
        raise Invalid(
            "reason",
            f"The due date moves {before}to {show_date(draft.new_due)}: say why.",
            "One line is enough.",
        )


def _readings(
    measures: tuple[Measure, ...], draft: ProgressDraft, quarter: Quarter
) -> tuple[Reading, ...]:
    known = {measure.id for measure in measures}
    return tuple(
        Reading(measure, parse_reading(text), quarter)
        for measure, text in draft.readings
        if text.strip() and measure in known
    )


def withdrawal(update: Update, *, by: Caller, at: datetime, update_id: str) -> Update:
    """The entry that takes `update` out of effect (Undo). The update itself stays on record."""
    return Update(
        id=update_id,
        ref=update.ref,
        at=at,
        quarter=update.quarter,
        status=None,
        agency=update.agency,
        by=by.user,
        source="undo",
        kind=UpdateKind.WITHDRAWAL,
        corrects=update.id,
    )


def reporting_quarter(standing: Standing, collected: Sequence[Quarter]) -> Quarter:
    """The quarter an update counts for when the person does not say, of those `collected` now:
    the first the action is not yet reported for, else the last."""
    fits = (quarter for quarter in collected if standing.reported_for(quarter) is None)
    return next(fits, collected[-1])
