"""What a question costs without HTTP: CPU beside bare Bolt, transactions, many partnerships.

uv run python bench/in_process.py [--questions 2000] [--partnerships 300] [--years 5]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from slack_bolt import App, BoltRequest
from slack_sdk import WebClient
from sqlalchemy import Engine, event, insert

from bench import smallest_bolt
from bench.figures import HEADING, Figure, lines
from bench.servers import PEOPLE, SECRET, signed
from bot.app import Bot, build
from bot.config import load_settings
from bot.core.access import HOME, Caller, Role
from bot.sample import sample_plan
from bot.sample.loading import load_sample, load_sample_people
from bot.services.answers import answer
from bot.services.hands import Threads
from bot.store import tables
from bot.store.store import Store

TURNS = 5
ASKING = 30
"""Partnerships, of all that are loaded, that ask in turns: making each one's index takes long."""
SAVED = datetime(2018, 4, 2, tzinfo=UTC)
TEAM = {"ok": True, "team_id": "T0DEMO", "user_id": "U0BOT", "bot_id": "B0BOT", "bot_user_id": "B"}


class _Slack(WebClient):
    """Answers `auth.test`, which is all that is asked."""

    def auth_test(self, **_kwargs: Any) -> Any:
        """Who we are."""
        from slack_sdk.web import SlackResponse

        return SlackResponse(
            client=self, http_verb="POST", api_url="", req_args={}, data=TEAM, headers={},
            status_code=200,
        )  # fmt: skip


def a_bot(folder: str) -> Bot:
    """This bot in our own process, with the sample plan and its people."""
    settings = load_settings(
        slack_bot_token="xoxb-bench",
        slack_signing_secret=SECRET,
        database_url=f"sqlite:///{folder}/bench.sqlite3",
        coordinators=PEOPLE[0],
    )
    bot = build(settings, client=_Slack("xoxb-bench"), hands=Threads())
    load_sample(bot.context, HOME)
    load_sample_people(bot.context, HOME)
    return bot


def dispatch(bolt: App, text: str = "ASB3") -> str:
    """One signed slash command through Bolt; the body of the acknowledgement."""
    body, headers = signed(text)
    answered = bolt.dispatch(BoltRequest(body=body.decode(), headers=dict(headers)))
    if answered.status != 200:
        raise SystemExit(f"answered {answered.status}: {answered.body[:200]}")
    return str(answered.body)


def _cpu(bolt: App, questions: int) -> float:
    requests = [signed("ASB3", number) for number in range(questions)]
    began = process_time()
    for body, headers in requests:
        bolt.dispatch(BoltRequest(body=body.decode(), headers=dict(headers)))
    return (process_time() - began) / questions * 1e3


def cpu(bot: Bot, questions: int) -> Iterator[Figure]:
    """CPU of a question beside that of the smallest Bolt app, in turns."""
    size = len(dispatch(bot.bolt))
    bare = smallest_bolt.app(size, SECRET, before_response=True, client=_Slack("xoxb-bench"))
    _cpu(bot.bolt, 50), _cpu(bare, 50)
    pairs = [(_cpu(bot.bolt, questions // TURNS), _cpu(bare, questions // TURNS))
             for _ in range(TURNS)]  # fmt: skip
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(mine / other for mine, other in pairs)
    note = f"{ours:.2f} against {theirs:.2f} ms"
    yield Figure("CPU of a question in process, to bare Bolt", ratio, goal=10, note=note)


def counted(store: Store, ask: Callable[[], object]) -> Counter[str]:
    """Transactions ("begin", or a version asked outside any), statements and writing transactions
    of one call."""
    engine: Engine = store._engine
    seen: Counter[str] = Counter()
    asked = store.versions._ask

    def begun(connection: Any) -> None:
        seen["transactions"] += 1
        seen["writing"] += bool(connection.get_execution_options().get("writing"))

    def executed(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen["statements"] += not statement.startswith("BEGIN")

    def peeked(cursor: Any, workspace: str) -> int:
        seen.update(("transactions", "statements"))
        return asked(cursor, workspace)

    store.versions._ask = peeked  # type: ignore[method-assign]
    event.listen(engine, "begin", begun)
    event.listen(engine, "before_cursor_execute", executed)
    try:
        ask()
    finally:
        event.remove(engine, "begin", begun)
        event.remove(engine, "before_cursor_execute", executed)
        store.versions._ask = asked  # type: ignore[method-assign]
    return seen


def reads(bot: Bot) -> Iterator[Figure]:
    """How often a question asks the database, before its acknowledgement."""
    dispatch(bot.bolt)
    seen = counted(bot.store, lambda: dispatch(bot.bolt))
    yield Figure("transactions of a question", seen["transactions"], "", goal=1)
    yield Figure("statements of a question", seen["statements"], "", goal=2)
    yield Figure("writing transactions before the acknowledgement", seen["writing"], "", goal=0)


def load_many(store: Store, partnerships: int, years: int) -> list[str]:
    """So many workspaces with the sample plan in each of so many years, and their updates none."""
    from bot.core.codec import encode

    plan = sample_plan()
    first = plan.starts.year - years + 1
    plans = [
        {
            "year": label,
            "starts": starts,
            "ends": ends,
            "document": encode(replace(plan, year=label, starts=starts, ends=ends)),
            "saved_at": SAVED,
        }
        for label, starts, ends in (
            (f"{year}-{(year + 1) % 100:02d}", date(year, 4, 1), date(year + 1, 3, 31))
            for year in range(first, first + years)
        )
    ]
    names = [f"T{number:04d}" for number in range(partnerships)]
    for name in names:
        with store.writing(name) as records:
            records.connection.execute(
                insert(tables.plans),
                [{"workspace": name, **values} for values in plans],
            )
            records.versioned.grow()
    return names


def _per_question(bot: Bot, workspaces: Sequence[str], questions: int) -> float:
    callers = [Caller(name, "U0KELLY", Role.COORDINATOR) for name in workspaces]
    began = perf_counter()
    for number in range(questions):
        answer(bot.context, callers[number % len(callers)], "ASB3")
    return (perf_counter() - began) / questions * 1e3


def many(bot: Bot, partnerships: int, years: int, questions: int) -> Iterator[Figure]:
    """A question where many partnerships are served, beside the same where there is one."""
    names = load_many(bot.store, partnerships, years)[:ASKING]
    _per_question(bot, names, len(names))
    pairs = [
        (_per_question(bot, names, questions), _per_question(bot, names[:1], questions))
        for _ in range(TURNS)
    ]
    ratio = statistics.median(mine / other for mine, other in pairs)
    note = f"{pairs[-1][0]:.2f} against {pairs[-1][1]:.2f} ms"
    yield Figure(f"a question with {partnerships} partnerships x {years} years, to one", ratio,
                 goal=1.3, note=note)  # fmt: skip


def measure(questions: int = 2000, partnerships: int = 300, years: int = 5) -> Iterator[Figure]:
    """All figures of this bench."""
    with tempfile.TemporaryDirectory() as folder:
        bot = a_bot(folder)
        yield from reads(bot)
        yield from cpu(bot, questions)
        yield from many(bot, partnerships, years, questions // TURNS)
        bot.close()


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=2000)
    parser.add_argument("--partnerships", type=int, default=300)
    parser.add_argument("--years", type=int, default=5)
    options = parser.parse_args()
    figures = measure(options.questions, options.partnerships, options.years)
    print(*HEADING, *lines(figures), sep="\n")


if __name__ == "__main__":
    main()
