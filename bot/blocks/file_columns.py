"""The form in which whoever gives a plan says what its columns are read as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bot.blocks import kit
from bot.blocks.confirming import input_block
from bot.blocks.kit import Block
from bot.core.carried import OLD_FORM, carried
from bot.core.codec import decode, encode
from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.messages.shared_files import ColumnChoice

FORM = "file_columns_form"
"""Callback id; its private metadata is the JSON of a Place."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the preview stands, and the value of its buttons."""

    value: str
    channel: str = ""
    root: str = ""
    ts: str = ""


COLUMN = "column:"
"""Block ids of the selects begin so; then the id of the heading."""
UNCHANGED = "as_read"
MOST = 45
"""Columns of one form: a modal holds 100 blocks."""


def loading() -> dict[str, Any]:
    """The form while the file is read: Slack lets a form be opened for three seconds only."""
    return _modal([kit.section("Reading the columns …")])


def refused(refusal: Refused) -> dict[str, Any]:
    """The form of a file that cannot be read (any more)."""
    return _modal([kit.section(kit.escape(str(refusal)))])


def form(
    columns: Sequence[ColumnChoice], fields: Mapping[str, str], place: Place
) -> dict[str, Any]:
    """Each column with what it is read as and some of what it holds. `fields`: what may be chosen,
    in words."""
    blocks = [
        kit.context(
            "What you choose is read anew and shown before anything is stored. Once it is stored, "
            "the same headings are read so in every later file."
        )
    ]
    for column in columns[:MOST]:
        blocks += _column(column, fields)
    if columns[MOST:]:
        blocks.append(kit.context(f"… and {len(columns) - MOST} more columns."))
    return _modal(blocks) | {
        "callback_id": FORM,
        "submit": kit.plain("Read it so", 24),
        "private_metadata": encode(place),
    }


def read(view: Mapping[str, Any]) -> tuple[Place, dict[str, str]]:
    """Where the preview stands, and the fields that were chosen by id of the heading."""
    chosen = {}
    for block, values in view["state"]["values"].items():
        option = values.get("field", {}).get("selected_option") or {}
        if block.startswith(COLUMN) and option.get("value", UNCHANGED) != UNCHANGED:
            chosen[block.removeprefix(COLUMN)] = str(option["value"])
    return carried(view["private_metadata"], partial(decode, Place), OLD_FORM), chosen


def _column(column: ColumnChoice, fields: Mapping[str, str]) -> Iterator[Block]:
    first = kit.option(f"As it was read: {column.read_as}", UNCHANGED)
    options = [first, *(kit.option(words, name) for name, words in fields.items())]
    select = {
        "type": "static_select",
        "action_id": "field",
        "options": options,
        "initial_option": first,
    }
    yield input_block(f"{COLUMN}{column.id}", column.heading, select)
    samples = " · ".join(f"“{sample}”" for sample in column.samples)
    reason = f" ({column.reason})" if column.reason else ""
    yield kit.context(kit.oneline(f"Read as {column.read_as}{reason}. {samples}", 1_000))


def _modal(blocks: list[Block]) -> dict[str, Any]:
    return {
        "type": "modal",
        "title": kit.plain("What columns hold", 24),
        "close": kit.plain("Close", 24),
        "blocks": blocks,
    }
