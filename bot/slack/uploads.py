"""Sending files: three steps of the Web API, and knowing a message that shares them again.

docs.slack.dev, files.getUploadURLExternal and files.completeUploadExternal. A shared file carries
no message metadata, so a message whose answer was lost is known by its comment and its files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_sdk import WebClient

from bot.blocks import kit
from bot.core.codec import decode
from bot.core.outgoing import Outgoing
from bot.messages.notices import FileRequest

KIND = FileRequest.__name__


def send(client: WebClient, row: Outgoing, files: Mapping[str, bytes]) -> str:
    """Upload the files a row asks for and share them in one message; the conversation it is in.

    Raises what slack_sdk raises.
    """
    channel = str(client.conversations_open(users=row.channel)["channel"]["id"])
    client.files_upload_v2(
        channel=channel,
        initial_comment=_comment(row),
        file_uploads=[
            {"file": content, "filename": name, "title": name} for name, content in files.items()
        ],
    )
    return channel


def shares(message: Mapping[str, Any], row: Outgoing) -> bool:
    """Whether a message is the one that shares the files of `row`."""
    return row.kind == KIND and bool(message.get("files")) and message.get("text") == _comment(row)


def _comment(row: Outgoing) -> str:
    return kit.escape(decode(FileRequest, row.payload).caption)
