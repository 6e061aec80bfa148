"""Two questions in one message: when each stands on its own, or the second leans on the first.

"Who leads ASB10 and when is it due?" asks two sides of one action; "which abuse actions are green
and which are red?" asks twice of one priority.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions import cues
from bot.questions.facets import facet_of
from bot.questions.followups import Read, followed
from bot.questions.question import Filters, Intent, Question
from bot.questions.words import normal

_SPLIT = re.compile(
    r"(?<=[?!])\s+|\n+|;\s+|\s+(?:and|&)\s+(?=(?:what|whats|who|whos|when|which|how|hows|where|has|"
    r"is|are|why|the ones|those|any)\b)",
    re.IGNORECASE,
)
_LISTS = frozenset({Intent.OVERVIEW, Intent.COUNT, Intent.LIST, Intent.COUNT_BY_AGENCY})
_ALONE = frozenset(
    {
        Intent.EMERGENCY,
        Intent.PERSONAL,
        Intent.GREETING,
        Intent.THANKS,
        Intent.HELP,
        Intent.HOW_TO_UPDATE,
        Intent.OUT_OF_SCOPE,
        Intent.LAST_YEAR,
        Intent.CHOOSE,
    }
)
"""Kinds for which a message is never taken apart into two questions."""
_LEANS = re.compile(
    r"^(?:which|what|how many)(?: ones?| of (?:them|those|these))? (?:are|is|have|has)\b"
    r"|\b(?:of them|of those|of these|their|its)\b"
)
"""A second question without a noun of its own: "and which are red"."""


_GOES_ON = re.compile(r"^(?:are|is|have|has|were|was)\b")
"""Rather the second half of "which have not reported and are due by March"."""
_IT = re.compile(r"\b(?:it|its|that|this|they)\b")


def taken_apart(flat: str, whole: Question, single: Read) -> Question:
    """`whole`, or the first of two questions with the second in `also`; `single` reads one."""
    parts = [part for part in _SPLIT.split(flat) if len(part.split()) > 1]
    if whole.intent in _ALONE or len(parts) != 2:
        return whole
    first = single(parts[0])
    if first.intent in _LISTS and whole.intent is first.intent and _GOES_ON.match(normal(parts[1])):
        return whole
    second = _leaning(single(parts[1]), normal(parts[1]), first, single)
    if not (_stands(first) and _stands(second)) or _same(first, second):
        return whole
    apart = second.filters.refs or cues.PLURAL.search(normal(parts[1]))
    if first.filters.refs and not apart:
        return whole
    return replace(first, also=second)


def _leaning(second: Question, said: str, first: Question, single: Read) -> Question:
    """The second question with the subject, priority or agency it takes from the first."""
    alone = not (second.filters.refs or second.filters.any or second.filters.priorities)
    if first.filters.refs and alone:
        facet = facet_of(said, second) if _IT.search(said) else None
        if facet is not None:
            return replace(second, intent=facet, filters=Filters(refs=first.filters.refs))
        return followed(second, said, first, single)
    before, after = first.filters, second.filters
    own = after.refs or after.priorities or after.agencies or after.mine
    if own or second.intent not in _LISTS or not _LEANS.search(said):
        return second
    lent = replace(
        after,
        priorities=before.priorities,
        agencies=before.agencies,
        role=before.role,
        mine=before.mine,
        ours=before.ours,
    )
    return replace(second, filters=lent)


def _stands(question: Question) -> bool:
    filters: Filters = question.filters
    if question.intent is Intent.GLOSSARY:
        return True
    if question.intent in _LISTS:
        return filters.any or question.intent is Intent.OVERVIEW
    return bool(filters.refs or filters.priorities) and question.intent not in _ALONE


def _same(first: Question, second: Question) -> bool:
    if first.intent in _LISTS and second.intent in _LISTS:
        return first.filters == second.filters
    return (first.filters, first.intent) == (second.filters, second.intent)
