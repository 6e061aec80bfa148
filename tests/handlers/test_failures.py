"""An event nobody could be answered is asked for again only where that may help."""

from __future__ import annotations

import pytest
from slack_bolt import BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.handlers.failures import Failures

UNREACHED = WebClient(token="xoxb-x", base_url="http://127.0.0.1:9/", retry_handlers=[])
EVENT = {"type": "event_callback", "event": {"type": "app_home_opened", "user": "U0GONE"}}


def refusal(error: str, status: int = 200) -> SlackApiError:
    answer = SlackResponse(
        client=UNREACHED,
        http_verb="POST",
        api_url="users.info",
        req_args={},
        data={"ok": False, "error": error},
        headers={},
        status_code=status,
    )
    return SlackApiError("refused", answer)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (refusal("user_not_found"), 200),
        (refusal("missing_scope"), 200),
        (refusal("ratelimited", 429), 503),
        (refusal("internal_error"), 503),
        (refusal("", 502), 503),
        (ConnectionResetError("away"), 503),
    ],
)
def test_what_slack_refuses_for_good_is_not_asked_for_again(error: Exception, status: int) -> None:
    assert Failures().answer(error, EVENT, BoltContext(), UNREACHED).status == status
