"""What goes on with an answer by what it told: of groups side by side who comes second; of actions
who sent that, what it was before, how far off it is, and two things at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.core.quarters import Quarter
from bot.reading import edits, timed
from bot.reading.claims import offer
from bot.reading.expression import Leads, Of, Partners, Refs
from bot.reading.fragments import Fragment
from bot.reading.grammar import Sort
from bot.reading.of_one import of_every
from bot.reading.over_time import Closed, Due, Overdue, Stands
from bot.reading.owing import due_then
from bot.reading.parts import Parts
from bot.reading.picks import common
from bot.reading.roles import PARTS
from bot.reading.safety import match_of, says
from bot.reading.tree import (
    EVERY,
    AsAt,
    Expression,
    Not,
    all_of,
    any_of,
    conjuncts,
    leaves,
    mapped,
    negated,
)
from bot.reading.wants import TOLD_OF, Kind, Reading, Want

_PLACES = {
    "top": 1,
    "second": 2,
    "2nd": 2,
    "runner up": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
_GROUPS = {"agency": Leads, "partner": Partners, "priority": Of}
_WAYS = frozenset({"most", "fewest", "compare", "better", "worse", "best", "worst", "count"})
_EXTREME = frozenset({"most", "fewest", "best", "worst"})
_ASIDE = frozenset({"card", "list", "who"})
_REPORTS = frozenset({Kind.LATEST, Kind.HISTORY, Kind.MEASURES})


def of_groups(fragment: Fragment, before: Reading, asks: Want | None) -> Reading | None:
    """What goes on with groups side by side or the first of them, not the actions behind."""
    want, text, parts = before.want, fragment.text, fragment.parts
    turns, counts = {"better", "worse"} & {*parts.wants}, "count" in parts.wants
    of_them = want.kind is Kind.PRIORITY or (want.kind is Kind.CHANGES and counts)
    if turns and of_them and not parts.composed.atoms:  # "how many got worse"
        way = ("better" in turns) - ("worse" in turns)
        return Reading(replace(want, kind=Kind.CHANGES, way=way), before.over)
    if want.kind is Kind.CHANGES and counts and not (parts.composed.atoms or parts.unknown):
        return before  # "how many is that": its first line says
    other = want.kind is Kind.PRIORITY and edits.side_of(fragment.placed) == "about"
    if (want.kind is Kind.COMPARE or (other and "compare" in parts.wants)) and not want.quarters:
        return _compared(fragment, before)
    ranked = replace(want, kind=Kind.RANK, least=0, most=0, place=0)
    if want.kind not in {Kind.RANK, Kind.BY} or want.group not in _GROUPS:
        return None
    if place := match_of("place", text):
        number = _PLACES.get(place[1] or "") or max(want.place, 1) + 1
        return Reading(replace(ranked, place=number), before.over)
    if says("all groups", text):
        return Reading(replace(ranked, kind=Kind.BY), before.over)
    if says("no group", text) and before.over != EVERY:
        noun = want.group.replace("partner", "agency")
        return Reading(Want(Kind.COUNT, group=want.group, noun=noun), Not(before.over))
    period = timed.time_said(fragment, before)
    if want.kind is Kind.RANK and period and not parts.composed.atoms:
        return timed.in_time(replace(before, want=ranked), before.over, period)
    over, wants = fragment.placed, {*parts.wants} - _ASIDE
    if parts.unknown or fragment.points or parts.has(Sort.ROLE) or wants - _WAYS:
        return None
    sides = {edits.side_of(part) for part in conjuncts(over)}
    named = sides == {"about" if want.group == "priority" else "agency"} and fragment.joins
    if named and not wants and want.kind is Kind.RANK:  # "and the police?": how many it has
        own = mapped(over, lambda x: _GROUPS[want.group](x.agency) if isinstance(x, PARTS) else x)
        return Reading(Want(Kind.COUNT, noun=want.noun), edits.replaced(before.over, own))
    if wants & _EXTREME and asks and not sides & {"about", "agency"}:  # "most ambers"
        group = asks.group if parts.has(Sort.NOUN) or "who" in parts.wants else want.group
        again = replace(ranked, group=group, fewest="fewest" in wants, noun=asks.noun)
        return Reading(again, edits.replaced(before.over, over))
    return None


def _compared(fragment: Fragment, before: Reading) -> Reading | None:
    """Another one beside those compared, or the same ones in another state."""
    parts, over = fragment.parts, fragment.placed
    sides = {edits.side_of(part) for part in conjuncts(over) if over != EVERY}
    same = [part for part in conjuncts(before.over) if edits.side_of(part) in sides]
    if (
        len(sides) == 1
        and sides <= {"agency", "about"}
        and (fragment.joins or before.want.kind is Kind.PRIORITY)
    ):
        over = any_of(*same, mapped(over, edits.with_any_part))
    elif parts.unknown or sides & {"agency", "about"} or not _WAYS & {*parts.wants}:
        return None
    over = edits.replaced(before.over, over) if sides else before.over
    return replace(before, want=replace(before.want, kind=Kind.COMPARE), over=over)


def of_told(fragment: Fragment, before: Reading, over: Expression, *, one: bool) -> Reading | None:
    """What asks of the actions before who sent it, what it was before and the like, or nothing."""
    text, reported = fragment.text, before.want.kind in _REPORTS
    base = Refs(before.shown) if one else over
    if not before.shown or base == EVERY:
        return None
    counted = before.want.kind is Kind.COUNT and not one and not before.want.noun
    if counted and says("more before", text):
        day = Quarter.of(fragment.parts.today).previous.ends
        than = mapped(before.over, lambda x: AsAt(x, day) if isinstance(x, Stands | Overdue) else x)
        return Reading(Want(Kind.COUNT, than=than), before.over) if than != before.over else None
    if says("how many updates", text):
        of_all = Reading(Want(Kind.COUNT, noun="update"), Refs(before.shown))
        return Reading(Want(Kind.HISTORY), base) if one else of_all
    bare = (one or reported) and not fragment.parts.unknown
    off = says("how far off", text)
    past = says("was before", text) or (bare and says("earlier update", text))
    asked = {
        Kind.LATEST: says("sender", text) or (reported and says("whose", text)),
        Kind.LEADS: says("whose", text) or says("their partners", text),
        Kind.HISTORY: past,
        Kind.DUE: before.want.kind is Kind.DUE and off and "short" not in text,
        Kind.MEASURES: off,
    }
    kind = next((kind for kind, meant in asked.items() if meant), None)
    return Reading(Want(kind), base) if kind else None


def of_others(fragment: Fragment, before: Reading, *, one: bool) -> Reading | None:
    """What asks of others than those shown, or of those to come, or only says them again."""
    parts, text, want, shown = fragment.parts, fragment.text, before.want, Refs(before.shown)
    place, period = match_of("place", text), timed.time_said(fragment, before)
    if want.order and want.kind is Kind.LIST and place and not place[1]:  # "and after that"
        return replace(before, over=all_of(before.over, Not(shown)))
    theirs = says("they lead", text)
    if one and fragment.of_others and parts.composed.atoms and "any" in text[:6] and not theirs:
        return Reading(Want(), all_of(Not(shown), fragment.placed))  # "anything else overdue"
    chosen = before.behind or before.offers or before.gathered[1:] or len(before.shown) < 2
    if says("the other few", text) and not chosen:
        return offer(before.shown, parts)  # "the other one", where none was chosen
    due = next((x for x in leaves(before.over) if isinstance(x, Due)), None)
    step = timed.step_of(fragment) if says("beside that", text) else 0  # "any before that"
    if due and (days := timed.beside(due.days, step)):
        over = edits.replaced(before.over, all_of(Due(days), Not(Closed())))
        return replace(before, over=over)
    dated = any(map(timed.is_dated, leaves(before.over))) or want.kind not in _AHEAD
    if period and period.start > parts.today and not (dated or one or parts.composed.atoms):
        kind = {Kind.COUNT: Kind.COUNT}.get(want.kind, Kind.LIST)  # "any before christmas"
        return Reading(Want(kind), all_of(before.over, due_then(parts), Not(Closed())))
    if one and theirs and (leads := common("agency", before, parts.index.plan)):
        part = Partners if says("they support", text) else Leads
        over = mapped(leads, lambda x: part(getattr(x, "agency", "")))
        return Reading(Want(), all_of(over, Not(shown)) if fragment.of_others else over)
    return None


_AHEAD = frozenset({Kind.BY, Kind.COUNT, Kind.DUE, Kind.LEADS, Kind.LIST, Kind.PRIORITY})


def of_every_one(fragment: Fragment, before: Reading, subject: Expression) -> Reading | None:
    """ "Did they all hit target", of several before: yes or no, and those it is not so of."""
    others, every = of_every(fragment.parts, fragment.parts.composed.over)
    plain = fragment.points or others == negated(every)  # not "are all the reds ours"
    if every == EVERY or not plain or len(before.shown) < 2:
        return None
    return Reading(Want(whether=every), all_of(subject, others))


_BETWEEN = re.compile(r"^([^,&/+]{2,30}?)(?:,? (?:and|plus|n) | ?[,&/+] ?)([^,&/+]{2,30})$")
_LEAD = re.compile(r"^(?:the )?leads?$", re.IGNORECASE)
_ASKS = {Sort.WANT, Sort.DUE, Sort.ROLE, Sort.PUNCTUATION, Sort.THOSE, Sort.AND, Sort.NOUN}
_FEW = 7  # more spans are no two short questions


def both_asked(parts: Parts, read: Callable[[Parts], Reading | None]) -> Reading | None:
    """ "Target and date?", "which action is that and who leads": two things asked of what was
    before, each in a few words."""
    halves = _BETWEEN.search(parts.text.rstrip(" ?."))
    if not halves or {span.sort for span in parts.bearing} - _ASKS or len(parts.bearing) > _FEW:
        return None
    first, second = (read(parts.of(_LEAD.sub("who leads", half))) for half in halves.groups())
    if first is None or second is None or second.want.kind not in TOLD_OF:
        return None
    named = first.want.kind is Kind.ACTIONS and parts.words[0] in {"what", "which"}
    if not (named or first.want.kind in TOLD_OF):
        return None
    return replace(first, also=second) if first.want.kind is not second.want.kind else None
