"""Which side of an action is asked about: its record, leads, date or figures."""

from __future__ import annotations

from bot.questions import cues, cues_counts, cues_measures, cues_record
from bot.questions.question import Intent, Question


def facet_of(said: str, base: Question) -> Intent | None:
    """Which side of an action is asked about, or None for the whole of it."""
    if len(base.quarters) > 1 and cues_record.COMPARE.search(said):
        return Intent.COMPARE
    told = cues_record.HISTORY.search(said)
    if told or (base.quarters and not (cues.DUE.search(said) or cues_measures.SET.search(said))):
        return Intent.HISTORY
    if cues.LEAD.search(said) or cues.PARTNERS_ASKED.search(said):
        return Intent.LEADS
    if cues.WHEN.search(said):
        return Intent.DUE
    if cues_measures.MEASURE.search(said) or cues_counts.COUNT.search(said):
        return Intent.MEASURES
    return None
