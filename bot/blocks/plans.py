"""What coordinators see: a summary before it is posted, the ledger, who has not reported."""

from __future__ import annotations

from collections.abc import Sequence

from bot.blocks import kit, notices
from bot.blocks.kit import Block
from bot.blocks.messages import Drawn
from bot.core.notices import encode
from bot.core.status import Labels
from bot.quarterly.facts import Summary
from bot.quarterly.reminders import MissingList

PREVIEW = "summary_preview"
POST = "summary_post"
TRY_AGAIN = "try_again"
SHOWN = 20


def preview(summary: Summary, labels: Labels, *, frozen: bool, may_post: bool) -> Drawn:
    """The summary as it would be (or was) posted, to its asker; [Post now] for coordinators."""
    text, blocks = notices.render(type(summary.head).__name__, encode(summary.head), labels)
    state = (
        f"This is the summary of {summary.head.quarter} as it was posted; it changes no more."
        if frozen
        else f"Preview of {summary.head.quarter}, only visible to you. It is frozen when posted."
    )
    tail: list[Block] = [kit.context(state)]
    if may_post:
        value = summary.head.quarter.label
        tail.append(kit.actions(kit.button("Post now", POST, value, style="primary")))
    return f"{state}\n{text}", kit.fit(blocks, tail, rest="The details follow by priority.")


def missing(found: MissingList, labels: Labels) -> Drawn:
    """Who has not reported, with [Nudge them]."""
    return notices.render(type(found).__name__, encode(found), labels)


def ledger(lines: Sequence[tuple[str, str]]) -> Drawn:
    """The ledger; a line with a key has a [Try again] button."""
    if not lines:
        said = "Nothing has been due yet."
        return said, [kit.section(said)]
    blocks: list[Block] = [kit.section("*What was due, newest first*")]
    for number, (line, key) in enumerate(lines[:SHOWN]):
        again = kit.button("Try again", f"{TRY_AGAIN}", key) if key else None
        blocks.append(kit.section(kit.oneline(line), again, block_id=f"ledger:{number}"))
    text = "\n".join(line for line, _ in lines)
    return kit.cut(kit.escape(text), kit.MAX_TEXT), kit.fit(blocks)


def nudged(asked: Sequence[tuple[str, bool, str]]) -> Drawn:
    """What came of a nudge: (name, sent, reason why not)."""
    lines = [f"{name}: asked" if sent else f"{name}: not asked, {why}" for name, sent, why in asked]
    text = kit.escape("\n".join(lines) or "There is nobody who could be written to.")
    return text, [kit.section(text)]


def channel_set(channel: str) -> Drawn:
    """The partnership's channel was chosen."""
    said = f"The quarterly summary and notices of change will be posted in <#{channel}>."
    return said, [kit.section(said)]


def channel_private(channel: str, *, named: bool) -> Drawn:
    """Whether sensitive actions may be read whole in a channel."""
    said = (
        f"In <#{channel}> sensitive actions are shown whole from now on, to everybody there."
        if named
        else f"In <#{channel}> sensitive actions show reference and status only from now on."
    )
    return said, [kit.section(said)]
