"""A command, a click or a form changes the record once, whoever delivers it again.

The request at hand names itself by what Slack gave it (`begin`); the first transaction in which it
writes keeps that name among the receipts, so that a copy of the request finds it there on any
replica and after a restart, and changes nothing. A question writes nothing, so nothing is kept.
"""

from __future__ import annotations

from contextvars import ContextVar
from datetime import datetime

from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.store.receipts import Receipts


class AlreadyDone(Refused):
    """This very request came before, and what it asked for was done."""

    def __init__(self) -> None:
        super().__init__("I have done this already; nothing was done twice.", "")


@dataclass(slots=True)
class _Request:
    """What a thread works for."""

    key: str
    at: datetime
    settled: bool = False


_request: ContextVar[_Request | None] = ContextVar("request", default=None)


def begin(key: str, at: datetime) -> None:
    """From here on this thread works for the request `key`, which came `at`; empty: for none."""
    _request.set(_Request(key, at) if key else None)


def is_waited_for() -> bool:
    """Whether somebody waits for this thread, for three seconds at most ("Acknowledging")."""
    return _request.get() is not None


def claim(receipts: Receipts) -> None:
    """Keep the request's name, in its first transaction. Raises AlreadyDone for a copy."""
    request = _request.get()
    if request and not request.settled and not receipts.first(request.key, request.at):
        raise AlreadyDone


def settle() -> None:
    """The request's first transaction is committed: what it writes from here on is its own."""
    request = _request.get()
    if request:
        request.settled = True
