"""What makes an update valid: a draft as it was typed becomes an Update, or a refusal by field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.core.access import Caller
from bot.core.dataclass import dataclass
from bot.core.errors import Invalid
from bot.core.figures import reading_of
from bot.core.plan import Measure, Reading, Update, UpdateKind
from bot.core.progress import Standing, show_date
from bot.core.quarters import Quarter
from bot.core.status import Status

MAX_NOTE = 2000
"""Characters of a note: a Slack section holds 3,000 after escaping, and it is shown with more."""
MAX_REASON = 600
ANY_QUARTER = Quarter(2000, 1)
"""Where only the form of a figure is looked at."""
OFF_TRACK_NEEDS = "Off track needs a reason and a corrective action."
TEXTS = ("note", "reason", "corrective_action", "evidence")
"""What people write in an update."""


@dataclass(frozen=True, slots=True)
class ProgressDraft:
    """An update as typed, before it is accepted. `readings`: measure id -> text as typed;
    `confirmed`: fingerprints of the parts its writer says are not personal (see `core.guard`);
    `sure`: marks of what they say is right though it seldom is (see `services.plausible`)."""

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
    sure: frozenset[str] = frozenset()


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
    every = list(problems(standing, draft))
    for first in every[:1]:
        raise Invalid(first.field, first.message, first.next_step, every[1:])


def problems(standing: Standing, draft: ProgressDraft) -> Iterator[Invalid]:
    """Everything that keeps a draft from being accepted, field by field."""
    if draft.status is None:
        yield Invalid("status", "Choose a status.", "For example: on track, at risk or off track.")
    if not draft.note.strip():
        yield Invalid("note", "Say in a sentence what has happened.", "")
    yield from _reasons(standing, draft)
    yield from _lengths(draft)
    yield from _figures(standing, draft)


def _reasons(standing: Standing, draft: ProgressDraft) -> Iterator[Invalid]:
    red, moved = draft.status is Status.OFF_TRACK, _moved(standing, draft)
    if red and not draft.reason.strip():
        yield Invalid("reason", "Off track needs a reason.", "Say briefly what is in the way.")
    elif moved and not draft.reason.strip():
        yield Invalid("reason", f"{moved}: say why.", "One line is enough.")
    if red and not draft.corrective_action.strip():
        problem = "Off track needs a corrective action."
        yield Invalid(
            "corrective_action", problem, "Say what will be done to bring it back, and by when."
        )
    if draft.new_due is not None and not 2000 <= draft.new_due.year <= 2100:
        problem = "That date is out of range."
        yield Invalid("new_due", problem, "Choose a date in this plan's time.")


def _moved(standing: Standing, draft: ProgressDraft) -> str:
    """That the due date moves, in words; empty when it does not."""
    if draft.new_due is None or draft.new_due == standing.due:
        return ""
    before = f"from {show_date(standing.due)} " if standing.due else ""
    return f"The due date moves {before}to {show_date(draft.new_due)}"


def _lengths(draft: ProgressDraft) -> Iterator[Invalid]:
    limits = {"note": MAX_NOTE, "reason": MAX_REASON, "corrective_action": MAX_REASON}
    for name, limit in limits.items():
        length = len(getattr(draft, name))
        if length > limit:
            problem = f"That is {length:,} characters; {limit:,} is the most I can keep."
            yield Invalid(name, problem, "Shorten it and link to the longer document.")


def _figures(standing: Standing, draft: ProgressDraft) -> Iterator[Invalid]:
    for measure, text in _typed(standing.action.measures, draft):
        try:
            reading_of(measure, text, ANY_QUARTER)
        except Invalid as refused:
            yield Invalid(f"reading:{measure.id}", refused.message, refused.next_step)


def _readings(
    measures: tuple[Measure, ...], draft: ProgressDraft, quarter: Quarter
) -> tuple[Reading, ...]:
    return tuple(reading_of(measure, text, quarter) for measure, text in _typed(measures, draft))


def _typed(measures: tuple[Measure, ...], draft: ProgressDraft) -> Iterator[tuple[Measure, str]]:
    """The figures that were typed, each with its measure."""
    known = {measure.id: measure for measure in measures}
    yield from (
        (known[name], text) for name, text in draft.readings if text.strip() and name in known
    )


_TYPED_FIGURE = re.compile(
    r"[\s.;,|(-]{0,9}\bfigure\s{0,9}[:=]\s{0,9}(?P<figure>[-+£]?\d[\d,]{0,14}(?:\.\d{1,9})?"
    r"(?:\s{0,9}(?:of|out of|/)\s{0,9}\d[\d,]{0,14})?\s{0,9}%?)[\s.)]{0,9}$",
    re.IGNORECASE,
)


def with_typed_figure(draft: ProgressDraft, measures: tuple[Measure, ...]) -> ProgressDraft:
    """A typed update whose note ends in "figure: 12 of 48": that is the action's first measure's.
    One with figures of its own, or without such an end, as it is."""
    match = _TYPED_FIGURE.search(draft.note)
    if match is None or draft.readings or not measures:
        return draft
    note, figure = draft.note[: match.start()].strip(), match["figure"].strip()
    return replace(draft, note=note or draft.note, readings=((measures[0].id, figure),))


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
