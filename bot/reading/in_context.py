"""What a span stands for beside the others: "break the reds down by priority" is no burglary."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.reading.grammar import Sort, phrase_at
from bot.reading.spans import Span

_SORTING = frozenset({
    "break", "broken", "split", "divide", "divided", "cut", "slice", "group", "grouped", "rank",
    "ranked", "sort", "sorted", "order", "ordered", "arrange", "arranged", "organise", "organised",
    "separate", "put",
})  # fmt: skip
_HIT = frozenset({
    "met", "hit", "missed", "reached", "exceeded", "beaten", "beat", "achieved", "surpassed",
})  # fmt: skip
_RUNNING = frozenset({"run", "runs", "running"})
_TILL = frozenset({"till", "until"})
_GETTING = frozenset({"get", "gets", "getting"})
_GOING = frozenset({"going", "started", "under way", "underway"})
_STARTING = frozenset({
    "start", "starts", "starting", "begin", "begins", "beginning", "kick", "kicks", "kicking",
    "commence", "commences", "commencing", "not start", "not begin", "to start", "to begin",
})  # fmt: skip
_LEAVING = frozenset({"leave", "leaving", "take", "taking", "set", "setting", "put", "putting"})
_IN_IT = frozenset({"come in", "came in", "fit", "feature", "figure", "appear", "play"})
_SENT = {"nothing": "no update"} | dict.fromkeys(
    ("updates", "reports", "returns", "anything", "something"), "updated"
)


def in_context(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, each as what it stands for where it stands."""
    read_as = _with_us(_united(spans))
    bearing = [place for place, span in enumerate(read_as) if span.sort is not Sort.FILLER]
    return tuple(_beside(read_as, place, bearing) for place in range(len(read_as)))


def _beside(spans: Sequence[Span], place: int, bearing: Sequence[int]) -> Span:
    at, end = bisect_left(bearing, place), bisect_right(bearing, place)
    behind, before = (spans[bearing[n]] if n >= 0 else None for n in (at - 2, at - 1))
    after, then = (spans[bearing[n]] if n < len(bearing) else None for n in (end, end + 1))
    span = spans[place]
    if span.typed == "percent" and (not place or spans[place - 1].sort is not Sort.NUMBER):
        return replace(span, sort=Sort.WANT, values=("count",))
    if span.typed == "number" and after and after.sort in {Sort.STATUS, Sort.STATE}:
        return replace(span, values=("count",))
    if span.sort is Sort.THOSE and place and spans[place - 1].typed.endswith("than"):
        return replace(span, sort=Sort.FILLER)  # "worse than it was in June"
    if span.typed == "changed" and before and before.sort is Sort.NOT and behind:
        moved = behind.sort is Sort.DUE  # "the deadline has not been changed"
        return replace(span, sort=Sort.STATE, values=("moved",)) if moved else span
    superlative = before and (before.sort is Sort.ORDER or before.sort is Sort.STATE)
    if span.typed == "first" and superlative and (_any_of(spans, Sort.ORDER) or _is_most(spans)):
        return replace(span, sort=Sort.FILLER)
    if span.typed in _SORTING and span.sort in _NO_MORE and _any_of(spans, Sort.GROUP, Sort.ORDER):
        return replace(span, sort=Sort.FILLER, values=())
    if (
        span.sort is Sort.JOINT
        and _any_of(spans, Sort.GROUP)
        and _counted_for_both(spans[place + 1 :])
    ):
        return replace(span, sort=Sort.FILLER)
    away = {"aside"} if span.typed in {"set", "setting"} else {"out", "aside"}
    if span.typed in _LEAVING and away & {s.typed for s in spans[place + 1 :]}:
        return replace(span, sort=Sort.EXCEPT, values=())  # "leaving burglary aside"
    if span.typed == "aside" and span.sort is Sort.UNKNOWN:
        return replace(span, sort=Sort.FILLER, values=())
    leads = span.sort is Sort.WANT and span.value == "who" and "lead" in span.typed.split()
    if leads and before and before.sort in {Sort.AGENCY, Sort.OWN}:
        return replace(span, sort=Sort.ROLE, values=("lead",))
    if span.typed in {"came in", "came"} and before and before.value == "latest":
        return replace(span, sort=Sort.FILLER, values=())  # "the last update came in before May"
    if (span.typed == "but" or span.sort is Sort.NOT) and _is_undone(spans):
        return replace(span, sort=Sort.FILLER)
    if span.value == "updated" and _is_undone(spans):
        return replace(span, values=("no update",))
    sent = _SENT.get(span.typed) if after and after.typed in {"from", "by"} else None
    if sent and then and then.sort is Sort.AGENCY:
        return replace(span, sort=Sort.STATE, values=(sent,))  # "updates from the police"
    named = before is not None and before.sort in {Sort.AGENCY, Sort.OWN}
    on = span.typed == "board" and place and spans[place - 1].typed.endswith("on")
    if on and before and (named or before.sort is Sort.ROLE):
        return replace(span, sort=Sort.ROLE, values=("either",))  # "with fire on board"
    if span.typed in _IN_IT and {"where", "how", "part", "role"} & {s.typed for s in spans[:3]}:
        how = (Sort.ROLE, ("either",)) if named else (Sort.FILLER, ())
        return replace(span, sort=how[0], values=how[1])  # "where does fire come in"
    if named and span.typed == "in" and (after is None or after.sort in _ENDING):
        return replace(span, sort=Sort.ROLE, values=("either",))  # "the police are in, but ..."
    last = after is not None and after.sort is Sort.BY and then is None
    if span.sort is Sort.NOT and last:
        return replace(span, sort=Sort.FILLER)  # "in Q4, not before"
    only = after if after and after.sort is not Sort.ONLY else then
    if span.typed in _RUNNING and only and only.sort is Sort.DATE:
        return replace(span, sort=Sort.DUE, values=())
    return _of_reports(spans, place, before, after)


