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

from bot.reading.calendar import ORDINALS
from bot.reading.expression import (
    EVERY,
    Counts,
    Expression,
    Involves,
    Leads,
    Not,
    Of,
    Refs,
    all_of,
    any_of,
    leaves,
)
from bot.reading.grammar import Sort
from bot.reading.tokens import words
from bot.reading.wants import Kind, Reading, Want

if TYPE_CHECKING:
    from bot.reading.parts import Parts
from bot.reading.edits import OF_ONE, PARTS, ROLES, in_time, mapped, now, replaced, with_role

LONGEST = 10
"""More words than these are a question of their own."""
_JOINING = {"and", "but", "or", "also", "plus", "just", "only", "not", "same", "minus", "without"}
_MORE = {"more", "next", "next page", "show more", "the rest", "and the others", "more please"}
_WHOLE = frozenset(
    {
        Kind.LAST_YEAR,
        Kind.PLAN_FACT,
        Kind.OUTSIDE,
        Kind.HELP,
        Kind.HOW_TO_UPDATE,
        Kind.MANAGE,
        Kind.GLOSSARY,
        Kind.CHOOSE,
        Kind.NOT_NAMED,
    }
)
"""Kinds that no fragment goes on with."""
_PAGED = frozenset({Kind.LIST, Kind.MEASURES})
Kinds = Callable[["Parts", "bool"], Kind | None]
Before = Callable[[], Reading | None]  # asked for fragments only: it may have to be fetched


def nothing_before() -> None:
    """For a text that goes on with nothing."""


def followed(parts: Parts, earlier: Before, kind_of: Kinds) -> Reading | None:
    """The reading of a fragment that goes on with the one before; None when it stands by itself.

    `kind_of` tells the want of a text taken apart.
    """
    typed = words(parts.text)
    goes_on = _goes_on(parts, typed)
    before = earlier() if goes_on or _turns(typed) or _number(parts, typed) else None
    if before is None:
        return None
    chosen = _chosen(parts, typed, before)
    if chosen is not None:
        return chosen
    if _turns(typed) and before.want.kind in _PAGED:
        return replace(before, page=before.page + 1)
    if not goes_on or before.want.kind in _WHOLE:
        return None
    return _edited(parts, before, kind_of, points=_points(parts), joins=_joins(parts, typed))


def _turns(typed: tuple[str, ...]) -> bool:
    """Whether it asks for the next page."""
    return " ".join(typed) in _MORE


def _goes_on(parts: Parts, typed: tuple[str, ...]) -> bool:
    """Whether it may be a fragment: it points back, joins on, or has no subject of its own."""
    if len(typed) > LONGEST or not typed:
        return False
    if _points(parts) or _joins(parts, typed):
        return True
    if any(s.sort is Sort.WANT and s.value == "compare" for s in parts.spans):
        return False
    bare = not parts.composed.atoms and not parts.unknown and not parts.has(Sort.NOUN)
    return (bare and _only_wants(parts)) or _is_short(parts, typed)


def _chosen(parts: Parts, said: tuple[str, ...], before: Reading) -> Reading | None:
    """ "2", "the second one", "number 3": of what was offered, or of the actions shown."""
    number = _number(parts, said)
    if not number:
        return None
    if before.offers:
        inside = 0 < number <= len(before.offers)
        return before.offers[number - 1][1] if inside else Reading(Want(Kind.HELP))
    if before.want.kind is Kind.OVERVIEW:
        plan = parts.index.plan
        return next(
            (
                Reading(Want(Kind.PRIORITY), Of(p.code))
                for p in plan.priorities
                if p.number == number
            ),
            None,
        )
    inside = -len(before.shown) <= number - (number > 0) < len(before.shown)
    if not inside or not before.shown:
        return None
    ref = before.shown[number - 1 if number > 0 else number]
    return Reading(Want(_kind_for(parts)), Refs((ref,)))


def _kind_for(parts: Parts) -> Kind:
    said = {span.value for span in parts.spans if span.sort is Sort.WANT}
    wanted = {
        "who": Kind.LEADS,
        "when": Kind.DUE,
        "history": Kind.HISTORY,
        "measures": Kind.MEASURES,
    }
    return next((kind for word, kind in wanted.items() if word in said), Kind.ACTIONS)


