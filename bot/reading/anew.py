"""What a follow-up asks or says anew: a question of its own, a side in the place of the old one, a
condition more, one put back or taken back."""

from __future__ import annotations

from itertools import pairwise, takewhile

from bot.reading.edits import (
    anywhere,
    narrowed,
    others,
    placed_among,
    replaced,
    side_of,
    with_any_part,
)
from bot.reading.expression import PLACED, Refs
from bot.reading.fragments import OF_ALL, Fragment
from bot.reading.grammar import Sort
from bot.reading.of_one import about_only
from bot.reading.over_time import Became, Closed
from bot.reading.parts import Parts
from bot.reading.roles import PARTS
from bot.reading.timed import as_before, day_in, now
from bot.reading.tokens import words
from bot.reading.tree import (
    EVERY,
    Ever,
    Expression,
    Not,
    all_of,
    any_of,
    conjuncts,
    leaves,
    mapped,
    negated,
)
from bot.reading.wants import Kind, Reading, Want


def asks_anew(fragment: Fragment, *, one: bool) -> bool:
    """Whether it asks of the plan, whatever it would be of those before: "what's overdue", "how
    are we doing"; after `one`, what is asked of several too ("any reds of ours", "csu?")."""
    tells = fragment.wants("latest", "history", "measures")  # "what did we say last time"
    stated = any(not (tells and atom.loose) for atom in fragment.parts.composed.atoms)
    asks = stated and fragment.begins_with("what")
    asks = asks or (fragment.wants("overview") and "we" in fragment.parts.words)
    if not one:
        return asks and not (fragment.points or fragment.joins)
    late = any(span.value == "overdue" for span in fragment.spans)
    stands = late or (fragment.parts.has(Sort.STATUS) and not asks_why(fragment))
    stands = stands or fragment.parts.has(Sort.ROLE, Sort.SOLE)
    asks = fragment.begins_with("what", "where", "which") or "any" in fragment.parts.words[:4]
    asks = (stands and asks) or fragment.counts_of_body
    asks = asks or (fragment.parts.has(Sort.DUE) and fragment.begins_with("any", "anything"))
    bare = fragment.is_name and not (
        fragment.joins or fragment.parts.has(Sort.SOLE, Sort.JOINT, Sort.DATE)
    )
    return (asks or bare) and not fragment.points


def asks_why(fragment: Fragment) -> bool:
    """ "What's the problem", "what's gone wrong": of one action before, why."""
    typed = (s.typed for s in fragment.parts.of_sort(Sort.STATUS))
    return fragment.begins_with("what") and any(x.endswith(("wrong", "problem")) for x in typed)


def said_anew(
    new: Expression, fragment: Fragment, before: Reading, subject: Expression, *, one: bool
) -> Expression:
    """The set before narrowed by what is said anew, or with it in the place of its like."""
    parts = fragment.parts
    if fragment.of_others:
        return all_of(others(before, one=one, of=parts.words), new)
    if one and fragment.joins and "one" in parts.words and isinstance(before.over, Refs):
        return new  # "and the one we lead jointly?", of another
    lasting = any(isinstance(leaf, Became | Ever) for leaf in leaves(new))
    if not (lasting or parts.has(Sort.NOW, Sort.DATE, Sort.SINCE)):
        new = as_before(new, before.over)
    if parts.has(Sort.EXCEPT) and (rest := _forgotten(before.over, new)) is not None:
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
    stood, was = day_in(before.over), day_in(new)
    if stood and not was and _is_of_then(fragment, new, before.over):
        return all_of(before.over, new)
    denies = denies or bool(was and not stood and "any" in parts.words[:3])  # "any red in Q2?"
    if not denies and _are_elsewhere(new, fragment, before):
        return replaced(before.over, new, roles=parts.has(Sort.ROLE))  # "any of the fire ones"
    apart = apart or (parts.has(Sort.TOGETHER) and not fragment.adds)
    if fragment.narrows or denies or apart or parts.has(Sort.ONLY, Sort.JOINT):
        again = fragment.joins and before.want.kind is Kind.CHANGES
        return narrowed(before.over if again else subject, new, parts.index.plan)
    if fragment.adds and (left_out or not same):
        return any_of(before.over, new)  # "show overdue ones too"
    return _in_its_place(any_of(*same, new) if fragment.adds else new, new, parts, before.over)


