"""The reading before and a fragment -> a reading: an edit of the tree, or another want over it.

* A number or "the second one" chooses what was offered or shown; "more" turns the page.
* After one action the fragment is a question about it: the same reader reads it with its name in
  the place of "it" ("who supported it", "when due?").
* After several, what points back or has no subject of its own ("who leads?") asks of the set
  before; with conditions it narrows it ("which of those are ours", "not the complete ones").
* What joins on ("and the police?", "what about Q1?") puts a new side in the place of the old one,
  and asks the same of it.
* "and now?" takes the past out of it; "and as partner" swaps the role.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.core.dataclass import dataclass
from bot.reading import edits
from bot.reading.calendar import Period
from bot.reading.claims import cut
from bot.reading.expression import (
    EVERY,
    Expression,
    Of,
    Refs,
    all_of,
    conjuncts,
    leaves,
    mapped,
    negated,
)
from bot.reading.fragments import Fragment
from bot.reading.grammar import Sort
from bot.reading.parts import Parts
from bot.reading.wants import PAGE, Kind, Reading, Want

Wants = Callable[[Parts], Want | None]
Before = Callable[[], Reading | None]  # asked for fragments only: it may have to be fetched
Alone = Callable[[Parts], Reading]  # reads a text by itself

_PAGED = frozenset({Kind.LIST, Kind.MEASURES})
_OF_ACTIONS = frozenset({"partners", "statuses", "next update"})
_TOLD_OF = frozenset({Kind.HISTORY, Kind.DUE, Kind.LEADS, Kind.MEASURES, Kind.LATEST})
_OF_ONE = _TOLD_OF | {Kind.TOPIC, Kind.ACTIONS}
_CHOOSING = frozenset({Kind.TOPIC, Kind.CHANGES, Kind.RANK})
"""Kinds whose answer shows only some of the actions meant."""
_ASKED_AGAIN = _TOLD_OF | {Kind.COUNT, Kind.BY, Kind.RANK, Kind.COMPARE, Kind.CHANGES}
"""Kinds that are asked of another set as well ("and the police?")."""
_NO_ANSWER = frozenset({Kind.NOT_UNDERSTOOD, Kind.CHOOSE, Kind.GLOSSARY, Kind.OVERVIEW})
_NAMED = (Sort.AGENCY, Sort.OWN, Sort.PRIORITY, Sort.REF)
_FEW = 5
"""Actions that a question back may offer."""
_STEPS = {"before": -1, "earlier": -1, "after": 1, "later": 1}
_NOUN_SIDES = {"agency": "agency", "priority": "about"}


def nothing_before() -> None:
    """For a text that goes on with nothing."""


def is_of_one(aside: Want, earlier: Before) -> bool:
    """Whether a question about the plan itself ("who are the partners?") is about the one action
    before it."""
    if aside.kind is not Kind.PLAN_FACT or aside.term not in _OF_ACTIONS:
        return False
    before = earlier()
    return before is not None and before.want.kind in _OF_ONE and len(before.shown) == 1


def followed(parts: Parts, earlier: Before, want_of: Wants, alone: Alone) -> Reading | None:
    """The reading of a fragment that goes on with the one before; None when it stands by itself.

    `want_of` tells the want of a text taken apart, `alone` reads a text by itself.
    """
    fragment = Fragment(parts)
    if not (fragment.goes_on or fragment.is_amount or fragment.turns or fragment.picked):
        return None
    before = earlier()
    if before is not None:
        return _FollowUp(fragment, before, want_of, alone).reading()
    alone_points = fragment.points and fragment.is_subjectless and not parts.has(Sort.ORDER)
    want = want_of(parts) if alone_points else None
    return _which(fragment, want) if fragment.it and want and want.kind in _TOLD_OF else None


def of_a_list(reading: Reading, before: Reading | None) -> Reading:
    """A reading of one action, with the list before that it is one of: for "the other one"."""
    listed = (before.listed or before.shown) if before and not reading.listed else ()
    refs = reading.over.refs if isinstance(reading.over, Refs) else ()
    inside = len(refs) == 1 and refs[0] in listed and len(listed) > 1
    return replace(reading, listed=listed) if inside else reading


def _which(fragment: Fragment, want: Want) -> Reading:
    """ "When is it due?" with nothing before: which action is asked, of the asker's own if few."""
    parts = fragment.parts
    own = [a for a in parts.index.plan.actions if {*a.leads} & {*parts.asker.agencies}]
    offers = tuple((cut(f"{a.ref}: {a.text}"), Reading(want, Refs((a.ref,)))) for a in own)
    term = fragment.it.typed if fragment.it else ""
    return Reading(Want(Kind.CHOOSE, term=term), offers=offers if len(own) <= _FEW else ())


