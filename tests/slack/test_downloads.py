"""The bot's token goes to Slack's own hosts and to nobody else, whatever Slack says of a file."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.errors import Refused
from bot.slack.downloads import fetch


class Told:
    """A client that is told where a file is; nothing may be asked of that address."""

    base_url = "https://slack.com/api/"
    token = "xoxb-of-the-bot"

    def __init__(self, url: str) -> None:
        self._url = url

    def files_info(self, file: str) -> dict[str, Any]:
        return {"file": {"id": file, "name": "plan.xlsx", "url_private": self._url}}


@pytest.mark.parametrize(
    "url",
    [
        "http://slack.com/files/plan.xlsx",
        "http://files.slack.com/plan.xlsx",
        "https://slack.com.evil.example/plan.xlsx",
        "https://slack.com@evil.example/plan.xlsx",
        "https://evil.example\\@slack.com/plan.xlsx",
        "https://evil.example#.slack.com/plan.xlsx",
        "//evil.example/plan.xlsx",
        "file:///etc/passwd",
        "",
    ],
)
def test_the_token_goes_to_no_other_host_and_never_in_clear(url: str) -> None:
    with pytest.raises(Refused, match="kept outside Slack"):
        fetch(Told(url), "F1")  # type: ignore[arg-type]
