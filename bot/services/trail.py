"""The audit trail, for coordinators: who did what, for whom, when, from what to what."""

from __future__ import annotations

from bot.core.access import Caller, Deed, may
from bot.core.audit import AuditEntry
from bot.services.desk import Desk


def history(desk: Desk, caller: Caller, ref: str, limit: int = 50) -> tuple[AuditEntry, ...]:
    """The latest lines about an action, newest first. Raises NotAllowed, NotFound."""
    may(caller, Deed.COORDINATE)
    with desk.store.reading(caller.workspace) as books:
        return books.audit.about(books.plans.plan().action(ref).ref, limit)
