"""The reading before and a fragment -> a reading: an edit of the tree, or another want over it.

* A number or "the second one" chooses what was offered or shown; "more" turns the page, "back to
  the list" goes to what was chosen from, "and the other way?" turns a pair round.
* After one action the fragment is read with its name in the place of "it" ("when due?").
* What points back ("which of those are ours") narrows the set, "not the complete ones" leaves out
  of it, a want alone ("who leads?") is asked of it; what joins on ("and the police?", "what about
  Q1?") takes the place of its like, and "in the whole plan" takes the places out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.core.dataclass import dataclass
from bot.reading import anew, edits, picks, retold, singled, timed
from bot.reading.expression import Of, Refs
from bot.reading.fragments import Fragment
from bot.reading.grammar import Sort
from bot.reading.of_one import asks_number, want_of
from bot.reading.over_time import Updated
from bot.reading.owing import is_owed
from bot.reading.parts import Parts
from bot.reading.picks import OF_ONE
from bot.reading.roles import PARTS
from bot.reading.safety import says
from bot.reading.tree import EVERY, Expression, all_of, conjuncts, leaves, mapped
from bot.reading.two_questions import is_remark
from bot.reading.wants import TOLD_OF, Kind, Reading, Want

Before = Callable[[], Reading | None]  # asked for fragments only: it may have to be fetched
Alone = Callable[[Parts], Reading]  # reads a text by itself

_OF_ACTIONS = frozenset({"partners", "statuses", "next update", "funding"})
_ASKED_AGAIN = TOLD_OF | {Kind.COUNT, Kind.BY, Kind.RANK, Kind.COMPARE, Kind.CHANGES}
"""Kinds that are asked of another set as well ("and the police?")."""
_NO_ANSWER = frozenset({Kind.NOT_UNDERSTOOD, Kind.CHOOSE, Kind.GLOSSARY, Kind.OVERVIEW})
_NAMED = (Sort.AGENCY, Sort.OWN, Sort.PRIORITY, Sort.REF)
_GROUP = re.compile(r"\b(?:that|this|the same) (priority|theme|agency|organisation|body|partner)\b")
_LISTING = frozenset({"give", "list", "name", "show"})
_TELLING = ("when", "history", "latest", "measures")
_SPECIFIC = ("who", "partners", *_TELLING)
"""Wants that are meant whenever they are said."""


def nothing_before() -> None:
    """For a text that goes on with nothing."""


def is_of_those(aside: Want, plain: str, earlier: Before) -> bool:
    """Whether what may ask of the plan or of people ("who reported that") is of those before."""
    several = says("their partners", plain) or says("sender", plain)
    fact = aside.kind is Kind.FACT and aside.term in _OF_ACTIONS
    before = earlier() if fact or (several and aside.kind is Kind.PERSONAL) else None
    if before is None:
        return False
    return bool(before.shown) if several else before.want.kind in OF_ONE and len(before.shown) == 1


def followed(parts: Parts, earlier: Before, alone: Alone) -> Reading | None:
    """The reading of a fragment that goes on with the one before, None when it stands by itself;
    `alone` reads a text by itself."""
    text, on = picks.restated(parts.text)
    if text and not on and Fragment(parts.of(text)).points:  # "no scrap that, which of them"
        begun = earlier()
        return followed(parts.of(text), lambda: begun and (begun.behind or begun), alone)
    if text:
        return followed(parts.of(text), earlier, alone) if on else alone(parts.of(text))
    fragment = Fragment(parts)
    if is_remark(parts):
        objects = {"not", "wrong", "incorrect"} & {*parts.words}
        return Reading(Want(Kind.NOT_UNDERSTOOD if objects else Kind.THANKS))
    group, one = _GROUP.search(parts.text), "one" in parts.words or "other action" in parts.plain
    freed, named = anew.freed(fragment), says("named set", parts.text.lower())
    follows = group or one or freed or named or picks.picked(fragment) or fragment.may_follow
    if not follows:
        return None
    before, plan = earlier(), parts.index.plan
    if before is None:
        return singled.of_nothing(fragment)
    empty = before.want.kind is Kind.LIST and not before.shown
    if empty and parts.has(Sort.ORDER) and not (fragment.points or fragment.joins):
        return None  # "which are due first", after a list of none
    if freed and (free := anew.set_free(fragment, before, freed)):
        return free
    if one and (text := singled.noun_for_one(parts.text, before)) != parts.text:
        return followed(parts.of(text), earlier, alone) or alone(parts.of(text))
    meant = singled.described(fragment, before) if one else None
    if meant := meant or (picks.set_named(parts, before) if named else None):
        chosen, text = meant
        return _of_chosen(parts.of(text), chosen, before, alone) if text else chosen
    if group and (body := picks.common(group[1], before, plan)):
        name = picks.name_of(body, plan)
        return alone(parts.of(f"{parts.text[: group.start()]}{name}{parts.text[group.end() :]}"))
    if both := retold.both_asked(parts, lambda half: followed(half, earlier, alone)):
        return both
    before = singled.it_of_ours(fragment, picks.list_before(fragment, before))
    return _FollowUp(fragment, before, alone).reading()


def _of_chosen(parts: Parts, chosen: Reading, before: Reading, alone: Alone) -> Reading | None:
    """What a text asks of one action or set, "that one" or "those" in it: what it says, else what
    was asked last."""
    fragment = Fragment(parts)
    if fragment.is_subjectless and not (parts.wants or parts.has(Sort.ROLE, Sort.DUE)):
        again = fragment.begins_joined or len(before.shown) == 1
        again = again and before.want.kind in TOLD_OF | {Kind.COUNT}
        return replace(chosen, want=before.want) if again else chosen
    return _FollowUp(fragment, chosen, alone).reading()


@dataclass(frozen=True, slots=True)
class _FollowUp:
    """A fragment beside the reading it goes on with."""

    fragment: Fragment
    before: Reading
    alone: Alone

    def reading(self) -> Reading | None:
        """What they come to; None when the fragment stands by itself."""
        one, fragment, before = self._is_one, self.fragment, self.before
        of_groups = retold.of_groups(fragment, before, want_of(fragment.parts))
        again = of_groups or retold.of_told(fragment, before, self._subject, one=one)
        again = again or retold.of_others(fragment, before, one=one)
        again = again or retold.of_every_one(fragment, before, self._subject)
        if again:
            return again
        listing = _LISTING & {*fragment.parts.words[:2]} or "one" in fragment.parts.words
        asked = self._want in _ASKED_AGAIN or bool(listing)
        if asked and (over := picks.ones_of(fragment, before)):
            few = replace(self, before=replace(before, over=over))
            return few._same_set(self._want or Kind.LIST)
        chosen = self._chosen() or picks.turned(fragment, before, self._want, one=one)
        within = before.want.kind is Kind.PRIORITY and not fragment.parts.has(Sort.ROLE)
        if chosen or (anew.asks_anew(fragment, one=one) and not within):
            return chosen
        edited = self._of_one_action()
        goes_on = fragment.goes_on or (fragment.seeks and not before.shown)
        edited = self._edited() if edited is None and goes_on else edited
        strange = fragment.joins and (fragment.parts.unknown or fragment.parts.idle)
        same = edited and (edited.want.kind, edited.over) == (before.want.kind, before.over)
        return None if strange and same else edited  # "and kittens?"

    def _chosen(self) -> Reading | None:
        """ "2", "the second one", "the last two": of what was offered, or of the actions listed."""
        before = self.before
        places = picks.beside(self.fragment, before) or picks.picked(self.fragment)
        if not places:
            return None
        if before.offers:
            inside = 0 < places[0] <= len(before.offers)
            return before.offers[places[0] - 1][1] if inside else Reading(Want(Kind.HELP))
        if before.want.kind is Kind.OVERVIEW:
            priorities = self.fragment.parts.index.plan.priorities
            code = next((p.code for p in priorities if p.number == places[0]), None)
            return Reading(Want(Kind.PRIORITY), Of(code)) if code else None
        listed = before.listed
        refs = [listed[n - (n > 0)] for n in places if -len(listed) <= n - (n > 0) < len(listed)]
        again = before.want.kind if self.fragment.begins_joined else None
        kind = next((k for k in (self._want, again) if k in TOLD_OF), None)
        if kind is None and len(refs) == 1 and self._want:
            return self.named(refs[0])  # "the first one - how many so far"
        return Reading(Want(kind or Kind.ACTIONS), Refs(tuple(refs))) if refs else None

    def named(self, ref: str) -> Reading:
        """The fragment asked of one action, its name in the place of what points back or behind."""
        text, it = self.fragment.parts.text, self.fragment.it
        it = it if it and it.sort is not Sort.WANT else None
        typed = f"{text[: it.start]}{ref}{text[it.end :]}" if it else f"{text.rstrip(' ?')} {ref}"
        read = self.alone(self.fragment.parts.of(typed))
        want = read.want if read.want.kind not in _NO_ANSWER else Want(Kind.ACTIONS)
        days = next((x.days for x in leaves(read.over) if isinstance(x, Updated)), want.days)
        return replace(read, want=replace(want, days=days), over=Refs((ref,)), offers=())

    @property
    def _want(self) -> Kind | None:
        parts, kind = self.fragment.parts, getattr(want_of(self.fragment.parts), "kind", None)
        lacking = kind is Kind.LEADS and parts.value(Sort.GAP) in {"lead", "partners"}
        several = len(self.before.shown) > 1 and self.before.want.kind is not Kind.MEASURES
        counts = several and asks_number(parts)  # and "of those who has no lead"
        return Kind.COUNT if counts else Kind.LIST if lacking else kind

    @property
    def _is_one(self) -> bool:
        one = len(self.before.shown) == 1 and self.before.want.kind in OF_ONE
        return one and not timed.is_of_set(self.fragment, self.before)

    def _of_one_action(self) -> Reading | None:
        """The fragment as a question about the one action before."""
        fragment, parts, shown = self.fragment, self.fragment.parts, self.before.shown
        if fragment.is_amount and parts.has(Sort.REF):  # "the outreach, how many so far"
            return Reading(Want(Kind.MEASURES), Refs(fragment.named_refs))
        if fragment.is_amount and not fragment.of_others:
            done = parts.conditions and self.before.want.kind is not Kind.COUNT
            meant = self._is_one or done or parts.unknown or parts.idle
            one = meant and len(shown) == 1  # "how many kits so far"
            return Reading(Want(Kind.MEASURES), Refs(shown)) if one else None
        if len(shown) != 1 or fragment.of_those or fragment.of_others:
            return None
        several = parts.unknown or fragment.has_noun or not fragment.is_polar
        helps = fragment.points and parts.sorts >= {Sort.OWN, Sort.ROLE} and fragment.wants("who")
        if self._is_one and (helps or (parts.has(Sort.ROLE, Sort.SOLE) and not several)):
            return Reading(Want(Kind.LEADS), Refs(shown))  # "are we the only lead?"
        asked = {s.typed[:4] for s in parts.of_sort(Sort.WANT)}
        when = asked == {"when"} and not parts.has(Sort.DUE)
        if when and fragment.says_it and self.before.want.kind in {Kind.HISTORY, Kind.LATEST}:
            return self.before  # "and when was that?", of what was reported
        polar = fragment.only_tells and (fragment.is_polar or anew.asks_why(fragment))
        some = fragment.wants("history") and shown[0] in fragment.named_refs
        of_one = self._is_one and (fragment.points or fragment.is_subjectless or polar or some)
        if fragment.says_it or of_one or (fragment.only_tells and fragment.wants(*_TELLING)):
            return self.named(shown[0])
        return None

    def _edited(self) -> Reading | None:
        """The tree before with what the fragment says anew."""
        fragment, parts = self.fragment, self.fragment.parts
        if is_owed(parts):
            return self._same_set(Kind.LEADS)
        ranked = self.before.want.kind is Kind.RANK
        again = edits.again(fragment, self._subject if ranked else self.before.over)
        new, kind = again or edits.placed_among(fragment, self.before), self._want
        tells = kind in TOLD_OF and fragment.narrows
        named = parts.has(*_NAMED) or any(isinstance(leaf, Of | Refs) for leaf in leaves(new))
        whose = kind is Kind.LEADS and len(self.before.shown) > 1  # "of those who is late"
        if new == EVERY or (tells and fragment.points and not (named or whose)):
            return self._same_set(kind)  # "when was it closed": the condition tells of it
        few = isinstance(new, Refs) and len(new.refs) == 1 and fragment.joins
        if parts.has(Sort.REF) or few:  # "and the hoarding?"
            alike = self.before.want.kind in TOLD_OF and kind not in TOLD_OF
            one = Want(kind if kind and kind in TOLD_OF else Kind.ACTIONS)
            return Reading(self.before.want if alike else one, new)
        if again:
            over = edits.replaced(self.before.over, new)
        else:
            over = anew.said_anew(new, fragment, self.before, self._subject, one=self._is_one)
        meant = tells or kind is Kind.COUNT or (kind in TOLD_OF and fragment.wants(*_SPECIFIC))
        asked = kind if meant else None if fragment.joins else Kind.LIST
        return Reading(self._asked(asked, over, new), over)

    def _asked(self, kind: Kind | None, over: Expression, new: Expression) -> Want:
        """The want said anew, else the one before; part of a priority is a list, and who has a part
        in what was asked about before. Another subject's history is told from its beginning."""
        before = self.before.want
        if kind is not None:
            among = kind is Kind.COUNT and {*conjuncts(self._subject)} <= {*conjuncts(over)}
            asks = want_of(self.fragment.parts)
            if kind is Kind.LIST and asks and self.fragment.parts.has(Sort.ORDER):
                return asks  # "which of them slipped most"
            return Want(kind, base=self._subject if among else EVERY)
        part = before.kind is Kind.LEADS and any(isinstance(x, PARTS) for x in leaves(new))
        if part or before.kind not in _ASKED_AGAIN:
            return Want()
        other = before.kind is Kind.HISTORY and any(isinstance(x, Refs) for x in leaves(new))
        return replace(before, quarters=(), days=None) if other else before

    @property
    def _subject(self) -> Expression:
        return picks.meant_by_those(self.before, self.fragment.parts.index.plan)

    def _same_set(self, kind: Kind | None) -> Reading | None:
        """Another want over the same actions; the past taken out of it; another time; more. None
        where a negation would be lost."""
        fragment, before = self.fragment, self.before
        base = before.over if timed.is_of_set(fragment, before) else self._subject
        if fragment.parts.composed.unclaimed_not:
            return None
        asks, changed = want_of(fragment.parts), before.want.kind is Kind.CHANGES
        period = timed.time_said(fragment, before)
        if changed and not fragment.points and (period or kind is Kind.CHANGES):
            base = before.over  # "what got worse" and "what improved?" are asked of the same
        if kind is Kind.CHANGES:
            base = edits.others(before, one=True) if self._is_one and fragment.of_others else base
            if changed and not period:  # "and which improved?", over the same time
                return Reading(replace(before.want, way=asks.way if asks else 0), base)
            quarters = (period.quarter,) if period and period.quarter else before.want.quarters
            return Reading(replace(asks or Want(kind), quarters=quarters), base)
        if period is not None:
            asked = kind if fragment.wants(*_SPECIFIC) else None
            return timed.at_time(fragment, before, base, asked, period)
        if asks and fragment.parts.has(Sort.ORDER):
            kind = Kind.LATEST if asks.kind is Kind.LATEST else Kind.LIST
            return Reading(Want(kind, order=asks.order, limit=asks.limit), base)
        if fragment.parts.has(Sort.NOW):
            want = Want(kind) if kind in TOLD_OF | {Kind.COUNT} else before.want
            still = fragment.parts.value(Sort.NOW) == "still"  # "which still are"
            over = all_of(before.over if still else EVERY, mapped(before.over, timed.now))
            return Reading(replace(want, quarters=(), days=None), over)
        if asks and kind is Kind.OVERVIEW and asks.group == "priority":
            asks, kind = replace(asks, kind=Kind.BY), Kind.BY  # "which priority is each under"
        grouped = asks if kind in {Kind.BY, Kind.RANK} else None
        if kind is Kind.RANK and not fragment.points and grouped and grouped.group != "priority":
            base = edits.anywhere(base, "agency")  # "who leads the most", after one agency's
        kind = Kind.COUNT if fragment.text.startswith("out of") else kind
        if kind is None or kind in _NO_ANSWER or (base == EVERY and kind is not Kind.LIST):
            return None
        return Reading(grouped or Want(kind, group=before.want.group), base)
