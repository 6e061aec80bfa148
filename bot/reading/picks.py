"""What a text chooses of the list before it: "2", "the second one", "the next one", "the rest"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.plan import Plan
from bot.reading import edits
from bot.reading.calendar import NUMBERS, ORDINALS
from bot.reading.expression import EVERY, Expression, Leads, Of, Refs, leaves
from bot.reading.fragments import Fragment
from bot.reading.grammar import Sort
from bot.reading.tokens import words
from bot.reading.wants import PAGE, Kind, Reading, Want

_LONGEST = 10  # more spans are a question of their own
_PLACE = re.compile(
    r"(?:^(?:(?:and|please|about|number|option|the|one) )*|\bthe )(\w+)(?: one| please)*$"
)
_CLAUSE = re.compile(r"[.,;:]|\s-")  # "the first. what's the problem"
_PLACES = re.compile(r"\bthe (first|top|last|bottom) (\w+)\b")
_PAGED = frozenset({Kind.LIST, Kind.MEASURES})
_ASKED = frozenset({"list", "who", "card"})
_STEPS = {"next": 1, "previous": -1, "before": -1}


def picked(fragment: Fragment) -> tuple[int, ...]:
    """The places chosen, from 1, or from the end as -1; none when nothing is chosen."""
    parts, long = fragment.parts, len(fragment.spans) > _LONGEST
    ordinal = fragment.value(Sort.ORDINAL)
    if ordinal or long or parts.has(Sort.DATE, Sort.REF) or fragment.has_noun:
        return (int(ordinal),) if ordinal else ()
    first = " ".join(words(_CLAUSE.split(parts.text)[0]))
    ones = [one[1] for text in (fragment.text, first) if (one := _PLACE.search(text))]
    several = _PLACES.search(fragment.text)
    many = _number(several[2], NUMBERS) if several else 0
    if several and 1 < many <= _LONGEST:
        ends = several[1] in {"last", "bottom"}
        return tuple(range(-many, 0) if ends else range(1, many + 1))
    places = [-1 if word == "last" else _number(word, ORDINALS) for word in ones]
    return tuple(place for place in places if place)[:1]


def _number(word: str, names: dict[str, int]) -> int:
    """A number in figures, of two at most, or by its name; 0 for another word."""
    return int(word) if word.isdigit() and len(word) < 3 else names.get(word, 0)


def step(fragment: Fragment) -> int:
    """ "The next one", "and the one before": which way from the one before, in a list."""
    way = next((_STEPS[word] for word in fragment.parts.words if word in _STEPS), 0)
    few = "one" in fragment.parts.words or len(fragment.parts.words) < 3
    return way if few and not (fragment.parts.composed.atoms or fragment.parts.unknown) else 0


def beside(fragment: Fragment, before: Reading) -> tuple[int, ...]:
    """The place, in the list behind, that it steps to from the one action before."""
    if not step(fragment) or len(before.shown) != 1 or before.shown[0] not in before.listed:
        return ()
    place = before.listed.index(before.shown[0]) + 1 + step(fragment)
    return (place,) if 0 < place <= len(before.listed) else ()


def list_before(fragment: Fragment, before: Reading) -> Reading:
    """The list behind, where a fragment goes on with that: "and amber?" after one of the reds,
    "which of those" after none was left."""
    behind, parts = before.behind, fragment.parts
    if behind is None or (before.shown and fragment.says_it):
        return before
    if not before.shown:
        back = (fragment.points or fragment.narrows) and not fragment.of_others
        return behind if back else before
    of_part = before.want.kind is Kind.LEADS and parts.has(Sort.AGENCY, Sort.OWN)
    joined = fragment.joins and parts.conditions and not of_part
    return behind if joined else before


def turned(fragment: Fragment, before: Reading, *, one: bool) -> Reading | None:
    """ "more": the next page. "the rest", "and the others?": the next page as well, or, when
    all was shown, what the last condition left out; so "and which have not?"."""
    denies = _denies(fragment)
    if denies and before.want.kind in {Kind.LIST, Kind.COUNT} and before.over != EVERY:
        return Reading(Want(), edits.others(before))
    if before.behind and fragment.goes_back:
        return before.behind
    left = tuple(ref for ref in before.listed if ref not in before.shown)
    if one and left and fragment.turns and fragment.of_others:
        return Reading(before.want, Refs(left))
    if before.want.kind not in _PAGED or not fragment.turns:
        return None
    over_all = before.over == EVERY or not fragment.of_others
    if over_all or len(before.shown) > before.page * PAGE:
        return replace(before, page=before.page + 1)
    return Reading(before.want, edits.others(before, one=one))


def _denies(fragment: Fragment) -> bool:
    """ "And which have not?", "how about the ones that have": the condition before, denied."""
    bare = {Sort.AND, Sort.WANT, Sort.NOT, Sort.FILLER, Sort.PUNCTUATION, Sort.NOUN, Sort.THOSE}
    parts, spans = fragment.parts, fragment.spans
    ends = bool(spans) and spans[-1].typed in {"that have", "that has", "that are", "that is"}
    denied = parts.composed.unclaimed_not or (ends and len(parts.words) > 2)
    asked = all(s.value in _ASKED for s in spans if s.sort is Sort.WANT)
    nouns = {s.typed for s in spans if s.sort is Sort.NOUN} <= {"ones"}
    plain = asked and nouns and {s.sort for s in spans} <= bare
    return bool(denied and plain) and (ends or "not" in parts.words)


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
        return plan.priority(one.priority).name
    agency = plan.agency(one.agency) if isinstance(one, Leads) else None
    return agency.name if agency else ""
