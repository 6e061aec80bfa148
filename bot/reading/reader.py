"""A text, the index of a plan and the day -> a Reading. The one way in.

    index = Index(plan, taught, area)              built once for a version of the plan
    read(text, index, today, asker, before) -> Reading

`before()`: the reading a follow-up goes on with, or None; asked only where it may be meant.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache, partial

from bot.reading import claims, edits, everyday, follow_ups, safety
from bot.reading.background import Asked, asked_in, question_in
from bot.reading.compared import having, outnumbered, two_times
from bot.reading.conserved import conserved
from bot.reading.cues import JUDGED, asks_who_does, cues_of, is_beside, made
from bot.reading.dated import Asker
from bot.reading.expression import PLACED, Involves, Leads, Refs
from bot.reading.follow_ups import Before, nothing_before
from bot.reading.glossary import strange_term
from bot.reading.grammar import Sort
from bot.reading.measured import Reads
from bot.reading.of_one import about_only, of_every, of_one, priced, tells_of_one, whether
from bot.reading.owing import due_then, in_time, is_owed, is_silent, lacking_of, owed, owed_by
from bot.reading.parts import NOBODY, Index, Parts, take_apart
from bot.reading.read_as import plainer
from bot.reading.safety import of_itself
from bot.reading.spans import put_right
from bot.reading.tokens import stems
from bot.reading.tree import EVERY, Expression, Not, all_of, conjuncts, leaves, mapped
from bot.reading.two_questions import asks, halved, is_told, named_for_they
from bot.reading.wants import Cues, Kind, Reading, Want, choose


def read(
    text: str, index: Index, today: date, asker: Asker = NOBODY, before: Before = nothing_before
) -> Reading:
    """The reading of a text; never raises, and never drops a word or a negation in silence."""
    take = cache(partial(take_apart, index=index, today=today, asker=asker))
    text, slips = put_right(text, index.lexicon)
    asked = asked_in(named_for_they(plainer(text), take), take)
    parts = asked.parts
    first = text if len(parts.text.split()) < _FEW else parts.text  # "many thanks" is no courtesy
    known = (index.known, index.area, index.near)
    aside = safety.beside(first, *known, facts=bool(index.plan.facts))
    if aside is None or aside.kind in {Kind.MANAGE, Kind.HOW_TO_UPDATE}:
        aside = of_itself(parts.spans) or aside
    if asked.backdrop:
        danger = safety.beside(asked.backdrop, *known, facts=False)
        aside = aside or of_itself(take(text).spans)
        aside = danger if danger and danger.kind in _DANGER else aside
    if (aside is None or aside.kind in {Kind.FACT, Kind.OUTSIDE}) and (of_money := priced(parts)):
        return of_money
    goes_on = aside is not None and follow_ups.is_of_those(aside, parts.plain, before)
    if aside is not None and not (goes_on or _lists(aside, parts)):
        past = aside == Want(Kind.EMERGENCY) and safety.is_told(parts.text)
        in_plan = everyday.everyday(parts) if past else None  # said as well, behind 999
        also = in_plan if in_plan and in_plan.want.kind not in _UNSURE else None
        return Reading(aside, also=also)
    went_on = follow_ups.followed(parts, before, read_parts)
    reading = went_on or _both(parts) or read_parts(parts)
    if went_on is None and reading.want.kind in _UNSURE and (bare := question_in(text, take)):
        only_asked = read_parts(bare.parts)
        if only_asked.want.kind not in _UNSURE | _NO_ANSWER and not bare.parts.has(Sort.THOSE):
            asked, parts, reading = bare, bare.parts, only_asked
    vague = reading.want.kind in _UNSURE and not parts.conditions
    if vague and safety.says("whom to ring", parts.plain):
        return Reading(Want(Kind.EMERGENCY))  # "there is a body in the river, who do i ring"
    named = reading.want.kind is Kind.PRIORITY or bool(asked.named)
    counted = reading.want.kind in _SAYS_ALL and reading.over != EVERY
    calm = (went_on and not parts.passed_over) or asks_who_does(parts)
    return replace(
        reading,
        slips=tuple(pair for pair in slips if pair[1] in parts.words)[:2],
        alarm=safety.alarming(asked.backdrop)
        or (not calm and safety.alarming(parts.without_names)),
        notes=_notes(asked) if counted or named or parts.has(Sort.REF) else (),
    )


def _notes(asked: Asked) -> tuple[str, ...]:
    """What is said behind an answer: words that were not used; of a line that looks like news of an
    action, that it was not saved."""
    parts = asked.parts
    unused = [*dict.fromkeys((*asked.named, *parts.passed_over))]
    notes = [f"I did not use '{word}'" for word in unused[:3]]
    tells = notes or (len(parts.text.split()) > _LONG and not parts.wants)
    ref = next((span for span in parts.spans if span.sort is Sort.REF), None)
    begun = ref is parts.spans[0] or safety.says("report begun", parts.plain)
    if tells and ref and begun and not _ASKS.search(parts.text):
        line = f"update {ref.values[0]} STATUS what has happened"
        notes.append(f"nothing was saved of it; an update is typed `{line}`")
    if parts.composed.everybody:
        notes.insert(0, "I took 'our' as the whole partnership")
    return tuple(notes)


_ASKS = re.compile(r"\?|[-:,.] (?:any|are|did|do|does|has|have|is|was|were)\b|\bor not\W*$")
_DANGER = frozenset({Kind.EMERGENCY, Kind.PERSONAL})
_FEW, _LONG = 3, 5
"""Words of a message that is more than courtesies; of a reference with the name of its action."""


def _lists(aside: Want, parts: Parts) -> bool:
    """ "Still no update, deadline end of December": two conditions, and no fact of the plan."""
    listed = "list" in parts.wants and is_owed(parts)  # "what must still be reported by then"
    several = parts.conditions > 1 - listed and {*parts.wants} <= {"list"}
    several = several or parts.has(Sort.REF, Sort.GAP, Sort.HAS)
    held = any(a.side.startswith(_OF_PLAN) for a in parts.composed.atoms)
    several = held and parts.has(Sort.PRIORITY) if aside.kind is Kind.OUTSIDE else several
    return several and aside.kind in {Kind.FACT, Kind.OUTSIDE}


_OF_PLAN = ("gap", "lead", "moves", "partner")
_UNSURE = frozenset({Kind.NOT_UNDERSTOOD, Kind.CHOOSE})


def _both(parts: Parts) -> Reading | None:
    """Two questions in one message, the second of its own or about what the first is about."""
    halves = [parts.of(text) for text in halved(parts)]
    if not any(asks(half) or half.composed.atoms for half in halves[1:]):
        return None
    first, asked = read_parts(halves[0]), halves[1]
    those = asked.has(Sort.THOSE)
    if is_told(*halves) and (asked.composed.atoms or those):  # not "reds at MH. how many?"
        return _of_what_is_told(first, *halves)
    if not asked.composed.atoms and asked.has(Sort.THOSE) and {*asked.wants} <= _AS_IT_IS:
        return first if first.want.kind is Kind.LIST else None  # a list says how each stands
    earlier = nothing_before if asked.has(Sort.ORDER) else lambda: first
    second = follow_ups.followed(asked, earlier, read_parts) or read_parts(asked)
    if {*asked.wants} == {"count"} and asked.composed.unclaimed_not and not asked.composed.atoms:
        second = replace(first, over=edits.others(first))  # "and how many have had none"
    if second.want.kind is Kind.COUNT and not asked.has(*_PLACES, Sort.THOSE):
        placed = about_only(first.over, PLACED)  # "DA: how many red and how many amber"
        second = replace(second, over=all_of(placed, second.over))
    dated = first.want.kind in {Kind.LATEST, Kind.HISTORY} and second.want.kind is Kind.DUE
    if dated and not asked.has(Sort.DUE, Sort.THOSE):
        return first  # "what did they say last, and on which day"
    same = (second.want, second.over) == (first.want, first.over) or bool(first.also)
    unsure = {first.want.kind, second.want.kind} & _NO_ANSWER
    return None if unsure or same else replace(first, also=second)


def _of_what_is_told(first: Reading, scope: Parts, asked: Parts) -> Reading | None:
    """ "Some are late. Who has most of them?": the second is asked, of what the first tells of."""
    if not scope.composed.atoms:
        return None
    earlier = (lambda: first) if asked.has(Sort.THOSE) else nothing_before
    if (second := follow_ups.followed(asked, earlier, read_parts)) is None:
        second = read_parts(asked)
        second = replace(second, over=all_of(scope.composed.over, second.over))
    return None if second.want.kind in _UNSURE else second


_PLACES = (Sort.AGENCY, Sort.OWN, Sort.PRIORITY, Sort.REF, Sort.UNKNOWN)
_AS_IT_IS = frozenset({"list", "how", "overview"})
_NO_ANSWER = frozenset({Kind.NOT_UNDERSTOOD, Kind.CHOOSE, Kind.COMPARE, Kind.GLOSSARY, Kind.TOPIC})
_SAYS_ALL = frozenset({Kind.LIST, Kind.COUNT, Kind.BY, Kind.RANK})
"""Kinds whose answer must say every word that was passed over."""


def read_parts(parts: Parts) -> Reading:
    """A whole question by itself."""
    missing = tuple(ref for span in parts.of_sort(Sort.MISSING) for ref in span.values)
    if missing and not parts.has(Sort.REF):
        return Reading(Want(Kind.ACTIONS), Refs(()), missing=missing)
    defined = [Reading(Want(Kind.GLOSSARY, term=t), _of_term(t, parts)) for t in parts.terms]
    if defined:
        return replace(defined[0], also=defined[1] if len(defined) > 1 else None)
    if strange := strange_term(parts.text, parts.spans, parts.index.topics.knows):
        return Reading(Want(Kind.GLOSSARY, term=strange), Refs(()))
    if (earlier := everyday.last_year(parts)) is not None:
        return earlier
    reading = owed(parts) or claims.leading_none(parts)
    if reading is None:
        story = everyday.is_story(parts)
        reading = everyday.everyday(parts) if story else conserved(_structured(parts), parts)
    return replace(reading, missing=missing)


def _of_term(term: str, parts: Parts) -> Expression:
    """What a short form is met in: the actions that have it, or those of the agency it is."""
    agency = parts.value(Sort.AGENCY)
    return Involves(agency) if agency else Refs(parts.index.topics.holding(stems(term)))


def _structured(parts: Parts) -> Reading:
    """A question with conditions, or about what is named outright."""
    composed = parts.composed
    if (settled := claims.settled(parts)) is not None:
        return settled
    cues = cues_of(parts, about=False)
    kind = choose(cues)
    compared = two_times(parts, cues, kind) or outnumbered(parts, cues)
    compared = compared or having(parts, cues, _structured)
    if compared is not None:
        return compared
    if kind is None:
        return _otherwise(parts, cues)
    counts = kind is Kind.COUNT and parts.has(Sort.HAS)  # "has it a target or do we just count"
    if (counts or kind in {Kind.LIST, Kind.ACTIONS}) and tells_of_one(parts):
        return of_one(parts, cues)
    if kind in {Kind.COUNT, Kind.MEASURES} and cues.refs and everyday.is_one_measured(parts):
        past = cues.says("latest", "history") or composed.dates or everyday.at_times(parts)
        kind = Kind.HISTORY if past else Kind.MEASURES
        return made(parts, cues, kind, about_only(composed.over))
    alone = kind is Kind.MONEY or (kind in _OF_ONE and _aside_of(parts, cues))
    over = about_only(composed.over) if alone else composed.over
    if kind is Kind.COMPARE and cues.quarters > 1:
        over = about_only(over, PLACED)  # not of the updates of the first alone
    if kind is Kind.ACTIONS and cues.order and len({*leaves(over)}) > 1:
        order = "soonest" if cues.order == "next" else cues.order
        first = made(parts, replace(cues, order=order), Kind.LIST, over)
        if first.want.limit:
            return first  # "which is due first, ASB3 or SUB6"
    if kind is Kind.GAPS and cues.refs:
        kind = Kind.ACTIONS  # "what is missing from MH5": its card says
    if kind is Kind.LEADS and cues.refs:
        over = about_only(over, Refs)  # "is the police one of the partners on SAF4"
    if kind is Kind.LATEST and all(a.side == "about" or a.loose for a in composed.atoms):
        over = about_only(over, Refs) if parts.has(Sort.REF) else over  # "did we update ASB7"
    if kind is Kind.LATEST:  # whose word is asked for leads
        over = mapped(over, lambda x: Leads(x.agency) if isinstance(x, Involves) else x)
    if (lacking := lacking_of(parts, cues, kind)) is not None:
        return Reading(Want(Kind.COUNT, noun="agency"), Not(lacking))
    if kind in {Kind.LIST, Kind.BY, Kind.COUNT} and (cues.says("who") or is_owed(parts)):
        over = owed_by(over, parts)
        bodies = isinstance(over, Not) and (cues.says("who") or "agency" in cues.nouns)
        if bodies and over != composed.over:
            return Reading(Want(Kind.COUNT, noun="agency"), over)  # "who is up to date"
        owing = over != composed.over or any(map(is_silent, conjuncts(over)))
        grouped = cues.group or cues.threshold
        kind = Kind.LIST if kind is Kind.BY and owing and not grouped else kind  # what is awaited
    if kind is Kind.LIST:
        over, every = of_every(parts, in_time(parts, cues, over))
        if every != EVERY:
            return made(parts, cues, kind, over, every)
    extreme = kind is Kind.MEASURES and cues.says("most", "fewest")
    denied = composed.unclaimed_not and kind is Kind.RANK
    if over == EVERY and cues.says("best", "worst") and not denied:
        return made(parts, replace(cues, order=""), kind, JUDGED[cues.says("best")])
    if over == EVERY and (extreme or denied or (kind is Kind.LIST and _leaves_out(parts, cues))):
        return Reading(Want(Kind.NOT_UNDERSTOOD))
    hit = about_only(whether(parts), Reads) if alone and kind is Kind.MEASURES else EVERY
    return made(parts, cues, kind, over, hit)


def _leaves_out(parts: Parts, cues: Cues) -> bool:
    """Whether every action is no answer: a negation, a part or a date was said and not used."""
    unused = parts.has(Sort.ROLE, Sort.DATE, Sort.OP, Sort.STATE) or bool(parts.idle)
    return not cues.order and (parts.composed.unclaimed_not or unused)


def _aside_of(parts: Parts, cues: Cues) -> bool:
    """Whether the conditions only tell of the one thing named ("when must it be finished")."""
    beside = [a for a in parts.composed.atoms if a.side != "about"]
    telling = all(
        parts.spans[a.at].typed in everyday.OF_STORIES or a.side in _TELLING for a in beside
    )
    telling = telling or is_beside(parts)
    return (cues.about or cues.refs or cues.named) and (bool(cues.counted) or telling)


_OF_ONE = frozenset({*everyday.SIDES, Kind.PRIORITY})
_TELLING = frozenset({"updated", "due", "status then", "moves", "partner"})


def _otherwise(parts: Parts, cues: Cues) -> Reading:
    """No want was named: by what is there."""
    composed = parts.composed
    if composed.dates and not composed.unclaimed_not:  # what falls due then
        return Reading(Want(Kind.LIST), all_of(composed.over, due_then(parts)))
    whose = {"our"} if composed.everybody else set()  # a councillor's "our actions"
    alone = [s.typed for s in parts.bearing if s.typed not in whose] == ["actions"]
    alone = alone and {*parts.words} - whose == {"actions"}
    if alone or (cues.says("list", "when") and parts.has(Sort.NOUN)):
        return made(parts, cues, Kind.LIST, composed.over)
    return everyday.everyday(parts)