def _is_of_then(fragment: Fragment, new: Expression, over: Expression) -> bool:
    """Whether what stands now is asked of those that stood so then: "still red?", "which are green
    now", "which have come out of it since"; not "and which are red now?"."""
    parts, same = fragment.parts, {*map(now, leaves(over))} & {*leaves(new)}
    asked = parts.has(Sort.NOW) and {"which", "any"} & {*parts.words[:2]} and not same
    since = parts.has(Sort.SINCE) or any(isinstance(leaf, Became | Ever) for leaf in leaves(new))
    return bool(asked or since) or parts.value(Sort.NOW) == "still"


def _are_elsewhere(new: Expression, fragment: Fragment, before: Reading) -> bool:
    """Whether agencies are named that have no part in what is listed, and it is not pointed at."""
    actions = map(fragment.parts.index.plan.action, before.listed)
    known = {code for action in actions for code in (*action.leads, *action.partners)}
    points = fragment.points or fragment.adds
    points = points or fragment.parts.has(Sort.ONLY, Sort.TOGETHER, Sort.JOINT)
    bodies = _bodies(new)
    return bool(_bodies(before.over) and bodies) and bodies.isdisjoint(known) and not points


def _in_its_place(
    added: Expression, new: Expression, parts: Parts, before: Expression
) -> Expression:
    """The set before with what is added in the place of what is like the new."""
    over, repeated = before, {*conjuncts(before)} & {*conjuncts(new)}
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


def _forgotten(over: Expression, new: Expression) -> Expression | None:
    """An expression without what is left out by name and was one of its conditions, with what else
    is said in the place of its like ("forget ours, every red one"); None where nothing was."""
    left = {part for part in conjuncts(new) if isinstance(part, Not)}
    free = [part for part in left if _without(over, part.part) is not None]
    for part in free:
        over = _without(over, part.part) or over
    rest = all_of(*(part for part in conjuncts(new) if part not in free))
    return (over if rest == EVERY else replaced(over, rest)) if free else None


_ENTIRE = frozenset({"all", "every", "everything", "first", "full", "original", "start", "whole"})


def _are_of_others(new: Expression, over: Expression) -> bool:
    """Whether other agencies in other parts are meant: "led by the county" after "with schools"."""
    one, other = ([x for x in leaves(e) if isinstance(x, PARTS)] for e in (new, over))
    known = {name for x in other for name in (x.agency, type(x))}
    return bool(one and other) and known.isdisjoint(n for x in one for n in (x.agency, type(x)))


def _widens(fragment: Fragment) -> bool:
    """ "And in the whole plan?": the same, wherever it is."""
    typed, place = fragment.parts.words, fragment.text.startswith("in ")
    joins = place or "whole plan" in fragment.text or (fragment.joins and "we" not in typed)
    own = {"count", "list", "overview"} if joins else set()
    states = {w for s in fragment.parts.of_sort(Sort.STATUS) for w in words(s.typed)}
    return {*fragment.parts.wants} <= own and bool(OF_ALL & {*typed} - states)  # "going to plan"


def freed(fragment: Fragment) -> frozenset[str]:
    """The sides whose conditions a text takes back: "whatever the colour", "any priority?", "not
    just ours", "all agencies rather than only us", "and in the whole plan?"."""
    parts, every = fragment.parts, fragment.spans and _widens(fragment) and not fragment.of_others
    free = {x[4:] for s in parts.of_sort(Sort.FILLER) for x in s.values if x[:4] == "any "}
    pairs = list(pairwise(span.sort for span in parts.bearing))
    if (at := next((i for i, pair in enumerate(pairs) if pair in _NOT_ONLY), None)) is not None:
        named = [*takewhile(lambda span: span.sort in _FREE, parts.bearing[at + 2 :])]
        free |= {_FREE[span.sort] for span in named}
        groups = {"priority": "about", "agency": "agency"}  # "every priority, not just that one"
        free |= {groups[s.value] for s in parts.bearing[:at] if not named and s.value in groups}
    if [s.sort for s in parts.bearing] in _UNDATED:
        free.add("due")
    return frozenset(free | {"about", "agency"} if every else free)


_UNDATED = [[Sort.EXCEPT, Sort.DATE], [Sort.EXCEPT, Sort.DUE], [Sort.NOT, Sort.DUE]]
"""A date taken back: "drop the christmas bit", "without the date"."""
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
