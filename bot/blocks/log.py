"""The log of posts as coordinators see it; what waits for them can be tried again."""

from __future__ import annotations

from collections.abc import Sequence

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.blocks.messages import Drawn

TRY_AGAIN = "try_again"
"""Action id of [Try again]; its value is the key of the post."""
PRESSED_BEFORE = "delivery_try_again"
"""Its action id in messages posted by version 0.1."""
SHOWN = 20


def try_again(key: str) -> Block:
    """The button that sends a held post again."""
    return kit.button("Try again", TRY_AGAIN, key)


def entries(lines: Sequence[tuple[str, str]]) -> Drawn:
    """The log, newest first: (text, key of what can be tried again or empty)."""
    if not lines:
        nothing = "Nothing has been due yet."
        return nothing, [kit.section(nothing)]
    blocks: list[Block] = [kit.section("*What was due, newest first*")]
    for number, (line, key) in enumerate(lines[:SHOWN]):
        again = try_again(key) if key else None
        blocks.append(kit.section(kit.oneline(line), again, block_id=f"ledger:{number}"))
    text = "\n".join(line for line, _ in lines)
    return kit.cut(kit.escape(text), kit.MAX_TEXT), kit.fit(blocks)
