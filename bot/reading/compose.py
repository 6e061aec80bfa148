"""Spans -> one expression: roles bound to agencies, dates to what takes them, then not, or, and.

The rules, each with its sentence:

* A role binds to the nearest agency ("led by fire", "fire as partner").
* A date belongs to the nearest word that takes one: due, finished, reported, changed, stood.
* NOT binds to what follows and spreads over its or-list ("not red or amber"); EXCEPT opens a
  negated group to the end of its clause ("anyone but the council"); NEITHER spreads over all.
* Neighbours of one side unite ("red and amber ones"), different sides intersect ("red, police"),
  unless OR stands between ("red or overdue"), which holds together only its neighbours.
* "both", "together" ask for all of them; "alone", "only" for no other.
* Numbers compare what they stand before ("more than 3 partners", "overdue by over a month").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from bot.core.status import Status
from bot.reading.calendar import bounded
from bot.reading.expression import Funded, Lacks, Measured, Of, Refs
from bot.reading.folding import ADJECTIVES, Atom, Composed, fold, kind
from bot.reading.grammar import Sort
from bot.reading.in_context import LADDER, beyond
from bot.reading.measured import OF_TARGETS, Reads
from bot.reading.numbers import OPEN
from bot.reading.over_time import Became, Closed, Counts, Due, Overdue, Overran, Stands
from bot.reading.roles import Roles
from bot.reading.spans import Span
from bot.reading.tree import (
    EVERY,
    All,
    AsAt,
    Days,
    Ever,
    Expression,
    Not,
    all_of,
    any_of,
    leaves,
    mapped,
    negated,
)

COMPLETE = Status.COMPLETE.value


class Composer(Roles):
    """One text's spans being composed; `own` are the asker's agencies."""

    def composed(self) -> Composed:
        """The expression and what is left."""
        result, place = self.result, 0
        items: list[Atom | Span] = []
        while place < len(self._spans):
            span = self._spans[place]
            run = self._topic_run(place)
            if run:
                items += self._topic(run, place)
                place += len(run)
                continue
            items += [] if place in self._used else self._items(place, span, items)
            place += 1
        taken = {at for places in self._dates.values() for at in places}
        loose = (s for i, s in enumerate(self._spans) if i not in taken and s.sort is Sort.DATE)
        result.dates = bounded([span.period for span in loose if span.period])
        items = self._settled(items)
        result.atoms = [item for item in items if isinstance(item, Atom)]
        together = any(s.sort in {Sort.TOGETHER, Sort.JOINT} for s in self._spans)
        result.over = self._tidied(fold(_listed(items), result, together=together))
        return result

    def _items(self, place: int, span: Span, before: Sequence[Atom | Span]) -> list[Atom | Span]:
        """What a span comes to: a condition, with the NOT that stands behind it, or itself."""
        if self._denies_update(place) or self._is_from_then(place):
            return []
        if span.value == "never":
            return [replace(span, sort=Sort.NOT)]
        atom = self._again(place, span, before) or self._atom(place, span)
        if atom is None:
            return [span]
        if place in self._denied:
            atom = self._also_not(place, span, atom)
        behind = self._not_behind(place) if span.sort in {Sort.AGENCY, Sort.OWN} else None
        return [atom] if behind is None else [self._spans[behind], atom]

    def _also_not(self, place: int, span: Span, atom: Atom) -> Atom:
        """ "In Q1 but not in Q2", "red once but not now": so then, and not so at the other time."""
        dated, self._dates[place] = self._dates.get(place, []), self._denied.pop(place)
        ever = self._ever.pop(place, "")
        other, first = self._atom(place, span), atom.expression
        self._dates[place] += dated
        if not (dated or ever):  # "were red but are not now"
            first = mapped(first, lambda leaf: Ever(leaf, Days()))
        denied = negated(other.expression) if other else EVERY
        return replace(atom, expression=all_of(first, denied))

    def _atom(self, place: int, span: Span) -> Atom | None:
        made = {
            Sort.STATUS: self._status, Sort.STATE: self._state, Sort.DUE: self._due,
            Sort.AGENCY: self._agency, Sort.OWN: self._agency, Sort.NUMBER: self._number,
            Sort.SHARE: self._share, Sort.NOUN: self._reports, Sort.HAS: self._has,
            Sort.WANT: self._wanted,
        }.get(span.sort)  # fmt: skip
        plain = None if made else _plain(span)
        return made(place, span) if made else Atom(*plain, place) if plain else None

    def _has(self, place: int, span: Span) -> Atom | None:
        """ "with a target"; "with a due date in March" is when it is due."""
        after = self._next(place)
        if after and (after.sort in {Sort.OP, Sort.NUMBER} or after.value == "below share"):
            return None
        if span.value == "reading":
            return Atom(Not(Reads("none")), "state no reading", place)
        return self._due(place, span) or Atom(Not(Lacks(span.value)), f"gap {span.value}", place)

    def _wanted(self, place: int, span: Span) -> Atom | None:
        """ "went red and then recovered", "green in Q1 and worse since": beyond what it was; "last
        updated before August"."""
        if span.value in {"better", "worse"} and (left := self._left(place)):
            return self._away(place, span.value, left)
        was = self._statuses_before(place) if span.value in {"better", "changes", "worse"} else []
        if not was:
            return self._last(place, span)
        other = span.value == "changes"
        stands = any_of(*map(Stands, was if other else beyond(was, span.value)))
        return Atom(Not(stands) if other else stands, "status", place)

    def _left(self, place: int) -> int:
        """The place of the status that "moved up from red" speaks of, or 0."""
        after = [i for i in range(place + 1, len(self._spans)) if self._meant(i)]
        apart = [self._spans[i].typed for i in after[:1]] == ["from"]
        left = next(iter(after[apart:]), 0)
        named = apart or self._spans[place].typed.endswith(" from")
        return left if named and self._spans[left].sort is Sort.STATUS else 0

    def _away(self, place: int, way: str, left: int) -> Atom:
        """ "Improved from amber to green": said by what it turned to; "moved up from red since Q1":
        red at its end and better now; "come up from red": turned so at some time."""
        was = self._spans[left]
        if self._goes_on(was) or not {*was.values} <= {*LADDER}:
            return Atom(EVERY, "want", place)
        self._used.add(left)
        then = [p.last or p.start - timedelta(days=1) for p in self._periods(left)]
        ways = [(s, beyond([s], way)) for s in was.values]
        if not then:
            turns = (Became(to, Days(), s) for s, others in ways for to in others)
            return Atom(any_of(*turns), "turned", place)
        now = [(Stands(s), any_of(*map(Stands, others))) for s, others in ways if others]
        stood = (all_of(AsAt(s, day), better) for s, better in now for day in then)
        return Atom(any_of(*stood), "turned", place)

    def _statuses_before(self, place: int) -> list[str]:
        """The statuses last spoken of at a past time, where each is better or worse than others."""
        dated = (p for p in reversed(range(place)) if self._spans[p].sort is Sort.STATUS)
        last = next((self._status(p, self._spans[p]) for p in dated), None)
        if last is None or last.side != "status then":
            return []
        held = (x.part for x in leaves(last.expression) if isinstance(x, AsAt))
        kinds = [x.status for x in held if isinstance(x, Stands)]
        return kinds if {*kinds} <= {*LADDER} else []

    def _topic_run(self, place: int) -> tuple[Span, ...]:
        """Unknown words with the plan's own words for a subject among them, as one run."""
        end, known = place, False
        for at in range(place, len(self._spans)):
            span = self._spans[at]
            inside = span.sort is Sort.PRIORITY and not span.named
            if span.sort is Sort.UNKNOWN or inside:
                known = known or not inside
                end = at + 1
            elif span.sort is not Sort.FILLER or at == place or at - end > 0:
                break
        return tuple(self._spans[place:end]) if known else ()

    def _topic(self, run: tuple[Span, ...], place: int) -> list[Atom | Span]:
        topic = self._resolve(run)
        by = self._before(place).typed.endswith(" by")  # "led by a scout group": nobody of ours
        if topic is None or by or self._is_of_another(topic, place, place + len(run) - 1):
            self.result.unplaced.append(run)
            return list(run)
        return [Atom(topic, "about", place)]

    def _is_of_another(self, topic: Expression, place: int, last: int) -> bool:
        """ "When did OCG4 stop being red", "Licensing ask about SUB4": words that point at another
        action than the one named, and that nothing joins to it, do not say what is meant."""
        named = {ref for s in self._spans if s.sort is Sort.REF for ref in s.values}
        beside = self._before(place) if place else self._next(last)
        joined = beside is not None and beside.sort in {Sort.AND, Sort.OR, Sort.PUNCTUATION}
        refs = {*topic.refs} if isinstance(topic, Refs) else set()
        return len(named) == 1 and not joined and bool(refs) and not named & refs

    def _tidied(self, over: Expression) -> Expression:
        """What is due is still open, unless completion is spoken of; what is complete and late was
        finished late."""
        parts = over.parts if isinstance(over, All) else ()
        if late := [x for x in parts if isinstance(x, Overdue)] * (Stands(COMPLETE) in parts):
            over = all_of(*(x for x in parts if x not in late), Overran(late[0].days))
        conditions = [*leaves(over)]
        spoken = [x for atom in self.result.atoms for x in leaves(atom.expression)]
        finished = any(isinstance(x, Stands | Became) and x.status == COMPLETE for x in spoken)
        kinds = {type(x) for x in conditions}
        return all_of(over, OPEN) if Due in kinds and Closed not in kinds and not finished else over


