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
    PARTS,
    ROLES,
    as_before,
    in_time,
    mapped,
    now,
    others,
    replaced,
    shifted,
    with_role,
    without_side,
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
    leaves,
)
from bot.reading.fragments import (
    JOINING,
    LONGEST,
    MORE,
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
    if before.want.kind in _WHOLE or not (follows or _is_of_one(before)):
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
    return Reading(Want(_kind_for(parts, typed, before)), Refs(tuple(refs)), listed=listed)


def _kind_for(parts: Parts, typed: tuple[str, ...], before: Reading) -> Kind:
    """What is wanted of the actions chosen: what is said, or ("and of the last one?") as before."""
    asked = {span.value for span in parts.spans if span.sort is Sort.WANT}
    kind = next((kind for word, kind in _SIDES.items() if word in asked), None)
    as_before = typed[0] in JOINING and before.want.kind in _TOLD_OF
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
    pointing, joining = points(parts), joins(parts, typed)
    new = _anew(parts, before)
    one_of = "one" in typed[1:]
    single = _is_of_one(before)
    want = want_of(parts, single)
    kind = want.kind if want else None
    base = _subject(before)
    if is_of_others(parts, typed) and new != EVERY:
        return Reading(_want_for(before, Kind.LIST, new), all_of(others(before), new))
    if pointing and new == EVERY and parts.has(Sort.ROLE):
        want = Want(Kind.LEADS)  # "partners on those?"
    if one_of and kind in _TOLD_OF and new != EVERY:
        return Reading(Want(kind), all_of(base, new))
    if single and is_amount(parts):
        return Reading(Want(Kind.MEASURES), Refs(before.shown))
    telling = pointing and kind in _TOLD_OF and not parts.has(Sort.AGENCY, Sort.OWN)
    if want and telling and joining and new != EVERY:
        return Reading(want, _over(parts, before, new, narrowing=False))
    if new == EVERY or (telling and not parts.has(Sort.PRIORITY)):
        return _same_set(parts, before, base, want)
    if parts.has(Sort.REF):
        keeps = before.want.kind in OF_ONE and before.want.kind is not Kind.TOPIC
        return Reading(before.want if keeps else Want(Kind.ACTIONS), new) if joining else None
    if single and kind is Kind.MEASURES and isinstance(new, Refs):
        return Reading(Want(Kind.MEASURES), Refs(before.shown))
    kind = Kind.COUNT if kind is Kind.COUNT else None if joining else Kind.LIST
    if _theirs(parts, before) is not None:
        return Reading(Want(), new)
    over = _over(parts, before, new, narrowing=pointing or one_of)
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
    it = _ONE_THING & {s.typed for s in parts.spans if s.sort is Sort.THOSE}
    told = over != EVERY and all(atom.side == "about" for atom in parts.composed.atoms)
    if it and told and not parts.has(*_NAMES):
        return EVERY  # "what is stopping it": the words tell of it, they choose nothing
    loose = any(atom.loose == "loose" for atom in parts.composed.atoms)
    if over == EVERY and _same_agency(parts):
        role = next(s.value for s in parts.spans if s.sort is Sort.ROLE)
        return with_role(before.over, role)
    if loose:
        part = next((type(x) for x in leaves(before.over) if isinstance(x, PARTS)), Leads)
        return mapped(over, lambda x: part(x.agency) if isinstance(x, Involves | Leads) else x)
    return over


_ONE_THING = frozenset({"it", "its", "this", "that"})
_NAMES = (Sort.REF, Sort.PRIORITY, Sort.TAUGHT)


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


def _same_set(parts: Parts, before: Reading, base: Expression, want: Want | None) -> Reading | None:
    """Another want over the same actions; the past taken out of it; another time; more of them."""
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
