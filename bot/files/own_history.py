"""The history of the bot's own workbook: every entry of the record with its dates, its agency and
what it corrects, as it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time

from bot.core.day_only import NO_TIME
from bot.core.errors import Invalid
from bot.core.figures import parse_share, reading_of
from bot.core.plan import Action, Plan, Reading, Update, UpdateKind
from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.files.measures import number_in
from bot.files.own_rows import written_readings
from bot.files.own_sheets import HISTORY
from bot.files.rag import rag_of, status_of
from bot.files.sheet import Cell, Findings

Cells = Mapping[str, Cell]
"""Heading -> cell of one row."""


def read_history(rows: Iterable[Cells], plan: Plan, findings: Findings) -> Iterator[Update]:
    """The entries in the order they were written; a row without an id is a new one. What cannot
    be read is reported by place and left out."""
    for number, row in enumerate(rows, 2):
        try:
            yield _entry(row, plan)
        except ValueError as wrong:
            findings.add(
                "row_not_read", "must", f"not read: {wrong}", ref=_text(row, "Ref") or None,
                location={"sheet": HISTORY, "row": number}, quote=_text(row, "Update")[:80],
            )  # fmt: skip


def _entry(row: Cells, plan: Plan) -> Update:
    """One entry. Raises ValueError, saying what is wrong with it."""
    ref, label = _text(row, "Ref"), _text(row, "Quarter")
    action, quarter = plan.find(ref), Quarter.parse(label, today=plan.starts)
    if action is None:
        raise ValueError(f"the plan holds no action '{ref}'")
    if quarter is None:
        raise ValueError(f"'{label}' is no quarter")
    moved = row["New due date"]
    return Update(
        id=_text(row, "Id"),
        ref=ref,
        at=datetime.combine(_day(row["Date"]), _clock(_text(row, "Time (UTC)"))),
        quarter=quarter,
        status=_status(_text(row, "Status")),
        agency=_text(row, "Agency"),
        by="file",
        note=row["Update"].text,
        readings=_readings(row, action, quarter),
        reason=row["Reason"].text,
        corrective_action=row["Corrective action"].text,
        new_due=_day(moved) if moved.text.strip() else None,
        evidence=row["Evidence"].text,
        source=_text(row, "Source") or "import",
        kind=UpdateKind(_text(row, "Kind") or UpdateKind.REPORT),
        corrects=_text(row, "Corrects"),
    )


def _text(row: Cells, heading: str) -> str:
    return row[heading].text.strip()


def _day(cell: Cell) -> date:
    if cell.day is not None:
        return cell.day
    try:
        return date.fromisoformat(cell.text.strip())
    except ValueError:
        raise ValueError(f"'{cell.text}' is no date") from None


def _clock(text: str) -> time:
    return time.fromisoformat(text).replace(tzinfo=UTC) if text else NO_TIME


def _status(text: str) -> Status | None:
    if not text or text in set(Status):
        return Status(text) if text else None
    status = status_of(rag_of(text))
    if status is None:
        raise ValueError(f"'{text}' is no status")
    return status


def _readings(row: Cells, action: Action, quarter: Quarter) -> tuple[Reading, ...]:
    """All readings of an entry; in a row somebody added, the one of the action's first measure."""
    written = row["All readings"].text
    if written:
        return tuple(read_readings(written))
    text, measure = _text(row, "Reading"), next(iter(action.measures), None)
    if measure is None:
        return ()
    try:
        share = parse_share(text)
    except Invalid:
        return ()
    if share is not None:
        return (reading_of(measure, text, quarter),)
    value = number_in(text)
    return (Reading(measure.id, value, quarter),) if value is not None else ()


def read_readings(text: str) -> Iterator[Reading]:
    """ "ASB3/1: 4.0 (Q1 2018-19); ..." -> the readings."""
    for measure, value, label in written_readings(text):
        quarter = Quarter.parse(label, today=Quarter(2000, 1).starts)
        if quarter is not None:
            yield written_reading(measure.removesuffix(": "), value, quarter)


def written_reading(measure: str, value: str, quarter: Quarter) -> Reading:
    """ "25.0" or "12 of 48" -> the reading. Raises Invalid when it is no share."""
    share = parse_share(value)
    if share is None:
        return Reading(measure, float(value), quarter)
    return Reading(measure, share.percent, quarter, share.numerator, share.denominator)
