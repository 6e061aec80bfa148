"""Before every listener: a command, a click or a form that is delivered again is taken once.

Each has a trigger id of its own (docs.slack.dev, "Handling user interaction"), by which a copy is
known. Over HTTP the guard at the edge answers a copy as the first time; in Socket Mode an answer
slower than three seconds, or a new connection, brings the same envelope again, and the person must
not be answered twice. What changes the record is besides that refused by the record itself, on
every replica and after a restart.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

from slack_bolt import BoltContext, BoltResponse

from bot.services import deliveries
from bot.services.context import Context

MOST = 1000
"""Requests remembered: some minutes of the busiest service."""


class Once:
    """Middleware: names the request to the record, and drops what is under way or answered."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._begun: OrderedDict[str, None] = OrderedDict()
        self._lock = Lock()

    def admit(
        self,
        body: dict[str, Any],
        _context: BoltContext,
        next: Callable[[], object],  # noqa: A002
    ) -> BoltResponse | None:
        """Let the first delivery through; acknowledge a copy and say nothing."""
        key = _key(body)
        if key and not self._is_first(key):
            return BoltResponse(status=200, body="")
        deliveries.begin(self._context, key)
        next()
        return None

    def _is_first(self, key: str) -> bool:
        with self._lock:
            if key in self._begun:
                return False
            self._begun[key] = None
            if len(self._begun) > MOST:
                self._begun.popitem(last=False)
            return True


def _key(body: dict[str, Any]) -> str:
    """What a request is called; empty for events and suggestions, which have no trigger."""
    trigger = str(body.get("trigger_id") or "")
    return f"trigger:{trigger}" if trigger else ""
