"""Edits of a reading before: another role, another time, a side in the place of the old one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.core.plan import Action, Plan
from bot.reading.expression import Expression, Involves, Leads, Of, Partners, Refs
from bot.reading.fragments import Fragment
from bot.reading.grammar import Sort
from bot.reading.over_time import Closed, Counts, Due, Stands
from bot.reading.parts import Parts
from bot.reading.roles import PARTS, ROLES
from bot.reading.timed import day_in, day_of, now
from bot.reading.tree import EVERY, Not, all_of, any_of, conjuncts, leaves, mapped, negated
from bot.reading.wants import Kind, Reading

_FIELDS = {"partners": "partners", "lead": "leads"}
_THEIRS = {"it", "they", "those", "of those"}
_NARROWING = (Sort.NOT, Sort.EXCEPT, Sort.ONLY, Sort.TOGETHER, Sort.JOINT)


def again(fragment: Fragment, over: Expression) -> Expression | None:
    """ "more than five?" after "more than four partners", "with none?" after "with just one"; and
    "as partner?", the agencies before in another role."""
    counted = (getattr(x, "field", "") or _FIELDS.get(getattr(x, "what", "")) for x in leaves(over))
    field = next(filter(None, counted), "")
    times, none = fragment.parts.value(Sort.TIMES), {"none", "never"} & {*fragment.parts.words}
    joined = "=" * (fragment.joins or len(fragment.parts.words) < 3)  # "and with two", "with one"
    number = fragment.parts.value(Sort.NUMBER) or "1" * ("one" in fragment.parts.words)
    typed = (fragment.parts.value(Sort.OP) or joined, number)
    op, number = ("=", "0" if none else times) if none or times else typed
    if field and op and number.isdigit() and not fragment.parts.composed.atoms:
        return Counts(field, op, int(number))
    role = fragment.parts.has(Sort.ROLE) and not fragment.parts.composed.atoms
    named = {s.typed for s in fragment.spans if s.sort is Sort.THOSE} <= _THEIRS
    if not (role and named) or fragment.wants("who", "partners"):
        return None
    sorts = [span.sort for span in fragment.spans]  # not "as partner rather than lead"
    out = not {Sort.EXCEPT, Sort.NOT}.isdisjoint(sorts[: sorts.index(Sort.ROLE)])
    part = ROLES[fragment.parts.value(Sort.ROLE)]
    bodies = [leaf.agency for leaf in leaves(over) if isinstance(leaf, PARTS)]
    own = fragment.parts.asker.agencies if fragment.points and fragment.parts.asker.leads else ()
    anew = all_of(*map(part, bodies)) if bodies else any_of(*map(part, own)) if own else EVERY
    return all_of(over, negated(anew)) if out else anew  # "minus those they only support"


def placed_among(fragment: Fragment, before: Reading) -> Expression:
    """What a fragment says of the set before: its words choose among the actions shown where they
    can, and an agency without a part has the part of the one before."""
    of_who = before.want.kind is Kind.LEADS and side_of(before.over) == "about"
    part = next((type(x) for x in leaves(before.over) if isinstance(x, PARTS)), None)
    part = part or (Involves if of_who else Leads)
    together, atoms = fragment.parts.has(Sort.TOGETHER), fragment.parts.composed.atoms
    loose = not together and any(atom.loose == "loose" for atom in atoms)
    find = fragment.parts.index.plan.action
    actions, named = [*map(find, before.listed)], [*map(find, fragment.named_refs)]

    def chosen(leaf: Expression) -> Expression:
        if isinstance(leaf, Refs):
            inside = tuple(ref for ref in leaf.refs if ref in before.listed)
            return Refs(inside or fitting(fragment.parts, before.listed) or leaf.refs)
        if not loose or not isinstance(leaf, Involves | Leads):
            return leaf
        if any(_takes_part(Involves, leaf.agency, action) for action in named):
            return EVERY  # "and the schools workshops?"
        chooses = fragment.narrows or fragment.parts.has(*_NARROWING)
        ways = (Leads,) if fragment.parts.has(Sort.OWN) else (part, Leads)
        held = (x for x in ways if any(_takes_part(x, leaf.agency, a) for a in actions))
        none = Leads if fragment.parts.has(Sort.OWN) else Involves  # "ours" are those we lead
        return (next(held, none) if chooses and actions else part)(leaf.agency)

    return all_of(*conjuncts(mapped(fragment.placed, chosen)))


def with_any_part(leaf: Expression) -> Expression:
    """An agency's part as any part at all."""
    return Involves(leaf.agency) if isinstance(leaf, PARTS) else leaf


def _takes_part(part: Any, agency: str, action: Action) -> bool:
    """Whether an agency has this part in an action."""
    return any(agency in getattr(action, name) for name in part.parts)


