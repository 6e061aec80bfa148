"""A text in everyday words: whether it is one, and the topic and the want its words point at."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.reading import claims
from bot.reading.about import Placed
from bot.reading.concepts import PHRASE
from bot.reading.cues import cues_of, made
from bot.reading.expression import Of, Refs, all_of, leaves
from bot.reading.grammar import Sort, phrase_at
from bot.reading.parts import Parts
from bot.reading.plan_texts import long_stems
from bot.reading.safety import says
from bot.reading.spans import Span
from bot.reading.tokens import stems, words
from bot.reading.wants import Kind, Reading, Want, choose


def is_story(parts: Parts) -> bool:
    """Whether people tell of something in their own words rather than ask about conditions."""
    weak = {"loose", "we"} if parts.unknown else {}
    strong = [a for a in parts.composed.atoms if a.side != "about" and a.loose not in weak]
    called = parts.has(Sort.REF) or any(span.named for span in parts.of_sort(Sort.PRIORITY))
    ranked = bool({"most", "fewest"} & {*parts.wants}) and parts.has(Sort.ROLE)
    if _measured(parts) or (is_vague(parts) and not (parts.conditions or called or ranked)):
        return True
    versus = "compare" in parts.wants and sum(a.side == "about" for a in parts.composed.atoms) > 1
    if parts.has(Sort.REF, Sort.GROUP, Sort.ORDER) or versus or not parts.unknown:
        return False
    by_nobody = parts.composed.unplaced and not parts.has(Sort.AGENCY)
    if by_nobody and any(span.typed.endswith(" by") for span in parts.of_sort(Sort.ROLE)):
        return False  # "led by a scout group"
    if not strong:
        counting = "count" in parts.wants and parts.has(Sort.NOUN)
        updates = counting and any(span.value == "update" for span in parts.of_sort(Sort.NOUN))
        subject = parts.has(Sort.NOUN) or any(s.named for s in parts.unknown)
        denied = parts.has(Sort.EXCEPT, Sort.NEITHER) or (subject and parts.has(Sort.NOT))
        negated = denied and bool(parts.composed.atoms)
        return not (counting or negated) or (len(parts.unknown) >= 3 and not updates)
    if parts.index.topics.bearing(_typed(parts)):
        return False  # "has anything in drugs been finished"
    if all(_is_weak(parts.spans[atom.at]) for atom in strong):
        outright = max(parts.about.concepts.values(), default=0.0) >= PHRASE
        return (len(parts.unknown) >= 2 or outright) and not parts.has(Sort.PRIORITY)
    return len(parts.unknown) > 4 * len(strong)


def _typed(parts: Parts) -> tuple[str, ...]:
    """The stems of the words nobody claims."""
    return tuple(word for span in parts.unknown for word in stems(span.typed))


def _is_weak(span: Span) -> bool:
    """A word that tells of trouble or of work done, in a story as in a question."""
    entry = phrase_at(span.typed.split())
    return (entry is not None and len(entry.values) > 1) or span.typed in OF_STORIES


OF_STORIES = frozenset(
    ["done", "late", "open", "finished", "dropped", "stuck", "trouble", "problem", "problems"]
)


def everyday(parts: Parts) -> Reading:
    """Everyday words: the topic they belong to, asked about, or kindly declined."""
    topics, about = parts.index.topics, parts.about
    if learnt := tuple(ref for s in parts.of_sort(Sort.TAUGHT) for ref in s.values):
        action = parts.index.plan.action(learnt[0])
        return Reading(Want(Kind.TOPIC), all_of(Of(action.priority), Refs(learnt)))
    if aimed := _measured(parts):
        return Reading(Want(Kind.MEASURES), Refs(aimed))
    placed = topics.place(about)
    bearing = parts.has(Sort.NOUN) and topics.bearing(_typed(parts))  # "the fraud actions"
    placed = Placed(bearing, entire=True) if bearing else placed
    cues = cues_of(parts, about=True)
    then = not _ASKED_OF_THEN.isdisjoint(pairwise(parts.words))  # "the fence - what was it in Q1"
    past = cues.says(*_OF_DAYS) or then or not _PAST.isdisjoint(parts.words[:4])
    kind = choose(replace(cues, conditions=0, **{n: getattr(cues, n) * past for n in _TIMES}))
    pinned = () if bearing else topics.pinned(about) or topics.told_of(about)
    pinned = tuple(r for r in pinned if placed.priority in {"", topics.plan.action(r).priority})
    if kind in {None, Kind.ACTIONS} and len(pinned) == 1 and not _STANDING.isdisjoint(parts.words):
        dated = bool(parts.composed.dates)  # "Q1 rating, partner intelligence", "... what colour?"
        return made(parts, cues, Kind.HISTORY if dated else Kind.ACTIONS, Refs(pinned))
    if cues.counted and not placed.refs:
        placed = replace(placed, refs=topics.holding(about.content)[:3])
    if kind in SIDES and not (placed.refs or pinned) and (agency := parts.value(Sort.AGENCY)):
        led = tuple(action.ref for action in topics.plan.actions if agency in action.leads)
        pinned = led[: len(led) * (len(led) <= _FEW_LED)]  # "the talks trading standards did"
    if kind in SIDES and (placed.refs or pinned):
        kind = Kind.HISTORY if kind is Kind.MEASURES and at_times(parts) else kind
        chosen_refs = Refs((pinned or placed.refs)[:3])
        answered = made(parts, cues, kind, chosen_refs)
        both = kind in _OTHER and cues.says("when") and cues.says("who")
        other = made(parts, cues, _OTHER[kind], chosen_refs) if both else None
        return replace(answered, also=other)
    if placed.offered:
        return claims.offer(placed.offered, parts)
    if not placed.priority:
        return Reading(Want(Kind.NOT_UNDERSTOOD))
    if placed.entire or not placed.refs:
        turned = placed.entire and cues.says("better", "worse", "changes")
        kind = Kind.CHANGES if turned else kind
        chosen = kind if kind in SIDES else Kind.PRIORITY if placed.entire else Kind.TOPIC
        return made(parts, cues, chosen, Of(placed.priority))
    over = all_of(Of(placed.priority), Refs(placed.refs))
    return replace(made(parts, cues, Kind.TOPIC, over), others=placed.others)


_FEW_LED = 3
"""Actions of an agency that are meant where its work is told of in other words than the plan's."""


