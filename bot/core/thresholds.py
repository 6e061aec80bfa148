"""How far from what is expected a figure may be: the lines a council draws."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How far from what is expected a figure may be, as shares of it (0.1 is 10 %).

    Councils draw these lines differently: within 10 % is common for "on course"; some allow
    nothing at all below target, and call 5 % off it red. Written as "10/30": on course down to
    10 % short, behind from 30 % short.
    """

    on_course: float = 0.10
    behind: float = 0.30

    @classmethod
    def parse(cls, text: str) -> Thresholds:
        """Read "10/30" (per cents). Raises ValueError with what is expected."""
        match = re.fullmatch(r"\s*(\d{1,2})\s*%?\s*/\s*(\d{1,3})\s*%?\s*", text)
        if match is None or int(match[1]) > int(match[2]):
            raise ValueError(f"'{text}' is not two per cents such as 10/30, the smaller one first")
        return cls(int(match[1]) / 100, int(match[2]) / 100)


USUAL = Thresholds()
