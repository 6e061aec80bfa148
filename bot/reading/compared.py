"""Numbers compared: what is ranked and grouped, more of one state than of another, and two times:
how many then and now, and what got better or worse between them; and agencies and priorities as
wholes, with both of two kinds of action or nothing but one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.reading.calendar import Period
from bot.reading.cues import body_of, made, of_quarters
from bot.reading.expression import PLACED
from bot.reading.grammar import Sort, phrase_at
from bot.reading.over_time import Became, Counts, Due, Reported, Stands, Updated
from bot.reading.parts import Parts
from bot.reading.spans import Span
from bot.reading.timed import now
from bot.reading.tree import EVERY, AsAt, Days, Expression, Not, all_of, leaves, mapped
from bot.reading.wants import Cues, Kind, Reading, Want

_SOME = frozenset({
    "a", "an", "no", "nothing", "none", "something", "anything", "any", "some", "at least", "both",
})  # fmt: skip
_EVERY = frozenset({"only", "all", "everything", "entirely", "just", "nothing", "every"})
_MORE = {"more": False, "fewer": True, "less": True, "greater": False, "higher": False}
_MORE |= {"outnumber": False, "outnumbers": False, "outnumbered": True}
_THAN = re.compile(r"\bthan$|^outnumber")
_STATES = frozenset({"status", "overdue", "moves", "state", "no", "updated"})


def outnumbered(parts: Parts, cues: Cues) -> Reading | None:
    """ "Which agencies have more ambers than greens": the groups that do, by both numbers; "more
    overdue than red": both numbers of the plan."""
    ways = [way for way in _MORE if way in parts.words]
    than = next((i for i, s in enumerate(parts.spans) if _THAN.search(s.typed)), None)
    bodies = {"agency", "priority", "lead"} & {*cues.nouns}
    if than is None or not ways:
        return None
    grouped = bodies or cues.says("who") or "who" in parts.words
    if [s.sort for s in parts.spans[than + 1 : than + 2]] == [Sort.NUMBER]:
        return None  # "more than 3 partners"
    states = [atom for atom in parts.composed.atoms if atom.side.split()[0] in _STATES]
    if [atom.at < than for atom in states] != [True, False]:
        return None
    rest = [atom.expression for atom in parts.composed.atoms if atom not in states]
    first, second = (all_of(*rest, atom.expression) for atom in states)
    group = body_of(parts, cues)
    if not grouped:
        unlike = {type(first), type(second)} != {Stands}
        return Reading(Want(Kind.COUNT, than=second), first) if unlike else None
    return Reading(Want(Kind.BY, group=group, fewest=_MORE[ways[0]], than=second), first)


def two_times(parts: Parts, cues: Cues, kind: Kind | None) -> Reading | None:
    """The reading of a text that compares two times, or asks what changed between two days."""
    than, over = parts.composed.than, parts.composed.over
    timed = any(_is_timed(leaf) for leaf in leaves(over))
    if not timed and (kind is Kind.COMPARE or (than is not None and cues.quarters > 1)):
        return None
    spoken = next((period for period in parts.composed.dates if period is not than), None)
    if than is not None:
        then = _before(than) if than.open == "after" else than.end
        if cues.says("better", "worse"):
            return _changed(parts, cues, then, spoken.end if spoken else parts.today)
        if parts.conditions:
            counted = Want(Kind.COUNT, than=mapped(over, lambda leaf: _as_at(leaf, than, then)))
            return Reading(counted, over)
    if kind is not Kind.CHANGES or not spoken:
        return None
    in_quarters = spoken.quarter or of_quarters(spoken.days)
    since = spoken.open == "after" or not in_quarters  # "worse since Q1"
    if since and cues.says("better", "worse"):
        return _changed(parts, cues, _before(spoken), spoken.end)
    if in_quarters:
        return None
    return made(parts, cues, Kind.LIST, all_of(over, Updated(spoken.days)))


