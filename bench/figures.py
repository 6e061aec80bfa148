"""One figure of a bench beside its goal, and how a list of them is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured. `goal`: at most this (or at least, when `at_least`); None: only shown."""

    name: str
    value: float
    unit: str = "x"
    goal: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def met(self) -> bool:
        """Whether the goal is reached; True when there is none."""
        if self.goal is None:
            return True
        return self.value >= self.goal if self.at_least else self.value <= self.goal


def lines(figures: Iterable[Figure]) -> Iterator[str]:
    """A line of a Markdown table for each figure."""
    for figure in figures:
        sign = "" if figure.goal is None else f"{'≥' if figure.at_least else '≤'} {figure.goal:g}"
        goal = f"{sign} {figure.unit}".strip() if sign else ""
        verdict = "" if not sign else "met" if figure.met else "**missed**"
        yield (
            f"| {figure.name} | {_shown(figure.value)} {figure.unit} | {goal} | {verdict} "
            f"| {figure.note} |"
        )


def _shown(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


HEADING = ("| figure | measured | goal | | |", "|---|---|---|---|---|")
