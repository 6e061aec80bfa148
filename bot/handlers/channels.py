"""Channels and markings: where the bot posts, what may be shown whole there, what is sensitive."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from slack_bolt import App, BoltContext, Say
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.blocks import channels as drawn
from bot.blocks import messages
from bot.core.errors import Invalid, Refused
from bot.handlers.press import Press, pressed
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
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
                    wish=Wish.POSTS,
                ),
                Verb(
                    ("mark",),
                    "/csp mark REF sensitive",
                    "show only reference and status of an action or priority (or `official` again)",
                    self.mark,
                    coordinators=True,
                    wish=Wish.CHANGE,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to invitations, [Show them whole here], [Mark it …] and [Take it out]."""
        bolt.action(drawn.MARK)(pressed(self.mark_it))
        bolt.action(drawn.PRIVATE)(pressed(self.name_private))
        bolt.action(drawn.TAKE_OUT)(pressed(self.take_out))
        bolt.event("member_joined_channel")(self.welcome)

    def channel(self, ask: Ask) -> Reply:
        """`channel here | private | open`, typed in the channel it is about."""
        if not ask.channel or ask.channel.startswith("D"):
            raise Invalid("channel", "Type that in the channel itself.", "`/csp channel here`")
        wanted = ask.text.strip().lower()
        if wanted == "private":
            channels.may_choose(ask.caller)
            people = _people_in_private(ask.client, ask.channel)
            return replace(Reply.of(drawn.ask_private(ask.channel, people)), private=True)
        if wanted == "open":
            channels.set_private(self._context, ask.caller, ask.channel, named=False)
            return Reply.of(drawn.private(ask.channel, named=False))
        if wanted != "here":
            chosen, private_ones = channels.standing(self._context, ask.caller)
            return Reply.of(drawn.standing(chosen, private_ones, wanted))
        channels.choose(self._context, ask.caller, ask.channel)
        return Reply.of(drawn.chosen(ask.channel))

    def name_private(self, press: Press) -> None:
        """[Show them whole here]: it may have been made public since it was asked."""
        channel, caller = press.value, press.caller
        channels.may_choose(caller)
        _people_in_private(press.client, channel)
        channels.set_private(self._context, caller, channel, named=True)
        press.instead(drawn.private(channel, named=True))

    def mark(self, ask: Ask) -> Reply:
        """Mark an action or a priority as sensitive, or as official again: asks first."""
        wanted = markings.to_mark(self._context, ask.caller, ask.text)
        shown = drawn.ask_mark(wanted.name, wanted.marking, wanted.wish)
        return replace(Reply.of(shown), private=True)

    def mark_it(self, press: Press) -> None:
        """[Mark it …]."""
        done = markings.mark(self._context, press.caller, press.value)
        press.instead(drawn.marked(done.name, done.marking, posted=done.posted))

    def take_out(self, press: Press) -> None:
        """[Take it out of my messages]."""
        markings.take_out(self._context, press.caller, press.value)
        text = (
            f"I am going through my messages about {press.value} and will write to you when it "
            "is done."
        )
        press.instead(messages.notice(text))

    def welcome(self, event: dict[str, Any], context: BoltContext, say: Say) -> None:
        """Invited to a channel: say hello once, and send what waited for this channel."""
        if event["user"] != context.bot_user_id:
            return
        held.channel_mended(self._context, context["workspace"], event["channel"])
        text, blocks = drawn.welcome(str(context.bot_user_id))
        say(text=text, blocks=blocks)


ELSEWHERE = "elsewhere"
"""A channel that nobody has named for sensitive actions."""


def shared_in(context: Context, ask: Ask) -> str:
    """The channel in which everybody reads the answer; empty for an answer to the asker alone. One
    named for sensitive actions is asked about: it may have been made public since, and what Slack
    does not say to be private is not."""
    workspace = ask.caller.workspace
    if not ask.shared or not channels.is_named(context, workspace, ask.channel):
        return ask.channel if ask.shared else ""
    try:
        _people_in_private(ask.client, ask.channel)
    except Refused:
        channels.made_public(context, workspace, ask.channel)
    except (SlackClientError, OSError):
        return ELSEWHERE
    return ask.channel


def _people_in_private(client: WebClient, channel: str) -> int:
    """How many people are in a private channel. Raises Refused when Slack says it is not one."""
    info = client.conversations_info(channel=channel, include_num_members=True)["channel"]
    if not info.get("is_private"):
        raise Refused(
            "This channel is public: everybody in the workspace can read it and join it, so "
            "sensitive actions are not shown whole here.",
            "Make it private in Slack first, or type that in a private channel.",
        )
    return int(info.get("num_members") or 0)
