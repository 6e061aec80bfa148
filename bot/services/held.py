"""What waits for a person: sending a held post again, mended channels, workspaces that paused."""

from __future__ import annotations

from dataclasses import replace

from bot.core.access import Caller, Permission, require
from bot.core.errors import NotFound, Refused
from bot.core.outgoing import Outgoing, PostState
from bot.services.context import Context
from bot.services.delivery import Poster


def try_again(context: Context, caller: Caller, key: str) -> Outgoing:
    """A coordinator sends a held row again. Raises NotAllowed, NotFound, Refused (not waiting)."""
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        row = records.outbox.get(key)
        if row is None:
            raise NotFound("That post is no longer known.", "Type `/csp log` for what is.")
        if row.state not in {PostState.HELD, PostState.DEAD}:
            raise Refused(f"That post is {row.state} already.", "Type `/csp log` to see it.")
        channel = row.channel or records.settings.channel(context.timetable.channel)
        records.outbox.move(row, PostState.PENDING, channel=channel, not_before=None, looks=0)
        records.audit.note(context.now(), caller.user, "try again", _called(row), route="slack")
        return replace(row, state=PostState.PENDING, channel=channel)


def _called(row: Outgoing) -> str:
    """What the audit trail calls a post: a letter by its kind alone, since its key names people."""
    return f"letter:{row.kind}" if row.channel[:1] in {"U", "W", "D"} else row.key


def channel_mended(context: Context, workspace: str, channel: str, *, chosen: bool = False) -> int:
    """The bot was invited to `channel`: send what was held for it; how many rows.

    `chosen`: it is now the partnership's channel, so what had no channel at all goes there too.
    """
    wanted = {channel, ""} if chosen else {channel}
    with context.store.writing(workspace) as records:
        held = [
            row for row in records.outbox.recent(200, {PostState.HELD}) if row.channel in wanted
        ]
        for row in held:
            records.outbox.move(row, PostState.PENDING, channel=channel, not_before=None, looks=0)
        if held:
            after = f"{len(held)} held posts sent"
            records.audit.note(context.now(), "bot", "channel mended", channel, after=after)
    return len(held)


def pause(context: Context, workspace: str, reason: str = "app_uninstalled") -> None:
    """Slack ended the app in a workspace: its posts wait, with Slack's word for the reason."""
    context.store.pause(workspace, reason, context.now())


def resume(context: Context, poster: Poster, workspace: str) -> bool:
    """Take up a paused workspace's posts again when Slack accepts its token. True when it does."""
    if not poster.is_welcome(workspace):
        return False
    context.store.pause(workspace, "", context.now())
    return True
