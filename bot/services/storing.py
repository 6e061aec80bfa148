"""Storing a document somebody was shown first: who may, and whether what they saw still holds."""

from __future__ import annotations

from datetime import datetime

from bot.core.access import Caller, Permission, require
from bot.core.dataclass import dataclass
from bot.core.errors import NotAllowed, Refused
from bot.files.imported import Imported
from bot.store.store import Records


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw before they said "store": the edition of the plan their file was compared
    with (0: none was held), and the key under which this file is stored once."""

    edition: int
    once: str


class Superseded(Refused):
    """The plan is no longer the one a preview was compared with."""


def may_store(caller: Caller, imported: Imported) -> None:
    """Raise NotAllowed unless the caller may store a document: a coordinator any, a lead officer
    their own agency's return."""
    if caller.is_coordinator:
        return
    require(caller, Permission.REPORT)
    if imported.kind != "return":
        raise NotAllowed(
            "Only a coordinator can store this file; your own agency's return you can send me.",
            "Give the file to your community safety coordinator.",
        )
    if {update.agency for update in imported.updates} - set(caller.agencies):
        raise NotAllowed(
            "This return speaks for another agency than yours.",
            "Send your own agency's return, or give it to your community safety coordinator.",
        )


def edition_of(records: Records, year: str) -> int:
    """The edition of the plan held for a year; 0: none is held."""
    return records.plans.edition(year) if records.plans.of(year) else 0


def require_seen(records: Records, imported: Imported, seen: Seen, now: datetime) -> None:
    """Raise Refused when the file is stored already, Superseded when the plan is another one than
    the person saw."""
    if imported.plan and edition_of(records, imported.plan.year) != seen.edition:
        year = imported.plan.year
        line = next(iter(records.audit.about(f"plan:{year}", 1)), None)
        by = f" {_called(records, line.actor)} stored one meanwhile." if line else ""
        raise Superseded(
            f"The {year} plan is no longer the one this file was compared with.{by}",
            "Nothing was stored. Look at what the file would change now, and store it then.",
        )
    if not records.receipts.first(seen.once, now):
        raise Refused("This file is stored already.", "To store it again, send it again.")


def _called(records: Records, user: str) -> str:
    names = {member.user: member.name for member in records.members.all()}
    return names.get(user) or "Somebody else"
