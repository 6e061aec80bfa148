"""Where a success measure is going: on course or behind, and what the year would come to.

"148 of 300" half way through the year is on course, and saying "not yet at target" of it misleads
a committee. What a figure ought to be by now follows from how the measure adds up (its basis) and
its profile over the four quarters. Figures only: nothing here says why.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from bot.core.dataclass import dataclass
from bot.core.plan import Basis, Direction, Measure
from bot.core.progress import meets, show_number, show_reading
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


def expected_by(measure: Measure, quarter: Quarter, last: int = QUARTERS) -> float | None:
    """What the measure should read at the end of `quarter`, in its unit; None without a target.

    `last`: the number of the quarter its action is due in; a total is asked for in full by then.
    """
    if measure.target is None or measure.direction is Direction.MONITOR:
        return None
    return measure.target * _share(measure, quarter, last)


def _share(measure: Measure, quarter: Quarter, last: int) -> float:
    if len(measure.profile) == QUARTERS:
        return measure.profile[quarter.number - 1]
    is_total = basis_of(measure) is Basis.RUNNING_TOTAL
    return min(1.0, quarter.number / last) if is_total else 1.0


def pace(
    measure: Measure,
    value: float,
    quarter: Quarter,
    thresholds: Thresholds = USUAL,
    *,
    last: int = QUARTERS,
) -> Pace | None:
    """How `value`, reported for `quarter`, stands; None where nothing can be said: no target,
    monitored only, or not comparable.

    `last`: the number of the quarter its action is due in; from then on "not yet" is behind.
    """
    expected = expected_by(measure, quarter, last)
    if expected is None or measure.target is None or not measure.comparable:
        return None
    short_by = value - expected if measure.direction is Direction.LOWER else expected - value
    if basis_of(measure) is Basis.MILESTONE:
        course = _milestone(value >= measure.target, quarter.number >= last)
    else:
        course = _course(short_by, expected, thresholds, basis_of(measure))
    return Pace(quarter, value, expected, course, short_by)


def _milestone(reached: bool, is_due: bool) -> Course:
    if reached:
        return Course.REACHED
    return Course.BEHIND if is_due else Course.NOT_YET


def _course(short_by: float, expected: float, thresholds: Thresholds, basis: Basis) -> Course:
    if short_by <= 0:
        well_past = -short_by > abs(expected) * thresholds.on_course
        return Course.AHEAD if well_past and basis is Basis.RUNNING_TOTAL else Course.ON_COURSE
    short = short_by / abs(expected) if expected else float("inf")
    if short <= thresholds.on_course + 1e-9:
        return Course.ON_COURSE
    return Course.SLIGHTLY_BEHIND if short < thresholds.behind - 1e-9 else Course.BEHIND


def pace_words(measure: Measure, now: Pace) -> str:
    """The pace in words: "on course", "behind: 18 short of the 30 expected by the end of Q1"."""
    is_near = now.course is Course.ON_COURSE and not _is_due_and_short(measure, now)
    if basis_of(measure) is Basis.MILESTONE or is_near:
        return str(now.course)
    expected = _rounded(now.expected)
    below = "below" if measure.direction is Direction.LOWER else "short of"
    beside = below if now.value < expected else "above"
    return f"{now.course}: {_gap(measure, now.value - expected)} {beside} {_asked(measure, now)}"


def _is_due_and_short(measure: Measure, now: Pace) -> bool:
    """Whether the whole target is asked for and not met: "on course" alone would hide that."""
    return now.expected == measure.target and now.short_by > 0


def _asked(measure: Measure, now: Pace) -> str:
    """What is asked of the figure by the end of the quarter: the whole target, or a part of it."""
    if now.expected == measure.target:
        return f"the target of {shown(measure, measure.target)}"
    by = f"expected by the end of Q{now.quarter.number}"
    return f"the {shown(measure, _rounded(now.expected))} {by}"


def _gap(measure: Measure, gap: float) -> str:
    number = show_number(abs(_rounded(gap)))
    if "percent" not in measure.unit:
        return number
    return f"{number} percentage point{'' if number == '1' else 's'}"


def shown(measure: Measure, value: float | None) -> str:
    """A figure as it is read aloud: "61%", "a 7% rise", "1,200"."""
    if value is None or "change" not in measure.unit:
        return show_reading(measure, value)
    amount = show_reading(replace(measure, unit="percent"), abs(value))
    return f"a {amount} {'rise' if value > 0 else 'fall'}" if value else "no change"


def _rounded(value: float) -> float:
    return float(round(value)) if abs(value) >= 10 else round(value, 1)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a running total comes to at the pace so far, and the sum it is."""

    value: float
    sum: str


def forecast(
    measure: Measure, value: float, quarter: Quarter, last: int = QUARTERS
) -> Forecast | None:
    """The figure by the end of the quarter it is due in (`last`), at the pace up to `quarter`;
    None but for running totals that have begun and are not due yet.

    A straight sum, shown as such: it says nothing of what will happen.
    """
    share = _share(measure, quarter, last)
    if basis_of(measure) is not Basis.RUNNING_TOTAL or not 0 < share < 1 or not value:
        return None
    total = _rounded(value / share)
    parts = f" ÷ {quarter.number}" if quarter.number > 1 else ""
    times = f"÷ {round(share * 100)}%" if measure.profile else f"× {last}{parts}"
    return Forecast(total, f"{show_number(value)} {times} = {show_number(total)}")


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
    """The direction of travel in words: "better than last quarter ↑, worse than ... ↓"."""
    moves = {
        "last quarter": against_last_quarter(measure, readings, quarter),
        "the same quarter last year": against_last_year(measure, readings, quarter),
    }
    words = [_travelled(move, than) for than, move in moves.items() if move is not None]
    added = moves["last quarter"] is not None and basis_of(measure) is Basis.RUNNING_TOTAL
    # Of a total the quarter's own part is compared: the total itself only ever grows.
    return f"{'the quarter alone: ' if added else ''}{', '.join(words)}"


def _travelled(move: Move, than: str) -> str:
    joined = {Travel.SAME: "the same as", Travel.UP: "up on", Travel.DOWN: "down on"}
    return f"{joined.get(move.travel, f'{move.travel} than')} {than} {move.arrow}"


def forecast_words(measure: Measure, value: float, quarter: Quarter, last: int = QUARTERS) -> str:
    """The forecast as a sum beside the target: "at this pace 148 × 4 ÷ 2 = 296 by the year's end,
    against a target of 300"; nothing of a target that is met already."""
    at_this_pace = forecast(measure, value, quarter, last)
    if at_this_pace is None or measure.target is None or is_met(measure, value, quarter, last):
        return ""
    most = "at most " if measure.direction is Direction.LOWER else ""
    by = "the year's end" if last == QUARTERS else f"the end of Q{last}"
    target = f"a target of {most}{show_number(measure.target)}"
    return f"at this pace {at_this_pace.sum} by {by}, against {target}"


def is_met(measure: Measure, value: float, quarter: Quarter, last: int = QUARTERS) -> bool | None:
    """Whether a target is met; None where that cannot be said: no target, monitored only, not
    comparable, or a total that must stay below its target until it is due."""
    if measure.target is None or measure.direction is Direction.MONITOR or not measure.comparable:
        return None
    met = meets(measure, value)
    still_open = measure.direction is Direction.LOWER and _share(measure, quarter, last) < 1
    return None if met and still_open else met
