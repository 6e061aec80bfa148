"""understand(text, lexicon, today) -> Question: a small grammar that asks back rather than guesses.

Order: danger and personal matters first, then small talk, references, glossary, what lies outside
the plan, filters ("red police actions due before Christmas"), subjects in everyday words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bot.core.quarters import Quarter
from bot.core.reply import Choice
from bot.questions import cues, cues_counts, cues_measures, cues_record
from bot.questions.asides import without_asides
from bot.questions.comparisons import comparable, comparison, rankable
from bot.questions.cues_outside import LOCAL_PLACES, OTHER_BODIES, VENUE
from bot.questions.facets import facet_of
from bot.questions.filters import read_filters
from bot.questions.followups import chosen, followed
from bot.questions.lexicon import Found, Lexicon
from bot.questions.pairs import taken_apart
from bot.questions.question import Filters, Intent, Part, PreviousQuestion, Question, Ranked
from bot.questions.references import numbered_priority, references
from bot.questions.repair import mended
from bot.questions.sayings import as_usual
from bot.questions.spans import quarters_in
from bot.questions.subjects import (
    CLEAR,
    LIKELY,
    NEAR,
    closest,
    counted_things,
    pinned,
    sole,
    topic,
    with_target,
)
from bot.questions.talk import (
    alarming,
    emergency,
    fact_asked,
    glossary_asked,
    how_to,
    outside_asked,
    personal,
    small_talk,
)
from bot.questions.words import clean, normal

_PAGE = re.compile(r"\s+page (\d{1,2})$", re.IGNORECASE)


def understand(
    text: str, lexicon: Lexicon, today: date, context: PreviousQuestion | None = None
) -> Question:
    """The question in `text`, with `context` the one it may follow up.

    Never raises for any text: what cannot be placed is NOT_UNDERSTOOD, what is unclear is CHOOSE.
    """
    flat = clean(text)
    page = _PAGE.search(flat)
    if page:
        flat = flat[: page.start()]
    flat = chosen(flat, context)
    whole = _single(flat, lexicon, today)
    if context is not None:
        read = partial(_single, lexicon=lexicon, today=today)
        whole = followed(whole, normal(flat), context.question, read)
    if page:
        return replace(whole, page=max(int(page.group(1)), 1))
    return taken_apart(without_asides(flat), whole, lambda part: _single(part, lexicon, today))


@dataclass(frozen=True, slots=True)
class _Said:
    """A message as it is looked at: as typed, normalised, and what the lexicon found in it."""

    flat: str
    said: str
    found: Found
    lexicon: Lexicon
    today: date


def _single(flat: str, lexicon: Lexicon, today: date) -> Question:
    whole = mended(normal(flat))
    if not whole:
        nothing = Intent.NOT_UNDERSTOOD if flat else Intent.HELP
        return Question(small_talk(flat, whole) or nothing, flat)
    if emergency(whole):
        return Question(Intent.EMERGENCY, flat)
    plain = without_asides(flat)
    said = as_usual(mended(normal(plain)))
    if personal(plain, said, lexicon.known):
        return Question(Intent.PERSONAL, flat)
    refs, missing = references(plain, lexicon)
    chat = None if refs or missing else small_talk(flat, whole) or small_talk(plain, said)
    found = lexicon.read(as_usual(normal(_as_read(plain))))
    base = Question(
        chat or Intent.NOT_UNDERSTOOD,
        flat,
        Filters(refs=refs),
        quarters_in(said, today),
        repaired=found.repaired,
        missing=missing,
        place=_place(said),
        since=cues_record.SINCE.search(said) is not None,
        alarm=alarming(said),
    )
    if chat is not None:
        return base
    if refs or missing:
        return _about_refs(base, said)
    heard = _Said(plain, said, found, lexicon, today)
    meant = (
        _about_words(base, heard) or _about_many(base, heard) or topic(base, said, found, lexicon)
    )
    return _as_it_stood(meant, today)


_STATES = frozenset({Intent.PRIORITY, Intent.TOPIC, Intent.LIST, Intent.OVERVIEW})


def _as_it_stood(question: Question, today: date) -> Question:
    """ "mental health last quarter": how it stood then, when no date of another kind is named."""
    filters = question.filters
    dated = (
        filters.due or filters.told or filters.awaiting or filters.reported_for or filters.silent
    )
    past = [quarter for quarter in question.quarters if quarter.ends < today]
    if question.intent not in _STATES or dated or filters.as_at or len(past) != 1:
        return question
    return replace(question, filters=replace(filters, as_at=past[0]))


def _as_read(flat: str) -> str:
    """The text in which subjects are looked for: venues gone, bodies by a name of theirs."""
    return VENUE.sub(" ", cues.FIRE_BODY.sub("fire service", flat))


def _place(said: str) -> str:
    match = LOCAL_PLACES.search(said)
    return match.group().title() if match else ""


def _about_refs(base: Question, said: str) -> Question:
    if how_to(said):
        return replace(base, intent=Intent.HOW_TO_UPDATE)
    return replace(base, intent=facet_of(said, base) or Intent.ACTIONS)


def _about_words(base: Question, heard: _Said) -> Question | None:
    """Words rather than actions: how to update, glossary, what lies outside, plan facts."""
    said, found = heard.said, heard.found
    if how_to(said):
        return replace(base, intent=Intent.HOW_TO_UPDATE)
    term = glossary_asked(heard.flat, said, found)
    terms = [entry.name for entry in found.entries]
    if len(terms) == 2 and cues_record.DIFFERENCE.search(said):
        second = replace(base, intent=Intent.GLOSSARY, term=terms[1])
        return replace(base, intent=Intent.GLOSSARY, term=terms[0], also=second)
    if term:
        return replace(base, intent=Intent.GLOSSARY, term=term, filters=Filters(refs=pinned(found)))
    if outside_asked(said, heard.lexicon.plan):
        return replace(base, intent=Intent.OUT_OF_SCOPE, filters=Filters(refs=pinned(found, 2)))
    other = OTHER_BODIES.search(said)
    if other and _no_part(other.group(), heard):
        return replace(base, intent=Intent.NOT_NAMED, term=other.group().title())
    if cues_measures.PLAN_GAPS.search(said) and not found.named:
        return replace(base, intent=Intent.GAPS)
    compared = cues_record.COMPARE.search(said) or not found.strong_concepts
    if cues_record.LAST_YEAR.search(said) and compared:
        return replace(base, intent=Intent.LAST_YEAR)
    fact = "" if found.strong_concepts else fact_asked(said, heard.lexicon.plan)
    return replace(base, intent=Intent.PLAN_FACT, term=fact) if fact else None


def _no_part(body: str, heard: _Said) -> bool:
    """The part of a body is asked for that the plan does not name."""
    plan = heard.lexicon.plan
    names = " | ".join(f"{a.name} {' '.join(a.aliases)}" for a in plan.agencies).lower()
    asked = cues.AGENCY_STRICT.search(heard.said) or cues.BODY_ASKED.search(heard.said)
    return body not in names and not heard.found.agency_codes and asked is not None


def _about_many(base: Question, heard: _Said) -> Question | None:
    """Lists, counts, comparisons, changes, and single sides of what the words pin down."""
    said, found = heard.said, heard.found
    filters = read_filters(said, found, base.quarters, heard.today)
    filters = replace(filters, priorities=_priorities(filters, heard))
    base = replace(base, filters=filters)
    clash = found.clash
    if clash and not (cues_record.COMPARE.search(said) or found.strong_concepts):
        return _which_agency(base, clash, heard.lexicon)
    subject = with_target(said, heard.lexicon) or _subject(heard)
    told = _told_by(base, heard, subject)
    if told is not None:
        return told
    if filters.told and not found.strong_concepts and _only_whose(filters):
        return replace(base, intent=Intent.LATEST)
    if len(found.agency_codes) > 1 and cues_record.VERSUS.search(said):
        sides = replace(filters, agencies=found.agency_codes, excluded=())
        return comparison(replace(base, filters=sides), said, heard.today, heard.lexicon.plan)
    narrowed = replace(filters, agencies=(), mine=False).any
    if subject and not narrowed and cues.BY_NAME.search(said):
        filters = replace(filters, agencies=())
        base = replace(base, filters=filters)
    counted = cues_counts.COUNT.search(said) and cues_counts.COUNTS_ACTIONS.search(said)
    if cues_record.CHANGED_MANY.search(said) or (filters.statuses and counted):
        subject = ()
    if filters.any and cues.PLURAL.search(said):
        return _over_many(base, heard, subject)
    facet = facet_of(said, base)
    known = subject or (sole(found) if facet in _OF_ONE else ())
    if known and facet is not None:
        return replace(base, intent=facet, filters=Filters(refs=known, mine=filters.mine))
    if subject and (filters.statuses or filters.overdue or filters.not_complete):
        one = replace(base, intent=Intent.ACTIONS, filters=Filters(refs=subject))
        return one if len(subject) == 1 else None
    return _over_many(base, heard, subject)


_OF_ONE = frozenset({Intent.LEADS, Intent.DUE, Intent.MEASURES})
"""Sides that are asked of one action, for which a single telling word of it will do."""


def _told_by(base: Question, heard: _Said, subject: tuple[str, ...]) -> Question | None:
    """What an agency has said, lately or in a quarter: "what did fire report in Q2"."""
    said, filters, codes = heard.said, base.filters, heard.found.agency_codes
    about = re.search(r"\b(?:about|on|of) (?!q\d)", said)
    at_large = said.startswith("what") and heard.found.top < LIKELY and not about
    owing = filters.awaiting or cues.NO_UPDATE.search(said)
    if not (base.quarters or at_large) or not (codes or filters.mine) or owing:
        return None
    alone = _only_whose(replace(filters, reported_for=None, reported=False))
    news = base.quarters and alone and cues_record.NEWS.search(said)
    if (about and subject) or not (news or cues_record.REPORTED.search(said)):
        return None
    told = Filters(
        priorities=filters.priorities,
        agencies=codes,
        mine=filters.mine,
        ours=filters.ours,
        told=filters.told,
    )
    return replace(base, intent=Intent.LATEST, filters=told)


def _subject(heard: _Said) -> tuple[str, ...]:
    """The actions the words pin down; beside the name of a priority only one of its own that is
    called by a name too ("the mental health referral route")."""
    found = heard.found
    if not found.named:
        refs = pinned(found)
        theme = next(iter(found.themes), "")
        aside = refs and _theme(heard, refs[0]) < found.top
        return closest(found, heard.lexicon, theme) if aside else refs
    single = pinned(found, 1) if found.strong_concepts else ()
    return tuple(r for r in single if heard.lexicon.plan.action(r).priority in found.named)


def _theme(heard: _Said, ref: str) -> float:
    """How much the words speak of the priority an action is under."""
    return heard.found.themes.get(heard.lexicon.plan.action(ref).priority, 0.0)


def _priorities(filters: Filters, heard: _Said) -> tuple[str, ...]:
    numbered = numbered_priority(heard.said, heard.lexicon)
    if numbered or filters.priorities or filters.left_out:
        return numbered or filters.priorities
    if cues_record.CHANGED_MANY.search(heard.said) and cues_record.SEASON.search(heard.said):
        return ()
    least = max(CLEAR, NEAR * heard.found.top)
    return tuple(code for code, score in heard.found.themes.items() if score >= least)[:2]


def _over_many(base: Question, heard: _Said, subject: tuple[str, ...]) -> Question | None:
    """What is asked of many actions at once."""
    beside = _set_beside(base, heard)
    if beside is not None:
        return beside
    said, filters = heard.said, base.filters
    if cues_counts.COUNT.search(said) and not subject:
        figures = counted_things(said, heard.found, heard.lexicon)
        if figures:
            return replace(base, intent=Intent.MEASURES, filters=Filters(refs=figures))
        return _counted(base, said)
    news = _news_of(base, heard, subject) if _only_whose(filters) else None
    news = news or _measures_of(base, said)
    if news is not None:
        return news
    named_priorities = filters.statuses and _EACH_OF_THEM.search(said) and not filters.left_out
    if named_priorities or (cues.PLAN_STANDS.search(said) and not filters.priorities):
        return replace(base, intent=Intent.OVERVIEW)
    if filters.any:
        return replace(base, intent=Intent.LIST)
    if filters.priorities:
        return _of_priorities(base, said, subject)
    return _of_the_plan(base, heard)


_EACH_OF_THEM = re.compile(r"\b(?:which|what|any) priorit")


def _set_beside(base: Question, heard: _Said) -> Question | None:
    """Rankings, comparisons, agencies that lead nothing, changes."""
    said, filters = _without_names(heard), base.filters
    if cues_record.RANK.search(said) and rankable(filters, said):
        what = Ranked.PRIORITIES if re.search(r"\bpriorit", said) else Ranked.AGENCIES
        return replace(base, intent=Intent.RANK, term=what)
    told = filters.awaiting or filters.statuses == (None,)
    if cues_record.COMPARE.search(said) and comparable(base, said) and not told:
        return comparison(base, said, heard.today, heard.lexicon.plan)
    if cues_counts.LEADS_NOTHING.search(said) and not filters.agencies:
        return replace(base, intent=Intent.COUNT_BY_AGENCY, term=Ranked.NONE)
    if cues_record.CHANGES.search(said) and not (filters.moved or filters.silent):
        return replace(base, intent=Intent.CHANGES)
    return None


def _without_names(heard: _Said) -> str:
    """What is said beside the names of agencies: "Change Grow Live" asks for no change."""
    said = heard.said
    for code in heard.found.agency_codes:
        agency = heard.lexicon.plan.agency(code)
        for name in (agency.name, *agency.aliases) if agency else ():
            plain = normal(re.sub(r"\(.*", "", name))
            said = said.replace(plain, "them") if " " in plain else said
    return said


def _news_of(base: Question, heard: _Said, subject: tuple[str, ...]) -> Question | None:
    """The latest of an agency or of everybody."""
    told = cues_record.LATEST.search(heard.said) and not subject and heard.found.top < LIKELY
    return replace(base, intent=Intent.LATEST) if told else None


def _measures_of(base: Question, said: str) -> Question | None:
    """The measures of all that an agency leads, in the plan or under a priority."""
    filters = base.filters
    led = Filters(agencies=filters.agencies, mine=filters.mine, ours=filters.ours)
    rest = replace(filters, agencies=(), mine=False, ours=False, role=Part.LEAD)
    whole = rest == Filters(priorities=filters.priorities)
    if not led.any or not whole or not cues_measures.MEASURES_OF.search(said):
        return None
    return replace(
        base, intent=Intent.MEASURES, filters=replace(led, priorities=filters.priorities)
    )


def _of_priorities(base: Question, said: str, subject: tuple[str, ...]) -> Question | None:
    """One side of a priority, its dates, or the whole of it."""
    facet = facet_of(said, base)
    if facet in {Intent.LEADS, Intent.MEASURES, Intent.COMPARE}:
        return replace(base, intent=facet)
    if facet is Intent.DUE and not subject and cues.DUE_DATES.search(said):
        return replace(base, intent=Intent.LIST)
    return replace(base, intent=Intent.PRIORITY) if _whole(said, subject) else None


def _of_the_plan(base: Question, heard: _Said) -> Question | None:
    """The plan as a whole, today or at a past quarter's end, or all its actions or measures."""
    said = heard.said
    past = [q for q in base.quarters if q < Quarter.of(heard.today)]
    if past and cues.OF_A_QUARTER.search(said):
        then = replace(base.filters, as_at=past[0])
        return replace(base, intent=Intent.OVERVIEW, filters=then)
    if cues.EVERY_ACTION.search(said):
        return replace(base, intent=Intent.LIST)
    if cues.OVERVIEW.search(said) and not any(map(heard.lexicon.stranger, said.split())):
        return replace(base, intent=Intent.OVERVIEW)
    return replace(base, intent=Intent.MEASURES) if _measures_at_large(said) else None


