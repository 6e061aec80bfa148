"""The form in which a plan is given on Home: one file, read like one dropped into a message."""

from __future__ import annotations

from typing import Any

from bot.blocks import forms, kit, messages
from bot.blocks.confirming import input_block

FORM = "file_form"
FILE = "file"
FILE_TYPES = ("xlsx", "docx", "ods", "xls", "csv")
_HINT = (
    "At most 10 MB. A larger one is attached to a message to me. I show you what I read in our "
    "direct message before anything is stored."
)


def form() -> forms.View:
    """The form (docs.slack.dev, "File input element": needs `files:read`, takes 10 MB)."""
    element = {
        "type": "file_input",
        "action_id": FILE,
        "filetypes": list(FILE_TYPES),
        "max_files": 1,
    }
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": kit.plain("Load the plan", 24),
        "submit": kit.plain("Read it"),
        "close": kit.plain("Cancel"),
        "blocks": [input_block(FILE, "Your plan", element, hint=_HINT)],
    }


def read_form(view: dict[str, Any]) -> tuple[str, str]:
    """The id and name of the file that was chosen; empty when none was."""
    files = view["state"]["values"][FILE][FILE].get("files") or []
    return (str(files[0]["id"]), str(files[0].get("name") or "the file")) if files else ("", "")


def given(name: str) -> messages.Drawn:
    """What the preview stands under in the direct message."""
    return messages.notice(
        f"{name}, from the form on Home: what I read stands in the thread of this."
    )
