"""The reading before and a fragment -> a reading: an edit of the tree, or another want over it.

* A number or "the second one" chooses what was offered or shown; "more" turns the page.
* What points back ("those", "it") or has no subject of its own ("who leads?") asks of the set
  before; with conditions it narrows it ("which of those are ours", "not the complete ones").
* What joins on ("and the police?", "what about Q1?") puts a new side in the place of the old one.
* "and now?" takes the past out of it; "and as partner" swaps the role.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.reading.calendar import Period
from bot.reading.edits import (
    OF_ONE,
    as_before,
    in_time,
    mapped,
    now,
    others,
    replaced,
    shifted,
    without_side,
)
from bot.reading.expression import (
    EVERY,
    Expression,
    Of,
    Refs,
    all_of,
)
from bot.reading.fragment_conditions import compared, is_same_agency, said_anew, their_own
from bot.reading.fragments import (
    LONGEST,
    MORE,
    begins_joined,
    goes_on,
    is_amount,
    is_of_others,
    joins,
    picked,
    points,
    turns,
    widens,
)
from bot.reading.grammar import Sort
from bot.reading.tokens import words
from bot.reading.wants import PAGE, Kind, Reading, Want

if TYPE_CHECKING:
    from bot.reading.parts import Parts


_PAGED = frozenset({Kind.LIST, Kind.MEASURES})
Wants = Callable[["Parts", "bool"], Want | None]
Before = Callable[[], Reading | None]  # asked for fragments only: it may have to be fetched


def nothing_before() -> None:
    """For a text that goes on with nothing."""


def is_of_one(aside: Want, earlier: Before) -> bool:
    """Whether a question about the plan itself ("who are the partners?") is about the one action
    before it."""
    if aside.kind is not Kind.PLAN_FACT or aside.term not in _OF_ACTIONS:
        return False
    before = earlier()
    return before is not None and _is_of_one(before)


_OF_ACTIONS = frozenset({"partners", "statuses", "next update"})


def _is_of_one(before: Reading) -> bool:
    return before.want.kind in OF_ONE and len(before.shown) == 1


def followed(parts: Parts, earlier: Before, want_of: Wants) -> Reading | None:
    """The reading of a fragment that goes on with the one before; None when it stands by itself.

    `want_of` tells the want of a text taken apart.
    """
    typed = words(parts.text)
    follows = goes_on(parts, typed)
    amount = len(typed) <= LONGEST and is_amount(parts)
    if not (follows or amount or turns(parts, typed) or picked(parts, typed)):
        return None
    before = earlier()
    if before is None:
        return None
    chosen = _chosen(parts, typed, before) or _turned(parts, typed, before)
    if chosen is not None:
        return chosen
    nothing_shown = before.over == EVERY and not before.shown
    if nothing_shown or not (follows or _is_of_one(before)):
        return None
    edited = _edited(parts, before, want_of, typed)
    same = edited is not None and edited.over == _subject(before)
    return replace(edited, listed=before.listed) if edited and same else edited


def _turned(parts: Parts, typed: tuple[str, ...], before: Reading) -> Reading | None:
    """ "more": the next page. "the rest", "and the others?": the next page as well, or, when all
    was shown, what the last condition left out."""
    if before.want.kind not in _PAGED or not turns(parts, typed):
        return None
    if " ".join(typed) in MORE or len(before.shown) > before.page * PAGE:
        return replace(before, page=before.page + 1)
    return Reading(before.want, others(before))


def _chosen(parts: Parts, typed: tuple[str, ...], before: Reading) -> Reading | None:
    """ "2", "the second one", "the last two": of what was offered, or of the actions listed."""
    places = picked(parts, typed)
    if not places:
        return None
    if before.offers:
        inside = 0 < places[0] <= len(before.offers)
        return before.offers[places[0] - 1][1] if inside else Reading(Want(Kind.HELP))
    if before.want.kind is Kind.OVERVIEW:
        plan = parts.index.plan
        code = next((p.code for p in plan.priorities if p.number == places[0]), None)
        return Reading(Want(Kind.PRIORITY), Of(code)) if code else None
    listed = before.listed or before.shown
    refs = [listed[n - (n > 0)] for n in places if -len(listed) <= n - (n > 0) < len(listed)]
    if not refs:
        return None
    return Reading(Want(_kind_for(parts, before)), Refs(tuple(refs)), listed=listed)


def _kind_for(parts: Parts, before: Reading) -> Kind:
    """What is wanted of the actions chosen: what is said, or ("and of the last one?") as before."""
    asked = {span.value for span in parts.spans if span.sort is Sort.WANT}
    kind = next((kind for word, kind in _SIDES.items() if word in asked), None)
    as_before = begins_joined(parts) and before.want.kind in _TOLD_OF
    return kind or (before.want.kind if as_before else Kind.ACTIONS)


_SIDES = {
    "who": Kind.LEADS,
    "partners": Kind.LEADS,
    "when": Kind.DUE,
    "history": Kind.HISTORY,
    "measures": Kind.MEASURES,
    "latest": Kind.LATEST,
}


def _edited(
    parts: Parts, before: Reading, want_of: Wants, typed: tuple[str, ...]
) -> Reading | None:
    """The tree before with what the fragment says anew."""
    new, single = said_anew(parts, before), _is_of_one(before)
    if single and is_amount(parts):
        return Reading(Want(Kind.MEASURES), Refs(before.shown))
    want = want_of(parts, single)
    pointing, joining = points(parts), joins(parts, typed)
    if pointing and new == EVERY and parts.has(Sort.ROLE):
        want = Want(Kind.LEADS)  # "partners on those?"
    tells = want is not None and want.kind in _TOLD_OF
    named = parts.has(Sort.AGENCY, Sort.OWN, Sort.PRIORITY, Sort.REF)
    of_those = tells and not named and (single or (pointing and not joining))
    if new == EVERY or of_those:  # "when was it closed": the condition tells of what is meant
        return _same_set(parts, before, want)
    if parts.has(Sort.REF):
        keeps = before.want.kind in OF_ONE and before.want.kind is not Kind.TOPIC
        return Reading(before.want if keeps else Want(Kind.ACTIONS), new) if joining else None
    narrowing = not joining and (pointing or "one" in typed[1:])
    over = _over(parts, before, new, narrowing=narrowing)
    if want and tells and (pointing or narrowing):
        return Reading(want, over)
    counts = want is not None and want.kind is Kind.COUNT
    kind = Kind.COUNT if counts else None if joining else Kind.LIST
    return Reading(_want_for(before, kind, over), over)


def _over(parts: Parts, before: Reading, new: Expression, *, narrowing: bool) -> Expression:
    """The set before narrowed by what is said anew, or with it in the place of its like."""
    if their_own(parts, before) is not None:
        return new
    if is_of_others(parts, words(parts.text)):
        return all_of(others(before), new)
    if compared(parts, before) is not None or is_same_agency(parts):
        return replaced(before.over, new)
    if not parts.has(Sort.NOW, Sort.DATE):
        new = as_before(new, before.over)
    if narrowing or parts.has(Sort.NOT, Sort.EXCEPT, Sort.ONLY):
        return all_of(_subject(before), new)
    return replaced(before.over, new, roles=parts.has(Sort.ROLE))


_TOLD_OF = frozenset({Kind.HISTORY, Kind.DUE, Kind.LEADS, Kind.MEASURES, Kind.LATEST})
_OF_MANY = frozenset(
    {Kind.COUNT, Kind.BY, Kind.RANK, Kind.COMPARE, Kind.CHANGES, Kind.LATEST, Kind.PRIORITY}
)


def _want_for(before: Reading, kind: Kind | None, over: Expression) -> Want:
    """The want said anew, else the one before when it is about many; part of a priority is a
    list."""
    part = before.want.kind is Kind.PRIORITY and not isinstance(over, Of)
    if kind is not None:
        return Want(kind)
    return before.want if before.want.kind in _OF_MANY and not part else Want()


def _subject(before: Reading) -> Expression:
    """What "those" are: the expression before, or the actions that were shown when the answer
    chose among them, or was about one."""
    chose = (before.want.kind in _CHOOSING and not before.want.quarters) or before.over == EVERY
    if (
        before.shown
        and before.want.kind in OF_ONE | _CHOOSING
        and (chose or len(before.shown) == 1)
    ):
        return Refs(before.shown)
    return before.over


_CHOOSING = frozenset({Kind.TOPIC, Kind.LATEST, Kind.CHANGES, Kind.RANK})
"""Kinds whose answer shows only some of the actions meant."""


def _same_set(parts: Parts, before: Reading, want: Want | None) -> Reading | None:
    """Another want over the same actions; the past taken out of it; another time; more of them."""
    base = _subject(before)
    period = _period(parts, before)
    if period is not None:
        return in_time(before, base, period)
    if parts.has(Sort.NOW):
        want = replace(before.want, quarters=(), days=None)
        return Reading(want, mapped(before.over, now))
    wider = _widened(parts, before)
    if wider is not None:
        return Reading(before.want, wider)
    kind = want.kind if want else None
    if words(parts.text)[:2] == ("out", "of"):
        kind = before.want.kind if before.want.kind in OF_ONE else Kind.COUNT
    order = next((s.value for s in parts.spans if s.sort is Sort.ORDER), "")
    if order:
        return Reading(Want(order=order), base)
    if kind in {None, Kind.OVERVIEW, Kind.NOT_UNDERSTOOD} or (
        base == EVERY and kind is not Kind.LIST
    ):
        return None
    group = "agency" if kind is Kind.BY else before.want.group
    quarters = before.want.quarters if kind is Kind.CHANGES else ()
    way = want.way if want else 0
    return Reading(Want(kind or Kind.LIST, group=group, way=way, quarters=quarters), base)


def _period(parts: Parts, before: Reading) -> Period | None:
    """The time said, by itself ("in Q1") or from the one before ("the quarter before that")."""
    for place, span in enumerate(parts.spans):
        if span.period is None:
            continue
        step = next((_STEPS[s.typed] for s in parts.spans[place:] if s.typed in _STEPS), 0)
        relative = shifted(before, span.period.length, step) if step else None
        return relative or span.period
    return None


_STEPS = {"before": -1, "earlier": -1, "after": 1, "later": 1}


def _widened(parts: Parts, before: Reading) -> Expression | None:
    """ "all agencies then", "any priority": the set before without its conditions of that side."""
    noun = next((s.value for s in parts.spans if s.sort is Sort.NOUN), "")
    if noun not in _NOUN_SIDES or not widens(parts, words(parts.text)):
        return None
    wider = without_side(before.over, _NOUN_SIDES[noun])
    return wider if wider != before.over else None


_NOUN_SIDES = {"agency": "agency", "priority": "about"}
