"""Answers are tried on the same plan and day as questions."""

from tests.questions.conftest import lexicon, progress

__all__ = ["lexicon", "progress"]
