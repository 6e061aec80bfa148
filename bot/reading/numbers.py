"""Numbers compared: with what they count, a target, a reading, or a share of a target."""

from __future__ import annotations

from bot.reading.expression import Counts, Days, Expression, Figure, Not, Reads, Stands
from bot.reading.folding import Atom
from bot.reading.grammar import Sort
from bot.reading.in_time import InTime
from bot.reading.spans import Span


class Numbers(InTime):
    """The conditions that compare a number."""

    def _number(self, place: int, span: Span) -> Atom | None:
        """ "More than 3 partners", "just one lead", "led by two agencies", "three updates or more";
        not "the newest three updates", where it is how many are wanted."""
        at = self._counted(place)
        field = self._field(at)
        if not field or not span.value.isdigit():
            return self._figure(place, span)
        if self._before(place).sort is Sort.ORDER:
            return None
        self._used.add(at)
        days = next((period.days for period in self._periods(at)), None)
        counts = Counts(field, self._compared(place, at) or "=", int(span.value), days)
        return Atom(counts, field, place)

    def _counted(self, place: int) -> int:
        """The place of what a number counts: right behind it, or behind "or more"; else its own."""
        after = [i for i in range(place + 1, len(self._spans)) if self._meant(i)][:2]
        behind = [i for i in after if self._spans[i].value not in _OPEN]
        return behind[0] if behind and (behind[0] == after[0] or len(after) > 1) else place

    def _compared(self, place: int, counted: int) -> str:
        """How a number is compared: by what stands before it, behind it or behind what it counts;
        "" where nothing says so."""
        before, behind = self._before(place), (self._next(place), self._next(counted))
        if before.value == "below share":
            return "<"
        signs = [s.value for s in (before, *behind) if s and s.sort is Sort.OP]
        return signs[0] if signs else ""

    def _field(self, counted: int) -> str:
        """The number that is counted: "partners", "leads"; of "led by two agencies" the leads."""
        span = self._spans[counted]
        if span.value == "agency":
            near = (*self._spans[:counted], self._next(counted))
            span = next((s for s in reversed(near) if s and s.sort is Sort.ROLE), span)
        if span.sort is Sort.FIELD:
            return span.value
        updated = span.value == "updated" and span.typed.startswith(("update", "report"))
        if updated or (span.sort is Sort.NOUN and span.value == "update"):
            return "updates"
        begins = span.typed.partition(" ")[0].rstrip("s")  # "a girl of 14 keeps running off"
        counted_role = begins in {"lead", "partner"} or self._spans[counted].value == "agency"
        return f"{span.value}s" if span.sort is Sort.ROLE and counted_role else ""

    def _times(self, place: int) -> tuple[str, int] | None:
        """ "Moved more than once", "updated at least twice": how often; None where it is not said,
        or only "once"."""
        near = self._spans[place + 1 : place + 4]
        often = next((s for s in near if s.sort is Sort.TIMES), None)
        if often is None:
            return None
        op = next((s.value for s in near if s.sort is Sort.OP), "")
        if often.value == "2+":
            return ">", 1
        return (op or "=", int(often.value)) if op or often.value != "1" else None

    def _share(self, place: int, span: Span) -> Atom | None:
        """ "Below half of target", "over 75% of the way to target"."""
        below, share = "below" in span.value, span.value.removeprefix("below ")
        number = self._before(place) if share == "way" else span
        if share == "way":
            share = f"{float(number.value) / 100}" if number.sort is Sort.NUMBER else ""
        if not share:
            return None
        at = self._spans.index(number)
        below = below or self._compared(at, at).startswith("<")
        return Atom(Reads("below" if below else "above", float(share)), "reads", place)

    def _figure(self, place: int, span: Span) -> Atom | None:
        """ "A target of more than 300", "last reading over 100", "actions whose target is 100%"."""
        before = self._before(place)
        named = before.sort in {Sort.WANT, Sort.HAS} and any(map(_is_plural, self._spans))
        sign = self._compared(place, place) or "=" * named
        behind = (word.rstrip("s") for s in self._spans[:place][::-1] for word in s.typed.split())
        of = next((_OF[word] for word in behind if word in _OF), "")
        unit = [s.typed for s in self._spans[place + 1 : place + 2] if s.typed == "percent"]
        figure = Figure(of, sign, float(span.value), bool(unit))
        return Atom(figure, "figure", place) if sign and of else None


def often(field: str, times: tuple[str, int], days: Days | None = None) -> Expression:
    """A number of moves or updates; at least one update is any."""
    any_at_all = (field, *times) == ("updates", ">=", 1)
    return Not(Stands("")) if any_at_all else Counts(field, *times, days)


def _is_plural(span: Span) -> bool:
    """Whether several actions are spoken of: "the ones whose target is 100%"."""
    return span.value == "action" and span.typed.endswith("s")


_OF = dict.fromkeys(("reading", "figure", "number", "value", "latest", "result"), "reading")
_OF |= {"target": "target", "baseline": "baseline"}
_OPEN = frozenset({">=", "<="})
"""Comparisons that may be said behind a number: "four or more partners"."""
