"""What every request passes before its listener, as Bolt runs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt import BoltContext, BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware

from bot.core.unseen import storable

Body = dict[str, Any]
Next = Callable[[], object]
Admit = Callable[[Body, BoltContext, Next], BoltResponse | None]
"""Lets a request through by calling `Next`, or answers it."""


class Step(Middleware):
    """One of them, called with what it takes: for a plain function Bolt gathers all that any might
    ask for, each time, which costs half as much as its whole work on a command."""

    def __init__(self, admit: Admit) -> None:
        self._admit = admit

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,  # noqa: ARG002
        next: Callable[[], BoltResponse],  # noqa: A002
    ) -> BoltResponse | None:
        """Go on, or answer."""
        return self._admit(req.body, req.context, next)


def with_storable_texts(body: Body, _context: BoltContext, next: Next) -> None:  # noqa: A002
    """The first step: every text of a request is one that can be kept, whatever door it enters."""
    body.update(_storable(body))
    next()


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {name: _storable(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_storable(inner) for inner in value]
    return value
