"""What every use case works with, handed to the handlers as one value by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from datetime import date, datetime

from bot.areas import Area, load_area
from bot.core.access import HOME, Caller
from bot.core.dataclass import dataclass
from bot.core.own_settings import NOTHING_SET, timetable_with
from bot.core.plan import Plan
from bot.core.retention import Retention
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.store.store import Records, Store


@dataclass(frozen=True, slots=True)
class Context:
    """The store, the time, the partnership's timetable, its words for each status, and how long
    things are kept: by the host's settings, until `of` gives a partnership's own."""

    store: Store
    now: Callable[[], datetime]
    timetable: Timetable
    labels: Labels
    retention: Retention = field(default_factory=Retention)
    home: str = HOME
    """The workspace the command line speaks of."""
    area_setting: str = ""
    paper_template: str = ""
    """The path of the council's own Word file for papers; empty: the usual layout."""
    sample: Callable[[Context, str], object] | None = None
    """Loads the sample plan into a workspace; whoever starts the bot knows it, nobody else does."""

    def of(self, caller: Caller) -> Context:
        """As it is for the caller's partnership: what its coordinators have set in Slack wins over
        the host's settings."""
        return self.of_workspace(caller.workspace, caller.seen)

    def of_workspace(self, workspace: str, seen: int | None = None) -> Context:
        """The same for a partnership by its workspace (`seen`: see `Store.reading`)."""
        with self.store.reading(workspace, seen) as records:
            return self.own(records)

    def own(self, records: Records) -> Context:
        """The same for the partnership of these records, in the transaction at hand."""
        own = records.settings.own()
        if own == NOTHING_SET:
            return self
        return replace(
            self,
            timetable=timetable_with(own, self.timetable),
            labels=self.labels if own.words is None else Labels(dict(own.words)),
            area_setting=self.area_setting if own.area is None else own.area,
        )

    def today(self) -> date:
        """The local date."""
        return self.timetable.date_of(self.now())

    def area(self, plan: Plan | None = None) -> Area:
        """The area names are looked up in: the setting's, else the plan's own, else none."""
        return load_area(self.area_setting or (plan.area if plan else ""))
