"""What a text chooses of the list before it: "2", "the second one", "the next one", "the rest"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.plan import Plan
from bot.reading import anew, edits, timed
from bot.reading.calendar import NUMBERS, ORDINALS
from bot.reading.expression import Leads, Of, Refs
from bot.reading.fragments import Fragment
from bot.reading.grammar import Sort
from bot.reading.over_time import Reported
from bot.reading.parts import Parts
from bot.reading.safety import match_of, says
from bot.reading.tokens import words
from bot.reading.tree import EVERY, Expression, Not, all_of, any_of, conjuncts, leaves
from bot.reading.wants import PAGE, TOLD_OF, Kind, Reading, Want

_LONGEST = 10  # more spans are a question of their own
_CLAUSE = re.compile(r"[.,;:]|\s-")  # "the first. what's the problem"
_PAGED = frozenset({Kind.LIST, Kind.MEASURES})


def restated(text: str) -> tuple[str, bool]:
    """What a text asks that is done with what was before ("forget those. all the reds"), or says in
    the place of it ("actually make that new year"), and whether it goes on with that; or ""."""
    if begun := match_of("done with", text.lower()):
        return text[begun.end() :].strip(), False
    if one := match_of("instead of", text.lower().strip(" .?!")):
        return f"and {text[slice(*one.span(1))].strip()}", True  # "the parks instead of fraud"
    begun = match_of("instead", text.lower())
    return (f"and{text[begun.end() :]}", True) if begun else ("", False)


def picked(fragment: Fragment) -> tuple[int, ...]:
    """The places chosen, from 1, or from the end as -1; none when nothing is chosen."""
    parts, long = fragment.parts, len(fragment.spans) > _LONGEST
    ordinal = fragment.parts.value(Sort.ORDINAL)
    if ordinal or long or parts.has(Sort.DATE, Sort.REF) or fragment.has_noun:
        return (int(ordinal),) if ordinal else ()
    first = " ".join(words(_CLAUSE.split(parts.text)[0]))
    ones = [one[1] for text in (fragment.text, first) if (one := match_of("placed", text))]
    several = match_of("several placed", fragment.text)
    many = _number(several[2], NUMBERS) if several else 0
    if several and 1 < many <= _LONGEST:
        ends = several[1] in {"last", "bottom"}
        return tuple(range(-many, 0) if ends else range(1, many + 1))
    if numbered := match_of("numbered", fragment.text):
        return tuple(filter(None, (_number(numbered[1], NUMBERS),)))
    places = [-1 if word == "last" else _number(word, ORDINALS) for word in ones]
    return tuple(place for place in places if place)[:1]


def _number(word: str, names: dict[str, int]) -> int:
    """A number in figures, of two at most, or by its name; 0 for another word."""
    return int(word) if word.isdigit() and len(word) < 3 else names.get(word, 0)


def beside(fragment: Fragment, before: Reading) -> tuple[int, ...]:
    """ "The next one", "and the one before": the place, in the list behind, beside the action."""
    typed, parts = fragment.parts.words, fragment.parts
    way = timed.step_of(fragment) or ("next" in typed)
    few = ("one" in typed or len(typed) < 4) and not (parts.composed.atoms or parts.unknown)
    if not (way and few) or len(before.shown) != 1 or before.shown[0] not in before.listed:
        return ()
    place = before.listed.index(before.shown[0]) + 1 + way
    return (place,) if 0 < place <= len(before.listed) else ()


def ones_of(fragment: Fragment, before: Reading) -> Expression | None:
    """ "Who's got the police ones": those of the list before, where some of it can be meant."""
    plan, placed = fragment.parts.index.plan, fragment.placed
    shown = map(plan.action, before.shown)
    known = {name for a in shown for name in (a.ref, a.priority, *a.leads, *a.partners)}
    named = {getattr(x, at, "") for x in leaves(placed) for at in ("priority", "agency")} - {""}
    named |= {*fragment.named_refs}
    several = len(before.shown) > 1 and says("the ones", fragment.text) and placed != EVERY
    amount = fragment.is_amount and "one" in fragment.parts.words
    several = several and not (amount or picked(fragment))
    if not several or (named and named.isdisjoint(known)):
        return None
    return edits.narrowed(before.over, placed, plan)


def list_before(fragment: Fragment, before: Reading) -> Reading:
    """The list behind, where a fragment goes on with that: "and amber?" after one of the reds,
    "which of those" after none was left."""
    behind, parts = before.behind, fragment.parts
    another = fragment.joins and "one" in parts.words
    if behind and behind.shown[2:] and "both" in parts.words and before.gathered[1:]:
        return before  # "who leads both of them", of two chosen one by one
    few = len(before.shown) < 2 or another
    if behind and few and not parts.has(Sort.NOT, Sort.EXCEPT) and ones_of(fragment, behind):
        return behind  # "who leads the overdue one", after another of the list
    if behind is None or (another and len(behind.shown) < 2) or (before.shown and fragment.says_it):
        return before
    old, new = ({*map(edits.side_of, conjuncts(x))} for x in (before.over, fragment.placed))
    again = bool(fragment.joins and parts.conditions and not old & new)
    if before.shown:
        tells = fragment.is_amount or fragment.wants("when")  # "and when must they be finished"
        of_those = fragment.of_those and not fragment.is_amount
        back = len(before.shown) == 1 and (of_those or (again and not tells))
        return behind if back and not fragment.of_others else before
    states = fragment.says_state and not old & new
    back = again or states or (bool(behind.shown) and not fragment.joins)
    behind = replace(behind, want=before.want) if again else behind
    return behind if back and not fragment.of_others else before


def set_named(parts: Parts, before: Reading) -> tuple[Reading, str] | None:
    """ "The July ones", "back to those we share with fire": of the sets asked for in turn, or the
    last, the one that the words name, and the text with "those" in their place."""
    if (match := match_of("named set", parts.text.lower())) is None:
        return None
    words_of = parts.of(next(filter(None, match.groups())).strip())
    timed_as = [s.period for s in parts.of(f"in {words_of.text}").spans if s.period]
    wanted = _names_in(words_of.composed.over)
    wanted |= {(period.start, period.end) for period in timed_as}
    sets = dict.fromkeys(before.gathered or (before.over,))
    named = [one for one in sets if wanted and _is_named_by(wanted, one)]
    text = f"{parts.text[: match.start()]}those{parts.text[match.end() :]}"
    if len(named) != 1:
        return None
    return before if named[0] == before.over else Reading(Want(), named[0]), text


def _is_named_by(wanted: set[object], over: Expression) -> bool:
    """Whether a set has all these names, and none of them only beside others ("in DA or ASB")."""
    each = [_names_in(part) for part in conjuncts(over) if not isinstance(part, Not)]
    entire = all(names <= wanted or names.isdisjoint(wanted) for names in each)
    return entire and wanted <= set().union(*each)


def _names_in(over: Expression) -> set[object]:
    """The agencies, priorities and statuses that an expression names, and the times it is of."""
    held = [timed.now(leaf) for leaf in leaves(over)]
    names = {getattr(leaf, of, "") for leaf in held for of in ("agency", "priority", "status")}
    return {*names - {""}, *((t.start, t.end) for t in timed.times_of(over))}


def meant_by_those(before: Reading, plan: Plan) -> Expression:
    """What "those" are: the expression before, or the actions that were shown when the answer
    chose among them, or was about one."""
    if before.offers and before.over == EVERY:
        return any_of(*(meant.over for _, meant in before.offers))  # "who runs them?"
    named = [part for part in conjuncts(before.over) if isinstance(part, Refs)]
    if not before.shown and len(named) == 1 and len(named[0].refs) == 1:
        return named[0]  # "who leads that?", of what is none of those asked for
    ranked = before.want.kind is Kind.RANK and before.want.group != "partner"
    noun = before.want.group if ranked else ""
    if noun and (group := common(noun, before, plan)):
        return all_of(before.over, group)
    choosing = before.want.kind in _CHOOSING or bool(before.want.limit)
    choosing = choosing or before.want.order == "next"  # "those due soonest", "who has those"
    some = (before.want.kind in OF_ONE or choosing) and not isinstance(before.over, Of)
    chose = choosing or len(before.shown) == 1 or before.over == EVERY
    return Refs(before.shown) if before.shown and some and chose else before.over


OF_ONE = TOLD_OF | {Kind.TOPIC, Kind.ACTIONS, Kind.GLOSSARY}
_CHOOSING = frozenset({Kind.TOPIC, Kind.CHANGES, Kind.RANK})  # shows some of those meant


def turned(fragment: Fragment, before: Reading, kind: Kind | None, *, one: bool) -> Reading | None:
    """ "more", "the rest": the next page, or, when all was shown, what the last condition left out;
    so "and which have not?", "the later ones". "How many in all": of the sets asked for in turn."""
    parts = fragment.parts
    if sets := _all_told(fragment, before):
        added = not _ADDED_UP.isdisjoint(parts.words) or _are_apart(*sets)
        summed = fragment.wants("count") or {"both", "either"}.isdisjoint(parts.words)
        other = kind if kind in {Kind.DUE, Kind.LEADS} else Kind.LIST
        return Reading(
            Want(Kind.COUNT if summed else other), any_of(*sets) if added else all_of(*sets)
        )
    listing = before.over != EVERY and not one
    bare = not (parts.composed.atoms or parts.unknown or parts.has(Sort.DATE))
    later = bare and timed.step_of(fragment) and any(map(timed.is_dated, leaves(before.over)))
    turn, want = fragment.wants("turned"), before.want
    if turn and want.kind in {Kind.CHANGES, Kind.RANK}:  # "and the other way?"
        return Reading(replace(want, way=-want.way, fewest=not want.fewest), before.over)
    later = later or says("left out", fragment.text)  # "which ones did you take out"
    if turn or (listing and (later or _denies(fragment))):
        counts = Kind.COUNT if fragment.wants("count") else Kind.LIST
        return Reading(Want(counts), edits.others(before))
    bare = not (parts.composed.atoms or fragment.has_noun) and {*parts.wants} <= {"list"}
    again = fragment.restores or ("again" in parts.words and {"all", "list"} & {*parts.words})
    if bare and again and (over := anew.gone_back(fragment, before)):
        return Reading(Want(), over)
    left = tuple(ref for ref in before.listed if ref not in before.shown)
    asked = Want(kind) if kind not in {None, Kind.LIST, Kind.OVERVIEW} else None
    ones = "ones" in parts.words and not parts.composed.atoms
    if one and left and fragment.of_others and (fragment.turns or ones):
        return Reading(asked or before.want, Refs(left))
    if not (fragment.turns and (before.want.kind in _PAGED or (listing and fragment.of_others))):
        return None
    over_all = before.over == EVERY or not fragment.of_others
    if over_all or (len(before.shown) > before.page * PAGE and not asked):
        return replace(before, page=before.page + 1)
    return Reading(asked or before.want, edits.others(before, one=one, of=parts.words))


def _all_told(fragment: Fragment, before: Reading) -> tuple[Expression, ...]:
    """ "That's how many across the three": those of the sets asked for in turn that are meant."""
    parts, gathered = fragment.parts, before.gathered
    number, typed = parts.value(Sort.NUMBER), {*parts.words}
    both, counted = "both" in typed, fragment.wants("count")
    both = both or (fragment.of_those and "either" in typed)
    added = bool(_ADDED_UP & typed) and (counted or before.want.kind is Kind.COUNT)
    summed = added or (counted and bool(number))
    count = 2 if both else int(number) if number.isdigit() else len(gathered)
    held = {timed.now(x) for one in gathered for x in leaves(one)}
    reported = any(isinstance(leaf, Reported) for leaf in held)  # "reported in both" says no more
    atoms = (a for a in parts.composed.atoms if not (reported and a.side == "updated"))
    same = {leaf for atom in atoms for leaf in leaves(atom.expression)} <= held
    bare = same and {s.typed for s in parts.unknown} <= _SETS and (both or "plan" not in typed)
    return gathered[-count:] if bare and (both or summed) and 1 < count <= len(gathered) else ()


_SETS = frozenset({"counts", "groups", "lists", "months", "quarters", "sets", "times", "weeks"})


def _are_apart(*sets: Expression) -> bool:
    """Whether no action can be in each of the sets: two statuses at one time, two priorities."""
    sides = {
        edits.side_of(p) for one in sets for p in conjuncts(one) if p not in conjuncts(sets[0])
    }
    days = {timed.day_in(one) for one in sets}
    return sides <= {"about", "due"} or (sides == {"status"} and len(days) == 1)


_ADDED_UP = frozenset({"across", "all", "altogether", "combined", "either", "together", "total"})


def _denies(fragment: Fragment) -> bool:
    """ "And which have not?", "how about the ones that have": the condition before, denied."""
    bare = {Sort.AND, Sort.WANT, Sort.NOT, Sort.FILLER, Sort.PUNCTUATION, Sort.NOUN, Sort.THOSE}
    bare |= {Sort.NEITHER}
    parts, spans = fragment.parts, fragment.spans
    ends = bool(spans) and spans[-1].typed in {"that have", "that has", "that are", "that is"}
    denied = parts.composed.unclaimed_not or (ends and len(parts.words) > 2)
    asked = {s.value for s in spans if s.sort is Sort.WANT} <= {"card", "count", "list", "who"}
    nouns = {s.typed for s in spans if s.sort is Sort.NOUN} <= {"ones"}
    plain = asked and nouns and {s.sort for s in spans} <= bare
    return bool(denied and plain) and (ends or bool({"neither", "not"} & {*parts.words}))


def common(noun: str, before: Reading, plan: Plan) -> Expression | None:
    """The one priority, or one agency that leads, that the reading before is about, by its words or
    by the actions shown; None where there are several."""
    of_theme, shown = noun in {"priority", "theme"}, map(plan.action, before.shown)
    named = {getattr(x, "priority" if of_theme else "agency", "") for x in leaves(before.over)}
    of_shown = [{action.priority} if of_theme else {*action.leads} for action in shown]
    codes = named - {""} or set.intersection(*of_shown or [set()])
    (code,) = codes if len(codes) == 1 else ("",)
    return (Of if of_theme else Leads)(code) if code else None


def name_of(one: Expression, plan: Plan) -> str:
    """The name of a priority, or of an agency that leads."""
    if isinstance(one, Of):
        return plan.priority(one.priority).short
    agency = plan.agency(one.agency) if isinstance(one, Leads) else None
    return agency.name if agency else ""
