"""No person, and no automation in their name, can keep the others waiting.

A slash command is answered in its own acknowledgement and costs about a millisecond; everything
else makes calls to Slack, which allows about one message a second in a conversation. The two are
therefore counted apart. In memory: each process guards itself.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

from slack_bolt import BoltContext, BoltResponse

from bot.core.dataclass import dataclass
from bot.core.errors import Refused

MOST_PEOPLE = 5_000
"""People remembered; who has been quiet longest is forgotten first."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many at once, and so many a second from then on."""

    burst: int
    per_second: float


COMMANDS = Limit(2_000, 10)
OTHERS = Limit(120, 2)


@dataclass(slots=True)
class _Bucket:
    """What somebody has left."""

    left: float
    at: float
    refusal_sent: bool = False


class RateLimiter:
    """Middleware: lets people through while they have something left; tells them once when not."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._now = monotonic
        self._buckets: OrderedDict[tuple[str, str, str], _Bucket] = OrderedDict()
        self._lock = Lock()

    def admit(
        self,
        body: dict[str, Any],
        context: BoltContext,
        next: Callable[[], object],  # noqa: A002
    ) -> BoltResponse | None:
        """Go on, or refuse. Nothing a person typed is lost: a form stays open as it is."""
        user = str(context.actor_user_id or context.user_id or "")
        kind = "command" if "command" in body else "other"
        team = str(context.actor_team_id or context.team_id or "")
        if not user or body.get("type") == "view_closed" or self._admits((team, user, kind)):
            next()
            return None
        if self._first_time((team, user, kind)) or body.get("type") == "view_submission":
            raise Refused(
                "You are asking faster than I can answer.",
                "Please wait half a minute and send it again.",
            )
        return BoltResponse(status=200, body="")

    def _admits(self, who: tuple[str, str, str]) -> bool:
        limit = COMMANDS if who[2] == "command" else OTHERS
        now = self._now()
        with self._lock:
            bucket = self._buckets.setdefault(who, _Bucket(limit.burst, now))
            self._buckets.move_to_end(who)
            if len(self._buckets) > MOST_PEOPLE:
                self._buckets.popitem(last=False)
            earned = (now - bucket.at) * limit.per_second
            bucket.left, bucket.at = min(limit.burst, bucket.left + earned), now
            if bucket.left < 1:
                return False
            bucket.left -= 1
            bucket.refusal_sent = False
            return True

    def _first_time(self, who: tuple[str, str, str]) -> bool:
        with self._lock:
            bucket = self._buckets[who]
            first, bucket.refusal_sent = not bucket.refusal_sent, True
            return first
