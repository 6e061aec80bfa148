"""An action as a coordinator wants it to be, and a change that its lead proposes."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum

from bot.core.dataclass import dataclass
from bot.core.status import Status


@dataclass(frozen=True, slots=True)
class ActionEdit:
    """What the form of `/csp edit` and `/csp add` brings back. `ref`: the action with its year (of
    a new one the year alone); `edition`: of the plan the form was opened with; agencies as names
    with ";" between them; `timescale` as it is written in the plan. Of the first measure: `measure`
    (its wording), `target`, `basis` (how its figures add up; empty: as its wording says) and
    `profile` (per cents of the target by the end of each quarter; empty: none). `priority`: of a
    new action; `close`: the status it is closed with; `why`: for the audit trail; `sure`: marks of
    what the writer says is right though it seldom is."""

    ref: str
    edition: int
    text: str
    leads: str
    partners: str
    timescale: str
    measure: str = ""
    target: str = ""
    basis: str = ""
    profile: str = ""
    marking: str = ""
    priority: str = ""
    close: Status | None = None
    why: str = ""
    sure: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Edited:
    """What was changed of an action, in words, and `address`, its reference with its year.
    `posted`: it is sensitive now, and messages in Slack show it as it was."""

    address: str
    changes: tuple[str, ...]
    posted: bool = False


class Outcome(StrEnum):
    """What became of a proposal."""

    OPEN = "open"
    AGREED = "agreed"
    KEPT = "kept"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """What a lead asks the coordinators to change of an action (`ref` in the plan of `year`): its
    date (`due`, as they wrote it) or its lead (`agency`, the code of another; empty: they do not
    know whose it is). `instead_of`: the leads for whom they say so, as they were then.
    `decided_by`: the coordinator's Slack id."""

    user: str
    ref: str
    year: str
    due: str = ""
    agency: str = ""
    why: str = ""
    at: datetime | None = None
    outcome: Outcome = Outcome.OPEN
    decided_by: str = ""
    instead_of: tuple[str, ...] = ()
