"""A summary before it is posted: its ids and its preview."""

from __future__ import annotations

from bot.blocks import kit, notices
from bot.blocks.kit import Block
from bot.blocks.messages import Drawn
from bot.core.status import Labels
from bot.quarterly.facts import Summary

PREVIEW = "summary_preview"
POST = "summary_post"


def preview(summary: Summary, labels: Labels, *, frozen: bool, may_post: bool) -> Drawn:
    """The summary as it would be (or was) posted, to its asker; [Post now] for coordinators."""
    text, blocks = notices.drawn(summary.head, labels)
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