def _of_reports(spans: Sequence[Span], place: int, before: Span | None, after: Span | None) -> Span:
    """What a span is beside a report that is missing, or a date from which something begins."""
    span = spans[place]
    if span.sort is Sort.DATE and before and before.typed in _TILL:
        return replace(span, typed=f"{before.typed} {span.typed}")  # "till after Christmas"
    dated = after is not None and after.sort is Sort.DATE
    if dated and span.typed in _TILL:
        return replace(span, sort=Sort.FILLER, values=())
    if span.typed in _WHO_DID and (dated or after is None):
        did = phrase_at([span.typed.removeprefix("who ")])
        return replace(span, sort=did.sort, values=did.values) if did else span
    if span.sort is Sort.ROLE and span.typed.endswith(" it") and not _has_part(spans):
        return replace(span, sort=Sort.FILLER, values=())  # "anything with no date on it"
    got = span.typed in _GOING and place and spans[place - 1].typed in _GETTING
    if (got or span.typed in _STARTING) and after and (dated or after.typed in _TILL):
        return replace(span, sort=Sort.DUE, values=("begins",))
    if span.typed.rpartition(" ")[2] in _MISSING and _names_report(spans[place + 1 :]):
        return replace(span, sort=Sort.NOT, values=())  # "who missed the Q2 return"
    return _beside_words(spans, place, before, after)


def _has_part(spans: Sequence[Span]) -> bool:
    """Whether somebody is named, or asked after, who may have a part in it."""
    return _any_of(spans, Sort.AGENCY, Sort.OWN) or any(s.value == "who" for s in spans)


def _names_report(rest: Sequence[Span]) -> bool:
    return any(s.value == "update" for s in rest) and any(s.sort is Sort.DATE for s in rest)


_MISSING = frozenset({"miss", "missed", "missing", "skip", "skipped"})
_WHO_DID = frozenset({"who reported", "who updated", "who completed", "who closed"})

