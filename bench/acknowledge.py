"""How fast is a signed `/csp ASB3` answered in the acknowledgement, beside the smallest Bolt app?

Starts processes side by side: a stand-in Slack, this bot (`run --http`, sample plan loaded) and
three servings of `smallest_bolt.py`, which acks a constant of the same size (its docstring says
which they are). The same signed requests go to all in turns, at 1, 8 and 32 at once. Trust the
ratios, not the milliseconds of one noisy machine.

    uv run python bench/acknowledge.py [--requests 300] [--rounds 3]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.figures import HEADING, Figure, lines
from bench.servers import (
    PEOPLE,
    Served,
    ask,
    bot,
    bot_environment,
    load_sample,
    rival,
    rivals,
    signed,
    stand_in,
)
from bot.sample import sample_plan

THREADED = "threaded"
POOLED = "pooled"
REQUIRED = "required"
STARTS = 7
"""Processes whose first request is measured."""


class Load(NamedTuple):
    """One round: p50 and p99 in ms, requests a second."""

    p50: float
    p99: float
    rate: float


def load(port: int, at_once: int, requests: int) -> Load:
    """Ask with `at_once` requests under way."""
    prepared = [signed("ASB3", number) for number in range(requests)]
    with ThreadPoolExecutor(at_once) as pool:
        began = perf_counter()
        times = sorted(seconds for seconds, _ in pool.map(lambda r: ask(port, r), prepared))
        elapsed = perf_counter() - began
    p99 = times[min(len(times) - 1, int(len(times) * 0.99))]
    return Load(times[len(times) // 2] * 1e3, p99 * 1e3, requests / elapsed)


def _rounds(
    ours: Served, others: dict[str, Served], at_once: int, requests: int, rounds: int
) -> list[dict[str, Load]]:
    """Rounds alternate, so that noise hits all."""
    everyone = {"bot": ours, **others}
    return [
        {name: load(server.port, at_once, requests) for name, server in everyone.items()}
        for _ in range(rounds)
    ]


def _ratio(rounds: list[dict[str, Load]], rival: str, index: int) -> float:
    return statistics.median(each["bot"][index] / each[rival][index] for each in rounds)


def compared(
    ours: Served, others: dict[str, Served], at_once: int, requests: int, rounds: int
) -> Iterator[Figure]:
    """Ratios of one concurrency: the bot over each rival."""
    measured = _rounds(ours, others, at_once, requests, rounds)
    mine = Load(*(statistics.median(each["bot"][i] for each in measured) for i in range(3)))
    for name in others:
        fair = name == THREADED and at_once == 8
        theirs = Load(*(statistics.median(each[name][i] for each in measured) for i in range(3)))
        yield Figure(
            f"{at_once} at once, p50 to {name}",
            _ratio(measured, name, 0),
            goal=0.5 if fair else None,
            note=f"{mine.p50:.1f} against {theirs.p50:.1f} ms",
        )
        yield Figure(
            f"{at_once} at once, requests/s to {name}",
            _ratio(measured, name, 2),
            goal=2 if fair else None,
            at_least=True,
            note=f"{mine.rate:.0f} against {theirs.rate:.0f}/s",
        )
    goal = 100 if at_once == 32 else None
    yield Figure(f"{at_once} at once, p99", mine.p99, "ms", goal=goal)


def _first(environment: dict[str, str], size: int, slack: int) -> Iterator[Figure]:
    """The first request of a process beside its tenth and those after it, each a new question: of
    several processes, since in one alone it may have waited for a core. The same of bare Bolt
    behind the same edge, whose first costs what the first of any process here does."""
    name = "first request to the tenth"
    yield _middle_start(name, lambda: bot(environment), goal=2)
    yield _middle_start(
        f"{name}, bare Bolt behind the same edge", lambda: rival(POOLED, size, slack)
    )


def _middle_start(
    name: str, start: Callable[[], AbstractContextManager[Served]], goal: float | None = None
) -> Figure:
    starts = sorted(_first_and_usual(start) for _ in range(STARTS))
    ratio, first, usual = starts[STARTS // 2]
    note = f"{first:.1f} against {usual:.1f} ms, the middle one of {STARTS} starts"
    return Figure(name, ratio, goal=goal, note=note)


def _first_and_usual(
    start: Callable[[], AbstractContextManager[Served]],
) -> tuple[float, float, float]:
    """Of one start: how many times the usual request the first took, and both in ms."""
    refs = [action.ref for action in sample_plan().actions][:30]
    with start() as server:
        times = [ask(server.port, signed(f"who leads {ref}"))[0] * 1e3 for ref in refs]
    usual = statistics.median(times[9:])
    return times[0] / usual, times[0], usual


def _size(ours: Served, bare: Served, least: Served) -> Iterator[Figure]:
    """Start and memory, beside bare Bolt's; and of `least`, which has the required packages and
    none of our code."""
    for name, server, goal in (("", ours, 2), (", required packages alone", least, None)):
        yield Figure(
            f"start to ready, to bare Bolt{name}",
            server.ready_seconds / bare.ready_seconds,
            goal=goal,
            note=f"{server.ready_seconds:.2f} against {bare.ready_seconds:.2f} s",
        )
        yield Figure(
            f"resident memory, to bare Bolt{name}",
            server.memory_mb / bare.memory_mb,
            goal=goal,
            note=f"{server.memory_mb:.0f} against {bare.memory_mb:.0f} MB",
        )


def _answer_size(server: Served) -> int:
    """The bytes of the answer, which each of the people gets."""
    answers = [ask(server.port, signed("ASB3", number))[1] for number in range(len(PEOPLE))]
    if not all(b"ASB3: " in answer for answer in answers):
        raise SystemExit("not everybody who asks is answered")
    return len(answers[0])


def measure(requests: int = 300, rounds: int = 3) -> Iterator[Figure]:
    """All figures of this bench."""
    with tempfile.TemporaryDirectory() as folder, stand_in() as slack:
        environment = bot_environment(folder, slack.port)
        load_sample(environment)
        with bot(environment) as before:
            size = _answer_size(before)
        with rivals(size, slack.port):
            pass  # started once before they are measured, as the bot was
        yield from _first(environment, size, slack.port)
        with rivals(size, slack.port) as others, bot(environment) as ours:
            with rival(REQUIRED, size, slack.port) as least:
                for server in (ours, *others.values(), least):
                    load(server.port, 4, 50)
                yield from _size(ours, others[THREADED], least)
            for at_once in (1, 8, 32):
                yield from compared(ours, others, at_once, requests, rounds)


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(*HEADING, *lines(measure(options.requests, options.rounds)), sep="\n")


if __name__ == "__main__":
    main()
