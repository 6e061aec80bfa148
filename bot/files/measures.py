"""Success measures as written -> text, numbers, unit, direction; nothing repaired."""

from __future__ import annotations

import re
from typing import Any

from bot.core.dataclass import dataclass
from bot.core.plan import Direction
from bot.files.aims import Aim

_PLAIN = re.compile(
    r"^(?:at least|up to|more than|over|minimum(?: of)?|min|max(?:imum)?(?: of)?|fewer than|"
    r"less than|under|below|>=?|<=?|≥|≤|c\.?|approx(?:imately)?\.?|about|around|target:?)?\s*+"
    r"([-+−–]?\s*+£?\s*+\d[\d,]*+(?:\.\d+)?)\s*+(%|per ?cent|k)?",
    re.IGNORECASE,
)
_FALLS = re.compile(r"\b(reduc|fewer|decreas|lower|less\b|fall|drop|cut\b|minimis|down by)", re.I)
_CHANGE = re.compile(
    r"\b(reduc|increas|compared|against 20\d\d|change|fewer|rise|fall|decreas|on last year|"
    r"from 20\d\d|versus|v\.? 20\d\d)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"^(?:done|complete[d]?|delivered|in place|yes|achieved|produced|agreed|held)\b", re.I
)
_WITH_WORDS = re.compile(r"(?<!\S)([^\s\d]*+\d\S*+(?:\s++(?:out )?of\s++\d\S*+)?)\s[^\d]*")
"""A figure and what it counts: "11 drivers", "2 of 4 centres"."""
_NO_BRACKETS = str.maketrans("()", "  ")


def figure_in(raw: str) -> str:
    """The figure of a text that says what it counts too; any other text as it is."""
    words = _WITH_WORDS.fullmatch(raw.translate(_NO_BRACKETS))
    return words[1] if words else raw


@dataclass(frozen=True, slots=True)
class ReadMeasure:
    """A success measure as read."""

    text: str
    baseline_raw: str
    target_raw: str
    baseline: float | None
    target: float | None
    unit: str
    direction: Direction
    source: str = ""
    location: dict[str, Any] | None = None
    readings: tuple[tuple[int, float], ...] = ()
    """(quarter of the plan, value) as the document gives them."""

    def as_json(self) -> dict[str, Any]:
        """With the field names of the contract."""
        return {
            "text": self.text,
            "baseline_raw": self.baseline_raw or None,
            "baseline": without_fraction(self.baseline),
            "target_raw": self.target_raw or None,
            "target": without_fraction(self.target),
            "unit": self.unit,
            "data_source": self.source or None,
            "readings": {f"Q{q}": without_fraction(value) for q, value in self.readings},
            "location": self.location,
        }


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a measure, and its unit: count, percent, percent change or milestone."""

    baseline: float | None
    target: float | None
    unit: str
    direction: Direction
    unread: bool
    """A target was written that holds no number."""


def with_figures(aim: Aim, source: str = "", location: dict[str, Any] | None = None) -> ReadMeasure:
    """The measure an aim names, its figures read."""
    figures = read_figures(aim.text, aim.baseline, aim.target)
    return ReadMeasure(
        aim.text, aim.baseline, aim.target, figures.baseline, figures.target, figures.unit,
        figures.direction, source, location,
    )  # fmt: skip


def split_figures(text: str, baseline: str) -> tuple[str, str]:
    """Baseline and target of a cell that holds both: "100 -> 150", "80% to 90%", "0 / 300"."""
    parts = re.split(r"\s*(?:->|→|–>|=>|\bto\b|/|;|\n)\s*", text.strip(), maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 else (baseline, text.strip())


def read_figures(text: str, baseline_raw: str, target_raw: str) -> Figures:
    """The figures of a measure as written."""
    if _DONE.match(target_raw.strip()):
        return Figures(_number(baseline_raw), 1, "milestone", Direction.HIGHER, False)
    target = _number(target_raw)
    unit = _unit(text, baseline_raw, target_raw, target)
    baseline = _number(baseline_raw)
    alike = ("%" in baseline_raw) == ("%" in target_raw) and "change" not in unit
    direction = _direction(text, target_raw, target, baseline if alike else None)
    unread = bool(target_raw.strip()) and target is None
    return Figures(baseline, target, unit, direction, unread)


def _number(raw: str) -> float | None:
    match = _PLAIN.match(raw.strip())
    if match is None:
        return None
    digits = re.sub(r"[£,\s+]", "", match[1]).replace("−", "-").replace("–", "-")
    value = float(digits) * (1000 if (match[2] or "").lower() == "k" else 1)
    return -value if re.match(r"^(?:reduc|decreas)", raw.strip(), re.I) else value


def number_in(text: str) -> float | None:
    """The one number a cell holds ("380", "74%", "1,204"), or None."""
    return _number(text) if re.fullmatch(r"[<>~+-]?\s*£?[\d,.]+\s*%?", text.strip()) else None


_IN_PERCENT = re.compile(r"\(\s*%\s*\)|^\s*%|\b(?:percentage|per ?cent) of\b", re.I)


def _unit(text: str, baseline_raw: str, target_raw: str, target: float | None) -> str:
    """What it is counted in, as its figures or its own words say ("core agencies (%)")."""
    percent = "%" in f"{baseline_raw}{target_raw}" or "per cent" in target_raw.lower()
    percent = percent or bool(_IN_PERCENT.search(text))
    if not percent:
        return "count"
    signed = target is not None and (target < 0 or target_raw.strip().startswith("+"))
    return "percent change" if signed or _CHANGE.search(target_raw) else "percent"


def _direction(
    text: str, target_raw: str, target: float | None, baseline: float | None
) -> Direction:
    """Which way is good: from the baseline to the target; where the two do not say it, the words
    do ("kilometres of firebreak cut: 3, then 12" is to rise)."""
    if target is None:
        return Direction.MONITOR
    if baseline is not None and baseline != target:
        return Direction.LOWER if target < baseline else Direction.HIGHER
    falls = target < 0 or bool(_FALLS.search(f"{text} {target_raw}"))
    return Direction.LOWER if falls else Direction.HIGHER


def without_fraction(value: float | None) -> float | int | None:
    """A whole number as one."""
    return int(value) if value is not None and value == int(value) else value
