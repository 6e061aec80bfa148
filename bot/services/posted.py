"""What is said of a post: where it stands in Slack, and that it came late."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.outgoing import Outgoing, PostState
from bot.core.timetable import Timetable

LATE = timedelta(minutes=10)
"""A post this much after its time says so."""


def permalink(site: str, row: Outgoing | None) -> str:
    """The link to a row's message in the workspace at `site`; empty while it is not posted.

    Of the form that chat.getPermalink gives: ADDRESS/archives/CHANNEL/pTIMESTAMP.
    """
    if row is None or row.state is not PostState.SENT or not site:
        return ""
    return f"{site.rstrip('/')}/archives/{row.posted_channel}/p{row.ts.replace('.', '')}"


def late_words(row: Outgoing, posted_at: datetime | None, timetable: Timetable) -> str:
    """What a post says of being late: nothing of a later part, or within ten minutes."""
    if posted_at is None or row.part > 1 or posted_at - row.due_at <= LATE:
        return ""
    return f"Late: due {timetable.show(row.due_at)}, posted {timetable.show(posted_at)}."
