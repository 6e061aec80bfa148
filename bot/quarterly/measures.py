"""Where a success measure is going: on course or behind, and what the year would come to.

"148 of 300" half way through the year is on course, and saying "not yet at target" of it misleads
a committee. What a figure ought to be by now follows from how the measure adds up (its basis) and
its profile over the four quarters. Figures only: nothing here says why.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.core.plan import Basis, Direction, Measure
from bot.core.progress import show_number, show_reading
from bot.core.quarters import Quarter
from bot.core.thresholds import USUAL, Thresholds

QUARTERS = 4


class Course(StrEnum):
    """How a figure stands against what is expected of it by the end of a quarter."""

    AHEAD = "ahead"
    ON_COURSE = "on course"
    SLIGHTLY_BEHIND = "slightly behind"
    BEHIND = "behind"
    REACHED = "reached"
    NOT_YET = "not yet reached"


@dataclass(frozen=True, slots=True)
class Pace:
    """A figure beside what was expected of it by the end of `quarter`.

    `short_by` is in the measure's unit, positive when behind and negative when ahead.
    """

    quarter: Quarter
    value: float
    expected: float
    course: Course
    short_by: float


_STOCK = re.compile(
    r"\b(open|live|current(?:ly)?|outstanding|average|mean|median|per (?:day|week|month|head)|"
    r"at any one time|at the end of|on the caseload|waiting|backlog|days to|hours to|"
    r"adopted|in place|in use|signed up|membership|vacanc\w+)\b",
    re.IGNORECASE,
)


def basis_of(measure: Measure) -> Basis:
    """How the measure adds up: as it was set, else from its unit and wording."""
    if measure.basis is not None:
        return measure.basis
    if measure.unit == "milestone":
        return Basis.MILESTONE
    if "percent" in measure.unit:
        return Basis.RATE
    return Basis.SNAPSHOT if _STOCK.search(measure.text) else Basis.RUNNING_TOTAL


def expected_by(measure: Measure, quarter: Quarter) -> float | None:
    """What the measure should read at the end of `quarter`, in its unit; None without a target."""
    if measure.target is None or measure.direction is Direction.MONITOR:
        return None
    return measure.target * _share(measure, quarter)


def _share(measure: Measure, quarter: Quarter) -> float:
    if len(measure.profile) == QUARTERS:
        return measure.profile[quarter.number - 1]
    return quarter.number / QUARTERS if basis_of(measure) is Basis.RUNNING_TOTAL else 1.0


def pace(
    measure: Measure,
    value: float,
    quarter: Quarter,
    thresholds: Thresholds = USUAL,
    *,
    last_chance: bool = False,
) -> Pace | None:
    """How `value`, reported for `quarter`, stands; None where nothing can be said: no target,
    monitored only, or not comparable.

    `last_chance`: a milestone's date has come, so that "not yet" is behind.
    """
    expected = expected_by(measure, quarter)
    if expected is None or measure.target is None or not measure.comparable:
        return None
    short_by = value - expected if measure.direction is Direction.LOWER else expected - value
    if basis_of(measure) is Basis.MILESTONE:
        course = _milestone(value >= measure.target, last_chance or quarter.number == QUARTERS)
    else:
        course = _course(short_by, expected, thresholds, basis_of(measure))
    return Pace(quarter, value, expected, course, short_by)


def _milestone(reached: bool, last_chance: bool) -> Course:
    if reached:
        return Course.REACHED
    return Course.BEHIND if last_chance else Course.NOT_YET


def _course(short_by: float, expected: float, thresholds: Thresholds, basis: Basis) -> Course:
    if short_by <= 0:
        well_past = -short_by > abs(expected) * thresholds.on_course
        return Course.AHEAD if well_past and basis is Basis.RUNNING_TOTAL else Course.ON_COURSE
    short = short_by / abs(expected) if expected else float("inf")
    if short <= thresholds.on_course + 1e-9:
        return Course.ON_COURSE
    return Course.SLIGHTLY_BEHIND if short < thresholds.behind - 1e-9 else Course.BEHIND


def pace_words(measure: Measure, now: Pace) -> str:
    """The pace in words: "on course (148 of 150 expected by the end of Q2)"."""
    if basis_of(measure) is Basis.MILESTONE:
        return str(now.course)
    expected = show_reading(measure, _rounded(now.expected))
    name = str(now.course)
    if now.short_by > 0 and now.course is not Course.ON_COURSE:
        name = f"{name} by {_gap(measure, now.short_by)}"
    value = show_reading(measure, now.value)
    return f"{name} ({value}, {expected} expected by the end of Q{now.quarter.number})"


def _gap(measure: Measure, short_by: float) -> str:
    points = " percentage points" if "percent" in measure.unit else ""
    return f"{show_number(_rounded(short_by))}{points}"


def _rounded(value: float) -> float:
    return float(round(value)) if abs(value) >= 10 else round(value, 1)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a running total comes to at the year's end at the pace so far, and the sum it is."""

    value: float
    sum: str


