"""What is still owed: the updates that are due for a quarter, everybody's or the asker's own.

Asked for with somebody of ours, a word of reporting and a word of duty, in any order: "what do I
still have to report", "is anything missing from us for Q2?".
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.quarters import Quarter
from bot.reading.cues import cues_of, is_due, made
from bot.reading.expression import PLACED, Leads
from bot.reading.grammar import Sort
from bot.reading.over_time import Closed, Due, Overdue, Reported, Stands, Updated
from bot.reading.parts import Parts
from bot.reading.safety import says
from bot.reading.tree import EVERY, Expression, Not, all_of, any_of, conjuncts, leaves
from bot.reading.wants import Cues, Kind, Reading


def due_then(parts: Parts) -> Expression:
    """What falls due at the times that nothing takes; since a day gone by, what was reported."""
    times = parts.composed.dates
    since = [t for t in times if t.label.startswith("since") and t.start < parts.today]
    due = (Due(t.days, at_first=t.end < parts.today) for t in times if t not in since)
    return any_of(*(Updated(t.days) for t in since), *due)


def in_time(parts: Parts, cues: Cues, over: Expression) -> Expression:
    """ "What is coming up", "the next deadline after October", "the three longest overdue": what an
    order by time leaves out; "what has fire got on in November": what falls due then."""
    dates = parts.composed.dates
    placed = over != EVERY and all(isinstance(leaf, PLACED) for leaf in leaves(over))
    if dates and placed and all(time.end >= parts.today for time in dates):
        return all_of(over, due_then(parts), Not(Closed()))
    closed = any(isinstance(leaf, Stands | Closed) for leaf in leaves(over))
    if cues.order == "soonest" and is_due(parts) and not closed:
        return all_of(over, Not(Closed()))
    if cues.order in {"last", "next", "soonest"} and parts.composed.dates:
        return all_of(over, due_then(parts))
    late = cues.order == "overdue" and not any(isinstance(leaf, Overdue) for leaf in leaves(over))
    return all_of(over, Overdue()) if late else over


_ELSE = frozenset({"who", "when", "history", "meaning", "measures", "how", "changes", "compare"})


def owed(parts: Parts) -> Reading | None:
    """What the asker still has to report; None when something else is asked."""
    text = parts.plain
    if not (says("of the asker", text) and says("owed", text)):
        return None
    other = parts.has(Sort.AGENCY, Sort.EVER, Sort.REF, Sort.MISSING, Sort.ORDER, Sort.OR)
    other = other or any(s.value == "partner" for s in parts.of_sort(Sort.ROLE))  # another's to do
    beside = (a.side for a in parts.composed.atoms if parts.spans[a.at].typed != "done")
    other = other or not {"about", "due", "moves", "status"}.isdisjoint(beside)
    if other or _ELSE & {*parts.wants} or any(not d.quarter for d in parts.composed.dates):
        return None
    alone = not {"i", "me", "my", "mine"}.isdisjoint(text.split())
    own = parts.asker.agencies if alone or parts.asker.leads else ()
    mine = any_of(*map(Leads, own)) if own else EVERY
    over = all_of(mine, _for_quarter(parts))
    cues = cues_of(parts, about=False)
    reading = made(parts, cues, Kind.COUNT if cues.says("count") else Kind.LIST, over)
    want = replace(reading.want, group="agency", noun="", quarters=(), days=None)
    return replace(reading, want=want, nobody=alone and not own)


def _for_quarter(parts: Parts) -> Expression:
    """Not reported on for the quarter named, else the last of the plan's that has ended."""
    this = Quarter.of(parts.today)
    ended = this.previous if this.previous.ends >= parts.index.plan.starts else this
    named = (s.period.quarter for s in parts.spans if s.period and s.period.quarter)
    return all_of(Not(Reported(next(named, ended))), Not(Closed()))


def is_owed(parts: Parts) -> bool:
    """Whether an update that is owed is spoken of: "what does fire still owe", "up to date"."""
    none = [span.typed for span in parts.spans if span.value == "no update"]
    limited = any("deadline" in span.typed for span in parts.of_sort(Sort.FILLER))
    return _is_current(parts) or any(limited or says("word of owing", typed) for typed in none)


def _is_current(parts: Parts) -> bool:
    return "up to date" in (span.typed for span in parts.spans)


def is_silent(part: Expression) -> bool:
    """ "Did not report for Q2": no update for a quarter."""
    return isinstance(part, Not) and isinstance(part.part, Reported)


def owed_by(over: Expression, parts: Parts) -> Expression:
    """ "Who hasn't updated?": no update at all is none for the quarter that is asked for; not of
    "who leads the actions that have had none"."""
    of_actions = any(span.value == "action" for span in parts.of_sort(Sort.NOUN))
    led = parts.value(Sort.ROLE) == "lead" and of_actions and not is_owed(parts)
    if led or says("ever", _typed(parts)):
        return over
    owes, current = _for_quarter(parts), Not(Stands("")) if _is_current(parts) else None
    none = {Stands(""), Not(Not(Stands("")))}
    each = (Not(owes) if part == current else part for part in conjuncts(over))
    return all_of(*(owes if part in none else part for part in each))


def _typed(parts: Parts) -> str:
    """The words as they were meant: "nver" is "never"."""
    return " ".join(span.typed for span in parts.spans)


def lacking_of(parts: Parts, cues: Cues, kind: Kind) -> Expression | None:
    """ "Which agencies have nothing overdue": what those asked for have no action of."""
    over = parts.composed.over
    nots = {span.typed for span in parts.of_sort(Sort.NOT, Sort.NEITHER)}
    at_all = _AT_ALL.search(parts.plain)
    none = at_all or _NOT_ANY.search(parts.plain) or nots & _NONE
    parts_of = [*conjuncts(over)]
    never = parts_of == [Stands("")] and "actions" not in parts.words
    never = never and says("never", _typed(parts))
    of_actions = any(s.value == "action" for s in parts.of_sort(Sort.NOUN))
    if never or (at_all and not (at_all["all"] and of_actions)):  # not of those owed
        parts_of = [p for p in parts_of if p != Not(Closed()) or parts.has(Sort.DUE)]
        parts_of = [Not(Not(part)) if part == Stands("") else part for part in parts_of]
    denied = [part.part for part in parts_of if isinstance(part, Not)]
    head = parts.bearing[:3]  # but "who leads the ones with no partner" is of actions
    who = bool({"who", "agency"} & {s.value for s in head[:2]}) and head[-1].value != "action"
    who = who or (parts.spans[-1].sort, parts.spans[-1].value) == (Sort.NOUN, "agency")
    asked = (kind in {Kind.LIST, Kind.BY} or never) and who and not cues.threshold
    if not asked or len(denied) != 1 or not (none or never):
        return None
    return all_of(*(part for part in parts_of if not isinstance(part, Not)), *denied)


_AT_ALL = re.compile(r"\b(?:on any|(?P<all>at all))\b")
_NOT_ANY = re.compile(r"\bnot (?:\w+ ){0,2}(?:any|anything|a single)\b")
_NONE = frozenset({"no", "nothing", "none", "none of", "without", "neither", "clear of", "free of"})
