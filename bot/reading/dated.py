"""Which dates of a text belong to which of its words: what takes a date takes the nearest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from bot.core.dataclass import dataclass
from bot.core.status import Status
from bot.reading.calendar import Period, bounded
from bot.reading.expression import Expression
from bot.reading.folding import Composed
from bot.reading.grammar import Sort
from bot.reading.scope import points_back
from bot.reading.spans import Span

COMPLETE = Status.COMPLETE.value
CLOSING = frozenset(status.value for status in Status if status.closed)
UPDATES = frozenset({"no update", "updated"})


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: their agencies, and whether "we" is one of these (a lead officer's) rather than the
    whole partnership (a councillor's, a coordinator's)."""

    agencies: tuple[str, ...] = ()
    leads: bool = False


Resolver = Callable[[Sequence[Span]], Expression | None]
_TAKERS = {Sort.STATUS, Sort.STATE, Sort.DUE, Sort.NOUN, Sort.FIELD, Sort.HAS, Sort.WANT}


class Dated:
    """The spans of one text, and which of them the dates belong to."""

    timescales: frozenset[frozenset[int]] = frozenset()
    """The quarters that each timescale of the plan names."""

    def __init__(self, spans: Sequence[Span], asker: Asker, today: date, resolve: Resolver) -> None:
        pairs = zip((*spans[:1], *spans), spans, strict=False)
        self._spans = tuple(_timed(span, before, today) for before, span in pairs)
        self._asker = asker
        self._today = today
        self._resolve = resolve
        self._used: set[int] = set()
        self._denied: dict[int, list[int]] = {}
        self.result = Composed()
        self._ever = self._evers()
        for denial, status, now in self._denied_first():
            self._used |= {denial, now}
            self._ever[status] = "once"
        self._dates = self._dated()

    def _dated(self) -> dict[int, list[int]]:
        """Taker -> the dates that belong to it; dates joined by "or", "and" share theirs."""
        dates: dict[int, list[int]] = {}
        takers = [i for i, span in enumerate(self._spans) if span.sort in _TAKERS]
        last: tuple[int, int] | None = None
        for place, span in enumerate(self._spans):
            if span.period is None or place in self._used or self._is_compared(place):
                continue
            between = range(last[0] + 1, place) if last else range(0)
            joined = all(self._spans[i].sort in _JOINTS for i in between)
            # "red at the end of June and now amber": a NOW is of the status that follows it
            joined = joined and not (span.sort is Sort.NOW and self._next(place, Sort.NOT))
            taker = last[1] if last and joined else self._nearest(place, takers)
            then = [s.sort for s in self._spans[place + 1 : place + 2]]
            if span.sort is Sort.NOW and taker in dates and then == [Sort.STATUS]:
                taker = place + 1  # "which of the Q1 ambers are currently red"
            if taker is None or self._spans[taker].value in _TURNING:
                continue  # "worse since June, due in November": the want's own
            if span.value == "still" and place < taker:
                continue  # "still open at the end of June": then, and no word of now
            if not self._is_denied(place, taker, last):
                self._used |= {*between} if joined else set()
                dates.setdefault(taker, []).append(place)
                last = (place, taker)
        for place, at in [*dates.items()]:  # "between Q1 and Q2 how many went from green to amber"
            to = next((i for i in takers if self._origin(i) is self._spans[place]), place)
            if at[-1] < place != to:
                dates.setdefault(to, []).extend(dates.pop(place))
        return dates

    def _is_compared(self, place: int) -> bool:
        """ "More than at the end of June", "up since Q1": the time another is compared with."""
        earlier, span = self._spans[:place], self._spans[place]
        back = takewhile(lambda s: s.sort not in _SAID_OF, reversed(earlier))
        against = any(s.typed.endswith("than") or s.value in _COMPARING for s in back)
        beside = any(s.typed in _AGAINST for s in earlier[-2:])
        against = against or (beside and any(s.value == "compare" for s in earlier))
        dated = span.sort is Sort.DATE or any(s.sort is Sort.DATE for s in earlier)
        if not (against and dated) or span.period is None or span.period.length:
            return False
        self.result.than = span.period
        return True

    def _evers(self) -> dict[int, str]:
        """The states that "at some point", "ever" and "never" are said of, and by which of them."""
        takers = [i for i, span in enumerate(self._spans) if _can_be_ever(span)]
        evers: dict[int, str] = {}
        for place, span in enumerate(self._spans):
            then = self._next(place, Sort.BECAME)
            never = span.typed == "never" and (then is None or _can_be_ever(then))
            after = self._spans[place + 1 : place + 2]
            ever_since = span.typed == "ever" and any(s.typed.startswith("since") for s in after)
            always = "always" * span.typed.startswith("throughout ")
            if (span.sort is Sort.EVER or never or always) and not ever_since:
                near = [t for t in takers if t > place or not never]
                nearest = min(near, key=lambda t: self._distance(t, place), default=place)
                evers[nearest] = always or span.value or evers.get(nearest, "")
        return evers | dict.fromkeys(self._were(), "once")

    def _denied_first(self) -> Iterator[tuple[int, int, int]]:
        """ "Not green now but was at some time": the places of the NOT, the status and the NOW."""
        meant = [i for i in range(len(self._spans)) if self._meant(i)]
        for at, places in enumerate(zip(meant, meant[1:], meant[2:], strict=False)):
            rest = {self._spans[i].sort for i in meant[at + 3 :]}
            now = self._spans[places[2]].period == Period(self._today, self._today, "now", at=True)
            sorts = [self._spans[i].sort for i in places[:2]] == [Sort.NOT, Sort.STATUS]
            if sorts and now and Sort.EVER in rest and Sort.STATUS not in rest:
                yield places

    def _were(self) -> Iterator[int]:
        """The statuses said to have been: "were red before and are amber now"."""
        sorts = [span.sort for span in self._spans]
        if sorts.count(Sort.STATUS) < 2 or not {Sort.NOW, Sort.BECAME} & {*sorts}:
            return
        for place in (i for i, sort in enumerate(sorts) if sort is Sort.STATUS):
            beside = self._next(place)
            if beside and beside.sort is Sort.DATE:
                continue  # "was red in June and is amber now": it was so then
            aside = takewhile(lambda s: s.sort is Sort.FILLER, reversed(self._spans[:place]))
            once = beside is not None and beside.typed in _ONCE
            if once or _WERE & {s.typed for s in aside} or self._is_left(place):
                yield place

    def _is_left(self, place: int) -> bool:
        """ "The ambers have slipped to red", "red once, back to green since": it was so, and is now
        what it turned to; not the green of "went from green to red", which says what turned."""
        to = next((i for i in range(len(self._spans)) if self._is_arrived_at(i)), place)
        return to > place and self._origin(to) is None

    def _is_arrived_at(self, place: int) -> bool:
        """Whether something turned to a status: "climbed back to amber"."""
        before = self._before(place)
        became = before.sort is Sort.BECAME and before.typed.endswith((" to", " into", " at"))
        return became and self._spans[place].sort is Sort.STATUS

    def _is_denied(self, place: int, taker: int, last: tuple[int, int] | None) -> bool:
        """ "Reported in Q1 but not in Q2", "not in Q2 but reported in Q1": notes the date behind a
        NOT that follows another, or that another of the same taker follows."""
        at = next((i for i in reversed(range(place)) if self._meant(i)), -1)
        follows = taker < at or (last is not None and last[1] == taker)
        behind = [span.sort for span in self._spans[taker + 1 :]]
        between = [span.sort for span in self._spans[place + 1 : taker]]
        follows = follows or (Sort.AND in between and Sort.DATE in behind)
        if not (follows and self._spans[at].sort in {Sort.NOT, Sort.EXCEPT}):
            return False
        self._used.add(at)
        self._denied.setdefault(taker, []).append(place)
        return True

    def _nearest(self, place: int, takers: list[int]) -> int | None:
        period, now = self._spans[place].period, self._spans[place].sort is Sort.NOW
        ends = now and self._before(place).sort is Sort.NOT  # "green in Q1, not now, late"
        near = [t for t in takers if self._is_of_one_sentence(t, place)]
        near = [
            t for t in near if (not ends or t < place) and (not now or self._is_of_now(t, place))
        ]
        fitting = [t for t in near if period and self._takes(self._spans[t], period)]
        named = [t for t in fitting if self._spans[t].sort is Sort.STATUS and self._is_name(t)]
        if period and period.open == "after":  # "since July, which of the green ones ..."
            fitting = [t for t in fitting if t not in named] or fitting
        denial = self._before(place)
        if denial.sort is Sort.NOT and denial.typed not in _LACKING:
            # "nothing in Q3, not finished": the date is of what stands before the NOT
            fitting = [t for t in fitting if t < place] or fitting
        return min(fitting, key=lambda t: self._distance(t, place), default=None)

    def _is_name(self, place: int) -> bool:
        """Whether a status only names the actions it stands before: "the green ones"."""
        after = self._spans[place + 1 : place + 2]
        return any(s.sort is Sort.NOUN for s in after)

    def _is_of_now(self, taker: int, place: int) -> bool:
        """ "Red on 1 July, and where do they stand now": a NOW of another question is of none."""
        between = self._spans[taker + 1 : place]
        apart = any(span.sort in {Sort.WANT, Sort.PUNCTUATION} for span in between)
        goes_on = self._before(place).sort is Sort.NOT or self._spans[place].value == "still"
        others = (i for i, span in enumerate(self._spans) if _can_be_ever(span))
        if taker in self._ever and any(i not in self._ever for i in others):
            return False  # "previously red now amber"
        return _can_be_ever(self._spans[taker]) and (goes_on or not apart)

    def _is_of_one_sentence(self, taker: int, place: int) -> bool:
        low, high = sorted((taker, place))
        ends = [i for i in range(low + 1, high) if self._spans[i].typed in _ENDING]
        return not ends or (place < taker and points_back(self._spans[ends[-1] :]))

    def _distance(self, taker: int, place: int) -> float:
        low, high = sorted((taker, place))
        low += low == taker and self._is_name(taker)  # "the amber ones from June are green"
        return sum(map(self._meant, range(low + 1, high))) + 0.5 * (taker > place)

    def _takes(self, span: Span, period: Period) -> bool:
        if span.sort in {Sort.NOUN, Sort.FIELD}:
            begun = period.start <= self._today or period.quarter is not None
            return span.value in {"update", "updates"} and begun
        if span.sort is Sort.WANT:
            return self._is_verb(span)
        if span.sort is Sort.STATUS:
            past = period.end < self._today or not CLOSING.isdisjoint(span.values)
            past = past or (period.open != "before" and period.start <= self._today)
            place = self._spans.index(span)
            return past or place in self._ever or self._before(place).sort is Sort.BECAME
        return span.sort is not Sort.STATE or span.value in UPDATES | STATES_IN_TIME | {"moved"}

    def _is_verb(self, span: Span) -> bool:
        """ "Last updated", "the latest update came": when the last one came, not which it is."""
        behind = self._spans[self._spans.index(span) + 1 :]
        after = [s for s in behind if s.sort is not Sort.THOSE][:1]  # "the last word on them was"
        of_each = self._before(self._spans.index(span)).sort is Sort.THOSE  # "had their last word"
        of_each = of_each and any(s.sort is Sort.DATE for s in after)
        came = of_each or any(s.typed in _COMING for s in after) or span.typed.endswith(_HEARD)
        return span.value in _TURNING or (came and span.value == "latest")

    def _periods(self, place: int) -> list[Period]:
        dates = self._dates.get(place, ())
        meant = [at for at in dates if not any(self._is_refined(at, by) for by in dates)]
        periods = [p for at in meant if (p := self._spans[at].period)]
        between = self._spans[dates[0] : dates[-1]] if dates else ()
        return periods if any(s.sort is Sort.OR for s in between) else bounded(periods)

    def _is_refined(self, at: int, by: int) -> bool:
        """ "In the new year, January to March": the same time, and then more exactly."""
        wide, exact = self._spans[at].period, self._spans[by].period
        between = [s.typed for s in self._spans[at + 1 : by] if s.sort is not Sort.FILLER]
        if wide is None or exact is None or exact.open or at >= by or {*between} - {",", "-"}:
            return False
        return wide != exact and wide.start <= exact.start and exact.end <= wide.end

    def _origin(self, place: int) -> Span | None:
        """The green of "went from green in Q1 to red or amber": the status it turned from."""
        at = next((i for i in reversed(range(place)) if self._spans[i].sort not in _ASIDE), place)
        between = self._spans[at + 1 : place]  # "how many greens became ambers"
        to = any(s.sort is Sort.BECAME or f" {s.typed}".endswith((" to", " into")) for s in between)
        return self._spans[at] if to and self._spans[at].sort is Sort.STATUS else None

    def _goes_on(self, left: Span) -> bool:
        """Whether what it turned to follows the status it turned from."""
        places = (i for i, span in enumerate(self._spans) if span.sort is Sort.STATUS)
        return any(self._origin(i) is left for i in places)

    def _before(self, place: int) -> Span:
        back = (s for s in reversed(self._spans[:place]) if s.sort is not Sort.FILLER)
        return next(back, Span(Sort.PUNCTUATION))

    def _next(self, place: int, *past: Sort) -> Span | None:
        """The next span that says something and is of none of these sorts."""
        after = (self._spans[i] for i in range(place + 1, len(self._spans)) if self._meant(i))
        return next((span for span in after if span.sort not in past), None)

    def _meant(self, place: int) -> bool:
        return self._spans[place].sort is not Sort.FILLER


