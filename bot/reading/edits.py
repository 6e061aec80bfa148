"""Edits of a reading before: another role, another time, a side in the place of the old one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Any

from bot.core.plan import Action, Plan
from bot.reading.expression import PLACED, Expression, Involves, Leads, Of, Partners, Refs
from bot.reading.fragments import OF_ALL, Fragment
from bot.reading.grammar import Sort
from bot.reading.of_one import about_only
from bot.reading.over_time import Closed, Counts, Due, Stands
from bot.reading.parts import Parts
from bot.reading.roles import PARTS, ROLES
from bot.reading.timed import as_before, day_in, day_of, now
from bot.reading.tree import EVERY, Not, all_of, any_of, conjuncts, leaves, mapped, negated
from bot.reading.wants import Kind, Reading, Want

_FIELDS = {"partners": "partners", "lead": "leads"}
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
    named = {s.typed for s in fragment.spans if s.sort is Sort.THOSE} <= {"it", "they", "those"}
    if not (role and named) or fragment.wants("who", "partners"):
        return None
    sorts = [span.sort for span in fragment.spans]  # not "as partner rather than lead"
    out = not {Sort.EXCEPT, Sort.NOT}.isdisjoint(sorts[: sorts.index(Sort.ROLE)])
    part = ROLES[fragment.parts.value(Sort.ROLE)]
    anew = all_of(*(part(leaf.agency) for leaf in leaves(over) if isinstance(leaf, PARTS)))
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
        ways = (Leads, part) if fragment.parts.has(Sort.OWN) else (part, Leads)
        held = (x for x in ways if any(_takes_part(x, leaf.agency, a) for a in actions))
        return (next(held, Involves) if chooses and actions else part)(leaf.agency)

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


def said_anew(
    new: Expression, fragment: Fragment, before: Reading, subject: Expression, *, one: bool
) -> Expression:
    """The set before narrowed by what is said anew, or with it in the place of its like."""
    parts = fragment.parts
    if fragment.of_others:
        return all_of(others(before, one=one, of=parts.words), new)
    if one and fragment.joins and "one" in parts.words and isinstance(before.over, Refs):
        return new  # "and the one we lead jointly?", of another
    if not parts.has(Sort.NOW, Sort.DATE):
        new = as_before(new, before.over)
    if parts.has(Sort.EXCEPT) and (rest := _without(before.over, negated(new))) is not None:
        return rest  # "forget the red bit", after the reds of one agency
    if fragment.restores and (restored := gone_back(fragment, before, new)):
        return restored
    joined = parts.words[0] in {"and", "or", "nor"} and "?" not in parts.text
    goes_on = fragment.adds or (joined and side_of(new) in {"agency", "about"})
    same = [part for part in conjuncts(before.over) if side_of(part) == side_of(new)]
    left_out = not isinstance(new, Not) and any(isinstance(part, Not) for part in same)
    if goes_on and left_out and parts.words[0] not in {"add", "plus"}:
        anew = negated(new) in conjuncts(before.over)  # "and ours", after those that are not
        return replaced(before.over, new) if anew else all_of(before.over, negated(new))
    denies = any(isinstance(x, Not) for x in conjuncts(new) if x != Not(Closed()) or x == new)
    apart = parts.has(Sort.ROLE) and not fragment.joins and _are_of_others(new, before.over)
    denies = denies or parts.composed.twice
    if fragment.narrows or denies or apart or parts.has(Sort.ONLY, Sort.TOGETHER, Sort.JOINT):
        again = fragment.joins and before.want.kind is Kind.CHANGES
        return narrowed(before.over if again else subject, new, parts.index.plan)
    if fragment.adds and (left_out or not same):
        return any_of(before.over, new)  # "show overdue ones too"
    added = any_of(*same, new) if fragment.adds else new
    over, repeated = before.over, {*conjuncts(before.over)} & {*conjuncts(new)}
    if repeated < {*conjuncts(new)} and {*map(side_of, repeated)} == {"agency"}:
        over = about_only(over, PLACED)
    of_bodies = [part for part in conjuncts(over) if side_of(part) == "agency"]
    ours = [part for part in of_bodies if _bodies(part) <= {*parts.asker.agencies}]
    others_said = _bodies(new) - {*parts.asker.agencies}
    if 0 < len(ours) < len(of_bodies) and others_said == _bodies(new) != set():
        added = all_of(*ours, added)  # "and with fire?", after those we share with the county
    return replaced(over, added, roles=parts.has(Sort.ROLE))  # "and ours that are overdue"


def _bodies(over: Expression) -> set[str]:
    """The agencies that conditions name."""
    return {leaf.agency for leaf in leaves(over) if isinstance(leaf, PARTS)}


def gone_back(fragment: Fragment, before: Reading, new: Expression = EVERY) -> Expression | None:
    """The list before that is gone back to, or the set with what is named, or else what was left
    out of it last, put back; narrowed by what else is said. None where nothing was left out."""
    parted = conjuncts(before.over)
    if (rest := _without(before.over, negated(new))) is not None:
        return rest
    behind, words = before.behind, fragment.parts.words
    if behind is None:
        return None
    begun = behind.behind or behind
    over = (begun if not _ENTIRE.isdisjoint(words) else behind).over
    left = [part for part in parted if part not in conjuncts(begun.over)]
    if left and fragment.points and "to" not in words:
        over = all_of(*(part for part in parted if part != left[-1]))
    return narrowed(over, new, fragment.parts.index.plan)


def _without(over: Expression, part: Expression) -> Expression | None:
    """An expression without one of its conditions, an agency's in whatever part; None where it is
    none of them."""
    named, parted = mapped(part, with_any_part), conjuncts(over)
    rest = [one for one in parted if mapped(one, with_any_part) != named]
    return all_of(*rest) if len(rest) < len(parted) else None


_ENTIRE = frozenset({"all", "every", "everything", "first", "full", "original", "start", "whole"})


def _are_of_others(new: Expression, over: Expression) -> bool:
    """Whether other agencies in other parts are meant: "led by the county" after "with schools"."""
    one, other = ([x for x in leaves(e) if isinstance(x, PARTS)] for e in (new, over))
    known = {name for x in other for name in (x.agency, type(x))}
    return bool(one and other) and known.isdisjoint(n for x in one for n in (x.agency, type(x)))


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


def _widens(fragment: Fragment) -> bool:
    """ "And in the whole plan?": the same, wherever it is."""
    typed, place = fragment.parts.words, fragment.text.startswith("in ")
    joins = place or "whole plan" in fragment.text or (fragment.joins and "we" not in typed)
    own = {"count", "list", "overview"} if joins else set()
    return {*fragment.parts.wants} <= own and not OF_ALL.isdisjoint(typed)


def freed(fragment: Fragment) -> frozenset[str]:
    """The sides whose conditions a text takes back: "whatever the colour", "any priority?", "not
    just ours", "all agencies rather than only us", "and in the whole plan?"."""
    parts, every = fragment.parts, fragment.spans and _widens(fragment) and not fragment.of_others
    free = {x[4:] for s in parts.of_sort(Sort.FILLER) for x in s.values if x[:4] == "any "}
    pairs = list(pairwise(span.sort for span in parts.bearing))
    if (at := next((i for i, pair in enumerate(pairs) if pair in _NOT_ONLY), None)) is not None:
        named = takewhile(lambda span: span.sort in _FREE, parts.bearing[at + 2 :])
        free |= {_FREE[span.sort] for span in named}
    return frozenset(free | {"about", "agency"} if every else free)


