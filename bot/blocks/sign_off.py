"""A summary while it is agreed, and issued again: its messages, the form of comments, their ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from bot.blocks import kit
from bot.blocks.confirming import input_block
from bot.blocks.kit import Block
from bot.blocks.lines import packed
from bot.blocks.messages import Drawn
from bot.core.errors import HeldByGuard
from bot.core.plan import ILLUSTRATIVE
from bot.core.progress import count, excerpt
from bot.core.quarters import Quarter
from bot.core.status import Labels
from bot.quarterly.facts import ActionEntry, AfterClose, Summary
from bot.quarterly.sign_off import (
    LinesToConfirm,
    SummaryDraft,
    Superseded,
    changed_words,
    missing_words,
)

PREVIEW = "summary_preview"
"""[Show the draft], here and on Home; the value is the quarter."""
COMMENT = "summary_comment"
"""[Comment] under a draft; the value is the quarter. Also the callback id of its form."""
APPROVE = "summary_approve"
ATTEST = "lines_right"
"""[Our 6 lines are right]; the value is JSON [quarter, agency]."""
CORRECT = "summary_correct"
OPENING = "opening"
"""Block of the comment on top; those of actions are named by their references."""
COMMENTED = 12
"""Actions off track that the form has room for."""
LONGEST = 600
LINES_ROOM, SHORTEST = 3_300, 20
"""Characters of all lines an agency confirms (a message's text holds 4,000), and of a note that is
still worth showing."""


def draft(notice: SummaryDraft, _labels: Labels) -> Drawn:
    """To those who agree a summary: what it says, what is missing, and what they can do."""
    lines = [_opening(notice), f"{notice.headline}."]
    if missing := missing_words(notice.missing):
        lines.append(f"{missing}.")
    if notice.unconfirmed:
        lines.append(f"Lines not confirmed yet: {', '.join(notice.unconfirmed)}.")
    quiet = [ILLUSTRATIVE] if notice.illustrative else []
    blocks = [kit.section(text) for text in packed(map(kit.escape, lines))]
    blocks += [kit.context(text) for text in quiet]
    value = notice.quarter.label
    buttons = [
        kit.button("Show the draft", PREVIEW, value),
        kit.button("Comment", COMMENT, value),
    ]
    buttons += [approve_button(notice.quarter)] if notice.approve else []
    return kit.text([*lines, *quiet]), kit.fit(blocks, [kit.actions(*buttons)])


def _opening(notice: SummaryDraft) -> str:
    if notice.waits:
        return f"The summary of {notice.quarter} was due {notice.posts} and waits for approval."
    then = "once it is approved, not before " if notice.approve else ""
    return (
        f"The returns of {notice.quarter} are closed, and this is the draft of its summary. It is "
        f"posted {then}{notice.posts}; until then what is reported for it still counts."
    )


def approve_button(quarter: Quarter) -> Block:
    """[Approve], which asks first."""
    confirm = kit.confirm(
        f"Approve the summary of {quarter}?",
        "It is frozen now and goes to the partnership channel at its time. What is reported for "
        "this quarter afterwards stands beside the next summary.",
        "Approve it",
        danger=False,
    )
    return kit.button("Approve", APPROVE, quarter.label, style="primary", confirm=confirm)


def lines_to_confirm(notice: LinesToConfirm, labels: Labels) -> Drawn:
    """To an agency's officers: its lines, and the button that confirms them."""
    number = count(len(notice.entries), "line")
    opening = (
        f"The draft summary of {notice.quarter} says this of {notice.name}. Is it right? It is "
        f"posted {notice.posts}."
    )
    room = LINES_ROOM // max(1, len(notice.entries))
    listed = [_line(entry, labels, room) for entry in notice.entries]
    quiet = [ILLUSTRATIVE] if notice.illustrative else []
    texts = [kit.section(text) for text in packed(map(kit.escape, listed))]
    value = json.dumps([notice.quarter.label, notice.agency])
    right = f"Our {number} {'is' if len(notice.entries) == 1 else 'are'} right"
    tail = kit.actions(kit.button(right, ATTEST, value, style="primary"))
    hint = kit.context("Something is wrong? Correct it with `/csp update` and its reference.")
    blocks = [kit.section(kit.escape(opening)), *texts]
    return kit.text([opening, *listed, *quiet]), kit.fit(
        blocks, [hint, *map(kit.context, quiet), tail]
    )


def _line(entry: ActionEntry, labels: Labels, room: int) -> str:
    """One action as the draft has it; its note is cut so that every line has its `room`: nobody
    gives their word for lines they were not shown."""
    earlier = f" (last reported for {entry.carried})" if entry.carried else ""
    line = f"{entry.ref}: {labels.of(entry.status)}{earlier}"
    left = room - len(kit.escape(line))
    return f"{line}. {excerpt(entry.note, left)}" if entry.note and left > SHORTEST else line


def superseded(notice: Superseded, labels: Labels) -> Drawn:
    """In the thread of a summary that was issued again."""
    opening = f"This summary of {notice.quarter} was corrected and issued again."
    lines = [changed_words(change, labels) for change in notice.changes]
    link = kit.link(notice.link, f"See issue {notice.issue}") if notice.link else ""
    shown = "\n".join(filter(None, [*map(kit.escape, [opening, *lines]), link]))
    return kit.text([opening, *lines, notice.link]), [kit.section(kit.cut(shown, kit.MAX_SECTION))]


def corrections(quarter: Quarter, changes: Iterable[AfterClose], labels: Labels) -> Drawn:
    """What a re-issue would name, and the button that makes it."""
    lines = [changed_words(change, labels) for change in changes]
    if not lines:
        text = (
            f"Nothing has changed since the summary of {quarter} was posted. To correct it, report "
            f"what is right and choose {quarter} in the form (`/csp update` and the reference)."
        )
        return kit.text([text]), [kit.section(kit.escape(text))]
    opening = f"Since the summary of {quarter} was posted:"
    confirm = kit.confirm(
        f"Issue the summary of {quarter} again?",
        "The corrected summary goes to the partnership channel, says what changed and points at "
        "the one before, which stays and points at it.",
        "Issue it again",
        danger=False,
    )
    again = kit.button("Issue it again", CORRECT, quarter.label, style="primary", confirm=confirm)
    shown = kit.cut(kit.escape("\n".join([opening, *lines])), kit.MAX_SECTION)
    return kit.text([opening, *lines]), [kit.section(shown), kit.actions(again)]


def comment_form(
    summary: Summary, typed: Mapping[str, str], held: HeldByGuard | None = None
) -> dict[str, Any]:
    """The form: a comment on top, and one for each action off track. `typed` fills it in."""
    head = summary.head
    blocks = [_input(OPENING, "Comment on top of the summary", typed.get("", ""))]
    off_track = [entry for entry in head.off_track if not entry.sensitive][:COMMENTED]
    for entry in off_track:
        label = f"{entry.ref} {entry.action}"
        blocks.append(_input(entry.ref, label, typed.get(entry.ref, "")))
    remarks = held.fields.values() if held else ()
    blocks = [*(kit.context(kit.escape(f":warning: {text}")) for text in remarks), *blocks]
    return {
        "type": "modal",
        "callback_id": COMMENT,
        "title": kit.plain("Comments", 24),
        "submit": kit.plain("Save"),
        "close": kit.plain("Cancel"),
        "private_metadata": json.dumps({"quarter": head.quarter.label}),
        "blocks": blocks,
    }


def _input(name: str, label: str, value: str) -> Block:
    element: Block = {
        "type": "plain_text_input",
        "action_id": name,
        "multiline": True,
        "max_length": LONGEST,
    }
    element |= {"initial_value": value} if value else {}
    return input_block(name, kit.plain(label, 200)["text"], element, optional=True)


def comments_in(view: Mapping[str, Any]) -> dict[str, str]:
    """What the form holds: reference (or "" for the one on top) -> comment."""
    values = view["state"]["values"]
    texts = {name: (field[name].get("value") or "").strip() for name, field in values.items()}
    return {"" if name == OPENING else name: text for name, text in texts.items()}
