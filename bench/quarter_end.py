"""What the end of a quarter costs: closing it for many partnerships, and delivering the posts.

The delivery runs against a stand-in workspace set that keeps Slack's limit of a message a second
and channel, on a simulated clock: what is measured is how long it would take, not how long the
bench does. One simulated call to Slack takes 0.2 seconds.

    uv run python bench/quarter_end.py [--partnerships 300]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time
from zoneinfo import ZoneInfo

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.figures import HEADING, Figure, lines
from bench.simulated import Clock, SimulatedHands, Workspaces
from bot.core.plan import Update
from bot.core.quarters import Quarter
from bot.core.status import Labels, Status
from bot.core.timetable import Timetable
from bot.messages.notices import Message
from bot.sample import sample_plan
from bot.services import summaries
from bot.services.context import Context
from bot.services.delivery import Delivering
from bot.services.hands import HANDS
from bot.services.outbox import say
from bot.store.store import Store

LOADED = datetime(2018, 4, 2, 9, tzinfo=UTC)
REPORTED = datetime(2018, 6, 20, 9, tzinfo=UTC)
CLOSES = datetime(2018, 7, 10, 8, tzinfo=UTC)


def partnerships(store: Store, number: int) -> list[str]:
    """So many workspaces with the sample plan, each action reported for the first quarter."""
    plan, names = sample_plan(), [f"T{each:04d}" for each in range(number)]
    statuses = (Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK)
    reports = [
        Update(
            id=f"u{place}",
            ref=action.ref,
            at=REPORTED,
            quarter=Quarter(2018, 1),
            status=statuses[place % 3],
            agency=action.leads[0] if action.leads else "",
            by="U0LEAD",
            note="The second round of sessions is booked; venues are confirmed.",
        )
        for place, action in enumerate(plan.actions)
    ]
    for name in names:
        with store.writing(name) as records:
            records.plans.save(plan, LOADED)
            records.plans.add_updates(replace(r, id=f"{name}{r.id}") for r in reports)
            records.settings.choose_channel(f"C{name}")
    return names


def context_at(store: Store, moment: datetime) -> Context:
    """Use cases at one moment."""
    timetable = Timetable(ZoneInfo("Europe/London"))
    return Context(store, lambda: moment, timetable, Labels())


def closing(store: Store, names: list[str]) -> Iterator[Figure]:
    """Closing the quarter, a partnership at a time, as a process does that has just started."""
    context = context_at(store, CLOSES)
    began, cpu = perf_counter(), process_time()
    closed = sum(summaries.close_due(context, name) for name in names)
    each = (process_time() - cpu) / len(names) * 1e3
    waited = (perf_counter() - began) / len(names) * 1e3
    if closed != len(names):
        raise SystemExit(f"{closed} of {len(names)} were closed")
    yield Figure(
        "closing a quarter, a partnership, CPU",
        each,
        "ms",
        goal=30,
        note=f"{waited:.0f} ms by the clock on the wall",
    )


def delivering(store: Store, workspaces: int) -> Iterator[Figure]:
    """Heads and parts, from the moment they are due; the machine's own work counts as time too."""
    slack = _delivered(store)
    heads = [said.seconds for said in slack.messages if said.part == 1]
    if len(heads) != workspaces:
        raise SystemExit(f"{len(heads)} heads of {workspaces}")
    late = sum(bool(said.late) for said in slack.messages)
    yield Figure(f"{len(heads)} heads posted", max(heads), "s", goal=60)
    last = max(said.seconds for said in slack.messages)
    yield Figure(f"all {len(slack.messages)} parts posted", last, "s", goal=120)
    yield Figure("posts that say they are late", late, "", goal=0)
    yield Figure("posts refused by Slack's limit", slack.refused, "", goal=0)


def reminding(store: Store, names: list[str], people: int) -> Iterator[Figure]:
    """A direct message to each of so many people of each partnership."""
    for name in names:
        with store.writing(name) as records:
            for person in range(people):
                say(records, f"r{person}", f"U{person}", Message("Please report."), CLOSES)
    slack = _delivered(store)
    rate = len(slack.messages) / max(said.seconds for said in slack.messages)
    yield Figure("6,000 reminders at that rate", 6_000 / rate, "s", goal=3_600,
                 note=f"{len(slack.messages)} at {rate:.0f}/s")  # fmt: skip


def _delivered(store: Store) -> Workspaces:
    clock = Clock(CLOSES, perf_counter)
    slack = Workspaces(clock)
    timetable = Timetable(ZoneInfo("Europe/London"))
    context = Context(store, clock.now, timetable, Labels())
    delivering = Delivering(context, slack, hands=SimulatedHands(slack, HANDS))
    while delivering.deliver():
        pass
    return slack


def measure(number: int = 300) -> Iterator[Figure]:
    """All figures of this bench."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.sqlite3"
        loading = Store(url)
        names = partnerships(loading, number)
        loading.close()
        store = Store(url)
        yield from closing(store, names)
        yield from delivering(store, number)
        yield from reminding(store, names, 5)
        store.close()


def main() -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--partnerships", type=int, default=300)
    print(*HEADING, *lines(measure(parser.parse_args().partnerships)), sep="\n")


if __name__ == "__main__":
    main()
