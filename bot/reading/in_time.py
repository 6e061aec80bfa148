"""A state, or an update, put in the times that belong to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bot.core.progress import show_date
from bot.core.quarters import Quarter
from bot.reading.calendar import Period
from bot.reading.dated import Dated
from bot.reading.expression import (
    AsAt,
    Closed,
    Days,
    Ever,
    Expression,
    Not,
    Reported,
    Stands,
    Updated,
    UpdatedLast,
    all_of,
    any_of,
)
from bot.reading.folding import Atom
from bot.reading.grammar import Sort
from bot.reading.spans import Span

OPEN = Not(Closed())


class InTime(Dated):
    """States at their times."""

    def _then(self, part: Expression, period: Period | None, place: int) -> Expression:
        """A state at a time: at any time of it, ever since it, or as at its end."""
        if place in self._ever:
            how = self._ever[place]
            once = Ever(part, period.days if period else Days(), how == "always")
            return all_of(once, Not(part)) if how == "once" else once
        if self._not_of_longer(place) is not None:  # "no longer green": it was so once
            return all_of(Ever(part, Days()), Not(part))
        if period is None or (period.end == self._today and not period.length):
            return part
        if period.open == "after" or period.length:
            return Ever(part, Days(period.last or period.start, None, period.label), all=True)
        return AsAt(part, period.end)

    def _last(self, place: int, span: Span) -> Atom | None:
        """ "last updated before August": when its last update came."""
        parts = [UpdatedLast(period.days) for period in self._periods(place)]
        return Atom(any_of(*parts), "updated", place) if parts and span.value == "latest" else None

    def _joined(self, place: int) -> Callable[..., Expression]:
        """ "In both Q1 and Q2", "in Q1 and again in Q2" is in all of them, "in Q1 or Q2" in any."""
        dates = self._dates.get(place, ())
        last = max(dates, default=place)
        between = {span.typed for span in self._spans[place + 1 : last + 1]}
        now = len(dates) > 1 and any(self._spans[at].sort is Sort.NOW for at in dates)
        return all_of if between & _EACH or (now and "or" not in between) else any_of

    def _since_then(self, place: int, span: Span) -> list[Period]:
        """ "reported in August and nothing since": no update after the time named before."""
        if span.value != "no update" or not _SINCE_THEN & {*span.typed.split()}:
            return []
        earlier = [p for t in self._dates if t < place for p in self._periods(t)]
        return [silent(period, period.end) for period in earlier[-1:]]

    def _update(self, value: str, period: Period | None) -> Expression:
        """An update, or none, at all or in a time."""
        if period is None:
            return Stands("") if value == "no update" else Not(Stands(""))
        if period.each and value != "no update":
            return all_of(*map(Reported, _quarters(period)))
        day = period.start == period.end and period.open != "after"
        if period.at or (day and value == "no update" and period.end < self._today):
            silent = (
                Stands("") if not period.quarter else all_of(Not(Reported(period.quarter)), OPEN)
            )
            return AsAt(silent if value == "no update" else Not(Stands("")), period.end)
        days = period.days if not period.length else Days(period.start, None, period.label)
        quarter = None if period.open else period.quarter
        given: Expression = Reported(quarter) if quarter else Updated(days)
        return all_of(Not(given), OPEN) if value == "no update" else given


def silent(period: Period, last: date | None) -> Period:
    """ "Nothing since June": no update after the end of it; as it is where no time is named so."""
    if last is None:
        return period
    start = last + timedelta(days=1)
    return Period(start, date.max, f"since {show_date(start)}", open="after")


def _quarters(period: Period) -> list[Quarter]:
    """The quarters of a period, in order."""
    quarters = [Quarter.of(period.start)]
    while quarters[-1].ends < period.end:
        quarters.append(quarters[-1].next)
    return quarters


_EACH = frozenset({"both", "again", "as well as", "each", "each of", "all of"})
_SINCE_THEN = frozenset({"since", "after", "then", "afterwards", "quiet"})
