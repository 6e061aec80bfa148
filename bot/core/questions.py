"""understand(text, lexicon, today) -> Question: a small grammar that asks back rather than guesses.

Order: danger and personal matters first, then small talk, references, glossary, what lies outside
the plan, filters ("red police actions due before Christmas"), subjects in everyday words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.core import cues
from bot.core.filters import PLURAL, read_filters
from bot.core.lexicon import Found, Lexicon
from bot.core.question import Context, Filters, Intent, Question
from bot.core.references import numbered_priority, references
from bot.core.spans import quarters_in
from bot.core.subjects import CLEAR, pinned, topic
from bot.core.talk import fact_asked, glossary_asked, outside_asked, small_talk, urgent
from bot.core.words import clean, normal

_SPLIT = re.compile(
    r"(?<=[?!])\s+|\n+|;\s+|\s+(?:and|&) (?=(?:what|who|when|which|how|where|has|is|are)\b)"
)


def understand(
    text: str, lexicon: Lexicon, today: date, context: Context | None = None
) -> Question:
    """The question in `text`. Never raises: what cannot be placed is UNPLACED or CHOOSE."""
    whole = _single(text, lexicon, today, context)
    if whole.intent in _TALK or whole.intent is Intent.CHOOSE:
        return whole
    return _two(text, lexicon, today, whole)


_TALK = frozenset(
    {
        Intent.EMERGENCY,
        Intent.PERSONAL,
        Intent.GREETING,
        Intent.THANKS,
        Intent.HELP,
        Intent.GLOSSARY,
        Intent.HOW_TO_UPDATE,
        Intent.OUTSIDE,
        Intent.LAST_YEAR,
    }
)
_GLOBAL = frozenset({Intent.OVERVIEW, Intent.COUNT, Intent.LIST, Intent.COUNT_BY_AGENCY})


def _two(text: str, lexicon: Lexicon, today: date, whole: Question) -> Question:
    """Two questions in one message, when each stands on its own and they differ."""
    parts = [part for part in _SPLIT.split(clean(text)) if len(part.split()) > 1]
    if len(parts) != 2:
        return whole
    first, second = (_single(part, lexicon, today, None) for part in parts)
    if not (_stands(first) and _stands(second)) or _same(first, second):
        return whole
    return replace(first, also=second)


def _stands(question: Question) -> bool:
    f = question.filters
    if question.intent in _GLOBAL:
        return f.any or question.intent is Intent.OVERVIEW
    return bool(f.refs or f.priorities) and question.intent is not Intent.UNPLACED


def _same(first: Question, second: Question) -> bool:
    return (first.filters, first.intent) == (second.filters, second.intent) or (
        first.intent in _GLOBAL and first.filters == second.filters
    )


def _single(text: str, lexicon: Lexicon, today: date, context: Context | None) -> Question:
    flat, said = clean(text), normal(text)
    if not said:
        return Question(small_talk(flat, "") or Intent.HELP, flat)
    danger = urgent(flat, said)
    if danger is not None:
        return Question(danger, flat)
    refs, missing = references(flat, lexicon)
    found = lexicon.read(flat)
    asked = _asked(flat, said, refs, missing, found, lexicon, today)
    return _follow(asked, said, context) if context is not None else asked


def _asked(
    flat: str,
    said: str,
    refs: tuple[str, ...],
    missing: tuple[str, ...],
    found: Found,
    lexicon: Lexicon,
    today: date,
) -> Question:
    base = Question(
        Intent.UNPLACED,
        flat,
        quarters=quarters_in(said, today),
        repaired=_shown_repairs(found),
        missing=missing,
    )
    chat = small_talk(flat, said)
    if chat is not None and not refs:
        return replace(base, intent=chat)
    if refs or missing:
        return _about_refs(replace(base, filters=Filters(refs=refs)), said)
    return (
        _about_words(base, said, found, lexicon)
        or _about_many(base, said, found, lexicon, today)
        or topic(base, said, found, lexicon)
    )


def _shown_repairs(found: Found) -> tuple[tuple[str, str], ...]:
    return found.repaired[:3]


def _about_refs(base: Question, said: str) -> Question:
    return replace(base, intent=_facet(said, base) or Intent.ACTIONS)


def _facet(said: str, base: Question) -> Intent | None:
    """Which side of an action is asked about, or None for the whole of it."""
    if len(base.quarters) > 1 and cues.COMPARE.search(said):
        return Intent.COMPARE
    if cues.HISTORY.search(said) or (base.quarters and not cues.DUE.search(said)):
        return Intent.HISTORY
    if cues.LEAD.search(said) or cues.PARTNERS_ASKED.search(said):
        return Intent.LEADS
    if cues.WHEN.search(said):
        return Intent.DUE
    if cues.MEASURE.search(said) or cues.COUNT.search(said):
        return Intent.MEASURES
    return None


def _about_words(base: Question, said: str, found: Found, lexicon: Lexicon) -> Question | None:
    """Words rather than actions: how to update, glossary, plan facts, what lies outside."""
    if cues.HOW_TO_UPDATE.search(said):
        return replace(base, intent=Intent.HOW_TO_UPDATE)
    term = glossary_asked(said, found)
    if term:
        return replace(base, intent=Intent.GLOSSARY, term=term)
    if outside_asked(said):
        near = Filters(refs=pinned(found, 2), priorities=tuple(found.themes)[:1])
        return replace(base, intent=Intent.OUTSIDE, filters=near)
    if cues.LAST_YEAR.search(said):
        return replace(base, intent=Intent.LAST_YEAR)
    fact = "" if found.strong_concepts else fact_asked(said, lexicon.plan)
    return replace(base, intent=Intent.FACT, term=fact) if fact else None


def _about_many(
    base: Question, said: str, found: Found, lexicon: Lexicon, today: date
) -> Question | None:
    """Lists, counts, comparisons, changes, and single sides of what the words pin down."""
    filters = read_filters(said, found, base.quarters, today)
    numbered = numbered_priority(said, lexicon)
    if numbered:
        filters = replace(filters, priorities=numbered)
    elif not filters.priorities and found.top >= CLEAR:
        filters = replace(filters, priorities=tuple(found.themes)[:1])
    base = replace(base, filters=filters, listing=bool(re.search(r"\bwhich\b|\blist\b", said)))
    subject = () if found.named else pinned(found)
    if subject and not (filters.any and PLURAL.search(said)):
        facet = _facet(said, base)
        if facet is not None:
            return replace(base, intent=facet, filters=Filters(refs=subject, mine=filters.mine))
        if filters.statuses or filters.overdue:
            return None
    return _over_many(base, said, subject)


def _over_many(base: Question, said: str, subject: tuple[str, ...]) -> Question | None:
    filters = base.filters
    if cues.COMPARE.search(said) and _comparable(base, said):
        return replace(base, intent=Intent.COMPARE)
    if cues.CHANGES.search(said):
        return replace(base, intent=Intent.CHANGES)
    if cues.COUNT.search(said) and not subject:
        by_agency = re.search(
            r"\b(?:each|every|per|by) (?:agency|partner|organisation|lead|one)\b", said
        )
        intent = Intent.COUNT_BY_AGENCY if by_agency else Intent.COUNT
        return replace(base, intent=intent)
    if filters.any:
        return replace(base, intent=Intent.LIST)
    if filters.priorities:
        facet = _facet(said, base)
        if facet in {Intent.LEADS, Intent.MEASURES, Intent.COMPARE}:
            return replace(base, intent=facet)
        return replace(base, intent=Intent.PRIORITY) if _whole(said, base) else None
    return replace(base, intent=Intent.OVERVIEW) if cues.OVERVIEW.search(said) else None


def _comparable(base: Question, said: str) -> bool:
    filters = base.filters
    several = max(len(filters.agencies), len(base.quarters), len(filters.priorities))
    return several > 1 or bool(re.search(r"\bwho is\b|\bwhich (?:agency|partner|priority)\b", said))


def _whole(said: str, base: Question) -> bool:
    """A priority by its number, or with words such as "overview": the card, not a topic."""
    return bool(
        re.search(r"\bpriority\b|\boverview\b|\bsummary\b|\boverall\b|\bhow (?:are|is)\b", said)
    )


def _follow(asked: Question, said: str, context: Context | None) -> Question:
    """ "and the police?", "what about Q1?": the earlier question with what is new put in."""
    if context is None or not cues.FOLLOW.search(said) or len(said.split()) > 8:
        return asked
    before, new = context.question, asked.filters
    if new.refs or (not new.any and not new.priorities and not asked.quarters):
        return (
            asked if asked.intent is not Intent.UNPLACED else replace(asked, intent=Intent.UNPLACED)
        )
    merged = replace(
        before.filters,
        priorities=new.priorities or before.filters.priorities,
        agencies=new.agencies or before.filters.agencies,
        statuses=new.statuses or before.filters.statuses,
        due=new.due or before.filters.due,
    )
    return replace(
        before, text=asked.text, filters=merged, quarters=asked.quarters or before.quarters
    )
