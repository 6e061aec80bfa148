"""What Slack refuses of blocks and views, so that our own tests find what real Slack would.

Limits: docs.slack.dev, Block Kit reference ("Blocks", "Block elements", "Composition objects",
"Views"). Messages hold 50 blocks, Home and modals 100.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.sandbox.elements import Block, Check, check_element, check_image, check_options, check_text

MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100
TEXT = 40_000
CHARACTERS = 13_200
"""Over all blocks of a message: undocumented; `msg_blocks_too_long` beyond (bolt-js#2509)."""
TABLE_CHARACTERS = 10_000
"""Over all cells of the table of a message ("Table block")."""
KNOWN = {
    "actions", "context", "data_visualization", "divider", "file", "header", "image", "input",
    "markdown", "rich_text", "section", "table", "video", "alert", "call",
}  # fmt: skip
_ONLY_VIEWS = {"input", "alert"}


class Refusal(Exception):
    """An error of the Web API. `messages` is what `response_metadata` says."""

    def __init__(self, error: str, *messages: str) -> None:
        super().__init__(f"{error}: {'; '.join(messages)}")
        self.error = error
        self.messages = list(messages)


def check_message(text: Any, blocks: Any) -> None:
    """Raise Refusal for what `chat.postMessage` does not take. Blocks alone it would take, but
    screen readers and notifications read nothing but the text: the stand-in insists on it."""
    if not isinstance(text, str):
        raise Refusal("invalid_arguments", "text must be a string")
    if not text:
        raise Refusal("no_text", *(["blocks without a top-level text"] if blocks else []))
    if blocks is not None and not isinstance(blocks, list):
        raise Refusal("invalid_blocks_format")
    if len(text) > TEXT:
        raise Refusal("msg_too_long")
    problems = _listed(_blocks(blocks or [], MESSAGE_BLOCKS, view=False))
    if problems:
        raise Refusal("invalid_blocks", *problems)
    if sum(len(text) for text in _texts(blocks or [])) > CHARACTERS:
        raise Refusal("msg_blocks_too_long")


def check_view(view: Any, kind: str) -> None:
    """Raise Refusal for what `views.*` does not take as a view of this kind (modal or home)."""
    problems = _listed(_view(view, kind))
    if problems:
        raise Refusal("invalid_arguments", *problems)


def check_offered(answer: Any) -> None:
    """Raise Refusal for what an options request must not be answered with."""
    problems = _listed(check_options(answer))
    if problems:
        raise Refusal("invalid_options", *problems)


def _listed(problems: Iterator[str]) -> list[str]:
    """The problems; what has not even the shape of Block Kit is one."""
    try:
        return list(problems)
    except (AttributeError, KeyError, TypeError):
        return ["a part has the wrong shape"]


def _view(view: dict[str, Any], kind: str) -> Iterator[str]:
    if view.get("type") != kind:
        yield f"type must be {kind}"
    if not isinstance(view.get("blocks"), list):
        yield "blocks are missing"
        return
    yield from _blocks(view["blocks"], VIEW_BLOCKS, view=True)
    if kind == "modal":
        yield from _modal(view)
    for name, most in {"private_metadata": 3000, "callback_id": 255, "external_id": 255}.items():
        if len(view.get(name) or "") > most:
            yield f"{name} is longer than {most}"


def _modal(view: dict[str, Any]) -> Iterator[str]:
    yield from check_text(view.get("title") or {}, 24, "title", plain=True)
    for name in ("submit", "close"):
        if view.get(name):
            yield from check_text(view[name], 24, name, plain=True)
    if any(b.get("type") == "input" for b in view["blocks"]) and not view.get("submit"):
        yield "a modal with inputs needs submit"


def _blocks(blocks: list[Block], most: int, *, view: bool) -> Iterator[str]:
    if len(blocks) > most:
        yield f"no more than {most} blocks, there are {len(blocks)}"
    named = Counter(b["block_id"] for b in blocks if b.get("block_id"))
    yield from (f"block_id {name!r} is used twice" for name, n in named.items() if n > 1)
    if sum(b.get("type") == "table" for b in blocks) > 1:
        yield "a message takes one table"
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
        yield from check_element(element, kind)


def _elements(block: Block) -> list[Block]:
    elements = list(block.get("elements") or []) if block["type"] in {"actions", "context"} else []
    elements += [block[name] for name in ("accessory", "element") if block.get(name)]
    return elements


def _nothing(_block: Block) -> Iterator[str]:
    yield from ()


def _section(block: Block) -> Iterator[str]:
    fields = block.get("fields") or []
    if not block.get("text") and not fields:
        yield "a section needs text or fields"
    if block.get("text"):
        yield from check_text(block["text"], 3000, "text")
    if len(fields) > 10:
        yield "more than 10 fields"
    for field in fields:
        yield from check_text(field, 2000, "field")


def _header(block: Block) -> Iterator[str]:
    yield from check_text(block.get("text") or {}, 150, "text", plain=True)


def _context(block: Block) -> Iterator[str]:
    if not 1 <= len(block.get("elements") or []) <= 10:
        yield "a context takes 1 to 10 elements"


def _actions(block: Block) -> Iterator[str]:
    if not 1 <= len(block.get("elements") or []) <= 25:
        yield "actions takes 1 to 25 elements"


def _input(block: Block) -> Iterator[str]:
    yield from check_text(block.get("label") or {}, 2000, "label", plain=True)
    if block.get("hint"):
        yield from check_text(block["hint"], 2000, "hint", plain=True)
    if not block.get("element"):
        yield "an input needs an element"


def _chart(block: Block) -> Iterator[str]:
    """docs.slack.dev, "Data visualization block"; of its kinds those with an axis."""
    chart = block.get("chart") or {}
    if not 1 <= len(block.get("title") or "") <= 50:
        yield "a chart needs a title of at most 50 characters"
    if chart.get("type") not in {"bar", "line", "area"}:
        yield f"unsupported chart: {chart.get('type')}"
    series, categories = chart.get("series") or [], chart["axis_config"]["categories"]
    if not 1 <= len(series) <= 6 or len({one["name"] for one in series}) < len(series):
        yield "a chart takes 1 to 6 series, each of its own name"
    if any(len(name) > 20 for name in (*categories, *(one["name"] for one in series))):
        yield "a name in a chart has at most 20 characters"
    for one in series:
        if [point["label"] for point in one["data"]] != categories or len(one["data"]) > 20:
            yield "the points of a series are the categories, at most 20"
        if any(not isinstance(point["value"], int | float) for point in one["data"]):
            yield "a value must be a number"


def _table(block: Block) -> Iterator[str]:
    rows = block.get("rows") or []
    if not 1 <= len(rows) <= 100 or any(len(row) > 20 for row in rows):
        yield "a table takes 1 to 100 rows of at most 20 cells"
    if len(block.get("column_settings") or []) > 20:
        yield "a table takes settings for at most 20 columns"
    kinds = {cell.get("type") for row in rows for cell in row}
    yield from (f"unsupported cell: {kind}" for kind in kinds - _CELLS)
    if sum(len(text) for text in _texts(rows)) > TABLE_CHARACTERS:
        yield f"a table takes at most {TABLE_CHARACTERS} characters"


_CELLS = {"raw_text", "raw_number", "rich_text"}
_CHECKS: dict[str, Check] = {
    "section": _section,
    "header": _header,
    "context": _context,
    "actions": _actions,
    "input": _input,
    "table": _table,
    "data_visualization": _chart,
    "image": check_image,
}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
