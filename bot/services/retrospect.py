"""What an import changes of quarters that have ended: nothing of a posted summary is ever changed
behind it, and of one that is still to be posted it is said before the file is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.core.plan import Plan, Update
from bot.core.quarters import Quarter
from bot.core.years import quarters_of
from bot.store.store import Records


def in_retrospect(
    records: Records, entries: Iterable[Update], version: Plan | None, today: date
) -> Iterator[str]:
    """What is to be said of ended quarters, in sentences. `entries`: new to the record; `version`:
    the plan, where the file changes one that is held."""
    reported = {entry.quarter for entry in entries}
    described = set(quarters_of(version)) if version else set()
    ended = sorted(q for q in reported | described if q.ends < today)
    posted = [q for q in ended if records.summaries.get(q) is not None]
    late = [quarter for quarter in posted if quarter in reported]
    if late:
        yield (
            f"Posted already, and left as posted: {_labels(late)}. What is new for it can be "
            f"issued as a correction: `/csp correct {late[-1].label}`."
        )
    waiting = [quarter for quarter in ended if quarter not in posted]
    if waiting:
        yield f"Ended and not posted yet, so the summary will show this: {_labels(waiting)}."


def _labels(quarters: Iterable[Quarter]) -> str:
    return ", ".join(quarter.label for quarter in quarters)
