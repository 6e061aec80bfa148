"""A file somebody gave: that it is being read, what it would do, what became of it."""

from __future__ import annotations

import json

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.blocks.lines import bulleted, packed
from bot.blocks.messages import Drawn, notice
from bot.core.reply import Section
from bot.core.shared_files import FilePreview

STORE, STORE_ALL = "file_store", "file_store_all"
PROBLEMS, LEAVE = "file_problems", "file_leave"
"""Action ids of the buttons under a preview; the value is JSON [file id, stamp of the preview]."""
FILES_NOT_READ = (
    "I have not read the file: I read plans, returns and lists (.xlsx, .docx, .csv, .xls, .ods), "
    "in a direct message."
)
INSTEAD_OF_FILES = "Type what it says, for example `update REF green what has happened`."
PART_CHARACTERS = 1_600
NOTHING_YET = "Nothing is stored yet."
REST = "… more: [All problems] sends them as a file."


def reading(name: str) -> Drawn:
    """A file is being read."""
    return notice(f"Reading {name} …")


def preview(shown: FilePreview) -> Drawn:
    """What a file would do, with what can be done about it."""
    tail = [kit.context(NOTHING_YET), kit.actions(*_buttons(shown))]
    return _text(shown, NOTHING_YET), kit.fit(_blocks(shown), tail, rest=REST)


def stored(shown: FilePreview) -> Drawn:
    """What was stored of a file."""
    return _text(shown), kit.fit(_blocks(shown))


def left(name: str = "The file") -> Drawn:
    """A file was left."""
    return notice(f"{name} was left: nothing was stored.")


def _buttons(shown: FilePreview) -> list[Block]:
    value = json.dumps([shown.file, shown.stamp])
    buttons = []
    if shown.storable:
        label = f"Store without the {shown.asks} asked about" if shown.asks else "Store"
        buttons.append(kit.button(label, STORE, value, style="" if shown.asks else "primary"))
    if shown.storable and shown.asks:
        buttons.append(kit.button("Store all", STORE_ALL, value))
    if shown.problems:
        buttons.append(kit.button("All problems", PROBLEMS, value))
    return [*buttons, kit.button("Leave it", LEAVE, value)]


def _blocks(shown: FilePreview) -> list[Block]:
    blocks = [kit.section(kit.bold(shown.title))]
    for part in shown.parts:
        blocks += bulleted(part, PART_CHARACTERS) if part.heading else _plain(part)
    return blocks


def _plain(part: Section) -> list[Block]:
    return [kit.section(text) for text in packed(kit.oneline(line.text) for line in part.lines)]


def _text(shown: FilePreview, *closing: str) -> str:
    lines = [shown.title]
    for part in shown.parts:
        lines += [part.heading] if part.heading else []
        lines += [line.text for line in part.lines]
        lines += [f"… and {part.more} more"] if part.more else []
    return kit.text([*lines, *closing])
