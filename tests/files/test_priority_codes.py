"""A priority's code is the letters its references alone share, however these are written."""

from __future__ import annotations

import pytest

from bot.services import plans
from bot.services.context import Context

ROWS = (("SEA", "Harbour Safety"), ("NTE", "Safe Evenings"))


@pytest.mark.parametrize("joint", ["", " ", "-", "/", "_"])
def test_letters_before_the_number_are_the_code(context: Context, joint: str) -> None:
    rows = (
        f"{code}{joint}0{n},{name},Hold talk {n},Police,Ongoing\n"
        for code, name in ROWS
        for n in (1, 2)
    )
    content = f"Action plan 2026-27\n\nRef,Priority,Action,Lead,Timescale\n{''.join(rows)}"
    read = plans.preview(context, context.home, content.encode(), "plan.csv")
    assert read.plan
    assert [(p.code, p.name) for p in read.plan.priorities] == list(ROWS)
    assert [a.ref for a in read.plan.actions] == ["SEA1", "SEA2", "NTE1", "NTE2"]
