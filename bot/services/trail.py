"""The audit trail, for coordinators: who did what, for whom, when, from what to what."""

from __future__ import annotations

from bot.core.access import Caller, Permission, require
from bot.core.audit import AuditEntry
from bot.services.context import Context


def history(context: Context, caller: Caller, ref: str, limit: int = 50) -> tuple[AuditEntry, ...]:
    """The latest lines about an action, newest first. Raises NotAllowed, NotFound."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        return records.audit.about(records.plans.plan(context.today()).action(ref).ref, limit)
