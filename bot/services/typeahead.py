"""Ranking actions for a typeahead: what is typed first, then what awaits an update."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.plan import ref_name
from bot.core.progress import Standing
from bot.core.quarters import Quarter

MIN_SCORE = 60.0


def rank(standings: Iterable[Standing], typed: str, quarter: Quarter) -> tuple[Standing, ...]:
    """Standings that fit what was typed, best first; open ones without an update lead.

    With nothing typed all are returned, those awaiting an update for `quarter` first.
    """
    scored = [(_score(standing, typed), standing) for standing in standings]
    fitting = [(score, s) for score, s in scored if score >= MIN_SCORE]
    fitting.sort(key=lambda pair: (-pair[0] if typed.strip() else 0.0, not pair[1].awaits(quarter)))
    return tuple(standing for _, standing in fitting)


def _score(standing: Standing, typed: str) -> float:
    wanted = typed.strip().lower()
    if not wanted:
        return 100.0
    action = standing.action
    key = ref_name(wanted)
    names = [name for name in (ref_name(action.ref), ref_name(action.alt_ref)) if name]
    if key in names:
        return 200.0
    if any(name.startswith(key) for name in names):
        return 150.0
    from rapidfuzz import fuzz  # loaded at the first search of words

    return float(fuzz.partial_token_set_ratio(wanted, action.text.lower()))
