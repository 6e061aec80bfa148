"""The help: what this person can do here, as they would type it here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.blocks.lines import packed
from bot.blocks.messages import ASK, OPEN_FORM, Drawn

MEMBERS = "Ask me about the action plan in your own words, press a button, or type one of these:"
STRANGERS = (
    "I answer the members of the partnership about its action plan, and I do not know you yet. "
    "Say which agency you are from, and a coordinator confirms it:"
)
WITHOUT_SLASH = "Without the slash, all of it works by mentioning me or in a direct message."
WITH_SLASH = "After `/csp` all of it works in any channel, and only you see the answer."
WHAT_I_HOLD = (
    "I hold the plan, work identities, statuses and totals: no case work and no personal "
    "data of residents. In an emergency call 999; otherwise 101."
)


def help_text(
    wishes: Sequence[tuple[str, Sequence[tuple[str, str]]]],
    *,
    reads: bool = True,
    reports: bool,
    slash: bool = True,
) -> Drawn:
    """The help, made from the registered commands: by what one wants to do, (what to type, what it
    does). `reads`: the reader is a member; `reports`: with a button to do so; `slash`: asked for by
    a slash command, else the commands stand without it."""
    opening = MEMBERS if reads else STRANGERS
    closing = f"{WITHOUT_SLASH if slash else WITH_SLASH} {WHAT_I_HOLD}"
    first = [*(_reporting() if reports else ()), *(_asking() if reads else ())]
    blocks, lines = [kit.section(opening), *([kit.actions(*first)] if first else [])], [opening]
    for heading, commands in wishes:
        typed = ((use if slash else use.removeprefix("/csp "), does) for use, does in commands)
        rows = [f"`{kit.escape(usage)}`  {kit.escape(does)}" for usage, does in typed]
        blocks += [kit.section(text) for text in packed([kit.bold(heading), *rows])]
        lines += [heading, *rows]
    return "\n".join([*lines, closing]), kit.fit(blocks, [kit.context(closing)])


def _reporting() -> Iterator[Block]:
    yield kit.button("Report progress", f"{OPEN_FORM}:help", style="primary")
    yield kit.button("My actions", f"{ASK}:mine", "my actions")


def _asking() -> Iterator[Block]:
    yield kit.button("What is overdue?", f"{ASK}:overdue", "what is overdue")
    yield kit.button("How are we doing?", f"{ASK}:overview", "how are we doing")
