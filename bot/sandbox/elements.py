"""What Slack refuses of block elements, their options and their texts.

Limits: docs.slack.dev, Block Kit reference ("Block elements", "Composition objects"). Everything
here yields problems in words; shapes that are no Block Kit at all may raise, see `limits`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Block = dict[str, Any]
Check = Callable[[Block], Iterator[str]]

_SELECTS = {
    f"{multi}{kind}_select"
    for multi in ("", "multi_")
    for kind in ("static", "external", "users", "conversations", "channels")
}
_BOXES = {"checkboxes", "radio_buttons"}
_PICKERS = {"datepicker", "timepicker"}
_BUTTONS = {"button", "workflow_button", "icon_button"}
_INPUTS = {
    "plain_text_input", "email_text_input", "number_input", "url_text_input", "rich_text_input",
    "file_input", "datetimepicker",
}  # fmt: skip
ALLOWED = {
    "actions": _SELECTS | _BOXES | _PICKERS | _BUTTONS | {"datetimepicker", "overflow"},
    "section": _SELECTS | _BOXES | _PICKERS | _BUTTONS | {"overflow", "image"},
    "input": _SELECTS | _BOXES | _PICKERS | _INPUTS,
    "context": {"mrkdwn", "plain_text", "image"},
}
"""The elements each block may hold."""
_MOST_OPTIONS = {"overflow": 5, "checkboxes": 10, "radio_buttons": 10}
_CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}


def check_element(element: Block, within: str) -> Iterator[str]:
    """Problems of an element of a block of the type `within`."""
    kind = element.get("type")
    if kind not in ALLOWED[within]:
        yield f"unsupported element in {within}: {kind}"
        return
    if len(element.get("action_id") or "") > 255:
        yield "action_id is longer than 255"
    if element.get("placeholder"):
        yield from check_text(element["placeholder"], 150, "placeholder", plain=True)
    if element.get("confirm"):
        yield from _confirm(element["confirm"])
    if kind in _TYPES:
        yield from _TYPES[kind](element)


def check_text(text: Block, most: int, name: str, *, plain: bool = False) -> Iterator[str]:
    """Problems of a text object of at most `most` characters; `plain`: no mrkdwn."""
    kinds = {"plain_text"} if plain else {"plain_text", "mrkdwn"}
    if text.get("type") not in kinds:
        yield f"{name} must be {' or '.join(sorted(kinds))}: {text.get('type')}"
    words = text.get("text")
    if not isinstance(words, str) or not words:
        yield f"{name} must not be empty"
    elif len(words) > most:
        yield f"{name} is longer than {most}: {len(words)}"


def check_image(image: Block) -> Iterator[str]:
    """Problems of an image, as a block or as an element."""
    if not image.get("image_url") and not image.get("slack_file"):
        yield "an image needs image_url or slack_file"
    if len(image.get("image_url") or "") > 3000:
        yield "image_url is longer than 3000"
    if not 1 <= len(image.get("alt_text") or "") <= 2000:
        yield "an image needs alt_text of at most 2000 characters"


def check_options(element: Block) -> Iterator[str]:
    """Problems of the options of a select (or of what an options request answers)."""
    groups = element.get("option_groups") or []
    if len(groups) > 100:
        yield "more than 100 option groups"
    for group in groups:
        yield from check_text(group.get("label") or {}, 75, "group label", plain=True)
    lists = [group["options"] for group in groups] or [element.get("options") or []]
    most = _MOST_OPTIONS.get(element.get("type", ""), 100)
    plain = element.get("type") not in _BOXES
    for options in lists:
        if len(options) > most:
            yield f"more than {most} options"
        for option in options:
            yield from check_text(option.get("text") or {}, 75, "option text", plain=plain)
            if not 1 <= len(option.get("value") or "") <= 150:
                yield f"option value must be 1 to 150 characters: {option.get('value')!r}"


def _chosen_from(element: Block) -> Iterator[str]:
    """Options that are part of the element: there must be some, and the first choice is one."""
    groups = element.get("option_groups") or []
    options = [o for group in groups for o in group["options"]] or element.get("options") or []
    if not options:
        yield f"{element['type']} needs options"
    yield from check_options(element)
    first = element.get("initial_options") or []
    first = first + ([element["initial_option"]] if element.get("initial_option") else [])
    values = [option.get("value") for option in options]
    yield from (f"not an option: {o.get('value')!r}" for o in first if o.get("value") not in values)


def _button(element: Block) -> Iterator[str]:
    yield from check_text(element.get("text") or {}, 75, "button text", plain=True)
    for name, most in {"value": 2000, "url": 3000, "accessibility_label": 75}.items():
        if len(element.get(name) or "") > most:
            yield f"button {name} is longer than {most}"
    if element.get("style") not in {None, "primary", "danger"}:
        yield "button style must be primary or danger"


def _confirm(dialog: Block) -> Iterator[str]:
    for name, most in _CONFIRM.items():
        yield from check_text(dialog.get(name) or {}, most, f"confirm {name}", plain=name != "text")
    if dialog.get("style") not in {None, "primary", "danger"}:
        yield "confirm style must be primary or danger"


def _context_text(element: Block) -> Iterator[str]:
    yield from check_text(element, 3000, "element")


_TYPES: dict[str, Check] = {
    "button": _button,
    "image": check_image,
    "mrkdwn": _context_text,
    "plain_text": _context_text,
    **dict.fromkeys(
        ["static_select", "multi_static_select", "overflow", *sorted(_BOXES)], _chosen_from
    ),
}
