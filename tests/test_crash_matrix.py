"""The short form of `bench/crash_matrix.py`: every point once, and the check can fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import crash_child
from bench.crash_matrix import Matrix, matrix

pytestmark = pytest.mark.gate


def test_killed_at_any_point_each_part_is_posted_exactly_once(any_url: str) -> None:
    assert matrix(any_url, 1) == {point: [] for point in crash_child.POINTS}


def test_without_reconciliation_the_matrix_fails(tmp_path: Path) -> None:
    made = Matrix(f"sqlite:///{tmp_path / 'crash.sqlite3'}", broken=True)
    try:
        assert made.run("after response", 0) != ""
    finally:
        made.close()
