"""What every use case works with, handed to the handlers as one value by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.areas import Area, load_area
from bot.core.access import HOME
from bot.core.plan import Plan
from bot.core.retention import Retention
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.store.store import Store


@dataclass(frozen=True, slots=True)
class Context:
    """The store, the time, the partnership's timetable, its words for each status, and how long
    things are kept."""

    store: Store
    now: Callable[[], datetime]
    timetable: Timetable
    labels: Labels
    retention: Retention = field(default_factory=Retention)
    home: str = HOME
    """The workspace the command line speaks of."""
    area_setting: str = ""
    sample: Callable[[Context, str], object] | None = None
    """Loads the sample plan into a workspace; whoever starts the bot knows it, nobody else does."""

    def today(self) -> date:
        """The local date."""
        return self.timetable.date_of(self.now())

    def area(self, plan: Plan | None = None) -> Area:
        """The area names are looked up in: the setting's, else the plan's own, else none."""
        return load_area(self.area_setting or (plan.area if plan else ""))
