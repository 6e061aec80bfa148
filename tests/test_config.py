"""Settings: safe defaults, every problem named at once, secrets never shown."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bot.config import Misconfigured, Settings, load_settings
from bot.core.sign_off import POSTS_BY_ITSELF
from bot.core.status import Status
from bot.core.timetable import USUAL_REMINDERS


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each test starts without settings."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_nothing_needs_to_be_set() -> None:
    settings = load_settings()
    assert settings.host == "127.0.0.1"
    assert settings.post_time == time(9, 0)
    assert settings.database == "sqlite:///data/partnership.sqlite3"


def test_settings_come_from_the_environment_and_from_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COORDINATORS", "U1, U2 U3")
    (tmp_path / ".env").write_text("POST_TIME=08:30\nSTATUS_LABELS=on_track=Green\nPORT=\n")
    settings = load_settings()
    assert settings.coordinators == ("U1", "U2", "U3")
    assert settings.post_time == time(8, 30)
    assert settings.labels.of(Status.ON_TRACK).word == "Green"
    assert settings.port == 3000


def test_every_problem_is_named_at_once_and_no_value_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TIMEZONE", "Europe/Sevenoaks")
    monkeypatch.setenv("POST_TIME", "01:15")
    monkeypatch.setenv("PORT", "99999")
    with pytest.raises(Misconfigured) as problems:
        load_settings()
    lines = str(problems.value).splitlines()
    assert [line.split(":")[0] for line in lines] == ["TIMEZONE", "POST_TIME", "PORT"]
    assert "99999" not in lines[2]


def test_a_rehearsal_is_refused_unless_slack_is_on_this_machine() -> None:
    start = datetime(2018, 6, 28, 8, 0, tzinfo=UTC)
    with pytest.raises(Misconfigured, match="REHEARSAL_NOW"):
        load_settings(rehearsal_now=start)
    settings = load_settings(rehearsal_now=start, slack_api_url="http://127.0.0.1:8765/api")
    assert settings.slack_api_url == "http://127.0.0.1:8765/api/"


def test_secrets_do_not_show_in_a_printed_settings_object() -> None:
    settings = load_settings(slack_bot_token="xoxb-very-secret", slack_signing_secret="hush-hush")
    assert "very-secret" not in f"{settings!r} {settings}"
    assert "hush-hush" not in f"{settings!r} {settings}"


def test_what_is_not_set_is_as_usual() -> None:
    settings = load_settings()
    assert settings.reminder_rules == USUAL_REMINDERS
    assert settings.sign_off_rules == POSTS_BY_ITSELF
