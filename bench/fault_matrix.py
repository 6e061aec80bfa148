"""Let every call to Slack go wrong in every way, at each part of a post, and count the messages.

What passes by itself must end with each part in the channel exactly once; what a person must mend
is held, told in the ledger, and goes out once it is mended. Exit 1 on any miss.

    uv run python bench/fault_matrix.py [--repetitions 20] [--url DATABASE]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from starlette.applications import Starlette

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.core.access import Caller, Role
from bot.core.codec import encode
from bot.core.outgoing import PostState
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.messages.notices import Message
from bot.sandbox.faults import Fault
from bot.sandbox.server import Served, SlackServer
from bot.sandbox.verbs import WebApi
from bot.sandbox.workspace import Workspace
from bot.services import held
from bot.services.context import Context
from bot.services.delivery import Delivering, RetryPolicy
from bot.services.post_log import LogLine, lines
from bot.slack.pace import Pace
from bot.slack.posting import SlackPoster, posting_client
from bot.store.store import Store

TEAM = "T0FAULTS"
PARTS = 3
POST = "chat.postMessage"
LOOK = "conversations.history"
PASSING = {
    Fault.RATE_LIMITED: "3",
    Fault.BROKEN_500: "",
    Fault.BROKEN_503: "",
    Fault.RESET_BEFORE: "",
    Fault.RESET_AFTER: "",
    Fault.HANG_AFTER: "",
}
"""Faults that end by themselves, with their detail."""
MENDED = ("channel_not_found", "not_in_channel", "is_archived", "invalid_auth", "token_revoked")
"""Slack's refusals that wait for a person."""


class Office:
    """Posts of three parts, a stand-in Slack with faults, and a clock that is moved on."""

    def __init__(self, store: Store) -> None:
        self.moment = datetime.now(UTC)
        self.slack = Workspace(lambda: self.moment)
        self.server = SlackServer(self.slack, WebApi(self.slack))
        self.faults = self.server.faults
        self.served = Served(Starlette(routes=self.server.routes()))
        self.context = Context(
            store, lambda: self.moment, Timetable(ZoneInfo("Europe/London")), Labels()
        )
        client = posting_client(self.slack.token, f"{self.served.url}/api/")
        client.timeout = 0.5  # type: ignore[assignment]
        poster = SlackPoster(lambda _workspace: client, lambda _workspace: Labels(), Pace(0))
        soon = RetryPolicy(timedelta(seconds=60), (timedelta(seconds=1),) * 3)
        self.delivering = Delivering(self.context, poster, soon)

    def put(self, name: str) -> None:
        """A post, into a channel of its own."""
        self.slack.add_channel(f"C{name}", name, self.slack.bot)
        with self.context.store.writing(TEAM) as records:
            for part in range(1, PARTS + 1):
                records.outbox.put(
                    f"{name}:{part}",
                    channel=f"C{name}",
                    kind=Message.__name__,
                    payload=encode(Message(f"Part {part}")),
                    due_at=self.moment,
                    part=part,
                    n_parts=PARTS,
                    group=name,
                )

    def live(self, rounds: int = 12) -> None:
        """Deliver again and again, ten seconds apart."""
        for _ in range(rounds):
            self.delivering.deliver()
            self.moment += timedelta(seconds=10)

    def shown(self, name: str) -> Counter[str]:
        """The keys of the bot's messages in a post's channel."""
        messages = self.slack.channel(f"C{name}").messages
        keys = (m.get("metadata", {}).get("event_payload", {}).get("key") for m in messages)
        return Counter(key for key in keys if key)

    def states(self, name: str) -> set[PostState]:
        """The states of a post's rows."""
        with self.context.store.reading(TEAM) as records:
            return {row.state for row in records.outbox.group(name)}

    def told(self) -> list[LogLine]:
        """The log, as a coordinator reads it."""
        return list(lines(self.context, Caller(TEAM, "U0KELLY", Role.COORDINATOR)))

    def mend(self, name: str) -> None:
        """A person has mended it: the workspace is resumed, and [Try again] is pressed."""
        self.context.store.pause(TEAM, "", self.context.now())
        with self.context.store.reading(TEAM) as records:
            waiting = [r for r in records.outbox.group(name) if r.state is PostState.HELD]
        for row in waiting:
            held.try_again(self.context, Caller(TEAM, "U0KELLY", Role.COORDINATOR), row.key)

    def let_go(self) -> None:
        """End the requests that hang, so that they do not hold the stand-in's threads for ever."""
        self.faults.release.set()
        self.faults.release.clear()

    def close(self) -> None:
        """End the stand-in."""
        self.faults.release.set()
        self.served.close()


def once(name: str) -> Counter[str]:
    """Each part exactly once."""
    return Counter({f"{name}:{part}": 1 for part in range(1, PARTS + 1)})


def passing(office: Office, fault: Fault, at: int, name: str) -> str:
    """One post whose part number `at` (from 0) meets a fault; what was wrong, or empty."""
    office.put(name)
    office.faults.let_pass(POST, at)
    office.faults.plan(POST, fault, PASSING[fault])
    office.live()
    office.let_go()
    if office.shown(name) != once(name):
        return f"{name}: {dict(office.shown(name))}"
    return "" if office.states(name) == {PostState.SENT} else f"{name}: {office.states(name)}"


def mended(office: Office, error: str, name: str) -> str:
    """One post that Slack refuses until a person has mended it; what was wrong, or empty."""
    office.put(name)
    office.faults.plan(POST, Fault.ERROR, error)
    office.live(2)
    if office.shown(name):
        return f"{name}: posted all the same"
    if not [e for e in office.told() if e.outcome.startswith(("held", "paused"))]:
        return f"{name}: the ledger does not say that it waits"
    office.mend(name)
    office.live()
    return "" if office.shown(name) == once(name) else f"{name}: {dict(office.shown(name))}"


def main() -> int:
    """Run the matrix and print it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--repetitions", type=int, default=20)
    asked.add_argument("--url", default="")
    given = asked.parse_args()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        store = Store(given.url or f"sqlite:///{folder}/faults.sqlite3")
        office = Office(store)
        for fault in PASSING:
            names = [(n, at) for n in range(given.repetitions) for at in range(PARTS)]
            found = [passing(office, fault, at, f"{fault}-{n}-{at}") for n, at in names]
            wrong += _report(fault, found)
        for error in MENDED:
            found = [mended(office, error, f"{error}-{n}") for n in range(given.repetitions)]
            wrong += _report(error, found)
        office.close()
        store.close()
    return 1 if wrong else 0


def _report(fault: str, found: list[str]) -> list[str]:
    wrong = [said for said in found if said]
    print(f"{fault:20} {len(found) - len(wrong):4} of {len(found):4} right  {'; '.join(wrong[:2])}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
