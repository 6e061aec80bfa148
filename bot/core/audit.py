"""The record of deeds as values: lines of the audit trail, and all that is held about a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.members import Member
from bot.core.outgoing import Outgoing
from bot.core.plan import Update


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
class HeldAbout:
    """Everything the bot holds about one person."""

    user: str
    member: Member | None
    updates: tuple[Update, ...]
    audit: tuple[AuditEntry, ...]
    messages: tuple[Outgoing, ...]
