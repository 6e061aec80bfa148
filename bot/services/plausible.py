"""What an update says that may be right and seldom is: a slip of the finger is asked about, never
refused, since the writer knows better.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.core.dataclass import dataclass
from bot.core.errors import Unlikely
from bot.core.plan import Basis, Direction, Measure, Reading, Update
from bot.core.progress import Standing, show_date, show_reading
from bot.core.status import Status
from bot.quarterly.measures import basis_of

FAR = 5.0
"""Times the last reading, or one part in so many of it: a digit too many is ten times."""
SMALL = 20.0
"""Below this, figures jump by themselves."""
HALF = 0.5
"""Who reports an action complete is asked when less than this of the target was reached."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question about a field; `mark` names what was typed, so that an answer holds for that."""

    field: str
    question: str
    mark: str


def ask_about(
    before: Standing, update: Update, starts: date, today: date, sure: frozenset[str]
) -> None:
    """Return quietly when an update is plausible, or its writer is `sure` (marks of doubts). Else
    raise Unlikely. `starts`: the plan's first day."""
    asked = [d for d in doubts(before, update, starts, today) if d.mark not in sure]
    if asked:
        raise Unlikely({d.field: d.question for d in asked}, [d.mark for d in asked])


def doubts(before: Standing, update: Update, starts: date, today: date) -> Iterator[Doubt]:
    """What of an update to an action that stands at `before` is to be asked about."""
    yield from _date(update, starts, today)
    yield from (d for m in before.action.measures for d in _figure(before, update, m))
    if update.status is Status.COMPLETE:
        yield from _unfinished(before, update)


def _date(update: Update, starts: date, today: date) -> Iterator[Doubt]:
    due = update.new_due
    if due is not None and due < today:
        when = f"before the plan begins ({show_date(starts)})" if due < starts else "in the past"
        question = f"The new due date {show_date(due)} is {when}. Is it right?"
        yield Doubt("new_due", question, f"new_due={due}")


def _figure(before: Standing, update: Update, measure: Measure) -> Iterator[Doubt]:
    earlier = [r for r in before.readings(measure) if r.period != update.quarter]
    for reading in _readings(update, measure):
        problem = _share(measure, reading.value) or _far(measure, reading.value, earlier[-1:])
        if problem := problem or _fallen(measure, reading.value, earlier[-1:]):
            field = f"reading:{measure.id}"
            yield Doubt(field, f"{problem} Is it right?", f"{field}={reading.value}")


def _readings(update: Update, measure: Measure) -> tuple[Reading, ...]:
    return tuple(reading for reading in update.readings if reading.measure == measure.id)


def _share(measure: Measure, value: float) -> str:
    share = "percent" in measure.unit and "change" not in measure.unit
    if not share or 0 <= value <= 100:
        return ""
    return f"{show_reading(measure, value)} is no share of 100."


def _far(measure: Measure, value: float, last: list[Reading]) -> str:
    for reading in last:
        small, large = sorted((abs(value), abs(reading.value)))
        if large >= SMALL and small * FAR <= large:
            was = f"{show_reading(measure, reading.value)} ({reading.period})"
            return f"{show_reading(measure, value)} is far from the last figure, {was}."
    return ""


def _fallen(measure: Measure, value: float, last: list[Reading]) -> str:
    """A total of the year so far that is less than it was: perhaps this quarter's part alone."""
    grows = basis_of(measure) is Basis.RUNNING_TOTAL and measure.direction is Direction.HIGHER
    for reading in last if grows else ():
        if value < reading.value:
            was = f"{show_reading(measure, reading.value)} ({reading.period})"
            less = f"{show_reading(measure, value)} is less than the last figure, {was}"
            return f"{less}, and it is of the year so far, not of this quarter alone."
    return ""


def _unfinished(before: Standing, update: Update) -> Iterator[Doubt]:
    for measure in before.action.measures:
        for reading in (*before.readings(measure), *_readings(update, measure))[-1:]:
            if _is_short(measure, reading.value):
                reached = show_reading(measure, reading.value)
                of = f"{reached} of {show_reading(measure, measure.target)}"
                question = f"Complete with {of} ({measure.text})? Is it right?"
                yield Doubt("status", question, f"complete={measure.id}:{reading.value}")


def _is_short(measure: Measure, value: float) -> bool:
    """Whether a figure is far from its target, in the direction of good."""
    if measure.target is None or measure.target <= 0:
        return False
    if measure.direction is Direction.HIGHER:
        return value < measure.target * HALF
    return measure.direction is Direction.LOWER and value * HALF > measure.target
