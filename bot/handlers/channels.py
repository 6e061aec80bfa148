"""Channels and markings: where the bot posts, what may be shown whole there, what is sensitive."""

from __future__ import annotations

from typing import Any

from slack_bolt import App, BoltContext, Say

from bot.blocks import channels as drawn
from bot.blocks import messages
from bot.core.errors import Invalid
from bot.handlers.router import Ask, Reply, Router, Verb
from bot.services import channels, held, markings
from bot.services.context import Context


class Channels:
    """Invited somewhere, told what to post there, and what to hold back."""

    def __init__(self, context: Context, router: Router) -> None:
        self._context = context
        router.add(
            [
                Verb(
                    ("channel",),
                    "/csp channel here",
                    "post the summary and notices here; `private` or `open`: may sensitive "
                    "actions be shown whole here",
                    self.channel,
                    coordinators=True,
                ),
                Verb(
                    ("mark",),
                    "/csp mark REF sensitive",
                    "show only reference and status of an action or priority (or `official` again)",
                    self.mark,
                    coordinators=True,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to invitations."""
        bolt.event("member_joined_channel")(self.welcome)

    def channel(self, ask: Ask) -> Reply:
        """`channel here | private | open`, typed in the channel it is about."""
        if not ask.channel or ask.channel.startswith("D"):
            raise Invalid("channel", "Type that in the channel itself.", "`/csp channel here`")
        wanted = ask.text.strip().lower()
        if wanted in {"private", "open"}:
            named = wanted == "private"
            channels.set_private(self._context, ask.caller, ask.channel, named=named)
            return Reply.of(drawn.private(ask.channel, named=named))
        if wanted != "here":
            read = f"I read '{wanted}'." if wanted else "What is this channel to be?"
            raise Invalid("channel", read, "Type `here`, `private` or `open` after it.")
        channels.choose(self._context, ask.caller, ask.channel)
        return Reply.of(drawn.chosen(ask.channel))

    def mark(self, ask: Ask) -> Reply:
        """Mark an action or a priority as sensitive, or as official again."""
        name, marking = markings.mark(self._context, ask.caller, ask.text)
        return Reply.of(messages.notice(f"{name} is marked {marking} from now on."))

    def welcome(self, event: dict[str, Any], context: BoltContext, say: Say) -> None:
        """Invited to a channel: say hello once, and send what waited for this channel."""
        if event["user"] != context.bot_user_id:
            return
        held.channel_mended(self._context.store, context["workspace"], event["channel"])
        text, blocks = drawn.welcome(str(context.bot_user_id))
        say(text=text, blocks=blocks)
