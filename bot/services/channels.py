"""A coordinator chooses the partnership's channel, and where sensitive actions may be read."""

from __future__ import annotations

from bot.core.access import Caller, Permission, require
from bot.messages.notices import Message
from bot.services.context import Context
from bot.services.held import channel_mended
from bot.services.outbox import tell_coordinators
from bot.store.store import Records


def choose(context: Context, caller: Caller, channel: str) -> None:
    """A coordinator says which channel the summary and the notices go to."""
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        before = records.settings.channel(context.timetable.channel)
        records.audit.note(
            context.now(), caller.user, "set_channel", channel, before=before, after=channel
        )
        records.settings.choose_channel(channel)
    channel_mended(context, caller.workspace, channel, chosen=True)


def standing(context: Context, caller: Caller) -> tuple[str, tuple[str, ...]]:
    """The channel of the summary and the notices (empty while there is none), and those in which
    sensitive actions are shown whole. Raises NotAllowed."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        chosen = records.settings.channel(context.timetable.channel)
        return chosen, records.settings.private_channels()


def may_choose(caller: Caller) -> None:
    """Raise NotAllowed for anybody but a coordinator."""
    require(caller, Permission.COORDINATE)


def is_named(context: Context, workspace: str, channel: str) -> bool:
    """Whether sensitive actions are shown whole in a channel."""
    with context.store.reading(workspace) as records:
        return channel in records.settings.private_channels()


def set_private(context: Context, caller: Caller, channel: str, *, named: bool) -> None:
    """Name a channel as one where sensitive actions are shown whole, or take that back."""
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        _name(context, records, caller.user, channel, named=named)


def made_public(context: Context, workspace: str, channel: str) -> None:
    """A channel that was named for sensitive actions is public now: it is named no longer, and the
    coordinators are told."""
    with context.store.writing(workspace) as records:
        if channel not in records.settings.private_channels():
            return
        _name(context, records, "bot", channel, named=False)
        notice = Message(
            "A channel that was named for sensitive actions has been made public in Slack, so they "
            "show reference and status only there from now on. What I said in it before stays: "
            "delete it there, or mark the action once more and choose [Take it out of my messages]."
        )
        now = context.now()
        tell_coordinators(
            records, context.timetable, f"public:{channel}:{now:%Y%m%dT%H%M%S}", notice, now
        )


def _name(context: Context, records: Records, by: str, channel: str, *, named: bool) -> None:
    before = records.settings.private_channels()
    others = [known for known in before if known != channel]
    records.settings.name_private_channels([*others, channel] if named else others)
    named_so = ("not named", "named for sensitive actions")
    records.audit.note(
        context.now(),
        by,
        "channel",
        channel,
        before=named_so[channel in before],
        after=named_so[named],
        route="slack",
    )
