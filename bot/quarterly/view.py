"""A plan as reported up to one quarter, and as it stood a quarter earlier: what a summary reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.core.plan import Action, Plan
from bot.core.progress import Moved, Progress, Standing, excerpt, show_date
from bot.core.quarters import Quarter
from bot.core.sensitive import masked, sensitive
from bot.core.sign_off import SignOff
from bot.core.status import Status
from bot.core.thresholds import Thresholds
from bot.quarterly.facts import ActionEntry
from bot.quarterly.figures import known_of, readings_of


class View:
    """A plan as reported up to one quarter, and as it stood a quarter earlier."""

    def __init__(
        self,
        progress: Progress,
        quarter: Quarter,
        today: date,
        sign_off: SignOff,
        thresholds: Thresholds,
    ) -> None:
        self.thresholds = thresholds
        self.sign_off = sign_off
        self.comments = dict(sign_off.comments)
        progress = masked(progress, sensitive(progress.plan))
        self.plan = progress.plan
        self.quarter = quarter
        self.today = today
        self.as_at = min(today, quarter.next.starts)
        self.last_day = min(today, quarter.ends)
        self.now = progress.up_to(quarter).standings
        self.before = {s.action.ref: s for s in progress.up_to(quarter.previous).standings}
        self.missing = {s.action.ref for s in progress.up_to(quarter).awaiting(quarter)}
        self.wide = (*self.plan.measures, *(m for p in self.plan.priorities for m in p.measures))
        self.readings = readings_of(self.now) | known_of(self.wide, quarter)

    def this_quarter(self, standing: Standing) -> bool:
        return standing.reported_for(self.quarter) is not None

    def entry(self, standing: Standing) -> ActionEntry:
        """The action as shown; nothing but reference and status when it is sensitive."""
        action, last = standing.action, standing.latest
        carried = last.quarter if last is not None and last.quarter != self.quarter else None
        bare = ActionEntry(
            action.ref, standing.status, carried=carried, before=self.changed_from(standing)
        )
        if self.plan.is_sensitive(action):
            return replace(bare, sensitive=True)
        return replace(
            bare,
            action=excerpt(action.text),
            lead=lead_names(self.plan, action),
            note=excerpt(last.note) if last else "",
            reason=excerpt(last.reason) if last else "",
            corrective_action=excerpt(last.corrective_action) if last else "",
            due=standing.due,
            when=_when(standing),
            comment=self.comments.get(action.ref, ""),
            is_overdue=standing.is_overdue(self.last_day),
        )

    def changed_from(self, standing: Standing) -> Status | None:
        """The status at the end of last quarter, when it was another than now."""
        before = self.before[standing.action.ref].status
        return before if before is not standing.status else None

    def is_new(self, moved: Moved) -> bool:
        """Whether a due date was moved in this quarter."""
        return moved.update.quarter == self.quarter

    def entries(self, standings: Iterable[Standing]) -> tuple[ActionEntry, ...]:
        return tuple(self.entry(standing) for standing in standings)


def lead_names(plan: Plan, action: Action) -> str:
    """Who leads an action: "Fire Service and District Council" (brackets left out)."""
    agencies = (agency for code in action.leads if (agency := plan.agency(code)) is not None)
    named = [agency.short for agency in agencies]
    return " and ".join(named) or action.lead_raw or "no lead named in the plan"


def _when(standing: Standing) -> str:
    action = standing.action
    if standing.status is Status.COMPLETE:
        return ""
    if action.due_is_assumed and standing.due == action.due:
        return action.timescale_raw
    return "" if standing.due is None else show_date(standing.due)
