"""The few pieces every message is laid out with, and Slack's limits in one place.

Text people wrote is data: it passes through `escape` (or `oneline`) before it meets any mrkdwn, so
that `<!channel>`, `<@U…>` and `<https://evil|Council>` stay inert. Lengths are measured after
escaping. Knows Block Kit's shapes; knows nothing of plans, people or Slack's network.

Limits: docs.slack.dev, "Blocks" (50 a message, 100 in Home and modals; header 150; section text
3,000) and "Composition objects" (button and option text 75, values 2,000 and
150). The sum over all blocks is undocumented: refusals were seen from about 13,200 characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.core.progress import excerpt
from bot.core.unseen import without_unseen

Block = dict[str, Any]

MAX_BLOCKS = 45
"""Blocks of one message: Slack refuses more than 50; some are kept in hand."""
MAX_HOME_BLOCKS = 100
MAX_CHARACTERS = 11_000
"""Characters over all blocks of one message, after escaping."""
MAX_TEXT = 4_000
"""Top-level `text`: Slack asks for at most 4,000 characters."""
MAX_SECTION = 3_000
MAX_HEADER = 150
MAX_LABEL = 75
"""Text of a button or of an option."""
MAX_CONTEXT_ELEMENTS = 10

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_CUT_SHORT = re.compile(r"(?:&[a-z]{0,3}|<[^<>]*)$")


def escape(text: str) -> str:
    """Text somebody wrote, made inert for mrkdwn and for a message's `text`. Lines are kept."""
    return re.sub("[&<>]", lambda match: _ENTITIES[match[0]], without_unseen(text))


_AUTO_LINK = re.compile(
    r"<(?:mailto:|tel:)?(?P<target>(?<=:)[^|>]+|https?://[^|>]+)(?:\|(?P<label>[^>]*))?>"
)


_REFERENCE = re.compile(r"<(?P<kind>[#!])(?P<what>[^<>|]*)(?:\|(?P<label>[^<>]*))?>")


def _as_seen(reference: re.Match[str]) -> str:
    """A channel, a group of people, a date or @here, as a reader sees it in Slack."""
    label, what = reference["label"] or "", reference["what"]
    if reference["kind"] == "#":
        return f"#{label.removeprefix('#') or what}"
    if what.startswith("date^"):
        return label or "a date"
    name = label or ("group" if what.startswith("subteam^") else what)
    return f"@{name.removeprefix('@')}"


