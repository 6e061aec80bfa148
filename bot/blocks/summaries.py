"""A summary before it is posted: its ids and its preview."""

from __future__ import annotations

from bot.blocks import kit, notices
from bot.blocks.kit import Block
from bot.blocks.messages import Drawn
from bot.core.quarters import Quarter
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
    value = summary.head.quarter.label
    if may_post:
        confirm = _confirm(value)
        post = kit.button("Post now", POST, value, style="primary", confirm=confirm)
        tail.append(kit.actions(post))
    return f"{state}\n{text}", kit.fit(blocks, tail, rest="The details follow by priority.")


def on_its_way(quarter: Quarter) -> str:
    """What is said when the committee paper was asked for."""
    return f"The committee paper of {quarter} is on its way: look in your direct messages with me."


def _confirm(quarter: str) -> kit.Block:
    return kit.confirm(
        f"Post the summary of {quarter} now?",
        "It goes to the partnership channel, for everybody there, and is frozen: updates that come "
        "later for this quarter will not be in it. It is posted once only.",
        "Post it",
        danger=False,
    )
