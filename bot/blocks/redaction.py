"""Redaction in Slack: which updates hold words, which others say the same, what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.blocks import kit
from bot.blocks.messages import Drawn, notice
from bot.core.day_only import has_a_time
from bot.core.plan import Update
from bot.core.progress import count, show_date

REDACT = "redact_update"
"""Action id of [Redact]; the value is the update's id."""
REDACT_ONE = "redact_only_this"
REDACT_ALL = "redact_these_too"
"""Action ids of the choice when other updates say the same; the value is the update's id."""
SHOWN = 10

Show = Callable[[datetime], str]
Names = Callable[[str], str]
"""From the code of an agency to its name."""


def to_choose(ref: str, updates: Sequence[Update], show: Show, names: Names) -> Drawn:
    """The latest updates of an action, each with [Redact]."""
    if not updates:
        return notice(f"No update of {ref} holds any words.")
    opening = f"Which update of {ref} should lose its words? Its status, date and agency stay."
    lines, blocks = [opening], [kit.section(kit.escape(opening))]
    for update in updates:
        line = _line(update, show, names)
        lines.append(line)
        blocks += [
            kit.section(line),
            kit.actions(
                kit.button(
                    "Redact",
                    REDACT,
                    update.id,
                    style="danger",
                    described=f"Redact the update: {line}",
                    confirm=_confirm(f"the update of {ref}, {_when(update, show)}"),
                ),
                block_id=f"redact:{update.id}",
            ),
        ]
    return "\n".join(lines), blocks


def elsewhere(update: Update, others: Sequence[Update], show: Show, names: Names) -> Drawn:
    """Other updates say the same: are their words to go as well?"""
    number = count(len(others), "other update")
    opening = f"Nothing is redacted yet. The same words stand in {number}:"
    lines = [f"{other.ref}, {_line(other, show, names)}" for other in others[:SHOWN]]
    if len(others) > SHOWN:
        lines.append(f"… and {len(others) - SHOWN} more")
    buttons = kit.actions(
        kit.button("Only the one I chose", REDACT_ONE, update.id, style="danger"),
        kit.button(
            f"All {len(others) + 1}",
            REDACT_ALL,
            update.id,
            style="danger",
            confirm=_confirm(f"{len(others) + 1} updates"),
        ),
        block_id="redact:elsewhere",
    )
    blocks = [kit.section(text) for text in (kit.escape(opening), *lines)]
    return "\n".join([opening, *lines]), kit.fit(blocks, [buttons])


def begun(updates: Sequence[Update]) -> Drawn:
    """The record is changed; the messages follow."""
    refs = ", ".join(dict.fromkeys(update.ref for update in updates))
    return notice(
        f"Redacted: the words are gone from the record of {refs}, from its frozen summaries and "
        "from what was waiting to be posted. I am now going through my messages in Slack, which "
        "may take some minutes, and will write to you when it is done. `/csp log` shows how far "
        "it is."
    )


def _when(update: Update, show: Show) -> str:
    """When it was sent; the day alone where a file gave no time."""
    return show(update.at) if has_a_time(update) else show_date(update.at.date())


def _line(update: Update, show: Show, names: Names) -> str:
    agency = kit.escape(names(update.agency))
    words = update.note or update.reason or update.corrective_action or update.evidence
    return f"{_when(update, show)}, {agency}: {kit.oneline(words, 120)}"


def _confirm(what: str) -> kit.Block:
    return kit.confirm(
        "Take these words out for good?",
        f"The words of {what} leave the record, the summaries and my messages in Slack. "
        "Nobody can bring them back. That it was redacted, when and by whom stays on record.",
        "Redact",
    )