@dataclass(frozen=True, slots=True)
class _FollowUp:
    """A fragment beside the reading it goes on with."""

    fragment: Fragment
    before: Reading
    want_of: Wants
    alone: Alone

    def reading(self) -> Reading | None:
        """What they come to; None when the fragment stands by itself."""
        chosen = self._chosen() or self._turned()
        if chosen is not None:
            return chosen
        if self.before.over == EVERY and not self.before.shown:
            return None
        edited = self._of_one_action()
        if edited is None and self.fragment.goes_on:
            edited = self._edited()
        same = edited is not None and edited.over == self._subject
        return replace(edited, listed=self.before.listed) if edited and same else edited

    def _turned(self) -> Reading | None:
        """ "more": the next page. "the rest", "and the others?": the next page as well, or, when
        all was shown, what the last condition left out; so "and which have not?"."""
        before, denies = self.before, self.fragment.only_denies
        if denies and before.want.kind is Kind.LIST and before.over != EVERY:
            return Reading(before.want, edits.others(before))
        left = tuple(ref for ref in before.listed if ref not in before.shown)
        if self._is_one and left and self.fragment.turns and self.fragment.of_others:
            return Reading(before.want, Refs(left), listed=before.listed)
        if before.want.kind not in _PAGED or not self.fragment.turns:
            return None
        over_all = before.over == EVERY or not self.fragment.of_others
        if over_all or len(before.shown) > before.page * PAGE:
            return replace(before, page=before.page + 1)
        return Reading(before.want, edits.others(before, one=self._is_one))

    def _chosen(self) -> Reading | None:
        """ "2", "the second one", "the last two": of what was offered, or of the actions listed."""
        places, before = self.fragment.picked, self.before
        if not places:
            return None
        if before.offers:
            inside = 0 < places[0] <= len(before.offers)
            return before.offers[places[0] - 1][1] if inside else Reading(Want(Kind.HELP))
        if before.want.kind is Kind.OVERVIEW:
            priorities = self.fragment.parts.index.plan.priorities
            code = next((p.code for p in priorities if p.number == places[0]), None)
            return Reading(Want(Kind.PRIORITY), Of(code)) if code else None
        listed = before.listed or before.shown
        refs = [listed[n - (n > 0)] for n in places if -len(listed) <= n - (n > 0) < len(listed)]
        again = before.want.kind if self.fragment.begins_joined else None
        kind = next((k for k in (self._want, again) if k in _TOLD_OF), None) or Kind.ACTIONS
        return Reading(Want(kind), Refs(tuple(refs)), listed=listed) if refs else None

    @property
    def _want(self) -> Kind | None:
        want = self.want_of(self.fragment.parts)
        return want.kind if want else None

    @property
    def _is_one(self) -> bool:
        return len(self.before.shown) == 1 and self.before.want.kind in _OF_ONE

    def _of_one_action(self) -> Reading | None:
        """The fragment read as a question about the one action before: with its name in it."""
        fragment, shown = self.fragment, self.before.shown
        if len(shown) != 1 or fragment.of_those or fragment.of_others:
            return None
        if fragment.is_amount:
            about = {x for leaf in leaves(fragment.placed) for x in getattr(leaf, "refs", ())}
            other = about.isdisjoint(shown) if about else not self._is_one
            return None if other else Reading(Want(Kind.MEASURES), Refs(shown))
        if fragment.says_it or (self._is_one and (fragment.points or fragment.is_subjectless)):
            read = self.alone(fragment.parts.of(fragment.named(shown[0])))
            want = read.want if read.want.kind not in _NO_ANSWER else Want(Kind.ACTIONS)
            over = mapped(read.over, lambda x: Refs(shown) if isinstance(x, Refs) else x)
            return replace(read, want=want, over=over, offers=())
        return None

    def _edited(self) -> Reading | None:
        """The tree before with what the fragment says anew."""
        fragment, parts = self.fragment, self.fragment.parts
        again = fragment.is_same_agency
        new = (
            edits.with_part(self.before.over, fragment.value(Sort.ROLE))
            if again
            else edits.placed_among(fragment, self.before)
        )
        kind = self._want
        if new == EVERY and parts.has(Sort.ROLE):
            kind = Kind.LEADS  # "partners on those?"
        tells = kind in _TOLD_OF and fragment.narrows
        if new == EVERY or (tells and fragment.points and not parts.has(*_NAMED)):
            return self._same_set(kind)  # "when was it closed": the condition tells of it
        if parts.has(Sort.REF):
            alike = self.before.want.kind in _TOLD_OF
            return Reading(self.before.want if alike else Want(Kind.ACTIONS), new)
        over = edits.replaced(self.before.over, new) if again else self._over(new)
        asked = kind if tells or kind is Kind.COUNT else None if fragment.joins else Kind.LIST
        return Reading(self._asked(asked, over), over)

    def _over(self, new: Expression) -> Expression:
        """The set before narrowed by what is said anew, or with it in the place of its like."""
        parts, before = self.fragment.parts, self.before
        if self.fragment.of_others:
            return all_of(edits.others(before, one=self._is_one), new)
        if not parts.has(Sort.NOW, Sort.DATE):
            new = edits.as_before(new, before.over)
        if self.fragment.adds and any(edits.denies(x, new) for x in conjuncts(before.over)):
            new = negated(new)  # "take out fire's", "and the police ones as well"
            return all_of(before.over, new)
        if self.fragment.narrows or parts.has(Sort.NOT, Sort.EXCEPT, Sort.ONLY):
            return edits.narrowed(self._subject, new)
        return edits.replaced(before.over, new, roles=parts.has(Sort.ROLE))

    def _asked(self, kind: Kind | None, over: Expression) -> Want:
        """The want said anew, else the one before; part of a priority is a list."""
        before = self.before.want
        if kind is not None:
            return Want(kind)
        entire = before.kind is Kind.PRIORITY and isinstance(over, Of)
        return before if entire or before.kind in _ASKED_AGAIN else Want()

    @property
    def _subject(self) -> Expression:
        """What "those" are: the expression before, or the actions that were shown when the answer
        chose among them, or was about one."""
        before = self.before
        some = before.want.kind in _OF_ONE | _CHOOSING and bool(before.shown)
        chose = before.want.kind in _CHOOSING or len(before.shown) == 1 or before.over == EVERY
        return Refs(before.shown) if some and chose else before.over

    def _same_set(self, kind: Kind | None) -> Reading | None:
        """Another want over the same actions; the past taken out of it; another time; more."""
        fragment, before, base = self.fragment, self.before, self._subject
        period, changed = self._period(), before.want.kind is Kind.CHANGES
        if changed and not fragment.points and (period or kind is Kind.CHANGES):
            base = before.over  # "what got worse" and "what improved?" are asked of the same
        if kind is Kind.CHANGES:
            quarters = (period.quarter,) if period and period.quarter else before.want.quarters
            want = self.want_of(fragment.parts) or Want(kind)
            return Reading(replace(want, quarters=quarters), base)
        if period is not None:
            return edits.in_time(before, base, period)
        if fragment.parts.has(Sort.NOW):
            return Reading(
                replace(before.want, quarters=(), days=None), mapped(before.over, edits.now)
            )
        if fragment.widens:
            side = _NOUN_SIDES.get(fragment.value(Sort.NOUN), "")
            wider = edits.without_side(before.over, side)
            return Reading(before.want, wider) if wider != before.over else None
        order = fragment.value(Sort.ORDER)
        if order:
            return Reading(Want(order=order), base)
        if fragment.text.startswith("out of"):
            kind = Kind.MEASURES if self._is_one else Kind.COUNT
        if kind is None or kind in _NO_ANSWER or (base == EVERY and kind is not Kind.LIST):
            return None
        return Reading(Want(kind, group="agency" if kind is Kind.BY else before.want.group), base)

    def _period(self) -> Period | None:
        """The time said, by itself ("in Q1") or from the one before ("the quarter before")."""
        spans = self.fragment.spans
        for place, span in enumerate(spans):
            if span.period is not None:
                step = next((_STEPS[s.typed] for s in spans[place:] if s.typed in _STEPS), 0)
                relative = edits.shifted(self.before, span.period.length, step) if step else None
                return relative or span.period
        return None