_NOT_ONLY = {(Sort.NOT, Sort.ONLY), (Sort.EXCEPT, Sort.ONLY)}
_FREE = {Sort.AGENCY: "agency", Sort.OWN: "agency", Sort.STATUS: "status", Sort.DATE: "due"}
_FREE |= dict.fromkeys((Sort.PRIORITY, Sort.UNKNOWN), "about")


def set_free(fragment: Fragment, before: Reading, sides: frozenset[str]) -> Reading | None:
    """The reading before without the conditions taken back; with what else is said in the place
    of its like, or alone where all there is of an agency is asked for ("everything of ours"). None
    where the text is a question of its own."""
    parts, new = fragment.parts, placed_among(fragment, before)
    if before.behind and before.over == Refs(before.shown):  # one of a list was chosen
        before = before.behind
    only = parts.has(Sort.ONLY) or not parts.composed.atoms
    every = {"all", "every", "everything"} & {*parts.words} and parts.has(Sort.AGENCY, Sort.OWN)
    if not only and fragment.has_noun and not (every or fragment.joins):
        return None
    base = EVERY if every and not only else anywhere(before.over, *sides)
    summed = before.gathered[1:] and "plan" not in parts.words
    if only and _widens(fragment) and (base == EVERY or summed):
        return None  # "how many overall", "and altogether"
    want = Want(Kind.COUNT) if fragment.wants("count") else Want() if every else before.want
    return Reading(want, base if only else replaced(base, new))


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
