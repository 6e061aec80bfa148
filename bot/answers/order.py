"""Orders: what needs attention first, with counts by status so, and the order that is asked for."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from bot.answers.lines import AnswerContext
from bot.core.plan import Direction, Measure
from bot.core.progress import Standing, count, meets, show_reading
from bot.core.status import Status
from bot.reading.expression import (
    EVERY,
    Became,
    Counts,
    Expression,
    Overdue,
    Stands,
    leaves,
)
from bot.reading.wants import Want

ORDER: tuple[Status | None, ...] = (
    Status.OFF_TRACK,
    Status.AT_RISK,
    Status.NOT_STARTED,
    None,
    Status.ON_TRACK,
    Status.DEFERRED,
    Status.COMPLETE,
    Status.CANCELLED,
)
"""What needs attention first."""


def worst_first(standings: Iterable[Standing]) -> list[Standing]:
    """Sorted so that what needs attention comes first, in the plan's order within a status."""
    return sorted(standings, key=lambda standing: ORDER.index(standing.status))


def gravest(standings: Iterable[Standing]) -> Status | None:
    """The status that needs attention most; None when nothing was reported."""
    return next((s.status for s in worst_first(standings) if s.status is not None), None)


def counts_words(standings: Iterable[Standing], context: AnswerContext) -> str:
    """ "🔴 Off track 1, 🟠 At risk 2, ▫️ No update received 5"."""
    items = list(standings)
    shown = []
    for status in ORDER:
        number = sum(1 for standing in items if standing.status is status)
        if number:
            shown.append(f"{context.labels.of(status)} {number}")
    return ", ".join(shown)


def ordered(standings: Sequence[Standing], want: Want, over: Expression = EVERY) -> list[Standing]:
    """By the order wanted, or from its other end on; last what has no place in it."""
    return sorted(standings, key=place_of(want, over))


def place_of(want: Want, over: Expression = EVERY) -> Callable[[Standing], float]:
    """Standing -> its place in the order wanted, the same for those that tie; infinite where it has
    none. `over`: the conditions, of which "turned" is the order of their beginning."""
    value, descending = _VALUES.get(want.order, (_due, False))
    towards = -1 if descending is not want.fewest else 1

    def place(standing: Standing) -> float:
        number = _turned(standing, over) if want.order == "turned" else value(standing)
        return math.inf if number is None else towards * number

    return place


def _due(standing: Standing) -> float | None:
    return _day(standing.due)


def _day(day: date | None) -> float | None:
    return day.toordinal() if day else None


def _updated(standing: Standing) -> float | None:
    return standing.latest.at.timestamp() if standing.latest else None


def _slipped(standing: Standing) -> float | None:
    """The days between the due date that the plan gave and that of now, where it was moved."""
    first, due = standing.action.due, standing.due
    return abs((due - first).days) if standing.moves and first and due else None


def _turned(standing: Standing, over: Expression) -> float | None:
    """The day on which the last of the conditions came to hold."""
    days: list[date | None] = []
    for leaf in leaves(over):
        if isinstance(leaf, Became):
            at = leaf.last(standing)
            days.append(at.date() if at else None)
        elif isinstance(leaf, Stands) and leaf.status == (standing.status or ""):
            days.append(_since(standing))
        elif isinstance(leaf, Counts) and leaf.field == "moves" and standing.moves:
            days.append(standing.moves[-1].update.at.date())
        elif isinstance(leaf, Overdue):
            days.append(standing.due)
    return _day(max(filter(None, days), default=None))


def _since(standing: Standing) -> date | None:
    """The day since which it has had the status it has."""
    since, before = None, None
    for update in standing.updates:
        if update.status is not None and update.status is not before:
            since, before = update.at.date(), update.status
    return since


def _reached(standing: Standing) -> float | None:
    """The smallest share of a target that its last readings come to; what has met all has all."""
    shares = [
        1.0 if meets(measure, value) else _share(measure.target or 0.0, value)
        for measure, value in _read(standing)
    ]
    return min(shares, default=1.0)


def _share(target: float, value: float) -> float:
    """The part of a target that a value short of it comes to, whichever way is good."""
    return min(value / target, target / value) if value and target else 0.0


def _beaten(standing: Standing) -> float | None:
    """The greatest part of a target by which its last readings are beyond it."""
    gains = [
        (measure.target - value if measure.direction is Direction.LOWER else value - measure.target)
        / abs(measure.target)
        for measure, value in _read(standing)
        if measure.target and meets(measure, value)
    ]
    return max((gain for gain in gains if gain > 0), default=None)


