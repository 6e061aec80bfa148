"""Redaction in Slack: which updates hold words, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.blocks import kit
from bot.blocks.messages import Drawn, notice
from bot.core.plan import Update
from bot.core.progress import show_date

REDACT = "redact_update"
"""Action id of [Redact]; the value is the update's id."""


def to_choose(ref: str, updates: Sequence[Update]) -> Drawn:
    """The latest updates of an action, each with [Redact]."""
    if not updates:
        return notice(f"No update of {ref} holds any words.")
    opening = f"Which update of {ref} should lose its words? Its status, date and agency stay."
    lines, blocks = [opening], [kit.section(kit.escape(opening))]
    for update in updates:
        when = f"{show_date(update.at.date())} at {update.at:%H:%M}"
        line = f"{when}, {update.agency}: {kit.oneline(update.note, 200)}"
        button = kit.button(
            "Redact", REDACT, update.id, style="danger", described=f"Redact the update: {line}"
        )
        lines.append(line)
        blocks += [kit.section(line), kit.actions(button, block_id=f"redact:{update.id}")]
    return "\n".join(lines), blocks


def done(ref: str, changed: int, left: Sequence[str]) -> Drawn:
    """What became of it. `left`: links to messages that could not be changed."""
    said = f"Redacted: the words are gone from the record of {ref}"
    said += f" and from {changed} message{'' if changed == 1 else 's'} of mine."
    said += "\nMessages other people wrote are theirs to delete; so are files saved elsewhere."
    text, blocks = notice(said)
    if left:
        told = "These of mine could not be changed, please delete them:\n" + "\n".join(
            kit.link(link, link) for link in left
        )
        return f"{text}\n{told}", [*blocks, kit.section(told)]
    return text, blocks