def _is_of_last_year(parts: Parts) -> bool:
    """Whether an earlier year is asked about; not "we had ten fires last year, what is done?"."""
    if parts.has(Sort.REF) or not says("last year", parts.plain):
        return False
    clauses = re.split(r"[,.;?!\n]", parts.text)
    earlier = [c for c in clauses if says("last year", " ".join(words(c)))]
    return not any(parts.of(c).wants for c in clauses if c not in earlier)


def last_year(parts: Parts) -> Reading | None:
    """ "Deliberate fires: up or down on last year?": a measure that is of a change says so itself;
    a plan before this one is compared with as a whole."""
    if not _is_of_last_year(parts):
        return None
    pinned = parts.index.topics.pinned(parts.about) if "measures" in parts.wants else ()
    units = {ref: [m.unit for m in parts.index.plan.action(ref).measures] for ref in pinned}
    named = _measured(parts) or tuple(ref for ref in pinned if "change" in " ".join(units[ref]))
    return Reading(Want(Kind.MEASURES), Refs(named)) if named else Reading(Want(Kind.LAST_YEAR))


def _measured(parts: Parts) -> tuple[str, ...]:
    """ "are we on target to hit 500 young people", "knives recovered so far": the actions whose
    target is that number, or whose measure is said by its own words."""
    else_said = parts.has(Sort.REF, Sort.STATUS, Sort.STATE) or _ELSE & {*parts.wants}
    stood = "how" in parts.wants or not _STANDING.isdisjoint(parts.words)
    dated = stood and bool(parts.composed.dates)  # "what colour was it in Q1"
    typed = () if else_said or dated else long_stems(parts.text)
    aimed = "target" in parts.words
    compared = any(atom.side in {"figure", "reads"} for atom in parts.composed.atoms)
    if compared or not (typed or aimed):
        return ()
    numbers = {float(s.value) for s in parts.spans if s.sort is Sort.NUMBER and len(s.value) > 1}
    named = parts.index.measures.asked(typed, numbers if aimed else ())
    meant = parts.index.topics.pinned(parts.about, 1)  # not "staff trained" on anything else
    return named[:5] if not meant or aimed or meant[0] in named else ()


def is_one_measured(parts: Parts) -> bool:
    """ "Safety visits, how many left to do": of the one action found by its words, what it measures
    is counted, not whether it is done."""
    refs = {ref for leaf in leaves(parts.composed.over) for ref in getattr(leaf, "refs", ())}
    sides = {atom.side for atom in parts.composed.atoms if atom.loose not in {"we", "loose"}}
    else_counted = {span.value for span in parts.of_sort(Sort.NOUN, Sort.ROLE)} - {"action"}
    units = {m.unit for ref in refs for m in parts.index.plan.action(ref).measures}
    shared = {"percent", "percentage"} & {*parts.words}  # "closed on time, what %"
    share = "percent" in units and bool(shared)
    plain = share or sides <= {"about", "status", "state open"}
    return plain and len(refs) == 1 and bool(units) and not (else_counted or parts.has(Sort.NOT))


def at_times(parts: Parts) -> bool:
    """Whether a figure is asked of the past as well: "in June and now", "both figures so far"."""
    past = [s for s in parts.of_sort(Sort.DATE) if s.period and s.period.start < parts.today]
    return (bool(past) and (len(past) > 1 or parts.has(Sort.NOW))) or parts.has(Sort.TOGETHER)


_STANDING = frozenset({"colour", "rag", "rating", "status"})
_ELSE = frozenset({"who", "when", "latest", "history", "partners", "changes", "card"})


_ASKED_OF_THEN = frozenset({("what", "was"), ("how", "was"), ("where", "was")})
_OF_DAYS = ("history", "latest", "changes", "how", "measures", "overview")
"""What is asked of a day; a day beside other words is when something was: "stolen last month"."""
_PAST, _TIMES = frozenset({"was", "were", "did", "had"}), ("dates", "quarters")
_OTHER = {Kind.LEADS: Kind.DUE, Kind.DUE: Kind.LEADS}
SIDES = frozenset({Kind.LEADS, Kind.DUE, Kind.MEASURES, Kind.HISTORY, Kind.LATEST, Kind.CHANGES,
                   Kind.MONEY})  # fmt: skip
"""Wants that are about one side of the actions the words point at."""


def is_vague(parts: Parts) -> bool:
    """ "the schools one", "the drugs thing"."""
    last = [w for w in parts.words if w not in {"please", "pls", "going", "doing"}]
    named = {"best", "worst"} & {*parts.wants} or last[-2:-1] in (["which"], ["whole"])
    named = named or [s.sort for s in parts.spans[-1:]] == [Sort.ORDER]
    return not named and not _VAGUE.isdisjoint(last[-1:])


_VAGUE = frozenset({"one", "thing", "things", "stuff", "bit", "business"})