def _plain(span: Span) -> tuple[Expression, str] | None:
    """Spans that are a condition by themselves, with their side."""
    if span.sort is Sort.ORDER and span.value in OF_TARGETS:
        return Reads("missed"), "state missed target"
    if span.sort is Sort.PRIORITY:
        return any_of(*(Of(code) for code in span.values)), "about"
    if span.sort in {Sort.REF, Sort.TAUGHT}:
        return Refs(span.values), "about"
    if span.sort is Sort.MONEY:
        by, op, pounds = (*span.values, "", "0")[:3]
        return Funded(by, op, float(pounds)), "money"
    if span.sort is Sort.GAP:
        return any_of(*map(Lacks, span.values)), f"gap {span.value}"
    if span.sort is Sort.SOLE:
        return Counts(f"{span.value or 'lead'}s", "=", 1), f"{span.value or 'lead'}s"
    if span.sort is Sort.JOINT:
        return Counts("leads", ">", 1), "leads"
    return (Measured(span.value), "measured") if span.sort is Sort.MEASURED else None


_NONE = frozenset({"not one", "not a single", "none", "none of", "no"})


def _denied_last(items: list[Atom | Span]) -> list[Atom | Span]:
    """ "Not one of the police actions is green": theirs, that are not."""
    bearing = [i for i in items if isinstance(i, Atom) or i.sort not in {Sort.FILLER, Sort.NOUN}]
    for none, of, denied in zip(bearing, bearing[1:], bearing[2:], strict=False):
        first = isinstance(none, Span) and none.typed in _NONE
        whose = of.side if isinstance(of, Atom) and of.side not in ADJECTIVES else ""
        if first and whose and isinstance(denied, Atom) and denied.side != whose:
            rest = [item for item in items if item is not none]
            at = rest.index(denied)
            return [*rest[:at], none, *rest[at:]]
    return items


