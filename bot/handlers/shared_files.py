"""Files dropped into the direct message with the bot: the preview in their thread, what is decided
of it there, then [Store].

The acknowledgement waits for nothing: a file is fetched and read after it. Who presses [Store] is
asked for their right again, and the file is fetched again.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.blocks import file_columns, file_form, messages
from bot.blocks import shared_files as drawing
from bot.core.access import Caller, Permission, require
from bot.core.errors import Invalid, Refused
from bot.handlers.caller import by_email
from bot.handlers.home import Home, Later
from bot.handlers.press import Press, pressed
from bot.handlers.router import Ask
from bot.handlers.threads import Thread, carefully, under
from bot.messages.shared_files import Decisions, SharedFile
from bot.services import late
from bot.services.context import Context

if TYPE_CHECKING:
    from bot.services.shared_files import Given

MOST = 5
"""Documents of one message that are read; more are a mistake."""
_NO_DOCUMENTS = ("image/", "video/", "audio/")
TELL_EVERY = 4.0
"""Seconds between two words on how far a long file is read; Slack takes some fifty a minute."""
Fetch = Callable[[WebClient, str], SharedFile]
"""A file by its id, from Slack. Raises Refused."""
TakeFiles = Callable[[Ask, Mapping[str, Any]], bool]
"""Reads the documents a direct message brings; False when it brings none."""


class SharedFiles:
    """The conversation about a file somebody gives."""

    def __init__(
        self, context: Context, home: Home, fetch: Fetch, later: Later | None = None
    ) -> None:
        self._context, self._home, self._fetch = context, home, fetch
        self._later = later or (lambda task: task())

    def register(self, bolt: App) -> None:
        """Listen to the buttons under a preview, and to the form of its columns."""
        bolt.action(drawing.STORE)(pressed(self.store))
        bolt.action(drawing.STORE_ALL)(pressed(self.store_all))
        bolt.action(drawing.PROBLEMS)(pressed(self.problems))
        bolt.action(drawing.LEAVE)(pressed(self.leave))
        bolt.action(re.compile(f"^{drawing.DECIDE}(:|$)"))(pressed(self.decide))
        bolt.action(drawing.COLUMNS)(pressed(self.columns))
        bolt.view(file_columns.FORM)(self.read_columns_so)
        bolt.view(file_form.FORM)(self.take_from_form)

    def take(self, ask: Ask, event: Mapping[str, Any]) -> bool:
        """Read the documents a direct message brings. False when it brings none."""
        documents = [file for file in event["files"] if _is_document(file)]
        for file in documents[:MOST]:
            thread = Thread(ask.client, ask.channel, ask.thread or str(event["ts"]))
            name = str(file.get("name") or "the file")
            self._begin(thread, self._look, ask.caller, str(file["id"]), name)
        return bool(documents)

    def take_from_form(self, ack: Ack, view: dict[str, Any], context: BoltContext,
                       client: WebClient) -> None:  # fmt: skip
        """The form behind [Load the plan]: its file is shown in the direct message."""
        caller: Caller = context["caller"]
        require(caller, Permission.COORDINATE)
        file_id, name = file_form.read_form(view)
        if not file_id:
            raise Invalid(file_form.FILE, "Choose a file first.")
        ack()
        self._begin(Thread(client, caller.user, ""), self._look_in_letter, caller, file_id, name)

    def store(self, press: Press) -> None:
        """[Store]: without the changes that ask for a confirmation, or were left."""
        self._begin(under(press), self._store, press.caller, press.value, False)

    def store_all(self, press: Press) -> None:
        """[Store all]."""
        self._begin(under(press), self._store, press.caller, press.value, True)

    def problems(self, press: Press) -> None:
        """[All problems]: as a file, in the same thread."""
        self._begin(under(press), self._problems, press.caller, press.value)

    def leave(self, press: Press) -> None:
        """[Leave it]: nothing was stored, and nothing will be."""
        late.shared_files.leave(self._context, press.caller, drawing.read_value(press.value)[0])
        press.instead(drawing.left())

    def decide(self, press: Press) -> None:
        """An answer about an agency, or a change taken or left: the preview is drawn anew."""
        self._begin(under(press), self._anew, press.caller, press.value)

    def columns(self, press: Press) -> None:
        """[Columns]: the form is opened at once, and filled when the file is read."""
        late.shared_files.may_give(press.caller)
        view = press.open(file_columns.loading())
        self._begin(under(press), self._fill, press.caller, press.value, view)

    def read_columns_so(self, ack: Ack, view: dict[str, Any], context: BoltContext,
                        client: WebClient) -> None:  # fmt: skip
        """The form of columns came back: read so, and shown anew."""
        late.shared_files.may_give(context["caller"])
        place, chosen = file_columns.read(view)
        ack()
        thread = Thread(client, place.channel or context["caller"].user, place.root, place.ts)
        self._begin(thread, self._anew, context["caller"], place.value, chosen)

    def _begin(
        self, thread: Thread, task: Callable[..., None], caller: Caller, *given: Any
    ) -> None:
        """Do something once the acknowledgement is on its way; what goes wrong is said there."""
        # The person may see other records than those they were found in: it is later by then.
        work = partial(task, thread, replace(caller, seen=None), *given)
        self._later(partial(carefully, thread, work))

    def _look(self, thread: Thread, caller: Caller, file_id: str, name: str) -> None:
        late.shared_files.may_give(caller)
        thread.show(drawing.reading(name))
        self._preview(thread, caller, file_id, Decisions())

    def _look_in_letter(self, thread: Thread, caller: Caller, file_id: str, name: str) -> None:
        """A file no message brought: one is written for the preview to stand under."""
        thread.show(file_form.given(name))
        thread.root, thread.ts = thread.ts, ""
        self._look(thread, caller, file_id, name)

    def _anew(
        self, thread: Thread, caller: Caller, value: str, columns: Mapping[str, str] | None = None
    ) -> None:
        """The preview with what was decided; a refusal leaves the one before where it is."""
        late.shared_files.may_give(caller)
        shown, thread.ts = replace(thread), ""
        file_id, _, decisions = drawing.read_value(value)
        if columns:
            chosen = dict(decisions.columns) | dict(columns)
            decisions = replace(decisions.stopped(), columns=tuple(chosen.items()))
        self._preview(shown, caller, file_id, decisions)

    def _preview(self, thread: Thread, caller: Caller, file_id: str, decisions: Decisions) -> None:
        given = self._given(thread, file_id, decisions)
        thread.show(drawing.preview(late.shared_files.preview(self._context, caller, given)))

    def _given(self, thread: Thread, file_id: str, decisions: Decisions) -> Given:
        file = self._fetch(thread.client, file_id)
        progress = _Progress(thread, file.name)
        return late.shared_files.Given(file, by_email(thread.client), decisions, progress.tick)

    def _store(self, thread: Thread, caller: Caller, value: str, everything: bool) -> None:
        late.shared_files.may_give(caller)
        shown, thread.ts = replace(thread), ""  # a refusal leaves the preview where it is
        file_id, stamp, decisions = drawing.read_value(value)
        given = self._given(shown, file_id, decisions)
        try:
            stored = late.shared_files.store(
                self._context, caller, given, stamp, everything=everything
            )
        except late.storing.Superseded as changed:
            replace(thread).show(messages.refusal(changed))
            self._preview(shown, caller, file_id, decisions.stopped())
            return
        shown.show(drawing.stored(stored))
        self._home.refresh(caller, thread.client)

    def _problems(self, thread: Thread, caller: Caller, value: str) -> None:
        late.shared_files.may_give(caller)
        thread.ts = ""
        file_id, _, decisions = drawing.read_value(value)
        given = replace(self._given(thread, file_id, decisions), tick=None)
        listed = late.shared_files.problems(self._context, caller, given)
        name = f"problems-of-{given.file.name.rpartition('.')[0] or given.file.name}.xlsx"
        thread.client.files_upload_v2(
            channel=thread.channel, thread_ts=thread.root, filename=name, file=listed, title=name
        )

    def _fill(self, thread: Thread, caller: Caller, value: str, view_id: str) -> None:
        """Fill the form of columns, or say in it why it cannot be."""
        place = file_columns.Place(value, thread.channel, thread.root, thread.ts)
        file_id, _, decisions = drawing.read_value(value)
        try:
            given = replace(self._given(thread, file_id, decisions), tick=None)
            columns = late.shared_files.columns(self._context, caller, given)
            view = file_columns.form(columns, late.file_decisions.FIELDS, place)
        except Refused as refusal:
            view = file_columns.refused(refusal)
        thread.client.views_update(view_id=view_id, view=view)


class _Progress:
    """How far a long file is read: the one message says so anew every few seconds."""

    def __init__(self, thread: Thread, name: str) -> None:
        self._thread, self._name, self._last = thread, name, time.monotonic()

    def tick(self, done: int, total: int) -> None:
        """`done` of `total` rows are read."""
        if self._thread.ts and time.monotonic() - self._last >= TELL_EVERY:
            self._last = time.monotonic()
            self._thread.show(drawing.reading(self._name, done, total))


def _is_document(file: Mapping[str, Any]) -> bool:
    """Whether a file may hold a plan, a return or a list: pictures, sound and film never do. Of a
    file shared from another workspace only its id comes along."""
    kind = str(file.get("mimetype") or "")
    named = bool(file.get("name")) or file.get("file_access") == "check_file_info"
    return named and not kind.startswith(_NO_DOCUMENTS)
