"""Conditions by themselves: a status, a date, a number, with the dates that belong to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.core.progress import show_date
from bot.core.quarters import Quarter
from bot.reading.calendar import Period
from bot.reading.dated import COMPLETE, UPDATES
from bot.reading.expression import (
    Became,
    Closed,
    Days,
    Due,
    Expression,
    Late,
    Not,
    Overdue,
    Overran,
    Reads,
    Reported,
    Runs,
    Stands,
    Updated,
    all_of,
    any_of,
)  # fmt: skip
from bot.reading.folding import Atom
from bot.reading.grammar import Sort
from bot.reading.numbers import Numbers, often
from bot.reading.spans import Span

OPEN = Not(Closed())


class Conditions(Numbers):
    """The conditions that need no agency."""

    def _status(self, place: int, span: Span) -> Atom | None:
        periods = self._periods(place)
        became = self._before(place).sort is Sort.BECAME
        origin = self._origin(place)
        if self._is_followed_by(place, "overdue"):
            return Atom(Overran(), "overran", place)
        if self._is_followed_by(place, "in time"):
            return Atom(all_of(Stands(COMPLETE), Not(Overran())), "overran", place)
        if not became and not periods and self._goes_on(span):
            return None
        if origin is not None:
            return self._turned(span, origin, periods, place)
        if became and self._before(place).typed.endswith("from"):
            return self._was(span, periods, place) if periods or not self._goes_on(span) else None
        wanted = [
            self._standing(status, period, became=became)
            for status in span.values
            for period in periods or _UNDATED
        ]
        past = any(isinstance(w, Became) or (isinstance(w, Stands) and w.at) for w in wanted)
        joined = self._joined(place) if len(span.values) == 1 else any_of
        return Atom(joined(*wanted), "status then" if past else "status", place)

    def _is_followed_by(self, place: int, state: str) -> bool:
        """ "Finished late", "done on time": what is complete is never overdue."""
        after = self._next(place) or self._spans[place]
        return self._spans[place].value == COMPLETE and after.value == state

    def _was(self, span: Span, periods: list[Period], place: int) -> Atom:
        """ "Went from green in Q1": it stood so then; with no time said, it does so no longer."""
        then = [Stands(s, min(p.end, self._today)) for s in span.values for p in periods]
        ever = [all_of(Became(s, Days()), Not(Stands(s))) for s in span.values]
        return Atom(any_of(*(then or ever)), "was", place)

    def _turned(self, span: Span, origin: Span, periods: list[Period], place: int) -> Atom:
        days = [period.days for period in periods] or [Days()]
        turns = [Became(s, d, o) for s in span.values for o in origin.values for d in days]
        return Atom(any_of(*turns), "turned", place)

    def _standing(self, status: str, period: Period | None, *, became: bool) -> Expression:
        if period is None:
            return Became(status, Days()) if became else Stands(status)
        ahead = period.end >= self._today and period.open != "after"
        if became or period.open == "after" or (status == COMPLETE and not period.at and not ahead):
            past = period.open == "before"
            return Stands(status, period.end) if past else Became(status, period.days)
        if ahead and not period.at:
            return Due(period.days)
        return Stands(status, period.end if period.end < self._today else None)

    def _state(self, place: int, span: Span) -> Atom | None:
        periods = self._periods(place)
        if span.value == "updated" and self._before(place).sort is Sort.NOT:
            span = replace(span, values=("no update",))
        times = self._times(place) if span.value == "updated" and not periods else None
        if times:
            return Atom(often("updates", times), "updates", place)
        if span.value in UPDATES:
            periods = periods or self._since_then(place, span)
            if span.value == "no update":
                since = span.typed.endswith("since")
                periods = [_silent(p, p.end if since and not p.open else p.last) for p in periods]
            parts = [self._update(span.value, period) for period in periods or _UNDATED]
            joined = all_of if span.value == "no update" else self._joined(place)
            return Atom(joined(*parts), span.value, place)
        if span.value in {"overdue", "in time"} and self._before(place).value == COMPLETE:
            return None
        if span.value == "overdue":
            length = next((p.length for p in periods), 0)
            return Atom(Overdue(length if self._over(place) else 0), "overdue", place)
        if span.value == "moved":
            return Atom(often("moves", self._times(place) or (">", 0)), "moves", place)
        if span.value == "below share":
            return None
        if span.value == "open" and periods:  # "still to do by Christmas"
            return Atom(any_of(*(self._falls(p) for p in periods)), "due", place)
        return Atom(_STATES[span.value], "state " + span.value, place)

    def _denies_update(self, place: int) -> bool:
        """Whether it is the NOT of "nobody has sent any news"."""
        after = self._next(place) or self._spans[place]
        updated = after.sort is Sort.STATE and after.value == "updated"
        return self._spans[place].sort is Sort.NOT and updated

    def _is_from_then(self, place: int) -> bool:
        """Whether it is the NOT of "not due till March", which is due from then on."""
        after = self._next(place)
        due = self._spans.index(after, place) if after and after.sort is Sort.DUE else -1
        dates = [self._spans[at].typed for at in self._dates.get(due, ())]
        denied = self._spans[place].sort is Sort.NOT
        return denied and any(typed.startswith(("till", "until")) for typed in dates)

    def _reports(self, place: int, _span: Span) -> Atom | None:
        """ "updates since 25 September": what was updated then."""
        parts = [self._update("updated", period) for period in self._periods(place)]
        return Atom(self._joined(place)(*parts), "updated", place) if parts else None

    def _joined(self, place: int) -> Callable[..., Expression]:
        """ "In both Q1 and Q2", "in Q1 and again in Q2" is in all of them, "in Q1 or Q2" in any."""
        last = max(self._dates.get(place, ()), default=place)
        between = {span.typed for span in self._spans[place + 1 : last]}
        return all_of if between & _EACH else any_of

    def _since_then(self, place: int, span: Span) -> list[Period]:
        """ "reported in August and nothing since": no update after the time named before."""
        if span.value != "no update" or not _SINCE_THEN & {*span.typed.split()}:
            return []
        earlier = [p for t in self._dates if t < place for p in self._periods(t)]
        return [_silent(period, period.end) for period in earlier[-1:]]

    def _update(self, value: str, period: Period | None) -> Expression:
        """An update, or none, at all or in a time."""
        if period is None:
            return Stands("") if value == "no update" else Not(Stands(""))
        if period.each and value != "no update":
            return all_of(*map(Reported, _quarters(period)))
        days = period.days if not period.length else Days(period.start, None, period.label)
        quarter = None if period.open else period.quarter
        given: Expression = Reported(quarter) if quarter else Updated(days)
        return all_of(Not(given), OPEN) if value == "no update" else given

    def _over(self, place: int) -> bool:
        return any(s.sort is Sort.OP and s.value == ">" for s in self._spans[place + 1 : place + 4])

    def _due(self, place: int, span: Span) -> Atom | None:
        periods = self._periods(place)
        behind = next((i for i in reversed(range(place)) if self._meant(i)), place)
        if self._is_from_then(behind):
            periods = [
                replace(p, open="after", label=f"since {show_date(p.start)}") for p in periods
            ]
        if not periods:
            return None
        quarters = [p.quarter for p in periods if p.quarter]
        runs = span.typed.split()[0] in _RUNS and len(quarters) == len(periods)
        if runs and self._is_alone(place):
            return Atom(any_of(*map(Runs, quarters)), "due", place)
        return Atom(any_of(*(self._falls(p) for p in periods)), "due", place)

    def _is_alone(self, place: int) -> bool:
        """ "planned for Q4 only", "only runs in Q4": for no other quarter."""
        at = self._dates.get(place, [place])
        near = range(max(place - 1, 0), min(at[-1] + 3, len(self._spans)))
        alone = {i for i in near if self._spans[i].sort in {Sort.ONLY, Sort.SOLE}}
        self._used |= alone
        return bool(alone)

    def _falls(self, period: Period) -> Expression:
        """Due by a day to come: from today on, for what is late already is said apart."""
        days = period.days
        if period.open == "before" and period.end >= self._today:
            days = replace(days, start=self._today)
        return Due(days, at_first=period.end < self._today)


def _silent(period: Period, last: date | None) -> Period:
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


_RUNS = frozenset({
    "planned", "scheduled", "programmed", "timetabled", "run", "runs", "running", "happen",
    "happens", "happening", "take", "takes", "taking", "set", "pencilled",
})  # fmt: skip
_EACH = frozenset({"both", "again", "as well as", "each", "each of", "all of"})
_SINCE_THEN = frozenset({"since", "after", "then", "afterwards", "quiet"})
_UNDATED: tuple[Period | None, ...] = (None,)
_STATES: dict[str, Expression] = {
    "open": OPEN,
    "closed": Closed(),
    "late update": Late(),
    "in time": Not(Overdue()),
    "met": Reads("met"),
    "missed target": Reads("missed"),
    "no reading": Reads("none"),
}
