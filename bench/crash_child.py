"""One process of the crash matrix: delivers what is due, and may be killed at a chosen point.

The product knows nothing of this: the points are wrapped around its own methods from outside.
"""

from __future__ import annotations

import http.client
import os
import select
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.outgoing import PostState
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.services.context import Context
from bot.services.delivery import Delivering, RetryPolicy
from bot.slack.pace import Pace
from bot.slack.posting import SlackPoster, posting_client
from bot.store.outbox import Outbox
from bot.store.store import Store

POINTS = (
    "before claim",
    "after claim",
    "request left",
    "Slack accepted",
    "after response",
    "before commit",
    "after commit",
)
PATIENCE = RetryPolicy(
    timedelta(seconds=1.0),
    (timedelta(seconds=0.1), timedelta(seconds=0.2), timedelta(seconds=0.3)),
)
SURVIVES_FOR = 20.0


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _context(url: str) -> Context:
    zone = ZoneInfo("Europe/London")
    return Context(Store(url, migrate=False), lambda: datetime.now(UTC), Timetable(zone), Labels())


def _delivering(context: Context, slack: str) -> Delivering:
    client = posting_client("xoxb-sandbox", slack)
    poster = SlackPoster(lambda _workspace: client, lambda _workspace: Labels(), Pace(0))
    return Delivering(context, poster, PATIENCE)


def _on_part(part: int, then: Callable[..., Any]) -> Callable[..., Any]:
    """A countdown: the deed happens the `part`-th time it comes by."""
    left = [part]

    def counted(*args: Any, **more: Any) -> Any:
        left[0] -= 1
        return then(*args, **more) if left[0] == 0 else None

    return counted


def arm(point: str, part: int) -> None:
    """Wrap the product's own methods so that this process dies at `point` of the part's post."""
    if point in {"before claim", "after claim"}:
        _around(Store, "claim", point.split()[0], _on_part(part, lambda _rows=None: _die()))
    elif point in {"request left", "Slack accepted"}:
        _at_the_answer(point, _on_part(part, _die_at_the_answer))
    elif point in {"after response", "after commit"}:
        owner, name = (SlackPoster, "post") if point == "after response" else (Delivering, "_sent")
        _around(owner, name, "after", _on_part(part, lambda _result=None: _die()))
    else:
        _around(Outbox, "move", "after", _before_commit(part))


def _around(owner: Any, name: str, when: str, strike: Callable[..., Any]) -> None:
    real = getattr(owner, name)

    def wrapped(self: Any, *args: Any, **more: Any) -> Any:
        if when == "before":
            strike()
        result = real(self, *args, **more)
        if when == "after" and result != ():
            strike()
        return result

    setattr(owner, name, wrapped)


def _before_commit(part: int) -> Callable[..., Any]:
    """After the row was written as sent, inside the transaction that would commit it."""
    return _on_part(part, lambda _moved=None: _die())


def _at_the_answer(point: str, strike: Callable[..., Any]) -> None:
    real = http.client.HTTPConnection.getresponse

    def getresponse(self: Any, *args: Any, **more: Any) -> Any:
        strike(self, point)
        return real(self, *args, **more)

    http.client.HTTPConnection.getresponse = getresponse  # type: ignore[method-assign]


def _die_at_the_answer(connection: Any, point: str) -> None:
    """At once (Slack may or may not have taken it), or when its answer has begun to arrive."""
    if point == "Slack accepted":
        select.select([connection.sock], [], [], 10)
    _die()


def victim(url: str, slack: str, point: str, part: int) -> None:
    """Deliver until killed."""
    arm(point, part)
    _delivering(_context(url), slack).deliver()


def survivor(url: str, slack: str, workspace: str, broken: bool) -> None:
    """Deliver until the workspace's rows are all sent. `broken`: repeats blindly, on purpose."""
    context = _context(url)
    if broken:
        Delivering._settled = _repeat_blindly  # type: ignore[method-assign]
    delivering = _delivering(context, slack)
    until = time.monotonic() + SURVIVES_FOR
    while time.monotonic() < until:
        delivering.deliver()
        with context.store.reading(workspace) as records:
            if all(row.state is PostState.SENT for row in records.outbox.recent(50)):
                return
        time.sleep(0.02)


def _repeat_blindly(self: Delivering, row: Any, looked: Any) -> None:
    """What a bot without reconciliation does: an uncertain row is simply pending again."""
    del looked
    with self._store.writing(row.workspace) as records:
        records.outbox.move(row, PostState.PENDING)
