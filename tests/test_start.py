"""What a start loads: a process that is ready to answer holds nothing that only files, papers, the
command line or another kind of service need, and its first answer loads nothing more."""

from __future__ import annotations

import subprocess
import sys

import pytest

READY = """
import sys
from slack_sdk import WebClient
from slack_sdk.web import SlackResponse
import bot.cli.entry, bot.run
from bot.app import WARM_UP, build
from bot.config import load_settings
from bot.slack.http import build_web, go_through, server
from bot.slack.request_guard import RequestGuard

class Slack(WebClient):
    def auth_test(self, **_):
        data = {"ok": True, "team_id": "T0", "user_id": "U0", "bot_id": "B0", "bot_user_id": "U0"}
        return SlackResponse(client=self, http_verb="POST", api_url="", req_args={}, data=data,
                             headers={}, status_code=200)

made = build(
    load_settings(
        None, slack_bot_token="xoxb-1", slack_signing_secret="s", database_url=sys.argv[1]
    ),
    Slack("xoxb-1"),
)
made.warm()
guard = RequestGuard("s", made.bolt.dispatch)
web = build_web(made.bolt, guard, made.health)
go_through(web, "s", WARM_UP)
server(web, "127.0.0.1", 0).config.load()
ready = list(sys.modules)
print(*ready)
asked = WARM_UP | {"text": "who leads ASB1", "user_id": "U0HELEN", "trigger_id": "1"}
assert b"ASB1 is led by" in go_through(web, "s", asked)[1]["body"]
print(*sys.modules.keys() - ready)
made.close()
"""
FILES = {"docx", "openpyxl", "python_calamine", "xlsxwriter", "lxml", "matplotlib", "typst",
         "charset_normalizer", "bot.files", "bot.sample"}  # fmt: skip
COMMAND_LINE = {"typer", "rich", "bot.cli.main", "bot.cli.importing", "bot.sandbox"}
OF_OTHERS = {"alembic", "apscheduler", "cryptography", "dateutil", "holidays", "phonenumbers",
             "prometheus_client", "psycopg", "pydantic", "rapidfuzz", "sqlalchemy.orm", "stdnum",
             "websockets"}  # fmt: skip
"""What only some databases, texts or settings need, and the clock that ticks a moment later."""


@pytest.mark.slow
@pytest.mark.usefixtures("partnership")
def test_a_process_ready_to_answer_has_loaded_nothing_it_need_not(sqlite_url: str) -> None:
    ready = subprocess.run(
        [sys.executable, "-c", READY, sqlite_url],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded, by_first_answer = ready.stdout.splitlines()
    assert sorted((FILES | COMMAND_LINE | OF_OTHERS) & set(loaded.split())) == []
    assert by_first_answer == ""