def _changed(parts: Parts, cues: Cues, first: date, last: date) -> Reading:
    """What changed from the end of one day to the end of another, at the latest today."""
    reading = made(parts, cues, Kind.CHANGES, parts.composed.over)
    days = Days(first, min(last, parts.today))
    return replace(reading, want=replace(reading.want, quarters=(), days=days))


def _before(period: Period) -> date:
    """The day from whose end on a time is looked at: "since 30 June", "since June" are from the end
    of June on, "since 5 June" takes in what came on that day."""
    if period.last:
        return period.last
    following = period.start + timedelta(days=1)
    return period.start if following.day == 1 else period.start - timedelta(days=1)


def _is_timed(leaf: Expression) -> bool:
    """Whether a condition names its own time: "went red in Q2"; updates are compared as such."""
    return isinstance(leaf, AsAt) or (
        isinstance(leaf, Became | Counts) and leaf.days not in {None, Days()}
    )


def _as_at(leaf: Expression, than: Period, day: date) -> Expression:
    """A condition at another time: its own time replaced, a state as at the end of that day; which
    part of the plan is meant stays as it is."""
    if isinstance(leaf, PLACED):
        return leaf
    if isinstance(leaf, Became | Counts | Due | Updated) and leaf.days not in {None, Days()}:
        return replace(leaf, days=than.days)
    if isinstance(leaf, Reported):
        return Reported(than.quarter) if than.quarter else Updated(than.days)
    return AsAt(leaf.part if isinstance(leaf, AsAt) else now(leaf), day)


def having(parts: Parts, cues: Cues, read: Callable[[Parts], Reading]) -> Reading | None:
    """ "Which priorities have both a red and an amber", "agencies with something overdue but no
    red": the groups that have an action of the first kind and one, or none, of the second."""
    bodies = [noun for noun in (*cues.nouns, *cues.says("who") * ("agency",)) if noun in _BODIES]
    cut = _link(parts.spans) if bodies else 0
    if not (bodies and cut):
        return _all_of_them(parts, bodies[0]) if bodies else None
    spans, text = parts.spans, parts.text
    head = next(s for s in spans if s.typed in _SOME or _is_state(s))
    pieces = (text[: spans[cut].start], text[: head.start] + text[spans[cut].end :])
    over = sorted((read(parts.of(piece)).over for piece in pieces), key=lambda x: type(x) is Not)
    both = Reading(Want(Kind.COUNT, noun=bodies[0], than=over[1]), over[0])
    return both if EVERY not in over else None


_BODIES = frozenset({"agency", "priority"})


def _link(spans: Sequence[Span]) -> int:
    """The place of the "and" of two things that are each to be had; 0: there is none."""
    for place, span in enumerate(spans[:-1]):
        before, behind = spans[:place], spans[place + 1 :]
        both = any(s.typed == "both" for s in before) and _is_state(behind[0])
        each = span.typed in {"and", "but"} and (both or behind[0].typed in _SOME)
        if each and any(map(_is_state, before)) and any(map(_is_state, behind)):
            return place
    return 0


def _is_state(span: Span) -> bool:
    way = phrase_at(span.typed.split())
    return way is not None and way.sort in {Sort.STATUS, Sort.STATE}


def _all_of_them(parts: Parts, noun: str) -> Reading | None:
    """ "Which agencies have only greens", "priorities where everything is green": those with no
    action that is otherwise; "only one red" is a number."""
    states = [atom for atom in parts.composed.atoms if atom.side in {"status", "overdue"}]
    start = next((i for i, s in enumerate(parts.spans) if s.value in {noun, "who"}), 0)
    if len(states) != 1 or parts.conditions > 1 or parts.has(Sort.NOT, Sort.NUMBER, Sort.OP):
        return None
    between = {w for s in parts.spans[start + 1 : states[0].at] for w in s.typed.split()}
    if _EVERY.isdisjoint(between):
        return None
    one = Reading(Want(Kind.BY, group=noun, least=1, most=1), parts.composed.over)
    every = Reading(Want(Kind.COUNT, noun=noun), Not(Not(parts.composed.over)))
    return every if between.isdisjoint({"one", "single"}) else one
