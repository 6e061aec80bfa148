"""There is always a coordinator: nobody else could confirm anybody any more."""

from __future__ import annotations

from bot.core.errors import Refused
from bot.services.context import Context
from bot.store.store import Records

NOBODY_LEFT = "That would leave the partnership without a coordinator."


def coordinators(records: Records) -> frozenset[str]:
    """Slack ids of the coordinators by the records."""
    return frozenset(member.user for member in records.members.coordinators())


def keep_a_coordinator(records: Records, context: Context, without: str) -> None:
    """The last coordinator cannot be removed: nobody could confirm anybody any more. One that the
    host's settings name would stay one, whatever was said here. Raises Refused."""
    if without in context.timetable.coordinators:
        raise Refused(
            "They are a coordinator by the settings of whoever hosts the bot.",
            "Ask the host to take them out of COORDINATORS first.",
        )
    others = coordinators(records) - {without}
    if not others | set(context.timetable.coordinators):
        raise Refused(NOBODY_LEFT, "Make somebody else a coordinator first.")
