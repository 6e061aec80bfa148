"""A state, or an update, put in the times that belong to it; and numbers compared: with what they
count, a target, a reading, or a share of a target."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bot.core.progress import show_date
from bot.reading.calendar import Period
from bot.reading.dated import COMPLETE, Dated
from bot.reading.folding import Atom
from bot.reading.grammar import Sort
from bot.reading.measured import Figure, Reads
from bot.reading.over_time import Closed, Counts, Overdue, Reported, Stands, Updated, UpdatedLast
from bot.reading.spans import Span
from bot.reading.tree import AsAt, Days, Ever, Expression, Not, all_of, any_of

OPEN = Not(Closed())


class Numbers(Dated):
    """The conditions that hold at a time, or compare a number."""

    def _then(self, part: Expression, period: Period | None, place: int) -> Expression:
        """A state at a time: at any time of it, ever since it, or as at its end."""
        if place in self._ever:
            how = self._ever[place]
            once = Ever(part, period.days if period else Days(), how == "always")
            return all_of(once, Not(part)) if how == "once" else once
        if period is None or (period.end == self._today and not period.length):
            return part
        if period.open == "after" or period.length:
            label = f"since {show_date(period.last)}" if period.last else period.label
            return Ever(part, Days(period.last or period.start, None, label), all=True)
        begun = period.start <= self._today and not (period.at or period.open)
        return AsAt(part, min(period.end, self._today) if begun else period.end)

    def _last(self, place: int, span: Span) -> Atom | None:
        """ "last updated before August": when its last update came."""
        parts = [UpdatedLast(period.days) for period in self._periods(place)]
        return Atom(any_of(*parts), "updated", place) if parts and span.value == "latest" else None

    def _joined(self, place: int) -> Callable[..., Expression]:
        """ "In both Q1 and Q2", "in Q1 and another in Q2": in all; "in Q1 or Q2": in any."""
        dates = self._dates.get(place, ())
        last = max(dates, default=place)
        between = {span.typed for span in self._spans[place + 1 : last + 2]}
        periods = [p for at in dates if (p := self._spans[at].period)]
        now = any(period.at for period in periods)
        each = between & _EACH or any(t.startswith(("in each ", "in every ")) for t in between)
        each = each or (len(periods) > 1 and any(period.each for period in periods))
        return all_of if each or (now and "or" not in between) else any_of

    def _since_then(self, place: int, span: Span) -> list[Period]:
        """ "reported in August and nothing since", "nothing in Q1 but something since": since the
        last time told before."""
        beside = next(iter(self._spans[place + 1 : place + 2]), span)
        since = bool(_SINCE_THEN & {*span.typed.split()}) or {"since", "ever"} & {beside.typed}
        earlier = [p for t in self._dates if t < place and since for p in self._periods(t)]
        past = [period for period in earlier if period.end <= self._today]
        return [silent(period, period.end) for period in past[-1:]]

    def _tellings(self) -> list[int]:
        """The places where it is told that something was reported at a time."""
        dated = [i for i in self._dates if self._spans[i].value == "updated"]
        return [i for i in dated if self._before(i).sort is not Sort.NOT]

    def _update(self, value: str, period: Period | None) -> Expression:
        """An update, or none, at all or in a time."""
        none = value == "no update"
        if period is None:
            return Stands("") if none else Not(Stands(""))
        if period.each and not none:
            return all_of(*map(Reported, period.quarters))
        reported = Reported(period.quarter) if period.quarter else None
        if period.at or (none and period.start == period.end < self._today):
            quiet = all_of(Not(reported), OPEN) if reported else Stands("")
            return AsAt(quiet if none else Not(Stands("")), period.end)
        days = period.days if not period.length else Days(period.start, None, period.label)
        owed = none and period.end >= self._today  # "before the end of Q3": for Q3
        given = reported if reported and (owed or not period.open) else Updated(days)
        over = self._tellings() or any(COMPLETE in span.values for span in self._spans)
        return given if not none else Not(given) if over else all_of(Not(given), OPEN)

    def _is_return(self, place: int) -> bool:
        """ "Went back to green", "returned to green": it was another status before."""
        typed = self._before(place).typed.split()
        return not {"back", "returned", "recovered", "restored"}.isdisjoint(typed)

    def _is_so_yet(self, place: int) -> bool:
        """ "What has gone red", "newly red": and is; "went red", "ever gone red" may be over."""
        at = self._spans.index(self._before(place))
        perfect = {span.typed for span in self._spans[max(at - 2, 0) : at]} & {"has", "have"}
        begun = self._spans[at].typed.partition(" ")[0] in _PERFECT
        return place not in self._ever and (begun or bool(perfect))

    def _length(self, place: int) -> int:
        """The days of a length of time that is said at a place, or 0."""
        return getattr(self._spans[place].period, "length", 0)

    def _number(self, place: int, span: Span) -> Atom | None:
        """ "More than 3 partners", "just one lead", "led by two agencies", "three updates or more";
        not "the newest three updates", where it is how many are wanted."""
        to = self._to(place)
        at = self._counted(to or place)
        field = self._field(at)
        if not field or not span.value.isdigit():
            return self._figure(place)
        if self._before(place).sort is Sort.ORDER:
            return None
        self._used |= {at, to or at}
        days = next((period.days for period in self._periods(at)), None)
        limits = self._limits(place, to, self._compared(place, at) or "=")
        counts = (Counts(field, sign, int(number), days) for sign, number in limits)
        return Atom(all_of(*counts), field, place)

    def _to(self, place: int) -> int | None:
        """The place of the 30 of "between 5 and 30", "5-30", "at least 5 but no more than 30"."""
        meant = [i for i in range(place + 1, len(self._spans)) if self._meant(i)]
        after = [i for i in meant if self._spans[i].typed not in _JOINING][:2]
        number = next((i for i in after if self._spans[i].sort is Sort.NUMBER), None)
        between = self._spans[place + 1 : number]
        joined = {s.typed for s in between} & _JOINING
        if number is None or not joined:
            return None
        before = self._spans[:place][-1:]
        signs = [s.value for s in (*before, *between) if s.sort is Sort.OP]
        spanned = {s.typed for s in before} & _SPANNING or joined & {"to", "-"}
        return number if (spanned and not signs) or signs == [">=", "<="] else None

    def _limits(self, place: int, to: int | None, sign: str) -> list[tuple[str, float]]:
        """How a figure is compared with a number: within a range from it `to` another, or so."""
        number = float(self._spans[place].value)
        if to is None:
            return [(sign, number)]
        self._used |= set(range(place - 1, to + 1)) - {place}
        return [(">=", number), ("<=", float(self._spans[to].value))]

    def _counted(self, place: int) -> int:
        """The place of what a number counts: right behind it, or behind "or more"; else its own."""
        behind = [i for i in range(place + 1, len(self._spans)) if self._meant(i)][:2]
        return next((i for i in behind if self._spans[i].value not in _OR_MORE), place)

    def _compared(self, place: int, counted: int) -> str:
        """How a number is compared, by what stands before or behind it or what it counts, or ""."""
        near = (self._before(place), self._next(place), self._next(counted))
        signs = [s.value for s in near if s and s.sort is Sort.OP]
        return signs[0] if signs else ""

    def _field(self, counted: int) -> str:
        """The number that is counted: "partners", "leads"; of "led by two agencies" the leads."""
        span = self._spans[counted]
        if span.value == "agency" and span.sort is not Sort.GROUP:
            near = (*self._spans[:counted], self._next(counted))
            span = next((s for s in reversed(near) if s and s.sort is Sort.ROLE), span)
            if span.value in {"agency", "either"}:
                return "agencies" * self._is_of_actions(counted)
        if span.sort is Sort.FIELD:
            return span.value
        if span.value in {"update", "updated"}:
            return "updates"
        begins = span.typed.partition(" ")[0].rstrip("s")  # "a girl of 14 keeps running off"
        counted_role = begins in {"lead", "partner"} or self._spans[counted].value == "agency"
        return f"{span.value}s" if span.sort is Sort.ROLE and counted_role else ""

    def _is_of_actions(self, counted: int) -> bool:
        """Whether agencies are counted that actions have, unlike "which two agencies"."""
        number = next(i for i in range(counted, -1, -1) if self._spans[i].sort is Sort.NUMBER)
        before = self._before(number)
        having = before.sort in {Sort.AND, Sort.ONLY, Sort.ROLE} or before.value == "action"
        return having or bool(self._compared(number, counted))

    def _times(self, place: int) -> tuple[str, int] | None:
        """ "Has twice been moved", "updated any of ours only once": how often; None where "once"
        alone, or none, is."""
        near = [*self._spans[place + 1 : place + 4], self._before(place)]
        every = [s for s in self._spans if s.sort is Sort.TIMES]
        of_moves = any(s.value in {"moved", "moves"} for s in self._spans)
        far = every[0] if len(every) == 1 and not of_moves else None
        often = next((s for s in near if s in every), far)
        if often is None or often.value == "2+":
            return (">", 1) if often else None
        at = self._spans.index(often)
        near += self._spans[max(at - 1, 0) : at + 3]
        op = next((s.value or "=" for s in near if s.sort in {Sort.OP, Sort.ONLY}), "")
        op = "<=" if self._spans[place].typed.endswith(" up to") else op
        return (op or "=", int(often.value)) if op or often.value != "1" else None

    def _share(self, place: int, _: Span) -> Atom | None:
        """ "Over 75% of the way to target", "within 10% of target"."""
        number = self._before(place)
        if number.sort is not Sort.NUMBER:
            return None
        sign = self._compared(at := self._spans.index(number), at)
        near = any(s.typed == "within" for s in self._spans[:at][-1:])
        how = "near" if near else {"<": "below", "<=": "below", ">": "above"}.get(sign, "from")
        return Atom(Reads(how, float(number.value) / 100), "reads", place)

    def _figure(self, place: int) -> Atom | None:
        """ "A target of more than 300", "last reading over 100", "which are at 100%"; of
        one action it is no condition ("is the reading 100")."""
        before, then, to = self._before(place), self._next(place), self._to(place)
        beside = before.sort is Sort.HAS or any(s.sort in _BESIDE for s in self._spans)
        several = beside or any(s.value == "action" and s.typed[-1] == "s" for s in self._spans)
        unit = {s.typed for s in self._spans[place + 1 : place + 2]} & {"per", "percent"}
        behind = [word.rstrip("s") for s in self._spans[:place][::-1] for word in s.typed.split()]
        at = (behind[:1] == ["at"] and several) or bool(unit)
        of = next((_OF[word] for word in behind if word in _OF), "reading" * at)
        several = several or any(s.value in {"list", "count"} for s in self._spans)
        bare = behind[:1] == ["number"] or any(s.sort in _OF_ONE for s in self._spans)
        named = several and (at or before.sort in {Sort.WANT, Sort.HAS, Sort.NOW})
        named = named or not (bare or _OF.keys().isdisjoint(behind[:_NEAR]))
        sign = self._compared(place, place) or "=" * bool(named or to)
        of = of if not (then and then.sort is Sort.SHARE) else ""  # "75% of its target"
        percent = bool(unit) or before.sort is Sort.MEASURED
        limits = self._limits(place, to, sign) if sign and of else ()
        figures = [Figure(of, *limit, percent) for limit in limits]
        return Atom(all_of(*figures), "figure", place) if figures else None


def often(field: str, times: tuple[str, int], days: Days | None = None) -> Expression:
    """A number of moves or updates; at least one update is any."""
    any_at_all = (field, *times) == ("updates", ">=", 1)
    return Not(Stands("")) if any_at_all else Counts(field, *times, days)


def late_by(sign: str, days: int) -> Expression:
    """ "Overdue by at least a week", "less than a month late"; with no sign it is by more."""
    reached = Overdue(max(days - (sign in {">=", "=", "<"}), 0))
    if days and sign.startswith("<"):
        return all_of(Overdue(), Not(reached))
    return all_of(reached, Not(Overdue(days))) if days and sign == "=" else reached


_BESIDE = frozenset({Sort.FIELD, Sort.GAP, Sort.MEASURED, Sort.STATE})
_OF = dict.fromkeys(("reading", "figure", "number", "value", "latest", "result"), "reading")
_OF |= {"aim": "target", "aiming": "target", "target": "target", "baseline": "baseline"}
_OF_ONE = frozenset({Sort.REF, Sort.MISSING, Sort.UNKNOWN})
_NEAR = 5  # words within which a figure is named before a number: "whose last reading is 5"
_JOINING, _SPANNING = frozenset({"and", "to", "-", "but"}), frozenset({"between", "from"})
_OR_MORE = frozenset({">=", "<="})
"""Comparisons that may be said behind a number: "four or more partners"."""


def silent(period: Period, last: date | None) -> Period:
    """ "Nothing since June": no update after the end of it; as it is where no time is named so."""
    if last is None:
        return period
    start = last + timedelta(days=1)
    return Period(start, date.max, f"since {show_date(start)}", open="after")


def gone(period: Period, today: date, *, since: bool) -> date | None:
    """The last day of a time that "since" is said of: "nothing since June", of June; of a time that
    is not over, the day before it; None where nothing is said of since then."""
    if period.open or period.last or not since:
        return period.last if since or period.open == "after" else None
    return period.end if period.end < today else period.start - timedelta(days=1)


def since_then(period: Period) -> Days:
    """The days of a time; "since Q1" are those after its end."""
    if not (period.open == "after" and period.quarter and period.last):
        return period.days
    start = period.last + timedelta(days=1)
    return Days(start, None, f"since {show_date(start)}")


_EACH = frozenset({"+", "again", "also", "another", "as well as", "both", "each", "plus"})
_EACH |= {"all of", "each of"}
_SINCE_THEN = frozenset({"since", "after", "then", "afterwards", "quiet", "silent"})


_PERFECT = frozenset({"gone", "become", "newly", "just", "recently"})
