"""Answers are tried on the same plan and day as questions."""

from tests.reading.conftest import book, index, progress, truth

__all__ = ["book", "index", "progress", "truth"]
