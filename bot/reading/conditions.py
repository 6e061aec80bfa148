"""Conditions by themselves: a status, a date, a number, with the dates that belong to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

from bot.core.progress import show_date
from bot.core.quarters import Quarter
from bot.reading.calendar import Period, of_quarter
from bot.reading.dated import CLOSING, COMPLETE, UPDATES
from bot.reading.expression import Begins, FirstDue, Runs
from bot.reading.folding import Atom
from bot.reading.grammar import Sort
from bot.reading.in_context import LADDER
from bot.reading.measured import Reads
from bot.reading.numbers import OPEN, Numbers, gone, late_by, often, silent, since_then
from bot.reading.over_time import (
    Became,
    Closed,
    Counts,
    Declared,
    Due,
    Late,
    Overdue,
    Overran,
    Stands,
)
from bot.reading.spans import Span
from bot.reading.tree import AsAt, Days, Ever, Expression, Not, all_of, any_of, leaves


class Conditions(Numbers):
    """The conditions that need no agency."""

    def _status(self, place: int, span: Span) -> Atom | None:
        periods = self._periods(place)
        named = [s.period.quarter for s in self._spans[:place] if s.period and s.period.quarter]
        each = [q for p in periods if p.each for q in named or p.quarters]  # "red both times"
        periods = [*map(of_quarter, each)] or periods
        became = self._before(place).sort is Sort.BECAME
        origin = self._origin(place)
        ended = self._ended(place) if span.value == COMPLETE else None
        if ended is not None:  # what is complete is never overdue
            return Atom(ended, "overran", place)
        if not periods and self._goes_on(span) and place not in self._ever:
            return None
        if origin is not None and self._spans.index(origin) not in self._ever:
            return self._turned(span, origin, periods, place)
        if became and self._before(place).typed.endswith("from"):
            return self._was(span, periods, place)
        if periods and "reported" in {s.typed for s in self._spans[max(place - 2, 0) : place]}:
            declared = (Declared(s, p.days) for s in span.values for p in periods)
            return Atom(any_of(*declared), "status then", place)
        wanted = [
            any_of(*(self._standing(status, p, place, became=became) for status in span.values))
            for p in periods or _UNDATED
        ]
        past = any(isinstance(leaf, Became | AsAt | Ever) for w in wanted for leaf in leaves(w))
        joined = all_of if each else self._joined(place)
        once = span.values if self._ever.get(place) == "once" else ()  # "came out of red or amber"
        stands = all_of(joined(*wanted), *(Not(Stands(status)) for status in once))
        return Atom(stands, "status then" if past else "status", place)

    def _ended(self, place: int) -> Expression | None:
        """ "Finished late", "done a month or more ahead of its date": by the plan's first date."""
        near = [i for i in range(place + 1, len(self._spans)) if self._meant(i)][:4]
        at = next((i for i in near if self._spans[i].value in {"overdue", "in time"}), place)
        beside = [i for i in near if i != at]
        amount = [*takewhile(lambda i: self._length(i) or self._is_by(i), beside)]
        apart = at == place or "than" in {s.typed for s in self._spans[place:at]}
        if apart or any(i < at and i not in amount for i in beside):
            return None
        self._used |= {at, *amount}
        days = sum(map(self._length, amount))
        days += bool(days) and ">" in {self._spans[i].value for i in amount}
        early = self._spans[at].typed.startswith(_EARLY)
        late = early or self._spans[at].value == "overdue"
        return Overran(days, early) if late else all_of(Stands(COMPLETE), Not(Overran()))

    def _is_by(self, place: int) -> bool:
        """Whether it leads to a length of time: "by", "more than", "with a month to spare"."""
        span = self._spans[place]
        return span.sort in {Sort.BY, Sort.OP} or span.typed == "with"

    def _was(self, span: Span, periods: list[Period], place: int) -> Atom:
        """ "Went from green in Q1": it stood so then; with no time said, it does so no longer."""
        then = [AsAt(Stands(s), min(p.end, self._today)) for s in span.values for p in periods]
        ever = [all_of(Became(s, Days()), Not(Stands(s))) for s in span.values]
        return Atom(any_of(*(then or ever)), "was", place)

    def _turned(self, span: Span, origin: Span, periods: list[Period], place: int) -> Atom:
        """ "From green to amber in Q2"; "from amber in Q1 to green now": it was and it is."""
        then = [p for p in periods if p.at]
        days = [Days()] if then else [period.days for period in periods] or [Days()]
        turns = any_of(*(Became(s, d, o) for s in span.values for o in origin.values for d in days))
        if not then:
            return Atom(turns, "turned", place)
        stood = [self._then(Stands(s), p, place) for s in span.values for p in then]
        dated = bool(self._dates.get(self._spans.index(origin)))
        return Atom(any_of(*stood) if dated else all_of(turns, any_of(*stood)), "turned", place)

    def _standing(
        self, status: str, period: Period | None, place: int, *, became: bool
    ) -> Expression:
        stands = self._then(Stands(status), period, place)
        if became and self._is_arrived_at(place) and [at for at in self._ever if at != place]:
            return Stands(status) if period is None or period.at else stands
        if period is None or period.length or place in self._ever:
            over = became and not (period is None and self._is_so_yet(place))
            over = over and self._ever.get(place) != "never"
            if became and period is None and self._is_return(place) and status in LADDER:
                others = any_of(*(Stands(other) for other in LADDER[1:] if other != status))
                return all_of(stands, Ever(others, Days()))
            return Became(status, Days()) if over else stands
        begun = period.start <= self._today and not period.open
        ahead = period.end >= self._today and period.open != "after" and not begun
        if became or (status in CLOSING and not period.at and not ahead):
            return stands if period.open == "before" else Became(status, since_then(period))
        if ahead and not period.at:
            return Due(period.days)
        return stands

    def _state(self, place: int, span: Span) -> Atom | None:
        periods = self._periods(place)
        if span.value == "updated" and self._undated(reversed(range(place))).sort is Sort.NOT:
            span = replace(span, values=("no update",))
        times = self._times(place) if span.value == "updated" else None
        if self._before(place).sort is Sort.ONLY and {"one", "update"} <= {*span.typed.split()}:
            times = ("=", 1)  # "which have only had one update"
        if times:
            days = (p.days if p else None for p in periods or _UNDATED)
            often_then = (often("updates", times, then) for then in days)
            return Atom(self._joined(place)(*often_then), "updates", place)
        if span.value in UPDATES:
            none, since = span.value == "no update", span.typed.endswith("since")
            periods = periods or self._since_then(place, span)
            if none:
                periods = [silent(p, gone(p, self._today, since=since)) for p in periods]
            parts = [self._update(span.value, period) for period in periods or _UNDATED]
            return Atom((all_of if none else self._joined(place))(*parts), span.value, place)
        if span.value == "below share":
            return None
        if span.value == "moved":
            return Atom(self._moved(place, periods), "moves", place)
        if span.value == "open" and any(p.end > self._today for p in periods):
            return Atom(any_of(*(self._falls(p) for p in periods)), "due", place)  # "by Christmas"
        return self._come_and_gone(place, span, periods)

    def _moved(self, place: int, periods: list[Period]) -> Expression:
        """ "Put back by more than two months", "moved in June", "moved to March": due then now."""
        dates = self._dates.get(place, ())
        at = next((i for i in dates if i > place), place)
        length, sign = self._length(at), self._compared(at, at)
        if length and (sign or Sort.BY in {span.sort for span in self._spans[place + 1 : at]}):
            by = Counts("days", sign or ">=", length)
            return all_of(Counts("moves", ">", 0), by) if sign.startswith("<") else by
        to = [p for p in periods if p.start > self._today]
        beside = self._spans[place : dates[-1]] if dates else ()
        falls = any(
            s.sort is Sort.NOW or s.typed.endswith("to") for s in beside
        )  # "moved to March"
        to = periods[-1:] if falls else to
        then = [p for p in periods if p not in to] or _UNDATED
        times = self._times(place) or (">", 0)
        moved = self._joined(place)(*(often("moves", times, p.days if p else None) for p in then))
        return all_of(moved, any_of(*map(self._falls, to))) if to else moved

    def _reports(self, place: int, span: Span) -> Atom | None:
        """ "updates since 25 September", "no Q2 return": what was, or was not, updated then."""
        dates = self._dates.get(place, ())
        if dates and self._spans[dates[0]].typed.startswith("older than"):
            return self._last(place, replace(span, values=("latest",)))
        return self._state(place, replace(span, values=("updated",))) if dates else None

    def _come_and_gone(self, place: int, span: Span, periods: list[Period]) -> Atom:
        """A state beside the status, now or at the times said."""
        part, side = _STATES.get(span.value, Overdue()), f"state {span.value}"
        if span.value == "overdue":
            at = next((i for i in self._dates.get(place, ()) if self._length(i)), place)
            part, side = late_by(self._compared(at, at), self._length(at)), "overdue"
            periods = [period for period in periods if not period.length]
            if ahead := [p for p in periods if min(p.start, p.end) > self._today]:
                by = (Days(None, p.end, f"by {show_date(p.end)}") for p in ahead)
                return Atom(any_of(*map(Due, by)), "due", place)  # "will be late by Christmas"
        then = [self._then(part, period, place) for period in periods or _UNDATED]
        past = any(isinstance(leaf, AsAt | Ever) for x in then for leaf in leaves(x))
        return Atom(self._joined(place)(*then), f"{side} then" if past else side, place)

    def _denies_update(self, place: int) -> bool:
        """Whether it is the NOT of "nobody has sent any news", "no Q2 return"."""
        after = self._undated(range(place + 1, len(self._spans)))
        dated = after.value == "update" and bool(self._dates.get(self._spans.index(after)))
        return self._spans[place].sort is Sort.NOT and (after.value == "updated" or dated)

    def _undated(self, places: Iterable[int]) -> Span:
        """The first of the places that says something, and is no date."""
        bearing = (self._spans[i] for i in places if self._meant(i))
        return next((s for s in bearing if s.sort is not Sort.DATE), _NOTHING)

    def _is_from_then(self, place: int) -> bool:
        """Whether it is the NOT of "not due till March", which is due from then on."""
        after = self._next(place)
        due = self._spans.index(after, place) if after and after.sort is Sort.DUE else -1
        return self._spans[place].sort is Sort.NOT and self._is_till(due)

    def _is_till(self, due: int) -> bool:
        dates = (self._spans[at].typed for at in self._dates.get(due, ()))
        return any(typed.startswith(("till", "until")) for typed in dates)

    def _due(self, place: int, span: Span) -> Atom | None:
        periods = self._periods(place)
        behind = next((i for i in reversed(range(place)) if self._meant(i)), place)
        if self._is_from_then(behind) or (span.value == "begins" and self._is_till(place)):
            since = ((p, f"since {show_date(p.start)}") for p in periods)
            periods = [replace(p, open="after", label=label) for p, label in since]
        if span.value == "passed":  # "ran past 30 September": due by then; "runs past May": after
            ends = [p.start - timedelta(days=1) if p.open == "after" else p.end for p in periods]
            if max(ends, default=self._today) < self._today:
                periods = [Period(e, e, f"by {show_date(e)}", open="before") for e in ends]
        if span.value == "all year":
            year = (replace(Quarter.of(self._today), number=number) for number in range(1, 5))
            return Atom(all_of(*(Runs(quarter, alone=False) for quarter in year)), "due", place)
        if span.value == "ahead" and not periods:
            return Atom(self._after(self._today), "due", place)
        if not periods:
            return None
        if periods[0].length:
            return Atom(any_of(*(self._within(p, place) for p in periods)), "due", place)
        if span.value == "left":  # what is late has no time left
            left = (Due(replace(p.days, start=self._today)) for p in periods)
            return Atom(any_of(*left), "due", place)
        each = [(p, q) for p in periods if not p.open for q in p.quarters]
        quarters = [q for p, q in each if (q.starts, q.ends) == (p.start, p.end)]
        runs = len(quarters) == len(periods) and bool(_RUNS & {span.value, span.typed.split()[0]})
        at, numbers = self._dates[place], frozenset(quarter.number for quarter in quarters)
        either = any(span.sort is Sort.OR for span in self._spans[at[0] : at[-1]])
        if runs and len(numbers) > 1 and not either and numbers in self.timescales:
            return Atom(Runs(quarters[0], also=tuple(quarters[1:])), "due", place)
        original = any(s.value == "original" for s in self._spans)
        how = "first" if original and span.value != "begins" else span.value
        if plain := {"begins": Begins, "first": FirstDue}.get(how):
            return Atom(any_of(*(plain(p.days) for p in periods)), how, place)
        alone = runs and self._is_alone(place)
        if alone or (runs and span.typed in {"happening", "running"}):  # worked on, not due then
            running = any_of(*(Runs(quarter, alone) for quarter in quarters))
            ahead = not alone and periods[-1].end >= self._today
            return Atom(all_of(running, OPEN) if ahead else running, "due", place)
        return Atom(any_of(*(self._falls(p) for p in periods)), "due", place)

    def _within(self, period: Period, place: int) -> Expression:
        """ "Due in over three months": later than that; else by then."""
        last = self._today + timedelta(days=period.length)
        near = self._spans[place + 1 : place + 4]
        if any(s.value == ">" or s.typed.startswith("in over") for s in near):
            return self._after(last)
        return Due(Days(self._today, last, f"by {show_date(last)}"))

    def _after(self, day: date) -> Expression:
        return Due(Days(day + timedelta(days=1), None, f"after {show_date(day)}"))

    def _is_alone(self, place: int) -> bool:
        """ "planned for Q4 only", "only runs in Q4": for no other quarter."""
        at = self._dates.get(place, [place])
        near = range(max(place - 1, 0), min(at[-1] + 3, len(self._spans)))
        alone = {i for i in near if self._spans[i].sort in {Sort.ONLY, Sort.SOLE}}
        self._used |= alone
        return bool(alone)

    def _falls(self, period: Period) -> Expression:
        """Due by a day to come: what is late already has to be done by then as well."""
        return Due(period.days, at_first=period.end < self._today)


_RUNS = frozenset({
    "planned", "scheduled", "programmed", "timetabled", "run", "runs", "running", "happen",
    "happens", "happening", "take", "takes", "taking", "set", "pencilled", "fall", "falls",
    "down", "timed", "timescale", "timescales",
})  # fmt: skip
_NOTHING = Span(Sort.PUNCTUATION)
_EARLY = ("ahead", "before", "complet", "earl", "finish", "soon", "to spare")
_UNDATED: tuple[Period | None, ...] = (None,)
_STATES: dict[str, Expression] = {
    "open": OPEN, "closed": Closed(), "late update": Late(), "in time": Not(Overdue()),
    "missed target": Reads("missed"), "no reading": Reads("none"),
    "met": Reads("met"), "beaten": Reads("beaten"), "exact": Reads("exact"),
    "below baseline": Reads("worse"), "past baseline": Reads("better"),
    "at baseline": Reads("unmoved"),
    "kept date": Not(Counts("moves", ">", 0)),
}  # fmt: skip