def fitting(parts: Parts, listed: tuple[str, ...]) -> tuple[str, ...]:
    """The actions of a list that the words fit: "the cameras" are first those in the list."""
    scores = parts.about.actions if parts.has(Sort.UNKNOWN, Sort.AGENCY) else {}
    best = max((scores.get(ref, 0.0) for ref in listed), default=0.0)
    fits = best and best >= max(scores.values()) / 2
    return tuple(ref for ref in listed if fits and scores.get(ref, 0.0) >= 0.8 * best)


def narrowed(over: Expression, new: Expression, plan: Plan) -> Expression:
    """The set narrowed; of what cannot be at once ("which of those are red" after the ambers) the
    new takes the old one's place."""
    parts = {*conjuncts(new)}
    stated = (x for part in parts if not isinstance(part, Not) for x in leaves(part))
    themes = {x.priority for x in stated if isinstance(x, Of)}

    def excluded(part: Expression) -> bool:
        if isinstance(part, Not) or negated(part) in parts:
            return negated(part) in parts
        stood = _statuses(part)
        if stood:
            others = set().union(*(_statuses(x) for x in parts if day_of(x) == day_of(part)))
            return bool(others) and not stood & others
        if isinstance(part, PARTS):  # the same agency in another part
            return any(isinstance(x, PARTS) and x.agency == part.agency for x in parts - {part})
        if isinstance(part, Refs) and themes:
            return themes.isdisjoint(plan.action(ref).priority for ref in part.refs)
        held = {x.priority if isinstance(x, Of) else "" for x in leaves(part)}
        return bool(themes) and "" not in held and held != themes

    return all_of(*(part for part in conjuncts(over) if not excluded(part)), new)


def _statuses(part: Expression) -> set[str]:
    """The statuses that a condition names, if it is about nothing else."""
    stood = [now(leaf) for leaf in leaves(part)]
    plain = not isinstance(part, Not) and all(isinstance(x, Stands) and x.status for x in stood)
    return {x.status for x in stood if isinstance(x, Stands)} if plain else set()


def others(before: Reading, *, one: bool = False, of: Sequence[str] = ()) -> Expression:
    """What the last condition left out, or "anyone else", and those asked for in turn before it; of
    one action, of several one by one, or of no condition, every other action."""
    run, over = before.behind, before.over
    if one or over == EVERY:
        return Not(run.over if run and run.over == Refs(run.shown) else Refs(before.shown))
    side = next((_SIDES[word] for word in of if word in _SIDES), "")
    parts = conjuncts(over)
    *outer, last = sorted(parts, key=lambda part: (part != Not(Closed()), side_of(part) == side))
    turns = [p for one in before.gathered for p in conjuncts(one) if p not in parts]
    return all_of(*outer, *map(negated, turns), negated(last))


_SIDES = dict.fromkeys(("agencies", "anybody", "anyone", "everybody", "everyone"), "agency")
_SIDES |= dict.fromkeys(("areas", "elsewhere", "priorities", "themes"), "about")


def anywhere(over: Expression, *sides: str) -> Expression:
    """What is asked of some priority or agency, of the whole plan."""
    return all_of(*(p for p in conjuncts(over) if side_of(p) not in sides))


def replaced(over: Expression, new: Expression, *, roles: bool = False) -> Expression:
    """Each side that is said anew takes the old one's place; with `roles`, an agency's part takes
    only the place of the same part, if there was one ("and where fire lead?")."""
    same = {type(x) for x in leaves(new)} & {type(x) for x in leaves(over)} & {*PARTS}

    def stays(part: Expression) -> bool:
        kinds = {type(x) for x in leaves(part)}
        other = roles and bool(same) and not kinds & same and kinds <= {*PARTS}
        return other or side_of(part) not in sides or (dated and day_in(part) != day)

    sides, day = {side_of(part) for part in conjuncts(new)}, day_in(new)
    dated = any(side_of(p) in sides and day_in(p) == day for p in conjuncts(over))
    if any(isinstance(x, Counts) and x.field in _FIELDS.values() for x in leaves(new)):
        sides.add("Lacks")  # "with one partner", after those with none
    if any(isinstance(x, Partners) for x in leaves(new)):
        sides.add("Counts leads")  # only who leads leads jointly, or alone
    return all_of(*filter(stays, conjuncts(over)), new)


def side_of(part: Expression) -> str:
    """Which side a condition is of: agencies, what it is about, or a kind of state."""
    parts = list(leaves(part))
    if parts and all(isinstance(x, PARTS) for x in parts):
        return "agency"
    if parts and all(isinstance(x, Of | Refs) for x in parts):
        return "about"
    kinds = {
        _STATES.get(type(x), f"{type(x).__name__} {getattr(x, 'field', '')}".strip())
        for x in map(now, parts)
    }
    return " ".join(sorted(kinds))


_STATES: dict[type, str] = {Stands: "status", Closed: "due", Due: "due"}
