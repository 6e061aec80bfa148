"""Files dropped into the direct message with the bot: the preview in their thread, then [Store].

The acknowledgement waits for nothing: a file is fetched and read after it. Who presses [Store] is
asked for their right again, and the file is fetched again.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.blocks import messages
from bot.blocks import shared_files as drawing
from bot.core.access import Caller
from bot.core.errors import Refused
from bot.core.remedies import meaning, remedy
from bot.core.shared_files import SharedFile
from bot.handlers.caller import by_email
from bot.handlers.failures import in_words
from bot.handlers.home import Home, Later
from bot.handlers.router import Ask
from bot.services import shared_files
from bot.services.context import Context
from bot.services.storing import Superseded

MOST = 5
"""Documents of one message that are read; more are a mistake."""
_NO_DOCUMENTS = ("image/", "video/", "audio/")
Fetch = Callable[[WebClient, str], SharedFile]
"""A file by its id, from Slack. Raises Refused."""
TakeFiles = Callable[[Ask, Mapping[str, Any]], bool]
"""Reads the documents a direct message brings; False when it brings none."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Thread:
    """A thread the bot answers in. `ts`: the message of its own that is written anew, if any."""

    client: WebClient
    channel: str
    root: str
    ts: str = ""

    def show(self, drawn: messages.Drawn) -> None:
        """Write the message anew, or for the first time."""
        text, blocks = drawn
        if self.ts:
            self.client.chat_update(channel=self.channel, ts=self.ts, text=text, blocks=blocks)
            return
        answer = self.client.chat_postMessage(
            channel=self.channel, thread_ts=self.root or None, text=text, blocks=blocks
        )
        self.channel, self.ts = str(answer["channel"]), str(answer["ts"])


class SharedFiles:
    """The conversation about a file somebody gives."""

    def __init__(
        self, context: Context, home: Home, fetch: Fetch, later: Later | None = None
    ) -> None:
        self._context, self._home, self._fetch = context, home, fetch
        self._later = later or (lambda task: task())

    def register(self, bolt: App) -> None:
        """Listen to the buttons under a preview."""
        bolt.action(drawing.STORE)(self.store)
        bolt.action(drawing.STORE_ALL)(self.store_all)
        bolt.action(drawing.PROBLEMS)(self.problems)
        bolt.action(drawing.LEAVE)(self.leave)

    def take(self, ask: Ask, event: Mapping[str, Any]) -> bool:
        """Read the documents a direct message brings. False when it brings none."""
        documents = [file for file in event["files"] if _is_document(file)]
        for file in documents[:MOST]:
            thread = Thread(ask.client, ask.channel, ask.thread or str(event["ts"]))
            name = str(file.get("name") or "the file")
            self._begin(thread, self._look, ask.caller, str(file["id"]), name)
        return bool(documents)

    def store(self, ack: Ack, action: dict[str, Any], body: dict[str, Any], context: BoltContext,
              client: WebClient) -> None:  # fmt: skip
        """[Store]: without the changes that ask for a confirmation."""
        ack()
        self._begin(_under(body, client), self._store, context["caller"], action["value"], False)

    def store_all(self, ack: Ack, action: dict[str, Any], body: dict[str, Any],
                  context: BoltContext, client: WebClient) -> None:  # fmt: skip
        """[Store all]."""
        ack()
        self._begin(_under(body, client), self._store, context["caller"], action["value"], True)

    def problems(self, ack: Ack, action: dict[str, Any], body: dict[str, Any],
                 context: BoltContext, client: WebClient) -> None:  # fmt: skip
        """[All problems]: as a file, in the same thread."""
        ack()
        self._begin(_under(body, client), self._problems, context["caller"], action["value"])

    def leave(self, ack: Ack, respond: Respond) -> None:
        """[Leave it]: nothing was stored, and nothing will be."""
        text, blocks = drawing.left()
        respond(text=text, blocks=blocks, replace_original=True)
        ack()

    def _begin(
        self, thread: Thread, task: Callable[..., None], caller: Caller, *given: Any
    ) -> None:
        """Do something once the acknowledgement is on its way; what goes wrong is said there."""
        # The person may see other records than those they were found in: it is later by then.
        work = partial(task, thread, replace(caller, seen=None), *given)
        self._later(partial(_carefully, thread, work))

    def _look(self, thread: Thread, caller: Caller, file_id: str, name: str) -> None:
        shared_files.may_give(caller)
        thread.show(drawing.reading(name))
        self._preview(thread, caller, file_id)

    def _preview(self, thread: Thread, caller: Caller, file_id: str) -> None:
        file = self._fetch(thread.client, file_id)
        shown = shared_files.preview(self._context, caller, file, by_email(thread.client))
        thread.show(drawing.preview(shown))

    def _store(self, thread: Thread, caller: Caller, value: str, everything: bool) -> None:
        shared_files.may_give(caller)
        shown, thread.ts = replace(thread), ""  # a refusal leaves the preview where it is
        file_id, stamp = json.loads(value)
        file = self._fetch(thread.client, file_id)
        look = by_email(thread.client)
        try:
            stored = shared_files.store(
                self._context, caller, file, stamp, look, everything=everything
            )
        except Superseded as changed:
            replace(thread).show(messages.refusal(changed))
            self._preview(shown, caller, file_id)
            return
        shown.show(drawing.stored(stored))
        self._home.refresh(caller, thread.client)

    def _problems(self, thread: Thread, caller: Caller, value: str) -> None:
        shared_files.may_give(caller)
        thread.ts = ""
        file = self._fetch(thread.client, json.loads(value)[0])
        listed = shared_files.problems(self._context, caller, file, by_email(thread.client))
        name = f"problems-of-{file.name.rpartition('.')[0] or file.name}.xlsx"
        thread.client.files_upload_v2(
            channel=thread.channel, thread_ts=thread.root, filename=name, file=listed, title=name
        )


def _carefully(thread: Thread, work: Callable[[], None]) -> None:
    """Nobody waits for this any more, so whatever goes wrong is said in the thread, or logged."""
    try:
        work()
    except Exception as error:
        try:
            thread.show(in_words(_plain(error), "file"))
        except (SlackClientError, OSError) as silent:
            log.warning("not_told", extra={"why": type(silent).__name__})


def _plain(error: Exception) -> Exception:
    """A scope that is missing is no fault: it says what to add."""
    if isinstance(error, SlackApiError) and error.response.get("error") == "missing_scope":
        return Refused(f"I cannot do this: {meaning('missing_scope')}.", remedy("missing_scope"))
    return error


def _under(body: Mapping[str, Any], client: WebClient) -> Thread:
    """The thread a button stands in; only ever a direct message."""
    container = body.get("container") or {}
    channel = str(container.get("channel_id") or "")
    if not channel.startswith("D"):
        return Thread(client, str(body["user"]["id"]), "")
    root = str(container.get("thread_ts") or container.get("message_ts") or "")
    return Thread(client, channel, root, str(container.get("message_ts") or ""))


def _is_document(file: Mapping[str, Any]) -> bool:
    """Whether a file may hold a plan, a return or a list: pictures, sound and film never do. Of a
    file shared from another workspace only its id comes along."""
    kind = str(file.get("mimetype") or "")
    named = bool(file.get("name")) or file.get("file_access") == "check_file_info"
    return named and not kind.startswith(_NO_DOCUMENTS)
