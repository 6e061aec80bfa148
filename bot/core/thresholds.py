"""How far from what is expected a figure may be: the lines a council draws."""

from __future__ import annotations

from bot.core.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How far from what is expected a figure may be, as shares of it (0.1 is 10 %).

    Councils draw these lines differently: within 10 % is common for "on course"; some allow
    nothing at all below target, and call 5 % off it red.
    """

    on_course: float = 0.10
    behind: float = 0.30


USUAL = Thresholds()