def _counted(base: Question, said: str) -> Question | None:
    """A count of actions; None when it is not actions that are to be counted."""
    filters = base.filters
    if cues_counts.COUNTS_UPDATES.search(said):
        return replace(base, intent=Intent.COUNT, term=Ranked.UPDATES)
    if cues_counts.EACH_AGENCY.search(said):
        return replace(base, intent=Intent.COUNT_BY_AGENCY)
    if _measures_at_large(said) and not filters.any:
        return replace(base, intent=Intent.MEASURES)
    if re.search(r"\b(?:how many|number of) (?:of )?(?:the |our )?(?:\w+ )?priorities\b", said):
        if filters.any:
            return replace(base, intent=Intent.COUNT, term=Ranked.PRIORITIES)
        return replace(base, intent=Intent.OVERVIEW)
    if cues_record.EACH_PRIORITY.search(said):
        return replace(base, intent=Intent.COUNT_BY_AGENCY, term=Ranked.PRIORITIES)
    leading = cues.LEADS.search(said) and not filters.priorities
    if (filters.any or leading) and cues_counts.COUNTS_AGENCIES.search(said):
        return replace(base, intent=Intent.COUNT, term=Ranked.AGENCIES)
    if filters.any or filters.priorities or cues_counts.ABOUT_ACTIONS.search(said):
        return replace(base, intent=Intent.COUNT)
    return None


def _only_whose(filters: Filters) -> bool:
    """Whose news is asked for, or everybody's: nothing else narrows it down."""
    rest = replace(filters, agencies=(), mine=False, told=None)
    return not rest.any and not filters.priorities


def _whole(said: str, subject: tuple[str, ...]) -> bool:
    """A priority by its number, or with words such as "overview": its card, not a topic."""
    return not subject and cues.WHOLE.search(said) is not None


def _measures_at_large(said: str) -> bool:
    return re.search(r"\b(?:measures|targets|indicators|kpis)\b", said) is not None


def _which_agency(base: Question, clash: tuple[str, tuple[str, ...]], lexicon: Lexicon) -> Question:
    """One name, several agencies ("west kent"): asked back."""
    name, codes = clash
    agencies = [agency for agency in lexicon.plan.agencies if agency.code in codes]
    choices = [Choice(a.name, f"everything {a.code} leads or supports") for a in agencies[:4]]
    choices.append(Choice(f"{name.title()} as an area: the whole plan", "what are our priorities"))
    return replace(base, intent=Intent.CHOOSE, term=name, choices=tuple(choices))
