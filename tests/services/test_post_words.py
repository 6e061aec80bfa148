"""The log of posts names everything that can be posted in words, never by its class."""

from __future__ import annotations

from bot.blocks.notices import KINDS
from bot.services.post_words import WHAT

SUMMARIES = {"SummaryHead", "SummaryMore", "SummaryDetail"}
"""Called by their quarter."""
QUOTED = {"Message"}
"""Called by their first words."""


def test_every_kind_of_post_has_a_name_in_the_log() -> None:
    assert {kind for kind in KINDS if kind not in WHAT} == SUMMARIES | QUOTED