def unescape(text: str) -> str:
    """Text as it was typed, from what Slack sends (docs.slack.dev, "Escaping text").

    What Slack made a link of by itself (addresses, domains, telephone numbers) is taken back, so
    that the words are read, checked and stored as the person wrote them; references to channels,
    groups and dates become what a reader sees. Those to people stay, since commands take them.
    """
    text = _AUTO_LINK.sub(lambda link: link["label"] or link["target"], text)
    text = _REFERENCE.sub(_as_seen, text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def oneline(text: str, limit: int = MAX_SECTION) -> str:
    """`text` escaped, on one line, at most `limit` characters after escaping."""
    return cut(escape(" ".join(text.split())), limit)


def quote(text: str, limit: int = 1_000) -> str:
    """`text` escaped as a quotation of at most `limit` characters, every line marked."""
    return "\n".join(f">{line}" for line in cut(escape(text.strip()), limit).splitlines())


def cut(mrkdwn: str, limit: int) -> str:
    """Escaped text cut to `limit` characters at a word's end, never inside an entity or a link."""
    if len(mrkdwn) <= limit:
        return mrkdwn
    start = mrkdwn[: limit - 1]
    at_word = re.sub(r"\s+\S*$", "", start)
    start = at_word if len(at_word) > limit // 2 else start
    return _CUT_SHORT.sub("", start).rstrip() + "…"


def text(lines: Iterable[str]) -> str:
    """Unescaped lines as the top-level text of a message."""
    return cut(escape("\n".join(lines)), MAX_TEXT)


def bold(text: str, limit: int = 300) -> str:
    """`text` escaped, on one line, in bold."""
    return f"*{oneline(text, limit).replace('*', '∗')}*"


def link(url: str, label: str) -> str:
    """A link of the bot's own making; only the label when `url` is no plain http(s) address."""
    safe = re.fullmatch(r"https?://[^\s<>|]+", url)
    return f"<{escape(url)}|{oneline(label, 200)}>" if safe else oneline(label, 200)


def mrkdwn(text: str, limit: int = MAX_SECTION) -> Block:
    """A text object. `text` is escaped already; `verbatim`: bare @names and #names stay words."""
    return {"type": "mrkdwn", "text": cut(text, limit) or " ", "verbatim": True}


def plain(text: str, limit: int = MAX_LABEL) -> Block:
    """A plain-text object: Slack shows it as it is, so nothing is escaped."""
    shown = excerpt(without_unseen(text), limit)
    return {"type": "plain_text", "text": shown or " ", "emoji": True}


def header(text: str) -> Block:
    """A heading, plain text."""
    return {"type": "header", "text": plain(text, MAX_HEADER)}


def section(text: str, accessory: Block | None = None, block_id: str = "") -> Block:
    """A paragraph of (already escaped) mrkdwn, with at most one element beside it."""
    block: Block = {"type": "section", "text": mrkdwn(text)}
    return block | _named(block_id) | ({"accessory": accessory} if accessory else {})


def context(*texts: str) -> Block:
    """Quiet (already escaped) lines."""
    return {"type": "context", "elements": [mrkdwn(t) for t in texts[:MAX_CONTEXT_ELEMENTS]]}


def divider() -> Block:
    """A thin line."""
    return {"type": "divider"}


def button(
    label: str,
    action_id: str,
    value: str = "",
    *,
    style: str = "",
    described: str = "",
    confirm: Block | None = None,
) -> Block:
    """A button. `style`: "primary" or "danger"; `described` is what a screen reader says of it;
    `confirm` is the dialog that asks first."""
    element: Block = {"type": "button", "text": plain(label), "action_id": action_id}
    extra: Block = {"value": value, "style": style, "accessibility_label": described[:MAX_LABEL]}
    extra["confirm"] = confirm
    return element | {name: value for name, value in extra.items() if value}


def confirm(title: str, text: str, yes: str, *, no: str = "Cancel", danger: bool = True) -> Block:
    """A dialog before a button does what cannot be undone; `text` says the consequence."""
    return {
        "title": plain(title, 100),
        "text": plain(text, 300),
        "confirm": plain(yes, 30),
        "deny": plain(no, 30),
    } | ({"style": "danger"} if danger else {})


def actions(*elements: Block, block_id: str = "") -> Block:
    """A row of buttons or selects; Slack takes at most 25."""
    return {"type": "actions", "elements": list(elements[:25])} | _named(block_id)


def option(label: str, value: str, description: str = "") -> Block:
    """One choice of a select."""
    choice: Block = {"text": plain(label), "value": value[:150]}
    return choice | ({"description": plain(description)} if description else {})


def _named(block_id: str) -> Block:
    return {"block_id": block_id} if block_id else {}


def characters(blocks: Iterable[Block]) -> int:
    """The characters of all texts in `blocks`, as the budget counts them."""
    return sum(len(text) for block in blocks for text in _texts(block))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def fit(
    blocks: Sequence[Block],
    tail: Sequence[Block] = (),
    *,
    rest: str = "",
    most: int = MAX_BLOCKS,
    budget: int = MAX_CHARACTERS,
) -> list[Block]:
    """As many of `blocks` as a message can hold, then `tail`, which always stays.

    When some are left out, the (already escaped) line `rest` says so and where to read on.
    """
    everything = [*blocks, *tail]
    if len(everything) <= most and characters(everything) <= budget:
        return everything
    ending = [*([context(rest)] if rest else []), *tail]
    room, size = most - len(ending), budget - characters(ending)
    fitting: list[Block] = []
    for block in blocks[:room]:
        size -= characters([block])
        if size < 0:
            break
        fitting.append(block)
    return [*fitting, *ending]
