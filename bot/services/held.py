"""What waits for a person: sending a held post again, mended channels, workspaces that paused."""

from __future__ import annotations

from dataclasses import replace

from bot.core.access import Caller, Deed, may
from bot.core.errors import NotFound, Refused
from bot.core.outgoing import Delivery, Outgoing
from bot.services.delivery import Poster
from bot.services.desk import Desk
from bot.services.outbox import channel_of
from bot.store.store import Store


def try_again(desk: Desk, caller: Caller, key: str) -> Outgoing:
    """A coordinator sends a held row again. Raises NotAllowed, NotFound, Refused (not waiting)."""
    may(caller, Deed.COORDINATE)
    with desk.store.writing(caller.workspace) as books:
        row = books.outbox.get(key)
        if row is None:
            raise NotFound("That post is no longer known.", "Type `/csp log` for what is.")
        if row.state not in {Delivery.HELD, Delivery.DEAD}:
            raise Refused(f"That post is {row.state} already.", "Type `/csp log` to see it.")
        channel = row.channel or channel_of(books, desk.timetable)
        books.outbox.move(row, Delivery.PENDING, channel=channel, not_before=None, looks=0)
        books.audit.note(desk.now(), caller.user, "try again", key, route="slack")
        return replace(row, state=Delivery.PENDING, channel=channel)


def channel_mended(store: Store, workspace: str, channel: str, *, chosen: bool = False) -> int:
    """The bot was invited to `channel`: send what was held for it; how many rows.

    `chosen`: it is now the partnership's channel, so what had no channel at all goes there too.
    """
    wanted = {channel, ""} if chosen else {channel}
    with store.writing(workspace) as books:
        held = [row for row in books.outbox.recent(200, {Delivery.HELD}) if row.channel in wanted]
        for row in held:
            books.outbox.move(row, Delivery.PENDING, channel=channel, not_before=None, looks=0)
    return len(held)


def pause(store: Store, workspace: str, reason: str = "app_uninstalled") -> None:
    """Slack ended the app in a workspace: its posts wait, with Slack's word for the reason."""
    store.pause(workspace, reason)


def resume(store: Store, poster: Poster, workspace: str) -> bool:
    """Take up a paused workspace's posts again when Slack accepts its token. True when it does."""
    if not poster.is_welcome(workspace):
        return False
    store.pause(workspace, "")
    return True
