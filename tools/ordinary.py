"""What ordinary notes hold: by that `tools.needs` tells which needs of a pattern are rare."""

from __future__ import annotations

from collections.abc import Collection
from csv import DictReader
from functools import cache
from importlib.resources import files

from bot.disclosure.patterns import ANY_FIGURE
from bot.sample import sample_plan


def _texts() -> tuple[str, ...]:
    """What plans and updates say; figures they have few, so each stands once more with some."""
    plan = [f"{action.text} {action.partners_raw}." for action in sample_plan().actions]
    history = (files("bot.sample") / "history.csv").read_text(encoding="utf-8").splitlines()
    updates = [row["Update"] for row in DictReader(history)]
    texts = [text.lower().translate(ANY_FIGURE) for text in (*plan, *updates)]
    return (*texts, *(f"{text} 00 of 0000." for text in texts))


TEXTS = _texts()


def share(needs: Collection[str]) -> float:
    """The share of ordinary texts that hold one of these."""
    return len(holding(frozenset(needs))) / len(TEXTS)


@cache
def holding(needs: frozenset[str]) -> frozenset[int]:
    """Numbers of the ordinary texts that hold one of these; any figure stands for all."""
    pieces = {need.translate(ANY_FIGURE) for need in needs}
    return frozenset(n for n, text in enumerate(TEXTS) if any(p in text for p in pieces))
