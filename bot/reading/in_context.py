"""What a span stands for beside the others: "break the reds down by priority" is no burglary.

Each line of `data/contexts.txt` says it of some words: what they are, what must stand where, and
what they are then. Of several lines that hold the first counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from bot.core.dataclass import dataclass
from bot.reading.concepts import PHRASE, all_concepts
from bot.reading.grammar import Sort
from bot.reading.spans import Span
from bot.reading.tokens import data_lines, stems


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: where which words must stand, or must not, and what is meant then."""

    where: tuple[tuple[str, bool, frozenset[str]], ...]
    sort: Sort
    values: tuple[str, ...]

    def holds(self, spans: Sequence[Span], place: int) -> bool:
        return all(_stands(w, _PLACES[at](spans, place)) is yes for at, yes, w in self.where)


def _stands(ways: frozenset[str], there: Sequence[Span]) -> bool:
    """Whether one of these stands among the spans of a place, or nothing where NONE is asked."""
    spoken = (_names(span.typed, span.sort, span.values) for span in there)
    return not all(map(ways.isdisjoint, spoken)) or ("NONE" in ways and not there)


@lru_cache(maxsize=4096)
def _names(typed: str, sort: Sort, values: tuple[str, ...]) -> frozenset[str]:
    """What a line may call a span by: typed so, of a sort, with a value, holding a word."""
    many = (f"{sort.name}{'+' * n}" for n in range(len(values)))  # "STATUS+" of two and more
    held = (f"~{word}" for word in typed.split())
    return frozenset({typed, sort.name, f"{sort.name}:{''.join(values[:1])}", *many, *held})


def _meant(spans: Iterable[Span]) -> list[Span]:
    return [span for span in spans if span.sort is not Sort.FILLER]


def _end(spans: Sequence[Span], _: int) -> list[Span]:
    return [span for span in _meant(spans) if span.sort is not Sort.PUNCTUATION]


_PLACES: dict[str, Callable[[Sequence[Span], int], Sequence[Span]]] = {
    "is": lambda spans, at: spans[at : at + 1],
    "behind": lambda spans, at: spans[max(at - 1, 0) : at],
    "next": lambda spans, at: spans[at + 1 : at + 2],
    "before": lambda spans, at: _meant(spans[:at])[-1:],
    "before that": lambda spans, at: _meant(spans[:at])[-2:-1],
    "after": lambda spans, at: _meant(spans[at + 1 :])[:1],
    "after that": lambda spans, at: _meant(spans[at + 1 :])[1:2],
    "earlier": lambda spans, at: spans[:at],
    "later": lambda spans, at: spans[at + 1 :],
    "anywhere": lambda spans, _: spans,
    "at the head": lambda spans, _: spans[:3],
    "last": lambda spans, at: _end(spans, at)[-1:],
    "before last": lambda spans, at: _end(spans, at)[-2:-1],
}


@lru_cache(maxsize=1)
def _lines() -> dict[str, list[_Line]]:
    """The lines by what their words are: as typed, or of a sort."""
    made: dict[str, list[_Line]] = {}
    condition = lru_cache(maxsize=None)(_condition)  # half are asked by several lines
    for row in data_lines("contexts.txt"):
        text, _, meant = row.partition(" ;; ")[0].rpartition(" = ")
        what, *where = text.split(" ; ")
        sort, _, value = meant.strip().partition(" ")
        values = tuple(value.split(",")) if value else ()
        line = _Line(tuple(map(condition, where)), Sort[sort], values)
        for way in what.split("|"):
            made.setdefault(way, []).append(line)
    return made


def _condition(text: str) -> tuple[str, bool, frozenset[str]]:
    where, _, ways = text.partition(": ")
    return where.removesuffix(" no"), not where.endswith(" no"), frozenset(ways.split("|"))


