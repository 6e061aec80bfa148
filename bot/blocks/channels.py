"""What is said about channels: the welcome, the partnership's own, those for sensitive actions."""

from __future__ import annotations

from bot.blocks import kit
from bot.blocks.messages import Drawn


def welcome(bot: str) -> Drawn:
    """What is said once when the bot is invited to a channel. `bot` is its user id."""
    text = (
        "Hello. I hold this partnership's action plan: ask me with `/csp` or by mentioning me "
        f"(<@{bot}>), and lead agencies can report progress here with `/csp update`.\n"
        "A coordinator can have the quarterly summary posted here with `/csp channel here`."
    )
    return text, [kit.section(text)]


def chosen(channel: str) -> Drawn:
    """The partnership's channel was chosen."""
    text = f"The quarterly summary and notices of change will be posted in <#{channel}>."
    return text, [kit.section(text)]


def private(channel: str, *, named: bool) -> Drawn:
    """Whether sensitive actions may be read whole in a channel."""
    text = (
        f"In <#{channel}> sensitive actions are shown whole from now on, to everybody there."
        if named
        else f"In <#{channel}> sensitive actions show reference and status only from now on."
    )
    return text, [kit.section(text)]
