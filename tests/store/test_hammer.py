"""Many at once: one reading is one state, and a short run of `bench/hammer.py` loses nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.store.store import Store
from tests.factories import TEAM, a_plan, an_update, at

NOW = at("2018-05-10")
HAMMER = Path(__file__).parents[2] / "bench" / "hammer.py"


def test_one_reading_sees_one_state_while_others_write(any_store: Store) -> None:
    with any_store.writing(TEAM) as records:
        records.plans.save(a_plan(), NOW)
    with any_store.reading(TEAM) as before:
        assert before.version == 1
        with any_store.writing(TEAM) as records:
            records.plans.add_update(an_update())
        assert before.version == 1
        assert before.plans.record() == ()
    with any_store.reading(TEAM) as after:
        assert after.version == 2


@pytest.mark.gate
def test_processes_that_are_killed_and_replaced_lose_nothing(any_url: str) -> None:
    short = ["--processes", "3", "--seconds", "3", "--kill-every", "2", "--url", any_url]
    done = subprocess.run([sys.executable, HAMMER, *short], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no error, nothing lost" in done.stdout
