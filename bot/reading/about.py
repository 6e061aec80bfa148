"""What words point at in a plan, and where that places them."""

from __future__ import annotations

from collections import Counter
from dataclasses import field

from bot.core.dataclass import dataclass
from bot.reading.concepts import TOGETHER


@dataclass(frozen=True, slots=True)
class About:
    """What words point at: priorities and actions, best first; those of a subject of its own."""

    content: tuple[str, ...] = ()
    concepts: dict[str, float] = field(default_factory=dict)
    priorities: dict[str, float] = field(default_factory=dict)
    actions: dict[str, float] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    held: Counter[str] = field(default_factory=Counter)
    subject: frozenset[str] = frozenset()

    @property
    def one_thing(self) -> bool:
        """Several priorities because one concept spans them, not because of a tie."""
        return sum(weight >= TOGETHER for weight in self.concepts.values()) == 1


@dataclass(frozen=True, slots=True)
class Placed:
    """A decision: `priority` with its closest `refs`, or `offered` priorities or actions."""

    priority: str = ""
    refs: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    entire: bool = False