def _rise(standing: Standing) -> float | None:
    """How much the last reading of one of its measures is above the one before."""
    return max((change for change in _changes(standing) if change > 0), default=None)


def _fall(standing: Standing) -> float | None:
    """How much the last reading of one of its measures is below the one before."""
    return max((-change for change in _changes(standing) if change < 0), default=None)


def _changes(standing: Standing) -> list[float]:
    """From the reading before to the last, of each measure that has two."""
    read = (standing.readings(measure)[-2:] for measure in standing.action.measures)
    return [last.value - before.value for before, last in (r for r in read if len(r) > 1)]


def _gain(standing: Standing) -> float | None:
    """How much better the last reading of one of its measures is than where it began."""
    gains = [
        (last.value - measure.baseline) * (-1 if measure.direction is Direction.LOWER else 1)
        for measure in standing.action.measures
        if measure.baseline is not None
        for last in standing.readings(measure)[-1:]
    ]
    return max((gain for gain in gains if gain > 0), default=None)


def _read(standing: Standing) -> list[tuple[Measure, float]]:
    """Its measures that have a target and a reading, with the last."""
    return [
        (measure, last.value)
        for measure in standing.action.measures
        if measure.target is not None
        for last in standing.readings(measure)[-1:]
    ]


def margins(standings: Iterable[Standing], want: Want) -> tuple[str, ...]:
    """By how much: of orders by a figure, the figures that each action has its place by."""
    shown = _MARGINS.get(want.order)
    return tuple(f"{s.action.ref}: {shown(s)}" for s in standings if shown and shown(s))


def _beside_target(standing: Standing) -> str:
    """ "130 against a target of 100 (30% beyond it)", of each measure."""
    return ", ".join(
        f"{show_reading(measure, value)} against a target of "
        f"{show_reading(measure, measure.target)}{_beyond(measure.target, value)}"
        for measure, value in _read(standing)
    )


def _beyond(target: float | None, value: float) -> str:
    """How far a value is from a target, in percent of it."""
    percent = 100 * (value - target) / abs(target) if target else 0.0
    return f" ({abs(percent):.0f}% {'above' if percent > 0 else 'below'} it)" if percent else ""


def _since_before(standing: Standing) -> str:
    """ "from 20 to 41", of each measure with two readings."""
    pairs = ((m, standing.readings(m)[-2:]) for m in standing.action.measures)
    return ", ".join(
        f"from {show_reading(m, read[0].value)} to {show_reading(m, read[1].value)}"
        for m, read in pairs
        if len(read) > 1
    )


def _since_baseline(standing: Standing) -> str:
    """ "from a baseline of 20 to 41", of each measure with both."""
    return ", ".join(
        f"from a baseline of {show_reading(m, m.baseline)} to {show_reading(m, last.value)}"
        for m in standing.action.measures
        if m.baseline is not None
        for last in standing.readings(m)[-1:]
    )


def _days_moved(standing: Standing) -> str:
    days = _slipped(standing)
    return f"moved by {count(int(days), 'day')}" if days is not None else ""


_MARGINS: dict[str, Callable[[Standing], str]] = {
    "furthest": _beside_target,
    "closest": _beside_target,
    "beaten": _beside_target,
    "rise": _since_before,
    "fall": _since_before,
    "gain": _since_baseline,
    "slipped": _days_moved,
}
"""The orders whose figures are not in the line of an action."""

_VALUES: dict[str, tuple[Callable[[Standing], float | None], bool]] = {
    "last": (_due, True),
    "stalest": (_updated, False),
    "newest": (_updated, True),
    "furthest": (_reached, False),
    "closest": (_reached, True),
    "beaten": (_beaten, True),
    "rise": (_rise, True),
    "fall": (_fall, True),
    "gain": (_gain, True),
    "slipped": (_slipped, True),
    "turned": (_due, True),
}
"""The number that an order goes by, and whether the greatest comes first; else the due date."""


def ordinal(place: int) -> str:
    """ "second", "21st"; nothing of the first, which is "the most" by itself."""
    if place < len(_IN_WORDS):
        return _IN_WORDS[place]
    teens = place % 100 in {11, 12, 13}
    return f"{place}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th')}"


_IN_WORDS = ("", "", "second", "third", "fourth")