_ENDING = frozenset({Sort.PUNCTUATION, Sort.AND, Sort.OR, Sort.NOT, Sort.EXCEPT})
_PERSONS = frozenset(
    {"people", "person", "someone", "somebody", "patient", "patients", "man", "woman"}
)
_SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
_NUMBERS = frozenset({"number", "numbers", "figure", "figures", "totals"})
_NO_MORE = frozenset({Sort.UNKNOWN, Sort.FILLER, Sort.WANT})


def _is_undone(spans: Sequence[Span]) -> bool:
    """ "Should have finished in May but has not": what was to be done is not."""
    end = [span for span in spans if span.sort not in {Sort.FILLER, Sort.PUNCTUATION}][-2:]
    due = any(s.sort is Sort.DUE or s.value in {"updated", "overdue"} for s in spans)
    return due and len(end) == 2 and end[0].typed == "but" and end[1].sort is Sort.NOT


def _beside_words(
    spans: Sequence[Span], place: int, before: Span | None, after: Span | None
) -> Span:
    """What the very words beside a span make of it; a measure otherwise."""
    span, behind = spans[place], {s.typed for s in spans[max(place - 1, 0) : place]}
    if span.typed in _NUMBERS and after and after.sort is Sort.STATUS:
        several = any(len(s.values) > 1 for s in spans if s.sort is Sort.STATUS)
        counted = (Sort.GROUP, "status") if several else (Sort.WANT, "count")
        return replace(span, sort=counted[0], values=counted[1:])  # "the numbers green, red"
    if span.sort is Sort.NOT and before and _is_tag(spans, place, before):
        return replace(span, sort=Sort.FILLER)  # "it got a new date, no?", "red or not"
    if span.sort is Sort.DATE and "year" in span.typed and after and after.typed in {"old", "olds"}:
        return replace(span, sort=Sort.UNKNOWN, period=None)  # "15 year olds"
    between = {s.sort for s in (before, after) if s} == {Sort.UNKNOWN}
    if span.typed == "when" and before and between and not any(s.sort is Sort.DUE for s in spans):
        return replace(span, sort=Sort.FILLER, values=())  # "it gets rowdy when the sun is out"
    if span.typed in _SEASONS and [s.sort for s in spans[place + 1 : place + 2]] == [Sort.UNKNOWN]:
        return replace(span, sort=Sort.UNKNOWN, period=None)  # "the summer holiday sessions"
    if span.typed == "to do" and before and (before.sort is Sort.UNKNOWN or "what" in behind):
        return replace(span, sort=Sort.FILLER, values=())  # "what is there for teenagers to do"
    if span.value == "agency" and "its" in behind:
        return replace(span, sort=Sort.UNKNOWN)  # "led by the county or any of its services"
    if span.typed == "who" and behind & _PERSONS:
        return replace(span, sort=Sort.FILLER)  # "people who call again and again"
    return _of_measures(spans, place)


def _is_tag(spans: Sequence[Span], place: int, behind: Span) -> bool:
    """Whether a NOT only asks for a yes: "..., no?", "... or not", at the sentence's end."""
    after = [s.typed for s in spans[place + 1 : place + 2]]
    if after not in ([], ["?"], ["."]):
        return False
    asked = spans[place].typed == "no" and behind.typed == "," and after == ["?"]
    return asked or (spans[place].typed == "not" and behind.sort is Sort.OR)


def _is_most(spans: Sequence[Span]) -> bool:
    return any(span.sort is Sort.WANT and span.value == "most" for span in spans)


def _any_of(spans: Sequence[Span], *sorts: Sort) -> bool:
    return any(span.sort in sorts for span in spans)


def _counted_for_both(rest: Sequence[Span]) -> bool:
    """ "By lead agency, joint ones counted for both": how to count, and no condition."""
    return any(s.typed in {"both", "twice"} or s.typed.endswith("each") for s in rest)


