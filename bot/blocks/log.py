"""The log of posts as coordinators see it; what waits for them can be tried again."""

from __future__ import annotations

from collections.abc import Sequence

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.blocks.lines import packed
from bot.blocks.messages import Drawn

TRY_AGAIN = "try_again"
"""Action id of [Try again]; its value is the key of the post."""
PRESSED_BEFORE = "delivery_try_again"
"""Its action id in messages posted by version 0.1."""
SHOWN = 20


def try_again(key: str) -> Block:
    """The button that sends a held post again."""
    return kit.button("Try again", TRY_AGAIN, key)


def entries(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> Drawn:
    """The log by groups (heading, lines), each line (text, key of what can be tried again)."""
    filled = [(heading, lines) for heading, lines in groups if lines]
    if not filled:
        nothing = "Nothing has been due yet."
        return nothing, [kit.section(nothing)]
    blocks: list[Block] = []
    for heading, lines in filled:
        blocks.append(kit.section(kit.bold(heading)))
        blocks += [
            kit.section(kit.oneline(line), try_again(key)) for line, key in lines[:SHOWN] if key
        ]
        quiet = (f"• {kit.oneline(line)}" for line, key in lines[:SHOWN] if not key)
        blocks += [kit.section(text) for text in packed(quiet)]
    text = "\n".join(part for heading, lines in filled for part in (heading, *dict(lines)))
    return kit.cut(kit.escape(text), kit.MAX_TEXT), kit.fit(blocks)
