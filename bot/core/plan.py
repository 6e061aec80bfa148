"""The action plan as frozen values: what the partnership agreed, and what an update to it is.

Crime and Disorder Act 1998 s.6: objectives, who pursues each, and targets. Nothing here reads a
clock or a database; raw wording of the document is kept beside every parsed value.
"""

from __future__ import annotations

import re
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum

from bot.core.dataclass import dataclass
from bot.core.errors import NotFound
from bot.core.quarters import Quarter
from bot.core.references import ref_key as ref_key
from bot.core.references import ref_name as ref_name
from bot.core.status import Status

EVERYONE = "ALL"
"""The code of a lead that stands for all agencies."""
OFFICIAL = "OFFICIAL"
ILLUSTRATIVE = "Sample plan: its actions and figures are illustrative."
OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"


class Direction(StrEnum):
    """Which way is good. A rise in domestic abuse reports may be good news: it must be stored."""

    HIGHER = "higher"
    LOWER = "lower"
    MONITOR = "monitor"


class Basis(StrEnum):
    """How a measure's figures add up over the year; it decides what "half way" means.

    A running total grows from nothing to its target ("visits made"); a snapshot is what holds on
    a day ("open cases"); a rate is a share of something ("% within ten days"), or a change against
    an earlier period; a milestone is reached or not.
    """

    RUNNING_TOTAL = "running total"
    SNAPSHOT = "snapshot"
    RATE = "rate"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class Agency:
    """A member body. `responsible` = a responsible authority (1998 Act s.5)."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    responsible: bool = False
    kind: str = ""

    @property
    def short(self) -> str:
        """The name without its bracket: "Community Safety Unit"."""
        return self.name.partition(" (")[0]

    def is_called(self, text: str) -> bool:
        """Whether `text` is its code, name or an alias, in any case ("&" is "and")."""
        names = (self.code, self.name, *self.aliases)
        return _plain(text) in {_plain(name) for name in names}


@dataclass(frozen=True, slots=True)
class Measure:
    """A success measure of an action or of a priority.

    `id` is permanent ("ASB3/1", "DA/1"); `baseline` and `target` are numbers in `unit` when the
    document gives numbers, beside the raw wording. `comparable` False = not comparable with
    earlier periods (a recording change, say); monitor-only measures are never on or off target.
    `basis` is None where nobody has said: it is then read from the wording. `profile` is the share
    of the target (0 to 1) that is expected by the end of each of the four quarters; empty means a
    straight line for a running total, and the whole target from the start for everything else.
    `known`: the readings that the plan's own document gives, of measures nobody reports on.
    """

    id: str
    text: str
    unit: str = ""
    baseline: float | None = None
    baseline_raw: str = ""
    target: float | None = None
    target_raw: str = ""
    direction: Direction = Direction.HIGHER
    comparable: bool = True
    kind: str = ""
    basis: Basis | None = None
    profile: tuple[float, ...] = ()
    source: str = ""
    known: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority of the plan. `number` is the document's, for look-up only: never a rank."""

    code: str
    name: str
    number: int | None = None
    aliases: tuple[str, ...] = ()
    intent: str = ""
    measures: tuple[Measure, ...] = ()
    marking: str = ""

    @property
    def short(self) -> str:
        """The name without its bracket: "Safeguarding"."""
        return re.split(r"\s*\(", self.name, maxsplit=1)[0].strip()

    def is_called(self, text: str) -> bool:
        """Whether `text` is its code, name or an alias, in any case ("&" is "and")."""
        names = (self.code, self.name, self.short, *self.aliases)
        return _plain(text) in {_plain(name) for name in names}


@dataclass(frozen=True, slots=True)
class Action:
    """One row of the plan. `ref` is permanent and never reused; `due` may be assumed (`due_basis`).

    `leads` and `partners` are agency codes; `priority` a priority code. `due_basis`: exact,
    month_end, quarter_end, term_end, plan_year_end or none (see `due_is_assumed`). `further`:
    columns of the document that are no field of a plan, as (heading, text);
    `previous_ref`: last year's;
    `formerly`: references it bore this year, whose updates are its own.
    """

    ref: str
    priority: str
    text: str
    alt_ref: str = ""
    leads: tuple[str, ...] = ()
    lead_raw: str = ""
    partners: tuple[str, ...] = ()
    partners_raw: str = ""
    timescale_raw: str = ""
    due: date | None = None
    due_basis: str = "none"
    resources_raw: str = ""
    measures: tuple[Measure, ...] = ()
    marking: str = ""
    further: tuple[tuple[str, str], ...] = ()
    previous_ref: str = ""
    formerly: tuple[str, ...] = ()

    @property
    def due_is_assumed(self) -> bool:
        """True when the date follows from a season or the plan's end, not from the wording."""
        return self.due is not None and self.due_basis in {"term_end", "plan_year_end"}


