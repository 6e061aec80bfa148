"""Which dates of a text belong to which of its words: what takes a date takes the nearest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import takewhile

from bot.core.dataclass import dataclass
from bot.core.status import Status
from bot.reading.calendar import Period
from bot.reading.expression import Expression
from bot.reading.folding import Composed
from bot.reading.grammar import Sort
from bot.reading.spans import Span

COMPLETE = Status.COMPLETE.value
UPDATES = frozenset({"no update", "updated"})


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: their agencies, and whether "we" is one of these (a lead officer's) rather than the
    whole partnership (a councillor's, a coordinator's)."""

    agencies: tuple[str, ...] = ()
    leads: bool = False


Resolver = Callable[[Sequence[Span]], Expression | None]
_TAKERS = {Sort.STATUS, Sort.STATE, Sort.DUE, Sort.NOUN, Sort.FIELD, Sort.HAS}


class Dated:
    """The spans of one text, and which of them the dates belong to."""

    def __init__(self, spans: Sequence[Span], asker: Asker, today: date, resolve: Resolver) -> None:
        self._spans = tuple(spans)
        self._asker = asker
        self._today = today
        self._resolve = resolve
        self._used: set[int] = set()
        self._denied: dict[int, list[int]] = {}
        self._dates = self._dated()
        self.result = Composed()

    def _dated(self) -> dict[int, list[int]]:
        """Taker -> the dates that belong to it; dates joined by "or", "and" share theirs."""
        dates: dict[int, list[int]] = {}
        takers = [i for i, span in enumerate(self._spans) if span.sort in _TAKERS]
        last: tuple[int, int] | None = None
        for place, span in enumerate(self._spans):
            if span.sort is not Sort.DATE:
                continue
            between = self._spans[last[0] + 1 : place] if last else ()
            joined = last and all(s.sort in {Sort.OR, Sort.AND, Sort.FILLER} for s in between)
            taker = last[1] if last and joined else self._nearest(place, takers)
            if taker is not None and not self._is_denied(place, taker, last):
                self._used |= {*range(last[0] + 1, place)} if last and joined else set()
                dates.setdefault(taker, []).append(place)
                last = (place, taker)
        return dates

    def _is_denied(self, place: int, taker: int, last: tuple[int, int] | None) -> bool:
        """ "Reported in Q1 but not in Q2": notes the date behind a NOT that follows another one."""
        at = next((i for i in reversed(range(place)) if self._meant(i)), -1)
        if last is None or at < last[0] or last[1] != taker or self._spans[at].sort is not Sort.NOT:
            return False
        self._used.add(at)
        self._denied.setdefault(taker, []).append(place)
        return True

    def _nearest(self, place: int, takers: list[int]) -> int | None:
        period = self._spans[place].period
        takers = [t for t in takers if self._is_of_one_sentence(t, place)]
        fitting = [t for t in takers if period and self._takes(self._spans[t], period)]
        return min(fitting, key=lambda t: self._distance(t, place), default=None)

    def _is_of_one_sentence(self, taker: int, place: int) -> bool:
        low, high = sorted((taker, place))
        return all(span.typed not in _ENDING for span in self._spans[low + 1 : high])

    def _distance(self, taker: int, place: int) -> float:
        low, high = sorted((taker, place))
        between = self._spans[low + 1 : high]
        steps = sum(_width(span) for span in between)
        return steps + (0.5 if taker > place else 0.0)

    def _takes(self, span: Span, period: Period) -> bool:
        if span.sort in {Sort.NOUN, Sort.FIELD}:
            return span.value in {"update", "updates"} and period.start <= self._today
        if span.sort is Sort.HAS:
            return span.value == "date"
        if period.length:
            return span.sort is Sort.STATE and span.value in UPDATES | {"overdue", "moved"}
        if span.sort is Sort.STATUS:
            past = period.at or period.end < self._today or COMPLETE in span.values
            place = self._spans.index(span)
            turned = self._before(place).sort is Sort.BECAME and not self._goes_on(span)
            return past or turned or self._origin(place) is not None
        return span.sort is not Sort.STATE or span.value in UPDATES | {"moved", "open"}

    def _periods(self, place: int) -> list[Period]:
        places = self._dates.get(place) or self._dates.get(self._alike(place), [])
        return [p for at in places if (p := self._spans[at].period)]

    def _alike(self, place: int) -> int:
        """The status joined to this one, whose date is its too ("red or amber in Q1"); else -1."""
        joint = self._next(place) if self._spans[place].sort is Sort.STATUS else None
        if joint is None or joint.sort not in {Sort.OR, Sort.AND}:
            return -1
        at = self._spans.index(joint, place)
        other = self._next(at)
        return self._spans.index(other, at) if other and other.sort is Sort.STATUS else -1

    def _origin(self, place: int) -> Span | None:
        """The green of "went from green in Q1 to red or amber": the status it turned from."""
        behind = reversed(self._spans[:place])
        back = list(takewhile(lambda s: s.sort in _IN_A_TURN, behind))
        to = next((i for i, s in enumerate(back) if s.typed in {"to", "into"}), len(back))
        left = next((s for s in back[to:] if s.sort is Sort.STATUS), None)
        if left is None:
            return None
        plain = len(back) > 1 and back[0].typed == "to" and back[1] is left  # "green to amber"
        turned = self._before(self._spans.index(left)).typed.endswith("from")
        return left if plain or turned else None

    def _goes_on(self, left: Span) -> bool:
        """Whether what it turned to follows the status it turned from."""
        places = (i for i, s in enumerate(self._spans) if s.sort is Sort.STATUS)
        return any(self._origin(place) is left for place in places)

    def _before(self, place: int) -> Span:
        back = (s for s in reversed(self._spans[:place]) if s.sort is not Sort.FILLER)
        return next(back, Span(Sort.PUNCTUATION))

    def _next(self, place: int) -> Span | None:
        return next(
            (self._spans[i] for i in range(place + 1, len(self._spans)) if self._meant(i)), None
        )

    def _meant(self, place: int) -> bool:
        return self._spans[place].sort is not Sort.FILLER and self._spans[place].typed != "-"


_ENDING = frozenset({".", "?", "!"})
_IN_A_TURN = frozenset({Sort.STATUS, Sort.OR, Sort.AND, Sort.FILLER, Sort.DATE})


def _width(span: Span) -> int:
    """How far a span parts a date from what may take it: a comma or an "or" more than a word."""
    if span.sort is Sort.FILLER:
        return 0
    return 2 if span.sort in {Sort.OR, Sort.AND, Sort.PUNCTUATION} else 1
