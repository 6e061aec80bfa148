"""What a call of the Web API carries: decoded, and refused as Slack does when it has no shape."""

from __future__ import annotations

import json
from typing import Any

from bot.sandbox.limits import Refusal

_OBJECTS = {
    "blocks": "invalid_blocks_format",
    "files": "invalid_arguments",
    "metadata": "invalid_json",
    "view": "invalid_json",
}
"""What is no plain value, and the error when it cannot be read."""


class Params(dict[str, Any]):
    """What was asked; to read what is missing is refused, as Slack does."""

    def __missing__(self, name: str) -> Any:
        raise Refusal("invalid_arguments", f"missing required field: {name}")


def decoded(params: dict[str, Any]) -> Params:
    """The parameters of a call; form-encoded ones carry objects as JSON text."""
    values = Params(params)
    for name, error in _OBJECTS.items():
        if isinstance(values.get(name), str):
            try:
                values[name] = json.loads(values[name])
            except ValueError:
                raise Refusal(error) from None
    for name, value in values.items():
        if name not in _OBJECTS and isinstance(value, (dict, list)):
            raise Refusal("invalid_arguments", f"{name} has the wrong shape")
    if values.get("metadata"):
        _check_metadata(values["metadata"])
    return values


def _check_metadata(metadata: Any) -> None:
    shape = {"event_type": str, "event_payload": dict}
    if not isinstance(metadata, dict) or any(
        not isinstance(metadata.get(name), kind) for name, kind in shape.items()
    ):
        raise Refusal("invalid_metadata_format")


def number(p: Params, name: str, otherwise: float, error: str) -> float:
    """A number, not negative; `otherwise` when it was not given. Raises Refusal(error)."""
    if not p.get(name):
        return otherwise
    try:
        value = float(p[name])
    except ValueError:
        raise Refusal(error) from None
    if not 0 <= value < float("inf"):
        raise Refusal(error)
    return value
