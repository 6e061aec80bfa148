"""Lines of an answer, a notice or a help, as mrkdwn: one way to draw a line and to pack several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.messages.reply import Line, Section

MAX_LINE = 700


def line(drawn: Line, mark: str = "") -> str:
    """One line after its `mark`: its reference in bold, its source linked, details beneath it."""
    text = kit.oneline(drawn.text, MAX_LINE)
    if drawn.ref and text.startswith(drawn.ref):
        text = f"*{kit.escape(drawn.ref)}*{text[len(drawn.ref) :]}"
    mark += f"{drawn.mark} " if drawn.mark else ""
    source = f" {kit.link(drawn.link, 'source')}" if drawn.link else ""
    details = (f"      {kit.oneline(detail)}" for detail in drawn.detail.splitlines())
    return "\n".join([f"{mark}{text}{source}", *details])


def packed(lines: Iterable[str]) -> Iterator[str]:
    """Lines joined into as few texts as sections of 3,000 characters need."""
    text = ""
    for more in lines:
        if text and len(text) + 1 + len(more) > kit.MAX_SECTION:
            yield text
            text = ""
        text = f"{text}\n{more}" if text else more
    if text:
        yield text


def bulleted(part: Section, room: int) -> list[Block]:
    """A heading and as many of its lines as `room` characters hold, and how many are left out."""
    lines: list[str] = []
    for drawn in part.lines:
        shown = line(drawn, "• ")
        if lines and sum(map(len, lines)) + len(shown) > room:
            break
        lines.append(shown)
    left = len(part.lines) - len(lines) + part.more
    sections = [kit.section(text) for text in packed([kit.bold(part.heading), *lines])]
    return [*sections, *([kit.context(f"… and {left} more")] if left else [])]
