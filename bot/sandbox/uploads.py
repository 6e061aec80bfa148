"""Files of the stand-in: uploaded by people or by the bot, shared in a conversation, fetched again.

Apps send a file in three steps (docs.slack.dev, files.getUploadURLExternal, the upload itself,
files.completeUploadExternal); without the scopes `files:write` and `files:read` none of it works.
"""

from __future__ import annotations

import mimetypes
import secrets
from typing import Any
from urllib.parse import quote

from bot.core.dataclass import dataclass
from bot.sandbox.limits import Refusal
from bot.sandbox.params import Params
from bot.sandbox.workspace import Message, Workspace


@dataclass
class File:
    """One file. `shared`: a message shows it; before that nobody but its owner can see it."""

    id: str
    name: str
    user: str
    length: int
    title: str = ""
    content: bytes | None = None
    shared: bool = False
    deleted: bool = False


class Uploads:
    """The files of one workspace. `base_url` is where they are uploaded to and fetched from."""

    def __init__(self, workspace: Workspace) -> None:
        self._w = workspace
        self.base_url = ""
        self.allowed = True
        """Whether the app was given the optional scopes for files."""
        self.files: dict[str, File] = {}
        self._tickets: dict[str, str] = {}

    def verbs(self) -> dict[str, Any]:
        """Methods of the Web API by name."""
        return {
            "files.getUploadURLExternal": self._begin,
            "files.completeUploadExternal": self._complete,
            "files.info": self._info,
        }

    def take(self, ticket: str, content: bytes) -> bool:
        """The bytes of an upload that was begun; False for a ticket nobody gave out."""
        file = self.files.get(self._tickets.pop(ticket, ""))
        if file is None or len(content) != file.length:
            return False
        file.content = content
        return True

    def fetch(self, file_id: str, token: str) -> bytes | None:
        """The bytes of a file for whoever holds the bot's token; None when it is not there."""
        file = self.files.get(file_id)
        if file is None or file.deleted or token != self._w.token or not self.allowed:
            return None
        return file.content

    def drop(self, user: str, channel_id: str, name: str, content: bytes, text: str) -> Message:
        """A person drops a file into a conversation."""
        file = self.attach(user, name, content)
        channel = self._w.channel(channel_id)
        return self._share(channel.id, user, text, [file], "")

    def attach(self, user: str, name: str, content: bytes) -> File:
        """A person chooses a file, in a message or in a form."""
        file = self._new(name, user, len(content))
        file.content = content
        return file

    def shown(self, file: File) -> dict[str, Any]:
        """The file as events and `files.info` describe it."""
        address = f"{self.base_url}/files/{file.id}/{quote(file.name)}"
        return {
            "id": file.id,
            "name": file.name,
            "title": file.title or file.name,
            "user": file.user,
            "size": file.length,
            "mode": "tombstone" if file.deleted else "hosted",
            "mimetype": mimetypes.guess_type(file.name)[0] or "application/octet-stream",
            "filetype": file.name.rpartition(".")[2],
            "url_private": address,
            "url_private_download": address,
        }

    def _new(self, name: str, user: str, length: int) -> File:
        file = File(self._w.id("F"), name, user, length)
        self.files[file.id] = file
        return file

    def _permitted(self, scope: str) -> None:
        if not self.allowed:
            raise Refusal("missing_scope", f"needed: {scope}")

    def _begin(self, p: Params) -> dict[str, Any]:
        self._permitted("files:write")
        file = self._new(str(p["filename"]), self._w.bot, int(p["length"]))
        ticket = secrets.token_urlsafe(12)
        self._tickets[ticket] = file.id
        return {"file_id": file.id, "upload_url": f"{self.base_url}/upload/{ticket}"}

    def _complete(self, p: Params) -> dict[str, Any]:
        self._permitted("files:write")
        files = [self._uploaded(given) for given in p["files"]]
        if p.get("channel_id"):
            channel = self._w.channel(str(p["channel_id"]))
            if self._w.bot not in channel.members:
                raise Refusal("channel_not_found")
            comment, thread = str(p.get("initial_comment") or ""), str(p.get("thread_ts") or "")
            self._share(channel.id, self._w.bot, comment, files, thread)
        return {"files": [self.shown(file) for file in files]}

    def _uploaded(self, given: dict[str, Any]) -> File:
        file = self.files.get(str(given.get("id")))
        if file is None or file.content is None:
            raise Refusal("file_not_found")
        file.title = str(given.get("title") or file.name)
        return file

    def _share(self, channel: str, user: str, text: str, files: list[File], thread: str) -> Message:
        for file in files:
            file.shared = True
        shown = [self.shown(file) for file in files]
        return self._w.post(
            self._w.channel(channel),
            user,
            text,
            thread_ts=thread,
            files=shown,
            subtype="file_share",
        )

    def _info(self, p: Params) -> dict[str, Any]:
        self._permitted("files:read")
        file = self.files.get(str(p["file"]))
        if file is None:
            raise Refusal("file_not_found")
        if file.deleted:
            raise Refusal("file_deleted")
        return {"file": self.shown(file)}
