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

from bot.reading.edits import (
    OF_ONE,
    PARTS,
    ROLES,
    as_before,
    in_time,
    mapped,
    now,
    replaced,
    with_role,
)
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
    conjuncts,
    leaves,
    negated,
)
from bot.reading.fragments import (
    LONGEST,
    MORE,
    goes_on,
    is_amount,
    joins,
    number_of,
    points,
    turns,
)
from bot.reading.grammar import Sort
from bot.reading.tokens import words
from bot.reading.wants import PAGE, Kind, Reading, Want

if TYPE_CHECKING:
    from bot.reading.parts import Parts


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


def followed(parts: Parts, earlier: Before, kind_of: Kinds) -> Reading | None:
    """The reading of a fragment that goes on with the one before; None when it stands by itself.

    `kind_of` tells the want of a text taken apart.
    """
    typed = words(parts.text)
    follows = goes_on(parts, typed)
    amount = len(typed) <= LONGEST and is_amount(parts)
    if not (follows or amount or turns(parts, typed) or number_of(parts, typed)):
        return None
    before = earlier()
    if before is None:
        return None
    chosen = _chosen(parts, typed, before) or _turned(parts, typed, before)
    if chosen is not None:
        return chosen
    if before.want.kind in _WHOLE or not (follows or _is_of_one(before)):
        return None
    return _edited(parts, before, kind_of, typed)


def _turned(parts: Parts, typed: tuple[str, ...], before: Reading) -> Reading | None:
    """ "more": the next page. "the rest", "and the others?": the next page as well, or, when all
    was shown, what the last condition left out."""
    if before.want.kind not in _PAGED or not turns(parts, typed):
        return None
    if " ".join(typed) in MORE or len(before.shown) > before.page * PAGE:
        return replace(before, page=before.page + 1)
    *outer, last = conjuncts(before.over) or (EVERY,)
    return Reading(before.want, all_of(*outer, negated(last)))


def _chosen(parts: Parts, typed: tuple[str, ...], before: Reading) -> Reading | None:
    """ "2", "the second one", "number 3": of what was offered, or of the actions shown."""
    number = number_of(parts, typed)
    if not number:
        return None
    if before.offers:
        inside = 0 < number <= len(before.offers)
        return before.offers[number - 1][1] if inside else Reading(Want(Kind.HELP))
    if before.want.kind is Kind.OVERVIEW:
        plan = parts.index.plan
        code = next((p.code for p in plan.priorities if p.number == number), None)
        return Reading(Want(Kind.PRIORITY), Of(code)) if code else None
    inside = -len(before.shown) <= number - (number > 0) < len(before.shown)
    if not inside or not before.shown:
        return None
    ref = before.shown[number - 1 if number > 0 else number]
    return Reading(Want(_kind_for(parts)), Refs((ref,)))


def _kind_for(parts: Parts) -> Kind:
    asked = {span.value for span in parts.spans if span.sort is Sort.WANT}
    wanted = {
        "who": Kind.LEADS,
        "when": Kind.DUE,
        "history": Kind.HISTORY,
        "measures": Kind.MEASURES,
    }
    return next((kind for word, kind in wanted.items() if word in asked), Kind.ACTIONS)


def _edited(
    parts: Parts, before: Reading, kind_of: Kinds, typed: tuple[str, ...]
) -> Reading | None:
    """The tree before with what the fragment says anew."""
    pointing, joining = points(parts), joins(parts, typed)
    new = _anew(parts, before)
    picked = "one" in typed[1:]
    single = _is_of_one(before)
    kind = kind_of(parts, single or picked)
    base = _subject(before)
    if pointing and new == EVERY and parts.has(Sort.ROLE):
        kind = Kind.LEADS  # "partners on those?"
    if picked and kind in _TOLD_OF and new != EVERY:
        return Reading(Want(kind), all_of(base, new))
    if single and is_amount(parts):
        return Reading(Want(Kind.MEASURES), Refs(before.shown))
    telling = pointing and kind in _TOLD_OF and not parts.has(Sort.AGENCY, Sort.OWN)
    if new == EVERY or (telling and not parts.has(Sort.PRIORITY)):
        return _same_set(parts, before, base, kind)
    if parts.has(Sort.REF):
        keeps = before.want.kind in OF_ONE and before.want.kind is not Kind.TOPIC
        return Reading(before.want if keeps else Want(Kind.ACTIONS), new) if joining else None
    if single and kind is Kind.MEASURES and isinstance(new, Refs):
        return Reading(Want(Kind.MEASURES), Refs(before.shown))
    kind = Kind.COUNT if kind is Kind.COUNT else None if joining else Kind.LIST
    if _theirs(parts, before) is not None:
        return Reading(Want(), new)
    over = _over(parts, before, new, narrowing=pointing or picked)
    return Reading(_want_for(before, kind, over), over)


def _over(parts: Parts, before: Reading, new: Expression, *, narrowing: bool) -> Expression:
    """The set before narrowed by what is said anew, or with it in the place of its like."""
    if _compared(parts, before) is not None or _same_agency(parts):
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
    """What "those" are: the expression before, or the actions that were shown."""
    if before.want.kind in OF_ONE and before.shown:
        return Refs(before.shown)
    return before.over


def _anew(parts: Parts, before: Reading) -> Expression:
    """What the fragment says: its conditions, with the role before where it names none."""
    over = parts.composed.over
    beside = _compared(parts, before) or _theirs(parts, before)
    if beside is not None:
        return beside
    if parts.unknown and over == EVERY:
        placed = parts.index.topics.place(parts.about)
        over = (
            Refs(placed.refs) if placed.refs else Of(placed.priority) if placed.priority else over
        )
    loose = any(atom.loose == "loose" for atom in parts.composed.atoms)
    if over == EVERY and _same_agency(parts):
        role = next(s.value for s in parts.spans if s.sort is Sort.ROLE)
        return with_role(before.over, role)
    if loose:
        part = next((type(x) for x in leaves(before.over) if isinstance(x, PARTS)), Leads)
        return mapped(over, lambda x: part(x.agency) if isinstance(x, Involves | Leads) else x)
    return over


def _same_agency(parts: Parts) -> bool:
    """ "and as partner", "in which is it a partner?": the agency before, unless it is asked who."""
    who = any(s.sort is Sort.WANT and s.value in {"who", "partners"} for s in parts.spans)
    same = parts.has(Sort.ROLE) and not (who or parts.composed.atoms)
    return same and all(s.typed in _AGENCY for s in parts.spans if s.sort is Sort.THOSE)


_AGENCY = frozenset({"it", "they"})


def _compared(parts: Parts, before: Reading) -> Expression | None:
    """ "more than five?" after "more than four partners"."""
    number = next((s.value for s in parts.spans if s.sort is Sort.NUMBER), "")
    op = next((s.value for s in parts.spans if s.sort is Sort.OP), "")
    counts = next((leaf for leaf in leaves(before.over) if isinstance(leaf, Counts)), None)
    if counts is None or parts.composed.atoms:
        return None
    if "none" in words(parts.text):
        return Counts(counts.field, "=", 0)
    return Counts(counts.field, op, int(number)) if number.isdigit() and op else None


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