def in_context(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, each as what it stands for where it stands."""
    read_as = _united(spans)
    return _of_subjects(spans, [_beside(read_as, place) for place in range(len(read_as))])


def _of_subjects(read_as: Sequence[Span], meant: Sequence[Span]) -> tuple[Span, ...]:
    """ "Working for nothing", "red diesel": words of grammar in a way of saying a concept, beside a
    word of no grammar or as what it denies, are of the subject, and so are all of a concept's name
    ("county lines") that is no agency's; `meant`: as they are in context."""
    placed = [(place, word) for place, span in enumerate(read_as) for word in stems(span.typed)]
    read, given = tuple(word for _, word in placed), list(meant)
    wants = {place for place, span in enumerate(read_as) if span.sort is Sort.WANT}
    for first in range(len(read)):
        for end, name, weight in all_concepts().said_at(read, first):
            if weight < PHRASE:
                continue
            around = {place for place, _ in (*placed[:first], *placed[end:])}
            places = {place for place, _ in placed[first:end]} - around
            sorts = {read_as[place].sort for place in places} - _CARRYING
            denied = bool(sorts & _DENYING) and sorts <= _DENYING | {Sort.WANT, Sort.ORDER}
            entire = stems(name) == read[first:end] and (len(places) > 1 or sorts != {Sort.AGENCY})
            if not (entire or denied or Sort.UNKNOWN in sorts):
                continue
            inner = {*sorted(places)[1:-1]}  # "men who hit"
            for place in places:
                span = read_as[place]
                deed = wants - places and span.typed.endswith("ing")  # "bed blocking"
                asks = span.sort is Sort.WANT and not (denied or place in inner or deed)
                named = span.sort in _NAMES and (span.named or not entire)
                if not (named or asks or span.sort in _CARRYING):
                    given[place] = replace(span, sort=Sort.UNKNOWN, values=(span.typed,))
    return tuple(given)


_CARRYING = frozenset({Sort.FILLER, Sort.AND, Sort.PUNCTUATION, Sort.DATE, Sort.NUMBER})
_DENYING = frozenset({Sort.NOT, Sort.EXCEPT})
_NAMES = frozenset({Sort.AGENCY, Sort.PRIORITY, Sort.TAUGHT, Sort.REF, Sort.UNKNOWN})


def _beside(spans: Sequence[Span], place: int) -> Span:
    span, lines = spans[place], _lines()
    near = (*lines.get(span.typed, ()), *lines.get(span.sort.name, ()))
    line = next((line for line in near if line.holds(spans, place)), None)
    if line is None:
        return span
    period = span.period if line.sort is Sort.DATE else None
    values = span.values if line.values == ("same",) else line.values
    return replace(span, sort=line.sort, values=values, period=period)


def _united(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Statuses said together as one: "red or amber", "at risk or better", "off track (red)"."""
    read_as = list(spans)
    bearing = [place for place, span in enumerate(spans) if span.sort is not Sort.FILLER]
    for first, last in pairwise(bearing):
        if spans[first].sort is Sort.STATUS and spans[first].values == spans[last].values:
            read_as[first] = replace(spans[first], sort=Sort.FILLER, values=())  # "off track (red)"
    around = zip((*bearing[:1], *bearing), (*bearing[3:], None), strict=False)
    places = zip(bearing, bearing[1:], bearing[2:], around, strict=False)
    for first, joint, last, (before, end) in places:
        left, link, right = read_as[first], read_as[joint], read_as[last]
        behind, then = spans[before], _NOTHING if end is None else spans[end]
        if right.value == "complete" and then.value in {"overdue", "in time"}:
            continue  # "red or finished late"
        if (behind.sort, left.value) == (Sort.NOT, "complete") and link.sort is not Sort.OR:
            continue  # "not done yet, green in June"
        values: tuple[str, ...] = ()
        defined = {s.typed for s in spans[last + 1 : last + 2]} & _COPULA  # "and the lead is"
        if link.typed in _EITHER and not defined and _is_part(left, right, spans, first, behind):
            values = ("either",)
        elif left.sort is Sort.STATUS and (link.sort in _LINKS or link.typed in {",", "("}):
            once = then.typed in _ONCE and any(s.sort is Sort.NOW for s in spans)
            once = once or (behind.sort, then.sort) == (Sort.EVER, Sort.NOW)
            apart = link.typed == "," and len(spans[first].values) > 1  # "good news, amber in Q1"
            dated = any(s.sort is Sort.DATE for s in spans[last:])  # "now green, red in Q1"
            apart = apart or (link.typed == "," and behind.sort is Sort.NOW and dated)
            apart = apart or bool(_TENSES & {span.typed for span in spans[joint + 1 : last]})
            if not (once or apart or link.typed in _RELATIVE):
                values = _statuses(left, link, right, then)
        if values:
            read_as[last] = replace(right if values == ("either",) else left, values=values)
            for place in (first, joint):
                read_as[place] = replace(read_as[place], sort=Sort.FILLER, values=())
    return tuple(read_as)


_COPULA = frozenset({"is", "are", "was", "were", "has", "have", "had", "did", "does"})


def _is_part(left: Span, right: Span, spans: Sequence[Span], first: int, behind: Span) -> bool:
    """ "Led or supporting": any part of somebody; not "with two partners and led by fire"."""
    if {left.value, right.value} != {"lead", "partner"} or behind.sort in {Sort.NUMBER, Sort.OP}:
        return False
    held = next((s for s in spans[:first][::-1] if s.sort not in AROUND), left)
    each = held.sort in BODIES and right.typed.endswith(" by")
    return not each and any(span.sort in BODIES for span in spans)


def _statuses(left: Span, link: Span, right: Span, then: Span) -> tuple[str, ...]:
    """The statuses of "red or amber", "at risk or better"; none where these are not one."""
    beside = link.sort is Sort.OR and left.value in LADDER
    beside = beside and then.sort not in _AMOUNTS  # "or above 75%", "or under burglary"
    step = _BEYOND.get(right.value) if beside else None
    further = LADDER[LADDER.index(left.value) :: step] if step else ()
    united = (*left.values, *(further or right.values))
    return tuple(dict.fromkeys(united)) if further or right.sort is Sort.STATUS else ()


def beyond(statuses: Sequence[str], way: str) -> tuple[str, ...]:
    """The statuses that are "better", or worse, than all of these."""
    at = sorted(map(LADDER.index, statuses))
    return LADDER[: at[0]] if way == "better" else LADDER[at[-1] + 1 :]


_NOTHING = Span(Sort.PUNCTUATION)
BODIES = frozenset({Sort.AGENCY, Sort.OWN})
AROUND = frozenset({Sort.FILLER, Sort.NOT, Sort.ONLY})
_EITHER = frozenset({"and", "or", "nor"})
_LINKS = frozenset({Sort.OR, Sort.AND})
_AMOUNTS = frozenset({Sort.NUMBER, Sort.SHARE, Sort.DATE, Sort.PRIORITY, Sort.UNKNOWN})
_ONCE = frozenset({"before", "once", "earlier", "previously"})
_RELATIVE = frozenset({"that", "that is", "which"})
_TENSES = frozenset({"is", "are", "was", "were"})
LADDER = ("complete", "on_track", "at_risk", "off_track")
_BEYOND = {"worse": 1, "<": 1, "below share": 1, "better": -1, ">": -1}