def _listed(items: list[Atom | Span]) -> list[Atom | Span]:
    """ "Red, overdue or with no update", "all that is red and anything late": any of a list."""
    items = _denied_last(items)
    read_as, behind, goes_on = list(items), "", False
    for place, item in reversed([*enumerate(items)]):
        if isinstance(item, Atom):
            behind = kind(item.side)
        elif item.sort is Sort.OR:
            goes_on = bool(behind)
        elif item.typed == ",":
            before = (kind(i.side) for i in reversed(items[:place]) if isinstance(i, Atom))
            goes_on = goes_on and next(before, "") == behind
            read_as[place] = replace(item, sort=Sort.OR) if goes_on else item
        elif item.typed in _ADDING and _is_beside(items, place, item):
            read_as[place] = replace(item, sort=Sort.OR)
    return read_as


def _is_beside(items: list[Atom | Span], place: int, link: Span) -> bool:
    """ "The red ones and those with no update" are both meant, not "red and any of them late":
    behind what joins them a further kind of thing begins."""
    before, behind = _meant(items[:place]), _meant(items[place + 1 :])
    first, second = (*behind, None, None)[:2]
    named = link.typed == "plus"
    if isinstance(first, Span):
        things = named or any(map(_is_things, before))  # "reds plus the ones with no update"
        named = first.typed in _FURTHER or (_is_things(first) and things)
        named = named and not (isinstance(second, Span) and second.sort is Sort.THOSE)
    elif not named:
        word = getattr(next(iter(items[place + 1 :]), None), "typed", "")
        also = any(isinstance(i, Atom) and _is_things(j) for i, j in pairwise(before))
        named = word == "the" or (also and not word)
        named = named and _is_things(next((i for i in behind if not isinstance(i, Atom)), None))
    return named and any(isinstance(i, Atom) for i in before)


def _meant(items: list[Atom | Span]) -> list[Atom | Span]:
    return [i for i in items if isinstance(i, Atom) or i.sort is not Sort.FILLER]


def _is_things(item: Atom | Span | None) -> bool:
    return isinstance(item, Span) and (item.sort, item.value) == (Sort.NOUN, "action")


_ADDING = frozenset({
    "and", "also", "plus", "as well as", "along with", "together with", "in addition to",
})  # fmt: skip
_FURTHER = frozenset({"any", "anything", "everything", "those", "what", "what is"})
"""What begins a further kind of thing, besides "ones" and "actions"."""
