"""Moments as the partnership lives them: one rule for every date that is shown or counted.

The clock and the store hand out every moment in the partnership's own time, so that `.date()` of
any of them is the day people there would say. The offset is the one that moment had: differences
and orders stay true when the clocks change.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo


def local(moment: datetime, zone: tzinfo) -> datetime:
    """The same moment in the zone's time, with that moment's fixed offset."""
    if zone is UTC:
        return moment.astimezone(UTC)
    shown = moment.astimezone(zone)
    return shown.replace(tzinfo=timezone(shown.utcoffset() or timedelta(0)))
