"""Questions that set sides against each other: which are meant, and whether there are any."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.core.plan import Plan
from bot.core.quarters import Quarter
from bot.questions import cues_record
from bot.questions.question import Filters, Intent, Question


def comparison(base: Question, said: str, today: date, plan: Plan) -> Question:
    """Two sides to compare: one quarter is set beside today's, "which priority" means all."""
    current = Quarter.of(today)
    quarters = base.quarters
    if len(quarters) == 1 and not base.filters.agencies:
        quarters = (*quarters, current if quarters[0] < current else current.previous)
    filters = replace(base.filters, together=base.filters.mine)
    if re.search(r"\bpriorit|\bof the seven\b", said) and not filters.priorities:
        codes = tuple(priority.code for priority in plan.priorities)
        filters = replace(filters, priorities=codes)
    return replace(base, intent=Intent.COMPARE, quarters=quarters, filters=filters)


def rankable(filters: Filters, said: str) -> bool:
    """Something to count is named, and no one agency or priority."""
    if filters.agencies or filters.mine or filters.priorities:
        return False
    named = cues_record.RANKED.search(said) is not None
    return named and (filters.any or cues_record.MOST_ACTIONS.search(said) is not None)


def comparable(base: Question, said: str) -> bool:
    """There are sides: several agencies or priorities, quarters, or "who is doing best"."""
    filters = base.filters
    several = max(len(filters.agencies) + filters.mine, len(filters.priorities))
    return several > 1 or bool(base.quarters) or cues_record.WHO_BEST.search(said) is not None
