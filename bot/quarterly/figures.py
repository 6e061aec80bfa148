"""A measure's figure as a summary shows it: value, target, and where it is going, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bot.core.figures import share_of
from bot.core.plan import Basis, Measure, Reading
from bot.core.progress import Standing, excerpt
from bot.core.quarters import Quarter
from bot.core.thresholds import Thresholds
from bot.quarterly.facts import Figure
from bot.quarterly.measures import (
    QUARTERS,
    Pace,
    basis_of,
    forecast_words,
    is_met,
    pace,
    pace_words,
    shown,
    travel_words,
)
from bot.quarterly.small_counts import published

Taken = Mapping[Quarter, Reading]
"""A measure's last reading for each quarter that has one."""


def readings_of(standings: Iterable[Standing]) -> dict[str, dict[Quarter, Reading]]:
    """The last reading of each quarter, by measure."""
    by_measure: dict[str, dict[Quarter, Reading]] = defaultdict(dict)
    for standing in standings:
        for update in standing.updates:
            for reading in update.readings:
                by_measure[reading.measure][reading.period] = reading
    return by_measure


def known_of(measures: Iterable[Measure], until: Quarter) -> dict[str, dict[Quarter, Reading]]:
    """The readings of measures that the plan's document itself gives, up to a quarter."""
    return {
        measure.id: within
        for measure in measures
        if (within := {r.period: r for r in measure.known if r.period <= until})
    }


def measured(
    readings: Mapping[str, Taken],
    measures: Iterable[Measure],
    thresholds: Thresholds,
    last: int = QUARTERS,
) -> Iterator[Figure]:
    """The figures of measures that have a reading. `last`: the quarter their action is due in."""
    for measure in measures:
        if of_measure := readings.get(measure.id):
            yield _figure(measure, of_measure, thresholds, last)


def _figure(measure: Measure, taken: Taken, thresholds: Thresholds, last: int) -> Figure:
    period = max(taken)
    value = taken[period].value
    readings = {quarter: reading.value for quarter, reading in taken.items()}
    shares = {quarter: s for quarter, reading in taken.items() if (s := share_of(reading))}
    public = published(measure, readings, period, shares)
    hidden = public != str(shares.get(period, shown(measure, value)))
    course = pace(measure, value, period, thresholds, last=last)
    return Figure(
        measure=measure.id,
        text=excerpt(measure.text, 200),
        value=public,
        period=period,
        target=shown(measure, measure.target),
        baseline=shown(measure, measure.baseline),
        met=is_met(measure, value, period, last),
        comparable=measure.comparable,
        pace=_pace_words(measure, course, hidden=hidden),
        travel=travel_words(measure, readings, period),
        forecast="" if hidden else forecast_words(measure, value, period, last),
        is_total=basis_of(measure) is Basis.RUNNING_TOTAL,
        is_milestone=basis_of(measure) is Basis.MILESTONE,
    )


def _pace_words(measure: Measure, course: Pace | None, *, hidden: bool) -> str:
    """How a figure stands; of one that is not published, without the sum it could be read from."""
    if course is None:
        return ""
    return str(course.course) if hidden else pace_words(measure, course)