class UpdateKind(StrEnum):
    """A report adds; a withdrawal takes an earlier update out of effect. Nothing is erased."""

    REPORT = "report"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of a measure in a period, in the measure's unit; of a share given as "12 of 48" the
    two numbers too (`core.figures`)."""

    measure: str
    value: float
    period: Quarter
    numerator: int | None = None
    denominator: int | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """One entry of the append-only record: who said what of which action, when, for which quarter.

    `agency` is the code it speaks for, `by` the Slack user id (or the file it came from),
    `source` the route (command, form, button, shortcut, import, return, undo). A withdrawal names
    the update it takes out of effect in `corrects`.
    """

    id: str
    ref: str
    at: datetime
    quarter: Quarter
    status: Status | None
    agency: str
    by: str
    note: str = ""
    readings: tuple[Reading, ...] = ()
    reason: str = ""
    corrective_action: str = ""
    new_due: date | None = None
    evidence: str = ""
    source: str = "form"
    kind: UpdateKind = UpdateKind.REPORT
    corrects: str = ""

    @property
    def reports(self) -> bool:
        """False for a due date that an import or a coordinator's edit alone has moved: nobody
        reported anything."""
        moved_only = not (self.status or self.note or self.readings)
        return not (moved_only and self.source in {"import", "edit"})

    @property
    def reading(self) -> float | None:
        """The value reported for the action's first measure, if any."""
        return self.readings[0].value if self.readings else None


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("&", "and").split())


@dataclass(frozen=True, slots=True)
class Plan:
    """One year's plan. `facts` are sentences about it (who approved it, funding), by name.
    `measures` belong to the whole plan.

    `illustrative` is set for the sample plan and said wherever it is shown. `area`: the area file
    its places are named in, when the setting `AREA` names none.
    """

    title: str
    year: str
    starts: date
    ends: date
    partnership: str = ""
    marking: str = OFFICIAL
    priorities: tuple[Priority, ...] = ()
    agencies: tuple[Agency, ...] = ()
    actions: tuple[Action, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    illustrative: bool = False
    area: str = ""
    measures: tuple[Measure, ...] = ()
    _by_key: dict[str, Action] = field(
        init=False, repr=False, compare=False, hash=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        refs = [(action.ref, action) for action in self.actions]
        refs += [(name, action) for action in self.actions for name in action.formerly]
        refs += [(action.alt_ref, action) for action in self.actions]
        for name, action in refs:  # no other reference hides an action's own
            if key := ref_name(name):
                self._by_key.setdefault(key, action)

    def find(self, text: str) -> Action | None:
        """The action of a reference in any usual spelling, or None."""
        return self._by_key.get(ref_name(text))

    def action(self, text: str) -> Action:
        """The action of a reference in any usual spelling. Raises NotFound with what to type."""
        action = self.find(text)
        if action is None:
            raise NotFound(
                f"I looked for action '{text.strip()}' and this plan holds none of that reference.",
                "Type `/csp` to see the priorities, or a reference such as "
                f"`{self.actions[0].ref if self.actions else 'ASB1'}`.",
            )
        return action

    def priority(self, code: str) -> Priority:
        """The priority of that code. Raises NotFound."""
        for priority in self.priorities:
            if priority.code == code:
                return priority
        raise NotFound(f"This plan holds no priority '{code}'.", "Type `/csp` to see them.")

    def priority_named(self, text: str) -> Priority | None:
        """The priority of that code, name or alias (any case), or None."""
        return next((priority for priority in self.priorities if priority.is_called(text)), None)

    def agency(self, code: str) -> Agency | None:
        """The agency of that code, or None when the plan only names it in words."""
        return next((agency for agency in self.agencies if agency.code == code), None)

    def called(self, code: str) -> str:
        """The name of an agency as it is said, or the code when the plan has no other."""
        agency = self.agency(code)
        return agency.short if agency else code

    def agency_named(self, text: str) -> Agency | None:
        """The agency of that code, name or alias (any case), or None."""
        return next((agency for agency in self.agencies if agency.is_called(text)), None)

    def is_sensitive(self, action: Action) -> bool:
        """True when the action, its priority or the whole plan is marked above OFFICIAL.

        Of such an action only reference and status are shown outside the private channel.
        """
        above = {p.code for p in self.priorities if p.marking not in {"", OFFICIAL}}
        marks = {action.marking, self.marking} - {"", OFFICIAL}
        return bool(marks) or action.priority in above
