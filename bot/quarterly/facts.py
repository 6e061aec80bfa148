"""What a quarterly summary consists of: frozen facts, kept as JSON and drawn when they are posted.

`Summary` is what is frozen when a quarter closes; its parts are notices for the outbox. Texts in
them are as people wrote them (shortened), to be escaped by whoever shows them.
"""

from __future__ import annotations

from datetime import date

from bot.core.dataclass import dataclass
from bot.core.quarters import Quarter
from bot.core.status import Status


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One action as the summary shows it; of a sensitive action only `ref` and `status`.

    `when` is its due date in words (as written when the date is only assumed). `carried` names the
    earlier quarter its status was last reported for, when nothing was reported this quarter.
    `comment` is what a coordinator adds to an action that is off track. `before`: its status at the
    end of last quarter when that was another; `is_overdue` on the quarter's last day.
    """

    ref: str
    status: Status | None
    action: str = ""
    lead: str = ""
    note: str = ""
    reason: str = ""
    corrective_action: str = ""
    due: date | None = None
    when: str = ""
    carried: Quarter | None = None
    sensitive: bool = False
    comment: str = ""
    before: Status | None = None
    is_overdue: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A declared status that differs from the one at the end of last quarter."""

    ref: str
    before: Status
    after: Status
    action: str = ""


@dataclass(frozen=True, slots=True)
class NewDate:
    """A due date that was moved during the quarter, and the reason given."""

    ref: str
    before: date | None
    after: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NotReported:
    """The actions of one lead (or of joint leads) that no update was received for."""

    lead: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure's last reading up to the quarter beside its target, all as people write them.

    `met`: at or past the target in the direction of good; None when it cannot be said (monitored
    only, no target, not comparable, or a total that must stay below it). `is_total`: what came up
    to the end of the period; `is_milestone`: reached or not. `pace`, `travel` and `forecast` say in
    words where it is going (`measures`); snapshots frozen before these existed have none of them.
    """

    measure: str
    text: str
    value: str
    period: Quarter
    target: str = ""
    baseline: str = ""
    met: bool | None = None
    comparable: bool = True
    pace: str = ""
    travel: str = ""
    forecast: str = ""
    is_total: bool = False
    is_milestone: bool = False

    @property
    def judged(self) -> bool:
        """Whether it is compared with a target at all."""
        return self.met is not None or bool(self.pace)

    @property
    def well(self) -> bool:
        """At target, or on course for it (as far as its pace was worked out)."""
        return bool(self.met) or self.pace.startswith(("ahead", "on course", "reached"))


@dataclass(frozen=True, slots=True)
class PriorityShare:
    """How many of a priority's actions are complete or on track, and were a quarter before (None
    in the plan's first). `label` is short enough for a chart."""

    label: str
    good: int
    total: int
    good_before: int | None = None


@dataclass(frozen=True, slots=True)
class AfterClose:
    """What reached a quarter after its summary was frozen, of an action or a measure.

    An action has its statuses, a measure its values; nothing before means "received", something
    means "corrected". `called`: what a measure counts.
    """

    about: str
    before: Status | None = None
    after: Status | None = None
    value_before: str = ""
    value: str = ""
    called: str = ""


@dataclass(frozen=True, slots=True)
class Reissue:
    """That a summary is issued again: its number (2 is the first re-issue), when and where the one
    before was posted, and what changed. `site`: the workspace's address, for links."""

    number: int
    posted: date
    link: str
    changes: tuple[AfterClose, ...]
    site: str = ""


@dataclass(frozen=True, slots=True)
class SummaryHead:
    """The summary as the channel sees it: the first message, and the whole of its substance.

    `good` counts complete or on track; `share_before` is last quarter's percentage, None in the
    plan's first; `carried` of the good ones stand as reported in an earlier quarter. `reported`
    counts, by status, what was reported for this quarter; actions that are deferred or cancelled
    are `set_aside` and no part of it. `stale` counts by status what stands from earlier quarters.
    `comment` is the coordinator's; `confirmed` and `unconfirmed` name the lead agencies that gave
    their word for their lines or did not, where they are asked to; `after_close` is what reached
    the quarter before after it was frozen; `made`: the day it was made on.
    """

    title: str
    quarter: Quarter
    as_at: date
    marking: str
    total: int
    good: int
    share_before: int | None
    carried: int
    first_reports: int
    illustrative: bool = False
    reported: tuple[tuple[Status, int], ...] = ()
    stale: tuple[tuple[Status, int], ...] = ()
    set_aside: int = 0
    went_well: tuple[ActionEntry, ...] = ()
    more_went_well: int = 0
    off_track: tuple[ActionEntry, ...] = ()
    at_risk: tuple[ActionEntry, ...] = ()
    changes: tuple[Change, ...] = ()
    new_dates: tuple[NewDate, ...] = ()
    overdue: tuple[ActionEntry, ...] = ()
    missing: tuple[NotReported, ...] = ()
    figures: tuple[Figure, ...] = ()
    next_due: tuple[ActionEntry, ...] = ()
    comment: str = ""
    confirmed: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    after_close: tuple[AfterClose, ...] = ()
    reissue: Reissue | None = None
    shares: tuple[PriorityShare, ...] = ()
    made: date | None = None

    @property
    def share(self) -> int:
        """Complete or on track, in percent of all actions, rounded half up."""
        return (200 * self.good + self.total) // (2 * self.total) if self.total else 0


@dataclass(frozen=True, slots=True)
class SummaryMore:
    """The quarter at a glance, first in the thread: what is no matter of one priority. `part` of
    `n_parts`: a long one is in several posts."""

    head: SummaryHead
    part: int = 1
    n_parts: int = 1


@dataclass(frozen=True, slots=True)
class SummaryDetail:
    """One priority (or, of a long one, a part of it) for the thread below the head."""

    priority: str
    quarter: Quarter
    marking: str
    counts: tuple[tuple[Status | None, int], ...]
    entries: tuple[ActionEntry, ...]
    figures: tuple[Figure, ...] = ()
    part: int = 1
    n_parts: int = 1
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """A quarter's whole summary: the head and, in the plan's order, its details by priority."""

    head: SummaryHead
    details: tuple[SummaryDetail, ...]
