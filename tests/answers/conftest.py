"""Answers are tried on the same plan and day as questions."""

from tests.reading.conftest import index, progress, truth

__all__ = ["index", "progress", "truth"]
