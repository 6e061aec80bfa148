"""Counts so small that they may point at people are not published, nor what would give them away.

One to four, as under UK statistical practice; by difference too: what two published figures differ
by is a count as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.figures import Share
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
    return basis_of(measure) is not Basis.MILESTONE and bool(_PEOPLE.search(measure.text))


Shares = Mapping[Quarter, Share]
"""The two numbers of each quarter's share, where it was given as one."""


def published(
    measure: Measure, readings: Readings, quarter: Quarter, shares: Shares | None = None
) -> str:
    """A figure as it may be published: of people no count of one to four, and no running total
    that differs by so few from the last one that was published, since the difference is a count
    too. Of a share the part, the rest and all of them are counts. Everything else is shown as it
    is, and so is a per cent without its two numbers."""
    if shares and quarter in shares:
        return _share(measure, shares, quarter)
    value = readings[quarter]
    if "percent" in measure.unit or not counts_people(measure):
        return shown(measure, value)
    if value in SMALL:
        return FEWER
    last = _last_shown(measure, readings, quarter)
    if last is None or abs(value - last) not in SMALL:
        return shown(measure, value)
    more = "more" if value > last else "less"
    return f"{shown(measure, last)} and {FEWER} {more}"


def _share(measure: Measure, shares: Shares, quarter: Quarter) -> str:
    share = shares[quarter]
    if not counts_people(measure):
        return str(share)
    part, rest, every = (number in SMALL for number in share.counted)
    if every:
        return f"a share of {FEWER}"
    if part or rest:
        return f"{'all but ' if rest else ''}{FEWER} of {share.denominator:,}"
    return f"{round(share.percent)}%" if _gives_away(shares, quarter) else str(share)


def _gives_away(shares: Shares, quarter: Quarter) -> bool:
    """Whether one of a share's counts differs by a few from that of an earlier quarter of the year:
    where the counts go on from quarter to quarter, the difference is a count too."""
    now = shares[quarter].counted
    earlier = (s.counted for q, s in shares.items() if q.year == quarter.year and q < quarter)
    return any(
        abs(number - before) in SMALL
        for counted in earlier
        for number, before in zip(now, counted, strict=True)
    )


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