def _number(parts: Parts, said: tuple[str, ...]) -> int:
    """The number of a choice, or 0."""
    ordinal = next((s.value for s in parts.spans if s.sort is Sort.ORDINAL), "")
    if ordinal and len(said) <= LONGEST:
        return int(ordinal)
    bare = [
        w for w in said if w not in {"the", "number", "option", "one", "and", "please", "about"}
    ]
    if len(bare) != 1 or len(said) > 4:
        return 0
    return int(bare[0]) if bare[0].isdigit() and len(bare[0]) < 3 else ORDINALS.get(bare[0], 0)


def _points(parts: Parts) -> bool:
    """Whether it points back: "those", "it", without a name of its own."""
    named = any(s.sort in {Sort.REF, Sort.PRIORITY} for s in parts.spans)
    that = any(s.sort is Sort.AND and s.typed.startswith("that") for s in parts.spans)
    pointing = parts.has(Sort.THOSE) or (that and any(s.sort is Sort.WANT for s in parts.spans))
    return pointing and not named and len(parts.unknown) < 3


def _joins(parts: Parts, said: tuple[str, ...]) -> bool:
    """Whether it joins on: "and ...", "what about ...", "not the ..."."""
    about = said[:2] in {("what", "about"), ("how", "about")} or said[:3] == ("out", "of", "how")
    first = said[0] in _JOINING or parts.spans[0].sort in {Sort.EXCEPT, Sort.ONLY, Sort.NOT}
    whole = parts.has(Sort.NOUN) and any(s.sort is Sort.WANT for s in parts.spans) and not about
    return about or (first and not whole) or said[:2] == ("out", "of")


def _only_wants(parts: Parts) -> bool:
    """ "who leads?", "list them", "why?": a want without a subject."""
    return any(
        s.sort in {Sort.WANT, Sort.ROLE, Sort.DUE, Sort.NOW, Sort.GROUP} for s in parts.spans
    )


def _is_short(parts: Parts, said: tuple[str, ...]) -> bool:
    """ "amber?", "led by us", "which hasn't had an update": a condition in a few words, with
    nothing named that it could be about."""
    nouns = [s for s in parts.spans if s.sort is Sort.NOUN and s.typed not in {"ones", "stuff"}]
    named = any(s.sort in {Sort.REF, Sort.PRIORITY} for s in parts.spans)
    asks = [s for s in parts.spans if s.sort is Sort.WANT and not s.typed.startswith("which")]
    whole = bool(asks) and not parts.text.rstrip().endswith("one")
    command = len(said) == 1 and "?" not in parts.text
    fits = len(said) <= 7 and not command and not (nouns or named or whole)
    return fits and (not parts.unknown or len(said) <= 3) and not _greets(parts)


def _greets(parts: Parts) -> bool:
    return not parts.composed.atoms and not parts.has(Sort.OP, Sort.ORDER, Sort.DATE)


def _edited(
    parts: Parts, before: Reading, kind_of: Kinds, *, points: bool, joins: bool
) -> Reading | None:
    """The tree before with what the fragment says anew."""
    new = _anew(parts, before)
    single = before.want.kind in OF_ONE and len(before.shown) == 1
    kind = kind_of(parts, single)
    base = _subject(before)
    telling = points and kind in _TOLD_OF and not parts.has(Sort.AGENCY, Sort.OWN)
    if new == EVERY or (telling and not parts.has(Sort.PRIORITY)):
        return _same_set(parts, before, base, kind)
    if parts.has(Sort.REF):
        keeps = before.want.kind in OF_ONE and before.want.kind is not Kind.TOPIC
        return Reading(before.want if keeps else Want(Kind.ACTIONS), new) if joins else None
    if single and kind is Kind.MEASURES and isinstance(new, Refs):
        return Reading(Want(Kind.MEASURES), Refs(before.shown))
    kind = Kind.COUNT if kind is Kind.COUNT else None if joins else Kind.LIST
    if _theirs(parts, before) is not None:
        return Reading(Want(), new)
    narrowing = points or parts.has(Sort.NOT, Sort.EXCEPT, Sort.ONLY) or parts.text.endswith("one")
    over = all_of(base, new) if narrowing else replaced(before.over, new)
    return Reading(_want_for(before, kind), over)


