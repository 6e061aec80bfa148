"""What Slack refuses of blocks and views, so that our own tests find what real Slack would.

Limits: docs.slack.dev, Block Kit reference ("Blocks", "Block elements", "Composition objects",
"Views"). Messages hold 50 blocks, Home and modals 100.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

Block = dict[str, Any]
MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100
TEXT = 40_000
CHARACTERS = 13_200
"""Over all blocks of a message: undocumented, seen as `msg_too_long`/`invalid_blocks`."""
KNOWN = {
    "actions", "context", "divider", "file", "header", "image", "input", "markdown", "rich_text",
    "section", "table", "video", "alert", "call",
}  # fmt: skip
_ONLY_VIEWS = {"input", "alert"}
_ELEMENT_TEXT = {"button": 75}


class Refusal(Exception):
    """An error of the Web API. `messages` is what `response_metadata` says."""

    def __init__(self, error: str, *messages: str) -> None:
        super().__init__(f"{error}: {'; '.join(messages)}")
        self.error = error
        self.messages = list(messages)


def check_message(text: str, blocks: list[Block] | None, *, strict: bool) -> None:
    """Raise Refusal for what `chat.postMessage` does not take; `strict`: text is always needed,
    since screen readers and notifications read nothing else."""
    if not text and not blocks:
        raise Refusal("no_text")
    if strict and not text:
        raise Refusal("no_text", "blocks without a top-level text")
    if len(text) > TEXT:
        raise Refusal("msg_too_long")
    problems = list(_blocks(blocks or [], MESSAGE_BLOCKS, view=False))
    if sum(len(text) for text in _texts(blocks or [])) > CHARACTERS:
        problems.append("more characters than a message takes")
    if problems:
        raise Refusal("invalid_blocks", *problems)


def check_view(view: dict[str, Any]) -> None:
    """Raise Refusal for what `views.*` does not take."""
    problems = list(_blocks(view.get("blocks") or [], VIEW_BLOCKS, view=True))
    if view.get("type") not in {"modal", "home"}:
        problems.append("type must be modal or home")
    if view.get("type") == "modal":
        problems += _modal(view)
    if len(view.get("private_metadata") or "") > 3000:
        problems.append("private_metadata is longer than 3000")
    if problems:
        raise Refusal("invalid_arguments", *problems)


def _modal(view: dict[str, Any]) -> Iterator[str]:
    title = (view.get("title") or {}).get("text", "")
    if not 1 <= len(title) <= 24:
        yield f"title must be 1 to 24 characters: {title!r}"
    for name in ("submit", "close"):
        if len((view.get(name) or {}).get("text", "")) > 24:
            yield f"{name} is longer than 24"
    if any(b.get("type") == "input" for b in view["blocks"]) and not view.get("submit"):
        yield "a modal with inputs needs submit"


def _blocks(blocks: list[Block], most: int, *, view: bool) -> Iterator[str]:
    if not isinstance(blocks, list):
        yield "blocks must be a list"
        return
    if len(blocks) > most:
        yield f"no more than {most} blocks, there are {len(blocks)}"
    named = Counter(b["block_id"] for b in blocks if b.get("block_id"))
    yield from (f"block_id {name!r} is used twice" for name, n in named.items() if n > 1)
    for place, block in enumerate(blocks):
        for problem in _block(block, view=view):
            yield f"/blocks/{place}: {problem}"


def _block(block: Block, *, view: bool) -> Iterator[str]:
    kind = block.get("type", "")
    if kind not in KNOWN or (kind in _ONLY_VIEWS and not view):
        yield f"unsupported type: {kind}"
        return
    if len(block.get("block_id") or "") > 255:
        yield "block_id is longer than 255"
    yield from _CHECKS.get(kind, _nothing)(block)
    elements = _elements(block)
    ids = Counter(e["action_id"] for e in elements if e.get("action_id"))
    yield from (f"action_id {name!r} is used twice" for name, n in ids.items() if n > 1)
    for element in elements:
        yield from _element(element)


def _elements(block: Block) -> list[Block]:
    found = list(block.get("elements") or []) if block["type"] == "actions" else []
    found += [block[name] for name in ("accessory", "element") if block.get(name)]
    return found


def _nothing(_block: Block) -> Iterator[str]:
    yield from ()


def _section(block: Block) -> Iterator[str]:
    fields = block.get("fields") or []
    if not block.get("text") and not fields:
        yield "a section needs text or fields"
    if block.get("text"):
        yield from _text(block["text"], 3000, "text")
    if len(fields) > 10:
        yield "more than 10 fields"
    for field in fields:
        yield from _text(field, 2000, "field")


def _header(block: Block) -> Iterator[str]:
    if (block.get("text") or {}).get("type") != "plain_text":
        yield "a header takes plain_text"
    yield from _text(block.get("text") or {}, 150, "text")


def _context(block: Block) -> Iterator[str]:
    if not 1 <= len(block.get("elements") or []) <= 10:
        yield "a context takes 1 to 10 elements"
    for element in block.get("elements") or []:
        if element.get("type") in {"mrkdwn", "plain_text"}:
            yield from _text(element, 3000, "element")


def _actions(block: Block) -> Iterator[str]:
    if not 1 <= len(block.get("elements") or []) <= 25:
        yield "actions takes 1 to 25 elements"


def _input(block: Block) -> Iterator[str]:
    yield from _text(block.get("label") or {}, 2000, "label")
    if block.get("hint"):
        yield from _text(block["hint"], 2000, "hint")
    if not block.get("element"):
        yield "an input needs an element"


def _table(block: Block) -> Iterator[str]:
    rows = block.get("rows") or []
    if not 1 <= len(rows) <= 100 or any(len(row) > 20 for row in rows):
        yield "a table takes 1 to 100 rows of at most 20 cells"


_CHECKS = {
    "section": _section,
    "header": _header,
    "context": _context,
    "actions": _actions,
    "input": _input,
    "table": _table,
}


def _element(element: Block) -> Iterator[str]:
    if len(element.get("action_id") or "") > 255:
        yield "action_id is longer than 255"
    if element.get("type") == "button":
        yield from _text(element.get("text") or {}, 75, "button text")
        if len(element.get("value") or "") > 2000:
            yield "button value is longer than 2000"
        if len(element.get("accessibility_label") or "") > 75:
            yield "accessibility_label is longer than 75"
        if element.get("style") not in {None, "primary", "danger"}:
            yield "button style must be primary or danger"
    if element.get("placeholder"):
        yield from _text(element["placeholder"], 150, "placeholder")
    if "options" in element or "option_groups" in element:
        yield from check_options(element)


def check_options(element: Block) -> Iterator[str]:
    """Problems of the options of a select (or of what an options request answers)."""
    groups = element.get("option_groups") or []
    if len(groups) > 100:
        yield "more than 100 option groups"
    for group in groups:
        yield from _text(group.get("label") or {}, 75, "group label")
    lists = [group["options"] for group in groups] or [element.get("options") or []]
    for options in lists:
        if len(options) > 100:
            yield "more than 100 options"
        for option in options:
            yield from _text(option.get("text") or {}, 75, "option text")
            if not 1 <= len(option.get("value") or "") <= 150:
                yield f"option value must be 1 to 150 characters: {option.get('value')!r}"


def _text(text: Block, most: int, name: str) -> Iterator[str]:
    words = text.get("text")
    if not isinstance(words, str) or not words:
        yield f"{name} must not be empty"
    elif len(words) > most:
        yield f"{name} is longer than {most}: {len(words)}"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
