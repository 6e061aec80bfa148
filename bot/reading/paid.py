"""Payers and sums of money in a text: each with the words for money beside it as one span.

money = Money(plan)                       built once for a version of the plan
money.in_spans(text, spans) -> spans      "PCC money", "over £20k" as spans of sort MONEY
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.plan import Plan
from bot.core.resources import payers, sums
from bot.reading.expression import FOR_MONEY, bare
from bot.reading.grammar import Sort
from bot.reading.spans import Span
from bot.reading.tokens import stems

_LINKS = frozenset({Sort.BY, Sort.SINCE, Sort.FILLER})
_SUM_FROM = 100.0
"""Pounds from which a number without its sign is a sum, beside a word for money."""
_LESS = {"below share": "<"}
_ASKED = frozenset({"who", "measures", "count", "list"})
"""What is asked before a word for money: "who pays for", "how much funding"."""


class Money:
    """Who pays for what in one plan."""

    def __init__(self, plan: Plan) -> None:
        every = (payer for action in plan.actions for payer in payers(action.resources_raw))
        self._named = {key: payer for payer in every if (key := bare(payer))}
        short = {("".join(word[0] for word in key),): payer for key, payer in self._named.items()}
        self._named = {key: payer for key, payer in short.items() if len(key[0]) > 2} | self._named
        self._agencies = {
            agency.code: self._named[key]
            for agency in plan.agencies
            for name in (agency.name, agency.short, agency.code, *agency.aliases)
            if (key := bare(name)) in self._named
        }

    def in_spans(self, text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The spans, each payer beside a word for money, and each sum compared, as one."""
        read_as = list(spans)
        if "£" not in text and FOR_MONEY.isdisjoint(stems(text)):
            return tuple(spans)
        for place, span in enumerate(spans):
            if FOR_MONEY & {*stems(span.typed)} and read_as[place].sort is not Sort.MONEY:
                self._paid(read_as, place)
            marked = text[span.start - 1 : span.start] == "£"
            figure = text[span.start : span.end + 9] if marked else span.typed
            pounds = next(sums(f"£{figure}"), 0.0) if figure[:1].isdigit() else 0.0
            if marked or pounds >= _SUM_FROM:
                _compared(read_as, place, pounds, marked=marked)
        return tuple(read_as)

    def _paid(self, spans: list[Span], place: int) -> None:
        """The payer right before or behind a word for money; then both are one span."""
        for run in _runs(spans, place):
            if name := self._payer(spans, run):
                denied = spans[place].sort is Sort.GAP  # "no money from the PCC"
                _merged(spans, [*run, place], (name,))
                if denied and place < min(run):
                    spans[min(run)] = spans[place]
                    spans[place] = replace(spans[place], sort=Sort.NOT, values=())
                self._also(spans, min(*run, place) - 1)
                self._also(spans, max(*run, place) + 1)
                return
        before = next((s for s in reversed(spans[:place]) if s.sort is not Sort.FILLER), None)
        asked = before is not None and before.sort is Sort.WANT and before.value in _ASKED
        if asked and spans[place].sort is not Sort.GAP:
            spans[place] = replace(spans[place], sort=Sort.WANT, values=("money",))

    def _also(self, spans: list[Span], link: int) -> None:
        """ "Council or Lottery money": a further payer joined to one."""
        if not 0 < link < len(spans) or spans[link].sort not in {Sort.OR, Sort.AND}:
            return
        run = next((run for run in _runs(spans, link) if self._payer(spans, run)), None)
        if run:
            _merged(spans, run, (self._payer(spans, run),))

    def _payer(self, spans: Sequence[Span], run: Sequence[int]) -> str:
        if any(spans[at].sort is Sort.MONEY for at in run):
            return ""
        if len(run) == 1 and spans[run[0]].sort is Sort.AGENCY:
            return self._agencies.get(spans[run[0]].value, "")
        run_stems = bare(" ".join(spans[at].typed for at in run))
        return self._named.get(run_stems, "")


def _runs(spans: Sequence[Span], place: int) -> Iterator[list[int]]:
    """The runs of words that end right before a place or begin right behind it, the longest first;
    a word such as "by" or "the" may stand between."""
    ends, starts = place - 1, place + 1
    while ends > 0 and spans[ends].sort in _LINKS:
        ends -= 1
    while starts < len(spans) - 1 and spans[starts].sort in _LINKS:
        starts += 1
    for length in range(5, 0, -1):
        if starts + length <= len(spans):
            yield [*range(starts, starts + length)]
        if ends - length >= -1:
            yield [*range(ends - length + 1, ends + 1)]


def _merged(spans: list[Span], places: Sequence[int], values: tuple[str, ...]) -> None:
    """One span of sort MONEY in place of several; what stands between says no more."""
    first = min(places)
    for at in range(first, max(places) + 1):
        spans[at] = replace(spans[at], sort=Sort.FILLER, values=())
    spans[first] = replace(spans[first], sort=Sort.MONEY, values=values)


def _compared(spans: list[Span], place: int, pounds: float, *, marked: bool) -> None:
    """ "More than £20,000", "£5k or less"."""
    near = (at for at in (place - 1, place + 1, place + 2) if 0 <= at < len(spans))
    op = next((at for at in near if spans[at].sort is Sort.OP or spans[at].value in _LESS), place)
    if op == place and not marked:
        return
    sign = _LESS.get(spans[op].value, spans[op].value) if op != place else "="
    _merged(spans, [op, place], ("", sign, str(pounds)))
