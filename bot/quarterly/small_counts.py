"""Counts so small that they may point at people are not published, nor what would give them away.

One to four, as under UK statistical practice; by difference too: what two published figures differ
by is a count as well.
"""

from __future__ import annotations

import re

from bot.core.plan import Basis, Measure
from bot.core.quarters import Quarter
from bot.quarterly.measures import Readings, basis_of, shown

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
        return shown(measure, value)
    if value in SMALL:
        return FEWER
    last = _last_shown(measure, readings, quarter)
    if last is None or abs(value - last) not in SMALL:
        return shown(measure, value)
    more = "more" if value > last else "less"
    return f"{shown(measure, last)} and {FEWER} {more}"


def _last_shown(measure: Measure, readings: Readings, quarter: Quarter) -> float | None:
    """The last figure of the year before `quarter` that was published as it is."""
    last: float | None = None
    if basis_of(measure) is not Basis.RUNNING_TOTAL:
        return last
    for earlier in sorted(q for q in readings if q.year == quarter.year and q < quarter):
        value = readings[earlier]
        if value not in SMALL and (last is None or abs(value - last) not in SMALL):
            last = value
    return last
