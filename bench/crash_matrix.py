"""Kill the poster with -9 at every point of its work, start two others, and count the messages.

A post of three parts is put into the outbox; a process delivers it and is killed at the chosen
point of a chosen part; two processes then start together. Each part must stand in the channel
exactly once, the later ones in the thread of the first. Exit 1 on any miss.

    uv run python bench/crash_matrix.py [--repetitions 20] [--url DATABASE] [--break-on-purpose]
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import crash_child
from bot.core.codec import encode
from bot.messages.notices import Message
from bot.sandbox.server import Served, SlackServer
from bot.sandbox.verbs import WebApi
from bot.sandbox.workspace import Workspace
from bot.store.store import Store

PARTS = 3


class Matrix:
    """One database and one stand-in Slack for all repetitions; a workspace of its own for each."""

    def __init__(self, url: str, *, broken: bool = False) -> None:
        self.url, self.broken = url, broken
        self.store = Store(url)
        self.slack = Workspace(lambda: datetime.now(UTC))
        # What the posting client's token is compared with, however the stand-in chose its own.
        self.slack.token = "xoxb-sandbox"
        server = SlackServer(self.slack, WebApi(self.slack))
        self.served = Served(Starlette(routes=server.routes()))
        self.processes = multiprocessing.get_context("forkserver")
        self.processes.set_forkserver_preload(["bench.crash_child"])

    def close(self) -> None:
        """End the stand-in and close the database."""
        self.served.close()
        self.store.close()

    def run(self, point: str, number: int) -> str:
        """One repetition; gives back what was wrong, or empty."""
        name = f"{point.replace(' ', '-')}-{number}"
        self.slack.add_channel(f"C{name}", name, self.slack.bot)
        self._put(name)
        api = f"{self.served.url}/api/"
        part = number % PARTS + 1
        victim = self._start(crash_child.victim, self.url, api, point, part)
        victim.join(30)
        if victim.exitcode != -9:
            return f"the victim was not killed: {victim.exitcode}"
        survivor = (crash_child.survivor, self.url, api, name, self.broken)
        both = [self._start(*survivor), self._start(*survivor)]
        for process in both:
            process.join(40)
        return self._wrong(name)

    def _start(self, target: Any, *arguments: Any) -> Any:
        process = self.processes.Process(target=target, args=arguments)
        process.start()
        return process

    def _put(self, name: str) -> None:
        now = datetime.now(UTC)
        with self.store.writing(name) as records:
            for part in range(1, PARTS + 1):
                records.outbox.put(
                    f"{name}:{part}",
                    channel=f"C{name}",
                    kind=Message.__name__,
                    payload=encode(Message(f"Part {part} of {name}")),
                    due_at=now,
                    part=part,
                    n_parts=PARTS,
                    group=name,
                )

    def _wrong(self, name: str) -> str:
        shown = [m for m in self.slack.channel(f"C{name}").messages if m.get("metadata")]
        keys = Counter(m["metadata"]["event_payload"]["key"] for m in shown)
        wanted = Counter(f"{name}:{part}" for part in range(1, PARTS + 1))
        if keys != wanted:
            return f"in the channel: {dict(keys)}"
        root = next(m for m in shown if "thread_ts" not in m)
        if {m["thread_ts"] for m in shown if m is not root} != {root["ts"]}:
            return "a part is not in the thread of the first"
        return ""


def matrix(url: str, repetitions: int, *, broken: bool = False) -> dict[str, list[str]]:
    """Every point so often: point -> what went wrong."""
    made = Matrix(url, broken=broken)
    try:
        return {
            point: [w for n in range(repetitions) if (w := made.run(point, n))]
            for point in crash_child.POINTS
        }
    finally:
        made.close()


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repetitions", type=int, default=20)
    parser.add_argument("--url", default="")
    parser.add_argument("--break-on-purpose", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.url or f"sqlite:///{folder}/crash.sqlite3"
        found = matrix(url, options.repetitions, broken=options.break_on_purpose)
    for point, wrong in found.items():
        good = options.repetitions - len(wrong)
        print(f"killed {point:<15} {good:>3} of {options.repetitions} exactly once")
        for line in wrong[:3]:
            print(f"    {line}")
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main())
