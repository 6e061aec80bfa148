"""Settings: safe defaults, every problem named at once, secrets never shown."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bot.config import NAMES, Misconfigured, load_settings
from bot.core.sign_off import POSTS_BY_ITSELF
from bot.core.status import Status
from bot.core.timetable import USUAL_REMINDERS


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each test starts without settings."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
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


@pytest.mark.parametrize("typed", ["@kelly", "U1, kelly.jones", "xoxb-1-secret", "C0CHANNEL"])
def test_a_coordinator_is_a_user_id_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setenv("COORDINATORS", typed)
    with pytest.raises(Misconfigured, match="Copy member ID") as problem:
        load_settings()
    assert "secret" not in str(problem.value)


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


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("PORT", "http", "must be a whole number from 0 to 65535"),
        ("SUMMARY_AFTER_DAYS", "61", "must be a whole number from 0 to 60"),
        ("BANK_HOLIDAYS", "GB", "must be one of ENG, WLS, SCT, NIR"),
        ("METRICS", "perhaps", "must be yes or no"),
        ("POST_TIME", "nine", "'nine' is no time; write it as 09:00"),
        ("REHEARSAL_NOW", "soon", "'soon' is no moment; write it as YYYY-MM-DDTHH:MM"),
        ("SLACK_API_URL", "slack.com", "not an address; it begins with https://"),
        ("AREA", "atlantis", "'atlantis' is no area; known: sevenoaks, or empty"),
        ("SIGN_OFF", "vote", "'vote' is no step; use any of: draft, attest, approve"),
        ("REMINDER_LADDER", "5:all", "'5:all' is not of the form 5:leads (1-40 working days)"),
        ("STATUS_LABELS", "on=Green", "'on=Green' is not of the form on_track=Green"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_is_expected(
    name: str, value: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(Misconfigured) as problems:
        load_settings()
    assert str(problems.value) == f"{name}: {problem}"


def test_what_is_chosen_wins_over_the_environment_and_that_over_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("HOST='0.0.0.0'\nexport METRICS=yes # for the host\nPORT=1\n")
    monkeypatch.setenv("port", "2")
    settings = load_settings(log_level=None)
    assert (settings.host, settings.metrics, settings.port) == ("0.0.0.0", True, 2)
    assert load_settings(port=3).port == 3
    assert load_settings(None).host == "127.0.0.1"


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"HOST=\xff\xfe\n")
    with pytest.raises(Misconfigured, match=r"\.env cannot be read"):
        load_settings()


def test_a_secret_is_given_to_whoever_asks_for_it_only() -> None:
    secret = load_settings(installs_key="hush").installs_key
    assert secret.get_secret_value() == "hush"
    assert "hush" not in f"{secret} {secret!r} {[secret]}"
