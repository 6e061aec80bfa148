"""How long `read` takes as a plan grows from 50 to 5,000 actions. No store, no Slack.

    uv run python bench/understanding.py

Prints build time of the index, then p50, p99 and the slowest question in milliseconds of
processor time, which another process does not lengthen. Aim: p99
below 3 ms with 500 actions and 1,000 aliases.
"""

from __future__ import annotations

import json
import random
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.core.plan import Plan
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.sample import sample_plan

EXAMPLES = Path(__file__).parents[1] / "tests" / "reading" / "question_examples.json"
SIZES = ((50, 100), (500, 1000), (5000, 10000))
TODAY = date(2018, 10, 10)


def grown(plan: Plan, actions: int, aliases: int, dice: random.Random) -> Plan:
    """The plan repeated to `actions` rows with words shuffled in, and `aliases` more names."""
    words = [word for action in plan.actions for word in action.text.split()]

    def some(number: int) -> str:
        return " ".join(dice.choices(words, k=number))

    rows = [
        replace(row, ref=f"{row.priority}{n + 1}", alt_ref="", text=f"{row.text} {some(3)} {n}")
        for n in range(actions)
        for row in [plan.actions[n % len(plan.actions)]]
    ]
    each = aliases // len(plan.priorities)
    priorities = [
        replace(p, aliases=(*p.aliases, *(f"{some(2)} zone{n}" for n in range(each))))
        for p in plan.priorities
    ]
    return replace(plan, actions=tuple(rows), priorities=tuple(priorities))


def main() -> None:
    """Measure each size with the questions of the tests."""
    texts = [q["text"] for q in json.loads(EXAMPLES.read_text(encoding="utf-8"))["questions"]]
    for actions, aliases in SIZES:
        plan = grown(sample_plan(), actions, aliases, random.Random(1))
        started = time.process_time()
        index = Index(plan)
        built = (time.process_time() - started) * 1000
        taken = []
        for text in texts:
            started = time.process_time()
            read(text, index, TODAY)
            taken.append((time.process_time() - started) * 1000)
        taken.sort()
        p50, p99 = taken[len(taken) // 2], taken[int(len(taken) * 0.99)]
        print(
            f"{actions:5} actions, {aliases:6} aliases: index {built:6.0f} ms; "
            f"p50 {p50:.2f}, p99 {p99:.2f}, slowest {taken[-1]:.2f} ms"
        )


if __name__ == "__main__":
    main()
