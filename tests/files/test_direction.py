"""Which way a measure is to go: from its baseline to its target, whatever its words."""

from __future__ import annotations

import pytest

from bot.core.plan import Direction
from bot.files.measures import read_figures


@pytest.mark.parametrize(
    ("text", "baseline", "target", "direction"),
    [
        ("Repeat cases as a share of all heard", "34%", "25%", Direction.LOWER),
        ("Kilometres of firebreak cut", "3", "12", Direction.HIGHER),
        ("Fewer nuisance calls", "", "40", Direction.LOWER),
        ("Deliberate fires", "148", "-20%", Direction.LOWER),
        ("Visits made", "", "900", Direction.HIGHER),
    ],
)
def test_good_is_the_way_from_baseline_to_target(
    text: str, baseline: str, target: str, direction: Direction
) -> None:
    assert read_figures(text, baseline, target).direction is direction


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Core agencies attending (%)", "percent"),
        ("Percentage of callers seen in a day", "percent"),
        ("% of reviews on time", "percent"),
        ("Repeat calls, as per cent of all", "percent"),
        ("Percentages workshops held", "count"),
        ("Knives surrendered", "count"),
    ],
)
def test_a_measure_that_says_it_is_in_per_cent_is(text: str, unit: str) -> None:
    assert read_figures(text, "60", "95").unit == unit