def _timed(span: Span, before: Span, today: date) -> Span:
    """ "Now" and "still" as a time; "the end of March ones" are those due then."""
    if span.value == "action" and before.period and before.sort is Sort.DATE:
        named = not (before.period.quarter or before.period.open)
        return replace(span, sort=Sort.DUE, values=()) if named else span
    if span.sort is not Sort.NOW and not (before.sort is Sort.STATUS and span.typed == "today"):
        return span
    return replace(span, sort=Sort.NOW, period=Period(today, today, "now", at=True))


def _can_be_ever(span: Span) -> bool:
    return span.sort is Sort.STATUS or span.value in STATES_IN_TIME


STATES_IN_TIME = frozenset({
    "overdue", "open", "closed", "met", "missed target", "below share", "beaten", "exact",
})  # fmt: skip
"""States, beside the statuses, that come and go: true or not at the end of any day."""
_JOINTS = frozenset({Sort.OR, Sort.AND, Sort.FILLER})
_ASIDE = frozenset({Sort.BECAME, Sort.DATE, Sort.FILLER})
_TURNING, _HEARD = frozenset({"better", "worse"}), ("updated", "reported", "heard")
_LACKING = frozenset({"lacking", "missing", "no", "without"})
"""What may stand before the date of what it denies: "no Q2 update"."""
_WERE = frozenset({"was", "were", "been", "being", "had been", "have been", "having been"})
_ONCE = frozenset({"before", "once", "earlier", "then", "at first"})
_COMING = frozenset({"was", "were", "is", "came", "came in", "dates", "dated", "from"})
_AGAINST, _COMPARING = frozenset({"with", "to", "against"}), frozenset({"compare", "rise"})
_SAID_OF = frozenset({Sort.STATUS, Sort.STATE, Sort.DUE, Sort.FIELD, Sort.DATE, Sort.NUMBER})
_ENDING = frozenset({".", "?", "!"})