_TOLD_OF = frozenset({Kind.HISTORY, Kind.DUE, Kind.LEADS, Kind.MEASURES, Kind.LATEST})


def _want_for(before: Reading, kind: Kind | None) -> Want:
    """The want said anew, else the one before when it is about many."""
    if kind is not None:
        return Want(kind)
    kept = {Kind.COUNT, Kind.BY, Kind.RANK, Kind.COMPARE, Kind.CHANGES, Kind.LATEST}
    if before.want.kind is Kind.PRIORITY or before.want.kind in kept:
        return before.want
    return Want()


def _subject(before: Reading) -> Expression:
    """What "those" are: the expression before, or the actions that were shown."""
    if before.want.kind in OF_ONE and before.shown:
        return Refs(before.shown)
    return before.over


def _anew(parts: Parts, before: Reading) -> Expression:
    """What the fragment says: its conditions, with the role before where it names none."""
    over = parts.composed.over
    compared = _compared(parts, before)
    if compared is not None:
        return compared
    theirs = _theirs(parts, before)
    if theirs is not None:
        return theirs
    if parts.unknown and over == EVERY:
        placed = parts.index.topics.place(parts.about)
        over = (
            Refs(placed.refs) if placed.refs else Of(placed.priority) if placed.priority else over
        )
    roles = [s.value for s in parts.spans if s.sort is Sort.ROLE]
    loose = any(atom.loose == "loose" for atom in parts.composed.atoms)
    if over == EVERY and roles and not parts.has(Sort.WANT):
        return with_role(before.over, roles[0])
    if loose:
        held = next((type(x) for x in leaves(before.over) if isinstance(x, PARTS)), Leads)
        return mapped(over, lambda x: held(x.agency) if isinstance(x, Involves | Leads) else x)
    return over


def _compared(parts: Parts, before: Reading) -> Expression | None:
    """ "more than five?" after "more than four partners"."""
    number = next((s.value for s in parts.spans if s.sort is Sort.NUMBER), "")
    op = next((s.value for s in parts.spans if s.sort is Sort.OP), "")
    held = next((leaf for leaf in leaves(before.over) if isinstance(leaf, Counts)), None)
    if not (number.isdigit() and op and held) or parts.composed.atoms:
        return None
    return Counts(held.field, op, int(number))


def _theirs(parts: Parts, before: Reading) -> Expression | None:
    """ "do they lead anything else": the agencies that lead what was shown."""
    they = any(s.sort is Sort.THOSE and s.typed in {"they", "them"} for s in parts.spans)
    role = next((s.value for s in parts.spans if s.sort is Sort.ROLE), "")
    who = any(s.sort is Sort.WANT and s.value == "who" for s in parts.spans)
    if not (they and role and len(before.shown) == 1) or who or parts.composed.atoms:
        return None
    shown = parts.index.plan.action(before.shown[0])
    made = any_of(*(ROLES[role](code) for code in shown.leads))
    other = "else" in words(parts.text)
    return all_of(made, Not(Refs(before.shown))) if other else made


def _same_set(parts: Parts, before: Reading, base: Expression, kind: Kind | None) -> Reading | None:
    """Another want over the same actions; the past taken out of it; another quarter."""
    period = next((s.period for s in parts.spans if s.period is not None), None)
    if period is not None:
        return in_time(before, base, period)
    if parts.has(Sort.NOW):
        return Reading(before.want, mapped(before.over, now))
    if words(parts.text)[:2] == ("out", "of"):
        kind = before.want.kind if before.want.kind in OF_ONE else Kind.COUNT
    if kind is None and any(s.value == "list" for s in parts.spans):
        kind = Kind.LIST
    order = next((s.value for s in parts.spans if s.sort is Sort.ORDER), "")
    if order:
        return Reading(Want(order=order), base)
    if kind in {None, Kind.OVERVIEW, Kind.NOT_UNDERSTOOD} or (
        base == EVERY and kind is not Kind.LIST
    ):
        return None
    group = "agency" if kind is Kind.BY else before.want.group
    return Reading(Want(kind or Kind.LIST, group=group), base)
