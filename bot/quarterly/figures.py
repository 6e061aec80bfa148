"""A measure's figure as a summary shows it: value, target, and where it is going, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bot.core.plan import Direction, Measure
from bot.core.progress import Standing, excerpt, meets, show_reading
from bot.core.quarters import Quarter
from bot.core.thresholds import Thresholds
from bot.quarterly.facts import Figure
from bot.quarterly.measures import (
    Pace,
    Readings,
    forecast_words,
    pace,
    pace_words,
    published,
    travel_words,
)


def readings_of(standings: Iterable[Standing]) -> dict[str, dict[Quarter, float]]:
    """The last reading of each quarter, by measure."""
    by_measure: dict[str, dict[Quarter, float]] = defaultdict(dict)
    for standing in standings:
        for update in standing.updates:
            for reading in update.readings:
                by_measure[reading.measure][reading.period] = reading.value
    return by_measure


def known_of(measures: Iterable[Measure], until: Quarter) -> dict[str, dict[Quarter, float]]:
    """The readings of measures that the plan's document itself gives, up to a quarter."""
    return {
        measure.id: within
        for measure in measures
        if (within := {r.period: r.value for r in measure.known if r.period <= until})
    }


def measured(
    readings: Mapping[str, Readings], measures: Iterable[Measure], thresholds: Thresholds
) -> Iterator[Figure]:
    """The figures of measures that have a reading."""
    for measure in measures:
        if of_measure := readings.get(measure.id):
            yield _figure(measure, of_measure, thresholds)


def _figure(measure: Measure, readings: Readings, thresholds: Thresholds) -> Figure:
    period = max(readings)
    value = readings[period]
    shown = published(measure, readings, period)
    hidden = shown != show_reading(measure, value)
    course = pace(measure, value, period, thresholds)
    judged = (
        measure.comparable
        and measure.target is not None
        and measure.direction is not Direction.MONITOR
    )
    return Figure(
        measure=measure.id,
        text=excerpt(measure.text, 200),
        value=shown,
        period=period,
        target=show_reading(measure, measure.target),
        baseline=show_reading(measure, measure.baseline),
        met=meets(measure, value) if judged else None,
        comparable=measure.comparable,
        pace=_pace_words(measure, course, hidden=hidden),
        travel=travel_words(measure, readings, period),
        forecast="" if hidden else forecast_words(measure, value, period),
    )


def _pace_words(measure: Measure, course: Pace | None, *, hidden: bool) -> str:
    """How a figure stands; of one that is not published, without the sum it could be read from."""
    if course is None:
        return ""
    return str(course.course) if hidden else pace_words(measure, course)
