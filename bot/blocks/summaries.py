"""A summary before it is posted: its ids and its preview."""

from __future__ import annotations

from bot.blocks import charts, kit, notices
from bot.blocks.kit import Block
from bot.blocks.messages import Drawn
from bot.blocks.sign_off import approve_button
from bot.core.progress import count
from bot.core.quarters import Quarter
from bot.core.status import Labels
from bot.quarterly.annual import as_text
from bot.quarterly.document import Paper
from bot.quarterly.facts import Summary, SummaryHead

POST = "summary_post"


def preview(
    summary: Summary, labels: Labels, *, frozen: bool, may_post: bool, may_approve: bool = False
) -> Drawn:
    """The summary as it would be (or was) posted, to its asker; [Post now] for coordinators,
    [Approve] for those who may. No chart: an answer that is refused cannot be sent again."""
    text, blocks = notices.drawn(summary.head, labels)
    state = (
        f"This is the summary of {summary.head.quarter} as it was posted; it changes no more."
        if frozen
        else f"Preview of {summary.head.quarter}, only visible to you. It is frozen when posted."
    )
    tail: list[Block] = [kit.context(state)]
    buttons = []
    if may_approve:
        buttons.append(approve_button(summary.head.quarter))
    if may_post:
        value, style = summary.head.quarter.label, "" if may_approve else "primary"
        confirm = _confirm(summary.head)
        buttons.append(kit.button("Post now", POST, value, style=style, confirm=confirm))
    tail += [kit.actions(*buttons)] if buttons else []
    return f"{state}\n{text}", kit.fit(
        charts.without(blocks), tail, rest="The details follow by priority."
    )


def annual(paper: Paper) -> Drawn:
    """The annual report, to its asker: a section a heading."""
    text = as_text(paper)
    parts = text.split("\n\n")
    blocks = [kit.section(kit.cut(kit.escape(part), kit.MAX_SECTION)) for part in parts]
    rest = "The whole report as files: `/csp pack` with its year."
    return kit.cut(kit.escape(text), kit.MAX_TEXT), kit.fit(blocks, [kit.context(rest)])


def on_its_way(quarter: Quarter) -> str:
    """What is said when the committee paper was asked for."""
    return f"The committee paper of {quarter} is on its way: look in your direct messages with me."


def _confirm(head: SummaryHead) -> kit.Block:
    silent = sum(len(line.refs) for line in head.missing)
    missing = f"{count(silent, 'action is', 'actions are')} not reported. " if silent else ""
    return kit.confirm(
        f"Post the summary of {head.quarter} now?",
        f"{missing}It goes to the partnership channel and is frozen: what is reported for this "
        "quarter later stands beside the next summary. It is posted once only.",
        "Post it",
        danger=False,
    )