def _of_measures(spans: Sequence[Span], place: int) -> Span:
    """ "Which targets have been met", "have not been met": how readings stand to the target."""
    span = spans[place]
    if span.value != "measures" and span.typed not in _HIT and span.sort is not Sort.NOT:
        return span
    measures = [i for i, s in enumerate(spans) if s.value == "measures"]
    hits = [i for i, s in enumerate(spans) if s.typed in _HIT and s.sort is not Sort.AGENCY]
    if not measures and any(s.sort is Sort.DUE for s in spans):  # "deadlines not met"
        return replace(span, sort=Sort.FILLER) if place in {*hits, *_denied(spans, hits)} else span
    several = any(spans[i].typed.endswith("s") for i in measures)
    if not hits or not several:
        return span
    if place in measures:
        return replace(span, sort=Sort.FILLER, values=())
    denied = _denied(spans, hits)
    if place in denied:
        return replace(span, sort=Sort.FILLER, values=())
    missed = bool(denied) != (spans[hits[0]].typed == "missed")
    how = "missed target" if missed else "met"
    return replace(span, sort=Sort.STATE, values=(how,)) if place == hits[0] else span


def _denied(spans: Sequence[Span], hits: Sequence[int]) -> list[int]:
    return [i for i in range(hits[0]) if spans[i].sort is Sort.NOT][-1:] if hits else []


def _united(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Statuses said together as one: "red or amber", "at risk or better", "off track (red)"."""
    read_as = list(spans)
    bearing = [place for place, span in enumerate(spans) if span.sort is not Sort.FILLER]
    for first, last in pairwise(bearing):
        if spans[first].sort is Sort.STATUS and spans[first].values == spans[last].values:
            read_as[first] = replace(spans[first], sort=Sort.FILLER, values=())  # "off track (red)"
    ends = [*bearing[3:], -1]
    for first, joint, last, end in zip(bearing, bearing[1:], bearing[2:], ends, strict=False):
        left, link, right = read_as[first], read_as[joint], read_as[last]
        if end > 0 and right.value == "complete" and spans[end].value in {"overdue", "in time"}:
            continue  # "red or finished late"
        if left.sort is not Sort.STATUS or not (link.sort in _LINKS or link.typed in {",", "("}):
            continue
        once = end > 0 and spans[end].typed in _ONCE and any(s.sort is Sort.NOW for s in spans)
        if once or _TENSES & {span.typed for span in spans[joint + 1 : last]}:
            continue  # "used to be green and are red": each at its time
        beside = link.sort is Sort.OR and last - joint == 1 and left.value in _LADDER
        beside = beside and not (end > 0 and spans[end].sort in _AMOUNTS)  # "or above 75%"
        step = _BEYOND.get(right.value) if beside else None
        beyond = _LADDER[_LADDER.index(left.value) :: step] if step else ()
        if beyond or right.sort is Sort.STATUS:
            values = tuple(dict.fromkeys((*left.values, *(beyond or right.values))))
            read_as[last] = replace(left, values=values)
            for place in (first, joint):
                read_as[place] = replace(read_as[place], sort=Sort.FILLER, values=())
    return tuple(read_as)


_LINKS = frozenset({Sort.OR, Sort.AND})
_AMOUNTS = frozenset({Sort.NUMBER, Sort.SHARE, Sort.DATE})
_ONCE = frozenset({"before", "once", "earlier", "previously"})
_TENSES = frozenset({"is", "are", "was", "were"})
_LADDER = ("complete", "on_track", "at_risk", "off_track")
_BEYOND = {"worse": 1, "<": 1, "below share": 1, "better": -1, ">": -1}


def _with_us(spans: Sequence[Span]) -> tuple[Span, ...]:
    """ "that were down as a partner on": "we're", when nobody else is named."""
    if any(span.sort in {Sort.AGENCY, Sort.OWN} for span in spans):
        return tuple(spans)
    return tuple(
        replace(span, sort=Sort.OWN, values=("us",))
        if span.typed == "were" and _leads_to_role(spans[place + 1 :])
        else span
        for place, span in enumerate(spans)
    )


def _leads_to_role(rest: Sequence[Span]) -> bool:
    after = next((s for s in rest if s.sort is not Sort.ONLY and s.typed not in {"a", "the"}), None)
    return after is not None and after.sort is Sort.ROLE
