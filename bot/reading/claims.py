"""What nobody claimed -> go on, or ask back with readings said in words; nothing is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from bot.core.plan import Agency
from bot.core.progress import excerpt
from bot.reading.cues import counted_thing
from bot.reading.expression import EVERY, Expression, Involves, Not, Of, Refs, all_of, described
from bot.reading.grammar import Sort
from bot.reading.spans import Span
from bot.reading.tokens import words
from bot.reading.wants import Kind, Reading, Want

if TYPE_CHECKING:
    from bot.reading.parts import Parts

LONGEST_LABEL = 70


def settled(parts: Parts) -> Reading | None:
    """The question back that unclaimed words or an unclaimed negation call for, or None."""
    composed = parts.composed
    one = len({r for s in parts.of_sort(Sort.REF) for r in s.values}) == 1  # it tells all there is
    for span in parts.of_sort(Sort.AGENCY):
        if not one and (whose := _whose(span, parts)):
            return whose
    if composed.unclaimed_not and composed.over != EVERY and parts.conditions:
        return _either_way(composed.over, parts)
    counted = {s.typed for run in composed.unplaced for s in run} <= {counted_thing(parts)}
    if composed.over != EVERY and (vain := said_in_vain(parts.spans)):
        offers = (without(vain, Reading(Want(), composed.over), parts),)
        return Reading(Want(Kind.CHOOSE, term=vain), offers=offers)
    if composed.unplaced and not one and not (counted and parts.has(Sort.UNKNOWN)):
        return _without(parts)
    return None


def said_in_vain(spans: Sequence[Span]) -> str:
    """The clause after a "but", or with a "since", that has a verb and comes to nothing: "red in Q1
    but have gone well since"; "" where there is none."""
    for place, link in enumerate(spans):
        after = takewhile(lambda s: s.sort not in _LINKS, spans[place + 1 :])
        clause = [*after] if link.sort in _LINKS or link.typed == "then" else []
        typed = [word for span in clause for word in span.typed.split()]
        empty = {span.sort for span in clause} <= {Sort.FILLER, Sort.SINCE}
        opposed = link.typed in _OPPOSING or any(s.sort is Sort.SINCE for s in clause)
        verb = len(typed) > 1 and not _AUXILIARY.isdisjoint(typed) and "not" not in typed
        if clause and empty and opposed and verb:
            return " ".join(typed)
    return ""


_LINKS = frozenset({Sort.AND, Sort.OR, Sort.PUNCTUATION})
_OPPOSING = frozenset({"although", "but", "though", "yet"})
_AUXILIARY = frozenset({
    "are", "came", "come", "did", "does", "gone", "got", "had", "has", "have", "is", "was", "went",
    "were",
})  # fmt: skip


def leading_none(parts: Parts) -> Reading | None:
    """ "Which agencies do not lead a single action", "who is only a partner", "who helps on
    burglary but doesn't lead any": which lead none of what is named, or of all there is."""
    roles = {span.value for span in parts.of_sort(Sort.ROLE)}
    if "lead" in roles:
        denied = parts.composed.unclaimed_not or _is_lead_denied(parts.bearing)
    else:
        denied = parts.has(Sort.ONLY)
    placed = [atom.expression for atom in parts.composed.atoms if atom.side == "about"]
    open_ended = len(placed) < len(parts.composed.atoms) or bool(parts.unknown and not placed)
    bare = bool(roles) and roles <= {"lead", "partner"} and not open_ended
    helping = "partner" in roles or "partners" in parts.wants
    bodies = bool({"who", "partners"} & {*parts.wants})
    bodies = bodies or any(s.value == "agency" for s in parts.of_sort(Sort.NOUN))
    if any(isinstance(part, Refs) and len(part.refs) == 1 for part in placed):
        return None  # of one action the answer says who leads
    if not (bare and bodies and denied) or {"most", "fewest"} & {*parts.wants}:
        return None
    group = "partner" if placed and helping else "agency"
    return Reading(Want(Kind.BY, group=group, base=all_of(*placed)), Not(EVERY))


def _is_lead_denied(bearing: Sequence[Span]) -> bool:
    """ "But don't lead", "lead none of them": a negation right beside the role."""
    beside = (
        {(left.sort, left.value), (right.sort, right.value)} for left, right in pairwise(bearing)
    )
    return any({(Sort.ROLE, "lead"), (Sort.NOT, "")} <= both for both in beside)


def _sharing(span: Span, parts: Parts) -> list[Agency]:
    """The agencies that share a name: those of "the council", where there are several and none is
    called just that, or whose names begin with one given alone ("north county")."""
    agencies, typed = parts.index.plan.agencies, words(span.typed)
    begun = [a for a in agencies if words(a.name)[: len(typed)] == typed]
    own = not {*parts.asker.agencies}.isdisjoint(span.values) and parts.conditions > 1
    return begun if len(begun) > 1 and len(typed) > 1 and not (span.named or own) else []


def _whose(span: Span, parts: Parts) -> Reading | None:
    """Which of the agencies that share a name?"""
    sharing = ((cut(f"{a.short} ({a.code})"), a.code) for a in _sharing(span, parts))
    offers = tuple((label, Reading(Want(), Involves(code))) for label, code in sharing)
    return Reading(Want(Kind.CHOOSE, term=span.typed), offers=offers) if offers else None


def _either_way(over: Expression, parts: Parts) -> Reading:
    """A negation that found nothing to negate: with it or without it?"""
    ways = ((way, described(way, parts.index.plan)) for way in (over, Not(over)))
    offers = tuple((cut(typed[0].upper() + typed[1:]), Reading(Want(), way)) for way, typed in ways)
    return Reading(Want(Kind.CHOOSE), offers=offers)


def _without(parts: Parts) -> Reading:
    """Words that are not placed beside conditions: without them, or the topic they may mean."""
    strange = " ".join(s.typed for run in parts.composed.unplaced for s in run)
    over = parts.composed.over
    offers = [without(strange, Reading(Want(), over), parts)] if over != EVERY else []
    placed = parts.index.topics.place(parts.about)
    topics = offer(tuple(filter(None, (placed.priority, *placed.others))), parts)
    offers = [*offers, *topics.offers][:4]
    return replace(topics, want=Want(Kind.CHOOSE, term=strange), offers=tuple(offers))


def without(strange: str, reading: Reading, parts: Parts) -> tuple[str, Reading]:
    """The offer of a reading without some words."""
    return cut(f"Without '{strange}': {described(reading.over, parts.index.plan)}"), reading


def offer(names: Sequence[str], parts: Parts, want: Want | None = None, term: str = "") -> Reading:
    """Which of these actions or priorities was meant; `want`: what is asked of the action."""
    plan, offers = parts.index.plan, []
    for name in names[:5]:
        if action := plan.find(name):
            reading = Reading(want or Want(Kind.ACTIONS), Refs((action.ref,)))
            offers.append((cut(f"{action.ref}: {action.text}"), reading))
        else:
            reading = Reading(Want(Kind.PRIORITY), Of(name))
            offers.append((plan.priority(name).short, reading))
    return Reading(Want(Kind.CHOOSE, term=term), offers=tuple(offers))


def cut(text: str) -> str:
    """A label for a button (Slack's end at 75 characters)."""
    return excerpt(text, LONGEST_LABEL)
