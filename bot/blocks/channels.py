"""What is said about channels: the welcome, the partnership's own, those for sensitive actions."""

from __future__ import annotations

from collections.abc import Sequence

from bot.blocks import kit, messages
from bot.blocks.kit import Block
from bot.blocks.messages import Drawn
from bot.core.plan import OFFICIAL, OFFICIAL_SENSITIVE


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


def standing(chosen: str, private_ones: Sequence[str], read: str) -> Drawn:
    """What each channel is, and what can be typed. `read`: what was typed and is none of it."""
    posts = f"go to <#{chosen}>" if chosen else "go nowhere yet: no channel is chosen"
    open_ones = " and ".join(f"<#{channel}>" for channel in private_ones) or "no channel"
    lines = [
        *([f"I read '{kit.oneline(read)}', which is none of these."] if read else []),
        f"The quarterly summary and notices of change {posts}.",
        f"Sensitive actions are shown whole in {open_ones}.",
        "Type in the channel it is about:",
        "`/csp channel here`  post the summary and notices here",
        "`/csp channel private`  show sensitive actions whole here (a private channel only)",
        "`/csp channel open`  show their reference and status only, as elsewhere",
    ]
    text = "\n".join(lines)
    return text, [kit.section(text)]


def private(channel: str, *, named: bool) -> Drawn:
    """Whether sensitive actions may be read whole in a channel."""
    text = (
        f"In <#{channel}> sensitive actions are shown whole from now on, to everybody there."
        if named
        else f"In <#{channel}> sensitive actions show reference and status only from now on."
    )
    return text, [kit.section(text)]


PRIVATE = "channel_private"
"""Action id of [Show them whole here]; the value is the channel's id."""


def ask_private(channel: str, people: int) -> Drawn:
    """Who would see what, before a channel is named for sensitive actions."""
    text = (
        f"In <#{channel}> sensitive actions would be shown whole, with lead, words, dates and "
        f"figures, whoever asks: to all {people} people there now, and to everybody who is invited "
        "later. Nothing is changed yet."
    )
    dialog = kit.confirm(
        "Show sensitive actions whole here?",
        "Everybody in this channel will be able to read them, also those who do not lead them. "
        "What is shown stays in the channel. `/csp channel open` takes it back.",
        "Show them",
    )
    button = kit.button("Show them whole here", PRIVATE, channel, style="danger", confirm=dialog)
    return text, [kit.section(text), kit.actions(button)]


MARK = "marking"
"""Action id of [Mark it …]; the value is what is marked, and as what."""
_CONSEQUENCES = {
    OFFICIAL_SENSITIVE: "Anyone who does not lead it sees only its reference and status, also in "
    "frozen summaries and in what waits to be posted; there its words cannot be brought back.",
    OFFICIAL: "Everybody in the partnership sees it whole again: lead, words, dates and figures. "
    "What they see of it in Slack then stays there.",
}


def ask_mark(name: str, marking: str, wish: str) -> Drawn:
    """What a marking would do, before it is done."""
    consequence = _CONSEQUENCES[marking]
    text = f"Mark {name} {marking}? {consequence} Nothing is changed yet."
    dialog = kit.confirm(f"Mark {name} {marking}?", consequence, "Mark it", no="Leave it")
    button = kit.button("Mark it", MARK, wish, style="primary", confirm=dialog)
    return kit.escape(text), [kit.section(kit.escape(text)), kit.actions(button)]


TAKE_OUT = "marking_take_out"
"""Action id of [Take it out of my messages]; the value is the reference or code."""


def marked(name: str, marking: str, *, posted: bool) -> Drawn:
    """Something was marked; where messages show it as it was, the offer to take it out of them."""
    text = f"{name} is marked {marking} from now on."
    if not posted:
        return messages.notice(text)
    text += (
        " Frozen summaries and what waits to be posted follow. What I have posted already stays "
        "in the channel as it was, for everybody there."
    )
    return kit.escape(text), [kit.section(kit.escape(text)), *take_out(name)]


def take_out(name: str) -> list[Block]:
    """The offer to take what is sensitive now out of what was posted before."""
    dialog = kit.confirm(
        "Take it out of my messages?",
        f"My messages about {name} will show reference and status only. Their words cannot be "
        "brought back there. Messages other people wrote stay.",
        "Take it out",
    )
    button = kit.button(
        "Take it out of my messages", TAKE_OUT, name, style="danger", confirm=dialog
    )
    return [kit.actions(button)]
