"""The record of deeds as values: lines of the audit trail, and all that is held about a person."""

from __future__ import annotations

from datetime import datetime

from bot.core.dataclass import dataclass
from bot.core.members import Member
from bot.core.outgoing import Outgoing
from bot.core.plan import Update
from bot.core.quarters import Quarter


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the trail. `on_behalf` names the agency a coordinator spoke for."""

    at: datetime
    actor: str
    deed: str
    subject: str
    agency: str = ""
    before: str = ""
    after: str = ""
    route: str = ""
    on_behalf: str = ""


@dataclass(frozen=True, slots=True)
class TrailLine:
    """A line as it is shown: of an update, with the quarter it counts for. `timed`: whether the
    time of day is known."""

    entry: AuditEntry
    quarter: Quarter | None = None
    timed: bool = True


SEVERAL = "several:"
"""What the name of a draft of several updates begins with."""


@dataclass(frozen=True, slots=True)
class HeldItem:
    """One thing kept of a person beside the record: a draft, a setting, a reminder, ..."""

    kind: str
    about: str
    content: str


@dataclass(frozen=True, slots=True)
class HeldAbout:
    """Everything the bot holds about one person."""

    user: str
    member: Member | None
    updates: tuple[Update, ...]
    audit: tuple[AuditEntry, ...]
    messages: tuple[Outgoing, ...]
    items: tuple[HeldItem, ...] = ()
