"""Figures as people type them: a number, or a share, "12 of 48", beside its per cent.

Of a share both numbers are kept, so that a committee sees how much stands behind a per cent; shares
are compared by what they come to.
"""

from __future__ import annotations

import re

from bot.core.dataclass import dataclass
from bot.core.errors import Invalid
from bot.core.plan import Direction, Measure, Reading
from bot.core.progress import show_number, show_reading
from bot.core.quarters import Quarter

_SHARE = re.compile(
    r"\s{0,9}(\d[\d,]{0,14})\s{0,9}(?:of|out of|/)\s{0,9}(\d[\d,]{0,14})"
    r"\s{0,9}(?:[(=,:]?\s{0,9}(\d{1,3}(?:\.\d{1,9})?)\s{0,9}(?:%|per cent)\s{0,9}\)?)?"
    r"\s{0,9}\.?\s{0,9}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^[-+−]?£?\s*\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[-+−]?£?\s*\d+(?:\.\d+)?$")
_NEAR = 1.0
"""Per cents by which a share and the per cent written beside it may differ: rounding."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    numerator: int
    denominator: int

    @property
    def percent(self) -> float:
        """What it comes to, in per cent."""
        return 100 * self.numerator / self.denominator

    @property
    def counted(self) -> tuple[int, int, int]:
        """What it counts: the part, the rest and all of them."""
        return (self.numerator, self.denominator - self.numerator, self.denominator)

    def __str__(self) -> str:
        return f"{self.numerator:,} of {self.denominator:,} ({round(self.percent)}%)"


def parse_reading(text: str) -> float:
    """The number in "1,200", "61 %", "-3%", "£4,200". Raises Invalid("reading") otherwise."""
    plain = text.strip().rstrip("%").strip()
    if not _NUMBER.match(plain):
        raise Invalid(
            "reading",
            f"I read '{text.strip()}' as the figure and it is not a number.",
            "Type digits only, for example 41 or 61%. Words belong in the progress box.",
        )
    return float(re.sub(r"[£,\s]", "", plain).replace("−", "-"))


def is_share(measure: Measure) -> bool:
    """Whether a measure is a part of a whole, in per cent; a change in per cent is none."""
    return "percent" in measure.unit and "change" not in measure.unit


def parse_share(text: str) -> Share | None:
    """The share in "12 of 48", "12/48", "12 out of 48 (25%)"; None when it is written otherwise.
    Raises Invalid("reading") when it cannot be one."""
    match = _SHARE.fullmatch(text)
    if match is None:
        return None
    part, of = (int(match[n].replace(",", "")) for n in (1, 2))
    if not of:
        problem = f"'{text.strip()}' is no share: there were none it could be a part of."
        raise Invalid("reading", problem, "Leave the figure empty and say so in the progress box.")
    share = Share(part, of)
    if part > of:
        problem = f"'{text.strip()}' is more than all of them."
        raise Invalid("reading", problem, "Type the part first, for example 12 of 48.")
    if match[3] and abs(float(match[3]) - share.percent) > _NEAR:
        problem = f"{part} of {of} is {round(share.percent)}%, and '{text.strip()}' says otherwise."
        raise Invalid("reading", problem, "Type the two numbers alone, for example 12 of 48.")
    return share


def reading_of(measure: Measure, text: str, quarter: Quarter) -> Reading:
    """A figure as typed: of a share "12 of 48" or "25%", of a count one number ("12 of 48" too,
    where 48 is its target). Raises Invalid("reading")."""
    share = parse_share(text)
    if share is None:
        return Reading(measure.id, parse_reading(text), quarter)
    if is_share(measure):
        parts = (share.numerator, share.denominator)
        return Reading(measure.id, share.percent, quarter, *parts)
    if measure.target == share.denominator:
        return Reading(measure.id, float(share.numerator), quarter)
    raise Invalid(
        "reading",
        f"I read '{text.strip()}' as a share, and this figure is a count.",
        f"Type the count alone, for example {share.numerator}.",
    )


def share_of(reading: Reading) -> Share | None:
    """The two numbers a reading was given as, or None."""
    if reading.numerator is None or not reading.denominator:
        return None
    return Share(reading.numerator, reading.denominator)


def counted(reading: Reading) -> tuple[float, ...]:
    """What a reading counts: itself, or of a share its part, the rest and all of them."""
    share = share_of(reading)
    return (reading.value,) if share is None else share.counted


def show_figure(measure: Measure, reading: Reading) -> str:
    """A reading as a person writes it: "12 of 48 (25%)", "61%", "41"."""
    share = share_of(reading)
    return str(share) if share else show_reading(measure, reading.value)


def distance(measure: Measure, value: float) -> str:
    """How far a value is from the target: "70 to go", "14 over", "29 points over"; "" for none."""
    plain = measure.unit in _MEASURED_IN and measure.direction is not Direction.MONITOR
    if measure.target is None or value == measure.target or not plain:
        return ""
    number = f"{show_number(abs(value - measure.target))}{_MEASURED_IN[measure.unit]}"
    if value > measure.target:
        return f"{number} over"
    return f"{number} under" if measure.direction is Direction.LOWER else f"{number} to go"


_MEASURED_IN = {"count": "", "percent": " points"}