def forecast(measure: Measure, value: float, quarter: Quarter) -> Forecast | None:
    """The year's figure at the pace up to `quarter`; None but for running totals in mid-year.

    A straight sum, shown as such: it says nothing of what will happen.
    """
    share = _share(measure, quarter)
    if basis_of(measure) is not Basis.RUNNING_TOTAL or not 0 < share < 1:
        return None
    total = _rounded(value / share)
    shown = show_number(value)
    if measure.profile:
        return Forecast(total, f"{shown} ÷ {round(share * 100)}% = {show_number(total)}")
    sum_ = f"{shown} × {QUARTERS} ÷ {quarter.number} = {show_number(total)}"
    return Forecast(total, sum_)


class Travel(StrEnum):
    """The direction of travel between two periods, good and bad by the measure's direction."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "the same"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Move:
    """A direction of travel and the arrow beside it: the arrow is which way the figure went."""

    travel: Travel
    arrow: str


Readings = Mapping[Quarter, float]
"""A measure's last reading for each quarter that has one."""


def against_last_quarter(measure: Measure, readings: Readings, quarter: Quarter) -> Move | None:
    """This quarter against the one before; of running totals, what each quarter added."""
    now, before = _added(measure, readings, quarter), _added(measure, readings, quarter.previous)
    return _move(measure, now, before)


def against_last_year(measure: Measure, readings: Readings, quarter: Quarter) -> Move | None:
    """This quarter against the same quarter of the year before, as each stood at its end."""
    before = Quarter(quarter.year - 1, quarter.number)
    return _move(measure, readings.get(quarter), readings.get(before))


def _added(measure: Measure, readings: Readings, quarter: Quarter) -> float | None:
    value = readings.get(quarter)
    if value is None or basis_of(measure) is not Basis.RUNNING_TOTAL or quarter.number == 1:
        return value
    earlier = readings.get(quarter.previous)
    return None if earlier is None else value - earlier


def _move(measure: Measure, now: float | None, before: float | None) -> Move | None:
    if now is None or before is None or not measure.comparable:
        return None
    if now == before:
        return Move(Travel.SAME, "→")
    up = now > before
    arrow = "↑" if up else "↓"
    if measure.direction is Direction.MONITOR:
        return Move(Travel.UP if up else Travel.DOWN, arrow)
    good = up is (measure.direction is Direction.HIGHER)
    return Move(Travel.BETTER if good else Travel.WORSE, arrow)


def travel_words(measure: Measure, readings: Readings, quarter: Quarter) -> str:
    """The direction of travel in words: "↑ better than last quarter, ↓ worse than a year ago"."""
    moves = {
        "last quarter": against_last_quarter(measure, readings, quarter),
        "the same quarter last year": against_last_year(measure, readings, quarter),
    }
    return ", ".join(_travelled(move, than) for than, move in moves.items() if move is not None)


def _travelled(move: Move, than: str) -> str:
    joined = {Travel.SAME: "the same as", Travel.UP: "up on", Travel.DOWN: "down on"}
    return f"{move.arrow} {joined.get(move.travel, f'{move.travel} than')} {than}"


def forecast_words(measure: Measure, value: float, quarter: Quarter) -> str:
    """The forecast with its sum: "296 by the year's end at this pace (148 × 4 ÷ 2 = 296)"."""
    at_this_pace = forecast(measure, value, quarter)
    if at_this_pace is None or measure.target is None:
        return ""
    return f"{show_number(at_this_pace.value)} by the year's end at this pace ({at_this_pace.sum})"


SMALL = range(1, 5)
"""Counts of one to four may point at people: suppressed as under UK statistical practice."""
FEWER = "fewer than 5"
_PEOPLE = re.compile(
    r"\b(?:people|persons?|individuals?|adults?|child(?:ren)?|pupils?|students?|residents?|families|"
    r"households?|tenants?|victims?|survivors?|offenders?|perpetrators?|suspects?|clients?|"
    r"patients?|cases?|referr(?:als?|ed)|arrests?|nrm)\b",
    re.IGNORECASE,
)


def counts_people(measure: Measure) -> bool:
    """Whether a measure counts people or their cases, so that a small count may point at one."""
    is_count = "percent" not in measure.unit and basis_of(measure) is not Basis.MILESTONE
    return is_count and bool(_PEOPLE.search(measure.text))


def published(measure: Measure, readings: Readings, quarter: Quarter) -> str:
    """A figure as it may be published: of people no count of one to four, and no running total
    that differs by so few from the last one that was published, since the difference is a count
    too. Everything else is shown as it is."""
    value = readings[quarter]
    if not counts_people(measure):
        return show_reading(measure, value)
    if value in SMALL:
        return FEWER
    shown = _last_shown(measure, readings, quarter)
    if shown is None or abs(value - shown) not in SMALL:
        return show_reading(measure, value)
    more = "more" if value > shown else "less"
    return f"{FEWER} {more} than {show_reading(measure, shown)}"


def _last_shown(measure: Measure, readings: Readings, quarter: Quarter) -> float | None:
    """The last figure of the year before `quarter` that was published as it is."""
    shown: float | None = None
    if basis_of(measure) is not Basis.RUNNING_TOTAL:
        return shown
    for earlier in sorted(q for q in readings if q.year == quarter.year and q < quarter):
        value = readings[earlier]
        if value not in SMALL and (shown is None or abs(value - shown) not in SMALL):
            shown = value
    return shown
